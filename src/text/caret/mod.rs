//! A line of text and where its caret is in, where the caret goes and on which column it is drawn
//! out.
//!
//! Where two directions meet, one byte offset has two places on the screen: `abc|ابت` can mean
//! "after the c" or "before the alef", which stands at the far end of the Arabic. So a [`Caret`]
//! also says which of its two neighbours it belongs to, and stands beside that one. An arrow key
//! takes it over the next character on the screen, and it belongs to the character it went over
//! last (as in Firefox): a letter of the same script then appears where the caret is.
//!
//! ```text
//! text    a b c _ A B T        (capitals run right to left)
//! screen  a b c _ T B A
//! slot   0 1 2 3 4 5 6 7       right from slot 3: over the space, byte 4 before which the next
//!                              letter goes; left from slot 5: over T, byte 7, the same slot
//! ```
//!
//! # Invariants
//!
//! - n characters have n + 1 slots; an arrow key moves by one slot, whatever the levels, so both ends
//!   of the line are reached from everywhere and k steps there and k back end in the same slot.
//! - A character is a grapheme cluster (UAX #29) that has a cell; characters without one (controls)
//!   go with the one before. Lam and alef are two.
//! - A caret beyond the first or last character belongs to the paragraph, whose level is lowest.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::bidi::Direction;
use super::layout::Options;
use super::line::{Cell, Line};
use super::values::input_line;

/// The neighbour a caret belongs to, in the text, not on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Affinity {
    /// The character that ends where the caret is; at byte 0 the start of the paragraph.
    #[default]
    Before,
    /// The character that begins there; at the last byte the end of the paragraph.
    After,
}

/// A place in a line of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// The next letter is inserted before this byte.
    pub byte: usize,
    pub affinity: Affinity,
}

impl Caret {
    /// Belongs to the character that ends at `byte`.
    pub const fn before(byte: usize) -> Caret {
        Caret {
            byte,
            affinity: Affinity::Before,
        }
    }

    /// Belongs to the character that begins at `byte`.
    pub const fn after(byte: usize) -> Caret {
        Caret {
            byte,
            affinity: Affinity::After,
        }
    }

    /// A byte of the character this caret belongs to; None where that is the paragraph.
    fn owner(self, len: usize) -> Option<usize> {
        match self.affinity {
            Affinity::Before => self.byte.checked_sub(1),
            Affinity::After => Some(self.byte).filter(|byte| *byte < len),
        }
    }
}

/// A character an arrow key goes over.
#[derive(Clone, Debug)]
struct CaretStop {
    bytes: Range<usize>,
    level: u8,
}

impl CaretStop {
    fn is_rtl(&self) -> bool {
        self.level % 2 == 1
    }
}

/// The characters of a line as they stand on the screen, and the slots between them.
#[derive(Clone, Debug)]
pub struct Slots {
    /// From left to right.
    units: Vec<CaretStop>,
    direction: Direction,
    /// Bytes of the text.
    len: usize,
}

impl Slots {
    /// The slots of `text` as [`input_line`] lays it out with `options`.
    pub fn new(text: &str, options: Options) -> Slots {
        // Without ligatures every letter has a cell of its own.
        let apart = Options {
            shape: false,
            caret: None,
            ..options
        };
        let line = input_line(text, apart);
        let logical = units(text, &line);
        // The line knows the order: controls without a cell have their part in it.
        let mut order: Vec<usize> = Vec::with_capacity(logical.len());
        let mut placed = vec![false; logical.len()];
        for cell in &line.cells {
            let at = logical.partition_point(|unit| unit.bytes.end <= cell.bytes.start);
            // A cluster whose cells are torn apart stands where its leftmost does.
            if placed.get(at) == Some(&false) {
                order.push(at);
                placed[at] = true;
            }
        }
        Slots {
            units: order
                .iter()
                .filter_map(|at| logical.get(*at).cloned())
                .collect(),
            direction: line.direction,
            len: text.len(),
        }
    }

    /// How many characters there are; slots count from 0, the left end, to this, the right end.
    pub fn count(&self) -> usize {
        self.units.len()
    }

    /// The slot a caret stands in.
    pub fn slot(&self, caret: Caret) -> usize {
        let owner = caret.owner(self.len).and_then(|byte| {
            let holds = |unit: &CaretStop| unit.bytes.contains(&byte);
            let at = self.units.iter().position(holds)?;
            self.units.get(at).map(|unit| (at, unit.is_rtl()))
        });
        let (left, right, rtl) = match owner {
            Some((at, rtl)) => (at, at + 1, rtl),
            // The paragraph, which lies outside: its start ends at the first slot.
            None => (self.count(), 0, self.is_rtl()),
        };
        match (caret.affinity, rtl) {
            (Affinity::Before, false) | (Affinity::After, true) => right,
            (Affinity::Before, true) | (Affinity::After, false) => left,
        }
    }

