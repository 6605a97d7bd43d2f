//! What is said of the organisation in tables: figures and whether they agree, empty levels, centres by
//! tier, meetings by period.

use super::export_menu::table_menu;
use super::org_cells::{AreaAnswers, area_list, cells_table, gap, sign, sourced};
use crate::answer::{
    Centre, CentreTier, Counted, EmptyArea, MeetingPeriod, MeetingRequirement, OtherCount,
    RoleCount, RowPlace, provenance,
};
use crate::browser;
use crate::export;
use crate::model::{AreaId, Lang, Period};
use crate::ui::session::Session;
use crate::words::{self, TierList};
use leptos::prelude::*;
use std::sync::Arc;

/// One figure.
struct Figure {
    label: String,
    period: Period,
    value: String,
    place: Option<RowPlace>,
    of: String,
    missing: String,
    check: String,
}

/// The figures of an area with their source rows. Columns of which no row has anything are left out,
/// and it is said why.
pub fn counts_table(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let (fixed, all, lang) = (
        &session.words().organisation(),
        session.words(),
        session.lang(),
    );
    let counts = shown.found.counts.iter();
    let mut figures: Vec<Figure> = counts
        .map(|count| count_figure(lang, shown, count))
        .collect();
    let others = shown.others.iter();
    figures.extend(others.map(|other| other_figure(lang, shown, other)));
    if figures.is_empty() {
        return view! { <p>{fixed.no_counts}</p> }.into_any();
    }
    let has_check = figures.iter().any(|figure| !figure.check.is_empty());
    let has_units = figures.iter().any(|figure| !figure.of.is_empty());
    let has_source = !shown.is_judged();
    let mut heads = vec![
        (all.indicator.to_string(), false),
        (all.period.to_string(), false),
        (all.column_value.to_string(), true),
    ];
    if has_units {
        heads.push((fixed.of.to_string(), true));
        heads.push((fixed.missing.to_string(), false));
    }
    if has_check {
        heads.push((fixed.agreement.to_string(), false));
    }
    if has_source {
        heads.push((all.source.to_string(), false));
    }
    let rows = figures.into_iter().map(|figure| {
        let sign = (!figure.missing.is_empty()).then(|| sign(shown.is_judged(), true));
        let mut row = vec![
            figure.label.into_any(),
            words::period_text(lang, figure.period).into_any(),
            sourced(session, figure.value, figure.place),
        ];
        if has_units {
            row.push(figure.of.into_any());
            row.push(match figure.missing.is_empty() {
                true => String::new().into_any(),
                false => view! { {sign} " " {figure.missing} }.into_any(),
            });
        }
        if has_check {
            row.push(figure.check.into_any());
        }
        if has_source {
            row.push(source_text(shown, figure.place).into_any());
        }
        row
    });
    let label = region_label(session, shown, fixed.counts);
    let table = cells_table(label, "org-counts", heads, rows.collect());
    // Said of what has parts that could be listed, and has none listed.
    let has_no_list = !has_check && shown.tree.nodes.len() < 2 && !shown.is_lowest();
    let why = has_no_list.then(|| view! { <p class="definition">{fixed.no_checks}</p> });
    let counts = shown.found.counts.iter();
    let counts = counts.map(|it| (it.indicator, it.period, it.total.reading));
    let others = shown.others.iter();
    let others = others.map(|it| (it.indicator, it.period, it.total.reading));
    let listed = counts.chain(others);
    let listed = listed.map(|(id, period, reading)| (id, shown.found.area, period, reading));
    let menu = menu(session, shown, ("counts", fixed.counts), listed.collect());
    view! { {table} {menu} {why} }.into_any()
}

/// What the figures of a table are, to leave the page.
fn menu(
    session: Session,
    shown: &Arc<AreaAnswers>,
    (word, title): (&str, &'static str),
    listed: Vec<export::Figure>,
) -> Option<AnyView> {
    let code = &shown.package.areas.get(shown.tree.question.area).code;
    let stem = [&*shown.package.name, "organisation", word, code];
    let shown = shown.clone();
    let has_any = !listed.is_empty();
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        export::readings_csv(session.lang(), &shown.package, &listed, (title, &address))
    });
    has_any.then(|| table_menu(session, &stem, csv))
}

