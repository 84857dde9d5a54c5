//! Takes a ratatui [`Buffer`] and gives a grid of glyphs: for each cell the text that is safe to send, its width in
//! columns and its pen.
//!
//! This is the last gate for untrusted text: whatever reached a cell, `Cell::set_symbol` filters nothing. Control
//! characters (C0, C1), bidi controls and other invisible format characters are dropped here, and a symbol that then
//! takes no column, or more than there is room for, becomes a space.

use ratatui::buffer::{Buffer, Cell};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::pen::Pen;
use crate::text::{Direction, is_tashkeel, mirror_image, script_direction, strong, turns};

/// One cell as the terminal shall show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct CellGlyph<'a> {
    /// The cell's symbol; written through [`CellGlyph::chars`] only.
    symbol: &'a str,
    /// Columns: 1, 2, or 0 for the second half of a wide glyph.
    pub width: u16,
    pub pen: Pen,
    /// Whether all terminals move their cursor by `width` after this glyph.
    pub certain: bool,
    /// Sent as its mirror image.
    mirrored: bool,
    /// Sent without marks that are no tashkeel.
    bare: bool,
    /// Sent in place of its first character.
    instead: Option<char>,
    /// A bidi control of ours, sent after it.
    pub after: &'static str,
}

impl<'a> CellGlyph<'a> {
    pub(super) const BLANK: CellGlyph<'static> = CellGlyph {
        symbol: " ",
        width: 1,
        pen: Pen {
            fg: ratatui::style::Color::Reset,
            bg: ratatui::style::Color::Reset,
            modifier: ratatui::style::Modifier::empty(),
        },
        certain: true,
        mirrored: false,
        bare: false,
        instead: None,
        after: "",
    };

    /// No glyph looks like this: what is shown is to be written in any case.
    pub(super) const NONE: CellGlyph<'static> = CellGlyph {
        width: u16::MAX,
        ..CellGlyph::BLANK
    };

    /// `room`: columns from this cell to the end of the row.
    fn of(cell: &'a Cell, room: u16) -> Self {
        let pen = Pen::of(cell);
        let symbol = cell.symbol();
        match measure(symbol) {
            Some((width, certain)) if width <= room && !is_space(symbol) => Self {
                symbol,
                width,
                pen,
                certain,
                ..CellGlyph::BLANK
            },
            _ => Self {
                pen: pen.on_blank(),
                ..CellGlyph::BLANK
            },
        }
    }

    /// A space; its pen is reduced to what can be seen of it.
    pub(super) fn is_blank(&self) -> bool {
        self.symbol == " "
    }

    /// The same glyph sent as its mirror image.
    pub(super) fn mirror_image(&self) -> Self {
        Self {
            mirrored: !self.mirrored && self.has_mirror_image(),
            ..*self
        }
    }

    pub(super) fn is_mirrored(&self) -> bool {
        self.mirrored
    }

    pub(super) fn has_mirror_image(&self) -> bool {
        self.base().is_some_and(|c| mirror_image(c) != c)
    }

    /// This blank, sent as another character than a space.
    pub(super) fn blank_as(&self, symbol: &'static str) -> Self {
        Self { symbol, ..*self }
    }

    /// The same without marks that are no tashkeel.
    pub(super) fn without_rare_marks(&self) -> Self {
        Self {
            bare: true,
            ..*self
        }
    }

    /// The same with another first character.
    pub(super) fn sent_as(&self, c: char) -> Self {
        Self {
            instead: Some(c),
            ..*self
        }
    }

    pub(super) fn has_marks(&self) -> bool {
        self.symbol.chars().nth(1).is_some()
    }

    /// What stands in the second column of a wide glyph.
    pub(super) fn second_half(&self) -> Self {
        Self {
            symbol: "",
            width: 0,
            after: "",
            ..*self
        }
    }

    /// The first character, which all others are marks on.
    pub(super) fn base(&self) -> Option<char> {
        self.symbol.chars().find(|&c| !forbidden(c))
    }

    /// The same as it is sent.
    pub(super) fn sent_base(&self) -> Option<char> {
        let base = self.instead.or_else(|| self.base())?;
        Some(if self.mirrored {
            mirror_image(base)
        } else {
            base
        })
    }

    /// The direction of a strong character (UAX #9).
    pub(super) fn direction(&self) -> Option<Direction> {
        self.base().and_then(strong)
    }

    /// Whether its ink may reach into the cell to its left, or be reached by that of a letter it is joined to there.
    pub(super) fn hangs_left(&self) -> bool {
        self.width == 0 || self.direction() == Some(Direction::Rtl)
    }

    /// Whether a terminal that reorders would move it (UAX #9).
    pub(super) fn turns(&self) -> bool {
        self.base().is_some_and(turns)
    }

    pub(super) fn is_digit(&self) -> bool {
        self.base().is_some_and(char::is_numeric)
    }

    /// Whether it is drawn between panes.
    pub(super) fn is_border(&self) -> bool {
        self.base()
            .is_some_and(|c| ('\u{2500}'..='\u{257F}').contains(&c))
    }

    /// The direction of the script it belongs to.
    pub(super) fn script(&self) -> Option<Direction> {
        self.base().and_then(script_direction)
    }

    /// The characters to be sent.
    pub(super) fn chars(&self) -> impl Iterator<Item = char> + 'a {
        let glyph = *self;
        let safe = self.symbol.chars().filter(|&c| !forbidden(c));
        let wanted = safe.filter(move |&c| !glyph.bare || c.width() != Some(0) || is_tashkeel(c));
        let shown = wanted.enumerate().map(move |(at, c)| {
            let c = glyph.instead.filter(|_| at == 0).unwrap_or(c);
            if glyph.mirrored { mirror_image(c) } else { c }
        });
        shown.chain(self.after.chars())
    }
}

