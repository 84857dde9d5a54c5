//! Screens of 80x24 as the reader and the list draw them in, the bytes that a change costs out: at most a budget.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::tests::assert_shows;
use super::{BidiMode, Emitter};

const COLS: u16 = 80;
const ROWS: u16 = 24;

/// A line of `seed`-dependent words of presentation forms (three bytes a letter) that ends at the right edge.
fn arabic_line(buffer: &mut Buffer, y: u16, seed: u32, length: u16) {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    for x in COLS - length..COLS {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        let roll = (state >> 16) % 110;
        let symbol = if roll.is_multiple_of(6) {
            ' '
        } else {
            char::from_u32(0xfe8d + roll).unwrap()
        };
        buffer[(x, y)].set_char(symbol);
    }
}

/// A reader page whose first line is line `top` of an article, between a dim head and a dim foot.
fn reader(top: u32) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
    buffer.set_string(0, 0, format!("line {top:<60}"), Modifier::DIM);
    for y in 1..ROWS - 1 {
        let line = top + u32::from(y);
        arabic_line(&mut buffer, y, line, 66 + (line % 13) as u16);
    }
    buffer.set_string(0, ROWS - 1, "  Enter read  / search  q quit", Modifier::DIM);
    buffer
}

/// How a list marks the row under the cursor.
#[derive(Clone, Copy)]
enum CursorMark {
    /// Reversed marker at the edge and underlined date.
    Edge,
    /// Reversed title of 40 letters and marker.
    Title,
    /// The whole row reversed.
    Row,
}

fn list(selected: u16, mark: CursorMark) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
    for y in 2..ROWS - 2 {
        arabic_line(&mut buffer, y, u32::from(y), 60);
        buffer.set_string(62, y, "    2016-10-18  ", Style::new());
    }
    let (marker, style) = (Rect::new(78, selected, 2, 1), Modifier::REVERSED);
    buffer.set_string(78, selected, "\u{25c2} ", style);
    match mark {
        CursorMark::Edge => buffer.set_style(Rect::new(66, selected, 10, 1), Modifier::UNDERLINED),
        CursorMark::Title => buffer.set_style(Rect::new(22, selected, 40, 1), style),
        CursorMark::Row => buffer.set_style(Rect::new(0, selected, 80, 1), style),
    }
    buffer.set_style(marker, style);
    buffer
}

/// Bytes of the change from one screen to another; the result is checked on a terminal.
#[track_caller]
fn cost(before: Option<Buffer>, after: &Buffer) -> usize {
    let size = |n| std::num::NonZeroU16::new(n).unwrap();
    let mut terminal = vt100::Parser::new(size(ROWS), size(COLS), 0);
    let mut emitter = Emitter::new(BidiMode::Visual);
    if let Some(before) = before {
        terminal.process(&emitter.frame(before, None));
    }
    let bytes = emitter.frame(after.clone(), None);
    terminal.process(&bytes);
    assert_shows(&terminal, after);
    bytes.len()
}

#[track_caller]
fn check(name: &str, bytes: usize, limit: usize) {
    println!("{name}: {bytes} bytes");
    assert!(bytes <= limit, "{name}: {bytes} bytes, at most {limit}");
}

#[test]
fn budgets_at_80x24() {
    check("first frame", cost(None, &reader(1)), 6_000);
    check("one line down", cost(Some(reader(1)), &reader(2)), 300);
    check("one line up", cost(Some(reader(2)), &reader(1)), 300);
    check("one page", cost(Some(reader(1)), &reader(23)), 5_500);
    check("half a page", cost(Some(reader(1)), &reader(12)), 2_750);
    check("the same page", cost(Some(reader(1)), &reader(1)), 0);
}

#[test]
fn a_list_cursor_is_cheap_if_it_restyles_little() {
    let moved = |mark| cost(Some(list(5, mark)), &list(6, mark));
    check("cursor at the edge", moved(CursorMark::Edge), 120);
    check("cursor on the title", moved(CursorMark::Title), 320);
    check("cursor on the row", moved(CursorMark::Row), 480);
}

#[test]
fn the_caret_alone_costs_a_move() {
    let mut emitter = Emitter::new(BidiMode::Visual);
    emitter.frame(reader(1), Some((4, 4)));
    assert_eq!(emitter.frame(reader(1), Some((4, 4))), b"");
    assert_eq!(emitter.frame(reader(1), Some((5, 4))), b"\x1b[5;6H");
    assert_eq!(emitter.frame(reader(1), None), b"\x1b[?25l");
    assert_eq!(emitter.frame(reader(1), None), b"");
}
