//! From what follows `date:` to the days it means, and how much of the query said so.
//!
//! `2015`, `2015-08`, `2015-08-03`, `3/8/2015`, `سبتمبر 2015`, `أيلول`, `29 رمضان 1436`;
//! `a..b`, `2015-08..09`, `..2015`, `2015..`, `2014-2016`, `< <= > >=`, `?`. A month or a day
//! without a year is one of any year. Hijri years and months are turned into the days they were.
//!
//! Only a bounded stretch is looked at, so that many fields in one query cost no more than many words.

mod calendar;
mod point;

#[cfg(test)]
mod tests;

use super::date_range::{DateRange, day_after, day_before};
use super::scanner::is_quote;
use crate::corpus::token::{self, Token, TokenKind};
use point::Point;

/// Most chars read for a date: two dates with their months in pairs fit.
const MAX_DATE_CHARS: usize = 120;

/// Digits of a year; no other number of a date has more.
const MAX_YEAR_DIGITS: u8 = 4;

/// What was read after `date:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParsedDate {
    /// A date, and how many bytes it takes.
    Date(DateRange, usize),
    /// The query ends before it is one.
    NotYet,
    /// No date.
    Not,
}

/// Reads the date at the beginning of `rest`, which reaches to the end of the query.
pub(super) fn read(rest: &str, typing: bool) -> ParsedDate {
    let end = rest
        .char_indices()
        .nth(MAX_DATE_CHARS)
        .map_or(rest.len(), |(at, _)| at);
    let window = rest.get(..end).unwrap_or("");
    let mut tokens = token::tokenize(window);
    tokens.retain(|token| !token.is_mark('_'));
    let growing = (typing && end == rest.len()).then_some(end);
    let mut walk = DateParser {
        tokens,
        at: 0,
        growing,
    };
    if let Some((range, len)) = walk.read(rest) {
        let half_a_year = walk.half_a_year(range);
        return ParsedDate::Date(range, if half_a_year { rest.len() } else { len });
    }
    if let Some(range) = walk.without_the_last(rest) {
        return if walk.can_grow_into_one(window) {
            ParsedDate::Date(range, rest.len())
        } else {
            ParsedDate::Not
        };
    }
    if walk.may_become_one(rest) {
        ParsedDate::NotYet
    } else {
        ParsedDate::Not
    }
}

/// Days that were typed by themselves, with no query round them: `2015-08..09`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDates {
    /// As typed.
    pub text: String,
    pub range: DateRange,
}

/// Why what was typed is not the name of any days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatesFault {
    /// It may become a date.
    NotYet,
    NotADate,
}

impl TypedDates {
    /// Reads all of `text` as what follows `date:`; with `typing` it may go on. `None` where it is blank.
    pub fn read(text: &str, typing: bool) -> Option<Result<TypedDates, DatesFault>> {
        if text.trim().is_empty() {
            return None;
        }
        Some(match read_whole(text, typing) {
            ParsedDate::Date(range, _) => Ok(TypedDates {
                text: text.trim().to_owned(),
                range,
            }),
            ParsedDate::NotYet => Err(DatesFault::NotYet),
            ParsedDate::Not => Err(DatesFault::NotADate),
        })
    }
}

/// Reads a date that is all of `text`, which stands in quotes.
pub(super) fn read_whole(text: &str, typing: bool) -> ParsedDate {
    match read(text.trim(), typing) {
        ParsedDate::Date(_, len) if len < text.trim().len() => ParsedDate::Not,
        read => read,
    }
}

/// A place among the tokens after `date:`. A step that does not fit leaves it where it was.
struct DateParser {
    tokens: Vec<Token>,
    at: usize,
    /// Where a token ends that may still grow under the reader's fingers.
    growing: Option<usize>,
}

/// How a sign compares an article's date with the one after it.
#[derive(Clone, Copy)]
enum DateComparison {
    Before,
    UpTo,
    From,
    After,
    Equal,
}

impl DateParser {
    /// The days, and how many bytes say so.
    fn read(&mut self, rest: &str) -> Option<(DateRange, usize)> {
        let range = self.value()?;
        Some((range, self.finish(rest)?))
    }

