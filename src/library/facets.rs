//! From a set of articles to how they spread over sources and months.

use std::collections::{BTreeMap, HashMap};

use super::{ArticleNo, Filter, Library};

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
        filter: &Filter,
        for_sources: impl Iterator<Item = ArticleNo>,
        for_months: impl Iterator<Item = ArticleNo>,
    ) -> Facets {
        let mut sources: HashMap<&str, usize> = HashMap::new();
        // What is taken stays in sight, so that it can be left again.
        sources.extend(filter.sources.iter().map(|taken| (taken.as_str(), 0)));
        for entry in for_sources.filter_map(|no| library.get(no)) {
            *sources.entry(entry.article.source_str()).or_default() += 1;
        }
        let mut months: BTreeMap<Month, usize> = BTreeMap::new();
        months.extend(filter.months.iter().map(|taken| (*taken, 0)));
        for entry in for_months.filter_map(|no| library.get(no)) {
            *months.entry(entry.article.month()).or_default() += 1;
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
