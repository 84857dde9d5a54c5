//! From an article to what is said of it beside its title: its date and how long it is.

use super::strings::{self, counted, thousands};
use crate::library::Entry;
use crate::store::CardDate;
use crate::text::{Direction, direction_of, head};

/// The date as far as it is known; `~` marks a guess.
pub fn date(entry: &Entry) -> String {
    match (&entry.article.date_guess, &entry.article.date) {
        (Some(guess), _) => format!("~{}", guess.date),
        (None, Some(date)) => date.value.to_string(),
        (None, None) => strings::UNKNOWN_DATE.to_owned(),
    }
}

/// The same of a card.
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

/// Bytes of a text in which its first strong letter is looked for: digits and signs that go on for longer
/// have no direction to speak of, and would be read again for each row.
const MAX_NEUTRAL_BYTES: usize = 64 * 1024;

/// The direction of the first strong letter of a text, where one stands near its beginning.
pub fn first_strong(text: &str) -> Option<Direction> {
    direction_of(head(text, MAX_NEUTRAL_BYTES))
}

/// The direction of a paragraph; of the title where there is none, or none with a strong letter.
pub fn direction(entry: &Entry, paragraph: Option<usize>) -> Direction {
    let article = &entry.article;
    let bytes = paragraph.and_then(|p| article.paragraphs.get(p));
    let text = bytes.and_then(|p| article.text.get(p.bytes.clone()));
    text.and_then(first_strong)
        .or_else(|| first_strong(article.title_str()))
        .unwrap_or(Direction::Ltr)
}
