//! Takes random sequences of screens and checks that a terminal (the `vt100` crate) fed with the bytes shows them.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::{BidiMode, Emitter};

const COLS: u16 = 14;
const ROWS: u16 = 7;

/// Blanks thrice so that gaps, starts and ends of rows are often blank.
const SYMBOLS: [&str; 14] = [
    " ",
    " ",
    " ",
    "a",
    "b",
    "7",
    "\u{feb3}",
    "\u{fefb}",
    "\u{fe91}\u{64e}",
    "\u{4e2d}",
    "\u{65e5}",
    "\u{25c2}",
    "",
    "\x1b[2J",
];

const COLOURS: [Color; 6] = [
    Color::Reset,
    Color::Reset,
    Color::Red,
    Color::White,
    Color::Indexed(200),
    Color::Rgb(1, 20, 200),
];

const MODIFIERS: [Modifier; 7] = [
    Modifier::empty(),
    Modifier::empty(),
    Modifier::BOLD,
    Modifier::DIM,
    Modifier::REVERSED,
    Modifier::UNDERLINED,
    Modifier::ITALIC,
];

fn terminal(cols: u16, rows: u16) -> vt100::Parser {
    let size = |n| NonZeroU16::new(n).unwrap();
    let mut terminal = vt100::Parser::new(size(rows), size(cols), 0);
    // What a shell may leave behind: text, a pen, a scroll region.
    terminal.process(b"left over\r\nleft over\x1b[31;44m\x1b[2;4r");
    terminal
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("not in the table: {other:?}"),
    }
}

/// What a cell shall look like; on a blank only what can be seen.
type CellLook = (String, vt100::Color, vt100::Color, [bool; 5]);

fn look(text: &str, fg: vt100::Color, bg: vt100::Color, on: [bool; 5]) -> CellLook {
    let [_, _, _, underlined, reversed] = on;
    if text.trim().is_empty() && !underlined && !reversed {
        return (" ".into(), vt100::Color::Default, bg, [false; 5]);
    }
    let text = if text.is_empty() { " " } else { text };
    (text.into(), fg, bg, on)
}

fn wanted(cell: &Cell, room: u16) -> (CellLook, bool) {
    let wide = matches!(cell.symbol(), "\u{4e2d}" | "\u{65e5}");
    let text = match cell.symbol() {
        "\x1b[2J" => " ",
        _ if wide && room < 2 => " ",
        symbol => symbol,
    };
    let on = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ]
    .map(|modifier| cell.modifier.contains(modifier));
    (
        look(text, colour(cell.fg), colour(cell.bg), on),
        wide && room >= 2,
    )
}

#[track_caller]
pub(super) fn assert_shows(terminal: &vt100::Parser, buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let (expected, wide) = wanted(&buffer[(x, y)], buffer.area.width - x);
            let cell = terminal.screen().cell(y, x).unwrap();
            let on = [
                cell.bold(),
                cell.dim(),
                cell.italic(),
                cell.underline(),
                cell.inverse(),
            ];
            let seen = look(cell.contents(), cell.fgcolor(), cell.bgcolor(), on);
            assert_eq!(seen, expected, "column {x}, row {y}");
            x += if wide { 2 } else { 1 };
        }
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    let pick = |n: usize| 0..n;
    (
        pick(SYMBOLS.len()),
        prop::option::weighted(
            0.2,
            (
                pick(COLOURS.len()),
                pick(COLOURS.len()),
                pick(MODIFIERS.len()),
            ),
        ),
    )
        .prop_map(|(symbol, style)| {
            let mut cell = Cell::EMPTY;
            cell.set_symbol(SYMBOLS[symbol]);
            if let Some((fg, bg, modifier)) = style {
                cell.fg = COLOURS[fg];
                cell.bg = COLOURS[bg];
                cell.modifier = MODIFIERS[modifier];
            }
            cell
        })
}

/// A change to the screen: one cell, a blanked part of a row, all cells, or a moved band.
#[derive(Clone, Debug)]
enum ScreenChange {
    Cell(u16, u16, Cell),
    Blank(u16, u16, u16),
    All(Vec<Cell>),
    Scroll(u16, u16, i16),
    Same,
}

fn change() -> impl Strategy<Value = ScreenChange> {
    let all = usize::from(COLS * ROWS);
    prop_oneof![
        4 => (0..COLS, 0..ROWS, cell()).prop_map(|(x, y, cell)| ScreenChange::Cell(x, y, cell)),
        2 => (0..COLS, 0..=COLS, 0..ROWS).prop_map(|(from, to, y)| ScreenChange::Blank(from, to, y)),
        1 => prop::collection::vec(cell(), all).prop_map(ScreenChange::All),
        3 => (0..ROWS, 1..=ROWS, -4_i16..5).prop_map(|(a, b, by)| ScreenChange::Scroll(a, b, by)),
        1 => Just(ScreenChange::Same),
    ]
}

