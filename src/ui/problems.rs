//! The screen of problems: their number by level, groups, the places of an unfolded group, and the keys.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::overlay::Overlay;
use crate::app::strings::{self, thousands};
use crate::app::{ProblemLineKind, Problems, Shared};
use crate::corpus::Level;
use crate::text::width::str_columns;

pub(super) fn draw(painter: &mut Painter<'_>, shared: &Shared, screen: Rect, problems: &Problems) {
    bar(painter, row(screen, 0), problems);
    let height = Overlay::height(screen.height);
    let body = Rect {
        y: screen.y + 2.min(screen.height),
        height: u16::try_from(height).unwrap_or(u16::MAX),
        ..screen
    };
    if problems.is_empty() {
        let first = cut_left(row(body, 0), 1);
        let nothing = match problems.pending.failed() {
            Some(reason) => strings::failed(reason),
            None if problems.is_waiting() => strings::NOT_HERE.to_owned(),
            None if shared.known.complete => strings::NO_PROBLEMS.to_owned(),
            None => strings::NO_PROBLEMS_YET.to_owned(),
        };
        painter.text(first, &nothing, Role::Plain, Align::Left);
    }
    let mut y = 0;
    for item in problems.top..problems.len() {
        if y >= body.height {
            break;
        }
        let rest = Rect {
            y: body.y + y,
            height: body.height - y,
            ..body
        };
        y += self::item(painter, rest, problems, item);
    }
    let last = cut_right(cut_left(row(screen, screen.height.saturating_sub(1)), 1), 1);
    match &shared.message {
        Some(message) => painter.say(last, message, Role::Message, Align::Left),
        None => painter.text(last, &problems.position(), Role::Dim, Align::Left),
    };
}

/// ` Problems  3 errors · 12 guesses            q closes · Enter unfolds`, as much as fits; the counts first.
fn bar(painter: &mut Painter<'_>, area: Rect, problems: &Problems) {
    painter.fill(area, Role::Bar);
    let inside = cut_right(cut_left(area, 1), 1);
    let counts = problems.counts();
    let needed = str_columns(&counts) + 2;
    let mut rest = inside;
    let title = strings::PROBLEMS_TITLE;
    if needed + str_columns(title) <= usize::from(rest.width) {
        let used = painter.text(rest, title, Role::BarStrong, Align::Left);
        rest = cut_left(rest, used + 2);
    }
    let used = painter.text(rest, &counts, Role::Bar, Align::Left);
    rest = cut_left(rest, used + 2);
    if str_columns(strings::PROBLEMS_KEYS) <= usize::from(rest.width) {
        painter.text(rest, strings::PROBLEMS_KEYS, Role::Bar, Align::Right);
    }
}

/// Draws an item; returns the rows it takes.
fn item(painter: &mut Painter<'_>, area: Rect, problems: &Problems, item: usize) -> u16 {
    let (label, count) = problems.label_columns();
    let lines = problems.item_lines(item, area.width);
    let first = row(area, 0);
    if problems.selected == item {
        painter.text(first, "▸", Role::Title, Align::Left);
    }
    if let Some(alike) = problems.alike(item) {
        let role = match alike.level {
            Level::Error => Role::Message,
            Level::Guess => Role::Title,
            Level::Note => Role::Dim,
        };
        let level = left(cut_left(first, 2), label - 2);
        painter.text(level, alike.level.as_str(), role, Align::Left);
        let times = match alike.places.len() {
            1 => String::new(),
            n => format!("×{}", thousands(n)),
        };
        let room = left(cut_left(first, label), count.saturating_sub(2));
        painter.text(room, &times, Role::Fold, Align::Right);
    }
    let texts = cut_right(cut_left(area, label + count), 1);
    let mut y = 0;
    for problem_line in lines.iter().take(usize::from(area.height)) {
        let role = match problem_line.kind {
            ProblemLineKind::Reason => Role::Plain,
            ProblemLineKind::Hint => Role::Dim,
            ProblemLineKind::Place => Role::Source,
        };
        let rest = row(texts, y);
        painter.line((rest.x, rest.y), rest, &problem_line.line, role);
        y += 1;
    }
    y
}
