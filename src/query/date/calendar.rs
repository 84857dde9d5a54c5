//! From numbers to a date that exists, in the calendar they belong to.
//!
//! A year from 1300 to 1500 is a Hijri one, also before the number of a month.

use super::point::Point;
use crate::corpus::Ymd;
use crate::corpus::date_text::{Calendar, HIJRI_YEARS, NamedMonth, hijri_to_gregorian};
use crate::query::date_range::{civil_of, day_before};

/// Years taken for Gregorian ones: Hijri years end before, and nothing is dated after.
const YEARS: std::ops::RangeInclusive<u32> = 1501..=2200;

/// A month by number.
pub(super) fn gregorian(number: u32) -> Option<NamedMonth> {
    let number = u8::try_from(number).ok().filter(|n| (1..=12).contains(n))?;
    Some(NamedMonth {
        calendar: Calendar::Gregorian,
        number,
    })
}

pub(super) fn whole_year(year: u32) -> Option<Point> {
    if HIJRI_YEARS.contains(&year) {
        let first = hijri_to_gregorian(year, 1, 1)?;
        return Some(Point::Days(
            first,
            day_before(hijri_to_gregorian(year + 1, 1, 1)?)?,
        ));
    }
    known_year(year).map(Point::Year)
}

pub(super) fn whole_month(year: u32, month: NamedMonth) -> Option<Point> {
    if month.calendar == Calendar::Gregorian && !HIJRI_YEARS.contains(&year) {
        return Some(Point::Month(known_year(year)?, month.number));
    }
    let first = hijri_to_gregorian(year, month.number, 1)?;
    let next = match month.number {
        12 => hijri_to_gregorian(year + 1, 1, 1)?,
        number => hijri_to_gregorian(year, number + 1, 1)?,
    };
    Some(Point::Days(first, day_before(next)?))
}

pub(super) fn day(year: u32, month: NamedMonth, day: u32) -> Option<Point> {
    let day = u8::try_from(day).ok()?;
    if month.calendar == Calendar::Hijri || HIJRI_YEARS.contains(&year) {
        return hijri_to_gregorian(year, month.number, day).map(Point::Day);
    }
    existing(known_year(year)?, month.number, day).map(Point::Day)
}

pub(super) fn any_day(month: NamedMonth, day: u32) -> Option<Point> {
    let day = u8::try_from(day).ok()?;
    // A leap year has all the days there are.
    let there_is =
        month.calendar == Calendar::Gregorian && existing(2000, month.number, day).is_some();
    there_is.then_some(Point::AnyYear {
        month: month.number,
        day: Some(day),
    })
}

/// The next such day after `from`; where the month is not given, of its month or the one after.
pub(super) fn next_day(from: Ymd, month: u8, day: u8, month_given: bool) -> Option<Point> {
    let (year, month) = match () {
        () if (month, day) >= (from.month, from.day) => (from.year, month),
        () if month_given => (from.year.saturating_add(1), month),
        () if month == 12 => (from.year.saturating_add(1), 1),
        () => (from.year, month + 1),
    };
    existing(year, month, day).map(Point::Day)
}

fn existing(year: i16, month: u8, day: u8) -> Option<Ymd> {
    let day = Ymd { year, month, day };
    civil_of(day).map(|_| day)
}

fn known_year(year: u32) -> Option<i16> {
    YEARS.contains(&year).then_some(year as i16)
}
