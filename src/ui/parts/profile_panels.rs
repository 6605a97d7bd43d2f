//! What stands beside a profile: standards, cases, organisation, areas that are like it. Each in short,
//! with a link to its own page.

use super::export_menu::table_menu;
use super::link::{of_area, view_link};
use super::number::number;
use super::profile_similar::{similar, tells_likeness};
use crate::answer::{
    Portrait, PortraitStandards, Stage, StandardEntry, StandardRow, StandardVerdict,
    portrait_standards,
};
use crate::browser;
use crate::export::{portrait_cases_csv, portrait_organisation_csv, portrait_standards_csv};
use crate::model::{AreaId, Lang, Role};
use crate::package::Package;
use crate::route::{Page, View, is_offered};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// True where the package can have something for a panel beside the chart.
pub fn has_panels(package: &Package) -> bool {
    let mut pages = [Page::Standards, Page::Cases].into_iter();
    pages.any(|page| is_offered(page, package)) || tells_likeness(package)
}

/// The panels beside the chart: of standards and cases where the package can have any.
pub fn profile_panels(session: Session, package: &Package, found: &Arc<Portrait>) -> AnyView {
    let has = |page: Page| is_offered(page, package);
    view! {
        {has(Page::Standards).then(|| standards(session, package, found))}
        {has(Page::Cases).then(|| cases(session, package, found))}
        {tells_likeness(package).then(|| similar(session, package, found))}
    }
    .into_any()
}

