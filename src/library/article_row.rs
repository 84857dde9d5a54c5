//! What a list shows of an article, taken from the whole of it.

use super::{ArticleKey, CardFields};
use crate::corpus::{PartialDate, Ymd};
use crate::text::head;

/// Longest title, source or beginning in a row, in bytes: more than any screen is wide.
const FIELD_BYTES: usize = 2048;

/// What a row of a list shows of an article, whatever it answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleRow {
    pub key: ArticleKey,
    /// Empty where none is known; then `first_words` stands in.
    pub title: String,
    /// How the article's own text begins; empty where it has a title.
    pub first_words: String,
    /// Empty where none is known.
    pub source: String,
    pub date: Option<PartialDate>,
    /// A full date inferred.
    pub guess: Option<Ymd>,
    /// Words, those left out that the article says again.
    pub own_words: usize,
    /// Folds within the article.
    pub folds: usize,
}

impl ArticleRow {
    /// The row of an article of which `fields` tells.
    pub fn of(key: ArticleKey, fields: &CardFields<'_>) -> ArticleRow {
        ArticleRow {
            key,
            title: head(&fields.title, FIELD_BYTES).to_owned(),
            first_words: head(&fields.first_words, FIELD_BYTES).to_owned(),
            source: head(&fields.source, FIELD_BYTES).to_owned(),
            date: fields.date,
            guess: fields.guess,
            own_words: fields.own_words,
            folds: fields.folds,
        }
    }
}
