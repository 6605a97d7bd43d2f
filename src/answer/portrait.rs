//! Everything that the profile page states of one area: how it stands, what stands out, standards,
//! cases, organisation, and the areas that are like it. One answer, so that its parts speak of one
//! area and one time.

use super::coverage::{CoverageQuestion, coverage};
use super::findings::{Finding, area_findings};
use super::organisation::{Organisation, OrganisationQuestion, organisation, unit_level};
use super::pipeline::{CaseFlow, PipelineQuestion, pipeline};
use super::profile::{Profile, ProfileQuestion, ProfileRow, profile};
use super::reorganised::{Reorganised, reorganised_of};
use super::similar::{NoSimilar, Similar, SimilarQuestion, similar};
use super::standards::{Standards, StandardsQuestion, standards};
use super::trend::{Trend, TrendQuestion, trend};
use super::units::UnitsOfArea;
use crate::model::{AreaId, IndicatorId, Period, Polarity, Role};
use crate::package::Package;
use crate::query::newest_of_roles;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Portrait {
    /// The area on every indicator that is published for it.
    pub profile: Profile,
    /// Number of indicators of the package that have no row for the area.
    pub unpublished: usize,
    /// What stands out, those on the bad side first.
    pub findings: Vec<Finding>,
    /// The standards, held against the area and those inside it.
    pub standards: Standards,
    /// Its cases; none where no period has any.
    pub cases: Option<(Period, CaseFlow)>,
    /// Its organisation; none where nothing is published of it.
    pub organisation: Option<(Organisation, Vec<LackingOf>)>,
    /// The splits and mergers that it came of or became others by.
    pub reorganised: Vec<Reorganised>,
    /// The areas that are like it, or why none is named.
    pub similar: Result<Similar, NoSimilar>,
    /// The course of what stands out most, or else of what lies furthest on the bad side.
    pub course: Option<Trend>,
}

/// The units of an area without an organisation, for one count of organisations.
#[derive(Clone, Debug, PartialEq)]
pub struct LackingOf {
    /// What counts the organisations.
    pub organisations: IndicatorId,
    /// The units, with those in which none stands.
    pub units: UnitsOfArea,
}

/// Answers.
pub fn portrait(package: &Package, question: ProfileQuestion) -> Portrait {
    let mut found = profile(package, question);
    let is_published = |row: &ProfileRow| row.row.reading.place.is_some();
    found.rows.retain(is_published);
    let unpublished = package.indicators.iter().count() - found.rows.len();
    let findings = area_findings(package, &found);
    let area = question.area;
    let reorganised = reorganised_of(package, area);
    // What is no more is seen as it was, in all its parts at one time.
    let ended = reorganised.iter().find(|it| it.from.contains(&area));
    let as_it_was = |period: Period| match ended {
        Some(ended) if period.end_index() >= ended.at.end_index() => found.period(),
        _ => Some(period),
    };
    let period = question
        .period
        .and_then(as_it_was)
        .or_else(|| found.period());
    let of_roles = |is_meant: fn(Role) -> bool| {
        let newest = || newest_of_roles(package, is_meant);
        question.period.or_else(newest).and_then(as_it_was)
    };
    let standards = period.map_or_else(
        || Standards {
            entries: Vec::new(),
        },
        |period| {
            let area = Some(area);
            standards(package, StandardsQuestion { area, period })
        },
    );
    Portrait {
        unpublished,
        standards,
        cases: of_roles(Role::is_of_cases).and_then(|period| cases(package, area, period)),
        organisation: of_roles(Role::is_of_organisation).and_then(|period| {
            let asked = OrganisationQuestion { area, period };
            with_names(package, organisation(package, asked))
        }),
        similar: similar(
            package,
            SimilarQuestion {
                area,
                period: question.period.or(ended.and(period)),
            },
        ),
        reorganised,
        course: course(package, &found, &findings),
        findings,
        profile: found,
    }
}

fn cases(package: &Package, area: AreaId, period: Period) -> Option<(Period, CaseFlow)> {
    let asked = PipelineQuestion {
        area,
        beside: None,
        period,
    };
    let flow = pipeline(package, asked).flow;
    (!flow.stages.is_empty()).then_some((period, flow))
}

/// The organisation with the units that lack one; none where it counts nothing.
fn with_names(package: &Package, found: Organisation) -> Option<(Organisation, Vec<LackingOf>)> {
    if found.counts.is_empty() {
        return None;
    }
    let level = package.areas.get(found.area).level;
    let lacking = found.shares.iter().filter_map(|share| {
        let question = CoverageQuestion {
            indicator: share.organisations,
            area: found.area,
            level,
            period: found.period,
            units: Some(share.organisations),
        };
        let found_units = coverage(package, question);
        let counted = package.indicators.get(share.units).role?;
        // Where the units themselves have not been read, those above them name nothing.
        let is_of_units = found_units
            .units
            .as_ref()
            .is_ok_and(|units| unit_level(package, counted) == Some(units.level));
        is_of_units.then_some(())?;
        let units = found_units
            .rows
            .into_iter()
            .find(|row| row.area == found.area)?
            .units?;
        Some(LackingOf {
            organisations: share.organisations,
            units,
        })
    });
    let lacking = lacking.collect();
    Some((found, lacking))
}

/// The series of what stands out most, or else of what lies furthest on the bad side, or else of the
/// first headline that has a control chart.
fn course(package: &Package, found: &Profile, findings: &[Finding]) -> Option<Trend> {
    let first = findings.first().map(|finding| finding.indicator);
    let of_row = |row: &ProfileRow| {
        let against = row.row.judged?.against?;
        let sign = match package.indicators.get(row.indicator).polarity {
            Polarity::Higher => 1.0,
            Polarity::Lower => -1.0,
            Polarity::None => return None,
        };
        row.change_on_year.is_ok().then_some(())?;
        Some((row.indicator, sign * against.adjusted_z))
    };
    let furthest = || {
        let rows = found.rows.iter().filter_map(of_row);
        let furthest = rows.min_by(|one, other| one.1.total_cmp(&other.1));
        furthest.map(|(indicator, _)| indicator)
    };
    let headline = || {
        let judged = found.rows.iter().filter(|row| row.row.judged.is_some());
        let mut ids = judged.map(|row| row.indicator);
        ids.find(|id| package.indicators.get(*id).headline)
    };
    let indicator = first.or_else(furthest).or_else(headline)?;
    // What comes after is not yet ripe and would bend the line.
    let row = found.rows.iter().find(|row| row.indicator == indicator)?;
    let question = TrendQuestion {
        indicator,
        area: found.question.area,
        until: row.row.period,
        baseline: None,
        target: None,
    };
    let found = trend(package, question);
    let known = found.points.iter();
    let known = known.filter(|point| point.reading.value.number().is_some());
    (known.count() >= 2).then_some(found)
}
