//! What stands under a map: how it is read, under which number it was approved, what it does not show.

use super::{level_text, map_name_list, singular};
use crate::answer::{Colouring, Compare, Outlines, Pattern};
use crate::model::{AreaId, Lang, Polarity};
use crate::package::Package;

/// How a tile map is read.
pub fn tile_caption(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    pattern: &Pattern,
    colouring: Colouring,
) -> String {
    let level = level_text(lang, package, compare.question.level);
    let above = pattern.blocks.iter().find_map(|block| block.area);
    let upper = above.map(|area| level_text(lang, package, package.areas.get(area).level));
    let tiles = match (lang, upper.filter(|_| pattern.blocks.len() > 1)) {
        (Lang::Zh, Some(upper)) => zh!("每格一个{level}，按{upper}分块"),
        (Lang::Zh, None) => zh!("每格一个{level}"),
        (Lang::En, Some(upper)) => format!(
            "One tile per {}, in blocks by {}",
            singular(&level),
            singular(&upper)
        ),
        (Lang::En, None) => format!("One tile per {}", singular(&level)),
    };
    let order = match lang {
        Lang::Zh => "，次序同数据包，不表示地理位置",
        Lang::En => ", in the order of the package, not of the ground",
    };
    let polarity = package.indicators.get(compare.question.indicator).polarity;
    let read = match (lang, colouring, polarity) {
        (_, Colouring::Shades, _) => shades_note(lang),
        (Lang::Zh, Colouring::Verdicts, Polarity::None) => {
            "块名旁的 ▼▲ 为低于、高于基准的个数（99.8%）"
        }
        (Lang::Zh, Colouring::Verdicts, _) => "块名旁的 ▼▲ 为差于、优于基准的个数（99.8%）",
        (Lang::En, Colouring::Verdicts, Polarity::None) => {
            "▼▲ beside a block: how many are below, above the benchmark (99.8%)"
        }
        (Lang::En, Colouring::Verdicts, _) => {
            "▼▲ beside a block: how many are worse, better than the benchmark (99.8%)"
        }
        (_, Colouring::Nothing, _) => "",
    };
    let tiles = [tiles.as_str(), order].concat();
    joined_notes(lang, &[&tiles, read])
}

/// What a shade means.
fn shades_note(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "颜色越浓数值越高，不表示优劣；相同的数值不拆开",
        Lang::En => {
            "the stronger the shade, the higher the value, which is no verdict; equal values are never split"
        }
    }
}

/// Notes one after the other, without those that are blank.
fn joined_notes(lang: Lang, notes: &[&str]) -> String {
    let told = notes.iter().copied().filter(|note| !note.is_empty());
    let told: Vec<&str> = told.collect();
    told.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// What stands under a map of outlines: under which number it was approved, or for which files none is
/// declared; what its shades mean; and which areas it does not show.
pub fn outlines_caption(
    lang: Lang,
    package: &Package,
    outlines: &Outlines<'_>,
    colouring: Colouring,
) -> String {
    let approval = approval_text(lang, &outlines.approvals);
    let read = match colouring {
        Colouring::Shades => shades_note(lang),
        Colouring::Verdicts | Colouring::Nothing => "",
    };
    let without = without_outline_text(lang, package, &outlines.without);
    joined_notes(lang, &[&approval, read, &without])
}

/// Under which numbers a map was approved, and which of its files declare none.
fn approval_text(lang: Lang, approvals: &[(&str, &str)]) -> String {
    let numbers = approvals.iter().map(|(number, _)| *number);
    let mut declared: Vec<&str> = numbers.filter(|it| !it.is_empty()).collect();
    declared.dedup();
    let bare = approvals.iter().filter(|(number, _)| number.is_empty());
    let bare: Vec<&str> = bare.map(|(_, file)| *file).collect();
    let bare = map_name_list(lang, &bare);
    match (lang, declared.is_empty(), bare.is_empty()) {
        (Lang::Zh, true, _) => "发布方未声明审图号".to_string(),
        (Lang::En, true, _) => "The publisher declares no map approval number (审图号)".to_string(),
        (Lang::Zh, false, true) => format!("审图号：{}", declared.join("、")),
        (Lang::En, false, true) => {
            format!("Map approval number (审图号): {}", declared.join(", "))
        }
        (Lang::Zh, false, false) => {
            format!("审图号：{}；{bare} 未声明审图号", declared.join("、"))
        }
        (Lang::En, false, false) => format!(
            "Map approval number (审图号): {}; none declared for {bare}",
            declared.join(", ")
        ),
    }
}

/// So many areas without an outline are named under a map.
const MOST_WITHOUT: usize = 3;

fn without_outline_text(lang: Lang, package: &Package, without: &[AreaId]) -> String {
    let named = without.iter().take(MOST_WITHOUT);
    let named: Vec<&str> = named
        .map(|area| package.areas.get(*area).name.get(lang))
        .collect();
    let named = map_name_list(lang, &named);
    let is_whole = without.len() <= MOST_WITHOUT;
    match (lang, without.len(), is_whole) {
        (_, 0, _) => String::new(),
        (Lang::Zh, count, true) => format!("{count} 个地区没有边界，未绘出：{named}"),
        (Lang::Zh, count, false) => zh!("{count} 个地区没有边界，未绘出：{named}等"),
        (Lang::En, 1, _) => format!("1 area without a boundary is not shown: {named}"),
        (Lang::En, count, true) => {
            format!("{count} areas without a boundary are not shown: {named}")
        }
        (Lang::En, count, false) => {
            let more = count - MOST_WITHOUT;
            format!("{count} areas without a boundary are not shown: {named} and {more} more")
        }
    }
}
