//! How the values of one indicator are spread: what is said of it, the picture, the areas marked in it.

use super::chart::ChartTexts;
use super::explore_controls::distribution_controls;
use super::pinned_list::{PinnedValue, pinned};
use super::pinned_picture::{PictureOf, pinned_picture};
use super::trend_charts::file_stem;
use crate::answer::{Distribution, distribution};
use crate::export::{distribution_csv, frame};
use crate::figure::{distribution_figure, row_of_key};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::route::distribution_question;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The view.
pub fn distribution_view(session: Session) -> AnyView {
    let question = Memo::new(move |_| distribution_question(&session.resolved.get()?));
    let answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        Some(Arc::new(distribution(&package, question)))
    });
    let pinned = pinned(session);
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        pinned.with(|pinned| distribution_figure(session.lang(), &package, &answer, pinned))
    });
    let picture = PictureOf {
        texts,
        area_of: |answer, key| Some(answer.rows.get(row_of_key(key)?)?.area),
        areas: |answer| answer.rows.iter().map(|row| row.area).collect(),
        csv: distribution_csv,
        heads: |lang, package, answer: &Distribution| {
            let indicator = package.indicators.get(answer.question.indicator);
            vec![indicator.label.get(lang).to_string()]
        },
        values,
    };
    let texts = (distribution_controls(session), move || {
        said(session, answer)
    });
    pinned_picture(session, answer, (pinned, figure), texts, picture)
}

fn said(session: Session, answer: Memo<Option<Arc<Distribution>>>) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    // What is still being read is not said to be missing.
    if answer.used_count == 0 && !session.settled.get() {
        return None;
    }
    let lang = session.lang();
    let text = words::distribution_sentences(lang, &package, &answer);
    let text: Vec<&str> = text.iter().map(String::as_str).collect();
    let text = words::sentences(lang, &text);
    let indicator = package.indicators.get(answer.question.indicator);
    let (definition, definition_lang) = indicator.definition.get_with_lang(lang);
    let definition = definition.to_string();
    let said = view! {
        <p class="sentence">{text}</p>
        <p class="definition" lang=definition_lang.tag()>{definition}</p>
    };
    Some(said.into_any())
}

fn texts(session: Session, package: &Package, answer: &Distribution) -> ChartTexts {
    let lang = session.lang();
    let title = words::distribution_title(lang, package, answer);
    let period = words::distribution_period_text(lang, answer);
    let code = &package.indicators.get(answer.question.indicator).code;
    let level = &package.descriptor.levels[usize::from(answer.question.level.0)];
    let said = words::distribution_sentences(lang, package, answer);
    let at = answer.period.map(|it| it.to_string());
    let at = at.as_deref().unwrap_or("latest");
    ChartTexts {
        briefing: words::explore_briefing(lang, &title, &period, &said),
        frame: frame(lang, package, title, period),
        file_stem: file_stem(&[&package.name, code, level, at, "distribution"]),
        has_own_table: false,
    }
}

fn values(
    lang: Lang,
    package: &Package,
    answer: &Distribution,
    area: AreaId,
) -> Option<Vec<PinnedValue>> {
    let row = answer.rows.iter().find(|row| row.area == area)?;
    let indicator = package.indicators.get(answer.question.indicator);
    let text = words::value_with_unit(lang, indicator, &row.reading);
    Some(vec![(text, row.reading.place)])
}
