//! Which files a view needs that have not entered the package. Knows nothing of how they are read.

use super::deferred::{all_needs, as_shown};
use super::session::Session;
use crate::package::{Need, Package, needed_files};
use crate::route::{View, early_needs, later_needs};
use leptos::prelude::*;
use std::sync::Arc;

/// True where everything has entered that a view shows after its first picture. Follows the package.
pub fn later_is_read(session: Session) -> bool {
    let Some(package) = session.package.get() else {
        return false;
    };
    let view = session.view.get();
    session.settled.get() && missing_of(later_needs(&view, &package), &package).is_empty()
}

/// The files that a view needs and that have not entered, as far as that can be said. What is newest
/// hangs on the day of which the package is shown.
pub fn missing_files(session: Session, view: &View, package: &Arc<Package>) -> Vec<usize> {
    if !session.code_stands.get_untracked() {
        return missing_of(early_needs(view, package), package);
    }
    let shown = match view.as_of.is_empty() {
        true => None,
        false => as_shown(package, &view.as_of),
    };
    let package = shown.as_ref().unwrap_or(package);
    missing_of(all_needs(view, package), package)
}

/// The files that are needed and have not entered, each once.
pub fn missing_of(needs: Vec<Need>, package: &Package) -> Vec<usize> {
    let mut missing: Vec<usize> = Vec::new();
    for need in needs {
        for file in needed_files(package, &need) {
            if !missing.contains(&file) {
                missing.push(file);
            }
        }
    }
    missing
}
