//! Titles, sentences and headings of answers that are printed or saved as a table.

use super::reasons::{
    assurance_text, chart_kind_text, direction_text, no_change_text, no_correlation_text,
    no_line_text, no_trend_text,
};
use crate::answer::{ChangeOnYear, Findings, Profile, Relate, Trend, Verdict, signals};
use crate::model::{Indicator, Kind, Lang};
use crate::package::Package;
use crate::stats::{ControlChart, Correlation, Line, NoCorrelation, NoLine};
use crate::words::slope::slope_decimals;
use crate::words::trend_said::capitalised;
use crate::words::{
    benchmark_text, boundary_text, choice_text, difference_text, level_count_text, level_text,
    no_chart_text, number_text, period_text, season_text, stamp_text, with_unit, words,
};

/// A number in the unit of an indicator: 87.6%, 12.3 per 1,000 households.
pub fn in_unit_text(lang: Lang, indicator: &Indicator, number: f64) -> String {
    with_unit(&plain_text(indicator, number), indicator.unit.get(lang))
}

/// The same without the unit.
fn plain_text(indicator: &Indicator, number: f64) -> String {
    let decimals = match indicator.kind {
        Kind::Proportion | Kind::Rate => indicator.decimals.max(1),
        _ => indicator.decimals,
    };
    number_text(number, decimals)
}

/// The title of a trend.
pub fn trend_title(lang: Lang, package: &Package, trend: &Trend) -> String {
    let label = package
        .indicators
        .get(trend.question.indicator)
        .label
        .get(lang);
    let area = package.areas.get(trend.question.area).name.get(lang);
    match lang {
        Lang::Zh => format!("{area}{label}趋势"),
        Lang::En => format!("{label}, {area}, over time"),
    }
}

/// What a trend says, a sentence each: the chart and its signals, the season, the target, the change
/// on a year, the years, the boundary.
pub fn trend_sentences(lang: Lang, package: &Package, trend: &Trend) -> Vec<String> {
    let indicator = package.indicators.get(trend.question.indicator);
    let mut said = Vec::new();
    match &trend.chart {
        Ok(chart) => said.push(chart_sentence(lang, indicator, trend, chart)),
        Err(reason) => said.push(no_chart_text(lang, *reason).to_string()),
    }
    if let (Some(chart), Some(top)) = (&trend.against, trend.benchmark) {
        said.push(against_sentence(
            lang,
            &benchmark_text(lang, package, top),
            flagged_count(chart),
        ));
    }
    said.extend(season_text(lang, package, trend).map(|it| capitalised(&it)));
    said.extend(
        trend
            .assurance
            .map(|it| assurance_text(lang, it).to_string()),
    );
    said.push(match &trend.change_on_year {
        Ok(change) => change_sentence(lang, indicator, change),
        Err(reason) => no_change_text(lang, *reason).to_string(),
    });
    said.push(match &trend.yearly {
        Ok(yearly) => {
            let chi_squared = number_text(yearly.chi_squared, 2);
            let direction = direction_text(lang, yearly.direction);
            match lang {
                Lang::Zh => format!("{direction}，趋势 χ² = {chi_squared}"),
                Lang::En => format!("{direction}; χ² for trend {chi_squared}"),
            }
        }
        Err(reason) => no_trend_text(lang, *reason).to_string(),
    });
    said.extend(
        trend
            .boundary
            .as_ref()
            .map(|it| boundary_text(lang, package, it)),
    );
    let stop = match lang {
        Lang::Zh => "。",
        Lang::En => ".",
    };
    said.into_iter().map(|text| text + stop).collect()
}

fn flagged_count(chart: &ControlChart) -> usize {
    let flagged = (0..chart.points.len()).filter(|at| !signals(Some(chart), *at).is_empty());
    flagged.count()
}

fn chart_sentence(
    lang: Lang,
    indicator: &Indicator,
    trend: &Trend,
    chart: &ControlChart,
) -> String {
    let kind = chart_kind_text(lang, chart.kind);
    let mean = in_unit_text(lang, indicator, chart.mean);
    let based = trend.points.get(chart.baseline.start..chart.baseline.end);
    let period = |at: Option<&crate::answer::SeriesPoint>| {
        at.map_or(String::new(), |point| period_text(lang, point.period))
    };
    let from = period(based.and_then(|it| it.first()));
    let to = period(based.and_then(|it| it.last()));
    let (flagged, all) = (flagged_count(chart), chart.points.iter().flatten().count());
    let (trial_zh, trial_en) = match chart.is_trial {
        true => (
            "，控制限为试用（不足 13 点）",
            ", trial limits (under 13 points)",
        ),
        false => ("", ""),
    };
    match lang {
        Lang::Zh => format!(
            "{kind}：基线 {from}至 {to}，均值 {mean}{trial_zh}；{all} 点中 {flagged} 点有信号"
        ),
        Lang::En => format!(
            "{kind}: baseline {from} to {to}, mean {mean}{trial_en}; {flagged} of {all} points signal"
        ),
    }
}

