//! Surfaces by the numbers of their spellings: most are the end of theirs, and are stored nowhere else.

use std::ops::Range;

use super::WordNo;
use super::arena::Arena;

/// What is left of each spelling without what clings before it, folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Surfaces {
    /// Bytes of those that are the end of their spelling; 0 for others.
    lengths: Vec<u8>,
    /// Those with other letters than their spelling; no letters for the rest.
    others: Arena,
}

impl Surfaces {
    /// Makes room for so many.
    pub(super) fn with_capacity(words: usize) -> Surfaces {
        Surfaces {
            lengths: Vec::with_capacity(words),
            others: Arena::with_capacity(words, 0),
        }
    }

    /// Puts the surface of the next spelling behind the others.
    pub(super) fn push(&mut self, surface: &str, spelling: &str) {
        let length = u8::try_from(surface.len()).unwrap_or(0);
        if length > 0 && spelling.ends_with(surface) {
            self.lengths.push(length);
            self.others.push("");
        } else {
            self.lengths.push(0);
            self.others.push(surface);
        }
    }

    /// The surface of a word that is spelt so; empty where there is none.
    pub(super) fn get<'a>(&'a self, word: WordNo, spelling: &'a str) -> &'a str {
        match self.lengths.get(word as usize) {
            None | Some(0) => self.others.get(word),
            Some(length) => {
                let start = spelling.len().checked_sub(usize::from(*length));
                start.and_then(|at| spelling.get(at..)).unwrap_or("")
            }
        }
    }

    /// Puts the surfaces with some numbers of others behind all; those they do not have are empty.
    pub(super) fn extend(&mut self, other: &Surfaces, numbers: Range<WordNo>) {
        let (from, to) = (numbers.start as usize, numbers.end as usize);
        let known = from..to.min(other.lengths.len()).max(from);
        let known = other.lengths.get(known).unwrap_or(&[]);
        let count = self.lengths.len() + to.saturating_sub(from);
        self.lengths.extend_from_slice(known);
        self.lengths.resize(count, 0);
        self.others.extend(&other.others, numbers);
    }

    /// Gives back what was taken for more to come.
    pub(super) fn shrink(&mut self) {
        self.lengths.shrink_to_fit();
        self.others.shrink();
    }

    pub(super) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        self.lengths.capacity() + self.others.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surface_is_what_was_put_whatever_its_spelling() {
        let long = "س".repeat(200);
        let all = [
            ("وقلم", "قلم"),
            ("بالمدرسة", "مدرسه"),
            ("", ""),
            ("أمل", "امل"),
            (long.as_str(), long.as_str()),
        ];
        let mut surfaces = Surfaces::default();
        for (spelling, surface) in all {
            surfaces.push(surface, spelling);
        }
        let mut copy = Surfaces::default();
        copy.extend(&surfaces, 0..3);
        // Those of words that came since are empty.
        copy.extend(&surfaces, 3..7);
        assert_eq!((surfaces.len(), copy.len()), (5, 7));
        for (word, (spelling, surface)) in (0..).zip(all) {
            assert_eq!(surfaces.get(word, spelling), surface);
            assert_eq!(copy.get(word, spelling), surface);
        }
        assert_eq!(copy.get(6, "قلم"), "");
    }
}
