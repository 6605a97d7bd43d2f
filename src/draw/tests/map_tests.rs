//! Tile maps and maps of outlines of random and of hostile data.

use super::*;
use crate::figure::{AreaMap, AreaShape, LegendEntry, Shading, Tile, TileBlock, TileMap};
use crate::model::{Piece, Ring};

const SHADINGS: [Shading; 8] = [
    Shading::Status,
    Shading::Shade(0),
    Shading::Shade(4),
    Shading::Shade(200),
    Shading::Plain,
    Shading::Provisional,
    Shading::Missing,
    Shading::Suppressed,
];

fn legend(random: &mut Random) -> Vec<LegendEntry> {
    let entry = |index: usize| LegendEntry {
        shading: SHADINGS[index % SHADINGS.len()],
        status: STATUSES[index % STATUSES.len()],
        text: "差于基准（99.8%） worse than the benchmark · 12 个".repeat(1 + index % 2),
    };
    (0..random.next(9)).map(entry).collect()
}

fn tile(mark: Mark, random: &mut Random) -> Tile {
    Tile {
        short_label: mark.label.chars().take(random.next(12)).collect(),
        short_text: mark.value_text.trim_end_matches('%').to_string(),
        shading: SHADINGS[random.next(SHADINGS.len())],
        mark,
    }
}

pub(super) fn tile_map(count: usize, values: Values, random: &mut Random) -> Figure {
    let mut blocks: Vec<TileBlock> = Vec::new();
    for mark in marks(count, values, random) {
        if blocks.is_empty() || random.next(14) == 0 {
            let labels = ["", "乙街道", "A sub-district with a name that has no end"];
            blocks.push(TileBlock {
                label: labels[random.next(3)].to_string(),
                value_text: ["", "87.5%"][random.next(2)].to_string(),
                count_text: ["", "▼ 4 ▲ 1"][random.next(2)].to_string(),
                tiles: Vec::new(),
            });
        }
        let tile = tile(mark, random);
        if let Some(block) = blocks.last_mut() {
            block.tiles.push(tile);
        }
    }
    let caption = "每格一个社区，按街道分块 (one tile per community)".to_string();
    Figure::TileMap(TileMap {
        blocks,
        legend: legend(random),
        caption,
        note: String::new(),
    })
}

/// A square of so many degrees from its lower left corner.
fn square((west, south): (f64, f64), side: f64) -> Ring {
    let (east, north) = (west + side, south + side);
    vec![(west, south), (east, south), (east, north), (west, north)]
}

pub(super) fn area_map(count: usize, values: Values, random: &mut Random) -> Figure {
    let mut shapes = Vec::new();
    for (index, mark) in marks(count, values, random).into_iter().enumerate() {
        let place = ((index % 20) as f64 * 0.01, (index / 20) as f64 * 0.01);
        let corner = (116.0 + place.0, 39.0 + place.1);
        let mut piece = Piece {
            outer: square(corner, 0.01),
            holes: Vec::new(),
        };
        if values == Values::Hostile {
            // Whatever a figure may be given: nothing, a line, places that are none.
            let mut number = || HOSTILE[random.next(HOSTILE.len())];
            piece.outer = (0..4).map(|_| (number(), number())).collect();
            piece.holes = vec![Vec::new(), vec![(number(), number())]];
        } else if index % 7 == 0 {
            piece.holes = vec![square((corner.0 + 0.004, corner.1 + 0.004), 0.002)];
        }
        let tile = tile(mark, random);
        shapes.push(AreaShape {
            mark: tile.mark,
            short_label: tile.short_label,
            short_text: tile.short_text,
            shading: tile.shading,
            pieces: vec![piece],
        });
    }
    Figure::AreaMap(AreaMap {
        shapes,
        legend: legend(random),
        caption: "审图号：GS(2026)0001号 (approval number)".to_string(),
        note: String::new(),
    })
}

