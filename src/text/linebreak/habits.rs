//! An opportunity of UAX #14 in, whether a reader of Arabic would take it out.
//!
//! The rules know classes of characters; a reader knows more. Each [`Habit`] is a deliberate
//! difference from the rules (the conformance test counts them on Unicode's own cases), and keeps
//! together what the rules would part. What the rules keep together already has no habit: opening
//! brackets and guillemets with their word, closing ones, `؟`, `!` and `.` with what is before
//! them even over a stray space (LB13 to LB15), letters with tatweel (LB28), most numbers (LB25).
//! A straight quote with spaces on both sides opens or closes, nobody knows; it may stand on
//! either line.
//!
//! Invariant: a judgement looks at [`WINDOW_CHARS`] characters on either side and at the address it is
//! in, so all of them together are linear in the text.

use super::Opportunity;
use super::address::Addresses;
use crate::text::sanitise::{self, Glyph};

/// Characters that a judgement looks at on either side, to see past white space and characters that have
/// no cell of their own in constant time.
const WINDOW_CHARS: usize = 16;
/// The conjunction "and", written in one piece with the word after it.
const WAW: char = '\u{0648}';
/// Stands inside numbers, dates, times, fractions, phone numbers.
const JOINERS: &str =
    "-\u{2010}\u{2011}\u{2212}/\u{2044}\u{2215}\\:.,\u{066B}\u{066C}%\u{066A}\u{2030}+*\u{D7}~=_";
/// Stands inside a range, but also between sentences.
const DASHES: &str = "\u{2012}\u{2013}\u{2014}\u{2015}";
/// Follows its number, a stray space between or not.
const UNITS: &str = "%\u{066A}\u{2030}\u{B0}";
/// Never begins a line, whatever follows. Of the marks the rules let begin one: before a digit
/// those of class IS, as if each were a decimal point (`LB15c`).
const ENDS: &str = "\u{060C}\u{061B}\u{061F}\u{06D4}!?:;";

/// Why an opportunity is not one between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Habit {
    /// A conjunction waw stays with its word, from which only a slip of the hand parted it.
    Conjunction,
    /// Digits and what stands inside a number, date, time, range or fraction, and the percent sign
    /// after it.
    Number,
    /// The inside of a URL, an e-mail address, a hashtag, a handle, an option or a code.
    Address,
    /// Words of which one is to be chosen, as in `<auto|dark|light>`.
    Choice,
    /// A line does not begin with a comma, a question mark or the ellipsis of the sentence before.
    Punctuation,
    /// No hyphen is drawn at a soft hyphen, so a word parted there would look like two.
    SoftHyphen,
}

/// Judges the opportunities of one text, from its beginning to its end.
pub(super) struct Habits<'a> {
    text: &'a str,
    addresses: Addresses<'a>,
}

impl<'a> Habits<'a> {
    pub(super) fn new(text: &'a str) -> Habits<'a> {
        Habits {
            text,
            addresses: Addresses::new(text),
        }
    }

    /// What becomes of an opportunity of the rules before `byte`.
    pub(super) fn judge(&mut self, byte: usize) -> Opportunity {
        let after = self.text.get(byte..).unwrap_or_default();
        // Tabs and line ends are spaces by now, so only a mixture of spaces gets here.
        if after.starts_with(is_white) {
            return Opportunity::Never;
        }
        match self.habit(byte) {
            Some(_) => Opportunity::Within,
            None => Opportunity::Between,
        }
    }

    /// The habit that speaks against a break before `byte`.
    pub(super) fn habit(&mut self, byte: usize) -> Option<Habit> {
        if is_between_words(self.text, byte) {
            return None;
        }
        let around = Around::new(self.text, byte)?;
        if around.is_after_lone_waw() {
            Some(Habit::Conjunction)
        } else if around.is_in_number() {
            Some(Habit::Number)
        } else if around.is_before_end() {
            Some(Habit::Punctuation)
        } else if !around.gap && self.addresses.hold(byte) {
            Some(Habit::Address)
        } else if around.is_in_choice() {
            Some(Habit::Choice)
        } else {
            let before = self.text.get(..byte).unwrap_or_default();
            before.ends_with('\u{AD}').then_some(Habit::SoftHyphen)
        }
    }
}

/// Whether `byte` lies behind a single space and before a letter or digit, and what is before the
/// space is no waw: most opportunities do, and no habit speaks against them.
fn is_between_words(text: &str, byte: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(byte) else {
        return false;
    };
    let mut back = before.chars().rev();
    back.next() == Some(' ')
        && back.next().is_some_and(|c| match c {
            '!'..='~' | '\u{060C}' | '\u{0620}'..='\u{064A}' => c != WAW,
            _ => false,
        })
        && after.starts_with(|c: char| {
            c.is_ascii_alphanumeric()
                || matches!(c, '\u{0620}'..='\u{064A}' | '\u{0660}'..='\u{0669}')
        })
}

/// What stands round an opportunity, marks and characters without a cell left out.
struct Around {
    /// The character before that is no white space, and the one before it, white or not.
    before: (char, Option<char>),
    /// White space lies between.
    gap: bool,
    /// The character after and the one after it.
    after: (char, Option<char>),
}

impl Around {
    fn new(text: &str, byte: usize) -> Option<Around> {
        let (before, after) = text.split_at_checked(byte)?;
        let mut back = before
            .chars()
            .rev()
            .take(WINDOW_CHARS)
            .filter(|c| is_seen(*c));
        let mut gap = false;
        let first = back.find(|c| {
            gap |= is_blank(*c);
            !is_blank(*c)
        })?;
        let mut ahead = after.chars().take(WINDOW_CHARS).filter(|c| is_seen(*c));
        Some(Around {
            before: (first, back.next()),
            gap,
            after: (ahead.next()?, ahead.next()),
        })
    }

    fn is_after_lone_waw(&self) -> bool {
        let (waw, second) = self.before;
        self.gap && waw == WAW && !second.is_some_and(char::is_alphanumeric)
    }

    fn is_in_number(&self) -> bool {
        let digit = |c: char| c.is_numeric();
        let also_digit = |c: Option<char>| c.is_some_and(digit);
        let amount = |c: Option<char>| c.is_some_and(|c| digit(c) || UNITS.contains(c));
        let ((before, second), (after, next)) = (self.before, self.after);
        if UNITS.contains(after) {
            return digit(before);
        }
        if self.gap {
            return false;
        }
        JOINERS.contains(before) && (digit(after) || also_digit(second))
            || JOINERS.contains(after) && digit(before)
            || DASHES.contains(before) && amount(Some(after)) && amount(second)
            || DASHES.contains(after) && amount(Some(before)) && amount(next)
    }

    fn is_in_choice(&self) -> bool {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let ((before, second), (after, _)) = (self.before, self.after);
        !self.gap && before == '|' && word(second) && word(Some(after))
    }

    fn is_before_end(&self) -> bool {
        let (after, next) = self.after;
        ENDS.contains(after) || after == '…' && next.is_none_or(is_blank)
    }
}

/// White space that hangs at the end of a line.
fn is_white(c: char) -> bool {
    c.is_whitespace() && !is_glue(c)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// A space that is not to be broken at.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

fn is_seen(c: char) -> bool {
    matches!(sanitise::glyph(c), Glyph::Base(..) | Glyph::Space(..))
}
