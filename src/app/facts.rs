//! From an article to what is said of it beside its title: its date and how long it is.

use super::strings::{self, counted, thousands};
use crate::library::Entry;
use crate::text::{Direction, direction_of};

/// The date as far as it is known; `~` marks a guess.
pub fn date(entry: &Entry) -> String {
    match (&entry.article.date_guess, &entry.article.date) {
        (Some(guess), _) => format!("~{}", guess.date),
        (None, Some(date)) => date.value.to_string(),
        (None, None) => strings::UNKNOWN_DATE.to_owned(),
    }
}

/// How many words it has, those left out that it says again.
pub fn own_words(entry: &Entry) -> usize {
    let folds = &entry.folds;
    folds.words.saturating_sub(folds.repeated_words) as usize
}

/// `234 words (474 with repeats)`
pub fn words(entry: &Entry) -> String {
    let folds = &entry.folds;
    let own = own_words(entry);
    match folds.repeated_words {
        0 => counted(own, "word", "words"),
        _ => format!(
            "{} ({} with repeats)",
            counted(own, "word", "words"),
            thousands(folds.words as usize)
        ),
    }
}

/// The direction of a paragraph; of the title where there is none, or none with a strong letter.
pub fn direction(entry: &Entry, paragraph: Option<usize>) -> Direction {
    let article = &entry.article;
    let bytes = paragraph.and_then(|p| article.paragraphs.get(p));
    let text = bytes.and_then(|p| article.text.get(p.bytes.clone()));
    text.and_then(direction_of)
        .or_else(|| direction_of(article.title_str()))
        .unwrap_or(Direction::Ltr)
}
