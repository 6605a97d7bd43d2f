//! Heads and cells of the researcher's table.

use super::chart::px;
use super::sheet::Shown;
use super::sheet_window::Window;
use crate::answer::{Across, Place, Table, TableRow, place_code};
use crate::browser::{SheetCell, SheetRow};
use crate::model::{Lang, Value};
use crate::package::Package;
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// A column that stands before the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// The name of the area.
    Area,
    /// Its code.
    Code,
    /// The period.
    Period,
}

impl Named {
    /// The key by which it is sorted.
    fn key(self) -> &'static str {
        match self {
            Named::Area => "area",
            Named::Code => "code",
            Named::Period => "period",
        }
    }
}

/// The columns before the figures of a table. Codes that are the names once more, as in a table that has
/// none, have no column.
pub fn names(package: &Package, table: &Table) -> Vec<Named> {
    let has_periods = table.periods.len() > 1;
    let mut named = match table.question.across {
        Across::Indicators if has_periods => vec![Named::Area, Named::Code, Named::Period],
        Across::Indicators | Across::Periods => vec![Named::Area, Named::Code],
        Across::Areas => vec![Named::Period],
    };
    let says_nothing = |row: &TableRow| match row.place {
        Some(Place::Area(area)) => {
            let area = package.areas.get(area);
            [&area.name.zh, &area.name.en].contains(&&area.code)
        }
        _ => true,
    };
    if table.rows.iter().all(says_nothing) {
        named.retain(|it| *it != Named::Code);
    }
    named
}

/// A row of the table; `columns` are the columns of figures that are made, each with its place among
/// those shown and in the table.
pub fn sheet_row(
    lang: Lang,
    shown: &Shown,
    (place, row): (usize, usize),
    columns: &[(usize, usize)],
) -> SheetRow {
    let Some(about) = shown.table.rows.get(row) else {
        return SheetRow::default();
    };
    let named = shown.named.iter().enumerate();
    let mut cells: Vec<SheetCell> = named
        .map(|(column, named)| SheetCell {
            column,
            is_head: column == 0,
            ..name_cell(lang, shown, *named, about)
        })
        .collect();
    for (at, (shown_at, column)) in columns.iter().enumerate() {
        cells.push(SheetCell {
            column: shown.named.len() + shown_at,
            follows_gap: at == 0 && *shown_at > 0,
            ..figure_cell(lang, shown, row, *column)
        });
    }
    SheetRow {
        place,
        class: match about.place {
            Some(Place::Group) => "together",
            place if shown.table.is_member(place) && !shown.table.question.is_only_group => {
                "member"
            }
            _ => "",
        },
        cells,
    }
}

fn name_cell(lang: Lang, shown: &Shown, named: Named, row: &TableRow) -> SheetCell {
    let (text, name_lang, said) = match (named, row.place) {
        (Named::Area, Some(Place::Area(area))) => {
            let area = shown.package.areas.get(area);
            let (name, name_lang) = area.name.get_with_lang(lang);
            let holder = area.parent.map(|it| shown.package.areas.get(it));
            let holder = holder.map_or("", |it| it.name.get(lang));
            (name.to_string(), Some(name_lang.tag()), holder.to_string())
        }
        (Named::Area, _) => {
            let text = words::table_words(lang).together.to_string();
            let said = words::group_row_text(
                lang,
                &shown.package,
                shown.table.question.level,
                shown.table.members.len(),
            );
            (text, None, said)
        }
        (Named::Code, Some(Place::Area(area))) => {
            let code = place_code(&shown.package, Place::Area(area)).to_string();
            (code, None, String::new())
        }
        (Named::Code, _) => (String::new(), None, String::new()),
        (Named::Period, _) => {
            let period = row.period.map(|it| words::period_text(lang, it));
            (period.unwrap_or_default(), None, String::new())
        }
    };
    let said = match shown.table.is_member(row.place) && named == Named::Area {
        true => [words::table_words(lang).member, " · ", &said].concat(),
        false => said,
    };
    SheetCell {
        text,
        said,
        lang: name_lang,
        class: if named == Named::Code { "code" } else { "" },
        ..SheetCell::default()
    }
}

