//! Texts of a distribution: what it says, and by which rules it is drawn.

use super::names::in_sentence;
use super::number::counted;
use super::spacing::beside;
use super::{
    benchmark_name, count_text, level_count_text, level_entry_text, level_text, missing_text,
    number_text, period_text, value_with_unit, with_unit, words,
};
use crate::answer::{Benchmark, BenchmarkChoice, CompareRow, Distribution, LeftOut, PeriodChoice};
use crate::model::{Indicator, Lang, LevelId};
use crate::package::Package;
use crate::stats::{BinRule, Bins, NoBins};

/// The title of a distribution: 各社区按期办结率的分布.
pub fn distribution_title(lang: Lang, package: &Package, found: &Distribution) -> String {
    let question = &found.question;
    let label = package.indicators.get(question.indicator).label.get(lang);
    let level = level_text(lang, package, question.level);
    let within = question.within;
    let place = within.map_or("", |area| package.areas.get(area).name.get(lang));
    match lang {
        Lang::Zh => zh!("{place}各{}的分布", beside(&level, label)),
        Lang::En if place.is_empty() => format!("{label}: distribution over {level}"),
        Lang::En => format!("{label}: distribution over {level}, {place}"),
    }
}

/// The period of a distribution.
pub fn distribution_period_text(lang: Lang, found: &Distribution) -> String {
    choice_text(lang, found.question.period)
}

/// A period, or that each area has its own newest.
pub fn choice_text(lang: Lang, period: PeriodChoice) -> String {
    match period {
        PeriodChoice::At(period) => period_text(lang, period),
        PeriodChoice::EachLatest => words(lang).each_latest.to_string(),
    }
}

/// What the bins count: 社区数, Communities.
pub fn distribution_count_label(lang: Lang, package: &Package, level: LevelId) -> String {
    let level = level_entry_text(lang, package, level);
    match lang {
        Lang::Zh => zh!("{level}数"),
        Lang::En => level,
    }
}

/// Chinese type stands apart from figures and letters, and not from itself.
pub(super) fn gap(before: &str) -> &'static str {
    match before.chars().last() {
        Some(last) if last.is_ascii() => " ",
        _ => "",
    }
}

/// A number between values, as a quartile is: with as many decimals as it needs, at most two, where the
/// values have none.
fn between_text(lang: Lang, indicator: &Indicator, value: f64) -> String {
    let number = match indicator.decimals {
        0 => count_text(value),
        decimals => number_text(value, decimals),
    };
    with_unit(&number, indicator.unit.get(lang))
}

/// A width or an edge, with as many decimals as it needs.
pub(super) fn edge_text(value: f64) -> String {
    let is_enough = |decimals: &u8| {
        let shifted = value * 10f64.powi(i32::from(*decimals));
        (shifted - shifted.round()).abs() < 1e-6 * shifted.abs().max(1.0)
    };
    let decimals = (0..9).find(is_enough).unwrap_or(9);
    number_text(value, decimals)
}

/// What is in a bin, with its unit: 85–87.5%, or 3, or 4–7 where the values are whole.
pub fn bin_text(lang: Lang, indicator: &Indicator, bins: &Bins, at: usize) -> String {
    let (low, high) = bins.ends(at);
    let text = match bins.is_whole {
        true if bins.width == 1.0 => edge_text(low + 0.5),
        true => format!("{}–{}", edge_text(low + 0.5), edge_text(high - 0.5)),
        false => format!("{}–{}", edge_text(low), edge_text(high)),
    };
    with_unit(&text, indicator.unit.get(lang))
}

