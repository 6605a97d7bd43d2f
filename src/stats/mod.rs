//! Numbers in, numbers out: the statistics of a fair comparison, each with its source.
//!
//! What a method refuses, and why, is in its type. This room imports nothing of the crate: it does
//! not know what an area, an indicator or a period is, nor in which direction better lies.

mod box_plot;
mod control_chart;
mod correlation;
mod difference;
mod distance;
mod exact;
mod funnel;
mod histogram;
mod influence;
mod laney;
mod level;
mod line;
mod order;
mod overdispersion;
mod proportion;
mod quantile;
mod rank;
mod rate;
mod sample;
mod season;
mod signals;
mod special;
mod spine;
mod stability;
mod theil_sen;
mod trend;
mod xmr;

pub use box_plot::{BoxPlot, box_plot};
pub use control_chart::{
    Assurance, Baseline, ChartKind, ControlChart, NoChart, assurance, standard_baseline,
};
pub use correlation::{Correlation, NoCorrelation, pearson, spearman};
pub use difference::{are_told_apart, difference, difference_of};
pub use distance::standardised_distances;
pub use exact::exact_tail;
pub use funnel::funnel_limits;
pub use histogram::{BinRule, Bins, FEWEST_BINNED, NoBins, bin_width, bins};
pub use influence::cooks_distances;
pub use laney::{laney_chart, laney_chart_against};
pub use level::{Confidence, Interval};
pub use line::{Line, NoLine, least_squares};
pub use overdispersion::{
    Overdispersion, adjusted_position, adjusted_z, expected_by_chance, overdispersion,
};
pub use proportion::{proportion_interval, wilson_interval};
pub use quantile::{
    FiveNumbers, five_numbers, median_absolute_deviation, quantile, quantile_groups,
};
pub use rank::{competition_ranks, rank_ranges};
pub use rate::poisson_interval;
pub use sample::{NoSample, Position, Sample, SampleKind};
pub use season::{NoSeason, Season, season};
pub use signals::{Side, Signal};
pub use spine::spine;
pub use stability::{Unsteady, fewest_crossings, unsteady_baseline};
pub use theil_sen::{TheilSen, theil_sen};
pub use trend::{Direction, NoTrend, YearlyTrend, yearly_trend};
pub use xmr::xmr_chart;
