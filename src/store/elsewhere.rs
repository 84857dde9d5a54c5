//! Other articles beside one: those related to it, versions of its story, those that share passages with it.

use std::ops::Range;
use std::sync::Arc;

use super::Card;
use crate::dedup::Comparison;
use crate::index::similar::Term;
use crate::library::{ArticleKey, Entry};

/// An article close to another.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedRow {
    pub card: Card,
    /// The id that people and scripts use.
    pub id: String,
    /// From 0 to 1.
    pub score: f32,
    /// Terms that both have, those that say most about both first.
    pub terms: Vec<Term>,
    /// Days between the two, where both dates are known.
    pub days_apart: Option<u32>,
    /// It is a version of the article asked about.
    pub same_story: bool,
    /// Versions of it that are not listed by themselves, the closest first.
    pub versions: Vec<super::ArticleName>,
}

/// Where what an article says stands elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elsewhere {
    /// All versions of its story, itself among them, the first version first; empty where it is the only one.
    pub versions: Vec<ArticleKey>,
    /// Passages that stand in other articles too, in order.
    pub passages: Vec<SharedPassage>,
    /// The other versions, then articles that share passages.
    pub rows: Vec<ElsewhereRow>,
}

/// A passage that stands in other articles too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPassage {
    pub paragraph: usize,
    /// Where it stands in the article's text.
    pub bytes: Range<usize>,
}

/// Another article, and why it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct ElsewhereRow {
    pub card: Card,
    /// Days between the two, where both dates are known.
    pub days_apart: Option<u32>,
    pub why: Why,
}

/// What two articles have in common.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It is the same story in nearly the same words.
    Version {
        /// `None` where there were too many to compare at once: see [`super::Ask::Difference`].
        difference: Option<Difference>,
        /// It is the first version.
        first: bool,
    },
    /// It has passages of the article.
    Shares {
        /// Indices into [`Elsewhere::passages`], those in view first.
        passages: Vec<usize>,
        /// One of them is in view.
        in_view: bool,
    },
}

/// How a version differs from another, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Share of the words of both that both have, in percent.
    pub percent: usize,
    /// Words that both have.
    pub common: usize,
    /// Words that only the article asked about has, and only the other one.
    pub only: [usize; 2],
}

impl From<&Comparison> for Difference {
    fn from(comparison: &Comparison) -> Difference {
        Difference {
            percent: comparison.percent(),
            common: comparison.common,
            only: comparison.only,
        }
    }
}

/// Two articles, word against word.
#[derive(Clone, Debug)]
pub struct Compared {
    pub keys: [ArticleKey; 2],
    pub entries: [Arc<Entry>; 2],
    pub comparison: Arc<Comparison>,
}
