//! Bytes of a file in, a hash of them out, by which a later run knows that they are the same.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

/// Bytes that are read at a time.
const BUFFER_BYTES: usize = 256 << 10;

/// Hashes bytes as they come.
#[derive(Clone, Default)]
pub(crate) struct ContentHasher(Xxh3);

impl fmt::Debug for ContentHasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHasher({:x})", self.digest())
    }
}

impl ContentHasher {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of the bytes so far.
    pub(crate) fn digest(&self) -> u64 {
        self.0.digest()
    }

    /// Takes the next bytes of a file, as many as that or all there are; how many there were.
    pub(crate) fn take(&mut self, file: &mut impl Read, bytes: u64) -> io::Result<u64> {
        let mut buffer = vec![0; BUFFER_BYTES];
        let mut left = bytes;
        while left > 0 {
            let room = left.min(BUFFER_BYTES as u64) as usize;
            let read = match file.read(buffer.get_mut(..room).unwrap_or(&mut [])) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if read == 0 {
                break;
            }
            self.update(buffer.get(..read).unwrap_or(&[]));
            left -= read as u64;
        }
        Ok(bytes - left)
    }

    /// The hash of all bytes of a file.
    pub(crate) fn of_file(path: &Path) -> io::Result<u64> {
        let mut hasher = ContentHasher::default();
        hasher.take(&mut File::open(path)?, u64::MAX)?;
        Ok(hasher.digest())
    }
}
