//! An article in, its words out as one run of bytes without white space, and the place of each word.
//!
//! Without white space `و أمريكا` equals `وأمريكا`, and a word split or glued by an editor still
//! matches. Two numbers side by side are kept apart, so that `12 5` is not `125`. Furniture is left
//! out; where it stood, the words around are marked, for a repeat may not point across it.

use std::ops::Range;

use super::border::{Before, Border, Strength, border};
use super::variants::canonical;
use crate::corpus::article::{Class, Paragraph};
use crate::text::normalize::{Word, words};

/// Keeps neighbouring numbers apart; no normalised word contains it.
const NUMBER_GAP: u8 = 0x1F;

/// What lies between a word and the one before it in the stream, other than the border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// Nothing: the words are neighbours in reading.
    None,
    /// The end of the title field; the words still are neighbours.
    Title,
    /// Furniture.
    Furniture,
}

/// One word of the article.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its bytes in the stream.
    pub(super) stream: Range<usize>,
    /// Its bytes in the text or title, with the punctuation that belongs to it where a border is.
    pub(super) bytes: Range<usize>,
    /// The paragraph it stands in; `None` is the title field.
    pub(super) paragraph: Option<usize>,
    /// The border before it.
    pub(super) strength: Strength,
    pub(super) seam: Seam,
}

/// The words of an article, title first, furniture left out.
#[derive(Debug, Default)]
pub(super) struct Stream {
    pub(super) bytes: Vec<u8>,
    pub(super) tokens: Vec<Token>,
    /// Token ranges of the title field and the paragraphs that are titles.
    pub(super) titles: Vec<Range<usize>>,
}

impl Stream {
    pub(super) fn read(title: Option<&str>, text: &str, paragraphs: &[Paragraph]) -> Stream {
        let mut stream = Stream {
            bytes: Vec::with_capacity(text.len()),
            tokens: Vec::with_capacity(text.len() / 8),
            titles: Vec::new(),
        };
        let mut seam = Seam::None;
        if let Some(title) = title {
            let read = stream.section(title, 0, None, seam);
            stream.titles.push(read);
            seam = Seam::Title;
        }
        for (index, paragraph) in paragraphs.iter().enumerate() {
            if paragraph.class.is_furniture() {
                seam = Seam::Furniture;
                continue;
            }
            let source = text.get(paragraph.bytes.clone()).unwrap_or("");
            let read = stream.section(source, paragraph.bytes.start, Some(index), seam);
            if read.is_empty() {
                continue;
            }
            seam = Seam::None;
            if paragraph.class == Class::Title {
                stream.titles.push(read);
            }
        }
        stream
    }

    /// Words outside the title field.
    pub(super) fn text_words(&self) -> usize {
        self.tokens.len() - self.tokens.partition_point(|t| t.paragraph.is_none())
    }

    /// The border before token `index`; the end of the stream is one.
    pub(super) fn strength(&self, index: usize) -> Strength {
        self.tokens
            .get(index)
            .map_or(Strength::Paragraph, |t| t.strength)
    }

    /// Whether a paragraph begins with token `index`; at the end of the stream the next would.
    pub(super) fn begins(&self, index: usize) -> bool {
        self.strength(index) == Strength::Paragraph
    }

    /// Appends a paragraph or the title, whose first byte is `base` in its source; returns its tokens.
    fn section(
        &mut self,
        source: &str,
        base: usize,
        paragraph: Option<usize>,
        seam: Seam,
    ) -> Range<usize> {
        let first = self.tokens.len();
        let mut before = Before::default();
        let mut end = 0;
        words(source, |word| {
            let start = self.tokens.len() == first;
            let cut = if start {
                Border {
                    strength: Strength::Paragraph,
                    tail: 0,
                    lead: 0,
                }
            } else {
                border(source.get(end..word.start).unwrap_or(""), before, &word)
            };
            if let Some(last) = self.tokens.last_mut().filter(|_| !start) {
                last.bytes.end = base + end + cut.tail;
            }
            let stream = self.append(&word);
            self.tokens.push(Token {
                stream,
                bytes: base + end + cut.lead..base + word.end,
                paragraph,
                strength: cut.strength,
                seam: if start { seam } else { Seam::None },
            });
            before = before.then(&word);
            end = word.end;
        });
        if let Some(last) = self.tokens.last_mut().filter(|t| t.paragraph == paragraph) {
            last.bytes.end = base + source.len();
        }
        first..self.tokens.len()
    }

    fn append(&mut self, word: &Word<'_>) -> Range<usize> {
        let number = word
            .norm
            .starts_with(|c: char| matches!(c, '0'..='9' | '+' | '-'));
        if number && self.bytes.last().is_some_and(u8::is_ascii_digit) {
            self.bytes.push(NUMBER_GAP);
        }
        let start = self.bytes.len();
        match canonical(word.norm) {
            Some((prefix, stem)) => {
                self.bytes.extend_from_slice(prefix.as_bytes());
                self.bytes.extend_from_slice(stem.as_bytes());
            }
            None => self.bytes.extend_from_slice(word.norm.as_bytes()),
        }
        start..self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Paragraph, Stream, Strength};
    use crate::corpus::article::Class;

    /// The first words, each with what belongs to it: `|` is a sentence's border, `/` a weak one.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let paragraph = Paragraph {
            bytes: 0..text.len(),
            class: Class::Text,
        };
        let stream = Stream::read(None, text, &[paragraph]);
        let parts = stream.tokens.iter().map(|token| {
            let border = match token.strength {
                Strength::None => " ",
                Strength::Weak => "/",
                Strength::Sentence => "|",
                Strength::Paragraph => "",
            };
            format!("{border}{}", text.get(token.bytes.clone()).unwrap_or("?"))
        });
        assert_eq!(parts.collect::<String>(), expected);
    }

    #[test]
    fn sentences() {
        check("نعم. لا", "نعم.|لا");
        check("قال: «نعم». «لا»، ثم", "قال نعم».|«لا ثم");
        check("نعم؟! لا…  ربما", "نعم؟!|لا…|ربما");
        check("نعم .لا", "نعم .|لا");
        check("- نعم.", "- نعم.");
    }

    #[test]
    fn glued_sentences() {
        check("السنة.وقال", "السنة.|وقال");
        check("السنة».«وقال", "السنة».|«وقال");
        check("السنة...وقال", "السنة.../وقال");
        check("البث HD.وقال", "البث HD./وقال");
        check("السنة.2- وقال", "السنة./2 وقال");
        check("www.example.com", "www example com");
    }

    #[test]
    fn dots_that_end_nothing() {
        check("د. سعاد", "د سعاد");
        check("عام 1436هـ. وفي", "عام 1436 هـ.|وفي");
        check("إلى 3 .2 في", "إلى 3 2 في");
        check("عام 2015. 12 يوما", "عام 2015 12 يوما");
        check("3.5", "3.5");
        check("قناة بي.بي.سي أمس", "قناة بي بي سي أمس");
    }

    #[test]
    fn weak_borders() {
        check("نعم  لا", "نعم/لا");
        check("نعم - لا", "نعم/لا");
        check("نعم، لا", "نعم لا");
        check("نعم-لا", "نعم لا");
    }
}
