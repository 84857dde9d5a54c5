//! From a set of articles to how they spread over sources and months.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::columns::ArticleColumns;
use super::{ArticleNo, Filter};

/// Year and month of an article, `None` where they are not known.
pub type YearMonth = Option<(i16, u8)>;

/// A value and how many of the articles in view have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet<T> {
    pub value: T,
    pub count: usize,
}

/// How a set of articles spreads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Most frequent first; the empty name is "unknown".
    pub sources: Vec<Facet<String>>,
    /// Newest first; unknown last.
    pub months: Vec<Facet<YearMonth>>,
}

/// A filter read against the columns: which sources and months it takes.
pub(super) struct Sieve<'a> {
    columns: &'a ArticleColumns,
    filter: &'a Filter,
    /// By place of the source; empty where all pass.
    sources: Vec<bool>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(columns: &'a ArticleColumns, filter: &'a Filter) -> Sieve<'a> {
        let names = columns.names().iter();
        let taken = names.map(|name| filter.sources.contains(name));
        let sources = if filter.sources.is_empty() {
            Vec::new()
        } else {
            taken.collect()
        };
        Sieve {
            columns,
            filter,
            sources,
        }
    }

    pub(super) fn source_passes(&self, no: ArticleNo) -> bool {
        let place = self.columns.source(no);
        self.sources.is_empty() || self.sources.get(place).copied().unwrap_or(false)
    }

    pub(super) fn month_passes(&self, no: ArticleNo) -> bool {
        self.filter.months.is_empty() || self.filter.months.contains(&self.columns.month(no))
    }

    pub(super) fn passes(&self, no: ArticleNo) -> bool {
        self.source_passes(no) && self.month_passes(no)
    }

    /// Counts sources and months over articles: each facet under the other's filter, so that a
    /// second source can be added to a first.
    pub(super) fn facets(&self, articles: impl Iterator<Item = ArticleNo>) -> Facets {
        let names = self.columns.names();
        let mut sources = vec![0; names.len()];
        let mut months = MonthCounts::new(self.columns);
        for no in articles {
            if self.month_passes(no)
                && let Some(count) = sources.get_mut(self.columns.source(no))
            {
                *count += 1;
            }
            if self.source_passes(no) {
                months.add(self.columns.month(no));
            }
        }
        let mut months = months.counted();
        // What is taken stays in sight, so that it can be left again.
        for taken in &self.filter.months {
            months.entry(*taken).or_default();
        }
        Facets {
            sources: self.named(&sources),
            months: newest_first(months),
        }
    }

    /// The sources with their names.
    fn named(&self, counts: &[usize]) -> Vec<Facet<String>> {
        let names = self.columns.names().iter().zip(counts);
        let mut sources: Vec<Facet<String>> = names
            .filter(|(name, count)| **count > 0 || self.filter.sources.contains(*name))
            .map(|(value, count)| Facet {
                value: value.clone(),
                count: *count,
            })
            .collect();
        let known = |name: &String| sources.iter().any(|facet| facet.value == *name);
        let gone: Vec<String> = self
            .filter
            .sources
            .iter()
            .filter(|n| !known(n))
            .cloned()
            .collect();
        sources.extend(gone.into_iter().map(|value| Facet { value, count: 0 }));
        sources.sort_by(|a, b| (Reverse(a.count), &a.value).cmp(&(Reverse(b.count), &b.value)));
        sources
    }
}

/// Most years whose months have a place of their own: more than the press of one language spans.
const MAX_YEARS: i32 = 256;
/// Places of one year: its months are numbered from 1.
const YEAR_PLACES: i32 = 13;

/// Counts of articles by month. To look a month up by hash takes longer than all else that is done with an article.
struct MonthCounts {
    /// The first year whose months have places.
    first_year: i32,
    /// By place.
    counts: Vec<usize>,
    unknown: usize,
    /// Of months that have no place.
    others: FxHashMap<YearMonth, usize>,
}

impl MonthCounts {
    fn new(columns: &ArticleColumns) -> MonthCounts {
        let (first, last) = columns.years().unwrap_or((0, 0));
        let (first, last) = (i32::from(first), i32::from(last));
        let first_year = first.max(last - MAX_YEARS + 1);
        let places = (last - first_year + 1) * YEAR_PLACES;
        MonthCounts {
            first_year,
            counts: vec![0; usize::try_from(places).unwrap_or(0)],
            unknown: 0,
            others: FxHashMap::default(),
        }
    }

    fn add(&mut self, month: YearMonth) {
        let Some((year, number)) = month else {
            self.unknown += 1;
            return;
        };
        let place = (i32::from(year) - self.first_year) * YEAR_PLACES + i32::from(number);
        let place = usize::try_from(place).ok();
        let place = place.filter(|_| i32::from(number) < YEAR_PLACES);
        match place.and_then(|place| self.counts.get_mut(place)) {
            Some(count) => *count += 1,
            None => *self.others.entry(month).or_default() += 1,
        }
    }

    /// The months that some article has.
    fn counted(self) -> FxHashMap<YearMonth, usize> {
        let mut counted = self.others;
        for (place, count) in (0..).zip(&self.counts).filter(|(_, count)| **count > 0) {
            let (years, number) = (place / YEAR_PLACES, place % YEAR_PLACES);
            let year = i16::try_from(self.first_year + years);
            if let (Ok(year), Ok(number)) = (year, u8::try_from(number)) {
                counted.insert(Some((year, number)), *count);
            }
        }
        if self.unknown > 0 {
            counted.insert(None, self.unknown);
        }
        counted
    }
}

/// The unknown month last.
fn newest_first(months: FxHashMap<YearMonth, usize>) -> Vec<Facet<YearMonth>> {
    let facets = months
        .into_iter()
        .map(|(value, count)| Facet { value, count });
    let mut facets: Vec<Facet<YearMonth>> = facets.collect();
    facets.sort_unstable_by_key(|facet| Reverse(facet.value));
    facets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_whether_they_have_a_place_or_not() {
        let mut months = MonthCounts::new(&ArticleColumns::default());
        let all = [
            Some((0, 12)),
            None,
            Some((2018, 1)),
            Some((-5, 3)),
            Some((0, 12)),
            Some((0, 1)),
            None,
            Some((2018, 1)),
            Some((0, 40)),
        ];
        let mut expected: FxHashMap<YearMonth, usize> = FxHashMap::default();
        for month in all {
            months.add(month);
            *expected.entry(month).or_default() += 1;
        }
        assert_eq!(months.counted(), expected);
    }
}
