//! Verdicts on a change over time, each with its sign. Which way is good follows the indicator.

use super::period::month_name;
use super::{difference_text, period_text, signal_text};
use crate::answer::{Signalled, Standing, Trend, deciding_chart, newest_signal_count};
use crate::model::{Lang, Polarity};
use crate::package::Package;
use crate::stats::{ControlChart, Direction, Side, Signal};

/// What can be said of a change: its sign, and its words, which way is good following the indicator.
pub(super) fn change_verdict(
    lang: Lang,
    trend: &Trend,
    polarity: Polarity,
    signalled: Option<&Signalled>,
    is_trial: bool,
) -> (&'static str, &'static str) {
    if !signalled.is_some_and(|it| it.is_confirmed)
        && let Some(found) = years_verdict(lang, trend, polarity)
    {
        return found;
    }
    let is_open = signalled.is_some_and(|it| !it.is_confirmed);
    let (sign, zh, en) = match (signalled.map(|it| it.side), polarity) {
        _ if is_trial => (
            "○",
            "的期数尚少，不能认定有无变化",
            "too few periods to state whether it has changed",
        ),
        (None, _) => ("●", "没有可以确认的变化", "no change beyond chance"),
        (Some(Side::Above), _) if trend.season_not_excluded => (
            "○",
            "有上升信号，但不能排除季节影响",
            "signals a rise, but season is not excluded",
        ),
        (Some(Side::Below), _) if trend.season_not_excluded => (
            "○",
            "有下降信号，但不能排除季节影响",
            "signals a fall, but season is not excluded",
        ),
        (Some(Side::Above), _) if is_open => (
            "○",
            "有上升信号，尚不能确认",
            "signals a rise, not confirmed",
        ),
        (Some(Side::Below), _) if is_open => (
            "○",
            "有下降信号，尚不能确认",
            "signals a fall, not confirmed",
        ),
        (Some(Side::Above), Polarity::Higher) => ("▲", "确有上升（变好）", "it has risen (better)"),
        (Some(Side::Above), Polarity::Lower) => ("▼", "确有上升（变差）", "it has risen (worse)"),
        (Some(Side::Above), Polarity::None) => ("▲", "确有上升", "it has risen"),
        (Some(Side::Below), Polarity::Higher) => ("▼", "确有下降（变差）", "it has fallen (worse)"),
        (Some(Side::Below), Polarity::Lower) => ("▲", "确有下降（变好）", "it has fallen (better)"),
        (Some(Side::Below), Polarity::None) => ("▼", "确有下降", "it has fallen"),
    };
    let text = match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    (sign, text)
}

/// The same of the last five years, where they rise or fall.
fn years_verdict(
    lang: Lang,
    trend: &Trend,
    polarity: Polarity,
) -> Option<(&'static str, &'static str)> {
    let direction = trend.yearly.as_ref().ok()?.direction;
    let is_good = match (direction, polarity) {
        (Direction::None, _) => return None,
        (_, Polarity::None) => None,
        (Direction::Rising, Polarity::Higher) | (Direction::Falling, Polarity::Lower) => Some(true),
        _ => Some(false),
    };
    let (zh, en) = match (direction == Direction::Rising, is_good) {
        (true, Some(true)) => (
            "近五年总体呈上升趋势（变好）",
            "an upward trend over five years (better)",
        ),
        (true, Some(false)) => (
            "近五年总体呈上升趋势（变差）",
            "an upward trend over five years (worse)",
        ),
        (true, None) => ("近五年总体呈上升趋势", "an upward trend over five years"),
        (false, Some(true)) => (
            "近五年总体呈下降趋势（变好）",
            "a downward trend over five years (better)",
        ),
        (false, Some(false)) => (
            "近五年总体呈下降趋势（变差）",
            "a downward trend over five years (worse)",
        ),
        (false, None) => ("近五年总体呈下降趋势", "a downward trend over five years"),
    };
    let sign = match is_good.unwrap_or(direction == Direction::Rising) {
        true => "▲",
        false => "▼",
    };
    let text = match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    Some((sign, text))
}

/// What the newest signals come to, as the end of a sentence: that a change holds with the season taken
/// out, that a signal is to be checked, or that there is none. None where the sentence says all.
pub(super) fn signals_text(
    lang: Lang,
    trend: &Trend,
    signalled: Option<&Signalled>,
    stands: &Standing,
) -> Option<String> {
    let is_against = trend.against.is_some();
    let text = match signalled {
        Some(found) if found.is_confirmed => match (lang, is_against) {
            (_, false) => return None,
            (Lang::Zh, true) => "扣除季节后仍成立",
            (Lang::En, true) => "which still holds with the season taken out",
        },
        Some(found) => return Some(unconfirmed_text(lang, trend, found)),
        None if !stands.signals.is_empty() => match (lang, is_against) {
            (Lang::Zh, true) => "扣除季节后不足以认定变化",
            (Lang::Zh, false) => "尚不足以认定变化",
            (Lang::En, true) => "which does not hold once the season is taken out",
            (Lang::En, false) => "which is not enough to state a change",
        },
        None => return no_signal_text(lang, trend),
    };
    Some(text.to_string())
}

