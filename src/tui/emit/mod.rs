//! Takes what the terminal shows and the next screen (two [`Buffer`]s) and gives the one byte string that turns the
//! first into the second.
//!
//! Stock ratatui pays seven bytes of cursor movement per unchanged space and never scrolls; over SSH a line of Arabic
//! (three bytes a letter) then costs 5 KB. Here each row is written in the cheapest of a few ways, which are really
//! written out and compared, and a band of rows that only moved is scrolled by the terminal.
//!
//! Invariants:
//! - Nothing changed means no bytes at all, the caret included.
//! - Every frame begins and ends with the default pen, no scroll region, and a cursor whose place is not relied upon.
//! - The cursor's place after the last column, or after a symbol whose width terminals disagree on, is never relied upon.
//! - No control character, bidi control or symbol without width reaches the terminal ([`glyph`] is the last gate).

mod canvas;
mod glyph;
mod pen;
mod row;
mod scroll;

use ratatui::buffer::Buffer;

use canvas::Canvas;
use glyph::Grid;

/// Synchronised output (DEC private mode 2026): terminals that know it paint the frame at once, others ignore it.
const SYNC_BEGIN: &[u8] = b"\x1b[?2026h";
const SYNC_END: &[u8] = b"\x1b[?2026l";

/// Default pen, no scroll region, everything erased.
const CLEAR: &[u8] = b"\x1b[m\x1b[r\x1b[2J";

const CARET_SHOW: &[u8] = b"\x1b[?25h";
const CARET_HIDE: &[u8] = b"\x1b[?25l";

/// What is known of the terminal's caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Caret {
    #[default]
    Unknown,
    Hidden,
    /// Zero-based column and row.
    At(u16, u16),
}

/// Remembers what the terminal shows and writes only the difference.
#[derive(Debug, Default)]
pub struct Emitter {
    shown: Option<Buffer>,
    caret: Caret,
}

impl Emitter {
    /// Nothing is known of the terminal: the first frame repaints all of it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Call when the terminal may show something else: after a resize, a suspension, a mode switch.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The bytes that make the terminal show `next`, empty if it already does. `caret` is a zero-based (column, row);
    /// `None`, or a place off the screen, hides it. The buffer's area must start at (0, 0) and be the whole screen.
    pub fn frame(&mut self, next: Buffer, caret: Option<(u16, u16)>) -> Vec<u8> {
        let (cols, rows) = (next.area.width, next.area.height);
        let caret = match caret {
            Some((col, row)) if col < cols && row < rows => Caret::At(col, row),
            _ => Caret::Hidden,
        };
        let mut canvas = paint(self.shown.as_ref(), &next);
        let painted = !canvas.is_empty();
        canvas.place(self.caret, caret);
        self.shown = Some(next);
        self.caret = caret;
        let body = canvas.into_bytes();
        if painted {
            [SYNC_BEGIN, &body, SYNC_END].concat()
        } else {
            body
        }
    }
}

/// The cells only, without caret and synchronisation.
fn paint(shown: Option<&Buffer>, next: &Buffer) -> Canvas {
    let mut canvas = Canvas::new(next.area.width);
    if shown == Some(next) {
        return canvas;
    }
    let next_grid = Grid::of(next);
    match shown {
        Some(shown) if shown.area == next.area => {
            update(&mut canvas, &Grid::of(shown), &next_grid);
        }
        _ => {
            canvas.raw(CLEAR);
            row::write_all(&mut canvas, &Grid::blank(next.area), &next_grid);
        }
    }
    canvas.reset_pen();
    canvas
}

/// Writes the rows that differ, after scrolling a band of them if that turns out to be shorter.
fn update(canvas: &mut Canvas, shown: &Grid<'_>, next: &Grid<'_>) {
    let mut direct = canvas.fork();
    row::write_all(&mut direct, shown, next);
    let best = match scroll::find(shown, next) {
        Some(band) => {
            let mut scrolled = canvas.fork();
            let shifted = band.apply(&mut scrolled, shown);
            row::write_all(&mut scrolled, &shifted, next);
            if scrolled.len() < direct.len() {
                scrolled
            } else {
                direct
            }
        }
        None => direct,
    };
    canvas.join(&best);
}

impl Canvas {
    /// Puts the caret where it belongs after the cells are written; no bytes if nothing was written and it is there.
    fn place(&mut self, before: Caret, after: Caret) {
        match after {
            Caret::Hidden | Caret::Unknown if before != Caret::Hidden => self.raw(CARET_HIDE),
            Caret::Hidden | Caret::Unknown => {}
            Caret::At(col, row) => {
                if before != after || !self.is_empty() {
                    self.move_to(col, row);
                }
                if !matches!(before, Caret::At(..)) {
                    self.raw(CARET_SHOW);
                }
            }
        }
    }
}

#[cfg(test)]
mod bytes;
#[cfg(test)]
mod tests;
