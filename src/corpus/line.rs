//! Takes one paragraph, gives what recognition of lines needs of it: tokens, dates, length, bullet.
//!
//! Only the head of a long paragraph is tokenised (and, near the end of an article, the tail): source
//! and date stand there, and the cost of a paragraph of a megabyte has to be bounded.

use std::ops::Range;

use super::date_text::{FoundDate, scan};
use super::token::{Token, TokenKind, tokenize};

/// Longest paragraph that is looked at whole, in bytes: some 170 Arabic letters; longer ones are prose.
const MAX_LINE_BYTES: usize = 320;
/// Bytes at the start or end of a long paragraph that are looked at: a dateline with two dates fits.
const EDGE_BYTES: usize = 280;

/// A paragraph, or the head or tail of one, in tokens.
#[derive(Debug)]
pub struct TokenizedLine<'a> {
    /// The part that was tokenised.
    pub text: &'a str,
    /// Characters in `text`.
    pub chars: usize,
    pub tokens: Vec<Token>,
    pub dates: Vec<FoundDate>,
    /// Whether it begins with a bullet.
    pub bullet: bool,
}

/// Whether a paragraph is short enough to be a line of furniture.
pub fn is_short(paragraph: &str) -> bool {
    paragraph.len() <= MAX_LINE_BYTES
}

impl<'a> TokenizedLine<'a> {
    /// The whole paragraph, or the first words of a long one.
    pub fn head(paragraph: &'a str) -> Self {
        let text = if is_short(paragraph) {
            paragraph
        } else {
            let end = (0..=EDGE_BYTES)
                .rev()
                .find(|&i| paragraph.is_char_boundary(i));
            paragraph.get(..end.unwrap_or(0)).unwrap_or("")
        };
        TokenizedLine::new(text)
    }

    /// The last words of a paragraph.
    pub fn tail(paragraph: &'a str) -> Self {
        let from = paragraph.len().saturating_sub(EDGE_BYTES);
        let start = (from..paragraph.len()).find(|&i| paragraph.is_char_boundary(i));
        TokenizedLine::new(paragraph.get(start.unwrap_or(0)..).unwrap_or(paragraph))
    }

    fn new(text: &'a str) -> Self {
        let tokens = tokenize(text);
        let dates = scan(&tokens);
        let bullet = tokens.first().is_some_and(|t| {
            matches!(
                t.kind,
                TokenKind::Mark('•' | '●' | '▪' | '■' | '◾' | '·' | '○' | '◦' | '▫' | '□' | '‣')
            )
        });
        TokenizedLine {
            text,
            chars: text.chars().count(),
            tokens,
            dates,
            bullet,
        }
    }

    /// The text of a run of tokens.
    pub fn slice(&self, tokens: Range<usize>) -> Option<&'a str> {
        let start = self.tokens.get(tokens.start)?.bytes.start;
        let end = self.tokens.get(tokens.end.checked_sub(1)?)?.bytes.end;
        self.text.get(start..end)
    }

    /// Whether the text ends like a sentence and not like a heading.
    pub fn ends_sentence(&self) -> bool {
        ends_sentence(self.text)
    }
}

/// Whether a full stop (no ellipsis) ends the text.
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '»', '”', ')', ' ']);
    text.ends_with(['.', '۔', '。']) && !text.ends_with("..")
}
