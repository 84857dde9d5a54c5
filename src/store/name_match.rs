//! What a name that someone typed stands for: one article, none, or several, and why these share it.

use super::ArticleName;
use crate::library::ArticleKey;

/// What an id, a key or the beginning of either stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameMatch {
    One(ArticleKey),
    None,
    Several(Ambiguous),
}

/// Articles that share a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    pub why: Ambiguity,
    /// How many they are in all.
    pub count: usize,
    /// The first of them, by path and record; at most [`Ambiguous::MAX_NAMED`].
    pub first: Vec<ArticleName>,
}

impl Ambiguous {
    /// Articles that are named: as many as fit in a message.
    pub const MAX_NAMED: usize = 5;
}

/// Why a name stands for several articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ambiguity {
    /// Records have this id of their own; their keys differ.
    OwnId,
    /// Ids or keys begin so; more letters decide between them.
    Beginning,
    /// The same record is in several files; their ids differ.
    Key,
}
