//! Texts of the comparison.

use super::names::{as_a_whole, parts_text};
use super::spacing::beside;
use super::{
    benchmark_name, count_text, level_count_text, level_text, period_text, singular,
    value_with_unit, words,
};
use crate::answer::{
    Benchmark, BenchmarkChoice, Compare, CompareRow, NoBenchmark, PeriodChoice, Reading, Refusal,
};
use crate::model::{AreaId, Lang};
use crate::package::Package;

/// The title of a comparison: 各社区按期办结率.
pub fn compare_title(lang: Lang, package: &Package, compare: &Compare) -> String {
    let label = package
        .indicators
        .get(compare.question.indicator)
        .label
        .get(lang);
    let level = level_text(lang, package, compare.question.level);
    let place = compare
        .question
        .within
        .map(|area| package.areas.get(area).name.get(lang));
    // 各小区党支部, not 各小区小区党支部.
    let each = match label.starts_with(&level) {
        true => label.to_string(),
        false => beside(&level, label),
    };
    match (lang, place) {
        (Lang::Zh, None) => zh!("各{each}"),
        (Lang::Zh, Some(place)) => zh!("{place}各{each}"),
        (Lang::En, None) => format!("{label}, by {}", singular(&level)),
        (Lang::En, Some(place)) => format!("{label}, by {}, {place}", singular(&level)),
    }
}

/// The same with its period, to stand before what is said of it: 2026 年 3 月各社区按期办结率：
pub fn compare_heading(lang: Lang, package: &Package, compare: &Compare) -> String {
    let title = compare_title(lang, package, compare);
    let period = compare_period_text(lang, compare);
    match lang {
        Lang::Zh => zh!("{period}{title}："),
        Lang::En => format!("{title}, {period}:"),
    }
}

/// The period of a comparison.
pub fn compare_period_text(lang: Lang, compare: &Compare) -> String {
    let each_latest = words(lang).each_latest;
    let known = compare.known();
    let is_unripe = !known.is_empty() && known.iter().all(|row| row.reading.is_provisional());
    match (compare.question.period, compare.period) {
        (PeriodChoice::At(period), _) if is_unripe => match lang {
            Lang::Zh => format!("{}（初步数）", period_text(lang, period)),
            Lang::En => format!("{} (provisional)", period_text(lang, period)),
        },
        (PeriodChoice::At(period), _) => period_text(lang, period),
        (PeriodChoice::EachLatest, None) => each_latest.to_string(),
        (PeriodChoice::EachLatest, Some(period)) => {
            let period = period_text(lang, period);
            match lang {
                Lang::Zh => format!("{each_latest}（均为 {period}）"),
                Lang::En => format!("{each_latest} ({period} for all)"),
            }
        }
    }
}

