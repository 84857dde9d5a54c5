//! Passages and their matches in, one row of chars out: with white space evened and sentences known.

use std::ops::Range;

/// Sign where text was left out.
pub(super) const ELLIPSIS: char = '…';

/// Passages one after the other. All positions are chars.
#[derive(Debug, Default)]
pub(super) struct Strip {
    pub(super) chars: Vec<char>,
    /// In order, not overlapping.
    pub(super) marks: Vec<StripMatch>,
    /// Between sentences, in order; the first is before the first sentence.
    pub(super) borders: Vec<SentenceBorder>,
}

/// A match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StripMatch {
    pub(super) chars: Range<usize>,
    /// Which word of the query it answers.
    pub(super) word: usize,
}

/// Where one sentence ends and the next begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct SentenceBorder {
    pub(super) end: usize,
    pub(super) start: usize,
}

impl Strip {
    /// Adds a passage, with an ellipsis before it where something `left_out` stands between it and
    /// the last one. The marks are byte ranges of the passage, in order.
    pub(super) fn add(
        &mut self,
        passage: &str,
        marks: impl Iterator<Item = (Range<usize>, usize)>,
        left_out: bool,
    ) {
        let end = self.chars.len();
        if passage.trim().is_empty() {
            return;
        }
        if end > 0 {
            self.chars.push(' ');
            if left_out {
                self.chars.extend([ELLIPSIS, ' ']);
            }
        }
        let start = self.chars.len();
        self.borders.push(SentenceBorder { end, start });
        let mut marks = marks.peekable();
        let mut open = None;
        let mut sentence = TextSentence::default();
        let mut blank = false;
        for (byte, c) in passage.char_indices() {
            if c.is_whitespace() {
                blank = self.chars.len() > start;
                continue;
            }
            if blank {
                let end = self.chars.len();
                self.chars.push(' ');
                if sentence.ended {
                    self.borders.push(SentenceBorder {
                        end,
                        start: end + 1,
                    });
                }
                sentence = TextSentence::default();
                blank = false;
            }
            while marks.peek().is_some_and(|(span, _)| span.start < byte) {
                marks.next();
            }
            if let Some((span, word)) = marks.next_if(|(span, _)| span.start == byte) {
                open = Some((self.chars.len(), span.end, word));
            }
            self.chars.push(c);
            sentence.goes_on(c);
            if let Some((from, _, word)) = open.take_if(|(_, to, _)| *to <= byte + c.len_utf8()) {
                let chars = from..self.chars.len();
                self.marks.push(StripMatch { chars, word });
            }
        }
    }
}

/// What of a sentence's end is known after a char.
#[derive(Clone, Copy, Default)]
struct TextSentence {
    /// Letters and digits of the word; of more than one no more are counted.
    letters: usize,
    ended: bool,
}

impl TextSentence {
    fn goes_on(&mut self, c: char) {
        match c {
            // «د. سعاد» goes on.
            '.' if self.letters == 1 => {}
            '.' | '!' | '?' | '؟' | '۔' | ELLIPSIS => self.ended = true,
            '"' | '»' | '”' | '\'' | '’' | ')' | ']' => {}
            c => {
                self.ended = false;
                // To see whether a char is one takes time; it matters only whether there is more than one.
                if self.letters < 2 {
                    self.letters += usize::from(c.is_alphanumeric());
                }
            }
        }
    }
}
