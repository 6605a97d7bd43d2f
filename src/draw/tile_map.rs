//! A tile map on paper: blocks of tiles packed into rows that use the width well, on each tile its
//! verdict's shape, its value and its name. It must not know what an area is.

use crate::figure::{Emphasis, Tile, TileBlock, TileMap};

use super::field::Notes;
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, stroke};
use super::shading::{self, Legend};
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const TILE_HEIGHT_PX: f64 = 36.0;
const TILE_GAP_PX: f64 = 3.0;
/// Tiles are as wide as what stands on them, within these.
const NARROWEST_TILE_PX: f64 = 40.0;
const WIDEST_TEXT_PX: f64 = 88.0;
/// A tile may be wider than it must by so much, no more: a row of few keeps to the left.
const MOST_STRETCH: f64 = 1.6;
const PADDING_PX: f64 = 4.0;
const BLOCK_GAP_PX: f64 = 22.0;
const HEAD_PX: f64 = 20.0;
const HEAD_GAP_PX: f64 = 8.0;
const BELOW_BLOCK_PX: f64 = 14.0;
/// Between a shape and the value beside it.
const SHAPE_PX: f64 = 12.0;

/// How tiles and blocks are packed.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Packing {
    /// Tiles side by side in a block.
    columns: usize,
    /// Blocks side by side.
    blocks: usize,
    tile_px: f64,
    height_px: f64,
}

impl Packing {
    /// The packing that is the least tall, and of those the one with the widest tiles.
    fn of(map: &TileMap, width_px: f64) -> Packing {
        let tiles = || map.blocks.iter().flat_map(|block| &block.tiles);
        let needed = tiles().map(needed_px).fold(0.0, f64::max);
        let needed = needed.max(NARROWEST_TILE_PX).min(width_px);
        let head = map.blocks.iter().map(head_text_px).fold(0.0, f64::max);
        let most = map.blocks.iter().map(|block| block.tiles.len()).max();
        let most = most.unwrap_or(0).max(1);
        let mut best: Option<Packing> = None;
        for columns in 1..=most {
            for blocks in 1..=map.blocks.len().max(1) {
                let gaps = (blocks - 1) as f64 * BLOCK_GAP_PX;
                let block_px = (width_px - gaps) / blocks as f64;
                let tile_px = (block_px + TILE_GAP_PX) / columns as f64 - TILE_GAP_PX;
                let is_least = (columns, blocks) == (1, 1);
                if (tile_px < needed || block_px < head && blocks > 1) && !is_least {
                    break;
                }
                let head_tile_px = (head + TILE_GAP_PX) / columns as f64 - TILE_GAP_PX;
                let most_px = (needed * MOST_STRETCH).max(head_tile_px);
                let tile_px = tile_px.min(most_px).max(0.0);
                let packing = Packing {
                    columns,
                    blocks,
                    tile_px,
                    height_px: height_px(map, columns, blocks),
                };
                let is_better = best.is_none_or(|best| {
                    (packing.height_px, -tile_px) < (best.height_px, -best.tile_px)
                });
                if is_better {
                    best = Some(packing);
                }
            }
        }
        best.unwrap_or(Packing {
            columns: 1,
            blocks: 1,
            tile_px: needed,
            height_px: 0.0,
        })
    }

    fn block_px(&self) -> f64 {
        self.columns as f64 * (self.tile_px + TILE_GAP_PX) - TILE_GAP_PX
    }
}

/// How wide a tile must be for what stands on it.
fn needed_px(tile: &Tile) -> f64 {
    let name_px = text_width::width_px(&tile.short_label, AXIS_PX, false);
    let shape = shading::shape(tile.shading, tile.mark.status);
    let shape_px = if shape.is_some() { SHAPE_PX } else { 0.0 };
    let value_px = shape_px + text_width::width_px(&tile.short_text, LABEL_PX, true);
    name_px.max(value_px).min(WIDEST_TEXT_PX) + 2.0 * PADDING_PX
}

/// How wide everything above a block is.
fn head_text_px(block: &TileBlock) -> f64 {
    let quiet_px = |text: &str| match text {
        "" => 0.0,
        text => HEAD_GAP_PX + text_width::width_px(text, LABEL_PX, false),
    };
    let name_px = text_width::width_px(&block.label, LABEL_PX, true);
    name_px + quiet_px(&block.value_text) + quiet_px(&block.count_text)
}

fn head_px(block: &TileBlock) -> f64 {
    if block.label.is_empty() { 0.0 } else { HEAD_PX }
}

/// How tall a block is, without the gap below.
fn block_height_px(block: &TileBlock, columns: usize) -> f64 {
    let lines = block.tiles.len().div_ceil(columns.max(1)) as f64;
    head_px(block) + (lines * (TILE_HEIGHT_PX + TILE_GAP_PX) - TILE_GAP_PX).max(0.0)
}

fn height_px(map: &TileMap, columns: usize, blocks: usize) -> f64 {
    let rows = map.blocks.chunks(blocks.max(1));
    let heights = rows.map(|row| {
        let heights = row.iter().map(|block| block_height_px(block, columns));
        heights.fold(0.0, f64::max) + BELOW_BLOCK_PX
    });
    heights.sum()
}

