//! Kept shards as they are opened: without the articles that were struck before, then without those whose files have
//! changed since.
//!
//! What is left of a shard stays in its files as it is. Where much of it is struck it is built anew, and what is
//! small is left to merging; but as long as the kept lexicon has the words of a shard, that goes on holding it, since
//! the words of a shard that is no longer there would have to be looked for in all others.

use super::super::shard::Shard;
use super::manifest::{KeptShard, ShardName};
use crate::dedup::across::chrome::GoneArticle;
use crate::index::{GoneDocument, IndexError, StruckPlaces};
use crate::kept::{Damage, KeepError, KeptFile};

/// A shard of which one in so many articles is struck, or one in so many words, is worn.
const WORN_SHARE: usize = 4;
/// Most articles of a small shard, and bytes of them unpacked.
const MAX_SMALL: u32 = 1024;
const MAX_SMALL_BYTES: u64 = 16 << 20;

/// A shard with the names of its files.
pub(super) struct OpenedShard {
    pub(super) shard: Shard,
    pub(super) name: ShardName,
    /// Words of the articles that were struck since it was kept.
    struck_words: u64,
}

impl OpenedShard {
    /// A shard from the kept file of its articles.
    pub(super) fn open(kept: &KeptShard, file: &KeptFile) -> Result<OpenedShard, KeepError> {
        let mut shard = super::shard_file::open(file)?;
        let all = words(&shard);
        strike_kept(&mut shard, &kept.struck)?;
        Ok(OpenedShard {
            struck_words: all - words(&shard),
            shard,
            name: kept.name,
        })
    }

    /// Strikes articles by their places among those left.
    fn strike(&mut self, places: &[u32]) {
        let before = words(&self.shard);
        self.shard.strike(places);
        self.struck_words += before - words(&self.shard);
    }

    /// Whether so much is struck that it should be built anew.
    pub(super) fn is_worn(&self) -> bool {
        let share = WORN_SHARE as u64;
        let struck = self.shard.struck().len();
        let articles = WORN_SHARE * struck > self.shard.records.packed() as usize;
        let all = self.struck_words + words(&self.shard);
        articles || struck > 0 && share * self.struck_words > all
    }

    /// Whether it is so small that it is soon merged with others.
    pub(super) fn is_small(&self) -> bool {
        let records = &self.shard.records;
        records.packed() <= MAX_SMALL && records.unpacked_size() <= MAX_SMALL_BYTES
    }

    /// The documents of the index that were struck, but for those struck before.
    pub(super) fn gone(&self, before: &StruckPlaces) -> Result<Vec<GoneDocument>, IndexError> {
        let struck = self.shard.struck().places().iter().copied();
        let places = struck.filter(|place| before.moved_up(*place).is_some());
        self.shard.gone(places)
    }
}

/// Strikes what a manifest says of a shard of which nothing is struck.
pub(super) fn strike_kept(shard: &mut Shard, struck: &StruckPlaces) -> Result<(), KeepError> {
    let last = struck.places().last();
    if last.is_some_and(|place| *place >= shard.records.packed()) {
        return Err(KeepError::Torn(Damage::BadStruck));
    }
    shard.strike(struck.places());
    Ok(())
}

fn words(shard: &Shard) -> u64 {
    shard.columns.words.iter().copied().map(u64::from).sum()
}

/// What becomes of articles when others are struck.
#[derive(Default)]
pub(super) struct ArticleMoves {
    /// By the number an article had, the one it has now.
    pub(super) numbers: Vec<Option<u32>>,
    /// Those that were struck.
    pub(super) gone: Vec<GoneArticle>,
    next: u32,
}

impl ArticleMoves {
    /// Strikes articles of the next shard by their places.
    pub(super) fn strike(&mut self, opened: &mut OpenedShard, places: &[u32]) {
        let shard = &opened.shard;
        let mut struck = places.iter().copied().peekable();
        for place in 0..shard.len() as u32 {
            if struck.next_if_eq(&place).is_none() {
                self.numbers.push(Some(self.next));
                self.next += 1;
                continue;
            }
            self.gone.push(GoneArticle {
                source: shard.source(place).to_owned(),
                lines: shard.lines_of(place).to_vec(),
            });
            self.numbers.push(None);
        }
        opened.strike(places);
    }
}
