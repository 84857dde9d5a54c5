//! Every command by its name, those that have what is typed:
//!
//! ```text
//!  Commands ▸ art▏                                                            bar
//! ▸ Enter      open           افتتاح الرصيف الشمالي                            rows: what it would do now,
//!   N ى        previous match  nothing is searched                                  or why it cannot
//!   J ـ        next article   only while reading
//!  read the article                                                            what it does
//!  Enter do it  Esc close  ↓ next                                              hints
//! ```

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::Shared;
use crate::app::action::Mode;
use crate::app::palette::{Palette, PaletteNote, PaletteRow};
use crate::app::panes::{PaneOptions, Panes};
use crate::text::Options;
use crate::text::width::str_columns;
use crate::words::Said;

/// Fewest columns of what a command would do now.
const MIN_NOTE_COLS: u16 = 8;
/// Most columns of the keys of a command.
const MAX_KEY_COLS: u16 = 20;

/// Draws the screen; returns the place of the caret.
pub(super) fn draw(
    painter: &mut Painter<'_>,
    shared: &Shared,
    screen: Rect,
    palette: &Palette,
) -> Option<(u16, u16)> {
    painter.fill(row(screen, 0), Role::Bar);
    let inner = cut_end(cut_start(row(screen, 0), 1), 1);
    let used = painter.say(inner, &PaletteNote::Title, Role::BarStrong, Align::Start);
    let sign = painter.text(cut_start(inner, used + 1), "▸", Role::Bar, Align::Start);
    let boxed = cut_start(inner, used + 1 + sign + 1);
    let options = Options {
        caret: Some(palette.line.caret().byte),
        ..shared.input_layout()
    };
    let (cols, view) = palette.line.snug_view(boxed.width.into(), options);
    let boxed = start_of(boxed, u16::try_from(cols).unwrap_or(boxed.width));
    let (column, line) = view.shown();
    painter.line_from_left(boxed, column, &line, Role::BarStrong);
    let rows = palette.rows();
    let page = usize::from(screen.height.saturating_sub(4));
    let top = palette.top(page);
    let key_cols = rows.iter().map(|row| str_columns(&row.keys)).max();
    let key_cols = u16::try_from(key_cols.unwrap_or(0)).unwrap_or(MAX_KEY_COLS);
    let key_cols = key_cols.min(MAX_KEY_COLS).min(screen.width / 3);
    for ((at, shown), y) in rows.iter().enumerate().skip(top).take(page).zip(1..) {
        one(
            painter,
            row(screen, y),
            shown,
            key_cols,
            at == palette.selected,
        );
    }
    if rows.is_empty() {
        let area = cut_start(row(screen, 1), 2);
        painter.say(area, &PaletteNote::Nothing, Role::Dim, Align::Start);
    }
    below(painter, shared, rows.get(palette.selected));
    let shown = painter.sides.on_screen(boxed);
    if screen.height == 0 || shown.width == 0 {
        return None;
    }
    Some((shown.x + u16::try_from(view.caret).ok()?, shown.y))
}

fn one(painter: &mut Painter<'_>, area: Rect, shown: &PaletteRow, key_cols: u16, selected: bool) {
    let all = area;
    let rest = cut_end(cut_start(area, 2), 1);
    painter.text(
        start_of(rest, key_cols),
        &shown.keys,
        Role::Source,
        Align::Start,
    );
    let rest = cut_start(rest, key_cols + 2);
    let role = match (shown.works && shown.can, selected) {
        (false, _) => Role::Dim,
        (true, true) => Role::Title,
        (true, false) => Role::Plain,
    };
    let used = painter.text(rest, &shown.name, role, Align::Start);
    let rest = cut_start(rest, used + 2);
    // A note of a few letters says nothing.
    let room = rest.width.min(MIN_NOTE_COLS) == MIN_NOTE_COLS;
    let note = Some(shown.note.as_str()).filter(|_| room).unwrap_or("");
    let used = painter.text(rest, note, Role::Dim, Align::Start);
    if let Some(english) = &shown.english {
        let rest = cut_start(rest, if used > 0 { used + 2 } else { 0 });
        if usize::from(rest.width) >= str_columns(english) {
            painter.text(rest, english, Role::Dim, Align::End);
        }
    }
    if selected {
        painter.marker(all, Role::Title);
        painter.select(all, start_of(all, 2 + key_cols));
    }
}

/// What the selected command does, or the message of the moment; and the keys.
fn below(painter: &mut Painter<'_>, shared: &Shared, selected: Option<&PaletteRow>) {
    let panes = Panes::new(shared.cols, shared.rows, PaneOptions::default());
    super::bars::below(painter, shared, &panes, Mode::Palette, None);
    if shared.message.is_none()
        && panes.message != panes.hints
        && let Some(row) = selected
    {
        painter.fill(panes.message, Role::Plain);
        let area = cut_end(cut_start(panes.message, 1), 1);
        if row.works {
            painter.say(area, &row.help, Role::Dim, Align::Start);
        } else {
            let command = row.help.sentence();
            painter.say(
                area,
                &PaletteNote::NotHere { command },
                Role::Dim,
                Align::Start,
            );
        }
    }
}
