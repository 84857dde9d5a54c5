//! Text in, its words out: each word in one normal spelling, with its byte range in the source.
//!
//! Folding, search and related articles must agree on when two words are the same, so the answer
//! stands here once. Harakat, tatweel and format characters vanish; alef, ya, ta marbuta and the
//! Persian kaf and ya are one letter each; presentation forms are undone; digits of every script
//! are ASCII and keep their inner separators and sign (`3.5`, `12:30`, `-5`); Latin is case-folded;
//! `%` and currency signs are words of their own. All else separates.
//!
//! This is one of three folds of letters, which differ on purpose: this one says which words are the
//! same for folds and hashes, so it joins only what is one word. What a searcher may type otherwise is
//! folded more widely by `analysis::letters`; labels and dates are read by `corpus::token`.
//!
//! Invariants: words come in order and do not overlap; [`Word::norm`] is never empty; both ends lie
//! on char borders; one pass, time linear in the text, no allocation per word.

mod spelling;
mod unit;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use spelling::spelling;
use unit::{HAMZA_ABOVE, Unit, number_separator, opens_number, unit, with_hamza};

/// What a word is made of. `الـ70` is two words: letters, then digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    Letters,
    /// A number with its sign and inner separators.
    Digits,
    /// One of `% ‰ $ € £ ¥`.
    Symbol,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The normal spelling.
    pub norm: &'a str,
    /// First byte in the source.
    pub start: usize,
    /// One past the last byte in the source; marks after the last letter belong to the word.
    pub end: usize,
    pub kind: WordKind,
}

/// Calls `f` with every word of `text`, in order.
pub fn words(text: &str, f: impl FnMut(Word<'_>)) {
    let mut run = Run::new(f);
    let mut previous = None;
    let mut rest = text.chars();
    let mut at = 0;
    while let Some(c) = rest.next() {
        let here = at..at + c.len_utf8();
        at = here.end;
        match unit(c) {
            Unit::Letter(l) if rest.as_str().starts_with(HAMZA_ABOVE) => {
                run.push(WordKind::Letters, with_hamza(c).unwrap_or(l), here);
            }
            Unit::Letter(l) => run.push(WordKind::Letters, l, here),
            Unit::Digit(d) => run.push(WordKind::Digits, d, here),
            Unit::Mark => run.mark(here.end),
            Unit::Symbol(s) => {
                run.flush();
                run.push(WordKind::Symbol, s, here);
                run.flush();
            }
            Unit::Letters(kind) => kind.spell(c, |l| run.push(WordKind::Letters, l, here.clone())),
            Unit::Border => {
                let next = rest.clone().next();
                run.border(c, here, previous, next);
            }
        }
        previous = Some(c);
    }
    run.flush();
}

/// How many words `text` has.
pub fn count_words(text: &str) -> usize {
    let mut n = 0;
    words(text, |_| n += 1);
    n
}

/// The word being read.
struct Run<F> {
    norm: String,
    kind: WordKind,
    start: usize,
    end: usize,
    f: F,
}

impl<F: FnMut(Word<'_>)> Run<F> {
    fn new(f: F) -> Self {
        Run {
            norm: String::with_capacity(64),
            kind: WordKind::Letters,
            start: 0,
            end: 0,
            f,
        }
    }

    #[inline]
    fn push(&mut self, kind: WordKind, c: char, bytes: Range<usize>) {
        if self.kind != kind {
            self.flush();
            self.kind = kind;
        }
        if self.norm.is_empty() {
            self.start = bytes.start;
        }
        self.norm.push(c);
        self.end = bytes.end;
    }

    /// A mark is silent, but belongs to the word it stands on.
    #[inline]
    fn mark(&mut self, end: usize) {
        if !self.norm.is_empty() {
            self.end = end;
        }
    }

    /// Ends the word, unless `c` stands inside a number; begins one, if `c` is a number's sign.
    #[inline]
    fn border(&mut self, c: char, bytes: Range<usize>, previous: Option<char>, next: Option<char>) {
        if c == ' ' {
            self.flush();
            return;
        }
        let before_digit = next.is_some_and(|n| matches!(unit(n), Unit::Digit(_)));
        let in_number = before_digit && self.kind == WordKind::Digits && !self.norm.is_empty();
        if let Some(separator) = number_separator(c).filter(|_| in_number) {
            self.push(WordKind::Digits, separator, bytes);
            return;
        }
        self.flush();
        if before_digit && matches!(c, '-' | '−' | '+') && previous.is_none_or(opens_number) {
            let sign = if c == '+' { '+' } else { '-' };
            self.push(WordKind::Digits, sign, bytes);
        }
    }

    #[inline]
    fn flush(&mut self) {
        if self.norm.is_empty() {
            return;
        }
        (self.f)(Word {
            norm: &self.norm,
            start: self.start,
            end: self.end,
            kind: self.kind,
        });
        self.norm.clear();
    }
}
