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
    boxed(
        painter,
        cut_start(area, area.width / 2),
        &months,
        Role::Title,
    );
}

pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, panel: &FacetPanel, area: Rect) {
    let half = area.width / 2;
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
    let place = cut_end(start_of(area, half), 1);
    column(painter, place, sources, panel.source, cursor);
    let months = facets.months.iter().map(|facet| FacetRow {
        name: month_name(facet.value, words),
        count: facet.count,
        taken: filter.months.contains(&facet.value),
        role: Role::Date,
    });
    let cursor = Some(panel.month).filter(|_| panel.column == FacetColumn::Months);
    column(painter, cut_start(area, half), months, panel.month, cursor);
}

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
    in_view: usize,
    cursor: Option<usize>,
) {
    let height = usize::from(area.height);
    let top = (in_view + 1).saturating_sub(height);
    for ((at, facet), y) in rows.enumerate().skip(top).zip(0..area.height) {
        let mut rest = row(area, y);
        let here = cursor == Some(at);
        if here {
            painter.text(start_of(rest, 1), "▸", Role::Title, Align::Start);
        }
        rest = cut_start(rest, 2);
        let tick = if facet.taken { "✓" } else { " " };
        painter.text(start_of(rest, 1), tick, Role::Title, Align::Start);
        rest = cut_start(rest, 2);
        let count = painter.words.number(facet.count);
        let role = if here { Role::Selected } else { facet.role };
        let used = (str_columns(&count) as u16).max(6);
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
