//! A folder of files: on disk, or packed into an archive. Knows nothing of what the files hold.

use super::decoder::NativeDecoders;
use super::open::OpenError;
use crate::package::{Package, descriptor_path};
use crate::parse::{Archive, FileFault, LIMIT_UNPACKED_BYTES};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The file that makes a folder a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// A folder, wherever it lies.
pub struct Folder {
    place: PathBuf,
    packed: Option<Packed>,
}

struct Packed {
    archive: Archive,
    /// The folder of the descriptor inside, with its last `/`; blank where there is none.
    inside: String,
}

/// A file of a folder.
pub enum Found {
    /// Its bytes.
    Bytes(Box<dyn Read>),
    /// It is not there.
    Missing,
    /// It cannot be unpacked.
    Broken(FileFault),
}

impl Folder {
    /// Opens a folder, or an archive where the path leads to a file.
    ///
    /// # Errors
    /// Whatever the system refuses; an archive that is none.
    pub fn open(place: &Path) -> Result<Folder, OpenError> {
        let packed = match place.is_file() {
            true => Some(Packed::open(place)?),
            false => None,
        };
        let place = place.to_path_buf();
        Ok(Folder { place, packed })
    }

    /// Where it lies.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Its name, that of an archive without the ending.
    pub fn name(&self) -> String {
        let name = match self.packed {
            Some(_) => self.place.file_stem(),
            None => self.place.file_name(),
        };
        name.unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The paths of its files, in order. What cannot be looked into is left out.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        match &self.packed {
            Some(packed) => {
                let files = packed.archive.files().iter();
                let inside = files.filter_map(|file| file.path.strip_prefix(&packed.inside));
                paths.extend(inside.map(str::to_string));
            }
            None => paths_inside(&self.place, "", &mut paths),
        }
        paths.sort();
        paths
    }

    /// A file by its path.
    ///
    /// # Errors
    /// Whatever the system refuses, but for a file that is not there.
    pub fn file(&self, path: &str) -> io::Result<Found> {
        if let Some(packed) = &self.packed {
            let path = format!("{}{path}", packed.inside);
            if !packed.archive.files().iter().any(|file| file.path == path) {
                return Ok(Found::Missing);
            }
            let mut bytes = Vec::new();
            let outcome = packed.archive.read(&path, &mut |piece| {
                bytes.extend_from_slice(piece);
                Ok(())
            });
            return Ok(match outcome {
                Ok(()) => Found::Bytes(Box::new(io::Cursor::new(bytes))),
                Err(fault) => Found::Broken(fault),
            });
        }
        match File::open(self.place.join(path)) {
            Ok(file) => Ok(Found::Bytes(Box::new(file))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Found::Missing),
            Err(error) => Err(error),
        }
    }

    /// The bytes of its descriptor.
    ///
    /// # Errors
    /// No descriptor; whatever the system refuses.
    pub fn descriptor(&self) -> Result<Vec<u8>, OpenError> {
        let place = self.place.join(DESCRIPTOR);
        let unreadable = |path: &Path, error: io::Error| OpenError::Unreadable {
            path: path.to_path_buf(),
            error,
        };
        let found = self.file(DESCRIPTOR).map_err(|error| match error.kind() {
            ErrorKind::NotADirectory => unreadable(&self.place, error),
            _ => unreadable(&place, error),
        })?;
        let mut bytes = Vec::new();
        match found {
            Found::Bytes(mut reader) => match reader.read_to_end(&mut bytes) {
                Ok(_) => Ok(bytes),
                Err(error) => Err(unreadable(&place, error)),
            },
            Found::Missing if self.packed.is_some() || self.place.is_dir() => {
                Err(OpenError::NoDescriptor {
                    folder: self.place.clone(),
                    packages: packages_inside(&self.place),
                })
            }
            Found::Missing => Err(unreadable(&self.place, ErrorKind::NotFound.into())),
            Found::Broken(fault) => Err(broken(DESCRIPTOR, fault)),
        }
    }
}

impl Packed {
    fn open(place: &Path) -> Result<Packed, OpenError> {
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let unreadable = |error: io::Error| OpenError::Unreadable {
            path: place.to_path_buf(),
            error,
        };
        let file = File::open(place).map_err(unreadable)?;
        let mut bytes = Vec::new();
        // One byte more tells that there is more.
        let mut most = file.take(LIMIT_UNPACKED_BYTES + 1);
        most.read_to_end(&mut bytes).map_err(unreadable)?;
        let archive =
            Archive::open(&name, bytes, &NativeDecoders).map_err(|fault| broken(&name, fault))?;
        let paths: Vec<&str> = archive.files().iter().map(|file| &*file.path).collect();
        let inside = descriptor_path(&paths).and_then(|path| path.strip_suffix(DESCRIPTOR));
        let inside = inside.unwrap_or_default().to_string();
        Ok(Packed { archive, inside })
    }
}

fn broken(name: &str, fault: FileFault) -> OpenError {
    OpenError::Broken(Box::new(Package::named_fault(name, fault)))
}

fn packages_inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut packages: Vec<PathBuf> = paths.filter(|it| it.join(DESCRIPTOR).is_file()).collect();
    packages.sort();
    packages
}

/// The files of a folder and of those in it, but for hidden ones.
fn paths_inside(folder: &Path, prefix: &str, paths: &mut Vec<String>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '~']) {
            continue;
        }
        let path = format!("{prefix}{name}");
        match entry.file_type() {
            Ok(kind) if kind.is_file() => paths.push(path),
            Ok(kind) if kind.is_dir() => paths_inside(&entry.path(), &format!("{path}/"), paths),
            _ => {}
        }
    }
}
