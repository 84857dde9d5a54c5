//! A query in, the documents that answer it with their scores out.
//!
//! Each clause is scored by itself (`word`, `phrase`), one document after the other, into an
//! array with a place for each; the scores are added, and a document that has every word *found*
//! ([`super::lexicon`]) is marked, so that complete answers can be sorted first. The
//! best are then looked at more closely: words that stand together count more (`proximity`).
//!
//! A word's score is BM25 over title and text together, once per layer; the best layer counts whole,
//! the others a little. Layers, weights and limits are measured on questions and keywords over
//! Arabic encyclopedia paragraphs and news, where they beat one stem, separate fields and roots.

mod begun;
mod best_hits;
mod by_segment;
mod by_use;
mod clause_scores;
mod completion;
mod earlier;
mod memory;
mod phrase;
mod phrase_starts;
mod plan;
mod proximity;
mod scores;
mod warm_up;
pub(super) mod word;
mod workspace;

use std::cmp::Ordering;
use std::sync::Arc;

use super::doc_set::DocSet;
use super::engine::Searcher;
use super::error::IndexError;
use crate::query::Query;
pub(super) use begun::MAX_COMMON;
use clause_scores::ClauseScores;
pub use earlier::Partly;
use earlier::{EarlierSums, MAX_ORDERED};
use memory::SlotName;
pub(super) use memory::{KnownWord, SearchMemory};
pub(super) use plan::{Plan, PlannedItem, PlannedWord};
use scores::Scores;
pub(super) use workspace::Workspace;

/// Which forms of the words of a query answer it, unless a word says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forms {
    /// Every form and every accepted spelling.
    #[default]
    All,
    /// The word's own letters, whatever clings before them and however their hamza is written.
    Word,
    /// As typed.
    Exact,
}

/// A document that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The number it was added under.
    pub doc: u32,
    pub score: f32,
    /// Whether every word was found in it.
    pub complete: bool,
}

impl Searcher {
    /// All documents that have some word of the query and that `keep` lets pass, in no order; of those
    /// with only some of the words of several those asked for, where some are; where nothing is looked
    /// for, all that pass.
    pub(super) fn run(
        &self,
        plan: &Plan,
        keep: &dyn Fn(u32) -> bool,
        partly: Option<&Partly<'_>>,
        space: &mut Workspace,
    ) -> Result<Vec<Hit>, IndexError> {
        let excluded = self.excluded(plan, space)?;
        let keep = |doc: u32| !excluded.as_ref().is_some_and(|set| set.holds(doc)) && keep(doc);
        if plan.slots.is_empty() {
            let all = (0..self.lengths.len()).filter_map(|doc| u32::try_from(doc).ok());
            let hit = |doc| Hit {
                doc,
                score: 0.0,
                complete: true,
            };
            return Ok(all.filter(|doc| keep(*doc)).map(hit).collect());
        }
        let Some((last, earlier)) = plan.slots.split_last().filter(|(_, e)| !e.is_empty()) else {
            let only = plan.slots.first().map_or(&[][..], Vec::as_slice);
            return Ok(scores::hits_of(
                self.slot(only, false, space)?.as_ref(),
                keep,
            ));
        };
        let earlier = self.earlier(earlier, space)?;
        space.go_on()?;
        let last = self.slot(last, true, space)?;
        let mut hits = self.joined(&earlier, &last, plan.slots.len(), &keep, partly);
        proximity::favour(self, plan, &mut hits)?;
        Ok(hits)
    }

    /// What several clauses give each document; what is kept of the first of them is gone on from.
    fn earlier(
        &self,
        slots: &[Vec<PlannedItem>],
        space: &mut Workspace,
    ) -> Result<Arc<EarlierSums>, IndexError> {
        let names: Vec<SlotName> = slots.iter().map(|slot| SlotName::of(slot)).collect();
        let (mut scores, known) = match self.memory.earlier(&names) {
            Some((sums, known)) if known == names.len() => return Ok(sums),
            Some((sums, known)) => (sums.scores(), known),
            None => (Scores::of_none(self.len()), 0),
        };
        for slot in slots.iter().skip(known) {
            space.go_on()?;
            scores.add(self.slot(slot, true, space)?.as_ref());
        }
        let sums = Arc::new(EarlierSums::new(self, scores, MAX_ORDERED));
        self.memory.keep_earlier(names, &sums);
        Ok(sums)
    }

