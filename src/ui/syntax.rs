//! The search syntax, shown in the reading pane while the search box is open and empty.

use ratatui::layout::Rect;

use super::Scene;
use super::list::boxed;
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::labels::query_in_text;
use crate::query::{self, SyntaxFinds};
use crate::text::width::columns;

/// Whether it is shown: nothing was asked for yet, and there is room for all of it. The answer to the
/// first letter takes its place, so that the pane is not painted twice.
pub(super) fn is_shown(scene: &Scene<'_>, area: Rect) -> bool {
    let nothing = scene.browse.answered().trim().is_empty();
    scene.browse.search.is_some() && nothing && usize::from(area.height) >= query::SYNTAX.len()
}

/// The line between list and preview.
pub(super) fn rule(painter: &mut Painter<'_>, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    let title = painter.words.say(&SyntaxFinds::Title);
    boxed(painter, cut_start(area, 2), &title, Role::Dim);
}

pub(super) fn draw(painter: &mut Painter<'_>, area: Rect) {
    let area = cut_end(cut_start(area, 1), 1);
    let widest = query::SYNTAX
        .iter()
        .map(|of| columns(of.example, painter.layout));
    let widest = widest.max().unwrap_or(0) as u16;
    for (of, y) in query::SYNTAX.iter().zip(0..area.height) {
        let row = row(area, y);
        let example = query_in_text(of.example);
        painter.text(start_of(row, widest), &example, Role::Title, Align::Own);
        let rest = cut_start(row, widest + 2);
        let finds = painter.words.say(&of.finds);
        // What stands in brackets goes first where there is little room.
        let short = finds
            .split_once(" (")
            .map_or(finds.as_str(), |(short, _)| short);
        let fits = columns(&finds, painter.layout) <= usize::from(rest.width);
        let finds = if fits { &finds } else { short };
        painter.text(rest, finds, Role::Dim, Align::Start);
    }
}
