//! A corpus at a glance: sizes, dates, sources by period, the longest and the most repeated articles, how files were read.

use std::sync::Arc;

use super::{Card, Known};
use crate::corpus::Ymd;
use crate::library::MemoryUse;

/// What is in a corpus.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Articles, sources, problems.
    pub known: Known,
    /// Words of all articles, repeats within an article counted.
    pub words: u64,
    /// Words that an article says again.
    pub repeated_words: u64,
    /// Stories, each counted once however many versions it has; `None` while copies are not known.
    pub stories: Option<usize>,
    pub dates: DateCounts,
    /// Names of the periods, oldest first: months, or days where the corpus is shorter than three months.
    pub periods: Vec<Period>,
    /// Articles of every source together, by period.
    pub all: SourceRow,
    /// Most frequent source first, then by name.
    pub sources: Vec<SourceRow>,
    /// Articles with most words, longest first.
    pub longest: Vec<OverviewArticle>,
    /// Articles with most repeated words, most first.
    pub most_repeated: Vec<OverviewArticle>,
    /// Forms of the files that articles were read from, and how many articles of each; most frequent first.
    pub forms: Vec<(Arc<str>, usize)>,
    /// The same of encodings.
    pub encodings: Vec<(&'static str, usize)>,
    /// Bytes of memory that the corpus takes as it is open now.
    pub memory: MemoryUse,
}

/// How well dates are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateCounts {
    /// Articles whose day is known.
    pub day: usize,
    /// Articles of which only a part of the date is known: year and month, year, or day without a year.
    pub part: usize,
    /// Articles whose day is inferred.
    pub inferred: usize,
    /// Articles without any date.
    pub unknown: usize,
    /// First and last day, inferred ones included.
    pub span: Option<(Ymd, Ymd)>,
}

/// A month, or a day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub year: i16,
    pub month: u8,
    pub day: Option<u8>,
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

/// A source over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRow {
    /// Empty where it is unknown.
    pub name: String,
    pub articles: usize,
    /// Indices into [`Overview::periods`] and articles of each, in order; periods without any are left out.
    pub counts: Vec<(u32, u32)>,
}

/// An article that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewArticle {
    pub card: Card,
    /// The id that people and scripts use.
    pub id: String,
    pub words: u32,
    pub repeated_words: u32,
}

impl Period {
    /// Months, or days, since some fixed one: neighbours differ by 1.
    pub fn number(self) -> i64 {
        let months = i64::from(self.year) * 12 + i64::from(self.month);
        match self.day {
            None => months,
            Some(day) => {
                let date = jiff::civil::Date::new(
                    self.year,
                    i8::try_from(self.month).unwrap_or(1),
                    i8::try_from(day).unwrap_or(1),
                );
                let since = |date| jiff::civil::Date::constant(1970, 1, 1).until(date);
                let days = date.and_then(since).map(|span| span.get_days());
                // A day that no calendar has stands where its month does.
                days.map_or(months * 31, i64::from)
            }
        }
    }
}
