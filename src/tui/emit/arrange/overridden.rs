//! Takes a row and gives it with LRO before its first and PDF after its last glyph that turns (UAX #9 X2 to X7):
//! the terminal then keeps the order it is given.
//!
//! Terminals store such a character with the cell before it, so LRO is sent right after that cell, and PDF after the
//! last cell of the run. A run that begins in the first column has no cell to hang LRO on: its first glyph is left
//! outside. Screens keep that column free.

use super::super::glyph::CellGlyph;

const LRO: &str = "\u{202D}";
const PDF: &str = "\u{202C}";

pub(super) fn arrange<'a>(row: &[CellGlyph<'a>]) -> Vec<CellGlyph<'a>> {
    let mut row = row.to_vec();
    let first = row.iter().position(CellGlyph::turns);
    let last = row.iter().rposition(CellGlyph::turns);
    let (Some(first), Some(last)) = (first, last) else {
        return row;
    };
    let before = (0..first).rev().find(|x| is_whole(&row, *x)).unwrap_or(0);
    for (at, control) in [(before, LRO), (last, PDF)] {
        if let Some(glyph) = row.get_mut(at) {
            glyph.after = control;
            // Terminals agree that it takes no column, but not on which cell it is kept with after a cursor movement.
            glyph.certain = false;
        }
    }
    row
}

/// Whether a glyph begins at `x`: the second half of a wide one is never sent.
fn is_whole(row: &[CellGlyph<'_>], x: usize) -> bool {
    row.get(x).is_some_and(|glyph| glyph.width > 0)
}
