//! The reading pane: the rows of a page in view, with the hits of the search on their words.
//!
//! Arabic paragraphs stand against the right edge and others against the left; one column stays
//! free on either side.

use ratatui::layout::Rect;

use super::list;
use super::paint::{Align, Painter, cut_left, cut_right, row};
use super::theme::Role;
use crate::app::page::{Row, Tone};
use crate::app::reader::Reader;
use crate::app::strings::thousands;
use crate::app::{App, Focus, FoldGroup, facts};
use crate::text::width::str_columns;
use crate::text::{Direction, Layout, Line};

/// Columns of the beginning of what a fold repeats.
const ORIGIN: u16 = 30;

pub(super) fn draw(painter: &mut Painter<'_>, app: &App, reader: &Reader, area: Rect) {
    let inner = inner(area);
    let rows = reader.page.rows.iter().skip(reader.top);
    for (page_row, y) in rows.zip(0..area.height) {
        let at = row(inner, y);
        match page_row {
            Row::Title(line) => title(painter, reader, at, line),
            Row::Meta => meta(painter, reader, at),
            Row::Blank => {}
            Row::Text { line, offset, tone } => {
                let x = place(painter, at, line, tone_role(*tone));
                hits(painter, app, reader, (x, at), (line, *offset));
            }
            Row::Fold {
                group,
                open,
                direction,
            } => {
                if let Some(folded) = reader.page.folds.get(*group) {
                    fold(painter, at, folded, (*open, *direction));
                }
            }
        }
    }
}

/// `⋯ 5 paragraphs, 48% of the words, repeat  بدأ ميناء المرجان صباح…`
fn fold(
    painter: &mut Painter<'_>,
    area: Rect,
    fold: &FoldGroup,
    (open, direction): (bool, Direction),
) {
    let summary = fold.summary(open);
    let width = u16::try_from(str_columns(&summary)).unwrap_or(area.width);
    let room = area.width.saturating_sub(width + 2).min(ORIGIN);
    let origin = Layout::new(&fold.of, painter.layout).truncated(usize::from(room));
    let all = width + u16::try_from(origin.width()).unwrap_or(0) + 2;
    let start = match direction {
        Direction::Rtl if fold.of.is_empty() => area.width.saturating_sub(width),
        Direction::Rtl => area.width.saturating_sub(all),
        Direction::Ltr => 0,
    };
    let area = cut_left(area, start);
    painter.text(area, &summary, Role::Fold, Align::Left);
    painter.line((area.x + width + 2, area.y), area, &origin, Role::Dim);
}

fn tone_role(tone: Tone) -> Role {
    match tone {
        Tone::Body => Role::Plain,
        Tone::Headline => Role::Title,
        Tone::Furniture | Tone::Repeat => Role::Dim,
    }
}

/// Paints a line against the edge of its direction; returns the column of its left end.
fn place(painter: &mut Painter<'_>, area: Rect, line: &Line, role: Role) -> u16 {
    let x = beginning(area, line);
    painter.line((x, area.y), area, line, role);
    x
}

fn beginning(area: Rect, line: &Line) -> u16 {
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    match line.direction {
        Direction::Ltr => area.x,
        Direction::Rtl => area.right().saturating_sub(width),
    }
}

/// Column of the screen on which the leftmost cell of a line of the page stands.
pub(super) fn left_end(pane: Rect, line: &Line) -> u16 {
    beginning(inner(pane), line)
}

/// The pane without the column kept free on either side.
fn inner(pane: Rect) -> Rect {
    cut_right(cut_left(pane, 1), 1)
}

fn title(painter: &mut Painter<'_>, reader: &Reader, area: Rect, line: &Line) {
    let x = place(painter, area, line, Role::Title);
    painter.mark((x, area.y), area, line, &[(&reader.title_hits, Role::Hit)]);
}

/// `صدى الجبل · 2015-02-08 · 234 words (474 with repeats)`
fn meta(painter: &mut Painter<'_>, reader: &Reader, area: Rect) {
    let article = &reader.entry.article;
    let date = facts::date(&reader.entry);
    let words = facts::words(&reader.entry);
    let fields = [
        (date.as_str(), Role::Date),
        (article.source_str(), Role::Source),
        (article.author.as_deref().unwrap_or(""), Role::Dim),
        (words.as_str(), Role::Dim),
    ];
    painter.fields(area, &fields);
}

/// Marks the words that answer the search on one line.
fn hits(
    painter: &mut Painter<'_>,
    app: &App,
    reader: &Reader,
    (x, area): (u16, Rect),
    (line, offset): (&Line, usize),
) {
    let (start, end) = (offset + line.bytes.start, offset + line.bytes.end);
    let first = reader.hits.partition_point(|hit| hit.end <= start);
    for (index, hit) in reader.hits.iter().enumerate().skip(first) {
        if hit.start >= end {
            break;
        }
        let current = app.focus == Focus::Reader && reader.current == Some(index);
        let role = if current { Role::CurrentHit } else { Role::Hit };
        let in_line = hit.start.saturating_sub(offset)..hit.end.saturating_sub(offset);
        painter.mark((x, area.y), area, line, &[(&[in_line], role)]);
    }
}

/// The rule above the preview: where the list stands.
pub(super) fn rule(painter: &mut Painter<'_>, app: &App, area: Rect) {
    if area.area() == 0 {
        return;
    }
    painter.rule(area, "─", Role::Dim);
    if app.list.count > 0 {
        let place = format!(
            "{}/{}",
            thousands(app.list.position() + 1),
            thousands(app.list.count)
        );
        list::boxed(painter, cut_left(area, 2), &place, Role::Dim);
    }
}