/// Whether a symbol looks like a space. Terminals break runs at the plain one only, and there is nothing left to break.
fn is_space(symbol: &str) -> bool {
    matches!(symbol, " " | "\u{A0}" | "\u{202F}" | "\u{2007}")
}

/// Width of a symbol in columns, and whether terminals agree on it; `None` if it cannot be shown in one or two columns.
fn measure(symbol: &str) -> Option<(u16, bool)> {
    if let [byte] = symbol.as_bytes() {
        return (0x20..0x7f).contains(byte).then_some((1, true));
    }
    let mut chars = symbol.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        let width = u16::try_from(c.width().filter(|_| !forbidden(c))?).ok()?;
        return (1..=2).contains(&width).then_some((width, !disputed(c)));
    }
    measure_cluster(symbol)
}

fn measure_cluster(symbol: &str) -> Option<(u16, bool)> {
    let mut chars = symbol.chars().filter(|&c| !forbidden(c)).peekable();
    // A mark without a base would be drawn on the glyph to its left.
    chars.peek()?.width().filter(|&width| width > 0)?;
    let (mut sum, mut certain) = (0, true);
    for c in chars {
        sum += c.width().unwrap_or(0);
        certain &= !disputed(c);
    }
    let width = if symbol.chars().any(forbidden) {
        sum
    } else {
        // Lam and alef in one cell count as one here, as two in most terminals: then `certain` is false.
        symbol.width()
    };
    let width = u16::try_from(width).ok().filter(|w| (1..=2).contains(w))?;
    Some((width, certain && usize::from(width) == sum))
}

/// Never sent: control characters, line separators, bidi controls, tags, byte order mark.
fn forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Sent, but with a width that differs between terminals: soft hyphen, Arabic number signs, joiners.
fn disputed(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{600}'
            ..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
    ) || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{fe00}'..='\u{fe0f}')
}

