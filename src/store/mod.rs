//! The port between whoever asks (screens, verbs) and whoever holds a corpus: an [`Ask`] in, an
//! [`Answer`] out, both plain data.
//!
//! A [`Store`] answers one question at a time and blocks until it has: screens therefore never
//! call it. They hand an ask to a *lane* (a queue of one pane, of which only the newest ask counts)
//! and take the answer as a message; the verbs of the command line call it directly.
//!
//! | ask | answer |
//! |---|---|
//! | [`Ask::List`] | a window of the rows of a list, with totals, counts by source and month, forms of the words |
//! | [`Ask::Read`] | an article, the byte ranges that answer a query, where its paragraphs stand elsewhere |
//! | [`Ask::Related`] | the articles closest to one, and its versions |
//! | [`Ask::Elsewhere`] | versions of an article's story, and articles that share passages with it |
//! | [`Ask::Difference`], [`Ask::Compare`] | how two articles differ: in figures, word for word |
//! | [`Ask::Problems`] | what could not be read or was guessed, alike problems together |
//! | [`Ask::Overview`] | what is in the corpus: sizes, dates, sources over time, what stands out |
//! | [`Ask::Find`], [`Ask::Records`], [`Ask::RelatedToEach`], [`Ask::Stories`] | what only verbs ask |
//!
//! # Invariants
//!
//! - Articles are named by [`ArticleKey`], which no later state of the corpus changes.
//! - Every answer names the [`State`] of the corpus that it came from; windows of one listing are
//!   only ever put together when their states are equal.
//! - No answer grows with the number of hits: listings are windows.
//! - Nothing of the index leaves a store: what matches in a text comes as byte ranges of it.
//! - An ask that has been stopped ends soon, with [`StoreError::Stopped`].

mod article;
mod card;
mod elsewhere;
pub mod embedded;
mod error;
mod list;
mod name_match;
mod overview;
mod problem_groups;

use std::sync::Arc;

pub use article::{Also, Extent, Marks, Opened, PassageOf, ReadAsk};
pub use card::{Card, CardDate};
pub use elsewhere::{
    Compared, Difference, Elsewhere, ElsewhereRow, RelatedRow, SharedPassage, Why,
};
pub use embedded::Embedded;
pub use error::StoreError;
pub use list::{Anchor, Group, ListAsk, ListHead, ListRow, Listing, Precision, Window};
pub use name_match::{Ambiguity, Ambiguous, NameMatch};
pub use overview::{DateCounts, Overview, OverviewArticle, Period, SourceRow};
pub use problem_groups::{Alike, ProblemList};

use crate::corpus::Stop;
use crate::library::{ArticleKey, Entry};

/// Number of a state of a corpus; greater whenever articles come or more becomes known of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State(pub u64);

/// Whether it is known what stands in more than one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopiesKnown {
    /// It will be: loading goes on, or the search for copies does.
    #[default]
    NotYet,
    Yes,
    /// The search for copies failed.
    Never,
}

/// What is known of a corpus as a whole in one of its states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    pub state: State,
    pub articles: usize,
    /// Different known sources.
    pub sources: usize,
    /// The year of the oldest and of the newest article that has one.
    pub years: Option<(i16, i16)>,
    /// Errors, guesses, notes.
    pub problems: [usize; 3],
    pub copies: CopiesKnown,
    /// The last state of the articles: all of them are loaded. Never so where loading failed.
    pub complete: bool,
}

/// A question to a store.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    List(ListAsk),
    Read(ReadAsk),
    /// The `n` articles closest to one, closest first, then all its versions.
    Related {
        key: ArticleKey,
        n: usize,
    },
    /// Versions of the article's story, and articles that share passages with it; those that share
    /// one within the bytes `view` of its text stand first.
    Elsewhere {
        key: ArticleKey,
        view: std::ops::Range<usize>,
    },
    /// How an article differs from another.
    Difference {
        here: ArticleKey,
        there: ArticleKey,
    },
    /// Two articles, word against word.
    Compare {
        first: ArticleKey,
        second: ArticleKey,
    },
    Problems,
    Overview,
    /// The article that an id, a key or the beginning of either stands for.
    Find(String),
    /// Whole articles; those that are not there are left out.
    Records(Vec<ArticleKey>),
    /// For each article at these places of [`crate::library::Sort::Place`] the `n` closest, and its versions.
    RelatedToEach {
        places: std::ops::Range<usize>,
        n: usize,
    },
    /// Articles of which any two are at least as alike as `threshold` (0 to 1).
    Stories {
        threshold: f32,
    },
}

/// What a store answers; the variants have the names of the asks.
#[derive(Clone, Debug)]
pub enum Answer {
    List(Listing),
    Read(Box<Opened>),
    Related(Vec<RelatedRow>),
    Elsewhere(Box<Elsewhere>),
    Difference(Difference),
    Compare(Box<Compared>),
    Problems(Arc<ProblemList>),
    Overview(Box<Overview>),
    Find(NameMatch),
    Records(Vec<ArticleRecord>),
    RelatedToEach(Vec<Neighbours>),
    Stories(Vec<AlikeGroup>),
}

/// An answer and the state of the corpus that it came from.
#[derive(Clone, Debug)]
pub struct Answered {
    pub state: State,
    pub answer: Answer,
}

/// An article whole, with its names.
#[derive(Clone, Debug)]
pub struct ArticleRecord {
    pub key: ArticleKey,
    pub id: String,
    pub entry: Arc<Entry>,
}

/// The names of an article: its key, and the id that people and scripts use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleName {
    pub key: ArticleKey,
    pub id: String,
}

/// An article with those closest to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbours {
    pub article: ArticleName,
    pub related: Vec<ArticleName>,
    pub versions: Vec<ArticleName>,
}

/// Articles of which any two are alike.
#[derive(Clone, Debug)]
pub struct AlikeGroup {
    /// 12 hex digits of a hash of the members' ids: the same from run to run.
    pub cluster: String,
    /// The same of the story that the first member is of, where it is of one.
    pub story: Option<String>,
    /// The original first; with each its similarity to it, 0 to 1.
    pub members: Vec<(ArticleRecord, f32)>,
}

/// Whoever holds a corpus and answers questions of it.
pub trait Store: Send + Sync {
    /// Answers a question; blocks until it has, or until `stop` is set.
    fn ask(&self, ask: &Ask, stop: &Stop) -> Result<Answered, StoreError>;

    /// What is known of the corpus as a whole.
    fn known(&self) -> Known;
}
