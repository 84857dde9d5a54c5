//! The search row: label, what is searched, and how much was found.
//!
//! ```text
//! Search ▸                                             ميناء الم▏   12 of 60 · 2 ms
//! ```
//!
//! The box is laid out like any paragraph: text that begins with an Arabic letter stands on the
//! right and grows to the left, and the caret stands where the next letter goes.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right};
use super::theme::Role;
use crate::app::App;
use crate::app::strings::{self, thousands};
use crate::text::width::str_columns;
use crate::text::{Direction, Layout, Line, Options};

/// Draws the row; returns the caret's place while the box is being typed into.
pub(super) fn draw(painter: &mut Painter<'_>, app: &App, area: Rect) -> Option<(u16, u16)> {
    if area.area() == 0 {
        return None;
    }
    let area = cut_right(cut_left(area, 1), 1);
    let role = if app.search.is_some() {
        Role::Title
    } else {
        Role::Dim
    };
    let label = format!("{} ▸", strings::SEARCH_LABEL);
    painter.text(area, &label, role, Align::Left);
    // On a very narrow screen what is typed matters more.
    let counts = counts(app, area.width);
    painter.text(area, &counts, Role::Dim, Align::Right);
    let boxed = cut_left(area, str_columns(&label) as u16 + 1);
    let boxed = cut_right(boxed, str_columns(&counts) as u16 + 2);
    let (text, caret) = match &app.search {
        Some(search) => (search.line.text(), Some(search.line.caret())),
        None => (app.request.text.as_str(), None),
    };
    if boxed.width < 2 {
        return None;
    }
    line(painter, boxed, text, caret)
}

fn line(
    painter: &mut Painter<'_>,
    area: Rect,
    text: &str,
    caret: Option<usize>,
) -> Option<(u16, u16)> {
    let options = Options {
        caret,
        ..Options::default()
    };
    let line = Layout::new(text, options).line();
    let rtl = line.direction == Direction::Rtl;
    let room = usize::from(area.width);
    // Columns as `Line::caret_column` counts them: one more than the line's own, where it grows.
    let columns = line.width() + 1;
    let column = line.caret_column(caret.unwrap_or(text.len()));
    // Text that is too long is shifted so that the caret stays in view.
    let hidden = match columns.saturating_sub(room) {
        0 => 0,
        excess if rtl => column.min(excess),
        _ => (column + 1).saturating_sub(room),
    };
    let blank = if rtl { room.saturating_sub(columns) } else { 0 };
    let at = blank + usize::from(rtl);
    paint_from(painter, area, &line, (at, hidden));
    caret?;
    let x = u16::try_from(blank + column - hidden).ok()?;
    Some((area.x + x, area.y))
}

/// Paints a line at column `at` of the area after shifting it left by `hidden` columns.
fn paint_from(painter: &mut Painter<'_>, area: Rect, line: &Line, (at, hidden): (usize, usize)) {
    let mut shown = line.clone();
    let mut column = at;
    let mut first = None;
    shown.cells.retain(|cell| {
        let show = column >= hidden;
        if show {
            first.get_or_insert(column - hidden);
        }
        column += usize::from(cell.width);
        show
    });
    let x = u16::try_from(first.unwrap_or(0)).unwrap_or(0);
    painter.line((area.x + x, area.y), area, &shown, Role::Title);
}

/// `12 of 60 · 2 ms`; less on a narrow screen, where what is typed matters more.
fn counts(app: &App, cols: u16) -> String {
    let found = thousands(app.found.hits.len());
    let all = thousands(app.library.len());
    let narrowed = app.found.searched || !app.request.filter.is_empty();
    match cols {
        0..24 => String::new(),
        24..60 => found,
        _ if app.found.searched => {
            format!("{found} of {all} · {} ms", app.micros.div_ceil(1000))
        }
        _ if narrowed => format!("{found} of {all}"),
        _ => all,
    }
}
