//! Questions to the open package, one verb a file. Every result has a stated order.
//!
//! Knows the package and its tables; knows nothing of statistics, languages or the screen.

mod periods;
mod select;
mod series;
mod slice;
mod total;

pub use periods::{latest_period, nearest_period, period_options};
pub use select::{Reading, RowPlace, select};
pub use series::{SeriesPoint, newest_sum, series, total_series};
pub use slice::{Panel, panel, select_areas, select_latest};
pub use total::{Total, sum, total};
