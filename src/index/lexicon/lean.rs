//! What a lexicon that is asked one question has in place of what takes longer to work out than to do without.
//!
//! Surfaces are worked out of their spellings, and the spellings of a group are looked for among all: the few that one
//! question is about, each time. The answers are those of a whole lexicon.

use std::ops::Deref;

use compact_str::CompactString;

use super::{WordNo, hash};
use crate::analysis::letters;

/// What is known of words and of their keys.
#[derive(Clone, Default)]
pub(super) struct LeanLexicon {
    /// Twice the letters that cling before each spelling; one more where the article is among them.
    pub(super) clinging: Vec<u8>,
    /// Of inflections, stems, sounds and roots.
    pub(super) layers: [PlacedGroups; 4],
}

/// One layer of keys, by the places of spellings in the order of surfaces.
#[derive(Clone, Default)]
pub(super) struct PlacedGroups {
    /// Of the keys, in ascending order.
    pub(super) hashes: Vec<u64>,
    /// For each spelling the place of its key's hash.
    pub(super) groups: Vec<u32>,
}

/// A surface, in its spelling or worked out of it.
pub(in crate::index) enum Surface<'a> {
    Known(&'a str),
    Folded(CompactString),
}

impl Deref for Surface<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Surface::Known(known) => known,
            Surface::Folded(folded) => folded,
        }
    }
}

impl LeanLexicon {
    fn mark(&self, word: WordNo) -> u8 {
        self.clinging.get(word as usize).copied().unwrap_or(0)
    }

    pub(super) fn has_article(&self, word: WordNo) -> bool {
        self.mark(word) & 1 == 1
    }

    /// The surface of a word that is spelt so.
    pub(super) fn surface<'a>(&self, word: WordNo, spelling: &'a str) -> Surface<'a> {
        let clinging = usize::from(self.mark(word) >> 1);
        if letters::is_folded(spelling) {
            return Surface::Known(without(spelling, clinging));
        }
        let folded = letters::folded(spelling);
        Surface::Folded(match clinging {
            0 => folded,
            _ => without(&folded, clinging).into(),
        })
    }
}

/// Without so many letters at its beginning.
fn without(word: &str, letters: usize) -> &str {
    let mut rest = word.chars();
    for _ in 0..letters {
        rest.next();
    }
    rest.as_str()
}

impl PlacedGroups {
    /// The spellings with a key, in order, of all of them `in_order`.
    pub(super) fn get(&self, key: &str, in_order: &[WordNo]) -> Vec<WordNo> {
        let Ok(wanted) = self.hashes.binary_search(&hash(key)) else {
            return Vec::new();
        };
        let wanted = wanted as u32;
        let mut found = Vec::new();
        // Of most runs none is of the group: that is seen of many at a time.
        for (groups, words) in self.groups.chunks(RUN).zip(in_order.chunks(RUN)) {
            if groups.iter().filter(|group| **group == wanted).count() == 0 {
                continue;
            }
            let own = groups
                .iter()
                .zip(words)
                .filter(|(group, _)| **group == wanted);
            found.extend(own.map(|(_, word)| *word));
        }
        found
    }
}

/// Spellings that are looked at together.
const RUN: usize = 64;
