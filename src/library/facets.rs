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
        let mut months: FxHashMap<YearMonth, usize> = FxHashMap::default();
        // What is taken stays in sight, so that it can be left again.
        months.extend(self.filter.months.iter().map(|taken| (*taken, 0)));
        // Articles of one month stand together more often than not.
        let mut run: (YearMonth, usize) = (None, 0);
        for no in articles {
            if self.month_passes(no)
                && let Some(count) = sources.get_mut(self.columns.source(no))
            {
                *count += 1;
            }
            if self.source_passes(no) {
                let month = self.columns.month(no);
                if month != run.0 {
                    if run.1 > 0 {
                        *months.entry(run.0).or_default() += run.1;
                    }
                    run = (month, 0);
                }
                run.1 += 1;
            }
        }
        if run.1 > 0 {
            *months.entry(run.0).or_default() += run.1;
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

/// The unknown month last.
fn newest_first(months: FxHashMap<YearMonth, usize>) -> Vec<Facet<YearMonth>> {
    let facets = months
        .into_iter()
        .map(|(value, count)| Facet { value, count });
    let mut facets: Vec<Facet<YearMonth>> = facets.collect();
    facets.sort_unstable_by_key(|facet| Reverse(facet.value));
    facets
}
