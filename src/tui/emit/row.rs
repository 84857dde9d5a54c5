//! Takes a row as shown and as it shall be and writes the difference on a [`Canvas`] in the shortest of three ways:
//! cell by cell, after erasing its start, or after erasing all of it.
//!
//! Lines of Arabic end at the right edge and differ in where they begin, so it is the start of the row that turns
//! blank, where a left-to-right program would use EL.
//!
//! Letters whose ink hangs out of their cell (Arabic ones in most fonts: a final seen by a quarter of its cell) leave some
//! of it in the next cell on terminals that clip nothing, as xterm. A dot of it beside a word reads as a letter's dot. So a
//! cell is never written without the neighbour that ink goes to or comes from ([`with_neighbours`]); from a blank to the
//! next that means whole words.

use super::canvas::Canvas;
use super::glyph::{CellGlyph, Grid};

/// Most unchanged cells that are rewritten instead of moved over: no cursor movement is longer than nine bytes.
const MAX_BRIDGE_CELLS: usize = 9;

/// Writes all rows that differ. Both grids have the same size.
pub(super) fn write_all(canvas: &mut Canvas, shown: &Grid<'_>, next: &Grid<'_>) {
    for (y, (old, new)) in shown.rows.iter().zip(&next.rows).enumerate() {
        if old != new {
            write(canvas, u16::try_from(y).unwrap_or(u16::MAX), old, new);
        }
    }
}

/// Writes one row.
pub(super) fn write(canvas: &mut Canvas, y: u16, old: &[CellGlyph<'_>], new: &[CellGlyph<'_>]) {
    let mut plain = canvas.fork();
    cells(&mut plain, y, old, new);
    let mut ways = vec![plain];
    if old.iter().any(|glyph| *glyph != CellGlyph::BLANK) {
        let mut erased = canvas.fork();
        erased.move_to(0, y);
        erased.erase_to_end();
        cells(&mut erased, y, &vec![CellGlyph::BLANK; old.len()], new);
        ways.push(erased);
        ways.extend(start_erased(canvas, y, old, new));
    }
    canvas.join_shortest(ways);
}

/// The row after EL 1 over its blank start, if it has one and goes on after it.
fn start_erased(
    canvas: &Canvas,
    y: u16,
    old: &[CellGlyph<'_>],
    new: &[CellGlyph<'_>],
) -> Option<Canvas> {
    let lead = new.iter().position(|glyph| *glyph != CellGlyph::BLANK)?;
    // Erasing the first half of a wide glyph leaves a second half that swallows what is written on it (tmux).
    if lead == 0 || old.get(lead).is_some_and(|glyph| glyph.width == 2) {
        return None;
    }
    let mut canvas = canvas.fork();
    canvas.move_to(col(lead), y);
    canvas.erase_to_start();
    // The cell under the cursor is erased too; the other half of a wide glyph there differs from any new cell.
    let mut left = old.to_vec();
    left.iter_mut()
        .take(lead + 1)
        .for_each(|cell| *cell = CellGlyph::BLANK);
    cells(&mut canvas, y, &left, new);
    Some(canvas)
}

/// The row as shown, but for the cells that must be written anew though they stay: they are as no glyph is.
///
/// Ink hangs over to the left of a right-to-left letter, where its last form ends, and over to the right only where it is
/// joined to another. So none crosses the left edge of what is no such letter.
fn with_neighbours<'a>(old: &[CellGlyph<'a>], new: &[CellGlyph<'_>]) -> Vec<CellGlyph<'a>> {
    let mut left = old.to_vec();
    let crossed = |x: usize| {
        let [before, after] = [old.get(x), new.get(x)];
        before.is_some_and(CellGlyph::hangs_left) || after.is_some_and(CellGlyph::hangs_left)
    };
    let edges = 1..new.len();
    // To the end of the row and back: what must be written grows in both directions.
    for x in edges.clone().chain(edges.rev()).filter(|x| crossed(*x)) {
        let is_written = |at: usize| left.get(at) != new.get(at);
        if is_written(x - 1) != is_written(x) {
            left.iter_mut()
                .skip(x - 1)
                .take(2)
                .for_each(|cell| *cell = CellGlyph::NONE);
        }
    }
    left
}

/// Writes the cells that differ, and erases the blank end of the row if that is shorter than writing spaces.
fn cells(canvas: &mut Canvas, y: u16, old: &[CellGlyph<'_>], new: &[CellGlyph<'_>]) {
    let old = &with_neighbours(old, new);
    let tail = new
        .iter()
        .rposition(|glyph| *glyph != CellGlyph::BLANK)
        .map_or(0, |last| last + 1);
    span(canvas, y, old, new, 0..tail);
    let Some(first) = (tail..new.len()).find(|&x| old.get(x) != new.get(x)) else {
        return;
    };
    let mut spaces = canvas.fork();
    span(&mut spaces, y, old, new, first..new.len());
    let mut erased = canvas.fork();
    // Anywhere between the last glyph and the first leftover will do.
    let here = canvas
        .col_in(y)
        .filter(|&at| (tail..=first).contains(&usize::from(at)));
    erased.move_to(here.unwrap_or(col(first)), y);
    erased.erase_to_end();
    canvas.join_shortest([spaces, erased]);
}

/// Writes the glyphs within `range` that differ.
fn span(
    canvas: &mut Canvas,
    y: u16,
    old: &[CellGlyph<'_>],
    new: &[CellGlyph<'_>],
    range: std::ops::Range<usize>,
) {
    for x in range {
        let Some(glyph) = new.get(x).filter(|glyph| glyph.width > 0) else {
            continue;
        };
        if old.get(x) == Some(glyph) {
            continue;
        }
        if canvas.col_in(y) == Some(col(x)) {
            canvas.put(glyph);
        } else {
            reach(canvas, y, new, x);
        }
    }
}

/// Writes the glyph at `x`, moving to it or rewriting the glyphs on the way, whichever is shorter in the end.
fn reach(canvas: &mut Canvas, y: u16, new: &[CellGlyph<'_>], x: usize) {
    let mut moved = canvas.fork();
    moved.move_to(col(x), y);
    moved.put_all(new.get(x..=x));
    let mut ways = vec![moved];
    let here = canvas.col_in(y).map(usize::from);
    for from in [here, Some(0)].into_iter().flatten() {
        let bridge = new.get(from..x).filter(|bridge| {
            (1..=MAX_BRIDGE_CELLS).contains(&bridge.len())
                && bridge.first().is_some_and(|glyph| glyph.width > 0)
                && bridge.iter().all(|glyph| glyph.certain)
        });
        if bridge.is_some() {
            let mut bridged = canvas.fork();
            bridged.move_to(col(from), y);
            bridged.put_all(new.get(from..=x));
            ways.push(bridged);
        }
    }
    canvas.join_shortest(ways);
}

fn col(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::emit::glyph::Grid;
    use ratatui::buffer::Buffer;

    /// tmux keeps the second half of a wide character whose first half is erased, and loses what is written on it.
    #[test]
    fn no_wide_glyph_is_erased_by_halves() {
        let next = Buffer::with_lines(["    wxyz"]);
        for (old, erases) in [("abcdefgh", true), ("abcd漢gh", false), ("abc漢fgh", true)] {
            let shown = Buffer::with_lines([old]);
            let (shown, next) = (Grid::of(&shown), Grid::of(&next));
            let erased = start_erased(&Canvas::new(8), 0, &shown.rows[0], &next.rows[0]);
            assert_eq!(erased.is_some(), erases, "{old}");
        }
    }
}
