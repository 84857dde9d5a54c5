//! Takes glyphs and places and gives bytes, keeping track of where the terminal's cursor and pen then are.
//!
//! A canvas can be forked: alternatives are written out on forks and the shortest is joined. Costs are thus never
//! estimated.
//!
//! Newlines move straight down: the terminal must be in raw mode (no OPOST) and no scroll region be set. ECH and REP
//! are not used, since neither screen nor tmux list them in terminfo.

use super::glyph::CellGlyph;
use super::pen::Pen;

/// Where the cursor is known to be. The column is unknown after the last one was written (a wrap may be pending), but
/// a carriage return leads to the start of the same row everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CursorPlace {
    row: u16,
    col: Option<u16>,
}

/// Bytes so far and the state they leave the terminal in.
#[derive(Debug)]
pub(super) struct Canvas {
    bytes: Vec<u8>,
    cols: u16,
    place: Option<CursorPlace>,
    pen: Pen,
}

impl Canvas {
    /// Default pen, cursor anywhere, on a screen of `cols` columns.
    pub(super) fn new(cols: u16) -> Self {
        Self {
            bytes: Vec::new(),
            cols,
            place: None,
            pen: Pen::default(),
        }
    }

    /// An empty canvas that goes on from the state of this one.
    pub(super) fn fork(&self) -> Self {
        Self {
            bytes: Vec::new(),
            ..*self
        }
    }

    /// Takes over what was written on a fork of this canvas.
    pub(super) fn join(&mut self, fork: &Self) {
        self.bytes.extend_from_slice(&fork.bytes);
        self.place = fork.place;
        self.pen = fork.pen;
    }

    /// Takes over the shortest of several forks.
    pub(super) fn join_shortest(&mut self, forks: impl IntoIterator<Item = Self>) {
        if let Some(fork) = forks.into_iter().min_by_key(Self::len) {
            self.join(&fork);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Appends a control sequence after which the cursor may be anywhere.
    pub(super) fn raw(&mut self, sequence: &[u8]) {
        self.bytes.extend_from_slice(sequence);
        self.place = None;
    }

    /// EL 0: erases from the cursor to the end of the row, with the default pen since terminals differ in what else
    /// they would fill the row with.
    pub(super) fn erase_to_end(&mut self) {
        self.reset_pen();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// EL 1: erases from the start of the row to the cursor, its cell included.
    pub(super) fn erase_to_start(&mut self) {
        self.reset_pen();
        self.bytes.extend_from_slice(b"\x1b[1K");
    }

    pub(super) fn reset_pen(&mut self) {
        self.set_pen(Pen::default());
    }

    fn set_pen(&mut self, pen: Pen) {
        self.bytes
            .extend_from_slice(pen.sgr_from(self.pen).as_bytes());
        self.pen = pen;
    }

    /// The cursor's column, if it is known and in `row`.
    pub(super) fn col_in(&self, row: u16) -> Option<u16> {
        self.place
            .filter(|place| place.row == row)
            .and_then(|place| place.col)
    }

    /// Writes one glyph at the cursor, which must have been moved there.
    pub(super) fn put(&mut self, glyph: &CellGlyph<'_>) {
        self.set_pen(if glyph.is_blank() {
            glyph.pen.blank_from(self.pen)
        } else {
            glyph.pen
        });
        let mut utf8 = [0; 4];
        for c in glyph.chars() {
            self.bytes
                .extend_from_slice(c.encode_utf8(&mut utf8).as_bytes());
        }
        let cols = self.cols;
        self.place = self
            .place
            .filter(|_| glyph.certain)
            .map(|CursorPlace { row, col }| CursorPlace {
                row,
                col: col.map(|c| c + glyph.width).filter(|&c| c < cols),
            });
    }

    /// Writes neighbouring glyphs; all but the last must be of certain width.
    pub(super) fn put_all(&mut self, glyphs: Option<&[CellGlyph<'_>]>) {
        for glyph in glyphs.into_iter().flatten() {
            if glyph.width > 0 {
                self.put(glyph);
            }
        }
    }

    /// Moves the cursor by the shortest sequence; no bytes if it is there.
    pub(super) fn move_to(&mut self, col: u16, row: u16) {
        let target = CursorPlace {
            row,
            col: Some(col),
        };
        if self.place == Some(target) {
            return;
        }
        let mut best = absolute(col, row);
        if let Some(place) = self.place {
            for way in relative(place, col, row) {
                if way.len() < best.len() {
                    best = way;
                }
            }
        }
        self.bytes.extend_from_slice(best.as_bytes());
        self.place = Some(target);
    }
}

/// CUP, cursor position.
fn absolute(col: u16, row: u16) -> String {
    match (col, row) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, row) => format!("\x1b[{}H", row + 1),
        (col, 0) => format!("\x1b[;{}H", col + 1),
        (col, row) => format!("\x1b[{};{}H", row + 1, col + 1),
    }
}

/// Ways that depend on where the cursor is: straight down or along the row, by way of column 0, or CHA.
fn relative(from: CursorPlace, col: u16, row: u16) -> Vec<String> {
    // Ten rows down by newlines are never shorter than CUP.
    let Some(down) = row.checked_sub(from.row).filter(|&down| down < 10) else {
        return Vec::new();
    };
    let down = "\n".repeat(usize::from(down));
    let mut ways = vec![format!("\r{down}{}", forward(col))];
    if let Some(at) = from.col {
        ways.push(match col.checked_sub(at) {
            Some(distance) => format!("{down}{}", forward(distance)),
            None => format!("{down}{}", backward(at - col)),
        });
        ways.push(format!("{down}\x1b[{}G", col + 1));
    }
    ways
}

/// CUF, cursor forward.
fn forward(distance: u16) -> String {
    match distance {
        0 => String::new(),
        1 => "\x1b[C".to_owned(),
        n => format!("\x1b[{n}C"),
    }
}

/// Backspaces or CUB.
fn backward(distance: u16) -> String {
    match distance {
        n @ 0..=3 => "\x08".repeat(usize::from(n)),
        n => format!("\x1b[{n}D"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: Option<(u16, u16)>, to: (u16, u16), expected: &str) {
        let mut canvas = Canvas::new(80);
        canvas.place = from.map(|(col, row)| CursorPlace {
            row,
            col: (col < 80).then_some(col),
        });
        canvas.move_to(to.0, to.1);
        assert_eq!(String::from_utf8(canvas.into_bytes()).unwrap(), expected);
    }

    #[test]
    fn the_shortest_move_wins() {
        check(None, (0, 0), "\x1b[H");
        check(None, (4, 9), "\x1b[10;5H");
        check(None, (4, 0), "\x1b[;5H");
        check(Some((3, 3)), (3, 3), "");
        check(Some((3, 3)), (0, 3), "\r");
        check(Some((3, 3)), (4, 3), "\x1b[C");
        check(Some((3, 3)), (2, 3), "\x08");
        check(Some((3, 3)), (2, 4), "\n\x08");
        check(Some((3, 3)), (0, 5), "\r\n\n");
        check(Some((70, 3)), (60, 3), "\x1b[10D");
        check(Some((75, 13)), (40, 14), "\n\x1b[35D");
        check(Some((75, 13)), (8, 13), "\x1b[9G");
        check(Some((3, 9)), (0, 3), "\x1b[4H");
    }

    #[test]
    fn after_the_last_column_only_a_return_is_trusted() {
        check(Some((80, 3)), (79, 3), "\r\x1b[79C");
        check(Some((80, 3)), (0, 4), "\r\n");
        check(Some((80, 10)), (5, 11), "\r\n\x1b[5C");
    }
}
