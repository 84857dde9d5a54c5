//! From the tokens after `date:` to one date: a year, a month or a day, known or of any year.
//!
//! Day before month (`3/8/2015`) as Arabic papers write, turned only where it must be. Parts may be
//! missing at the end while they are typed: `2015-1` is the year 2015 until it is clear which month.

use super::DateParser;
use super::calendar::{any_day, day, gregorian, next_day, whole_month, whole_year};
use crate::corpus::Ymd;
use crate::corpus::date_text::{Calendar, HIJRI_YEARS, NamedMonth, month};
use crate::corpus::token::Token;
use crate::query::date_range::{DateRange, MonthDay, days_in};

/// One date of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Year(i16),
    Month(i16, u8),
    Day(Ymd),
    AnyYear {
        month: u8,
        day: Option<u8>,
    },
    /// A Hijri year, month or day: first and last day of it.
    Days(Ymd, Ymd),
}

impl Point {
    pub(super) fn is_year(self) -> bool {
        matches!(self, Point::Year(_))
    }

    /// First and last day; `None` for a date of any year.
    pub(super) fn days(self) -> Option<(Ymd, Ymd)> {
        let of = |year, month, day| Ymd { year, month, day };
        Some(match self {
            Point::Year(y) => (of(y, 1, 1), of(y, 12, 31)),
            Point::Month(y, m) => (of(y, m, 1), of(y, m, days_in(y, m))),
            Point::Day(day) => (day, day),
            Point::Days(first, last) => (first, last),
            Point::AnyYear { .. } => return None,
        })
    }

    /// First and last day of the year it takes up.
    fn month_days(self) -> (MonthDay, MonthDay) {
        match (self, self.days()) {
            (Point::AnyYear { month, day }, _) => {
                ((month, day.unwrap_or(1)), (month, day.unwrap_or(31)))
            }
            (_, Some((first, last))) => ((first.month, first.day), (last.month, last.day)),
            (_, None) => ((1, 1), (12, 31)),
        }
    }

    /// The days of this date alone.
    pub(super) fn range(self) -> DateRange {
        self.to(self)
    }

    /// The days from this date to another one. A year said once is meant for both (`أغسطس..أكتوبر
    /// 2015`); two dates in the wrong order are turned.
    pub(super) fn to(self, end: Point) -> DateRange {
        let ((from, _), (_, to)) = (self.month_days(), end.month_days());
        let over = i16::from(from > to);
        let (start, end) = match (self.days(), end.days()) {
            (None, None) => return DateRange::Yearly { from, to },
            (Some(start), Some(end)) => (start, end),
            (None, Some(end)) => (self.of_year(end.1.year.saturating_sub(over)), end),
            (Some(start), None) => (start, end.of_year(start.0.year.saturating_add(over))),
        };
        DateRange::Days {
            from: Some(start.0.min(end.0)),
            to: Some(start.1.max(end.1)),
        }
    }

    fn of_year(self, year: i16) -> (Ymd, Ymd) {
        let (first, last) = self.month_days();
        let last_day = last.1.min(days_in(year, last.0));
        let of = |month, day| Ymd { year, month, day };
        (of(first.0, first.1), of(last.0, last_day))
    }
}

