//! The bar above, the status row, and the message and hint rows below.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_end, cut_start};
use super::theme::Role;
use super::{Scene, long_message};
use crate::app::action::{self, Action, Mode};
use crate::app::browse::without_copies;
use crate::app::counts::{CountNote, SpanNote};
use crate::app::key_help::KeyHelp;
use crate::app::key_names;
use crate::app::labels::NAME;
use crate::app::note::AppNote;
use crate::app::panes::Panes;
use crate::app::reader::Reader;
use crate::app::{FailedAsk, Focus, LoadStage, Shared};
use crate::query::{NotedWords, QueryNote, QueryReason};
use crate::text::width::str_columns;
use crate::words::{Said, Words, messages};

messages! {
    /// What the bar shows beside names and counts.
    enum BarNote {
        Help "key-for-help" { key: Code };
        /// An article that one jumped to.
        NotInList "not-in-list";
        Top "at-the-top";
        End "at-the-end";
    }
}

messages! {
    /// What is shown of the list where there is no message.
    enum AsideNote {
        /// The key shows them.
        Problems "problems-to-see" { errors: Count, guesses: Count, key: Code };
        Notes "notes-to-see" { notes: Count, key: Code };
    }
}

/// ` fihrist  demo-corpus  60 articles · 6 sources                      ? help`
pub(super) fn top(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    painter.fill(area, Role::Bar);
    let inner = cut_end(cut_start(area, 1), 1);
    let key = "?".to_owned();
    let used = painter.say(inner, &BarNote::Help { key }, Role::Bar, Align::End);
    let mut inner = cut_end(inner, used + 2);
    if scene.browse.focus == Focus::Reader {
        inner = reading(painter, scene, inner);
    } else if scene.panes.divider.area() > 0 && !scene.browse.list.is_empty() {
        let place = place_in_list(painter, scene);
        let used = painter.text(inner, &place, Role::Bar, Align::End);
        inner = cut_end(inner, used + 2);
    }
    let corpus = scene.shared.corpus.shown(painter.words);
    let known = &scene.browse.list.head.known;
    let counts = CountNote::articles(known.articles);
    let counts = counts.while_loading(scene.shared.more_may_come(known));
    let counts = painter.words.say(&counts);
    let sources = painter.words.say(&CountNote::sources(known.sources));
    let years = match known.years {
        Some((first, last)) if first < last => painter.words.say(&SpanNote::Years {
            first: first.to_string(),
            last: last.to_string(),
        }),
        Some((first, _)) => first.to_string(),
        None => String::new(),
    };
    let fields = [
        (NAME, Role::BarStrong),
        (&corpus, Role::Bar),
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
        place_in_list(painter, scene)
    } else {
        painter.words.say(&BarNote::NotInList)
    };
    let share = share_read(painter, reader);
    let place = match share {
        Some(share) => format!("{position} · {share}"),
        None => position,
    };
    painter.text(area, &place, Role::Bar, Align::End);
    let rest = cut_end(area, str_columns(&place) as u16 + 2);
    if reader.page.is_at_top() {
        return rest;
    }
    let name = painter.text(rest, NAME, Role::BarStrong, Align::Start);
    let rest = cut_start(rest, name + 2);
    let title = reader.entry.article.title_str();
    painter.title(rest, title, Role::BarStrong, &[]);
    Rect::default()
}

/// `3/65`
fn place_in_list(painter: &Painter<'_>, scene: &Scene<'_>) -> String {
    let list = &scene.browse.list;
    let number = |number| painter.words.number(number);
    let place = number(list.position() + 1);
    format!("{place}/{}", number(list.head.articles()))
}

/// How far an article is read; nothing where all of it is in view.
pub(super) fn share_read(painter: &Painter<'_>, reader: &Reader) -> Option<String> {
    reader.percent().map(|percent| match percent {
        0 => painter.words.say(&BarNote::Top),
        100 => painter.words.say(&BarNote::End),
        percent => painter.words.percent(percent as u64),
    })
}

