//! From a request (query, filter, order) to the articles that answer it, with live counts.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::facets::{Facets, Month};
use super::{ArticleNo, Entry, Library};
use crate::index::{Hit, IndexError, Query};

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Newest first, unknown dates last.
    #[default]
    Date,
    /// By name of the source, newest first within it.
    Source,
    /// Best match first; newest first without a query.
    Relevance,
}

/// Only articles of these sources and months; empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The empty name is "unknown".
    pub sources: BTreeSet<String>,
    pub months: BTreeSet<Month>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.months.is_empty()
    }

    fn source_passes(&self, entry: &Entry) -> bool {
        self.sources.is_empty() || self.sources.contains(entry.article.source_str())
    }

    fn month_passes(&self, entry: &Entry) -> bool {
        self.months.is_empty() || self.months.contains(&entry.article.month())
    }
}

/// Everything that decides what a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// As typed.
    pub text: String,
    /// Whether its last word may go on: it was typed without a space after it.
    pub typing: bool,
    pub filter: Filter,
    pub sort: Sort,
}

/// What a request found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub facets: Facets,
    /// No article has all the words: these have some of them.
    pub loosened: bool,
    /// Whether the request had a query.
    pub searched: bool,
}

impl Found {
    /// The articles in order.
    pub fn numbers(&self) -> impl Iterator<Item = ArticleNo> {
        self.hits.iter().map(|hit| ArticleNo(hit.doc))
    }
}

impl Library {
    /// Answers a request.
    pub fn search(&self, request: &Request) -> Result<Found, IndexError> {
        let query = Query::parse(&request.text, request.typing);
        let (hits, loosened) = self.candidates(&query)?;
        let mut found = Found {
            loosened,
            searched: !query.is_empty(),
            ..Found::default()
        };
        let filter = &request.filter;
        let passing = |passes: &dyn Fn(&Entry) -> bool| {
            let numbers = hits.iter().map(|hit| ArticleNo(hit.doc));
            let kept = numbers.filter(|no| self.get(*no).is_some_and(|entry| passes(entry)));
            kept.collect::<Vec<_>>()
        };
        found.facets = Facets::count(
            self,
            filter,
            passing(&|entry| filter.month_passes(entry)).into_iter(),
            passing(&|entry| filter.source_passes(entry)).into_iter(),
        );
        found.hits = hits
            .into_iter()
            .filter(|hit| {
                self.get(ArticleNo(hit.doc))
                    .is_some_and(|e| filter.source_passes(e) && filter.month_passes(e))
            })
            .collect();
        self.sort(&mut found.hits, request.sort, found.searched);
        Ok(found)
    }

    fn candidates(&self, query: &Query) -> Result<(Vec<Hit>, bool), IndexError> {
        let Some(searcher) = self.searcher.as_ref().filter(|_| !query.is_empty()) else {
            let all = (0..self.entries.len()).filter_map(|n| u32::try_from(n).ok());
            let hits = all.map(|doc| Hit { doc, score: 0.0 }).collect();
            return Ok((hits, false));
        };
        let all = searcher.all_of(query)?;
        if !all.is_empty() || query.clauses.len() < 2 {
            return Ok((all, false));
        }
        let some = searcher.any_of(query)?;
        let loosened = !some.is_empty();
        Ok((some, loosened))
    }

    fn sort(&self, hits: &mut [Hit], sort: Sort, searched: bool) {
        let entry = |hit: &Hit| self.entries.get(hit.doc as usize);
        let newest = |hit: &Hit| Reverse(entry(hit).map(|e| date_key(e)));
        match sort {
            Sort::Relevance if searched => hits.sort_by(|a, b| {
                b.score
                    .total_cmp(&a.score)
                    .then_with(|| newest(a).cmp(&newest(b)))
                    .then(a.doc.cmp(&b.doc))
            }),
            Sort::Date | Sort::Relevance => hits.sort_by_cached_key(|hit| (newest(hit), hit.doc)),
            Sort::Source => hits.sort_by_cached_key(|hit| {
                let name = entry(hit).map_or("", |e| e.article.source_str());
                // Unknown sources stand last.
                (name.is_empty(), name.to_owned(), newest(hit), hit.doc)
            }),
        }
    }
}

/// Newest last; a guessed date counts as that day, an unknown one as before everything.
fn date_key(entry: &Entry) -> (i16, u8, u8) {
    let article = &entry.article;
    match (article.best_day(), &article.date) {
        (Some(day), _) => (day.year, day.month, day.day),
        (None, Some(date)) => date.value.sort_key(),
        (None, None) => (i16::MIN, 0, 0),
    }
}
