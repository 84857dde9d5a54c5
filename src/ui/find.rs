//! The row of the search within an article, above the keys:
//!
//! ```text
//!  In this article ▸                                    ميناء▏   3/12
//! ```

use ratatui::layout::Rect;

use super::Scene;
use super::paint::{Align, Painter, cut_end, cut_start};
use super::theme::Role;
use crate::app::browse::find::Find;
use crate::app::counts::CountNote;
use crate::text::Options;
use crate::text::width::str_columns;
use crate::words::messages;

messages! {
    /// What the row shows beside the text.
    enum FindNote {
        Label "find-box";
        Nothing "find-nothing";
    }
}

/// Draws the row, where there is a search within the article and no message is in its place; returns the caret's place
/// while the box has the keys.
pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>) -> Option<(u16, u16)> {
    let find = scene.browse.find.as_ref()?;
    let panes = &scene.panes;
    let alone = panes.message != panes.hints;
    let said = scene.shared.message.is_some();
    if !find.is_typed && (said || !alone) {
        return None;
    }
    painter.fill(panes.message, Role::Plain);
    let area = cut_end(cut_start(panes.message, 1), 1);
    let label = format!(
        "{} {}",
        painter.words.say(&FindNote::Label),
        painter.sides.sign("▸")
    );
    let role = if find.is_typed {
        Role::Title
    } else {
        Role::Dim
    };
    painter.text(area, &label, role, Align::Start);
    let counts = match &scene.shared.message {
        Some(message) => painter.words.say(message),
        None => counts(painter, scene, find),
    };
    painter.text(area, &counts, Role::Dim, Align::End);
    let boxed = cut_start(area, str_columns(&label) as u16 + 1);
    let boxed = cut_end(boxed, str_columns(&counts) as u16 + 1);
    line(painter, scene, find, boxed)
}

fn line(
    painter: &mut Painter<'_>,
    scene: &Scene<'_>,
    find: &Find,
    boxed: Rect,
) -> Option<(u16, u16)> {
    if boxed.width < 3 {
        return None;
    }
    let options = Options {
        caret: find.is_typed.then(|| find.line.caret().byte),
        ..scene.shared.input_layout()
    };
    let view = find.line.view(boxed.width.into(), options);
    let (column, line) = view.shown();
    painter.line_from_left(boxed, column, &line, Role::Title);
    let shown = painter.sides.on_screen(boxed);
    let caret = u16::try_from(view.caret).ok()?;
    find.is_typed.then_some((shown.x + caret, shown.y))
}

/// `3/12`; on a narrow screen too, since it is what one types for.
fn counts(painter: &Painter<'_>, scene: &Scene<'_>, find: &Find) -> String {
    let Some(reader) = scene.browse.pane.reader() else {
        return String::new();
    };
    if find.line.text().trim().is_empty() {
        return String::new();
    }
    let all = reader.hits.len();
    match reader.current {
        _ if all == 0 => painter.words.say(&FindNote::Nothing),
        Some(at) => format!(
            "{}/{}",
            painter.words.number(at + 1),
            painter.words.number(all)
        ),
        None => painter.words.say(&CountNote::matches(all)),
    }
}
