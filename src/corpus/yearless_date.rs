//! Takes a day and month without a year, the weekday beside them and years met nearby, gives the year they fit.
//!
//! A weekday fixes the year to one in five, six or eleven; the years that the path, the text or
//! the neighbouring articles name pick one of those. The outcome is a guess with what led to it and
//! never stands where a date that was read would stand.

use super::date::Ymd;
use super::date_text::weekday_of;
use super::reason::coded;
use super::token::{TokenKind, tokenize};

/// Years an article can be of.
const YEARS: std::ops::RangeInclusive<i16> = 1985..=2040;

/// A full date inferred from one without a year, and what led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateGuess {
    pub date: Ymd,
    /// The day of the week that was read beside the day and month, from Monday = 1.
    pub weekday: u8,
    /// The year that was found, within one of the date's.
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

/// A day and month with its weekday, waiting for a year.
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

    /// Tries every year of a list, the most frequent (then the latest) first.
    pub fn among(self, years: &[i16], source: YearSource) -> Option<DateGuess> {
        by_frequency(years)
            .into_iter()
            .take(3)
            .find_map(|year| self.near(year, source))
    }
}

/// The years a text names, as far as they can be an article's.
pub fn years_in(text: &str) -> Vec<i16> {
    let number = |kind| match kind {
        TokenKind::Number(value, 4) => i16::try_from(value).ok(),
        _ => None,
    };
    let digits = text
        .split(|c: char| !(c.is_alphanumeric()))
        .filter(|w| w.chars().count() <= 8);
    digits
        .filter(|w| w.chars().next().is_some_and(char::is_numeric))
        .flat_map(tokenize)
        .filter_map(|t| number(t.kind))
        .filter(|year| YEARS.contains(year))
        .take(200)
        .collect()
}

fn by_frequency(years: &[i16]) -> Vec<i16> {
    let mut distinct: Vec<i16> = years.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    distinct.sort_by_key(|y| std::cmp::Reverse((years.iter().filter(|x| *x == y).count(), *y)));
    distinct
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
        let guess = TUESDAY.among(&[2012, 2015, 2015], YearSource::Text);
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
            [2014, 2015]
        );
    }
}
