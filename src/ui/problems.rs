//! The screen of problems: their number by level, groups, the places of an unfolded group, and the keys.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::key_names;
use crate::app::labels::{NOT_HERE, ProblemLabel};
use crate::app::overlay::Overlay;
use crate::app::{ProblemLineKind, Problems, Shared};
use crate::corpus::Level;
use crate::text::width::str_columns;
use crate::words::{Words, messages};

messages! {
    /// What the screen shows beside the problems.
    enum ProblemsNote {
        Title "problems";
        NoProblems "no-problems";
        /// The same while the corpus is loading.
        NoProblemsYet "no-problems-yet";
        Keys "problems-keys" { close: Code, unfold: Code };
        /// Those where there is nothing to unfold.
        KeysOfNone "problems-keys-of-none" { close: Code };
    }
}

pub(super) fn draw(painter: &mut Painter<'_>, shared: &Shared, screen: Rect, problems: &Problems) {
    let has_keys = bar(painter, row(screen, 0), problems);
    let height = Overlay::height(screen.height);
    let body = Rect {
        y: screen.y + 2.min(screen.height),
        height: u16::try_from(height).unwrap_or(u16::MAX),
        ..screen
    };
    if problems.is_empty() {
        let first = cut_start(row(body, 0), 1);
        let nothing = match problems.pending.failed() {
            Some(failed) => painter.words.say(&failed),
            None if problems.is_waiting() => NOT_HERE.to_owned(),
            None if shared.known.complete => painter.words.say(&ProblemsNote::NoProblems),
            None => painter.words.say(&ProblemsNote::NoProblemsYet),
        };
        painter.text(first, &nothing, Role::Plain, Align::Start);
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
    let last = cut_end(
        cut_start(row(screen, screen.height.saturating_sub(1)), 1),
        1,
    );
    if let Some(message) = &shared.message {
        painter.say(last, message, Role::Message, Align::Start);
        return;
    }
    let used = painter.text(last, &problems.position(), Role::Dim, Align::Start);
    if !has_keys {
        let rest = cut_start(last, used + 2);
        painter.text(rest, &keys(problems, painter.words), Role::Dim, Align::End);
    }
}

fn keys(problems: &Problems, words: Words) -> String {
    let close = key_names::named("q", words);
    if problems.is_empty() {
        return words.say(&ProblemsNote::KeysOfNone { close });
    }
    let unfold = key_names::named("enter", words);
    words.say(&ProblemsNote::Keys { close, unfold })
}

/// ` Problems  3 errors · 12 guesses            q closes · Enter unfolds`, as much as fits; returns whether the keys do.
fn bar(painter: &mut Painter<'_>, area: Rect, problems: &Problems) -> bool {
    painter.fill(area, Role::Bar);
    let inside = cut_end(cut_start(area, 1), 1);
    let words = painter.words;
    let counts: Vec<String> = problems.counts().map(|count| words.say(&count)).collect();
    let counts = counts.join(" · ");
    let used = painter.say(inside, &ProblemsNote::Title, Role::BarStrong, Align::Start);
    let mut rest = cut_start(inside, used + 2);
    let used = painter.text(rest, &counts, Role::Bar, Align::Start);
    rest = cut_start(rest, used + 2);
    let keys = keys(problems, words);
    let fits = str_columns(&keys) <= usize::from(rest.width);
    if fits {
        painter.text(rest, &keys, Role::Bar, Align::End);
    }
    fits
}

/// Draws an item; returns the rows it takes.
fn item(painter: &mut Painter<'_>, area: Rect, problems: &Problems, item: usize) -> u16 {
    let (label, count) = problems.label_columns();
    let lines = problems.item_lines(item, area.width);
    let first = row(area, 0);
    if let Some(alike) = problems.alike(item) {
        let role = match alike.level {
            Level::Error => Role::Message,
            Level::Guess => Role::Title,
            Level::Note => Role::Dim,
        };
        let level = start_of(cut_start(first, 2), label - 2);
        painter.say(level, &ProblemLabel::level(alike.level), role, Align::Start);
        let times = match alike.places.len() {
            1 => String::new(),
            n => format!("×{}", painter.words.number(n)),
        };
        let room = start_of(cut_start(first, label), count.saturating_sub(2));
        painter.text(room, &times, Role::Fold, Align::Units);
    }
    let texts = cut_end(cut_start(area, label + count), 1);
    let mut y = 0;
    for problem_line in lines.iter().take(usize::from(area.height)) {
        let role = match problem_line.kind {
            ProblemLineKind::Reason => Role::Plain,
            ProblemLineKind::Hint => Role::Dim,
            ProblemLineKind::Place => Role::Source,
        };
        let rest = row(texts, y);
        let alike = lines.iter().filter(|line| line.kind == problem_line.kind);
        let block = alike.map(|alike| alike.line.width()).max().unwrap_or(0);
        let block = start_of(rest, u16::try_from(block).unwrap_or(u16::MAX));
        let x = painter.own_start(block, &problem_line.line);
        painter.line((x, rest.y), rest, &problem_line.line, role);
        y += 1;
    }
    if problems.selected == item {
        painter.marker(first, Role::Title);
        let rows = Rect { height: y, ..area };
        painter.select(rows, start_of(first, label + count));
    }
    y
}
