//! The comparison as a table: every area, sortable by any column.

use crate::answer::{Compare, CompareRow};
use crate::model::{Indicator, sort_by};
use crate::package::Package;
use crate::route::SORT_COLUMNS;
use crate::ui::session::session;
use crate::words;
use leptos::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;

/// The table.
#[component]
pub fn CompareTable(
    /// The comparison.
    answer: Memo<Option<Arc<Compare>>>,
) -> impl IntoView {
    let session = session();
    let sort = Memo::new(move |_| session.view.with(|view| view.sort.clone()));
    move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let sort = sort.get();
        let columns = columns(&package, &answer);
        let rows = sorted(&package, &answer, &sort);
        let heads = columns
            .iter()
            .map(|column| view_head(column, &sort, &answer))
            .collect::<Vec<AnyView>>();
        let rows = rows
            .into_iter()
            .map(|(key, row)| view_row(&package, &answer, &columns, key, row))
            .collect::<Vec<AnyView>>();
        let title = words::compare_title(session.lang(), &package, &answer);
        let label = title.clone();
        Some(view! {
            <section class="table-section">
                <div class="scroll" tabindex="0" role="region" aria-label=label>
                    <table class="compare-table">
                        <caption class="visually-hidden">
                            {title} " " {session.words().sort_hint}
                        </caption>
                        <thead>
                            <tr>
                                {heads}
                                <td class="origin-cell"></td>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        })
    }
}

/// The columns that this comparison can fill.
fn columns(package: &Package, answer: &Compare) -> Vec<&'static str> {
    let indicator = package.indicators.get(answer.question.indicator);
    let any = |has: &dyn Fn(&CompareRow) -> bool| answer.rows.iter().any(has);
    let parents = any(&|row| {
        let parent = package.areas.get(row.area).parent;
        parent.is_some_and(|parent| package.areas.get(parent).parent.is_some())
    });
    let quotient = indicator.is_quotient() && any(&|row| row.reading.denominator.is_some());
    let shown = |column: &&str| match *column {
        "parent" => parents,
        "difference" => answer.benchmark.is_ok(),
        "numerator" | "denominator" => quotient,
        "period" => !answer.is_ordered(),
        _ => true,
    };
    SORT_COLUMNS.into_iter().filter(shown).collect()
}

fn view_head(column: &'static str, sort: &str, answer: &Compare) -> AnyView {
    let session = session();
    let words = session.words();
    let label = match column {
        "area" => words.column_area,
        "parent" => words.column_parent,
        "value" => words.column_value,
        "difference" => words.column_difference,
        "numerator" => words.column_numerator,
        "denominator" => words.column_denominator,
        _ => words.column_period,
    };
    let falling = sort == format!("-{column}");
    let rising = sort == column || (sort.is_empty() && column == "value" && answer.is_ordered());
    // Values that stand in no order are not to be sorted into one.
    let refuses = !answer.is_ordered() && matches!(column, "value" | "difference");
    let state = match (rising, falling) {
        _ if refuses => None,
        (true, _) => Some("ascending"),
        (_, true) => Some("descending"),
        _ => None,
    };
    let arrow = match state {
        Some("ascending") => " ↑",
        Some("descending") => " ↓",
        _ => "",
    };
    let next = if rising {
        format!("-{column}")
    } else {
        column.to_string()
    };
    let is_number = !matches!(column, "area" | "parent" | "period");
    let head = if refuses {
        label.into_any()
    } else {
        view! {
            <button
                type="button"
                on:click=move |_| {
                    let next = next.clone();
                    session.change(|view| view.sort = next);
                }
            >
                {label}
                <span aria-hidden="true">{arrow}</span>
            </button>
        }
        .into_any()
    };
    let class = match column {
        "parent" => "parent",
        _ if is_number => "number",
        _ => "",
    };
    view! { <th scope="col" class=class aria-sort=state>{head}</th> }.into_any()
}