/// What a table is called: where several places stand on one page, each has its own.
fn region_label(session: Session, shown: &AreaAnswers, about: &str) -> String {
    let area = shown.package.areas.get(shown.tree.question.area);
    words::mark_text(&[area.name.get(session.lang()), about])
}

/// Title and place of the source of a row.
fn source_text(shown: &AreaAnswers, place: Option<RowPlace>) -> String {
    let found = place.and_then(|place| provenance(&shown.package, place));
    let Some(found) = found else {
        return String::new();
    };
    let mut parts = vec![
        found.source.map(|source| source.0).unwrap_or_default(),
        found.locator,
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn count_figure(lang: Lang, shown: &AreaAnswers, count: &RoleCount) -> Figure {
    let package = &shown.package;
    let indicator = package.indicators.get(count.indicator);
    let mut shares = shown.found.shares.iter();
    let share = shares.find(|share| share.organisations == count.indicator);
    let mut kinds = shown.tree.kinds.iter();
    let kind = kinds.position(|kind| kind.indicator == count.indicator);
    let reach = kind.map(|kind| shown.tree.reach(0, kind));
    let listed = count.units.as_ref().map(|units| units.counted);
    // Counted unit by unit where there is a list; else what the two totals say at least.
    let (of, missing) = match (listed, reach, share) {
        (Some(Counted::Units(listed)), ..) => (words::listed_text(lang, listed), String::new()),
        (_, Some(reach), _) => (
            words::count_text(reach.all as f64),
            words::missing_count_text(lang, reach.lacking(), false),
        ),
        // Nobody is told what is expected where nothing is to be judged.
        (_, None, Some(share)) if shown.is_judged() => (
            words::value_with_unit(
                lang,
                package.indicators.get(share.units),
                &share.all.reading,
            ),
            words::at_least_text(lang, share.lacking_at_least),
        ),
        (_, None, _) => (String::new(), String::new()),
    };
    Figure {
        label: indicator.label.get(lang).to_string(),
        period: count.period,
        value: words::value_with_unit(lang, indicator, &count.total.reading),
        place: count.total.reading.place,
        of,
        missing,
        check: words::count_check_text(lang, package, &shown.tree, &shown.found, count),
    }
}

fn other_figure(lang: Lang, shown: &AreaAnswers, other: &OtherCount) -> Figure {
    let package = &shown.package;
    let indicator = package.indicators.get(other.indicator);
    let reading = &other.total.reading;
    let value = words::value_with_unit(lang, indicator, reading);
    let counts = reading.numerator.zip(reading.denominator);
    let (value, of) = match counts {
        Some((numerator, denominator)) => (
            words::share_counts_text(lang, &value, numerator),
            words::count_text(denominator),
        ),
        None => (value, String::new()),
    };
    let missing = other.missing.map_or(0, |missing| missing.max(0.0) as usize);
    Figure {
        label: indicator.label.get(lang).to_string(),
        period: other.period,
        value,
        place: reading.place,
        of,
        missing: words::missing_count_text(lang, missing, false),
        check: words::other_check_text(lang, package, other, !shown.tree.kinds.is_empty()),
    }
}

/// Levels on which something is missing below, and units without a parent, by name and reason.
pub fn levels_list(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let (package, lang) = (&shown.package, session.lang());
    let filled = words::levels_filled_text(lang, package, &shown.found.levels);
    let levels = shown.found.levels.iter();
    let empty: Vec<AnyView> = levels
        .filter(|level| !level.empty.is_empty() && level.next.is_some())
        .flat_map(|level| {
            let text = words::empty_level_text(lang, package, level);
            by_reason(&level.empty).into_iter().map(move |(areas, reason)| (text.clone(), areas, reason))
        })
        .map(|(text, areas, empty)| {
            let reason = words::empty_area_text(lang, &empty);
            let areas = area_list(session, package, areas);
            let sign = sign(shown.is_judged(), true);
            view! { <li>{sign} " " {text} {gap(lang)} {areas} " " <span class="second">{reason}</span></li> }.into_any()
        })
        .collect();
    // Where units are listed nowhere a published number is all there is, and nothing is amiss.
    let has_list = shown.tree.nodes.len() > 1 && !shown.tree.kinds.is_empty();
    let counts = shown.found.counts.iter().filter(|_| has_list);
    let unlisted: Vec<AnyView> = counts
        .filter_map(|count| words::unlisted_level_text(lang, package, count))
        .map(|text| view! { <li>{sign(shown.is_judged(), true)} " " {text}</li> }.into_any())
        .collect();
    let orphans = shown.found.orphans.clone();
    let text = words::orphans_text(lang, orphans.len(), shown.found.adrift);
    let is_missing = !orphans.is_empty();
    let orphans = is_missing.then(|| area_list(session, package, orphans));
    view! {
        <p>{filled}</p>
        <ul class="facts">
            {unlisted} {empty} <li>{sign(shown.is_judged(), is_missing)} " " {text} {gap(lang)} {orphans}</li>
        </ul>
    }
    .into_any()
}

/// Empty areas with lower units in them apart from those with none.
fn by_reason(empty: &[EmptyArea]) -> Vec<(Vec<AreaId>, EmptyArea)> {
    let of = |has_lower: bool| {
        let own = empty.iter().filter(|it| it.has_lower == has_lower);
        let areas: Vec<AreaId> = own.clone().map(|it| it.area).collect();
        own.clone().next().map(|first| (areas, *first))
    };
    [of(false), of(true)].into_iter().flatten().collect()
}

/// Centres tier by tier: expected, reported, the difference, and which areas make it.
pub fn centres_table(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let fixed = session.words().organisation();
    if shown.found.centres.is_empty() {
        return view! { <p>{fixed.no_centres}</p> }.into_any();
    }
    let tiers = shown.found.centres.iter();
    let rows = tiers.map(|tier| centre_row(session, shown, tier)).collect();
    let heads = vec![
        (session.words().indicator.to_string(), false),
        (fixed.expected.to_string(), true),
        (fixed.reported.to_string(), true),
        (fixed.difference.to_string(), true),
        (fixed.which.to_string(), false),
    ];
    let label = region_label(session, shown, fixed.centres);
    let table = cells_table(label, "org-centres", heads, rows);
    let tiers = shown.found.centres.iter();
    let listed = tiers.map(|it| (it.indicator, shown.found.area, it.period, it.total.reading));
    let menu = menu(session, shown, ("centres", fixed.centres), listed.collect());
    view! { {table} {menu} }.into_any()
}

fn centre_row(session: Session, shown: &Arc<AreaAnswers>, tier: &CentreTier) -> Vec<AnyView> {
    let (package, lang) = (&shown.package, session.lang());
    let indicator = package.indicators.get(tier.indicator);
    let reading = &tier.total.reading;
    let value = words::value_text(lang, indicator, reading.value)
        .unwrap_or_else(|| words::value_with_unit(lang, indicator, reading));
    let expected = tier.expected.map(|count| count as f64);
    let difference = reading.value.exact().zip(expected);
    let difference = difference.map(|(reported, expected)| reported - expected);
    let list = |list: TierList, centres: &[Centre]| {
        (!centres.is_empty()).then(|| {
            let areas = centres.iter().map(|centre| centre.area).collect();
            let label = words::tier_lists_text(lang, list);
            let areas = area_list(session, package, areas);
            view! { <span class="tier-list">{label} {gap(lang)} {areas} " "</span> }.into_any()
        })
    };
    let lists = [
        list(TierList::Without, &tier.without),
        list(TierList::Several, &tier.several),
        list(TierList::Unknown, &tier.unknown),
    ];
    let nothing = lists.iter().all(Option::is_none) && tier.tier.is_ok();
    let nothing = nothing.then_some(session.words().organisation().none);
    let is_short = difference.is_some_and(|difference| difference < 0.0);
    let sign = difference.map(|_| sign(shown.is_judged(), is_short));
    let difference = difference.map_or(String::new(), words::signed_count_text);
    let period = words::period_text(lang, tier.period);
    vec![
        view! { {indicator.label.get(lang).to_string()} <span class="second">{period}</span> }
            .into_any(),
        expected.map_or(String::new(), words::count_text).into_any(),
        sourced(session, value, reading.place),
        view! { {sign} " " {difference} }.into_any(),
        view! { {words::no_tier_text(lang, tier)} {lists.into_iter().flatten().collect::<Vec<_>>()} {nothing} }
            .into_any(),
    ]
}

/// Meetings held against those required, period by period; and rules of which nothing is published.
pub fn meetings_part(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let (fixed, lang) = (&session.words().organisation(), session.lang());
    let required = shown.found.meetings.iter();
    let tables: Vec<AnyView> = required
        .map(|requirement| meetings_table(session, shown, requirement))
        .collect();
    let rules = shown.rules.iter();
    let rules: Vec<AnyView> = rules
        .map(|rule| {
            let text = words::unreported_meeting_text(lang, rule);
            view! { <li>{sign(false, true)} " " {text}</li> }.into_any()
        })
        .collect();
    let none = tables
        .is_empty()
        .then(|| view! { <p>{fixed.no_meetings}</p> });
    let rules = (!rules.is_empty()).then(|| view! { <ul class="facts">{rules}</ul> });
    let menu = (!tables.is_empty()).then(|| meetings_menu(session, shown));
    view! { {tables} {menu} {none} {rules} }.into_any()
}

/// All requirements in one file.
fn meetings_menu(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let code = &shown.package.areas.get(shown.found.area).code;
    let stem = [&*shown.package.name, "organisation", "meetings", code];
    let shown = shown.clone();
    let csv = Callback::new(move |()| {
        let address = browser::address_of(&session.pinned_query());
        export::meetings_csv(session.lang(), &shown.package, &shown.found, &address)
    });
    table_menu(session, &stem, csv)
}

fn meetings_table(
    session: Session,
    shown: &Arc<AreaAnswers>,
    requirement: &MeetingRequirement,
) -> AnyView {
    let (fixed, lang) = (&session.words().organisation(), session.lang());
    let standard = &requirement.standard;
    let (label, rule) = (
        standard.label.get(lang),
        words::requirement_text(lang, standard),
    );
    let caption = words::mark_text(&[label, &rule]);
    let heads = vec![
        (session.words().period.to_string(), false),
        (fixed.enough.to_string(), true),
        (fixed.enough_share.to_string(), true),
        (fixed.short.to_string(), false),
        (fixed.unknown.to_string(), false),
    ];
    let periods = requirement.periods.iter();
    let rows = periods
        .map(|held| meeting_row(session, shown, held))
        .collect();
    let label = region_label(session, shown, &caption);
    let table = cells_table(label, "org-meetings", heads, rows);
    view! { <p class="caption">{caption}</p> {table} }.into_any()
}

fn meeting_row(session: Session, shown: &Arc<AreaAnswers>, held: &MeetingPeriod) -> Vec<AnyView> {
    let (package, lang) = (&shown.package, session.lang());
    let judged = held.enough + held.short.len();
    let share = (judged > 0).then(|| held.enough as f64 / judged as f64);
    let named = |areas: Vec<AreaId>| {
        (!areas.is_empty()).then(|| {
            let count = words::count_text(areas.len() as f64);
            let areas = area_list(session, package, areas);
            view! { {count} " " <span class="second">{areas}</span> }.into_any()
        })
    };
    let none = session.words().organisation().none;
    let short = named(held.short.iter().map(|row| row.area).collect());
    let short = match short {
        Some(short) => view! { {sign(shown.is_judged(), true)} " " {short} }.into_any(),
        None if judged > 0 => view! { {sign(shown.is_judged(), false)} " " {none} }.into_any(),
        None => String::new().into_any(),
    };
    let unknown = match held.silent {
        Some(reason) => words::not_judged_reason(lang, reason).into_any(),
        None => named(held.not_judged.iter().map(|row| row.area).collect())
            .unwrap_or_else(|| String::new().into_any()),
    };
    vec![
        words::period_text(lang, held.period).into_any(),
        match judged {
            0 => String::new(),
            _ => words::of_text(held.enough, judged),
        }
        .into_any(),
        share
            .map_or(String::new(), words::share_percent_text)
            .into_any(),
        short,
        unknown,
    ]
}
