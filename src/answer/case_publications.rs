//! What a package publishes of cases where it counts no stages: the figures as they stand, each with its
//! source. Nothing is put in any order of size.

use crate::model::{AreaId, IndicatorId, Period, Theme};
use crate::package::Package;
use crate::query::{Reading, latest_period, select};

use super::provenance::source_of;

/// More rows than this are not listed.
const MOST_LISTED: usize = 100;

/// One published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFigure {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The area.
    pub area: AreaId,
    /// Its newest period.
    pub period: Period,
    /// What the data says.
    pub reading: Reading,
    /// Title and publisher of its source, where that is given.
    pub source: Option<(String, String)>,
}

/// The figures, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseFigures {
    /// By indicator, then in the order of the package's areas.
    pub rows: Vec<CaseFigure>,
    /// Number of rows beyond those listed.
    pub more: usize,
}

/// The newest figure of every indicator of the theme of cases, of the areas inside `within`.
pub fn case_figures(package: &Package, within: Option<AreaId>) -> CaseFigures {
    let mut found = CaseFigures::default();
    let of_theme = package.indicators.iter();
    for (indicator, _) in of_theme.filter(|(_, it)| it.theme == Theme::Cases) {
        let Some(newest) = latest_period(package, indicator, None) else {
            continue;
        };
        for (area, period) in newest_of_areas(package, indicator, newest) {
            if within.is_some_and(|outer| !package.areas.lies_in(area, outer)) {
                continue;
            }
            if found.rows.len() >= MOST_LISTED {
                found.more += 1;
                continue;
            }
            let reading = select(package, indicator, area, period);
            let source = reading.place.and_then(|place| source_of(package, place));
            found.rows.push(CaseFigure {
                indicator,
                area,
                period,
                reading,
                source: source.map(|it| (it.title.clone(), it.publisher.clone())),
            });
        }
    }
    found
}

/// The areas with a row of an indicator, each at its own newest period of the kind that is published
/// most.
fn newest_of_areas(
    package: &Package,
    indicator: IndicatorId,
    newest: Period,
) -> Vec<(AreaId, Period)> {
    let mut newest_of: Vec<Option<Period>> = vec![None; package.areas.count()];
    for file in package.observation_files() {
        for (period, slice) in file.index.of_indicator(indicator, 0) {
            for (area, _) in slice.iter() {
                let place = newest_of.get_mut(area.0 as usize);
                if let Some(known) = place.filter(|_| period.kind() == newest.kind()) {
                    *known = (*known).max(Some(period));
                }
            }
        }
    }
    let areas = package.areas.iter();
    let with_period = areas.filter_map(|(area, _)| {
        let period = newest_of.get(area.0 as usize).copied().flatten()?;
        Some((area, period))
    });
    with_period.collect()
}
