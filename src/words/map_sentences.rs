//! The sentences above a map: how many areas stand apart or how their values are grouped, and where
//! they cluster. That is said by counts, never as a test.

use super::map::shade_ends;
use super::verdict::{benchmark_in_sentence, chance_text};
use super::{benchmark_name, level_count_text, level_text, number_text, with_unit};
use crate::answer::{
    Cluster, Colouring, Compare, CompareRow, Pattern, Shades, Verdict, is_above, is_below,
};
use crate::model::{AreaId, Lang, Polarity};
use crate::package::Package;
use crate::stats::Confidence;

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

/// The words for one side and the other of a benchmark.
fn sides(lang: Lang, polarity: Polarity) -> (&'static str, &'static str) {
    match (lang, polarity) {
        (Lang::Zh, Polarity::None) => ("低于", "高于"),
        (Lang::Zh, _) => ("差于", "优于"),
        (Lang::En, Polarity::None) => ("lower", "higher"),
        (Lang::En, _) => ("worse", "better"),
    }
}

fn count_of(
    compare: &Compare,
    polarity: Polarity,
    is_plain: bool,
    is_meant: fn(Verdict) -> bool,
) -> usize {
    let rows = compare.rows.iter();
    rows.filter(|row| is_meant(row.verdict(polarity, !is_plain)))
        .count()
}

fn verdicts_lead(lang: Lang, package: &Package, compare: &Compare, is_plain: bool) -> String {
    let Ok(benchmark) = &compare.benchmark else {
        return String::new();
    };
    let polarity = package.indicators.get(compare.question.indicator).polarity;
    let name = benchmark_in_sentence(lang, package, benchmark);
    let (worse, better) = sides(lang, polarity);
    let below = count_of(compare, polarity, is_plain, is_below);
    let above = count_of(compare, polarity, is_plain, is_above);
    let chance = chance_text(lang, compare.expected_by_chance(Confidence::NinetyFive));
    let all = level_count_text(lang, package, compare.question.level, compare.rows.len());
    let held = compare.judged_count;
    let spread = match (lang, is_plain) {
        (Lang::Zh, false) => "已计入自然差异",
        (Lang::Zh, true) => "只看自身样本",
        (Lang::En, false) => "allowing for the spread among all",
        (Lang::En, true) => "by each area’s own counts",
    };
    match lang {
        Lang::Zh => {
            let of_all = match held == compare.rows.len() {
                true => format!("{all}中"),
                false => format!("{all}中 {held} 个可与{name}比较，其中"),
            };
            let apart = match below + above {
                0 => format!("没有{worse}或{better}{name}的"),
                _ => format!("{below} 个{worse}{name}、{above} 个{better}{name}"),
            };
            let comma = if held == compare.rows.len() {
                "，"
            } else {
                ""
            };
            format!(
                "{of_all}{comma}{apart}（95% 置信水平，{spread}）；如实际并无差别，仅因偶然{chance} 个。"
            )
        }
        Lang::En => {
            let of_all = match held == compare.rows.len() {
                true => format!("Of {all},"),
                false => format!("Of {all}, {held} can be compared with {name};"),
            };
            let apart = match below + above {
                0 => format!("none is {worse} or {better} than {name}"),
                _ => format!(
                    "{below} {} {worse} and {above} {better} than {name}",
                    is_are(below)
                ),
            };
            format!(
                "{of_all} {apart} (95% level, {spread}); chance alone would give {chance}, were there no real differences."
            )
        }
    }
}

