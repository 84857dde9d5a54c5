//! Takes the grid a reader shall see and gives the grid a terminal must hold so that it is seen: the one place that
//! knows what terminals do to right-to-left text by themselves.
//!
//! Everything before this module works with what is seen: cells from left to right, as on a terminal that leaves them
//! alone. Some do not. What each needs was measured, and is a rearrangement of one row at a time:
//!
//! ```text
//! seen          s h o w n   N I A   (a Latin word, and an Arabic one whose first letter is A)
//! visual        the same            the terminal keeps the order of cells
//! override      the same, LRO..PDF  it reorders, unless between these
//! words, runs   s h o w n   A I N   it turns each right-to-left word, or run of one font, round
//! logical       A I N   s h o w n   it reorders the row by UAX #9
//! ```
//!
//! The difference between two frames is taken after this step, on what the terminal holds, so no mode needs an emitter
//! of its own.
//!
//! Invariants: a row keeps its columns; each of its symbols is in the result once; a row without a right-to-left
//! character or an Arabic digit is not touched.

mod joints;
mod logical;
mod overridden;
mod words;

use std::fmt;

use super::glyph::{CellGlyph, Grid};

/// How right-to-left text is handed to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BidiMode {
    /// Cells in visual order: for terminals that keep the order of cells, or can be made to.
    #[default]
    Visual,
    /// Visual order between LRO and PDF: for terminals that reorder and heed both, where nothing turns that off.
    Override,
    /// Words in visual order, the letters of each right-to-left word in logical order: for kitty.
    Words,
    /// The same for a kitty whose font lacks the letters, so that they, and they alone, come from another.
    Runs,
    /// Logical order: for terminals that always reorder.
    Logical(Reordering),
}

/// How a terminal that always reorders treats a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reordering {
    /// As a left-to-right paragraph, by UAX #9 in full.
    #[default]
    Isolated,
    /// The same, but brackets are not mirrored: Konsole.
    Unmirrored,
    /// As a paragraph in the direction of its first strong character, bidi controls ignored: PuTTY.
    FirstStrong,
    /// Each stretch of one colour as a left-to-right paragraph, bidi controls ignored: QTerminal.
    ByColours,
}

impl BidiMode {
    pub const ALL: [BidiMode; 5] = [
        BidiMode::Visual,
        BidiMode::Override,
        BidiMode::Words,
        BidiMode::Runs,
        BidiMode::Logical(Reordering::Isolated),
    ];

    /// Whether the terminal draws words with marks askew, so that marks are best left out.
    pub fn spoils_marks(self) -> bool {
        matches!(self, BidiMode::Words | BidiMode::Runs)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            BidiMode::Visual => "visual",
            BidiMode::Override => "override",
            BidiMode::Words => "words",
            BidiMode::Runs => "runs",
            BidiMode::Logical(_) => "logical",
        }
    }
}

impl fmt::Display for BidiMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The grid a terminal that treats text as `mode` says must hold to show `grid`.
pub(super) fn arrange(grid: Grid<'_>, mode: BidiMode) -> Grid<'_> {
    let rows = grid.rows.into_iter();
    Grid {
        rows: rows.map(|row| arrange_row(row, mode)).collect(),
        cols: grid.cols,
    }
}

/// The same for one row.
pub(super) fn arrange_row(row: Vec<CellGlyph<'_>>, mode: BidiMode) -> Vec<CellGlyph<'_>> {
    match mode {
        BidiMode::Visual => row,
        BidiMode::Words => words::arrange(&row, words::Fonts::One),
        BidiMode::Runs => words::arrange(&row, words::Fonts::Two),
        _ if !row.iter().any(CellGlyph::turns) => row,
        BidiMode::Override => overridden::arrange(&row),
        BidiMode::Logical(rows) => logical::arrange(&row, rows),
    }
}

/// Where the cursor must be put in a row, as it is seen, to be shown on column `col`.
pub(super) fn caret(row: &[CellGlyph<'_>], col: u16, mode: BidiMode) -> u16 {
    match mode {
        BidiMode::Visual | BidiMode::Override | BidiMode::Words | BidiMode::Runs => col,
        BidiMode::Logical(rows) => logical::caret(row, col, rows),
    }
}

/// A row out of glyphs from left to right: two columns for a wide one.
fn laid_out<'a>(glyphs: impl Iterator<Item = CellGlyph<'a>>, cols: usize) -> Vec<CellGlyph<'a>> {
    let mut row = Vec::with_capacity(cols);
    for glyph in glyphs {
        row.push(glyph);
        if glyph.width == 2 {
            row.push(glyph.second_half());
        }
    }
    row
}

#[cfg(test)]
mod tests;
