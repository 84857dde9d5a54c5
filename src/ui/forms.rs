//! The forms of a word that is searched, one row: which spellings there are, and in how many articles.
//!
//! ```text
//!  Forms: 1 أمريكا 590  2 أميركا 380  3 امريكا 72  4 بأمريكا 31  … 16 more      [F2 all forms]
//! ```
//!
//! The word's spellings stand first and bold, then those with prefixes or suffixes, then other inflections.
//! Forms that are not searched at present are dim. Each spelling and each number is laid out on its own, from
//! left to right.

use ratatui::layout::Rect;

use super::Scene;
use super::paint::{Align, Painter, cut_left, cut_right};
use super::theme::Role;
use crate::app::browse::forms::{FormsLine, MAX_NUMBERED, ShownForm};
use crate::app::strings::{self, thousands};
use crate::index::Forms;
use crate::index::forms::FormKind;
use crate::text::width::{columns, str_columns};

/// Columns from which on the row has its label and the key: with fewer the forms need them.
const MIN_LABEL_COLS: u16 = 60;

pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    let area = cut_right(cut_left(area, 1), 1);
    let Some(line) = scene.browse.forms_line() else {
        return;
    };
    let state = state(scene, &line, area.width);
    painter.text(area, &state, Role::Dim, Align::Right);
    let mut rest = cut_right(area, str_columns(&state) as u16 + 2);
    if line.forms.is_empty() {
        let used = painter.text(rest, line.word, Role::Title, Align::Left);
        painter.text(
            cut_left(rest, used + 1),
            strings::NO_FORMS,
            Role::Dim,
            Align::Left,
        );
        return;
    }
    let akin = line.forms.iter().all(|f| f.form.kind == FormKind::Akin);
    if akin || area.width >= MIN_LABEL_COLS {
        let label = if akin { strings::AKIN } else { strings::FORMS };
        let used = painter.text(rest, label, Role::Dim, Align::Left);
        rest = cut_left(rest, used + 1);
    }
    let (rest, painted) = fitting(painter, rest, &line);
    let more = more(line.forms.len() + line.others - painted);
    painter.text(rest, &more, Role::Dim, Align::Left);
}

/// `… 14 more`; nothing for none.
fn more(count: usize) -> String {
    match count {
        0 => String::new(),
        n => format!("… {} {}", thousands(n), strings::MORE),
    }
}

/// Paints as many forms as fit; returns what is left of the row, and how many were painted.
fn fitting(painter: &mut Painter<'_>, area: Rect, line: &FormsLine<'_>) -> (Rect, usize) {
    let mut rest = area;
    for (index, shown) in line.forms.iter().enumerate() {
        let number = Some(index + 1).filter(|n| *n <= MAX_NUMBERED);
        let number = number.map_or(String::new(), |n| n.to_string());
        let count = shown.articles.map_or(String::new(), thousands);
        let after = str_columns(&more(line.forms.len() + line.others - index - 1));
        let gap = if after > 0 { 2 } else { 0 };
        let spelling = columns(&shown.form.spelling, painter.layout);
        let blanks = usize::from(!number.is_empty()) + usize::from(!count.is_empty());
        let room = number.len() + spelling + count.len() + blanks + gap + after;
        if room > usize::from(rest.width) {
            return (rest, index);
        }
        let chosen = line.only == Some(index);
        for (text, role) in [
            (number.as_str(), Role::Fold),
            (&shown.form.spelling, role(shown, chosen)),
            (&count, Role::Dim),
        ] {
            let used = painter.text(rest, text, role, Align::Left);
            rest = cut_left(rest, used + u16::from(used > 0));
        }
        rest = cut_left(rest, 1);
    }
    (rest, line.forms.len())
}

fn role(shown: &ShownForm<'_>, chosen: bool) -> Role {
    match shown.form.kind {
        _ if chosen => Role::Hit,
        _ if !shown.on => Role::Dim,
        FormKind::Spelling => Role::Title,
        _ => Role::Plain,
    }
}

/// Which forms are searched, and on a wider screen the key that changes that.
fn state(scene: &Scene<'_>, line: &FormsLine<'_>, cols: u16) -> String {
    let (key, state) = match scene.browse.request.forms {
        Forms::Exact => ("F2 ", strings::EXACT),
        _ if line.only.is_some() => ("Alt-0 ", strings::THIS_ONE),
        Forms::Word => ("F2 ", strings::THIS_WORD),
        Forms::All => ("F2 ", strings::ALL_FORMS),
    };
    let key = Some(key).filter(|_| cols >= MIN_LABEL_COLS).unwrap_or("");
    format!("[{key}{state}]")
}
