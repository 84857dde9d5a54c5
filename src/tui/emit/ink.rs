//! Frames in, the ink on a terminal that clips no glyph out, as xterm: the same as if all were painted anew.

use std::collections::BTreeSet;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{BidiMode, Emitter};

const COLS: u16 = 24;
const ROWS: u16 = 4;

/// The letters whose ink is in a cell, with how often it was drawn: twice looks darker than once.
type Ink = Vec<(char, i8)>;

/// A terminal whose right-to-left letters hang into the cell to the left.
#[derive(Default)]
struct InkTerminal {
    rows: Vec<Vec<Ink>>,
    row: usize,
    col: usize,
    /// First and last row of the scroll region.
    region: Option<(usize, usize)>,
}

impl InkTerminal {
    fn new() -> InkTerminal {
        InkTerminal {
            rows: vec![vec![Ink::new(); COLS.into()]; ROWS.into()],
            ..InkTerminal::default()
        }
    }

    fn process(&mut self, bytes: &[u8]) {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match c {
                '\x1b' => {
                    assert_eq!(chars.next(), Some('['));
                    let mut body = String::new();
                    let last = chars.find(|c| {
                        body.push(*c);
                        c.is_ascii_alphabetic()
                    });
                    body.pop();
                    self.control(&body, last.unwrap());
                }
                '\r' => self.col = 0,
                '\n' => self.row += 1,
                '\x08' => self.col -= 1,
                c => self.write(c),
            }
        }
    }

    fn control(&mut self, body: &str, last: char) {
        let numbers: Vec<Option<usize>> = body.split(';').map(|n| n.parse().ok()).collect();
        let number = |at: usize| numbers.get(at).copied().flatten();
        let n = number(0).unwrap_or(1);
        match last {
            'H' => (self.row, self.col) = (n - 1, number(1).unwrap_or(1) - 1),
            'G' => self.col = n - 1,
            'C' => self.col += n,
            'D' => self.col -= n,
            'K' if number(0) == Some(1) => self.erase(0..self.col + 1),
            'K' => self.erase(self.col..COLS.into()),
            'J' => *self = InkTerminal::new(),
            'r' => self.region = number(1).map(|end| (n - 1, end - 1)),
            'S' => (0..n).for_each(|_| self.scroll(false)),
            'T' => (0..n).for_each(|_| self.scroll(true)),
            _ => {}
        }
    }

    fn scroll(&mut self, down: bool) {
        let (top, bottom) = self.region.unwrap_or((0, usize::from(ROWS) - 1));
        let (gone, new) = if down { (bottom, top) } else { (top, bottom) };
        self.rows.remove(gone);
        self.rows.insert(new, vec![Ink::new(); COLS.into()]);
    }

    fn erase(&mut self, cols: std::ops::Range<usize>) {
        self.rows[self.row][cols].iter_mut().for_each(Vec::clear);
    }

    fn write(&mut self, c: char) {
        let row = &mut self.rows[self.row];
        row[self.col].clear();
        if c != ' ' {
            row[self.col].push((c, 0));
        }
        if hangs(c) && self.col > 0 {
            row[self.col - 1].push((c, -1));
        }
        self.col += 1;
    }
}

fn hangs(c: char) -> bool {
    ('\u{fe80}'..='\u{fefc}').contains(&c)
}

fn screen(rows: &[String]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
    for (y, row) in (0..ROWS).zip(rows) {
        let letters = row.chars().count() as u16;
        buffer.set_string(COLS - letters.min(COLS), y, row, Style::new());
    }
    buffer
}

#[track_caller]
fn check(screens: &[Vec<String>]) {
    let mut emitter = Emitter::new(BidiMode::Visual);
    let mut terminal = InkTerminal::new();
    for rows in screens {
        let next = screen(rows);
        terminal.process(&emitter.frame(next.clone(), None));
        let mut anew = InkTerminal::new();
        anew.process(&Emitter::new(BidiMode::Visual).frame(next, None));
        assert_eq!(terminal.rows, anew.rows, "{rows:?}");
    }
}

/// Final seen after final seen: what stays of the first reads as a dot of another letter.
#[test]
fn a_word_that_goes_takes_its_ink_along() {
    let rows = |row: &str| vec![row.to_owned()];
    check(&[rows("a \u{feb2}\u{fe91} b"), rows("a x\u{fe91} b")]);
    check(&[rows("ab\u{feb2}\u{fe91} b"), rows("ab   b")]);
    check(&[
        rows("  \u{feb2}\u{fe91} b"),
        rows("\u{feb2}\u{fe91} \u{fe91} b"),
    ]);
}

/// The screen knows nothing of letters that do not hang: a number that counts costs a digit.
#[test]
fn numbers_are_written_digit_by_digit() {
    let mut emitter = Emitter::new(BidiMode::Visual);
    emitter.frame(screen(&["10 of 70 harbour".to_owned()]), None);
    let bytes = emitter.frame(screen(&["11 of 70 harbour".to_owned()]), None);
    let letters: BTreeSet<u8> = bytes.into_iter().filter(u8::is_ascii_alphabetic).collect();
    assert!(!letters.contains(&b'b'), "{letters:?}");
}

fn words() -> impl Strategy<Value = Vec<String>> {
    let letter = prop_oneof![
        3 => Just('\u{feb2}'),
        3 => Just('\u{fe91}'),
        2 => Just(' '),
        1 => Just('7'),
        1 => Just('w'),
    ];
    let row = proptest::collection::vec(letter, 0..usize::from(COLS));
    let row = row.prop_map(|letters| letters.into_iter().collect::<String>());
    proptest::collection::vec(row, usize::from(ROWS))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_ink_is_left_or_lost(screens in proptest::collection::vec(words(), 1..6)) {
        check(&screens);
    }
}
