//! What a list row needs of an article, and no more: short fields, counts, what matches in the title.

use std::ops::Range;

use crate::corpus::{PartialDate, Ymd};
use crate::index::snippet::Snippet;
use crate::library::{ArticleKey, ArticleRow, CardFields, Entry};

/// The date of an article as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardDate {
    pub known: Option<PartialDate>,
    /// A full date inferred.
    pub guess: Option<Ymd>,
}

/// A card of the catalogue: what a row of a list shows of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    pub key: ArticleKey,
    /// Empty where none is known; then `first_words` stands in.
    pub title: String,
    /// Byte ranges of `title` that answer the query.
    pub title_hits: Vec<Range<usize>>,
    /// How the article's own text begins; empty where it has a title.
    pub first_words: String,
    /// Empty where none is known.
    pub source: String,
    pub date: CardDate,
    /// Words, those left out that the article says again.
    pub own_words: usize,
    /// Folds within the article.
    pub folds: usize,
    /// Versions of its story, itself among them; 0 where it is the only one, or copies are not known.
    pub versions: usize,
    /// Articles that the row stands for beside its own, where a row is a story.
    pub behind: usize,
    /// Their sources, each once and not the card's own, as many as a row may have room for.
    pub behind_sources: Vec<String>,
    /// Place among the articles of the list, from 0.
    pub at: usize,
    /// How well it answers the query.
    pub score: f32,
    /// Whether it has every word of the query.
    pub complete: bool,
    /// The passage worth showing, where one was asked for.
    pub snippet: Option<Snippet>,
}

impl Card {
    /// The card of an article that stands in no list.
    pub fn of(key: ArticleKey, fields: &CardFields<'_>) -> Card {
        ArticleRow::of(key, fields).into()
    }
}

impl From<ArticleRow> for Card {
    fn from(row: ArticleRow) -> Card {
        Card {
            key: row.key,
            title: row.title,
            first_words: row.first_words,
            source: row.source,
            date: CardDate {
                known: row.date,
                guess: row.guess,
            },
            own_words: row.own_words,
            folds: row.folds,
            ..Card::default()
        }
    }
}

impl CardDate {
    pub(super) fn of(entry: &Entry) -> CardDate {
        CardDate {
            known: entry.article.date.as_ref().map(|date| date.value),
            guess: entry.article.date_guess.map(|guess| guess.date),
        }
    }
}
