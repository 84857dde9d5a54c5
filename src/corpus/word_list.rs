//! Takes a table written as one text, tells whether a word or phrase is in it.
//!
//! Tables are read by people as text and asked by programs millions of times: the first question makes a set of it.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Words, or phrases of several words.
pub struct WordList {
    text: &'static str,
    between: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl WordList {
    /// Words parted by blanks.
    pub const fn words(text: &'static str) -> WordList {
        WordList {
            text,
            between: " ",
            set: OnceLock::new(),
        }
    }

    /// Phrases parted by bars.
    pub const fn phrases(text: &'static str) -> WordList {
        WordList {
            text,
            between: " | ",
            set: OnceLock::new(),
        }
    }

    /// Whether it stands in the table.
    pub fn has(&self, entry: &str) -> bool {
        let set = self.set.get_or_init(|| self.entries().collect());
        set.contains(entry)
    }

    /// All that stands in the table, as it is written.
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
