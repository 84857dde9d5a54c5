//! From an article, or its card, to the texts of the fields beside its title: date, versions, length in words.

use super::strings::{self, counted, thousands};
use crate::library::Entry;
use crate::store::CardDate;

/// The date of an article, as exact as it is known; `~` marks a guess.
pub fn date(entry: &Entry) -> String {
    match (&entry.article.date_guess, &entry.article.date) {
        (Some(guess), _) => format!("~{}", guess.date),
        (None, Some(date)) => date.value.to_string(),
        (None, None) => strings::UNKNOWN_DATE.to_owned(),
    }
}

/// The date of a card, in the same form.
pub fn card_date(date: CardDate) -> String {
    match (date.guess, date.known) {
        (Some(day), _) => format!("~{day}"),
        (None, Some(date)) => date.to_string(),
        (None, None) => strings::UNKNOWN_DATE.to_owned(),
    }
}

/// `≡ 4 versions`; empty where it is the only one, or copies are not known.
pub fn versions(count: usize) -> String {
    match count {
        0 => String::new(),
        n => format!("≡ {}", counted(n, "version", "versions")),
    }
}

/// `234 words (474 with repeats)`
pub fn words(entry: &Entry) -> String {
    let folds = &entry.folds;
    let own = entry.own_words();
    match folds.repeated_words {
        0 => counted(own, "word", "words"),
        _ => format!(
            "{} ({} with repeats)",
            counted(own, "word", "words"),
            thousands(folds.words as usize)
        ),
    }
}
