//! Two versions of a story in, the cells of a screen that shows them side by side out.
//!
//! From 100 columns on, here an Arabic first version, which is read in the right-hand pane:
//!
//! ```text
//!   2  بريد النهر  2015-09-30  7 only here         │  1  صدى الساحل  2015-09-29  3 only here
//! ── 91% the same  12 words moved  change 2/5 ────────────────────────────────────────────
//!         ┌ words only it has ┐   … نص النسخة الثانية│                … نص النسخة الأولى
//!                                               ⋯ │                 ⋯ 4 paragraphs the same
//! ```
//!
//! With fewer, the versions stand one above the other, the mark saying whose a line is:
//!
//! ```text
//!  1  صدى الساحل  2015-09-29  3 only here
//!  2  بريد النهر  2015-09-30  7 only here
//! ── 91% the same  change 2/5 ───────
//! ▸                … نص النسخة الأولى 1
//!                 … نص النسخة الثانية 2
//!             ⋯ 4 paragraphs the same
//! ```
//!
//! A heavy divider, or `▸`, shows the change that n and N go from. Words are marked on the words;
//! that both versions have a paragraph is said by its being dim.

use ratatui::layout::Rect;

use super::list::boxed;
use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::compare::{Compare, Frame, Pointer, ScreenRow, TextLine};
use crate::app::strings::{counted, thousands};
use crate::app::{facts, strings};
use crate::text::Direction;

const SIDES: [(&str, Role); 2] = [("1", Role::OnlyFirst), ("2", Role::OnlySecond)];
/// Columns of the mark that says whose a line is, and a blank.
const MARK: u16 = 2;
/// Below this many columns what differs has the date's room.
const NARROW: u16 = 50;

pub(super) fn draw(painter: &mut Painter<'_>, compare: &Compare, area: Rect) {
    let frame = compare.frame(area);
    for side in [0, 1] {
        head(painter, compare, frame.heads[side], side);
    }
    rule(painter, compare, frame.rule);
    painter.rule(frame.divider, "│", Role::Dim);
    for ((at, screen_row), y) in compare.rows_in_view().zip(0..frame.texts[0].height) {
        match screen_row {
            ScreenRow::Blank => {}
            ScreenRow::Same {
                summary, direction, ..
            } => same(painter, &frame, y, (summary, *direction)),
            ScreenRow::Text { row, sides, same } => {
                for (side, line) in (0..).zip(sides) {
                    if let Some(line) = line {
                        let place = Place {
                            pane: frame.texts[side],
                            wide: frame.is_wide(),
                            y,
                        };
                        text(painter, compare, &place, (*row, side, line, *same));
                    }
                }
            }
        }
        match compare.pointer(at) {
            Pointer::None => {}
            pointer => point(painter, &frame, y, pointer == Pointer::First),
        }
    }
}

/// `1  صدى الساحل  2015-09-29  3 only here  412 words`
fn head(painter: &mut Painter<'_>, compare: &Compare, area: Rect, side: usize) {
    let entry = compare.entry(side);
    let (number, role) = SIDES[side];
    let area = cut_left(area, 1);
    painter.text(left(area, 1), number, role, Align::Left);
    let date = facts::date(entry);
    let only = format!("{} only here", thousands(compare.only(side)));
    let words = counted(compare.words(side), "word", "words");
    let source = match entry.article.source_str() {
        "" => strings::UNKNOWN,
        known => known,
    };
    let (source, date) = ((source, Role::Source), (date.as_str(), Role::Date));
    let (only, words) = ((only.as_str(), role), (words.as_str(), Role::Dim));
    let fields = if area.width < NARROW {
        [source, only, date, words]
    } else {
        [source, date, only, words]
    };
    painter.fields(cut_right(cut_left(area, 3), 1), &fields);
}

