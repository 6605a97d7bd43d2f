//! Two indicators against each other: what they say together, the picture, the areas marked in it.

use super::chart::ChartTexts;
use super::explore_controls::scatter_controls;
use super::pinned_list::{PinnedValue, pinned};
use super::pinned_picture::{PictureOf, pinned_picture};
use super::trend_charts::file_stem;
use crate::answer::{Scattered, Shaded, scattered};
use crate::export::{frame, scatter_csv};
use crate::figure::scatter_figure;
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::route::scatter_question;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The view.
pub fn scatter_view(session: Session) -> AnyView {
    let question = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, session.resolved.get()?);
        session
            .view
            .with(|view| scatter_question(view, &package, &resolved))
    });
    let answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        Some(Arc::new(scattered(&package, question)))
    });
    let pinned = pinned(session);
    let is_plain = Memo::new(move |_| session.view.with(|view| view.is_plain));
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let (lang, is_plain) = (session.lang(), is_plain.get());
        pinned.with(|pinned| scatter_figure(lang, &package, &answer, pinned, is_plain))
    });
    let picture = PictureOf {
        texts,
        area_of: |answer, key| Some(answer.relate.points.get(key as usize)?.area),
        areas: |answer| {
            answer
                .relate
                .points
                .iter()
                .map(|point| point.area)
                .collect()
        },
        csv: scatter_csv,
        heads,
        values,
    };
    let texts = (scatter_controls(session), move || said(session, answer));
    pinned_picture(session, answer, (pinned, figure), texts, picture)
}

fn said(session: Session, answer: Memo<Option<Arc<Scattered>>>) -> Option<AnyView> {
    let package = session.package.get()?;
    let Some(answer) = answer.get() else {
        let resolved = session.resolved.get()?;
        // Without a second indicator there is nothing to set beside the first.
        let is_left = session
            .view
            .with(|view| view.explore_choice("across").is_empty());
        let lacks = is_left && session.settled.get() && resolved.question().is_some();
        let text = session.words().explore().no_second;
        return lacks.then(|| view! { <p class="refusal">{text}</p> }.into_any());
    };
    // What is still being read is not said to be missing.
    if answer.relate.used_count == 0 && !session.settled.get() {
        return None;
    }
    let lang = session.lang();
    let text = words::scatter_sentences(lang, &package, &answer);
    let text: Vec<&str> = text.iter().map(String::as_str).collect();
    let text = words::sentences(lang, &text);
    let cautions = words::scatter_cautions(lang, &package, &answer);
    let cautions: Vec<&str> = cautions.iter().map(String::as_str).collect();
    let cautions = words::sentences(lang, &cautions);
    let cautions =
        (!cautions.is_empty()).then(|| view! { <p class="refusal">{cautions}</p> }.into_any());
    Some(view! { <p class="sentence">{text}</p> {cautions} }.into_any())
}

fn texts(session: Session, package: &Package, answer: &Scattered) -> ChartTexts {
    let lang = session.lang();
    let relate = &answer.relate;
    let title = words::scatter_title(lang, package, relate);
    let period = words::scatter_period_text(lang, relate);
    let code = |id| &*package.indicators.get(id).code;
    let said = words::scatter_sentences(lang, package, answer);
    let level = &package.descriptor.levels[usize::from(relate.question.level.0)];
    let (y, x) = (code(relate.question.y.0), code(relate.question.x.0));
    let (y_period, x_period) = (relate.question.y.1.word(), relate.question.x.1.word());
    let mut stem = vec![&*package.name, y, x, level, &y_period];
    if x_period != y_period {
        stem.push(&x_period);
    }
    ChartTexts {
        frame: frame(lang, package, title.clone(), period.clone()),
        file_stem: file_stem(&stem),
        briefing: words::explore_briefing(lang, &title, &period, &said),
        has_own_table: false,
    }
}

/// The third indicators of an answer.
fn thirds(answer: &Scattered) -> impl Iterator<Item = &crate::answer::Third> {
    let shade = match &answer.shade {
        Shaded::Groups(third, _) => Some(third),
        Shaded::Nothing | Shaded::Verdicts(_) => None,
    };
    answer.size.iter().chain(shade)
}

fn heads(lang: Lang, package: &Package, answer: &Scattered) -> Vec<String> {
    let (x, y) = (answer.relate.question.x.0, answer.relate.question.y.0);
    let ids = [y, x]
        .into_iter()
        .chain(thirds(answer).map(|it| it.indicator));
    ids.map(|id| package.indicators.get(id).label.get(lang).to_string())
        .collect()
}

fn values(
    lang: Lang,
    package: &Package,
    answer: &Scattered,
    area: AreaId,
) -> Option<Vec<PinnedValue>> {
    let points = &answer.relate.points;
    let at = points.iter().position(|point| point.area == area)?;
    let point = points.get(at)?;
    let (x, y) = (answer.relate.question.x.0, answer.relate.question.y.0);
    let mut readings = vec![(y, point.y), (x, point.x)];
    for third in thirds(answer) {
        readings.push((third.indicator, *third.readings.get(at)?));
    }
    let text = |(id, reading)| {
        let text = words::value_with_unit(lang, package.indicators.get(id), &reading);
        (text, reading.place)
    };
    Some(readings.into_iter().map(text).collect())
}
