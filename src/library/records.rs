//! Articles with their folds in, compressed blocks out, and back to one article at a time.
//!
//! A block holds articles that follow each other, about [`BLOCK_BYTES`] of them, or a longer one alone.
//! What a screen shows is a few articles, so each block is unpacked by itself; those read one after
//! another are unpacked once.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use zstd::bulk::Compressor;

use super::Entry;
use super::block_codec::BlockCodec;
use super::ids::ContentHash;
use crate::corpus::Article;
use crate::corpus::packed_article::SharedFields;
use crate::corpus::packing::{FieldReader, FieldWriter};
use crate::dedup::Folds;
use crate::index::StruckPlaces;
use crate::kept::Section;

/// Bytes of articles with which a block ends: unpacked in some 20 microseconds, and long enough to be
/// compressed well.
const BLOCK_BYTES: usize = 16 << 10;
/// Bytes of the largest block that stays unpacked until another is.
const MAX_KEPT_BYTES: usize = 1 << 20;

/// Articles that follow each other, compressed.
#[derive(Debug, Default)]
pub(super) struct Records {
    paths: Vec<Arc<Path>>,
    forms: Vec<Arc<str>>,
    codec: BlockCodec,
    /// All blocks, one after another.
    bytes: RecordBytes,
    blocks: Vec<RecordBlock>,
    /// How many articles lie in the blocks.
    packed: u32,
    /// Those of them that are gone from the corpus.
    struck: Arc<StruckPlaces>,
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

impl Records {
    /// Articles in a kept file, from what the other methods gave.
    pub(super) fn kept(
        paths: Vec<Arc<Path>>,
        forms: Vec<Arc<str>>,
        codec: BlockCodec,
        blocks: Vec<RecordBlock>,
        bytes: Section,
        packed: u32,
    ) -> Records {
        Records {
            paths,
            forms,
            codec,
            bytes: RecordBytes::Kept(bytes),
            blocks,
            packed,
            struck: Arc::default(),
            last: Mutex::default(),
        }
    }

    /// The places of the articles that are gone, as they were packed.
    pub(super) fn struck(&self) -> &Arc<StruckPlaces> {
        &self.struck
    }

    /// Has these articles gone, and no others: places as they were packed.
    pub(super) fn strike(&mut self, struck: StruckPlaces) {
        self.struck = Arc::new(struck);
    }

    /// How many articles lie in the blocks, those that are gone among them.
    pub(super) fn packed(&self) -> u32 {
        self.packed
    }

    /// Bytes of them in memory: none where they stay in a kept file.
    pub(super) fn memory(&self) -> u64 {
        match &self.bytes {
            RecordBytes::Memory(bytes) => bytes.len() as u64,
            RecordBytes::Kept(_) => 0,
        }
    }

    /// What their blocks are compressed with.
    pub(super) fn codec(&self) -> &BlockCodec {
        &self.codec
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

    /// One article by its place among those left, with its folds; `None` where there is none, or it cannot be read.
    pub(super) fn get(&self, place: u32) -> Option<Entry> {
        self.get_packed(self.struck.place_of(place))
    }

    /// The same by its place among all that were packed.
    pub(super) fn get_packed(&self, place: u32) -> Option<Entry> {
        if place >= self.packed {
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
        let bytes: Arc<[u8]> = self
            .codec
            .unpack(&self.bytes.read(start..block.end)?, block.unpacked)?
            .into();
        if bytes.len() <= MAX_KEPT_BYTES {
            *lock() = Some(UnpackedBlock {
                place,
                bytes: Arc::clone(&bytes),
            });
        }
        Some(bytes)
    }
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
    pub(super) fn new(codec: BlockCodec) -> io::Result<RecordsWriter> {
        Ok(RecordsWriter {
            compressor: codec.compressor()?,
            records: Records {
                codec,
                ..Records::default()
            },
            shared: SharedFields::default(),
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
        self.records.packed += 1;
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
        self.first = self.records.packed;
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
