//! Full and partial dates of articles; their text is ISO 8601.

use std::fmt;

/// A full Gregorian date. Field order makes the derived order chronological.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ymd {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

impl fmt::Display for Ymd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date, as much of it as is known: `2015-09-30`, `2015-09`, `2015` or `--09-29` (no year).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `2015-09-30`
    Day(Ymd),
    /// `2015-09`
    Month { year: i16, month: u8 },
    /// `2015`
    Year(i16),
    /// `--09-29`
    NoYear { month: u8, day: u8 },
}

impl PartialDate {
    /// The year, if known.
    pub fn year(self) -> Option<i16> {
        match self {
            PartialDate::Day(d) => Some(d.year),
            PartialDate::Month { year, .. } | PartialDate::Year(year) => Some(year),
            PartialDate::NoYear { .. } => None,
        }
    }

    /// Year and month, if both are known.
    pub fn year_month(self) -> Option<(i16, u8)> {
        match self {
            PartialDate::Day(d) => Some((d.year, d.month)),
            PartialDate::Month { year, month } => Some((year, month)),
            _ => None,
        }
    }

    /// The full date, if known.
    pub fn day(self) -> Option<Ymd> {
        match self {
            PartialDate::Day(d) => Some(d),
            _ => None,
        }
    }

    /// A key that sorts newest first when reversed: a partial date sorts after the full ones of
    /// its period, a date without a year before everything that has one.
    pub fn sort_key(self) -> (i16, u8, u8) {
        match self {
            PartialDate::Day(d) => (d.year, d.month, d.day),
            PartialDate::Month { year, month } => (year, month, 0),
            PartialDate::Year(year) => (year, 0, 0),
            PartialDate::NoYear { month, day } => (i16::MIN, month, day),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Day(d) => d.fmt(f),
            PartialDate::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::NoYear { month, day } => write!(f, "--{month:02}-{day:02}"),
        }
    }
}
