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

use super::elsewhere::VersionNote;
use super::list::boxed;
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::sides::Sides;
use super::theme::Role;
use crate::app::article_fields;
use crate::app::compare::{Compare, Frame, Pointer, ScreenRow, TextLine};
use crate::app::labels::source_name;
use crate::text::Direction;
use crate::text::width::str_columns;
use crate::words::messages;

messages! {
    /// What the rule says of two versions.
    enum CompareNote {
        /// How much of them is the same.
        TheSame "share-the-same" { percent: Share };
        WordsMoved "words-moved" { words: Count };
        /// The change that n and N go from, of all.
        ChangeAt "change-at" { at: Ordinal, all: Ordinal };
        Changes "count-changes" { changes: Count };
    }
}

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
                note, direction, ..
            } => {
                let note = painter.words.say(note);
                same(painter, &frame, y, &note, *direction);
            }
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
    let area = cut_start(area, 1);
    painter.text(start_of(area, 1), number, role, Align::Start);
    let date = article_fields::date(entry);
    let only = compare.only(side) as u64;
    let only = painter.words.say(&VersionNote::OnlyHere { words: only });
    let words = painter.words.say(&article_fields::length(entry));
    let source = source_name(entry.article.source_str(), painter.words);
    let (source, date) = ((source.as_ref(), Role::Source), (date.as_str(), Role::Date));
    let (only, words) = ((only.as_str(), role), (words.as_str(), Role::Dim));
    let fields = if area.width < MIN_DATE_COLS {
        [source, only, date, words]
    } else {
        [source, date, only, words]
    };
    painter.fields(cut_end(cut_start(area, 3), 1), &fields);
}

/// `── 91% the same ─ 12 words moved ─ change 2/5 ──────`
fn rule(painter: &mut Painter<'_>, compare: &Compare, area: Rect) {
    if area.area() == 0 {
        return;
    }
    painter.rule(area, "─", Role::Dim);
    let agree = match compare.percent() as u64 {
        100 => painter.words.say(&VersionNote::WordForWord),
        percent => painter.words.say(&CompareNote::TheSame { percent }),
    };
    let mut rest = boxed(painter, cut_start(area, 2), &agree, Role::Title);
    let moved = compare.moved() as u64;
    let moved = (moved > 0).then_some(CompareNote::WordsMoved { words: moved });
    let change = match compare.change() {
        (Some(at), all) => Some(CompareNote::ChangeAt {
            at: at as u64,
            all: all as u64,
        }),
        (None, 0) => None,
        (None, all) => Some(CompareNote::Changes {
            changes: all as u64,
        }),
    };
    for (note, role) in [(moved, Role::Moved), (change, Role::Dim)] {
        let Some(note) = note else { continue };
        let text = painter.words.say(&note);
        if str_columns(&text) + 3 < usize::from(rest.width) {
            rest = boxed(painter, cut_start(rest, 1), &text, role);
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
    fn columns(&self, sides: Sides, direction: Direction) -> (Rect, Rect) {
        let inner = cut_end(cut_start(row(self.pane, self.y), 1), 1);
        match (self.wide, sides.begins_at_end(direction)) {
            (true, _) => (inner, start_of(inner, 0)),
            (false, false) => (cut_start(inner, MARK_COLS), start_of(inner, 1)),
            (false, true) => (
                cut_end(inner, MARK_COLS),
                cut_start(inner, inner.width.saturating_sub(1)),
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
    let (area, mark) = place.columns(painter.sides, line.direction);
    let role = match (text_line.is_title, same) {
        (true, _) => Role::Title,
        (false, true) => Role::Dim,
        (false, false) => Role::Plain,
    };
    let x = painter.own_start(area, line);
    let (number, own) = SIDES[side];
    painter.line((x, area.y), area, line, role);
    let [only, moved] = compare.marks(row, side, text_line);
    let marks = [(only.as_slice(), own), (moved.as_slice(), Role::Moved)];
    painter.mark((x, area.y), area, line, &marks);
    if !same {
        // In colour where a paragraph begins, lest the marks outshine the words.
        let role = if text_line.begins { own } else { Role::Dim };
        painter.text(mark, number, role, Align::Start);
    }
}

/// `⋯ 4 paragraphs the same`, in the first version's pane; the other one's goes on too.
fn same(painter: &mut Painter<'_>, frame: &Frame, y: u16, summary: &str, direction: Direction) {
    let align = if painter.sides.begins_at_end(direction) {
        Align::End
    } else {
        Align::Start
    };
    for (pane, text) in frame.texts.iter().zip([summary, "⋯"]) {
        let place = LinePlace {
            pane: *pane,
            wide: frame.is_wide(),
            y,
        };
        painter.text(
            place.columns(painter.sides, direction).0,
            text,
            Role::Fold,
            align,
        );
        if !frame.is_wide() {
            break;
        }
    }
}

/// Shows that a row belongs to the current change; `first` is its first row.
fn point(painter: &mut Painter<'_>, frame: &Frame, y: u16, first: bool) {
    if frame.is_wide() {
        painter.text(row(frame.divider, y), "┃", Role::Title, Align::Start);
    } else if first {
        painter.text(
            start_of(row(frame.texts[0], y), 1),
            "▸",
            Role::Title,
            Align::Start,
        );
    }
}
