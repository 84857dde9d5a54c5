//! The list of articles.
//!
//! ```text
//! ▸ 2016-11-14  نبض الوادي الأخضر  ×2 ≡4           افتتاح الرصيف الشمالي في ميناء…
//!   2016-11-13  منارة الزيتون  +3                    عام على الرصيف الشمالي
//! ```
//!
//! `×2`: two repeats in the article; `≡4`: it is one of four versions of a story; `+3`: its row
//! stands for three more articles. Below 50 columns, and beside the reader on a wide screen, an article
//! takes two rows: the title, then the fields, the other sources of the story, and the number of words,
//! repeats left out.

use ratatui::layout::Rect;

use super::Scene;
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::article_fields::card_date;
use crate::app::counts::CountNote;
use crate::app::labels::{NOT_HERE, Placeholder, source_name, title_or_none};
use crate::app::panes::Panes;
use crate::app::{Focus, LoadStage};
use crate::store::{Card, Group, ListRow};
use crate::text::width::str_columns;
use crate::words::{Words, messages};

messages! {
    /// What the list shows beside its articles.
    enum ListNote {
        /// Nothing answers the search or the filter.
        NothingFound "nothing-found";
        /// The corpus is empty; the key shows the problems.
        NoArticles "no-articles" { key: Code };
        NothingYet "nothing-yet";
        /// The header above articles that have only some of the words.
        MoreArticles "more-articles-with-some" { articles: Count };
        /// The same with a row for every story.
        MoreStories "more-stories-with-some" { stories: Count };
    }
}

/// Columns of the selection mark and a blank.
const MARKER_COLS: u16 = 2;
/// Columns of a date, a `~` before it included, and a blank.
pub(super) const DATE_COLS: u16 = 12;
/// Columns of a source's name, which is cut where it is longer: the title needs the rest.
const SOURCE_COLS: u16 = 18;
/// The same on a row of fewer than [`MIN_WIDE_ROW_COLS`].
const NARROW_SOURCE_COLS: u16 = 13;
/// Columns of the number of folds, `×2`, and a blank.
const FOLD_COLS: u16 = 3;
/// Columns from which on a row has room for long source names and for the number of versions.
const MIN_WIDE_ROW_COLS: u16 = 70;
/// Columns that a source's name is given at least: a shorter beginning names nobody.
const MIN_NAME_COLS: u16 = 6;

pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, panes: &Panes) {
    let area = panes.list;
    if area.area() == 0 {
        return;
    }
    let list = &scene.browse.list;
    if list.is_empty() {
        let nothing = nothing(scene);
        painter.text(
            cut_start(area, MARKER_COLS),
            &nothing,
            Role::Dim,
            Align::Start,
        );
        return;
    }
    let area = cut_end(area, 1);
    let step = if panes.two_rows { 2 } else { 1 };
    for (at, y) in (list.top..list.len()).zip((0..area.height).step_by(step)) {
        let first = row(area, y);
        let selected = at == list.selected;
        match list.row(at) {
            Some(ListRow::Header { name, count }) => header(painter, scene, first, name, *count),
            Some(ListRow::More(count)) => more(painter, scene, first, *count),
            Some(ListRow::Article(card)) if panes.two_rows => {
                let second = row(area, y + 1);
                two_rows(painter, scene, [first, second], card, selected);
            }
            Some(ListRow::Article(card)) => article(painter, scene, first, card, selected),
            None => {
                marker(painter, scene, first, selected);
                let rest = cut_start(first, MARKER_COLS);
                painter.text(rest, NOT_HERE, Role::Dim, Align::Start);
            }
        }
    }
}

/// What is shown instead of rows: why there are none.
fn nothing(scene: &Scene<'_>) -> String {
    let (list, shared) = (&scene.browse.list, scene.shared);
    if let Some(failed) = list.pending.failed() {
        return shared.words.say(&failed);
    }
    let narrowed = list.head.searched || !scene.browse.request.filter.is_empty();
    let empty = shared.loading.stage == LoadStage::Done && shared.known.articles == 0;
    let key = "!".to_owned();
    shared.words.say(&match (narrowed, empty) {
        (true, _) => ListNote::NothingFound,
        (false, true) => ListNote::NoArticles { key },
        (false, false) => ListNote::NothingYet,
    })
}

/// `── نبض الوادي الأخضر ── 12 articles ─────`
fn header(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect, name: &str, count: usize) {
    painter.rule(area, "─", Role::Dim);
    let role = if scene.browse.group == Group::Source {
        Role::Source
    } else {
        Role::Date
    };
    let name = match scene.browse.group {
        Group::Month | Group::Day if name.is_empty() => {
            painter.words.say(&Placeholder::UnknownMonth).into()
        }
        _ => source_name(name, painter.words),
    };
    let inner = boxed(painter, cut_start(area, 2), &name, role);
    let count = if scene.browse.shows_stories() {
        CountNote::stories(count)
    } else {
        CountNote::articles(count)
    };
    let count = painter.words.say(&count);
    boxed(painter, cut_start(inner, 2), &count, Role::Dim);
}

/// `── 26 more with some of the words ─────`
fn more(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect, count: usize) {
    painter.rule(area, "─", Role::Dim);
    let count = count as u64;
    let more = if scene.browse.shows_stories() {
        ListNote::MoreStories { stories: count }
    } else {
        ListNote::MoreArticles { articles: count }
    };
    let text = painter.words.say(&more);
    boxed(painter, cut_start(area, 2), &text, Role::Message);
}

