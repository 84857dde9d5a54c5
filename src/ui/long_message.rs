//! A message that does not fit into its row, whole on several.

use ratatui::layout::Rect;

use super::paint::{Painter, cut_start};
use super::theme::Role;
use crate::app::panes::Panes;
use crate::text::width::columns_within;
use crate::text::{Layout, head_in_sight};

/// Most rows of a message that does not fit into one.
const MAX_MESSAGE_ROWS: usize = 3;
/// Most columns of it that are looked at.
const MAX_MESSAGE_COLS: usize = 600;
/// Fewest columns that it is wrapped to.
const MIN_MESSAGE_COLS: usize = 8;

/// A message that does not fit into its row, on the rows of the message and the keys and those above them; false where
/// it fits.
pub(super) fn wrapped(painter: &mut Painter<'_>, panes: &Panes, text: &str, role: Role) -> bool {
    let inner = cut_start(panes.message, 1);
    if role != Role::Message || columns_within(text, inner.width.into(), painter.layout).is_some() {
        return false;
    }
    let lines = Layout::new(head_in_sight(text, MAX_MESSAGE_COLS), painter.layout);
    let lines = lines.lines(usize::from(inner.width.saturating_sub(1)).max(MIN_MESSAGE_COLS));
    let count = lines.len().min(MAX_MESSAGE_ROWS);
    let rows = u16::try_from(count).unwrap_or(1);
    if panes.hints.y + 1 < rows || panes.hints.area() == 0 {
        return false;
    }
    let first = panes.hints.y + 1 - rows;
    for (line, y) in lines.iter().take(count).zip(first..) {
        let area = Rect { y, ..panes.hints };
        painter.fill(area, Role::Plain);
        let inner = cut_start(area, 1);
        let x = painter.own_start(inner, line);
        painter.line((x.max(inner.x), y), inner, line, role);
    }
    true
}