/// A signal that the year before does not bear out: 2026 年 2 月扣除季节后曾低于下限，此后已回到界限内，需核实.
fn unconfirmed_text(lang: Lang, trend: &Trend, found: &Signalled) -> String {
    let chart = deciding_chart(trend);
    let newest = chart.and_then(|chart| chart.points.iter().rposition(Option::is_some));
    let is_newest = newest == Some(found.at);
    // The newest period has been named.
    let period = trend.points.get(found.at).filter(|_| !is_newest);
    let period = period.map(|point| point.period);
    let period = period.map_or(String::new(), |period| period_text(lang, period));
    let is_outside = found.signals.contains(&Signal::OutsideLimit(found.side));
    let rules = found.signals.iter().map(|it| signal_text(lang, *it));
    let rules: Vec<String> = rules.collect();
    let is_against = trend.against.is_some();
    match lang {
        Lang::Zh => {
            let season = if is_against { "扣除季节后" } else { "" };
            let once = if is_newest { "" } else { "曾" };
            let after = match is_outside && !is_newest {
                true => "，此后已回到界限内",
                false => "",
            };
            let rules = rules.join("、");
            format!("{period}{season}{once}有信号（{rules}）{after}，需核实")
        }
        Lang::En => {
            let season = match is_against {
                true => " with the season taken out",
                false => "",
            };
            let after = match is_outside && !is_newest {
                true => ", back within since",
                false => "",
            };
            let rules = rules.join(", ");
            let once = match is_newest {
                true => format!("signalling{season}"),
                false => format!("{period} signals{season}"),
            };
            format!("{once} ({rules}){after}: to be checked")
        }
    }
}

/// That the newest points show nothing, where older ones do: 近 3 期无信号.
fn no_signal_text(lang: Lang, trend: &Trend) -> Option<String> {
    let chart = trend.chart.as_ref().ok()?;
    let has_older = chart.signals.iter().any(|it| !it.is_empty());
    (has_older && newest_signal_count(chart) == 0).then(|| {
        match lang {
            Lang::Zh => "近 3 期无信号",
            Lang::En => "no signal in the last 3 periods",
        }
        .to_string()
    })
}

/// The season of a monthly series, or why none is excluded; none where there is nothing to say of it.
/// A clause, to stand in a list or a sentence of its own.
pub fn season_text(lang: Lang, package: &Package, trend: &Trend) -> Option<String> {
    let indicator = package.indicators.get(trend.question.indicator);
    let Some(season) = &trend.season else {
        return trend
            .season_not_excluded
            .then(|| not_excluded(lang, package, trend).to_string());
    };
    let (high, low) = (season.highest_month, season.lowest_month);
    let unsigned = difference_text(lang, indicator, season.amplitude);
    let height = unsigned.trim_start_matches('+');
    let (mut text, caution) = match lang {
        Lang::Zh => (
            format!(
                "逐年有季节起伏：{high} 月前后最高、{low} 月前后最低，上下约 {height}（p < 0.002）"
            ),
            "，图上的信号可能由此而来",
        ),
        Lang::En => {
            let (high, low) = (month_name(high.into()), month_name(low.into()));
            (
                format!(
                    "a season every year: highest around {high}, lowest around {low}, by about {height} either way (p < 0.002)"
                ),
                "; signals in the chart may be due to that",
            )
        }
    };
    let has_signals = |chart: &ControlChart| chart.signals.iter().any(|it| !it.is_empty());
    if trend.season_not_excluded && trend.chart.as_ref().is_ok_and(has_signals) {
        text.push_str(caution);
    }
    Some(text)
}

/// Why a season is not excluded.
fn not_excluded(lang: Lang, package: &Package, trend: &Trend) -> &'static str {
    let is_short = trend.points.len() < 24;
    let indicator = package.indicators.get(trend.question.indicator);
    // Counts of an area are never held against those of a larger one.
    let is_count = !is_short && !indicator.is_quotient();
    match (lang, is_short) {
        (Lang::Zh, _) if is_count => "数量不与上级同期比较，不能排除季节影响",
        (Lang::En, _) if is_count => {
            "counts are not held against those of a larger area: season is not excluded"
        }
        (Lang::Zh, true) => "不足 24 个月，不能排除季节影响",
        (Lang::Zh, false) => "没有可作对照的上级同期数，不能排除季节影响",
        (Lang::En, true) => "fewer than 24 months: season is not excluded",
        (Lang::En, false) => {
            "no benchmark of the same month to hold it against: season is not excluded"
        }
    }
}
