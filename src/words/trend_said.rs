//! What the page of trends says in sentences: whether a series has changed, since when, by which rule,
//! and how it stands to the year before, to the benchmark and to a target.

use super::spacing::beside;
use super::trend_baseline::unsteady_text;
use super::trend_target::target_sentence;
use super::trend_verdict::{change_verdict, season_text, signals_text};
use super::{
    boundary_text, count_text, difference_text, measure_text, no_chart_text, number_text,
    period_text, value_with_unit,
};
use crate::answer::{ChangeOnYear, Standing, Trend, deciding_chart, possible, signalled, standing};
use crate::model::{AreaId, Indicator, Kind, Lang, Period, PeriodKind};
use crate::package::Package;
use crate::stats::{ControlChart, Direction, Side, Signal};

/// What heads everything of one indicator at one area: 乙01社区按期办结率.
pub fn series_title(lang: Lang, package: &Package, trend: &Trend) -> String {
    let question = &trend.question;
    named(lang, package, question.indicator, question.area)
}

fn named(
    lang: Lang,
    package: &Package,
    indicator: crate::model::IndicatorId,
    area: AreaId,
) -> String {
    let label = package.indicators.get(indicator).label.get(lang);
    let area = package.areas.get(area).name.get(lang);
    match lang {
        Lang::Zh => zh!("{}", beside(area, label)),
        Lang::En => format!("{label}, {area}"),
    }
}

/// From one period to another, short where they lie in one year: 2026 年 1 至 3 月.
pub fn span_text(lang: Lang, from: Period, to: Period) -> String {
    let is_months = from.kind() == PeriodKind::Month && to.kind() == PeriodKind::Month;
    let (first, last) = (period_text(lang, from), period_text(lang, to));
    if from == to {
        return last;
    }
    if is_months && from.start_year() == to.start_year() {
        return match lang {
            Lang::Zh => format!(
                "{} 年 {} 至 {} 月",
                from.start_year(),
                from.start_month(),
                to.start_month()
            ),
            Lang::En => {
                let name = first.split(' ').next().unwrap_or_default();
                format!("{name} to {last}")
            }
        };
    }
    match lang {
        Lang::Zh => format!("{first}至 {last}"),
        Lang::En => format!("{first} to {last}"),
    }
}

/// The first sentence of a trend: the sign of its verdict, blank where nothing is judged, and what is
/// said. Blank where the series has no value at all.
pub fn trend_lead(lang: Lang, package: &Package, trend: &Trend) -> (&'static str, String) {
    let indicator = package.indicators.get(trend.question.indicator);
    let title = series_title(lang, package, trend);
    let Some(now) = newest_text(lang, indicator, trend) else {
        return ("", String::new());
    };
    let own = trend.chart.as_ref().ok();
    let Some((own, stands)) = own.and_then(|own| Some((own, standing(own)?))) else {
        let text = match lang {
            Lang::Zh => format!("{title}：{now}。"),
            Lang::En => format!("{title}: {now}."),
        };
        return ("", text);
    };
    let is_trial = deciding_chart(trend).is_some_and(|chart| chart.is_trial);
    let signalled = signalled(trend);
    let (sign, verdict) = change_verdict(
        lang,
        trend,
        indicator.polarity,
        signalled.as_ref(),
        is_trial,
    );
    let mut where_it_is = vec![place_text(lang, indicator, own, &stands)];
    where_it_is.extend(stretch_text(lang, indicator, trend, own, &stands));
    where_it_is.extend(signals_text(lang, trend, signalled.as_ref(), &stands));
    let where_it_is = where_it_is.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    });
    let text = match lang {
        Lang::Zh => zh!("{title}{verdict}：{now}，{where_it_is}。"),
        Lang::En => format!("{title}: {verdict}. {now}, {where_it_is}."),
    };
    (sign, text)
}

