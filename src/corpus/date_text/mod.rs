//! Takes the tokens of a line, gives every date written in it, in the forms that newspapers use.
//!
//! Which of them is the article's own date is decided in [`super::dateline`]; here a date is read
//! wherever it stands. A [`FoundDate`] covers its weekday, its era mark and the second name of the
//! month, so that the rest of a line shows whether the line is a date and little else. Work is linear
//! in the tokens: each start looks at a bounded number of them.
//!
//! The dates of a query have a grammar of their own (`query::date`): there a date may be a month, a
//! range, a comparison or unfinished, and nothing that is not a date precedes it; here a date is
//! sought in prose, and a doubtful one has to be refused. Both share [`month`], [`Calendar`] and the
//! conversion of Hijri dates, so that they know the same names.

mod calendar_names;
mod date_cursor;
mod field;
mod hijri;
mod numeric;

#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil;

pub use calendar_names::{Calendar, NamedMonth, month, weekday};
pub use field::{FieldDate, parse_field};
pub use hijri::{YEARS as HIJRI_YEARS, to_gregorian as hijri_to_gregorian};

use super::date::{PartialDate, Ymd};
use super::token::{Token, TokenKind};
use date_cursor::DateCursor;

/// Gregorian years of dates: four-digit numbers outside are prices or counts.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Tokens from the name of a month to the end of its date: a second name, a day and a year with their marks.
const MONTH_TOKENS: usize = 6;

/// A date found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The date in the Gregorian calendar.
    pub date: PartialDate,
    /// The calendar the text uses.
    pub calendar: Calendar,
    /// Range of the tokens that it covers.
    pub tokens: Range<usize>,
    /// The weekday written beside it, Monday = 1.
    pub weekday: Option<u8>,
    /// Whether it was read from a form that is often something else (`11/12/09`, `2015-09`) and is
    /// trusted only where nothing else stands in the line.
    pub weak: bool,
    /// Whether it ends a range of days (`4-7 حزيران`), which dates an event.
    pub range: bool,
}

/// Every date of a line, in order, without overlaps.
pub fn scan(tokens: &[Token]) -> Vec<FoundDate> {
    let mut dates = Vec::new();
    if !tokens
        .iter()
        .any(|t| matches!(t.kind, TokenKind::Number(..)))
    {
        return dates;
    }
    let mut at = 0;
    while at < tokens.len() {
        let Some(found) = date_at(tokens, at) else {
            at += 1;
            continue;
        };
        let floor = dates.last().map_or(0, |h: &FoundDate| h.tokens.end);
        at = found.end.max(at + 1);
        dates.push(complete(tokens, at, floor, &found));
    }
    dates
}

/// A date without its weekday and era mark, and the tokens it covers.
struct BareDate {
    date: PartialDate,
    calendar: Calendar,
    start: usize,
    end: usize,
    weak: bool,
}

/// The date that begins at a token.
fn date_at(tokens: &[Token], at: usize) -> Option<BareDate> {
    match tokens[at].kind {
        TokenKind::Number(..) => numeric::triple(tokens, at)
            .or_else(|| day_month(tokens, at))
            .or_else(|| year_month_day(tokens, at))
            .or_else(|| numeric::month_year(tokens, at)),
        TokenKind::Word => month_first(tokens, at),
        TokenKind::Mark(_) => None,
    }
}

/// Day first: `29 سبتمبر/أيلول 2015`, `16 رجب 1441هـ`, `10 July 2012`.
fn day_month(tokens: &[Token], at: usize) -> Option<BareDate> {
    let mut cursor = DateCursor::new(tokens, at);
    let day = cursor.day()?;
    cursor.any_mark("-/.,");
    cursor.any_word(&["من", "شهر", "th", "st", "nd", "rd", "of"]);
    cursor.any_word(&["شهر"]);
    let month = cursor.month_with_pair()?;
    let before_year = cursor.at;
    let year = cursor.year_after_month();
    if year.is_none() {
        cursor.at = before_year;
    }
    let date = match (month.calendar, year) {
        (Calendar::Gregorian, Some(year)) => ymd(year, month.number, day).map(PartialDate::Day)?,
        (Calendar::Gregorian, None) => no_year(month.number, day)?,
        (Calendar::Hijri, year) => PartialDate::Day(hijri::to_gregorian(year?, month.number, day)?),
    };
    Some(cursor.bare(date, month.calendar, at))
}

