//! What one clause gives each document: one after another where they are few, in an array with a place for each
//! where they are many.
//!
//! A letter or two stand in nearly every document. As an array their scores take a third of the memory, are in
//! order, and those of a few documents are looked up without a look at the others.

use std::sync::OnceLock;

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::best_hits::{BestHits, BestScored};
use super::earlier::MAX_ORDERED;
use super::{Closeness, Hit, Scored};

/// Of one in so many documents or more the scores are an array: it takes less memory then.
const MANY_SHARE: usize = 3;

/// The scores of one clause, each document once.
#[derive(Debug)]
pub(in crate::index) enum ClauseScores {
    Few(Vec<Scored>),
    Many(ManyScores),
}

/// Scores by document.
#[derive(Debug)]
pub(in crate::index) struct ManyScores {
    pub(super) scores: Vec<f32>,
    /// Documents that have one.
    held: DocSet,
    /// Documents with the word itself.
    pub(super) found: DocSet,
    /// Documents with something akin.
    akin: DocSet,
    /// Put in order once they are asked for.
    best: OnceLock<BestScored>,
}

impl ClauseScores {
    /// Of some of so many documents.
    pub(super) fn of(scored: Vec<Scored>, documents: usize) -> ClauseScores {
        if scored.len() * MANY_SHARE <= documents {
            return ClauseScores::Few(scored);
        }
        let mut many = ManyScores::new(documents);
        for scored in &scored {
            many.insert(scored);
        }
        ClauseScores::Many(many)
    }

    /// Calls `f` with every document that has a score.
    pub(super) fn each(&self, mut f: impl FnMut(&Scored)) {
        match self {
            ClauseScores::Few(scored) => scored.iter().for_each(f),
            ClauseScores::Many(many) => {
                for doc in many.held.iter() {
                    f(&many.scored(doc));
                }
            }
        }
    }

    /// How many documents have one.
    pub(super) fn len(&self) -> usize {
        match self {
            ClauseScores::Few(scored) => scored.len(),
            ClauseScores::Many(many) => many.held.len(),
        }
    }

    /// Bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        match self {
            ClauseScores::Few(scored) => scored.capacity() * size_of::<Scored>(),
            ClauseScores::Many(many) => many.bytes(),
        }
    }
}

impl ManyScores {
    /// No score for any of so many documents.
    pub(super) fn new(documents: usize) -> ManyScores {
        ManyScores {
            scores: vec![0.0; documents],
            held: DocSet::new(documents),
            found: DocSet::new(documents),
            akin: DocSet::new(documents),
            best: OnceLock::new(),
        }
    }

    /// Takes in the score of a document that has none.
    pub(super) fn insert(&mut self, scored: &Scored) {
        if let Some(score) = self.scores.get_mut(scored.doc as usize) {
            *score = scored.score;
        }
        self.held.insert(scored.doc);
        match scored.close {
            Closeness::Found => self.found.insert(scored.doc),
            Closeness::Akin => self.akin.insert(scored.doc),
            Closeness::Hint => {}
        }
    }

    /// Marks documents as found, with such a score where they have none.
    pub(super) fn mark(&mut self, mut documents: DocSet, score: f32) {
        documents.remove(&self.found);
        for doc in documents.iter() {
            let scored = self.scores.get_mut(doc as usize);
            if let Some(scored) = scored.filter(|scored| **scored == 0.0) {
                *scored = score;
            }
        }
        self.found.unite(&documents);
    }

    /// The same as they are, or one by one where they are few.
    pub(super) fn packed(mut self) -> ClauseScores {
        self.held.unite(&self.found);
        let held = self.held.len();
        if held * MANY_SHARE > self.scores.len() {
            return ClauseScores::Many(self);
        }
        let mut few = Vec::with_capacity(held);
        few.extend(self.held.iter().map(|doc| self.scored(doc)));
        ClauseScores::Few(few)
    }

    /// The score of a document that has one.
    fn scored(&self, doc: u32) -> Scored {
        Scored {
            doc,
            score: self.scores.get(doc as usize).copied().unwrap_or(0.0),
            close: if self.found.holds(doc) {
                Closeness::Found
            } else if self.akin.holds(doc) {
                Closeness::Akin
            } else {
                Closeness::Hint
            },
        }
    }

    /// The score of a document, where it has one.
    pub(super) fn of(&self, doc: u32) -> Option<Scored> {
        self.held.holds(doc).then(|| self.scored(doc))
    }

    /// Documents that have one, in order.
    pub(super) fn documents(&self) -> impl Iterator<Item = u32> {
        self.held.iter()
    }

    /// The best documents, in order.
    pub(super) fn best(&self, searcher: &Searcher) -> &BestScored {
        self.best.get_or_init(|| {
            let scored = self.held.iter().map(|doc| self.scored(doc));
            let answers = scored.filter(|scored| scored.close != Closeness::Hint);
            let hits = answers.map(|Scored { doc, score, .. }| Hit {
                doc,
                score: score.max(f32::MIN_POSITIVE),
                complete: false,
            });
            BestHits::of(searcher, hits, MAX_ORDERED)
        })
    }

    fn bytes(&self) -> usize {
        let sets = [&self.held, &self.found, &self.akin].map(DocSet::bytes);
        let best = self.best.get().map_or(0, |best| best.documents.capacity());
        let numbers = self.scores.capacity() + best;
        numbers * size_of::<u32>() + sets.iter().sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(doc: u32) -> Scored {
        let close = [Closeness::Found, Closeness::Akin, Closeness::Hint];
        Scored {
            doc,
            score: doc as f32 / 7.0,
            close: close[doc as usize % 3],
        }
    }

    fn all(scores: &ClauseScores) -> Vec<(u32, f32, Closeness)> {
        let mut all = Vec::new();
        scores.each(|s| all.push((s.doc, s.score, s.close)));
        all.sort_unstable_by_key(|scored| scored.0);
        all
    }

    #[test]
    fn few_and_many_scores_are_given_out_alike() {
        let some = || {
            (0..90)
                .rev()
                .filter(|doc| doc % 4 != 1)
                .map(scored)
                .collect()
        };
        let many = ClauseScores::of(some(), 90);
        let few = ClauseScores::of(some(), 900);
        assert!(matches!(
            (&few, &many),
            (ClauseScores::Few(_), ClauseScores::Many(_))
        ));
        assert_eq!(all(&few), all(&many));
        assert_eq!((few.len(), many.len()), (67, 67));
        assert!(many.bytes() > 90 * size_of::<f32>());
        let ClauseScores::Many(many) = many else {
            panic!("these are many");
        };
        assert!(many.documents().eq((0..90).filter(|doc| doc % 4 != 1)));
        assert!(many.of(5).is_none() && many.of(500).is_none());
        assert!(many.of(4).is_some_and(|s| s.close == Closeness::Akin));
    }

    #[test]
    fn marked_documents_are_found_and_keep_their_scores() {
        let mut many = ManyScores::new(900);
        many.insert(&scored(3));
        many.insert(&scored(4));
        let mut marked = DocSet::new(900);
        for doc in [3, 4, 7] {
            marked.insert(doc);
        }
        many.mark(marked, 0.05);
        let packed = many.packed();
        assert!(matches!(&packed, ClauseScores::Few(few) if few.len() == 3));
        let found = Closeness::Found;
        let expected = [
            (3, 3.0 / 7.0, found),
            (4, 4.0 / 7.0, found),
            (7, 0.05, found),
        ];
        assert_eq!(all(&packed), expected);
    }
}
