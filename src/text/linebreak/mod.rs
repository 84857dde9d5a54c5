//! A paragraph in, for each of its characters the answer whether a line may begin there out.
//!
//! The rules are those of UAX #14 (Unicode 18), by `icu_segmenter`. It was chosen over
//! `unicode-linebreak`, which is twice as fast (390 against 175 MB/s of Arabic; `unicode-bidi`
//! needs five times as long as either), because that one stands still since 2023 at Unicode 15.0
//! and fails 59 of the 7,654 cases of its own version's conformance file and 1,117 of today's,
//! while this one is kept up by the Unicode Consortium, shares most of its dependencies with
//! `icu_calendar`, and fails none of 19,346. Its constructor for the present rules is still marked
//! unstable, so Cargo.toml holds the minor version; `new_for_non_complex_scripts` (Unicode 15.1)
//! could stand in for it at any time.
//!
//! Without dictionaries, which would add megabytes, Thai, Lao, Khmer and Burmese break at spaces
//! only (rule LB1 takes them for letters); a stretch wider than the line is cut between clusters.
//!
//! On top of the rules come [`habits`] of Arabic and of news text. A habit never adds an
//! opportunity, and takes none quite away: it turns [`Opportunity::Between`] into
//! [`Opportunity::Within`], which is used only where a line offers nothing better.
//!
//! Invariants: all work is linear in the text; opportunities depend on the text alone, not on its
//! shaping or levels; none stands before white space, which hangs at the end of a line.

mod address;
mod habits;

use std::borrow::Cow;

use icu_segmenter::iterators::LineBreakIterator;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use habits::Habits;

/// Whether a line may begin at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opportunity {
    /// Only if a line has no opportunity at all.
    #[default]
    Never,
    /// Inside something that is better kept whole: if a line has no opportunity between.
    Within,
    Between,
}

/// `text` with every tab and line end in it as spaces, byte for byte: a paragraph is one line of
/// its source, so nothing in it makes a break mandatory (LB4, LB5).
pub(super) fn spaced(text: &str) -> Cow<'_, str> {
    let may_be_one = |byte: u8| matches!(byte, b'\t'..=b'\r' | 0xC2 | 0xE2);
    let is_one = |c: char| matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !text.bytes().any(may_be_one) || !text.contains(is_one) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if is_one(c) => spaced.extend(std::iter::repeat_n(' ', c.len_utf8())),
            _ => spaced.push(c),
        }
    }
    Cow::Owned(spaced)
}

/// UAX #14 as it stands: the bytes before which a line may begin, those at both ends of the text
/// included.
fn untailored(text: &str) -> LineBreakIterator<'static, '_, Utf8> {
    const RULES: LineSegmenterBorrowed<'static> =
        LineSegmenter::new_neo_for_non_complex_scripts(LineBreakOptions::default());
    RULES.segment_str(text)
}

/// The break opportunities of a paragraph, asked for from its beginning to its end.
pub(super) struct Breaks<'a> {
    rest: LineBreakIterator<'static, 'a, Utf8>,
    /// The next opportunity the rules give.
    next: Option<usize>,
    habits: Habits<'a>,
}

impl<'a> Breaks<'a> {
    /// `text` must have been [`spaced`].
    pub(super) fn new(text: &'a str) -> Breaks<'a> {
        Breaks {
            rest: untailored(text),
            next: Some(0),
            habits: Habits::new(text),
        }
    }

    /// Whether a line may begin with the character at `byte`, but for the first line; the bytes
    /// asked about must ascend.
    pub(super) fn before(&mut self, byte: usize) -> Opportunity {
        while self.next.is_some_and(|next| next < byte) {
            self.next = self.rest.next();
        }
        match self.next {
            Some(next) if next == byte && byte > 0 => self.habits.judge(byte),
            _ => Opportunity::Never,
        }
    }
}

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod tests;