/// Rows with their place in the answer, in the order asked for; those without a value stay last.
fn sorted<'a>(package: &Package, answer: &'a Compare, sort: &str) -> Vec<(usize, &'a CompareRow)> {
    let mut rows: Vec<(usize, &CompareRow)> = answer.rows.iter().enumerate().collect();
    let (column, falling) = match sort.strip_prefix('-') {
        Some(column) => (column, true),
        None => (sort, false),
    };
    if !SORT_COLUMNS.contains(&column)
        || (!answer.is_ordered() && matches!(column, "value" | "difference"))
    {
        return rows;
    }
    let number = |number: Option<f64>, other: Option<f64>| match (number, other) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => Ordering::Equal,
    };
    let code = |row: &CompareRow| package.areas.get(row.area).code.clone();
    let parent = |row: &CompareRow| {
        let parent = package.areas.get(row.area).parent;
        parent.map(|parent| package.areas.get(parent).code.clone())
    };
    let compare = |one: &CompareRow, other: &CompareRow| match column {
        "area" => code(one).cmp(&code(other)),
        "parent" => parent(one).cmp(&parent(other)),
        "value" | "difference" => number(one.reading.value.number(), other.reading.value.number()),
        "numerator" => number(one.reading.numerator, other.reading.numerator),
        "denominator" => number(one.reading.denominator, other.reading.denominator),
        _ => one.period.cmp(&other.period),
    };
    sort_by(&mut rows, |(_, one), (_, other)| {
        let missing = |row: &CompareRow| row.reading.value.number().is_none();
        missing(one).cmp(&missing(other)).then_with(|| {
            let order = compare(one, other);
            if falling { order.reverse() } else { order }
        })
    });
    rows
}

fn view_row(
    package: &Arc<Package>,
    answer: &Compare,
    columns: &[&'static str],
    key: usize,
    row: &CompareRow,
) -> AnyView {
    let session = session();
    let area = package.areas.get(row.area);
    let code = area.code.clone();
    let is_picked = {
        let code = code.clone();
        move || session.view.with(|view| view.area == code)
    };
    let pick = move || {
        let code = code.clone();
        session.change(|view| {
            view.area = if view.area == code {
                String::new()
            } else {
                code
            };
        });
    };
    let key = key as u32;
    let touch = move |on: bool| session.touched.set(on.then_some(key));
    let place = row.reading.place;
    let cells = columns
        .iter()
        .map(|column| view_cell(package, answer, column, row))
        .collect::<Vec<AnyView>>();
    let origin = place.map(|place| {
        view! {
            <button
                type="button"
                class="quiet"
                on:click=move |event| {
                    event.stop_propagation();
                    session.origin.set(Some(place));
                }
            >
                {session.words().source_of_number}
            </button>
        }
    });
    view! {
        <tr
            class:picked=is_picked
            class:touched=move || session.touched.get() == Some(key)
            on:click=move |_| pick()
            on:pointerenter=move |_| touch(true)
            on:pointerleave=move |_| touch(false)
            on:focusin=move |_| touch(true)
        >
            {cells}
            <td class="origin-cell">{origin}</td>
        </tr>
    }
    .into_any()
}

fn view_cell(package: &Package, answer: &Compare, column: &str, row: &CompareRow) -> AnyView {
    let lang = session().lang();
    let indicator = package.indicators.get(answer.question.indicator);
    let area = package.areas.get(row.area);
    let reading = &row.reading;
    let count = |number: Option<f64>| number.map(words::count_text).unwrap_or_default();
    let cell = |class: &'static str, text: String| view! { <td class=class>{text}</td> }.into_any();
    match column {
        "area" => {
            let (name, name_lang) = area.name.get_with_lang(lang);
            // The row takes the click; the button makes it reachable by key.
            view! {
                <th scope="row">
                    <button type="button" class="name" lang=name_lang.tag()>
                        {name.to_string()}
                    </button>
                </th>
            }
            .into_any()
        }
        "parent" => {
            let parent = area
                .parent
                .map(|parent| package.areas.get(parent).name.get(lang));
            cell("parent", parent.unwrap_or_default().to_string())
        }
        "value" => {
            let missing = reading.value.number().is_none();
            let text = words::value_with_unit(lang, indicator, reading);
            cell(if missing { "number missing" } else { "number" }, text)
        }
        "difference" => cell(
            "number",
            difference(lang, indicator, answer, row).unwrap_or_default(),
        ),
        "numerator" => cell("number", count(reading.numerator)),
        "denominator" => cell("number", count(reading.denominator)),
        _ => {
            let period = row.period.map(|period| words::period_text(lang, period));
            cell("", period.unwrap_or_default())
        }
    }
}

fn difference(
    lang: crate::model::Lang,
    indicator: &Indicator,
    answer: &Compare,
    row: &CompareRow,
) -> Option<String> {
    let benchmark = answer.benchmark.ok()?.total.reading.value.number()?;
    let value = row.reading.value.exact()?;
    Some(words::difference_text(lang, indicator, value - benchmark))
}
