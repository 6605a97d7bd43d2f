//! The sentences above a map: how many areas stand apart or how their values are grouped, and where
//! they cluster. That is said by counts, never as a test.

use super::map::shade_ends;
use super::verdict::benchmark_in_sentence;
use super::{
    compare_period_text, compare_sentence, compare_title, level_count_text, level_text,
    number_text, sentences, value_with_unit, verdicts_sentence, with_unit,
};
use crate::answer::{
    Cluster, Colouring, Compare, CompareRow, Pattern, PatternBlock, Shades, asked_side,
};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::stats::Confidence;
use std::cmp::Ordering;

/// So many areas are named one by one, with the block of each.
const MOST_NAMED: usize = 3;
/// At most so many blocks are named in a sentence.
const MOST_CLUSTERS: usize = 3;

/// The sentences above a map: how many stand apart, or how the values are grouped; then where they
/// cluster. Blank where nothing is coloured.
pub fn map_sentences(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    pattern: &Pattern,
    colouring: Colouring,
    is_plain: bool,
) -> [String; 2] {
    match (colouring, &pattern.shades) {
        (Colouring::Verdicts, _) => [
            verdicts_lead(lang, package, compare, is_plain),
            verdicts_place(lang, package, compare, pattern, is_plain),
        ],
        (Colouring::Shades, Ok(shades)) => shades_said(lang, package, compare, pattern, shades),
        _ => [String::new(), String::new()],
    }
}

/// The briefing of a map: what is mapped, where and when, then its sentences; where it has none, from
/// where to where the values reach.
pub fn map_briefing(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    [lead, place]: &[String; 2],
) -> String {
    let title = compare_title(lang, package, compare);
    let top = match (compare.question.within, &package.areas.roots()[..]) {
        // The title names it.
        (Some(_), _) => "",
        (None, [top]) => package.areas.get(*top).name.get(lang),
        (None, _) => package.descriptor.title.get(lang),
    };
    let period = compare_period_text(lang, compare);
    let said = match lead.is_empty() && place.is_empty() {
        true => compare_sentence(lang, package, compare),
        false => sentences(lang, &[lead, place]),
    };
    match lang {
        Lang::Zh => zh!("{top}{title}（{period}）：{said}"),
        Lang::En if top.is_empty() => format!("{title}, {period}. {said}"),
        Lang::En => format!("{top}. {title}, {period}. {said}"),
    }
}

/// The benchmark with its value: 全区 87.6%; blank where there is none.
fn map_benchmark_text(lang: Lang, package: &Package, compare: &Compare) -> String {
    let Ok(benchmark) = &compare.benchmark else {
        return String::new();
    };
    let indicator = package.indicators.get(compare.question.indicator);
    let name = benchmark_in_sentence(lang, package, benchmark);
    let value = value_with_unit(lang, indicator, &benchmark.total.reading);
    match lang {
        Lang::Zh => format!("{name} {value}"),
        Lang::En => format!("{name}: {value}"),
    }
}

/// The same standing alone: 全区 87.6%, or Benchmark: the district, 87.6%.
pub fn map_benchmark_line(lang: Lang, package: &Package, compare: &Compare) -> String {
    let text = map_benchmark_text(lang, package, compare);
    match (lang, text.is_empty()) {
        (_, true) => text,
        (Lang::Zh, false) => format!("基准：{text}"),
        (Lang::En, false) => format!("Benchmark: {}", text.replacen(':', ",", 1)),
    }
}

/// So many areas, and the benchmark: 163 个社区，全区 87.6%。
fn all_and_benchmark(lang: Lang, package: &Package, compare: &Compare) -> String {
    let all = level_count_text(lang, package, compare.question.level, compare.rows.len());
    let benchmark = map_benchmark_text(lang, package, compare);
    match (lang, benchmark.is_empty()) {
        (Lang::Zh, true) => format!("{all}。"),
        (Lang::Zh, false) => format!("{all}，{benchmark}。"),
        (Lang::En, true) => format!("{all}."),
        (Lang::En, false) => format!("{all}; {benchmark}."),
    }
}

