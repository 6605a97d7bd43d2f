//! A reader's own folder opened as a package: every file that its descriptor names, read here.
//! Nothing leaves the page.

use super::enter::enter;
use crate::browser::{self, BrowserDecoders, DroppedFile};
use crate::model::{FaultKind, sort_by_key};
use crate::package::{Descriptor, FileReading, Package, ReadFile, TableKind};
use crate::parse::FileFault;
use std::sync::Arc;

/// Is told of the bytes as they are read; an error ends the file.
pub type Watch<'w> = &'w mut dyn FnMut(&[u8]) -> Result<(), FileFault>;

/// The package of a descriptor with all its files, which lie below the folder: reference tables first,
/// upper areas before lower ones, as observations get their meaning from them. A file that is not there,
/// or cannot be read, is a fault of the package.
pub async fn open_own(
    name: &str,
    mut descriptor: Descriptor,
    folder: &str,
    files: &[DroppedFile],
    watch: Watch<'_>,
) -> Arc<Package> {
    for resource in &mut descriptor.resources {
        resource.is_own = true;
    }
    let mut package = Arc::new(Package::open(name, "", descriptor));
    let about = package.descriptor.clone();
    let mut order: Vec<usize> = (0..about.resources.len()).collect();
    sort_by_key(&mut order, |at| {
        let about = &about.resources[*at];
        let is_observations = about.table == TableKind::Observations;
        (is_observations, about.levels.iter().min().copied())
    });
    for at in order {
        let path = format!("{folder}{}", about.resources[at].path);
        let entered = match files.iter().find(|file| file.path == path) {
            Some(file) => read_and_enter(&package, at, file, watch).await,
            None => package.with_failure(at, FileFault::whole(FaultKind::NotInFolder)),
        };
        package = Arc::new(entered);
    }
    package
}

/// The package with a file read to a place of its descriptor.
pub async fn read_and_enter(
    package: &Arc<Package>,
    at: usize,
    file: &DroppedFile,
    watch: Watch<'_>,
) -> Package {
    let outcome = read(package, at, file, watch).await;
    let entered = enter(&|| Some(package.clone()), at, outcome).await;
    entered.unwrap_or_else(|| Package::clone(package))
}

async fn read(
    package: &Package,
    at: usize,
    file: &DroppedFile,
    watch: Watch<'_>,
) -> Result<ReadFile, FileFault> {
    let decoders = BrowserDecoders;
    let mut reading = FileReading::new(&package.descriptor, at, &decoders)?;
    let mut push = |bytes: &[u8]| {
        watch(bytes)?;
        reading.push(bytes)
    };
    browser::read_dropped(file, &mut push).await?;
    reading.finish()
}
