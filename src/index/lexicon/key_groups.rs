//! A key of every spelling in, the spellings that share one out.

use std::cmp::Ordering;
use std::io;
use std::ops::Range;

use super::{WordNo, hash};
use crate::corpus::packing::{FieldReader, FieldWriter};
use crate::kept::{Damage, KeepError};

/// Stands for no group.
const NO_GROUP: u32 = u32::MAX;

/// Hashes of keys in ascending order, each with the spellings that have it. Sixty-four bits keep
/// different keys of any corpus apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct KeyGroups {
    hashes: Vec<u64>,
    /// Where the spellings of each begin.
    begins: Vec<u32>,
    words: Vec<WordNo>,
}

/// A spelling and the hash of its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyedWord {
    pub(super) hash: u64,
    pub(super) word: WordNo,
}

impl KeyGroups {
    /// From the hash of every spelling's key, by number; those of one key stay in `order`, and others have
    /// none.
    pub(super) fn new(keys: &[u64], order: &[WordNo]) -> KeyGroups {
        let key = |word: &WordNo| keys.get(*word as usize).copied().unwrap_or(0);
        let mut pairs: Vec<(u64, u32)> = order.iter().map(key).zip(0..).collect();
        pairs.sort_unstable();
        let mut out = KeyGroups::default();
        out.words.reserve_exact(pairs.len());
        for (hash, at) in pairs {
            if let Some(&word) = order.get(at as usize) {
                out.push(hash, word);
            }
        }
        out.hashes.shrink_to_fit();
        out.begins.shrink_to_fit();
        out
    }

    fn push(&mut self, hash: u64, word: WordNo) {
        if self.hashes.last() != Some(&hash) {
            self.hashes.push(hash);
            self.begins.push(self.words.len() as u32);
        }
        self.words.push(word);
    }

    /// Takes the spellings off that are `gone`, and puts others in: by hash, and those of one in `order`.
    pub(super) fn exchange(
        &mut self,
        gone: &dyn Fn(WordNo) -> bool,
        new: &[KeyedWord],
        order: &dyn Fn(WordNo, WordNo) -> Ordering,
    ) {
        let old = std::mem::take(self);
        self.hashes.reserve_exact(old.hashes.len() + new.len());
        self.begins.reserve_exact(old.hashes.len() + new.len());
        self.words.reserve_exact(old.words.len() + new.len());
        let mut new = new.iter().peekable();
        for (at, &hash) in old.hashes.iter().enumerate() {
            while let Some(keyed) = new.next_if(|keyed| keyed.hash < hash) {
                self.push(keyed.hash, keyed.word);
            }
            for &word in old.words_of(at) {
                if gone(word) {
                    continue;
                }
                let before = |keyed: &&KeyedWord| {
                    keyed.hash == hash && order(keyed.word, word) == Ordering::Less
                };
                while let Some(keyed) = new.next_if(before) {
                    self.push(hash, keyed.word);
                }
                self.push(hash, word);
            }
            while let Some(keyed) = new.next_if(|keyed| keyed.hash == hash) {
                self.push(hash, keyed.word);
            }
        }
        for keyed in new {
            self.push(keyed.hash, keyed.word);
        }
    }

    /// The group, by number, of each of the spellings `in_order`.
    pub(super) fn of_words(&self, in_order: &[WordNo]) -> Vec<u32> {
        let words = self.words.iter().max().map_or(0, |last| *last as usize + 1);
        let mut groups = vec![0; words];
        for (at, group) in (0..self.hashes.len()).zip(0..) {
            for &word in self.words_of(at) {
                if let Some(own) = groups.get_mut(word as usize) {
                    *own = group;
                }
            }
        }
        let group = |word: &WordNo| groups.get(*word as usize).copied().unwrap_or(0);
        in_order.iter().map(group).collect()
    }

    /// Hashes, and the groups of spellings, of which are given those in this layer and in the finer one, to be kept:
    /// what is one group there is one here, and those after one another mostly are, too.
    pub(super) fn packed(&self, groups: &[u32], finer: &[u32]) -> io::Result<PackedGroups> {
        let mut out = PackedGroups::default();
        out.hashes.size(self.hashes.len());
        let mut before = 0;
        for &hash in &self.hashes {
            out.hashes.number(hash - before);
            before = hash;
        }
        let mut known = vec![None; finer.len()];
        let mut before = None;
        for (&group, &finer) in groups.iter().zip(finer) {
            match known.get_mut(finer as usize) {
                Some(Some(own)) if *own == group => continue,
                Some(own @ None) => *own = Some(group),
                _ => return Err(io::Error::other("words of one key have two coarser ones")),
            }
            let same = before == Some(group);
            out.numbers.size(if same { 0 } else { group as usize + 1 });
            before = Some(group);
        }
        Ok(out)
    }

