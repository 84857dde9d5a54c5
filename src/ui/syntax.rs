//! The search syntax, shown in the reading pane while the search box is open and empty.

use ratatui::layout::Rect;

use super::Scene;
use super::list::boxed;
use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::strings;
use crate::query;
use crate::text::width::columns;

/// Whether it is shown: nothing was asked for yet, and there is room for all of it. The answer to the
/// first letter takes its place, so that the pane is not painted twice.
pub(super) fn is_shown(scene: &Scene<'_>, area: Rect) -> bool {
    let nothing = scene.browse.answered().trim().is_empty();
    scene.browse.search.is_some() && nothing && usize::from(area.height) >= query::syntax().len()
}

/// The line between list and preview.
pub(super) fn rule(painter: &mut Painter<'_>, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    boxed(painter, cut_left(area, 2), strings::SYNTAX, Role::Dim);
}

pub(super) fn draw(painter: &mut Painter<'_>, area: Rect) {
    let area = cut_right(cut_left(area, 1), 1);
    let rows = query::syntax();
    let widest = rows
        .iter()
        .map(|(example, _)| columns(example, painter.layout));
    let widest = widest.max().unwrap_or(0) as u16;
    for ((example, finds), y) in rows.iter().zip(0..area.height) {
        let row = row(area, y);
        let example = strings::query_in_text(example);
        painter.text(left(row, widest), &example, Role::Title, Align::Right);
        painter.text(cut_left(row, widest + 2), finds, Role::Dim, Align::Left);
    }
}