#[test]
fn tiles_fill_the_width_and_keep_apart() {
    let mut random = Random(11);
    for count in [10, 163, 600] {
        let figure = tile_map(count, Values::Share, &mut random);
        for width_px in [390, 820, 1180] {
            let height_px = natural_height_px(&figure, width_px);
            let size = SizePx {
                width_px,
                height_px,
            };
            let scene = scene(&figure, size, Theme::Light);
            let tiles: Vec<Panel> = scene.hits().iter().map(|hit| hit.region).collect();
            assert_eq!(tiles.len(), count);
            let mut right = 0.0_f64;
            for (at, tile) in tiles.iter().enumerate() {
                let rest = tiles[at + 1..].iter();
                assert!(rest.into_iter().all(|other| !other.overlaps(tile)));
                assert!(tile.right <= f64::from(width_px) + 0.01 && tile.left >= 0.0);
                right = right.max(tile.right);
            }
            // Many tiles leave no column of their own empty.
            assert!(count < 100 || right > f64::from(width_px) * 0.8, "{right}");
        }
    }
}

#[test]
fn an_equirectangular_map_is_true_to_shape_about_its_middle() {
    // At 60 degrees a degree of longitude is half as long as one of latitude: twice as many degrees
    // across as up make a square.
    let piece = Piece {
        outer: vec![(10.0, 59.9), (10.4, 59.9), (10.4, 60.1), (10.0, 60.1)],
        holes: Vec::new(),
    };
    let mut random = Random(2);
    let Figure::AreaMap(mut map) = area_map(1, Values::Share, &mut random) else {
        unreachable!("a map was asked for");
    };
    map.shapes[0].pieces = vec![piece];
    let figure = Figure::AreaMap(map);
    let size = SizePx {
        width_px: 800,
        height_px: natural_height_px(&figure, 800),
    };
    let scene = scene(&figure, size, Theme::Light);
    let region = scene.hits().first().map(|hit| hit.region);
    let region = region.expect("the one area");
    assert!((region.width() / region.height() - 1.0).abs() < 0.001);
}

#[test]
fn a_hole_in_an_area_belongs_to_nobody() {
    let mut random = Random(5);
    let Figure::AreaMap(mut map) = area_map(1, Values::Share, &mut random) else {
        unreachable!("a map was asked for");
    };
    map.shapes[0].pieces = vec![Piece {
        outer: square((116.0, 39.0), 0.9),
        holes: vec![square((116.3, 39.3), 0.3)],
    }];
    map.shapes[0].shading = Shading::Plain;
    let figure = Figure::AreaMap(map);
    let size = SizePx {
        width_px: 600,
        height_px: natural_height_px(&figure, 600),
    };
    let scene = scene(&figure, size, Theme::Light);
    let polygon = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Polygon { points, .. } => Some(points.clone()),
        _ => None,
    });
    let polygon = polygon.expect("a fill");
    let hit = *scene.hits().first().expect("the one area");
    let (middle_x, middle_y) = (
        (hit.region.left + hit.region.right) / 2.0,
        (hit.region.top + hit.region.bottom) / 2.0,
    );
    let corner = (hit.region.left + 3.0, hit.region.top + 3.0);
    // Painted by the rule that canvas and SVG use where none is said.
    assert_eq!(winding(&polygon, (middle_x, middle_y)), 0);
    assert_ne!(winding(&polygon, corner), 0);
}

/// How many times a run of corners goes round a point in CSS pixels.
fn winding(points: &[Point], (x, y): (f64, f64)) -> i32 {
    let at = |point: &Point| {
        let (x, y) = (f64::from(point.x), f64::from(point.y));
        (x / UNITS_PER_PX, y / UNITS_PER_PX)
    };
    let next = points.iter().cycle().skip(1);
    let mut count = 0;
    for (from, to) in points.iter().zip(next) {
        let ((x0, y0), (x1, y1)) = (at(from), at(to));
        let is_left = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0) > 0.0;
        if y0 <= y && y1 > y && is_left {
            count += 1;
        } else if y0 > y && y1 <= y && !is_left {
            count -= 1;
        }
    }
    count
}
