//! An article's title, text and paragraphs in, the repeats within it out.
//!
//! Scraped pages say things twice: the body pasted again, its sentences cut out and listed, all
//! paragraphs strung into one. Read from the top, title first, a span is a *repeat* when all its
//! words already stood contiguously earlier (see [`crate::text::normalize`] for when words are the
//! same; a closed list of spelling variants counts as the same too). Folded are whole sentences and
//! paragraphs that are repeats; a stock phrase inside a new sentence is not, and one changed number
//! makes a sentence new.
//!
//! How: `stream` lays the words out as one run of bytes without white space and says where
//! sentences may begin and end; `repeats` finds the longest repeat from each such place;
//! `accept` keeps those long enough to be meant, and cuts them at paragraph borders.
//!
//! Invariants: folds lie inside one paragraph, in order, without overlap, on word borders; the
//! words at `of` equal the folded ones and end before them; furniture (byline, date, chrome) is
//! neither folded nor a reason to fold; time is linear in the text whatever it says.

mod accept;
mod border;
mod repeats;
mod stream;
mod variants;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::corpus::article::Paragraph;
use crate::text::normalize::count_words;
use stream::Stream;

/// Where the words stand that a fold repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Text,
    /// The title, where it is a field of the record and no part of the text.
    Title,
}

/// A span of a paragraph that repeats earlier words. Folds with nothing but punctuation between
/// them are one fold to the reader; they are apart because what they repeat is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Byte range in the text.
    pub bytes: Range<usize>,
    /// Byte range of the earlier words, in the text or in the title; it may run over paragraphs.
    pub of: Range<usize>,
    pub of_in: Place,
    /// How many words are folded.
    pub words: u32,
}

/// What repeats in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// One list a paragraph, in order.
    pub paragraphs: Vec<Vec<Fold>>,
    /// Words of the whole text, furniture included.
    pub words: u32,
    /// Words inside folds.
    pub repeated_words: u32,
}

/// Finds the repeats in one article. `title` is given only where it is no part of `text`;
/// `paragraphs` are those of `text`, in order.
pub fn fold(title: Option<&str>, text: &str, paragraphs: &[Paragraph]) -> Folds {
    let stream = Stream::read(title, text, paragraphs);
    let furniture = paragraphs
        .iter()
        .filter(|p| p.class.is_furniture())
        .filter_map(|p| text.get(p.bytes.clone()))
        .map(count_words)
        .sum::<usize>();
    let mut folds = Folds {
        paragraphs: vec![Vec::new(); paragraphs.len()],
        words: (stream.text_words() + furniture) as u32,
        repeated_words: 0,
    };
    for (paragraph, fold) in accept::folds(&stream, &repeats::find(&stream)) {
        folds.repeated_words += fold.words;
        if let Some(list) = folds.paragraphs.get_mut(paragraph) {
            list.push(fold);
        }
    }
    folds
}
