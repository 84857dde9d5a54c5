//! A long text in, the parts in which it is laid out out.
//!
//! Analysing a paragraph takes time and memory by its length, and a book in one paragraph is not read at
//! once. What is longer than [`MAX_PART_BYTES`] is laid out in parts. Where part `n` begins depends only on
//! the text around `n` times [`STEP_BYTES`], so that the end of a book is found without its beginning.
//!
//! A part ends behind a sentence, else behind white space, else between grapheme clusters (UAX #29), as near
//! to its limit as there is one; within reach of it, where no isolate or embedding is open if there is such
//! a place.
//!
//! # What UAX #9 would do otherwise
//!
//! Every part is laid out in the direction of the whole (rule HL1), as a paragraph of its own. Nothing
//! within a part that has strong letters between itself and the cut is shown otherwise than in the whole
//! paragraph, but across the cut these rules do not look:
//!
//! - N1, N2: neutrals at the cut (the full stop of the sentence before it) stand beside the edge of the
//!   paragraph instead of beside the letter on the other side. Between two English sentences of an Arabic
//!   paragraph, the full stop before the cut stands at the left of its sentence.
//! - W1, W2, W4 to W7: a number right behind the cut does not know whether Arabic or Latin letters stood
//!   before it; its digits keep their order, a sign beside them may change its side.
//! - N0, BD16: brackets that open before and close behind the cut are no pair.
//! - X1 to X8, BD9: an isolate or embedding that is open at the cut ends there; its rest is in the direction
//!   of the paragraph.
//!
//! Lines break as in a paragraph that ends at the cut, so the line before it may be short, and letters on
//! both sides of a cut within a word do not join.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::head;
use super::sanitise::{self, Glyph};

/// Bytes of the longest part: laying it out takes a few milliseconds and some 2 MB.
pub const MAX_PART_BYTES: usize = 64 * 1024;
/// Bytes from one limit to the next.
pub const STEP_BYTES: usize = 48 * 1024;
/// Bytes before a limit in which the place to cut is looked for: with a step they are a part at most.
const REACH_BYTES: usize = MAX_PART_BYTES - STEP_BYTES;

/// Number of parts of a text by its length in bytes; at least 1.
pub fn part_count(bytes: usize) -> usize {
    if bytes <= MAX_PART_BYTES {
        1
    } else {
        bytes.div_ceil(STEP_BYTES)
    }
}

/// The bytes of one part of a text.
pub fn part(text: &str, index: usize) -> Range<usize> {
    cut_before(text, index)..cut_before(text, index + 1)
}

/// The part in which a byte of a text stands; the last for a byte behind the text.
pub fn part_at(text: &str, byte: usize) -> usize {
    let last = part_count(text.len()) - 1;
    let index = (byte / STEP_BYTES).min(last);
    if index < last && byte >= cut_before(text, index + 1) {
        index + 1
    } else {
        index
    }
}

/// The byte at which a part begins.
fn cut_before(text: &str, index: usize) -> usize {
    if index == 0 {
        return 0;
    }
    if index >= part_count(text.len()) {
        return text.len();
    }
    cut_near(text, index * STEP_BYTES)
}

/// The best byte to cut a text at or not far before another; 0 where its beginning is as near.
pub fn cut_near(text: &str, byte: usize) -> usize {
    let limit = head(text, byte).len();
    if limit <= REACH_BYTES {
        return 0;
    }
    // One character more than the reach may be cut away, so that no part is too long.
    let start = head(text, limit - REACH_BYTES + 4).len();
    let reach = text.get(start..limit).unwrap_or_default();
    let next = text.get(limit..).and_then(|rest| rest.chars().next());
    start + best_cut(reach, next)
}

/// The best place to cut in a stretch of text, behind its first character; `next` follows the stretch.
fn best_cut(reach: &str, next: Option<char>) -> usize {
    let mut cuts = Cuts::default();
    for (byte, c) in reach.char_indices() {
        cuts.push(byte, c);
    }
    if let Some(next) = next {
        cuts.push(reach.len(), next);
    }
    cuts.best().unwrap_or_else(|| {
        let last = reach.grapheme_indices(true).next_back();
        match last {
            Some((byte, _)) if byte > 0 => byte,
            _ => reach.len(),
        }
    })
}

/// The places found so far, of each kind the last.
#[derive(Default)]
struct Cuts {
    outside: CutPlaces,
    /// Within an isolate or embedding.
    inside: CutPlaces,
    /// What is open, innermost last: whether it is an isolate.
    open: Vec<bool>,
    /// A sentence has ended, and only closing marks and white space stand behind its end.
    sentence_ended: bool,
    after_blank: bool,
}

#[derive(Clone, Copy, Default)]
struct CutPlaces {
    sentence: Option<usize>,
    blank: Option<usize>,
}

impl CutPlaces {
    fn best(self) -> Option<usize> {
        self.sentence.or(self.blank)
    }
}

impl Cuts {
    fn best(&self) -> Option<usize> {
        self.outside.best().or_else(|| self.inside.best())
    }

    fn push(&mut self, byte: usize, c: char) {
        if self.after_blank && byte > 0 && begins_part(c) && !self.closes(c) {
            let places = if self.open.is_empty() {
                &mut self.outside
            } else {
                &mut self.inside
            };
            if self.sentence_ended {
                places.sentence = Some(byte);
            } else {
                places.blank = Some(byte);
            }
        }
        self.follow(c);
        match c {
            _ if c.is_whitespace() => self.after_blank = true,
            '.' | '!' | '?' | '…' | '؟' | '\u{6D4}' => {
                (self.sentence_ended, self.after_blank) = (true, false);
            }
            ')' | ']' | '}' | '"' | '\'' | '»' | '›' | '”' | '’' if !self.after_blank => {}
            '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}' | '\u{200B}'..='\u{200F}' => {}
            _ => (self.sentence_ended, self.after_blank) = (false, false),
        }
    }

    /// Whether `c` ends an isolate or embedding: a cut before it would leave it open.
    fn closes(&self, c: char) -> bool {
        matches!(c, '\u{2069}' | '\u{202C}') && !self.open.is_empty()
    }

    /// Keeps count of what is open.
    fn follow(&mut self, c: char) {
        match c {
            '\u{2066}'..='\u{2068}' => self.open.push(true),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => self.open.push(false),
            '\u{2069}' => match self.open.iter().rposition(|isolate| *isolate) {
                Some(opened) => self.open.truncate(opened),
                None => self.was_open(),
            },
            '\u{202C}' => match self.open.last() {
                Some(false) => {
                    self.open.pop();
                }
                Some(true) => {}
                None => self.was_open(),
            },
            _ => {}
        }
    }

    /// What is closed was opened before the stretch: all so far stood inside it.
    fn was_open(&mut self) {
        self.open.clear();
        let found = std::mem::take(&mut self.outside);
        self.inside = CutPlaces {
            sentence: found.sentence.or(self.inside.sentence),
            blank: found.blank.or(self.inside.blank),
        };
    }
}

/// Whether a part may begin with `c`: neither white space nor a mark of what stands before it.
fn begins_part(c: char) -> bool {
    !c.is_whitespace() && !matches!(sanitise::glyph(c), Glyph::Mark)
}

#[cfg(test)]
mod tests;
