//! The control chart of single values, which are no counts of anything. It must not know what they
//! are, nor which direction is better.

use super::control_chart::{
    Baseline, ChartKind, ControlChart, FEWEST_BEYOND_TRIAL, NoChart, based, moving_ranges,
};
use super::order::mean;
use super::signals::{Judged, signals};

/// The chart of individual values and moving ranges: mean ± 2.66 mean(MR) over the baseline, moving
/// ranges of 3.267 mean(MR) and more left out once. Values that are not finite count as gaps.
///
/// Source: D. J. Wheeler, Understanding Variation (1993); NHS England, Making Data Count, for the
/// screening and the rules.
///
/// # Errors
/// A baseline with too few points.
pub fn xmr_chart(values: &[Option<f64>], baseline: Baseline) -> Result<ControlChart, NoChart> {
    let points: Vec<Option<f64>> = values
        .iter()
        .map(|value| value.filter(|value| value.is_finite()))
        .collect();
    let (baseline, based) = based(&points, baseline)?;
    let present: Vec<f64> = based.iter().flatten().copied().collect();
    let centre = mean(&present);
    let ranges = moving_ranges(based);
    let kept = screened(&ranges);
    let half = 2.66 * mean(&kept);
    let judge = |value: &Option<f64>| Judged {
        value: *value,
        centre,
        half,
    };
    let judged: Vec<Judged> = points.iter().map(judge).collect();
    Ok(ControlChart {
        kind: ChartKind::Xmr,
        centre: vec![centre; points.len()],
        lower: vec![centre - half; points.len()],
        upper: vec![centre + half; points.len()],
        mean: centre,
        sigma_z: None,
        screened: ranges.len() - kept.len(),
        is_trial: present.len() < FEWEST_BEYOND_TRIAL,
        baseline,
        signals: signals(&judged),
        points,
    })
}

/// The moving ranges without those of 3.267 times their mean and more.
fn screened(ranges: &[f64]) -> Vec<f64> {
    let limit = 3.267 * mean(ranges);
    let is_kept = |range: &&f64| **range < limit || limit <= 0.0;
    ranges.iter().filter(is_kept).copied().collect()
}