fn against_sentence(lang: Lang, benchmark: &str, flagged: usize) -> String {
    match lang {
        Lang::Zh => format!("与{benchmark}同期相比（扣除季节）：{flagged} 点有信号"),
        Lang::En if flagged == 1 => {
            format!("Against {benchmark} in the same period: 1 point signals")
        }
        Lang::En => format!("Against {benchmark} in the same period: {flagged} points signal"),
    }
}

/// The change on a year: 2026 年 1 月至 3 月 … 较上年同期 −2.1 个百分点.
pub fn change_sentence(lang: Lang, indicator: &Indicator, change: &ChangeOnYear) -> String {
    let unit = indicator.multiplier;
    let now = in_unit_text(lang, indicator, change.now.estimate() * unit);
    let before = in_unit_text(lang, indicator, change.before.estimate() * unit);
    let (from, to) = change.months;
    let (from, to) = (period_text(lang, from), period_text(lang, to));
    let difference = difference_text(lang, indicator, change.change);
    let interval = [change.interval_998.lower, change.interval_998.upper];
    let [lower, upper] = interval.map(|number| plain_text(indicator, number));
    match (lang, change.is_beyond_chance()) {
        (Lang::Zh, is_beyond) => {
            let said = if is_beyond {
                "超出偶然波动"
            } else {
                "在偶然波动范围内"
            };
            format!(
                "{from}至 {to} {now}，上年同期 {before}，相差 {difference}（99.8% 区间 {lower} 至 {upper}），{said}"
            )
        }
        (Lang::En, is_beyond) => {
            let said = if is_beyond {
                "beyond chance"
            } else {
                "within chance"
            };
            format!(
                "{from} to {to}: {now}, a year before {before}; difference {difference} (99.8% interval {lower} to {upper}), {said}"
            )
        }
    }
}

/// The title of a profile.
pub fn profile_title(lang: Lang, package: &Package, profile: &Profile) -> String {
    let area = package.areas.get(profile.question.area).name.get(lang);
    match lang {
        Lang::Zh => format!("{area}画像"),
        Lang::En => format!("Profile of {area}"),
    }
}

/// What a profile says of all its rows together.
pub fn profile_sentence(lang: Lang, package: &Package, profile: &Profile) -> String {
    let verdict = |row: &crate::answer::ProfileRow| {
        let polarity = package.indicators.get(row.indicator).polarity;
        row.row.verdict(polarity, true)
    };
    let count = |asked: Verdict| {
        profile
            .rows
            .iter()
            .filter(|it| verdict(it) == asked)
            .count()
    };
    let (better, worse) = (count(Verdict::MuchBetter), count(Verdict::MuchWorse));
    let all = profile.rows.len();
    match lang {
        Lang::Zh => {
            format!("{all} 项指标；在 99.8% 置信水平上优于基准 {better} 项，差于基准 {worse} 项。")
        }
        Lang::En => format!(
            "{all} indicators; at the 99.8% level {better} better than the benchmark, {worse} worse."
        ),
    }
}

/// The title of a relation.
pub fn relate_title(lang: Lang, package: &Package, relate: &Relate) -> String {
    let label = |id| package.indicators.get(id).label.get(lang);
    let (x, y) = (label(relate.question.x.0), label(relate.question.y.0));
    let level = level_text(lang, package, relate.question.level);
    match lang {
        Lang::Zh => format!("各{level}“{x}”与“{y}”"),
        Lang::En => format!("{x} and {y}, {level}"),
    }
}

/// What a relation says, a sentence each.
pub fn relate_sentences(lang: Lang, package: &Package, relate: &Relate) -> Vec<String> {
    let all = level_count_text(lang, package, relate.question.level, relate.points.len());
    let used = relate.used_count;
    let mut said = vec![match lang {
        Lang::Zh => format!("{all}中 {used} 个两项均有确切的最终值。"),
        Lang::En => format!("{used} of {all} have exact and final values of both."),
    }];
    if relate.periods_differ {
        let kinds = relate.period_kinds_differ;
        said.push(match (lang, kinds) {
            (Lang::Zh, false) => "两项的期间不同。".to_string(),
            (Lang::Zh, true) => "两项的期间类型不同（如年度与月度）。".to_string(),
            (Lang::En, false) => "The two are of different periods.".to_string(),
            (Lang::En, true) => "The two are of different kinds of period.".to_string(),
        });
    }
    said.push(correlation_sentence(lang, "Spearman", &relate.spearman));
    said.push(correlation_sentence(lang, "Pearson", &relate.pearson));
    said.push(line_sentence(lang, &relate.line));
    said.push(match lang {
        Lang::Zh => "相关不等于因果。".to_string(),
        Lang::En => "What goes together need not hang together.".to_string(),
    });
    said
}

