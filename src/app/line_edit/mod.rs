//! From keys to one line of logical text with a caret; drawing it in visual order is the screen's work.
//!
//! The caret is a [`Caret`]: a byte offset on a char border, and which neighbour it belongs to. The
//! left and right arrows go where they point, over the characters as they stand on the screen; all
//! else works on logical text: Backspace takes one char, so a haraka goes before its letter, and words
//! are counted in the order they are read. Whatever moves it, the caret belongs to the character it
//! went over last, to a typed one after typing, and to the paragraph after Home and End.
//!
//! Invariant: the text holds no control and no bidi control, and no presentation form.

mod clean;
mod view;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::action::Action;
use crate::text::{Affinity, Caret, Direction, Options, Slots, head, input_line};
pub use view::LineView;

/// One line of text being edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    caret: Caret,
}

impl LineEdit {
    /// A line holding `text`, the caret at its end.
    pub fn new(text: &str) -> LineEdit {
        let mut line = LineEdit::default();
        line.insert(text);
        line
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the next letter goes.
    pub fn caret(&self) -> Caret {
        self.caret
    }

    /// Carries out a command that edits a line; others do nothing.
    pub fn edit(&mut self, action: Action, options: Options) {
        match action {
            Action::CaretLeft => self.left(options),
            Action::CaretRight => self.right(options),
            Action::CaretForward => self.forward(),
            Action::CaretBackward => self.backward(),
            Action::WordRight => self.word_right(options),
            Action::WordLeft => self.word_left(options),
            Action::WordForward => self.word_forward(),
            Action::WordBackward => self.word_backward(),
            Action::CaretHome => self.home(),
            Action::CaretEnd => self.end(),
            Action::DeleteBack => self.delete_back(),
            Action::DeleteForward => self.delete_forward(),
            Action::DeleteWord => self.delete_word(),
            Action::DeleteWordBackward => self.delete_word_backward(),
            Action::DeleteWordForward => self.delete_word_forward(),
            Action::DeleteToStart => self.delete_to_start(),
            Action::DeleteToEnd => self.delete_to_end(),
            _ => {}
        }
    }

    /// Inserts typed text; controls and bidi controls are left out, line ends are spaces, a
    /// presentation form (X11 sends one for lam-alef) is its letters.
    pub fn insert(&mut self, text: &str) {
        let clean = clean::typed(text);
        let room = clean::MAX_LINE_BYTES.saturating_sub(self.text.len());
        let clean = head(&clean, room);
        self.text.insert_str(self.caret.byte, clean);
        self.caret = Caret::before(self.caret.byte + clean.len());
    }

    /// Inserts pasted text, cleaned likewise. Returns whether it was in screen order and has been turned
    /// back.
    pub fn paste(&mut self, text: &str) -> bool {
        let pasted = clean::pasted(text);
        self.insert(&pasted.text);
        pasted.turned
    }

    /// Deletes the char before the caret.
    pub fn delete_back(&mut self) {
        let start = self.before().char_indices().next_back();
        self.delete(start.map_or(0, |(at, _)| at), self.caret.byte);
    }

    /// Deletes the grapheme cluster after the caret.
    pub fn delete_forward(&mut self) {
        self.delete(self.caret.byte, self.next_border());
    }

    /// Deletes what stands between the caret and the white space before it, and the space at the
    /// caret.
    pub fn delete_word(&mut self) {
        let kept = self.before().trim_end();
        let start = kept
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        self.delete(start, self.caret.byte);
    }

    /// Deletes to where [`LineEdit::word_backward`] goes.
    pub fn delete_word_backward(&mut self) {
        self.delete(self.word_start(), self.caret.byte);
    }

    /// Deletes to where [`LineEdit::word_forward`] goes.
    pub fn delete_word_forward(&mut self) {
        self.delete(self.caret.byte, self.word_end());
    }

    pub fn delete_to_start(&mut self) {
        self.delete(0, self.caret.byte);
    }

    pub fn delete_to_end(&mut self) {
        self.delete(self.caret.byte, self.text.len());
    }

    /// To the start of the text, and to that side of the paragraph.
    pub fn home(&mut self) {
        self.caret = Caret::before(0);
    }

    /// To the end of the text, and to that side of the paragraph.
    pub fn end(&mut self) {
        self.caret = Caret::after(self.text.len());
    }

    /// Over the character left of the caret on the screen.
    pub fn left(&mut self, options: Options) {
        self.caret = Slots::new(&self.text, options).left(self.caret);
    }

    /// Over the character right of the caret on the screen.
    pub fn right(&mut self, options: Options) {
        self.caret = Slots::new(&self.text, options).right(self.caret);
    }

    /// Over one grapheme cluster of the text.
    pub fn forward(&mut self) {
        self.caret = Caret::before(self.next_border());
    }

    /// Back over one grapheme cluster of the text.
    pub fn backward(&mut self) {
        let start = self.before().grapheme_indices(true).next_back();
        self.caret = Caret::after(start.map_or(0, |(at, _)| at));
    }

    /// Moves the caret to the next word on the right.
    pub fn word_right(&mut self, options: Options) {
        match input_line(&self.text, options).direction {
            Direction::Ltr => self.word_forward(),
            Direction::Rtl => self.word_backward(),
        }
    }

    /// Moves the caret to the next word on the left.
    pub fn word_left(&mut self, options: Options) {
        match input_line(&self.text, options).direction {
            Direction::Ltr => self.word_backward(),
            Direction::Rtl => self.word_forward(),
        }
    }

    /// To the end of this word or the next.
    pub fn word_forward(&mut self) {
        self.caret = Caret::before(self.word_end());
    }

    /// To the start of this word or the one before.
    pub fn word_backward(&mut self) {
        self.caret = Caret::after(self.word_start());
    }

    /// To a place in the text that was clicked on (see [`LineView::caret_at`]).
    pub fn place(&mut self, caret: Caret, options: Options) {
        self.caret = Caret {
            byte: Slots::new(&self.text, options).start(caret.byte),
            ..caret
        };
    }

    /// The line as it stands in a box of `room` columns. The options' caret is left as it is: with
    /// none, the line is only shown.
    pub fn view(&self, room: usize, options: Options) -> LineView {
        LineView::new(self, room, options)
    }

    /// The same in a box of no more columns than it needs, and how many these are: a short line of the other direction
    /// stands beside the label of its box, not at its far end.
    pub fn snug_view(&self, room: usize, options: Options) -> (usize, LineView) {
        let needed = self.view(room, options).columns();
        let room = room.min(needed);
        (room, self.view(room, options))
    }

    /// Deletes the bytes from `start` to `end`, of which one is the caret.
    fn delete(&mut self, start: usize, end: usize) {
        if self.text.get(start..end).is_none_or(str::is_empty) {
            return;
        }
        self.text.drain(start..end);
        let affinity = match self.caret.affinity {
            Affinity::After if start == self.caret.byte => Affinity::After,
            _ => Affinity::Before,
        };
        self.caret = Caret {
            byte: start,
            affinity,
        };
    }

    fn before(&self) -> &str {
        self.text.get(..self.caret.byte).unwrap_or("")
    }

    fn next_border(&self) -> usize {
        GraphemeCursor::new(self.caret.byte, self.text.len(), true)
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }

    fn word_end(&self) -> usize {
        let after = self.text.get(self.caret.byte..).unwrap_or("");
        let mut clusters = after
            .grapheme_indices(true)
            .skip_while(|(_, cluster)| !is_of_word(cluster));
        let end = clusters.find(|(_, cluster)| !is_of_word(cluster));
        end.map_or(self.text.len(), |(at, _)| self.caret.byte + at)
    }

    fn word_start(&self) -> usize {
        let clusters = self.before().grapheme_indices(true).rev();
        let word = clusters.skip_while(|(_, cluster)| !is_of_word(cluster));
        let first = word.take_while(|(_, cluster)| is_of_word(cluster)).last();
        first.map_or(0, |(at, _)| at)
    }
}

fn is_of_word(cluster: &str) -> bool {
    cluster.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
