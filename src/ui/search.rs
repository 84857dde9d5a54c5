//! The search row: label, the query, and the number of articles found.
//!
//! ```text
//! Search ▸                                             ميناء الم▏   12 of 60 · 2 ms
//! ```
//!
//! Text that begins with an Arabic letter stands on the right of the box and grows to the left, and the
//! caret stands where the next letter goes. Where two directions meet, a `→` or `←` between label and
//! box, in a cell kept free for it, shows the direction of what is typed next:
//!
//! ```text
//! Search ▸→                                       ميناء abc▏   12 of 60 · 2 ms
//! ```

use ratatui::layout::Rect;

use super::Scene;
use super::paint::{Align, Painter, cut_end, cut_start};
use super::sides::Sides;
use super::theme::Role;
use crate::app::browse::search_box::SearchBox;
use crate::app::command_now::StatusNote;
use crate::app::counts::CountNote;
use crate::app::labels::NOT_HERE;
use crate::app::line_edit::{LineEdit, LineView};
use crate::text::width::{columns_within, str_columns};
use crate::text::{Caret, Direction, Options};
use crate::words::{Words, messages};

messages! {
    /// What the search row shows beside the query.
    enum SearchNote {
        Label "search-box";
        /// Articles that answer it, of all.
        Found "found-of" { found: Number, all: Number };
        /// The same while loading goes on.
        FoundSoFar "found-of-so-far" { found: Number, all: Number };
        /// How long the answer took.
        Took "took-ms" { ms: Ordinal };
    }
}

/// Columns of the sign behind the label, of the `…` behind a query, and of blanks.
const MIN_AROUND_COLS: usize = 6;

/// Stands behind a query whose last word is the beginning of one.
const BEGUN: char = '…';

/// Draws the row; returns the caret's place while the box is being typed into.
pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) -> Option<(u16, u16)> {
    if area.area() == 0 {
        return None;
    }
    let area = cut_end(cut_start(area, 1), 1);
    let role = if scene.browse.search.is_some() {
        Role::Title
    } else {
        Role::Dim
    };
    let label = label(painter.words, painter.sides);
    painter.text(area, &label, role, Align::Start);
    // On a very narrow screen what is typed matters more.
    let counts = counts(scene, area.width);
    painter.text(area, &counts, Role::Dim, Align::End);
    let boxed = boxed(area, &label, &counts);
    if boxed.width < 3 {
        return None;
    }
    let Some(search) = &scene.browse.search else {
        let mut text = scene.browse.request.text.clone();
        if scene.browse.ends_in_a_beginning() {
            text.push(BEGUN);
        }
        let shown = LineEdit::new(&text);
        paint(
            painter,
            boxed,
            &shown.view(boxed.width.into(), scene.shared.input_layout()),
        );
        return None;
    };
    let view = typed(scene, search, boxed);
    paint(painter, boxed, &view);
    if let Some(direction) = view.boundary {
        let mark = match direction {
            Direction::Ltr => "→",
            Direction::Rtl => "←",
        };
        painter.text(
            cut_start(area, boxed.x - area.x - 1),
            mark,
            Role::Title,
            Align::Start,
        );
    }
    let shown = painter.sides.on_screen(boxed);
    Some((shown.x + u16::try_from(view.caret).ok()?, shown.y))
}

/// The place in the text being typed that a column of the screen shows.
pub(super) fn caret_at(scene: &Scene<'_>, sides: Sides, area: Rect, col: u16) -> Option<Caret> {
    let search = scene.browse.search.as_ref()?;
    let area = cut_end(cut_start(area, 1), 1);
    let boxed = boxed(
        area,
        &label(scene.shared.words, sides),
        &counts(scene, area.width),
    );
    let view = typed(scene, search, boxed);
    let left = sides.on_screen(boxed).x;
    Some(view.caret_at(usize::from(col.saturating_sub(left))))
}

/// The line being typed as it stands in its box.
fn typed(scene: &Scene<'_>, search: &SearchBox, boxed: Rect) -> LineView {
    let options = Options {
        caret: Some(search.line.caret().byte),
        ..scene.shared.input_layout()
    };
    search.line.view(boxed.width.into(), options)
}

fn label(words: Words, sides: Sides) -> String {
    format!("{} {}", words.say(&SearchNote::Label), sides.sign("▸"))
}

/// The box between the label (and the cell of the direction mark) and the counts (and a blank).
fn boxed(area: Rect, label: &str, counts: &str) -> Rect {
    let left = str_columns(label) as u16 + 1;
    cut_end(cut_start(area, left), str_columns(counts) as u16 + 1)
}

fn paint(painter: &mut Painter<'_>, area: Rect, view: &LineView) {
    let (column, line) = view.shown();
    painter.line_from_left(area, column, &line, Role::Title);
}

/// `12 of 60 · 2 ms`, `12 of 60 · 9 stories · 2 ms` with a row a story; less on a narrow screen,
/// where what is typed matters more.
fn counts(scene: &Scene<'_>, cols: u16) -> String {
    let (list, words) = (&scene.browse.list, scene.shared.words);
    let (found, all) = (list.head.total, list.head.known.articles);
    let stories = words.say(&CountNote::stories(list.head.count));
    let stories = Some(stories).filter(|_| scene.browse.shows_stories());
    let narrowed = list.head.searched || !scene.browse.request.filter.is_empty();
    let goes_on = scene.shared.more_may_come(&list.head.known);
    match cols {
        0..24 => return String::new(),
        24..60 if goes_on && stories.is_none() => {
            return words.say(&CountNote::articles(found).while_loading(goes_on));
        }
        24..60 => {
            let count = stories.unwrap_or_else(|| words.number(found));
            return with_order(scene, count, cols);
        }
        _ => {}
    }
    let (found, of_all) = (found as u64, all as u64);
    let count = match (narrowed, goes_on) {
        (true, true) => words.say(&SearchNote::FoundSoFar { found, all: of_all }),
        (true, false) => words.say(&SearchNote::Found { found, all: of_all }),
        (false, true) => words.say(&CountNote::articles(all).while_loading(goes_on)),
        (false, false) => words.number(all),
    };
    let millis = if list.is_renewing() {
        NOT_HERE.to_owned()
    } else {
        let ms = list.micros.div_ceil(1000);
        words.say(&SearchNote::Took { ms })
    };
    let millis = Some(millis).filter(|_| list.head.searched || list.is_renewing());
    let parts: Vec<String> = [Some(count), stories, millis]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" · ")
}

/// `newest first · 12` where no other row says in which order the list is, and what is searched leaves room for it.
fn with_order(scene: &Scene<'_>, count: String, cols: u16) -> String {
    let (browse, words) = (scene.browse, scene.shared.words);
    let order = words.say(&StatusNote::sort(browse.request.sort));
    let both = format!("{order} · {count}");
    let label = words.say(&SearchNote::Label);
    let taken = str_columns(&label) + MIN_AROUND_COLS + str_columns(&both);
    let room = usize::from(cols).saturating_sub(taken);
    let has_room = columns_within(&browse.request.text, room, scene.shared.layout).is_some();
    let shown = scene.panes.status.area() == 0 && browse.search.is_none() && room > 0;
    if shown && has_room { both } else { count }
}
