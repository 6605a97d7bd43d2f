//! Checks a reader's own files as they would be checked after publishing. Nothing leaves the page.

use super::enter::enter;
use crate::browser::{self, BrowserDecoders, DroppedFile};
use crate::model::{Fault, FaultKind, sort_by_key};
use crate::package::{
    Against, Catalog, Descriptor, FileReading, Package, ReadFile, TableKind, unlisted,
};
use crate::parse::FileFault;
use std::sync::Arc;

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedFile {
    /// Its path inside the folder, or its name.
    pub path: String,
    /// The published file whose place it would take, where that has another name.
    pub in_place_of: Option<Arc<str>>,
}

/// What was found in the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// The files that were read.
    pub files: Vec<CheckedFile>,
    /// What they were checked against.
    pub against: Against,
    /// Everything found, file by file.
    pub faults: Vec<Fault>,
}

/// Checks files: folders by their own descriptors, single files against the open package.
pub async fn check_files(package: Option<Arc<Package>>, files: Vec<DroppedFile>) -> Checked {
    let mut checked = Checked::default();
    let (files, refused) = browser::unpacked(files).await;
    for (path, fault) in refused {
        checked.read(&path, None);
        checked.tell(&path, fault);
    }
    let is_listing = |file: &&DroppedFile| matches!(file.name(), CATALOG | DESCRIPTOR);
    for listing in files.iter().filter(is_listing) {
        checked.read(&listing.path, None);
        if listing.name() == DESCRIPTOR {
            checked.against = Against::OwnDescriptor;
        }
        let outcome = match browser::read_small(listing).await {
            Ok(bytes) => checked.check_listing(listing, &bytes, &files).await,
            Err(fault) => Err(fault),
        };
        if let Err(fault) = outcome {
            checked.tell(&listing.path, fault);
        }
    }
    if checked.against != Against::OwnDescriptor {
        if files.iter().any(|file| file.in_folder) {
            let fault = FileFault::whole(FaultKind::NoDescriptor);
            checked.tell(DESCRIPTOR, fault);
        }
        if let Some(package) = package {
            checked.check_single_files(&package, &files).await;
        }
    }
    checked
}

const DESCRIPTOR: &str = "datapackage.json";
/// Bytes of a file that are looked at for its header.
const FIRST_BYTES: i32 = 8 * 1024;
const CATALOG: &str = "catalog.json";

impl Checked {
    fn read(&mut self, path: &str, in_place_of: Option<Arc<str>>) {
        self.files.push(CheckedFile {
            path: path.to_string(),
            in_place_of: in_place_of.filter(|published| **published != *path),
        });
    }

    fn tell(&mut self, path: &str, fault: FileFault) {
        self.faults.push(Package::named_fault(path, fault));
    }

    /// A catalog, or a descriptor with the files of its folder.
    async fn check_listing(
        &mut self,
        listing: &DroppedFile,
        bytes: &[u8],
        files: &[DroppedFile],
    ) -> Result<(), FileFault> {
        let Some(folder) = listing.path.strip_suffix(DESCRIPTOR) else {
            let catalog = Catalog::parse(bytes)?;
            self.faults.extend(catalog.left_out(&listing.path));
            return Ok(());
        };
        let parsed = Descriptor::parse(bytes)?;
        let mut package = Arc::new(Package::open("own", "", parsed));
        let about = package.descriptor.clone();
        let references_first = |at: &usize| about.resources[*at].table == TableKind::Observations;
        let mut order: Vec<usize> = (0..about.resources.len()).collect();
        sort_by_key(&mut order, references_first);
        for at in order {
            let path = format!("{folder}{}", about.resources[at].path);
            let entered = match files.iter().find(|file| file.path == path) {
                Some(file) => {
                    self.read(&path, None);
                    read_and_enter(&package, at, file).await
                }
                None => package.with_failure(at, FileFault::whole(FaultKind::NotInFolder)),
            };
            package = Arc::new(entered);
        }
        // Two folders may have files of one name.
        self.faults
            .extend(package.faults().into_iter().map(|fault| Fault {
                file: format!("{folder}{}", fault.file).into(),
                ..fault.clone()
            }));
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        for file in files.iter().filter(|file| !file.is_aside()) {
            let Some(path) = file.path.strip_prefix(folder) else {
                continue;
            };
            // Named as a table or in any other way, as schemas are.
            let is_named = text.contains(&format!("\"{path}\""));
            let is_listing = matches!(file.name(), DESCRIPTOR | CATALOG);
            let is_of_another = |other: &DroppedFile| {
                let inside = other.path.strip_suffix(DESCRIPTOR);
                inside.is_some_and(|it| it.len() > folder.len() && file.path.starts_with(it))
            };
            if !is_named && !is_listing && !files.iter().any(is_of_another) {
                let fault = FileFault::whole(unlisted(path));
                self.tell(&file.path, fault);
            }
        }
        Ok(())
    }

    async fn check_single_files(&mut self, package: &Arc<Package>, files: &[DroppedFile]) {
        let is_folder = files.iter().any(|file| file.in_folder);
        self.against = Against::Package {
            title: package.descriptor.title.clone(),
            is_folder,
        };
        for file in files.iter().filter(|file| match is_folder {
            true => file.is_csv() && !file.is_aside(),
            false => !file.path.ends_with(".json"),
        }) {
            let head = match browser::first_bytes(file, FIRST_BYTES).await {
                Ok(head) => head,
                Err(fault) => {
                    self.read(&file.path, None);
                    self.tell(&file.path, fault);
                    continue;
                }
            };
            let mut own = package.with_own_file(&file.path, &head);
            let mut entered = read_and_enter(&own.package, own.at, file).await;
            if own.in_place_of.is_none()
                && let Some(published) = entered.published_version(own.at)
            {
                own = package.with_own_in_place(&file.path, published);
                entered = read_and_enter(&own.package, own.at, file).await;
            }
            self.read(&file.path, own.in_place_of);
            self.faults.extend(entered.faults_of_own(own.at));
        }
    }
}

async fn read_and_enter(package: &Arc<Package>, at: usize, file: &DroppedFile) -> Package {
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
