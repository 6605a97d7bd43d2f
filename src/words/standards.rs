//! Texts of the page 「规范」: who meets which standard, by what margin.

/// Its fixed texts.
#[derive(Debug)]
pub struct StandardsWords {
    /// Page: Standards
    pub title: &'static str,
    /// Left end of a chart of margins: ← largest shortfall
    pub start_hint: &'static str,
    /// Right end of a chart of margins: widest margin →
    pub end_hint: &'static str,
    /// A limit upwards at its line: Maximum
    pub maximum: &'static str,
    /// Heading: Register of standards
    pub register: &'static str,
    /// Heading: Split planner
    pub split_planner: &'static str,
    /// Heading: Who misses which
    pub matrix: &'static str,
    /// Column: Standard
    pub column_standard: &'static str,
    /// Column: Not met
    pub column_missed: &'static str,
    /// Column: Met
    pub column_met: &'static str,
    /// Column: Not judged
    pub column_open: &'static str,
    /// Column: Status
    pub column_status: &'static str,
    /// Column: Limit
    pub column_limit: &'static str,
    /// Column: Margin
    pub column_margin: &'static str,
    /// Column: Fewest parts
    pub column_parts: &'static str,
    /// Column: Parts when filled with compounds
    pub column_filled: &'static str,
    /// Column: Grid workers: needed and there now
    pub column_staff: &'static str,
    /// Label of a control: Standard
    pub standard: &'static str,
    /// Label of a control: Your own limit
    pub own_limit: &'static str,
    /// Button: Back to the standard
    pub clear_limit: &'static str,
    /// What a published package says of its standards
    pub judges_nobody: &'static str,
    /// Where no chart stands: why
    pub no_values: &'static str,
    /// Where a package has no standards
    pub no_standards: &'static str,
}

pub(super) const ZH: StandardsWords = StandardsWords {
    title: "规范",
    start_hint: "← 差距最大",
    end_hint: "余量最大 →",
    maximum: "上限",
    register: "规范一览",
    split_planner: "超规模社区拆分测算",
    matrix: "哪些地区未达标较多",
    column_standard: "规范",
    column_missed: "未达标",
    column_met: "达标",
    column_open: "未判定",
    column_status: "达标情况",
    column_limit: "限值",
    column_margin: "余量",
    column_parts: "至少拆分为",
    column_filled: "按整个小区组合",
    column_staff: "网格员：需 / 现有",
    standard: "规范",
    own_limit: "自设限值",
    clear_limit: "恢复规范限值",
    judges_nobody: "以下规范由各地自行制定，只列出内容和来源；本数据包不作达标判定，外地规范也不适用于本地。",
    no_values: "没有可以与限值比较的数值，不画图。",
    no_standards: "本数据包没有列出规范。",
};

pub(super) const EN: StandardsWords = StandardsWords {
    title: "Standards",
    start_hint: "← largest shortfall",
    end_hint: "widest margin →",
    maximum: "Maximum",
    register: "Register of standards",
    split_planner: "Split planner for oversize communities",
    matrix: "Who misses which",
    column_standard: "Standard",
    column_missed: "Not met",
    column_met: "Met",
    column_open: "Not judged",
    column_status: "Status",
    column_limit: "Limit",
    column_margin: "Margin",
    column_parts: "Fewest parts",
    column_filled: "Filled with compounds",
    column_staff: "Grid workers: needed / now",
    standard: "Standard",
    own_limit: "Your own limit",
    clear_limit: "Back to the standard",
    judges_nobody: "Each of these standards was set by one place for itself. They are shown with their sources; nothing in this package is judged, and a standard set elsewhere does not hold here.",
    no_values: "No chart: there are no values to hold against the limit.",
    no_standards: "This package lists no standards.",
};
