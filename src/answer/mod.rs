//! What a page states, as plain data: values, changes, orders and refusals with their reasons, and
//! the source row of each number.
//!
//! The chart, the table under it, the sentence above it and the file behind its download button are
//! all made from one answer, so they cannot disagree. Nothing here is worded or drawn.

mod amounts;
mod by_category;
mod compare;
mod coverage;
mod distribution;
mod find;
mod findings;
mod gaps;
mod heat;
mod moved;
mod org_tree;
mod organisation;
mod outlines;
mod overview;
mod parent;
mod pattern;
mod pipeline;
mod portrait;
mod portrait_standards;
mod profile;
mod provenance;
mod provenance_own;
mod relate;
mod reorganised;
mod revisions;
mod scattered;
mod similar;
mod small_shares;
mod spread;
mod standards;
mod table;
mod trend;
mod units;
mod unread;

mod case_outliers;
mod case_publications;
mod case_rates;
mod case_score;

pub use by_category::{
    ByCategory, ByCategoryQuestion, CategoryRow, CategoryTable, broken_down_indicators,
    by_category, category_levels, category_periods_of,
};
pub use compare::{
    Against, Benchmark, BenchmarkChoice, Compare, CompareQuestion, CompareRow, FunnelLimits,
    Instead, Judged, LISTED, NoBenchmark, NoComparison, PeriodChoice, Rank, Refusal, Verdict,
    compare, funnel, funnel_of, level_options, no_comparison, sample, unjudged,
};
pub use coverage::{
    Coverage, CoverageBasis, CoverageQuestion, CoverageRow, CoverageSum, NoCoverage, NoNames,
    OverWhole, coverage,
};
pub use distribution::{Distribution, DistributionQuestion, LeftOut, distribution};
pub use find::find_areas;
pub use findings::{
    ExpectedOf, Finding, Findings, FindingsQuestion, Gathering, LEAST_DENOMINATOR, Shortfall, Sign,
    area_findings, finding_indicators, finding_series, findings,
};
pub use gaps::{Gap, gaps};
pub use heat::{Heat, HeatColumnAnswer, HeatQuestion, heat, heat_indicators};
pub use moved::{Moved, MovedBasis, NotMoved};
pub use org_tree::{OrgNode, OrgTree, UnitKind, UnitReach, org_tree};
pub use organisation::{
    Centre, CentreTier, Counted, EmptyArea, LevelCount, LevelReach, MeetingPeriod,
    MeetingRequirement, NoTier, Organisation, OrganisationQuestion, OrganisationShare, OtherCount,
    RoleCount, UnitCount, UnitDifference, newest_of_area, organisation, other_counts,
    unreported_meetings,
};
pub use outlines::{Outlines, outlines};
pub use overview::{Card, Change, Overview, Section, overview};
pub use parent::{Agreement, ParentCheck, parent_check};
pub use pattern::{
    Apart, Cluster, Colouring, NoShades, Pattern, PatternBlock, ShadeGroup, Shades, asked_side,
    is_above, is_below, pattern,
};
pub use pipeline::{
    Breakdown, BreakdownRow, CaseFlow, CaseRate, CaseRateName, NoConversion, NoStages, OpenCases,
    Passed, Pipeline, PipelineQuestion, ShareBase, Stage, StageFault, StagesElsewhere, case_stages,
    nearest_breakdown, pipeline, stages_elsewhere,
};
pub use portrait::{LackingOf, Portrait, portrait};
pub use portrait_standards::{PortraitStandards, portrait_standards};
pub use profile::{Profile, ProfileQuestion, ProfileRow, SpinePlace, profile};
pub use provenance::{Provenance, ProvenanceCell, provenance, sources};
pub use relate::{Decisive, FEWEST_FITTED, NoFit, Relate, RelatePoint, RelateQuestion, relate};
pub use reorganised::{Reorganised, Reshaping, reorganised, reorganised_of};
pub use revisions::{
    all_revisions, figure_of, is_left_out, is_revised, release_days, revisions_of,
};
pub use scattered::{
    Ingredient, NotShown, ScatterQuestion, Scattered, ShadeBy, Shaded, SharedPart, Third,
    period_beside, scattered,
};
pub use similar::{Likeness, NoSimilar, Similar, SimilarQuestion, similar};
pub use small_shares::{SmallShares, small_shares};
pub use spread::spreads;
pub use standards::{
    Lack, NotJudged, Packing, Part, PremisesNeed, PremisesTotal, Split, SplitLimit, SplitPlan,
    SplitQuestion, SplitTotals, StaffNeed, StaffRule, StandardEntry, StandardRow, Standards,
    StandardsQuestion, Unsplit, Verdict as StandardVerdict, is_in_force, judge, limit_tried,
    meets_unit, setters_figure, split_plan, standard_entry, standards,
};
pub use table::{
    Across, Condition, GroupSum, Place, Table, TableCell, TableColumn, TableFilter, TableOrder,
    TablePeriods, TableQuestion, TableRow, TableSort, TableSorting, can_be_summed, group_sum,
    members_of, place_code, table,
};
pub use trend::{
    Boundary, ChangeOnYear, Move, Movement, Multiples, MultiplesQuestion, MultiplesRow, NoChange,
    NoControlChart, Signalled, Standing, Together, TogetherQuestion, TogetherSeries, Trend,
    TrendQuestion, deciding_chart, moves, multiples, newest_signal_count, possible, signalled,
    signals, standing, together, trend,
};
pub use units::{LackingUnit, Units, UnitsOfArea};

pub use case_outliers::{CaseOutlier, CaseOutliers, case_outliers};
pub use case_publications::{CaseFigure, CaseFigures, case_figures};
pub use case_rates::{
    CasePair, HeldAgainst, IntervalRate, RateDifference, case_polarity, case_rates,
};
pub use case_score::{
    CaseWeights, NoCaseRank, NoScore, Score, ScoreLack, ScoreQuestion, ScoreRow, score,
    score_levels,
};

// What an answer is made of, for those who may not reach further down.
pub use crate::query::{
    Reading, RowPlace, SeriesPoint, Summed, Total, areas_broken_down, latest_period,
    may_share_areas, nearest_period, newest_of_all, newest_of_roles, period_options,
};