    /// The better of two hits first: by what of the query they have, then by score.
    fn better(&self, a: &Hit, b: &Hit) -> Ordering {
        let complete = b.complete.cmp(&a.complete);
        complete
            .then(b.score.total_cmp(&a.score))
            .then_with(|| self.rank(a.doc).cmp(&self.rank(b.doc)))
    }

    /// The documents that hold what the query excludes; `None` where it excludes nothing.
    fn excluded(&self, plan: &Plan, space: &mut Workspace) -> Result<Option<DocSet>, IndexError> {
        if plan.excluded.is_empty() {
            return Ok(None);
        }
        let mut excluded = DocSet::new(self.len());
        for item in &plan.excluded {
            self.item(item, space)?.each(|scored| {
                if scored.close == Closeness::Found {
                    excluded.insert(scored.doc);
                }
            });
        }
        Ok(Some(excluded))
    }

    /// One clause, beside which there are `several` or none.
    fn slot(
        &self,
        items: &[PlannedItem],
        several: bool,
        space: &mut Workspace,
    ) -> Result<Arc<ClauseScores>, IndexError> {
        match items {
            [PlannedItem::Phrase(words, slop)] => {
                let scored = self.phrase_or_words(words, *slop, several, space)?;
                Ok(Arc::new(ClauseScores::of(scored, self.len())))
            }
            [item] => self.item(item, space),
            items => {
                let scored = self.best_of(items, space)?;
                Ok(Arc::new(ClauseScores::of(scored, self.len())))
            }
        }
    }

    /// Alternatives: the best of them counts.
    fn best_of(
        &self,
        items: &[PlannedItem],
        space: &mut Workspace,
    ) -> Result<Vec<Scored>, IndexError> {
        let mut all = Vec::new();
        for item in items {
            self.item(item, space)?.each(|scored| all.push(*scored));
        }
        all.sort_unstable_by(|a, b| {
            let best = b.score.total_cmp(&a.score);
            a.doc.cmp(&b.doc).then(b.close.cmp(&a.close)).then(best)
        });
        all.dedup_by_key(|scored| scored.doc);
        Ok(all)
    }

    fn item(
        &self,
        item: &PlannedItem,
        space: &mut Workspace,
    ) -> Result<Arc<ClauseScores>, IndexError> {
        match item {
            PlannedItem::Word(word) => self.word(word, space),
            PlannedItem::Phrase(words, slop) => {
                let scored = self.phrase(words, *slop, space)?;
                Ok(Arc::new(ClauseScores::of(scored, self.len())))
            }
        }
    }

    /// What a query looks for.
    pub(super) fn plan(&self, query: &Query, forms: Forms) -> Plan {
        Plan::new(self, query, forms)
    }

    /// Rarity of a word that `documents` documents hold: the inverse document frequency of BM25.
    fn rarity(&self, documents: usize) -> f32 {
        let all = self.lengths.len() as f32;
        let held = (documents as f32).min(all);
        (1.0 + (all - held + 0.5) / (held + 0.5)).ln()
    }
}

/// How close a document comes to what a clause asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// A word of the same root: it helps to rank, but is no answer.
    Hint,
    /// The same stem or sound.
    Akin,
    /// The word itself.
    Found,
}

impl Closeness {
    /// Of the document at place `at`, where those before `found` hold the word itself and those
    /// before `akin` something akin.
    fn of(at: usize, found: usize, akin: usize) -> Closeness {
        if at < found {
            Closeness::Found
        } else if at < akin {
            Closeness::Akin
        } else {
            Closeness::Hint
        }
    }
}

/// The score that one clause gives a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored {
    doc: u32,
    score: f32,
    close: Closeness,
}

#[cfg(test)]
mod tests;
