//! A word still being typed in, the documents with a word that it may become out.
//!
//! The most frequent words that it may become score by themselves; a document with any other is found,
//! for next to nothing. All of them count, however many there are.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use super::super::engine::{IndexError, Searcher};
use super::super::lexicon::Beginnings;
use super::begun::{Begun, Completion};
use super::memory::Saturated;
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
}

impl Searcher {
    /// The documents with one word, and how saturated they are with it.
    fn saturated(
        &self,
        word: &Completion,
        scope: WordScope,
        space: &mut Workspace,
    ) -> Result<Arc<[Saturated]>, IndexError> {
        let first = word.spellings.start;
        let kept = self.memory.saturated(first);
        if let Some(known) = kept.filter(|_| scope == WordScope::Anywhere) {
            return Ok(known);
        }
        let tally = &mut space.tally;
        tally.clear();
        for &spelling in self.lexicon.in_order(word.spellings.clone()) {
            self.each(spelling, scope, |doc, times| tally.add(doc, times))?;
        }
        let saturated = tally.documents.iter().map(|&doc| Saturated {
            doc,
            saturation: self.saturation(doc, tally.times(doc)),
        });
        let found: Arc<[Saturated]> = saturated.collect();
        if scope == WordScope::Anywhere {
            self.memory.keep_saturated(first, &found);
        }
        Ok(found)
    }

    /// The documents with a word that begins so, joined with those of the word as it is typed.
    pub(super) fn completions(
        &self,
        beginnings: &Beginnings,
        scope: WordScope,
        typed: Vec<Scored>,
        space: &mut Workspace,
    ) -> Result<Vec<Scored>, IndexError> {
        for scored in typed {
            space.gathered.add(Scored {
                score: TYPED_WEIGHT * scored.score,
                ..scored
            });
        }
        let words = Completions::of(self, beginnings);
        // A rare completion scores no more than a common one: what is typed is no rarer for it.
        let common = words.scored.first().map_or(0, |word| word.count as usize);
        for word in &words.scored {
            space.go_on()?;
            let held = self.saturated(word, scope, space)?;
            let rarity = self.rarity(held.len().max(common));
            for &Saturated { doc, saturation } in held.iter() {
                space.gathered.add(Scored {
                    doc,
                    score: COMPLETION_WEIGHT * rarity * saturation,
                    close: Closeness::Found,
                });
            }
        }
        for spellings in &words.left {
            for &spelling in self.lexicon.in_order(spellings.clone()) {
                self.each(spelling, scope, |doc, _| {
                    space.gathered.mark(doc, FOUND_SCORE);
                })?;
            }
        }
        for begun in words.begun.iter().filter(|begun| begun.more) {
            let others = self.others(begun, scope, space)?;
            for doc in others.iter() {
                space.gathered.mark(doc, FOUND_SCORE);
            }
        }
        Ok(space.gathered.take())
    }
}
