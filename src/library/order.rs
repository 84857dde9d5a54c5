//! From articles to the order in which those stand that are equal in all that was asked for: by path, then by record.
//!
//! This is the tie-breaker of every order (hits, related articles, versions, groups, passages): a
//! store of any kind can hold it, and neither the order of arguments nor batches change it. Where a
//! file has a record number twice, the key decides, then the order of the file.

use std::cmp::Ordering;
use std::path::Path;
use std::sync::Arc;

use super::shards::Shards;
use super::{ArticleNo, Entry, Library};
use crate::corpus::Key;

/// The rank of every article of a snapshot, and the article of every rank. Both are empty where
/// loading order is this order, as it is for one folder.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceOrder {
    ranks: Arc<[u32]>,
    numbers: Arc<[u32]>,
}

/// What the order looks at.
#[derive(Clone, Copy)]
struct FilePlace<'a> {
    path: &'a Arc<Path>,
    record: u32,
    key: Key,
}

impl FilePlace<'_> {
    /// Paths are compared part by part as text.
    fn compare(&self, other: &FilePlace<'_>) -> Ordering {
        let path = if Arc::ptr_eq(self.path, other.path) {
            Ordering::Equal
        } else {
            self.path.cmp(other.path)
        };
        let record = || self.record.cmp(&other.record);
        path.then_with(record)
            .then_with(|| self.key.cmp(&other.key))
    }
}

impl PlaceOrder {
    /// Time is linear where loading order is the order, or consists of a few runs that are: as of several folders, or
    /// of files that came later.
    pub(super) fn of(shards: &Shards) -> PlaceOrder {
        if places(shards).is_sorted_by(|a, b| a.compare(b).is_le()) {
            return PlaceOrder::default();
        }
        let mut all: Vec<(FilePlace<'_>, u32)> = places(shards).zip(0..).collect();
        // Of equal ones the first comes first.
        all.sort_by(|(one, _), (other, _)| one.compare(other));
        let numbers: Arc<[u32]> = all.into_iter().map(|(_, number)| number).collect();
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

/// The places of all articles in loading order.
fn places(shards: &Shards) -> impl Iterator<Item = FilePlace<'_>> {
    shards.each().flat_map(|(_, shard)| {
        let keys = (0..).zip(&shard.columns.keys);
        keys.filter_map(|(place, key)| {
            let (path, record) = shard.place_of(place)?;
            Some(FilePlace {
                path,
                record,
                key: *key,
            })
        })
    })
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

    /// The numbers of all articles by path, then record.
    pub fn numbers(&self) -> impl Iterator<Item = ArticleNo> + '_ {
        self.shards.numbers_in_order(&self.order)
    }

    /// All articles by path, then record.
    pub fn in_order(&self) -> impl Iterator<Item = (ArticleNo, Arc<Entry>)> {
        let numbers = self.numbers();
        numbers.filter_map(|no| Some((no, Arc::new(self.read_entry(no)?))))
    }
}
