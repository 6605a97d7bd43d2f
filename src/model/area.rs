//! Places: a district, its sub-districts, communities, and what lies below.

use super::Text;

/// An area's position in the package's list of areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(pub u32);

/// A level's position in the order that the package declares, 0 at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LevelId(pub u8);

/// A unit of territory, never a person. The hierarchy comes from `parent` only: one code can name
/// different places in two registers, so a code is never sliced.
#[derive(Clone, Debug)]
pub struct Area {
    /// The code as written, unique in a package.
    pub code: String,
    /// The name.
    pub name: Text,
    /// The level.
    pub level: LevelId,
    /// The area it lies in.
    pub parent: Option<AreaId>,
    /// The register that the code belongs to, blank where none is named.
    pub code_system: String,
    /// First date of validity as written, blank where open.
    pub valid_from: String,
    /// Last date of validity as written, blank where open.
    pub valid_to: String,
    /// Line in the file of areas, from 1.
    pub line: u32,
}
