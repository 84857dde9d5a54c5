//! Takes tokens at a number, gives the date written in digits there: ISO 8601, d/m/y, y/m/d, Hijri d/m/y.
//!
//! `10/11/2016` is the tenth of November: Arabic papers write the day first. The order is swapped only
//! where the number in the month's place cannot be a month.

use super::super::date::PartialDate;
use super::super::token::{Token, TokenKind};
use super::date_cursor::DateCursor;
use super::{BareDate, Calendar, YEARS, hijri, ymd};

/// Last year of two digits that is one after 2000; later ones are of the 1900s.
const LAST_YEAR_OF_2000S: u32 = 40;

/// Hijri years that are read without a month's name or a mark: 1989 and later. Earlier numbers are
/// more often Persian years, which are not read.
const NUMERIC_HIJRI: std::ops::RangeInclusive<u32> = 1410..=1500;

/// The date of three numbers with the same mark between them.
pub(super) fn triple(tokens: &[Token], at: usize) -> Option<BareDate> {
    let mark = mark_at(tokens, at + 1)?;
    if mark_at(tokens, at + 3)? != mark || chained(tokens, at, at + 5, mark) {
        return None;
    }
    let mut cursor = DateCursor::new(tokens, at);
    let a = cursor.number()?;
    cursor.at += 1;
    let b = cursor.number()?;
    cursor.at += 1;
    let c = cursor.number()?;
    let share = tokens
        .get(cursor.at)
        .is_some_and(|t| t.is_mark('%') || t.is_mark('٪'));
    if share || b.1 > 2 {
        return None;
    }
    let (year, day) = match (a.1, c.1) {
        (4, 1 | 2) => (a, c),
        (1 | 2, 2 | 4) => (c, a),
        _ => return None,
    };
    let (date, calendar) = resolve(year.0, year.1, b.0, day.0)?;
    let mut bare = cursor.bare(PartialDate::Day(date), calendar, at);
    bare.weak = year.1 == 2;
    Some(bare)
}

/// The date of three numbers; the year of two digits or four, month and day in either order.
fn resolve(year: u32, year_digits: u8, month: u32, day: u32) -> Option<(super::Ymd, Calendar)> {
    let (month, day) = if month > 12 && day <= 12 {
        (day, month)
    } else {
        (month, day)
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if year_digits == 4 && NUMERIC_HIJRI.contains(&year) {
        return Some((hijri::to_gregorian(year, month, day)?, Calendar::Hijri));
    }
    let year = match year_digits {
        4 => year,
        _ if year <= LAST_YEAR_OF_2000S => 2000 + year,
        _ => 1900 + year,
    };
    Some((ymd(year, month, day)?, Calendar::Gregorian))
}

/// Month and year: `2015-09`, `09/2015`; trusted only where it stands alone.
pub(super) fn month_year(tokens: &[Token], at: usize) -> Option<BareDate> {
    let mark = mark_at(tokens, at + 1)?;
    let attached = !tokens[at + 1].spaced && !tokens.get(at + 2)?.spaced;
    if !attached || chained(tokens, at, at + 3, mark) || mark == '.' {
        return None;
    }
    let mut cursor = DateCursor::new(tokens, at);
    let a = cursor.number()?;
    cursor.at += 1;
    let b = cursor.number()?;
    let (year, month) = match (a.1, b.1) {
        (4, 2) => (a.0, b.0),
        (1 | 2, 4) => (b.0, a.0),
        _ => return None,
    };
    if !YEARS.contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let date = PartialDate::Month {
        year: i16::try_from(year).ok()?,
        month: month as u8,
    };
    let mut bare = cursor.bare(date, Calendar::Gregorian, at);
    bare.weak = true;
    Some(bare)
}

/// The mark at a token, if it may separate the numbers of a date.
fn mark_at(tokens: &[Token], at: usize) -> Option<char> {
    match tokens.get(at)?.kind {
        TokenKind::Mark(mark @ ('/' | '-' | '.' | '\\')) => Some(mark),
        _ => None,
    }
}

/// Whether the row of numbers continues with the same mark before or after: a telephone number, an
/// address, a list.
fn chained(tokens: &[Token], start: usize, end: usize, mark: char) -> bool {
    let number = |i: usize| tokens.get(i).is_some_and(|t| t.number().is_some());
    let before = start >= 2
        && tokens[start - 1].is_mark(mark)
        && !tokens[start].spaced
        && !tokens[start - 1].spaced
        && number(start - 2);
    let after = tokens
        .get(end)
        .is_some_and(|t| t.is_mark(mark) && !t.spaced)
        && tokens
            .get(end + 1)
            .is_some_and(|t| !t.spaced && t.number().is_some());
    before || after
}
