//! The furniture of an article in, the folds that appear only when it is read along out.
//!
//! Bylines and site chrome are left out of the words that are compared, so that a copy without them is
//! found. A copy that strings everything together has them inside: `متابعات` and the first word
//! after it may even be one word there. Where its letters recur in the text, the article is read once
//! more, furniture included, and each paragraph keeps the folds of the pass that folds more of it.
//! Furniture itself is never folded.

use super::{Fold, RepeatOrigin, fold_selection, repeats, sort_in};
use crate::dedup::ArticleText;
use crate::dedup::word_stream::{FurnitureWords, WordStream};

/// Fewest bytes (8 Arabic letters) of a line of furniture that is searched in the text: shorter lines
/// recur by chance.
const MIN_LINE_BYTES: usize = 16;
/// Fewest bytes of such a line with a number in it: a date or an hour recurs less by chance.
const MIN_NUMBERED_LINE_BYTES: usize = 6;
/// Most lines of furniture that are searched: each costs a walk through the text.
const MAX_LINES: usize = 16;

/// The words of an article's furniture.
pub(super) struct FurnitureLines {
    pub(super) words: usize,
    /// The letters of its lines, as a stream has them.
    lines: Vec<Vec<u8>>,
}

pub(super) fn read(article: ArticleText<'_>) -> FurnitureLines {
    let mut furniture = FurnitureLines {
        words: 0,
        lines: Vec::new(),
    };
    for paragraph in article.paragraphs {
        if !paragraph.class.is_furniture() {
            continue;
        }
        let line = WordStream::of_line(article.text.get(paragraph.bytes.clone()).unwrap_or(""));
        furniture.words += line.tokens.len();
        let letters = line.bytes;
        let least = if letters.iter().any(u8::is_ascii_digit) {
            MIN_NUMBERED_LINE_BYTES
        } else {
            MIN_LINE_BYTES
        };
        if letters.len() >= least && furniture.lines.len() < MAX_LINES {
            furniture.lines.push(letters);
        }
    }
    furniture
}

impl FurnitureLines {
    /// Whether one of its lines stands in the text too.
    pub(super) fn recurs_in(&self, stream: &WordStream) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| memchr::memmem::find(&stream.bytes, line).is_some())
    }
}

/// Gives each paragraph the folds found with furniture, where they are more.
pub(super) fn fold_with(article: ArticleText<'_>, alone: usize, paragraphs: &mut [Vec<Fold>]) {
    let stream = WordStream::of(article, FurnitureWords::Included);
    let (repeats, _) = repeats::find(&stream);
    let mut with = vec![Vec::new(); paragraphs.len()];
    let mut folds = fold_selection::folds(&stream, &repeats, alone);
    // Words of furniture alone are new where the text has them.
    folds.retain(|(_, fold)| fold.of_in == RepeatOrigin::Title || !article.is_furniture(&fold.of));
    sort_in(&mut with, folds);
    let words = |folds: &[Fold]| folds.iter().map(|fold| fold.words).sum::<u32>();
    for ((paragraph, own), with) in article.paragraphs.iter().zip(paragraphs).zip(with) {
        if !paragraph.class.is_furniture() && words(&with) > words(own) {
            *own = with;
        }
    }
}
