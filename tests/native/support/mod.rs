//! What several files of tests share.

#[cfg(feature = "cli")]
pub mod exports;
pub mod golden;
#[cfg(feature = "cli")]
pub mod own;
#[cfg(feature = "cli")]
mod packages;
pub mod reference;
pub mod source;

#[cfg(feature = "cli")]
pub use packages::*;
