//! A digest of bytes as they are read: whether a file is the one that an address speaks of. It knows
//! nothing of what they say.

use sha2::{Digest, Sha256};

/// A digest on its way.
#[derive(Clone, Debug, Default)]
pub struct FileDigest(Sha256);

impl FileDigest {
    /// Takes in the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The first hexadecimal digits of it, at most 64.
    pub fn digits(self, count: usize) -> String {
        let hash = self.0.finalize();
        let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
        digits.take(count).collect()
    }
}
