//! The tile map: a tile for each area, in blocks by the area above. It must not know how many tiles
//! fit into a line: `draw` packs them.

use super::{LegendEntry, Mark, Shading};

/// Tiles in blocks, both in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMap {
    /// The blocks.
    pub blocks: Vec<TileBlock>,
    /// What the shadings mean, as far as they occur.
    pub legend: Vec<LegendEntry>,
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// The areas that lie in one.
#[derive(Clone, Debug, PartialEq)]
pub struct TileBlock {
    /// The name of the area above; empty where there is none.
    pub label: String,
    /// The value of the area above, with its unit; may be empty.
    pub value_text: String,
    /// How many of the tiles deviate, worded and short (`▼ 4  ▲ 1`); may be empty.
    pub count_text: String,
    /// The tiles.
    pub tiles: Vec<Tile>,
}

/// One area on a tile map.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Its full name, its value and its verdict. A value that is not finite is none.
    pub mark: Mark,
    /// The name as it stands on the tile: as short as still tells the areas apart.
    pub short_label: String,
    /// The value without its unit, or the word for there being none (`缺报`).
    pub short_text: String,
    /// How the tile is filled.
    pub shading: Shading,
}
