//! From a set of articles to how they spread over sources, months and days.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::columns::ArticleColumns;
use super::{ArticleNo, Filter};
use crate::corpus::Ymd;

/// Year and month of an article, `None` where they are not known.
pub type YearMonth = Option<(i16, u8)>;

/// A value and how many of the articles in view have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet<T> {
    pub value: T,
    pub count: usize,
}

/// A stretch of time that articles are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetPeriod {
    Month(YearMonth),
    Day(Ymd),
}

/// How a set of articles spreads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Most frequent first; the empty name is "unknown".
    pub sources: Vec<Facet<String>>,
    /// Newest first; unknown last.
    pub months: Vec<Facet<YearMonth>>,
    /// Newest first; none where the months span more than [`MAX_MONTHS_BY_DAY`].
    pub days: Vec<Facet<Ymd>>,
}

/// Most months, from the oldest to the newest, whose days are counted too.
const MAX_MONTHS_BY_DAY: i32 = 3;

impl Facets {
    /// The months, each with its days after it, newest first.
    pub fn periods(&self) -> impl Iterator<Item = Facet<FacetPeriod>> {
        let mut days = self.days.iter().peekable();
        self.months.iter().flat_map(move |month| {
            let mut rows = vec![month.in_time(FacetPeriod::Month)];
            let is_of = |day: &&Facet<Ymd>| Some((day.value.year, day.value.month)) == month.value;
            while let Some(day) = days.next_if(is_of) {
                rows.push(day.in_time(FacetPeriod::Day));
            }
            rows
        })
    }
}

impl<T: Copy> Facet<T> {
    fn in_time(&self, period: fn(T) -> FacetPeriod) -> Facet<FacetPeriod> {
        Facet {
            value: period(self.value),
            count: self.count,
        }
    }
}

/// A filter read against the columns: which sources and months it takes.
pub(super) struct Sieve<'a> {
    columns: &'a ArticleColumns,
    filter: &'a Filter,
    /// By place of the source; empty where all pass.
    sources: Vec<bool>,
    /// Whether nothing is asked of the day.
    any_period: bool,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(columns: &'a ArticleColumns, filter: &'a Filter) -> Sieve<'a> {
        let names = columns.names().iter();
        let all = filter.sources.is_empty();
        let taken = |name: &String| all || filter.sources.contains(name);
        let passes = names.map(|name| taken(name) && !filter.left_out.contains(name));
        let sources = if all && filter.left_out.is_empty() {
            Vec::new()
        } else {
            passes.collect()
        };
        Sieve {
            columns,
            filter,
            sources,
            any_period: filter.months.is_empty() && filter.days.is_empty(),
        }
    }

    pub(super) fn source_passes(&self, no: ArticleNo) -> bool {
        let place = self.columns.source(no);
        self.sources.is_empty() || self.sources.get(place).copied().unwrap_or(false)
    }

    pub(super) fn period_passes(&self, no: ArticleNo) -> bool {
        self.any_period
            || self.filter.months.contains(&self.columns.month(no))
            || (self.columns.ymd(no)).is_some_and(|day| self.filter.days.contains(&day))
    }

    /// Whether it lies in the dates that were typed.
    pub(super) fn dates_pass(&self, no: ArticleNo) -> bool {
        let dates = self.filter.dates.as_ref();
        dates.is_none_or(|dates| dates.range.holds(self.columns.best_date(no)))
    }

    pub(super) fn passes(&self, no: ArticleNo) -> bool {
        self.source_passes(no) && self.period_passes(no) && self.dates_pass(no)
    }

    /// Counts sources, months and days over articles: sources and times each under the other's filter, so that a
    /// second source can be added to a first.
    pub(super) fn facets(&self, articles: impl Iterator<Item = ArticleNo> + Clone) -> Facets {
        let names = self.columns.names();
        let mut sources = vec![0; names.len()];
        let mut months = MonthCounts::new(self.columns);
        for no in articles.clone().filter(|no| self.dates_pass(*no)) {
            if self.period_passes(no)
                && let Some(count) = sources.get_mut(self.columns.source(no))
            {
                *count += 1;
            }
            if self.source_passes(no) {
                months.add(self.columns.month(no));
            }
        }
        let mut months = months.counted();
        let taken = &self.filter.days;
        let all_days = span(&months) <= MAX_MONTHS_BY_DAY;
        let mut days = if all_days || !taken.is_empty() {
            self.days(articles)
        } else {
            Vec::new()
        };
        // What is taken stays in sight, so that it can be left again.
        days.retain(|day| all_days || taken.contains(&day.value));
        for taken in &self.filter.months {
            months.entry(*taken).or_default();
        }
        for facet in &days {
            let month = (facet.value.year, facet.value.month);
            months.entry(Some(month)).or_default();
        }
        Facets {
            sources: self.named(&sources),
            months: newest_first(months),
            days,
        }
    }

    /// Counts days over articles, newest first; those taken among them.
    fn days(&self, articles: impl Iterator<Item = ArticleNo>) -> Vec<Facet<Ymd>> {
        let mut days: BTreeMap<Ymd, usize> = self.filter.days.iter().map(|day| (*day, 0)).collect();
        let passes = |no: &ArticleNo| self.source_passes(*no) && self.dates_pass(*no);
        for day in articles
            .filter(passes)
            .filter_map(|no| self.columns.ymd(no))
        {
            *days.entry(day).or_default() += 1;
        }
        let newest_first = days.into_iter().rev();
        newest_first
            .map(|(value, count)| Facet { value, count })
            .collect()
    }

    /// The sources with their names.
    fn named(&self, counts: &[usize]) -> Vec<Facet<String>> {
        let names = self.columns.names().iter().zip(counts);
        let named = |name: &String| {
            self.filter.sources.contains(name) || self.filter.left_out.contains(name)
        };
        let mut sources: Vec<Facet<String>> = names
            .filter(|(name, count)| **count > 0 || named(name))
            .map(|(value, count)| Facet {
                value: value.clone(),
                count: *count,
            })
            .collect();
        let known = |name: &String| sources.iter().any(|facet| facet.value == *name);
        let all_named = self.filter.sources.iter().chain(&self.filter.left_out);
        let gone: Vec<String> = all_named.filter(|n| !known(n)).cloned().collect();
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

/// Months from the oldest to the newest that is known, both counted; 0 where none is.
fn span(months: &FxHashMap<YearMonth, usize>) -> i32 {
    let known = months.keys().flatten();
    let places = known.map(|(year, month)| i32::from(*year) * 12 + i32::from(*month));
    let (first, last) = places.fold((i32::MAX, i32::MIN), |(first, last), place| {
        (first.min(place), last.max(place))
    });
    if first > last { 0 } else { last - first + 1 }
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