fn notes(map: &TileMap, width_px: f64) -> Notes {
    Notes::new("", &map.caption, &map.note, width_px)
}

/// How tall a tile map likes to be, in px, at a width.
pub(super) fn natural_height_px(map: &TileMap, width_px: f64) -> f64 {
    let legend_px = Legend::new(&map.legend, width_px).height_px();
    legend_px + Packing::of(map, width_px).height_px + notes(map, width_px).height_px()
}

/// Draws the tile map into `panel`.
pub(super) fn draw(map: &TileMap, pen: &mut Pen, panel: Panel) {
    if panel.width() < LEAST_WIDTH_PX {
        return;
    }
    let notes = notes(map, panel.width());
    let legend = Legend::new(&map.legend, panel.width());
    notes.draw(pen, panel, panel);
    let room = panel.shrunk(0.0, 0.0, 0.0, notes.height_px());
    legend.draw(pen, room);
    let room = room.shrunk(0.0, legend.height_px(), 0.0, 0.0);
    let packing = Packing::of(map, room.width());
    let mut top = room.top;
    for row in map.blocks.chunks(packing.blocks) {
        let heights = row
            .iter()
            .map(|block| block_height_px(block, packing.columns));
        let height = heights.fold(0.0, f64::max);
        if top + height > room.bottom + 0.5 {
            return;
        }
        for (at, block) in row.iter().enumerate() {
            let left = room.left + at as f64 * (packing.block_px() + BLOCK_GAP_PX);
            draw_block(pen, block, packing, (left, top));
        }
        top += height + BELOW_BLOCK_PX;
    }
}

fn draw_block(pen: &mut Pen, block: &TileBlock, packing: Packing, (left, top): (f64, f64)) {
    head(pen, block, left, left + packing.block_px(), top);
    let first = top + head_px(block);
    for (at, tile) in block.tiles.iter().enumerate() {
        let (line, column) = (at / packing.columns, at % packing.columns);
        let left = left + column as f64 * (packing.tile_px + TILE_GAP_PX);
        let top = first + line as f64 * (TILE_HEIGHT_PX + TILE_GAP_PX);
        let region = Panel::new(left, top, left + packing.tile_px, top + TILE_HEIGHT_PX);
        draw_tile(pen, tile, region);
        pen.hit(Hit {
            key: tile.mark.key,
            region,
            extent: region,
            x_px: (region.left + region.right) / 2.0,
            y_px: (region.top + region.bottom) / 2.0,
        });
    }
}

/// The name of a block, then its value, and at the right how many of its tiles deviate, as far as
/// there is room.
fn head(pen: &Pen, block: &TileBlock, left: f64, right: f64, top: f64) {
    if block.label.is_empty() {
        return;
    }
    let middle = top + HEAD_PX / 2.0 - 2.0;
    let name = Lettering::new(LABEL_PX, Role::Ink).bold();
    let quiet = Lettering::new(LABEL_PX, Role::InkSecond);
    let text = text_width::fitted(&block.label, LABEL_PX, true, right - left);
    pen.text(&text, left, middle, name);
    let mut x = left + name.width_px(&text) + HEAD_GAP_PX;
    let value_px = quiet.width_px(&block.value_text);
    if !block.value_text.is_empty() && x + value_px <= right {
        pen.text(&block.value_text, x, middle, quiet);
        x += value_px + HEAD_GAP_PX;
    }
    let count_px = quiet.width_px(&block.count_text);
    if !block.count_text.is_empty() && x + count_px <= right {
        pen.text(&block.count_text, right, middle, quiet.end());
    }
}

fn draw_tile(pen: &Pen, tile: &Tile, region: Panel) {
    let status = tile.mark.status;
    shading::fill(pen, region, tile.shading, status);
    let room_px = region.width() - 2.0 * PADDING_PX;
    let centre = (region.left + region.right) / 2.0;
    let value_y = region.top + TILE_HEIGHT_PX * 0.32;
    let name_y = region.top + TILE_HEIGHT_PX * 0.72;
    let is_value = tile.mark.value.is_finite();
    let value = match is_value {
        true => Lettering::new(LABEL_PX, Role::Ink).bold(),
        // The rim keeps it readable on a hatching.
        false => Lettering::new(AXIS_PX, Role::InkSecond).halo(),
    };
    let shape = shading::shape(tile.shading, status);
    let shape_px = if shape.is_some() { SHAPE_PX } else { 0.0 };
    let text = text_width::fitted(
        &tile.short_text,
        value.size_px,
        value.bold,
        room_px - shape_px,
    );
    let left = centre - (shape_px + value.width_px(&text)) / 2.0;
    if let Some(status) = shape {
        let place = (left + SHAPE_PX / 2.0 - 1.5, value_y);
        glyph::draw(pen, status, place, shading::glyph_radius(status));
    }
    pen.text(&text, left + shape_px, value_y, value);
    let name = text_width::fitted(&tile.short_label, AXIS_PX, false, room_px);
    let mut lettering = Lettering::new(AXIS_PX, Role::Ink).middle();
    lettering.halo = !is_value;
    pen.text(&name, centre, name_y, lettering);
    if tile.mark.emphasis == Emphasis::Picked {
        pen.frame(region, stroke(Role::Ink, 2.0));
    }
}
