//! What stands beside a map: the area picked, with its value, its verdict and where to go from it; and
//! the areas that stand apart, in words.

use super::link::{of_area, on_page, view_link};
use super::rail::page_name;
use crate::answer::{Colouring, Compare, CompareRow, Pattern, Verdict, is_above, is_below};
use crate::model::Indicator;
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// At most so many areas are listed on a side.
const MOST_LISTED: usize = 8;

/// What is shown beside a map.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The package.
    pub package: &'a Package,
    /// What is compared.
    pub compare: &'a Compare,
    /// How it lies.
    pub pattern: &'a Pattern,
    /// What the map is coloured by.
    pub colouring: Colouring,
    /// Verdicts by each area's own counts alone.
    pub is_plain: bool,
    /// The row that is picked.
    pub picked: Option<usize>,
}

/// The column.
pub fn map_side(session: Session, beside: Beside<'_>) -> AnyView {
    let picked = beside
        .picked
        .and_then(|at| beside.compare.rows.get(at))
        .map(|row| picked_area(session, beside, row));
    let fixed = session.words().map();
    let hint = match beside.colouring {
        Colouring::Verdicts => fixed.pick_hint,
        Colouring::Shades | Colouring::Nothing => fixed.pick_hint_unjudged,
    };
    let hint = picked
        .is_none()
        .then(|| view! { <p class="hint">{hint}</p> });
    view! {
        <div class="map-side">{picked} {hint} {lists(session, beside)}</div>
    }
    .into_any()
}

fn indicator<'a>(beside: Beside<'a>) -> &'a Indicator {
    beside
        .package
        .indicators
        .get(beside.compare.question.indicator)
}

fn verdict(beside: Beside<'_>, row: &CompareRow) -> Verdict {
    row.verdict(indicator(beside).polarity, !beside.is_plain)
}

fn picked_area(session: Session, beside: Beside<'_>, row: &CompareRow) -> AnyView {
    let (lang, package) = (session.lang(), beside.package);
    let area = package.areas.get(row.area);
    let (name, name_lang) = area.name.get_with_lang(lang);
    let (name, code) = (name.to_string(), area.code.clone());
    let holder = area.parent.map(|parent| package.areas.get(parent));
    let holder = holder.map_or(String::new(), |holder| holder.name.get(lang).to_string());
    let indicator = indicator(beside);
    let value = words::value_with_unit(lang, indicator, &row.reading);
    let said = words::row_said_text(lang, indicator, row, beside.is_plain);
    let verdict = verdict(beside, row);
    let sign = row
        .judged
        .map(|_| words::verdict_sign(verdict))
        .unwrap_or_default();
    let class = verdict_class(verdict);
    let benchmark = words::map_benchmark_line(lang, package, beside.compare);
    let benchmark =
        (!benchmark.is_empty()).then(|| view! { <p class="quiet-line">{benchmark}</p> });
    let provisional = row
        .reading
        .is_provisional()
        .then(|| view! { <p class="quiet-line">{session.words().provisional}</p> });
    let period = row.period.map(|period| words::period_text(lang, period));
    let links = [Page::Profile, Page::Trends].map(|page| {
        let code = code.clone();
        let target = Box::new(move |view: &View| of_area(view, page, &code));
        let name = page_name(session.words(), page);
        view_link("", None, "", target, name.into_any())
    });
    let compare = view_link(
        "",
        None,
        "",
        Box::new(|view: &View| on_page(view, Page::Compare)),
        page_name(session.words(), Page::Compare).into_any(),
    );
    let source = row.reading.place.map(|place| {
        view! {
            <button type="button" class="quiet" on:click=move |_| session.origin.set(Some(place))>
                {session.words().source_of_number}
            </button>
        }
    });
    let unpick = move |_| session.change(|view| view.area = String::new());
    view! {
        <section class="picked" aria-live="polite">
            <h2>
                <span lang=name_lang.tag()>{name}</span>
                " "
                <span class="second">{holder}</span>
            </h2>
            <p class="picked-value">
                <span class=class>{sign}</span>
                <strong>{value}</strong>
                <span class="second">{period}</span>
            </p>
            <p class="quiet-line">{said}</p>
            {benchmark} {provisional}
            <p class="picked-links">{links} {compare} {source}</p>
            <button type="button" class="quiet unpick" on:click=unpick>
                {session.words().map().unpick}
            </button>
        </section>
    }
    .into_any()
}

