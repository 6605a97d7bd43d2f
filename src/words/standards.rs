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
    /// Column: Requirement
    pub column_requirement: &'static str,
    /// Column: Strength
    pub column_strength: &'static str,
    /// Column: Holds in and since
    pub column_holds: &'static str,
    /// Column: Not met
    pub column_missed: &'static str,
    /// Column: Met
    pub column_met: &'static str,
    /// Column: Not judged
    pub column_open: &'static str,
    /// Column: Source
    pub column_source: &'static str,
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
    /// Label of a control: Status
    pub status: &'static str,
    /// Choice: All
    pub status_all: &'static str,
    /// Choice: Not met
    pub status_missed: &'static str,
    /// Of the place that set a standard, where it has no name: a place not named
    pub unnamed_place: &'static str,
    /// Mark of a standard set elsewhere: set elsewhere; judges nobody here
    pub borrowed: &'static str,
    /// What a published package says of its standards
    pub judges_nobody: &'static str,
    /// Where no chart stands: why
    pub no_values: &'static str,
    /// Where a limit is no number
    pub limit_unread: &'static str,
    /// Where a package has no standards
    pub no_standards: &'static str,
    /// A standard that is not in force
    pub not_in_force: &'static str,
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
    column_requirement: "要求",
    column_strength: "约束力",
    column_holds: "适用范围与施行时间",
    column_missed: "未达标",
    column_met: "达标",
    column_open: "未判定",
    column_source: "来源",
    column_status: "达标情况",
    column_limit: "限值",
    column_margin: "余量",
    column_parts: "至少拆为",
    column_filled: "按小区装箱",
    column_staff: "网格员：需 / 现有",
    standard: "规范",
    own_limit: "自设限值",
    clear_limit: "恢复规范限值",
    status: "达标情况",
    status_all: "全部",
    status_missed: "未达标",
    unnamed_place: "制定地未具名",
    borrowed: "外地制定，不据以判定本地",
    judges_nobody: "以下规范由各地自行制定，只列出内容和来源；本数据包不作达标判定，外地规范也不适用于本地。",
    no_values: "没有可以与限值比较的数值，不画图。",
    limit_unread: "自设限值不是数字，未采用。",
    no_standards: "本数据包没有列出规范。",
    not_in_force: "所选期间不生效",
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
    column_requirement: "Requirement",
    column_strength: "Strength",
    column_holds: "Scope and validity",
    column_missed: "Not met",
    column_met: "Met",
    column_open: "Not judged",
    column_source: "Source",
    column_status: "Status",
    column_limit: "Limit",
    column_margin: "Margin",
    column_parts: "Fewest parts",
    column_filled: "Filled with compounds",
    column_staff: "Grid workers: needed / now",
    standard: "Standard",
    own_limit: "Your own limit",
    clear_limit: "Back to the standard",
    status: "Status",
    status_all: "All",
    status_missed: "Not met",
    unnamed_place: "a place not named",
    borrowed: "set elsewhere; judges nobody here",
    judges_nobody: "Each of these standards was set by one place for itself. They are shown with their sources; nothing in this package is judged, and a standard set elsewhere does not hold here.",
    no_values: "No chart: there are no values to hold against the limit.",
    limit_unread: "Your own limit is not a number and was left aside.",
    no_standards: "This package lists no standards.",
    not_in_force: "not in force in this period",
};
