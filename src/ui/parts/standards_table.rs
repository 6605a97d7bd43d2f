//! The areas held against the standard looked at: those that do not meet it first.

use super::row_table::{RowTable, row_table};
use super::standards_answers::StandardsAnswers;
use crate::answer::{StandardEntry, StandardRow, StandardVerdict};
use crate::browser::RowCell;
use crate::model::{AreaId, Indicator, Lang};
use crate::package::Package;
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows that are shown at first of a long list.
const FIRST_ROWS: usize = 20;

/// The table; nothing where no area is held against it.
pub fn standards_table(session: Session, answers: StandardsAnswers) -> AnyView {
    let is_all = RwSignal::new(false);
    // Another standard begins with its first rows again.
    Effect::new(move |_| {
        answers.place.track();
        is_all.set(false);
    });
    (move || {
        let (package, entry) = answers.entry(session)?;
        let tried = answers.tried.get();
        let is_shown = entry.rows.iter().any(|row| row.margin.is_some());
        let count = entry.rows.len();
        let is_cut = count > FIRST_ROWS + FIRST_ROWS / 2 && !is_all.get();
        let rest = is_cut.then(|| show_all(session, count, is_all));
        is_shown.then(|| {
            view! {
                {view_table(session, package, entry, (tried, is_cut))}
                {rest}
            }
        })
    })
    .into_any()
}

/// How many rows are shown, and the button to the others.
fn show_all(session: Session, count: usize, is_all: RwSignal<bool>) -> AnyView {
    let said = words::first_rows_text(session.lang(), FIRST_ROWS, count);
    let text = [
        session.words().cases().show_all,
        " (",
        &count.to_string(),
        ")",
    ]
    .concat();
    view! {
        <p class="rest">
            {said} " "
            <button type="button" class="quiet" on:click=move |_| is_all.set(true)>
                {text}
            </button>
        </p>
    }
    .into_any()
}

fn view_table(
    session: Session,
    package: Arc<Package>,
    entry: StandardEntry,
    (tried, is_cut): (Option<Arc<StandardEntry>>, bool),
) -> AnyView {
    let lang = session.lang();
    let (fixed, words) = (session.words(), session.words().standards_page());
    let mut heads = vec![
        (fixed.column_area.to_string(), ""),
        (fixed.column_parent.to_string(), "parent"),
        (fixed.column_value.to_string(), "number"),
        (words.column_limit.to_string(), "number"),
        (words.column_margin.to_string(), "number"),
        (words.column_status.to_string(), ""),
    ];
    if tried.is_some() {
        heads.push((words::tried_name(lang).to_string(), "tried-head"));
    }
    heads.push((String::new(), ""));
    // The one picked is shown, wherever it stands.
    let own = session.resolved.get_untracked().and_then(|it| it.picked);
    let is_listed = |at: &u32| {
        let row = entry.rows.get(*at as usize);
        !is_cut || (*at as usize) < FIRST_ROWS || row.map(|row| row.area) == own
    };
    let keys: Vec<u32> = (0..entry.rows.len() as u32).filter(is_listed).collect();
    let areas: Vec<AreaId> = entry.rows.iter().map(|row| row.area).collect();
    let picked = Memo::new(move |_| {
        let picked = session.resolved.get()?.picked?;
        let place = areas.iter().position(|area| *area == picked)?;
        Some(place as u32)
    });
    let codes: Vec<String> = entry
        .rows
        .iter()
        .map(|row| package.areas.get(row.area).code.clone())
        .collect();
    let places: Vec<_> = entry.rows.iter().map(|it| it.total.reading.place).collect();
    let about = RowTable {
        label: words::margins_title(lang, &package, &entry),
        class: "margins-table",
        heads,
        keys,
        cells: Box::new(move |key| {
            let tried = tried.as_deref();
            cells(session, &package, &entry, tried, key as usize).unwrap_or_default()
        }),
        activate: Callback::new(move |(key, is_origin): (u32, bool)| {
            let key = key as usize;
            if is_origin {
                session.origin.set(places.get(key).copied().flatten());
                return;
            }
            if let Some(code) = codes.get(key) {
                session.change(|view| {
                    view.area = match view.area == *code {
                        true => String::new(),
                        false => code.clone(),
                    };
                });
            }
        }),
        picked,
    };
    row_table(about, session.touched)
}

fn cells(
    session: Session,
    package: &Package,
    entry: &StandardEntry,
    tried: Option<&StandardEntry>,
    key: usize,
) -> Option<Vec<RowCell>> {
    let lang = session.lang();
    let row = entry.rows.get(key)?;
    let indicator = package.indicators.get(entry.indicator?);
    let area = package.areas.get(row.area);
    let (name, name_lang) = area.name.get_with_lang(lang);
    let parent = area.parent.map(|parent| package.areas.get(parent));
    let margin = row
        .margin
        .map(|it| words::standard_margin_text(lang, indicator, it));
    let mut cells = vec![
        RowCell {
            is_head: true,
            button: Some("name"),
            lang: Some(name_lang.tag()),
            text: name.to_string(),
            ..RowCell::default()
        },
        text_cell("parent", parent.map_or("", |it| it.name.get(lang))),
        value_cell(lang, indicator, row),
        text_cell("number", &words::limit_text(lang, &entry.standard)),
        text_cell("number", &margin.unwrap_or_default()),
        verdict_cell(lang, row.verdict),
    ];
    if let Some(tried) = tried {
        let mut rows = tried.rows.iter();
        let own = rows.find(|it| it.area == row.area);
        cells.push(own.map_or(RowCell::default(), |it| verdict_cell(lang, it.verdict)));
    }
    let label = row
        .total
        .reading
        .place
        .map(|_| session.words().source_of_number);
    cells.push(RowCell::origin(label));
    Some(cells)
}

fn text_cell(class: &'static str, text: &str) -> RowCell {
    RowCell {
        class,
        text: text.to_string(),
        ..RowCell::default()
    }
}

/// The value; beside a quotient the two counts that it is made of.
fn value_cell(lang: Lang, indicator: &Indicator, row: &StandardRow) -> RowCell {
    let reading = &row.total.reading;
    let counts = reading.numerator.zip(reading.denominator);
    let counts = counts.filter(|_| indicator.is_quotient());
    let counts = counts.map(|(numerator, denominator)| {
        let (above, below) = (words::count_text(numerator), words::count_text(denominator));
        [&*above, "/", &below].concat()
    });
    RowCell {
        class: match reading.value.number() {
            Some(_) => "number",
            None => "number missing",
        },
        text: words::value_with_unit(lang, indicator, reading),
        second: counts.unwrap_or_default(),
        ..RowCell::default()
    }
}

/// A verdict with its shape.
pub fn verdict_cell(lang: Lang, verdict: StandardVerdict) -> RowCell {
    let sign = words::standard_verdict_sign(verdict);
    let text = words::standard_verdict_text(lang, verdict);
    RowCell {
        class: match verdict {
            StandardVerdict::Met => "verdict better",
            StandardVerdict::Missed => "verdict worse",
            StandardVerdict::NotJudged(_) => "verdict missing",
        },
        text: [sign, "\u{a0}", text].concat(),
        ..RowCell::default()
    }
}