/// What happened, or how far loading is; and the keys.
pub(super) fn bottom(painter: &mut Painter<'_>, scene: &Scene<'_>) {
    let panes = &scene.panes;
    let (mode, shared) = (scene.browse.mode(), scene.shared);
    // The first screen is left with the program, another one for the screen that opened it.
    let back = (mode == Mode::List && scene.browse.is_opened()).then_some(KeyHelp::ScreenBack);
    let can = |action| {
        let now = scene.browse.command_now(action, shared);
        now.is_none_or(|now| now.can)
    };
    let offered = KeyHint::all(mode, back, painter.words, &can);
    if scene.browse.forms_in_message_row() && shared.message.is_none() {
        // The row may be that of the keys.
        painter.fill(panes.message, Role::Plain);
        super::forms::draw(painter, scene, panes.message);
        if panes.message != panes.hints {
            hints(painter, &offered, panes.hints);
        }
        return;
    }
    let cols = usize::from(panes.message.width.saturating_sub(1));
    let key = stop_key(mode, scene.browse.escape_stops_loading());
    let message = message(shared, cols, key, scene.browse.failed()).or_else(|| aside(scene));
    message_and_hints(painter, panes, message, &offered);
}

/// The message and hint rows of a screen other than for browsing; `failed` is why it lacks what it should show.
pub(super) fn below(
    painter: &mut Painter<'_>,
    shared: &Shared,
    panes: &Panes,
    mode: Mode,
    failed: Option<FailedAsk>,
) {
    let cols = usize::from(panes.message.width.saturating_sub(1));
    let message = message(shared, cols, stop_key(mode, false), failed);
    let offered = KeyHint::all(mode, None, painter.words, &|_| true);
    message_and_hints(painter, panes, message, &offered);
}

fn message_and_hints(
    painter: &mut Painter<'_>,
    panes: &Panes,
    message: Option<(String, Role)>,
    offered: &[KeyHint],
) {
    if let Some((text, role)) = &message
        && long_message::wrapped(painter, panes, text, *role)
    {
        return;
    }
    if panes.message == panes.hints {
        match message {
            Some((text, role)) => {
                painter.text(panes.hints, &text, role, Align::Start);
            }
            None => hints(painter, offered, panes.hints),
        }
        return;
    }
    if let Some((text, role)) = message {
        painter.text(cut_start(panes.message, 1), &text, role, Align::Start);
    }
    hints(painter, offered, panes.hints);
}

/// The key that stops loading; `None` while letters go into the search box.
fn stop_key(mode: Mode, escape_stops: bool) -> Option<&'static str> {
    match mode {
        mode if mode.is_typed() => None,
        Mode::List if escape_stops => Some("esc"),
        _ => Some("ctrl-c"),
    }
}

/// The message of the moment, a failure, or how far loading is, in this order.
fn message(
    shared: &Shared,
    cols: usize,
    stop_key: Option<&str>,
    failed: Option<FailedAsk>,
) -> Option<(String, Role)> {
    if let Some(message) = &shared.message {
        return Some((shared.words.say(message), Role::Message));
    }
    if let Some(reason) = &shared.loading.failed {
        return Some((shared.words.say(reason), Role::Message));
    }
    if let Some(failed) = failed {
        return Some((shared.words.say(&failed), Role::Message));
    }
    if shared.loading.stage != LoadStage::Done {
        return Some((shared.loading.line(cols, stop_key, shared.words), Role::Dim));
    }
    None
}

