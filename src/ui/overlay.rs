//! A screen of labelled rows: a title, the rows, and the keys that close and scroll it.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::Shared;
use crate::app::key_names;
use crate::app::labels::NOT_HERE;
use crate::app::overlay::{Overlay, OverlayRow, OverlayWords, RowView};

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
        close: key_names::named("q", painter.words),
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
    let columns = LabelColumns {
        view: overlay.view(screen.width),
        cols: overlay.label_columns(screen.width).into(),
    };
    let lines = overlay.lines(screen.width);
    for (shown, y) in lines.iter().skip(overlay.top).zip(0..body.height) {
        let rest = cut_end(cut_start(row(body, y), 1), 1);
        if shown.is_heading {
            painter.line((rest.x, rest.y), rest, &shown.line, Role::Fold);
            continue;
        }
        let rest = labels(painter, rest, shown.labels, &columns);
        let x = painter.own_start(start_of(rest, shown.block), &shown.line);
        painter.line((x, rest.y), rest, &shown.line, Role::Plain);
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
    columns: &LabelColumns,
) -> Rect {
    let mut rest = area;
    let texts = shown.map(|row| [&row.label, &row.second]);
    let all = columns.cols.into_iter().zip([Role::Title, Role::Source]);
    for (at, (cols, role)) in all.enumerate() {
        if let Some(text) = texts.and_then(|texts| texts.get(at).copied()) {
            let text = text.text(columns.view);
            painter.text(start_of(rest, cols), &text, role, Align::Start);
        }
        rest = cut_start(rest, cols + u16::from(cols > 0) * 2);
    }
    rest
}

/// How labels are shown, and the columns of each.
struct LabelColumns {
    view: RowView,
    cols: [u16; 2],
}
