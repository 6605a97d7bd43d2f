//! 知社 Zhishe: published district indicators in, sound comparisons and pictures out.
//!
//! The map of the house. A room imports only rooms above it in this list; a test reads the source
//! and holds every room to that.
//!
//! | room | what it is for |
//! | --- | --- |
//! | `model` | the domain's words: area, indicator, period, value, fault |
//! | `table` | columns of observations and the index over them |
//! | `parse` | bytes to columns, and the faults found on the way |
//! | `package` | the descriptor, the reference tables, the cross-checks, the open package |
//! | `intake` | tables that nobody wrote for this program, made into a package |
//! | `query` | questions to the package, one verb a file |
//! | `stats` | numbers in, numbers out: intervals, funnels, control charts, ranks, lines |
//! | `answer` | everything that a page states, as plain data |
//! | `words` | Chinese and English: every text for people, numbers and periods |
//! | `figure` | charts as data in data units |
//! | `draw` | figures to a scene; a scene to SVG, to hit regions, to a canvas |
//! | `export` | tables and pictures that leave the page |
//! | `route` | what is shown, and the query string that says so |
//! | `browser` | the network and the rest of the browser (feature `ui`) |
//! | `ui` | the pages (feature `ui`) |
//! | `cli` | the command line (feature `cli`) |
//!
//! Deliberately absent: a server, storage, randomness, the clock (time is passed in), and any
//! request to another host.

pub mod answer;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "cli")]
pub mod cli;
pub mod draw;
pub mod export;
pub mod figure;
pub mod intake;
pub mod model;
pub mod package;
pub mod parse;
pub mod query;
pub mod route;
pub mod stats;
pub mod table;
#[cfg(feature = "ui")]
pub mod ui;
pub mod words;