/// A panel with its heading and a link to the page that says more.
pub(super) fn panel(
    class: &'static str,
    heading: String,
    inner: AnyView,
    more: Option<(&'static str, Page, String)>,
) -> AnyView {
    let more = more.map(|(label, page, code)| {
        let target = Box::new(move |view: &View| of_area(view, page, &code));
        let link = view_link("quiet", None, "", target, label.into_any());
        view! { <p class="more">{link}</p> }
    });
    view! {
        <section class=["panel ", class].concat()>
            <div class="panel-head">
                <h2>{heading}</h2>
                {more}
            </div>
            {inner}
        </section>
    }
    .into_any()
}

/// The menu of a panel's table; nothing where the panel has none.
pub(super) fn menu(
    session: Session,
    package: &Package,
    found: &Arc<Portrait>,
    word: &'static str,
    make: fn(Lang, &Package, &Portrait, &str) -> Option<Vec<u8>>,
) -> Option<AnyView> {
    make(session.lang(), package, found, "")?;
    let code = code_of(package, area_of(found));
    let found = found.clone();
    let csv = Callback::new(move |()| {
        let package = session.package.get_untracked()?;
        let address = browser::address_of(&session.pinned_query());
        make(session.lang(), &package, &found, &address)
    });
    let stem = [&*package.name, "profile", &code, word];
    Some(table_menu(session, &stem, csv))
}

pub(super) fn line(text: impl Into<String>) -> Option<AnyView> {
    let text: String = text.into();
    (!text.is_empty()).then(|| view! { <p class="quiet-line">{text}</p> }.into_any())
}

pub(super) fn code_of(package: &Package, area: AreaId) -> String {
    package.areas.get(area).code.clone()
}

/// The first area that lies in one above the lowest usual level; none in a community.
fn inside_of(package: &Package, area: AreaId) -> Option<AreaId> {
    let community = package.descriptor.level("community")?;
    let children = package.areas.children(area).iter().copied();
    let mut inside = children.filter(|child| package.areas.get(*child).level <= community);
    inside.next()
}

pub(super) fn area_of(found: &Portrait) -> AreaId {
    found.profile.question.area
}

// ---- standards ----------------------------------------------------------------------------------

fn standards(session: Session, package: &Package, found: &Arc<Portrait>) -> AnyView {
    let own = session.words().profile();
    let area = area_of(found);
    let table = match portrait_standards(package, found) {
        PortraitStandards::Own(rows) => own_standards(session, package, &rows),
        PortraitStandards::Inside(entries) if entries.is_empty() => {
            line(own.no_standards).into_any()
        }
        PortraitStandards::Inside(entries) => standards_inside(session, package, &entries),
        PortraitStandards::SetHere(entries) => set_here(session, &entries),
    };
    let menu = menu(session, package, found, "standards", portrait_standards_csv);
    let more = (own.to_standards, Page::Standards, code_of(package, area));
    let heading = match package.descriptor.judged {
        true => own.standards,
        false => own.standards_here,
    };
    let inner = view! { {table} {menu} }.into_any();
    panel("of-standards", heading.to_string(), inner, Some(more))
}

/// Each standard that speaks of the area: what it asks for, what there is, by how much; those not met
/// first.
fn own_standards(
    session: Session,
    package: &Package,
    rows: &[(&StandardEntry, &StandardRow)],
) -> AnyView {
    let own = session.words().profile();
    let of = |is_shown: fn(StandardVerdict) -> bool| {
        let rows = rows.iter().filter(move |(_, row)| is_shown(row.verdict));
        rows.map(|(entry, row)| standard_row(session, package, entry, row))
    };
    let missed = of(|verdict| verdict == StandardVerdict::Missed);
    let met = of(|verdict| verdict == StandardVerdict::Met);
    let open = of(|verdict| matches!(verdict, StandardVerdict::NotJudged(_)));
    let rows: Vec<AnyView> = missed.chain(met).chain(open).collect();
    let heads = [
        (own.column_standard, ""),
        (own.column_actual, "number"),
        (own.column_margin, "number"),
    ];
    small_table(own.standards, &heads, rows)
}

fn standard_row(
    session: Session,
    package: &Package,
    entry: &StandardEntry,
    row: &StandardRow,
) -> AnyView {
    let lang = session.lang();
    let value = words::standard_value_text(lang, package, entry, row);
    let (margin, class) = match row.verdict {
        StandardVerdict::Met => (words::margin_text(lang, package, entry, row), "sign met"),
        StandardVerdict::Missed => (words::margin_text(lang, package, entry, row), "sign missed"),
        StandardVerdict::NotJudged(_) => (
            words::profile_standard_verdict(lang, row.verdict).to_string(),
            "sign",
        ),
    };
    view! {
        <tr>
            {standard_head(session, entry, Some((row.verdict, class)))}
            <td class="number">{number(session, value, row.total.reading.place)}</td>
            <td class="number">{margin}</td>
        </tr>
    }
    .into_any()
}

/// The name of a standard, its sign before and what it asks for below.
fn standard_head(
    session: Session,
    entry: &StandardEntry,
    sign: Option<(StandardVerdict, &'static str)>,
) -> AnyView {
    let lang = session.lang();
    let (label, label_lang) = entry.standard.label.get_with_lang(lang);
    let sign = sign.map(|(verdict, class)| {
        let said = words::profile_standard_verdict(lang, verdict);
        view! {
            <span class=class role="img" aria-label=said>
                {words::standard_sign(verdict)}
            </span>
            " "
        }
    });
    let required = words::requirement_text(lang, &entry.standard);
    view! {
        <th scope="row">
            {sign} <span lang=label_lang.tag()>{label.to_string()}</span>
            <span class="second">{required}</span>
        </th>
    }
    .into_any()
}

/// Each standard that speaks of areas inside: how many meet it.
fn standards_inside(session: Session, package: &Package, entries: &[&StandardEntry]) -> AnyView {
    let lang = session.lang();
    let own = session.words().profile();
    let rows = entries.iter().map(|entry| {
        let missed = match entry.missed {
            0 => "0".into_any(),
            count => view! { <span class="sign missed">"◇ "</span> {count.to_string()} }.into_any(),
        };
        view! {
            <tr>
                {standard_head(session, entry, None)}
                <td class="number">{entry.met.to_string()}</td>
                <td class="number">{missed}</td>
            </tr>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let heads = [
        (own.column_standard, ""),
        (own.column_met, "number"),
        (own.column_missed, "number"),
    ];
    let level = entries.iter().find_map(|entry| entry.level);
    let said = level.map(|level| words::inside_text(lang, package, level));
    view! { {small_table(own.standards, &heads, rows)} {line(said.unwrap_or_default())} }.into_any()
}

/// Of a package that judges nothing: the standards that the place itself has set, or one above it.
fn set_here(session: Session, entries: &[&StandardEntry]) -> AnyView {
    let lang = session.lang();
    let own = session.words().profile();
    let rows = entries.iter().map(|entry| {
        view! {
            <tr>
                {standard_head(session, entry, None)}
                <td>{words::strength_text(lang, entry.standard.strength)}</td>
            </tr>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    if rows.is_empty() {
        return line(own.none_set_here).into_any();
    }
    let heads = [
        (own.column_standard, ""),
        (session.words().column_strength, ""),
    ];
    view! { {small_table(own.standards, &heads, rows)} {line(own.not_judged_here)} }.into_any()
}

pub(super) fn small_table(
    label: &'static str,
    heads: &[(&'static str, &'static str)],
    rows: Vec<AnyView>,
) -> AnyView {
    let heads = heads.iter().map(|(head, class)| {
        let (head, class) = (*head, *class);
        view! { <th scope="col" class=class>{head}</th> }.into_any()
    });
    let heads: Vec<AnyView> = heads.collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="small">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

// ---- cases --------------------------------------------------------------------------------------

fn cases(session: Session, package: &Package, found: &Arc<Portrait>) -> AnyView {
    let lang = session.lang();
    let own = session.words().profile();
    let more = (own.to_cases, Page::Cases, code_of(package, area_of(found)));
    let Some((period, flow)) = &found.cases else {
        let nothing = line(own.no_cases).into_any();
        return panel("of-cases", own.cases.to_string(), nothing, Some(more));
    };
    let rows: Vec<AnyView> = flow
        .stages
        .iter()
        .enumerate()
        .map(|(at, stage)| {
            let above = at.checked_sub(1).map(|above| flow.stages[above].role);
            stage_row(session, package, stage, above)
        })
        .collect();
    let heads = [
        (own.column_stage, ""),
        (own.column_count, "number"),
        (own.column_passed, "number"),
    ];
    let said = match flow.no_conversion {
        Some(reason) => words::profile_no_conversion(lang, reason).to_string(),
        None => words::rates_text(lang, &flow.rates),
    };
    let heading = words::period_heading(lang, own.cases, *period);
    let menu = menu(session, package, found, "cases", portrait_cases_csv);
    let inner = view! { {small_table(own.cases, &heads, rows)} {line(said)} {menu} }.into_any();
    panel("of-cases", heading, inner, Some(more))
}

fn stage_row(session: Session, package: &Package, stage: &Stage, above: Option<Role>) -> AnyView {
    let lang = session.lang();
    let indicator = package.indicators.get(stage.indicator);
    let reading = &stage.total.reading;
    let count = match stage.count {
        Some(count) => words::count_text(count),
        None => words::value_with_unit(lang, indicator, reading),
    };
    let passed = stage
        .of_before
        .map(|passed| words::share_of_before_text(lang, passed, above));
    view! {
        <tr>
            <th scope="row">{words::stage_text(lang, stage.role)}</th>
            <td class="number">{number(session, count, reading.place)}</td>
            <td class="number">{passed}</td>
        </tr>
    }
    .into_any()
}

// ---- organisation -------------------------------------------------------------------------------

/// The panel below it: names need room.
pub fn organisation_panel(session: Session, package: &Package, found: &Arc<Portrait>) -> AnyView {
    let lang = session.lang();
    let own = session.words().profile();
    let code = code_of(package, area_of(found));
    let more = (own.to_organisation, Page::Organisation, code);
    let Some((organised, lacking)) = &found.organisation else {
        let nothing = line(own.no_organisation).into_any();
        return panel(
            "of-organisation",
            own.organisation.to_string(),
            nothing,
            Some(more),
        );
    };
    let rows = organised.shares.iter().map(|share| {
        let (heading, figures, said) = words::profile_organisation_share(lang, package, share);
        let units = lacking
            .iter()
            .find(|it| it.organisations == share.organisations);
        let label = package.indicators.get(share.organisations).label.get(lang);
        let area = area_of(found);
        let names = units.map(|it| words::profile_lacking(lang, package, area, label, &it.units));
        let names = names.filter(|names| !names.is_empty());
        let is_far = inside_of(package, area).is_some();
        let class = if is_far { "names far" } else { "names" };
        let names = names.map(|names| {
            view! {
                <tr class=class>
                    <td colspan="3">{names}</td>
                </tr>
            }
        });
        let place = share.have.reading.place;
        view! {
            <tr>
                <th scope="row">{heading}</th>
                <td class="number">{number(session, figures, place)}</td>
                <td class="number">{said}</td>
            </tr>
            {names}
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let table = (!rows.is_empty()).then(|| {
        let heads = [
            (own.column_of_units, ""),
            (own.column_have, "number"),
            (own.column_lacking, "number"),
        ];
        small_table(own.organisation, &heads, rows)
    });
    let levels = line(words::profile_levels(lang, package, organised));
    let counts = match table {
        Some(_) => None,
        None => line(words::counts_text(lang, package, organised)),
    };
    let make = portrait_organisation_csv;
    let menu = menu(session, package, found, "organisation", make);
    let inner = view! { {table} {counts} {levels} {menu} }.into_any();
    panel(
        "of-organisation",
        own.organisation.to_string(),
        inner,
        Some(more),
    )
}