/// `── 91% the same ─ 12 words moved ─ change 2/5 ──────`
fn rule(painter: &mut Painter<'_>, compare: &Compare, area: Rect) {
    if area.area() == 0 {
        return;
    }
    painter.rule(area, "─", Role::Dim);
    let agree = match compare.percent() {
        100 => strings::WORD_FOR_WORD.to_owned(),
        percent => format!("{percent}% the same"),
    };
    let rest = boxed(painter, cut_left(area, 2), &agree, Role::Title);
    let moved = Some(compare.moved())
        .filter(|n| *n > 0)
        .map(|n| counted(n, "word moved", "words moved"));
    let change = match compare.change() {
        (Some(at), all) => Some(format!("change {at}/{all}")),
        (None, 0) => None,
        (None, all) => Some(counted(all, "change", "changes")),
    };
    let mut rest = rest;
    for (text, role) in [(moved, Role::Moved), (change, Role::Dim)] {
        let Some(text) = text else { continue };
        if text.len() + 3 < usize::from(rest.width) {
            rest = boxed(painter, cut_left(rest, 1), &text, role);
        }
    }
}

/// Where a line of text goes.
struct Place {
    pane: Rect,
    /// The pane is one version's own.
    wide: bool,
    y: u16,
}

impl Place {
    /// The columns for text, and the one for the mark at the side where it begins.
    fn columns(&self, direction: Direction) -> (Rect, Rect) {
        let inner = cut_right(cut_left(row(self.pane, self.y), 1), 1);
        match (self.wide, direction) {
            (true, _) => (inner, left(inner, 0)),
            (false, Direction::Ltr) => (cut_left(inner, MARK), left(inner, 1)),
            (false, Direction::Rtl) => (
                cut_right(inner, MARK),
                cut_left(inner, inner.width.saturating_sub(1)),
            ),
        }
    }
}

/// A line of text, what is marked in it, and whose it is.
fn text(
    painter: &mut Painter<'_>,
    compare: &Compare,
    place: &Place,
    (row, side, shown, same): (usize, usize, &TextLine, bool),
) {
    let line = &shown.line;
    let (area, mark) = place.columns(line.direction);
    let role = match (shown.is_title, same) {
        (true, _) => Role::Title,
        (false, true) => Role::Dim,
        (false, false) => Role::Plain,
    };
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let x = match line.direction {
        Direction::Ltr => area.x,
        Direction::Rtl => area.right().saturating_sub(width),
    };
    let (number, own) = SIDES[side];
    painter.line((x, area.y), area, line, role);
    let [only, moved] = compare.marks(row, side, shown);
    let marks = [(only.as_slice(), own), (moved.as_slice(), Role::Moved)];
    painter.mark((x, area.y), area, line, &marks);
    if !same {
        // In colour where a paragraph begins, lest the marks outshine the words.
        let role = if shown.begins { own } else { Role::Dim };
        painter.text(mark, number, role, Align::Left);
    }
}

/// `⋯ 4 paragraphs the same`, in the first version's pane; the other one's goes on too.
fn same(painter: &mut Painter<'_>, frame: &Frame, y: u16, (summary, direction): (&str, Direction)) {
    let align = match direction {
        Direction::Ltr => Align::Left,
        Direction::Rtl => Align::Right,
    };
    for (pane, text) in frame.texts.iter().zip([summary, "⋯"]) {
        let place = Place {
            pane: *pane,
            wide: frame.is_wide(),
            y,
        };
        painter.text(place.columns(direction).0, text, Role::Fold, align);
        if !frame.is_wide() {
            break;
        }
    }
}

/// Shows that a row belongs to the change one is at.
fn point(painter: &mut Painter<'_>, frame: &Frame, y: u16, first: bool) {
    if frame.is_wide() {
        painter.text(row(frame.divider, y), "┃", Role::Title, Align::Left);
    } else if first {
        painter.text(
            left(row(frame.texts[0], y), 1),
            "▸",
            Role::Title,
            Align::Left,
        );
    }
}
