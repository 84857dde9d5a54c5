//! What lies over the screen: a title, rows of labels and texts, and how to close it.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::overlay::Overlay;
use crate::text::width::str_columns;

pub(super) fn draw(painter: &mut Painter<'_>, screen: Rect, overlay: &Overlay) {
    let bar = row(screen, 0);
    painter.fill(bar, Role::Bar);
    painter.text(
        cut_left(bar, 1),
        overlay.title,
        Role::BarStrong,
        Align::Left,
    );
    painter.text(
        cut_right(bar, 1),
        "q closes · j k scroll",
        Role::Bar,
        Align::Right,
    );
    let body = Rect {
        y: screen.y + 2.min(screen.height),
        height: screen.height.saturating_sub(3),
        ..screen
    };
    let label = columns(overlay, body.width / 3, |r| &r.label);
    let second = columns(overlay, body.width / 5, |r| &r.second);
    for (shown, y) in overlay.rows.iter().skip(overlay.top).zip(0..body.height) {
        let mut rest = cut_right(cut_left(row(body, y), 1), 1);
        painter.text(left(rest, label), &shown.label, Role::Title, Align::Left);
        rest = cut_left(rest, label + u16::from(label > 0) * 2);
        painter.text(left(rest, second), &shown.second, Role::Source, Align::Left);
        rest = cut_left(rest, second + u16::from(second > 0) * 2);
        painter.text(rest, &shown.text, Role::Plain, Align::Left);
    }
    let more = overlay
        .rows
        .len()
        .saturating_sub(overlay.top + usize::from(body.height));
    if more > 0 {
        let last = row(screen, screen.height.saturating_sub(1));
        painter.text(
            cut_left(last, 1),
            &format!("{more} more"),
            Role::Dim,
            Align::Left,
        );
    }
}

/// The widest of a column's texts, up to a limit.
fn columns(
    overlay: &Overlay,
    most: u16,
    of: impl Fn(&crate::app::overlay::OverlayRow) -> &String,
) -> u16 {
    let widest = overlay.rows.iter().map(|r| str_columns(of(r))).max();
    u16::try_from(widest.unwrap_or(0)).unwrap_or(most).min(most)
}
