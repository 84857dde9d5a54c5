//! The facet panel: sources beside months, each with its count, the taken ones ticked.

use ratatui::layout::Rect;

use super::Scene;
use super::list::boxed;
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::browse::facet_panel::{FacetColumn, FacetPanel};
use crate::app::labels::{Placeholder, source_name};
use crate::library::YearMonth;
use crate::text::width::str_columns;
use crate::words::{Words, messages};

messages! {
    /// The heading of a column.
    enum FacetHeading {
        Sources "facet-sources" { sources: Number };
        Months "facet-months" { months: Number };
    }
}

pub(super) fn rule(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    let facets = &scene.browse.list.head.facets;
    let (sources, months) = (facets.sources.len() as u64, facets.months.len() as u64);
    let sources = painter.words.say(&FacetHeading::Sources { sources });
    let months = painter.words.say(&FacetHeading::Months { months });
    boxed(painter, cut_start(area, 2), &sources, Role::Title);
    let months_at = area.width - month_cols(scene, area);
    boxed(painter, cut_start(area, months_at), &months, Role::Title);
}

/// Columns of the months: half of them, or on a narrow screen as many as they need, so that names of sources have the
/// rest.
fn month_cols(scene: &Scene<'_>, area: Rect) -> u16 {
    let half = area.width - area.width / 2;
    if area.width >= MIN_HALVES_COLS {
        return half;
    }
    let facets = &scene.browse.list.head.facets;
    let counts = facets.months.iter().map(|facet| facet.count);
    let needed = MARK_COLS + count_cols(counts, scene.shared.words, area.width) + 2 + MONTH_COLS;
    needed.min(half)
}

/// Columns of some counts: as many as the longest has, where there is room no fewer than [`COUNT_COLS`].
fn count_cols(counts: impl Iterator<Item = usize>, words: Words, cols: u16) -> u16 {
    let widest = counts.map(|count| str_columns(&words.number(count))).max();
    let widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(COUNT_COLS);
    if cols < MIN_HALVES_COLS {
        widest
    } else {
        widest.max(COUNT_COLS)
    }
}

pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, panel: &FacetPanel, area: Rect) {
    let sources_cols = area.width - month_cols(scene, area);
    let facets = &scene.browse.list.head.facets;
    let filter = &scene.browse.request.filter;
    let words = painter.words;
    let sources = facets.sources.iter().map(|facet| FacetRow {
        name: source_name(&facet.value, words).into_owned(),
        count: facet.count,
        taken: filter.sources.contains(&facet.value),
        role: Role::Source,
    });
    let cursor = Some(panel.source).filter(|_| panel.column == FacetColumn::Sources);
    let place = cut_end(start_of(area, sources_cols), 1);
    let counts = facets.sources.iter().map(|facet| facet.count);
    let counts = count_cols(counts, words, area.width);
    let shown = ShownColumn {
        in_view: panel.source,
        cursor,
        counts,
    };
    column(painter, place, sources, &shown);
    let months = facets.months.iter().map(|facet| FacetRow {
        name: month_name(facet.value, words),
        count: facet.count,
        taken: filter.months.contains(&facet.value),
        role: Role::Date,
    });
    let cursor = Some(panel.month).filter(|_| panel.column == FacetColumn::Months);
    let counts = facets.months.iter().map(|facet| facet.count);
    let shown = ShownColumn {
        in_view: panel.month,
        cursor,
        counts: count_cols(counts, words, area.width),
    };
    column(painter, cut_start(area, sources_cols), months, &shown);
}

/// How a column is shown.
struct ShownColumn {
    /// A row that is to be seen.
    in_view: usize,
    /// The selected row, where the column has the keys.
    cursor: Option<usize>,
    /// Columns of the counts.
    counts: u16,
}

/// Columns before a count: the selection, and whether the value is taken.
const MARK_COLS: u16 = 4;
/// Columns of a count where there is room.
const COUNT_COLS: u16 = 6;
/// Columns of a month: `2015-09`.
const MONTH_COLS: u16 = 7;
/// Columns from which on sources and months have half of them each.
const MIN_HALVES_COLS: u16 = 60;

struct FacetRow {
    name: String,
    count: usize,
    taken: bool,
    role: Role,
}

fn column(
    painter: &mut Painter<'_>,
    area: Rect,
    rows: impl Iterator<Item = FacetRow>,
    shown: &ShownColumn,
) {
    let height = usize::from(area.height);
    let top = (shown.in_view + 1).saturating_sub(height);
    for ((at, facet), y) in rows.enumerate().skip(top).zip(0..area.height) {
        let mut rest = row(area, y);
        let here = shown.cursor == Some(at);
        if here {
            painter.text(start_of(rest, 1), "▸", Role::Title, Align::Start);
        }
        rest = cut_start(rest, 2);
        let tick = if facet.taken { "✓" } else { " " };
        painter.text(start_of(rest, 1), tick, Role::Title, Align::Start);
        rest = cut_start(rest, 2);
        let count = painter.words.number(facet.count);
        let role = if here { Role::Selected } else { facet.role };
        let used = shown.counts;
        painter.text(start_of(rest, used), &count, Role::Dim, Align::Units);
        painter.text(cut_start(rest, used + 2), &facet.name, role, Align::Start);
    }
}

pub(super) fn month_name(month: YearMonth, words: Words) -> String {
    month.map_or_else(
        || words.say(&Placeholder::UnknownMonth),
        |(year, month)| format!("{year:04}-{month:02}"),
    )
}
