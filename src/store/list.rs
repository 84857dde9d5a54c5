//! A listing: which articles, in which order, and a window of its rows.

use std::sync::Arc;

use super::{Card, Known};
use crate::index::WordForms;
use crate::library::{ArticleKey, Facets, Request};
use crate::query::QueryNote;

/// What a list is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    #[default]
    None,
    Source,
    Month,
    Day,
}

impl Group {
    /// The next way to divide a list in the order in which a key goes through them; by days only where the list `has_days`
    /// ([`Facets::days`]).
    pub fn next(self, has_days: bool) -> Group {
        match self {
            Group::None => Group::Source,
            Group::Source => Group::Month,
            Group::Month if has_days => Group::Day,
            Group::Month | Group::Day => Group::None,
        }
    }
}

/// A question for rows of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAsk {
    pub request: Request,
    pub group: Group,
    /// One row a story instead of one an article.
    pub stories: bool,
    pub window: Window,
    /// Longest snippet of each card, in chars; none without it.
    pub snippet_chars: Option<usize>,
}

/// Which rows are wanted: some before an anchor, the anchor's, and some after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    pub anchor: Anchor,
    pub before: usize,
    pub after: usize,
}

/// What a window lies around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A row, from 0; the last where there are fewer.
    Row(usize),
    /// The first of these articles that is listed; the first row where none is.
    Keys(Vec<ArticleKey>),
}

impl Default for Anchor {
    fn default() -> Anchor {
        Anchor::Row(0)
    }
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum ListRow {
    /// A group's name, empty for unknown, and how many rows it holds.
    Header {
        name: String,
        count: usize,
    },
    /// How many articles follow that have only some of the words.
    More(usize),
    Article(Arc<Card>),
}

/// A window of a list.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    pub head: Arc<ListHead>,
    /// Place of the first of `rows` among all rows.
    pub start: usize,
    pub rows: Vec<ListRow>,
    /// Row of the article that the window lies around; `None` where none of those asked for is listed.
    pub anchor: Option<usize>,
}

/// Whether order and counts are what the whole corpus, seen at once, would give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Precision {
    #[default]
    Exact,
    /// Parts were ranked or counted apart; never so in one process.
    Estimated,
}

/// What is known of a list as a whole; the same for all its windows.
#[derive(Clone, Debug, Default)]
pub struct ListHead {
    /// The corpus as it was when the list was made.
    pub known: Known,
    /// The query that is answered, as it was typed.
    pub text: String,
    /// Rows, headers counted.
    pub rows: usize,
    /// Articles that answer, or stories where a row is one.
    pub count: usize,
    /// Articles or stories after them that have only some of the words.
    pub more: usize,
    /// How many articles answer, however many of them are listed.
    pub total: usize,
    /// Whether order and counts are those of the whole corpus.
    pub precision: Precision,
    /// A row is a story.
    pub stories: bool,
    pub facets: Facets,
    /// No article has all the words: these have some of them, or words that are akin.
    pub loosened: bool,
    /// Whether the request had a query.
    pub searched: bool,
    /// The spellings that answer each word of the query.
    pub words: Vec<WordForms>,
    /// What of the query was not understood.
    pub notes: Vec<QueryNote>,
}

impl ListHead {
    /// How many rows are articles.
    pub fn articles(&self) -> usize {
        self.count + self.more
    }
}
