//! From keys to one line of logical text with a caret; drawing it in visual order is the screen's work.
//!
//! The caret is a byte offset on a char border. Deleting works on logical text: Backspace takes one
//! char, so a haraka goes before its letter. In a line that begins right to left, the left
//! arrow goes forward in the text.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::{Direction, direction_of};

/// One line of text being edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    /// Byte offset, always on a char border.
    caret: usize,
}

impl LineEdit {
    /// A line holding `text`, the caret at its end.
    pub fn new(text: &str) -> LineEdit {
        LineEdit {
            text: text.to_owned(),
            caret: text.len(),
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte before which the next letter goes.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Inserts typed or pasted text; controls and bidi controls are left out, line ends are spaces.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .map(|c| {
                if matches!(c, '\n' | '\r' | '\t') {
                    ' '
                } else {
                    c
                }
            })
            .filter(|&c| !c.is_control() && !is_bidi_control(c))
            .collect();
        self.text.insert_str(self.caret, &clean);
        self.caret += clean.len();
    }

    /// Deletes the char before the caret.
    pub fn delete_back(&mut self) {
        if let Some(c) = self.before().chars().next_back() {
            self.caret -= c.len_utf8();
            self.text.remove(self.caret);
        }
    }

    /// Deletes the grapheme cluster after the caret.
    pub fn delete_forward(&mut self) {
        let end = self.next_border();
        self.text.drain(self.caret..end);
    }

    /// Deletes the word before the caret and the space after it.
    pub fn delete_word(&mut self) {
        let kept = self.before().trim_end();
        let start = kept
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        self.text.drain(start..self.caret);
        self.caret = start;
    }

    pub fn delete_to_start(&mut self) {
        self.text.drain(..self.caret);
        self.caret = 0;
    }

    pub fn delete_to_end(&mut self) {
        self.text.truncate(self.caret);
    }

    pub fn home(&mut self) {
        self.caret = 0;
    }

    pub fn end(&mut self) {
        self.caret = self.text.len();
    }

    /// One grapheme cluster to the left, by the direction the line begins in.
    pub fn left(&mut self) {
        if self.is_rtl() {
            self.forward();
        } else {
            self.backward();
        }
    }

    /// One grapheme cluster to the right, by the direction the line begins in.
    pub fn right(&mut self) {
        if self.is_rtl() {
            self.backward();
        } else {
            self.forward();
        }
    }

    fn forward(&mut self) {
        self.caret = self.next_border();
    }

    fn backward(&mut self) {
        self.caret = self
            .before()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at);
    }

    fn is_rtl(&self) -> bool {
        direction_of(&self.text) == Some(Direction::Rtl)
    }

    fn before(&self) -> &str {
        self.text.get(..self.caret).unwrap_or("")
    }

    fn next_border(&self) -> usize {
        GraphemeCursor::new(self.caret, self.text.len(), true)
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the caret.
    #[track_caller]
    fn check(before: &str, edit: impl Fn(&mut LineEdit), after: &str) {
        let caret = before.find('|').unwrap();
        let mut line = LineEdit {
            text: before.replace('|', ""),
            caret,
        };
        edit(&mut line);
        let mut shown = line.text.clone();
        shown.insert(line.caret, '|');
        assert_eq!(shown, after);
    }

    #[test]
    fn typing_and_deleting_work_on_logical_text() {
        check("مينا|", |l| l.insert("ء"), "ميناء|");
        check("مي|ء", |l| l.insert("نا"), "مينا|ء");
        check("كَ|", LineEdit::delete_back, "ك|");
        check("ك|َب", LineEdit::delete_forward, "ك|ب");
        check("|كَب", LineEdit::delete_forward, "|ب");
        check("|", LineEdit::delete_back, "|");
        check("ميناء قديم |", LineEdit::delete_word, "ميناء |");
        check("ميناء قد|يم", LineEdit::delete_to_start, "|يم");
        check("ميناء قد|يم", LineEdit::delete_to_end, "ميناء قد|");
    }

    #[test]
    fn arrows_go_where_they_point() {
        check("ab|c", LineEdit::left, "a|bc");
        check("ab|c", LineEdit::right, "abc|");
        check("مي|نا", LineEdit::left, "مين|ا");
        check("مي|نا", LineEdit::right, "م|ينا");
        check("|مي", LineEdit::right, "|مي");
    }

    #[test]
    fn pasted_text_loses_controls_and_keeps_one_line() {
        check("|", |l| l.insert("a\nb\u{1b}[31m\u{202e}c"), "a b[31mc|");
    }
}
