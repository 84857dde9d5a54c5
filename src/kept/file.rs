//! A kept file in, the bytes of its sections out, every block checked before it is first used.
//!
//! Files are read, not mapped: one that another process cuts short is an error here, and would be the end of the
//! program there.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use xxhash_rust::xxh3::xxh3_64;

use super::layout::{self, BLOCK, HEADER, KeptTable, KeptTrailer, TRAILER, TaggedRange};
use super::{Damage, KeepError};

/// Bytes that memory has room for, or the program could not run.
const SURE_BYTES: usize = 64 << 20;

/// An open kept file. It stays what it is when another is put in its place.
#[derive(Clone, Debug)]
pub struct KeptFile {
    blocks: Arc<CheckedBlocks>,
    sections: Arc<[TaggedRange]>,
    stamp: u64,
    bytes: u64,
}

impl KeptFile {
    /// Opens what a build of the program wrote; what any did, where it is `None`.
    pub(super) fn open(file: File, build: Option<u64>) -> Result<KeptFile, KeepError> {
        let bytes = file.metadata().map_err(unreadable)?.len();
        let trailer_at = bytes
            .checked_sub(TRAILER as u64)
            .filter(|at| *at >= HEADER as u64)
            .ok_or(KeepError::Torn(Damage::TooShort))?;
        let mut header = [0; HEADER];
        file.read_exact_at(&mut header, 0).map_err(unreadable)?;
        layout::check_header(header, build)?;
        let mut trailer = [0; TRAILER];
        file.read_exact_at(&mut trailer, trailer_at)
            .map_err(unreadable)?;
        let trailer = KeptTrailer::parse(trailer)?;
        let place = trailer.table(bytes)?;
        let mut table = zeros(place.end - place.start)?;
        file.read_exact_at(&mut table, place.start)
            .map_err(unreadable)?;
        let table = KeptTable::parse(&table, trailer)?;
        let words = table.checksums.len().div_ceil(u64::BITS as usize);
        let blocks = CheckedBlocks {
            file,
            end: trailer.blocks_end,
            checksums: table.checksums,
            checked: (0..words).map(|_| AtomicU64::new(0)).collect(),
        };
        Ok(KeptFile {
            blocks: Arc::new(blocks),
            sections: table.sections.into(),
            stamp: trailer.table_checksum,
            bytes,
        })
    }

    /// The section with that tag.
    pub fn section(&self, tag: u32) -> Option<Section> {
        let found = self.sections.iter().find(|section| section.tag == tag)?;
        Some(Section {
            blocks: Arc::clone(&self.blocks),
            bytes: found.bytes.clone(),
        })
    }

    /// The tags of its sections, in the order they were written.
    pub fn tags(&self) -> impl Iterator<Item = u32> + '_ {
        self.sections.iter().map(|section| section.tag)
    }

    /// A number that differs where the content does: files that belong together can name each other by it.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Length of the file.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Reads and checks every block, those too that were checked before.
    pub fn check_all(&self) -> Result<(), KeepError> {
        let mut block = vec![0; BLOCK];
        for number in 0..self.blocks.checksums.len() as u64 {
            self.blocks.read_checked(number, &mut block)?;
        }
        Ok(())
    }
}

/// A stretch of bytes in a kept file, known by a tag. Cheap to clone; threads may share it.
#[derive(Clone, Debug)]
pub struct Section {
    blocks: Arc<CheckedBlocks>,
    bytes: Range<u64>,
}

impl Section {
    pub fn len(&self) -> u64 {
        self.bytes.end - self.bytes.start
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Some of its bytes. A range that does not lie in it is damage: whoever asks read it in the file.
    pub fn read(&self, range: Range<u64>) -> Result<Vec<u8>, KeepError> {
        let place = self.place(&range)?;
        let mut out = zeros(place.end - place.start)?;
        self.blocks.read_into(place.start, &mut out)?;
        Ok(out)
    }

    /// The bytes from `at` on, as many as `out` takes.
    pub fn read_into(&self, at: u64, out: &mut [u8]) -> Result<(), KeepError> {
        let end = at.saturating_add(out.len() as u64);
        let place = self.place(&(at..end))?;
        self.blocks.read_into(place.start, out)
    }

    /// All of its bytes, in a buffer that may have held others.
    pub fn all_in<'a>(&self, buffer: &'a mut Vec<u8>) -> Result<&'a [u8], KeepError> {
        let length = length(self.len())?;
        if buffer.len() < length {
            *buffer = zeros(self.len())?;
        }
        let out = buffer.get_mut(..length).unwrap_or_default();
        self.read_into(0, out)?;
        Ok(out)
    }

    /// All of its bytes.
    pub fn all(&self) -> Result<Vec<u8>, KeepError> {
        self.read(0..self.len())
    }

    /// Where in the file a range of the section is.
    fn place(&self, range: &Range<u64>) -> Result<Range<u64>, KeepError> {
        if range.start > range.end || range.end > self.len() {
            return Err(KeepError::Torn(Damage::PlaceBeyondEnd));
        }
        Ok(self.bytes.start + range.start..self.bytes.start + range.end)
    }
}

