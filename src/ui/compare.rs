//! From two versions of a story to the cells of a screen that shows them side by side.
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
//! With fewer, the versions stand one above the other, each line with the number of its version:
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
//! A heavy divider, or `▸`, shows the change that n and N go from. Differing words are marked; paragraphs that
//! both versions have are dim.

use ratatui::layout::Rect;

use super::list::boxed;
use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::compare::{Compare, Frame, Pointer, ScreenRow, TextLine};
use crate::app::strings::{counted, thousands};
use crate::app::{article_fields, strings};
use crate::text::Direction;

/// The number of each version, and the role of what only that version has.
const SIDES: [(&str, Role); 2] = [("1", Role::OnlyFirst), ("2", Role::OnlySecond)];
/// Columns of the version's number beside a line, with a blank.
const MARK_COLS: u16 = 2;
/// Columns from which on a head shows the date before the count of differing words: with fewer, the count
/// matters more.
const MIN_DATE_COLS: u16 = 50;

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
            } => same(painter, &frame, y, summary, *direction),
            ScreenRow::Text { row, sides, same } => {
                for (side, line) in (0..).zip(sides) {
                    if let Some(line) = line {
                        let place = LinePlace {
                            pane: frame.texts[side],
                            wide: frame.is_wide(),
                            y,
                        };
                        let shown = ShownLine {
                            row: *row,
                            side,
                            line,
                            same: *same,
                        };
                        text(painter, compare, &place, &shown);
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
    let date = article_fields::date(entry);
    let only = format!("{} only here", thousands(compare.only(side)));
    let words = counted(compare.words(side), "word", "words");
    let source = match entry.article.source_str() {
        "" => strings::UNKNOWN,
        known => known,
    };
    let (source, date) = ((source, Role::Source), (date.as_str(), Role::Date));
    let (only, words) = ((only.as_str(), role), (words.as_str(), Role::Dim));
    let fields = if area.width < MIN_DATE_COLS {
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

/// The row of a pane that a line of text is drawn in.
struct LinePlace {
    pane: Rect,
    /// Each version has a pane of its own.
    wide: bool,
    y: u16,
}

impl LinePlace {
    /// The columns for text, and the column for the version's number, at the side where the text begins.
    fn columns(&self, direction: Direction) -> (Rect, Rect) {
        let inner = cut_right(cut_left(row(self.pane, self.y), 1), 1);
        match (self.wide, direction) {
            (true, _) => (inner, left(inner, 0)),
            (false, Direction::Ltr) => (cut_left(inner, MARK_COLS), left(inner, 1)),
            (false, Direction::Rtl) => (
                cut_right(inner, MARK_COLS),
                cut_left(inner, inner.width.saturating_sub(1)),
            ),
        }
    }
}

/// A line of one version's text, or of both.
struct ShownLine<'a> {
    /// Index of the comparison's row.
    row: usize,
    /// The version, 0 or 1, whose text it is.
    side: usize,
    line: &'a TextLine,
    /// The versions agree here.
    same: bool,
}

/// A line of text with what is marked in it, and the number of the version it belongs to.
fn text(painter: &mut Painter<'_>, compare: &Compare, place: &LinePlace, shown: &ShownLine<'_>) {
    let ShownLine {
        row,
        side,
        line: text_line,
        same,
    } = *shown;
    let line = &text_line.line;
    let (area, mark) = place.columns(line.direction);
    let role = match (text_line.is_title, same) {
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
    let [only, moved] = compare.marks(row, side, text_line);
    let marks = [(only.as_slice(), own), (moved.as_slice(), Role::Moved)];
    painter.mark((x, area.y), area, line, &marks);
    if !same {
        // In colour where a paragraph begins, lest the marks outshine the words.
        let role = if text_line.begins { own } else { Role::Dim };
        painter.text(mark, number, role, Align::Left);
    }
}

/// `⋯ 4 paragraphs the same`, in the first version's pane; the other one's goes on too.
fn same(painter: &mut Painter<'_>, frame: &Frame, y: u16, summary: &str, direction: Direction) {
    let align = match direction {
        Direction::Ltr => Align::Left,
        Direction::Rtl => Align::Right,
    };
    for (pane, text) in frame.texts.iter().zip([summary, "⋯"]) {
        let place = LinePlace {
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

/// Shows that a row belongs to the current change; `first` is its first row.
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
