//! The researcher's table: any areas, indicators and periods, in any order, and its files.

use super::export_menu::{Exported, TableMaker, Writing, export_menu};
use super::sheet::{Shown, sheet};
use super::table_controls::table_controls;
use super::table_order::{ordered, readings};
use crate::answer::{Across, Table, table};
use crate::browser;
use crate::export::TableFile;
use crate::model::AreaId;
use crate::route::{table_ignored, table_question};
use crate::ui::session::{Session, kept};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// As many areas as may become a group at once: more make an address that is cut off on its way.
const MOST_OF_GROUP: usize = 100;
/// Rows written before the page gets its turn.
const ROWS_A_SLICE: usize = 100;

/// The table with what it is asked and what can be done with it.
pub fn explore_table(session: Session) -> AnyView {
    let question = Memo::new(move |_| {
        let (package, resolved) = (session.package.get()?, session.resolved.get()?);
        session
            .view
            .with(|view| table_question(view, &package, &resolved))
    });
    let answer: Memo<Option<Arc<Table>>> = kept(move || {
        let package = session.package.get()?;
        Some(Arc::new(table(&package, question.get()?)))
    });
    let sort = Memo::new(move |_| session.view.with(|view| view.sort.clone()));
    let shown = ordered(session, answer, sort);
    view! {
        {table_controls(session, question)}
        <p class="sentence" aria-live="polite">{move || size(session, shown)}</p>
        {move || remarks(session, answer)}
        {sheet(session, shown.into(), sort)}
        {actions(session, shown)}
        <p class="definition">{words::table_words(session.lang()).hint}</p>
        {move || about_group(session, answer)}
    }
    .into_any()
}

/// How large the table is, or that nothing fits.
fn size(session: Session, shown: RwSignal<Option<Shown>>) -> Option<String> {
    let lang = session.lang();
    shown.with(|shown| {
        let shown = shown.as_ref()?;
        let count = shown.rows.len();
        Some(
            match count > shown.table.group_rows || shown.table.rows.is_empty() {
                true => words::table_size_text(lang, &shown.package, &shown.table, count),
                false => words::table_words(lang).no_rows.to_string(),
            },
        )
    })
}

/// What of the address the table left aside, and what has to be known of it.
fn remarks(session: Session, answer: Memo<Option<Arc<Table>>>) -> Option<AnyView> {
    let package = session.package.get()?;
    let lang = session.lang();
    let view = session.view.get();
    let mut ignored = table_ignored(&view, &package);
    let Some(table) = answer.get() else {
        // Of indicators that are not there no table stands.
        let is_told = session.settled.get() && !ignored.is_empty();
        let line = words::ignored_line(lang, &ignored);
        return is_told.then(|| view! { <p class="refusal">{line}</p> }.into_any());
    };
    if !view.sort.is_empty() && session.settled.get() {
        let is_column = table.read_sort(&package, &view.sort).is_some();
        ignored.extend((!is_column).then(|| ("sort".to_string(), view.sort.clone())));
    }
    let ignored = match ignored.is_empty() {
        true => String::new(),
        false => words::ignored_line(lang, &ignored),
    };
    let lines = [
        ignored,
        words::other_level_text(lang, &package, &table),
        words::running_totals_text(lang, &package, &table),
        words::other_rhythm_text(lang, &package, &table),
        words::filter_note(lang, &package, &table, &view.filter),
    ];
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    let lines: Vec<AnyView> = lines
        .map(|line| view! { <p class="refusal">{line}</p> }.into_any())
        .collect();
    Some(lines.into_any())
}

fn about_group(session: Session, answer: Memo<Option<Arc<Table>>>) -> Option<AnyView> {
    let has_group = answer.with(|it| it.as_ref().is_some_and(|it| !it.members.is_empty()));
    let text = words::table_words(session.lang()).together_note;
    has_group.then(|| view! { <p class="definition">{text}</p> }.into_any())
}