fn is_are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// Where those on the bad side are; on the good side where there are none.
fn verdicts_place(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    pattern: &Pattern,
    is_plain: bool,
) -> String {
    let polarity = package.indicators.get(compare.question.indicator).polarity;
    let (worse, better) = sides(lang, polarity);
    let is_bad = count_of(compare, polarity, is_plain, is_below) > 0;
    let (side, is_meant): (&str, fn(Verdict) -> bool) = match is_bad {
        true => (worse, is_below),
        false => (better, is_above),
    };
    let verdict = |row: &CompareRow| row.verdict(polarity, !is_plain);
    let clusters = pattern.clusters(compare, |_, row| match verdict(row) {
        Verdict::NotCompared => None,
        verdict => Some(is_meant(verdict)),
    });
    let meant: Vec<&CompareRow> = compare
        .rows
        .iter()
        .filter(|row| is_meant(verdict(row)))
        .collect();
    let blocks = pattern.blocks_with(compare, |row| is_meant(verdict(row)));
    let who = match (lang, &compare.benchmark) {
        (Lang::Zh, Ok(benchmark)) => {
            format!("{side}{}的", benchmark_name(lang, package, benchmark))
        }
        (Lang::Zh, Err(_)) => side.to_string(),
        (Lang::En, _) => side.to_string(),
    };
    let only = match &meant[..] {
        [row] => Some(row.area),
        _ => None,
    };
    let found = Found {
        who,
        count: meant.len(),
        only,
        blocks,
        clusters,
    };
    place_text(lang, package, compare, pattern, &found)
}

/// Areas in question, and where they are.
struct Found {
    /// What they are.
    who: String,
    count: usize,
    /// The one that there is, where there is only one.
    only: Option<AreaId>,
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
    let above = pattern.blocks.iter().find_map(|block| block.area);
    let (Some(above), true) = (above, pattern.blocks.len() > 1) else {
        return String::new();
    };
    let level = level_text(lang, package, compare.question.level);
    let (who, count) = (&found.who, found.count);
    if let Some(area) = found.only {
        let holder = pattern.blocks.iter().find(|block| {
            let mut rows = block.rows.iter();
            rows.any(|at| compare.rows.get(*at).is_some_and(|row| row.area == area))
        });
        let holder = holder.and_then(|block| block.area).map_or("", name);
        return match lang {
            Lang::Zh => format!("{who}是{holder}的{}。", name(area)),
            Lang::En => format!("The one that is {who}: {}, {holder}.", name(area)),
        };
    }
    if count == 0 {
        return String::new();
    }
    if found.clusters.is_empty() {
        let blocks = level_count_text(lang, package, package.areas.get(above).level, found.blocks);
        return match lang {
            Lang::Zh => format!("{who} {count} 个分散在 {blocks}，未见集中。"),
            Lang::En => format!(
                "The {count} that are {who} lie in {blocks}; none holds clearly more than its share of {level} would give."
            ),
        };
    }
    let told = found.clusters.iter().take(MOST_CLUSTERS).enumerate();
    let told = told.map(|(at, cluster)| {
        let share = number_text(cluster.by_share, 1);
        let (name, count) = (name(cluster.area), cluster.count);
        match (lang, at) {
            (Lang::Zh, 0) => format!("{name}有 {count} 个（按{level}数占比应约 {share} 个）"),
            (Lang::Zh, _) => format!("{name}有 {count} 个（应约 {share} 个）"),
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
            "Of the {count} that are {who}, {}; counts only, not a test.",
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
    let (groups, range) = (
        shades.groups.len(),
        with_unit(&shade_ends(indicator, group), indicator.unit.get(lang)),
    );
    let lead = match lang {
        Lang::Zh => format!(
            "{all}按数值由低到高分为 {groups} 组，{} {} 个（{range}）。",
            end_text(lang, shades, end),
            group.count
        ),
        Lang::En => format!(
            "{all} in {groups} groups by value; {} {} ({range}).",
            group.count,
            end_text(lang, shades, end)
        ),
    };
    let is_end = |at: usize| shades.of_row.get(at).copied().flatten().map(|it| it == end);
    let clusters = pattern.clusters(compare, |at, _| is_end(at));
    let holds = |at: &usize| is_end(*at) == Some(true);
    let blocks = pattern.blocks.iter();
    let blocks = blocks.filter(|block| block.rows.iter().any(holds)).count();
    let places: Vec<usize> = (0..compare.rows.len()).filter(holds).collect();
    let found = Found {
        who: end_text(lang, shades, end).to_string(),
        count: group.count,
        only: match &places[..] {
            [at] => compare.rows.get(*at).map(|row| row.area),
            _ => None,
        },
        blocks,
        clusters,
    };
    [lead, place_text(lang, package, compare, pattern, &found)]
}
