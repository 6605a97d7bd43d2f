//! The pages, in Leptos. What they show they take from an answer or a figure; they name neither
//! statistics nor queries.
//!
//! `session` is the state, `load` reads files and `enter` makes them part of the package, `load_code` reads
//! the second file of the program, `app` is the frame around every page, `deferred` says what is fetched only when a page needs it, `pages` has a
//! file per page and `parts` what pages are made of; `own` holds the reader's own data.

mod app;
mod check;
pub mod cite;
mod deferred;
mod enter;
mod load;
mod load_beyond;
mod load_code;
mod missing;
mod own;
mod own_package;
mod pages;
mod parts;
mod session;
mod shown;

pub use app::App;
