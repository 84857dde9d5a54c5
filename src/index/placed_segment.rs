//! A segment among others: from a term's place in it to the documents that hold it. Those that are gone from the
//! corpus are passed over, and those after them move up.

use std::ops::Deref;
use std::sync::Arc;

use tantivy::postings::{BlockSegmentPostings, Postings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, InvertedIndexReader, TERMINATED};

use super::doc_set::DocSet;
use super::error::IndexError;
use super::segment::Segment;
use super::struck::StruckPlaces;
use super::terms::{Ordinal, Terms};
use crate::query::WordScope;

/// Times as many documents as are looked for that a term has to have for each of them to be sought in its postings:
/// those of other terms are gone through.
const SOUGHT_SHARE: usize = 8;

/// A segment among others: its documents that are not struck are numbered from `base` on.
#[derive(Clone)]
pub(super) struct PlacedSegment {
    segment: Arc<Segment>,
    struck: Arc<StruckPlaces>,
    base: u32,
    /// How many documents are not struck.
    count: u32,
}

impl Deref for PlacedSegment {
    type Target = Segment;

    fn deref(&self) -> &Segment {
        &self.segment
    }
}

impl PlacedSegment {
    pub(super) fn new(
        segment: Arc<Segment>,
        struck: Arc<StruckPlaces>,
        base: u32,
    ) -> PlacedSegment {
        let all = segment.lengths.len() as u32;
        let places = struck.places();
        let gone = places.partition_point(|place| *place < all) as u32;
        PlacedSegment {
            segment,
            struck,
            base,
            count: all - gone,
        }
    }

    /// Whether it is this very segment.
    pub(super) fn is(&self, segment: &Arc<Segment>) -> bool {
        Arc::ptr_eq(&self.segment, segment)
    }

    /// Words of each document that is not struck, in order.
    pub(super) fn lengths(&self) -> impl Iterator<Item = u32> {
        let mut moving_up = self.struck.moving_up();
        let all = (0..).zip(&self.segment.lengths);
        all.filter_map(move |(place, length)| moving_up(place).map(|_| *length))
    }

    /// One past the number of its last document.
    pub(super) fn end(&self) -> u32 {
        self.base + self.count
    }

    /// The number of its first document.
    pub(super) fn base(&self) -> u32 {
        self.base
    }

