//! From an article to what is said of it beside its title: its date and how long it is.

use super::strings::{self, counted, thousands};
use crate::library::Entry;
use crate::text::{Direction, direction_of, head};

/// The date as far as it is known; `~` marks a guess.
pub fn date(entry: &Entry) -> String {
    match (&entry.article.date_guess, &entry.article.date) {
        (Some((day, _)), _) => format!("~{day}"),
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
