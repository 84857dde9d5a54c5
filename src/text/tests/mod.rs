//! Small texts in, lines out: the layout engine's tests, by what they are about, and what they
//! share.

mod cells;
mod conformance;
mod lines;
mod order;
mod properties;
mod running;
mod shape;

use super::{Base, Cell, CellOrder, Direction, Layout, Line, NumberSigns, Options};

/// The unwrapped line of `text` with the default options.
fn line(text: &str) -> Line {
    Layout::new(text, Options::default()).line()
}

/// Capitals stand for letters that run right to left (Hebrew: nothing is shaped).
fn rtl_letters(text: &str) -> String {
    let letter = |c: char| match c {
        'A'..='Z' => char::from_u32(c as u32 - 'A' as u32 + 0x05D0).unwrap(),
        _ => c,
    };
    text.chars().map(letter).collect()
}

/// The reverse of [`rtl_letters`].
fn capitals(text: &str) -> String {
    let capital = |c: char| match c {
        '\u{05D0}'..='\u{05E9}' => char::from_u32(c as u32 - 0x05D0 + 'A' as u32).unwrap(),
        _ => c,
    };
    text.chars().map(capital).collect()
}
