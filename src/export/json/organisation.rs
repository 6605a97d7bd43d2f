//! Whether organisation reaches every level.

use super::coverage::{ParentPart, parent};
use super::parts::{AreaPart, IndicatorPart, PackagePart, ReadingPart, TotalPart, level};
use super::standards::{RowPart, StandardPart, row};
use super::written;
use crate::answer::{
    Centre, CentreTier, Counted, LevelCount, LevelReach, MeetingPeriod, MeetingRequirement,
    Organisation, OrganisationShare, RoleCount, UnitCount, UnitDifference,
};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    levels: Vec<LevelPart<'a>>,
    orphans: Vec<AreaPart<'a>>,
    counts: Vec<CountPart<'a>>,
    shares: Vec<SharePart<'a>>,
    centres: Vec<CentresPart<'a>>,
    meetings: Vec<MeetingsPart<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    period: String,
}

#[derive(Serialize)]
struct LevelPart<'a> {
    level: &'a str,
    count: usize,
    is_read: bool,
    next: Option<&'a str>,
    empty: Vec<EmptyPart<'a>>,
}

#[derive(Serialize)]
struct EmptyPart<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    has_lower: bool,
}

#[derive(Serialize)]
struct CountPart<'a> {
    role: &'static str,
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    period: String,
    published: TotalPart<'a>,
    parent: Option<ParentPart<'a>>,
    reach: Vec<ReachPart<'a>>,
    units: Option<UnitsPart<'a>>,
}

#[derive(Serialize)]
struct ReachPart<'a> {
    level: &'a str,
    period: String,
    rows: usize,
    known: usize,
    areas: usize,
}

#[derive(Serialize)]
struct UnitsPart<'a> {
    level: &'a str,
    listed: Option<usize>,
    not_listed: Option<&'static str>,
    differs: bool,
    differing: Vec<DifferencePart<'a>>,
}

#[derive(Serialize)]
struct DifferencePart<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    published: ReadingPart<'a>,
    listed: usize,
}

#[derive(Serialize)]
struct SharePart<'a> {
    organisations: IndicatorPart<'a>,
    have: TotalPart<'a>,
    units: IndicatorPart<'a>,
    all: TotalPart<'a>,
    lacking_at_least: Option<f64>,
    is_over: bool,
}

/// `reported` beside `expected`, and the areas of the tier that make the difference.
#[derive(Serialize)]
struct CentresPart<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    period: String,
    reported: TotalPart<'a>,
    tier: Option<&'a str>,
    no_tier: Option<&'static str>,
    expected: Option<usize>,
    without: Vec<CentrePart<'a>>,
    several: Vec<CentrePart<'a>>,
    unknown: Vec<CentrePart<'a>>,
}

#[derive(Serialize)]
struct CentrePart<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    reading: ReadingPart<'a>,
}

#[derive(Serialize)]
struct MeetingsPart<'a> {
    standard: StandardPart<'a>,
    periods: Vec<HeldPart<'a>>,
}

#[derive(Serialize)]
struct HeldPart<'a> {
    period: String,
    enough: usize,
    silent: Option<&'static str>,
    short: Vec<RowPart<'a>>,
    not_judged: Vec<RowPart<'a>>,
}

/// How an area is organised.
///
/// # Errors
/// Those of the writer; an organisation has nothing that it refuses.
pub fn organisation_json(
    lang: Lang,
    package: &Package,
    found: &Organisation,
) -> serde_json::Result<String> {
    let area = |id: &_| AreaPart::of(lang, package, *id);
    let (counts, shares) = (found.counts.iter(), found.shares.iter());
    let (centres, meetings) = (found.centres.iter(), found.meetings.iter());
    written(&Answer {
        answer: "organisation",
        package: PackagePart::of(lang, package),
        question: Question {
            area: area(&found.area),
            period: found.period.to_string(),
        },
        levels: found
            .levels
            .iter()
            .map(|it| level_part(lang, package, it))
            .collect(),
        orphans: found.orphans.iter().map(area).collect(),
        counts: counts.map(|it| count(lang, package, it)).collect(),
        shares: shares.map(|it| share(lang, package, it)).collect(),
        centres: centres.map(|it| tier(lang, package, it)).collect(),
        meetings: meetings.map(|it| required(lang, package, it)).collect(),
    })
}

