//! From articles to their keys, and back from a key to the article in this library.

use std::sync::Arc;

use super::shards::{ShardPlace, Shards};
use super::{ArticleNo, Library};
use crate::corpus::Key;

/// The handle by which an article of a library is named. The key alone is what is written down; the
/// twin numbers the articles of one key, as of the same record in two files, while a corpus is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey {
    pub key: Key,
    /// Articles of the same key that come before it.
    pub twin: u32,
}

/// The numbers of all articles by their keys; twins in loading order. Four bytes an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    sorted: Arc<[u32]>,
    /// Articles that have others of their key before them, by number, each with how many.
    twins: Arc<[(u32, u32)]>,
}

impl Keys {
    pub(super) fn new(shards: &Shards) -> Keys {
        let keys = shards.each().flat_map(|(_, shard)| &shard.columns.keys);
        let mut all: Vec<(Key, u32)> = keys.copied().zip(0..).collect();
        all.sort_unstable();
        let mut twins = Vec::new();
        for same in all.chunk_by(|a, b| a.0 == b.0) {
            let later = same.iter().zip(0..).skip(1);
            twins.extend(later.map(|((_, number), before)| (*number, before)));
        }
        twins.sort_unstable();
        Keys {
            sorted: all.into_iter().map(|(_, number)| number).collect(),
            twins: twins.into(),
        }
    }

    /// Bytes of memory that they take.
    pub(super) fn memory(&self) -> u64 {
        (size_of_val(&*self.sorted) + size_of_val(&*self.twins)) as u64
    }

    /// The numbers of all articles by key, those of one key in loading order.
    pub(super) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// How many articles of its key come before an article.
    fn twin(&self, number: u32) -> u32 {
        let at = self
            .twins
            .binary_search_by_key(&number, |(number, _)| *number);
        let twin = at.ok().and_then(|at| self.twins.get(at));
        twin.map_or(0, |(_, before)| *before)
    }
}

impl Library {
    /// The handle of an article; that of a number that is not there names no article.
    pub fn key(&self, no: ArticleNo) -> ArticleKey {
        let there = self.shards.at(no);
        ArticleKey {
            key: there.map_or_else(Key::default, ShardPlace::key),
            twin: there.map_or(u32::MAX, |_| self.keys.twin(no.0)),
        }
    }

    /// The article that a handle names.
    pub fn number(&self, of: ArticleKey) -> Option<ArticleNo> {
        let twins = self.with_keys(of.key, of.key);
        twins.get(of.twin as usize).copied().map(ArticleNo)
    }

    /// The numbers of the articles whose keys are in a range, by key and then in loading order.
    pub(super) fn with_keys(&self, lowest: Key, highest: Key) -> &[u32] {
        let sorted = &self.keys.sorted;
        let from = sorted.partition_point(|number| self.record_key(*number) < lowest);
        let rest = sorted.get(from..).unwrap_or(&[]);
        let length = rest.partition_point(|number| self.record_key(*number) <= highest);
        rest.get(..length).unwrap_or(&[])
    }

    fn record_key(&self, number: u32) -> Key {
        let at = self.shards.at(ArticleNo(number));
        at.map_or_else(Key::default, ShardPlace::key)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::read;
    use super::*;

    #[test]
    fn handles_name_articles() {
        let folder = tempfile::tempdir().unwrap();
        let lines = |from: usize| {
            let line = |n| format!("{{\"title\": \"سوق\", \"text\": \"زهور {}\"}}\n", n % 70);
            (from..from + 100).map(line).collect::<String>()
        };
        for (name, from) in [("a.jsonl", 0), ("b.jsonl", 50), ("c.jsonl", 0)] {
            fs::write(folder.path().join(name), lines(from)).unwrap();
        }
        let library = read(&[folder.path().to_path_buf()]).unwrap();
        assert_eq!(library.len(), 300);
        for (no, entry) in library.entries() {
            let handle = library.key(no);
            assert_eq!(handle.key, entry.article.key);
            assert_eq!(library.number(handle), Some(no));
        }
        let first = library.key(ArticleNo(0));
        let last = library.key(ArticleNo(200));
        assert_eq!((first.key, first.twin), (last.key, 0));
        assert!(last.twin > 0);
        let beyond = ArticleKey { twin: 9, ..first };
        assert_eq!(library.number(beyond), None);
    }
}
