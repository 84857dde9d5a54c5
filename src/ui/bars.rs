//! The bar above, the status row, and the message and hint rows below.

use ratatui::layout::Rect;

use super::Scene;
use super::paint::{Align, Painter, cut_left, cut_right};
use super::theme::Role;
use crate::app::action::{self, Action, Mode};
use crate::app::browse::without_copies;
use crate::app::key::{Code, KeyPress};
use crate::app::note::AppNote;
use crate::app::panes::Panes;
use crate::app::strings::{self, counted, thousands};
use crate::app::{Focus, LoadStage, Problems, Shared};
use crate::library::Sort;
use crate::query::{QueryNote, QueryReason};
use crate::store::Group;
use crate::text::isolated;
use crate::text::width::str_columns;

/// ` fihrist  demo-corpus  60 articles · 6 sources                      ? help`
pub(super) fn top(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    painter.fill(area, Role::Bar);
    let inner = cut_right(cut_left(area, 1), 1);
    let help = "? help";
    painter.text(inner, help, Role::Bar, Align::Right);
    let mut inner = cut_right(inner, help.len() as u16 + 2);
    if scene.browse.focus == Focus::Reader && scene.panes.divider.area() == 0 {
        inner = reading(painter, scene, inner);
    }
    let known = &scene.browse.list.head.known;
    let counts = counted(known.articles, "article", "articles");
    let sources = counted(known.sources, "source", "sources");
    let years = match known.years {
        Some((first, last)) if first < last => format!("{first}–{last}"),
        Some((first, _)) => first.to_string(),
        None => String::new(),
    };
    let fields = [
        (strings::NAME, Role::BarStrong),
        (&scene.shared.corpus, Role::Bar),
        (&counts, Role::Bar),
        (&sources, Role::Bar),
        (&years, Role::Bar),
    ];
    painter.fields(inner, &fields);
}

/// The title of the article being read once it has left the screen, its place in the list, and
/// how far the view is. Returns what is left of the bar.
fn reading(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) -> Rect {
    let Some(reader) = scene.browse.pane.reader() else {
        return area;
    };
    let list = &scene.browse.list;
    // An article that one jumped to need not be in the list.
    let position = if list.stands_for(reader.key) {
        let place = thousands(list.position() + 1);
        format!("{place}/{}", thousands(list.head.articles()))
    } else {
        strings::NOT_IN_LIST.to_owned()
    };
    let place = match reader.percent() {
        Some(0) => format!("{position} · {}", strings::TOP),
        Some(100) => format!("{position} · {}", strings::END),
        Some(percent) => format!("{position} · {percent}%"),
        None => position,
    };
    painter.text(area, &place, Role::Bar, Align::Right);
    let rest = cut_right(area, str_columns(&place) as u16 + 2);
    if reader.page.is_at_top() {
        return rest;
    }
    let name = painter.text(rest, strings::NAME, Role::BarStrong, Align::Left);
    let rest = cut_left(rest, name + 2);
    let title = reader.entry.article.title_str();
    painter.text(rest, title, Role::BarStrong, Align::Own);
    Rect::default()
}

/// `sort: newest first   group: none   filter: …`
pub(super) fn status(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    let browse = scene.browse;
    let sort = match browse.request.sort {
        Sort::Date => "newest first",
        Sort::Source => "by source",
        Sort::Relevance => "best first",
        Sort::Place => "by place",
    };
    let mut x = cut_left(area, 1);
    let group = format!("group: {}", group_name(browse.group));
    let copies = without_copies(scene.shared.known.copies);
    let rows = match (browse.stories, browse.shows_stories()) {
        (true, true) => AppNote::OneRowAStory,
        (true, false) => copies.unwrap_or(AppNote::EveryArticle),
        _ => AppNote::EveryArticle,
    };
    let rows = painter.words.say(&rows);
    for text in [sort, group.as_str(), rows.as_str()] {
        let used = painter.text(x, text, Role::Dim, Align::Left);
        x = cut_left(x, used + 3);
    }
    let used = painter.text(x, "filter:", Role::Dim, Align::Left);
    x = cut_left(x, used + 1);
    let filter = &browse.request.filter;
    if filter.is_empty() {
        painter.text(x, "none", Role::Dim, Align::Left);
    }
    let months = filter.months.iter().map(|m| super::facets::month_name(*m));
    let sources = filter.sources.iter().map(|s| super::facets::source_name(s));
    for value in sources.map(str::to_owned).chain(months) {
        let used = painter.text(x, &value, Role::Source, Align::Left);
        x = cut_left(x, used + 2);
    }
}

