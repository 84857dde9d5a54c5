//! Spellings that came into more or fewer articles in, those whose count is another in the end out.

use rustc_hash::FxHashMap;

use super::WordNo;

/// Spellings are worth noting one by one while they are no more than one of so many: else all are analysed.
const ALL_SHARE: usize = 16;
/// So few are always noted.
const MIN_NOTED: usize = 64;

/// Spellings with how many articles held each before it was first touched.
#[derive(Clone, Debug)]
pub(super) enum TouchedWords {
    Few(FxHashMap<WordNo, u32>),
    /// Too many to be noted.
    Many,
}

impl Default for TouchedWords {
    fn default() -> TouchedWords {
        TouchedWords::Few(FxHashMap::default())
    }
}

impl TouchedWords {
    pub(super) fn are_none(&self) -> bool {
        matches!(self, TouchedWords::Few(words) if words.is_empty())
    }

    /// Notes one of so many spellings, which `before` articles hold.
    pub(super) fn touch(&mut self, word: WordNo, before: u32, spellings: usize) {
        if let TouchedWords::Few(words) = self {
            words.entry(word).or_insert(before);
            if words.len() > MIN_NOTED.max(spellings / ALL_SHARE) {
                *self = TouchedWords::Many;
            }
        }
    }

    /// Those whose count is now another, in order; `None` where they are too many to tell.
    pub(super) fn changed(&self, now: impl Fn(WordNo) -> u32) -> Option<Vec<WordNo>> {
        let TouchedWords::Few(words) = self else {
            return None;
        };
        let changed = words
            .iter()
            .filter(|(word, before)| now(**word) != **before);
        let mut changed: Vec<WordNo> = changed.map(|(word, _)| *word).collect();
        changed.sort_unstable();
        Some(changed)
    }
}