fn verdicts_lead(lang: Lang, package: &Package, compare: &Compare, is_plain: bool) -> String {
    if compare.benchmark.is_err() {
        return String::new();
    }
    sentences(
        lang,
        &[
            &all_and_benchmark(lang, package, compare),
            &verdicts_sentence(lang, package, compare, is_plain),
        ],
    )
}

/// Where those are that stand apart at 99.8 % on the side that is asked about; on the other where there
/// are none.
fn verdicts_place(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    pattern: &Pattern,
    is_plain: bool,
) -> String {
    let polarity = package.indicators.get(compare.question.indicator).polarity;
    let [bad, good] = compare.areas_apart(polarity, !is_plain).far;
    let asked = asked_side(polarity);
    let (side, places) = match bad.is_empty() {
        true => (asked.reverse(), good),
        false => (asked, bad),
    };
    let Ok(benchmark) = &compare.benchmark else {
        return String::new();
    };
    let name = benchmark_in_sentence(lang, package, benchmark);
    let who = match (lang, side) {
        (Lang::Zh, Ordering::Greater) => zh!("高于{name}（99.8%）的"),
        (Lang::Zh, _) => zh!("低于{name}（99.8%）的"),
        (Lang::En, Ordering::Greater) => format!("above {name} (99.8%)"),
        (Lang::En, _) => format!("below {name} (99.8%)"),
    };
    let side_of = |row: &CompareRow| row.side(!is_plain, Confidence::NinetyNinePointEight);
    let is_meant = |row: &CompareRow| side_of(row) == Some(side);
    let found = Found {
        who,
        blocks: pattern.blocks_with(compare, is_meant),
        clusters: pattern.clusters(compare, |_, row| side_of(row).map(|it| it == side)),
        places,
    };
    place_text(lang, package, compare, pattern, &found)
}

/// Areas in question, and where they are.
struct Found {
    /// What they are.
    who: String,
    /// Their places among the rows.
    places: Vec<usize>,
    /// Number of blocks that hold any.
    blocks: usize,
    clusters: Vec<Cluster>,
}

fn place_text(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    pattern: &Pattern,
    found: &Found,
) -> String {
    let name = |area: AreaId| package.areas.get(area).name.get(lang);
    let (who, count) = (&found.who, found.places.len());
    let above = pattern.blocks.iter().find_map(|block| block.area);
    let above = above.filter(|_| pattern.blocks.len() > 1);
    if (1..=MOST_NAMED).contains(&count) {
        let named = found.places.iter().map(|at| {
            let holder = pattern.blocks.iter().find(|block| block.rows.contains(at));
            let holder = holder
                .and_then(|block| block.area)
                .filter(|_| above.is_some());
            let own = name(compare.rows[*at].area);
            match (lang, holder.map(name)) {
                (_, None) => own.to_string(),
                (Lang::Zh, Some(holder)) => format!("{own}（{holder}）"),
                (Lang::En, Some(holder)) => format!("{own} ({holder})"),
            }
        });
        let named: Vec<String> = named.collect();
        return match (lang, count) {
            (Lang::Zh, _) => format!("{who} {count} 个：{}。", named.join("、")),
            (Lang::En, 1) => format!("The one {who}: {}.", named.join(", ")),
            (Lang::En, _) => format!("The {count} {who}: {}.", named.join(", ")),
        };
    }
    let Some(above) = above.filter(|_| count > 0) else {
        return String::new();
    };
    let level = level_text(lang, package, compare.question.level);
    if found.clusters.is_empty() {
        let blocks = level_count_text(lang, package, package.areas.get(above).level, found.blocks);
        return match lang {
            Lang::Zh => format!("{who} {count} 个分散在 {blocks}，未见集中。"),
            Lang::En => format!(
                "The {count} {who} lie in {blocks}; none holds clearly more than its share of {level} would give."
            ),
        };
    }
    let told = found.clusters.iter().take(MOST_CLUSTERS).enumerate();
    let told = told.map(|(at, cluster)| {
        let share = number_text(cluster.by_share, 1);
        let (name, count) = (name(cluster.area), cluster.count);
        match (lang, at) {
            (Lang::Zh, 0) => zh!("{name}有 {count} 个（按{level}数占比应约 {share} 个）"),
            (Lang::Zh, _) => zh!("{name}有 {count} 个（应约 {share} 个）"),
            (Lang::En, 0) => {
                format!("{name} holds {count} (its share of {level} would give {share})")
            }
            (Lang::En, _) => format!("{name} {count} ({share})"),
        }
    });
    let told: Vec<String> = told.collect();
    match lang {
        Lang::Zh => format!(
            "{who} {count} 个中，{}；只计个数，未作检验。",
            told.join("，")
        ),
        Lang::En => format!(
            "Of the {count} {who}, {}; counts only, not a test.",
            told.join(", ")
        ),
    }
}