    /// What is a date but for the token being typed: `2015-0`, `2015..20`, `سبتمبر/أي`.
    fn without_the_last(&self, rest: &str) -> Option<DateRange> {
        let (last, before) = self.tokens.split_last()?;
        if self.growing != Some(last.bytes.end) {
            return None;
        }
        let head = rest.get(..last.bytes.start)?;
        let mut walk = DateParser {
            tokens: before.to_vec(),
            at: 0,
            growing: None,
        };
        let (range, _) = walk.read(head)?;
        (walk.at == before.len()).then_some(range)
    }

    /// Whether some digits behind the number being typed make a date of it all: `2015-0` and `2014-20` do, `2015-13` does
    /// not, whatever is typed next.
    fn can_grow_into_one(&self, text: &str) -> bool {
        let number = self.tokens.last().and_then(Token::number);
        // A word may still become any word.
        let Some((last, typed)) = number else {
            return true;
        };
        // A year that ends a range is not before the one that begins it: `2015-13` becomes no `2015-1399`.
        let first = self.tokens.first().and_then(Token::number);
        let least = first.map_or(0, |(first, _)| first);
        let is_date = |more: String| {
            let grown = format!("{text}{more}");
            let mut tokens = token::tokenize(&grown);
            tokens.retain(|token| !token.is_mark('_'));
            let end = tokens.len();
            let mut walk = DateParser {
                tokens,
                at: 0,
                growing: None,
            };
            walk.read(&grown).is_some() && walk.at == end
        };
        let missing = MAX_YEAR_DIGITS.saturating_sub(typed);
        let most = 10_u32.pow(u32::from(missing.min(2)));
        let two = |digits: &u32| last * 100 + digits >= least;
        (0..most.min(10)).any(|digit| is_date(digit.to_string()))
            || (missing > 1
                && (0..most)
                    .filter(two)
                    .any(|digits| is_date(format!("{digits:02}"))))
    }

    /// Whether a month waits for the year that is being typed behind it.
    fn half_a_year(&self, range: DateRange) -> bool {
        let is_last = self.at + 1 == self.tokens.len();
        let digits = self
            .token()
            .and_then(Token::number)
            .map(|(_, digits)| digits);
        matches!(range, DateRange::Yearly { .. })
            && is_last
            && self.growing == self.token().map(|t| t.bytes.end)
            && digits.is_some_and(|digits| digits < 4)
    }

    fn value(&mut self) -> Option<DateRange> {
        if self.unknown() {
            return Some(DateRange::Unknown);
        }
        if let Some(side) = self.side() {
            return self.point()?.side(side);
        }
        if self.dots() {
            return self.point()?.side(DateComparison::UpTo);
        }
        self.word("من");
        let from = self.point()?;
        let before = self.at;
        let open = match self.joint(from) {
            Joint::None => return Some(from.range()),
            Joint::Open => true,
            Joint::Closed => false,
        };
        let after = self.at;
        if let Some(to) = self.short(from).or_else(|| self.point()) {
            return Some(from.to(to));
        }
        // `2015..` is open; of `2015 to` only the year is a date.
        self.at = if open { after } else { before };
        if open {
            from.side(DateComparison::From)
        } else {
            Some(from.range())
        }
    }

    /// `?` and words for it.
    fn unknown(&mut self) -> bool {
        const WORDS: [&str; 8] = [
            "unknown",
            "none",
            "مجهول",
            "بلا",
            "بدون",
            "نامعلوم",
            "undated",
            "لايوجد",
        ];
        let Some(token) = self.tokens.first() else {
            return false;
        };
        let is = token.is_mark('?') || token.is_mark('؟') || WORDS.iter().any(|w| token.is_word(w));
        let two =
            token.is_word("غير") && self.tokens.get(1).is_some_and(|t| t.is_any("معروف محدد"));
        self.at += usize::from(is) + 2 * usize::from(two);
        is || two
    }

