//! The facet panel: sources beside months and days, each with its count, the taken ones ticked, those left out with a `-`.
//!
//! ```text
//! ── Sources ▸ الما▏ ──────────────────── Months 9  ↓ 4 ──────────
//! ▸ ✓      2  الماسة                           1  2018-05
//!   -      1  بريد النهر                       1  2015-09
//! ```

use ratatui::layout::Rect;

use super::Scene;
use super::list::boxed;
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::browse::facet_box::FacetBox;
use crate::app::browse::facet_panel::{FacetColumn, FacetPanel};
use crate::app::labels::{Placeholder, source_name};
use crate::app::line_edit::LineEdit;
use crate::library::{Facet, FacetPeriod, YearMonth};
use crate::text::Options;
use crate::text::width::str_columns;
use crate::words::{Words, messages};

messages! {
    /// The heading of a column.
    enum FacetHeading {
        Sources "facet-sources" { sources: Number };
        Months "facet-months" { months: Number };
        Days "facet-days" { days: Number };
        /// Before what is typed.
        SoughtSource "facet-sought-source";
        Dates "facet-dates";
        NoSuchSource "facet-no-such-source";
    }
}

messages! {
    /// How many rows of a column are not in view.
    enum FacetRest {
        Above "facet-above" { rows: Number };
        Below "facet-below" { rows: Number };
    }
}

/// Draws the headings, with what is typed; returns the caret's place while a box has the keys.
pub(super) fn rule(
    painter: &mut Painter<'_>,
    scene: &Scene<'_>,
    panel: &FacetPanel,
    area: Rect,
) -> Option<(u16, u16)> {
    painter.rule(area, "─", Role::Dim);
    if let Some(FacetBox::Dates(dates)) = &panel.typed
        && area.width < MIN_HALVES_COLS
    {
        let (label, line) = (FacetHeading::Dates, &dates.line);
        return input(painter, scene, cut_start(area, 2), &label, line, true);
    }
    let sources_cols = area.width - period_cols(scene, area);
    let height = scene.panes.panel.height;
    let sources = cut_start(start_of(area, sources_cols), 2);
    let facets = &scene.browse.list.head.facets;
    let place = panel.sought.place(panel.source);
    let view = InView::new(place, panel.sought.length(facets), height);
    let typed = matches!(panel.typed, Some(FacetBox::Sources));
    let caret = if typed || panel.sought.is_asked() {
        let label = FacetHeading::SoughtSource;
        let line = &panel.sought.line;
        input(painter, scene, sources, &label, line, typed)
    } else {
        let sources_number = facets.sources.len() as u64;
        let heading = FacetHeading::Sources {
            sources: sources_number,
        };
        heading_with_rest(painter, sources, &heading, &view);
        None
    };
    let periods = cut_start(area, sources_cols);
    if let Some(FacetBox::Dates(dates)) = &panel.typed {
        let label = FacetHeading::Dates;
        return input(painter, scene, periods, &label, &dates.line, true);
    }
    let heading = match facets.days.len() as u64 {
        0 => FacetHeading::Months {
            months: facets.months.len() as u64,
        },
        days => FacetHeading::Days { days },
    };
    let view = InView::new(panel.period, facets.periods().count(), height);
    heading_with_rest(painter, periods, &heading, &view);
    caret
}

fn heading_with_rest(painter: &mut Painter<'_>, area: Rect, heading: &FacetHeading, view: &InView) {
    let mut text = painter.words.say(heading);
    for rest in view.rest() {
        let with_rest = format!("{text}  {}", painter.words.say(&rest));
        // Half a number would be another one.
        if str_columns(&with_rest) + 2 <= usize::from(area.width) {
            text = with_rest;
        }
    }
    boxed(painter, area, &text, Role::Title);
}