impl DateParser {
    /// The date that stands here.
    pub(super) fn point(&mut self) -> Option<Point> {
        let start = self.at;
        let found = match self.number() {
            Some((value, 8)) => day(value / 10_000, gregorian(value / 100 % 100)?, value % 100),
            Some((year, 4)) => self.after_year(year),
            Some((number, 1 | 2)) => self.after_day(number),
            Some(_) => None,
            None if self.mark("-") => self.after_dashes(),
            None => self.after_month(),
        };
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// `2015-08-03`, `2015/أيلول`.
    fn after_year(&mut self, year: u32) -> Option<Point> {
        self.era();
        let before = self.at;
        let Some(month) = self.separator().and_then(|_| self.any_month()) else {
            self.at = before;
            return whole_year(year);
        };
        let before = self.at;
        if self.separator().is_some()
            && !self.growing_digit(3)
            && let Some((value, 1 | 2)) = self.number()
        {
            return day(year, month, value);
        }
        self.at = before;
        whole_month(year, month)
    }

    /// `3/8/2015`, `3/8`, `8/2015`, `29 سبتمبر 2015`.
    fn after_day(&mut self, first: u32) -> Option<Point> {
        let before = self.at;
        if let Some(separator) = self.separator()
            && let Some((second, digits)) = self.number()
        {
            return match digits {
                4 => whole_month(second, gregorian(first)?),
                1 | 2 => self.after_two(first, second, separator),
                _ => None,
            };
        }
        self.at = before;
        self.mark("-/.,");
        self.word("من");
        let month = self.named_month()?;
        match self.year_behind(month) {
            Some(year) => day(year, month, first),
            None => any_day(month, first),
        }
    }

    /// `--09-29`, as dates without a year are shown.
    fn after_dashes(&mut self) -> Option<Point> {
        let month = self.mark("-").then(|| self.number())??;
        let dom = self.separator().and_then(|_| self.number())?;
        any_day(gregorian(month.0)?, dom.0)
    }

    /// A day, a month and, with the same sign between, their year.
    fn after_two(&mut self, first: u32, second: u32, separator: char) -> Option<Point> {
        let (dom, month) = if second > 12 && first <= 12 {
            (second, gregorian(first)?)
        } else {
            (first, gregorian(second)?)
        };
        let before = self.at;
        if self.separator() != Some(separator) {
            self.at = before;
            return (separator == '/').then(|| any_day(month, dom))?;
        }
        let growing = self.growing_number();
        match self.number()? {
            (year, 4) => day(year, month, dom),
            _ if growing => None,
            (year @ 0..=40, 2) => day(2000 + year, month, dom),
            (year, 2) => day(1900 + year, month, dom),
            _ => None,
        }
    }

    /// `سبتمبر`, `سبتمبر 2015`, `September 29, 2015`.
    fn after_month(&mut self) -> Option<Point> {
        let month = self.named_month()?;
        let before = self.at;
        if let Some((dom, 1 | 2)) = self.number() {
            self.mark(",");
            if let Some((year, 4)) = self.number() {
                return day(year, month, dom);
            }
        }
        self.at = before;
        match self.year_behind(month) {
            Some(year) => whole_month(year, month),
            None if month.calendar == Calendar::Hijri => None,
            None => Some(Point::AnyYear {
                month: month.number,
                day: None,
            }),
        }
    }

    /// The year behind a named month, however it is joined to it.
    fn year_behind(&mut self, month: NamedMonth) -> Option<u32> {
        let start = self.at;
        self.mark("-/.,");
        self.word("من");
        let _ = self.word("عام") || self.word("سنه");
        let fits = |year| month.calendar == Calendar::Hijri || !HIJRI_YEARS.contains(&year);
        let found = self
            .number()
            .filter(|&(year, digits)| digits == 4 && fits(year));
        if found.is_none() {
            self.at = start;
        }
        self.era();
        found.map(|(year, _)| year)
    }

    /// The second date of a range as short as it may be: `2015-08..09`, `2015-08-03..07`,
    /// `2015-08-03..09-02`. It is the next such time after the first.
    pub(super) fn short(&mut self, from: Point) -> Option<Point> {
        let start = self.at;
        let found = self.short_end(from);
        let ended = self
            .token()
            .is_none_or(|t| t.spaced || !t.is_mark('-') && !t.is_mark('/') && !t.is_mark('.'));
        if found.is_some() && ended {
            return found;
        }
        self.at = start;
        None
    }

    fn short_end(&mut self, from: Point) -> Option<Point> {
        if self.growing_digit(if matches!(from, Point::Day(_)) { 3 } else { 1 }) {
            return None;
        }
        let (first, _) = self.number().filter(|&(_, digits)| digits <= 2)?;
        match from {
            Point::Month(year, month) => {
                let number = gregorian(first)?.number;
                Some(Point::Month(
                    year.saturating_add(i16::from(number < month)),
                    number,
                ))
            }
            Point::Day(from) => {
                let second = self.separator().and_then(|_| self.number());
                let (month, dom) = match second {
                    Some((dom, 1 | 2)) => (gregorian(first)?.number, dom),
                    Some(_) => return None,
                    None => (from.month, first),
                };
                let dom = u8::try_from(dom).ok()?;
                next_day(from, month, dom, second.is_some())
            }
            _ => None,
        }
    }

    /// A mark with no blank round it (but for `/`) that stands between the parts of a date.
    fn separator(&mut self) -> Option<char> {
        let mark = ['-', '/', '.', '\\']
            .into_iter()
            .find(|&m| self.token().is_some_and(|t| t.is_mark(m)));
        let attached = |at: usize| {
            let token = self.tokens.get(at);
            token.is_some_and(|t| !t.spaced || mark == Some('/'))
        };
        let found = mark.filter(|_| attached(self.at) && attached(self.at + 1))?;
        self.at += 1;
        Some(found)
    }

    /// One number: its value and how many digits it has.
    fn number(&mut self) -> Option<(u32, u8)> {
        let number = self.token()?.number()?;
        self.at += 1;
        Some(number)
    }

    /// A month by number or name; not a digit that may still become another number.
    fn any_month(&mut self) -> Option<NamedMonth> {
        if self.token().and_then(Token::number).is_none() {
            return self.named_month();
        }
        let start = self.at;
        if self.growing_digit(1) {
            return None;
        }
        let month = self
            .number()
            .filter(|&(_, digits)| digits <= 2)
            .and_then(|(m, _)| gregorian(m));
        if month.is_none() {
            self.at = start;
        }
        month
    }

    /// A month by name, with its other name beside it: `سبتمبر/أيلول`, `أيلول (سبتمبر)`.
    fn named_month(&mut self) -> Option<NamedMonth> {
        let (found, len) = month(&self.tokens, self.at)?;
        self.at += len;
        let after = self.at;
        let opened = self.mark("/(-[\\");
        match month(&self.tokens, self.at) {
            Some((other, len)) if other == found => {
                self.at += len;
                if opened {
                    self.mark(")]");
                }
            }
            _ => self.at = after,
        }
        Some(found)
    }

    /// `م`, `هـ`.
    fn era(&mut self) {
        let _ = self.word("م") || self.word("ه") || self.word("هجري");
    }

    fn growing_at(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| Some(t.bytes.end) == self.growing)
    }

    /// Whether a number stands here that may still grow.
    fn growing_number(&self) -> bool {
        self.growing_at(self.at) && self.token().is_some_and(|t| t.number().is_some())
    }

    /// Whether the one digit here may still be the first of two: not one above `highest`.
    fn growing_digit(&self, highest: u32) -> bool {
        let number = self.token().and_then(Token::number);
        self.growing_number()
            && number.is_some_and(|(value, digits)| digits == 1 && value <= highest)
    }
}
