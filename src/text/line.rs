//! One laid-out line: cells in visual order in, answers about columns and source bytes out.
//!
//! This is the map between what the reader sees and the text: painting, highlighting, mouse and
//! caret all ask here, so visual positions need not leave the interface. Columns count from the
//! left of the line, whatever its direction.
//!
//! Invariants: every [`Cell::symbol`] is one base with its marks, as wide as [`Cell::width`] says;
//! cells never overlap in [`Cell::bytes`], but for the blanks of a tab, which all stand for it.

use std::ops::Range;

use compact_str::CompactString;

use super::bidi::Direction;

/// One cluster on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// One base and its marks, shaped and mirrored; of non-zero width, without controls of any
    /// kind.
    pub symbol: CompactString,
    /// Columns, 1 or 2.
    pub width: u8,
    /// Bytes of the paragraph this cell stands for: both letters of a lam-alef, and whatever
    /// characters without a cell follow. Empty for an ellipsis.
    pub bytes: Range<usize>,
    /// Bidi level (UAX #9); odd is right to left.
    pub level: u8,
}

/// One line of a paragraph, cells from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub cells: Vec<Cell>,
    /// Bytes of the paragraph on this line, the white space that hangs at its end included.
    pub bytes: Range<usize>,
    /// Direction of the paragraph: the side this line starts at.
    pub direction: Direction,
}

impl Line {
    /// Columns taken by the cells.
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| usize::from(cell.width)).sum()
    }

    /// The symbols from left to right.
    pub fn visual(&self) -> String {
        self.cells.iter().map(|cell| cell.symbol.as_str()).collect()
    }

    /// Columns of the cells whose source intersects `bytes`, adjacent ranges merged, from left to
    /// right. A match of only one letter of a lam-alef has the whole cell; an empty range has
    /// none.
    pub fn columns_of(&self, bytes: &Range<usize>) -> Vec<Range<usize>> {
        let mut columns: Vec<Range<usize>> = Vec::new();
        for (cols, cell) in self.placed() {
            if bytes.is_empty()
                || cell.bytes.start.max(bytes.start) >= cell.bytes.end.min(bytes.end)
            {
                continue;
            }
            match columns.last_mut() {
                Some(last) if last.end == cols.start => last.end = cols.end,
                _ => columns.push(cols),
            }
        }
        columns
    }

    /// Source bytes of the cell at column `col`; None beside the line.
    pub fn byte_at(&self, col: usize) -> Option<Range<usize>> {
        self.placed()
            .find(|(cols, _)| cols.contains(&col))
            .map(|(_, cell)| cell.bytes.clone())
    }

    /// Every cell with its columns.
    pub(super) fn placed(&self) -> impl Iterator<Item = (Range<usize>, &Cell)> {
        self.cells.iter().scan(0, |col, cell| {
            let start = *col;
            *col += usize::from(cell.width);
            Some((start..*col, cell))
        })
    }
}
