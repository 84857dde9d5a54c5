//! Arrays with a place for every document, made once and used again: to make and to free them for every
//! word of every key took as long as to search.

use super::super::doc_set::DocSet;
use super::super::error::IndexError;
use super::by_segment::SegmentArrays;
use super::{Closeness, Scored};
use crate::corpus::Stop;

/// What one search needs beside the index. Between searches everything in it is empty.
#[derive(Default)]
pub(in crate::index) struct Workspace {
    pub(super) tally: DocTally,
    pub(super) gathered: Gathered,
    pub(super) segment: SegmentArrays,
    pub(in crate::index) sets: [DocSet; 3],
    /// By the place of a document in one segment.
    pub(in crate::index) sums: Vec<f32>,
    /// The best score of each document that was counted, and the sum of all.
    pub(super) best: Vec<(f32, f32)>,
    /// Ends the search.
    stop: Stop,
}

impl Workspace {
    /// Makes it ready for a search among so many documents.
    pub(super) fn prepare(&mut self, documents: usize, stop: &Stop) {
        self.tally.times.resize(documents, 0);
        self.gathered.all.resize(documents, (0.0, Closeness::Hint));
        self.stop = stop.clone();
    }

    /// An error once the search has been stopped.
    pub(super) fn go_on(&self) -> Result<(), IndexError> {
        if self.stop.is_set() {
            return Err(IndexError::Stopped);
        }
        Ok(())
    }
}

/// How often documents hold a word.
#[derive(Default)]
pub(super) struct DocTally {
    times: Vec<u16>,
    /// Documents that hold it, in the order of the first count.
    pub(super) documents: Vec<u32>,
}

impl DocTally {
    /// Forgets what was counted.
    pub(super) fn clear(&mut self) {
        for doc in self.documents.drain(..) {
            if let Some(times) = self.times.get_mut(doc as usize) {
                *times = 0;
            }
        }
    }

    pub(super) fn add(&mut self, doc: u32, times: u32) {
        if let Some(sum) = self.times.get_mut(doc as usize) {
            if *sum == 0 {
                self.documents.push(doc);
            }
            *sum = sum.saturating_add(u16::try_from(times).unwrap_or(u16::MAX));
        }
    }

    pub(super) fn times(&self, doc: u32) -> u32 {
        self.times.get(doc as usize).map_or(0, |t| u32::from(*t))
    }
}

/// Scores of documents, each document once.
#[derive(Default)]
pub(super) struct Gathered {
    all: Vec<(f32, Closeness)>,
    documents: Vec<u32>,
}

/// Share that a score adds to a better one of the same document; measured.
pub(super) const TIE: f32 = 0.2;

impl Gathered {
    /// The better of two scores counts, the other a little.
    pub(super) fn add(&mut self, Scored { doc, score, close }: Scored) {
        let Some((sum, best)) = self.all.get_mut(doc as usize) else {
            return;
        };
        if *sum == 0.0 {
            self.documents.push(doc);
        }
        *sum = sum.max(score) + TIE * sum.min(score);
        *best = (*best).max(close);
    }

    /// Marks a document as found, with such a score where it has none.
    pub(super) fn mark(&mut self, doc: u32, score: f32) {
        let Some((sum, best)) = self.all.get_mut(doc as usize) else {
            return;
        };
        if *sum == 0.0 {
            self.documents.push(doc);
            *sum = score;
        }
        *best = Closeness::Found;
    }

    /// Gives out what was gathered; nothing is left.
    pub(super) fn take(&mut self) -> Vec<Scored> {
        let all = &mut self.all;
        // There is room for all from the first: to make more later is to copy millions of bytes.
        let mut taken = Vec::with_capacity(self.documents.len());
        taken.extend(self.documents.drain(..).filter_map(|doc| {
            let (score, close) =
                std::mem::replace(all.get_mut(doc as usize)?, (0.0, Closeness::Hint));
            Some(Scored { doc, score, close })
        }));
        taken
    }
}
