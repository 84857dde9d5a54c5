//! From a text, or a paragraph of an article, to the direction it is laid out in.

use crate::library::Entry;
use crate::text::{Direction, direction_of, head};

/// Bytes at the beginning of a text in which its first strong letter is looked for. Digits and signs that go
/// on for longer count as neutral: they would be read again for each row.
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
