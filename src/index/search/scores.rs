//! Scores of clauses in, hits out.

use super::{Closeness, Hit, Scored};

/// The sum of what the clauses gave each document.
pub(super) struct Scores {
    sums: Vec<f32>,
    /// How many clauses found their word.
    found: Vec<u32>,
    /// Whether some clause found more than a hint of its word.
    answers: Vec<bool>,
    /// Documents with a score, each once.
    touched: Vec<u32>,
}

impl Scores {
    pub(super) fn new(documents: usize) -> Scores {
        Scores {
            sums: vec![0.0; documents],
            found: vec![0; documents],
            answers: vec![false; documents],
            touched: Vec::new(),
        }
    }

    /// Adds what one clause gave; each document is in it once.
    pub(super) fn add(&mut self, scored: Vec<Scored>) {
        for Scored { doc, score, close } in scored {
            let at = doc as usize;
            let (Some(sum), Some(count)) = (self.sums.get_mut(at), self.found.get_mut(at)) else {
                continue;
            };
            if *sum == 0.0 {
                self.touched.push(doc);
            }
            // A word in every document still makes it an answer.
            *sum += score.max(f32::MIN_POSITIVE);
            *count += u32::from(close == Closeness::Found);
            if close != Closeness::Hint {
                self.answers[at] = true;
            }
        }
    }

    pub(super) fn hits(self, clauses: usize, keep: impl Fn(u32) -> bool) -> Vec<Hit> {
        let answers = |doc: &u32| self.answers[*doc as usize] && keep(*doc);
        let kept = self.touched.into_iter().filter(answers);
        let hit = |doc: u32| Hit {
            doc,
            score: self.sums[doc as usize],
            complete: self.found[doc as usize] as usize == clauses,
        };
        kept.map(hit).collect()
    }
}
