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
//! - No control character, bidi control or symbol without width reaches the terminal ([`glyph`] is the last gate), but
//!   for what [`arrange`] adds itself.

mod arrange;
mod canvas;
mod glyph;
mod pen;
mod row;
mod scroll;
mod signs;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::text::Line;
pub use arrange::{BidiMode, Reordering};
use canvas::Canvas;
use glyph::{CellGlyph, Grid};
pub use signs::Signs;

/// Synchronised output (DEC private mode 2026): terminals that know it paint the frame at once, others ignore it.
const SYNC_BEGIN: &[u8] = b"\x1b[?2026h";
const SYNC_END: &[u8] = b"\x1b[?2026l";

/// Default pen, no scroll region, everything erased.
const CLEAR: &[u8] = b"\x1b[m\x1b[r\x1b[2J";

/// What begins bold, and what ends it.
pub const BOLD: (&str, &str) = ("\x1b[1m", "\x1b[22m");

const CARET_SHOW: &[u8] = b"\x1b[?25h";
const CARET_HIDE: &[u8] = b"\x1b[?25l";

/// Where the terminal's cursor is to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// Zero-based column and row.
    pub at: Option<(u16, u16)>,
    /// It is seen. One that is not still tells lines of braille and speech what is selected.
    pub shown: bool,
}

impl From<Option<(u16, u16)>> for Cursor {
    /// A caret that is seen, or none.
    fn from(caret: Option<(u16, u16)>) -> Cursor {
        Cursor {
            at: caret,
            shown: caret.is_some(),
        }
    }
}

/// What is known of the terminal's caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum CaretState {
    #[default]
    Unknown,
    Hidden,
    /// Not seen, but at this zero-based column and row.
    HiddenAt(u16, u16),
    /// Zero-based column and row.
    At(u16, u16),
}

/// What the terminal shows at present, and how it is to be sent the difference to the next screen.
#[derive(Clone, Debug, Default)]
pub struct Emitter {
    shown: Option<Buffer>,
    caret: CaretState,
    mode: BidiMode,
    signs: Signs,
}

impl Emitter {
    /// Nothing is known of what the terminal shows: the first frame repaints all of it.
    pub fn new(mode: BidiMode) -> Self {
        Self {
            mode,
            ..Self::default()
        }
    }

    /// The same with other signs.
    pub fn with(self, signs: Signs) -> Self {
        Self { signs, ..self }
    }

    /// Call when the terminal may show something else: after a resize or a suspension.
    pub fn forget(&mut self) {
        *self = Self::new(self.mode).with(self.signs);
    }

