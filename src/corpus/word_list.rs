//! Takes a list of words or phrases written as one text, reports whether an entry is in it.
//!
//! A list is one text so that people can read and edit it; the first lookup makes a set of it, as
//! lists are asked millions of times.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// A list of words, or of phrases of several words.
pub struct WordList {
    text: &'static str,
    between: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl WordList {
    /// Words separated by blanks.
    pub const fn words(text: &'static str) -> WordList {
        WordList {
            text,
            between: " ",
            set: OnceLock::new(),
        }
    }

    /// Phrases separated by bars.
    pub const fn phrases(text: &'static str) -> WordList {
        WordList {
            text,
            between: " | ",
            set: OnceLock::new(),
        }
    }

    /// Whether an entry is in the list.
    pub fn has(&self, entry: &str) -> bool {
        let set = self.set.get_or_init(|| self.entries().collect());
        set.contains(entry)
    }

    /// All entries, as they are written.
    pub fn entries(&self) -> impl Iterator<Item = &'static str> {
        let entries = self.text.split(self.between).map(str::trim);
        entries.filter(|entry| !entry.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_table() {
        static PHRASES: WordList = WordList::phrases("اقرا ايضا | المزيد");
        static WORDS: WordList = WordList::words("حديقه  سوق");
        assert!(WORDS.has("حديقه") && WORDS.has("سوق"));
        assert!(!WORDS.has("") && !WORDS.has("حديقه سوق"));
        assert!(PHRASES.has("اقرا ايضا") && !PHRASES.has("اقرا"));
    }
}
