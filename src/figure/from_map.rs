//! A comparison as a tile map, and as a map of outlines.

use super::from_answer::{compare_mark, name, verdict_status};
use super::{
    AreaMap, AreaShape, Emphasis, Figure, LegendEntry, Look, MOST_SHADES, Mark, MarkStatus,
    Shading, Tile, TileBlock, TileMap,
};
use crate::answer::{
    Colouring, Compare, CompareRow, Outlines, Pattern, PatternBlock, Verdict, asked_side,
};
use crate::model::{AreaId, Lang, Missing, Value, sorted_unique};
use crate::package::Package;
use crate::stats::Confidence;
use crate::words;
use std::cmp::Ordering;

/// What maps are made of.
#[derive(Clone, Copy)]
pub struct Mapped<'a> {
    /// The package.
    pub package: &'a Package,
    /// What is compared.
    pub compare: &'a Compare,
    /// How it lies.
    pub pattern: &'a Pattern,
    /// What the map is coloured by.
    pub colouring: Colouring,
    /// How the reader wants to see it.
    pub look: Look,
}

/// A tile for each area, in blocks by the area above; none where there is no area. A tile's key is
/// the place of its row in the comparison.
pub fn tile_figure(lang: Lang, mapped: Mapped<'_>) -> Option<Figure> {
    let endings = mapped.endings(lang);
    let blocks = mapped.pattern.blocks.iter();
    let blocks: Vec<TileBlock> = blocks
        .map(|block| mapped.block(lang, block, &endings))
        .collect();
    let tiles = || blocks.iter().flat_map(|block| &block.tiles);
    let legend = mapped.legend(lang, tiles().map(|tile| (tile.shading, tile.mark.status)));
    let Mapped {
        package,
        compare,
        pattern,
        colouring,
        ..
    } = mapped;
    (!blocks.is_empty()).then(|| {
        Figure::TileMap(TileMap {
            legend,
            caption: words::tile_caption(lang, package, compare, pattern, colouring),
            note: String::new(),
            blocks,
        })
    })
}

/// The areas in their outlines; none where no outline fits any.
pub fn area_figure(lang: Lang, mapped: Mapped<'_>, outlines: &Outlines<'_>) -> Option<Figure> {
    let endings = mapped.endings(lang);
    let shapes = outlines.matched.iter().filter_map(|(at, outline)| {
        let tile = mapped.tile(lang, *at, "", &endings)?;
        Some(AreaShape {
            mark: tile.mark,
            short_label: tile.short_label,
            short_text: tile.short_text,
            shading: tile.shading,
            pieces: outline.pieces.clone(),
        })
    });
    let shapes: Vec<AreaShape> = shapes.collect();
    let shown = shapes.iter();
    let shown = shown.map(|shape| (shape.shading, shape.mark.status));
    let legend = mapped.legend(lang, shown);
    (!shapes.is_empty()).then(|| {
        Figure::AreaMap(AreaMap {
            legend,
            caption: words::outlines_caption(lang, mapped.package, outlines, mapped.colouring),
            note: String::new(),
            shapes,
        })
    })
}

impl<'a> Mapped<'a> {
    /// What all names share at their end, and all names of what those lie in.
    fn endings(&self, lang: Lang) -> Endings {
        let areas = &self.package.areas;
        let rows = self.compare.rows.iter();
        let names: Vec<&str> = rows.map(|row| areas.get(row.area).name.get(lang)).collect();
        let rows = self.compare.rows.iter();
        let holders = sorted_unique(rows.filter_map(|row| self.holder(lang, row.area)));
        Endings {
            own: common_ending(&names),
            of_holders: common_ending(&holders),
        }
    }

