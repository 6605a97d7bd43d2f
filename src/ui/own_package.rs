//! A reader's own folder opened as a package: every file that its descriptor names, read here.
//! Nothing leaves the page.

use super::enter::enter;
use crate::browser::{self, BrowserDecoders, DroppedFile};
use crate::model::{FaultKind, sort_by_key};
use crate::package::{Descriptor, FileReading, Package, ReadFile, TableKind};
use crate::parse::FileFault;
use std::sync::Arc;

/// The package of a descriptor with all its files, which lie below the folder. A file that is not
/// there, or cannot be read, is a fault of the package.
pub async fn open_own(
    name: &str,
    descriptor: Descriptor,
    folder: &str,
    files: &[DroppedFile],
) -> Arc<Package> {
    let mut package = Arc::new(Package::open(name, "", descriptor));
    let about = package.descriptor.clone();
    let mut order: Vec<usize> = (0..about.resources.len()).collect();
    sort_by_key(&mut order, |at| {
        about.resources[*at].table == TableKind::Observations
    });
    for at in order {
        let path = format!("{folder}{}", about.resources[at].path);
        let entered = match files.iter().find(|file| file.path == path) {
            Some(file) => read_and_enter(&package, at, file).await,
            None => package.with_failure(at, FileFault::whole(FaultKind::NotInFolder)),
        };
        package = Arc::new(entered);
    }
    package
}

/// The package with a file read to a place of its descriptor.
pub async fn read_and_enter(package: &Arc<Package>, at: usize, file: &DroppedFile) -> Package {
    let outcome = read(package, at, file).await;
    let entered = enter(&|| Some(package.clone()), at, outcome).await;
    entered.unwrap_or_else(|| Package::clone(package))
}

async fn read(package: &Package, at: usize, file: &DroppedFile) -> Result<ReadFile, FileFault> {
    let decoders = BrowserDecoders;
    let mut reading = FileReading::new(&package.descriptor, at, &decoders)?;
    browser::read_dropped(file, &mut |bytes| reading.push(bytes)).await?;
    reading.finish()
}
