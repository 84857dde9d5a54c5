//! The test card: one Arabic line in every way there is, each in a box, and a question about them.
//!
//! ```text
//!   a  │                                   the line, from right to left │
//!   b  │  …                                                              │
//! ```
//!
//! The line has what goes wrong on terminals: marks, lam-alef, digits, a date, brackets, Latin. The boxes show whether
//! columns agree.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::{Role, Theme};
use crate::text::Options;

const LINE: &str = "كَتَبَ الأستاذ «لا» (الإسلام) 1,500 مرة في 30/9/2015 من CNN";
/// Columns of a box, its bars included.
const BOX: u16 = 60;

/// What the card shows.
#[derive(Clone, Debug, Default)]
pub struct Card {
    pub title: String,
    /// What was found out, a line each.
    pub notes: Vec<String>,
    /// A label for each line, and how its letters are laid out.
    pub lines: Vec<(String, Options)>,
    /// How to tell which is right, a line each; the last is the question.
    pub question: Vec<String>,
}

/// Draws the card; gives the rows of the screen on which its lines stand.
pub fn draw(card: &Card, (cols, rows): (u16, u16), theme: Theme) -> (Buffer, Vec<u16>) {
    let screen = Rect::new(0, 0, cols, rows);
    let mut buffer = Buffer::empty(screen);
    let mut painter = Painter {
        buffer: &mut buffer,
        theme,
        layout: Options::default(),
    };
    let mut y = 0;
    let mut next = |gap: u16| {
        let at = row(screen, y + gap);
        y += gap + 1;
        at
    };
    painter.fill(row(screen, 0), Role::Bar);
    painter.text(cut_left(next(0), 1), &card.title, Role::Bar, Align::Left);
    for note in &card.notes {
        painter.text(cut_left(next(0), 1), note, Role::Plain, Align::Left);
    }
    let mut placed = Vec::new();
    for (at, (label, layout)) in card.lines.iter().enumerate() {
        let area = next(u16::from(at == 0));
        placed.push(area.y);
        painter.text(cut_left(area, 2), label, Role::Title, Align::Left);
        let boxed = left(cut_left(area, 5), BOX);
        painter.rule(left(boxed, 1), "│", Role::Dim);
        painter.rule(
            cut_left(boxed, boxed.width.saturating_sub(1)),
            "│",
            Role::Dim,
        );
        painter.layout = *layout;
        painter.text(
            cut_right(cut_left(boxed, 2), 2),
            LINE,
            Role::Plain,
            Align::Right,
        );
        painter.layout = Options::default();
    }
    for (at, line) in card.question.iter().enumerate() {
        let role = if at + 1 == card.question.len() {
            Role::Title
        } else {
            Role::Plain
        };
        painter.text(
            cut_left(next(u16::from(at == 0)), 1),
            line,
            role,
            Align::Left,
        );
    }
    (buffer, placed)
}
