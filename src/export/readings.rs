//! Any figures as a table: a row an indicator, area and period. It must not know pages.

use super::trends::Table;
use crate::answer::{Gap, Reading};
use crate::model::{AreaId, IndicatorId, Lang, Period};
use crate::package::Package;
use crate::query::select;

/// One figure and what it is of.
pub type Figure = (IndicatorId, AreaId, Period, Reading);

/// Figures in the order given; what they are stands above the header. Nothing where there are none.
pub fn readings_csv(
    lang: Lang,
    package: &Package,
    figures: &[Figure],
    (title, address): (&str, &str),
) -> Option<Vec<u8>> {
    let (first, ..) = figures.first()?;
    let mut table = Table::new(lang, package, *first, &[]);
    for (indicator, area, period, reading) in figures {
        table.indicator = *indicator;
        table.reading(*area, *period, reading);
        table.end_row();
    }
    Some(table.finish(vec![title.to_string()], address))
}

/// Every cell that holds no figure, with its reason.
pub fn gaps_csv(
    lang: Lang,
    package: &Package,
    gaps: &[Gap],
    named: (&str, &str),
) -> Option<Vec<u8>> {
    let mut figures: Vec<Figure> = Vec::new();
    for gap in gaps {
        for indicator in &gap.indicators {
            for area in &gap.areas {
                let periods = gap.periods.iter();
                figures.extend(periods.map(|period| {
                    let reading = select(package, *indicator, *area, *period);
                    (*indicator, *area, *period, reading)
                }));
            }
        }
    }
    readings_csv(lang, package, &figures, named)
}
