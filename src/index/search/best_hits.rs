//! Hits in, the best of them out: to look for a few takes less than to sort all.

use super::super::engine::Searcher;
use super::Hit;

/// The best hits met so far, and a few more.
pub(super) struct BestHits {
    pub(super) most: usize,
    pub(super) hits: Vec<Hit>,
    /// Those that score less are not among them.
    pub(super) least: f32,
}

/// The best documents of some, all of them with only some of the words.
#[derive(Debug, Default)]
pub(super) struct BestScored {
    /// Best first.
    pub(super) documents: Vec<u32>,
    /// Whether those are all there are.
    pub(super) is_all: bool,
}

/// The documents with the best scores of those met so far.
pub(in crate::index) struct BestDocuments<'a> {
    searcher: &'a Searcher,
    best: BestHits,
}

impl BestDocuments<'_> {
    pub(in crate::index) fn take(&mut self, doc: u32, score: f32) {
        let hit = Hit {
            doc,
            score,
            complete: true,
        };
        self.best.take(self.searcher, hit);
    }

    /// The best of all, in no order.
    pub(in crate::index) fn into_hits(self) -> Vec<Hit> {
        let (most, mut hits) = (self.best.most, self.best.hits);
        if hits.len() > most {
            hits.select_nth_unstable_by(most, |a, b| self.searcher.better(a, b));
            hits.truncate(most);
        }
        hits
    }
}

impl Searcher {
    /// For so many documents.
    pub(in crate::index) fn best_documents(&self, most: usize) -> BestDocuments<'_> {
        BestDocuments {
            searcher: self,
            best: BestHits::new(most),
        }
    }
}

impl BestHits {
    pub(super) fn new(most: usize) -> BestHits {
        BestHits {
            most,
            hits: Vec::new(),
            least: f32::NEG_INFINITY,
        }
    }

    /// The best of hits in no order, at most so many, put in order.
    pub(super) fn of(
        searcher: &Searcher,
        hits: impl Iterator<Item = Hit>,
        most: usize,
    ) -> BestScored {
        let mut best = BestHits::new(most);
        let mut count = 0;
        for hit in hits {
            count += 1;
            best.take(searcher, hit);
        }
        let mut hits = best.hits;
        hits.sort_unstable_by(|a, b| searcher.better(a, b));
        hits.truncate(most);
        BestScored {
            documents: hits.iter().map(|hit| hit.doc).collect(),
            is_all: count <= most,
        }
    }

    pub(super) fn take(&mut self, searcher: &Searcher, hit: Hit) {
        if hit.score < self.least || self.most == 0 {
            return;
        }
        self.hits.push(hit);
        if self.hits.len() >= self.most.saturating_mul(2) {
            let better = |a: &Hit, b: &Hit| searcher.better(a, b);
            self.hits.select_nth_unstable_by(self.most - 1, better);
            self.hits.truncate(self.most);
            self.least = self.hits.last().map_or(self.least, |hit| hit.score);
        }
    }
}