/// The name of the end of the values that is asked about.
fn end_text(lang: Lang, shades: &Shades, end: u8) -> &'static str {
    match (lang, end == 0 && !shades.groups.is_empty()) {
        (Lang::Zh, true) => "最低一组",
        (Lang::Zh, false) => "最高一组",
        (Lang::En, true) => "in the lowest group",
        (Lang::En, false) => "in the highest group",
    }
}

fn shades_said(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    pattern: &Pattern,
    shades: &Shades,
) -> [String; 2] {
    let indicator = package.indicators.get(compare.question.indicator);
    let end = shades.end(indicator.polarity);
    let Some(group) = shades.groups.get(usize::from(end)) else {
        return [String::new(), String::new()];
    };
    let grouped = shades.of_row.iter().flatten().count();
    let all = level_count_text(lang, package, compare.question.level, grouped);
    let unit = indicator.unit.get(lang);
    let groups = shades.groups.len();
    let range = with_unit(&shade_ends(indicator, shades, end), unit);
    let benchmark = map_benchmark_text(lang, package, compare);
    // Why there are so few groups is seen from the one that holds most.
    let mut most = shades.groups.iter();
    let most = most.find(|it| it.low == it.high && 2 * it.count > grouped);
    let tied = most.map(|it| {
        let value = with_unit(&number_text(it.low, indicator.decimals), unit);
        match lang {
            Lang::Zh => format!("有 {} 个数值相同（{value}），归为一组。", it.count),
            Lang::En => format!("{} share one value ({value}) and so one group.", it.count),
        }
    });
    let lead = match lang {
        Lang::Zh => zh!(
            "{all}按数值由低到高分为 {groups} 组，{} {} 个（{range}）{}。",
            end_text(lang, shades, end),
            group.count,
            if benchmark.is_empty() {
                String::new()
            } else {
                format!("，{benchmark}")
            }
        ),
        Lang::En => format!(
            "{all} in {groups} groups by value; {} {} ({range}){}.",
            group.count,
            end_text(lang, shades, end),
            if benchmark.is_empty() {
                String::new()
            } else {
                format!("; {benchmark}")
            }
        ),
    };
    let lead = sentences(lang, &[&lead, &tied.unwrap_or_default()]);
    let is_end = |at: usize| shades.of_row.get(at).copied().flatten().map(|it| it == end);
    let places: Vec<usize> = (0..compare.rows.len())
        .filter(|at| is_end(*at) == Some(true))
        .collect();
    let blocks = pattern.blocks.iter();
    let holds = |block: &&PatternBlock| block.rows.iter().any(|at| places.contains(at));
    let found = Found {
        who: end_text(lang, shades, end).to_string(),
        blocks: blocks.filter(holds).count(),
        clusters: pattern.clusters(compare, |at, _| is_end(at)),
        places,
    };
    [lead, place_text(lang, package, compare, pattern, &found)]
}
