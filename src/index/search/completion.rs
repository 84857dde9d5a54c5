//! A word still being typed in, the documents with a word that it may become out.

use std::cmp::Reverse;

use super::super::engine::{IndexError, Searcher};
use super::super::lexicon::{Beginnings, WordNo};
use super::word::{DocTally, TIE};
use super::{Closeness, Scored};
use crate::query::WordScope;

/// Weight of a word that the typed one may become.
const COMPLETION_WEIGHT: f32 = 0.8;
/// Weight of the word as it is typed.
const TYPED_WEIGHT: f32 = 0.5;
/// Most completions that are scored by themselves; the others count as found.
const MAX_SCORED: usize = 50;
/// Score of a document that only holds one of the others.
const FOUND_SCORE: f32 = 0.05;
/// Most completions that are looked up at all, the most frequent first: of a letter or two, which
/// thousands of words begin with, rarer ones add hardly a document to those that are there.
const MAX_LOOKED_UP: usize = 300;

/// A word that the typed one may become: its spellings, and how often they stand in the corpus.
struct Completion<'a> {
    count: u32,
    /// Its place among all of them in the order of their letters.
    nth: usize,
    spellings: &'a [WordNo],
}

/// Scores of documents, each document once.
struct Gathered {
    all: Vec<(f32, Closeness)>,
    documents: Vec<u32>,
}

impl Gathered {
    fn new(documents: usize) -> Gathered {
        Gathered {
            all: vec![(0.0, Closeness::Hint); documents],
            documents: Vec::new(),
        }
    }

    /// The better of two scores counts, the other a little.
    fn add(&mut self, Scored { doc, score, close }: Scored) {
        let Some((sum, best)) = self.all.get_mut(doc as usize) else {
            return;
        };
        if *sum == 0.0 {
            self.documents.push(doc);
        }
        *sum = sum.max(score) + TIE * sum.min(score);
        *best = (*best).max(close);
    }

    /// Marks a document as found, for next to nothing.
    fn mark(&mut self, doc: u32) {
        let Some((sum, best)) = self.all.get_mut(doc as usize) else {
            return;
        };
        if *sum == 0.0 {
            self.documents.push(doc);
            *sum = FOUND_SCORE;
        }
        *best = Closeness::Found;
    }

    fn scored(self) -> Vec<Scored> {
        let scored = |doc: u32| {
            let (score, close) = self.all[doc as usize];
            Scored { doc, score, close }
        };
        self.documents.iter().map(|doc| scored(*doc)).collect()
    }
}

impl Searcher {
    /// The documents with a word that begins so, joined with those of the word as it is typed.
    pub(super) fn completions(
        &self,
        beginnings: &Beginnings,
        scope: WordScope,
        typed: Vec<Scored>,
        tally: &mut DocTally,
    ) -> Result<Vec<Scored>, IndexError> {
        let mut gathered = Gathered::new(self.len());
        for scored in typed {
            gathered.add(Scored {
                score: TYPED_WEIGHT * scored.score,
                ..scored
            });
        }
        let words = self.may_become(beginnings);
        // A rare completion scores no more than a common one: what is typed is no rarer for it.
        let common = words.first().map_or(0, |word| word.count as usize);
        for (nth, word) in words.iter().enumerate() {
            tally.go_on()?;
            if nth >= MAX_SCORED {
                for &spelling in word.spellings {
                    self.each(spelling, scope, |doc, _| gathered.mark(doc))?;
                }
                continue;
            }
            tally.clear();
            for &spelling in word.spellings {
                self.each(spelling, scope, |doc, times| tally.add(doc, times))?;
            }
            let rarity = self.rarity(tally.documents.len().max(common));
            for &doc in &tally.documents {
                gathered.add(Scored {
                    doc,
                    score: COMPLETION_WEIGHT * rarity * self.saturation(doc, tally.times(doc)),
                    close: Closeness::Found,
                });
            }
        }
        Ok(gathered.scored())
    }

    /// The words that begin so, the most frequent first.
    fn may_become(&self, beginnings: &Beginnings) -> Vec<Completion<'_>> {
        let lexicon = &self.lexicon;
        let mut words: Vec<Completion<'_>> = Vec::new();
        for prefix in &beginnings.0 {
            let same = |a: &WordNo, b: &WordNo| lexicon.surface(*a) == lexicon.surface(*b);
            for spellings in lexicon.beginning_with(prefix).chunk_by(same) {
                let count = spellings.iter().map(|w| lexicon.count(*w)).sum();
                let nth = words.len();
                words.push(Completion {
                    count,
                    nth,
                    spellings,
                });
            }
        }
        let frequent = |word: &Completion| (Reverse(word.count), word.nth);
        if words.len() > MAX_LOOKED_UP {
            words.select_nth_unstable_by_key(MAX_LOOKED_UP, frequent);
            words.truncate(MAX_LOOKED_UP);
        }
        words.sort_unstable_by_key(frequent);
        words
    }
}