    /// `<`, `<=`, `=<`, `>`, `>=`, `=>`, `≤`, `≥`, `=`.
    fn side(&mut self) -> Option<DateComparison> {
        let equal = self.mark("=");
        let side = match self.kind() {
            Some(TokenKind::Mark('<')) => DateComparison::Before,
            Some(TokenKind::Mark('>')) => DateComparison::After,
            Some(TokenKind::Mark('≤')) => DateComparison::UpTo,
            Some(TokenKind::Mark('≥')) => DateComparison::From,
            _ => return equal.then_some(DateComparison::Equal),
        };
        self.at += 1;
        let equal = self.mark("=") || equal;
        Some(match side {
            DateComparison::Before if equal => DateComparison::UpTo,
            DateComparison::After if equal => DateComparison::From,
            other => other,
        })
    }

    /// `..`, `...`, `…`.
    fn dots(&mut self) -> bool {
        if self.mark("…") {
            return true;
        }
        let dot = |at: usize| self.tokens.get(at).is_some_and(|t| t.is_mark('.'));
        if !dot(self.at) || !dot(self.at + 1) {
            return false;
        }
        self.at += 2;
        while self.mark(".") {}
        true
    }

    /// What joins two dates, if a second one can follow.
    fn joint(&mut self, from: Point) -> Joint {
        let spaced = self.token().is_some_and(|t| t.spaced);
        if self.dots() {
            return if spaced { Joint::Closed } else { Joint::Open };
        }
        let next_year = self.tokens.get(self.at + 1).and_then(Token::number);
        let years = from.is_year() && next_year.is_some_and(|(_, digits)| digits == 4);
        let joined = ["الي", "حتي", "to", "until"]
            .iter()
            .any(|word| self.word(word))
            || ((years || spaced) && self.mark("-"));
        if joined { Joint::Closed } else { Joint::None }
    }

    /// How many bytes were read, if the date ends where a piece of the query may end.
    fn finish(&mut self, rest: &str) -> Option<usize> {
        // A half-typed `2015-` and a sentence's full stop.
        while self.token().is_some_and(|t| !t.spaced) && self.mark("-/.:!؛") {}
        let end = self.tokens.get(self.at.checked_sub(1)?)?.bytes.end;
        let next = rest.get(end..)?.chars().next();
        let ends =
            |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '|' | ',' | '،' | ')' | ']');
        next.is_none_or(ends).then_some(end)
    }

    /// Whether what was typed so far may be the beginning of a date: one piece, or the day, or the
    /// first half of a month's name, and one piece.
    fn may_become_one(&self, rest: &str) -> bool {
        if self.growing.is_none() {
            return false;
        }
        let pieces = rest.split_whitespace().count();
        let opens = self.tokens.first().is_some_and(|t| {
            t.is_any("كانون تشرين ربيع جمادي جماد ذو ذي")
                || matches!(
                    t.kind,
                    TokenKind::Mark('<' | '>' | '=' | '≤' | '≥' | '.' | '…')
                )
                || matches!(t.number(), Some((1..=31, 1 | 2)))
        });
        let ended = rest.ends_with(char::is_whitespace);
        (pieces == 1 && !ended) || (pieces <= 2 && opens && !(ended && pieces == 2))
    }

    fn token(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn kind(&self) -> Option<TokenKind> {
        self.token().map(|t| t.kind)
    }

    fn mark(&mut self, marks: &str) -> bool {
        let here = matches!(self.kind(), Some(TokenKind::Mark(m)) if marks.contains(m));
        self.at += usize::from(here);
        here
    }

    fn word(&mut self, word: &str) -> bool {
        let here = self.token().is_some_and(|t| t.is_word(word));
        self.at += usize::from(here);
        here
    }
}

/// Between two dates.
enum Joint {
    None,
    /// Says "and later" if no date follows.
    Open,
    /// Says nothing if no date follows.
    Closed,
}

impl Point {
    fn side(self, side: DateComparison) -> Option<DateRange> {
        if matches!(side, DateComparison::Equal) {
            return Some(self.range());
        }
        let (first, last) = self.days()?;
        let (from, to) = match side {
            DateComparison::Before => (None, Some(day_before(first)?)),
            DateComparison::UpTo => (None, Some(last)),
            DateComparison::From | DateComparison::Equal => (Some(first), None),
            DateComparison::After => (Some(day_after(last)?), None),
        };
        Some(DateRange::Days { from, to })
    }
}
