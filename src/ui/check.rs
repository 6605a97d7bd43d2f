//! Checks a reader's own files as they would be checked after publishing. Nothing leaves the page.

use super::load::resolve_rows;
use crate::browser::{self, BrowserDecoders, DroppedFile};
use crate::model::{Fault, FaultKind, sort_by_key};
use crate::package::{Descriptor, FileReading, Package, ReadFile, TableKind};
use crate::parse::FileFault;
use std::sync::Arc;

/// What was found in the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Names of the files that were read.
    pub files: Vec<String>,
    /// True where no package is open to check against.
    pub no_package: bool,
    /// Everything found, file by file.
    pub faults: Vec<Fault>,
}

/// Checks files: a folder by its own descriptor, single files against the open package.
pub async fn check_files(package: Option<Arc<Package>>, files: Vec<DroppedFile>) -> Checked {
    let descriptor = files
        .iter()
        .find(|file| file.path.rsplit('/').next() == Some("datapackage.json"));
    match (descriptor, package) {
        (Some(descriptor), _) => check_folder(descriptor, &files).await,
        (None, Some(package)) => check_single_files(&package, &files).await,
        (None, None) => Checked {
            no_package: true,
            ..Checked::default()
        },
    }
}

async fn check_folder(descriptor: &DroppedFile, files: &[DroppedFile]) -> Checked {
    let folder = descriptor
        .path
        .strip_suffix("datapackage.json")
        .unwrap_or_default();
    let mut checked = Checked::default();
    checked.files.push(descriptor.path.clone());
    let parsed = match read_text(descriptor).await {
        Ok(text) => Descriptor::parse(&text)
            .map_err(|detail| FileFault::whole(FaultKind::BrokenDescriptor { detail })),
        Err(fault) => Err(fault),
    };
    let descriptor = match parsed {
        Ok(parsed) => parsed,
        Err(fault) => {
            checked
                .faults
                .push(Package::named_fault(&descriptor.path, fault));
            return checked;
        }
    };
    let mut package = Arc::new(Package::open("own", "", descriptor));
    let about = package.descriptor.clone();
    let references_first = |at: &usize| about.resources[*at].table == TableKind::Observations;
    let mut order: Vec<usize> = (0..about.resources.len()).collect();
    sort_by_key(&mut order, references_first);
    for at in order {
        let path = format!("{folder}{}", about.resources[at].path);
        let entered = match files.iter().find(|file| file.path == path) {
            Some(file) => {
                checked.files.push(path);
                read_and_enter(&package, at, file).await
            }
            None => {
                let kind = FaultKind::FileMissing { status: 404 };
                package.with_failure(at, FileFault::whole(kind))
            }
        };
        package = Arc::new(entered);
    }
    checked.faults.extend(package.faults().into_iter().cloned());
    checked
}

async fn check_single_files(package: &Arc<Package>, files: &[DroppedFile]) -> Checked {
    let mut checked = Checked::default();
    for file in files.iter().filter(|file| !file.path.ends_with(".json")) {
        checked.files.push(file.path.clone());
        let head = match browser::first_bytes(file).await {
            Ok(head) => head,
            Err(fault) => {
                checked.faults.push(Package::named_fault(&file.path, fault));
                continue;
            }
        };
        let (with_file, at) = package.with_own_file(&file.path, &head);
        let entered = read_and_enter(&Arc::new(with_file), at, file).await;
        checked.faults.extend(entered.faults_of(at));
    }
    checked
}

async fn read_and_enter(package: &Arc<Package>, at: usize, file: &DroppedFile) -> Package {
    let read = match read(package, at, file).await {
        Ok(read) => read,
        Err(fault) => return package.with_failure(at, fault),
    };
    if package.descriptor.resources[at].table != TableKind::Observations {
        return package.with_reference(read);
    }
    match resolve_rows(package, read).await {
        Some(observations) => package.with_observations(observations),
        None => Package::clone(package),
    }
}

async fn read(package: &Package, at: usize, file: &DroppedFile) -> Result<ReadFile, FileFault> {
    let decoders = BrowserDecoders;
    let mut reading = FileReading::new(&package.descriptor, at, &decoders)?;
    browser::read_dropped(file, &mut |bytes| reading.push(bytes)).await?;
    reading.finish()
}

async fn read_text(file: &DroppedFile) -> Result<String, FileFault> {
    let mut bytes = Vec::new();
    let push = &mut |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    browser::read_dropped(file, push).await?;
    String::from_utf8(bytes).map_err(|_| {
        FileFault::whole(FaultKind::WrongEncoding {
            encoding: "UTF-8".to_string(),
        })
    })
}
