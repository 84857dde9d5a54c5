//! From a set of articles to how they spread over sources and months.

use std::collections::{BTreeMap, HashMap};

use super::{ArticleNo, Entry, Library};

/// Year and month of an article, `None` where they are not known.
pub type Month = Option<(i16, u8)>;

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
    pub months: Vec<Facet<Month>>,
}

impl Facets {
    /// Counts sources over `for_sources` and months over `for_months`: each facet is counted under
    /// the other's filter, so that a second source can be added to a first.
    pub(super) fn count(
        library: &Library,
        for_sources: impl Iterator<Item = ArticleNo>,
        for_months: impl Iterator<Item = ArticleNo>,
    ) -> Facets {
        let mut sources: HashMap<&str, usize> = HashMap::new();
        for entry in for_sources.filter_map(|no| library.get(no)) {
            *sources.entry(entry.article.source_str()).or_default() += 1;
        }
        let mut months: BTreeMap<Month, usize> = BTreeMap::new();
        for entry in for_months.filter_map(|no| library.get(no)) {
            *months.entry(month(entry)).or_default() += 1;
        }
        let mut sources: Vec<Facet<String>> = sources
            .into_iter()
            .map(|(value, count)| Facet {
                value: value.to_owned(),
                count,
            })
            .collect();
        sources.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        let months = months.into_iter().rev();
        Facets {
            sources,
            months: months
                .map(|(value, count)| Facet { value, count })
                .collect(),
        }
    }
}

/// The month an article belongs to, a guessed date included.
pub(super) fn month(entry: &Entry) -> Month {
    let known = entry
        .article
        .date
        .as_ref()
        .and_then(|d| d.value.year_month());
    known.or_else(|| {
        let guess = entry.article.date_guess.as_ref();
        guess.map(|(day, _)| (day.year, day.month))
    })
}