    /// The name of the nearest area above with which an area's own name begins.
    fn holder(&self, lang: Lang, area: AreaId) -> Option<&'a str> {
        let areas = &self.package.areas;
        let name = areas.get(area).name.get(lang);
        let mut outer = areas.get(area).parent;
        while let Some(holder) = outer {
            let holder_name = areas.get(holder).name.get(lang);
            if name.len() > holder_name.len() && name.starts_with(holder_name) {
                return Some(holder_name);
            }
            outer = areas.get(holder).parent;
        }
        None
    }

    fn block(&self, lang: Lang, block: &PatternBlock, endings: &Endings) -> TileBlock {
        let indicator = self.package.indicators.get(self.compare.question.indicator);
        let label = block.area.map(|area| name(lang, self.package, area));
        let label = label.unwrap_or_default();
        let value = block.total.as_ref();
        let value = value.map(|total| words::map_value_text(lang, indicator, &total.reading));
        let tiles = || block.rows.iter();
        // The name of some of them is that of the block with another word: Johor Bahru.
        let areas = tiles().filter_map(|at| Some(self.compare.rows.get(*at)?.area));
        let mut names = areas.map(|area| self.package.areas.get(area).name.get(lang));
        let is_before_all = names.all(|name| name.starts_with(&*label));
        let before = if is_before_all { &*label } else { "" };
        TileBlock {
            tiles: tiles()
                .filter_map(|at| self.tile(lang, *at, before, endings))
                .collect(),
            value_text: value.unwrap_or_default(),
            count_text: self.count_text(lang, block),
            label,
        }
    }

    /// How many of a block's areas are those that the map is looked at for.
    fn count_text(&self, lang: Lang, block: &PatternBlock) -> String {
        let indicator = self.package.indicators.get(self.compare.question.indicator);
        match (self.colouring, &self.pattern.shades) {
            (Colouring::Verdicts, _) => {
                let far = Confidence::NinetyNinePointEight;
                let rows = block.rows.iter();
                let rows = rows.filter_map(|at| self.compare.rows.get(*at));
                let sides = rows.filter_map(|row| row.side(!self.look.is_plain, far));
                let sides: Vec<Ordering> = sides.collect();
                let count = |side: Ordering| sides.iter().filter(|it| **it == side).count();
                let asked = asked_side(indicator.polarity);
                words::block_count_text(indicator.polarity, count(asked), count(asked.reverse()))
            }
            (Colouring::Shades, Ok(shades)) => {
                let end = shades.end(indicator.polarity);
                let is_end = |at: &&usize| shades.of_row.get(**at).copied().flatten() == Some(end);
                let count = block.rows.iter().filter(is_end).count();
                words::block_shade_text(lang, shades, end, count)
            }
            _ => String::new(),
        }
    }

    fn tile(&self, lang: Lang, at: usize, block: &str, endings: &Endings) -> Option<Tile> {
        let Mapped {
            package,
            compare,
            look,
            ..
        } = *self;
        let row = compare.rows.get(at)?;
        let indicator = package.indicators.get(compare.question.indicator);
        let known = compare_mark(lang, package, compare, (at, row), look);
        let (mark, short_text) = match (known, row.reading.value) {
            (Some(mark), value) => {
                let text = words::value_text(lang, indicator, value);
                let mark = Mark {
                    // With its unit: a tile stands far from any axis.
                    value_text: words::value_with_unit(lang, indicator, &row.reading),
                    ..mark
                };
                (mark, text.unwrap_or_default())
            }
            (None, Value::Missing(missing)) => {
                let reason = words::missing_text(lang, missing);
                let label = name(lang, package, row.area);
                let mut mark = Mark::plain(at as u32, label, f64::NAN, reason);
                mark.status = MarkStatus::NotJudged;
                if look.picked == Some(row.area) {
                    mark.emphasis = Emphasis::Picked;
                }
                (mark, words::missing_short_text(lang, missing).to_string())
            }
            (None, _) => return None,
        };
        Some(Tile {
            short_label: short_label(&mark.label, block, self.holder(lang, row.area), endings),
            short_text,
            shading: self.shading(at, row),
            mark,
        })
    }

    fn shading(&self, at: usize, row: &CompareRow) -> Shading {
        match row.reading.value {
            Value::Missing(Missing::Suppressed) => return Shading::Suppressed,
            Value::Missing(_) => return Shading::Missing,
            _ if row.reading.is_provisional() => return Shading::Provisional,
            _ => {}
        }
        match (self.colouring, &self.pattern.shades) {
            (Colouring::Verdicts, _) => Shading::Status,
            (Colouring::Shades, Ok(shades)) => {
                let shade = shades.of_row.get(at).copied().flatten();
                let count = shades.groups.len();
                shade.map_or(Shading::Plain, |shade| spread_shade(shade, count))
            }
            _ => Shading::Plain,
        }
    }

    /// What the fillings that are shown mean, each with its number of places.
    fn legend(
        &self,
        lang: Lang,
        shown: impl Iterator<Item = (Shading, MarkStatus)>,
    ) -> Vec<LegendEntry> {
        let indicator = self.package.indicators.get(self.compare.question.indicator);
        let shown: Vec<(Shading, MarkStatus)> = shown.collect();
        let mut legend = Vec::new();
        let mut add = |shading: Shading, status: MarkStatus, text: &str| {
            let is_meant = |it: &&(Shading, MarkStatus)| {
                it.0 == shading && (shading != Shading::Status || it.1 == status)
            };
            let count = shown.iter().filter(is_meant).count();
            if count > 0 {
                legend.push(LegendEntry {
                    shading,
                    status,
                    text: words::map_counted_text(lang, text, count),
                });
            }
        };
        for verdict in Verdict::IN_ORDER {
            let text = words::verdict_text(lang, verdict);
            add(Shading::Status, verdict_status(verdict), text);
        }
        if let Ok(shades) = &self.pattern.shades {
            for place in 0..shades.groups.len() as u8 {
                let text = words::shade_range(lang, indicator, shades, place);
                let shade = spread_shade(place, shades.groups.len());
                add(shade, MarkStatus::Plain, &text);
            }
        }
        let fixed = words::words(lang);
        add(Shading::Provisional, MarkStatus::Plain, fixed.provisional);
        for (shading, is_suppressed) in [(Shading::Missing, false), (Shading::Suppressed, true)] {
            let text = words::map_hollow_text(lang, is_suppressed);
            add(shading, MarkStatus::Plain, text);
        }
        legend
    }
}