/// The blocks of an open file, and which of them were found to be as they were written.
#[derive(Debug)]
struct CheckedBlocks {
    file: File,
    /// Where the last block ends.
    end: u64,
    checksums: Vec<u64>,
    /// A bit for each block.
    checked: Box<[AtomicU64]>,
}

impl CheckedBlocks {
    /// The bytes from `at` on. What they are checked against is what was read, not what is read again.
    fn read_into(&self, at: u64, out: &mut [u8]) -> Result<(), KeepError> {
        let end = at.checked_add(out.len() as u64);
        let end = end.filter(|end| *end <= self.end);
        let end = end.ok_or(KeepError::Torn(Damage::PlaceBeyondEnd))?;
        if out.is_empty() {
            return Ok(());
        }
        self.file.read_exact_at(out, at).map_err(unreadable)?;
        let mut whole = Vec::new();
        for block in at / BLOCK as u64..=(end - 1) / BLOCK as u64 {
            if self.is_checked(block) {
                continue;
            }
            let place = self.place(block);
            let (from, to) = (place.start.max(at), place.end.min(end));
            let part = out.get_mut((from - at) as usize..(to - at) as usize);
            let part = part.unwrap_or_default();
            if (from, to) == (place.start, place.end) {
                self.check(block, part)?;
                continue;
            }
            whole.resize(BLOCK, 0);
            let read = self.read_checked(block, &mut whole)?;
            let inside = (from - place.start) as usize..(to - place.start) as usize;
            part.copy_from_slice(read.get(inside).unwrap_or_default());
        }
        Ok(())
    }

    /// A whole block, read into a buffer of the size of one.
    fn read_checked<'a>(&self, block: u64, buffer: &'a mut [u8]) -> Result<&'a [u8], KeepError> {
        let place = self.place(block);
        let length = (place.end - place.start) as usize;
        let bytes = buffer.get_mut(..length).unwrap_or_default();
        self.file
            .read_exact_at(bytes, place.start)
            .map_err(unreadable)?;
        self.check(block, bytes)?;
        Ok(bytes)
    }

    fn check(&self, block: u64, bytes: &[u8]) -> Result<(), KeepError> {
        if self.checksums.get(block as usize) != Some(&xxh3_64(bytes)) {
            return Err(KeepError::Torn(Damage::BadBlock));
        }
        let (word, bit) = place_of_bit(block);
        if let Some(word) = self.checked.get(word) {
            word.fetch_or(bit, Ordering::Relaxed);
        }
        Ok(())
    }

    fn is_checked(&self, block: u64) -> bool {
        let (word, bit) = place_of_bit(block);
        let word = self.checked.get(word);
        word.is_some_and(|word| word.load(Ordering::Relaxed) & bit != 0)
    }

    /// Where a block lies in the file.
    fn place(&self, block: u64) -> Range<u64> {
        let start = block * BLOCK as u64;
        start..(start + BLOCK as u64).min(self.end)
    }
}

/// The word of a bitmap, and the bit in it, that stand for a block.
fn place_of_bit(block: u64) -> (usize, u64) {
    let bits = u64::from(u64::BITS);
    ((block / bits) as usize, 1 << (block % bits))
}

/// A buffer of a length that is known to be in the file; an error where memory has no room for it.
fn zeros(bytes: u64) -> Result<Vec<u8>, KeepError> {
    let length = length(bytes)?;
    if length <= SURE_BYTES {
        // The system gives most of it as zeros: nothing has to be written there.
        return Ok(vec![0; length]);
    }
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).map_err(|_| full())?;
    bytes.resize(length, 0);
    Ok(bytes)
}

fn length(bytes: u64) -> Result<usize, KeepError> {
    usize::try_from(bytes).map_err(|_| full())
}

/// That memory has no room for it.
fn full() -> KeepError {
    unreadable(io::ErrorKind::OutOfMemory.into())
}

/// What it means that a file that was open cannot be read; that it ends too soon is damage.
fn unreadable(error: io::Error) -> KeepError {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return KeepError::Torn(Damage::CutOff);
    }
    KeepError::Io {
        path: "a kept file".into(),
        error,
    }
}
