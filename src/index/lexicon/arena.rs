//! Short strings in, the same by number out: stored end to end in one.

/// Strings by number.
#[derive(Clone, Default)]
pub(super) struct Arena {
    text: String,
    ends: Vec<u32>,
}

impl Arena {
    pub(super) fn push(&mut self, word: &str) {
        self.text.push_str(word);
        // 4 GiB of different words are no corpus of articles.
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// The string with that number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let end = |i: usize| self.ends.get(i).map_or(0, |e| *e as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.text.get(start..end(at)).unwrap_or("")
    }

    /// All strings end to end, and where each ends.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// From what those gave; `None` where the strings do not lie in the text.
    pub(super) fn of(text: String, ends: Vec<u32>) -> Option<Arena> {
        let whole = |end: &u32| text.is_char_boundary(*end as usize);
        (ends.is_sorted() && ends.iter().all(whole)).then_some(Arena { text, ends })
    }

    /// Gives back what was taken for strings to come.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}
