//! Tile map and map of outlines, drawn exactly as they were last looked at.
//! `UPDATE_GOLDEN=1 cargo test golden_maps::` writes the pictures anew: look at them.
//!
//! No outline here is of a real place: they are squares whose corners were moved about.

use crate::support::golden::{Both, Lang, Random, STEMS, check_one, check_pair};
use zhishe::draw::Theme;
use zhishe::figure::{
    AreaMap, AreaShape, Emphasis, Figure, LegendEntry, Mark, MarkStatus, Shading, Tile, TileBlock,
    TileMap,
};
use zhishe::model::{Piece, Ring};

/// Number of communities in each sub-district.
const SIZES: [usize; 10] = [18, 17, 16, 16, 17, 15, 16, 17, 16, 15];

const VERDICTS: [(MarkStatus, Both); 5] = [
    (
        MarkStatus::MuchWorse,
        ("差于基准（99.8%）", "worse (99.8%)"),
    ),
    (MarkStatus::Worse, ("差于基准（95%）", "worse (95%)")),
    (MarkStatus::Similar, ("与基准相近", "similar")),
    (MarkStatus::Better, ("优于基准（95%）", "better (95%)")),
    (
        MarkStatus::MuchBetter,
        ("优于基准（99.8%）", "better (99.8%)"),
    ),
];

fn verdicts(lang: Lang) -> Vec<LegendEntry> {
    let mut legend: Vec<LegendEntry> = VERDICTS
        .iter()
        .map(|(status, text)| LegendEntry {
            shading: Shading::Status,
            status: *status,
            text: lang.pick(*text),
        })
        .collect();
    legend.extend(hollow(lang));
    legend
}

const BOUNDS: [&str; 5] = [
    "1.74–2.08",
    "2.08–2.27",
    "2.28–2.42",
    "2.42–2.60",
    "2.62–4.85",
];

fn shades(lang: Lang) -> Vec<LegendEntry> {
    let entry = |(shade, text): (usize, &&str)| LegendEntry {
        shading: Shading::Shade(shade as u8),
        status: MarkStatus::Plain,
        text: text.to_string(),
    };
    let mut legend: Vec<LegendEntry> = BOUNDS.iter().enumerate().map(entry).collect();
    legend.extend(hollow(lang));
    legend
}

fn hollow(lang: Lang) -> [LegendEntry; 3] {
    [
        (Shading::Provisional, ("初步数", "provisional")),
        (Shading::Missing, ("没有数值", "no value")),
        (Shading::Suppressed, ("不公布", "withheld")),
    ]
    .map(|(shading, text)| LegendEntry {
        shading,
        status: MarkStatus::Plain,
        text: lang.pick(text),
    })
}

/// The tile of a community. One of each sort of gap stands in the third sub-district.
fn tile(lang: Lang, block: usize, at: usize, has_verdicts: bool, random: &mut Random) -> Tile {
    use MarkStatus::*;
    let stem = lang.pick(STEMS[block]);
    let stem = stem.replace("街道", "").replace(" Sub-district", " ");
    let short_label = format!("{stem}{:02}", at + 1);
    let label = lang.pick(("社区", " Community"));
    let label = format!("{short_label}{label}");
    let (share, chance) = (random.share(), random.share());
    let (value, text) = match has_verdicts {
        true => (80.0 + 15.0 * share, format!("{:.1}", 80.0 + 15.0 * share)),
        false => (1.7 + 3.0 * share, format!("{:.2}", 1.7 + 3.0 * share)),
    };
    let key = (block * 100 + at) as u32;
    let mut mark = Mark::plain(key, label, value, text.clone());
    let mut shading = Shading::Shade((share * 4.99) as u8);
    if has_verdicts {
        shading = Shading::Status;
        mark.status = match chance {
            chance if chance < 0.02 => MuchWorse,
            chance if chance < 0.07 => Worse,
            chance if chance < 0.93 => Similar,
            chance if chance < 0.98 => Better,
            _ => MuchBetter,
        };
    }
    let mut short_text = text;
    let gap = match (block, at) {
        (2, 3) => Some((Shading::Missing, ("缺报", "missing"))),
        (2, 4) => Some((Shading::Suppressed, ("不公布", "withheld"))),
        _ => None,
    };
    if let Some((gap, word)) = gap {
        (shading, mark.status, mark.value) = (gap, NotJudged, f64::NAN);
        short_text = lang.pick(word);
    }
    if (block, at) == (2, 5) {
        (shading, mark.status) = (Shading::Provisional, Provisional);
    }
    if (block, at) == (1, 0) {
        mark.emphasis = Emphasis::Picked;
    }
    Tile {
        mark,
        short_label,
        short_text,
        shading,
    }
}