fn figure_cell(lang: Lang, shown: &Shown, row: usize, column: usize) -> SheetCell {
    let package = &shown.package;
    let found = shown.table.cell(package, row, column);
    let Some((cell, column)) = found.zip(shown.table.columns.get(column)) else {
        return SheetCell {
            class: "number missing",
            ..SheetCell::default()
        };
    };
    let mut text = words::cell_text(lang, package, column, &cell);
    let is_missing = matches!(cell.reading.value, Value::Missing(_));
    if !is_missing && cell.reading.is_provisional() {
        text.insert_str(0, "○ ");
    }
    let mut said = words::cell_said(lang, package, column, &cell);
    if cell.group.is_some() && !is_missing {
        let interval = words::cell_interval_text(package, column, &cell);
        if !interval.is_empty() {
            text = format!("{text} ({interval})");
        }
    }
    // Of the newest of each area the period differs from row to row.
    let row_period = shown.table.rows.get(row).and_then(|it| it.period);
    if let Some(period) = cell
        .period
        .filter(|_| row_period.or(column.period).is_none())
    {
        let period = words::period_text(lang, period);
        text = format!("{text} · {period}");
        said = [&said, " · ", &period].concat();
    }
    SheetCell {
        text,
        said,
        class: match (is_missing, cell.reading.place.is_some()) {
            (true, true) => "number missing to-source",
            (true, false) => "number missing",
            (false, true) => "number to-source",
            (false, false) => "number",
        },
        ..SheetCell::default()
    }
}

/// The heads of the columns that are made, each a button that sorts.
pub fn heads(
    session: Session,
    shown: Signal<Option<Shown>>,
    made: RwSignal<Window>,
    sort: Memo<String>,
) -> Option<AnyView> {
    let lang = session.lang();
    let shown = shown.get()?;
    let (fixed, texts) = (session.words(), words::table_words(lang));
    let across = Memo::new(move |_| {
        made.with(|it| (it.first_column, it.end_column, it.left_px, it.right_px))
    });
    let named = shown.named.iter().enumerate();
    let named: Vec<AnyView> = named
        .map(|(at, named)| {
            let label = match named {
                Named::Area => fixed.column_area,
                Named::Code => texts.column_code,
                Named::Period => fixed.column_period,
            };
            let class = match named {
                Named::Area => "name-column",
                Named::Code => "code",
                Named::Period => "period-column",
            };
            let label = (label.to_string(), String::new());
            head(session, (class, at), label, named.key().to_string(), sort)
        })
        .collect();
    let count = shown.named.len();
    let figures = move || {
        let (first, end, left_px, right_px) = across.get();
        let columns = shown.columns.iter().copied().enumerate();
        let columns = columns.skip(first).take(end - first);
        let heads: Vec<AnyView> = columns
            .filter_map(|(at, column)| {
                let column = shown.table.columns.get(column)?;
                let label = words::column_heads(lang, &shown.package, &shown.table, column);
                let key = shown.table.column_key(&shown.package, column);
                // An interval, or a period of its own, stands beside the value.
                let is_wide = !shown.table.members.is_empty() || shown.table.periods.is_empty();
                let class = match is_wide {
                    true => "number figure wide",
                    false => "number figure",
                };
                Some(head(session, (class, count + at), label, key, sort))
            })
            .collect();
        let gap = |width_px: f64| {
            (width_px > 0.0)
                .then(|| view! { <td aria-hidden="true" style:width=px(width_px)></td> }.into_any())
        };
        view! {
            {gap(left_px)}
            {heads}
            {gap(right_px)}
        }
    };
    Some(view! { <tr aria-rowindex="1">{named} {figures}</tr> }.into_any())
}

fn head(
    session: Session,
    (class, at): (&'static str, usize),
    (label, second): (String, String),
    key: String,
    sort: Memo<String>,
) -> AnyView {
    let sorted = {
        let key = key.clone();
        move || match sort.with(|sort| (sort == &key, sort.strip_prefix('-') == Some(&*key))) {
            (true, _) => Some("ascending"),
            (_, true) => Some("descending"),
            _ => None,
        }
    };
    let arrow = {
        let sorted = sorted.clone();
        move || match sorted() {
            Some("ascending") => " ↑",
            Some(_) => " ↓",
            None => "",
        }
    };
    let turn = move |_| {
        let next = match session.view.with_untracked(|view| view.sort == key) {
            true => ["-", &key].concat(),
            false => key.clone(),
        };
        session.change(|view| view.sort = next);
    };
    let second =
        (!second.is_empty()).then(|| view! { <span class="second">{second}</span> }.into_any());
    view! {
        <th scope="col" class=class aria-sort=sorted aria-colindex=(at + 1).to_string()>
            <button type="button" on:click=turn>
                {label}
                <span aria-hidden="true">{arrow}</span>
                {second}
            </button>
        </th>
    }
    .into_any()
}
