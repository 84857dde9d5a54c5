//! The list of articles.
//!
//! ```text
//! ▸ 2016-11-14  نبض الوادي الأخضر  ×2 ≡4           افتتاح الرصيف الشمالي في ميناء…
//!   2016-11-13  منارة الزيتون  +3                    عام على الرصيف الشمالي
//! ```
//!
//! `×2`: two repeats in the article; `≡4`: it is one of four versions of a story; `+3`: its row
//! stands for three more articles. Where titles would not fit beside the fields an article
//! takes two rows: the title, then, moved in, the fields, the other sources of the story, and the number of words,
//! repeats left out.

use ratatui::layout::Rect;

use super::Scene;
use super::card_rows::{MARKER_COLS, SECOND_ROW_COLS, most_name_cols, name_cols};
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::article_fields::card_date;
use crate::app::counts::CountNote;
use crate::app::labels::{NOT_HERE, Placeholder, source_name, title_or_none};
use crate::app::panes::Panes;
use crate::app::{Focus, LoadStage, Panel};
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

/// Columns of a date, a `~` before it included, and a blank.
pub(super) const DATE_COLS: u16 = 12;
/// Sources whose names are looked at for the width of the column, the most frequent ones: of others a longer name is cut.
const NAMES_SEEN: usize = 40;
/// Columns of `+3` and a blank behind a source's name, where a row stands for more articles.
const MORE_COLS: u16 = 4;
/// Columns of the number of folds, `×2`, and a blank.
const FOLD_COLS: u16 = 3;
/// Columns from which on a row has room for the number of versions.
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
    let step = panes.list_step();
    // While a panel has the keys its own row is the selected one.
    let facets = matches!(scene.browse.panel, Panel::Facets(_));
    let has_keys = scene.browse.focus == Focus::List && !facets;
    let source_cols = source_cols(painter, scene, area.width, panes.two_rows);
    // No half of an article, where there is room for one.
    let height = area.height - area.height % step.min(area.height.max(1));
    let rows = (0..height).step_by(usize::from(step));
    for (at, y) in (list.top..list.len()).zip(rows) {
        let both = Rect {
            height: step.min(area.height - y),
            ..row(area, y)
        };
        let first = cut_end(row(both, 0), 1);
        let selected = at == list.selected;
        let fields = match list.row(at) {
            Some(ListRow::Header { name, count }) => {
                header(painter, scene, first, name, *count);
                continue;
            }
            Some(ListRow::More(count)) => {
                more(painter, scene, first, *count);
                continue;
            }
            Some(ListRow::Article(card)) if panes.two_rows => {
                let second = cut_end(row(both, 1), 1);
                two_rows(painter, [first, second], source_cols, card)
            }
            Some(ListRow::Article(card)) => article(painter, first, source_cols, card),
            None => {
                let rest = cut_start(first, MARKER_COLS);
                painter.text(rest, NOT_HERE, Role::Dim, Align::Start);
                start_of(first, 0)
            }
        };
        if selected && has_keys {
            painter.marker(first, Role::Title);
            painter.select(both, fields);
        } else if selected {
            painter.marker(first, Role::Dim);
        }
    }
}

/// Columns of the sources' names, as the sources of the list need them: the title has the rest.
fn source_cols(painter: &Painter<'_>, scene: &Scene<'_>, cols: u16, two_rows: bool) -> u16 {
    let list = &scene.browse.list;
    let sources = list.head.facets.sources.iter().take(NAMES_SEEN);
    let most = most_name_cols(cols, two_rows);
    let names = name_cols(painter, sources.map(|source| source.value.as_str()), most);
    let more = if list.head.stories { MORE_COLS } else { 0 };
    (names + more).min(most)
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

/// Draws an article on one row; returns where its short fields stand.
fn article(painter: &mut Painter<'_>, area: Rect, source_cols: u16, card: &Card) -> Rect {
    let from = cut_start(area, MARKER_COLS);
    let mut rest = fields(painter, from, source_cols, card);
    let taken = from.width - rest.width;
    if area.width >= MIN_WIDE_ROW_COLS {
        rest = versions(painter, rest, card);
    }
    title(painter, rest, card, false);
    start_of(from, taken)
}

/// The same on two rows.
fn two_rows(painter: &mut Painter<'_>, rows: [Rect; 2], source_cols: u16, card: &Card) -> Rect {
    let [first, second] = rows;
    title(painter, cut_start(first, MARKER_COLS), card, true);
    let from = cut_start(second, MARKER_COLS + SECOND_ROW_COLS);
    let rest = fields(painter, from, source_cols, card);
    let taken = from.width - rest.width;
    let rest = versions(painter, rest, card);
    let rest = words(painter, rest, card);
    outlets(painter, rest, card);
    start_of(from, taken)
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

/// Date, source, how many more articles the row stands for, number of folds; returns what is left of the row.
fn fields(painter: &mut Painter<'_>, area: Rect, source_cols: u16, card: &Card) -> Rect {
    let date = card_date(card.date);
    painter.text(
        start_of(area, DATE_COLS - 1),
        &date,
        Role::Date,
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
    let named = painter.text(name, &card.source, Role::Source, Align::Start);
    let more_at = cut_start(rest, named + u16::from(named > 0));
    painter.text(start_of(more_at, used), &more, Role::Source, Align::Start);
    let rest = cut_start(rest, source_cols + 1);
    painter.text(
        start_of(rest, FOLD_COLS),
        &folds(card, painter.words),
        Role::Fold,
        Align::Start,
    );
    cut_start(rest, FOLD_COLS)
}

/// The title of an article, or its first words; `heads` another row about it.
pub(super) fn title(painter: &mut Painter<'_>, area: Rect, card: &Card, heads: bool) {
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
    let role = if heads { Role::Title } else { Role::Plain };
    painter.title(area, &card.title, role, &marks);
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
