//! An article in, its words out as one run of bytes without white space, and the place of each word.
//!
//! Without white space `و أمريكا` equals `وأمريكا`, and a word split or glued by an editor still
//! matches. Two numbers side by side are kept apart, so that `12 5` is not `125`. Furniture is left
//! out, unless it is asked for; where it stood, the words around are marked, for a repeat may not point
//! across it.

use std::ops::Range;

use super::ArticleText;
use super::border::{Strength, WordBefore, WordBorder, border};
use super::punctuation::{Cue, CueSet};
use super::spelling_variants::canonical;
use crate::corpus::article::Class;
use crate::text::normalize::{Word, words};

/// Keeps neighbouring numbers apart; no normalised word contains it.
const NUMBER_GAP: u8 = 0x1F;

/// Most words that the label of a link has before the title it names: `رابط الخبر كما نشره الموقع: …`.
const MAX_LINK_LABEL_WORDS: usize = 8;
/// First words of a link's label, in their normal spelling; written by hand.
const LINK_LABELS: [&[u8]; 6] = [
    "رابط".as_bytes(),
    "الرابط".as_bytes(),
    "لينك".as_bytes(),
    "عنوان".as_bytes(),
    "العنوان".as_bytes(),
    b"link",
];

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

/// Whether the words of furniture are part of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FurnitureWords {
    Included,
    LeftOut,
}

/// One word of the article.
#[derive(Clone, Debug)]
pub(super) struct StreamToken {
    /// Its bytes in the stream.
    pub(super) stream: Range<usize>,
    /// Its bytes in the text or title, with the punctuation that belongs to it where a border is.
    pub(super) bytes: Range<usize>,
    /// Its bytes without any punctuation.
    pub(super) word: Range<usize>,
    /// The paragraph it stands in; `None` is the title field.
    pub(super) paragraph: Option<usize>,
    /// The border before it.
    pub(super) strength: Strength,
    pub(super) seam: Seam,
    pub(super) cues: CueSet,
}

/// The words of an article, title first.
#[derive(Debug, Default)]
pub(super) struct WordStream {
    pub(super) bytes: Vec<u8>,
    pub(super) tokens: Vec<StreamToken>,
    /// Token ranges of the title field and the paragraphs that are titles.
    pub(super) titles: Vec<Range<usize>>,
}

impl WordStream {
    /// A line by itself.
    pub(super) fn of_line(line: &str) -> WordStream {
        let mut stream = WordStream::default();
        stream.section(line, 0, Some(0), Seam::None);
        stream
    }

    /// The words of an article without its furniture.
    pub(super) fn read(article: ArticleText<'_>) -> WordStream {
        WordStream::of(article, FurnitureWords::LeftOut)
    }

    /// The words of an article, with or without its furniture.
    pub(super) fn of(article: ArticleText<'_>, furniture: FurnitureWords) -> WordStream {
        let ArticleText {
            title,
            text,
            paragraphs,
        } = article;
        let mut stream = WordStream {
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
            if paragraph.class.is_furniture() && furniture == FurnitureWords::LeftOut {
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

    /// Whether some tokens are a title, or the greater part of one that is set off: `… | المرسى`.
    pub(super) fn is_title(&self, tokens: &Range<usize>) -> bool {
        let set_off = |at: usize| {
            let announced = |t: &StreamToken| t.cues.has(Cue::Announced);
            self.strength(at) >= Strength::Weak || self.tokens.get(at).is_some_and(announced)
        };
        self.titles.iter().any(|title| {
            let inside = title.start <= tokens.start && tokens.end <= title.end;
            inside
                && tokens.len() * 2 >= title.len()
                && (tokens.start == title.start || set_off(tokens.start))
                && (tokens.end == title.end || set_off(tokens.end))
        })
    }

    /// Whether the sentence of token `at` begins as the label of a link does.
    pub(super) fn is_link(&self, at: usize) -> bool {
        let before = self.tokens.get(..=at).unwrap_or(&[]);
        let label = before
            .iter()
            .rev()
            .take(MAX_LINK_LABEL_WORDS)
            .find(|t| t.strength >= Strength::Sentence);
        label.is_some_and(|token| LINK_LABELS.contains(&self.word(token)))
    }

    /// The first token outside the title field.
    pub(super) fn text_start(&self) -> usize {
        self.tokens.partition_point(|t| t.paragraph.is_none())
    }

    /// Words outside the title field.
    pub(super) fn text_words(&self) -> usize {
        self.tokens.len() - self.text_start()
    }

    /// The letters of a word as the stream has them.
    pub(super) fn word(&self, token: &StreamToken) -> &[u8] {
        self.bytes.get(token.stream.clone()).unwrap_or(&[])
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
        let mut before = WordBefore::default();
        let mut end = 0;
        words(source, |word| {
            let start = self.tokens.len() == first;
            let gap = source.get(end..word.start).unwrap_or("");
            let cut = if start {
                WordBorder {
                    strength: Strength::Paragraph,
                    tail: 0,
                    lead: 0,
                }
            } else {
                border(gap, before, &word)
            };
            let mut cues = CueSet::default();
            if let Some(last) = self.tokens.last_mut().filter(|_| !start) {
                last.bytes.end = base + end + cut.tail;
                let alone = last.strength >= Strength::Weak || last.cues.has(Cue::Announced);
                let number = before.is_number() && alone;
                (last.cues, cues) = last.cues.between(gap, number);
            }
            cues = cues.after(gap, cut.strength);
            let stream = self.append(&word);
            self.tokens.push(StreamToken {
                stream,
                bytes: base + end + cut.lead..base + word.end,
                word: base + word.start..base + word.end,
                paragraph,
                strength: cut.strength,
                seam: if start { seam } else { Seam::None },
                cues,
            });
            before = before.then(&word);
            end = word.end;
        });
        if let Some(last) = self.tokens.last_mut().filter(|t| t.paragraph == paragraph) {
            last.bytes.end = base + source.len();
            last.cues = last.cues.at_end(source.get(end..).unwrap_or(""));
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
    use super::{ArticleText, Strength, WordStream};
    use crate::corpus::article::{Class, Paragraph};

    /// The first words, each with what belongs to it: `|` is a sentence's border, `/` a weak one.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let paragraph = Paragraph {
            bytes: 0..text.len(),
            class: Class::Text,
        };
        let stream = WordStream::read(ArticleText {
            title: None,
            text,
            paragraphs: &[paragraph],
        });
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
