//! Takes tokens and a position among them, gives the parts of a written date one after another.
//!
//! A part that is not there leaves the position where it was.

use super::super::date::PartialDate;
use super::super::token::{Token, TokenKind};
use super::calendar_names::{self, Calendar, NamedMonth};
use super::{BareDate, YEARS, hijri};

/// A position among the tokens of a line.
pub(super) struct DateCursor<'a> {
    tokens: &'a [Token],
    pub(super) at: usize,
}

impl<'a> DateCursor<'a> {
    pub(super) fn new(tokens: &'a [Token], at: usize) -> Self {
        DateCursor { tokens, at }
    }

    /// A date from the token `start` to the position.
    pub(super) fn bare(&self, date: PartialDate, calendar: Calendar, start: usize) -> BareDate {
        BareDate {
            date,
            calendar,
            start,
            end: self.at,
            weak: false,
        }
    }

    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    /// Passes one of `marks`, if it is there.
    pub(super) fn any_mark(&mut self, marks: &str) -> bool {
        let here =
            matches!(self.peek().map(|t| t.kind), Some(TokenKind::Mark(m)) if marks.contains(m));
        self.at += usize::from(here);
        here
    }

    /// Passes one of `words`, if it is there.
    pub(super) fn any_word(&mut self, words: &[&str]) -> bool {
        let here = self
            .peek()
            .is_some_and(|t| words.iter().any(|w| t.is_word(w)));
        self.at += usize::from(here);
        here
    }

    /// A number, and how many digits it has.
    pub(super) fn number(&mut self) -> Option<(u32, u8)> {
        let number = self.peek()?.number()?;
        self.at += 1;
        Some(number)
    }

    /// A day of a month.
    pub(super) fn day(&mut self) -> Option<u8> {
        let (value, digits) = self.peek()?.number()?;
        // `011 أغسطس` is a known error of one wire service.
        if digits > 3 || !(1..=31).contains(&value) {
            return None;
        }
        self.at += 1;
        Some(value as u8)
    }

    /// A year of four digits.
    pub(super) fn gregorian_year(&mut self) -> Option<u32> {
        let (value, digits) = self.peek()?.number()?;
        if digits != 4 || !YEARS.contains(&value) {
            return None;
        }
        self.at += 1;
        Some(value)
    }

    /// A month, and its second name beside it: `سبتمبر/أيلول`, `أيلول (سبتمبر)`, `سبتمبر أيلول`.
    pub(super) fn month_with_pair(&mut self) -> Option<NamedMonth> {
        let (month, len) = calendar_names::month(self.tokens, self.at)?;
        self.at += len;
        let after = self.at;
        let opened = self.any_mark("/(-[\\");
        if let Some((other, len)) = calendar_names::month(self.tokens, self.at)
            && other == month
        {
            self.at += len;
            if opened {
                self.any_mark(")]");
            }
        } else {
            self.at = after;
        }
        Some(month)
    }

    /// The year after a month, with the marks and words that join them.
    pub(super) fn year_after_month(&mut self) -> Option<u32> {
        let start = self.at;
        self.any_mark(",-/.");
        self.any_word(&["من"]);
        self.any_word(&["عام", "سنه", "لعام", "لسنه", "العام", "للعام"]);
        let year = self.number().filter(|&(value, digits)| {
            digits == 4 && (YEARS.contains(&value) || hijri::YEARS.contains(&value))
        });
        if year.is_none() {
            self.at = start;
        }
        year.map(|(value, _)| value)
    }

    /// Passes an era mark: `م`, `هـ`, `ميلادية`, `للهجرة`.
    pub(super) fn era(&mut self) {
        const ERAS: [&str; 9] = [
            "م",
            "ه",
            "ميلادي",
            "ميلاديه",
            "هجري",
            "هجريه",
            "للهجره",
            "للميلاد",
            "هج",
        ];
        self.any_word(&ERAS);
    }

    /// The weekday after a date.
    pub(super) fn weekday_after(&mut self) -> Option<u8> {
        let start = self.at;
        self.any_mark(",-");
        let weekday = self
            .peek()
            .filter(|t| t.kind == TokenKind::Word)
            .and_then(|t| calendar_names::weekday(&t.word));
        self.at = match weekday {
            Some(_) => self.at + 1,
            None => start,
        };
        weekday
    }
}

/// The index of the weekday before a date that begins at `start`, else `start`, and the weekday;
/// tokens before `floor` belong to an earlier date.
pub(super) fn weekday_before(tokens: &[Token], start: usize, floor: usize) -> (usize, Option<u8>) {
    let mut at = start;
    let is_joint = |t: &Token| matches!(t.kind, TokenKind::Mark(',' | '-' | '/' | '(' | ':'));
    let is_filler = |t: &Token| t.is_word("الموافق") || t.is_word("ل") || t.is_word("ال");
    while at > floor && at + 3 > start && (is_joint(&tokens[at - 1]) || is_filler(&tokens[at - 1]))
    {
        at -= 1;
    }
    let Some(token) = at
        .checked_sub(1)
        .filter(|&i| i >= floor)
        .map(|i| &tokens[i])
    else {
        return (start, None);
    };
    match calendar_names::weekday(&token.word) {
        Some(day) if token.kind == TokenKind::Word => (at - 1, Some(day)),
        _ => (start, None),
    }
}

/// Whether the day ends a range: `4-`, `4 و` or `4 إلى` stands before it.
pub(super) fn ends_range(tokens: &[Token], start: usize) -> bool {
    let Some(joint) = start.checked_sub(1).map(|i| &tokens[i]) else {
        return false;
    };
    let ranges = joint.is_mark('-') || ["و", "الي", "حتي", "to"].iter().any(|w| joint.is_word(w));
    let small = |i: usize| matches!(tokens[i].number(), Some((1..=31, 1 | 2)));
    let Some(first) = start.checked_sub(2).filter(|&i| ranges && small(i)) else {
        return false;
    };
    // `09:25 - 20 يوليو` is a time, then a date.
    !first.checked_sub(1).is_some_and(|i| tokens[i].is_mark(':'))
}
