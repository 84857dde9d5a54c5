//! From an article, or a paragraph of it, to the direction it is laid out in.

use crate::library::Entry;
use crate::text::{Base, Direction, direction_of, head, majority};

/// Bytes at the beginning of a text in which its first strong letter is looked for. Digits and signs that go
/// on for longer count as neutral: they would be read again for each row.
pub(super) const MAX_NEUTRAL_BYTES: usize = 64 * 1024;

/// The direction of an article: that of most letters of its title and its beginning, else of the first one it has; None
/// without any.
pub fn article(entry: &Entry) -> Option<Direction> {
    let article = &entry.article;
    majority(&[article.title_str(), &article.text])
        .or_else(|| direction_of(head(&article.text, MAX_NEUTRAL_BYTES)))
}

/// The direction of a paragraph as the reader of its article expects it; that of the title where there is none.
pub fn direction(entry: &Entry, paragraph: Option<usize>) -> Direction {
    let text = &entry.article.text;
    let bytes = paragraph.and_then(|p| entry.article.paragraphs.get(p));
    let text = bytes.and_then(|p| text.get(p.bytes.clone()));
    let text = text.unwrap_or(entry.article.title_str());
    let around = article(entry).unwrap_or(Direction::Ltr);
    Base::MostOr(around).direction_of(head(text, MAX_NEUTRAL_BYTES))
}
