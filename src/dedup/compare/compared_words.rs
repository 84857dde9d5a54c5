//! A version in, its words as they are compared out: titles apart from the body, repeats and furniture left out.

use std::ops::Range;

use crate::dedup::Folds;
use crate::dedup::border::Strength;
use crate::dedup::within::is_folded;
use crate::dedup::word_stream::{StreamToken, WordStream};

/// Words of one version in reading order. Positions in it count words.
pub(super) struct ComparedWords<'a> {
    stream: &'a WordStream,
    /// Indices of the stream's tokens, in order.
    tokens: Vec<usize>,
    /// The letters of each word.
    pub(super) words: Vec<&'a [u8]>,
}

/// The titles and the body of a version.
pub(super) fn runs<'a>(stream: &'a WordStream, folds: &Folds) -> [ComparedWords<'a>; 2] {
    let mut titles = stream.titles.iter().peekable();
    let mut runs = [Vec::new(), Vec::new()];
    for (index, token) in stream.tokens.iter().enumerate() {
        while titles.next_if(|title| title.end <= index).is_some() {}
        let in_title = titles.peek().is_some_and(|title| title.start <= index);
        let place = token.paragraph.map(|p| (p, token.bytes.start));
        if !place.is_some_and(|(p, byte)| is_folded(&folds.paragraphs, p, byte)) {
            runs[usize::from(!in_title)].push(index);
        }
    }
    runs.map(|tokens| ComparedWords::new(stream, tokens))
}

impl<'a> ComparedWords<'a> {
    fn new(stream: &'a WordStream, tokens: Vec<usize>) -> ComparedWords<'a> {
        let found = tokens.iter().filter_map(|&index| stream.tokens.get(index));
        let words = found.map(|token| stream.word(token)).collect();
        ComparedWords {
            stream,
            tokens,
            words,
        }
    }

    /// The word at a position, as the stream has it.
    pub(super) fn token(&self, position: usize) -> Option<&'a StreamToken> {
        self.stream.tokens.get(*self.tokens.get(position)?)
    }

    /// The border before a position.
    pub(super) fn strength(&self, position: usize) -> Strength {
        let index = self.tokens.get(position).copied();
        index.map_or(Strength::Paragraph, |index| self.stream.strength(index))
    }

    /// Paragraphs, or what is left of them without repeats: stretches of positions, in order.
    pub(super) fn pieces(&self) -> Vec<Range<usize>> {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for (position, &index) in self.tokens.iter().enumerate() {
            let follows =
                position > 0 && self.tokens.get(position - 1) == index.checked_sub(1).as_ref();
            match pieces.last_mut() {
                Some(last) if follows && !self.stream.begins(index) => last.end = position + 1,
                _ => pieces.push(position..position + 1),
            }
        }
        pieces
    }
}
