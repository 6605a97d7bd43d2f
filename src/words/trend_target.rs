//! What is said of a series and the target that it should reach.

use super::{measure_text, period_text};
use crate::answer::{Trend, signalled};
use crate::model::{Indicator, Lang, Period, Polarity};
use crate::stats::{Assurance, ControlChart};

/// From so many periods in a row on, what has been says more of a target than what the limits of the
/// baseline would let expect.
const LEAST_IN_A_ROW: usize = 7;

/// How the series stands to its target. None where no target is asked for, or nothing is to be expected.
pub(super) fn target_sentence(lang: Lang, indicator: &Indicator, trend: &Trend) -> Option<String> {
    let (assurance, target) = trend.assurance.zip(trend.question.target)?;
    let chart = trend.chart.as_ref().ok()?;
    let stretch = Stretch::of(trend, chart, indicator.polarity, target);
    let is_foreseen = |it: &Stretch| match assurance {
        Assurance::WillPass => it.is_met,
        Assurance::WillFail => !it.is_met,
        Assurance::HitAndMiss => false,
    };
    let is_telling = |it: &Stretch| it.count >= LEAST_IN_A_ROW && !is_foreseen(it);
    if let Some(stretch) = stretch.filter(is_telling) {
        return Some(stretch.sentence(lang, indicator, target));
    }
    let expected = assurance_sentence(lang, indicator, assurance, target);
    let has_changed = signalled(trend).is_some_and(|it| it.is_confirmed);
    let caution = match (lang, has_changed) {
        (_, false) => "",
        (Lang::Zh, true) => "近期已经变化，基线期的界限不再说明今后，可改设基线再看。",
        (Lang::En, true) => {
            " It has changed since: the limits of the baseline no longer speak for what comes; choose another baseline to see."
        }
    };
    Some(expected + caution)
}

/// The newest points, as far as all of them are on one side of a target.
struct Stretch {
    is_met: bool,
    since: Period,
    count: usize,
}

impl Stretch {
    /// A gap neither ends it nor counts.
    fn of(trend: &Trend, chart: &ControlChart, polarity: Polarity, target: f64) -> Option<Stretch> {
        let points = trend.points.iter().zip(&chart.points).rev();
        let mut known = points.filter_map(|(point, value)| Some((point.period, (*value)?)));
        let is_met = |value: f64| match polarity {
            Polarity::Lower => value <= target,
            Polarity::Higher | Polarity::None => value >= target,
        };
        let (since, newest) = known.next()?;
        let mut stretch = Stretch {
            is_met: is_met(newest),
            since,
            count: 1,
        };
        for (period, _) in known.take_while(|(_, value)| is_met(*value) == is_met(newest)) {
            stretch.since = period;
            stretch.count += 1;
        }
        Some(stretch)
    }

    /// 自 2025 年 5 月起连续 11 期未达到目标 86.0%。
    fn sentence(&self, lang: Lang, indicator: &Indicator, target: f64) -> String {
        let target = measure_text(lang, indicator, target);
        let (since, count) = (period_text(lang, self.since), self.count);
        match (lang, self.is_met) {
            (Lang::Zh, false) => format!("自 {since}起连续 {count} 期未达到目标 {target}。"),
            (Lang::Zh, true) => format!("自 {since}起连续 {count} 期达到目标 {target}。"),
            (Lang::En, false) => {
                format!(
                    "The target of {target} has been missed {count} times in a row since {since}."
                )
            }
            (Lang::En, true) => {
                format!("The target of {target} has been met {count} times in a row since {since}.")
            }
        }
    }
}

/// What can be expected against a target.
fn assurance_sentence(
    lang: Lang,
    indicator: &Indicator,
    assurance: Assurance,
    target: f64,
) -> String {
    let target = measure_text(lang, indicator, target);
    match (lang, assurance) {
        (Lang::Zh, Assurance::WillPass) => {
            format!("目标 {target}：按基线期的界限，各期均可达到。")
        }
        (Lang::Zh, Assurance::WillFail) => {
            format!("目标 {target}：按基线期的界限，各期均达不到，需有改变才能达到。")
        }
        (Lang::Zh, Assurance::HitAndMiss) => {
            format!("目标 {target}：在基线期的界限之内，时而达到、时而达不到，属偶然波动。")
        }
        (Lang::En, Assurance::WillPass) => {
            format!("Target {target}: by the limits of the baseline it will be met every time.")
        }
        (Lang::En, Assurance::WillFail) => {
            format!(
                "Target {target}: by the limits of the baseline it will be missed every time unless something is changed."
            )
        }
        (Lang::En, Assurance::HitAndMiss) => format!(
            "Target {target}: within the limits of the baseline, so it will be met at times and missed at times by chance."
        ),
    }
}
