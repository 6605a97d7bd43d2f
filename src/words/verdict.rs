//! Verdicts, ranks and what chance alone would give, in words. "Significant" is never said without
//! its level.

use super::names::in_sentence;
use super::{benchmark_name, level_text, number_text, singular};
use crate::answer::{Benchmark, BenchmarkChoice, Compare, CompareRow, Rank, Verdict};
use crate::model::{Indicator, Lang};
use crate::package::Package;
use crate::stats::Confidence;

/// A verdict and its level: 差于基准（99.8%）.
pub fn verdict_text(lang: Lang, verdict: Verdict) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::MuchBetter => ("优于基准（99.8%）", "better (99.8%)"),
        Verdict::Better => ("优于基准（95%）", "better (95%)"),
        Verdict::Similar => ("与基准相近", "similar"),
        Verdict::Worse => ("差于基准（95%）", "worse (95%)"),
        Verdict::MuchWorse => ("差于基准（99.8%）", "worse (99.8%)"),
        Verdict::MuchHigher => ("高于基准（99.8%）", "higher (99.8%)"),
        Verdict::Higher => ("高于基准（95%）", "higher (95%)"),
        Verdict::Lower => ("低于基准（95%）", "lower (95%)"),
        Verdict::MuchLower => ("低于基准（99.8%）", "lower (99.8%)"),
        Verdict::NotCompared => ("未作比较", "not compared"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The shape that stands beside a verdict, as on the charts.
pub fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::MuchBetter | Verdict::Better => "▲",
        Verdict::MuchWorse | Verdict::Worse => "▼",
        // Neither is good, and a filled mark says which.
        Verdict::MuchHigher | Verdict::Higher => "△",
        Verdict::MuchLower | Verdict::Lower => "▽",
        Verdict::Similar => "●",
        Verdict::NotCompared => "○",
    }
}

/// How many areas stand apart from the benchmark, at which level, and how many chance alone would
/// put there; blank where none were held against it.
pub fn verdicts_sentence(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    is_plain: bool,
) -> String {
    let Some(benchmark) = compare
        .benchmark
        .as_ref()
        .ok()
        .filter(|_| compare.judged_count > 0)
    else {
        return String::new();
    };
    let name = benchmark_in_sentence(lang, package, benchmark);
    let level = level_text(lang, package, compare.question.level);
    let far = Confidence::NinetyNinePointEight;
    let (below, above) = compare.apart(!is_plain, far);
    let chance = |confidence| chance_text(lang, compare.expected_by_chance(confidence));
    let chance_far = chance(far);
    let allowing = allowing_text(lang, compare, &level);
    let sentence = match (lang, is_plain) {
        (Lang::Zh, false) if below + above == 0 => {
            zh!("在 99.8% 置信水平上{allowing}，没有{level}高于或低于{name}。")
        }
        (Lang::En, false) if below + above == 0 => {
            format!("At the 99.8% level, {allowing}, none is above or below {name}.")
        }
        (Lang::Zh, false) => zh!(
            "在 99.8% 置信水平上{allowing}，{below} 个低于{name}，{above} 个高于{name}；如各{level}实际并无差别，仅因偶然超出的{chance_far} 个。"
        ),
        (Lang::En, false) => format!(
            "At the 99.8% level, {allowing}: {below} below {name}, {above} above; {chance_far} by chance alone, were there no real differences."
        ),
        (_, true) => {
            let near = Confidence::NinetyFive;
            let (near_below, near_above) = compare.apart(false, near);
            let chance_near = chance(near);
            match lang {
                Lang::Zh => zh!(
                    "只看各{level}自身样本，在 95% 置信水平上 {near_below} 个低于{name}、{near_above} 个高于{name}（其中达到 99.8% 的分别为 {below} 个、{above} 个）；如各{level}实际并无差别，仅因偶然超出 95% 的{chance_near} 个，超出 99.8% 的{chance_far} 个。"
                ),
                Lang::En => format!(
                    "By each {}’s own counts alone, at the 95% level: {near_below} below {name}, {near_above} above ({below} and {above} of them at 99.8%); by chance alone {chance_near} at 95% and {chance_far} at 99.8%.",
                    singular(&level)
                ),
            }
        }
    };
    let sentence = match is_plain {
        true => sentence,
        // The charts show what is beyond 95 %, too.
        false => {
            let near = Confidence::NinetyFive;
            let (below, above) = compare.apart(true, near);
            let chance = chance(near);
            let more = match (lang, below + above) {
                (Lang::Zh, 0) => {
                    format!("在 95% 置信水平上也没有（仅因偶然就有{chance} 个）。")
                }
                (Lang::En, 0) => {
                    format!(" None at the 95% level either; {chance} by chance alone.")
                }
                (Lang::Zh, _) => zh!(
                    "在 95% 置信水平上，{below} 个低于、{above} 个高于{name}，仅因偶然{chance} 个。"
                ),
                (Lang::En, _) => format!(
                    " At the 95% level: {below} below, {above} above; {chance} by chance alone."
                ),
            };
            format!("{sentence}{more}")
        }
    };
    let rest = compare.rest_count();
    let rest = match (lang, rest) {
        (_, 0) => String::new(),
        (Lang::Zh, rest) => format!("所比较的{level}中，{rest} 个占基准分母的 10% 以上，改与其余地区合计比较。"),
        (Lang::En, 1) => {
            " Of all compared, 1 holds over 10% of the benchmark’s denominator and is held against the rest of it."
                .to_string()
        }
        (Lang::En, rest) => {
            format!(
                " Of all compared, {rest} hold over 10% of the benchmark’s denominator and are held against the rest of it."
            )
        }
    };
    format!("{sentence}{rest}")
}

