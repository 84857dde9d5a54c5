//! From what the pointer is over to what a click or the wheel does there; `ui` finds out what stands at a cell.

use super::super::line_edit::LineEdit;
use super::super::screen::StackChange;
use super::super::shared::Shared;
use super::{Browse, Focus, Panel};
use crate::text::Caret;

/// What stands under the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list, from its first.
    List(usize),
    /// The search box, and the place in its text while it is open.
    Search(Option<Caret>),
    /// Two versions side by side.
    Compare,
    /// A row of the page in view, from 0 at its top, and the byte of the article's text where it shows one.
    Page { row: usize, byte: Option<usize> },
}

/// Rows that a notch of the wheel scrolls by.
pub(in crate::app) const NOTCH_ROWS: isize = 3;

impl Browse {
    /// Carries out a click.
    pub(in crate::app) fn point(&mut self, target: &Target, shared: &mut Shared) -> StackChange {
        self.key_pressed();
        match target {
            Target::Search(None) => self.open_search(),
            Target::Search(Some(caret)) => {
                let line = self.search.as_mut().map(|search| &mut search.line);
                if let Some(line) = line {
                    LineEdit::place(line, *caret, shared.input_layout());
                }
            }
            Target::List(row) if *row < self.list.len() => {
                let again = self.list.selected == *row && self.focus == Focus::List;
                if again && self.search.is_none() {
                    self.open();
                } else {
                    self.focus = Focus::List;
                    self.panel = Panel::None;
                    let by = row.cast_signed() - self.list.selected.cast_signed();
                    self.list.move_by(by);
                }
            }
            Target::List(_) | Target::Compare => {}
            Target::Page { row, byte } => self.point_at_page(*row, *byte, shared),
        }
        StackChange::Stay
    }

    /// A fold opens or closes; a match becomes the one that n and N go from; a preview is read.
    fn point_at_page(&mut self, row: usize, byte: Option<usize>, shared: &Shared) {
        if self.focus == Focus::List {
            if self.search.is_none() {
                self.open();
            }
            return;
        }
        let height = self.panes(shared.size()).reader_rows();
        let Some(reader) = self.pane.reader_mut() else {
            return;
        };
        if let Some(group) = reader.fold_at(row) {
            reader.toggle_group(group, height);
            return;
        }
        let pointed = byte.and_then(|byte| reader.hit_at(byte));
        reader.current = pointed.or(reader.current);
    }

    /// Turns the wheel over a target, towards the end (`+1`) or the beginning (`-1`).
    pub(in crate::app) fn wheel(&mut self, target: &Target, notches: isize, shared: &Shared) {
        let height = self.panes(shared.size()).reader_rows();
        match (target, self.pane.reader_mut()) {
            (Target::List(_), _) => {
                self.list.move_by(notches * NOTCH_ROWS);
                // What waited for a row was meant of the one before.
                self.once_listed.act = None;
            }
            (Target::Page { .. }, Some(reader)) => reader.scroll(notches * NOTCH_ROWS, height),
            _ => {}
        }
    }
}