/// The sentence above a comparison: how many, from where to where, and the benchmark.
pub fn compare_sentence(lang: Lang, package: &Package, compare: &Compare) -> String {
    let question = &compare.question;
    let indicator = package.indicators.get(question.indicator);
    let known = compare.known();
    let all = level_count_text(lang, package, question.level, compare.rows.len());
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        let nearest = compare.nearest.map(|period| {
            let period = period_text(lang, period);
            match lang {
                Lang::Zh => format!("该指标按其他期间发布，最近的是 {period}。"),
                Lang::En => format!(" It is published for other periods; the nearest is {period}."),
            }
        });
        let nearest = nearest.unwrap_or_default();
        let label = indicator.label.get(lang);
        return match lang {
            Lang::Zh => zh!("{all}在所选期间没有“{label}”的数值。{nearest}"),
            Lang::En => {
                format!("None of {all} has a value for this indicator and period.{nearest}")
            }
        };
    };
    let of_all = match (lang, compare.known_count == compare.rows.len()) {
        (_, true) => all,
        (Lang::Zh, false) => zh!("{all}中 {} 个有数值", compare.known_count),
        (Lang::En, false) if compare.known_count == 1 => format!("1 of {all} has a value"),
        (Lang::En, false) => format!("{} of {all} have a value", compare.known_count),
    };
    if !compare.is_ordered() && compare.known_count > 1 {
        return match lang {
            Lang::Zh => format!("{of_all}，并列展示，未按数值排序。"),
            Lang::En => format!("{of_all}, shown side by side and in no order of value."),
        };
    }
    let name = |area: AreaId| package.areas.get(area).name.get(lang);
    let value = |reading: &Reading| value_with_unit(lang, indicator, reading);
    let (low, high) = (value(&first.reading), value(&last.reading));
    // Where several share an end none of them is named for all.
    let holder = |of: &CompareRow| {
        let is_same = |row: &&CompareRow| row.reading.value == of.reading.value;
        match known.iter().filter(is_same).count() {
            1 => name(of.area).to_string(),
            count => level_count_text(lang, package, question.level, count),
        }
    };
    let benchmark = compare.benchmark.as_ref().ok().map(|benchmark| {
        let (zh, en) = match compare.within {
            Some(_) => ("（基准）", " (benchmark)"),
            None => ("", ""),
        };
        let value = value(&benchmark.total.reading);
        let is_chosen = matches!(benchmark.of, BenchmarkChoice::Area(_));
        match (lang, benchmark.area.map(name)) {
            (Lang::Zh, Some(place)) if is_chosen => format!("{place} {value}（基准）"),
            (Lang::En, Some(place)) if is_chosen => format!("{place}: {value} (benchmark)"),
            (Lang::Zh, Some(place)) => zh!("{} {value}{zh}", as_a_whole(lang, place)),
            (Lang::En, Some(place)) => format!("{}: {value}{en}", as_a_whole(lang, place)),
            _ if benchmark.is_listed() => listed_value_text(lang, package, benchmark, &value),
            (Lang::Zh, None) => format!("{}：{value}", benchmark_name(lang, package, benchmark)),
            (Lang::En, None) => format!("{}: {value}", benchmark_name(lang, package, benchmark)),
        }
    });
    let within = compare.within.as_ref().map(|within| {
        let place = within.area.map_or("", name);
        let value = value(&within.total.reading);
        match lang {
            Lang::Zh => zh!("，{} {value}", as_a_whole(lang, place)),
            Lang::En => format!("; {}: {value}", as_a_whole(lang, place)),
        }
    });
    let benchmark = benchmark.map_or(String::new(), |benchmark| match lang {
        Lang::Zh => format!("{benchmark}{}。", within.unwrap_or_default()),
        Lang::En => format!("{benchmark}{}.", within.unwrap_or_default()),
    });
    match (lang, compare.known_count) {
        (Lang::Zh, 1) => format!("{of_all}：{} {low}。{benchmark}", name(first.area)),
        (Lang::Zh, _) if low == high => format!("{of_all}，数值均为 {low}。{benchmark}"),
        (Lang::Zh, _) => format!(
            "{of_all}，最低 {low}（{}），最高 {high}（{}）。{benchmark}",
            holder(first),
            holder(last)
        ),
        (Lang::En, 1) => format!("{of_all}: {} {low}. {benchmark}", name(first.area)),
        (Lang::En, _) if low == high => format!("{of_all}, every value {low}. {benchmark}"),
        (Lang::En, _) => format!(
            "{of_all}: lowest {low} ({}), highest {high} ({}). {benchmark}",
            holder(first),
            holder(last)
        ),
    }
}

/// That an area publishes another figure than its parts sum up to; blank where it does not.
pub fn differing_text(lang: Lang, package: &Package, compare: &Compare) -> String {
    let Some((area, check)) = &compare.differing else {
        return String::new();
    };
    let indicator = package.indicators.get(compare.question.indicator);
    let name = package.areas.get(*area).name.get(lang);
    let shown = |reading: &Reading| {
        let value = value_with_unit(lang, indicator, reading);
        match reading.numerator.zip(reading.denominator) {
            Some((above, below)) => {
                let counts = [count_text(above), count_text(below)].join("/");
                match lang {
                    Lang::Zh => format!("{value}（{counts}）"),
                    Lang::En => format!("{value} ({counts})"),
                }
            }
            None => value,
        }
    };
    let (own, sum) = (shown(&check.published), shown(&check.summed.reading));
    let parts = check
        .summed
        .summed
        .map_or(String::new(), |it| parts_text(lang, package, it));
    match lang {
        Lang::Zh => {
            zh!("{name}公布的 {own} 与 {parts}合计的 {sum} 不一致，数据未说明以何者为准。")
        }
        Lang::En => format!(
            "{name} publishes {own}, while {parts} sum up to {sum}; the data do not say which is right."
        ),
    }
}