/// The newest final value with its counts: 2026 年 3 月为 70.1%（138/197）.
fn newest_text(lang: Lang, indicator: &Indicator, trend: &Trend) -> Option<String> {
    let has_value = |point: &&crate::answer::SeriesPoint| point.reading.value.number().is_some();
    let newest = trend.points.iter().rev();
    let newest = newest
        .clone()
        .filter(has_value)
        .find(|point| !point.reading.is_provisional())
        .or(newest.clone().find(has_value))?;
    let value = value_with_unit(lang, indicator, &newest.reading);
    let counts = newest.reading.numerator.zip(newest.reading.denominator);
    let counts = counts.filter(|_| indicator.is_quotient());
    let counts = counts.map(|(above, below)| [count_text(above), count_text(below)].join("/"));
    let period = period_text(lang, newest.period);
    // A sentence has words for the signs.
    if let Some(least) = value.strip_prefix("≥ ") {
        return Some(match lang {
            Lang::Zh => format!("{period}不少于 {least}"),
            Lang::En => format!("at least {least} in {period}"),
        });
    }
    Some(match (lang, counts) {
        (Lang::Zh, Some(counts)) => format!("{period}为 {value}（{counts}）"),
        (Lang::Zh, None) => format!("{period}为 {value}"),
        (Lang::En, Some(counts)) => format!("{value} ({counts}) in {period}"),
        (Lang::En, None) => format!("{value} in {period}"),
    })
}

/// Where the newest point lies: outside which limit or inside both.
fn place_text(lang: Lang, indicator: &Indicator, own: &ControlChart, stands: &Standing) -> String {
    let limit = |list: &[f64]| {
        let limit = list.get(stands.at).copied().filter(|it| it.is_finite());
        limit.map_or(String::new(), |it| measure_text(lang, indicator, it))
    };
    let (lower, upper) = (limit(&own.lower), limit(&own.upper));
    // A unit that is a word stands once; a sign stands at both.
    let unit = [" ", indicator.unit.get(lang)].concat();
    let from = lower.strip_suffix(&unit).unwrap_or(&lower);
    let space = if upper.ends_with(|it: char| it.is_ascii()) {
        " "
    } else {
        ""
    };
    let outside = stands
        .signals
        .iter()
        .find(|signal| matches!(signal, Signal::OutsideLimit(_)));
    match (lang, outside.map(|it| it.side())) {
        (Lang::Zh, Some(Side::Below)) => format!("低于控制下限 {lower}"),
        (Lang::Zh, Some(Side::Above)) => format!("高于控制上限 {upper}"),
        (_, None) if lower.is_empty() || upper.is_empty() => {
            within_one(lang, indicator, (&lower, &upper))
        }
        (Lang::Zh, None) => format!("在控制界限 {from} 至 {upper}{space}之内"),
        (Lang::En, Some(Side::Below)) => format!("below the lower control limit of {lower}"),
        (Lang::En, Some(Side::Above)) => format!("above the upper control limit of {upper}"),
        (Lang::En, None) => format!("within the control limits of {from} to {upper}"),
    }
}

/// Inside the one limit that there is: the other would lie where no value can be.
fn within_one(lang: Lang, indicator: &Indicator, (lower, upper): (&str, &str)) -> String {
    let (lowest, highest) = possible(indicator);
    let [lowest, highest] = [lowest, highest].map(|it| measure_text(lang, indicator, it));
    match (lang, lower.is_empty(), upper.is_empty()) {
        (Lang::Zh, true, false) => {
            format!("不高于控制上限 {upper}（不可能低于 {lowest}，因此没有控制下限）")
        }
        (Lang::En, true, false) => format!(
            "within the upper control limit of {upper} (it cannot be below {lowest}, so there is no lower limit)"
        ),
        (Lang::Zh, false, true) => {
            format!("不低于控制下限 {lower}（不可能高于 {highest}，因此没有控制上限）")
        }
        (Lang::En, false, true) => format!(
            "within the lower control limit of {lower} (it cannot be above {highest}, so there is no upper limit)"
        ),
        (Lang::Zh, ..) => format!("在可能的范围 {lowest} 至 {highest} 之内，没有更窄的控制界限"),
        (Lang::En, ..) => {
            format!(
                "within {lowest} to {highest}, where all values must lie; no control limit is narrower"
            )
        }
    }
}

