//! Words of two versions in, for each word out whether the other version has it in another place.
//!
//! A word is there when it lies in a run of five words that the other version has; shorter runs are
//! equal by chance too often. Runs are compared whole and not by hash, as [`crate::dedup::across`]
//! and the index do for a corpus: there are two texts only, and a word must never be marked wrongly.

use rustc_hash::{FxHashMap, FxHashSet};

use super::compared_words::ComparedWords;
use crate::dedup::across::SHINGLE_WORDS;

/// The runs of five words of a version.
#[derive(Default)]
pub(super) struct VersionShingles<'a> {
    numbers: FxHashMap<&'a [u8], u32>,
    seen: FxHashSet<[u32; SHINGLE_WORDS]>,
}

impl<'a> VersionShingles<'a> {
    /// The shingles of all runs of a version.
    pub(super) fn of(runs: [&ComparedWords<'a>; 2]) -> VersionShingles<'a> {
        let mut shingles = VersionShingles::default();
        for run in runs {
            let numbers: Vec<u32> = run
                .words
                .iter()
                .map(|word| {
                    let next = shingles.numbers.len() as u32;
                    *shingles.numbers.entry(word).or_insert(next)
                })
                .collect();
            let fives = numbers.windows(SHINGLE_WORDS);
            shingles
                .seen
                .extend(fives.filter_map(|five| <[u32; SHINGLE_WORDS]>::try_from(five).ok()));
        }
        shingles
    }

    /// For each position of a run whether it is unmatched and its word stands here nevertheless.
    pub(super) fn moved(&self, run: &ComparedWords<'_>, matched: &[bool]) -> Vec<bool> {
        let unknown = u32::MAX;
        let number = |word: &&[u8]| self.numbers.get(word).copied().unwrap_or(unknown);
        let words: Vec<u32> = run.words.iter().map(number).collect();
        let mut moved = vec![false; words.len()];
        for (at, five) in words.windows(SHINGLE_WORDS).enumerate() {
            let all = at..at + SHINGLE_WORDS;
            let free = matched.get(all.clone()).is_some_and(|m| !m.contains(&true));
            if free
                && <[u32; SHINGLE_WORDS]>::try_from(five)
                    .is_ok_and(|five| self.seen.contains(&five))
            {
                moved.get_mut(all).into_iter().for_each(|m| m.fill(true));
            }
        }
        moved
    }
}