/// The shade of a group: few groups use the whole range of shades.
pub(super) fn spread_shade(group: u8, count: usize) -> Shading {
    let last = count.saturating_sub(1).max(1);
    let shade = usize::from(group) * (MOST_SHADES - 1) / last;
    Shading::Shade(shade.min(MOST_SHADES - 1) as u8)
}

/// What names share at their end (`社区`, ` Community`).
struct Endings {
    own: String,
    of_holders: String,
}

/// The name as it stands on a tile: without the name of its block before it; else, where it begins with
/// that of another area above, with as little of that as tells which (`甲01 第1网格`); else without the
/// ending that all names share.
fn short_label(label: &str, block: &str, holder: Option<&str>, endings: &Endings) -> String {
    let after = |before: &str| label.strip_prefix(before).map(str::trim_start);
    let inside = after(block).filter(|_| !block.is_empty());
    let below = holder.and_then(|holder| {
        let short = holder.strip_suffix(&endings.of_holders).unwrap_or(holder);
        Some([short.trim(), after(holder)?].join(" "))
    });
    let short = match (inside, below) {
        (Some(inside), _) => inside.to_string(),
        (None, Some(below)) => below,
        (None, None) => {
            let short = label.strip_suffix(&endings.own).unwrap_or(label);
            short.trim().to_string()
        }
    };
    match short.is_empty() {
        true => label.to_string(),
        false => short,
    }
}

/// The longest ending that all of three names or more share. It begins at a word, so that no word
/// and no number is cut.
fn common_ending(names: &[&str]) -> String {
    let Some((first, rest)) = names.split_first().filter(|(_, rest)| rest.len() >= 2) else {
        return String::new();
    };
    let starts = first.char_indices().skip(1);
    let mut endings = starts.filter_map(|(at, letter)| {
        let before = first[..at].chars().next_back()?;
        // A space, or a character of a script without spaces that is no digit.
        let is_word = letter == ' ' || (!letter.is_ascii() && !before.is_ascii_alphabetic());
        is_word.then(|| &first[at..])
    });
    let is_shared = |ending: &&str| {
        rest.iter()
            .all(|name| name.len() > ending.len() && name.ends_with(ending))
    };
    endings.find(is_shared).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_at_words() {
        let check = |names: &[&str], expected: &str| {
            assert_eq!(common_ending(names), expected, "{names:?}");
        };
        check(&["甲01社区", "甲11社区", "乙01社区"], "社区");
        check(
            &["Jia 01 Community", "Yi 02 Community", "Bing 1 Community"],
            " Community",
        );
        check(&["Northtown", "Westtown", "Easttown"], "");
        check(&["甲社区", "乙社区"], "");
        check(&["社区", "甲社区", "乙社区"], "区");
        check(&[], "");
    }

    #[test]
    fn a_tile_does_not_repeat_its_block() {
        let check = |label: &str, block: &str, holder: Option<&str>, own: &str, expected: &str| {
            let endings = Endings {
                own: own.to_string(),
                of_holders: "社区".to_string(),
            };
            assert_eq!(short_label(label, block, holder, &endings), expected);
        };
        check("甲01社区", "甲街道", None, "社区", "甲01");
        let community = Some("甲01社区");
        check("甲01社区第1网格", "甲01社区", community, "网格", "第1网格");
        check(
            "甲01社区第1网格",
            "甲街道",
            community,
            "网格",
            "甲01 第1网格",
        );
        check(
            "Jia 01 Community Grid 1",
            "Jia 01 Community",
            None,
            "",
            "Grid 1",
        );
        check("甲街道", "甲街道", None, "", "甲街道");
    }
}
