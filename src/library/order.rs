//! From articles to the order in which those stand that are equal in all that was asked for: by path, then by record.
//!
//! This is the tie-breaker of every order (hits, related articles, versions, groups, passages): a
//! store of any kind can hold it, and neither the order of arguments nor batches change it. Where a
//! file has a record number twice, the key decides, then the order of the file.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{ArticleNo, Entry, Library};

/// The rank of every article of a snapshot, and the article of every rank. Both are empty where
/// loading order is this order, as it is for one folder.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceOrder {
    ranks: Arc<[u32]>,
    numbers: Arc<[u32]>,
}

impl PlaceOrder {
    /// Time is linear where loading order is the order; else paths are sorted once.
    pub(super) fn of(entries: &[Arc<Entry>]) -> PlaceOrder {
        if entries.is_sorted_by(|a, b| in_order(a, b)) {
            return PlaceOrder::default();
        }
        let paths = path_ranks(entries);
        let path = |entry: &Entry| paths.get(&*entry.article.path).copied();
        let numbered = entries.iter().zip(0u32..);
        let mut all: Vec<(Option<u32>, u32, u32)> = numbered
            .map(|(entry, number)| (path(entry), entry.article.record, number))
            .collect();
        let key = |number: u32| entries.get(number as usize).map(|e| e.article.key);
        all.sort_unstable_by(|a, b| {
            let place = (a.0, a.1).cmp(&(b.0, b.1));
            place
                .then_with(|| key(a.2).cmp(&key(b.2)))
                .then(a.2.cmp(&b.2))
        });
        let numbers: Arc<[u32]> = all.into_iter().map(|(_, _, number)| number).collect();
        let mut ranks = vec![0; numbers.len()];
        for (number, rank) in numbers.iter().zip(0..) {
            if let Some(slot) = ranks.get_mut(*number as usize) {
                *slot = rank;
            }
        }
        PlaceOrder {
            ranks: ranks.into(),
            numbers,
        }
    }

    pub(super) fn rank(&self, number: u32) -> u32 {
        let rank = self.ranks.get(number as usize);
        debug_assert!(self.ranks.is_empty() || rank.is_some(), "no article");
        rank.copied().unwrap_or(number)
    }

    /// The ranks by number; empty where the rank is the number.
    pub(super) fn ranks(&self) -> Arc<[u32]> {
        Arc::clone(&self.ranks)
    }

    /// The number of the article of a rank.
    pub(super) fn number(&self, rank: u32) -> u32 {
        let number = self.numbers.get(rank as usize);
        debug_assert!(self.numbers.is_empty() || number.is_some(), "no rank");
        number.copied().unwrap_or(rank)
    }
}

/// Whether an article may stand right before another. Paths are compared part by part as text.
fn in_order(a: &Entry, b: &Entry) -> bool {
    let (a, b) = (&a.article, &b.article);
    let place = if Arc::ptr_eq(&a.path, &b.path) {
        a.record.cmp(&b.record)
    } else {
        a.path.cmp(&b.path).then(a.record.cmp(&b.record))
    };
    place.then_with(|| a.key.cmp(&b.key)).is_le()
}

/// The rank of each path. Articles of one file share one path and stand together.
fn path_ranks(entries: &[Arc<Entry>]) -> FxHashMap<&Path, u32> {
    let runs = entries.chunk_by(|a, b| Arc::ptr_eq(&a.article.path, &b.article.path));
    let mut paths: Vec<&Path> = runs
        .filter_map(|run| run.first().map(|entry| &*entry.article.path))
        .collect();
    paths.sort_unstable();
    paths.dedup();
    paths.into_iter().zip(0..).collect()
}

impl Library {
    /// An article's place in the order of paths and records, which ends every other order.
    pub fn rank(&self, no: ArticleNo) -> u32 {
        self.order.rank(no.0)
    }

    /// The article of a rank below [`Library::len`].
    pub(super) fn at_rank(&self, rank: u32) -> ArticleNo {
        ArticleNo(self.order.number(rank))
    }

    /// All articles by path, then record.
    pub fn in_order(&self) -> impl Iterator<Item = (ArticleNo, &Arc<Entry>)> {
        let ranks = (0..).take(self.len());
        let numbers = ranks.map(|rank| self.at_rank(rank));
        numbers.filter_map(|no| Some((no, self.get(no)?)))
    }
}
