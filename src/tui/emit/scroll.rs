//! Takes the grid as shown and as it shall be and gives the band of rows that is best scrolled by the terminal.
//!
//! Rows are compared by hash, all shifts are tried, and for each the band that saves most is found in one pass
//! (Kadane's maximum subarray). The estimate only proposes: the caller writes out both ways and takes the shorter.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::canvas::Canvas;
use super::glyph::{CellGlyph, Grid};

/// Rows `top..bottom` of the screen move by `shift` rows: up if positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Band {
    top: usize,
    bottom: usize,
    shift: isize,
}

/// Fewest bytes of setting a scroll region, scrolling it and resetting it; a band must save more.
const SCROLL_BYTES: isize = 12;

/// The most promising band, if any is likely to save bytes.
pub(super) fn find(shown: &Grid<'_>, next: &Grid<'_>) -> Option<Band> {
    let rows = isize::try_from(next.rows.len()).ok()?;
    let old: Vec<u64> = shown.rows.iter().map(|row| hash(row)).collect();
    let new: Vec<u64> = next.rows.iter().map(|row| hash(row)).collect();
    let costs: Vec<isize> = next.rows.iter().map(|row| cost(row)).collect();
    let mut best: Option<(isize, Band)> = None;
    for shift in (1 - rows..rows).filter(|&shift| shift != 0) {
        let gains = (0..next.rows.len()).map(|y| {
            let moved = y
                .checked_add_signed(shift)
                .is_some_and(|from| old.get(from) == new.get(y));
            let stayed = old.get(y) == new.get(y);
            let cost = costs.get(y).copied().unwrap_or(0);
            match (moved, stayed) {
                (true, false) => cost,
                (false, true) => -cost,
                _ => 0,
            }
        });
        let (saved, first, end) = richest(gains);
        if saved > SCROLL_BYTES && best.is_none_or(|(most, _)| saved > most) {
            best = Some((saved, band(first, end, shift)?));
        }
    }
    best.map(|(_, band)| band)
}

/// The rows that must move so that rows `first..end` of the next screen come from `shift` rows further down.
fn band(first: usize, end: usize, shift: isize) -> Option<Band> {
    let (top, bottom) = if shift > 0 {
        (first, end.checked_add_signed(shift)?)
    } else {
        (first.checked_add_signed(shift)?, end)
    };
    Some(Band { top, bottom, shift })
}

/// The contiguous range with the greatest sum: (sum, first, end).
fn richest(gains: impl Iterator<Item = isize>) -> (isize, usize, usize) {
    let mut best = (0, 0, 0);
    let (mut sum, mut first) = (0, 0);
    for (y, gain) in gains.enumerate() {
        if sum <= 0 {
            (sum, first) = (0, y);
        }
        sum += gain;
        if sum > best.0 {
            best = (sum, first, y + 1);
        }
    }
    best
}

fn hash(row: &[CellGlyph<'_>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish()
}

/// About how many bytes a row takes.
fn cost(row: &[CellGlyph<'_>]) -> isize {
    let bytes: usize = row
        .iter()
        .filter(|glyph| **glyph != CellGlyph::BLANK)
        .map(|glyph| glyph.chars().map(char::len_utf8).sum::<usize>())
        .sum();
    isize::try_from(bytes).unwrap_or(isize::MAX)
}

impl Band {
    /// Writes DECSTBM, SU or SD and resets the region; gives the screen as it then is.
    pub(super) fn apply<'a>(self, canvas: &mut Canvas, shown: &Grid<'a>) -> Grid<'a> {
        let Self { top, bottom, shift } = self;
        let rows = shift.unsigned_abs();
        let (direction, count) = (
            if shift > 0 { 'S' } else { 'T' },
            if rows == 1 {
                String::new()
            } else {
                rows.to_string()
            },
        );
        let start = if top == 0 {
            String::new()
        } else {
            (top + 1).to_string()
        };
        canvas.raw(format!("\x1b[{start};{bottom}r\x1b[{count}{direction}\x1b[r").as_bytes());
        let mut after = shown.clone();
        for y in top..bottom {
            let row = y
                .checked_add_signed(shift)
                .filter(|from| (top..bottom).contains(from))
                .and_then(|from| shown.rows.get(from).cloned())
                .unwrap_or_else(|| vec![CellGlyph::BLANK; shown.cols]);
            if let Some(place) = after.rows.get_mut(y) {
                *place = row;
            }
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;

    #[track_caller]
    fn check(shown: &[&str], next: &[&str], expected: Option<(usize, usize, isize)>) {
        let [shown, next] = [shown, next].map(|lines| Buffer::with_lines(lines.to_vec()));
        let found = find(&Grid::of(&shown), &Grid::of(&next));
        let expected = expected.map(|(top, bottom, shift)| Band { top, bottom, shift });
        assert_eq!(found, expected);
    }

    #[test]
    fn bands_are_found() {
        let rows = [
            "head head",
            "alpha alpha",
            "bravo bravo",
            "chess chess",
            "foot foot",
        ];
        check(&rows, &rows, None);
        let up = [
            "head head",
            "bravo bravo",
            "chess chess",
            "delta delta",
            "foot foot",
        ];
        check(&rows, &up, Some((1, 4, 1)));
        check(&up, &rows, Some((1, 4, -1)));
    }

    #[test]
    fn little_gain_is_no_reason() {
        check(&["a", "b", "c"], &["b", "c", "d"], None);
    }
}
