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
use super::paint::{Align, Painter, cut_left, cut_right};
use super::theme::Role;
use crate::app::browse::search_box::SearchBox;
use crate::app::line_edit::{LineEdit, LineView};
use crate::app::strings::{self, counted, thousands};
use crate::text::width::str_columns;
use crate::text::{Caret, Direction, Options};

/// Draws the row; returns the caret's place while the box is being typed into.
pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) -> Option<(u16, u16)> {
    if area.area() == 0 {
        return None;
    }
    let area = cut_right(cut_left(area, 1), 1);
    let role = if scene.browse.search.is_some() {
        Role::Title
    } else {
        Role::Dim
    };
    let label = label();
    painter.text(area, &label, role, Align::Left);
    // On a very narrow screen what is typed matters more.
    let counts = counts(scene, area.width);
    painter.text(area, &counts, Role::Dim, Align::Right);
    let boxed = boxed(area, &label, &counts);
    if boxed.width < 3 {
        return None;
    }
    let Some(search) = &scene.browse.search else {
        let shown = LineEdit::new(&scene.browse.request.text);
        paint(
            painter,
            boxed,
            &shown.view(boxed.width.into(), scene.shared.layout),
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
            cut_left(area, boxed.x - area.x - 1),
            mark,
            Role::Title,
            Align::Left,
        );
    }
    Some((boxed.x + u16::try_from(view.caret).ok()?, boxed.y))
}

/// The place in the text being typed that a column of the screen shows.
pub(super) fn caret_at(scene: &Scene<'_>, area: Rect, col: u16) -> Option<Caret> {
    let search = scene.browse.search.as_ref()?;
    let area = cut_right(cut_left(area, 1), 1);
    let boxed = boxed(area, &label(), &counts(scene, area.width));
    let view = typed(scene, search, boxed);
    Some(view.caret_at(usize::from(col.saturating_sub(boxed.x))))
}

/// The line being typed as it stands in its box.
fn typed(scene: &Scene<'_>, search: &SearchBox, boxed: Rect) -> LineView {
    let options = Options {
        caret: Some(search.line.caret().byte),
        ..scene.shared.layout
    };
    search.line.view(boxed.width.into(), options)
}

fn label() -> String {
    format!("{} ▸", strings::SEARCH_LABEL)
}

/// The box between the label (and the cell of the direction mark) and the counts (and a blank).
fn boxed(area: Rect, label: &str, counts: &str) -> Rect {
    let left = str_columns(label) as u16 + 1;
    cut_right(cut_left(area, left), str_columns(counts) as u16 + 1)
}

fn paint(painter: &mut Painter<'_>, area: Rect, view: &LineView) {
    let (column, line) = view.shown();
    let x = area
        .x
        .saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
    painter.line((x, area.y), area, &line, Role::Title);
}

/// `12 of 60 · 2 ms`, `12 of 60 · 9 stories · 2 ms` with a row a story; less on a narrow screen,
/// where what is typed matters more.
fn counts(scene: &Scene<'_>, cols: u16) -> String {
    let list = &scene.browse.list;
    let found = thousands(list.head.total);
    let all = thousands(list.head.known.articles);
    let stories = counted(list.head.count, "story", "stories");
    let stories = Some(stories).filter(|_| scene.browse.shows_stories());
    let narrowed = list.head.searched || !scene.browse.request.filter.is_empty();
    match cols {
        0..24 => return String::new(),
        24..60 => return stories.unwrap_or(found),
        _ => {}
    }
    let count = if narrowed {
        format!("{found} of {all}")
    } else {
        all
    };
    let millis = if list.is_renewing() {
        strings::NOT_HERE.to_owned()
    } else {
        format!("{} ms", list.micros.div_ceil(1000))
    };
    let millis = Some(millis).filter(|_| list.head.searched || list.is_renewing());
    let parts: Vec<String> = [Some(count), stories, millis]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" · ")
}