/// Of limits that would lie where no value can be, or may do so.
pub(super) fn impossible_text(
    lang: Lang,
    indicator: &Indicator,
    chart: &ControlChart,
) -> Option<String> {
    let has_any = |limits: &[f64]| limits.iter().any(|limit| limit.is_finite());
    let (lowest, highest) = possible(indicator);
    let number = |bound: f64| measure_text(lang, indicator, bound);
    let (lower, upper) = (has_any(&chart.lower), has_any(&chart.upper));
    let mut said = Vec::new();
    if !has_any(&chart.centre) {
        return None;
    }
    if !lower {
        said.push(match lang {
            Lang::Zh => format!("算得的控制下限低于 {}，不可能出现，不画", number(lowest)),
            Lang::En => format!(
                "no lower limit: it would be below {}, where no value can be",
                number(lowest)
            ),
        });
    }
    if !upper {
        said.push(match lang {
            Lang::Zh => format!("算得的控制上限高于 {}，不可能出现，不画", number(highest)),
            Lang::En => format!(
                "no upper limit: it would be above {}, where no value can be",
                number(highest)
            ),
        });
    }
    said.extend(doubtful_text(lang, indicator, chart).map(str::to_string));
    let mark = if lang == Lang::Zh { "；" } else { "; " };
    (!said.is_empty()).then(|| said.join(mark))
}

/// Of a mean nothing says whether it can be negative: degrees and changes can, durations cannot. Where no
/// value is and a lower limit would be, who knows the figure is told when there is no such limit.
fn doubtful_text(lang: Lang, indicator: &Indicator, chart: &ControlChart) -> Option<&'static str> {
    let is_open = possible(indicator).0 == f64::NEG_INFINITY;
    let is_positive = chart.points.iter().flatten().all(|value| *value >= 0.0);
    let is_below = chart.lower.iter().any(|limit| *limit < 0.0);
    (is_open && is_positive && is_below).then_some(match lang {
        Lang::Zh => "算得的控制下限低于 0：如该指标不可能为负，即没有控制下限",
        Lang::En => {
            "the lower limit lies below 0: where this figure cannot be negative, there is no lower limit"
        }
    })
}

/// How long the newest points have lain on one side of the mean, where the rule of seven speaks.
fn stretch_text(
    lang: Lang,
    indicator: &Indicator,
    trend: &Trend,
    own: &ControlChart,
    stands: &Standing,
) -> Option<String> {
    let is_shift = |signal: &&Signal| matches!(signal, Signal::Shift(_));
    let side = stands.signals.iter().find(is_shift)?.side();
    let since = period_text(lang, trend.points.get(stands.since)?.period);
    let mean = measure_text(lang, indicator, own.mean);
    let count = stands.count;
    Some(match (lang, side) {
        (Lang::Zh, Side::Below) => format!("自 {since}起连续 {count} 期低于基线均值 {mean}"),
        (Lang::Zh, Side::Above) => format!("自 {since}起连续 {count} 期高于基线均值 {mean}"),
        (Lang::En, Side::Below) => {
            format!("and below the baseline mean of {mean} for {count} periods since {since}")
        }
        (Lang::En, Side::Above) => {
            format!("and above the baseline mean of {mean} for {count} periods since {since}")
        }
    })
}

/// The sentences after the first: the change on a year, the years, a target, a changed boundary, why
/// there are no limits.
pub fn trend_more(lang: Lang, package: &Package, trend: &Trend) -> Vec<String> {
    let indicator = package.indicators.get(trend.question.indicator);
    let mut said: Vec<String> = unsteady_text(lang, trend).into_iter().collect();
    if let Ok(change) = &trend.change_on_year {
        said.push(on_year_sentence(
            lang,
            indicator,
            change,
            package.descriptor.judged,
        ));
    }
    if let Ok(yearly) = &trend.yearly
        && package.descriptor.judged
    {
        said.push(yearly_sentence(
            lang,
            indicator,
            yearly.direction,
            yearly.slope,
        ));
    }
    said.extend(target_sentence(lang, indicator, trend));
    if let Some(boundary) = &trend.boundary {
        said.push(stopped(lang, &boundary_text(lang, package, boundary)));
    }
    match &trend.chart {
        Err(reason) if !trend.points.is_empty() => {
            said.push(stopped(lang, no_chart_text(lang, *reason)));
        }
        Ok(chart) if chart.is_trial => said.push(
            match lang {
                Lang::Zh => "基线不足 13 期，界限为试用界限，不据以认定变化。",
                Lang::En => "The baseline has fewer than 13 points: the limits are trial limits, from which no change is stated.",
            }
            .to_string(),
        ),
        _ => {}
    }
    said.extend(season_text(lang, package, trend).map(|it| stopped(lang, &it)));
    said
}

/// A clause as a sentence of its own.
fn stopped(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!("{text}。"),
        Lang::En => format!("{}.", capitalised(text)),
    }
}