    /// The bytes that make the terminal show `next`, empty if it already does. A cursor without a place, or with one off
    /// the screen, is hidden. The buffer's area must start at (0, 0) and be the whole screen.
    pub fn frame(&mut self, mut next: Buffer, cursor: impl Into<Cursor>) -> Vec<u8> {
        let cursor = cursor.into();
        self.signs.put(&mut next);
        let (cols, rows) = (next.area.width, next.area.height);
        let seen = Grid::of(&next);
        let caret = match cursor.at {
            Some((col, row)) if col < cols && row < rows => {
                let glyphs = seen
                    .rows
                    .get(usize::from(row))
                    .map_or(&[][..], Vec::as_slice);
                let col = arrange::caret(glyphs, col, self.mode);
                if cursor.shown {
                    CaretState::At(col, row)
                } else {
                    CaretState::HiddenAt(col, row)
                }
            }
            _ => CaretState::Hidden,
        };
        let shown = self.shown.as_ref().filter(|shown| shown.area == next.area);
        let mut canvas = if shown == Some(&next) {
            Canvas::new(cols)
        } else {
            let shown = shown.map(|shown| arrange::arrange(Grid::of(shown), self.mode));
            paint(shown, &arrange::arrange(seen, self.mode))
        };
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

/// A row of the test card, sent as another kind of terminal would need it.
pub struct RowInMode {
    /// From 0, the topmost.
    pub row: u16,
    pub mode: BidiMode,
    /// Control sequences that are sent before the row is made.
    pub control: &'static [u8],
}

/// The bytes that show a screen of which some rows are sent in modes of their own.
pub fn rows_in_modes(screen: &Buffer, rows: &[RowInMode]) -> Vec<u8> {
    let grid = Grid::of(screen);
    let blank = vec![CellGlyph::BLANK; grid.cols];
    let mut canvas = Canvas::new(screen.area.width);
    canvas.raw(CLEAR);
    for (y, glyphs) in (0..).zip(grid.rows) {
        let mut mode = BidiMode::Visual;
        if let Some(other) = rows.iter().find(|other| other.row == y) {
            mode = other.mode;
            // Erasing fills the row with the pen's background.
            canvas.reset_pen();
            canvas.raw(other.control);
            canvas.move_to(0, y);
            canvas.raw(b"\x1b[2K");
        }
        row::write(&mut canvas, y, &blank, &arrange::arrange_row(glyphs, mode));
    }
    canvas.reset_pen();
    canvas.into_bytes()
}

/// A line as a terminal that treats text as `mode` says is to be sent it, with blanks before it; what stands at `bold`
/// (bytes of its text) between the sequences that begin and end bold.
pub fn printed(line: &Line, before: usize, mode: BidiMode, bold: &[Range<usize>]) -> String {
    let cols = u16::try_from(before + line.width()).unwrap_or(u16::MAX);
    let mut buffer = Buffer::empty(Rect::new(0, 0, cols, 1));
    let mut col = before;
    for cell in &line.cells {
        let place = u16::try_from(col).ok().filter(|col| *col < cols);
        if let Some(shown) = place.and_then(|col| buffer.cell_mut((col, 0))) {
            shown.set_symbol(&cell.symbol);
            if bold.iter().any(|range| range.contains(&cell.bytes.start)) {
                shown.set_style(Style::new().add_modifier(Modifier::BOLD));
            }
        }
        col += usize::from(cell.width);
    }
    let grid = arrange::arrange(Grid::of(&buffer), mode);
    let glyphs = grid.rows.iter().flatten();
    let mut out = String::new();
    let mut is_bold = false;
    for glyph in glyphs.filter(|glyph| glyph.width > 0) {
        let wanted = glyph.pen.modifier.contains(Modifier::BOLD);
        if wanted != is_bold {
            out.push_str(if wanted { BOLD.0 } else { BOLD.1 });
        }
        is_bold = wanted;
        out.extend(glyph.chars());
    }
    if is_bold {
        out.push_str(BOLD.1);
    }
    out
}

/// The cells only, without caret and synchronisation; everything where nothing is known to be shown.
fn paint(shown: Option<Grid<'_>>, next: &Grid<'_>) -> Canvas {
    let mut canvas = Canvas::new(u16::try_from(next.cols).unwrap_or(u16::MAX));
    if let Some(shown) = shown {
        update(&mut canvas, &shown, next);
    } else {
        canvas.raw(CLEAR);
        row::write_all(&mut canvas, &Grid::blank(next), next);
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
    fn place(&mut self, before: CaretState, after: CaretState) {
        let was_hidden = matches!(before, CaretState::Hidden | CaretState::HiddenAt(..));
        match after {
            CaretState::Hidden | CaretState::Unknown => {
                if !was_hidden {
                    self.raw(CARET_HIDE);
                }
            }
            CaretState::HiddenAt(col, row) => {
                if !was_hidden {
                    self.raw(CARET_HIDE);
                }
                if before != after || !self.is_empty() {
                    self.move_to(col, row);
                }
            }
            CaretState::At(col, row) => {
                if before != after || !self.is_empty() {
                    self.move_to(col, row);
                }
                if !matches!(before, CaretState::At(..)) {
                    self.raw(CARET_SHOW);
                }
            }
        }
    }
}

#[cfg(test)]
mod budgets;
#[cfg(test)]
mod ink;
#[cfg(test)]
mod tests;
