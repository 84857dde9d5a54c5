//! The list of articles.
//!
//! ```text
//! ▸ 2016-11-14  نبض الوادي الأخضر  ×2 ≡4           افتتاح الرصيف الشمالي في ميناء…
//!   2016-11-13  منارة الزيتون  +3                    عام على الرصيف الشمالي
//! ```
//!
//! `×2`: two repeats in the article; `≡4`: it is one of four versions of a story; `+3`: its row
//! stands for three more. Below 50 columns, and beside the reader on a wide screen, an article
//! takes two rows: the title, then the rest: who else has the story, and how many words it has, repeats
//! left out.

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::facts::{date, own_words};
use crate::app::list::{Group, ListRow};
use crate::app::panes::Panes;
use crate::app::strings::{self, counted, thousands};
use crate::app::{App, Focus, Stage};
use crate::library::{ArticleNo, Entry};
use crate::text::width::str_columns;

const MARKER: u16 = 2;
const DATE: u16 = 12;
const SOURCE: u16 = 18;
const NARROW_SOURCE: u16 = 13;
const FOLDS: u16 = 3;
/// Below this many columns a row has no room to say how many versions there are.
const VERSIONS_FROM: u16 = 70;

pub(super) fn draw(painter: &mut Painter<'_>, app: &App, panes: &Panes) {
    let area = panes.list;
    if area.area() == 0 {
        return;
    }
    if app.list.rows.is_empty() {
        let nothing = match (
            app.found.searched || !app.request.filter.is_empty(),
            app.loading.stage == Stage::Done && app.library.is_empty(),
        ) {
            (true, _) => strings::NOTHING_FOUND,
            (false, true) => strings::NO_ARTICLES,
            (false, false) => strings::LOADING,
        };
        painter.text(cut_left(area, MARKER), nothing, Role::Dim, Align::Left);
        return;
    }
    let area = cut_right(area, 1);
    let rows = app.list.rows.iter().enumerate().skip(app.list.top);
    let step = if panes.two_rows { 2 } else { 1 };
    for ((at, list_row), y) in rows.zip((0..area.height).step_by(step)) {
        let selected = at == app.list.selected;
        match list_row {
            ListRow::Header(name, count) => {
                header(painter, app, row(area, y), (name, *count));
            }
            ListRow::More(count) => more(painter, app, row(area, y), *count),
            ListRow::Article(no) if panes.two_rows => {
                two_rows(
                    painter,
                    app,
                    (row(area, y), row(area, y + 1)),
                    (*no, selected),
                );
            }
            ListRow::Article(no) => article(painter, app, row(area, y), (*no, selected)),
        }
    }
}

/// `── نبض الوادي الأخضر ── 12 articles ─────`
fn header(painter: &mut Painter<'_>, app: &App, area: Rect, (name, count): (&str, usize)) {
    painter.rule(area, "─", Role::Dim);
    let name = if name.is_empty() {
        strings::UNKNOWN
    } else {
        name
    };
    let role = if app.group == Group::Source {
        Role::Source
    } else {
        Role::Date
    };
    let inner = boxed(painter, cut_left(area, 2), name, role);
    let count = if app.shows_stories() {
        counted(count, "story", "stories")
    } else {
        counted(count, "article", "articles")
    };
    boxed(painter, cut_left(inner, 2), &count, Role::Dim);
}

/// `── 26 more with some of the words ─────`
fn more(painter: &mut Painter<'_>, app: &App, area: Rect, count: usize) {
    painter.rule(area, "─", Role::Dim);
    let count = if app.shows_stories() {
        counted(count, "story", "stories")
    } else {
        thousands(count)
    };
    let text = format!("{count} {}", strings::WITH_SOME);
    boxed(painter, cut_left(area, 2), &text, Role::Message);
}

/// A text on a rule, a blank on either side; returns what is left.
pub(super) fn boxed(painter: &mut Painter<'_>, area: Rect, text: &str, role: Role) -> Rect {
    let inner = cut_left(area, 1);
    let used = painter.text(inner, text, role, Align::Left);
    painter.text(left(area, 1), " ", Role::Plain, Align::Left);
    let after = cut_left(inner, used);
    painter.text(left(after, 1), " ", Role::Plain, Align::Left);
    cut_left(after, 1)
}

fn article(painter: &mut Painter<'_>, app: &App, area: Rect, (no, selected): (ArticleNo, bool)) {
    let Some(entry) = app.library.get(no) else {
        return;
    };
    let source = if area.width < 70 {
        NARROW_SOURCE
    } else {
        SOURCE
    };
    marker(painter, app, area, selected);
    let rest = fields(
        painter,
        app,
        (cut_left(area, MARKER), source),
        (no, entry, selected),
    );
    let rest = if area.width < VERSIONS_FROM {
        rest
    } else {
        versions(painter, app, rest, no)
    };
    title(painter, app, rest, entry);
}

