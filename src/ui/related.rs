//! The panel of related articles, the closest first: date, source, title, and why the selected one is there; versions of
//! the article being read under a header of their own. How close one is has no number: a share of words in common, which a
//! reader would take it for, is another thing.
//!
//! ```text
//! ── Related ── 12 articles ── 2 versions ──────────────────────────────────
//! ▸ 2015-09-30  صدى الجبل      +2 versions of it       افتتاح الرصيف الشمالي في ميناء المرجان
//!   versions of this article
//!   2015-09-30  منارة الزيتون                    افتتاح الرصيف في ميناء المرجان
//!   the same day  shared:  رصيف  ميناء
//! ```

use ratatui::layout::Rect;

use super::awaited;
use super::card_rows::{PanelCard, PanelRows};
use super::list::boxed;
use super::paint::{Align, Painter, cut_start, row};
use super::theme::Role;
use crate::app::browse::related_panel::RelatedPanel;
use crate::app::counts::CountNote;
use crate::store::RelatedRow;
use crate::words::{Words, messages};

messages! {
    /// What the panel shows beside its articles.
    pub(super) enum RelatedNote {
        Heading "related";
        Nothing "nothing-related";
        VersionsOfThis "versions-of-this";
        SameStory "same-story";
        /// How far the dates of two articles are from each other.
        DaysApart "days-apart" { days: Count };
        /// Its row stands for these, too.
        OtherVersions "other-versions" { versions: Count };
        /// Before the words that two articles share.
        Shared "shared-words";
    }
}

/// `── Related ── 12 articles ── 3 versions ──`, the article being read among the versions
pub(super) fn rule(painter: &mut Painter<'_>, panel: &RelatedPanel, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    let heading = painter.words.say(&RelatedNote::Heading);
    let mut rest = boxed(painter, cut_start(area, 2), &heading, Role::Title);
    if let Some(list) = &panel.rows {
        let versions = list.iter().filter(|r| r.same_story).count();
        let count = painter
            .words
            .say(&CountNote::articles(list.len() - versions));
        rest = boxed(painter, cut_start(rest, 1), &count, Role::Dim);
        if versions > 0 {
            let count = painter.words.say(&CountNote::versions(versions + 1));
            boxed(painter, cut_start(rest, 1), &count, Role::Dim);
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
            Some(_) => painter.words.say(&RelatedNote::Nothing),
            None => awaited(panel.pending.failed(), painter.words),
        };
        painter.text(cut_start(area, 2), &nothing, Role::Dim, Align::Start);
        return;
    };
    // The last row says why the selected one is there.
    let height = area.height.saturating_sub(1).max(1);
    let lines = lines(list);
    let cards = list.iter().map(|related| &related.card);
    let rows = PanelRows::new(painter, area, 0, cards);
    let taken = |line: &RelatedLine<'_>| match line {
        RelatedLine::Versions => 1,
        RelatedLine::Article(..) => rows.height(),
    };
    let top = first_in_view(&lines, selected, height, taken);
    let mut y = 0;
    for line in lines.iter().skip(top) {
        if y + taken(line) > height.max(rows.height()) {
            break;
        }
        let area = Rect {
            height: taken(line).min(area.height - y),
            ..row(area, y)
        };
        y += taken(line);
        match line {
            RelatedLine::Versions => {
                let header = &RelatedNote::VersionsOfThis;
                painter.say(cut_start(area, 2), header, Role::Dim, Align::Start);
            }
            RelatedLine::Article(at, related) => {
                let others = others(related, painter.words).unwrap_or_default();
                let shown = PanelCard {
                    card: &related.card,
                    lead: "",
                    aside: &others,
                };
                rows.draw(painter, area, &shown, *at == selected);
            }
        }
    }
    if let Some(related) = list.get(selected).filter(|_| area.height > 1) {
        why(painter, row(area, area.height - 1), related);
    }
}

/// The first line that leaves room in `height` rows for all up to the selected article.
fn first_in_view(
    lines: &[RelatedLine<'_>],
    selected: usize,
    height: u16,
    taken: impl Fn(&RelatedLine<'_>) -> u16,
) -> usize {
    let is_selected =
        |line: &RelatedLine<'_>| matches!(line, RelatedLine::Article(at, _) if *at == selected);
    let place = lines.iter().position(is_selected).unwrap_or(0);
    let mut room = height;
    let above = lines.iter().take(place + 1).rev();
    let fits = above.take_while(|line| {
        let rows = taken(line);
        let fits = rows <= room;
        room = room.saturating_sub(rows);
        fits
    });
    place + 1 - fits.count().clamp(1, place + 1)
}

/// `+2 versions of it`
fn others(related: &RelatedRow, words: Words) -> Option<String> {
    let versions = related.versions.len() as u64;
    (versions > 0).then(|| words.say(&RelatedNote::OtherVersions { versions }))
}

/// `3 days apart`, `the same day`
pub(super) fn days_apart(days: Option<u32>, words: Words) -> Option<String> {
    let days = u64::from(days?);
    Some(words.say(&RelatedNote::DaysApart { days }))
}

/// `same story  3 days apart  +2 versions of it  shared:  رصيف  ميناء`
fn why(painter: &mut Painter<'_>, area: Rect, related: &RelatedRow) {
    let mut rest = cut_start(area, 2);
    let words = painter.words;
    let said = [
        related
            .same_story
            .then(|| words.say(&RelatedNote::SameStory)),
        days_apart(related.days_apart, words),
        others(related, words),
        Some(words.say(&RelatedNote::Shared)),
    ];
    for text in said.into_iter().flatten() {
        let used = painter.text(rest, &text, Role::Dim, Align::Start);
        rest = cut_start(rest, used + 2);
    }
    for term in &related.terms {
        let used = painter.text(rest, &term.form, Role::Fold, Align::Start);
        rest = cut_start(rest, used + 2);
    }
}