fn verdict_class(verdict: Verdict) -> &'static str {
    match (is_below(verdict), is_above(verdict), verdict) {
        (_, _, Verdict::MuchLower | Verdict::Lower | Verdict::Higher | Verdict::MuchHigher) => {
            "verdict"
        }
        (true, ..) => "verdict worse",
        (_, true, _) => "verdict better",
        _ => "verdict",
    }
}

/// The areas that stand apart; or those of the group of values that is asked about.
fn lists(session: Session, beside: Beside<'_>) -> AnyView {
    let lang = session.lang();
    let known = beside.compare.known();
    let polarity = indicator(beside).polarity;
    match (beside.colouring, &beside.pattern.shades) {
        (Colouring::Verdicts, _) => apart(session, beside),
        (Colouring::Shades, Ok(shades)) => {
            let end = shades.end(polarity);
            let is_end = |at: usize| shades.of_row.get(at).copied().flatten() == Some(end);
            let mut rows: Vec<usize> = (0..known.len()).filter(|at| is_end(*at)).collect();
            if end > 0 {
                rows.reverse();
            }
            let heading = words::shade_end_text(lang, shades, end);
            view! { <section><h2>{heading}</h2>{list(session, beside, &rows)}</section> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// The areas apart at 99.8 %, then those apart at 95 % alone, each under how many chance would give.
fn apart(session: Session, beside: Beside<'_>) -> AnyView {
    let lang = session.lang();
    let polarity = indicator(beside).polarity;
    let apart = beside.compare.areas_apart(polarity, !beside.is_plain);
    let part = |sides: [Vec<usize>; 2], is_far: bool| {
        let heading = words::apart_level_text(lang, beside.compare, is_far, beside.is_plain);
        let lists = sides.map(|rows| list(session, beside, &rows));
        view! { <p class="quiet-line">{heading}</p> {lists} }.into_any()
    };
    let is_none = |sides: &[Vec<usize>; 2]| sides.iter().all(Vec::is_empty);
    let far = match is_none(&apart.far) {
        true => {
            let text = words::none_apart_text(lang, beside.is_plain);
            view! { <p class="hint">{text}</p> }.into_any()
        }
        false => part(apart.far, true),
    };
    let near = (!is_none(&apart.near)).then(|| part(apart.near, false));
    view! {
        <section>
            <h2>{session.words().map().apart}</h2>
            {far} {near}
        </section>
    }
    .into_any()
}

fn list(session: Session, beside: Beside<'_>, rows: &[usize]) -> AnyView {
    let lang = session.lang();
    let told = rows.iter().take(MOST_LISTED);
    let told = told.filter_map(|at| beside.compare.rows.get(*at).map(|row| (*at, row)));
    let entries: Vec<AnyView> = told
        .map(|(at, row)| {
            let area = beside.package.areas.get(row.area);
            let (name, name_lang) = area.name.get_with_lang(lang);
            let (name, code) = (name.to_string(), area.code.clone());
            let value = words::map_value_text(lang, indicator(beside), &row.reading);
            let verdict = verdict(beside, row);
            let is_judged = beside.colouring == Colouring::Verdicts;
            let sign = is_judged.then(|| {
                view! {
                    <span class=verdict_class(verdict) aria-hidden="true">
                        {words::verdict_sign(verdict)}
                    </span>
                }
            });
            let said = is_judged.then(|| {
                view! { <span class="visually-hidden">{words::verdict_text(lang, verdict)}</span> }
            });
            let pick = move |_| {
                let code = code.clone();
                session.change(|view| view.area = code);
            };
            let touched = session.touched;
            let key = at as u32;
            view! {
                <li
                    class:touched=move || touched.get() == Some(key)
                    on:pointermove=move |_| {
                        if touched.get_untracked() != Some(key) {
                            touched.set(Some(key));
                        }
                    }
                    on:pointerleave=move |_| touched.set(None)
                >
                    {sign}
                    <button type="button" class="quiet" on:click=pick>
                        <span lang=name_lang.tag()>{name}</span>
                    </button>
                    <span class="number">{value}</span>
                    {said}
                </li>
            }
            .into_any()
        })
        .collect();
    let more = rows.len().saturating_sub(MOST_LISTED);
    let more = (more > 0).then(|| view! { <p class="hint">{words::map_more_text(lang, more)}</p> });
    (!entries.is_empty())
        .then(|| view! { <ul class="apart">{entries}</ul> {more} })
        .into_any()
}