    /// From the group of each of the spellings `in_order`; of so many groups, by number, that are not found by keys.
    pub(super) fn of_groups(
        count: usize,
        groups: &[u32],
        in_order: &[WordNo],
    ) -> Result<KeyGroups, KeepError> {
        let mut begins = vec![0_u32; count];
        for &group in groups {
            *begins.get_mut(group as usize).ok_or_else(torn)? += 1;
        }
        let mut begin = 0;
        for size in &mut begins {
            begin += std::mem::replace(size, begin);
        }
        let mut nexts = begins.clone();
        let mut words = vec![0; in_order.len()];
        for (&word, &group) in in_order.iter().zip(groups) {
            let next = nexts.get_mut(group as usize).ok_or_else(torn)?;
            *words.get_mut(*next as usize).ok_or_else(torn)? = word;
            *next += 1;
        }
        Ok(KeyGroups {
            hashes: Vec::new(),
            begins,
            words,
        })
    }

    /// The same, found by the hashes of their keys.
    pub(super) fn with_hashes(self, hashes: Vec<u64>) -> KeyGroups {
        debug_assert_eq!(self.begins.len(), hashes.len());
        KeyGroups { hashes, ..self }
    }

    /// The number of spellings.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Calls `f` with every spelling, and its group: the place where those with its key begin.
    pub(super) fn each(&self, mut f: impl FnMut(WordNo, u32)) {
        for (at, &begin) in self.begins.iter().enumerate() {
            self.words_of(at).iter().for_each(|word| f(*word, begin));
        }
    }

    /// The spellings of a group.
    pub(super) fn group(&self, begin: u32) -> &[WordNo] {
        let at = self.begins.binary_search(&begin);
        at.map_or(&[], |at| self.words_of(at))
    }

    /// The spellings with a key, in order.
    pub(super) fn get(&self, key: &str) -> &[WordNo] {
        let at = self.hashes.binary_search(&hash(key));
        at.map_or(&[], |at| self.words_of(at))
    }

    fn words_of(&self, at: usize) -> &[WordNo] {
        let begin = |at: usize| {
            self.begins
                .get(at)
                .map_or(self.words.len(), |b| *b as usize)
        };
        self.words
            .get::<Range<usize>>(begin(at)..begin(at + 1))
            .unwrap_or(&[])
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.hashes.capacity() * size_of::<u64>()
            + (self.begins.capacity() + self.words.capacity()) * size_of::<u32>()
    }
}

/// A layer of keys, to be kept.
#[derive(Default)]
pub(super) struct PackedGroups {
    pub(super) hashes: FieldWriter,
    pub(super) numbers: FieldWriter,
}

fn torn() -> KeepError {
    KeepError::Torn(Damage::MissingKeys)
}

/// The hashes of keys that were packed, in ascending order.
pub(super) fn kept_hashes(bytes: &[u8]) -> Result<Vec<u64>, KeepError> {
    let mut fields = FieldReader::new(bytes);
    let mut last: u64 = 0;
    // Each takes a byte at least.
    let count = fields.size()?;
    let mut hashes = Vec::with_capacity(count.min(bytes.len()));
    for _ in 0..count {
        last = last.checked_add(fields.number()?).ok_or_else(torn)?;
        hashes.push(last);
    }
    Ok(hashes)
}

/// The groups of `words` spellings among so many; given is the group of each in the finer layer, where there is one.
pub(super) fn kept_numbers(
    bytes: &[u8],
    finer: Option<&[u32]>,
    words: usize,
    count: usize,
) -> Result<Vec<u32>, KeepError> {
    let mut fields = FieldReader::new(bytes);
    let mut groups = Vec::with_capacity(words);
    let mut before = None;
    let mut next = || {
        let number = fields.small()?;
        let group = number.checked_sub(1).or(before).ok_or_else(torn)?;
        before = Some(group);
        let there = (group as usize) < count && group < NO_GROUP;
        there.then_some(group).ok_or_else(torn)
    };
    let Some(finer) = finer else {
        for _ in 0..words {
            groups.push(next()?);
        }
        return Ok(groups);
    };
    let mut known = vec![NO_GROUP; words];
    for &finer in finer {
        let known = known.get_mut(finer as usize).ok_or_else(torn)?;
        if *known == NO_GROUP {
            *known = next()?;
        }
        groups.push(*known);
    }
    Ok(groups)
}
