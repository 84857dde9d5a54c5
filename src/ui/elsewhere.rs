//! The panel of other articles with the same text: versions of the story by their likeness, then articles by
//! the number of passages they share.
//!
//! ```text
//! ▸ 94%  2015-09-30  صدى الجبل                      افتتاح الرصيف الشمالي في ميناء المرجان
//!   3 ¶  2016-01-12  منارة الزيتون                                        عام على الرصيف
//!   3 only here  7 only there  2 days apart  240 words in common
//! ```

use ratatui::layout::Rect;

use super::list::{DATE_COLS, boxed};
use super::paint::{Align, Painter, cut_left, cut_right, left, row};
use super::theme::Role;
use super::{Scene, awaited};
use crate::app::article_fields::card_date;
use crate::app::browse::elsewhere_panel::ElsewherePanel;
use crate::app::browse::without_copies;
use crate::app::strings::{self, counted, thousands};
use crate::store::{Difference, Elsewhere, ElsewhereRow, Why};
use crate::text::width::str_columns;

/// Columns of the share, `94%` or `3 ¶`, and a blank.
const SHARE_COLS: u16 = 5;
/// Columns of a source's name, which is cut where it is longer: the title needs the rest.
const SOURCE_COLS: u16 = 14;
/// Columns of a row from which on the source is shown: with fewer the title needs them.
const MIN_SOURCE_COLS: u16 = 56;

/// `── The same elsewhere ── 3 versions ── 2 articles share passages ──`
pub(super) fn rule(painter: &mut Painter<'_>, panel: &ElsewherePanel, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    let mut rest = boxed(
        painter,
        cut_left(area, 2),
        strings::SAME_ELSEWHERE,
        Role::Title,
    );
    let Some(known) = &panel.known else {
        return;
    };
    let versions = known.versions.len();
    if versions > 0 {
        let count = counted(versions, "version", "versions");
        rest = boxed(painter, cut_left(rest, 1), &count, Role::Dim);
    }
    let shares = |row: &&ElsewhereRow| matches!(row.why, Why::Shares { .. });
    let others = known.rows.iter().filter(shares).count();
    if others > 0 {
        let shared = counted(others, "shares a passage", "share passages");
        boxed(painter, cut_left(rest, 1), &shared, Role::Dim);
    }
}

pub(super) fn draw(
    painter: &mut Painter<'_>,
    scene: &Scene<'_>,
    panel: &ElsewherePanel,
    area: Rect,
) {
    let Some(known) = panel.known.as_ref().filter(|known| !known.rows.is_empty()) else {
        let copies = without_copies(scene.shared.known.copies).map(|why| painter.words.say(&why));
        let nothing = match &panel.known {
            Some(_) => strings::NOTHING_ELSEWHERE.to_owned(),
            None => copies.unwrap_or_else(|| awaited(panel.failed())),
        };
        painter.text(cut_left(area, 2), &nothing, Role::Dim, Align::Left);
        return;
    };
    // The last row says why the selected one is there.
    let rows = area.height.saturating_sub(1).max(1);
    let top = (panel.selected + 1).saturating_sub(usize::from(rows));
    for ((at, same), y) in known.rows.iter().enumerate().skip(top).zip(0..rows) {
        one(painter, row(area, y), known, same, at == panel.selected);
    }
    if let Some(same) = panel.row().filter(|_| area.height > 1) {
        why(painter, scene, row(area, area.height - 1), known, same);
    }
}

