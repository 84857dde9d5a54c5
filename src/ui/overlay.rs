//! A screen of labelled rows: a title, the rows, and the keys that close and scroll it.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::Shared;
use crate::app::labels::NOT_HERE;
use crate::app::overlay::{Overlay, OverlayRow, OverlayWords, RowText};

pub(super) fn draw(painter: &mut Painter<'_>, shared: &Shared, screen: Rect, overlay: &Overlay) {
    let bar = row(screen, 0);
    painter.fill(bar, Role::Bar);
    painter.say(
        cut_start(bar, 1),
        &overlay.title,
        Role::BarStrong,
        Align::Start,
    );
    let hints = OverlayWords::Hints {
        close: "q".to_owned(),
        scroll: "j k".to_owned(),
    };
    painter.say(cut_end(bar, 1), &hints, Role::Bar, Align::End);
    let height = Overlay::height(screen.height);
    let body = Rect {
        y: screen.y + 2.min(screen.height),
        height: u16::try_from(height).unwrap_or(u16::MAX),
        ..screen
    };
    if overlay.rows.is_empty() {
        let waiting = match overlay.pending.failed() {
            Some(failed) => painter.words.say(&failed),
            None => NOT_HERE.to_owned(),
        };
        painter.text(
            cut_start(row(body, 0), 1),
            &waiting,
            Role::Dim,
            Align::Start,
        );
    }
    let columns = overlay.label_columns(screen.width);
    let lines = overlay.lines(screen.width);
    for ((shown, line), y) in lines.iter().skip(overlay.top).zip(0..body.height) {
        let rest = cut_end(cut_start(row(body, y), 1), 1);
        let rest = labels(painter, rest, *shown, columns.into());
        painter.line((rest.x, rest.y), rest, line, Role::Plain);
    }
    let last = cut_start(row(screen, screen.height.saturating_sub(1)), 1);
    let more = lines.len().saturating_sub(overlay.top + height);
    match &shared.message {
        Some(message) => painter.say(last, message, Role::Message, Align::Start),
        None if more > 0 => {
            let more = OverlayWords::More { lines: more as u64 };
            painter.say(last, &more, Role::Dim, Align::Start)
        }
        None => 0,
    };
}

/// The labels of a row, none in the lines after its first; returns the columns after them.
fn labels(
    painter: &mut Painter<'_>,
    area: Rect,
    shown: Option<&OverlayRow>,
    columns: [u16; 2],
) -> Rect {
    let (words, direction) = (painter.words, painter.sides.direction());
    let mut rest = area;
    let texts = shown.map(|row| [&row.label, &row.second]);
    for (at, (cols, role)) in columns
        .into_iter()
        .zip([Role::Title, Role::Source])
        .enumerate()
    {
        if let Some(text) = texts.and_then(|texts| texts.get(at).copied()) {
            let text: &RowText = text;
            painter.text(
                start_of(rest, cols),
                &text.text(words, direction),
                role,
                Align::Start,
            );
        }
        rest = cut_start(rest, cols + u16::from(cols > 0) * 2);
    }
    rest
}