/// What the verdicts allow for: the spread among all areas, or of too few of them nothing.
fn allowing_text(lang: Lang, compare: &Compare, level: &str) -> String {
    if compare.has_no_spread() {
        return match lang {
            Lang::Zh => zh!("（各{level}总体的离散程度未超出偶然，界限未放宽）"),
            Lang::En => {
                format!("limits not widened ({level} as a whole spread no more than by chance)")
            }
        };
    }
    match (lang, compare.spread.is_some()) {
        (Lang::Zh, true) => zh!("（界限已按各{level}之间超出偶然的差异放宽）"),
        (Lang::Zh, false) => {
            zh!("（可检验的{level}不足 10 个，无从估计偶然之外的差异，只看各自样本）")
        }
        (Lang::En, true) => {
            format!("limits widened for the spread among {level} beyond chance")
        }
        (Lang::En, false) => {
            format!(
                "by each one’s own counts alone (under ten {level}, too few to tell their spread)"
            )
        }
    }
}

/// A benchmark inside a sentence: the district, the chosen value of 90, the standard “…”.
pub(super) fn benchmark_in_sentence(
    lang: Lang,
    package: &Package,
    benchmark: &Benchmark,
) -> String {
    let name = benchmark_name(lang, package, benchmark);
    match (lang, benchmark.of, benchmark.area) {
        (Lang::Zh, BenchmarkChoice::Standard(_), None) => format!("规范“{name}”"),
        (Lang::En, BenchmarkChoice::Standard(_), None) => format!("the standard “{name}”"),
        (Lang::En, ..) if benchmark.is_listed() => in_sentence(&name).to_string(),
        (Lang::En, _, None) => "the chosen value".to_string(),
        (Lang::En, _, Some(_)) => in_sentence(&name).to_string(),
        (Lang::Zh, ..) => name,
    }
}

/// A number that chance alone would give: 约 0.3, 不足 0.1.
pub(super) fn chance_text(lang: Lang, expected: f64) -> String {
    let is_little = expected < 0.1;
    let number = number_text(expected.max(0.1), 1);
    match (lang, is_little) {
        (Lang::Zh, true) => format!("不足 {number}"),
        (Lang::Zh, false) => format!("约 {number}"),
        (Lang::En, true) => format!("under {number}"),
        (Lang::En, false) => format!("about {number}"),
    }
}

/// A rank and the range in which it may lie: 12（8–40）. Blank where the area has none.
pub fn rank_text(lang: Lang, rank: Option<Rank>) -> String {
    let Some(rank) = rank else {
        return String::new();
    };
    match (rank.range, lang) {
        (Some((low, high)), _) if low == high => rank.rank.to_string(),
        (Some((low, high)), Lang::Zh) => format!("{}（{low}–{high}）", rank.rank),
        (Some((low, high)), Lang::En) => format!("{} ({low}–{high})", rank.rank),
        (None, _) => rank.rank.to_string(),
    }
}

/// What is said of a row when it is pointed at: its interval, its counts, its verdict.
pub fn row_said_text(
    lang: Lang,
    indicator: &Indicator,
    row: &CompareRow,
    is_plain: bool,
) -> String {
    let Some(judged) = row.judged else {
        return String::new();
    };
    let interval = interval_text(indicator, row);
    let (events, size) = (
        super::count_text(judged.sample.events()),
        super::count_text(judged.sample.size()),
    );
    let counts = format!("{events}/{size}");
    let verdict = verdict_text(lang, row.verdict(indicator.polarity, !is_plain));
    match lang {
        Lang::Zh => format!("（{counts}，95% 区间 {interval}）{verdict}"),
        Lang::En => format!("({counts}; 95% interval {interval}) {verdict}"),
    }
}

/// The 95 % interval of a row, without its unit: 63.3–76.0. Blank where it has none.
pub fn interval_text(indicator: &Indicator, row: &CompareRow) -> String {
    let Some(judged) = row.judged else {
        return String::new();
    };
    let end = |number: f64| number_text(number, indicator.decimals);
    let (lower, upper) = (judged.interval_95.lower, judged.interval_95.upper);
    format!("{}–{}", end(lower), end(upper))
}
