//! A line being edited and the columns it has in, which part of it is shown where, and its caret,
//! out; and back, from a column to a caret.
//!
//! ```text
//! column   0                          room
//!          abc def|·                      left to right: text from column 0 on
//!                        ·|FED CBA·       right to left: its end is one column from the right
//! ```
//!
//! A column is free for the caret where the line ends, and another where a right-to-left one begins:
//! it can begin with a number, and a block that goes on with that stands right of it. A left-to-right
//! line begins with no text of the other direction.
//!
//! Invariants: the caret's column is below `room`; text that is too long is shifted no further than
//! the caret asks for.

use super::LineEdit;
use crate::text::{Caret, Direction, Line, Options, Slots, input_line};

/// A line in its box. Columns count from the left of the box.
#[derive(Clone, Debug)]
pub struct LineView {
    pub line: Line,
    /// Column of the block caret.
    pub caret: usize,
    /// Where directions meet at the caret: the way the next letter goes.
    pub boundary: Option<Direction>,
    /// Columns between the left of the box and the column left of the line; negative where that is
    /// outside.
    offset: isize,
}

impl LineView {
    pub(super) fn new(edit: &LineEdit, room: usize, options: Options) -> LineView {
        let line = input_line(edit.text(), options);
        let rtl = line.direction == Direction::Rtl;
        // `caret_block` counts a free column on each side.
        let unused = usize::from(!rtl);
        let block = line.caret_block(edit.caret()).saturating_sub(unused);
        let columns = columns(&line);
        let offset = match columns.checked_sub(room) {
            None | Some(0) if rtl => room.saturating_sub(columns).cast_signed(),
            None | Some(0) => 0,
            Some(excess) if rtl => -block.min(excess).cast_signed(),
            Some(_) => -(block + 1).saturating_sub(room).cast_signed(),
        };
        LineView {
            caret: block.saturating_add_signed(offset),
            boundary: Slots::new(edit.text(), options).boundary(edit.caret()),
            line,
            offset: offset - unused.cast_signed(),
        }
    }

    /// Columns of the line with those that are free for the caret.
    pub(super) fn columns(&self) -> usize {
        columns(&self.line)
    }

    /// The cells of the line that begin in the box, with the column of the first.
    pub fn shown(&self) -> (usize, Line) {
        let mut line = self.line.clone();
        let mut column = self.offset + 1;
        let mut first = None;
        line.cells.retain(|cell| {
            let at = usize::try_from(column).ok();
            first = first.or(at);
            column += isize::from(cell.width);
            at.is_some()
        });
        (first.unwrap_or(0), line)
    }

    /// The caret that a click on a column of the box asks for; hand it to [`LineEdit::place`].
    pub fn caret_at(&self, column: usize) -> Caret {
        self.line
            .caret_at(column.saturating_add_signed(-self.offset))
    }
}

fn columns(line: &Line) -> usize {
    line.width()
        + if line.direction == Direction::Rtl {
            2
        } else {
            1
        }
}
