//! A published figure beside the sum of its parts.

use crate::model::{AreaId, Bound, IndicatorId, Kind, Period, Value};
use crate::package::Package;
use crate::query::{Reading, Total, select, sum_of_parts};

/// Whether a published figure and the sum of its parts can both be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They are equal, or the published bound allows for the sum.
    Agrees,
    /// They are not, and which is right the data does not say.
    Differs,
    /// Parts are missing from the sum, which is compared with nothing.
    Incomplete,
    /// The published figure is about or rounded, or without the counts that were summed.
    Open,
}

/// The two figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParentCheck {
    /// What the area publishes, with its row.
    pub published: Reading,
    /// What its parts sum up to, and how many of them have a figure.
    pub summed: Total,
    /// How they stand to each other.
    pub agreement: Agreement,
}

/// Holds what an area publishes against the sum of its parts on the nearest level below that has
/// figures. None where it publishes no figure, or where nothing below can be summed.
pub fn parent_check(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
) -> Option<ParentCheck> {
    let published = select(package, indicator, area, period);
    published.value.number()?;
    let summed = sum_of_parts(package, indicator, area, period)?;
    let kind = package.indicators.get(indicator).kind;
    let agreement = match summed.is_partial() {
        true => Agreement::Incomplete,
        false => agreement(kind, &published, &summed.reading),
    };
    Some(ParentCheck {
        published,
        summed,
        agreement,
    })
}

fn agreement(kind: Kind, published: &Reading, summed: &Reading) -> Agreement {
    let said = |agrees: bool| match agrees {
        true => Agreement::Agrees,
        false => Agreement::Differs,
    };
    if kind != Kind::Count {
        let own = published.numerator.zip(published.denominator);
        return match (own, summed.numerator.zip(summed.denominator)) {
            (Some(own), Some(sum)) => said(is_same(own.0, sum.0) && is_same(own.1, sum.1)),
            _ => Agreement::Open,
        };
    }
    let Some(sum) = summed.value.exact() else {
        return Agreement::Open;
    };
    match published.value {
        Value::Known(own) => said(is_same(own, sum)),
        Value::Bounded(own, Bound::Lower) => said(sum >= own),
        Value::Bounded(own, Bound::Upper) => said(sum <= own),
        Value::Bounded(..) | Value::Missing(_) => Agreement::Open,
    }
}

/// Equal but for what adding in another order does to the last digits.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}