    /// Calls `f` with the number of every document that holds a term, and how often. What was opened for another term,
    /// of this segment or of another, is used again.
    pub(super) fn each(
        &self,
        terms: &Terms,
        ordinal: Ordinal,
        open: &mut Option<BlockSegmentPostings>,
        mut f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        let Some(inverted) = terms.inverted() else {
            return Ok(());
        };
        let info = terms.info(ordinal);
        let block = documents_of(inverted, &info, IndexRecordOption::WithFreqs, open)?;
        let mut moving_up = self.struck.moving_up();
        while !block.docs().is_empty() {
            for (&doc, &times) in block.docs().iter().zip(block.freqs()) {
                if let Some(doc) = moving_up(doc) {
                    f(self.base + doc, times);
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
        let Some(inverted) = terms.inverted() else {
            return Ok(());
        };
        let mut open: Option<BlockSegmentPostings> = None;
        let mut cursor = terms.cursor();
        for ordinal in ordinals {
            let info = cursor.info(ordinal);
            let block = documents_of(inverted, &info, IndexRecordOption::Basic, &mut open)?;
            let mut moving_up = self.struck.moving_up();
            while !block.docs().is_empty() {
                for &doc in block.docs() {
                    if let Some(doc) = moving_up(doc) {
                        f(self.base + doc);
                    }
                }
                block.advance();
            }
        }
        Ok(())
    }

    /// Calls `f` with the number of every document that holds one of some terms, and how often it holds that one.
    pub(super) fn each_with_times(
        &self,
        terms: &Terms,
        ordinals: impl Iterator<Item = Ordinal>,
        mut f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        let Some(inverted) = terms.inverted() else {
            return Ok(());
        };
        let mut open: Option<BlockSegmentPostings> = None;
        let mut cursor = terms.cursor();
        for ordinal in ordinals {
            let info = cursor.info(ordinal);
            let block = documents_of(inverted, &info, IndexRecordOption::WithFreqs, &mut open)?;
            let mut moving_up = self.struck.moving_up();
            while !block.docs().is_empty() {
                let held = block.docs().iter().zip(block.freqs());
                if self.struck.is_empty() {
                    held.for_each(|(&doc, &times)| f(self.base + doc, times));
                } else {
                    for (&doc, &times) in held {
                        if let Some(doc) = moving_up(doc) {
                            f(self.base + doc, times);
                        }
                    }
                }
                block.advance();
            }
        }
        Ok(())
    }

    /// The terms of the field that a scope looks into.
    pub(super) fn terms(&self, scope: WordScope) -> &Terms {
        match scope {
            WordScope::Anywhere => &self.words,
            WordScope::Title => &self.title,
        }
    }

    /// Calls `f` with every document of a set that holds one of some terms, and with the positions there; `places`
    /// are those of the set in this segment. For many terms at once, of which few are in such documents.
    pub(super) fn positions_of(
        &self,
        terms: &Terms,
        ordinals: &[Ordinal],
        places: &[u32],
        among: &DocSet,
        mut f: impl FnMut(u32, &[u32]),
    ) -> Result<(), IndexError> {
        let Some(inverted) = terms.inverted() else {
            return Ok(());
        };
        let mut open: Option<BlockSegmentPostings> = None;
        let mut positions = Vec::new();
        let mut cursor = terms.cursor();
        for &ordinal in ordinals {
            let info = cursor.info(ordinal);
            if info.doc_freq as usize > places.len().saturating_mul(SOUGHT_SHARE) {
                self.positions(terms, ordinal, places, &mut f)?;
                continue;
            }
            // To look at documents takes far less time than to open positions.
            let block = documents_of(inverted, &info, IndexRecordOption::Basic, &mut open)?;
            let mut moving_up = self.struck.moving_up();
            let mut is_among = |doc| moving_up(doc).is_some_and(|doc| among.holds(self.base + doc));
            let mut held = false;
            while !held && !block.docs().is_empty() {
                held = block.docs().iter().any(|doc| is_among(*doc));
                block.advance();
            }
            if !held {
                continue;
            }
            let option = IndexRecordOption::WithFreqsAndPositions;
            let mut postings = inverted.read_postings_from_terminfo(&info, option)?;
            let mut moving_up = self.struck.moving_up();
            while postings.doc() != TERMINATED {
                let doc = moving_up(postings.doc()).map(|doc| self.base + doc);
                if let Some(doc) = doc.filter(|doc| among.holds(*doc)) {
                    postings.positions(&mut positions);
                    f(doc, &positions);
                }
                postings.advance();
            }
        }
        Ok(())
    }

    /// The place in the segment of a document.
    pub(super) fn place(&self, number: u32) -> Option<u32> {
        let own = number.checked_sub(self.base)?;
        (own < self.count).then(|| self.struck.place_of(own))
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
        let mut moving_up = self.struck.moving_up();
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
                && let Some(doc) = moving_up(doc)
            {
                postings.positions(&mut positions);
                f(self.base + doc, &positions);
            }
        }
        Ok(())
    }
}

/// The documents of a term, opened in the place of those of the term before, with the same option.
fn documents_of<'a>(
    inverted: &InvertedIndexReader,
    info: &TermInfo,
    option: IndexRecordOption,
    open: &'a mut Option<BlockSegmentPostings>,
) -> Result<&'a mut BlockSegmentPostings, IndexError> {
    Ok(match open {
        Some(block) => {
            inverted.reset_block_postings_from_terminfo(info, block)?;
            block
        }
        None => open.insert(inverted.read_block_postings_from_terminfo(info, option)?),
    })
}
