//! What several files of tests share.

#[cfg(feature = "cli")]
pub mod exports;
pub mod golden;
#[cfg(feature = "cli")]
pub mod own;
#[cfg(feature = "cli")]
mod packages;
mod random;
pub mod reference;
pub mod source;

#[cfg(feature = "cli")]
pub use packages::*;
pub use random::Random;