/// How many of the values are not final yet.
pub fn provisional_text(lang: Lang, count: usize, all: usize) -> String {
    match (lang, count == all) {
        (Lang::Zh, true) => "所示均为初步数，后续可能调整，不宜据此判断。".to_string(),
        (Lang::Zh, false) => format!("其中 {count} 个为初步数，后续可能调整。"),
        (Lang::En, true) => {
            "All values shown are provisional and may change; do not judge by them.".to_string()
        }
        (Lang::En, false) if count == 1 => "1 of the values is provisional.".to_string(),
        (Lang::En, false) => format!("{count} of the values are provisional."),
    }
}

/// How many areas have no value.
pub fn missing_note(lang: Lang, count: usize) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (count, Lang::Zh) => format!("另有 {count} 个没有数值，原因见表格"),
        (count, Lang::En) => format!("{count} more without a value; the table says why"),
    }
}

/// What an arrow at the end of an interval means.
pub fn cut_intervals_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "末端带箭头的区间超出图幅，上下限见表格",
        Lang::En => "An interval with an arrow runs beyond the chart; the table has its limits",
    }
}

/// Notes in one row; those that are blank are left out.
pub fn notes_text(lang: Lang, notes: &[&str]) -> String {
    let said: Vec<&str> = notes.iter().copied().filter(|it| !it.is_empty()).collect();
    said.join(if lang == Lang::Zh { "；" } else { ". " })
}

