//! Small shards that follow each other, made one: a pipe that gives an article now and then, or a folder that gains a
//! few files a day, would else have thousands, and each is looked into by every search.
//!
//! What was struck from a shard counts, too, so that one of which nothing is left goes with the others; only what is
//! left is built anew.

use std::sync::Arc;

use super::super::shard::Shard;
use super::MAX_SHARD;
use super::loader::Loader;
use crate::index::IndexError;

/// Shards that are made one at a time: fewer would be built anew more often, more would be searched for longer.
const MERGED: usize = 8;
/// Bytes of articles above which shards stay apart, since all of them are in memory while they are made one.
const MAX_MERGED_BYTES: u64 = 32 << 20;

impl Loader {
    /// Makes the last few shards one if they are small. Each merge at least doubles the largest
    /// of them, so that no article is built anew more often than a dozen times, however many there are.
    pub(super) fn merge_small(&mut self) -> Result<(), IndexError> {
        while let Some(last) = self.shards.last(MERGED) {
            let left: usize = last.iter().map(|shard| shard.len()).sum();
            let long = left > MAX_SHARD / 2
                || last.iter().map(|shard| shard.unpacked_size()).sum::<u64>() > MAX_MERGED_BYTES;
            let sizes = last.iter().map(|shard| u64::from(shard.records.packed()));
            let largest = sizes.clone().max().unwrap_or(0);
            if long || 2 * largest > sizes.sum() || !self.may_merge() {
                return Ok(());
            }
            let mut articles = Vec::with_capacity(left);
            for shard in &last {
                articles.extend(shard.articles()?);
            }
            drop(last);
            let merged = Arc::new(Shard::build(articles, self.plan.indexed)?);
            self.replace_last(merged)?;
        }
        Ok(())
    }

    /// Whether the last shards may be replaced as far as the kept lexicon goes: all that it has the words of are
    /// there, or, where it was not opened, none of these is among them.
    fn may_merge(&self) -> bool {
        let count = self.names.len();
        if self.plan.indexed {
            count >= self.covered
        } else {
            count >= self.covered + MERGED
        }
    }

    /// Puts a shard in the place of the last ones. Articles keep their numbers.
    fn replace_last(&mut self, merged: Arc<Shard>) -> Result<(), IndexError> {
        let (merged, name) = if self.build_right.is_some() {
            self.on_disk(merged, None)
        } else {
            (merged, None)
        };
        if let (Some(assembly), Some(segment)) = (&mut self.assembly, merged.segment()) {
            assembly.replace_last(MERGED, Arc::clone(segment))?;
        }
        self.names.truncate(self.names.len().saturating_sub(MERGED));
        self.names.push(name);
        // What comes now is neither in the index nor among the words of the kept lexicon.
        self.covered = self.covered.min(self.names.len());
        self.assembled = self.assembled.min(self.names.len());
        self.shards.replace_last(MERGED, merged);
        Ok(())
    }
}
