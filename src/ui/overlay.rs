//! What lies over the screen: a title, rows of labels and texts, and how to close it.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::overlay::{Overlay, OverlayRow};
use crate::text::width::str_columns;
use crate::text::{Layout, Options};

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
    let mut rest = cut_right(cut_left(body, 1), 1);
    let mut shown = overlay.top;
    while let Some(overlay_row) = overlay.rows.get(shown).filter(|_| rest.height > 0) {
        let used = one(painter, rest, overlay_row, (label, second)).min(rest.height);
        rest.y += used;
        rest.height -= used;
        shown += 1;
    }
    let more = overlay.rows.len().saturating_sub(shown);
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

/// Draws one row, its text wrapped; returns how many rows of the screen it takes.
fn one(
    painter: &mut Painter<'_>,
    area: Rect,
    shown: &OverlayRow,
    (label, second): (u16, u16),
) -> u16 {
    let first = row(area, 0);
    painter.text(left(first, label), &shown.label, Role::Title, Align::Left);
    let mut rest = cut_left(area, label + u16::from(label > 0) * 2);
    painter.text(
        left(row(rest, 0), second),
        &shown.second,
        Role::Source,
        Align::Left,
    );
    rest = cut_left(rest, second + u16::from(second > 0) * 2);
    let lines = Layout::new(&shown.text, Options::default()).lines(usize::from(rest.width.max(1)));
    for (line, y) in lines.iter().zip(0..rest.height) {
        painter.line((rest.x, rest.y + y), rest, line, Role::Plain);
    }
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// The widest of a column's texts, up to a limit.
fn columns(overlay: &Overlay, most: u16, of: impl Fn(&OverlayRow) -> &String) -> u16 {
    let widest = overlay.rows.iter().map(|r| str_columns(of(r))).max();
    u16::try_from(widest.unwrap_or(0)).unwrap_or(most).min(most)
}