/// What a distribution says: how many areas, the middle, the middle half, both ends with their names,
/// the benchmark, and who is not in it and why.
pub fn distribution_sentences(lang: Lang, package: &Package, found: &Distribution) -> Vec<String> {
    let question = &found.question;
    let indicator = package.indicators.get(question.indicator);
    let all = level_count_text(lang, package, question.level, found.rows.len());
    let used = found.used_count;
    let (Some(first), Some(last)) = (found.used().first(), found.used().last()) else {
        let label = indicator.label.get(lang);
        return vec![
            match lang {
                Lang::Zh => zh!("{all}在所选期间都没有“{label}”的确切的最终值。"),
                Lang::En => format!("None of {all} has an exact and final value of it then."),
            },
            left_out_sentence(lang, found),
        ];
    };
    let of_all = match (lang, used == found.rows.len()) {
        (_, true) => all,
        (Lang::Zh, false) => zh!("{all}中 {used} 个有确切的最终值"),
        (Lang::En, false) if used == 1 => format!("1 of {all} has an exact and final value"),
        (Lang::En, false) => format!("{used} of {all} have an exact and final value"),
    };
    let value = |row: &CompareRow| value_with_unit(lang, indicator, &row.reading);
    let holder = |of: &CompareRow| {
        let same = found.used().iter();
        let same = same.filter(|row| row.reading.value == of.reading.value);
        match same.count() {
            1 => package.areas.get(of.area).name.get(lang).to_string(),
            count => level_count_text(lang, package, question.level, count),
        }
    };
    let (low, high) = (value(first), value(last));
    let (low_holder, high_holder) = (holder(first), holder(last));
    let middle = found.box_plot.map(|it| {
        let text = |number| between_text(lang, indicator, number);
        let (median, lower, upper) = (
            text(it.five.median),
            text(it.five.lower_quartile),
            text(it.five.upper_quartile),
        );
        match lang {
            Lang::Zh => {
                let (to, end) = (gap(&lower), gap(&upper));
                format!("中位数 {median}，中间 50% 在 {lower}{to}至 {upper}{end}之间，")
            }
            Lang::En => format!("median {median}, the middle half from {lower} to {upper}, "),
        }
    });
    let middle = middle.unwrap_or_default();
    let mut said = vec![match (lang, used) {
        (Lang::Zh, 1) => format!("{of_all}：{low_holder} {low}。"),
        (Lang::En, 1) => format!("{of_all}: {low_holder}, {low}."),
        (Lang::Zh, _) => {
            format!("{of_all}：{middle}最低 {low}（{low_holder}），最高 {high}（{high_holder}）。")
        }
        (Lang::En, _) => format!(
            "{of_all}: {middle}lowest {low} ({low_holder}), highest {high} ({high_holder})."
        ),
    }];
    if let Some(benchmark) = &found.benchmark {
        let name = benchmark_name(lang, package, benchmark);
        let value = value_with_unit(lang, indicator, &benchmark.total.reading);
        said.push(match lang {
            Lang::Zh => format!("对照：{name} {value}。"),
            Lang::En if is_overall(benchmark) => {
                format!("Overall ({}): {value}.", in_sentence(&name))
            }
            Lang::En => format!("Benchmark ({}): {value}.", in_sentence(&name)),
        });
    }
    said.push(left_out_sentence(lang, found));
    if found.period.is_none() && used > 1 {
        said.push(match lang {
            Lang::Zh => "各地区的数值属于不同期间，只宜浏览，不宜相互比较。".to_string(),
            Lang::En => {
                "The values are of different periods: to be looked at, not compared.".to_string()
            }
        });
    }
    said.retain(|text| !text.is_empty());
    said
}

/// True where all the areas together are what each is held against.
fn is_overall(benchmark: &Benchmark) -> bool {
    matches!(benchmark.of, BenchmarkChoice::Top | BenchmarkChoice::Listed)
}

fn left_out_sentence(lang: Lang, found: &Distribution) -> String {
    let reasons = found.reasons();
    if reasons.is_empty() {
        return String::new();
    }
    let texts: Vec<String> = reasons
        .iter()
        .map(|(reason, count)| match lang {
            Lang::Zh => format!("{} {count} 个", left_out_text(lang, *reason)),
            Lang::En => format!("{count} {}", left_out_text(lang, *reason)),
        })
        .collect();
    match lang {
        Lang::Zh => format!("未计入：{}。", texts.join("，")),
        Lang::En => format!("Left out: {}.", texts.join(", ")),
    }
}

/// Why an area is left out of a picture of exact and final values.
pub fn left_out_text(lang: Lang, reason: LeftOut) -> &'static str {
    match (reason, lang) {
        (LeftOut::Missing(missing), _) => missing_text(lang, missing),
        (LeftOut::Provisional, Lang::Zh) => "初步数",
        (LeftOut::Provisional, Lang::En) => "provisional",
        (LeftOut::Inexact, Lang::Zh) => "约数或上下限",
        (LeftOut::Inexact, Lang::En) => "bounded or rounded",
    }
}

