//! An article's title, text and paragraphs in, the repeats within it out.
//!
//! Scraped pages hold text twice: the body pasted again, its sentences cut out and listed, all
//! paragraphs strung into one. Read from the top, title first, a span is a *repeat* when all its
//! words already stood contiguously earlier (see [`crate::text::normalize`] for when words are the
//! same; a closed list of spelling variants counts as the same too). Folded are whole sentences and
//! paragraphs that are repeats; a stock phrase inside a new sentence is not. One changed number makes
//! a sentence new: it is a near repeat, shown with what changed in it.
//!
//! How: `word_stream` lays the words out as one run of bytes without white space and says where
//! sentences may begin and end; `repeats` finds the longest repeat from each such place;
//! `fold_selection` keeps those long enough, and cuts them at paragraph borders; `repeat_filter` leaves
//! out those that say something new where they stand, as a line of another list does; `furniture` finds
//! the copies that have the byline inside; `near_repeats` aligns the sentences that are left with
//! earlier ones.
//!
//! Invariants: folds lie inside one paragraph, in order, without overlap, on word borders; the
//! words at `of` equal the folded ones and end before them; furniture (byline, date, chrome) is
//! neither folded nor, where it stands nowhere else, a reason to fold; time is linear in the text
//! whatever it says.

mod fold_selection;
mod furniture;
mod near_repeats;
mod repeat_filter;
mod repeats;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::ArticleText;
use super::diff::Edit;
use super::word_stream::WordStream;

/// Fewest words of a sentence or paragraph that folds beside other repeats; only short lines between
/// longer ones and repeats of the title are shorter.
pub const MIN_WORDS: usize = 6;
/// Fewest words of a sentence or paragraph that folds alone, unless the caller asks otherwise.
pub const MIN_ALONE: usize = 8;

/// Where the words stand that a fold or a near repeat repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatOrigin {
    /// The text of the article.
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
    pub of_in: RepeatOrigin,
    /// How many words are folded.
    pub words: u32,
}

/// A span of a paragraph that repeats earlier words with changes: it is shown, what changed in it marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearRepeat {
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Byte range in the text.
    pub bytes: Range<usize>,
    /// Byte range of the earlier words, in the text or in the title.
    pub of: Range<usize>,
    pub of_in: RepeatOrigin,
    /// From the earlier words to these, in order; `bytes` and `of` of the edits cover the words.
    pub edits: Vec<Edit>,
}

/// What repeats in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// One list a paragraph, in order.
    pub paragraphs: Vec<Vec<Fold>>,
    /// In order; none overlaps a fold.
    pub near: Vec<NearRepeat>,
    /// Words of the whole text, furniture included.
    pub words: u32,
    /// Words inside folds.
    pub repeated_words: u32,
}

impl Folds {
    /// How many folds there are.
    pub fn count(&self) -> usize {
        self.paragraphs.iter().map(Vec::len).sum()
    }
}

/// Finds the repeats in one article.
pub fn fold(article: ArticleText<'_>) -> Folds {
    fold_from(article, MIN_ALONE)
}

/// Finds the repeats in one article; a sentence that repeats alone is folded from `alone` words on.
pub fn fold_from(article: ArticleText<'_>, alone: usize) -> Folds {
    let stream = WordStream::read(article);
    let (repeats, earlier) = repeats::find(&stream);
    let mut paragraphs = vec![Vec::new(); article.paragraphs.len()];
    sort_in(
        &mut paragraphs,
        fold_selection::folds(&stream, &repeats, alone),
    );
    let furniture = furniture::read(article);
    if furniture.recurs_in(&stream) {
        furniture::fold_with(article, alone, &mut paragraphs);
    }
    let count = |folds: &Vec<Fold>| folds.iter().map(|fold| fold.words).sum::<u32>();
    if paragraphs.iter().map(count).sum::<u32>() as usize == stream.text_words() {
        // All of it is its title: something has to be read.
        paragraphs.iter_mut().for_each(Vec::clear);
    }
    Folds {
        words: (stream.text_words() + furniture.words) as u32,
        repeated_words: paragraphs.iter().map(count).sum(),
        near: near_repeats::find(&stream, &earlier, &paragraphs),
        paragraphs,
    }
}

/// Whether a byte of a paragraph is folded; `folds` has a list a paragraph.
pub(in crate::dedup) fn is_folded(folds: &[Vec<Fold>], paragraph: usize, byte: usize) -> bool {
    let list = folds.get(paragraph).map_or(&[][..], Vec::as_slice);
    let next = list.partition_point(|fold| fold.bytes.end <= byte);
    list.get(next).is_some_and(|fold| fold.bytes.start <= byte)
}

/// Puts folds into the lists of their paragraphs.
fn sort_in(paragraphs: &mut [Vec<Fold>], folds: Vec<(usize, Fold)>) {
    for (paragraph, fold) in folds {
        if let Some(list) = paragraphs.get_mut(paragraph) {
            list.push(fold);
        }
    }
}
