//! The tree of an organisation as an icicle: a column a level, each area beside what lies in it, as
//! tall as the number of units in it. It must not know how tall a unit is: `draw` shows a name where
//! there is room.

/// An area and what lies in it, level by level.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgTree {
    /// The columns, from the area itself to the lowest level shown.
    pub columns: Vec<OrgColumn>,
    /// The areas, each before what lies in it.
    pub cells: Vec<OrgCell>,
    /// True where a unit without an organisation is shown as one that does not meet what is required.
    pub is_judged: bool,
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One level.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgColumn {
    /// Its name, worded.
    pub label: String,
    /// How many areas it has, worded; may be empty.
    pub detail: String,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgCell {
    /// Which node of the answer this is; what a hover or a click gives back.
    pub key: u32,
    /// Its column.
    pub column: usize,
    /// Where it begins and ends, counted in units from the top.
    pub units: (f64, f64),
    /// Its name, worded.
    pub name: String,
    /// The same as short as it can be beside what it lies in.
    pub label: String,
    /// What is missing in it, worded; empty where nothing is.
    pub value_text: String,
    /// What more is said of it when it is pointed at or read out.
    pub said: String,
    /// What is in it.
    pub state: OrgState,
}

/// What is in an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OrgState {
    /// Part of the units in it is covered: 1 where all are.
    Share(f64),
    /// A unit in which nothing stands.
    Missing,
    /// A unit of which it is not known.
    Unknown,
    /// There is no such unit in it.
    Empty,
}

impl OrgTree {
    /// The cell of a key.
    pub fn cell(&self, key: u32) -> Option<&OrgCell> {
        self.cells.iter().find(|cell| cell.key == key)
    }

    /// How many units there are in all.
    pub fn unit_count(&self) -> f64 {
        let ends = self.cells.iter().map(|cell| cell.units.1);
        ends.filter(|end| end.is_finite()).fold(0.0, f64::max)
    }
}
