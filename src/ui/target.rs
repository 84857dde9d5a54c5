//! From a cell of the screen to what is shown there: the inverse of drawing.

use ratatui::layout::{Position, Rect};

use super::sides::Sides;
use super::{Scene, search};
use crate::app::browse::pointing::Target;
use crate::app::page::Row;
use crate::app::{App, Screen};

/// What stands at a zero-based column and row, if it can be pointed at.
pub fn target(app: &App, col: u16, row: u16) -> Option<Target> {
    match app.top() {
        Screen::Browse(browse) => in_browse(&Scene::new(&app.shared, browse), col, row),
        Screen::Compare(_) => Some(Target::Compare),
        // Other screens have nothing to point at.
        _ => None,
    }
}

fn in_browse(scene: &Scene<'_>, col: u16, row: u16) -> Option<Target> {
    let panes = &scene.panes;
    let sides = Sides::new(scene.shared.cols, scene.shared.direction());
    let inside = |area: Rect| sides.on_screen(area).contains(Position::new(col, row));
    if inside(panes.search) {
        return Some(Target::Search(search::caret_at(
            scene,
            sides,
            panes.search,
            col,
        )));
    }
    if inside(panes.list) {
        let down = usize::from((row - panes.list.y) / panes.list_step());
        return Some(Target::List(scene.browse.list.top + down));
    }
    if inside(panes.reader) {
        let shown = scene.browse.pane.reader()?;
        let at = usize::from(row - panes.reader.y);
        let byte = match shown.page.row_in_view(at)? {
            Row::Text { line, offset, .. } => {
                let left = sides.left_end(scene.text_area(), line);
                let cell = usize::from(col).checked_sub(usize::from(left));
                let bytes = cell.and_then(|cell| line.byte_at(cell));
                bytes.map(|bytes| offset + bytes.start)
            }
            _ => None,
        };
        return Some(Target::Page { row: at, byte });
    }
    None
}
