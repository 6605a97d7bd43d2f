//! The comparison as a table: every area, sortable by any column.

use crate::answer::{Compare, CompareRow};
use crate::browser;
use crate::export::compare_csv;
use crate::model::{AreaId, sort_by};
use crate::package::Package;
use crate::route::SORT_COLUMNS;
use crate::ui::pages::compare::file_stem;
use crate::ui::parts::compare_cells::{Asked, group_cells, row_cells};
use crate::ui::parts::export_menu::table_menu;
use crate::ui::parts::turns::{ROWS_A_PART, parts_made};
use crate::ui::session::{Session, session};
use crate::words;
use leptos::ev::Event;
use leptos::html::{Tbody, Thead};
use leptos::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;
use web_sys::Element;

/// Columns that stand in the order of values.
const BY_VALUE: [&str; 4] = ["value", "verdict", "rank", "difference"];

/// The table. Rows come in slices, so that a long table holds nothing up.
pub fn compare_table(
    session: Session,
    answer: Memo<Option<Arc<Compare>>>,
    group: Memo<Vec<AreaId>>,
) -> AnyView {
    let sort = Memo::new(move |_| session.view.with(|view| view.sort.clone()));
    let is_plain = Memo::new(move |_| session.view.with(|view| view.is_plain));
    let table = move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        Some(view_table(
            session,
            &package,
            &answer,
            &sort.get(),
            is_plain.get(),
            group.get(),
        ))
    };
    (move || table()).into_any()
}

fn view_table(
    session: Session,
    package: &Arc<Package>,
    answer: &Arc<Compare>,
    sort: &str,
    is_plain: bool,
    group: Vec<AreaId>,
) -> AnyView {
    let columns = columns(package, answer);
    let heads = columns.iter();
    let heads = heads.map(|column| view_head(package, column, sort, answer));
    let heads: Vec<AnyView> = heads.collect();
    let rows = sorted(package, answer, sort, is_plain);
    let made = parts_made(rows.len().div_ceil(ROWS_A_PART));
    let (head, body) = (NodeRef::<Thead>::new(), NodeRef::<Tbody>::new());
    let asked = Asked {
        columns,
        is_plain,
        group,
    };
    fill(session, (head, body), made, rows, asked, package, answer);
    mark_rows(session, body, made, package.clone(), answer.clone());
    let title = words::compare_title(session.lang(), package, answer);
    let label = title.clone();
    let stem = file_stem(package, answer);
    let (listed, shown) = (answer.clone(), package.clone());
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        Some(compare_csv(session.lang(), &shown, &listed, &address))
    });
    let (clicked, package) = (answer.clone(), package.clone());
    view! {
        <section class="table-section">
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table
                    class="compare-table"
                    on:click=move |event| {
                        if let Some((key, is_origin)) = browser::row_of(&event) {
                            activate(session, &package, &clicked, key, is_origin);
                        }
                    }
                    on:pointermove=move |event| touch(session, &event)
                    on:focusin=move |event| touch(session, &event)
                    on:pointerleave=move |_| session.touched.set(None)
                >
                    <caption class="visually-hidden">
                        {title} " " {session.words().sort_hint}
                    </caption>
                    <thead node_ref=head>
                        <tr>
                            {heads}
                            <td class="origin-cell"></td>
                        </tr>
                    </thead>
                    <tbody node_ref=body></tbody>
                </table>
            </div>
            {table_menu(session, &[&stem], csv)}
        </section>
    }
    .into_any()
}

/// Makes the rows: what the areas are held against at once, into the head; the areas part by part.
fn fill(
    session: Session,
    (head, body): (NodeRef<Thead>, NodeRef<Tbody>),
    made: RwSignal<usize>,
    rows: Vec<usize>,
    asked: Asked,
    package: &Arc<Package>,
    answer: &Arc<Compare>,
) {
    let (package, answer) = (package.clone(), answer.clone());
    Effect::new(move |before: Option<usize>| {
        let made = made.get();
        let (Some(head), Some(body)) = (head.get(), body.get()) else {
            return 0;
        };
        let append = |part: &Element, key: usize| match answer.row(key) {
            Some(row) => {
                let cells = row_cells(session, &package, &answer, &asked, key, &row);
                browser::append_row(part, key, &cells);
                true
            }
            None => false,
        };
        let before = before.unwrap_or(0);
        if before == 0 {
            // A table made anew takes over the elements of the one before.
            browser::remove_rows(&head);
            browser::remove_rows(&body);
        }
        let mut reference = answer.rows.len();
        while before == 0 && append(&head, reference) {
            reference += 1;
        }
        let together = group_cells(session.lang(), &package, &answer, &asked);
        if let Some(cells) = together.filter(|_| before == 0) {
            browser::append_row(&head, reference, &cells);
        }
        for key in rows.chunks(ROWS_A_PART).take(made).skip(before).flatten() {
            append(&body, *key);
        }
        browser::mark_rows(&body, "member", &answer.places(&asked.group));
        made
    });
}

