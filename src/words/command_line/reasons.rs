//! Verdicts, signals and refusals of the statistics, a few words each.

use crate::answer::NoChange;
use crate::model::Lang;
use crate::stats::{Assurance, ChartKind, Direction, NoCorrelation, NoLine, NoTrend};

fn choose((zh, en): (&'static str, &'static str), lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The name of a kind of control chart.
pub fn chart_kind_text(lang: Lang, kind: ChartKind) -> &'static str {
    let texts = match kind {
        ChartKind::PPrime => ("Laney p′ 控制图", "Laney p′ chart"),
        ChartKind::Xmr => ("单值—移动极差（XmR）控制图", "XmR chart"),
    };
    choose(texts, lang)
}

/// What can be expected against a target, and on what ground: the control limits of the baseline say
/// nothing of a process that changes.
pub fn assurance_text(lang: Lang, assurance: Assurance) -> &'static str {
    let texts = match assurance {
        Assurance::WillPass => (
            "按基线期控制限，过程不变时可稳定达到目标",
            "By the control limits from the baseline, an unchanged process can be expected to meet the target consistently",
        ),
        Assurance::WillFail => (
            "按基线期控制限，过程不变时预计持续达不到目标",
            "By the control limits from the baseline, an unchanged process can be expected to miss the target consistently",
        ),
        Assurance::HitAndMiss => (
            "按基线期控制限，过程不变时能否达到目标由偶然波动决定",
            "By the control limits from the baseline, an unchanged process can be expected to meet the target in some periods and miss it in others, by chance alone",
        ),
    };
    choose(texts, lang)
}

/// Why there is no change on a year.
pub fn no_change_text(lang: Lang, reason: NoChange) -> &'static str {
    let texts = match reason {
        NoChange::NotMonthly => (
            "不作同比：不是月度数据",
            "No change on a year: the series is not monthly",
        ),
        NoChange::NoCounts => (
            "不作同比：没有分子和分母",
            "No change on a year: no numerators and denominators",
        ),
        NoChange::MonthsMissing => (
            "不作同比：近三个月或上年同期的数据不全",
            "No change on a year: one of the six months has no final value",
        ),
    };
    choose(texts, lang)
}

/// The direction of the last five years.
pub fn direction_text(lang: Lang, direction: Direction) -> &'static str {
    let texts = match direction {
        Direction::Rising => (
            "近五年总体呈上升趋势（p < 0.002）",
            "An upward trend over five years (p < 0.002)",
        ),
        Direction::Falling => (
            "近五年总体呈下降趋势（p < 0.002）",
            "A downward trend over five years (p < 0.002)",
        ),
        Direction::None => (
            "近五年没有可以确认的趋势（p < 0.002 的标准）",
            "No trend can be stated over five years (at p < 0.002)",
        ),
    };
    choose(texts, lang)
}

/// Why there is no trend of years.
pub fn no_trend_text(lang: Lang, reason: NoTrend) -> &'static str {
    let texts = match reason {
        NoTrend::TooFew(_) => (
            "不作年度趋势：不足五个完整年度",
            "No yearly trend: fewer than five whole years",
        ),
        NoTrend::UnequalSpacing => (
            "不作年度趋势：各年间隔不等",
            "No yearly trend: the years are not equally spaced",
        ),
        NoTrend::PooledAtBound => (
            "不作年度趋势：数值没有变化",
            "No yearly trend: the values do not vary",
        ),
        NoTrend::MixedKinds => (
            "不作年度趋势：比例与比率不能混用",
            "No yearly trend: proportions and rates are mixed",
        ),
    };
    choose(texts, lang)
}

/// Why there is no correlation.
pub fn no_correlation_text(lang: Lang, reason: NoCorrelation) -> &'static str {
    let texts = match reason {
        NoCorrelation::TooFew(_) => ("可用地区不足 4 个", "fewer than four areas"),
        NoCorrelation::Constant => ("其中一项没有变化", "one of the two does not vary"),
        NoCorrelation::NotFinite => ("数值超出范围", "a value is out of range"),
    };
    choose(texts, lang)
}

/// Why there is no line.
pub fn no_line_text(lang: Lang, reason: NoLine) -> &'static str {
    let texts = match reason {
        NoLine::TooFew(_) => ("可用地区过少", "too few areas"),
        NoLine::Constant => ("横轴指标没有变化", "the first of the two does not vary"),
        NoLine::NotFinite => ("数值超出范围", "a value is out of range"),
    };
    choose(texts, lang)
}
