//! Articles with their folds in, compressed blocks out, and back to one article at a time.
//!
//! A block holds articles that follow each other, about [`BLOCK_BYTES`] of them, or a longer one alone.
//! What a screen shows is a few articles, so each block is unpacked by itself; those read one after
//! another are unpacked once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use zstd::bulk::{Compressor, Decompressor};

use super::Entry;
use super::ids::ContentHash;
use crate::corpus::Article;
use crate::corpus::packed_article::SharedFields;
use crate::corpus::packing::{FieldReader, FieldWriter};
use crate::dedup::Folds;
use crate::kept::Section;

/// Bytes of articles with which a block ends: unpacked in some 20 microseconds, and long enough to be
/// compressed well.
const BLOCK_BYTES: usize = 16 << 10;
/// Bytes of the largest block that stays unpacked until another is.
const MAX_KEPT_BYTES: usize = 1 << 20;
/// Times its compressed size that a block may have unpacked: zstd reaches some 20,000 where a byte repeats.
const MAX_GROWTH: usize = 32_768;
/// Level of compression; higher ones take more time than they save memory.
const LEVEL: i32 = 1;

/// Articles that follow each other, compressed.
#[derive(Debug, Default)]
pub(super) struct Records {
    paths: Vec<Arc<Path>>,
    forms: Vec<Arc<str>>,
    /// All blocks, one after another.
    bytes: RecordBytes,
    blocks: Vec<RecordBlock>,
    count: u32,
    /// The block unpacked last.
    last: Mutex<Option<UnpackedBlock>>,
}

/// Compressed bytes in memory, or in a kept file.
#[derive(Debug)]
enum RecordBytes {
    Memory(Vec<u8>),
    Kept(Section),
}

impl Default for RecordBytes {
    fn default() -> RecordBytes {
        RecordBytes::Memory(Vec::new())
    }
}

impl RecordBytes {
    fn read(&self, range: Range<u64>) -> Option<Cow<'_, [u8]>> {
        match self {
            RecordBytes::Memory(bytes) => {
                let bytes = bytes.get(range.start as usize..range.end as usize)?;
                Some(Cow::Borrowed(bytes))
            }
            RecordBytes::Kept(section) => section.read(range).ok().map(Cow::Owned),
        }
    }
}

/// Where a block is.
#[derive(Clone, Copy, Debug)]
pub(super) struct RecordBlock {
    /// Its first article.
    pub(super) first: u32,
    /// One past its last byte in the compressed bytes.
    pub(super) end: u64,
    /// Bytes of it unpacked.
    pub(super) unpacked: u64,
}

/// A block by its place, unpacked.
#[derive(Clone, Debug)]
struct UnpackedBlock {
    place: usize,
    bytes: Arc<[u8]>,
}

thread_local! {
    // Making one takes longer than unpacking a block.
    static DECOMPRESSOR: RefCell<Option<Decompressor<'static>>> =
        RefCell::new(Decompressor::new().ok());
}

impl Records {
    /// Articles in a kept file, from what the other methods gave.
    pub(super) fn kept(
        paths: Vec<Arc<Path>>,
        forms: Vec<Arc<str>>,
        blocks: Vec<RecordBlock>,
        bytes: Section,
        count: u32,
    ) -> Records {
        Records {
            paths,
            forms,
            bytes: RecordBytes::Kept(bytes),
            blocks,
            count,
            last: Mutex::default(),
        }
    }

    /// Bytes of all blocks, compressed.
    pub(super) fn size(&self) -> u64 {
        self.blocks.last().map_or(0, |block| block.end)
    }

    /// Bytes of all blocks, unpacked.
    pub(super) fn unpacked_size(&self) -> u64 {
        self.blocks.iter().map(|block| block.unpacked).sum()
    }

    /// Where the blocks are.
    pub(super) fn blocks(&self) -> &[RecordBlock] {
        &self.blocks
    }

    /// Writes all blocks, compressed.
    pub(super) fn copy_bytes(&self, out: &mut impl Write) -> io::Result<()> {
        match &self.bytes {
            RecordBytes::Memory(bytes) => out.write_all(bytes),
            RecordBytes::Kept(section) => out.write_all(&section.all()?),
        }
    }

    /// The paths of the files they are from, each once.
    pub(super) fn paths(&self) -> &[Arc<Path>] {
        &self.paths
    }

    /// The forms of those files, each once.
    pub(super) fn forms(&self) -> &[Arc<str>] {
        &self.forms
    }

