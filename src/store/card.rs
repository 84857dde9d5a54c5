//! What a list row needs of an article, and no more: short fields, counts, what matches in the title.

use std::ops::Range;

use crate::corpus::{PartialDate, Ymd};
use crate::index::snippet::Snippet;
use crate::library::{ArticleKey, Entry};
use crate::text::head;

/// Longest piece of a title, source or beginning on a card, in bytes: more than any screen is wide.
const FIELD_BYTES: usize = 2048;

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
    pub fn of(key: ArticleKey, entry: &Entry) -> Card {
        let title = head(entry.article.title_str(), FIELD_BYTES);
        let first_words = Some(entry).filter(|_| title.is_empty());
        let first_words = first_words.and_then(|entry| entry.first_words());
        Card {
            key,
            title: title.to_owned(),
            first_words: head(first_words.unwrap_or(""), FIELD_BYTES).to_owned(),
            source: head(entry.article.source_str(), FIELD_BYTES).to_owned(),
            date: CardDate::of(entry),
            own_words: entry.own_words(),
            folds: entry.fold_count(),
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
