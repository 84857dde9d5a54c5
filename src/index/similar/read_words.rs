//! A title and passages in, the words of them that are read out, each with how much it counts.
//!
//! To find one word is to wait for memory again and again. The words are found one after another, with nothing
//! done between: then the processor waits for several at a time.

use super::super::lexicon::{Lexicon, WordNo};
use super::super::tokenizer::head;
use super::{LEAD_TIMES, LEAD_WORDS, MAX_READ_WORDS, PIECE_BYTES, ProfileText, TITLE_TIMES};
use crate::analysis;

/// The words of an article that are read: those of the title, then of the passages.
#[derive(Default)]
pub(super) struct ReadWords {
    /// Their terms, end to end.
    letters: String,
    /// Where each ends.
    ends: Vec<usize>,
    /// How many are of the title.
    in_title: usize,
}

impl ReadWords {
    pub(super) fn of(own: &ProfileText<'_>) -> ReadWords {
        let mut words = ReadWords::default();
        words.read(own.title);
        words.in_title = words.ends.len();
        for passage in &own.passages {
            // No word goes on after a blank: a long passage is read as far as it counts.
            for piece in pieces(passage) {
                if words.ends.len() - words.in_title >= MAX_READ_WORDS {
                    return words;
                }
                words.read(piece);
            }
        }
        words
    }

    /// Reads on, as far as words count.
    fn read(&mut self, text: &str) {
        let end = self.in_title + MAX_READ_WORDS;
        analysis::words(text, |_, spelling| {
            if self.ends.len() < end {
                self.letters.push_str(head(spelling));
                self.ends.push(self.letters.len());
            }
        });
    }

    /// The numbers of all; `None` where no article holds one.
    pub(super) fn numbers(&self, lexicon: &Lexicon) -> Vec<Option<WordNo>> {
        let mut from = 0;
        let numbers = self.ends.iter().map(|&end| {
            let term = self.letters.get(from..end).unwrap_or("");
            from = end;
            lexicon.number(term)
        });
        numbers.collect()
    }

    /// How many are of the title.
    pub(super) fn in_title(&self) -> usize {
        self.in_title
    }

    /// How many times each counts.
    pub(super) fn times(&self) -> impl Iterator<Item = f32> {
        let title = std::iter::repeat_n(TITLE_TIMES, self.in_title);
        let lead = std::iter::repeat_n(LEAD_TIMES, LEAD_WORDS);
        title.chain(lead).chain(std::iter::repeat(1.0))
    }
}

/// A text cut at blanks.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let from = rest.len().min(PIECE_BYTES);
        let blank = rest
            .as_bytes()
            .get(from..)
            .and_then(|after| memchr::memchr(b' ', after));
        let end = blank.map_or(rest.len(), |at| from + at);
        let piece = rest.get(..end).filter(|piece| !piece.is_empty())?;
        rest = rest.get(end..).unwrap_or("");
        Some(piece)
    })
}
