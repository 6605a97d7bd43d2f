//! What should be looked into: areas that stand apart from the whole, areas that have changed,
//! largest effect first. Nothing here says why; the cause may be the data.

mod areas;
mod standards;

pub use standards::Shortfall;

use super::compare::{Benchmark, BenchmarkChoice};
use super::profile::{Profile, ProfileRow};
use super::trend::ChangeOnYear;
use crate::model::{
    AreaId, IndicatorId, Kind, LevelId, Nature, Period, Polarity, sort_by, sort_by_key,
};
use crate::package::Package;
use crate::query::{Reading, SeriesPoint, series};
use crate::stats::{Confidence, Direction, Interval, Position, Signal, expected_by_chance};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindingsQuestion {
    /// The level whose areas are looked at.
    pub level: LevelId,
    /// The last period that counts; all where none.
    pub until: Option<Period>,
}

/// What makes a finding one.
#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    /// The area differs from its benchmark at 99.8 %, after allowing for the spread among all areas,
    /// and by its exact distribution too: small denominators raise no more alarms than the level says.
    Apart,
    /// The area's own series has changed: signals among its last three points that are outside the
    /// limits or in two rules at once, and three months that differ at 99.8 % from the same three of
    /// the year before. The second keeps a hundred areas' control charts from raising one false alarm
    /// after the other.
    Changed {
        /// What was signalled.
        signals: Vec<Signal>,
        /// True where the series was held against the benchmark of the same month, so that it is
        /// none of the season.
        season_excluded: bool,
    },
    /// The last five years rise or fall without exception, p < .002.
    Years {
        /// True where they rise.
        is_rising: bool,
        /// The statistic, of one degree of freedom.
        chi_squared: f64,
    },
}

/// One finding: an area, an indicator, and how far from what could be expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The area.
    pub area: AreaId,
    /// The period of the value.
    pub period: Period,
    /// The value.
    pub reading: Reading,
    /// Its 95 % interval, in the unit of the indicator.
    pub interval_95: Interval,
    /// What the value is held against, in the unit of the indicator: the benchmark, or of a change
    /// without one the area's own mean.
    pub expected: f64,
    /// Whose value that is.
    pub benchmark: ExpectedOf,
    /// True where it is held against the rest of these, without this one.
    pub is_rest: bool,
    /// Events more than expected; below zero: fewer.
    pub excess: f64,
    /// The first of the periods without a break in which it has been so, at 95 %.
    pub since: Period,
    /// Number of those periods.
    pub persistence: usize,
    /// What makes it a finding; one or both.
    pub signs: Vec<Sign>,
}

impl Finding {
    /// True where it lies on the bad side.
    pub fn is_bad(&self, polarity: Polarity) -> bool {
        match polarity {
            Polarity::Higher => self.excess < 0.0,
            Polarity::Lower => self.excess > 0.0,
            Polarity::None => false,
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// What was asked.
    pub question: FindingsQuestion,
    /// At most [`MOST_FINDINGS`], the largest excess first, then the longest lasting.
    pub findings: Vec<Finding>,
    /// Number of those that are left out.
    pub more: usize,
    /// Standards that areas do not meet, at most [`MOST_FINDINGS`], those that most areas
    /// do not meet first.
    pub shortfalls: Vec<Shortfall>,
    /// Number of those that are left out.
    pub more_shortfalls: usize,
    /// Number of all findings, and of those that lie beyond their benchmark at 99.8 %: the others have
    /// changed against their own past.
    pub counts: (usize, usize),
    /// Number of values held against a benchmark.
    pub compared_count: usize,
    /// Of these the values beyond 99.8 %, as a comparison counts them: a finding asks for more.
    pub beyond_count: usize,
    /// How many of these chance alone would put beyond 99.8 %.
    pub expected_by_chance: f64,
}

/// As many as are read in a minute.
pub const MOST_FINDINGS: usize = 7;

/// Fewer than this in the denominator are too few for a finding.
pub const LEAST_DENOMINATOR: f64 = 10.0;

/// The indicators that findings are about: those that chance has a part in, and those that a standard
/// in force speaks of.
pub fn finding_indicators(package: &Package) -> Vec<IndicatorId> {
    let of_standards = |code: &str| package.standards.iter().any(|it| it.indicator == code);
    let about = package.indicators.iter().filter(|(_, it)| {
        let is_judged =
            it.nature != Nature::Inventory && matches!(it.kind, Kind::Proportion | Kind::Rate);
        is_judged || of_standards(&it.code)
    });
    about.map(|(id, _)| id).collect()
}

/// Findings of one level.
pub fn findings(package: &Package, question: FindingsQuestion) -> Findings {
    let mut gathering = Gathering::new(question);
    for indicator in finding_indicators(package) {
        gathering.add(package, indicator);
    }
    gathering.add_standards(package);
    gathering.finish()
}

/// The series that a finding is about: periods of the kind of its own, up to it, the earliest first.
pub fn finding_series(package: &Package, finding: &Finding) -> Vec<SeriesPoint> {
    let mut points = series(package, finding.indicator, finding.area);
    points.retain(|point| {
        point.period.kind() == finding.period.kind() && point.period <= finding.period
    });
    points
}

/// The findings of one area, at the periods of its profile: those on the bad side first, each part in
/// the order of findings. An area is held to the same rules alone as among all, and none is left out.
pub fn area_findings(package: &Package, profile: &Profile) -> Vec<Finding> {
    if !package.descriptor.judged {
        return Vec::new();
    }
    let area = profile.question.area;
    let level = package.areas.get(area).level;
    let found = profile.rows.iter().filter_map(|row| {
        let period = row.row.period.filter(|_| may_be_found(profile, row))?;
        Some(areas::at_period(package, level, row.indicator, period, Some(area)).findings)
    });
    let mut found: Vec<Finding> = found.flatten().collect();
    order(&mut found);
    let polarity = |finding: &Finding| package.indicators.get(finding.indicator).polarity;
    sort_by_key(&mut found, |finding| !finding.is_bad(polarity(finding)));
    found
}

/// True where a row may hold a finding: it stands apart at 99.8 %, or something of its past has changed.
/// What is held against another area than the whole says nothing of the first.
fn may_be_found(profile: &Profile, row: &ProfileRow) -> bool {
    let Some(judged) = row.row.judged else {
        return false;
    };
    let is_apart = judged
        .against
        .is_some_and(|against| matches!(against.adjusted, Position::Above998 | Position::Below998));
    let has_changed = row.change_on_year.as_ref();
    let has_changed = has_changed.is_ok_and(ChangeOnYear::is_beyond_chance);
    let years = row.yearly.as_ref();
    let has_trend = years.is_ok_and(|yearly| yearly.direction != Direction::None);
    let is_of_whole = profile.question.benchmark == BenchmarkChoice::Top;
    !is_of_whole || is_apart || has_changed || has_trend
}

/// Whose value a finding is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedOf {
    /// A larger area's.
    Area(AreaId),
    /// That of all areas of the level together, which lie in no common area.
    Listed,
    /// The area's own mean.
    OwnMean,
}

impl ExpectedOf {
    fn benchmark(benchmark: &Benchmark) -> ExpectedOf {
        benchmark.area.map_or(ExpectedOf::Listed, ExpectedOf::Area)
    }