fn tiles(lang: Lang, has_verdicts: bool) -> Figure {
    let mut random = Random(17);
    let mut blocks = Vec::new();
    for (block, size) in SIZES.iter().enumerate() {
        let tiles = (0..*size).map(|at| tile(lang, block, at, has_verdicts, &mut random));
        let tiles: Vec<Tile> = tiles.collect();
        let bad = tiles
            .iter()
            .filter(|tile| matches!(tile.mark.status, MarkStatus::MuchWorse | MarkStatus::Worse));
        let bad = bad.count();
        blocks.push(TileBlock {
            label: lang.pick(STEMS[block]),
            value_text: ["86.3%", "2.31"][usize::from(!has_verdicts)].to_string(),
            count_text: match bad {
                0 => String::new(),
                bad => format!("▼ {bad}"),
            },
            tiles,
        });
    }
    Figure::TileMap(TileMap {
        blocks,
        legend: match has_verdicts {
            true => verdicts(lang),
            false => shades(lang),
        },
        caption: lang.pick((
            "每格一个社区，按街道分块，次序同数据包，不表示地理位置",
            "One tile per community, in blocks by sub-district, in the order of the package, not of the ground",
        )),
        note: String::new(),
    })
}

const COLUMNS: usize = 8;
const ROWS: usize = 5;

/// The corner of a grid, moved about; those on the rim stay on it.
fn corner(column: usize, row: usize) -> (f64, f64) {
    let mut random = Random((column * 31 + row * 17 + 5) as u32);
    let (across, up) = (random.share() - 0.5, random.share() - 0.5);
    let inner = |at: usize, last: usize| if at == 0 || at == last { 0.1 } else { 0.6 };
    let across = column as f64 + across * inner(column, COLUMNS);
    let up = row as f64 + up * inner(row, ROWS);
    (116.0 + 0.02 * across, 39.9 + 0.02 * up)
}

fn outline(column: usize, row: usize) -> Ring {
    vec![
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
    ]
}

fn moved(ring: &Ring, scale: f64, (across, up): (f64, f64)) -> Ring {
    let count = ring.len() as f64;
    let (x, y) = ring.iter().fold((0.0, 0.0), |(x, y), point| {
        (x + point.0 / count, y + point.1 / count)
    });
    let place = |point: &(f64, f64)| {
        (
            x + (point.0 - x) * scale + across,
            y + (point.1 - y) * scale + up,
        )
    };
    ring.iter().map(place).collect()
}

fn areas(lang: Lang, has_verdicts: bool) -> Figure {
    let mut random = Random(23);
    let mut shapes = Vec::new();
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let (block, at) = (row * 2 + column / 4, column % 4 + 3 * (row % 2));
            let tile = tile(lang, block, at, has_verdicts, &mut random);
            let mut pieces = vec![Piece {
                outer: outline(column, row),
                holes: Vec::new(),
            }];
            if (column, row) == (4, 3) {
                // Another lies inside it; it has an island besides.
                let inner = moved(&pieces[0].outer, 0.45, (0.0, 0.0));
                pieces[0].holes.push(inner);
                pieces.push(Piece {
                    outer: moved(&outline(7, 4), 0.3, (0.025, 0.004)),
                    holes: Vec::new(),
                });
            }
            shapes.push(AreaShape {
                mark: tile.mark,
                short_label: tile.short_label,
                short_text: tile.short_text,
                shading: tile.shading,
                pieces,
            });
        }
    }
    Figure::AreaMap(AreaMap {
        shapes,
        legend: match has_verdicts {
            true => verdicts(lang),
            false => shades(lang),
        },
        caption: lang.pick((
            "发布方未声明审图号",
            "The publisher declares no map approval number (审图号)",
        )),
        note: String::new(),
    })
}

const ON_TIME: Both = ("各社区按期办结率", "Cases resolved on time, by community");

#[test]
fn tile_map() {
    check_pair("tiles", 900, Some(ON_TIME), |lang| tiles(lang, true));
    let shaded = |lang| tiles(lang, false);
    check_pair("tiles-shades", 640, None, shaded);
    check_one("tiles-phone", 340, None, Lang::Zh, Theme::Light, shaded);
}

#[test]
fn map_of_outlines() {
    check_pair("areas", 760, Some(ON_TIME), |lang| areas(lang, true));
    let phone = |lang| areas(lang, false);
    check_one("areas-phone", 340, None, Lang::Zh, Theme::Light, phone);
    check_one("areas-phone", 340, None, Lang::En, Theme::Dark, phone);
}
