//! The reading pane: the rows of a page in view, with the hits of the search on their words.
//!
//! Arabic paragraphs stand against the right edge and others against the left; one column stays
//! free on either side.

use std::ops::Range;

use ratatui::layout::Rect;

use super::Scene;
use super::list;
use super::paint::{Align, Painter, cut_end, cut_start, row};
use super::theme::Role;
use crate::app::labels::{source_name, title_or_none};
use crate::app::page::{Row, Tone, in_line};
use crate::app::reader::Reader;
use crate::app::{Focus, FoldLine, article_fields, repeat_notes};
use crate::store::{Also, CardDate};
use crate::text::width::{columns_within, str_columns};
use crate::text::{Direction, Layout, Line, isolated};
use crate::words::{Words, messages};

messages! {
    /// What must be said of an article that is being read, before its facts.
    enum ReaderNote {
        /// Its file, or record, is no longer there.
        Gone "gone-from-corpus";
    }
}

/// Columns from which on the line of a fold is a sentence: with fewer it is `⋯ 5 ¶ 58%`.
const MIN_SUMMARY_COLS: u16 = 60;
/// Most columns of the beginning of what a fold repeats.
const MAX_ORIGIN_COLS: u16 = 30;

pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, reader: &Reader, area: Rect) {
    let inner = scene.text_area();
    let rows = reader.page.rows_in_view();
    for (page_row, y) in rows.zip(0..area.height) {
        let at = row(inner, y);
        match page_row {
            Row::Title { line, offset } => title(painter, reader, at, line, *offset),
            Row::Meta => {
                let gone = scene.browse.pane.is_gone().then_some(ReaderNote::Gone);
                let gone = gone.map_or_else(String::new, |gone| painter.words.say(&gone));
                meta(painter, reader, &gone, at);
            }
            Row::Blank => {}
            Row::Text { line, offset, tone } => {
                let x = place(painter, at, line, tone_role(*tone));
                let on = On {
                    x,
                    area: at,
                    line,
                    offset: *offset,
                };
                on.mark(painter, &reader.changed, Role::Changed);
                on.mark(painter, &reader.earlier, Role::Earlier);
                on.mark(painter, &reader.hits, Role::Hit);
                let current = reader
                    .current
                    .filter(|_| scene.browse.focus == Focus::Reader);
                let current = current.and_then(|at| reader.hits.get(at..=at));
                on.mark(painter, current.unwrap_or(&[]), Role::CurrentHit);
            }
            Row::Fold {
                group,
                open,
                direction,
            } => {
                if let Some(folded) = reader.page.fold(*group) {
                    let hits = reader.hits_in(*group);
                    let shown = ShownFold {
                        fold: &folded,
                        hits,
                        open: *open,
                    };
                    draw_fold(painter, at, &shown, *direction);
                }
            }
            Row::Near { near, direction } => {
                let (note, before) = repeat_notes::changes(&reader.entry, near.clone());
                let label = painter.words.say(&note);
                aside(painter, at, &label, &before, before.len(), *direction);
            }
            Row::Also { note, direction } => {
                if let Some(also) = reader.also().get(*note) {
                    let names = elsewhere(also, painter.words);
                    let label = painter.words.say(&repeat_notes::also_note(also));
                    aside(painter, at, &label, &names, also.all_articles, *direction);
                }
            }
        }
    }
}

/// A fold as its line shows it.
struct ShownFold<'a> {
    fold: &'a FoldLine,
    /// Matches that it hides.
    hits: usize,
    open: bool,
}

/// `⋯ 5 paragraphs, 48% of the words, repeat  بدأ ميناء المرجان صباح…`
fn draw_fold(painter: &mut Painter<'_>, area: Rect, shown: &ShownFold<'_>, direction: Direction) {
    let ShownFold { fold, hits, open } = *shown;
    let summary = if area.width < MIN_SUMMARY_COLS {
        fold.brief(open, hits, painter.words)
    } else {
        fold.summary(open, hits, painter.words)
    };
    let width = u16::try_from(str_columns(&summary)).unwrap_or(area.width);
    let room = area.width.saturating_sub(width + 2).min(MAX_ORIGIN_COLS);
    let origin = Layout::new(&fold.of, painter.layout).truncated(usize::from(room));
    let all = width + u16::try_from(origin.width()).unwrap_or(0) + 2;
    let start = match painter.sides.begins_at_end(direction) {
        true if fold.of.is_empty() => area.width.saturating_sub(width),
        true => area.width.saturating_sub(all),
        false => 0,
    };
    let area = cut_start(area, start);
    painter.text(area, &summary, Role::Fold, Align::Start);
    painter.line((area.x + width + 2, area.y), area, &origin, Role::Dim);
}

fn tone_role(tone: Tone) -> Role {
    match tone {
        Tone::Body => Role::Plain,
        Tone::Headline => Role::Title,
        Tone::Furniture | Tone::Repeat => Role::Dim,
    }
}

/// Paints a line against the edge where its direction begins; returns the column where it starts.
fn place(painter: &mut Painter<'_>, area: Rect, line: &Line, role: Role) -> u16 {
    let x = painter.own_start(area, line);
    painter.line((x, area.y), area, line, role);
    x
}

/// The row that stays above the page where there is no bar: title, and place.
pub(super) fn head(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    let Some(reader) = scene.browse.pane.reader().filter(|_| area.area() > 0) else {
        return;
    };
    let inner = cut_end(cut_start(area, 1), 1);
    let share = super::bars::share_read(painter, reader).unwrap_or_default();
    let used = painter.text(inner, &share, Role::Dim, Align::End);
    let rest = cut_end(inner, if used > 0 { used + 2 } else { 0 });
    let title = title_or_none(reader.entry.article.title_str(), painter.words);
    let marks = [(reader.title_hits.as_slice(), Role::Hit)];
    painter.title(rest, &title, Role::Title, &marks);
}

