//! A trend as a table: every period with its limits, its signals and how it moved, the newest first.

use crate::answer::{Change, Move, SeriesPoint, Trend, is_revised, moves, signals};
use crate::browser::{self, RowCell};
use crate::export::series_csv;
use crate::model::PeriodKind;
use crate::package::Package;
use crate::ui::parts::export_menu::table_menu;
use crate::ui::session::Session;
use crate::words;
use leptos::ev::Event;
use leptos::html::Tbody;
use leptos::prelude::*;
use std::sync::Arc;

/// The table; nothing for a series without any row.
pub fn trend_table(session: Session, answer: Memo<Option<Arc<Trend>>>) -> AnyView {
    (move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        (!answer.points.is_empty()).then(|| view_table(session, package, answer))
    })
    .into_any()
}

/// A column: its name in the style sheet, and what heads it.
type Column = (&'static str, &'static str);

fn columns(session: Session, package: &Package, answer: &Trend) -> Vec<Column> {
    let words = session.words();
    let indicator = package.indicators.get(answer.question.indicator);
    let has_counts = indicator.is_quotient()
        && answer
            .points
            .iter()
            .any(|point| point.reading.denominator.is_some());
    let moved = moves(package, answer);
    let has = |of: fn(&Move) -> Change| moved.iter().any(|it| of(it) != Change::NoEarlier);
    let own = words.trends();
    let of_years = |point: &SeriesPoint| point.period.kind() == PeriodKind::Year;
    let on_previous = match answer.points.iter().all(of_years) {
        true => own.column_on_previous_year,
        false => own.column_on_previous,
    };
    let all = [
        ("period", words.column_period, true),
        ("value", words.column_value, true),
        ("on-previous", on_previous, has(|it| it.on_previous)),
        ("on-year", own.column_on_year, has(|it| it.on_year)),
        ("flags", own.column_flags, answer.chart.is_ok()),
        ("numerator", words.column_numerator, has_counts),
        ("denominator", words.column_denominator, has_counts),
        ("lower", words.column_lower, answer.chart.is_ok()),
        ("upper", words.column_upper, answer.chart.is_ok()),
    ];
    let shown = all.into_iter().filter(|(_, _, is_shown)| *is_shown);
    shown.map(|(name, label, _)| (name, label)).collect()
}

fn view_table(session: Session, package: Arc<Package>, answer: Arc<Trend>) -> AnyView {
    let columns = columns(session, &package, &answer);
    let body = NodeRef::<Tbody>::new();
    let heads = columns.iter().map(|(name, label)| {
        let class = if is_number(name) { "number" } else { "" };
        view! { <th scope="col" class=class>{*label}</th> }.into_any()
    });
    let heads: Vec<AnyView> = heads.collect();
    let label = words::series_title(session.lang(), &package, &answer);
    let caption = label.clone();
    let places: Vec<_> = answer.points.iter().map(|it| it.reading.place).collect();
    let code = |code: &str| code.to_string();
    let stem = [
        code(&package.name),
        code(&package.indicators.get(answer.question.indicator).code),
        code(&package.areas.get(answer.question.area).code),
        code("table"),
    ];
    let (listed, shown) = (answer.clone(), package.clone());
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        Some(series_csv(session.lang(), &shown, &listed, &address))
    });
    Effect::new(move |_| {
        let Some(body) = body.get() else { return };
        browser::remove_rows(&body);
        let moved = moves(&package, &answer);
        for at in (0..answer.points.len()).rev() {
            let cells = cells(session, &package, &answer, &columns, (at, &moved));
            browser::append_row(&body, at, &cells);
        }
    });
    Effect::new(move |_| {
        let touched = session.touched.get();
        if let Some(body) = body.get() {
            browser::mark_row(&body, "touched", touched);
        }
    });
    let touch = move |event: &Event| {
        let key = browser::row_of(event).map(|(key, _)| key);
        if session.touched.get_untracked() != key {
            session.touched.set(key);
        }
    };
    view! {
        <section class="table-section">
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table
                    class="compare-table trend-table"
                    on:click=move |event| {
                        if let Some((key, _)) = browser::row_of(&event) {
                            session.origin.set(places.get(key as usize).copied().flatten());
                        }
                    }
                    on:pointermove=move |event| touch(&event)
                    on:focusin=move |event| touch(&event)
                    on:pointerleave=move |_| session.touched.set(None)
                >
                    <caption class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>
                            {heads}
                            <td class="origin-cell"></td>
                        </tr>
                    </thead>
                    <tbody node_ref=body></tbody>
                </table>
            </div>
            {table_menu(session, &stem.each_ref().map(|it| &**it), csv)}
        </section>
    }
    .into_any()
}

fn is_number(column: &str) -> bool {
    !matches!(column, "period" | "flags")
}

fn cells(
    session: Session,
    package: &Package,
    answer: &Trend,
    columns: &[Column],
    (at, moved): (usize, &[Move]),
) -> Vec<RowCell> {
    let cell = |(name, _): &Column| RowCell {
        is_head: *name == "period",
        ..cell(session, package, answer, name, (at, moved))
    };
    let mut cells: Vec<RowCell> = columns.iter().map(cell).collect();
    let has_place = answer.points[at].reading.place.is_some();
    let label = has_place.then(|| session.words().source_of_number);
    cells.push(RowCell::origin(label));
    cells
}

fn cell(
    session: Session,
    package: &Package,
    answer: &Trend,
    column: &str,
    (at, moved): (usize, &[Move]),
) -> RowCell {
    let lang = session.lang();
    let indicator = package.indicators.get(answer.question.indicator);
    let (point, chart) = (&answer.points[at], answer.chart.as_ref().ok());
    let reading = &point.reading;
    let count = |number: Option<f64>| number.map(words::count_text).unwrap_or_default();
    let limit = |list: Option<&Vec<f64>>| {
        let number = list.and_then(|list| list.get(at).copied());
        let number = number.filter(|number| number.is_finite());
        number.map_or(String::new(), |it| words::measure_text(lang, indicator, it))
    };
    let (class, text) = match column {
        "period" => {
            let provisional = reading
                .is_provisional()
                .then(|| session.words().provisional);
            return RowCell {
                text: words::period_text(lang, point.period),
                second: provisional.unwrap_or_default().to_string(),
                ..RowCell::default()
            };
        }
        "value" => {
            let class = match reading.value.number() {
                None => "number missing",
                Some(_) => "number",
            };
            let second = match is_revised(package, reading.place) {
                true => words::with_revised_mark(lang, String::new()),
                false => String::new(),
            };
            return RowCell {
                class,
                text: words::value_with_unit(lang, indicator, reading),
                second,
                ..RowCell::default()
            };
        }
        "numerator" => ("number", count(reading.numerator)),
        "denominator" => ("number", count(reading.denominator)),
        "lower" => ("number", limit(chart.map(|chart| &chart.lower))),
        "upper" => ("number", limit(chart.map(|chart| &chart.upper))),
        "flags" => {
            let texts = signals(chart, at).iter();
            let texts: Vec<String> = texts.map(|it| words::signal_text(lang, *it)).collect();
            ("flags", texts.join(" · "))
        }
        "on-previous" => (
            "number",
            words::change_cell_text(lang, indicator, moved[at].on_previous),
        ),
        _ => (
            "number",
            words::change_cell_text(lang, indicator, moved[at].on_year),
        ),
    };
    RowCell {
        class,
        text,
        ..RowCell::default()
    }
}
