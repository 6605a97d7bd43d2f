//! How the figures of an indicator are spread over the areas of a package that has no whole to speak of.

use super::{
    BenchmarkChoice, Distribution, DistributionQuestion, PeriodChoice, distribution, level_options,
};
use crate::model::{IndicatorId, LevelId, Period, sort_by_key};
use crate::package::Package;
use crate::query::latest_period_until;

/// The newest figures of each of so many indicators, those that are headlines first: an area each, on the
/// finest level that has any. With them the number of indicators that have figures and are not among them.
pub fn spreads(
    package: &Package,
    until: Option<Period>,
    most: usize,
) -> (Vec<Distribution>, usize) {
    let mut indicators: Vec<IndicatorId> = package.indicators.iter().map(|(id, _)| id).collect();
    sort_by_key(&mut indicators, |id| !package.indicators.get(*id).headline);
    let mut found = Vec::new();
    let mut others = 0;
    for indicator in indicators {
        let Some((level, period)) = newest(package, indicator, until) else {
            continue;
        };
        if found.len() == most {
            others += 1;
            continue;
        }
        let question = DistributionQuestion {
            indicator,
            level,
            within: None,
            period: PeriodChoice::At(period),
            benchmark: BenchmarkChoice::Top,
        };
        found.push(distribution(package, question));
    }
    (found, others)
}

fn newest(
    package: &Package,
    indicator: IndicatorId,
    until: Option<Period>,
) -> Option<(LevelId, Period)> {
    let level = level_options(package, Some(indicator)).last().copied()?;
    let period = latest_period_until(package, indicator, Some(level), until)?;
    Some((level, period))
}
