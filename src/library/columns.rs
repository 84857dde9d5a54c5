//! What filters, orders and facets ask of every article, in columns: a search looks at thousands.

use std::collections::HashMap;
use std::sync::Arc;

use super::facets::YearMonth;
use super::{ArticleNo, Entry};
use crate::corpus::PartialDate;

/// By article number.
#[derive(Clone, Debug, Default)]
pub(super) struct ArticleColumns {
    /// Names of sources; an article has the place of its own. The empty name is "unknown".
    names: Vec<String>,
    sources: Vec<u32>,
    months: Vec<YearMonth>,
    days: Vec<Day>,
    dates: Vec<Option<PartialDate>>,
}

/// Year, month and day; later days are greater, an unknown day comes before every other.
pub(super) type Day = (i16, u8, u8);

impl ArticleColumns {
    pub(super) fn of(entries: &[Arc<Entry>]) -> ArticleColumns {
        let mut columns = ArticleColumns::default();
        let mut places: HashMap<&str, u32> = HashMap::new();
        for entry in entries {
            let name = entry.article.source_str();
            let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
            debug_assert!(next < u32::MAX, "more sources than numbers");
            let place = *places.entry(name).or_insert(next);
            if place == next {
                columns.names.push(name.to_owned());
            }
            columns.sources.push(place);
            columns.months.push(entry.article.month());
            columns.days.push(day(entry));
            columns
                .dates
                .push(entry.article.date.as_ref().map(|d| d.value));
        }
        columns
    }

    /// The names of all sources, each once.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of an article's source among [`ArticleColumns::names`].
    pub(super) fn source(&self, no: ArticleNo) -> usize {
        let place = self.sources.get(no.index());
        debug_assert!(place.is_some(), "{no:?} is no article of this library");
        place.map_or(0, |place| *place as usize)
    }

    pub(super) fn month(&self, no: ArticleNo) -> YearMonth {
        self.months.get(no.index()).copied().flatten()
    }

    /// What is known of an article's date.
    pub(super) fn date(&self, no: ArticleNo) -> Option<PartialDate> {
        self.dates.get(no.index()).copied().flatten()
    }

    pub(super) fn day(&self, no: ArticleNo) -> Day {
        self.days
            .get(no.index())
            .copied()
            .unwrap_or((i16::MIN, 0, 0))
    }
}

/// A guessed date counts as that day.
fn day(entry: &Entry) -> Day {
    let article = &entry.article;
    match (article.best_day(), &article.date) {
        (Some(day), _) => (day.year, day.month, day.day),
        (None, Some(date)) => date.value.sort_key(),
        (None, None) => (i16::MIN, 0, 0),
    }
}
