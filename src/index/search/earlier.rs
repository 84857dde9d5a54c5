//! The scores of all clauses of a query but the last in, and with those of the last its hits out.
//!
//! While the last word is typed, what the others give stays the same: it is kept, with the best documents of
//! it in order, and a key costs what its own word costs. Of documents with only some of the words the best
//! are found without a look at the others.

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::proximity::MAX_READ_HITS;
use super::scores::Scores;
use super::{Hit, Scored};

/// Documents kept in order: of fewer, those that the last word is in or a filter leaves out may be too many.
pub(super) const MAX_ORDERED: usize = 4096;

/// What some clauses give each document.
#[derive(Default)]
pub(in crate::index) struct EarlierSums {
    scores: Scores,
    /// The best documents that answer, best first.
    best: Vec<u32>,
    /// Whether those are all that answer.
    best_is_all: bool,
}

/// Which documents with only some of the words of a query are asked for.
pub struct Partly<'a> {
    /// How many of the best.
    pub count: usize,
    /// Documents that are not left out by a filter. Where no document with every word passes, all with some are
    /// asked for.
    pub passes: &'a dyn Fn(u32) -> bool,
}

impl EarlierSums {
    /// Keeps so many documents in order.
    pub(super) fn new(searcher: &Searcher, scores: Scores, ordered: usize) -> EarlierSums {
        let mut best: Vec<Hit> = scores.answers().collect();
        let best_is_all = best.len() <= ordered;
        if !best_is_all {
            best.select_nth_unstable_by(ordered, |a, b| searcher.better(a, b));
            best.truncate(ordered);
        }
        best.sort_unstable_by(|a, b| searcher.better(a, b));
        EarlierSums {
            scores,
            best: best.into_iter().map(|hit| hit.doc).collect(),
            best_is_all,
        }
    }

    /// The scores, to be added to.
    pub(super) fn scores(&self) -> Scores {
        self.scores.clone()
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.scores.bytes() + self.best.capacity() * size_of::<u32>()
    }

    /// One document after the last of so many clauses, where it answers.
    fn hit(&self, doc: u32, last: Option<&Scored>, clauses: usize) -> Option<Hit> {
        let mut sum = self.scores.of(doc);
        if let Some(last) = last {
            sum.add(last);
        }
        sum.hit(doc, clauses)
    }
}

impl Searcher {
    /// The documents with every word of a query of so many clauses, and of those with some the ones asked
    /// for; all that `keep` lets pass where none is asked for by name.
    pub(super) fn joined(
        &self,
        earlier: &EarlierSums,
        last: &[Scored],
        clauses: usize,
        keep: &dyn Fn(u32) -> bool,
        partly: Option<&Partly<'_>>,
    ) -> Vec<Hit> {
        let mut with_last = DocSet::new(self.len());
        let mut hits = Vec::new();
        let mut passed = false;
        let mut partial = PartialHits::new(self, partly);
        for scored in last {
            with_last.insert(scored.doc);
            let Some(hit) = earlier.hit(scored.doc, Some(scored), clauses) else {
                continue;
            };
            if !hit.complete {
                if partial.may_take(&hit) && keep(hit.doc) {
                    partial.take(hit);
                }
            } else if keep(hit.doc) {
                passed |= partly.is_some_and(|partly| (partly.passes)(hit.doc));
                hits.push(hit);
            }
        }
        let hit = |doc: &u32| keep(*doc).then(|| earlier.hit(*doc, None, clauses))?;
        if !passed {
            let with = last
                .iter()
                .filter_map(|s| earlier.hit(s.doc, Some(s), clauses));
            hits.extend(with.filter(|hit| !hit.complete && keep(hit.doc)));
            let without = earlier.scores.touched();
            hits.extend(
                without
                    .filter(|doc| !with_last.holds(**doc))
                    .filter_map(hit),
            );
            return hits;
        }
        if partial.count > 0 {
            let in_order = earlier.best.iter();
            let in_order = in_order.filter(|doc| !with_last.holds(**doc));
            if !partial.take_in_order(in_order.filter_map(hit)) && !earlier.best_is_all {
                // Those in order were taken.
                let mut taken = with_last;
                earlier.best.iter().for_each(|doc| taken.insert(*doc));
                let left = earlier.scores.touched();
                for hit in left.filter(|doc| !taken.holds(**doc)).filter_map(hit) {
                    if partial.may_take(&hit) {
                        partial.take(hit);
                    }
                }
            }
            hits.extend(partial.into_hits());
        }
        hits
    }
}

/// The best hits with only some of the words: those that pass a filter, and those that are looked at more closely.
struct PartialHits<'a> {
    searcher: &'a Searcher,
    passes: Option<&'a dyn Fn(u32) -> bool>,
    count: usize,
    passing: BestHits,
    any: BestHits,
}

/// The best hits met so far, and a few more.
struct BestHits {
    most: usize,
    hits: Vec<Hit>,
    /// Those that score less are not among them.
    least: f32,
}

impl BestHits {
    fn new(most: usize) -> BestHits {
        BestHits {
            most,
            hits: Vec::new(),
            least: f32::NEG_INFINITY,
        }
    }

    fn take(&mut self, searcher: &Searcher, hit: Hit) {
        if hit.score < self.least || self.most == 0 {
            return;
        }
        self.hits.push(hit);
        if self.hits.len() >= self.most * 2 {
            let better = |a: &Hit, b: &Hit| searcher.better(a, b);
            self.hits.select_nth_unstable_by(self.most - 1, better);
            self.hits.truncate(self.most);
            self.least = self.hits.last().map_or(self.least, |hit| hit.score);
        }
    }
}

impl<'a> PartialHits<'a> {
    fn new(searcher: &'a Searcher, partly: Option<&'a Partly<'a>>) -> PartialHits<'a> {
        let count = partly.map_or(0, |partly| partly.count);
        PartialHits {
            searcher,
            passes: partly.map(|partly| partly.passes),
            count,
            passing: BestHits::new(count),
            any: BestHits::new(MAX_READ_HITS),
        }
    }

    /// Whether a hit may be among the best.
    fn may_take(&self, hit: &Hit) -> bool {
        self.count > 0 && hit.score >= self.passing.least.min(self.any.least)
    }

    fn take(&mut self, hit: Hit) {
        self.any.take(self.searcher, hit);
        if self.passes.is_none_or(|passes| passes(hit.doc)) {
            self.passing.take(self.searcher, hit);
        }
    }

    /// Takes hits that come best first; whether there were enough, so that none after them is needed.
    fn take_in_order(&mut self, hits: impl Iterator<Item = Hit>) -> bool {
        let (mut passed, mut met) = (0, 0);
        for hit in hits {
            met += 1;
            passed += usize::from(self.passes.is_none_or(|passes| passes(hit.doc)));
            self.take(hit);
            if passed >= self.count && met >= self.any.most {
                return true;
            }
        }
        false
    }

    /// All of them, each once.
    fn into_hits(self) -> Vec<Hit> {
        let mut hits = self.passing.hits;
        hits.extend(self.any.hits);
        hits.sort_unstable_by_key(|hit| hit.doc);
        hits.dedup_by_key(|hit| hit.doc);
        hits
    }
}
