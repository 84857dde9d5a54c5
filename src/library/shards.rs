//! Shards in order; an article is known by its place among all of them.

use std::sync::Arc;

use super::ArticleNo;
use super::cards::ShardCard;
use super::ids::Named;
use super::order::PlaceOrder;
use super::records::Records;
use super::shard::{Shard, ShardColumns};
use crate::corpus::Key;
use crate::dedup::across::chrome::PrintedLine;

/// The shards of a library, one after another; one whose articles are all struck may be among them. A copy shares
/// them.
#[derive(Clone, Default)]
pub(super) struct Shards {
    placed: Vec<PlacedShard>,
}

/// A shard whose articles are numbered from `base` on.
#[derive(Clone)]
struct PlacedShard {
    shard: Arc<Shard>,
    base: u32,
}

/// Where an article is: its shard, and its place there.
#[derive(Clone, Copy)]
pub(super) struct ShardPlace<'a> {
    shard: &'a Shard,
    pub(super) place: u32,
}

impl<'a> ShardPlace<'a> {
    pub(super) fn columns(self) -> &'a ShardColumns {
        &self.shard.columns
    }

    pub(super) fn records(self) -> &'a Records {
        &self.shard.records
    }

    /// What its shard has for its row.
    pub(super) fn card(self) -> Option<ShardCard<'a>> {
        self.shard.card(self.place)
    }

    pub(super) fn index(self) -> usize {
        self.place as usize
    }

    /// Its lines that may be furniture.
    pub(super) fn lines(self) -> &'a [PrintedLine] {
        self.shard.lines_of(self.place)
    }

    /// The name of its source; empty where it is not known.
    pub(super) fn source(self) -> &'a str {
        self.shard.source(self.place)
    }

    pub(super) fn key(self) -> Key {
        self.columns()
            .keys
            .get(self.index())
            .copied()
            .unwrap_or_default()
    }
}

impl Shards {
    /// Puts a shard after those there are.
    pub(super) fn push(&mut self, shard: Arc<Shard>) {
        let base = u32::try_from(self.len()).unwrap_or(u32::MAX);
        debug_assert!(base < u32::MAX, "more articles than numbers");
        self.placed.push(PlacedShard { shard, base });
    }

    /// The last shards; `None` where there are not so many.
    pub(super) fn last(&self, count: usize) -> Option<Vec<Arc<Shard>>> {
        let from = self.placed.len().checked_sub(count)?;
        let last = self.placed.get(from..)?.iter();
        Some(last.map(|placed| Arc::clone(&placed.shard)).collect())
    }

    /// Puts a shard in the place of the last ones, of whose articles it is made.
    pub(super) fn replace_last(&mut self, count: usize, shard: Arc<Shard>) {
        let before = self.len();
        self.placed
            .truncate(self.placed.len().saturating_sub(count));
        self.push(shard);
        debug_assert_eq!(before, self.len(), "articles were lost");
    }

    /// The number of articles.
    pub(super) fn len(&self) -> usize {
        let last = self.placed.last();
        last.map_or(0, |last| last.base as usize + last.shard.len())
    }

    /// Each shard with the number of its first article.
    pub(super) fn each(&self) -> impl Iterator<Item = (u32, &Arc<Shard>)> + Clone {
        self.placed
            .iter()
            .map(|placed| (placed.base, &placed.shard))
    }

    /// Where an article is.
    pub(super) fn at(&self, no: ArticleNo) -> Option<ShardPlace<'_>> {
        let after = self.placed.partition_point(|placed| placed.base <= no.0);
        let placed = self.placed.get(after.checked_sub(1)?)?;
        let place = no.0 - placed.base;
        ((place as usize) < placed.shard.len()).then_some(ShardPlace {
            shard: &placed.shard,
            place,
        })
    }

    /// Of what the id of an article is made.
    pub(super) fn named(&self, no: ArticleNo) -> Option<Named<'_>> {
        let at = self.at(no)?;
        Some(Named {
            number: no.0,
            own: at.columns().own_ids.get(at.index())?,
            hash: *at.columns().hashes.get(at.index())?,
        })
    }

    /// All articles by path, then record.
    pub(super) fn numbers_in_order<'a>(
        &self,
        order: &'a PlaceOrder,
    ) -> impl Iterator<Item = ArticleNo> + Clone + use<'a> {
        let ranks = (0..).take(self.len());
        ranks.map(|rank| ArticleNo(order.number(rank)))
    }
}
