//! Texts of a trend against the benchmark of the same period, and of what a split or a merger did to a
//! series.

use super::names::in_sentence;
use super::{benchmark_text, count_text, difference_text, mark_text, period_text, words};
use crate::answer::{Reading, Trend, standing};
use crate::model::{Indicator, Kind, Lang, PeriodKind};
use crate::package::Package;

/// The unit of a difference: 个百分点 of a share in per cent, else that of the indicator.
pub fn difference_unit(lang: Lang, indicator: &Indicator) -> String {
    match (lang, indicator.is_percentage()) {
        (Lang::Zh, true) => "个百分点".to_string(),
        (Lang::En, true) => "percentage points".to_string(),
        _ => indicator.unit.get(lang).to_string(),
    }
}

/// The title of the chart against the benchmark.
pub fn against_title(lang: Lang, package: &Package, trend: &Trend) -> String {
    let name = trend
        .benchmark
        .map_or(String::new(), |top| benchmark_text(lang, package, top));
    match lang {
        Lang::Zh => zh!("与{name}同期之差"),
        Lang::En => format!("Difference from {}, same period", in_sentence(&name)),
    }
}

/// How the chart against the benchmark is read.
pub fn against_caption(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "零线为上级同期值；实线为基线期平均差，虚线为控制界限（约 3 倍标准差）",
        Lang::En => {
            "Zero: the benchmark in the same period; solid: mean difference over the baseline; dashed: control limits (about 3 standard deviations)"
        }
    }
}

/// What is said of a point of a control chart: its counts, that it is not final, its signals.
pub fn control_point_text(
    lang: Lang,
    indicator: &Indicator,
    reading: &Reading,
    flags: &[String],
) -> String {
    let counts = reading.numerator.zip(reading.denominator);
    let counts = counts.filter(|_| indicator.is_quotient());
    let counts = counts.map(|(above, below)| {
        let (above, below) = (count_text(above), count_text(below));
        match lang {
            Lang::Zh => format!("（{above}/{below}）"),
            Lang::En => format!("({above}/{below})"),
        }
    });
    let provisional = match reading.is_provisional() {
        true => words(lang).provisional,
        false => "",
    };
    mark_text(&[&counts.unwrap_or_default(), provisional, &flags.join(" · ")])
}

/// What is said of a point of that chart: both values.
pub fn against_point_text(lang: Lang, own: &str, name: &str, benchmark: &str) -> String {
    match lang {
        Lang::Zh => format!("（{own}，{name} {benchmark}）"),
        Lang::En => format!("({own}; {name} {benchmark})"),
    }
}

/// What the second chart says: how far from the benchmark of the same month, and whether that changed.
pub fn against_sentence(lang: Lang, package: &Package, trend: &Trend) -> String {
    let indicator = package.indicators.get(trend.question.indicator);
    let (Some(chart), Some(top)) = (&trend.against, trend.benchmark) else {
        return String::new();
    };
    let name = benchmark_text(lang, package, top);
    let Some(stands) = standing(chart) else {
        return String::new();
    };
    let benchmark = trend.benchmark_series.as_ref();
    let benchmark = benchmark.and_then(|(_, values)| *values.get(stands.at)?);
    let own = chart.points.get(stands.at).copied().flatten();
    let (Some(own), Some(benchmark)) = (own, benchmark) else {
        return String::new();
    };
    let now = difference_text(lang, indicator, own - benchmark);
    let usual = difference_text(lang, indicator, chart.mean);
    let flagged = chart.signals.iter().filter(|it| !it.is_empty()).count();
    let period = period_text(lang, trend.points[stands.at].period);
    match lang {
        Lang::Zh => zh!(
            "与{name}同期之差，{name}共有的起伏（如季节）已扣除：{period}为 {now}，基线期平均为 {usual}；{}。",
            match flagged {
                0 => "各期均无信号".to_string(),
                count => format!("{count} 期有信号"),
            }
        ),
        Lang::En => {
            let name = in_sentence(&name);
            format!(
                "Difference from {name} in the same period, which takes out what all places share (the season above all): {now} in {period}, {usual} on average over the baseline; {}.",
                match flagged {
                    0 => "no point signals".to_string(),
                    1 => "1 point signals".to_string(),
                    count => format!("{count} points signal"),
                }
            )
        }
    }
}

/// Why the series is not given against the benchmark.
pub fn no_against_text(lang: Lang, package: &Package, trend: &Trend) -> &'static str {
    let indicator = package.indicators.get(trend.question.indicator);
    let is_month = trend
        .points
        .first()
        .is_some_and(|point| point.period.kind() == PeriodKind::Month);
    let (zh, en) = match (&trend.chart, is_month) {
        (Err(_), _) => return "",
        (Ok(_), false) => (
            "不是月度数据，不与上级同期比较。",
            "Not a monthly series: not held against the benchmark of the same month.",
        ),
        _ if indicator.kind == Kind::Count => (
            "计数没有分母，不与上级同期比较。",
            "Counts without a denominator are not held against the benchmark.",
        ),
        _ if trend.points.len() < 24 => (
            "不足 24 个月，不与上级同期比较。",
            "Fewer than 24 months: not held against the benchmark of the same month.",
        ),
        _ => return "",
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