fn level_part<'a>(lang: Lang, package: &'a Package, found: &LevelCount) -> LevelPart<'a> {
    let empty = found.empty.iter().map(|it| EmptyPart {
        area: AreaPart::of(lang, package, it.area),
        has_lower: it.has_lower,
    });
    LevelPart {
        level: level(package, found.level),
        count: found.count,
        is_read: found.is_read,
        next: found.next.map(|it| level(package, it)),
        empty: empty.collect(),
    }
}

fn count<'a>(lang: Lang, package: &'a Package, found: &RoleCount) -> CountPart<'a> {
    let reach = |it: &LevelReach| ReachPart {
        level: level(package, it.level),
        period: it.period.to_string(),
        rows: it.rows,
        known: it.known,
        areas: it.areas,
    };
    CountPart {
        role: found.role.word(),
        indicator: IndicatorPart::of(lang, package, found.indicator),
        period: found.period.to_string(),
        published: TotalPart::of(package, &found.total),
        parent: found.parent.as_ref().map(|it| parent(package, it)),
        reach: found.reach.iter().map(reach).collect(),
        units: found.units.as_ref().map(|it| units(lang, package, it)),
    }
}

fn units<'a>(lang: Lang, package: &'a Package, found: &UnitCount) -> UnitsPart<'a> {
    let (listed, not_listed) = match found.counted {
        Counted::Units(count) => (Some(count), None),
        Counted::NotRead => (None, Some("not-read")),
        Counted::NotListed => (None, Some("not-listed")),
        Counted::Later => (None, Some("later")),
    };
    let difference = |it: &UnitDifference| DifferencePart {
        area: AreaPart::of(lang, package, it.area),
        published: ReadingPart::of(package, &it.published),
        listed: it.counted,
    };
    UnitsPart {
        level: level(package, found.level),
        listed,
        not_listed,
        differs: found.differs,
        differing: found.differing.iter().map(difference).collect(),
    }
}

fn share<'a>(lang: Lang, package: &'a Package, found: &OrganisationShare) -> SharePart<'a> {
    SharePart {
        organisations: IndicatorPart::of(lang, package, found.organisations),
        have: TotalPart::of(package, &found.have),
        units: IndicatorPart::of(lang, package, found.units),
        all: TotalPart::of(package, &found.all),
        lacking_at_least: found.lacking_at_least,
        is_over: found.is_over,
    }
}

fn tier<'a>(lang: Lang, package: &'a Package, found: &CentreTier) -> CentresPart<'a> {
    let centres = |list: &[Centre]| -> Vec<CentrePart<'a>> {
        let centre = |it: &Centre| CentrePart {
            area: AreaPart::of(lang, package, it.area),
            reading: ReadingPart::of(package, &it.reading),
        };
        list.iter().map(centre).collect()
    };
    CentresPart {
        indicator: IndicatorPart::of(lang, package, found.indicator),
        period: found.period.to_string(),
        reported: TotalPart::of(package, &found.total),
        tier: found.tier.ok().map(|it| level(package, it)),
        no_tier: found.tier.err().map(names::no_tier),
        expected: found.expected,
        without: centres(&found.without),
        several: centres(&found.several),
        unknown: centres(&found.unknown),
    }
}

fn required<'a>(
    lang: Lang,
    package: &'a Package,
    found: &'a MeetingRequirement,
) -> MeetingsPart<'a> {
    let rows = |list: &[_]| list.iter().map(|it| row(lang, package, it)).collect();
    let held = |it: &MeetingPeriod| HeldPart {
        period: it.period.to_string(),
        enough: it.enough,
        silent: it.silent.map(names::not_judged),
        short: rows(&it.short),
        not_judged: rows(&it.not_judged),
    };
    MeetingsPart {
        standard: StandardPart::of(lang, &found.standard),
        periods: found.periods.iter().map(held).collect(),
    }
}
