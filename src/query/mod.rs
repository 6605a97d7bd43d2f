//! Questions to the open package, one verb a file. Every result has a stated order.
//!
//! Knows the package and its tables; knows nothing of statistics, languages or the screen.

mod categories;
mod periods;
mod places;
mod select;
mod series;
mod slice;
mod total;

pub use categories::{
    CategoryReading, areas_broken_down, broken_down, categories, category_at, category_columns,
    category_periods,
};
pub use periods::{
    commonest_kind, latest_period, latest_period_until, levels_with_rows, nearest_period,
    newest_of_all, newest_of_roles, period_options, read_periods_of, standing_period,
};
pub use places::{expected_areas, is_expected, may_share_areas};
pub use select::{Reading, RowPlace, readings, select};
pub use series::{SeriesPoint, newest_sum, series, total_series};
pub use slice::{Panel, panel, select_latest};
pub use total::{Summed, Total, sum, sum_of_parts, total};