/// How the bins are made, with their number and width and the rule; or why there are none.
pub fn distribution_caption(lang: Lang, indicator: &Indicator, found: &Distribution) -> String {
    let unit = indicator.unit.get(lang);
    let bins = match &found.bins {
        Ok(bins) => bins,
        Err(reason) => return no_bins_text(lang, *reason).to_string(),
    };
    let count = bins.counts.len();
    let width = with_unit(&edge_text(bins.width), unit);
    let asked = number_text(bins.rule_width, 2);
    let rule = match (bins.rule, lang) {
        (BinRule::FreedmanDiaconis, Lang::Zh) => {
            format!("Freedman–Diaconis 规则（1981）算得 {asked}，取整")
        }
        (BinRule::FreedmanDiaconis, Lang::En) => {
            format!("{asked} by the rule of Freedman and Diaconis (1981), made round")
        }
        (BinRule::Scott, Lang::Zh) => {
            format!("中间 50% 数值相同，改用 Scott 规则（1979），算得 {asked}，取整")
        }
        (BinRule::Scott, Lang::En) => format!(
            "{asked} by the rule of Scott (1979), made round, since the middle half are all equal"
        ),
        (BinRule::Most, Lang::Zh) => {
            format!("Freedman–Diaconis 规则（1981）算得 {asked}，组数过多，放宽至不超过 60 组")
        }
        (BinRule::Most, Lang::En) => format!(
            "{asked} by the rule of Freedman and Diaconis (1981), widened so that there are no more than 60"
        ),
    };
    let ends = match (lang, bins.is_whole) {
        (Lang::Zh, false) => "各组含下限，不含上限（末组两端均含）",
        (Lang::Zh, true) => "按整数分组，两端均含",
        (Lang::En, false) => "each holds its lower end and not its upper, the last one both",
        (Lang::En, true) => "of whole numbers, both ends in it",
    };
    match lang {
        Lang::Zh => format!("直方图：{count} 组，组距 {width}（{rule}）；{ends}"),
        Lang::En => {
            let bins = counted(&count.to_string(), "bin", "bins");
            format!("Histogram: {bins} of {width} ({rule}); {ends}")
        }
    }
}

fn no_bins_text(lang: Lang, reason: NoBins) -> &'static str {
    match (reason, lang) {
        (NoBins::TooFew(_), Lang::Zh) => "不足 10 个数值，不分组，逐个显示",
        (NoBins::TooFew(_), Lang::En) => "Fewer than 10 values: each is shown, none are binned",
        (NoBins::Constant, Lang::Zh) => "数值全部相同，不分组",
        (NoBins::Constant, Lang::En) => "All values are the same: there is nothing to bin",
        (NoBins::NotFinite, Lang::Zh) => "数值相差过于悬殊，无法分组",
        (NoBins::NotFinite, Lang::En) => "The values lie too far apart to be binned",
    }
}

/// How dots and box are read.
pub fn distribution_note(lang: Lang, found: &Distribution) -> String {
    let dots = match lang {
        Lang::Zh => "点：每个地区一点，上下位置只为错开，没有含义",
        Lang::En => "Dots: one for each area, apart up and down for legibility alone",
    };
    let Some(drawn) = &found.box_plot else {
        return dots.to_string();
    };
    let (below, above) = drawn.beyond;
    match lang {
        Lang::Zh => format!(
            "{dots}。箱：四分位数（第 7 型）与中位数；须线至箱外 1.5 倍四分位距以内最远的值（Tukey 1977），须外低端 {below} 个、高端 {above} 个，离多数较远，不等于异常"
        ),
        Lang::En => format!(
            "{dots}. Box: quartiles (type 7) and median; whiskers to the furthest value within 1.5 interquartile ranges of the box (Tukey 1977), {below} below and {above} above them: far from most, which is no verdict"
        ),
    }
}

/// A picture of the researcher's page as a line of a briefing: what it is, when, and what it says.
pub fn explore_briefing(lang: Lang, title: &str, period: &str, said: &[String]) -> String {
    let head = match lang {
        Lang::Zh => format!("{title}（{period}）："),
        Lang::En => format!("{title} ({period}):"),
    };
    let mut parts = vec![&*head];
    parts.extend(said.iter().map(String::as_str));
    super::sentences(lang, &parts)
}
