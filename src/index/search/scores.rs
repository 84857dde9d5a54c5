//! Scores of clauses in, hits out.

use super::{Closeness, Hit, Scored};

/// What the clauses gave each document, added up.
#[derive(Default)]
pub(in crate::index) struct Scores {
    all: Vec<ScoreSum>,
    /// Documents with a score, each once.
    touched: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
struct ScoreSum {
    sum: f32,
    /// How many clauses found their word.
    found: u16,
    /// Whether some clause found more than a hint of its word.
    answers: bool,
}

impl Scores {
    pub(super) fn resize(&mut self, documents: usize) {
        self.all.resize(documents, ScoreSum::default());
    }

    /// Adds what one clause gave; each document is in it once.
    pub(super) fn add(&mut self, scored: &[Scored]) {
        for &Scored { doc, score, close } in scored {
            // A word in every document still makes it an answer.
            let Some(all) = self.with(doc, score.max(f32::MIN_POSITIVE)) else {
                continue;
            };
            all.found = all
                .found
                .saturating_add(u16::from(close == Closeness::Found));
            all.answers |= close != Closeness::Hint;
        }
    }

    /// Adds to the score of one document.
    pub(in crate::index) fn add_to(&mut self, doc: u32, score: f32) {
        self.with(doc, score);
    }

    fn with(&mut self, doc: u32, score: f32) -> Option<&mut ScoreSum> {
        let all = self.all.get_mut(doc as usize)?;
        if all.sum == 0.0 {
            self.touched.push(doc);
        }
        all.sum += score;
        Some(all)
    }

    /// Gives out the documents that answer; nothing is left.
    pub(super) fn take_hits(&mut self, clauses: usize, keep: impl Fn(u32) -> bool) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(self.touched.len());
        for doc in self.touched.drain(..) {
            let Some(all) = self.all.get_mut(doc as usize) else {
                continue;
            };
            let ScoreSum {
                sum,
                found,
                answers,
            } = std::mem::take(all);
            if answers && keep(doc) {
                hits.push(Hit {
                    doc,
                    score: sum,
                    complete: usize::from(found) == clauses,
                });
            }
        }
        hits
    }

    /// Gives out every document with its score; nothing is left.
    pub(in crate::index) fn take(&mut self) -> Vec<Hit> {
        let all = &mut self.all;
        let touched = self.touched.drain(..);
        let hit = |doc: u32| {
            let score = std::mem::take(all.get_mut(doc as usize)?).sum;
            Some(Hit {
                doc,
                score,
                complete: true,
            })
        };
        touched.filter_map(hit).collect()
    }
}

/// What one clause alone gives, as hits.
pub(super) fn hits_of(scored: &[Scored], keep: impl Fn(u32) -> bool) -> Vec<Hit> {
    let answers = |scored: &&Scored| scored.close != Closeness::Hint && keep(scored.doc);
    let hit = |scored: &Scored| Hit {
        doc: scored.doc,
        score: scored.score.max(f32::MIN_POSITIVE),
        complete: scored.close == Closeness::Found,
    };
    scored.iter().filter(answers).map(hit).collect()
}