/// The same with a capital first.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_ascii_uppercase());
    first.map_or(String::new(), String::from) + letters.as_str()
}

/// Three months against the same three of the year before.
pub fn on_year_sentence(
    lang: Lang,
    indicator: &Indicator,
    change: &ChangeOnYear,
    is_judged: bool,
) -> String {
    let unit = indicator.multiplier;
    let now = measure_text(lang, indicator, change.now.estimate() * unit);
    let before = measure_text(lang, indicator, change.before.estimate() * unit);
    let months = span_text(lang, change.months.0, change.months.1);
    let exact = unrounded_text(lang, indicator, change);
    let difference = difference_text(lang, indicator, change.change) + exact;
    let ends = [change.interval_998.lower, change.interval_998.upper];
    let [lower, upper] = ends.map(|it| number_text(it, decimals(indicator)));
    let is_beyond = change.is_beyond_chance();
    let chance = match (lang, is_judged, is_beyond) {
        (_, false, _) => "",
        (Lang::Zh, _, true) => "，超出偶然波动",
        (Lang::Zh, _, false) => "，在偶然波动范围内",
        (Lang::En, _, true) => ", beyond chance",
        (Lang::En, _, false) => ", within chance",
    };
    match lang {
        Lang::Zh => format!(
            "{months}合计 {now}，上年同期 {before}，相差 {difference}（99.8% 区间 {lower} 至 {upper}）{chance}。"
        ),
        Lang::En => format!(
            "{months} together: {now}; a year before: {before}; difference {difference} (99.8% interval {lower} to {upper}){chance}."
        ),
    }
}

/// That a difference is not that of the two rounded numbers beside it. Blank where it is.
fn unrounded_text(lang: Lang, indicator: &Indicator, change: &ChangeOnYear) -> &'static str {
    let scale = 10f64.powi(i32::from(decimals(indicator)));
    let rounded = |number: f64| (number * scale).round();
    let [now, before] = [change.now, change.before].map(|it| {
        let estimate = it.estimate() * indicator.multiplier;
        let shown = 10f64.powi(i32::from(indicator.decimals));
        rounded((estimate * shown).round() / shown)
    });
    match (lang, rounded(change.change) == now - before) {
        (_, true) => "",
        (Lang::Zh, false) => "（按未四舍五入的数计算）",
        (Lang::En, false) => " (from the unrounded figures)",
    }
}

/// Decimals of a difference.
fn decimals(indicator: &Indicator) -> u8 {
    match indicator.kind {
        Kind::Proportion | Kind::Rate => indicator.decimals.max(1),
        _ => indicator.decimals,
    }
}

fn yearly_sentence(lang: Lang, indicator: &Indicator, direction: Direction, slope: f64) -> String {
    let slope = difference_text(lang, indicator, slope * indicator.multiplier);
    match (lang, direction) {
        (Lang::Zh, Direction::Rising) => {
            format!("近五年总体呈上升趋势，平均每年 {slope}（趋势检验 p < 0.002）。")
        }
        (Lang::Zh, Direction::Falling) => {
            format!("近五年总体呈下降趋势，平均每年 {slope}（趋势检验 p < 0.002）。")
        }
        (Lang::Zh, Direction::None) => "近五年没有可以确认的升降趋势。".to_string(),
        (Lang::En, Direction::Rising) => {
            format!(
                "An upward trend over five years, {slope} a year on average (p < 0.002 for trend)."
            )
        }
        (Lang::En, Direction::Falling) => {
            format!(
                "A downward trend over five years, {slope} a year on average (p < 0.002 for trend)."
            )
        }
        (Lang::En, Direction::None) => "No trend can be stated over five years.".to_string(),
    }
}

/// How the newest value moved, with its period: 2026 年 3 月环比 −1.2 个百分点 · 同比 −18.3 个百分点.
pub fn newest_changes_text(
    lang: Lang,
    period: Period,
    on_previous: Option<String>,
    on_year: Option<String>,
) -> String {
    let changes = super::changes_text(lang, period, on_previous, on_year);
    let period = period_text(lang, period);
    match lang {
        _ if changes.is_empty() => String::new(),
        Lang::Zh => format!("{period}：{changes}"),
        Lang::En => format!("{period}: {}", changes.replace('\n', " · ")),
    }
}
