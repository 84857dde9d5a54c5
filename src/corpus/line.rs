//! Takes one paragraph, gives what the recognisers need of it: tokens, dates, length, bullet.
//!
//! Only the head (and, near the end of an article, the tail) of a long paragraph is tokenised:
//! what tells source and date stands there, and a megabyte of prose must cost nothing.

use std::ops::Range;

use super::date_text::{FoundDate, scan};
use super::token::{Token, TokenKind, tokenize};

/// Bytes up to which a paragraph is a line: looked at whole.
const SHORT: usize = 320;
/// Bytes of a long paragraph that are looked at.
const HEAD: usize = 280;

/// A paragraph, or the head or tail of one, in tokens.
#[derive(Debug)]
pub struct TokenizedLine<'a> {
    /// The part that was tokenised.
    pub text: &'a str,
    /// Characters in `text`.
    pub chars: usize,
    pub tokens: Vec<Token>,
    pub dates: Vec<FoundDate>,
    /// Begins with a bullet.
    pub bullet: bool,
}

/// Whether a paragraph is short enough to be a line of furniture.
pub fn is_short(paragraph: &str) -> bool {
    paragraph.len() <= SHORT
}

impl<'a> TokenizedLine<'a> {
    /// The paragraph, or its first words.
    pub fn head(paragraph: &'a str) -> Self {
        let text = if is_short(paragraph) {
            paragraph
        } else {
            let end = (0..=HEAD).rev().find(|&i| paragraph.is_char_boundary(i));
            paragraph.get(..end.unwrap_or(0)).unwrap_or("")
        };
        TokenizedLine::new(text)
    }

    /// The paragraph's last words.
    pub fn tail(paragraph: &'a str) -> Self {
        let from = paragraph.len().saturating_sub(HEAD);
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

    /// Ends like a sentence, not like a heading.
    pub fn ends_sentence(&self) -> bool {
        ends_sentence(self.text)
    }
}

/// A full stop (not an ellipsis) ends the text.
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '»', '”', ')', ' ']);
    text.ends_with(['.', '۔', '。']) && !text.ends_with("..")
}
