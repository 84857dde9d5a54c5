//! One segment of the index: from a term's place in it to the documents that hold it.
//!
//! tantivy finds a term by walking an automaton; a query word may be written in hundreds of ways, so
//! the place of every term's postings is kept beside its ordinal instead. Segments are immutable.

use std::io;
use std::ops::{Deref, Range};
use std::sync::Arc;

use tantivy::postings::{BlockSegmentPostings, Postings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Index, InvertedIndexReader, SegmentReader, TERMINATED};

use super::engine::{IndexError, IndexFields, schema};
use super::segment_files::SegmentFiles;
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// Tags of the first of three sections of a kept file that say where the postings of words and of
/// words of titles are.
const WORD_PLACES: u32 = 0x110;
const TITLE_PLACES: u32 = 0x114;

/// A term's place in the dictionary of a segment.
pub(super) type Ordinal = u32;

/// One immutable segment, with the place of every term's postings.
#[derive(Default)]
pub struct Segment {
    /// Words of each document.
    lengths: Vec<u32>,
    pub(super) words: Terms,
    pub(super) title: Terms,
    files: SegmentFiles,
}

impl Segment {
    /// The only segment of an index; one without documents where it has none.
    pub(super) fn open(
        index: &Index,
        fields: IndexFields,
        files: SegmentFiles,
    ) -> Result<Segment, IndexError> {
        let segments = index.searchable_segments()?;
        debug_assert!(segments.len() < 2, "a builder writes one segment");
        let Some(segment) = segments.first() else {
            return Ok(Segment::default());
        };
        let reader = SegmentReader::open(segment)?;
        let norms = reader.get_fieldnorms_reader(fields.words)?;
        let docs = 0..reader.max_doc();
        Ok(Segment {
            lengths: docs.map(|doc| norms.fieldnorm(doc)).collect(),
            words: Terms::open(&reader, fields.words)?,
            title: Terms::open(&reader, fields.title)?,
            files,
        })
    }

    /// Writes the segment into a kept file.
    pub fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        self.files.keep(out)?;
        self.words.keep(out, WORD_PLACES)?;
        self.title.keep(out, TITLE_PLACES)
    }

    /// The segment in a kept file; `in_memory` says whether it is read at once, or a part when it is used.
    pub fn kept(file: &KeptFile, in_memory: bool) -> Result<Segment, IndexError> {
        let files = SegmentFiles::kept(file, in_memory)?;
        let (schema, fields) = schema();
        let index = Index::open(files.clone())?;
        if index.schema() != schema {
            return Err(KeepError::Torn("the index has other fields").into());
        }
        let segments = index.searchable_segments()?;
        let Some(segment) = segments.first() else {
            return Ok(Segment::default());
        };
        let reader = SegmentReader::open(segment)?;
        let norms = reader.get_fieldnorms_reader(fields.words)?;
        Ok(Segment {
            lengths: (0..reader.max_doc())
                .map(|doc| norms.fieldnorm(doc))
                .collect(),
            words: Terms::kept(&reader, fields.words, file, WORD_PLACES)?,
            title: Terms::kept(&reader, fields.title, file, TITLE_PLACES)?,
            files,
        })
    }

    /// Bytes of its files.
    pub fn size(&self) -> u64 {
        self.files.size()
    }

    /// Words of each document, in order.
    pub(super) fn lengths(&self) -> impl Iterator<Item = u32> {
        self.lengths.iter().copied()
    }
}

/// A segment among others: its documents are numbered from `base` on.
#[derive(Clone)]
pub(super) struct PlacedSegment {
    segment: Arc<Segment>,
    base: u32,
}

impl Deref for PlacedSegment {
    type Target = Segment;

    fn deref(&self) -> &Segment {
        &self.segment
    }
}

impl PlacedSegment {
    pub(super) fn new(segment: Arc<Segment>, base: u32) -> PlacedSegment {
        PlacedSegment { segment, base }
    }

    /// One past the number of its last document.
    pub(super) fn end(&self) -> u32 {
        self.base + self.lengths.len() as u32
    }

    /// The number of its first document.
    pub(super) fn base(&self) -> u32 {
        self.base
    }

    /// Calls `f` with the number of every document that holds a term, and how often.
    pub(super) fn each(
        &self,
        terms: &Terms,
        ordinal: Ordinal,
        mut f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        let Some(inverted) = &terms.inverted else {
            return Ok(());
        };
        let info = terms.info(ordinal);
        let option = IndexRecordOption::WithFreqs;
        let mut block = inverted.read_block_postings_from_terminfo(&info, option)?;
        while !block.docs().is_empty() {
            for (&doc, &times) in block.docs().iter().zip(block.freqs()) {
                f(self.base + doc, times);
            }
            block.advance();
        }
        Ok(())
    }

    /// Calls `f` with the number of every document that holds one of some terms, as often as it holds
    /// one: for many terms at once, which are opened in turn in the same place.
    pub(super) fn each_of(
        &self,
        terms: &Terms,
        ordinals: impl Iterator<Item = Ordinal>,
        mut f: impl FnMut(u32),
    ) -> Result<(), IndexError> {
        let Some(inverted) = &terms.inverted else {
            return Ok(());
        };
        let mut open: Option<BlockSegmentPostings> = None;
        for ordinal in ordinals {
            let info = terms.info(ordinal);
            let block = match &mut open {
                Some(block) => {
                    inverted.reset_block_postings_from_terminfo(&info, block)?;
                    block
                }
                None => open.insert(
                    inverted.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?,
                ),
            };
            while !block.docs().is_empty() {
                for &doc in block.docs() {
                    f(self.base + doc);
                }
                block.advance();
            }
        }
        Ok(())
    }