/// A label and the line that is typed.
fn input(
    painter: &mut Painter<'_>,
    scene: &Scene<'_>,
    area: Rect,
    label: &FacetHeading,
    line: &LineEdit,
    typed: bool,
) -> Option<(u16, u16)> {
    let label = format!("{} {}", painter.words.say(label), painter.sides.sign("▸"));
    let role = if typed { Role::Title } else { Role::Dim };
    let place = cut_end(boxed(painter, area, &label, role), 2);
    if place.width < 3 {
        return None;
    }
    painter.fill(place, Role::Plain);
    let options = Options {
        caret: typed.then(|| line.caret().byte),
        ..scene.shared.input_layout()
    };
    let (cols, view) = line.snug_view(place.width.into(), options);
    let place = start_of(place, u16::try_from(cols).unwrap_or(place.width));
    let (column, shown) = view.shown();
    painter.line_from_left(place, column, &shown, Role::Title);
    let place = painter.sides.on_screen(place);
    let caret = u16::try_from(view.caret).ok()?;
    typed.then_some((place.x + caret, place.y))
}

/// Columns of the times: half of them, or on a narrow screen as many as they need, so that names of sources have the
/// rest.
fn period_cols(scene: &Scene<'_>, area: Rect) -> u16 {
    let half = area.width - area.width / 2;
    if area.width >= MIN_HALVES_COLS {
        return half;
    }
    let facets = &scene.browse.list.head.facets;
    let counts = facets.months.iter().map(|facet| facet.count);
    let counts = count_cols(counts, scene.shared.words, area.width);
    let needed = MARK_COLS + counts + 2 + MONTH_COLS;
    // A date of which a part is cut off is none.
    needed.min(area.width - area.width / 3)
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
    let sources_cols = area.width - period_cols(scene, area);
    sources(
        painter,
        scene,
        panel,
        cut_end(start_of(area, sources_cols), 1),
    );
    periods(painter, scene, panel, cut_start(area, sources_cols));
}

fn sources(painter: &mut Painter<'_>, scene: &Scene<'_>, panel: &FacetPanel, area: Rect) {
    let facets = &scene.browse.list.head.facets;
    let filter = &scene.browse.request.filter;
    let words = painter.words;
    let length = panel.sought.length(facets);
    if length == 0 && panel.sought.is_asked() {
        let place = cut_start(area, MARK_COLS);
        painter.say(place, &FacetHeading::NoSuchSource, Role::Dim, Align::Start);
        return;
    }
    let shown = |facet: &Facet<String>| FacetRow {
        name: source_name(&facet.value, words).into_owned(),
        count: facet.count,
        mark: match facet {
            facet if filter.left_out.contains(&facet.value) => FacetMark::LeftOut,
            facet if filter.sources.contains(&facet.value) => FacetMark::Taken,
            _ => FacetMark::None,
        },
        role: Role::Source,
    };
    let counts = facets.sources.iter().map(|facet| facet.count);
    let place = panel.sought.place(panel.source);
    let column = ShownColumn {
        view: InView::new(place, length, area.height),
        cursor: Some(place).filter(|_| panel.column == FacetColumn::Sources),
        counts: count_cols(counts, words, scene.panes.panel.width),
    };
    let rows = (column.view.top..length).map_while(|place| panel.sought.row(place));
    let rows = rows.filter_map(|row| facets.sources.get(row));
    self::column(painter, area, rows.map(shown), &column);
}

fn periods(painter: &mut Painter<'_>, scene: &Scene<'_>, panel: &FacetPanel, area: Rect) {
    let facets = &scene.browse.list.head.facets;
    let filter = &scene.browse.request.filter;
    let words = painter.words;
    let shown = |facet: Facet<FacetPeriod>| FacetRow {
        name: period_name(facet.value, words, scene.panes.panel.width),
        count: facet.count,
        mark: match facet.value {
            FacetPeriod::Month(month) if filter.months.contains(&month) => FacetMark::Taken,
            FacetPeriod::Day(day) if filter.days.contains(&day) => FacetMark::Taken,
            _ => FacetMark::None,
        },
        role: Role::Date,
    };
    let counts = facets.months.iter().map(|facet| facet.count);
    let column = ShownColumn {
        view: InView::new(panel.period, facets.periods().count(), area.height),
        cursor: Some(panel.period).filter(|_| panel.column == FacetColumn::Periods),
        counts: count_cols(counts, words, scene.panes.panel.width),
    };
    let rows = facets.periods().skip(column.view.top).map(shown);
    self::column(painter, area, rows, &column);
}