/// What happened, or how far loading is; and the keys.
pub(super) fn bottom(painter: &mut Painter<'_>, scene: &Scene<'_>) {
    let panes = &scene.panes;
    let (mode, shared) = (scene.browse.mode(), scene.shared);
    // The first screen is left with the program, another one for the screen that opened it.
    let back = (mode == Mode::List && scene.browse.is_opened()).then_some(strings::BACK);
    if scene.browse.forms_in_message_row() && shared.message.is_none() {
        // The row may be that of the keys.
        painter.fill(panes.message, Role::Plain);
        super::forms::draw(painter, scene, panes.message);
        if panes.message != panes.hints {
            hints(painter, mode, back, panes.hints);
        }
        return;
    }
    let cols = usize::from(panes.message.width.saturating_sub(1));
    let key = stop_key(mode, scene.browse.escape_stops_loading());
    let message = message(shared, cols, key, scene.browse.failed()).or_else(|| aside(scene));
    message_and_hints(painter, panes, message, mode, back);
}

/// The message and hint rows of a screen other than for browsing; `failed` is why it lacks what it should show.
pub(super) fn below(
    painter: &mut Painter<'_>,
    shared: &Shared,
    panes: &Panes,
    mode: Mode,
    failed: Option<&str>,
) {
    let cols = usize::from(panes.message.width.saturating_sub(1));
    let message = message(shared, cols, stop_key(mode, false), failed);
    message_and_hints(painter, panes, message, mode, None);
}

fn message_and_hints(
    painter: &mut Painter<'_>,
    panes: &Panes,
    message: Option<(String, Role)>,
    mode: Mode,
    back: Option<&'static str>,
) {
    if panes.message == panes.hints {
        match message {
            Some((text, role)) => {
                painter.text(panes.hints, &text, role, Align::Left);
            }
            None => hints(painter, mode, back, panes.hints),
        }
        return;
    }
    if let Some((text, role)) = message {
        painter.text(cut_left(panes.message, 1), &text, role, Align::Left);
    }
    hints(painter, mode, back, panes.hints);
}

/// The key that stops loading; `None` while letters go into the search box.
fn stop_key(mode: Mode, escape_stops: bool) -> Option<&'static str> {
    match mode {
        Mode::Search => None,
        Mode::List if escape_stops => Some("Esc"),
        _ => Some("Ctrl-c"),
    }
}

/// The message of the moment, a failure, or how far loading is, in this order.
fn message(
    shared: &Shared,
    cols: usize,
    stop_key: Option<&str>,
    failed: Option<&str>,
) -> Option<(String, Role)> {
    if let Some(message) = &shared.message {
        return Some((shared.words.say(message), Role::Message));
    }
    if let Some(reason) = &shared.loading.failed {
        return Some((reason.clone(), Role::Message));
    }
    if let Some(reason) = failed {
        return Some((strings::failed(reason), Role::Message));
    }
    if shared.loading.stage != LoadStage::Done {
        return Some((shared.loading.line(cols, stop_key), Role::Dim));
    }
    None
}

/// What is shown of the list where there is no message.
fn aside(scene: &Scene<'_>) -> Option<(String, Role)> {
    let why = without_copies(scene.shared.known.copies);
    if let (true, Some(why)) = (scene.browse.stories, why) {
        return Some((scene.shared.words.say(&why), Role::Dim));
    }
    if let Some(note) = note(scene) {
        return Some((note, Role::Dim));
    }
    let head = &scene.browse.list.head;
    if head.loosened && head.rows > 0 {
        return Some((strings::LOOSENED.to_owned(), Role::Message));
    }
    problems(scene)
}

fn group_name(group: Group) -> &'static str {
    match group {
        Group::None => "none",
        Group::Source => "source",
        Group::Month => "month",
    }
}

