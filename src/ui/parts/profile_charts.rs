//! The two charts of a profile: the area on every indicator around the benchmark, and the course of
//! what stands out most.

use super::chart::{ChartActions, ChartTexts, chart};
use crate::answer::{CompareRow, Portrait, unjudged};
use crate::export::{frame, rows_csv};
use crate::figure::{Figure, Look, profile_figure, trend_figure};
use crate::model::IndicatorId;
use crate::package::Package;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The answer that both are made of.
pub type Answer = Memo<Option<Arc<Portrait>>>;

/// The spine chart; a line that says why where there is none.
pub fn spine_chart(session: Session, answer: Answer, look: Memo<Look>) -> AnyView {
    let lang = session.lang();
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        profile_figure(lang, &package, &answer.profile, look.get())
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        figure.with(Option::is_some).then(|| {
            let title = words::spine_title(lang, &package, &answer.profile);
            let period = words::profile_period_text(lang, &answer.profile);
            ChartTexts {
                frame: frame(lang, &package, title, period),
                file_stem: file_stem(&package, &answer, "profile"),
                briefing: words::profile_briefing(lang, &package, &answer),
                has_own_table: true,
            }
        })
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| {
                let row = answer.as_ref()?.profile.rows.get(key as usize)?;
                row.row.reading.place
            });
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let rows = answer.profile.rows.iter();
            let rows: Vec<(IndicatorId, CompareRow)> =
                rows.map(|row| (row.indicator, row.row)).collect();
            Some(rows_csv(lang, &package, &rows))
        }),
    };
    (move || match texts.get() {
        Some(texts) => Some(chart(session, figure, texts, actions)),
        None => no_chart(session, answer),
    })
    .into_any()
}

fn no_chart(session: Session, answer: Answer) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    if !session.settled.get() {
        return None;
    }
    let said = match answer.profile.rows.is_empty() {
        true => session.words().profile().nothing.to_string(),
        false => words::no_chart_of_profile(session.lang(), &package, &answer.profile),
    };
    Some(view! { <p class="refusal">{said}</p> }.into_any())
}

/// The course; nothing where no indicator has one.
pub fn course_chart(session: Session, answer: Answer) -> AnyView {
    let lang = session.lang();
    let figure: Memo<Option<Figure>> = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        trend_figure(lang, &package, answer.course.as_ref()?)
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let trend = answer.course.as_ref()?;
        let title = words::course_title(lang, &package, trend);
        let period = words::course_period_text(lang, trend);
        figure.with(Option::is_some).then(|| ChartTexts {
            frame: frame(lang, &package, title, period),
            file_stem: file_stem(&package, &answer, "course"),
            briefing: words::profile_briefing(lang, &package, &answer),
            has_own_table: false,
        })
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key: u32| {
            let place = answer.with_untracked(|answer| {
                let trend = answer.as_ref()?.course.as_ref()?;
                trend.points.get(key as usize)?.reading.place
            });
            session.origin.set(place);
        }),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let trend = answer.course.as_ref()?;
            let id = trend.question.indicator;
            let indicator = package.indicators.get(id);
            let rows = trend.points.iter().map(|point| {
                let row = CompareRow {
                    area: trend.question.area,
                    period: Some(point.period),
                    reading: point.reading,
                    judged: unjudged(indicator, &point.reading),
                    rank: None,
                };
                (id, row)
            });
            let rows: Vec<(IndicatorId, CompareRow)> = rows.collect();
            Some(rows_csv(lang, &package, &rows))
        }),
    };
    (move || {
        texts
            .get()
            .map(|texts| chart(session, figure, texts, actions))
    })
    .into_any()
}

/// The name of downloaded files, of codes only: demo-profile-990001002001.
fn file_stem(package: &Package, answer: &Portrait, what: &str) -> String {
    let area = &package.areas.get(answer.profile.question.area).code;
    [&*package.name, what, area]
        .join("-")
        .replace(['/', '\\', ' ', ':'], "_")
}
