//! What is shown, and the query string that says so.
//!
//! Every view is in its address: copying the address copies the view. Unknown keys and values are
//! told and left aside, never obeyed half-way. Knows nothing of the browser.

mod answered;
mod choices;
mod cited;
mod explore;
mod needs;
mod offered;
mod page;
mod periods;
mod query_string;
mod resolve;
mod table;
mod trend;
mod view;

mod cases;

pub use answered::{answer_json, has_answer};
pub use choices::{Explored, PeriodKey, Shown, ThemeChoice};
pub use cited::{digest_needs, digest_scope, short_digest};
pub use explore::{
    DECLARED_ORDER, MOST_PINNED, SHADE_BY_VERDICT, across, across_period, as_left,
    by_category_question, distribution_question, pinned_areas, scatter_question,
};
pub use needs::{early_needs, later_needs, needs};
pub use offered::{is_offered, offered_round};
pub use page::{Meeting, Page};
pub use periods::{overview_periods, page_periods};
pub use query_string::{parse_query, write_query};
pub use resolve::{
    Resolved, benchmark_choice, default_indicator, is_absent, pinned, refuses_sort, resolve,
};
pub use table::{
    WITHIN_GROUP, group_areas, is_only_group, may_narrow, table_ignored, table_question,
};
pub use trend::{MOST_BESIDE, multiples_question, together_question, trend_question};
pub use view::{EXPLORE_KEYS, SORT_COLUMNS, View, read_baseline};

pub use cases::{NO_AREA_BESIDE, case_beside, case_weights, score_level};