/// What of the query was not understood, while it is being typed: `فلان: no such source, …`.
///
/// A part that is only unfinished is named where the message has a row of its own.
fn note(scene: &Scene<'_>) -> Option<String> {
    scene.browse.search.as_ref()?;
    let unfinished = |note: &&QueryNote| {
        matches!(
            note.reason,
            QueryReason::NotADateYet | QueryReason::EmptyField
        )
    };
    let notes = &scene.browse.list.head.notes;
    let panes = &scene.panes;
    let pending = notes
        .iter()
        .find(unfinished)
        .filter(|_| panes.message != panes.hints);
    let note = notes.iter().find(|note| !unfinished(note)).or(pending)?;
    let words = scene.browse.answered().get(note.bytes.clone())?;
    let words = isolated(words.trim_end_matches(':'));
    Some(format!("{words}: {}", note.reason))
}

/// `3 errors, 12 guesses; ! shows them`, in the list; where the row is that of the keys, until one is pressed.
fn problems(scene: &Scene<'_>) -> Option<(String, Role)> {
    let panes = &scene.panes;
    let room = panes.message != panes.hints || scene.shared.loading.unseen;
    if scene.browse.focus != Focus::List || !room {
        return None;
    }
    let counts = scene.browse.list.head.known.problems;
    let [errors, guesses, notes] = counts;
    let shown = match errors + guesses {
        0 if notes == 0 || panes.message == panes.hints => return None,
        0 => &Problems::LEVELS[2..],
        _ => &Problems::LEVELS[..2],
    };
    let counted = shown.iter().filter(|level| counts[**level as usize] > 0);
    let counted = counted.map(|level| strings::counted_problems(counts[*level as usize], *level));
    let text = format!(
        "{}; {}",
        counted.collect::<Vec<_>>().join(", "),
        strings::SHOW_PROBLEMS
    );
    let role = if errors > 0 { Role::Message } else { Role::Dim };
    Some((text, role))
}

/// Keys and words for them, as many as fit; room for the help and the way out is kept first. `back` is
/// what the way out is called there, if not what the table of actions calls it.
fn hints(painter: &mut Painter<'_>, mode: Mode, back: Option<&'static str>, area: Rect) {
    painter.fill(area, Role::Bar);
    let hints: Vec<KeyHint> = action::bindings(mode)
        .filter_map(|binding| KeyHint::of(binding, back))
        .collect();
    let mut kept: usize = hints.iter().filter(|h| h.kept).map(|h| h.width).sum();
    let mut rest = cut_left(area, 1);
    for hint in hints {
        let room = if hint.kept {
            kept -= hint.width;
            usize::from(rest.width)
        } else {
            usize::from(rest.width).saturating_sub(kept)
        };
        // Nothing stands after the last one.
        if hint.width > room + 2 {
            continue;
        }
        let used = painter.text(rest, &hint.key, Role::BarStrong, Align::Left);
        rest = cut_left(rest, used + 1);
        let used = painter.text(rest, hint.word, Role::Bar, Align::Left);
        rest = cut_left(rest, used + 2);
    }
}

/// A key and a word for it.
struct KeyHint {
    key: String,
    word: &'static str,
    /// Columns with the gap after it.
    width: usize,
    /// Room is kept for it before others.
    kept: bool,
}

impl KeyHint {
    fn of(binding: &action::Binding, back: Option<&'static str>) -> Option<KeyHint> {
        let key = key_name(binding.keys.first()?.parse().ok()?);
        let word = back
            .filter(|_| binding.action == Action::Back)
            .unwrap_or(binding.hint);
        (!word.is_empty()).then(|| KeyHint {
            width: str_columns(&key) + 1 + str_columns(word) + 2,
            key,
            word,
            kept: matches!(binding.action, Action::Help | Action::Back),
        })
    }
}

/// A key's name as keyboards have it: `Enter`, `Ctrl-n`, `j`.
fn key_name(key: KeyPress) -> String {
    let name = key.to_string();
    if matches!(key.code, Code::Char(c) if c != ' ') && !key.ctrl && !key.alt {
        return name;
    }
    let mut chars = name.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}