/// The files, the link, and making what was found the group.
fn actions(session: Session, shown: RwSignal<Option<Shown>>) -> AnyView {
    let fixed = session.words();
    let texts = words::table_words(session.lang());
    let menu = move |is_long: bool, label: &'static str| {
        let stem = move || {
            let parts = shown.with(|shown| shown.as_ref().map(file_stem));
            let ending = if is_long { "-long" } else { "" };
            parts.map(|stem| stem + ending)
        };
        let table = TableMaker::InSlices(Callback::new(move |()| {
            let shown = shown.get_untracked();
            let address = browser::address_of(&session.pinned_query());
            let writing: Writing =
                Box::pin(async move { Some(written(session, &shown?, is_long, &address).await) });
            writing
        }));
        // The name of the file follows what the table is of.
        let stem = Memo::new(move |_| stem());
        move || {
            let file_stem = stem.get()?;
            let exported = Exported {
                file_stem,
                label,
                table,
                chart: None,
            };
            Some(export_menu(session, exported))
        }
    };
    let outcome: RwSignal<Option<bool>> = RwSignal::new(None);
    let copy_link = move |_| {
        let address = browser::address_of(&session.pinned_query());
        spawn_local(async move {
            let is_copied = browser::copy_text(&address).await;
            outcome.try_set(Some(is_copied));
        });
    };
    let said = move || {
        outcome.get().map(|is_copied| match is_copied {
            true => fixed.copied,
            false => fixed.not_copied,
        })
    };
    view! {
        <div class="actions table-menu">
            {menu(false, texts.csv_shown)}
            {menu(true, texts.csv_long)}
            <button type="button" on:click=copy_link>
                {fixed.link}
            </button>
            {move || group_found(session, shown)}
            <span role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// The areas that fit the filter as the reader's group, where they are few enough.
fn group_found(session: Session, shown: RwSignal<Option<Shown>>) -> Option<AnyView> {
    let is_filtered = session.view.with(|view| !view.filter.trim().is_empty());
    let found: Vec<String> = shown.with(|shown| {
        let shown = shown.as_ref().filter(|_| is_filtered)?;
        let mut areas: Vec<AreaId> = Vec::new();
        for row in shown.rows.iter() {
            let place = shown.table.rows.get(*row as usize).and_then(|it| it.place);
            if let Some(crate::answer::Place::Area(area)) = place
                && areas.last() != Some(&area)
                && !areas.contains(&area)
            {
                areas.push(area);
            }
            if areas.len() > MOST_OF_GROUP {
                return None;
            }
        }
        let code = |area: AreaId| shown.package.areas.get(area).code.clone();
        Some(areas.into_iter().map(code).collect())
    })?;
    let make = move |_| {
        let found = found.clone();
        session.change(|view| {
            view.group = found;
            view.filter = String::new();
        });
    };
    let label = words::table_words(session.lang()).group_found;
    Some(view! { <button type="button" on:click=make>{label}</button> }.into_any())
}

/// The whole table as a file, written in slices.
async fn written(session: Session, shown: &Shown, is_long: bool, address: &str) -> Vec<u8> {
    let (package, table) = (&shown.package, &shown.table);
    let read = readings(package, table, &shown.columns).await;
    let mut file = TableFile::new(session.lang(), package, table, &shown.columns, is_long);
    for rows in shown.rows.chunks(ROWS_A_SLICE) {
        for row in rows {
            let row = *row as usize;
            let cells = read.iter().filter_map(|column| column.get(row).copied());
            file.row(row, &cells.collect::<Vec<_>>());
        }
        browser::breathe().await;
    }
    file.finish(address)
}

/// The name of downloaded files, of codes only: demo-table-community-2024-01..2026-03.
fn file_stem(shown: &Shown) -> String {
    let (package, question) = (&shown.package, &shown.table.question);
    let level = package.descriptor.levels.get(usize::from(question.level.0));
    let periods = &shown.table.periods;
    let span = match (periods.first(), periods.last()) {
        (Some(from), Some(to)) if from != to => format!("{from}..{to}"),
        (Some(period), _) => period.to_string(),
        _ => "latest".to_string(),
    };
    let across = match question.across {
        Across::Indicators => "",
        other => other.word(),
    };
    let mut parts = vec![
        &*package.name,
        "table",
        level.map_or("", |it| it),
        &span,
        across,
    ];
    parts.retain(|part| !part.is_empty());
    parts.join("-").replace(['/', '\\', ' ', ':'], "_")
}