/// The rows touched and picked are marked without making any row anew.
fn mark_rows(
    session: Session,
    body: NodeRef<Tbody>,
    made: RwSignal<usize>,
    package: Arc<Package>,
    answer: Arc<Compare>,
) {
    Effect::new(move |_| {
        made.track();
        let touched = session.touched.get();
        let picked = session.view.with(|view| {
            let is_picked = |row: &CompareRow| package.areas.get(row.area).code == view.area;
            answer.rows.iter().position(is_picked).map(|key| key as u32)
        });
        if let Some(body) = body.get() {
            browser::mark_row(&body, "touched", touched);
            browser::mark_row(&body, "picked", picked);
        }
    });
}

fn touch(session: Session, event: &Event) {
    let key = browser::row_of(event).map(|(key, _)| key);
    if session.touched.get_untracked() != key {
        session.touched.set(key);
    }
}

/// A click on a row picks its area; on its last button, shows where the number is from.
fn activate(session: Session, package: &Package, answer: &Compare, key: u32, is_origin: bool) {
    let key = key as usize;
    let Some(row) = answer.row(key) else {
        return;
    };
    if is_origin {
        session.origin.set(row.reading.place);
        return;
    }
    if key >= answer.rows.len() {
        return;
    }
    let code = &package.areas.get(row.area).code;
    session.change(|view| {
        view.area = match view.area == *code {
            true => String::new(),
            false => code.clone(),
        };
    });
}

/// The columns that this comparison can fill.
fn columns(package: &Package, answer: &Compare) -> Vec<&'static str> {
    let indicator = package.indicators.get(answer.question.indicator);
    let any = |has: &dyn Fn(&CompareRow) -> bool| answer.rows.iter().any(has);
    let has_tops = package.areas.has_several_tops();
    let parents = any(&|row| {
        let parent = package.areas.get(row.area).parent;
        parent.is_some_and(|parent| has_tops || package.areas.get(parent).parent.is_some())
    });
    let quotient = indicator.is_quotient() && any(&|row| row.reading.denominator.is_some());
    let shown = |column: &&str| match *column {
        "parent" => parents,
        "difference" => answer.benchmark.is_ok(),
        "verdict" => answer.judged_count > 0,
        "rank" => any(&|row| row.rank.is_some()),
        "numerator" | "denominator" => quotient,
        "period" => {
            let differs = |row: &CompareRow| row.period.is_some() && row.period != answer.period;
            !answer.is_ordered() || any(&differs)
        }
        _ => true,
    };
    SORT_COLUMNS.into_iter().filter(shown).collect()
}

fn view_head(package: &Package, column: &'static str, sort: &str, answer: &Compare) -> AnyView {
    let session = session();
    let words = session.words();
    let label = match column {
        "area" => words.column_area,
        "parent" => words.column_parent,
        "value" => words.column_value,
        "verdict" => words.column_verdict,
        "rank" => words.column_rank,
        "difference" => "",
        "numerator" => words.column_numerator,
        "denominator" => words.column_denominator,
        _ => words.column_period,
    };
    let label = match (column, &answer.benchmark) {
        ("difference", Ok(it)) => words::difference_heading(session.lang(), package, it),
        _ => label.to_string(),
    };
    let falling = sort == format!("-{column}");
    let rising = sort == column || (sort.is_empty() && column == "value" && answer.is_ordered());
    // Values that stand in no order are not to be sorted into one.
    let refuses = !answer.is_ordered() && BY_VALUE.contains(&column);
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
    let is_number = !matches!(column, "area" | "parent" | "period" | "verdict");
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
fn sorted(package: &Package, answer: &Compare, sort: &str, is_plain: bool) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..answer.rows.len()).collect();
    let (column, falling) = match sort.strip_prefix('-') {
        Some(column) => (column, true),
        None => (sort, false),
    };
    if !SORT_COLUMNS.contains(&column) || (!answer.is_ordered() && BY_VALUE.contains(&column)) {
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
        "rank" => one
            .rank
            .map(|it| it.rank)
            .cmp(&other.rank.map(|it| it.rank)),
        "verdict" => number(distance(one, is_plain), distance(other, is_plain)),
        "numerator" => number(one.reading.numerator, other.reading.numerator),
        "denominator" => number(one.reading.denominator, other.reading.denominator),
        _ => one.period.cmp(&other.period),
    };
    sort_by(&mut rows, |one, other| {
        let (one, other) = (&answer.rows[*one], &answer.rows[*other]);
        let missing = |row: &CompareRow| row.reading.value.number().is_none();
        missing(one).cmp(&missing(other)).then_with(|| {
            let order = compare(one, other);
            if falling { order.reverse() } else { order }
        })
    });
    rows
}

/// How far an area lies from the benchmark, by which verdicts are sorted: the level first, then the
/// value.
fn distance(row: &CompareRow, is_plain: bool) -> Option<f64> {
    let against = row.judged?.against?;
    let position = if is_plain {
        against.plain
    } else {
        against.adjusted
    };
    Some(position.order() * 1000.0 + against.adjusted_z)
}
