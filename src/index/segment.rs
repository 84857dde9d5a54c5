//! One segment of the index: from a term's place in it to the documents that hold it.
//!
//! tantivy finds a term by walking an automaton; a query word may be written in hundreds of ways, so
//! the place of every term's postings is kept beside its ordinal instead. Segments are immutable.

use std::ops::Range;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::postings::{BlockSegmentPostings, Postings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

use super::engine::{IndexError, IndexFields};

/// A term's place in the dictionary of a segment.
pub(super) type Ordinal = u32;

/// One immutable segment, with the place of every term's postings.
pub(super) struct Segment {
    id: SegmentId,
    /// Number of each document, by its place in the segment.
    numbers: Vec<u32>,
    /// Whether they stand in order, as documents come.
    ascending: bool,
    /// Words of each document.
    lengths: Vec<u32>,
    pub(super) words: Terms,
    pub(super) title: Terms,
}

impl Segment {
    pub(super) fn open(reader: &SegmentReader, fields: IndexFields) -> Result<Segment, IndexError> {
        let column = reader.fast_fields().u64("number")?;
        let norms = reader.get_fieldnorms_reader(fields.words)?;
        let docs = 0..reader.max_doc();
        let number = |doc| {
            let number = column.first(doc).and_then(|n| u32::try_from(n).ok());
            number.ok_or(IndexError::Unnumbered)
        };
        let numbers: Vec<u32> = docs.clone().map(number).collect::<Result<_, _>>()?;
        Ok(Segment {
            id: reader.segment_id(),
            ascending: numbers.is_sorted(),
            numbers,
            lengths: docs.map(|doc| norms.fieldnorm(doc)).collect(),
            words: Terms::open(reader, fields.words)?,
            title: Terms::open(reader, fields.title)?,
        })
    }

    pub(super) fn id(&self) -> SegmentId {
        self.id
    }

    pub(super) fn is(&self, reader: &SegmentReader) -> bool {
        self.id == reader.segment_id()
    }

    /// Writes the words of each document to its number's place.
    pub(super) fn lengths(&self, all: &mut Vec<u32>) {
        for (&number, &length) in self.numbers.iter().zip(&self.lengths) {
            let place = number as usize;
            if all.len() <= place {
                all.resize(place + 1, 0);
            }
            if let Some(slot) = all.get_mut(place) {
                *slot = length;
            }
        }
    }

    /// Calls `f` with the number of every document that holds a term, and how often.
    pub(super) fn each(
        &self,
        terms: &Terms,
        ordinal: Ordinal,
        mut f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        let info = terms.info(ordinal);
        let option = IndexRecordOption::WithFreqs;
        let inverted = &terms.inverted;
        let mut block = inverted.read_block_postings_from_terminfo(&info, option)?;
        while !block.docs().is_empty() {
            for (&doc, &times) in block.docs().iter().zip(block.freqs()) {
                if let Some(&number) = self.numbers.get(doc as usize) {
                    f(number, times);
                }
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
        let mut open: Option<BlockSegmentPostings> = None;
        for ordinal in ordinals {
            let info = terms.info(ordinal);
            let inverted = &terms.inverted;
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
                    if let Some(&number) = self.numbers.get(doc as usize) {
                        f(number);
                    }
                }
                block.advance();
            }
        }
        Ok(())
    }

    /// The place in the segment of a document.
    pub(super) fn place(&self, number: u32) -> Option<u32> {
        let place = if self.ascending {
            self.numbers.binary_search(&number).ok()
        } else {
            self.numbers.iter().position(|other| *other == number)
        };
        place.and_then(|place| u32::try_from(place).ok())
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
        let mut postings = terms.postings(ordinal, IndexRecordOption::WithFreqsAndPositions)?;
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
            if at == doc
                && let Some(&number) = self.numbers.get(doc as usize)
            {
                postings.positions(&mut positions);
                f(number, &positions);
            }
        }
        Ok(())
    }
}

/// The terms of one field of a segment.
pub(super) struct Terms {
    inverted: Arc<InvertedIndexReader>,
    /// By ordinal; tantivy writes postings and positions of its terms one after another.
    frequencies: Vec<u32>,
    postings: Vec<usize>,
    positions: Vec<usize>,
}

impl Terms {
    fn open(reader: &SegmentReader, field: Field) -> Result<Terms, IndexError> {
        let inverted = reader.inverted_index(field)?;
        let mut terms = Terms {
            frequencies: Vec::new(),
            postings: vec![0],
            positions: vec![0],
            inverted,
        };
        let inverted = Arc::clone(&terms.inverted);
        let mut stream = inverted.terms().stream()?;
        while let Some((_, info)) = stream.next() {
            terms.frequencies.push(info.doc_freq);
            terms.postings.push(info.postings_range.end);
            terms.positions.push(info.positions_range.end);
        }
        Ok(terms)
    }

    /// Calls `f` with every term and in how many documents it is, in the order of their ordinals.
    pub(super) fn each(&self, mut f: impl FnMut(&str, u32)) -> Result<(), IndexError> {
        let mut stream = self.inverted.terms().stream()?;
        while let Some((term, info)) = stream.next() {
            let spelling = std::str::from_utf8(term);
            debug_assert!(spelling.is_ok(), "terms come from `&str`s");
            f(spelling.unwrap_or(""), info.doc_freq);
        }
        Ok(())
    }

    pub(super) fn ordinal(&self, term: &str) -> Result<Option<Ordinal>, IndexError> {
        let ordinal = self.inverted.terms().term_ord(term)?;
        Ok(ordinal.and_then(|o| u32::try_from(o).ok()))
    }

    /// In how many documents of the segment a term is.
    pub(super) fn frequency(&self, ordinal: Ordinal) -> u32 {
        let frequency = self.frequencies.get(ordinal as usize).copied();
        debug_assert!(frequency.is_some(), "no term of this segment");
        frequency.unwrap_or(0)
    }

    fn postings(
        &self,
        ordinal: Ordinal,
        option: IndexRecordOption,
    ) -> Result<SegmentPostings, IndexError> {
        let info = self.info(ordinal);
        Ok(self.inverted.read_postings_from_terminfo(&info, option)?)
    }

    /// Where the postings of a term are.
    fn info(&self, ordinal: Ordinal) -> TermInfo {
        let at = ordinal as usize;
        let between = |ends: &[usize]| -> Range<usize> {
            let end = |i: usize| ends.get(i).copied().unwrap_or(0);
            end(at)..end(at + 1)
        };
        TermInfo {
            doc_freq: self.frequency(ordinal),
            postings_range: between(&self.postings),
            positions_range: between(&self.positions),
        }
    }
}
