//! All areas of a level as small multiples: what changed among them, and a chart from which one click
//! leads to an area's own trend.

use crate::answer::{
    BenchmarkChoice, CompareQuestion, CompareRow, Multiples, PeriodChoice, compare, multiples,
    provenance,
};
use crate::browser;
use crate::export::{compare_csv, frame, multiples_csv};
use crate::figure::multiples_figure;
use crate::route::{Resolved, Shown, multiples_question};
use crate::ui::parts::chart::{ChartActions, ChartTexts, chart};
use crate::ui::parts::export_menu::table_menu;
use crate::ui::parts::table::{Cell, number_column, table, text_column};
use crate::ui::parts::trend_charts::file_stem;
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The sentence and the chart.
pub fn multiples_view(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let question = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, resolved.get()?);
        session
            .view
            .with(|view| multiples_question(view, &package, &resolved))
    });
    let answer = kept(move || {
        let (package, question) = (session.package.get()?, question.get()?);
        multiples(&package, question).map(Arc::new)
    });
    let picked = Memo::new(move |_| resolved.get()?.picked);
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        multiples_figure(session.lang(), &package, &answer, picked.get())
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let lang = session.lang();
        let is_drawn = figure.with(Option::is_some);
        let indicator = &package.indicators.get(answer.question.indicator).code;
        let level = &package.descriptor.levels[usize::from(answer.question.level.0)];
        is_drawn.then(|| ChartTexts {
            frame: frame(
                lang,
                &package,
                words::multiples_title(lang, &package, &answer),
                words::periods_span_text(lang, &answer.periods),
            ),
            file_stem: file_stem(&[&package.name, indicator, level, "changes"]),
            briefing: words::multiples_sentence(lang, &package, &answer),
            has_own_table: false,
        })
    });
    let actions = ChartActions {
        touched: RwSignal::new(None),
        activate: Callback::new(move |key| open_area(session, answer, key)),
        csv: Callback::new(move |()| {
            let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
            let address = browser::address_of(&session.pinned_query());
            Some(multiples_csv(session.lang(), &package, &answer, &address))
        }),
    };
    view! {
        {move || said(session, answer)}
        {move || side_by_side(session, resolved, answer)}
        {move || texts.get().map(|texts| chart(session, figure, texts, actions))}
    }
    .into_any()
}

/// What changed, or why nothing can be shown.
fn said(session: Session, answer: Memo<Option<Arc<Multiples>>>) -> Option<AnyView> {
    let package = session.package.get()?;
    let words = session.words().trends();
    let refused = |text: &'static str| {
        // What is still being read is not said to be missing.
        let is_settled = session.settled.get();
        is_settled.then(|| view! { <p class="refusal">{text}</p> }.into_any())
    };
    let Some(answer) = answer.get().filter(|answer| !answer.rows.is_empty()) else {
        return refused(words.no_level_series);
    };
    if answer.periods.len() < 2 {
        return refused(words.one_level_period);
    }
    let sentence = words::multiples_sentence(session.lang(), &package, &answer);
    Some(view! { <p class="sentence">{sentence}</p> }.into_any())
}

/// Where there is nothing to follow over time: each area's newest figure with its own period.
fn side_by_side(
    session: Session,
    resolved: Memo<Option<Resolved>>,
    answer: Memo<Option<Arc<Multiples>>>,
) -> Option<AnyView> {
    let is_series = answer.with(|answer| {
        let periods = answer.as_ref().map(|answer| answer.periods.len());
        periods.is_some_and(|count| count > 1)
    });
    if is_series {
        return None;
    }
    let (package, resolved) = (session.package.get()?, resolved.get()?);
    let question = CompareQuestion {
        indicator: resolved.indicator?,
        level: resolved.level?,
        within: resolved.within,
        period: PeriodChoice::EachLatest,
        benchmark: BenchmarkChoice::Top,
    };
    let (lang, fixed) = (session.lang(), session.words());
    let indicator = package.indicators.get(question.indicator);
    let found = compare(&package, question);
    let row = |row: &CompareRow| {
        let period = row.period.map(|period| words::period_text(lang, period));
        let origin = row
            .reading
            .place
            .and_then(|place| provenance(&package, place));
        let source = origin.and_then(|origin| origin.source);
        vec![
            Cell::text_in(package.areas.get(row.area).name.get_with_lang(lang)),
            Cell::text(words::value_with_unit(lang, indicator, &row.reading)),
            Cell::text(period.unwrap_or_default()),
            Cell::text(source.map_or(String::new(), |(title, _)| title)),
        ]
    };
    let columns = [
        text_column(fixed.column_area),
        number_column(fixed.column_value),
        text_column(fixed.column_period),
        text_column(fixed.source),
    ];
    let rows = found.known().iter().map(row);
    let label = words::compare_title(lang, &package, &found);
    if found.known_count == 0 {
        return None;
    }
    let shown = table(&label, "side-by-side", &columns, rows);
    let level = &package.descriptor.levels[usize::from(question.level.0)];
    let stem = [&*package.name, &indicator.code, level, "newest"];
    let listed = package.clone();
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        Some(compare_csv(lang, &listed, &found, &address))
    });
    let menu = table_menu(session, &stem, csv);
    Some(view! { <section class="table-section">{shown} {menu}</section> }.into_any())
}

/// The trend of an area.
fn open_area(session: Session, answer: Memo<Option<Arc<Multiples>>>, key: u32) {
    let (Some(package), Some(answer)) = (session.package.get_untracked(), answer.get_untracked())
    else {
        return;
    };
    if let Some(row) = answer.rows.get(key as usize) {
        let code = package.areas.get(row.area).code.clone();
        session.change(|view| {
            view.shown = Shown::One;
            view.area = code;
        });
        browser::scroll_to_top();
    }
}
