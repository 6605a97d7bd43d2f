//! Ranks as ranges: how high and how low an area may stand, given what cannot be told apart.

use super::CompareRow;
use crate::model::{Indicator, Kind, Nature, Polarity};
use crate::stats::{Interval, are_told_apart, competition_ranks, rank_ranges};

/// The rank of an area, 1 the best; where neither side is good, 1 the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Competition rank: 1, 2, 2, 4.
    pub rank: u32,
    /// The best and the worst rank that it may hold: as many as are certainly better stand before
    /// it, as many as are certainly worse behind it. None of ratios and means, whose part of chance
    /// is not known.
    pub range: Option<(u32, u32)>,
}

/// What an area is held against the others by: its estimate and its 95 % interval. A figure that
/// chance has no part in has an interval of no width.
pub(super) fn estimate(indicator: &Indicator, row: &CompareRow) -> Option<(f64, Interval)> {
    let value = row.reading.value.exact()?;
    match (row.judged, indicator.nature) {
        (Some(judged), _) => Some((value, judged.interval_95)),
        (None, Nature::Inventory) => {
            let (lower, upper) = (value, value);
            Some((value, Interval { lower, upper }))
        }
        (None, _) => None,
    }
}

/// Gives each row that can be ranked its rank. False where no two of them can be told apart.
pub(super) fn rank(indicator: &Indicator, rows: &mut [CompareRow]) -> bool {
    let highest_first = indicator.polarity != Polarity::Lower;
    let is_estimate = |row: &CompareRow| estimate(indicator, row).is_some();
    // A value without its counts among others that have them: how sure it is cannot be said.
    let some_estimates = rows.iter().any(|row| row.is_rankable() && is_estimate(row));
    let places: Vec<usize> = (0..rows.len())
        .filter(|at| rows[*at].is_rankable() && (!some_estimates || is_estimate(&rows[*at])))
        .collect();
    let values = places
        .iter()
        .filter_map(|at| rows[*at].reading.value.exact());
    let values: Vec<f64> = values.collect();
    let estimates = places
        .iter()
        .filter_map(|at| estimate(indicator, &rows[*at]));
    let estimates: Vec<(f64, Interval)> = estimates.collect();
    let ranges = some_estimates.then(|| rank_ranges(&estimates, highest_first));
    let last = places.len() as u32;
    if let Some(ranges) = &ranges
        && indicator.nature != Nature::Inventory
        && ranges.iter().all(|range| *range == (1, last))
    {
        return false;
    }
    let ranks = competition_ranks(&values, highest_first);
    for (order, at) in places.into_iter().enumerate() {
        rows[at].rank = ranks.get(order).map(|rank| Rank {
            rank: *rank,
            range: ranges
                .as_ref()
                .and_then(|ranges| ranges.get(order).copied()),
        });
    }
    true
}

/// The rank of one row among all, and its range; none where it has no place in a ranking.
pub(in crate::answer) fn rank_of(
    indicator: &Indicator,
    rows: &[CompareRow],
    place: usize,
) -> Option<Rank> {
    let own = rows.get(place).filter(|row| row.is_rankable())?;
    let value = own.reading.value.exact()?;
    let is_total = matches!(indicator.kind, Kind::Count | Kind::Cumulative);
    let highest_first = indicator.polarity != Polarity::Lower;
    let better = |other: f64, than: f64| match highest_first {
        true => other > than,
        false => other < than,
    };
    let mut all = 0;
    let (mut before, mut surely_before, mut surely_behind) = (0, 0, 0);
    let estimate_of = |row: &CompareRow| estimate(indicator, row);
    let own_estimate = estimate_of(own);
    for row in rows.iter().filter(|row| row.is_rankable()) {
        let Some(other) = row.reading.value.exact() else {
            continue;
        };
        all += 1;
        before += u32::from(better(other, value));
        if let Some((own, other)) = own_estimate.zip(estimate_of(row))
            && are_told_apart(own, other)
        {
            surely_before += u32::from(better(other.0, own.0));
            surely_behind += u32::from(better(own.0, other.0));
        }
    }
    (!is_total && all >= 4).then(|| Rank {
        rank: before + 1,
        range: own_estimate.map(|_| (surely_before + 1, all - surely_behind)),
    })
}

/// True where two areas are no different as far as can be told.
pub(super) fn is_alike(indicator: &Indicator, one: &CompareRow, other: &CompareRow) -> bool {
    let pair = estimate(indicator, one).zip(estimate(indicator, other));
    pair.is_some_and(|(one, other)| !are_told_apart(one, other))
}