    /// The place in the segment of a document.
    pub(super) fn place(&self, number: u32) -> Option<u32> {
        let place = number.checked_sub(self.base)?;
        ((place as usize) < self.lengths.len()).then_some(place)
    }

    /// Calls `f` with every document of `docs` (places in the segment, ascending) that holds a term,
    /// and with the positions there.
    pub(super) fn positions(
        &self,
        terms: &Terms,
        ordinal: Ordinal,
        docs: &[u32],
        mut f: impl FnMut(u32, &[u32]),
    ) -> Result<(), IndexError> {
        let option = IndexRecordOption::WithFreqsAndPositions;
        let Some(mut postings) = terms.postings(ordinal, option)? else {
            return Ok(());
        };
        let mut positions = Vec::new();
        for &doc in docs {
            let at = if postings.doc() < doc {
                postings.seek(doc)
            } else {
                postings.doc()
            };
            if at == TERMINATED {
                break;
            }
            if at == doc {
                postings.positions(&mut positions);
                f(self.base + doc, &positions);
            }
        }
        Ok(())
    }
}

/// The terms of one field of a segment.
#[derive(Default)]
pub(super) struct Terms {
    /// `None` where there are no documents.
    inverted: Option<Arc<InvertedIndexReader>>,
    /// By ordinal: documents that hold the term, and where its postings and positions end, in bytes;
    /// tantivy writes those of its terms one after another.
    frequencies: Vec<u32>,
    postings: Vec<u32>,
    positions: Vec<u32>,
}

impl Terms {
    fn open(reader: &SegmentReader, field: Field) -> Result<Terms, IndexError> {
        let inverted = reader.inverted_index(field)?;
        let mut terms = Terms {
            inverted: Some(Arc::clone(&inverted)),
            ..Terms::default()
        };
        let place = |end: usize| u32::try_from(end).map_err(|_| IndexError::TooLarge);
        let mut stream = inverted.terms().stream()?;
        while let Some((_, info)) = stream.next() {
            terms.frequencies.push(info.doc_freq);
            terms.postings.push(place(info.postings_range.end)?);
            terms.positions.push(place(info.positions_range.end)?);
        }
        drop(stream);
        let columns = [
            &mut terms.frequencies,
            &mut terms.postings,
            &mut terms.positions,
        ];
        for column in columns {
            column.shrink_to_fit();
        }
        Ok(terms)
    }

    /// Writes where the postings of every term are, as three sections from a tag on.
    fn keep(&self, out: &mut KeptWriter, tag: u32) -> io::Result<()> {
        let all = [&self.frequencies, &self.postings, &self.positions];
        for (tag, column) in (tag..).zip(all) {
            out.section(tag)?;
            columns::put_u32s(out, column)?;
        }
        Ok(())
    }

    fn kept(
        reader: &SegmentReader,
        field: Field,
        file: &KeptFile,
        tag: u32,
    ) -> Result<Terms, IndexError> {
        let column = |tag| -> Result<Vec<u32>, KeepError> {
            let section = file.section(tag).ok_or(KeepError::Missing)?;
            columns::u32s(&section.all()?)
        };
        let inverted = reader.inverted_index(field)?;
        let terms = Terms {
            frequencies: column(tag)?,
            postings: column(tag + 1)?,
            positions: column(tag + 2)?,
            inverted: Some(inverted),
        };
        let count = terms.inverted.as_ref().map_or(0, |i| i.terms().num_terms());
        let columns = [&terms.frequencies, &terms.postings, &terms.positions];
        if columns.iter().any(|column| column.len() != count) {
            return Err(KeepError::Torn("terms without places").into());
        }
        Ok(terms)
    }

    /// Calls `f` with every term and in how many documents it is, in the order of their ordinals.
    pub(super) fn each(&self, mut f: impl FnMut(&str, u32)) -> Result<(), IndexError> {
        let Some(inverted) = &self.inverted else {
            return Ok(());
        };
        let mut stream = inverted.terms().stream()?;
        while let Some((term, info)) = stream.next() {
            let spelling = std::str::from_utf8(term);
            debug_assert!(spelling.is_ok(), "terms come from `&str`s");
            f(spelling.unwrap_or(""), info.doc_freq);
        }
        Ok(())
    }

    pub(super) fn ordinal(&self, term: &str) -> Result<Option<Ordinal>, IndexError> {
        let Some(inverted) = &self.inverted else {
            return Ok(None);
        };
        let ordinal = inverted.terms().term_ord(term)?;
        Ok(ordinal.and_then(|o| u32::try_from(o).ok()))
    }

    /// In how many documents of the segment a term is.
    pub(super) fn frequency(&self, ordinal: Ordinal) -> u32 {
        let frequency = self.frequencies.get(ordinal as usize).copied();
        debug_assert!(frequency.is_some(), "no term of this segment");
        frequency.unwrap_or(0)
    }

    /// The postings of a term; `None` where there are no documents.
    fn postings(
        &self,
        ordinal: Ordinal,
        option: IndexRecordOption,
    ) -> Result<Option<SegmentPostings>, IndexError> {
        let Some(inverted) = &self.inverted else {
            return Ok(None);
        };
        let info = self.info(ordinal);
        Ok(Some(inverted.read_postings_from_terminfo(&info, option)?))
    }

    /// Where the postings of a term are.
    fn info(&self, ordinal: Ordinal) -> TermInfo {
        let at = ordinal as usize;
        let between = |ends: &[u32]| -> Range<usize> {
            let end = |i: usize| ends.get(i).map_or(0, |end| *end as usize);
            at.checked_sub(1).map_or(0, end)..end(at)
        };
        TermInfo {
            doc_freq: self.frequency(ordinal),
            postings_range: between(&self.postings),
            positions_range: between(&self.positions),
        }
    }
}
