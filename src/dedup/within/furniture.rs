//! The furniture of an article in, the folds that only show with it out.
//!
//! Bylines and site chrome are left out of the words that are compared, so that a copy without them is
//! found. A copy that strings everything together has them inside: `متابعات` and the first word
//! after it may even be one word there. Where that seems so, the article is read once more, furniture
//! and all, and each paragraph keeps the reading that folds more of it. Furniture itself is never folded.

use super::{Fold, Place, accept, repeats, sort_in};
use crate::dedup::Reading;
use crate::dedup::stream::{Furniture as With, Stream};

/// Letters of furniture that are looked for in the text, in bytes: shorter lines recur by chance,
/// but those with a number.
const MIN_BYTES: usize = 16;
const MIN_WITH_NUMBER: usize = 6;
/// So many lines are looked for: each costs a walk through the text.
const MAX_LINES: usize = 16;

/// What an article's furniture says.
pub(super) struct Furniture {
    pub(super) words: usize,
    /// The letters of its lines, as a stream has them.
    lines: Vec<Vec<u8>>,
}

pub(super) fn read(reading: Reading<'_>) -> Furniture {
    let mut furniture = Furniture {
        words: 0,
        lines: Vec::new(),
    };
    for paragraph in reading.paragraphs {
        if !paragraph.class.is_furniture() {
            continue;
        }
        let line = Stream::of_line(reading.text.get(paragraph.bytes.clone()).unwrap_or(""));
        furniture.words += line.tokens.len();
        let letters = line.bytes;
        let least = if letters.iter().any(u8::is_ascii_digit) {
            MIN_WITH_NUMBER
        } else {
            MIN_BYTES
        };
        if letters.len() >= least && furniture.lines.len() < MAX_LINES {
            furniture.lines.push(letters);
        }
    }
    furniture
}

impl Furniture {
    /// Whether one of its lines stands in the text too.
    pub(super) fn recurs_in(&self, stream: &Stream) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| memchr::memmem::find(&stream.bytes, line).is_some())
    }
}

/// Gives each paragraph the folds found with furniture, where they are more.
pub(super) fn fold_with(reading: Reading<'_>, alone: usize, paragraphs: &mut [Vec<Fold>]) {
    let stream = Stream::of(reading, With::In);
    let (repeats, _) = repeats::find(&stream);
    let mut with = vec![Vec::new(); paragraphs.len()];
    let mut folds = accept::folds(&stream, &repeats, alone);
    // What only furniture said is new where the text says it.
    folds.retain(|(_, fold)| fold.of_in == Place::Title || !reading.is_furniture(&fold.of));
    sort_in(&mut with, folds);
    let words = |folds: &[Fold]| folds.iter().map(|fold| fold.words).sum::<u32>();
    for ((paragraph, own), with) in reading.paragraphs.iter().zip(paragraphs).zip(with) {
        if !paragraph.class.is_furniture() && words(&with) > words(own) {
            *own = with;
        }
    }
}
