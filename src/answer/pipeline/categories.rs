//! Cases by category, the heaviest first.

use super::of_role;
use crate::model::{AreaId, IndicatorId, Kind, Period, Role, Text, sort_by};
use crate::package::Package;
use crate::query::{CategoryReading, Reading, Total, categories};

/// What the shares of the categories are of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShareBase {
    /// The published total.
    Total(f64),
    /// The categories themselves, which have all a figure, since no total is published.
    Sum(f64),
    /// The categories themselves, which exceed the published total: the one or the other is wrong.
    OverTotal {
        /// What they sum up to.
        sum: f64,
        /// What is published.
        total: f64,
    },
    /// Nothing: there is no total, and a category lacks a figure.
    Unknown,
}

/// One category.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakdownRow {
    /// The category as written.
    pub value: String,
    /// What readers see.
    pub label: Text,
    /// Its cases.
    pub reading: Reading,
    /// Its share, 1 for all.
    pub share: Option<f64>,
    /// The share of this category and those before it.
    pub cumulative: Option<f64>,
    /// Resolved in time of those due in the category, where that is published.
    pub on_time: Option<Reading>,
}

/// The cases broken down by one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// The place of the dimension in the descriptor.
    pub dimension: usize,
    /// The stage that is broken down.
    pub role: Role,
    /// Its indicator.
    pub indicator: IndicatorId,
    /// The cases of all categories, as published.
    pub total: Total,
    /// What the shares are of.
    pub base: ShareBase,
    /// Cases of the total in none of the categories. None where a category lacks a figure, which
    /// the difference would give away.
    pub unassigned: Option<f64>,
    /// The categories, the heaviest first, equals in the order of the descriptor; then those
    /// without a figure.
    pub rows: Vec<BreakdownRow>,
}

/// The first stage that is broken down, for each dimension.
pub(super) fn breakdowns(package: &Package, area: AreaId, period: Period) -> Vec<Breakdown> {
    const STAGES: [Role; 4] = [
        Role::CaseTaken,
        Role::CaseDispatched,
        Role::CaseOrdered,
        Role::CaseResolved,
    ];
    let mut found = Vec::new();
    for dimension in 0..package.descriptor.dimensions.len() {
        let mut of_stages = STAGES
            .into_iter()
            .filter_map(|role| breakdown(package, dimension, role, area, period));
        found.extend(of_stages.next());
    }
    found
}

/// The cases by category of an area, or else of the nearest one above it that has any.
pub fn nearest_breakdown(
    package: &Package,
    area: AreaId,
    period: Period,
) -> Option<(AreaId, Breakdown)> {
    let above = package.areas.path(area).into_iter().rev();
    let mut found = above.filter_map(|area| {
        let own = breakdowns(package, area, period).into_iter().next()?;
        Some((area, own))
    });
    found.next()
}

fn breakdown(
    package: &Package,
    dimension: usize,
    role: Role,
    area: AreaId,
    period: Period,
) -> Option<Breakdown> {
    let (indicator, total) = of_role(package, role, area, period)
        .or_else(|| Some((first_count(package, role)?, NO_TOTAL)))?;
    if package.indicators.get(indicator).kind != Kind::Count {
        return None;
    }
    let found = categories(package, indicator, dimension, area, period);
    if found.is_empty() {
        return None;
    }
    let numbers: Vec<Option<f64>> = found.iter().map(|it| it.reading.value.exact()).collect();
    let sum: f64 = numbers.iter().flatten().sum();
    let is_whole = numbers.iter().all(Option::is_some);
    let published = total.reading.value.exact();
    let published = published.filter(|_| total.summed.is_none());
    let base = match published {
        Some(total) if sum > total => ShareBase::OverTotal { sum, total },
        Some(total) => ShareBase::Total(total),
        None if is_whole => ShareBase::Sum(sum),
        None => ShareBase::Unknown,
    };
    let unassigned = match base {
        ShareBase::Total(total) if is_whole => Some(total - sum),
        _ => None,
    };
    let on_time = on_time(package, dimension, area, period);
    Some(Breakdown {
        dimension,
        role,
        indicator,
        total,
        rows: rows(package, dimension, found, base, &on_time),
        base,
        unassigned,
    })
}

const NO_TOTAL: Total = Total {
    reading: Reading::NO_ROW,
    summed: None,
};

fn first_count(package: &Package, role: Role) -> Option<IndicatorId> {
    let mut indicators = package.indicators.iter();
    let found = indicators.find(|(_, it)| it.role == Some(role))?;
    Some(found.0)
}

fn on_time(
    package: &Package,
    dimension: usize,
    area: AreaId,
    period: Period,
) -> Vec<CategoryReading> {
    match first_count(package, Role::CaseOnTime) {
        Some(id) => categories(package, id, dimension, area, period),
        None => Vec::new(),
    }
}

fn rows(
    package: &Package,
    dimension: usize,
    mut found: Vec<CategoryReading>,
    base: ShareBase,
    on_time: &[CategoryReading],
) -> Vec<BreakdownRow> {
    sort_by(&mut found, |one, other| {
        let number = |it: &CategoryReading| it.reading.value.number().unwrap_or(-1.0);
        number(other).total_cmp(&number(one))
    });
    let whole = match base {
        ShareBase::Total(whole)
        | ShareBase::Sum(whole)
        | ShareBase::OverTotal { sum: whole, .. } => whole,
        ShareBase::Unknown => 0.0,
    };
    let declared = package.descriptor.dimensions.get(dimension);
    let written = |value: &str| Text::new(value, value);
    let mut before = 0.0;
    let mut rows = Vec::new();
    for category in found {
        let own = category.reading.value.exact().filter(|_| whole > 0.0);
        before += own.unwrap_or(0.0);
        let of_category = on_time.iter().find(|it| it.value == category.value);
        rows.push(BreakdownRow {
            label: declared.map_or_else(
                || written(&category.value),
                |it| it.value_label(&category.value),
            ),
            share: own.map(|own| own / whole),
            cumulative: own.map(|_| before / whole),
            on_time: of_category.map(|it| it.reading),
            reading: category.reading,
            value: category.value,
        });
    }
    rows
}
