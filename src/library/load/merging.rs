//! Small shards that follow each other, made one: a pipe that gives an article now and then, or a folder that gains a few
//! files a day, would else have thousands, and each is looked into by every search.

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
            let total: usize = last.iter().map(|shard| shard.len()).sum();
            let largest = last.iter().map(|shard| shard.len()).max().unwrap_or(0);
            let bytes: u64 = last.iter().map(|shard| shard.records.unpacked_size()).sum();
            let long = bytes > MAX_MERGED_BYTES;
            if long || total > MAX_SHARD / 2 || 2 * largest > total {
                return Ok(());
            }
            let mut articles = Vec::with_capacity(total);
            for shard in &last {
                articles.extend(shard.articles(0..shard.len() as u32)?);
            }
            drop(last);
            let merged = Arc::new(Shard::build(articles, self.plan.indexed)?);
            self.replace_last(merged)?;
        }
        Ok(())
    }

    /// Puts a shard in the place of the last ones. Articles keep their numbers.
    fn replace_last(&mut self, merged: Arc<Shard>) -> Result<(), IndexError> {
        let (merged, name) = if self.build_right.is_some() {
            self.on_disk(merged)
        } else {
            (merged, None)
        };
        if let (Some(assembly), Some(segment)) = (&mut self.assembly, merged.segment()) {
            assembly.replace_last(MERGED, Arc::clone(segment))?;
        }
        self.names.truncate(self.names.len().saturating_sub(MERGED));
        self.names.push(name);
        self.shards.replace_last(MERGED, merged);
        Ok(())
    }
}
