//! What a list shows of an article, taken from the whole of it.

use super::{ArticleKey, Entry};
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
    /// The row of an article.
    pub fn of(key: ArticleKey, entry: &Entry) -> ArticleRow {
        let title = head(entry.article.title_str(), FIELD_BYTES);
        let first_words = Some(entry).filter(|_| title.is_empty());
        let first_words = first_words.and_then(|entry| entry.first_words());
        ArticleRow {
            key,
            title: title.to_owned(),
            first_words: head(first_words.unwrap_or(""), FIELD_BYTES).to_owned(),
            source: head(entry.article.source_str(), FIELD_BYTES).to_owned(),
            date: entry.article.date.as_ref().map(|date| date.value),
            guess: entry.article.date_guess.map(|guess| guess.date),
            own_words: entry.own_words(),
            folds: entry.fold_count(),
        }
    }
}