fn two_rows(
    painter: &mut Painter<'_>,
    app: &App,
    (first, second): (Rect, Rect),
    (no, selected): (ArticleNo, bool),
) {
    let Some(entry) = app.library.get(no) else {
        return;
    };
    marker(painter, app, first, selected);
    title(painter, app, cut_left(first, MARKER), entry);
    let rest = fields(
        painter,
        app,
        (cut_left(second, MARKER), SOURCE),
        (no, entry, selected),
    );
    let rest = versions(painter, app, rest, no);
    let rest = words(painter, cut_right(rest, 1), entry);
    outlets(painter, app, rest, no);
}

/// `1,204 words`, repeats left out, at the end of the row where there is room; returns what is left of it.
fn words(painter: &mut Painter<'_>, area: Rect, entry: &Entry) -> Rect {
    let words = counted(own_words(entry), "word", "words");
    let cols = str_columns(&words) as u16 + 2;
    if area.width < cols {
        return area;
    }
    painter.text(area, &words, Role::Dim, Align::Right);
    cut_right(area, cols)
}

/// Date, source, how many more the row stands for, number of folds; returns what is left of the row.
fn fields(
    painter: &mut Painter<'_>,
    app: &App,
    (area, source_cols): (Rect, u16),
    (no, entry, selected): (ArticleNo, &Entry, bool),
) -> Rect {
    let (date_role, source_role) = roles(app, selected);
    if selected {
        painter.fill(left(area, DATE + source_cols + 1), date_role);
    }
    painter.text(left(area, DATE), &date(entry), date_role, Align::Left);
    let rest = cut_left(area, DATE);
    let source = entry.article.source_str();
    // The number has a place of its own: beside an Arabic name it would change places with it.
    let more = match app.list.behind(no).len() {
        0 => String::new(),
        n => format!("+{n}"),
    };
    let used = str_columns(&more) as u16;
    let name = left(
        rest,
        source_cols - (used + u16::from(used > 0)).min(source_cols),
    );
    let named = painter.text(name, source, source_role, Align::Left);
    let more_at = cut_left(rest, named + u16::from(named > 0));
    painter.text(left(more_at, used), &more, source_role, Align::Left);
    let rest = cut_left(rest, source_cols + 1);
    painter.text(left(rest, FOLDS), &folds(entry), Role::Fold, Align::Left);
    cut_left(rest, FOLDS)
}

/// The selected row is marked on its short fields: over a slow line, restyling a whole Arabic
/// title twice for every step of the cursor costs more than it shows.
fn roles(app: &App, selected: bool) -> (Role, Role) {
    if selected && app.focus == Focus::List {
        (Role::Selected, Role::Selected)
    } else {
        (Role::Date, Role::Source)
    }
}

fn marker(painter: &mut Painter<'_>, app: &App, area: Rect, selected: bool) {
    if selected {
        let role = if app.focus == Focus::List {
            Role::Title
        } else {
            Role::Dim
        };
        painter.text(left(area, 1), "▸", role, Align::Left);
    }
}

fn title(painter: &mut Painter<'_>, app: &App, area: Rect, entry: &Entry) {
    match entry.article.title_str() {
        "" => {
            // Without a title, the article's first words say best what it is.
            let first = entry.first_words().unwrap_or(strings::NO_TITLE);
            painter.text(area, first, Role::Dim, Align::Own);
        }
        title => {
            let hits = app.found.matcher.spans(title);
            painter.marked(
                area,
                title,
                (Role::Plain, Align::Own),
                &[(&hits, Role::Hit)],
            );
        }
    }
}

/// `≡4`, where there are versions of which no row or count tells; returns what is left of the row.
fn versions(painter: &mut Painter<'_>, app: &App, area: Rect, no: ArticleNo) -> Rect {
    let all = app.version_count(no);
    if all <= 1 + app.list.behind(no).len() {
        return area;
    }
    let used = painter.text(area, &format!("≡{all}"), Role::Fold, Align::Left);
    cut_left(area, used + 1)
}

/// Who else has the story, each name a text of its own.
fn outlets(painter: &mut Painter<'_>, app: &App, area: Rect, no: ArticleNo) {
    let source = |no| {
        let entry: Option<&std::sync::Arc<Entry>> = app.library.get(no);
        entry.map_or("", |entry| entry.article.source_str())
    };
    let mut told = vec![source(no), ""];
    let mut rest = area;
    for name in app.list.behind(no).iter().map(|other| source(*other)) {
        if rest.width < LEAST_NAME || told.contains(&name) {
            continue;
        }
        told.push(name);
        let used = painter.text(rest, name, Role::Source, Align::Left);
        rest = cut_left(rest, used + 2);
    }
}

/// Less of a name tells nothing.
const LEAST_NAME: u16 = 6;

fn folds(entry: &Entry) -> String {
    match entry.fold_count() {
        0 => String::new(),
        n => format!("×{n}"),
    }
}
