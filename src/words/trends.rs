//! Texts of the page 「趋势」: whether it has really changed.

/// Its fixed texts.
#[derive(Debug)]
pub struct TrendsWords {
    /// Page: Trends
    pub title: &'static str,
    /// Choice: one area
    pub shown_one: &'static str,
    /// Choice: all areas of a level
    pub shown_all: &'static str,
    /// Label of the box for an area
    pub area: &'static str,
    /// Label of the areas that stand beside
    pub beside: &'static str,
    /// Label of the box that adds one
    pub add_beside: &'static str,
    /// What the button that takes one away does
    pub remove: &'static str,
    /// No more can be added
    pub beside_full: &'static str,
    /// Label: first period of the baseline
    pub baseline_from: &'static str,
    /// Label: last period of the baseline
    pub baseline_to: &'static str,
    /// The standard baseline
    pub baseline_standard: &'static str,
    /// Label: target
    pub target: &'static str,
    /// No target
    pub target_none: &'static str,
    /// Label of the box for a number of one's own
    pub target_own: &'static str,
    /// Subtitle of the control chart
    pub control_chart: &'static str,
    /// Column: signals
    pub column_flags: &'static str,
    /// Column: change on the previous period
    pub column_on_previous: &'static str,
    /// The same of a series of years
    pub column_on_previous_year: &'static str,
    /// Column: change on the year before
    pub column_on_year: &'static str,
    /// Column: change
    pub column_change: &'static str,
    /// What the signals mean
    pub rules: &'static str,
    /// Heading of the rules
    pub rules_heading: &'static str,
    /// Nothing is published of an indicator at an area
    pub no_series: &'static str,
    /// Only one of several periods has a value
    pub one_known: &'static str,
    /// Only one period is published
    pub one_period: &'static str,
    /// Nothing is published at a level
    pub no_level_series: &'static str,
    /// One period at a level
    pub one_level_period: &'static str,
}

pub(super) const ZH: TrendsWords = TrendsWords {
    title: "趋势",
    shown_one: "单个地区",
    shown_all: "同级各地区",
    area: "地区",
    beside: "对照地区",
    add_beside: "加入对照",
    remove: "移除",
    beside_full: "最多对照 4 个地区",
    baseline_from: "基线自",
    baseline_to: "至",
    baseline_standard: "默认",
    target: "目标",
    target_none: "不设目标",
    target_own: "自定数值",
    control_chart: "控制图",
    column_flags: "信号",
    column_on_previous: "环比",
    column_on_previous_year: "较上年",
    column_on_year: "同比",
    column_change: "变化",
    rules: "超出上下限：实际没有变化时，单期偶然超出的机会约千分之三。连续 7 期在均值同侧、连续 7 期上升或下降：偶然出现的机会不足百分之二。3 期中 2 期接近同一界限（超过三分之二处）：同样少见。最近 3 期中有一期超出界限或同时符合两条，且近 3 个月合计与上年同期之差超出偶然波动，才认定为变化；只有前者的，需核实。",
    rules_heading: "信号的含义",
    no_series: "该地区没有公布这项指标，可改选其他指标或地区。",
    one_known: "只有一期有可用的数值，无从看变化；各期情况列于下表。",
    one_period: "只公布了一期，无从看变化；数值与时点列于下表。",
    no_level_series: "这一级没有公布这项指标，可改选其他指标或层级。",
    one_level_period: "各地区各只公布了一期，时点不尽相同，无从看变化；数值与时点列于下表。",
};

pub(super) const EN: TrendsWords = TrendsWords {
    title: "Trends",
    shown_one: "One area",
    shown_all: "All areas of a level",
    area: "Area",
    beside: "Beside it",
    add_beside: "Add area",
    remove: "Remove",
    beside_full: "At most 4 areas stand beside it",
    baseline_from: "Baseline from",
    baseline_to: "to",
    baseline_standard: "Standard",
    target: "Target",
    target_none: "None",
    target_own: "own number",
    control_chart: "Control chart",
    column_flags: "Signals",
    column_on_previous: "vs previous period",
    column_on_previous_year: "vs previous year",
    column_on_year: "vs a year earlier",
    column_change: "Change",
    rules: "Outside a limit: where nothing has changed, chance puts about 3 points in 1,000 there. Seven in a row on one side of the mean, or seven rising or falling: under 2 in 100 by chance. Two of three beyond two thirds of the way to one limit: as rare. A change is stated where one of the newest three points is outside a limit or breaks two rules at once, and the last three months differ from a year earlier beyond chance; the former alone is to be checked.",
    rules_heading: "What the signals mean",
    no_series: "This indicator is not published for this area: choose another indicator or area.",
    one_known: "Only one period has a value that can be used, so no change can be seen; all periods stand below.",
    one_period: "Only one period is published, so no change can be seen; the value and its date stand below.",
    no_level_series: "This indicator is not published at this level: choose another indicator or level.",
    one_level_period: "Only one period is published for each area, not the same for all, so no change can be seen; the values stand below, each with its period.",
};
