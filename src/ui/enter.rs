//! A file that has been read becomes part of the package, in steps that leave the page its turns.

use crate::browser;
use crate::package::{Entering, ObservationFile, Package, ReadFile, Resolving, TableKind};
use crate::parse::FileFault;
use std::sync::Arc;

/// Rows given their meaning between two looks at the clock.
pub(super) const ROWS_AT_A_TIME: usize = 2000;
/// Slices of the index settled between two looks at the clock.
const SLICES_AT_A_TIME: usize = 32;

/// The package, as it stands by then, with one more file. It goes in steps: other files may enter or
/// be marked for another reading meanwhile.
pub async fn enter(
    current: &dyn Fn() -> Option<Arc<Package>>,
    resource: usize,
    outcome: Result<ReadFile, FileFault>,
) -> Option<Package> {
    let package = current()?;
    let file = match outcome {
        Err(fault) => return Some(package.with_failure(resource, fault)),
        Ok(file) => file,
    };
    if package.descriptor.resources[resource].table != TableKind::Observations {
        let mut entering = Entering::new(package, file)?;
        while entering.step(ROWS_AT_A_TIME) {
            browser::breathe().await;
        }
        return Some(entering.finish(&*current()?));
    }
    let file = resolve_rows(&package, file).await?;
    Some(current()?.with_observations(file))
}

/// Gives the rows their meaning, a slice at a time.
async fn resolve_rows(package: &Arc<Package>, file: ReadFile) -> Option<ObservationFile> {
    let mut resolving = Resolving::new(package.clone(), file)?;
    while resolving.step(ROWS_AT_A_TIME) {
        browser::breathe().await;
    }
    while resolving.settle(SLICES_AT_A_TIME) {
        browser::breathe().await;
    }
    Some(resolving.finish())
}
