//! A package opened from a folder, read the way the browser reads it. Prints nothing.

use super::decoder::NativeDecoders;
use super::folder::{DESCRIPTOR, Folder, Found};
use crate::model::{Fault, FaultKind};
use crate::package::{
    Descriptor, FileReading, Need, Package, ReadFile, Resolving, TableKind, needed_files,
};
use crate::parse::FileFault;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why a package could not be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The folder has no descriptor. With the folders right inside it that have one, in order.
    NoDescriptor {
        /// The folder.
        folder: PathBuf,
        /// The folders inside that are packages.
        packages: Vec<PathBuf>,
    },
    /// The system did not let a file or a folder be read.
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The descriptor is no descriptor.
    Broken(Box<Fault>),
}

/// A piece of a file as the browser reads it.
const PIECE_BYTES: usize = 256 * 1024;

/// Opens the package in a folder or an archive and reads all that a need asks for.
///
/// # Errors
/// As [`open_folder`].
pub fn open(place: &Path, need: &Need) -> Result<Package, OpenError> {
    open_folder(&Folder::open(place)?, need)
}

/// Opens the package in a folder and reads all that a need asks for.
///
/// # Errors
/// A folder without a descriptor, a broken descriptor, whatever the system refuses. A file that the
/// descriptor lists and the folder lacks is a fault of the package, as it is in the browser.
pub fn open_folder(folder: &Folder, need: &Need) -> Result<Package, OpenError> {
    let bytes = folder.descriptor()?;
    let descriptor = Descriptor::parse(&bytes)
        .map_err(|fault| OpenError::Broken(Box::new(Package::named_fault(DESCRIPTOR, fault))))?;
    let name = match descriptor.name.as_str() {
        "" => folder.name(),
        name => name.to_string(),
    };
    let mut package = Package::open(&name, "", descriptor);
    loop {
        let needed = needed_files(&package, need);
        if needed.is_empty() {
            return Ok(package);
        }
        for resource in needed {
            package = with_file(&package, resource, folder)?;
        }
    }
}

/// The package with the bytes of a file, taken in pieces of a size, at a place of the descriptor.
///
/// # Errors
/// Those of the source of the bytes. What is wrong with the bytes is a fault of the package.
pub fn with_bytes(
    package: &Package,
    resource: usize,
    bytes: &mut dyn Read,
    piece_bytes: usize,
) -> io::Result<Package> {
    let file = match parsed(package, resource, bytes, piece_bytes)? {
        Ok(file) => file,
        Err(fault) => return Ok(package.with_failure(resource, fault)),
    };
    if package.descriptor.resources[resource].table != TableKind::Observations {
        return Ok(package.with_reference(file));
    }
    let Some(mut resolving) = Resolving::new(Arc::new(package.clone()), file) else {
        return Ok(package.clone());
    };
    while resolving.step(piece_bytes.min(1000)) {}
    Ok(package.with_observations(resolving.finish()))
}

fn with_file(package: &Package, resource: usize, folder: &Folder) -> Result<Package, OpenError> {
    let path = &package.descriptor.resources[resource].path;
    let unreadable = |error: io::Error| OpenError::Unreadable {
        path: folder.place().join(&**path),
        error,
    };
    match folder.file(path).map_err(unreadable)? {
        Found::Bytes(mut bytes) => {
            with_bytes(package, resource, &mut *bytes, PIECE_BYTES).map_err(unreadable)
        }
        Found::Missing => {
            Ok(package.with_failure(resource, FileFault::whole(FaultKind::NotInFolder)))
        }
        Found::Broken(fault) => Ok(package.with_failure(resource, fault)),
    }
}

fn parsed(
    package: &Package,
    resource: usize,
    bytes: &mut dyn Read,
    piece_bytes: usize,
) -> io::Result<Result<ReadFile, FileFault>> {
    let decoders = NativeDecoders;
    let mut reading = match FileReading::new(&package.descriptor, resource, &decoders) {
        Ok(reading) => reading,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut piece = vec![0; piece_bytes.max(1)];
    loop {
        let count = match bytes.read(&mut piece) {
            Ok(0) => return Ok(reading.finish()),
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if let Err(fault) = reading.push(&piece[..count]) {
            return Ok(Err(fault));
        }
    }
}
