//! The scores of all clauses of a query but the last in, and with those of the last its hits out.
//!
//! While the last word is typed, what the others give stays the same: it is kept, with the best documents of
//! it in order, and a key costs what its own word costs. Of documents with only some of the words the best
//! are found without a look at the others.

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::best_hits::{BestHits, BestScored};
use super::clause_scores::{ClauseScores, ManyScores};
use super::proximity::MAX_READ_HITS;
use super::scores::Scores;
use super::{Hit, Scored};

/// Documents kept in order: of fewer, those that the last word is in or a filter leaves out may be too many.
pub(super) const MAX_ORDERED: usize = 4096;

/// What some clauses give each document.
#[derive(Default)]
pub(in crate::index) struct EarlierSums {
    scores: Scores,
    best: BestScored,
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
        let best = BestHits::of(searcher, scores.answers(), ordered);
        EarlierSums { scores, best }
    }

    /// The scores, to be added to.
    pub(super) fn scores(&self) -> Scores {
        self.scores.clone()
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.scores.bytes() + self.best.documents.capacity() * size_of::<u32>()
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
        last: &ClauseScores,
        clauses: usize,
        keep: &dyn Fn(u32) -> bool,
        partly: Option<&Partly<'_>>,
    ) -> Vec<Hit> {
        let mut join = LastWordJoin {
            earlier,
            clauses,
            keep,
            hits: Vec::new(),
            passed: false,
            partial: PartialHits::new(self, partly),
        };
        match last {
            ClauseScores::Few(last) => join.with_few(self.len(), last),
            ClauseScores::Many(last) => join.with_many(self, last),
        }
        join.hits
    }
}

/// What clauses give, joined with what the last of them gives.
struct LastWordJoin<'a> {
    earlier: &'a EarlierSums,
    clauses: usize,
    keep: &'a dyn Fn(u32) -> bool,
    hits: Vec<Hit>,
    /// Whether a hit with every word passes the filter.
    passed: bool,
    partial: PartialHits<'a>,
}

impl LastWordJoin<'_> {
    /// Looks at the documents of the last word.
    fn with_few(&mut self, documents: usize, last: &[Scored]) {
        let (earlier, clauses, keep) = (self.earlier, self.clauses, self.keep);
        let mut with_last = DocSet::new(documents);
        for scored in last {
            with_last.insert(scored.doc);
            self.take(scored.doc, Some(scored));
        }
        let hit = |doc: &u32| keep(*doc).then(|| earlier.hit(*doc, None, clauses))?;
        if !self.passed {
            let with = last.iter();
            let with = with.filter_map(|s| earlier.hit(s.doc, Some(s), clauses));
            let with = with.filter(|hit| !hit.complete && keep(hit.doc));
            self.hits.extend(with);
            let without = earlier.scores.touched();
            let without = without.filter(|doc| !with_last.holds(**doc));
            self.hits.extend(without.filter_map(hit));
            return;
        }
        let partial = &mut self.partial;
        if partial.count > 0 {
            let in_order = earlier.best.documents.iter();
            let in_order = in_order.filter(|doc| !with_last.holds(**doc));
            if !partial.take_in_order(in_order.filter_map(hit)) && !earlier.best.is_all {
                // Those in order were taken.
                let mut taken = with_last;
                let in_order = earlier.best.documents.iter();
                in_order.for_each(|doc| taken.insert(*doc));
                let left = earlier.scores.touched();
                let left = left.filter(|doc| !taken.holds(**doc));
                left.filter_map(hit).for_each(|hit| partial.take(hit));
            }
            self.hits.extend(partial.best());
        }
    }

    /// Looks at the documents of the words before the last: only they can have every word.
    fn with_many(&mut self, searcher: &Searcher, last: &ManyScores) {
        let (earlier, clauses, keep) = (self.earlier, self.clauses, self.keep);
        for &doc in earlier.scores.touched() {
            self.take(doc, last.of(doc).as_ref());
        }
        let without = |doc: &u32| !earlier.scores.holds(*doc);
        let hit = |doc: u32| {
            let hit = earlier.hit(doc, last.of(doc).as_ref(), clauses)?;
            (!hit.complete && keep(doc)).then_some(hit)
        };
        if !self.passed {
            let with = earlier.scores.touched().copied();
            self.hits.extend(with.filter_map(hit));
            let without = last.documents().filter(without);
            self.hits.extend(without.filter_map(hit));
            return;
        }
        let partial = &mut self.partial;
        if partial.count > 0 {
            let best = last.best(searcher);
            let in_order = best.documents.iter().copied().filter(without);
            if !partial.take_in_order(in_order.filter_map(hit)) && !best.is_all {
                let mut taken = DocSet::new(searcher.len());
                best.documents.iter().for_each(|doc| taken.insert(*doc));
                let left = last.documents().filter(without);
                let left = left.filter(|doc| !taken.holds(*doc));
                left.filter_map(hit).for_each(|hit| partial.take(hit));
            }
            self.hits.extend(partial.best());
        }
    }

    /// Takes a document with what the last word gives it; one with only some of the words if it may be among the
    /// best.
    fn take(&mut self, doc: u32, last: Option<&Scored>) {
        let Some(hit) = self.earlier.hit(doc, last, self.clauses) else {
            return;
        };
        if !hit.complete {
            if self.partial.may_take(&hit) && (self.keep)(doc) {
                self.partial.take(hit);
            }
        } else if (self.keep)(doc) {
            self.passed |= self.partial.passes.is_some_and(|passes| passes(doc));
            self.hits.push(hit);
        }
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
        if !self.may_take(&hit) {
            return;
        }
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
    fn best(&mut self) -> Vec<Hit> {
        let mut hits = std::mem::take(&mut self.passing.hits);
        hits.append(&mut self.any.hits);
        hits.sort_unstable_by_key(|hit| hit.doc);
        hits.dedup_by_key(|hit| hit.doc);
        hits
    }
}
