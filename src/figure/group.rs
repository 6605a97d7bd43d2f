//! The reader's own group of areas in a figure. It must not know how what is picked looks.

use super::{Emphasis, Figure, Mark};

/// Marks rows of the answer as picked, whatever else is.
pub fn mark_group(figure: &mut Figure, keys: &[u32]) {
    let pick = |mark: &mut Mark| {
        if keys.contains(&mark.key) {
            mark.emphasis = Emphasis::Picked;
        }
    };
    match figure {
        Figure::RankedBars(bars) => bars.marks.iter_mut().for_each(pick),
        Figure::Caterpillar(caterpillar) => caterpillar.marks.iter_mut().for_each(pick),
        Figure::FunnelPlot(funnel) => {
            let marks = funnel.marks.iter_mut();
            marks.map(|it| &mut it.mark).for_each(pick);
        }
        Figure::TileMap(map) => {
            let tiles = map.blocks.iter_mut().flat_map(|block| &mut block.tiles);
            tiles.map(|it| &mut it.mark).for_each(pick);
        }
        Figure::AreaMap(map) => {
            let shapes = map.shapes.iter_mut();
            shapes.map(|it| &mut it.mark).for_each(pick);
        }
        _ => {}
    }
}
