//! A screen of labelled rows: a title, the rows, and the keys that close and scroll it.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::overlay::Overlay;
use crate::app::{Shared, strings};

pub(super) fn draw(painter: &mut Painter<'_>, shared: &Shared, screen: Rect, overlay: &Overlay) {
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
        strings::OVERLAY_KEYS,
        Role::Bar,
        Align::Right,
    );
    let height = Overlay::height(screen.height);
    let body = Rect {
        y: screen.y + 2.min(screen.height),
        height: u16::try_from(height).unwrap_or(u16::MAX),
        ..screen
    };
    if overlay.rows.is_empty() {
        let waiting = match overlay.pending.failed() {
            Some(reason) => strings::failed(reason),
            None => strings::NOT_HERE.to_owned(),
        };
        painter.text(cut_left(row(body, 0), 1), &waiting, Role::Dim, Align::Left);
    }
    let (label, second) = overlay.label_columns(screen.width);
    let lines = overlay.lines(screen.width);
    for ((shown, line), y) in lines.iter().skip(overlay.top).zip(0..body.height) {
        let mut rest = cut_right(cut_left(row(body, y), 1), 1);
        let texts = shown.map_or(("", ""), |row| (&row.label, &row.second));
        painter.text(left(rest, label), texts.0, Role::Title, Align::Left);
        rest = cut_left(rest, label + u16::from(label > 0) * 2);
        painter.text(left(rest, second), texts.1, Role::Source, Align::Left);
        rest = cut_left(rest, second + u16::from(second > 0) * 2);
        painter.line((rest.x, rest.y), rest, line, Role::Plain);
    }
    let last = cut_left(row(screen, screen.height.saturating_sub(1)), 1);
    let more = lines.len().saturating_sub(overlay.top + height);
    match &shared.message {
        Some(message) => painter.say(last, message, Role::Message, Align::Left),
        None if more > 0 => painter.text(
            last,
            &format!("{more} {}", strings::MORE),
            Role::Dim,
            Align::Left,
        ),
        None => 0,
    };
}
