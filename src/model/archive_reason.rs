//! Why files packed into one cannot be unpacked, as data.

/// Why an archive, or a file of one, could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveReason {
    /// It breaks off, or its bytes are not those that were packed.
    Damaged,
    /// A password is needed.
    Encrypted,
    /// Packed in a way that is not read.
    Method,
    /// More files than are read.
    TooManyFiles {
        /// So many are.
        limit: usize,
    },
    /// A file that would lie outside of the archive's folder.
    UnsafePath,
}
