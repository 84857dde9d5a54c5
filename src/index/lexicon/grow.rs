//! New segments in, words of documents that are gone out: the lexicon as the segments of a corpus change.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::engine::{Analysis, GoneDocument};
use super::super::error::IndexError;
use super::super::segment::Segment;
use super::super::tokenizer;
use super::{Lexicon, WordNo};
use crate::analysis::{self, letters};

/// All spellings are analysed again once there are so many times as many as at the last time.
const ANALYSED_AGAIN: usize = 3;

/// A segment to be taken in, without some of its documents.
pub(in crate::index) struct NewSegment {
    pub(in crate::index) segment: Arc<Segment>,
    pub(in crate::index) gone: GoneWords,
}

/// The spellings of documents that are gone, with how many of these held each.
#[derive(Clone, Debug, Default)]
pub(in crate::index) struct GoneWords(FxHashMap<String, u32>);

impl GoneWords {
    #[cfg(test)]
    pub(super) fn counted(spelling: &str, articles: u32) -> GoneWords {
        GoneWords([(spelling.to_owned(), articles)].into_iter().collect())
    }

    pub(in crate::index) fn of(documents: &[GoneDocument]) -> GoneWords {
        let mut counts: FxHashMap<String, u32> = FxHashMap::default();
        for document in documents {
            let mut own: FxHashSet<String> = FxHashSet::default();
            for text in [&document.title, &document.text] {
                analysis::words(text, |_, spelling| {
                    let term = tokenizer::head(spelling);
                    if !own.contains(term) {
                        own.insert(term.to_owned());
                    }
                });
            }
            for spelling in own {
                *counts.entry(spelling).or_default() += 1;
            }
        }
        GoneWords(counts)
    }
}

impl Lexicon {
    /// Takes in segments that come after those known, in order.
    pub(in crate::index) fn grow(
        &mut self,
        new: &[NewSegment],
        analysis: Analysis,
    ) -> Result<(), IndexError> {
        debug_assert!(self.lean.is_none(), "it answers one question as it is");
        let mut words = Vec::new();
        for new in new {
            let mut own = Vec::new();
            new.segment.words.each(|spelling, count| {
                own.push(self.take(spelling, count));
            })?;
            words.push(own);
            self.strike(&new.gone);
        }
        if !words.is_empty() {
            let places = &mut self.places;
            places.exchange_last(0, &words, self.spellings.len())?;
        }
        if analysis == Analysis::Whole || self.spellings.len() >= ANALYSED_AGAIN * self.analysed {
            self.analyse();
        } else {
            self.analyse_new();
        }
        self.count_families();
        Ok(())
    }

    /// Finds the spellings of the last segments in one that was made of them.
    pub(in crate::index) fn replace_last(
        &mut self,
        count: usize,
        segment: &Segment,
    ) -> Result<(), IndexError> {
        let mut words = Vec::new();
        segment.words.each(|spelling, _| {
            let word = self.known_number(spelling);
            debug_assert!(word.is_some(), "a merged segment has a word of its own");
            words.push(word.unwrap_or(0));
        })?;
        let spellings = self.spellings.len();
        self.places.exchange_last(count, &[words], spellings)
    }

    /// Takes off the words of documents that are gone.
    pub(in crate::index) fn strike(&mut self, gone: &GoneWords) {
        debug_assert!(self.lean.is_none(), "it answers one question as it is");
        for (spelling, articles) in &gone.0 {
            let Some(word) = self.known_number(spelling) else {
                debug_assert!(false, "a document that is gone has a word of its own");
                continue;
            };
            let before = self.count(word);
            debug_assert!(
                before >= *articles,
                "more documents are gone than there were"
            );
            self.touched.touch(word, before, self.spellings.len());
            if let Some(count) = self.counts.get_mut(word as usize) {
                *count = before.saturating_sub(*articles);
            }
            let folded = letters::folded(spelling);
            self.respelled.remove(spelling, &folded, *articles);
        }
    }

    /// Whether some spellings have not been analysed with all that is known.
    pub(in crate::index) fn lags(&self) -> bool {
        !self.touched.are_none()
    }

    pub(super) fn take(&mut self, spelling: &str, articles: u32) -> WordNo {
        let word = self.numbers.take(spelling, &mut self.spellings);
        let spellings = self.spellings.len();
        self.counts.resize(spellings, 0);
        if let Some(sum) = self.counts.get_mut(word as usize) {
            self.touched.touch(word, *sum, spellings);
            *sum += articles;
        }
        letters::fold_into(spelling, &mut self.buffer);
        self.respelled.add(spelling, &self.buffer, articles);
        word
    }

    /// Adds up in how many articles the spellings of each family are.
    pub(super) fn count_families(&mut self) {
        self.family_counts.clear();
        self.family_counts
            .resize(self.stems.len() + self.lagging.len(), 0);
        for (&family, &count) in self.families.iter().zip(&self.counts) {
            if let Some(sum) = self.family_counts.get_mut(family as usize) {
                *sum = sum.saturating_add(count);
            }
        }
    }
}
