//! The panel of other articles with the same text: versions of the story by their likeness, then articles by
//! the number of passages they share.
//!
//! ```text
//! ▸ 94%  2015-09-30  صدى الجبل                      افتتاح الرصيف الشمالي في ميناء المرجان
//!   3 ¶  2016-01-12  منارة الزيتون                                        عام على الرصيف
//!   3 only here  7 only there  2 days apart  240 words in common
//! ```

use ratatui::layout::Rect;

use super::card_rows::{PanelCard, PanelRows};
use super::list::boxed;
use super::paint::{Align, Painter, cut_end, cut_start, row};
use super::related::days_apart;
use super::theme::Role;
use super::{Scene, awaited};
use crate::app::browse::elsewhere_panel::ElsewherePanel;
use crate::app::browse::without_copies;
use crate::app::counts::CountNote;
use crate::store::{Difference, Elsewhere, ElsewhereRow, Why};
use crate::text::width::str_columns;
use crate::words::{Words, messages};

messages! {
    /// What the panel shows beside its articles.
    enum ElsewhereNote {
        Heading "same-elsewhere";
        Nothing "nothing-elsewhere";
        /// How many articles share a passage.
        Sharing "articles-sharing" { articles: Count };
        /// The selected one shares the passage that is being read.
        InView "passage-in-view";
        FirstVersion "first-version";
        InCommon "words-in-common" { words: Count };
        /// The number of shared paragraphs, short.
        SharedParagraphs "shared-paragraphs" { paragraphs: Number };
    }
}

messages! {
    /// How two versions differ.
    pub(super) enum VersionNote {
        WordForWord "word-for-word";
        OnlyHere "only-here" { words: Count };
        OnlyThere "only-there" { words: Count };
    }
}

/// Columns of the share, `94%` or `3 ¶`, and a blank.
const SHARE_COLS: u16 = 5;
/// `── The same elsewhere ── 3 versions ── 2 articles share passages ──`
pub(super) fn rule(painter: &mut Painter<'_>, panel: &ElsewherePanel, area: Rect) {
    painter.rule(area, "─", Role::Dim);
    let heading = painter.words.say(&ElsewhereNote::Heading);
    let mut rest = boxed(painter, cut_start(area, 2), &heading, Role::Title);
    let Some(known) = &panel.known else {
        return;
    };
    let versions = known.versions.len();
    if versions > 0 {
        let count = painter.words.say(&CountNote::versions(versions));
        rest = boxed(painter, cut_start(rest, 1), &count, Role::Dim);
    }
    let shares = |row: &&ElsewhereRow| matches!(row.why, Why::Shares { .. });
    let articles = known.rows.iter().filter(shares).count() as u64;
    if articles > 0 {
        let shared = painter.words.say(&ElsewhereNote::Sharing { articles });
        boxed(painter, cut_start(rest, 1), &shared, Role::Dim);
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
            Some(_) => painter.words.say(&ElsewhereNote::Nothing),
            None => copies.unwrap_or_else(|| awaited(panel.failed(), painter.words)),
        };
        painter.text(cut_start(area, 2), &nothing, Role::Dim, Align::Start);
        return;
    };
    // The last row says why the selected one is there.
    let height = area.height.saturating_sub(1).max(1);
    let cards = known.rows.iter().map(|same| &same.card);
    let rows = PanelRows::new(painter, area, SHARE_COLS, cards);
    let fit = usize::from(height / rows.height()).max(1);
    let top = (panel.selected + 1).saturating_sub(fit);
    let shown = known.rows.iter().enumerate().skip(top).take(fit);
    for ((at, same), y) in shown.zip((0..).step_by(rows.height().into())) {
        let area = Rect {
            height: rows.height().min(area.height - y),
            ..row(area, y)
        };
        let how_much = how_much(known, same, painter.words);
        let card = PanelCard {
            card: &same.card,
            lead: &how_much,
            aside: "",
        };
        rows.draw(painter, area, &card, at == panel.selected);
    }
    if let Some(same) = panel.row().filter(|_| area.height > 1) {
        why(painter, scene, row(area, area.height - 1), known, same);
    }
}

/// How much is the same: `94%` for a version, `3 ¶` for shared paragraphs.
fn how_much(known: &Elsewhere, same: &ElsewhereRow, words: Words) -> String {
    match &same.why {
        Why::Version { difference, .. } => difference.map_or(String::new(), |difference| {
            words.percent(difference.percent as u64)
        }),
        Why::Shares { passages, .. } => {
            let paragraphs = paragraphs(known, passages) as u64;
            words.say(&ElsewhereNote::SharedParagraphs { paragraphs })
        }
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
    let words = painter.words;
    let days = days_apart(same.days_apart, words);
    let (said, begins) = match &same.why {
        Why::Version { first, difference } => {
            let which = first.then(|| words.say(&ElsewhereNote::FirstVersion));
            let common = difference.map(|difference| ElsewhereNote::InCommon {
                words: difference.common as u64,
            });
            let common = common.map(|common| words.say(&common));
            let mut said = differences(*difference, words);
            said.extend([days, which, common].into_iter().flatten());
            (said, "")
        }
        Why::Shares { passages, in_view } => {
            let what = in_view.then(|| words.say(&ElsewhereNote::InView));
            let shared = CountNote::paragraphs(paragraphs(known, passages));
            let shared = Some(words.say(&shared));
            let passage = passages.first().and_then(|at| known.passages.get(*at));
            let here = scene
                .browse
                .pane
                .reader()
                .map(|reader| &reader.entry.article.text);
            let text = passage.and_then(|p| here?.get(p.bytes.clone()));
            let said = [what, shared, days].into_iter().flatten().collect();
            (said, text.unwrap_or(""))
        }
    };
    let fields: Vec<(&str, Role)> = said.iter().map(|text| (text.as_str(), Role::Dim)).collect();
    let mut rest = cut_end(cut_start(area, 2), 1);
    painter.fields(rest, &fields);
    let taken: usize = said.iter().map(|text| str_columns(text) + 2).sum();
    rest = cut_start(rest, u16::try_from(taken).unwrap_or(u16::MAX));
    painter.text(rest, begins, Role::Fold, Align::Start);
}

/// `3 only here`, `7 only there`
fn differences(difference: Option<Difference>, words: Words) -> Vec<String> {
    let said = match difference.map(|difference| difference.only) {
        None => Vec::new(),
        Some([0, 0]) => vec![VersionNote::WordForWord],
        Some([here, there]) => vec![
            VersionNote::OnlyHere { words: here as u64 },
            VersionNote::OnlyThere {
                words: there as u64,
            },
        ],
    };
    said.iter().map(|said| words.say(said)).collect()
}
