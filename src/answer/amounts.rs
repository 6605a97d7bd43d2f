//! Amounts: figures that are called neither counts nor running totals, of which a whole has the sum all the same, such
//! as money. As with counts, the sum of the parts is no measure for one of them.

use crate::model::{AreaId, IndicatorId, Kind, Period};
use crate::package::Package;
use crate::query::total;

/// Of fewer parts a sum may be chance.
const FEWEST: usize = 3;
/// Figures are rounded.
const NEARLY: f64 = 0.005;
/// What numbers that are written in full may differ by.
const EXACTLY: f64 = 1e-9;

/// True where the figure of an area, in the indicator's unit, is the sum of those of its parts and lies beyond each
/// of them, as no mean does, or is that sum exactly, as gains beside losses are.
pub(super) fn is_sum_of_parts(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
    figure: f64,
) -> bool {
    if !matches!(
        package.indicators.get(indicator).kind,
        Kind::Mean | Kind::Ratio
    ) {
        return false;
    }
    let parts = package.areas.children(area).iter();
    let parts = parts.filter_map(|part| {
        let total = total(package, indicator, *part, period);
        total.reading.value.exact()
    });
    let parts: Vec<f64> = parts.collect();
    let sum: f64 = parts.iter().sum();
    let is_inside = |part: &f64| part.abs() >= figure.abs();
    let most = match parts.iter().any(is_inside) {
        true => EXACTLY * parts.iter().map(|it| it.abs()).sum::<f64>(),
        false => NEARLY * figure.abs(),
    };
    parts.len() >= FEWEST && sum != 0.0 && (sum - figure).abs() <= most
}