/// Year first: `2015 سبتمبر 29`.
fn year_month_day(tokens: &[Token], at: usize) -> Option<BareDate> {
    let mut cursor = DateCursor::new(tokens, at);
    let year = cursor.gregorian_year()?;
    cursor.any_mark("-/,");
    let month = cursor.month_with_pair()?;
    cursor.any_mark("-/,");
    let day = cursor.day()?;
    let date = ymd(year, month.number, day)?;
    (month.calendar == Calendar::Gregorian)
        .then(|| cursor.bare(PartialDate::Day(date), Calendar::Gregorian, at))
}

/// Month first: `أكتوبر 2017`, `July 10, 2012`.
fn month_first(tokens: &[Token], at: usize) -> Option<BareDate> {
    let near_number = tokens[at..]
        .iter()
        .take(MONTH_TOKENS)
        .any(|t| t.number().is_some());
    // `31 فبراير 2017` is no date, so `فبراير 2017` in it is none.
    let no_day = at
        .checked_sub(1)
        .is_some_and(|i| matches!(tokens[i].number(), Some((_, 1 | 2))));
    if !near_number || no_day {
        return None;
    }
    let mut cursor = DateCursor::new(tokens, at);
    let month = cursor.month_with_pair()?;
    if month.calendar == Calendar::Hijri {
        return None; // a Hijri month spans two Gregorian ones
    }
    let after_month = cursor.at;
    if let Some(day) = cursor.day() {
        cursor.any_word(&["th", "st", "nd", "rd"]);
        cursor.any_mark(",");
        let date = cursor
            .gregorian_year()
            .and_then(|y| ymd(y, month.number, day));
        if let Some(date) = date {
            return Some(cursor.bare(PartialDate::Day(date), Calendar::Gregorian, at));
        }
    }
    cursor.at = after_month;
    let year = cursor.year_after_month().filter(|y| YEARS.contains(y))?;
    let date = PartialDate::Month {
        year: i16::try_from(year).ok()?,
        month: month.number,
    };
    Some(cursor.bare(date, Calendar::Gregorian, at))
}

/// The date with its weekday and era mark, marked if it ends a range of days.
fn complete(tokens: &[Token], end: usize, floor: usize, found: &BareDate) -> FoundDate {
    let (start, before) = date_cursor::weekday_before(tokens, found.start, floor);
    let mut cursor = DateCursor::new(tokens, end);
    cursor.era();
    let after = before.is_none().then(|| cursor.weekday_after()).flatten();
    FoundDate {
        date: found.date,
        calendar: found.calendar,
        tokens: start..cursor.at,
        weekday: before.or(after),
        weak: found.weak,
        range: date_cursor::ends_range(tokens, found.start),
    }
}

/// The date, if it exists in the Gregorian calendar and is of a year of [`YEARS`].
pub fn ymd(year: u32, month: u8, day: u8) -> Option<Ymd> {
    let year = YEARS.contains(&year).then_some(year as i16)?;
    let day = i8::try_from(day).ok()?;
    civil::Date::new(year, i8::try_from(month).ok()?, day).ok()?;
    Some(Ymd {
        year,
        month,
        day: day.unsigned_abs(),
    })
}

/// A day and month that exist in a leap year.
fn no_year(month: u8, day: u8) -> Option<PartialDate> {
    ymd(2000, month, day).map(|d| PartialDate::NoYear {
        month: d.month,
        day: d.day,
    })
}

/// The weekday of a date, Monday = 1.
pub fn weekday_of(date: Ymd) -> Option<u8> {
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    let date = civil::Date::new(date.year, month, day).ok()?;
    u8::try_from(date.weekday().to_monday_one_offset()).ok()
}