fn apply(buffer: &mut Buffer, change: ScreenChange) {
    match change {
        ScreenChange::Cell(x, y, cell) => buffer[(x, y)] = cell,
        ScreenChange::Blank(from, to, y) => {
            for x in from..to {
                buffer[(x, y)] = Cell::EMPTY;
            }
        }
        ScreenChange::All(cells) => buffer.content = cells,
        ScreenChange::Scroll(top, bottom, by) => {
            let old = buffer.clone();
            for y in top..bottom {
                let from = y.checked_add_signed(by).filter(|y| *y < ROWS);
                for x in 0..COLS {
                    buffer[(x, y)] = from.map_or(Cell::EMPTY, |from| old[(x, from)].clone());
                }
            }
        }
        ScreenChange::Same => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_terminal_shows_what_was_asked_for(
        steps in prop::collection::vec(
            (change(), change(), prop::option::of((0..COLS + 1, 0..ROWS + 1)), prop::bool::weighted(0.05)),
            1..12,
        )
    ) {
        let mut terminal = terminal(COLS, ROWS);
        let mut emitter = Emitter::new(BidiMode::Visual);
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
        for (first, second, caret, forget) in steps {
            apply(&mut buffer, first);
            apply(&mut buffer, second);
            if forget {
                emitter.forget();
                terminal.process(b"\x1b[3;3Hgarbage\x1b[7m");
            }
            terminal.process(&emitter.frame(buffer.clone(), caret));
            assert_shows(&terminal, &buffer);
            let visible = caret.filter(|(x, y)| *x < COLS && *y < ROWS);
            assert_eq!(terminal.screen().hide_cursor(), visible.is_none());
            if let Some((x, y)) = visible {
                assert_eq!(terminal.screen().cursor_position(), (y, x));
            }
            assert_eq!(emitter.frame(buffer.clone(), caret), b"", "idle");
        }
    }

    #[test]
    fn no_symbol_sends_a_control_sequence(symbols in prop::collection::vec(any::<String>(), 12)) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 3));
        let plain = Emitter::new(BidiMode::Visual).frame(buffer.clone(), None);
        for (cell, symbol) in buffer.content.iter_mut().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        let bytes = String::from_utf8(Emitter::new(BidiMode::Visual).frame(buffer, None)).unwrap();
        let sequences = |text: &str| text.matches('\x1b').count();
        // One move a cell at most.
        assert!(sequences(&bytes) <= sequences(std::str::from_utf8(&plain).unwrap()) + 12);
        for c in bytes.chars().filter(|c| c.is_control()) {
            assert!(matches!(c, '\x1b' | '\r' | '\n' | '\x08'), "{c:?} in {bytes:?}");
        }
    }
}

/// Lines of braille and speech follow the cursor, which nobody need see.
#[test]
fn a_hidden_cursor_stands_where_it_should() {
    let mut terminal = terminal(COLS, ROWS);
    let mut emitter = Emitter::new(BidiMode::Visual);
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
    for (text, row) in [("one", 1), ("two", 3), ("two", 2)] {
        buffer.set_string(0, 0, text, ratatui::style::Style::new());
        let cursor = super::Cursor {
            at: Some((2, row)),
            shown: false,
        };
        terminal.process(&emitter.frame(buffer.clone(), cursor));
        assert!(terminal.screen().hide_cursor());
        assert_eq!(terminal.screen().cursor_position(), (row, 2));
        assert_eq!(emitter.frame(buffer.clone(), cursor), b"", "idle");
    }
    terminal.process(&emitter.frame(buffer.clone(), Some((1, 1))));
    assert!(!terminal.screen().hide_cursor());
}

#[test]
fn a_resize_repaints() {
    let mut emitter = Emitter::new(BidiMode::Visual);
    let mut parser = terminal(20, 5);
    let wide = Buffer::with_lines(["twenty columns wide.", "b", "c", "d", "e"]);
    parser.process(&emitter.frame(wide, None));
    let size = |n| NonZeroU16::new(n).unwrap();
    parser.screen_mut().set_size(size(3), size(10));
    let narrow = Buffer::with_lines(["ten column", "", "z        z"]);
    parser.process(&emitter.frame(narrow.clone(), None));
    assert_shows(&parser, &narrow);
}

#[test]
fn no_area_is_no_trouble() {
    let mut emitter = Emitter::new(BidiMode::Visual);
    let empty = Buffer::empty(Rect::ZERO);
    emitter.frame(empty.clone(), Some((0, 0)));
    assert_eq!(emitter.frame(empty, Some((0, 0))), b"");
}

/// A bar above must not colour the blanks of a row that is made after a switch.
#[test]
fn rows_in_modes_are_blank_where_they_are_blank() {
    let mut screen = Buffer::empty(Rect::new(0, 0, COLS, 3));
    for x in 0..COLS {
        screen[(x, 0)].set_symbol("b").set_bg(Color::Blue);
    }
    screen[(3, 1)].set_symbol("x");
    let rows = [super::RowInMode {
        row: 1,
        mode: BidiMode::Visual,
        control: b"\x1b[8l",
    }];
    let mut terminal = terminal(COLS, 3);
    terminal.process(&super::rows_in_modes(&screen, &rows));
    let cell = |row, col| terminal.screen().cell(row, col).unwrap();
    assert_eq!(cell(0, 0).bgcolor(), vt100::Color::Idx(4));
    assert_eq!(cell(1, 0).bgcolor(), vt100::Color::Default);
    assert_eq!(cell(1, 3).contents(), "x");
}