    /// The larger area, where it is one.
    pub fn area(self) -> Option<AreaId> {
        match self {
            ExpectedOf::Area(area) => Some(area),
            ExpectedOf::Listed | ExpectedOf::OwnMean => None,
        }
    }
}

/// The largest excess first, then the longest lasting.
fn order(findings: &mut [Finding]) {
    sort_by(findings, |one, other| {
        let larger = other.excess.abs().total_cmp(&one.excess.abs());
        larger.then(other.persistence.cmp(&one.persistence))
    });
}

/// Findings being gathered, an indicator at a time.
#[derive(Clone, Debug)]
pub struct Gathering {
    question: FindingsQuestion,
    findings: Vec<Finding>,
    shortfalls: Vec<Shortfall>,
    compared_count: usize,
    beyond_count: usize,
}

impl Gathering {
    /// None yet.
    pub fn new(question: FindingsQuestion) -> Gathering {
        Gathering {
            question,
            findings: Vec::new(),
            shortfalls: Vec::new(),
            compared_count: 0,
            beyond_count: 0,
        }
    }

    /// Adds those of one indicator.
    pub fn add(&mut self, package: &Package, indicator: IndicatorId) {
        let about = package.indicators.get(indicator);
        if about.nature == Nature::Inventory || !package.descriptor.judged {
            return;
        }
        let found = areas::of_indicator(package, &self.question, indicator);
        self.compared_count += found.compared_count;
        self.beyond_count += found.beyond_count;
        self.findings.extend(found.findings);
    }

    /// Adds the standards that areas do not meet.
    pub fn add_standards(&mut self, package: &Package) {
        let standards = package.standards.iter();
        let found = standards.filter_map(|it| standards::shortfall(package, &self.question, it));
        self.shortfalls = found.collect();
    }

    /// The largest.
    pub fn finish(mut self) -> Findings {
        order(&mut self.findings);
        let is_apart = |it: &&Finding| it.signs.contains(&Sign::Apart);
        let apart = self.findings.iter().filter(is_apart).count();
        let counts = (self.findings.len(), apart);
        let more = self.findings.len().saturating_sub(MOST_FINDINGS);
        self.findings.truncate(MOST_FINDINGS);
        sort_by(&mut self.shortfalls, |one, other| {
            // What is short is counted in the unit of each: only areas can be held against each other.
            other.missed.len().cmp(&one.missed.len())
        });
        let more_shortfalls = self.shortfalls.len().saturating_sub(MOST_FINDINGS);
        self.shortfalls.truncate(MOST_FINDINGS);
        Findings {
            question: self.question,
            findings: self.findings,
            more,
            shortfalls: self.shortfalls,
            more_shortfalls,
            counts,
            compared_count: self.compared_count,
            beyond_count: self.beyond_count,
            expected_by_chance: expected_by_chance(
                self.compared_count,
                Confidence::NinetyNinePointEight,
            ),
        }
    }
}
