//! Takes a day and month without a year, their weekday and the years met nearby, gives the date with the year that fits.
//!
//! A weekday leaves one year in five, six or eleven; the years that the path, the text or the
//! neighbouring articles name select one of those. The result is a guess with its evidence, kept
//! apart from dates that were read.

use std::collections::BTreeMap;

use super::date::Ymd;
use super::date_text::weekday_of;
use super::reason::coded;
use super::token::{TokenKind, tokenize};

/// Years that a guess may have: news in digital form is not older, and not from far ahead.
const YEARS: std::ops::RangeInclusive<i16> = 1985..=2040;

/// A full date inferred from one without a year, and what led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateGuess {
    pub date: Ymd,
    /// The day of the week that was read beside the day and month, from Monday = 1.
    pub weekday: u8,
    /// The year that was found; at most one off the year of the date.
    pub near: i16,
    /// Where that year was found.
    pub source: YearSource,
}

coded! {
    /// Where a year was found for a date that has none.
    enum YearSource {
        /// The path of the file.
        Path "path";
        /// The text of the article.
        Text "text";
        /// The dates of the articles in the same folder or file.
        Neighbours "neighbours";
    }
}

/// Most frequent years that are tried; rarer ones are of events, not of the article.
const MAX_TRIED: usize = 3;
/// Most years taken from a text: enough for their frequency, and a table costs no more.
const MAX_YEARS_OF_TEXT: usize = 200;
/// Longest run of letters and digits in which a year is sought, in characters: `20150930` has eight.
const MAX_RUN_CHARS: usize = 8;

/// A day and month with its weekday, whose year is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlessDate {
    pub month: u8,
    pub day: u8,
    /// Monday = 1.
    pub weekday: u8,
}

impl YearlessDate {
    /// The year nearest to `near` in which the day falls on the weekday, if that is within a year of it.
    pub fn near(self, near: i16, source: YearSource) -> Option<DateGuess> {
        let fits = |year: i16| {
            let date = Ymd {
                year,
                month: self.month,
                day: self.day,
            };
            (YEARS.contains(&year) && weekday_of(date) == Some(self.weekday)).then_some(date)
        };
        let date = [near, near - 1, near + 1].into_iter().find_map(fits)?;
        Some(DateGuess {
            date,
            weekday: self.weekday,
            near,
            source,
        })
    }

    /// The date by the first of the most frequent years that fits.
    pub fn among(self, years: &YearCounts, source: YearSource) -> Option<DateGuess> {
        years
            .by_frequency()
            .into_iter()
            .take(MAX_TRIED)
            .find_map(|year| self.near(year, source))
    }
}

/// How often each year was met. The order in which they were met makes no difference, and memory is
/// bounded by the number of years a date can have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearCounts(BTreeMap<i16, u32>);

impl YearCounts {
    /// Counts a year once more.
    pub fn add(&mut self, year: i16) {
        let count = self.0.entry(year).or_default();
        *count = count.saturating_add(1);
    }

    /// The years, the most frequent first, of equally frequent ones the latest.
    fn by_frequency(&self) -> Vec<i16> {
        let mut years: Vec<(i16, u32)> =
            self.0.iter().map(|(year, count)| (*year, *count)).collect();
        years.sort_by_key(|&(year, count)| std::cmp::Reverse((count, year)));
        years.into_iter().map(|(year, _)| year).collect()
    }
}

impl FromIterator<i16> for YearCounts {
    fn from_iter<T: IntoIterator<Item = i16>>(years: T) -> YearCounts {
        let mut counts = YearCounts::default();
        years.into_iter().for_each(|year| counts.add(year));
        counts
    }
}

/// The years that a text names, as far as an article can be of them.
pub fn years_in(text: &str) -> YearCounts {
    let number = |kind| match kind {
        TokenKind::Number(value, 4) => i16::try_from(value).ok(),
        _ => None,
    };
    let digits = text
        .split(|c: char| !(c.is_alphanumeric()))
        .filter(|w| w.chars().count() <= MAX_RUN_CHARS);
    digits
        .filter(|w| w.chars().next().is_some_and(char::is_numeric))
        .flat_map(tokenize)
        .filter_map(|t| number(t.kind))
        .filter(|year| YEARS.contains(year))
        .take(MAX_YEARS_OF_TEXT)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TUESDAY: YearlessDate = YearlessDate {
        month: 9,
        day: 29,
        weekday: 2,
    };

    #[test]
    fn a_weekday_picks_the_year() {
        let year = |near| TUESDAY.near(near, YearSource::Path).map(|g| g.date.year);
        assert_eq!(year(2015), Some(2015));
        assert_eq!(year(2016), Some(2015));
        assert_eq!(year(2021), Some(2020));
        assert_eq!(year(2017), None);
    }

    #[test]
    fn the_most_frequent_year_comes_first() {
        let guess = TUESDAY.among(&YearCounts::from_iter([2012, 2015, 2015]), YearSource::Text);
        let expected = DateGuess {
            date: Ymd {
                year: 2015,
                month: 9,
                day: 29,
            },
            weekday: 2,
            near: 2015,
            source: YearSource::Text,
        };
        assert_eq!(guess, Some(expected));
    }

    #[test]
    fn finds_years_and_only_years() {
        assert_eq!(
            years_in("عام 2014 و٢٠١٥م، 20150 و1436هـ، 3a4f2015"),
            YearCounts::from_iter([2014, 2015])
        );
    }
}