/// A reason against a ranking.
pub fn refusal_text(lang: Lang, refusal: Refusal) -> String {
    let (zh, en) = match refusal {
        Refusal::PackageForbids => (
            "发布方声明本数据包不排名次",
            "the publisher states that nothing of it is to be ranked",
        ),
        Refusal::PeriodsDiffer => ("各地区数据期间不同", "the areas’ periods differ"),
        Refusal::PeriodKindsDiffer => (
            "期间类型不同（如年度与月度），不可比",
            "the periods are of different kinds, such as a year and a month",
        ),
        Refusal::EachLatest => (
            "所示为各地区各自的最新期间",
            "each area is shown at its own latest period",
        ),
        Refusal::Bounded(1) => (
            "1 个数值为约数或上下限（如“≥”“近”），不是确数",
            "one value is bounded or rounded, not exact",
        ),
        Refusal::Bounded(count) => {
            return match lang {
                Lang::Zh => format!("{count} 个数值为约数或上下限（如“≥”“近”），不是确数"),
                Lang::En => format!("{count} values are bounded or rounded, not exact"),
            };
        }
        Refusal::Cumulative => (
            "累计数的起始时间可能不同",
            "running totals may have begun at different times",
        ),
        Refusal::CountWithoutDenominator => (
            "总量没有分母，受地区规模影响",
            "counts without a denominator depend on the size of each area",
        ),
        Refusal::BorrowedStandard => (
            "该标准由其他地区制定，在此不适用",
            "the standard was set by another place and does not hold here",
        ),
        Refusal::FewerThanFour(0) => (
            "没有确切且已到期的数值可比",
            "no area has an exact and final value to compare",
        ),
        Refusal::FewerThanFour(count) => {
            return match lang {
                Lang::Zh => format!("可比地区只有 {count} 个，不足 4 个"),
                Lang::En if count == 1 => {
                    "only 1 area can be compared, fewer than four".to_string()
                }
                Lang::En => format!("only {count} areas can be compared, fewer than four"),
            };
        }
        Refusal::NoneToldApart => (
            "分母过小，任何两个地区的差异都在偶然波动范围内（95%）",
            "the denominators are too small to tell any two areas apart (95%)",
        ),
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}

/// Every reason against a ranking in one line.
pub fn refusal_line(lang: Lang, refusals: &[Refusal]) -> String {
    let texts: Vec<String> = refusals.iter().map(|it| refusal_text(lang, *it)).collect();
    match lang {
        Lang::Zh => format!("{}：{}。", words(lang).not_ranked, texts.join("；")),
        Lang::En => format!("{}: {}.", words(lang).not_ranked, texts.join("; ")),
    }
}

/// The areas compared as their own benchmark: how many of them had counts.
fn listed_value_text(lang: Lang, package: &Package, benchmark: &Benchmark, value: &str) -> String {
    let Some(summed) = benchmark.total.summed else {
        return String::new();
    };
    let areas = parts_text(lang, package, summed);
    let known = summed.known;
    match (lang, benchmark.total.is_partial()) {
        (Lang::Zh, false) => zh!("所列 {areas}合计 {value}（基准）"),
        (Lang::Zh, true) => zh!("所列 {areas}中有分子、分母的 {known} 个合计 {value}（基准）"),
        (Lang::En, false) => format!("All {areas} together: {value} (benchmark)"),
        (Lang::En, true) => {
            format!("The {known} of {areas} that have counts, together: {value} (benchmark)")
        }
    }
}

/// Why there is no benchmark.
pub fn no_benchmark_text(lang: Lang, reason: NoBenchmark) -> String {
    let (zh, en) = match reason {
        NoBenchmark::Partial(known, all) => {
            return match lang {
                Lang::Zh => {
                    format!(
                        "不设基准：整体由 {all} 个部分合计，其中只有 {known} 个有数值。可以把基准改为“所列地区合计”。"
                    )
                }
                Lang::En => format!(
                    "No benchmark: the whole is a sum of {all} parts, of which only {known} have a value. “All areas listed” can be chosen instead."
                ),
            };
        }
        NoBenchmark::Count => (
            "不设基准：总量指标，上级合计数不能作为下级的比较基准。",
            "No benchmark: the total of the whole is no yardstick for its parts.",
        ),
        NoBenchmark::NoCommonArea => (
            "不设基准：所列地区不属于同一上级地区，也没有可以合计的分子、分母。",
            "No benchmark: the areas do not belong to one larger area, and have no counts to be summed.",
        ),
        NoBenchmark::PeriodsDiffer => (
            "不设基准：各地区数据期间不同。",
            "No benchmark: the areas’ periods differ.",
        ),
        NoBenchmark::OutOfRange => (
            "不设基准：该指标不可能取这个数值。",
            "No benchmark: the indicator cannot have this value.",
        ),
        NoBenchmark::OtherIndicator => (
            "不设基准：该标准针对其他指标或使用其他单位。",
            "No benchmark: the standard is about another indicator or in another unit.",
        ),
        NoBenchmark::NotInForce => (
            "不设基准：该标准在所选期间不生效。",
            "No benchmark: the standard is not in force in this period.",
        ),
        NoBenchmark::NoValue => (
            "不设基准：上级地区在该期间没有完整、确切的数值。",
            "No benchmark: the whole has no complete and exact value for the period.",
        ),
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}

/// What stands under the chart: how many, and in which order.
pub fn compare_caption(lang: Lang, package: &Package, compare: &Compare) -> String {
    let count = match compare.is_ordered() {
        true => compare.known_count,
        false => compare.rows.len(),
    };
    let all = level_count_text(lang, package, compare.question.level, count);
    if compare.is_ordered() && compare.judged_count > 0 {
        return match lang {
            Lang::Zh => format!("{all}，由低到高；细线为 95% 区间"),
            Lang::En => format!("{all}, low to high; thin lines: 95% intervals"),
        };
    }
    match (lang, compare.is_ordered()) {
        (Lang::Zh, true) => format!("{all}，由低到高"),
        (Lang::Zh, false) => format!("{all}，按数据包中的次序"),
        (Lang::En, true) => format!("{all}, low to high"),
        (Lang::En, false) => format!("{all}, in the order of the package"),
    }
}

/// The same where the parts are figures of several things, which would run together: 甲05社区 · 满意率
/// 91.1% · 平均用时 4.3 天.
pub fn figures_text(parts: &[&str]) -> String {
    let said = parts.iter().filter(|part| !part.is_empty());
    said.copied().collect::<Vec<&str>>().join(" · ")
}

/// What a live region reads for a mark: the parts that say something.
pub fn mark_text(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        // A full-width bracket brings its own space.
        if !text.is_empty() && !part.starts_with('（') {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}
