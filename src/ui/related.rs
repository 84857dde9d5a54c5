//! The panel of related articles: score, date, source, title, and the shared terms of the selected one;
//! versions of the article being read under a header of their own.
//!
//! ```text
//! ── Related ── 12 ── 1 version ────────────────────────────────────────────
//! ▸ 82%  2015-09-30  صدى الجبل      +2 versions  افتتاح الرصيف الشمالي في ميناء المرجان
//!   versions of this article
//!   71%  2015-09-30  منارة الزيتون                 افتتاح الرصيف في ميناء المرجان
//!   the same day  shared:  رصيف  ميناء
//! ```

use ratatui::layout::Rect;

use super::awaited;
use super::list::{DATE_COLS, boxed};
use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use crate::app::article_fields::card_date;
use crate::app::browse::related_panel::RelatedPanel;
use crate::app::strings::{self, counted};
use crate::store::RelatedRow;

/// Columns of the score, `82%`, and a blank.
const SCORE_COLS: u16 = 5;
/// Columns of a source's name, which is cut where it is longer: the title needs the rest.
const SOURCE_COLS: u16 = 14;
/// Columns of a row from which on the source is shown: with fewer the title needs them.
const MIN_SOURCE_COLS: u16 = 56;

/// `── Related ── 12 ── 3 versions ──`
pub(super) fn rule(painter: &mut Painter<'_>, panel: &RelatedPanel, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    let mut rest = boxed(painter, cut_left(area, 2), strings::RELATED, Role::Title);
    if let Some(list) = &panel.rows {
        let versions = list.iter().filter(|r| r.same_story).count();
        let count = (list.len() - versions).to_string();
        rest = boxed(painter, cut_left(rest, 1), &count, Role::Dim);
        if versions > 0 {
            let count = counted(versions, "version", "versions");
            boxed(painter, cut_left(rest, 1), &count, Role::Dim);
        }
    }
}

/// A line of the panel.
enum RelatedLine<'a> {
    /// The header above the versions.
    Versions,
    Article(usize, &'a RelatedRow),
}

fn lines(list: &[RelatedRow]) -> Vec<RelatedLine<'_>> {
    let mut lines = Vec::with_capacity(list.len() + 1);
    let first = list.iter().position(|related| related.same_story);
    for (at, related) in list.iter().enumerate() {
        if first == Some(at) {
            lines.push(RelatedLine::Versions);
        }
        lines.push(RelatedLine::Article(at, related));
    }
    lines
}

pub(super) fn draw(painter: &mut Painter<'_>, panel: &RelatedPanel, area: Rect) {
    let selected = panel.selected;
    let Some(list) = panel.rows.as_ref().filter(|list| !list.is_empty()) else {
        let nothing = match &panel.rows {
            Some(_) => strings::NOTHING_RELATED.to_owned(),
            None => awaited(panel.pending.failed()),
        };
        painter.text(cut_left(area, 2), &nothing, Role::Dim, Align::Left);
        return;
    };
    // The last row says why the selected one is there.
    let rows = area.height.saturating_sub(1).max(1);
    let lines = lines(list);
    let is_selected =
        |line: &RelatedLine<'_>| matches!(line, RelatedLine::Article(at, _) if *at == selected);
    let place = lines.iter().position(is_selected).unwrap_or(0);
    let top = (place + 1).saturating_sub(usize::from(rows));
    for (line, y) in lines.iter().skip(top).zip(0..rows) {
        let area = row(area, y);
        match line {
            RelatedLine::Versions => {
                painter.text(
                    cut_left(area, 2),
                    strings::VERSIONS_OF_THIS,
                    Role::Dim,
                    Align::Left,
                );
            }
            RelatedLine::Article(at, related) => one(painter, area, related, *at == selected),
        }
    }
    if let Some(related) = list.get(selected).filter(|_| area.height > 1) {
        why(painter, row(area, area.height - 1), related);
    }
}

fn one(painter: &mut Painter<'_>, area: Rect, related: &RelatedRow, selected: bool) {
    let card = &related.card;
    if selected {
        painter.text(left(area, 1), "▸", Role::Title, Align::Left);
        let source = if area.width < MIN_SOURCE_COLS {
            0
        } else {
            SOURCE_COLS
        };
        let fields = left(cut_left(area, 2), SCORE_COLS + DATE_COLS + source);
        painter.fill(fields, Role::Selected);
    }
    let role = |own| if selected { Role::Selected } else { own };
    let mut rest = cut_left(area, 2);
    let percent = format!("{:.0}%", related.score * 100.0);
    painter.text(
        left(rest, SCORE_COLS - 1),
        &percent,
        role(Role::Fold),
        Align::Right,
    );
    rest = cut_left(rest, SCORE_COLS);
    painter.text(
        left(rest, DATE_COLS),
        &card_date(card.date),
        role(Role::Date),
        Align::Left,
    );
    rest = cut_left(rest, DATE_COLS);
    if area.width >= MIN_SOURCE_COLS {
        painter.text(
            left(rest, SOURCE_COLS),
            &card.source,
            role(Role::Source),
            Align::Left,
        );
        rest = cut_left(rest, SOURCE_COLS + 1);
        if let Some(others) = others(related) {
            let used = painter.text(rest, &others, Role::Dim, Align::Left);
            rest = cut_left(rest, used + 2);
        }
    }
    rest = cut_right(rest, 1);
    painter.text(rest, &card.title, Role::Plain, Align::Own);
}

/// `+2 versions`
fn others(related: &RelatedRow) -> Option<String> {
    let versions = related.versions.len();
    (versions > 0).then(|| format!("+{}", counted(versions, "version", "versions")))
}

/// `same story  3 days apart  +2 versions  shared:  رصيف  ميناء`
fn why(painter: &mut Painter<'_>, area: Rect, related: &RelatedRow) {
    let mut rest = cut_left(area, 2);
    let days = match related.days_apart {
        Some(0) => "the same day".to_owned(),
        Some(days) => format!("{} apart", counted(days as usize, "day", "days")),
        None => String::new(),
    };
    let story = if related.same_story {
        strings::SAME_STORY
    } else {
        ""
    };
    let others = others(related).unwrap_or_default();
    for text in [story, days.as_str(), others.as_str(), "shared:"] {
        if !text.is_empty() {
            let used = painter.text(rest, text, Role::Dim, Align::Left);
            rest = cut_left(rest, used + 2);
        }
    }
    for term in &related.terms {
        let used = painter.text(rest, &term.form, Role::Fold, Align::Left);
        rest = cut_left(rest, used + 2);
    }
}
