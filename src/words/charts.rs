//! Texts of the charts: how their lines are read, what a signal means.

use super::names::in_sentence;
use super::trend_said::capitalised;
use super::{
    benchmark_name, level_text, number_text, period_text, singular, unit_beside, with_unit,
};
use crate::answer::{Heat, NoControlChart, Trend};
use crate::model::{Indicator, Lang, Period, Polarity};
use crate::package::Package;
use crate::stats::{NoChart, Side, Signal};

/// A computed value in the unit of its indicator.
pub fn measure_text(lang: Lang, indicator: &Indicator, value: f64) -> String {
    let number = number_text(value, indicator.decimals);
    with_unit(&number, indicator.unit.get(lang))
}

/// What stands below the name of an indicator: % · 2026 年 3 月.
pub fn unit_and_period(lang: Lang, indicator: &Indicator, period: Period) -> String {
    let period = period_text(lang, period);
    match unit_beside(lang, indicator) {
        "" => period,
        unit => [unit, " · ", &period].concat(),
    }
}

/// How a funnel plot is read.
pub fn funnel_caption(lang: Lang, is_plain: bool) -> String {
    let (zh, en) = match is_plain {
        false => (
            "横轴为分母，越小越容易偶然波动。虚线为 95% 界限，实线为 99.8% 界限，均已按地区间超出偶然的差异（过度离散）放宽；虚线外为 95%、实线外为 99.8% 置信水平上与基准不同",
            "Horizontal axis: the denominator; the smaller, the more chance there is in it. Dashed: 95% limits, solid: 99.8% limits, both widened for the spread among areas beyond chance (overdispersion); what is outside differs from the benchmark at that level",
        ),
        true => (
            "横轴为分母，越小越容易偶然波动。虚线为 95% 界限，实线为 99.8% 界限，只计偶然波动；虚线外为 95%、实线外为 99.8% 置信水平上与基准不同",
            "Horizontal axis: the denominator; the smaller, the more chance there is in it. Dashed: 95% limits, solid: 99.8% limits, of chance alone; what is outside differs from the benchmark at that level",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .to_string()
}

/// How a heat table is read.
pub fn heat_caption(lang: Lang, is_plain: bool) -> String {
    let (zh, en) = match is_plain {
        false => (
            "▲ 优于基准，▼ 差于基准（△▽ 为高于、低于，不分优劣），● 与基准相近，○ 未作比较；深色为 99.8%、浅色为 95% 置信水平，界限已按地区间超出偶然的差异放宽。没有符号的列（清点数、均值）不作检验，底色深浅表示数值在该列中的位置",
            "▲ better than the benchmark, ▼ worse (△▽: higher or lower, neither being good), ● similar, ○ not compared; dark: at the 99.8% level, light: at 95%, limits widened for the spread among areas beyond chance. Columns without signs (full counts, means) are not tested; their shade is the place of the value in its column",
        ),
        true => (
            "▲ 优于基准，▼ 差于基准（△▽ 为高于、低于，不分优劣），● 与基准相近，○ 未作比较；深色为 99.8%、浅色为 95% 置信水平，只看各地区自身样本。没有符号的列（清点数、均值）不作检验，底色深浅表示数值在该列中的位置",
            "▲ better than the benchmark, ▼ worse (△▽: higher or lower, neither being good), ● similar, ○ not compared; dark: at the 99.8% level, light: at 95%, by each area’s own counts. Columns without signs (full counts, means) are not tested; their shade is the place of the value in its column",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .to_string()
}

/// The title of a heat table: 各社区指标一览.
pub fn heat_title(lang: Lang, package: &Package, heat: &Heat) -> String {
    let level = level_text(lang, package, heat.question.level);
    let within = heat.question.within;
    let place = within.map_or("", |area| package.areas.get(area).name.get(lang));
    match lang {
        Lang::Zh => zh!("{place}各{level}指标一览"),
        Lang::En if place.is_empty() => format!("Indicators, by {}", singular(&level)),
        Lang::En => format!("Indicators, by {}, {place}", singular(&level)),
    }
}

/// What the areas of a heat table are held against.
pub fn heat_subtitle(lang: Lang, package: &Package, heat: &Heat) -> String {
    let mut held = heat.columns.iter().filter_map(|it| it.benchmark.as_ref());
    let Some(benchmark) = held.next() else {
        return String::new();
    };
    let name = benchmark_name(lang, package, benchmark);
    let until = heat.question.until.map(|until| period_text(lang, until));
    match (lang, until) {
        (Lang::Zh, None) => zh!("各指标最新期，与{name}相比"),
        (Lang::Zh, Some(until)) => zh!("截至{until}的各指标最新期，与{name}相比"),
        (Lang::En, until) => {
            let until = until.map_or(String::new(), |until| format!(" up to {until}"));
            let name = in_sentence(&name);
            format!("Latest period of each{until}, against {name}")
        }
    }
}

/// What a signal means, short enough to stand where it happens.
pub fn signal_text(lang: Lang, signal: Signal) -> String {
    let (zh, en) = match signal {
        Signal::OutsideLimit(Side::Above) => ("高于上限", "above the limit"),
        Signal::OutsideLimit(Side::Below) => ("低于下限", "below the limit"),
        Signal::Run(Side::Above) => ("连续 7 期上升", "7 rising in a row"),
        Signal::Run(Side::Below) => ("连续 7 期下降", "7 falling in a row"),
        Signal::TwoOfThree(Side::Above) => ("3 期中 2 期接近上限", "2 of 3 near the upper limit"),
        Signal::TwoOfThree(Side::Below) => ("3 期中 2 期接近下限", "2 of 3 near the lower limit"),
        Signal::Shift(Side::Above) => ("连续 7 期高于均值", "7 in a row above the mean"),
        Signal::Shift(Side::Below) => ("连续 7 期低于均值", "7 in a row below the mean"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .to_string()
}

/// From when to when the baseline reaches; blank without a chart.
pub fn baseline_text(lang: Lang, trend: &Trend) -> String {
    let Ok(chart) = &trend.chart else {
        return String::new();
    };
    let based = trend.points.get(chart.baseline.start..chart.baseline.end);
    let (Some(first), Some(last)) = (based.and_then(<[_]>::first), based.and_then(<[_]>::last))
    else {
        return String::new();
    };
    let (first, last) = (
        period_text(lang, first.period),
        period_text(lang, last.period),
    );
    match lang {
        Lang::Zh => format!("基线：{first}至 {last}"),
        Lang::En => format!("Baseline: {first} to {last}"),
    }
}

/// What the centre line, the upper and the lower limit of a control chart are called.
pub fn line_names(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["均值", "上限", "下限"],
        Lang::En => ["Mean", "Upper", "Lower"],
    }
}

/// How a control chart is read, naming what is on it; blank where there are no limits.
pub fn control_caption(lang: Lang, package: &Package, trend: &Trend) -> String {
    let Ok(chart) = &trend.chart else {
        return String::new();
    };
    let indicator = package.indicators.get(trend.question.indicator);
    let mut points = trend.points.iter();
    let has_hollow = points
        .any(|point| point.reading.is_provisional() && point.reading.value.number().is_some());
    let has_signals = chart.signals.iter().any(|signals| !signals.is_empty());
    let is_neither = indicator.polarity == Polarity::None;
    let mut caption = match lang {
        Lang::Zh => "实线为基线均值，虚线为控制界限（约 3 倍标准差）",
        Lang::En => {
            "Solid: mean of the baseline; dashed: control limits (about 3 standard deviations)"
        }
    }
    .to_string();
    if let Some((top, _)) = &trend.benchmark_series {
        let name = super::benchmark_text(lang, package, *top);
        caption.push_str(&match lang {
            Lang::Zh => zh!("，点线为{name}"),
            Lang::En => format!("; dotted: {}", in_sentence(&name)),
        });
    }
    caption.push_str(match lang {
        _ if !(has_signals && is_neither) => "",
        Lang::Zh => "；△ ▽ 为有信号的点，在均值之上、之下，不分优劣",
        Lang::En => "; △ ▽: points with a signal, above or below the mean, neither good nor bad",
    });
    caption.push_str(match lang {
        _ if !has_hollow => "",
        Lang::Zh => "；空心为尚未到期，不计入界限，超出纵轴范围的画在边缘",
        Lang::En => {
            "; hollow: not yet final and outside the reckoning, at the edge where off the scale"
        }
    });
    caption
}

/// What must be known of a control chart, or why there is none.
pub fn control_note(lang: Lang, package: &Package, trend: &Trend) -> String {
    let mut notes = Vec::new();
    match &trend.chart {
        Err(reason) => notes.push(no_chart_text(lang, *reason).to_string()),
        Ok(chart) if chart.is_trial => notes.push(
            match lang {
                Lang::Zh => "基线不足 13 期，界限为试用界限",
                Lang::En => "trial limits: the baseline has fewer than 13 points",
            }
            .to_string(),
        ),
        Ok(_) => {}
    }
    let indicator = package.indicators.get(trend.question.indicator);
    let chart = trend.chart.as_ref().ok();
    notes.extend(chart.and_then(|it| super::trend_said::impossible_text(lang, indicator, it)));
    notes.extend(super::season_text(lang, package, trend));
    notes.extend(
        trend
            .boundary
            .as_ref()
            .map(|it| super::boundary_text(lang, package, it)),
    );
    match lang {
        Lang::Zh => notes.join("；"),
        Lang::En => capitalised(&notes.join("; ")),
    }
}

/// Why there is no control chart.
pub fn no_chart_text(lang: Lang, reason: NoControlChart) -> &'static str {
    let (zh, en) = match reason {
        NoControlChart::Inventory => (
            "清点数没有偶然成分，不画控制界限",
            "no control limits: chance has no part in a full count",
        ),
        NoControlChart::Cumulative => (
            "累计数各期相互包含，不画控制界限",
            "no control limits: running totals contain one another",
        ),
        NoControlChart::PackageForbids => (
            "发布方声明本数据包不作判断，不画控制界限",
            "no control limits: the publisher states that nothing of it is to be judged",
        ),
        NoControlChart::Numbers(NoChart::TooFew) => (
            "期数太少，不画控制界限",
            "no control limits: too few periods",
        ),
        NoControlChart::Numbers(NoChart::NoVariation) => (
            "各期数值没有变化，不画控制界限",
            "no control limits: the values do not vary",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
