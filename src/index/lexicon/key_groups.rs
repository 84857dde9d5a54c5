//! A key of every spelling in, the spellings that share one out.

use super::{WordNo, hash};

/// Hashes of keys in ascending order, each with a spelling that has it. Sixty-four bits keep
/// different keys of any corpus apart.
#[derive(Clone, Default)]
pub(super) struct KeyGroups {
    hashes: Vec<u64>,
    words: Vec<WordNo>,
}

impl KeyGroups {
    /// From the hash of every spelling's key, by number; those of one key stay in `order`.
    pub(super) fn new(keys: &[u64], order: &[WordNo]) -> KeyGroups {
        let key = |word: &WordNo| keys.get(*word as usize).copied().unwrap_or(0);
        let mut pairs: Vec<(u64, u32)> = order.iter().map(key).zip(0..).collect();
        pairs.sort_unstable();
        let word = |(_, at): &(u64, u32)| order.get(*at as usize).copied();
        KeyGroups {
            hashes: pairs.iter().map(|(hash, _)| *hash).collect(),
            words: pairs.iter().filter_map(word).collect(),
        }
    }

    /// Hashes and spellings, to be kept.
    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    pub(super) fn words(&self) -> &[WordNo] {
        &self.words
    }

    /// From what those gave.
    pub(super) fn of(hashes: Vec<u64>, words: Vec<WordNo>) -> KeyGroups {
        KeyGroups { hashes, words }
    }

    /// For every spelling, by number, its group: the place where those with its key begin.
    pub(super) fn groups(&self) -> Vec<u32> {
        let mut groups = vec![0; self.words.len()];
        let mut begin = 0;
        for (at, &word) in (0..).zip(&self.words) {
            if self.hashes.get(at) != self.hashes.get(begin) {
                begin = at;
            }
            groups[word as usize] = begin as u32;
        }
        groups
    }

    /// The spellings of a group.
    pub(super) fn group(&self, begin: u32) -> &[WordNo] {
        let from = begin as usize;
        let hashes = self.hashes.get(from..).unwrap_or(&[]);
        let length = hashes.partition_point(|h| Some(h) <= hashes.first());
        self.words.get(from..from + length).unwrap_or(&[])
    }

    /// The spellings with a key, in order.
    pub(super) fn get(&self, key: &str) -> &[WordNo] {
        let wanted = hash(key);
        let from = self.hashes.partition_point(|&h| h < wanted);
        let same = self.hashes.get(from..).unwrap_or(&[]);
        let length = same.partition_point(|&h| h == wanted);
        self.words.get(from..from + length).unwrap_or(&[])
    }
}