/// A text on a rule, a blank on either side; returns what is left.
pub(super) fn boxed(painter: &mut Painter<'_>, area: Rect, text: &str, role: Role) -> Rect {
    let inner = cut_start(area, 1);
    let used = painter.text(inner, text, role, Align::Start);
    painter.text(start_of(area, 1), " ", Role::Plain, Align::Start);
    let after = cut_start(inner, used);
    painter.text(start_of(after, 1), " ", Role::Plain, Align::Start);
    cut_start(after, 1)
}

fn article(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect, card: &Card, selected: bool) {
    let source = if area.width < MIN_WIDE_ROW_COLS {
        NARROW_SOURCE_COLS
    } else {
        SOURCE_COLS
    };
    marker(painter, scene, area, selected);
    let rest = cut_start(area, MARKER_COLS);
    let rest = fields(painter, rest, source, card, roles(scene, selected));
    let rest = if area.width < MIN_WIDE_ROW_COLS {
        rest
    } else {
        versions(painter, rest, card)
    };
    title(painter, rest, card);
}

fn two_rows(
    painter: &mut Painter<'_>,
    scene: &Scene<'_>,
    rows: [Rect; 2],
    card: &Card,
    selected: bool,
) {
    let [first, second] = rows;
    marker(painter, scene, first, selected);
    title(painter, cut_start(first, MARKER_COLS), card);
    let rest = cut_start(second, MARKER_COLS);
    let rest = fields(painter, rest, SOURCE_COLS, card, roles(scene, selected));
    let rest = versions(painter, rest, card);
    let rest = words(painter, cut_end(rest, 1), card);
    outlets(painter, rest, card);
}

/// `1,204 words`, repeats left out, at the end of the row where there is room; returns what is left of it.
fn words(painter: &mut Painter<'_>, area: Rect, card: &Card) -> Rect {
    let words = painter.words.say(&CountNote::words(card.own_words));
    let cols = str_columns(&words) as u16 + 2;
    if area.width < cols {
        return area;
    }
    painter.text(area, &words, Role::Dim, Align::End);
    cut_end(area, cols)
}

/// Roles of the short fields of a row.
#[derive(Clone, Copy)]
struct FieldRoles {
    date: Role,
    source: Role,
    selected: bool,
}

/// The selected row is marked on its short fields: over a slow line, restyling a whole Arabic
/// title twice for every step of the cursor costs more than it shows.
fn roles(scene: &Scene<'_>, selected: bool) -> FieldRoles {
    let (date, source) = if selected && scene.browse.focus == Focus::List {
        (Role::Selected, Role::Selected)
    } else {
        (Role::Date, Role::Source)
    };
    FieldRoles {
        date,
        source,
        selected,
    }
}

/// Date, source, how many more articles the row stands for, number of folds; returns what is left of the row.
fn fields(
    painter: &mut Painter<'_>,
    area: Rect,
    source_cols: u16,
    card: &Card,
    roles: FieldRoles,
) -> Rect {
    if roles.selected {
        painter.fill(start_of(area, DATE_COLS + source_cols + 1), roles.date);
    }
    let date = card_date(card.date);
    painter.text(
        start_of(area, DATE_COLS - 1),
        &date,
        roles.date,
        Align::Years,
    );
    let rest = cut_start(area, DATE_COLS);
    // The number has a place of its own: beside an Arabic name it would change places with it.
    let more = match card.behind {
        0 => String::new(),
        n => format!("+{}", painter.words.number(n)),
    };
    let used = str_columns(&more) as u16;
    let taken = (used + u16::from(used > 0)).min(source_cols);
    let name = start_of(rest, source_cols - taken);
    let named = painter.text(name, &card.source, roles.source, Align::Start);
    let more_at = cut_start(rest, named + u16::from(named > 0));
    painter.text(start_of(more_at, used), &more, roles.source, Align::Start);
    let rest = cut_start(rest, source_cols + 1);
    painter.text(
        start_of(rest, FOLD_COLS),
        &folds(card, painter.words),
        Role::Fold,
        Align::Start,
    );
    cut_start(rest, FOLD_COLS)
}

fn marker(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect, selected: bool) {
    if selected {
        let role = if scene.browse.focus == Focus::List {
            Role::Title
        } else {
            Role::Dim
        };
        painter.text(start_of(area, 1), "▸", role, Align::Start);
    }
}

fn title(painter: &mut Painter<'_>, area: Rect, card: &Card) {
    if card.title.is_empty() {
        // Without a title, the article's first words say best what it is.
        let first = match card.first_words.as_str() {
            "" => title_or_none("", painter.words),
            words => words.into(),
        };
        painter.text(area, &first, Role::Dim, Align::Own);
        return;
    }
    let marks = [(card.title_hits.as_slice(), Role::Hit)];
    painter.title(area, &card.title, Role::Plain, &marks);
}

/// `≡4`, where the row's `+3` does not account for all versions; returns what is left of the row.
fn versions(painter: &mut Painter<'_>, area: Rect, card: &Card) -> Rect {
    if card.versions <= 1 + card.behind {
        return area;
    }
    let sign = format!("≡{}", painter.words.number(card.versions));
    let used = painter.text(area, &sign, Role::Fold, Align::Start);
    cut_start(area, used + 1)
}

/// The other sources of the story, each name laid out on its own.
fn outlets(painter: &mut Painter<'_>, area: Rect, card: &Card) {
    let mut rest = area;
    for name in &card.behind_sources {
        if rest.width < MIN_NAME_COLS {
            break;
        }
        let used = painter.text(rest, name, Role::Source, Align::Start);
        rest = cut_start(rest, used + 2);
    }
}

fn folds(card: &Card, words: Words) -> String {
    match card.folds {
        0 => String::new(),
        n => format!("×{}", words.number(n)),
    }
}
