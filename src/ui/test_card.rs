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

use super::paint::{Align, Pace, Painter, cut_end, cut_start, row, start_of};
use super::sides::Sides;
use super::theme::{Role, Theme};
use crate::text::{Direction, Layout, Line, Options};
use crate::words::Words;

/// The line that is judged.
const LINE: &str = "كَتَبَ الأستاذ «لا» (الإسلام) 1,500 مرة في 30/9/2015 من CNN";
/// The same for narrow screens.
const SHORT_LINE: &str = "كَتَبَ «لا» (بلا) 30/9 CNN";
/// Columns of a box with [`LINE`], its bars included.
const BOX_COLS: u16 = 60;
/// Columns of a box with [`SHORT_LINE`].
const SHORT_BOX_COLS: u16 = 32;
/// Columns of the label before a box, with its blanks.
const LABEL_COLS: u16 = 5;

/// What the card shows.
#[derive(Clone, Debug, Default)]
pub struct TestCard {
    /// Texts side by side.
    pub title: Vec<String>,
    /// What was found out, an entry a line.
    pub notes: Vec<String>,
    /// A label for each line, and how its letters are laid out.
    pub lines: Vec<(String, Options)>,
    /// How to judge which line is right, for a wide screen and a narrow one.
    pub explained: [String; 2],
    /// The question and the keys that answer it, side by side, on either.
    pub keys: [Vec<String>; 2],
    /// The language of all this.
    pub words: Words,
    /// The side on which it starts.
    pub direction: Direction,
}

/// Draws the card; gives the rows of the screen on which its lines stand. Where there is little room, the lines and the
/// keys stay.
pub fn draw(card: &TestCard, (cols, rows): (u16, u16), theme: Theme) -> (Buffer, Vec<u16>) {
    let screen = Rect::new(0, 0, cols, rows);
    let mut buffer = Buffer::empty(screen);
    let mut painter = Painter {
        buffer: &mut buffer,
        theme,
        layout: Options::default(),
        words: card.words,
        sides: Sides::new(cols, card.direction),
        pace: Pace::Resting,
        selected: None,
    };
    painter.fill(row(screen, 0), Role::Bar);
    beside(&mut painter, row(screen, 0), &card.title, Role::Bar);
    let narrow = cols < LABEL_COLS + BOX_COLS;
    let explained = wrapped(&card.explained[usize::from(narrow)], cols);
    let notes = card.notes.iter().flat_map(|note| wrapped(note, cols));
    let notes: Vec<Line> = notes.collect();
    // Title, lines and keys.
    let least = 2 + card.lines.len();
    let spare = usize::from(rows).saturating_sub(least);
    let visible = VisibleParts {
        explained: explained.len() < spare,
        gaps: explained.len() + 2 <= spare,
        notes: explained.len() + 2 + notes.len() <= spare,
    };
    let mut y = 1;
    for line in notes.iter().filter(|_| visible.notes) {
        said(&mut painter, row(screen, y), line);
        y += 1;
    }
    y += u16::from(visible.gaps);
    let first = y;
    for (label, layout) in &card.lines {
        boxed(&mut painter, row(screen, y), label, *layout, narrow);
        y += 1;
    }
    let placed = (first..y.min(rows)).collect();
    y += u16::from(visible.gaps);
    for line in explained.iter().filter(|_| visible.explained) {
        said(&mut painter, row(screen, y), line);
        y += 1;
    }
    let keys = row(screen, y.min(rows.saturating_sub(1)));
    beside(
        &mut painter,
        keys,
        &card.keys[usize::from(narrow)],
        Role::Title,
    );
    (buffer, placed)
}

/// A line of what is said, at the edge from which it is read.
fn said(painter: &mut Painter<'_>, row: Rect, line: &Line) {
    let area = cut_end(cut_start(row, 1), 1);
    let x = painter.own_start(area, line);
    painter.line((x, area.y), area, line, Role::Plain);
}