    /// One article by its place, with its folds; `None` where there is none, or it cannot be read.
    pub(super) fn get(&self, place: u32) -> Option<Entry> {
        if place >= self.count {
            return None;
        }
        let at = self.blocks.partition_point(|block| block.first <= place);
        let at = at.checked_sub(1)?;
        let block = self.blocks.get(at)?;
        let bytes = self.unpacked(at, block)?;
        let mut unpacker = FieldReader::new(&bytes);
        for _ in block.first..place {
            unpacker.blob().ok()?;
        }
        self.unpack(unpacker.blob().ok()?)
    }

    fn unpack(&self, bytes: &[u8]) -> Option<Entry> {
        let mut unpacker = FieldReader::new(bytes);
        let article = Article::unpack(&self.paths, &self.forms, &mut unpacker).ok()?;
        let folds = Folds::unpack(&mut unpacker, (&article).into()).ok()?;
        let hash = ContentHash::unpack(&mut unpacker).ok()?.to_string();
        Some(Entry {
            article,
            folds,
            hash,
        })
    }

    fn unpacked(&self, place: usize, block: &RecordBlock) -> Option<Arc<[u8]>> {
        let lock = || self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = lock().as_ref().filter(|last| last.place == place) {
            return Some(Arc::clone(&last.bytes));
        }
        let before = place.checked_sub(1).and_then(|at| self.blocks.get(at));
        let start = before.map_or(0, |block| block.end);
        let bytes: Arc<[u8]> =
            decompressed(&self.bytes.read(start..block.end)?, block.unpacked)?.into();
        if bytes.len() <= MAX_KEPT_BYTES {
            *lock() = Some(UnpackedBlock {
                place,
                bytes: Arc::clone(&bytes),
            });
        }
        Some(bytes)
    }
}

/// Unpacks a block; a size that the bytes cannot have is not allocated.
fn decompressed(bytes: &[u8], size: u64) -> Option<Vec<u8>> {
    let size = usize::try_from(size).ok()?;
    if size / MAX_GROWTH > bytes.len() {
        return None;
    }
    DECOMPRESSOR.with_borrow_mut(|decompressor| {
        let decompressor = decompressor.as_mut()?;
        decompressor.decompress(bytes, size).ok()
    })
}

/// Packs articles one after another.
pub(super) struct RecordsWriter {
    records: Records,
    shared: SharedFields,
    compressor: Compressor<'static>,
    /// Blocks that are full, compressed.
    bytes: Vec<u8>,
    /// The block that is not full yet.
    block: FieldWriter,
    /// One article.
    scratch: FieldWriter,
    first: u32,
}

impl RecordsWriter {
    pub(super) fn new() -> io::Result<RecordsWriter> {
        Ok(RecordsWriter {
            records: Records::default(),
            shared: SharedFields::default(),
            compressor: Compressor::new(LEVEL)?,
            bytes: Vec::new(),
            block: FieldWriter::default(),
            scratch: FieldWriter::default(),
            first: 0,
        })
    }

    /// Adds an article; gives the places of its path and of the form of its file in the tables.
    pub(super) fn add(
        &mut self,
        article: &Article,
        folds: &Folds,
        hash: ContentHash,
    ) -> io::Result<(u32, u32)> {
        let (path, form) = (
            self.shared.path(&article.path),
            self.shared.form(&article.read_as),
        );
        self.scratch.bytes.clear();
        article.pack(&mut self.shared, &mut self.scratch);
        folds.pack(&mut self.scratch);
        hash.pack(&mut self.scratch);
        self.block.blob(&self.scratch.bytes);
        self.records.count += 1;
        if self.block.bytes.len() >= BLOCK_BYTES {
            self.close_block()?;
        }
        Ok((path, form))
    }

    fn close_block(&mut self) -> io::Result<()> {
        let packed = self.compressor.compress(&self.block.bytes)?;
        self.bytes.extend_from_slice(&packed);
        self.records.blocks.push(RecordBlock {
            first: self.first,
            end: self.bytes.len() as u64,
            unpacked: self.block.bytes.len() as u64,
        });
        self.first = self.records.count;
        // A buffer that one long article made large is not kept.
        if self.block.bytes.capacity() > 8 * BLOCK_BYTES {
            (self.block, self.scratch) = (FieldWriter::default(), FieldWriter::default());
        }
        self.block.bytes.clear();
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<Records> {
        if !self.block.bytes.is_empty() {
            self.close_block()?;
        }
        self.bytes.shrink_to_fit();
        self.records.bytes = RecordBytes::Memory(self.bytes);
        self.records.blocks.shrink_to_fit();
        self.records.paths = self.shared.paths;
        self.records.forms = self.shared.forms;
        Ok(self.records)
    }
}
