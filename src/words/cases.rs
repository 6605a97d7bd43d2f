//! Fixed texts of the page 「事项」: where cases get stuck.

/// Its fixed texts.
#[derive(Debug)]
pub struct CasesWords {
    /// Page: Cases
    pub title: &'static str,
    /// Control: the area beside
    pub beside: &'static str,
    /// Choice: none beside
    pub beside_none: &'static str,
    /// Of a stage without a figure: not published
    pub not_published: &'static str,
    /// Of a rate that could not be made: no usable figure
    pub no_figure: &'static str,
    /// Heads a column: Cumulative
    pub cumulative: &'static str,
    /// Heads a column: On-time rate
    pub on_time: &'static str,
    /// Heading: Rates, and how sure they are
    pub rates: &'static str,
    /// Heads a column: Rate
    pub column_rate: &'static str,
    /// Heads a column: 95 % interval
    pub column_interval: &'static str,
    /// Heads a column: Difference
    pub column_difference: &'static str,
    /// Heads a column: Verdict
    pub column_verdict: &'static str,
    /// Heading: A score with your own weights
    pub score: &'static str,
    /// Heads a column: Score
    pub column_score: &'static str,
    /// Heads a column: Rank
    pub column_rank: &'static str,
    /// Heads a column: Area
    pub column_area: &'static str,
    /// Heads a column: Cases dispatched
    pub column_dispatched: &'static str,
    /// Button: back to the weights at the beginning
    pub reset_weights: &'static str,
    /// Whose the weights are, and why there is no interval
    pub score_caveat: &'static str,
    /// Weights in the address that are none
    pub weights_ignored: &'static str,
    /// Heading: areas without a score
    pub lacking: &'static str,
    /// Why there is no chart of open cases
    pub no_open_cases: &'static str,
    /// The same where there is but one period
    pub open_once: &'static str,
    /// Why there are no categories
    pub no_categories: &'static str,
    /// Why there are no rates
    pub no_rates: &'static str,
    /// Heading: What is published of cases
    pub published: &'static str,
    /// Heads a column: Indicator
    pub column_indicator: &'static str,
    /// Heads a column: Value
    pub column_value: &'static str,
    /// Heads a column: Period
    pub column_period: &'static str,
    /// Heads a column: Source
    pub column_source: &'static str,
    /// Button to all areas of a long list
    pub show_all: &'static str,
}

pub(super) const ZH: CasesWords = CasesWords {
    title: "事项",
    beside: "对照地区",
    beside_none: "无",
    not_published: "未公布",
    no_figure: "无可用数字",
    cumulative: "累计",
    on_time: "按期办结率",
    rates: "办理指标及其置信区间",
    column_rate: "指标",
    column_interval: "95% 区间",
    column_difference: "相差（95% 区间）",
    column_verdict: "判断",
    score: "自定权重得分",
    column_score: "得分",
    column_rank: "位次",
    column_area: "地区",
    column_dispatched: "派单（件）",
    reset_weights: "恢复起始权重",
    score_caveat: "权重由读者设定，不代表任何考核办法。各项指标共用分母、变动相互牵连，故由各指标的 95% 区间按权重合成得分区间，只会偏宽；区间相近、分不出先后的地区，位次以范围表示。",
    weights_ignored: "地址中的权重无法识别，改用起始权重。",
    lacking: "不计得分的地区",
    no_open_cases: "未公布在办件数，无法显示变化。",
    open_once: "有数的在办件数不足两期，无法显示变化。",
    no_categories: "该地区本期没有按类别公布的件数。",
    no_rates: "没有可以计算的指标。",
    published: "已公布的事项数字",
    column_indicator: "指标",
    column_value: "数值",
    column_period: "期间",
    column_source: "来源",
    show_all: "显示全部",
};

pub(super) const EN: CasesWords = CasesWords {
    title: "Cases",
    beside: "Compare with",
    beside_none: "None",
    not_published: "not published",
    no_figure: "no usable figure",
    cumulative: "Cumulative",
    on_time: "On-time rate",
    rates: "Rates and their confidence intervals",
    column_rate: "Rate",
    column_interval: "95% interval",
    column_difference: "Difference (95% interval)",
    column_verdict: "Verdict",
    score: "A score with your own weights",
    column_score: "Score",
    column_rank: "Rank",
    column_area: "Area",
    column_dispatched: "Dispatched",
    reset_weights: "Back to the initial weights",
    score_caveat: "The weights are the reader’s and stand for no official appraisal. The rates share denominators and do not vary independently: their 95% intervals, weighted alike, give an interval of the score that is wide rather than narrow. Where scores cannot be told apart, the rank is a range.",
    weights_ignored: "The weights in the address could not be read; the initial ones are used.",
    lacking: "Areas without a score",
    no_open_cases: "The number of open cases is not published, so no change can be shown.",
    open_once: "Open cases have figures of fewer than two periods, so no change can be shown.",
    no_categories: "No counts by category are published for this area and period.",
    no_rates: "There is no rate that could be made.",
    published: "Figures published on cases",
    column_indicator: "Indicator",
    column_value: "Value",
    column_period: "Period",
    column_source: "Source",
    show_all: "Show all",
};
