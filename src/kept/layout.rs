//! How the bytes of a kept file lie: what is written at its ends, and what has to be true of it.
//!
//! ```text
//! magic 8 │ format 4 │ block size 4 │ build 8 │ section … section │ checksum 8 … │ tag 4, length 8 … │ trailer
//! ╰────────────── blocks of 64 KB, the last one shorter ──────────╯╰────────────── table ───────────╯
//! trailer: end of the blocks 8 │ sections 8 │ checksum of the table 8 │ checksum of these 24 bytes 8 │ magic 8
//! ```
//!
//! All numbers are little-endian. Sections follow one another without a gap, so that their lengths say where they are,
//! and the header lies in the first block: no byte of a file is outside a checksum.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::{Damage, KeepError};

/// Bytes that have one checksum: a read of a few bytes costs at most the check of as many the first time.
pub(super) const BLOCK: usize = 64 * 1024;
/// Version of this layout. What sections hold is part of the build.
pub(super) const FORMAT: u32 = 1;
/// Length of what stands before the first section.
pub(super) const HEADER: usize = 24;
/// Length of what stands after the table.
pub(super) const TRAILER: usize = 40;

const MAGIC: [u8; 8] = *b"fihrkept";
const END_MAGIC: [u8; 8] = *b"keptfihr";
/// Bytes of a checksum in the table.
pub(super) const CHECKSUM: usize = 8;
/// Bytes of a section's tag and length in the table.
pub(super) const ENTRY: usize = 12;

/// The first bytes of a file of some build of the program.
pub(super) fn header(build: u64) -> [u8; HEADER] {
    let mut bytes = [0; HEADER];
    bytes[..8].copy_from_slice(&MAGIC);
    bytes[8..12].copy_from_slice(&FORMAT.to_le_bytes());
    bytes[12..16].copy_from_slice(&(BLOCK as u32).to_le_bytes());
    bytes[16..].copy_from_slice(&build.to_le_bytes());
    bytes
}

/// Whether these first bytes are those of a kept file of that build; of any, where it is `None`.
pub(super) fn check_header(bytes: [u8; HEADER], build: Option<u64>) -> Result<(), KeepError> {
    let expected = header(build.unwrap_or_else(|| number(&bytes[16..])));
    if bytes[..8] != expected[..8] {
        return Err(KeepError::Torn(Damage::BadBeginning));
    }
    if bytes != expected {
        return Err(KeepError::OtherVersion);
    }
    Ok(())
}

/// What the last bytes of a file say about the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeptTrailer {
    /// Where the blocks end and the table begins.
    pub blocks_end: u64,
    pub sections: u64,
    pub table_checksum: u64,
}

impl KeptTrailer {
    pub(super) fn bytes(self) -> [u8; TRAILER] {
        let mut bytes = [0; TRAILER];
        bytes[..8].copy_from_slice(&self.blocks_end.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.sections.to_le_bytes());
        bytes[16..24].copy_from_slice(&self.table_checksum.to_le_bytes());
        let own = xxh3_64(&bytes[..24]);
        bytes[24..32].copy_from_slice(&own.to_le_bytes());
        bytes[32..].copy_from_slice(&END_MAGIC);
        bytes
    }

    pub(super) fn parse(bytes: [u8; TRAILER]) -> Result<KeptTrailer, KeepError> {
        let trailer = KeptTrailer {
            blocks_end: number(&bytes[..8]),
            sections: number(&bytes[8..16]),
            table_checksum: number(&bytes[16..24]),
        };
        if trailer.bytes() != bytes {
            return Err(KeepError::Torn(Damage::NoEnd));
        }
        Ok(trailer)
    }

    /// The place of the table in a file of `size` bytes, if that is what they add up to.
    pub(super) fn table(self, size: u64) -> Result<Range<u64>, KeepError> {
        let checksums = self.blocks().checked_mul(CHECKSUM as u64);
        let entries = self.sections.checked_mul(ENTRY as u64);
        let length = checksums.zip(entries).and_then(|(a, b)| a.checked_add(b));
        let end = length.and_then(|length| self.blocks_end.checked_add(length));
        let whole = end.and_then(|end| end.checked_add(TRAILER as u64));
        match end.filter(|_| whole == Some(size) && self.blocks_end >= HEADER as u64) {
            Some(end) => Ok(self.blocks_end..end),
            None => Err(KeepError::Torn(Damage::BadLength)),
        }
    }

    fn blocks(self) -> u64 {
        self.blocks_end.div_ceil(BLOCK as u64)
    }
}

/// What the table says: a checksum for every block, and where the sections are.
#[derive(Debug)]
pub(super) struct KeptTable {
    pub checksums: Vec<u64>,
    pub sections: Vec<TaggedRange>,
}

/// Where in the file a section is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TaggedRange {
    pub tag: u32,
    pub bytes: Range<u64>,
}

impl KeptTable {
    pub(super) fn bytes(&self) -> Vec<u8> {
        let length = self.checksums.len() * CHECKSUM + self.sections.len() * ENTRY;
        let mut bytes = Vec::with_capacity(length);
        for checksum in &self.checksums {
            bytes.extend_from_slice(&checksum.to_le_bytes());
        }
        for section in &self.sections {
            let length = section.bytes.end - section.bytes.start;
            bytes.extend_from_slice(&section.tag.to_le_bytes());
            bytes.extend_from_slice(&length.to_le_bytes());
        }
        bytes
    }

    pub(super) fn parse(bytes: &[u8], trailer: KeptTrailer) -> Result<KeptTable, KeepError> {
        if xxh3_64(bytes) != trailer.table_checksum {
            return Err(KeepError::Torn(Damage::BadTable));
        }
        // The length of the table was compared with these numbers.
        let (checksums, entries) = bytes
            .split_at_checked(trailer.blocks() as usize * CHECKSUM)
            .ok_or(KeepError::Torn(Damage::ShortTable))?;
        let mut sections: Vec<TaggedRange> = Vec::with_capacity(entries.len() / ENTRY);
        let mut at = HEADER as u64;
        for entry in entries.chunks_exact(ENTRY) {
            let tag = number(&entry[..4]) as u32;
            let end = at.checked_add(number(&entry[4..]));
            let end = end.ok_or(KeepError::Torn(Damage::LongSection))?;
            sections.push(TaggedRange {
                tag,
                bytes: at..end,
            });
            at = end;
        }
        if at != trailer.blocks_end {
            return Err(KeepError::Torn(Damage::BadSections));
        }
        Ok(KeptTable {
            checksums: checksums.chunks_exact(CHECKSUM).map(number).collect(),
            sections,
        })
    }
}

/// A number of at most eight bytes.
fn number(bytes: &[u8]) -> u64 {
    let low_first = bytes.iter().take(8).rev();
    low_first.fold(0, |number, byte| number << 8 | u64::from(*byte))
}
