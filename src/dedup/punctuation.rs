//! The punctuation round a word in, cues out: the word begins an item of a list, is quoted, ends a
//! question, announces what follows.
//!
//! Equal words are not always a repeat; the cues round them decide (see [`super::within`]).

use super::border::Strength;

const BULLETS: [char; 9] = ['-', '–', '•', '●', '*', '▪', '■', '·', '♦'];
const QUOTES: [char; 6] = ['«', '"', '“', '”', '…', '\u{201F}'];
const STOPS: [char; 2] = ['.', '۔'];
const QUESTION: [char; 2] = ['؟', '?'];

/// `3. `, `3- `, `3) `
fn ends_number(gap: &str) -> bool {
    gap.trim_start().starts_with(['.', '-', '–', ')', '/'])
}

/// What the punctuation beside a word says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// It begins an item of a list: `- …`, `3. …`; the number is a word of it.
    Item = 1,
    /// A quotation mark stands before it.
    Quoted = 2,
    /// A colon stands before it.
    Announced = 4,
    /// A question mark stands after it.
    Asks = 8,
    /// A colon ends the line after it.
    Announces = 16,
    /// A full stop stands after it.
    Stops = 32,
}

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CueSet(u8);

impl CueSet {
    pub(super) fn has(self, sign: Cue) -> bool {
        self.0 & sign as u8 != 0
    }

    #[must_use]
    fn with(self, sign: Cue, on: bool) -> CueSet {
        CueSet(self.0 | if on { sign as u8 } else { 0 })
    }

    /// The cues of a word and of the one that follows, from the `gap` between them; `number`: the
    /// first may number an item.
    pub(super) fn between(self, gap: &str, number: bool) -> (CueSet, CueSet) {
        let numbers = number && ends_number(gap);
        let before = self
            .with(Cue::Asks, gap.contains(QUESTION))
            .with(Cue::Stops, gap.contains(STOPS));
        let after = CueSet::default().with(Cue::Item, numbers);
        (before.with(Cue::Item, numbers), after)
    }

    /// With those from the `gap` before the word and the border it makes.
    pub(super) fn after(self, gap: &str, strength: Strength) -> CueSet {
        if gap == " " {
            return self;
        }
        let item = strength >= Strength::Weak && gap.contains(BULLETS);
        self.with(Cue::Item, item)
            .with(Cue::Quoted, gap.contains(QUOTES))
            .with(Cue::Announced, gap.contains(':'))
    }

    /// With those from what stands after the last word of a line.
    pub(super) fn at_end(self, tail: &str) -> CueSet {
        self.with(Cue::Asks, tail.contains(QUESTION))
            .with(Cue::Announces, tail.contains(':'))
            .with(Cue::Stops, tail.contains(STOPS))
    }
}
