//! Sections in, as a stream; blocks, their checksums and the table out.

use std::fs::File;
use std::io::{self, Write};

use xxhash_rust::xxh3::xxh3_64;

use super::layout::{self, BLOCK, KeptTable, KeptTrailer, TRAILER, TaggedRange};

/// A kept file that is being written. What is written belongs to the section begun last; at most a block of it is in
/// memory.
pub struct KeptWriter {
    file: File,
    /// Not yet on disk: less than a block.
    pending: Vec<u8>,
    /// Where in the file `pending` begins.
    at: u64,
    table: KeptTable,
}

impl KeptWriter {
    pub(super) fn new(file: File, build: u64) -> KeptWriter {
        let mut pending = Vec::with_capacity(BLOCK);
        pending.extend_from_slice(&layout::header(build));
        KeptWriter {
            file,
            pending,
            at: 0,
            table: KeptTable {
                checksums: Vec::new(),
                sections: Vec::new(),
            },
        }
    }

    /// Ends the section before, and begins one under a tag that the file has not had yet.
    pub fn section(&mut self, tag: u32) -> io::Result<()> {
        if self.table.sections.iter().any(|known| known.tag == tag) {
            return Err(invalid("a kept file has no two sections of one tag"));
        }
        self.end_section();
        let start = self.position();
        self.table.sections.push(TaggedRange {
            tag,
            bytes: start..start,
        });
        Ok(())
    }

    /// Bytes written into the section so far.
    pub fn section_len(&self) -> u64 {
        let section = self.table.sections.last();
        section.map_or(0, |section| self.position() - section.bytes.start)
    }

    /// Where the next byte comes to stand.
    fn position(&self) -> u64 {
        self.at + self.pending.len() as u64
    }

    fn end_section(&mut self) {
        let end = self.position();
        if let Some(section) = self.table.sections.last_mut() {
            section.bytes.end = end;
        }
    }

    fn write_block(&mut self) -> io::Result<()> {
        self.table.checksums.push(xxh3_64(&self.pending));
        self.file.write_all(&self.pending)?;
        self.at += self.pending.len() as u64;
        self.pending.clear();
        Ok(())
    }

    /// Writes what makes the file whole; its length.
    pub(super) fn finish(mut self) -> io::Result<u64> {
        self.end_section();
        if !self.pending.is_empty() {
            self.write_block()?;
        }
        let table = self.table.bytes();
        let trailer = KeptTrailer {
            blocks_end: self.at,
            sections: self.table.sections.len() as u64,
            table_checksum: xxh3_64(&table),
        };
        self.file.write_all(&table)?;
        self.file.write_all(&trailer.bytes())?;
        Ok(self.at + table.len() as u64 + TRAILER as u64)
    }
}

impl Write for KeptWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.table.sections.is_empty() {
            return Err(invalid("a kept file has nothing outside its sections"));
        }
        let taken = bytes.len().min(BLOCK - self.pending.len());
        self.pending.extend_from_slice(&bytes[..taken]);
        if self.pending.len() == BLOCK {
            self.write_block()?;
        }
        Ok(taken)
    }

    /// Nothing: half a block has no checksum yet.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn invalid(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why)
}
