//! From an article's date to whether it lies in a stretch of days; dates may be partial.
//!
//! An article dated `2015-08` may be of any day of that month, so it is held by every range that
//! has a day in common with its month, and left out by an exclusion only if the whole month is.
//! A date without a year counts as unknown, except where only a part of the year is asked for:
//! so every article lies in some range of years or in [`DateRange::Unknown`].

use jiff::civil;

use crate::corpus::{PartialDate, Ymd};

/// A day of any year: month and day. Months end on 31 here, for no day lies after their last.
pub type MonthDay = (u8, u8);

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRange {
    /// Both ends inclusive; `None` is open.
    Days { from: Option<Ymd>, to: Option<Ymd> },
    /// A part of any year, both ends inclusive; it may go over the new year.
    Yearly { from: MonthDay, to: MonthDay },
    /// No date, or none with a year.
    Unknown,
}

impl DateRange {
    /// Whether an article of this date may lie in the range.
    pub fn holds(self, date: Option<PartialDate>) -> bool {
        match self {
            DateRange::Unknown => date.and_then(PartialDate::year).is_none(),
            DateRange::Days { from, to } => date.and_then(span).is_some_and(|(first, last)| {
                from.is_none_or(|from| from <= last) && to.is_none_or(|to| first <= to)
            }),
            DateRange::Yearly { from, to } => date.is_some_and(|date| match date {
                PartialDate::Year(_) => true,
                PartialDate::Month { month, .. } => [(month, 1), (month, 31), from]
                    .iter()
                    .any(|&day| day.0 == month && in_year(day, from, to)),
                PartialDate::Day(Ymd { month, day, .. }) | PartialDate::NoYear { month, day } => {
                    in_year((month, day), from, to)
                }
            }),
        }
    }

    /// Whether an article of this date lies in the range whatever its unknown parts are.
    pub fn covers(self, date: Option<PartialDate>) -> bool {
        match self {
            DateRange::Unknown => self.holds(date),
            DateRange::Days { from, to } => date.and_then(span).is_some_and(|(first, last)| {
                from.is_none_or(|from| from <= first) && to.is_none_or(|to| last <= to)
            }),
            DateRange::Yearly { from, to } => date.is_some_and(|date| match date {
                PartialDate::Year(_) => false,
                PartialDate::Month { month, .. } => {
                    in_year((month, 1), from, to) && in_year((month, 31), from, to)
                }
                _ => self.holds(Some(date)),
            }),
        }
    }
}

fn in_year(day: MonthDay, from: MonthDay, to: MonthDay) -> bool {
    if from <= to {
        from <= day && day <= to
    } else {
        from <= day || day <= to
    }
}

/// First and last day a date may mean; `None` where its year is not known.
fn span(date: PartialDate) -> Option<(Ymd, Ymd)> {
    let (year, month, day) = match date {
        PartialDate::Day(d) => return Some((d, d)),
        PartialDate::Month { year, month } => (year, month, 31),
        PartialDate::Year(year) => (year, 0, 31),
        PartialDate::NoYear { .. } => return None,
    };
    let of = |month, day| Ymd { year, month, day };
    // Day 31 of a shorter month sorts where its last day does, and that is all that is asked.
    let last = if month == 0 { 12 } else { month };
    Some((of(month.max(1), 1), of(last, day)))
}

/// The day before; `None` beyond the calendar.
pub(super) fn day_before(day: Ymd) -> Option<Ymd> {
    Some(stored(civil_of(day)?.yesterday().ok()?))
}

/// The day after; `None` beyond the calendar.
pub(super) fn day_after(day: Ymd) -> Option<Ymd> {
    Some(stored(civil_of(day)?.tomorrow().ok()?))
}

/// The date, where there is such a day.
pub(super) fn civil_of(day: Ymd) -> Option<civil::Date> {
    let (month, dom) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
    civil::Date::new(day.year, month, dom).ok()
}

fn stored(date: civil::Date) -> Ymd {
    Ymd {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    }
}

/// How many days a month has; 31 where there is no such month.
pub(super) fn days_in(year: i16, month: u8) -> u8 {
    let first = civil_of(Ymd {
        year,
        month,
        day: 1,
    });
    first.map_or(31, |first| first.days_in_month().unsigned_abs())
}
