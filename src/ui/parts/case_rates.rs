//! The rates of cases as a table: of the area, of the one beside it, and whether they differ.

use crate::answer::{CasePair, IntervalRate, RowPlace, Verdict};
use crate::browser;
use crate::export::case_rates_csv;
use crate::package::Package;
use crate::ui::pages::cases::CasesAnswer;
use crate::ui::parts::export_menu::table_menu;
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The table; nothing where there are no rates.
pub fn rates_table(session: Session, answer: CasesAnswer) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let fixed = session.words().cases();
    if answer.pairs.is_empty() {
        return None;
    }
    let name = |area| package.areas.get(area).name.get(lang).to_string();
    let own = name(answer.found.flow.area);
    let other = answer.found.beside.as_ref().map(|flow| flow.area);
    let beside = other.map(|area| words::benchmark_text(lang, &package, area));
    let is_held = answer.pairs.iter().any(|pair| pair.difference.is_some());
    let mut heads = vec![head(fixed.column_rate.to_string(), "")];
    heads.push(head(own.clone(), "number"));
    heads.extend(beside.clone().map(|name| head(name, "number")));
    if is_held {
        heads.push(head(fixed.column_difference.to_string(), "number"));
        heads.push(head(fixed.column_verdict.to_string(), ""));
    }
    let labels = (own, beside.unwrap_or_default());
    let rows: Vec<AnyView> = answer
        .pairs
        .iter()
        .map(|pair| row(session, &package, pair, &labels, is_held))
        .collect();
    let held = answer.pairs.iter().find_map(|pair| pair.difference);
    let note = held.zip(other).map(|(held, other)| {
        let text = words::held_note(lang, &package, held.held, other);
        view! { <p class="definition">{text}</p> }
    });
    let asked = answer.found.question;
    let area = &package.areas.get(asked.area).code;
    let stem = [
        &*package.name,
        "cases",
        "rates",
        area,
        &asked.period.to_string(),
        "table",
    ];
    let (shown, listed) = (package.clone(), answer.clone());
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        let of = (&listed.found, &*listed.pairs);
        Some(case_rates_csv(lang, &shown, of, &address))
    });
    let table = view! {
        <section class="table-section">
            <h2>{fixed.rates}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=fixed.rates>
                <table class="case-rates" class:compared=other.is_some()>
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {note}
            {table_menu(session, &stem, csv)}
        </section>
    };
    Some(table.into_any())
}

fn head(text: String, class: &'static str) -> AnyView {
    view! { <th scope="col" class=class>{text}</th> }.into_any()
}

fn row(
    session: Session,
    package: &Package,
    pair: &CasePair,
    (own, beside): &(String, String),
    is_held: bool,
) -> AnyView {
    let lang = session.lang();
    let fixed = session.words().cases();
    let mut cells = vec![rate_cell(session, pair.own, own)];
    if !beside.is_empty() {
        cells.push(rate_cell(session, pair.beside, beside));
    }
    if is_held {
        let apart = pair.difference.as_ref();
        let points = apart.map(|apart| words::points_text(lang, apart));
        let verdict = apart.map(|apart| words::case_verdict_text(lang, apart.verdict));
        let class = match apart.map(|apart| apart.verdict) {
            Some(Verdict::MuchBetter | Verdict::Better) => "verdict better",
            Some(Verdict::MuchWorse | Verdict::Worse) => "verdict worse",
            _ => "verdict",
        };
        cells.push(
            view! { <td class="number" data-label=fixed.column_difference>{points}</td> }
                .into_any(),
        );
        cells.push(
            view! { <td class=class data-label=fixed.column_verdict>{verdict}</td> }.into_any(),
        );
    }
    let name = words::case_rate_text(lang, pair.name);
    let rate = pair.own.or(pair.beside);
    let formula = rate.map(|rate| words::rate_formula_text(lang, package, &rate));
    view! {
        <tr>
            <th scope="row">{name} <span class="second">{formula}</span></th>
            {cells}
        </tr>
    }
    .into_any()
}

/// A rate, its interval and its counts; each number leads to its cell.
fn rate_cell(session: Session, rate: Option<IntervalRate>, label: &str) -> AnyView {
    let label = label.to_string();
    let Some(rate) = rate else {
        let text = session.words().cases().no_figure;
        return view! { <td class="number missing" data-label=label>{text}</td> }.into_any();
    };
    let (above, below) = (rate.rate.above.1, rate.rate.below.map(|(_, total)| total));
    let above = above.reading.place;
    let below = below.map_or(above, |total| total.reading.place);
    let share = words::per_cent_text(rate.rate.share);
    let interval = words::rate_interval_text(&rate);
    let counts = rate.rate.counts.map(|(numerator, denominator)| {
        let (numerator, denominator) =
            (words::count_text(numerator), words::count_text(denominator));
        view! {
            {source_button(session, numerator, above)} "/"
            {source_button(session, denominator, below)}
        }
    });
    view! {
        <td class="number" data-label=label>
            {source_button(session, share, above)} " " <span class="interval">{interval}</span> " "
            <span class="second">{counts}</span>
        </td>
    }
    .into_any()
}

/// A number that shows where it is from; a plain one where it is a sum.
pub fn source_button(session: Session, text: String, place: Option<RowPlace>) -> AnyView {
    match place {
        Some(place) => view! {
            <button
                type="button"
                class="quiet figure"
                on:click=move |_| session.origin.set(Some(place))
            >
                {text}
            </button>
        }
        .into_any(),
        None => view! { <span>{text}</span> }.into_any(),
    }
}