fn one(
    painter: &mut Painter<'_>,
    area: Rect,
    known: &Elsewhere,
    same: &ElsewhereRow,
    selected: bool,
) {
    let card = &same.card;
    if selected {
        painter.text(left(area, 1), "▸", Role::Title, Align::Left);
        let source = if area.width < MIN_SOURCE_COLS {
            0
        } else {
            SOURCE_COLS
        };
        let fields = left(cut_left(area, 2), SHARE_COLS + DATE_COLS + source);
        painter.fill(fields, Role::Selected);
    }
    let role = |own| if selected { Role::Selected } else { own };
    let mut rest = cut_left(area, 2);
    let share = left(rest, SHARE_COLS - 1);
    painter.text(
        share,
        &how_much(known, same),
        role(Role::Fold),
        Align::Right,
    );
    rest = cut_left(rest, SHARE_COLS);
    let day = card_date(card.date);
    painter.text(left(rest, DATE_COLS), &day, role(Role::Date), Align::Left);
    rest = cut_left(rest, DATE_COLS);
    if area.width >= MIN_SOURCE_COLS {
        painter.text(
            left(rest, SOURCE_COLS),
            &card.source,
            role(Role::Source),
            Align::Left,
        );
        rest = cut_left(rest, SOURCE_COLS + 1);
    }
    rest = cut_right(rest, 1);
    painter.text(rest, &card.title, Role::Plain, Align::Own);
}

/// How much is the same: `94%` for a version, `3 ¶` for shared paragraphs.
fn how_much(known: &Elsewhere, same: &ElsewhereRow) -> String {
    match &same.why {
        Why::Version { difference, .. } => difference.map_or(String::new(), |difference| {
            format!("{}%", difference.percent)
        }),
        Why::Shares { passages, .. } => format!("{} ¶", paragraphs(known, passages)),
    }
}

/// Number of the article's paragraphs that these passages stand in.
fn paragraphs(known: &Elsewhere, passages: &[usize]) -> usize {
    let passages = passages.iter().filter_map(|at| known.passages.get(*at));
    let mut paragraphs: Vec<usize> = passages.map(|passage| passage.paragraph).collect();
    paragraphs.sort_unstable();
    paragraphs.dedup();
    paragraphs.len()
}

/// `3 only here  7 only there  2 days apart  240 words in common`, `the passage in view  3 paragraphs  the same day  قال…`
fn why(
    painter: &mut Painter<'_>,
    scene: &Scene<'_>,
    area: Rect,
    known: &Elsewhere,
    same: &ElsewhereRow,
) {
    let days = match same.days_apart {
        Some(0) => "the same day".to_owned(),
        Some(days) => format!("{} apart", counted(days as usize, "day", "days")),
        None => String::new(),
    };
    let (said, begins) = match &same.why {
        Why::Version { first, difference } => {
            let which = if *first { strings::FIRST_VERSION } else { "" };
            let mut said = differences(*difference);
            said.extend([days, which.to_owned(), common(*difference)]);
            (said, "")
        }
        Why::Shares { passages, in_view } => {
            let what = if *in_view { strings::IN_VIEW } else { "" };
            let shared = counted(paragraphs(known, passages), "paragraph", "paragraphs");
            let passage = passages.first().and_then(|at| known.passages.get(*at));
            let here = scene
                .browse
                .pane
                .reader()
                .map(|reader| &reader.entry.article.text);
            let text = passage.and_then(|p| here?.get(p.bytes.clone()));
            (vec![what.to_owned(), shared, days], text.unwrap_or(""))
        }
    };
    let fields: Vec<(&str, Role)> = said.iter().map(|text| (text.as_str(), Role::Dim)).collect();
    let mut rest = cut_right(cut_left(area, 2), 1);
    painter.fields(rest, &fields);
    let taken = said.iter().filter(|text| !text.is_empty());
    let taken: usize = taken.map(|text| str_columns(text) + 2).sum();
    rest = cut_left(rest, u16::try_from(taken).unwrap_or(u16::MAX));
    painter.text(rest, begins, Role::Fold, Align::Left);
}

/// `3 only here`, `7 only there`
fn differences(difference: Option<Difference>) -> Vec<String> {
    match difference.map(|difference| difference.only) {
        None => Vec::new(),
        Some([0, 0]) => vec![strings::WORD_FOR_WORD.to_owned()],
        Some([here, there]) => vec![
            format!("{} only here", thousands(here)),
            format!("{} only there", thousands(there)),
        ],
    }
}

/// `240 words in common`
fn common(difference: Option<Difference>) -> String {
    difference.map_or(String::new(), |difference| {
        counted(difference.common, "word", "words") + " in common"
    })
}
