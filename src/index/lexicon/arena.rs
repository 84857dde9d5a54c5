//! Short strings in, the same by number out: stored end to end in one.

use std::ops::Range;

/// Strings by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Arena {
    text: String,
    ends: Vec<u32>,
}

impl Arena {
    /// Makes room for so many strings of so many bytes together.
    pub(super) fn with_capacity(strings: usize, bytes: usize) -> Arena {
        Arena {
            text: String::with_capacity(bytes),
            ends: Vec::with_capacity(strings),
        }
    }

    pub(super) fn push(&mut self, word: &str) {
        self.text.push_str(word);
        // 4 GiB of different words are no corpus of articles.
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Puts the strings with some numbers of another behind all; those it does not have are empty.
    pub(super) fn extend(&mut self, other: &Arena, numbers: Range<u32>) {
        let (from, to) = (numbers.start as usize, numbers.end as usize);
        let known = from..to.min(other.ends.len()).max(from);
        let end = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| other.ends.get(at));
            before.map_or(0, |end| *end as usize)
        };
        let text = other
            .text
            .get(end(known.start)..end(known.end))
            .unwrap_or("");
        let start = self.text.len();
        self.text.push_str(text);
        let ends = other.ends.get(known.clone()).unwrap_or(&[]).iter();
        let moved = |to: &u32| start + *to as usize - end(known.start);
        let moved = ends.map(|to| u32::try_from(moved(to)).unwrap_or(u32::MAX));
        self.ends.extend(moved);
        let last = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.ends.extend((known.end..to).map(|_| last));
    }

    /// The string with that number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let end = |i: usize| self.ends.get(i).map_or(0, |e| *e as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.text.get(start..end(at)).unwrap_or("")
    }

    /// Strings that end at such places of a text; `None` where they do not lie in it.
    pub(super) fn of(text: String, ends: Vec<u32>) -> Option<Arena> {
        let whole = |end: &u32| text.is_char_boundary(*end as usize);
        (ends.is_sorted() && ends.iter().all(whole)).then_some(Arena { text, ends })
    }

    /// Gives back what was taken for strings to come.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<u32>()
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is a string with that number.
    pub(super) fn has(&self, number: u32) -> bool {
        (number as usize) < self.ends.len()
    }
}