/// What is shown of the list where there is no message.
fn aside(scene: &Scene<'_>) -> Option<(String, Role)> {
    let why = without_copies(scene.shared.known.copies);
    if let (true, Some(why)) = (scene.browse.stories, why) {
        return Some((scene.shared.words.say(&why), Role::Dim));
    }
    if let Some(dates) = super::dates::note(scene) {
        return Some((scene.shared.words.say(&dates), Role::Dim));
    }
    if let Some(note) = note(scene) {
        return Some((scene.shared.words.say(&note), Role::Dim));
    }
    if scene.browse.shows_loosened() {
        return Some((loosened(scene), Role::Message));
    }
    let sign = scene.shared.signs.explained;
    let sign = sign.map(|sign| (scene.shared.words.say(&sign.explained()), Role::Dim));
    problems(scene).or(sign)
}

/// That no article has all the words, on one row.
fn loosened(scene: &Scene<'_>) -> String {
    let words = scene.shared.words;
    let whole = words.say(&AppNote::Loosened);
    if str_columns(&whole) < usize::from(scene.panes.message.width) {
        whole
    } else {
        words.say(&AppNote::LoosenedShort)
    }
}

/// What of the query was not understood, while it is being typed: `فلان: no such source, …`.
///
/// A part that is only unfinished is named where the message has a row of its own.
fn note(scene: &Scene<'_>) -> Option<NotedWords> {
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
    Some(NotedWords::Reason {
        words: words.trim_end_matches(':').to_owned(),
        reason: note.reason.sentence(),
    })
}

/// `3 errors, 12 guesses; ! shows them`, in the list, from the end of loading until a key is pressed.
fn problems(scene: &Scene<'_>) -> Option<(String, Role)> {
    let panes = &scene.panes;
    if scene.browse.focus != Focus::List || !scene.shared.loading.unseen {
        return None;
    }
    let problems = scene.browse.list.head.known.problems;
    let [errors, guesses, notes] = problems.map(|count| count as u64);
    let key = "!".to_owned();
    let shown = match errors + guesses {
        0 if notes == 0 || panes.message == panes.hints => return None,
        0 => AsideNote::Notes { notes, key },
        _ => AsideNote::Problems {
            errors,
            guesses,
            key,
        },
    };
    let role = if errors > 0 { Role::Message } else { Role::Dim };
    Some((scene.shared.words.say(&shown), role))
}

/// Keys and words for them, as many as fit; room for the help and the way out is kept first.
fn hints(painter: &mut Painter<'_>, hints: &[KeyHint], area: Rect) {
    painter.fill(area, Role::Bar);
    let mut kept: usize = hints.iter().filter(|h| h.kept).map(|h| h.width).sum();
    let mut rest = cut_start(area, 1);
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
        let used = painter.text(rest, &hint.key, Role::BarStrong, Align::Start);
        rest = cut_start(rest, used + 1);
        let used = painter.text(rest, &hint.word, Role::Bar, Align::Start);
        rest = cut_start(rest, used + 2);
    }
}

/// A key and a word for it.
struct KeyHint {
    key: String,
    word: String,
    /// Columns with the gap after it.
    width: usize,
    /// Room is kept for it before others.
    kept: bool,
}

impl KeyHint {
    /// Those of a mode of which something would come. `back` is what the way out is called there, if not what the table of
    /// actions calls it.
    fn all(
        mode: Mode,
        back: Option<KeyHelp>,
        words: Words,
        can: &dyn Fn(Action) -> bool,
    ) -> Vec<KeyHint> {
        let rows = action::bindings(mode).filter(|binding| can(binding.action));
        rows.filter_map(|binding| KeyHint::of(binding, back, words))
            .collect()
    }

    fn of(binding: &action::Binding, back: Option<KeyHelp>, words: Words) -> Option<KeyHint> {
        let key = key_names::named(binding.keys.first()?, words);
        let back = back.filter(|_| binding.action == Action::Back);
        let act = back.or(binding.is_hinted.then_some(binding.help))?;
        let word = words.say_as(&act, "hint");
        Some(KeyHint {
            width: str_columns(&key) + 1 + str_columns(&word) + 2,
            key,
            word,
            kept: matches!(binding.action, Action::Help | Action::Back),
        })
    }
}
