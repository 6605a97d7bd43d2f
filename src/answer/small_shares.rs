//! Shares of a reader's own table that are so small that a rate tells them better. It must not know how
//! they are shown.

use crate::intake::{Preview, Recipe};
use crate::model::Kind;

/// Below this a share in per cent is a row of zeros: 0.008 %.
const SMALL: f64 = 0.001;
/// Of so many a rate is told, the least first that makes one of the largest share at least one.
const PER: [f64; 2] = [100_000.0, 1_000_000.0];

/// An indicator whose shares are all small.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallShares {
    /// Its name in the recipe.
    pub indicator: String,
    /// Of so many it would be told as a rate.
    pub per: f64,
}

/// The proportions none of whose shares in the first rows reaches a thousandth, in the order of the preview;
/// shares of which all are zero are none of them.
pub fn small_shares(preview: &Preview, recipe: &Recipe) -> Vec<SmallShares> {
    let is_proportion = |name: &String| {
        let plans = recipe.indicators.iter().chain(&preview.plans);
        let mut plans = plans.filter(|plan| plan.name == *name);
        plans
            .next()
            .is_some_and(|plan| plan.kind == Kind::Proportion)
    };
    let small = |name: &String| {
        let rows = preview.rows.iter().filter(|row| row.indicator == *name);
        let shares = rows.filter_map(|row| {
            let share = row.numerator? / row.denominator.filter(|it| *it > 0.0)?;
            share.is_finite().then_some(share)
        });
        let largest = shares.fold(0.0, f64::max);
        let per = PER.into_iter().find(|per| largest * per >= 1.0);
        (largest > 0.0 && largest < SMALL).then(|| SmallShares {
            indicator: name.clone(),
            per: per.unwrap_or(PER[1]),
        })
    };
    let names = preview.indicators.iter();
    names
        .filter(|it| is_proportion(it))
        .filter_map(small)
        .collect()
}