/// Texts side by side, a column from the edge.
fn beside(painter: &mut Painter<'_>, area: Rect, texts: &[String], role: Role) {
    let texts: Vec<(&str, Role)> = texts.iter().map(|text| (text.as_str(), role)).collect();
    painter.fields(cut_start(area, 1), &texts);
}

/// The parts that the screen has room for.
struct VisibleParts {
    explained: bool,
    gaps: bool,
    notes: bool,
}

fn boxed(painter: &mut Painter<'_>, area: Rect, label: &str, layout: Options, narrow: bool) {
    let (line, width) = if narrow {
        (SHORT_LINE, SHORT_BOX_COLS)
    } else {
        (LINE, BOX_COLS)
    };
    painter.text(cut_start(area, 2), label, Role::Title, Align::Start);
    let boxed = start_of(cut_start(area, LABEL_COLS), width);
    painter.rule(start_of(boxed, 1), "│", Role::Dim);
    let end = cut_start(boxed, boxed.width.saturating_sub(1));
    painter.rule(end, "│", Role::Dim);
    painter.layout = layout;
    let inside = cut_end(cut_start(boxed, 2), 2);
    painter.text(inside, line, Role::Plain, Align::Own);
    painter.layout = Options::default();
}

fn wrapped(text: &str, cols: u16) -> Vec<Line> {
    Layout::new(text, Options::default()).lines(usize::from(cols.saturating_sub(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> TestCard {
        TestCard {
            title: vec!["title".to_owned()],
            notes: vec!["first".to_owned(), "second".to_owned()],
            lines: ["a", "b", "c", "d", "e"]
                .map(|l| (l.to_owned(), Options::default()))
                .into(),
            explained: ["many words ".repeat(30), "few words".to_owned()],
            keys: ["keys", "keys"].map(|keys| vec![keys.to_owned()]),
            ..TestCard::default()
        }
    }

    #[test]
    fn lines_and_keys_are_there_at_any_size() {
        for cols in [40, 80, 120] {
            for rows in 7..40 {
                let (buffer, placed) = draw(&card(), (cols, rows), Theme::Mono);
                assert_eq!(placed.len(), 5, "{cols}x{rows}");
                let text: String = buffer
                    .content
                    .iter()
                    .map(ratatui::buffer::Cell::symbol)
                    .collect();
                assert!(text.contains("keys"), "{cols}x{rows}");
                assert_eq!(text.matches("CNN").count(), 5, "{cols}x{rows}");
            }
        }
    }

    /// What starts at the right stands at the right; the line to be judged does on either screen.
    #[test]
    fn a_mirrored_card_is_read_from_the_right() {
        let column = |direction, symbol: &str| {
            let card = TestCard {
                direction,
                ..card()
            };
            let (buffer, placed) = draw(&card, (80, 24), Theme::Mono);
            let y = placed[0];
            let found = (0..80).filter(|x| buffer[(*x, y)].symbol() == symbol);
            found.collect::<Vec<u16>>()
        };
        assert_eq!(column(Direction::Ltr, "a"), [2]);
        assert_eq!(column(Direction::Rtl, "a"), [77]);
        let [plain, mirrored] = [Direction::Ltr, Direction::Rtl].map(|d| column(d, "│"));
        let turned: Vec<u16> = plain.iter().rev().map(|x| 79 - x).collect();
        assert_eq!(turned, mirrored);
        // CNN ends at the left of its box, and the line begins at its right.
        let ends = |direction, bars: &[u16]| {
            let names = column(direction, "N");
            names.iter().all(|x| *x > bars[0] + 1) && column(direction, "C")[0] > bars[0]
        };
        assert!(ends(Direction::Ltr, &plain) && ends(Direction::Rtl, &mirrored));
    }

    #[test]
    fn no_size_is_trouble() {
        for cols in 0..12 {
            for rows in 0..7 {
                draw(&card(), (cols, rows), Theme::Mono);
            }
        }
    }
}
