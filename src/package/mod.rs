//! The published package: its descriptor as written and what it means, its reference tables, the
//! cross-checks between them, and the open package that everything else reads.
//!
//! Nothing here fetches; a shell hands in what it has read. Nothing here has words for people.

mod areas;
mod as_of;
mod beside;
mod catalog;
mod checks;
mod descriptor;
mod digest;
mod entering;
mod file_digest;
mod geometry;
mod headings;
mod indicators;
mod joining;
mod json;
mod marked_names;
mod open;
mod own;
mod plan;
mod reading;
mod registers;
mod resolve;
mod similar_names;
mod source;
mod texts;
mod whole;

pub use areas::Areas;
pub use beside::{Beside, OWN, beside_of, name_beside};
mod revisions;

pub use as_of::AsOf;
pub use catalog::{Catalog, CatalogEntry};
pub use descriptor::{
    CaseBasis, Descriptor, Dimension, RECOGNISED_AREA_COLUMNS, RECOGNISED_INDICATOR_COLUMNS,
    Resource, TableKind,
};
pub use digest::{DataDigest, DigestScope, Digesting, RowScope};
pub use entering::Entering;
pub use file_digest::FileDigest;
pub use geometry::GeometryOptions;
pub use headings::Headings;
pub use indicators::Indicators;
pub use joining::{Contradiction, JoinChoices, Joining, Match, MatchedBy, join};
pub use open::{FileState, ObservationFile, Package};
pub use own::{Against, OwnFile, unlisted};
pub use plan::{Need, needed_files};
pub use reading::{FileReading, ReadFile};
pub use resolve::Resolving;
pub use revisions::Revisions;
pub use similar_names::similar_areas;
pub use source::{
    CellsHint, FieldHint, FieldKind, OwnFiles, OwnSource, PackageSaid, TablePlace, descriptor_path,
    is_aside, own_files,
};
