//! The rows that stand for articles: how many each takes, how wide the names of sources are, and an article of a panel.
//!
//! ```text
//! ▸ 94%  2015-09-30  صدى الجبل   افتتاح الرصيف الشمالي في ميناء المرجان    where titles fit on one row
//!
//! ▸                 افتتاح الرصيف الشمالي في ميناء…                        where they do not
//!     94%  2015-09-30  صدى الجبل
//! ```

use ratatui::layout::Rect;

use super::list::{self, DATE_COLS};
use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use crate::app::article_fields::card_date;
use crate::store::Card;
use crate::text::width::columns_within;

/// Columns of the selection mark and a blank.
pub(super) const MARKER_COLS: u16 = 2;
/// Columns by which the second row of an article is moved in, so that both hold together.
pub(super) const SECOND_ROW_COLS: u16 = 2;
/// Columns of a panel from which on an article takes one row of it.
const MIN_ONE_ROW_COLS: u16 = 60;
/// Most columns of a source's name beside a title: the title needs the rest.
const MAX_SOURCE_COLS: u16 = 18;
/// The same on a row of at least [`MIN_LONG_NAME_COLS`], or with the title on a row of its own.
const MAX_LONG_SOURCE_COLS: u16 = 26;
/// Columns of a row from which on long names leave enough for titles.
const MIN_LONG_NAME_COLS: u16 = 100;

/// Most columns that names of sources are given on a row.
pub(super) fn most_name_cols(row_cols: u16, two_rows: bool) -> u16 {
    if two_rows {
        // What else stands there: a date, signs, and room for a few words.
        return MAX_LONG_SOURCE_COLS.min(row_cols.saturating_sub(DATE_COLS + 10));
    }
    if row_cols < MIN_LONG_NAME_COLS {
        MAX_SOURCE_COLS
    } else {
        MAX_LONG_SOURCE_COLS
    }
}

/// Columns of the widest of some names, at most `most`.
pub(super) fn name_cols<'a>(
    painter: &Painter<'_>,
    names: impl Iterator<Item = &'a str>,
    most: u16,
) -> u16 {
    let columns = |name| columns_within(name, usize::from(most), painter.layout);
    let widths = names.map(|name| columns(name).map_or(most, |cols| cols as u16));
    widths.max().unwrap_or(0)
}

/// How the articles of a panel stand in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct PanelRows {
    two_rows: bool,
    source_cols: u16,
    /// Columns before the date, a blank included.
    lead_cols: u16,
}

/// An article of a panel.
pub(super) struct PanelCard<'a> {
    pub card: &'a Card,
    /// What stands before its date.
    pub lead: &'a str,
    /// What stands behind its source.
    pub aside: &'a str,
}

impl PanelRows {
    pub(super) fn new<'a>(
        painter: &Painter<'_>,
        area: Rect,
        lead_cols: u16,
        cards: impl Iterator<Item = &'a Card>,
    ) -> PanelRows {
        let two_rows = area.width < MIN_ONE_ROW_COLS;
        let most = most_name_cols(area.width, two_rows);
        let names = cards.map(|card| card.source.as_str());
        PanelRows {
            two_rows,
            source_cols: name_cols(painter, names, most),
            lead_cols,
        }
    }

    /// Rows that an article takes.
    pub(super) fn height(self) -> u16 {
        if self.two_rows { 2 } else { 1 }
    }

    /// Draws an article into the first rows of an area.
    pub(super) fn draw(
        self,
        painter: &mut Painter<'_>,
        area: Rect,
        shown: &PanelCard<'_>,
        selected: bool,
    ) {
        let first = row(area, 0);
        let fields = if self.two_rows {
            cut_start(row(area, 1), SECOND_ROW_COLS)
        } else {
            first
        };
        let from = cut_start(fields, MARKER_COLS);
        let rest = self.fields(painter, from, shown);
        let title = if self.two_rows {
            cut_start(first, MARKER_COLS)
        } else {
            rest
        };
        list::title(painter, cut_end(title, 1), shown.card, self.two_rows);
        if selected {
            painter.marker(first, Role::Title);
            let rows = Rect {
                height: self.height().min(area.height),
                ..area
            };
            painter.select(rows, start_of(from, from.width - rest.width));
        }
    }

    /// `94%  2015-09-30  صدى الجبل  +2 versions`; returns what is left of the row.
    fn fields(self, painter: &mut Painter<'_>, area: Rect, shown: &PanelCard<'_>) -> Rect {
        let lead = start_of(area, self.lead_cols.saturating_sub(1));
        painter.text(lead, shown.lead, Role::Fold, Align::Units);
        let rest = cut_start(area, self.lead_cols);
        let day = card_date(shown.card.date);
        painter.text(
            start_of(rest, DATE_COLS - 1),
            &day,
            Role::Date,
            Align::Years,
        );
        let rest = cut_start(rest, DATE_COLS);
        let name = start_of(rest, self.source_cols);
        painter.text(name, &shown.card.source, Role::Source, Align::Start);
        let rest = cut_start(rest, self.source_cols + 2);
        if shown.aside.is_empty()
            || columns_within(shown.aside, rest.width.into(), painter.layout).is_none()
        {
            return rest;
        }
        let used = painter.text(rest, shown.aside, Role::Dim, Align::Start);
        cut_start(rest, used + 2)
    }
}
