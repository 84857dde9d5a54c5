//! From a cell of the screen to what is shown there: the way back from drawing.

use ratatui::layout::{Position, Rect};

use super::{reader, search};
use crate::app::App;
use crate::app::page::Row;
use crate::app::pointing::Target;

/// What stands at a zero-based column and row, if it can be pointed at.
pub fn target(app: &App, col: u16, row: u16) -> Option<Target> {
    if app.overlay.is_some() {
        return None;
    }
    if app.compare.is_some() {
        return Some(Target::Compare);
    }
    let panes = app.panes();
    let inside = |area: Rect| area.contains(Position::new(col, row));
    if inside(panes.search) {
        return Some(Target::Search(search::caret_at(app, panes.search, col)));
    }
    if inside(panes.list) {
        let step = if panes.two_rows { 2 } else { 1 };
        let down = usize::from((row - panes.list.y) / step);
        return Some(Target::List(app.list.top + down));
    }
    if inside(panes.reader) {
        let shown = app.reader.as_ref()?;
        let at = usize::from(row - panes.reader.y);
        let byte = match shown.page.row_in_view(at)? {
            Row::Text { line, offset, .. } => {
                let cell =
                    usize::from(col).checked_sub(usize::from(reader::left_end(panes.reader, line)));
                let bytes = cell.and_then(|cell| line.byte_at(cell));
                bytes.map(|bytes| offset + bytes.start)
            }
            _ => None,
        };
        return Some(Target::Page { row: at, byte });
    }
    None
}
