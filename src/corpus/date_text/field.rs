//! Takes the value of a date field, gives the date in it: ISO 8601, RFC 2822, d/m/y, Arabic, Unix time.
//!
//! A field holds a date and nothing else, so forms that are doubtful in prose (`2015-09`, `12/05/09`,
//! a year alone) are trusted here.

use jiff::civil;

use super::super::date::{PartialDate, Ymd};
use super::super::token::tokenize;
use super::{Calendar, FoundDate, YEARS, scan, ymd};

/// Longest start of a field in which a date is sought, in characters; a longer value is a text in
/// the wrong column.
const MAX_FIELD_CHARS: usize = 120;
/// Years of dates of eight, twelve or fourteen digits; other numbers of such length are times or ids.
const COMPACT_YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// The date of a field, with the field's own words where they are not Gregorian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDate {
    pub date: PartialDate,
    /// The Hijri date as the field has it.
    pub hijri: Option<String>,
}

/// Reads a date field; `None` where no date is in it.
pub fn parse_field(value: &str) -> Option<FieldDate> {
    let value = value.trim();
    if let Some(day) = iso(value)
        .or_else(|| compact(value))
        .or_else(|| year_last(value))
    {
        return Some(gregorian(PartialDate::Day(day)));
    }
    let head: String = value.chars().take(MAX_FIELD_CHARS).collect();
    let tokens = tokenize(&head);
    let dates = scan(&tokens);
    let first = |calendar| dates.iter().find(|h| h.calendar == calendar);
    let original = |hit: &FoundDate| {
        let start = tokens.get(hit.tokens.start)?.bytes.start;
        let end = tokens.get(hit.tokens.end.checked_sub(1)?)?.bytes.end;
        head.get(start..end).map(str::to_owned)
    };
    let hijri = first(Calendar::Hijri);
    if let Some(hit) = first(Calendar::Gregorian).or(hijri) {
        return Some(FieldDate {
            date: hit.date,
            hijri: hijri.and_then(original),
        });
    }
    unix_time(value).or_else(|| year_only(&tokens))
}

fn gregorian(date: PartialDate) -> FieldDate {
    FieldDate { date, hijri: None }
}

/// The most frequent form, read without tokens: `2015-09-30`, with anything but a digit after it.
fn iso(value: &str) -> Option<Ymd> {
    let bytes = value.as_bytes().get(..10)?;
    if bytes[4] != b'-'
        || bytes[7] != b'-'
        || value.as_bytes().get(10).is_some_and(u8::is_ascii_digit)
    {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes.get(range)?.iter().try_fold(0u32, |n, b| {
            b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0'))
        })
    };
    let (month, day) = (number(5..7)?, number(8..10)?);
    ymd(number(0..4)?, month as u8, day as u8)
}

/// Digits without marks: `20180213`, with or without a time.
fn compact(value: &str) -> Option<Ymd> {
    let digits = value.split(['T', ' ', '.']).next()?;
    let all = digits.bytes().all(|b| b.is_ascii_digit());
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    if !all || !matches!(digits.len(), 8 | 12 | 14) {
        return None;
    }
    let (month, day) = (number(4..6)?, number(6..8)?);
    let date = ymd(number(0..4)?, month as u8, day as u8)?;
    // Twelve digits may also be milliseconds since 1970.
    COMPACT_YEARS.contains(&date.year).then_some(date)
}

/// The year last, as `ctime` and Twitter write it: `Tue Feb 13 10:00:00 +0000 2018`.
fn year_last(value: &str) -> Option<Ymd> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let [_, month, day, time, .., year] = words.as_slice() else {
        return None;
    };
    if !time.contains(':') || year.len() != 4 {
        return None;
    }
    let months = "jan feb mar apr may jun jul aug sep oct nov dec";
    let month = months
        .split(' ')
        .position(|name| month.eq_ignore_ascii_case(name))?;
    ymd(year.parse().ok()?, month as u8 + 1, day.parse().ok()?)
}

/// Seconds (9 or 10 digits) or milliseconds (12 or 13) since 1970, in UTC.
fn unix_time(value: &str) -> Option<FieldDate> {
    let whole = value.split('.').next().unwrap_or(value);
    let number: i64 = whole.parse().ok()?;
    let seconds = match whole.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    let day = jiff::Timestamp::from_second(seconds).ok()?;
    let civil: civil::Date = day.to_zoned(jiff::tz::TimeZone::UTC).date();
    let (month, day) = (civil.month().unsigned_abs(), civil.day().unsigned_abs());
    ymd(u32::try_from(civil.year()).ok()?, month, day).map(|d| gregorian(PartialDate::Day(d)))
}

/// A year, if no second number in the field could be one.
fn year_only(tokens: &[super::Token]) -> Option<FieldDate> {
    let mut years = tokens
        .iter()
        .filter_map(super::Token::number)
        .filter(|&(value, digits)| digits == 4 && YEARS.contains(&value));
    let (year, _) = years.next()?;
    years
        .next()
        .is_none()
        .then(|| gregorian(PartialDate::Year(year as i16)))
}
