//! Scores of clauses in, hits out.

use super::clause_scores::ClauseScores;
use super::{Closeness, Hit, Scored};

/// What the clauses gave each document, added up.
#[derive(Clone, Default)]
pub(super) struct Scores {
    all: Vec<ScoreSum>,
    /// Documents with a score, each once.
    touched: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
pub(super) struct ScoreSum {
    sum: f32,
    /// How many clauses found their word.
    found: u16,
    /// Whether some clause found more than a hint of its word.
    answers: bool,
}

impl ScoreSum {
    /// Adds what one clause gave.
    pub(super) fn add(&mut self, &Scored { score, close, .. }: &Scored) {
        // A word in every document still makes it an answer.
        self.sum += score.max(f32::MIN_POSITIVE);
        self.found = self
            .found
            .saturating_add(u16::from(close == Closeness::Found));
        self.answers |= close != Closeness::Hint;
    }

    /// The document as a hit, where it answers one of so many clauses.
    pub(super) fn hit(self, doc: u32, clauses: usize) -> Option<Hit> {
        self.answers.then_some(Hit {
            doc,
            score: self.sum,
            complete: usize::from(self.found) == clauses,
        })
    }
}

impl Scores {
    /// No score for any of so many documents.
    pub(super) fn of_none(documents: usize) -> Scores {
        Scores {
            all: vec![ScoreSum::default(); documents],
            touched: Vec::new(),
        }
    }

    /// Adds what one clause gave; each document is in it once.
    pub(super) fn add(&mut self, scores: &ClauseScores) {
        scores.each(|scored| {
            let Some(all) = self.all.get_mut(scored.doc as usize) else {
                return;
            };
            if all.sum == 0.0 {
                self.touched.push(scored.doc);
            }
            all.add(scored);
        });
    }

    /// Whether a document has a score.
    pub(super) fn holds(&self, doc: u32) -> bool {
        self.of(doc).sum != 0.0
    }

    /// What the clauses gave one document.
    pub(super) fn of(&self, doc: u32) -> ScoreSum {
        self.all.get(doc as usize).copied().unwrap_or_default()
    }

    /// Documents with a score, each once.
    pub(super) fn touched(&self) -> impl Iterator<Item = &u32> {
        self.touched.iter()
    }

    /// The documents that answer, as hits with some of the words.
    pub(super) fn answers(&self) -> impl Iterator<Item = Hit> {
        self.touched()
            .filter_map(|doc| self.of(*doc).hit(*doc, usize::MAX))
    }

    /// Bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        self.all.capacity() * size_of::<ScoreSum>() + self.touched.capacity() * size_of::<u32>()
    }
}

/// What one clause alone gives, as hits.
pub(super) fn hits_of(scores: &ClauseScores, keep: impl Fn(u32) -> bool) -> Vec<Hit> {
    let mut hits = Vec::with_capacity(scores.len());
    scores.each(|scored| {
        if scored.close != Closeness::Hint && keep(scored.doc) {
            hits.push(Hit {
                doc: scored.doc,
                score: scored.score.max(f32::MIN_POSITIVE),
                complete: scored.close == Closeness::Found,
            });
        }
    });
    hits
}