/// Which rows of a column are in view: those from `top` on.
struct InView {
    top: usize,
    below: usize,
}

impl InView {
    /// The rows in view of so many, of which the one at `place` is to be seen.
    fn new(place: usize, rows: usize, height: u16) -> InView {
        let height = usize::from(height);
        let top = (place + 1).saturating_sub(height);
        InView {
            top,
            below: rows.saturating_sub(top + height),
        }
    }

    /// How many rows stand above and below.
    fn rest(&self) -> impl Iterator<Item = FacetRest> {
        let above = (self.top > 0).then_some(FacetRest::Above {
            rows: self.top as u64,
        });
        let below = (self.below > 0).then_some(FacetRest::Below {
            rows: self.below as u64,
        });
        above.into_iter().chain(below)
    }
}

/// How a column is shown.
struct ShownColumn {
    view: InView,
    /// The place of the selected row, where the column has the keys.
    cursor: Option<usize>,
    /// Columns of the counts.
    counts: u16,
}

/// Columns before a count: the selection, and whether the value is taken.
const MARK_COLS: u16 = 4;
/// Columns of a count where there is room.
const COUNT_COLS: u16 = 6;
/// Columns of a month, `2015-09`, and of a day below it on a narrow screen, `  09-03`.
const MONTH_COLS: u16 = 7;
/// Columns from which on sources and times have half of them each.
const MIN_HALVES_COLS: u16 = 60;

struct FacetRow {
    name: String,
    count: usize,
    mark: FacetMark,
    role: Role,
}

/// What the filter does with a value.
#[derive(Clone, Copy)]
enum FacetMark {
    None,
    Taken,
    LeftOut,
}

/// The rows from the first in view on.
fn column(
    painter: &mut Painter<'_>,
    area: Rect,
    rows: impl Iterator<Item = FacetRow>,
    shown: &ShownColumn,
) {
    for ((at, facet), y) in (shown.view.top..).zip(rows).zip(0..area.height) {
        let mut rest = row(area, y);
        let here = shown.cursor == Some(at);
        if here {
            painter.text(start_of(rest, 1), "▸", Role::Title, Align::Start);
        }
        rest = cut_start(rest, 2);
        let mark = match facet.mark {
            FacetMark::None => " ",
            FacetMark::Taken => "✓",
            FacetMark::LeftOut => "-",
        };
        painter.text(start_of(rest, 1), mark, Role::Title, Align::Start);
        rest = cut_start(rest, 2);
        let count = painter.words.number(facet.count);
        let role = if here { Role::Selected } else { facet.role };
        let used = shown.counts;
        painter.text(start_of(rest, used), &count, Role::Dim, Align::Units);
        painter.text(cut_start(rest, used + 2), &facet.name, role, Align::Start);
    }
}

/// A month, or a day below its month: on a narrow screen without the year, which the month has.
fn period_name(period: FacetPeriod, words: Words, cols: u16) -> String {
    let day = match period {
        FacetPeriod::Month(month) => return month_name(month, words),
        FacetPeriod::Day(day) => day.to_string(),
    };
    let short = day.split_once('-').filter(|_| cols < MIN_HALVES_COLS);
    format!("  {}", short.map_or(day.as_str(), |(_, short)| short))
}

pub(super) fn month_name(month: YearMonth, words: Words) -> String {
    month.map_or_else(
        || words.say(&Placeholder::UnknownMonth),
        |(year, month)| format!("{year:04}-{month:02}"),
    )
}
