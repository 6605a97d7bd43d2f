//! Texts of the page 「探索」: whatever the researcher asks.

/// Its fixed texts.
#[derive(Debug)]
pub struct ExploreWords {
    /// Label of the row of views
    pub views: &'static str,
    /// View: two indicators against each other
    pub scatter: &'static str,
    /// View: how one is spread
    pub distribution: &'static str,
    /// View: one by the values of a dimension
    pub breakdown: &'static str,
    /// View: any areas, indicators and periods
    pub table: &'static str,
    /// View: the reader's own files
    pub own: &'static str,
    /// Label: the indicator upwards
    pub upwards: &'static str,
    /// Label: the indicator across
    pub across: &'static str,
    /// Label: its period
    pub across_period: &'static str,
    /// The same period, or the newest
    pub same_period: &'static str,
    /// Exchange the two axes
    pub swap: &'static str,
    /// Label: what sizes the dots
    pub size: &'static str,
    /// All of one size
    pub size_none: &'static str,
    /// Label: what shades the dots
    pub shade: &'static str,
    /// All of one shade
    pub shade_none: &'static str,
    /// By the verdict on the value upwards
    pub shade_verdict: &'static str,
    /// Label: dimension
    pub dimension: &'static str,
    /// Label: the area that is broken down
    pub area: &'static str,
    /// Label: the level of the table beside it
    pub table_level: &'static str,
    /// Label: order
    pub order: &'static str,
    /// The highest first
    pub order_value: &'static str,
    /// As declared
    pub order_declared: &'static str,
    /// Heading: areas pinned
    pub pinned: &'static str,
    /// How an area is pinned
    pub pin_hint: &'static str,
    /// Label of the box that pins one
    pub pin_box: &'static str,
    /// Take a pin off
    pub unpin: &'static str,
    /// Take all pins off
    pub unpin_all: &'static str,
    /// An area that is not in the picture
    pub not_in_picture: &'static str,
    /// The package has no dimension
    pub no_dimension: &'static str,
    /// The indicator has no breakdown
    pub no_breakdown: &'static str,
    /// Nothing in the package has one
    pub nothing_broken_down: &'static str,
    /// The area has none at the period
    pub no_breakdown_there: &'static str,
    /// There is no second indicator
    pub no_second: &'static str,
    /// Column: share
    pub column_share: &'static str,
    /// Column: interval
    pub column_interval: &'static str,
    /// Column: verdict
    pub column_verdict: &'static str,
}

pub(super) const ZH: ExploreWords = ExploreWords {
    views: "视图",
    scatter: "散点",
    distribution: "分布",
    breakdown: "细分",
    table: "表格",
    own: "自有数据",
    upwards: "纵轴",
    across: "横轴",
    across_period: "横轴期间",
    same_period: "与纵轴同期，没有则取最新",
    swap: "互换坐标轴",
    size: "点的大小",
    size_none: "一样大",
    shade: "点的深浅",
    shade_none: "不区分",
    shade_verdict: "按与基准的比较",
    dimension: "细分依据",
    area: "地区",
    table_level: "下表级别",
    order: "次序",
    order_value: "由高到低",
    order_declared: "声明的次序",
    pinned: "标出的地区",
    pin_hint: "点选图中的点可标出该地区，再点一次取消。",
    pin_box: "标出地区",
    unpin: "取消标出",
    unpin_all: "全部取消",
    not_in_picture: "不在图中",
    no_dimension: "该数据包没有声明细分依据（如事项类别、年龄段），无法细分。",
    no_breakdown: "该指标没有细分数据。有细分数据的指标：",
    nothing_broken_down: "该数据包没有任何指标的细分数据。",
    no_breakdown_there: "该地区在所选期间没有细分数据。有数据的期间：",
    no_second: "该级别没有第二项指标可供对照。",
    column_share: "占比",
    column_interval: "95% 区间",
    column_verdict: "与整体相比",
};

pub(super) const EN: ExploreWords = ExploreWords {
    views: "Views",
    scatter: "Scatter",
    distribution: "Distribution",
    breakdown: "Breakdown",
    table: "Table",
    own: "Own data",
    upwards: "Vertical axis",
    across: "Horizontal axis",
    across_period: "Period of the horizontal axis",
    same_period: "Same as vertical, else newest",
    swap: "Swap axes",
    size: "Size of dots",
    size_none: "All alike",
    shade: "Shade of dots",
    shade_none: "None",
    shade_verdict: "Against the benchmark",
    dimension: "Broken down by",
    area: "Area",
    table_level: "Level of the table",
    order: "Order",
    order_value: "Highest first",
    order_declared: "As declared",
    pinned: "Areas marked",
    pin_hint: "Choose a dot to mark its area, and once more to clear it.",
    pin_box: "Mark an area",
    unpin: "Clear",
    unpin_all: "Clear all",
    not_in_picture: "not in the picture",
    no_dimension: "The package declares no dimension, such as case category or age group: nothing can be broken down.",
    no_breakdown: "This indicator is not broken down. These are: ",
    nothing_broken_down: "No indicator of the package is broken down.",
    no_breakdown_there: "Nothing is broken down for this area and period. There is for: ",
    no_second: "On this level there is no second indicator to set beside it.",
    column_share: "Share",
    column_interval: "95% interval",
    column_verdict: "Against the whole",
};
