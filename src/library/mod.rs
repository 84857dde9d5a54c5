//! From sources on disk to an immutable snapshot that answers every question a reader can ask.
//!
//! A [`Library`] is shared by `Arc` and never changes: while loading goes on, [`load()`] publishes
//! a newer one after each batch, and whoever holds an older one goes on reading it. The screens
//! and the command line ask the same questions here.
//!
//! Articles are known by [`ArticleNo`], their place in loading order, which no later snapshot changes.

mod chrome;
mod columns;
mod copies;
mod facets;
mod ids;
mod keys;
mod load;
mod order;
mod ranked;
mod related;
mod search;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::corpus::{Article, Class, Paragraph, Problem};
use crate::dedup::Folds;
use crate::index::Searcher;

pub use facets::{Facet, Facets, YearMonth};
pub use ids::{Lookup, Several};
pub use keys::ArticleKey;
pub use load::{Published, load, open, read};
pub use ranked::{RankedHit, RankedHits};
pub use related::{Profiles, Related, Relater};
pub use search::{Filter, RankedResult, Request, SearchResult, Sort};

/// An article's place in loading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleNo(pub u32);

impl ArticleNo {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// An article with what was worked out about it while loading.
#[derive(Clone, Debug)]
pub struct Entry {
    pub article: Article,
    /// What repeats within it.
    pub folds: Folds,
    /// A short hash of the content, the same from run to run.
    pub hash: String,
}

impl Entry {
    /// How many folds it has.
    pub fn fold_count(&self) -> usize {
        self.folds.paragraphs.iter().map(Vec::len).sum()
    }

    /// Words, those left out that the article says again.
    pub fn own_words(&self) -> usize {
        self.folds.words.saturating_sub(self.folds.repeated_words) as usize
    }

    /// How the article's own text begins, where it has any.
    pub fn first_words(&self) -> Option<&str> {
        let own = |p: &&Paragraph| !p.class.is_furniture();
        let first = self.article.paragraphs.iter().find(own)?;
        self.article.text.get(first.bytes.clone())
    }

    /// The passages that are the article's own: no furniture, nothing twice.
    pub fn own_passages(&self) -> Vec<&str> {
        let own = self.own_ranges(|class| !class.is_furniture());
        let text = |bytes| self.article.text.get(bytes);
        own.into_iter().filter_map(text).collect()
    }

    /// The byte ranges of what is said for the first time in the paragraphs of such a class.
    pub fn own_ranges(&self, wanted: impl Fn(Class) -> bool) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        for (index, paragraph) in self.article.paragraphs.iter().enumerate() {
            if !wanted(paragraph.class) {
                continue;
            }
            let mut from = paragraph.bytes.start;
            let folds = self.folds.paragraphs.get(index);
            for fold in folds.into_iter().flatten() {
                out.push(from..fold.bytes.start);
                from = fold.bytes.end;
            }
            out.push(from..paragraph.bytes.end);
        }
        let text = |bytes: &Range<usize>| self.article.text.get(bytes.clone());
        out.retain(|bytes| text(bytes).is_some_and(|passage| !passage.trim().is_empty()));
        out
    }
}

/// The corpus as far as it is loaded.
#[derive(Clone, Default)]
pub struct Library {
    entries: Vec<Arc<Entry>>,
    ids: ids::Ids,
    keys: keys::Keys,
    order: order::PlaceOrder,
    searcher: Option<Searcher>,
    problems: Arc<Vec<Problem>>,
    /// Errors, guesses, notes.
    problem_counts: [usize; 3],
    summary: Summary,
    columns: columns::ArticleColumns,
    dates: ranked::DatePlaces,
}

/// A corpus in three numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Different known sources.
    pub sources: usize,
    /// The year of the oldest and of the newest article that has one.
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
}

impl Summary {
    fn of(entries: &[Arc<Entry>]) -> Summary {
        let known = entries.iter().map(|e| e.article.source_str());
        let sources: HashSet<&str> = known.filter(|name| !name.is_empty()).collect();
        let years = || {
            entries
                .iter()
                .filter_map(|e| e.article.date.as_ref()?.value.year())
        };
        Summary {
            sources: sources.len(),
            first_year: years().min(),
            last_year: years().max(),
        }
    }
}

impl Library {
    /// The number of articles.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// One article.
    pub fn get(&self, no: ArticleNo) -> Option<&Arc<Entry>> {
        self.entries.get(no.index())
    }

    /// All articles in loading order.
    pub fn entries(&self) -> impl Iterator<Item = (ArticleNo, &Arc<Entry>)> {
        (0..).map(ArticleNo).zip(&self.entries)
    }

    /// What could not be read, or had to be guessed.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The same, to be kept.
    pub fn shared_problems(&self) -> Arc<Vec<Problem>> {
        Arc::clone(&self.problems)
    }

    /// How many of them are errors, guesses, notes.
    pub fn problem_counts(&self) -> [usize; 3] {
        self.problem_counts
    }

    /// The id that scripts and people use for an article.
    pub fn id(&self, no: ArticleNo) -> &str {
        self.ids.id(no)
    }

    /// Place of an article's source among all sources of the corpus.
    pub fn source_place(&self, no: ArticleNo) -> usize {
        self.columns.source(no)
    }

    /// Name of an article's source; empty where it is unknown.
    pub fn source_name(&self, no: ArticleNo) -> &str {
        let names = self.columns.names();
        names
            .get(self.columns.source(no))
            .map_or("", String::as_str)
    }

    /// Year and month of an article, where they are known.
    pub fn month(&self, no: ArticleNo) -> YearMonth {
        self.columns.month(no)
    }

    /// Sources and years.
    pub fn summary(&self) -> Summary {
        self.summary
    }
}

#[cfg(test)]
mod tests;