/// A screen of glyphs, row by row; all rows are `cols` long.
#[derive(Clone, Debug)]
pub(super) struct Grid<'a> {
    pub rows: Vec<Vec<CellGlyph<'a>>>,
    pub cols: usize,
}

impl<'a> Grid<'a> {
    pub(super) fn of(buffer: &'a Buffer) -> Self {
        let cols = usize::from(buffer.area.width);
        let rows = if cols == 0 {
            Vec::new()
        } else {
            buffer.content.chunks(cols).map(row_of).collect()
        };
        Self { rows, cols }
    }

    /// A blank grid of the size of another.
    pub(super) fn blank(like: &Grid<'_>) -> Self {
        Self {
            rows: vec![vec![CellGlyph::BLANK; like.cols]; like.rows.len()],
            cols: like.cols,
        }
    }
}

fn row_of(cells: &[Cell]) -> Vec<CellGlyph<'_>> {
    let mut row: Vec<CellGlyph<'_>> = Vec::with_capacity(cells.len());
    while let Some(cell) = cells.get(row.len()) {
        let room = u16::try_from(cells.len() - row.len()).unwrap_or(u16::MAX);
        let glyph = CellGlyph::of(cell, room);
        row.push(glyph);
        if glyph.width == 2 {
            row.push(glyph.second_half());
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(symbol: &str, expected: Option<(u16, bool)>, sent: &str) {
        assert_eq!(measure(symbol), expected, "{symbol:?}");
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol);
        let text: String = CellGlyph::of(&cell, 2).chars().collect();
        assert_eq!(text, sent, "{symbol:?}");
    }

    #[test]
    fn ordinary_symbols_pass() {
        check("a", Some((1, true)), "a");
        check(" ", Some((1, true)), " ");
        check("\u{feb3}", Some((1, true)), "\u{feb3}");
        check(
            "\u{feb3}\u{64e}\u{651}",
            Some((1, true)),
            "\u{feb3}\u{64e}\u{651}",
        );
        check("\u{4e2d}", Some((2, true)), "\u{4e2d}");
        check("\u{25c2}", Some((1, true)), "\u{25c2}");
    }

    #[test]
    fn nothing_without_width_passes() {
        check("", None, " ");
        check("\u{64e}", None, " ");
        check("\u{64e}a", None, " ");
        check("\u{200e}", None, " ");
        check("abc", None, " ");
    }

    #[test]
    fn controls_are_dropped() {
        check("\x1b", None, " ");
        check("\t", None, " ");
        check("\x7f", None, " ");
        check("a\x1b", Some((1, true)), "a");
        check("\u{9b}1", Some((1, true)), "1");
        check("\u{202e}a\u{202c}", Some((1, true)), "a");
        check("\u{2028}", None, " ");
        check("\u{85}", None, " ");
    }

    #[test]
    fn widths_terminals_disagree_on_are_marked() {
        check("\u{644}\u{627}", Some((1, false)), "\u{644}\u{627}");
        check("\u{2764}\u{fe0f}", Some((2, false)), "\u{2764}\u{fe0f}");
        check("a\u{200d}", Some((1, false)), "a\u{200d}");
    }

    #[test]
    fn a_sign_of_a_number_is_one_column() {
        for sign in ["\u{600}", "\u{604}", "\u{6dd}"] {
            assert_eq!(measure(sign).map(|(width, _)| width), Some(1), "{sign:?}");
        }
    }

    #[test]
    fn a_wide_symbol_needs_two_columns() {
        let mut cell = Cell::EMPTY;
        cell.set_symbol("\u{4e2d}");
        assert!(CellGlyph::of(&cell, 1).is_blank());
        let cells = [cell.clone(), Cell::EMPTY, cell];
        let row = row_of(&cells);
        let widths: Vec<u16> = row.iter().map(|glyph| glyph.width).collect();
        assert_eq!(widths, [2, 0, 1]);
    }
}
