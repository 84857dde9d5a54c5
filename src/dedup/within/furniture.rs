//! The furniture of an article in, the folds that only show with it out.
//!
//! Bylines and site chrome are left out of the words that are compared, so that a copy without them is
//! found. A copy that strings everything together has them inside: `متابعات` and the first word
//! after it may even be one word there. Where that seems so, the article is read once more, furniture
//! and all, and each paragraph keeps the reading that folds more of it. Furniture itself is never folded.

use super::{Fold, accept, repeats, sort_in};
use crate::dedup::Reading;
use crate::dedup::stream::{Furniture as With, Stream};
use crate::text::normalize::words;

/// Letters of furniture that are looked for in the text, in bytes: shorter lines recur by chance.
const MIN_BYTES: usize = 16;
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
        let mut letters = Vec::new();
        words(
            reading.text.get(paragraph.bytes.clone()).unwrap_or(""),
            |word| {
                furniture.words += 1;
                letters.extend_from_slice(word.norm.as_bytes());
            },
        );
        if letters.len() >= MIN_BYTES && furniture.lines.len() < MAX_LINES {
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
    // What only a line of furniture said is new where the text says it.
    folds.retain(|(_, fold)| !reading.is_furniture(&fold.of));
    sort_in(&mut with, folds);
    let words = |folds: &[Fold]| folds.iter().map(|fold| fold.words).sum::<u32>();
    for ((paragraph, own), with) in reading.paragraphs.iter().zip(paragraphs).zip(with) {
        if !paragraph.class.is_furniture() && words(&with) > words(own) {
            *own = with;
        }
    }
}