/// A line of the title whose layout begins at byte `offset` of it.
fn title(painter: &mut Painter<'_>, reader: &Reader, area: Rect, line: &Line, offset: usize) {
    let x = place(painter, area, line, Role::Title);
    let on = On {
        x,
        area,
        line,
        offset,
    };
    on.mark(painter, &reader.title_hits, Role::Hit);
}

/// `2015-02-08  صدى الجبل  ≡ 4 versions  234 words (474 with repeats)`, after what else must be said of it.
fn meta(painter: &mut Painter<'_>, reader: &Reader, notice: &str, area: Rect) {
    let article = &reader.entry.article;
    let date = article_fields::date(&reader.entry);
    let words = painter.words.say(&article_fields::length(&reader.entry));
    let versions = article_fields::versions(reader.versions);
    let versions = versions.map_or_else(String::new, |field| painter.words.say(&field));
    let mut fields = vec![
        (notice, Role::Message),
        (date.as_str(), Role::Date),
        (article.source_str(), Role::Source),
        (versions.as_str(), Role::Fold),
        (article.author.as_deref().unwrap_or(""), Role::Dim),
        (words.as_str(), Role::Dim),
    ];
    fields.retain(|(text, _)| !text.is_empty());
    let room = usize::from(area.width).saturating_sub(taken(painter, &fields, area.width));
    let (names, more) = fitting(painter, &reader.outlets, reader.all_outlets, room);
    fields.extend(names.iter().map(|name| (name.as_str(), Role::Source)));
    fields.push((&more, Role::Dim));
    painter.fields(area, &fields);
}

/// A painted line of the text, or of the title: where its left end stands, and at which byte its layout begins.
struct On<'a> {
    x: u16,
    area: Rect,
    line: &'a Line,
    offset: usize,
}

impl On<'_> {
    /// Shows byte ranges of the text, in order, in another role, as far as they are on this line.
    fn mark(&self, painter: &mut Painter<'_>, ranges: &[Range<usize>], role: Role) {
        let in_line = in_line(ranges, self.line, self.offset);
        let at = (self.x, self.area.y);
        painter.mark(at, self.area, self.line, &[(&in_line, role)]);
    }
}

/// A dim line about the text: a label, then the values that fit. It stands on the side on which the text begins,
/// and is read from the left.
fn aside(
    painter: &mut Painter<'_>,
    area: Rect,
    label: &str,
    values: &[String],
    all: usize,
    direction: Direction,
) {
    let mut fields = vec![(label, Role::Dim)];
    let room = usize::from(area.width).saturating_sub(str_columns(label));
    let (shown, more) = fitting(painter, values, all, room);
    fields.extend(shown.iter().map(|value| (value.as_str(), Role::Fold)));
    fields.push((&more, Role::Dim));
    fields.retain(|(text, _)| !text.is_empty());
    let used = taken(painter, &fields, area.width).saturating_sub(2);
    let used = u16::try_from(used).unwrap_or(area.width);
    let start = if painter.sides.begins_at_end(direction) {
        area.width.saturating_sub(used)
    } else {
        0
    };
    painter.fields(cut_start(area, start), &fields);
}

/// The first values that fit on a line of `room` columns, two columns apart; where they are not `all`,
/// the number of the others, which has its place too.
fn fitting<'a>(
    painter: &Painter<'_>,
    values: &'a [String],
    all: usize,
    room: usize,
) -> (&'a [String], String) {
    let mut width = 0;
    let mut fit = 0;
    for (index, value) in values.iter().enumerate() {
        let Some(columns) = columns_within(value, room, painter.layout) else {
            break;
        };
        width += 2 + columns;
        if width > room {
            break;
        }
        let rest = all - index - 1;
        let number = if rest > 0 {
            3 + str_columns(&painter.words.number(rest))
        } else {
            0
        };
        if width + number <= room {
            fit = index + 1;
        }
    }
    let more = match all - fit {
        0 => String::new(),
        n => format!("+{}", painter.words.number(n)),
    };
    (values.get(..fit).unwrap_or(values), more)
}

/// Columns of fields with two between them; one that is too wide for the line fills it.
fn taken(painter: &Painter<'_>, fields: &[(&str, Role)], cols: u16) -> usize {
    let cols = usize::from(cols);
    let taken = fields
        .iter()
        .map(|(text, _)| 2 + columns_within(text, cols, painter.layout).unwrap_or(cols));
    taken.sum()
}

/// Source and date of articles: `صدى الجبل 2015-09-30`.
fn elsewhere(also: &Also, words: Words) -> Vec<String> {
    let name = |(source, date): &(String, CardDate)| {
        format!(
            "{} {}",
            isolated(&source_name(source, words)),
            isolated(&article_fields::card_date(*date))
        )
    };
    also.articles.iter().map(name).collect()
}

/// The rule above the preview, with the place of the selection in the list.
pub(super) fn rule(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    painter.rule(area, "─", Role::Dim);
    let list = &scene.browse.list;
    if list.head.articles() > 0 {
        let place = format!(
            "{}/{}",
            painter.words.number(list.position() + 1),
            painter.words.number(list.head.articles())
        );
        list::boxed(painter, cut_start(area, 2), &place, Role::Dim);
    }
}
