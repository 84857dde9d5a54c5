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
use super::paint::{Align, Painter, cut_end, cut_start};
use super::theme::Role;
use crate::app::browse::forms::{FormsLine, MAX_NUMBERED, ShownForm};
use crate::app::key_names;
use crate::index::Forms;
use crate::index::forms::FormKind;
use crate::text::width::{columns, str_columns};
use crate::words::{Words, messages};

messages! {
    /// What the row of forms shows beside the forms.
    enum FormsNote {
        Forms "forms-label";
        /// None of the forms is the word's own.
        Akin "akin-label";
        InNoArticle "in-no-article";
        More "more-forms" { forms: Count };
    }
}

messages! {
    /// Which forms are searched.
    enum FormsState {
        All "forms-all";
        ThisWord "forms-this-word";
        Exact "forms-exact";
        ThisOnly "forms-this-only";
        /// The same with the key that changes it.
        AllByKey "forms-all-key" { key: Code };
        ThisWordByKey "forms-this-word-key" { key: Code };
        ExactByKey "forms-exact-key" { key: Code };
        ThisOnlyByKey "forms-this-only-key" { key: Code };
    }
}

/// Columns from which on the row has its label and the key: with fewer the forms need them.
const MIN_LABEL_COLS: u16 = 60;

pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    let area = cut_end(cut_start(area, 1), 1);
    let Some(line) = scene.browse.forms_line() else {
        return;
    };
    let state = state(scene, &line, area.width);
    painter.text(area, &state, Role::Dim, Align::End);
    let mut rest = cut_end(area, str_columns(&state) as u16 + 2);
    if line.forms.is_empty() {
        let used = painter.text(rest, line.word, Role::Title, Align::Start);
        let none = &FormsNote::InNoArticle;
        painter.say(cut_start(rest, used + 1), none, Role::Dim, Align::Start);
        return;
    }
    let akin = line.forms.iter().all(|f| f.form.kind == FormKind::Akin);
    if akin || area.width >= MIN_LABEL_COLS {
        let label = if akin {
            FormsNote::Akin
        } else {
            FormsNote::Forms
        };
        let used = painter.say(rest, &label, Role::Dim, Align::Start);
        rest = cut_start(rest, used + 1);
    }
    let (rest, painted) = fitting(painter, rest, &line, area.width < MIN_LABEL_COLS);
    let narrow = area.width < MIN_LABEL_COLS;
    let more = more(
        line.forms.len() + line.others - painted,
        narrow,
        painter.words,
    );
    painter.text(rest, &more, Role::Dim, Align::Start);
}

/// `… 14 more`, on a narrow screen `+14`; nothing for none.
fn more(count: usize, narrow: bool, words: Words) -> String {
    let forms = count as u64;
    match forms {
        0 => String::new(),
        _ if narrow => format!("+{}", words.number(count)),
        _ => words.say(&FormsNote::More { forms }),
    }
}

/// Paints as many forms as fit; returns what is left of the row, and how many were painted.
fn fitting(
    painter: &mut Painter<'_>,
    area: Rect,
    line: &FormsLine<'_>,
    narrow: bool,
) -> (Rect, usize) {
    let mut rest = area;
    for (index, shown) in line.forms.iter().enumerate() {
        let number = Some(index + 1).filter(|n| *n <= MAX_NUMBERED);
        let number = number.map_or(String::new(), |n| painter.words.number(n));
        let count = shown.articles;
        let count = count.map_or(String::new(), |n| painter.words.number(n));
        let after = line.forms.len() + line.others - index - 1;
        let after = str_columns(&more(after, narrow, painter.words));
        let gap = if after > 0 { 2 } else { 0 };
        let spelling = columns(&shown.form.spelling, painter.layout);
        let blanks = usize::from(!number.is_empty()) + usize::from(!count.is_empty());
        let room = str_columns(&number) + spelling + str_columns(&count) + blanks + gap + after;
        if room > usize::from(rest.width) {
            return (rest, index);
        }
        let chosen = line.only == Some(index);
        for (text, role) in [
            (number.as_str(), Role::Fold),
            (&shown.form.spelling, role(shown, chosen)),
            (&count, Role::Dim),
        ] {
            let used = painter.text(rest, text, role, Align::Start);
            rest = cut_start(rest, used + u16::from(used > 0));
        }
        rest = cut_start(rest, 1);
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
    let forms = scene.browse.request.forms;
    let only = line.only.is_some() && !matches!(forms, Forms::Exact);
    let key = key_names::named(if only { "alt-0" } else { "f2" }, scene.shared.words);
    let key = Some(key).filter(|_| cols >= MIN_LABEL_COLS);
    scene.shared.words.say(&match (forms, key) {
        (_, None) if only => FormsState::ThisOnly,
        (_, Some(key)) if only => FormsState::ThisOnlyByKey { key },
        (Forms::Exact, None) => FormsState::Exact,
        (Forms::Exact, Some(key)) => FormsState::ExactByKey { key },
        (Forms::Word, None) => FormsState::ThisWord,
        (Forms::Word, Some(key)) => FormsState::ThisWordByKey { key },
        (Forms::All, None) => FormsState::All,
        (Forms::All, Some(key)) => FormsState::AllByKey { key },
    })
}