fn correlation_sentence(
    lang: Lang,
    name: &str,
    found: &Result<Correlation, NoCorrelation>,
) -> String {
    match (found, lang) {
        (Ok(it), _) => {
            let [coefficient, lower, upper] =
                [it.coefficient, it.interval.lower, it.interval.upper]
                    .map(|number| number_text(number, 2));
            match lang {
                Lang::Zh => {
                    format!("{name} 相关系数 {coefficient}（95% 区间 {lower} 至 {upper}）。")
                }
                Lang::En => {
                    format!("{name} correlation {coefficient} (95% interval {lower} to {upper}).")
                }
            }
        }
        (Err(reason), Lang::Zh) => {
            format!(
                "不计算 {name} 相关系数：{}。",
                no_correlation_text(lang, *reason)
            )
        }
        (Err(reason), Lang::En) => {
            format!(
                "No {name} correlation: {}.",
                no_correlation_text(lang, *reason)
            )
        }
    }
}

fn line_sentence(lang: Lang, found: &Result<Line, NoLine>) -> String {
    match (found, lang) {
        (Ok(line), _) => {
            let ends = [
                line.slope,
                line.slope_interval.lower,
                line.slope_interval.upper,
            ];
            let decimals = slope_decimals(line.slope).max(4);
            let [slope, lower, upper] = ends.map(|number| number_text(number, decimals));
            let share = number_text(line.r_squared * 100.0, 1);
            match lang {
                Lang::Zh => format!(
                    "最小二乘斜率 {slope}（95% 区间 {lower} 至 {upper}），解释方差的 {share}%。"
                ),
                Lang::En => format!(
                    "Least-squares slope {slope} (95% interval {lower} to {upper}), {share}% of the variance."
                ),
            }
        }
        (Err(reason), Lang::Zh) => format!("不作拟合直线：{}。", no_line_text(lang, *reason)),
        (Err(reason), Lang::En) => format!("No line: {}.", no_line_text(lang, *reason)),
    }
}

/// From the first to the last period of a trend, blank where it has none.
pub fn trend_period_text(lang: Lang, trend: &Trend) -> String {
    let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) else {
        return String::new();
    };
    let (first, last) = (
        period_text(lang, first.period),
        period_text(lang, last.period),
    );
    match lang {
        Lang::Zh => format!("{first}至 {last}"),
        Lang::En => format!("{first} to {last}"),
    }
}

/// The period of two indicators side by side, or both where they differ.
pub fn relate_period_text(lang: Lang, relate: &Relate) -> String {
    let (x, y) = (relate.question.x.1, relate.question.y.1);
    let (x_text, y_text) = (choice_text(lang, x), choice_text(lang, y));
    match (lang, x == y) {
        (_, true) => x_text,
        (Lang::Zh, false) => format!("横轴 {x_text}，纵轴 {y_text}"),
        (Lang::En, false) => format!("horizontal axis {x_text}, vertical axis {y_text}"),
    }
}

/// Why there is no picture, where the answer itself does not say so.
pub fn no_picture_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "可用的数值太少，没有可画的图",
        Lang::En => "too few values for a picture",
    }
}

/// The title of the findings of a level.
pub fn findings_title(lang: Lang, package: &Package, findings: &Findings) -> String {
    let level = level_text(lang, package, findings.question.level);
    match lang {
        Lang::Zh => format!("需核实：{level}"),
        Lang::En => format!("To be looked into: {level}"),
    }
}

/// What stands above the rows of a table that is no comparison: title, stamp, banner, package, what
/// the answer says, where it is from, how its codes stay whole.
pub fn answer_notes(
    lang: Lang,
    package: &Package,
    title: String,
    said: Vec<String>,
) -> Vec<String> {
    let about = &package.descriptor;
    let mut lines = vec![title];
    lines.extend(stamp_text(lang, package));
    lines.push(about.banner.get(lang).to_string());
    lines.push(crate::words::source_line(lang, package));
    lines.extend(said);
    lines.push(words(lang).codes_as_text.to_string());
    lines.retain(|line| !line.is_empty());
    lines
}
