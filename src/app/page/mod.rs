//! From an article and a size to the rows of its reading view that are on the screen.
//!
//! ```text
//!   title                      Row::Title    the headline, wrapped
//!   source · date · words      Row::Meta     painted by ui from the entry
//!
//!   a paragraph's lines        Row::Text     piece of the text + laid-out line
//!   ⋯ 5 paragraphs …           Row::Fold     the line of a fold; the folded lines follow when it is open
//!   ≈ repeats with changes …   Row::Near     above a piece that says earlier sentences otherwise
//!   also in …                  Row::Also     below a paragraph that stands in other articles
//! ```
//!
//! An article may be a book of 60 MB, so nothing here looks at all of it. `outline` knows the order of its
//! pieces without their text; `rows` finds the rows of a piece, laying out at most a part of it (64 KB), and
//! walks from row to row in both directions; `flow` keeps what was laid out last; `view` keeps the place of the
//! view and the rows in it. How many rows the article has is never known.
//!
//! Every text row knows which bytes of the article its cells show.

mod flow;
mod outline;
mod rows;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::fold_line::FoldLine;
use super::walk::Blocks;
use crate::dedup::{Fold, RepeatOrigin};
use crate::library::Entry;
use crate::store::{Also, Extent};
use crate::text::{Direction, Line, Options};
use crate::words::Words;

pub(super) use flow::{Flow, LaidOut, Recent};
pub(super) use outline::Outline;
use rows::PageBlock;
pub use rows::PagePosition;
use view::PageView;

/// The kind of text on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Body,
    /// A headline inside the text.
    Headline,
    /// Bylines, dates and what the site put round the text.
    Furniture,
    /// Repeated text, opened.
    Repeat,
}

/// One row of the page.
#[derive(Clone, Debug)]
pub enum Row {
    Title {
        line: Line,
        /// Byte of the title at which the line's layout begins.
        offset: usize,
    },
    Meta,
    Blank,
    Text {
        line: Line,
        /// Byte in the article's text at which the line's layout begins.
        offset: usize,
        tone: Tone,
    },
    Fold {
        group: usize,
        open: bool,
        direction: Direction,
    },
    /// The line above text that repeats earlier sentences with changes.
    Near {
        /// Indices into the near repeats of the article.
        near: Range<usize>,
        direction: Direction,
    },
    /// The line below a paragraph that stands in other articles too.
    Also {
        /// Index into the notes of the page.
        note: usize,
        direction: Direction,
    },
}

/// What a page is laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    pub cols: u16,
    /// The title stands above the page, in a row that stays.
    pub head_apart: bool,
    /// How much of the article there is: a preview has no share read.
    pub extent: Extent,
    /// How letters are shown.
    pub layout: Options,
    /// In which language is said that there is no title.
    pub words: Words,
}

impl From<u16> for Measure {
    fn from(cols: u16) -> Measure {
        Measure {
            cols,
            ..Measure::default()
        }
    }
}

/// An article shown for reading: its open folds, the scroll position, the rows in view.
#[derive(Clone, Debug)]
pub struct Page {
    entry: Arc<Entry>,
    outline: Outline,
    /// Notes on paragraphs that stand in other articles too, in order.
    also: Arc<Vec<Also>>,
    /// Folds shown in full.
    open: BTreeSet<usize>,
    measure: Measure,
    flows: Recent<PageBlock, Flow>,
    view: PageView,
}

impl Page {
    /// The page of an article from its top, all folds closed.
    pub fn new(entry: Arc<Entry>, measure: impl Into<Measure>) -> Page {
        Page {
            outline: Outline::new(&entry),
            entry,
            also: Arc::default(),
            open: BTreeSet::new(),
            measure: measure.into(),
            flows: Recent::default(),
            view: PageView::default(),
        }
    }

    pub fn entry(&self) -> &Arc<Entry> {
        &self.entry
    }

    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// Where the title stands in the text that the page's head shows already.
    pub fn title_bytes(&self) -> Option<Range<usize>> {
        self.outline.title_bytes(&self.entry)
    }

    /// Number of folds, folds with nothing between them as one.
    pub fn fold_count(&self) -> usize {
        self.outline.group_count()
    }

    /// The content of the line of a fold.
    pub fn fold(&self, group: usize) -> Option<FoldLine> {
        self.outline.group(&self.entry, group)
    }

    /// Byte ranges of the text that a fold hides, in order.
    pub fn fold_parts(&self, group: usize) -> impl Iterator<Item = Range<usize>> {
        let folds = self.outline.folds(&self.entry, group);
        folds.map(|fold| fold.bytes.clone())
    }

    /// The bytes from the beginning of a fold to its end, white space between its parts included.
    pub fn fold_span(&self, group: usize) -> Range<usize> {
        self.outline.span(&self.entry, group)
    }

    /// First byte of the text that the longest part of a fold repeats; `None` where that is the title.
    pub fn fold_origin(&self, group: usize) -> Option<usize> {
        self.outline.origin(&self.entry, group)
    }

    /// What the parts of a fold repeat in the text, in the order of the parts.
    pub fn earlier(&self, group: usize) -> Vec<Range<usize>> {
        let folds = self.outline.folds(&self.entry, group);
        folds.filter_map(earlier).collect()
    }

    /// What the part of a fold repeats in which a byte stands; nothing where that is the title.
    pub fn earlier_at(&self, byte: usize) -> Option<Option<Range<usize>>> {
        let slot = self.outline.slot_at(&self.entry, byte)?;
        let folds = self.entry.folds.paragraphs.get(slot.paragraph)?;
        let fold = folds.get(slot.index / 2).filter(|_| slot.is_fold())?;
        Some(earlier(fold))
    }

    /// The fold that covers a byte of the article's text.
    pub fn fold_of(&self, byte: usize) -> Option<usize> {
        let slot = self.outline.slot_at(&self.entry, byte)?;
        self.outline.group_of(slot)
    }

    pub fn is_open(&self, group: usize) -> bool {
        self.open.contains(&group)
    }

    /// Number of open folds.
    pub fn open_count(&self) -> usize {
        self.open.len()
    }

    /// All rows one after another, laid out as they are asked for: for `show --visual` and tests.
    pub fn rows(&self) -> impl Iterator<Item = Row> + use<> {
        let mut page = self.clone();
        let mut next = Some(PagePosition::default());
        std::iter::from_fn(move || {
            let at = next?;
            next = page.row_after(at);
            Some(page.row_at(at))
        })
    }
}

/// The bytes of the text that a fold repeats.
fn earlier(fold: &Fold) -> Option<Range<usize>> {
    (fold.of_in == RepeatOrigin::Text).then(|| fold.of.clone())
}

/// Byte ranges of a text, in order, as far as they are on a line of it; `offset` is the byte at which the
/// line's layout begins, from which they are counted then.
pub fn in_line(ranges: &[Range<usize>], line: &Line, offset: usize) -> Vec<Range<usize>> {
    let (start, end) = (offset + line.bytes.start, offset + line.bytes.end);
    let first = ranges.partition_point(|range| range.end <= start);
    let here = ranges.iter().skip(first);
    here.take_while(|range| range.start < end)
        .map(|range| range.start.saturating_sub(offset)..range.end.saturating_sub(offset))
        .collect()
}