    /// The caret one slot to the left; at the left end it goes to the paragraph.
    pub fn left(&self, caret: Caret) -> Caret {
        let crossed = self.slot(caret).checked_sub(1);
        match crossed.and_then(|at| self.units.get(at)) {
            Some(unit) if unit.is_rtl() => Caret::before(unit.bytes.end),
            Some(unit) => Caret::after(unit.bytes.start),
            None if self.is_rtl() => Caret::after(self.len),
            None => Caret::before(0),
        }
    }

    /// The caret one slot to the right; at the right end it goes to the paragraph.
    pub fn right(&self, caret: Caret) -> Caret {
        match self.units.get(self.slot(caret)) {
            Some(unit) if unit.is_rtl() => Caret::after(unit.bytes.start),
            Some(unit) => Caret::before(unit.bytes.end),
            None if self.is_rtl() => Caret::before(0),
            None => Caret::after(self.len),
        }
    }

    /// Where directions meet at the caret, the one it belongs to: the way the next letter of that
    /// direction takes it.
    pub fn boundary(&self, caret: Caret) -> Option<Direction> {
        let sides = [Caret::before(caret.byte), Caret::after(caret.byte)];
        let [before, after] = sides.map(|side| self.slot(side));
        if before == after {
            return None;
        }
        let owner = caret.owner(self.len);
        let unit = owner.and_then(|byte| self.units.iter().find(|u| u.bytes.contains(&byte)));
        let rtl = unit.map_or(self.is_rtl(), CaretStop::is_rtl);
        Some(if rtl { Direction::Rtl } else { Direction::Ltr })
    }

    /// Start of the character that holds `byte`, or the end of the text.
    pub fn start(&self, byte: usize) -> usize {
        let holds = |unit: &&CaretStop| unit.bytes.contains(&byte);
        let unit = self.units.iter().find(holds);
        unit.map_or(self.len, |unit| unit.bytes.start)
    }

    fn is_rtl(&self) -> bool {
        self.direction == Direction::Rtl
    }
}

/// The characters of a line in logical order: cells, those of one grapheme cluster taken together.
/// What stands on two levels is never one (a number sign before a letter is one cluster by UAX #29).
fn units(text: &str, line: &Line) -> Vec<CaretStop> {
    let mut cells: Vec<&Cell> = line.cells.iter().collect();
    cells.sort_by_key(|cell| cell.bytes.start);
    let mut borders = text.grapheme_indices(true).map(|(byte, _)| byte).peekable();
    let mut units: Vec<CaretStop> = Vec::with_capacity(cells.len());
    for cell in cells {
        while borders.next_if(|byte| *byte < cell.bytes.start).is_some() {}
        let begins = borders.peek() == Some(&cell.bytes.start);
        match units.last_mut() {
            Some(unit) if !begins && unit.level == cell.level => unit.bytes.end = cell.bytes.end,
            _ => units.push(CaretStop {
                bytes: cell.bytes.clone(),
                level: cell.level,
            }),
        }
    }
    units
}

impl Line {
    /// Column of a block caret, counted from one column left of the line: the cells stand on
    /// columns `1..=width()`, and the caret on `0..=width() + 1`.
    ///
    /// A block covers a cell, a slot lies between two. It covers the one the text goes on to: the
    /// cell right of the slot where the caret belongs to left-to-right text, else the one left of
    /// it. In text of one direction that is the character before which the next letter goes.
    pub fn caret_block(&self, caret: Caret) -> usize {
        let owner = caret.owner(self.bytes.end);
        let cell = owner.and_then(|byte| {
            self.placed()
                .find(|(_, cell)| cell.bytes.contains(&byte))
                .map(|(cols, cell)| (cols, cell.level % 2 == 1))
        });
        let (cols, rtl) = cell.unwrap_or((self.width()..0, self.direction == Direction::Rtl));
        match (caret.affinity, rtl) {
            (Affinity::Before, false) => cols.end + 1,
            (Affinity::After, false) => cols.start + 1,
            (Affinity::Before, true) => self.block_left_of(cols.start),
            (Affinity::After, true) => self.block_left_of(cols.end),
        }
    }

    /// The caret a click on a column of [`Line::caret_block`] asks for: before the character there,
    /// or at the end of the line on that side.
    pub fn caret_at(&self, column: usize) -> Caret {
        let rtl = self.direction == Direction::Rtl;
        let cell = column.checked_sub(1).and_then(|col| self.byte_at(col));
        match cell {
            Some(bytes) => Caret::after(bytes.start),
            None if (column == 0) == rtl => Caret::after(self.bytes.end),
            None => Caret::before(0),
        }
    }

    /// Caret column of the cell that ends at column `col` of the line; 0 where there is none.
    fn block_left_of(&self, col: usize) -> usize {
        self.placed()
            .find(|(cols, _)| cols.end == col)
            .map_or(0, |(cols, _)| cols.start + 1)
    }
}

#[cfg(test)]
mod tests;
