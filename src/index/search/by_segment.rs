//! The scores of the words that a common beginning may become, worked out one segment after another.
//!
//! Millions of postings give nearly every document a score. The arrays of one segment are small enough to stay
//! near the processor while all words are added to them, and a word that many documents hold is added to all in
//! one go, also to those that do not hold it: nothing is added there.

use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::placed_segment::PlacedSegment;
use super::begun::Completion;
use super::clause_scores::ManyScores;
use super::word::saturation;
use super::workspace::{TIE, Workspace};
use crate::query::WordScope;

/// A word in one of so many documents or more is added to all documents of a segment.
const DENSE_SHARE: usize = 4;

/// A term of one of several words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TermOfWord {
    segment: u32,
    /// Which word it is of.
    nth: u32,
    ordinal: u32,
}

/// Arrays with a place for every document of one segment. Between words `times` is empty, between segments all are.
#[derive(Default)]
pub(super) struct SegmentArrays {
    /// How often a document holds the word that is being added.
    times: Vec<u16>,
    /// Not 0 where a document holds one of the words.
    any: Vec<u16>,
    /// Documents that hold the word, where few do.
    documents: Vec<u32>,
}

impl SegmentArrays {
    fn add(&mut self, place: u32, times: u32) {
        if let Some(sum) = self.times.get_mut(place as usize) {
            *sum = sum.saturating_add(u16::try_from(times).unwrap_or(u16::MAX));
        }
    }

    fn add_listed(&mut self, place: u32, times: u32) {
        if self.times.get(place as usize) == Some(&0) {
            self.documents.push(place);
        }
        self.add(place, times);
    }

    /// Adds the scores of a word to all documents; forgets the word.
    fn score_all(&mut self, scores: &mut [f32], norms: &[f32], weight: f32) {
        let held = self.times.iter_mut().zip(&mut self.any);
        let scores = scores.iter_mut().zip(norms);
        for ((times, any), (sum, norm)) in held.zip(scores) {
            let score = weight * saturation(f32::from(*times), *norm);
            *sum = joined(*sum, score);
            *any |= *times;
            *times = 0;
        }
    }

    /// The same for the documents that are listed.
    fn score_listed(&mut self, scores: &mut [f32], norms: &[f32], weight: f32) {
        for place in self.documents.drain(..) {
            let place = place as usize;
            let held = self.times.get_mut(place).zip(self.any.get_mut(place));
            let score = scores.get_mut(place).zip(norms.get(place));
            if let Some(((times, any), (sum, norm))) = held.zip(score) {
                *sum = joined(*sum, weight * saturation(f32::from(*times), *norm));
                *any |= *times;
                *times = 0;
            }
        }
    }
}

/// The better of two scores counts, the other a little.
fn joined(sum: f32, score: f32) -> f32 {
    let (more, less) = if sum > score {
        (sum, score)
    } else {
        (score, sum)
    };
    more + TIE * less
}

impl Searcher {
    /// Adds the scores of words; each document with one of them is found.
    pub(super) fn add_by_segment(
        &self,
        words: &[Completion],
        scope: WordScope,
        weight: f32,
        many: &mut ManyScores,
        space: &mut Workspace,
    ) -> Result<(), IndexError> {
        let terms = self.terms_of(words, scope)?;
        for run in terms.chunk_by(|a, b| a.segment == b.segment) {
            space.go_on()?;
            let Some(segment) = run
                .first()
                .and_then(|t| self.segments.get(t.segment as usize))
            else {
                continue;
            };
            let own = segment.base() as usize..segment.end() as usize;
            let arrays = &mut space.segment;
            arrays.times.resize(own.len(), 0);
            arrays.any.resize(own.len(), 0);
            let (Some(scores), Some(norms)) =
                (many.scores.get_mut(own.clone()), self.norms.get(own))
            else {
                continue;
            };
            for terms in run.chunk_by(|a, b| a.nth == b.nth) {
                let word = terms.first().and_then(|t| words.get(t.nth as usize));
                let count = word.map_or(0, |word| word.count as usize);
                let dense = count * DENSE_SHARE > self.len();
                add_word(segment, scope, terms, dense, arrays)?;
                if dense {
                    arrays.score_all(scores, norms, weight);
                } else {
                    arrays.score_listed(scores, norms, weight);
                }
            }
            for (doc, any) in (segment.base()..).zip(arrays.any.drain(..)) {
                if any > 0 {
                    many.found.insert(doc);
                }
            }
            arrays.times.clear();
        }
        Ok(())
    }

    /// The terms of words, by segment and then by word.
    fn terms_of(
        &self,
        words: &[Completion],
        scope: WordScope,
    ) -> Result<Vec<TermOfWord>, IndexError> {
        let mut terms = Vec::new();
        for (nth, word) in (0..).zip(words) {
            let spellings = self.lexicon.in_order(word.spellings.clone());
            self.each_term(spellings, scope, |segment, ordinal| {
                terms.push(TermOfWord {
                    segment,
                    nth,
                    ordinal,
                });
            })?;
        }
        terms.sort_unstable();
        Ok(terms)
    }
}

/// Counts how often the documents of a segment hold one word.
fn add_word(
    segment: &PlacedSegment,
    scope: WordScope,
    terms: &[TermOfWord],
    dense: bool,
    arrays: &mut SegmentArrays,
) -> Result<(), IndexError> {
    let ordinals = terms.iter().map(|term| term.ordinal);
    let (terms, base) = (segment.terms(scope), segment.base());
    if dense {
        let add = |doc: u32, times| arrays.add(doc - base, times);
        segment.each_with_times(terms, ordinals, add)
    } else {
        let add = |doc: u32, times| arrays.add_listed(doc - base, times);
        segment.each_with_times(terms, ordinals, add)
    }
}
