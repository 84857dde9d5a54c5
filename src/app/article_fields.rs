//! From an article, or its card, to the fields beside its title: date, versions, length in words.

use super::labels::NO_DATE;
use crate::library::Entry;
use crate::store::CardDate;
use crate::words::messages;

messages! {
    /// A field beside the title of an article.
    pub enum ArticleField {
        /// It is one of several versions of a story.
        Versions "article-versions" { versions: Count };
        Length "article-length" { words: Count };
        /// Its words without those that repeat something, and all of them.
        LengthWithRepeats "article-length-with-repeats" { words: Count, all: Number };
    }
}

/// The date of an article, as exact as it is known; `~` marks a guess.
pub fn date(entry: &Entry) -> String {
    match (&entry.article.date_guess, &entry.article.date) {
        (Some(guess), _) => format!("~{}", guess.date),
        (None, Some(date)) => date.value.to_string(),
        (None, None) => NO_DATE.to_owned(),
    }
}

/// The date of a card, in the same form.
pub fn card_date(date: CardDate) -> String {
    match (date.guess, date.known) {
        (Some(day), _) => format!("~{day}"),
        (None, Some(date)) => date.to_string(),
        (None, None) => NO_DATE.to_owned(),
    }
}

/// `≡ 4 versions`; nothing where it is the only one, or copies are not known.
pub fn versions(count: usize) -> Option<ArticleField> {
    let versions = count as u64;
    (count > 0).then_some(ArticleField::Versions { versions })
}

/// `234 words (474 with repeats)`
pub fn length(entry: &Entry) -> ArticleField {
    let folds = &entry.folds;
    let words = entry.own_words() as u64;
    match folds.repeated_words {
        0 => ArticleField::Length { words },
        _ => ArticleField::LengthWithRepeats {
            words,
            all: u64::from(folds.words),
        },
    }
}
