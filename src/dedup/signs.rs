//! The punctuation round a word in, what it says of the word out: that it begins an item of a list, is
//! quoted, asks, announces.
//!
//! Equal words are not always a repeat; where they stand among such signs tells (see
//! [`super::within`]).

use super::border::Strength;

const BULLETS: [char; 9] = ['-', '–', '•', '●', '*', '▪', '■', '·', '♦'];
const QUOTES: [char; 6] = ['«', '"', '“', '”', '…', '\u{201F}'];
const STOPS: [char; 2] = ['.', '۔'];
const QUESTION: [char; 2] = ['؟', '?'];

/// `3. `, `3- `, `3) `
fn ends_number(gap: &str) -> bool {
    gap.trim_start().starts_with(['.', '-', '–', ')', '/'])
}

/// What punctuation says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
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

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

impl Signs {
    pub(super) fn has(self, sign: Sign) -> bool {
        self.0 & sign as u8 != 0
    }

    #[must_use]
    fn with(self, sign: Sign, on: bool) -> Signs {
        Signs(self.0 | if on { sign as u8 } else { 0 })
    }

    /// Those of a word, and of the one that follows, with what stands between them; `number`: the first
    /// may number an item.
    pub(super) fn between(self, gap: &str, number: bool) -> (Signs, Signs) {
        let numbers = number && ends_number(gap);
        let before = self
            .with(Sign::Asks, gap.contains(QUESTION))
            .with(Sign::Stops, gap.contains(STOPS));
        let after = Signs::default().with(Sign::Item, numbers);
        (before.with(Sign::Item, numbers), after)
    }

    /// With what stands before the word, and how strongly that parts it from the one before.
    pub(super) fn after(self, gap: &str, strength: Strength) -> Signs {
        if gap == " " {
            return self;
        }
        let item = strength >= Strength::Weak && gap.contains(BULLETS);
        self.with(Sign::Item, item)
            .with(Sign::Quoted, gap.contains(QUOTES))
            .with(Sign::Announced, gap.contains(':'))
    }

    /// With what stands after the last word of a line.
    pub(super) fn at_end(self, tail: &str) -> Signs {
        self.with(Sign::Asks, tail.contains(QUESTION))
            .with(Sign::Announces, tail.contains(':'))
            .with(Sign::Stops, tail.contains(STOPS))
    }
}
