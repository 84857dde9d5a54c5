//! From an article's passages and the words that match in them to the piece of text worth showing.
//!
//! The piece with the most different words of the query wins, then the one where they stand close,
//! then the one with more of them, then the earlier (`window`). It begins and ends with a sentence
//! where one does nearby, else with a word, and an ellipsis says that a sentence was cut. White space
//! is one blank each; where text was left out between two passages an ellipsis stands, so that no
//! snippet reads like a sentence that is not in the article.
//!
//! Invariants: never longer than asked, ellipses included; a match is given as chars of the snippet
//! and is the word as it is written there, harakat and tatweel and all; linear in the text.

mod strip;
mod window;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::forms::WordForms;
use super::highlight::Matcher;
use crate::analysis;
use strip::Strip;

/// A piece of a text and where the matches stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    pub text: String,
    /// Matches as char ranges in `text`, in order.
    pub matches: Vec<Range<usize>>,
}

/// Cuts snippets for what one query found.
pub struct Snippets<'a> {
    matcher: &'a Matcher,
    /// Which word of the query a spelling answers.
    words: FxHashMap<&'a str, usize>,
    /// How many words the query has; also the number of a spelling that was not counted.
    others: usize,
    /// Most chars of a snippet.
    chars: usize,
}

impl<'a> Snippets<'a> {
    /// For snippets of at most `chars` chars.
    pub fn new(matcher: &'a Matcher, words: &'a [WordForms], chars: usize) -> Snippets<'a> {
        let forms = words.iter().enumerate().rev();
        let spelled = forms.flat_map(|(number, word)| {
            let spellings = word.forms.iter().map(|form| form.spelling.as_str());
            spellings.map(move |spelling| (spelling, number))
        });
        Snippets {
            matcher,
            words: spelled.collect(),
            others: words.len(),
            chars,
        }
    }

    /// The best piece of these passages (byte ranges of `text`, in order); `None` where nothing in
    /// them matches.
    pub fn matching(&self, text: &str, passages: &[Range<usize>]) -> Option<Snippet> {
        let strip = self.strip(text, passages);
        let held = window::densest(&strip.marks, window::room(self.chars), self.others + 1)?;
        Some(window::cut(&strip, held, self.chars))
    }

    /// How these passages begin.
    pub fn beginning(&self, text: &str, passages: &[Range<usize>]) -> Snippet {
        window::cut(&self.strip(text, passages), 0..0, self.chars)
    }

    fn strip(&self, text: &str, passages: &[Range<usize>]) -> Strip {
        let mut strip = Strip::default();
        let mut end = 0;
        for bytes in passages {
            let Some(passage) = text.get(bytes.clone()) else {
                continue;
            };
            let between = text.get(end..bytes.start).unwrap_or("");
            let marks = self.matcher.spans(passage).into_iter().map(|span| {
                let word = self.word(passage.get(span.clone()).unwrap_or(""));
                (span, word)
            });
            strip.add(passage, marks, !between.trim().is_empty());
            end = bytes.end;
        }
        strip
    }

    /// The number of the query's word that this word of a text answers.
    fn word(&self, written: &str) -> usize {
        let mut number = self.others;
        analysis::words(written, |_, spelling| {
            number = self.words.get(spelling).copied().unwrap_or(self.others);
        });
        number
    }
}

#[cfg(test)]
mod tests;
