//! A word of a text in, whether it may be one that is looked for out: at a glance, without the lexicon.
//!
//! Most words of a text are not looked for. What stands here is small enough to be at hand all the time,
//! where the lexicon of a large corpus is not; it never denies a word that is looked for.

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use super::tokenizer;
use crate::analysis::letters;

/// Hashes of the spellings that are looked for, and the letters with which they may begin.
#[derive(Debug, Default)]
pub(super) struct Glance {
    spellings: FxHashSet<u64>,
    /// Folded, each as its letters.
    beginnings: Vec<Vec<char>>,
}

impl Glance {
    pub(super) fn of<'a>(
        spellings: impl Iterator<Item = &'a str>,
        beginnings: impl Iterator<Item = &'a String>,
    ) -> Glance {
        let mut beginnings: Vec<Vec<char>> = beginnings.map(|b| b.chars().collect()).collect();
        beginnings.sort_unstable();
        beginnings.dedup();
        Glance {
            spellings: spellings
                .map(|spelling| xxh3_64(spelling.as_bytes()))
                .collect(),
            beginnings,
        }
    }

    /// Whether a spelling, or its surface, may be looked for.
    pub(super) fn may_be_wanted(&self, spelling: &str) -> bool {
        let head = tokenizer::head(spelling);
        let begins = || {
            self.beginnings
                .iter()
                .any(|letters| may_begin(head, letters))
        };
        (!self.beginnings.is_empty() && begins())
            || self.spellings.contains(&xxh3_64(head.as_bytes()))
    }
}

/// Whether letters stand anywhere in a spelling once it is folded: its surface is the end of it, after
/// what clings to its beginning.
fn may_begin(spelling: &str, letters: &[char]) -> bool {
    let Some((first, rest)) = letters.split_first() else {
        return true;
    };
    // A number is folded otherwise.
    if spelling.starts_with(|c: char| letters::digit(c).is_some()) {
        return true;
    }
    let mut folded = spelling.chars().map(letters::fold);
    while let Some(letter) = folded.next() {
        if letter == *first && rest.iter().copied().eq(folded.clone().take(rest.len())) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spelling: &str, expected: bool) {
        let beginnings = ["\u{648}\u{632}".to_owned(), "15".to_owned()];
        let glance = Glance::of(["سوق"].into_iter(), beginnings.iter());
        assert_eq!(glance.may_be_wanted(spelling), expected, "{spelling}");
    }

    #[test]
    fn what_is_looked_for_is_never_denied() {
        check("سوق", true);
        check("وزير", true);
        check("والوزير", true);
        check("1,500", true);
        check("سوقا", false);
        check("زو", false);
        check("", false);
    }
}
