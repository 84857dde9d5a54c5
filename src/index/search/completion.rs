//! A word still being typed in, the documents with a word that it may become out.
//!
//! The most frequent words that it may become score by themselves; a document with any other is found,
//! for next to nothing. All of them count, however many there are.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::lexicon::Beginnings;
use super::begun::{Begun, Completion};
use super::clause_scores::{ClauseScores, ManyScores};
use super::workspace::Workspace;
use super::{Closeness, Scored};
use crate::query::WordScope;

/// Weight of a word that the typed one may become.
const COMPLETION_WEIGHT: f32 = 0.8;
/// Weight of the word as it is typed.
const TYPED_WEIGHT: f32 = 0.5;
/// Most completions that are scored by themselves; the others count as found.
pub(super) const MAX_SCORED: usize = 50;
/// Score of a document that only holds one of the others.
const FOUND_SCORE: f32 = 0.05;

/// Words that are added up in one of so many documents or more are common.
const COMMON_SHARE: usize = 2;

/// The words that a typed one may become, of all its beginnings together.
struct Completions {
    begun: Vec<Arc<Begun>>,
    /// The most frequent, by frequency.
    scored: Vec<Completion>,
    /// Frequent ones of their beginning that are not among the most frequent of all.
    left: Vec<Range<usize>>,
}

impl Completions {
    fn of(searcher: &Searcher, beginnings: &Beginnings) -> Completions {
        let letters = beginnings.0.iter();
        let begun: Vec<Arc<Begun>> = letters.map(|letters| searcher.begun(letters)).collect();
        let numbered = begun.iter().enumerate();
        let all = numbered.flat_map(|(at, begun)| begun.frequent.iter().map(move |w| (at, w)));
        let mut words: Vec<(usize, &Completion)> = all.collect();
        words.sort_unstable_by_key(|(at, word)| (Reverse(word.count), *at, word.nth));
        let left = words.split_off(words.len().min(MAX_SCORED));
        Completions {
            scored: words.into_iter().map(|(_, word)| word.clone()).collect(),
            left: left
                .iter()
                .map(|(_, word)| word.spellings.clone())
                .collect(),
            begun,
        }
    }

    /// Whether they are in so many of the documents that the arrays of whole segments are worth their while.
    fn are_common(&self, documents: usize) -> bool {
        let counts = self.scored.iter().map(|word| word.count as usize);
        counts.sum::<usize>() * COMMON_SHARE > documents
    }
}

impl Searcher {
    /// The documents with a word that begins so, joined with those of the word as it is typed.
    pub(super) fn completions(
        &self,
        beginnings: &Beginnings,
        scope: WordScope,
        typed: Vec<Scored>,
        space: &mut Workspace,
    ) -> Result<ClauseScores, IndexError> {
        let typed = typed.into_iter().map(|scored| Scored {
            score: TYPED_WEIGHT * scored.score,
            ..scored
        });
        let words = Completions::of(self, beginnings);
        // A rare completion scores no more than a common one: what is typed is no rarer for it.
        let common = words.scored.first().map_or(0, |word| word.count as usize);
        let weight = COMPLETION_WEIGHT * self.rarity(common);
        if words.are_common(self.len()) {
            let mut many = ManyScores::new(self.len());
            typed.for_each(|scored| many.insert(&scored));
            self.add_by_segment(&words.scored, scope, weight, &mut many, space)?;
            many.mark(self.unscored(&words, scope, space)?, FOUND_SCORE);
            return Ok(many.packed());
        }
        typed.for_each(|scored| space.gathered.add(scored));
        for word in &words.scored {
            space.go_on()?;
            self.gather(word, scope, weight, space)?;
        }
        for doc in self.unscored(&words, scope, space)?.iter() {
            space.gathered.mark(doc, FOUND_SCORE);
        }
        Ok(ClauseScores::of(space.gathered.take(), self.len()))
    }

    /// Adds the scores of one word to those gathered.
    fn gather(
        &self,
        word: &Completion,
        scope: WordScope,
        weight: f32,
        space: &mut Workspace,
    ) -> Result<(), IndexError> {
        let Workspace {
            tally, gathered, ..
        } = space;
        tally.clear();
        for &spelling in self.lexicon.in_order(word.spellings.clone()) {
            self.each(spelling, scope, |doc, times| tally.add(doc, times))?;
        }
        for &doc in &tally.documents {
            gathered.add(Scored {
                doc,
                score: weight * self.saturation(doc, tally.times(doc)),
                close: Closeness::Found,
            });
        }
        Ok(())
    }

    /// The documents with words that do not score by themselves.
    fn unscored(
        &self,
        words: &Completions,
        scope: WordScope,
        space: &Workspace,
    ) -> Result<DocSet, IndexError> {
        let mut unscored = DocSet::new(self.len());
        for spellings in &words.left {
            let spellings = self.lexicon.in_order(spellings.clone());
            self.each_of(spellings, scope, |doc| unscored.insert(doc))?;
        }
        for begun in words.begun.iter().filter(|begun| begun.more) {
            unscored.unite(self.others(begun, scope, space)?);
        }
        Ok(unscored)
    }
}
