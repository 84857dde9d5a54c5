//! From two versions and a width to the rows of the screen that shows them.
//!
//! Where they stand side by side, paragraphs that belong together begin on one row; where they
//! stand one above the other, what differs is shown twice, the first version's above the second's,
//! and what is the same once.
//!
//! A row of the comparison of more than 64 KB is laid out in stages of that length, those of both versions
//! at the same share of their texts, so that of two books those pages are laid out that are in view.

use std::ops::Range;
use std::sync::Arc;

use crate::app::text_direction;
use crate::app::walk;
use crate::dedup::compare::{Comparison, ComparisonPart, ComparisonRow};
use crate::library::Entry;
use crate::text::normalize::count_words;
use crate::text::{Direction, Line, MAX_PART_BYTES, Options, STEP_BYTES, cut_near};
use crate::words::messages;

messages! {
    /// What is said of rows that are the same, and hidden.
    pub enum SameNote {
        Paragraphs "same-paragraphs" { paragraphs: Count };
        /// Parts of paragraphs.
        Passages "same-passages" { passages: Count };
        Words "same-words" { words: Count };
    }
}

/// One row of the screen.
#[derive(Clone, Debug)]
pub enum ScreenRow {
    Blank,
    /// A line of either version, or of both.
    Text {
        /// Index of the comparison's row.
        row: usize,
        sides: [Option<TextLine>; 2],
        /// The versions agree here.
        same: bool,
    },
    /// The line that stands for rows that are the same.
    Same {
        rows: Range<usize>,
        note: SameNote,
        direction: Direction,
    },
}

/// A line of a part.
#[derive(Clone, Debug)]
pub struct TextLine {
    pub line: Line,
    /// Which of its side's parts of the row.
    pub part: usize,
    /// Byte in the text, or in the title field, at which the line's layout begins.
    pub offset: usize,
    pub is_title: bool,
    /// The part begins with it.
    pub begins: bool,
}

/// A row of the screen, by the row of the comparison it shows.
pub type ComparePosition = walk::Position<ComparisonBlock>;

/// Rows of the screen that belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComparisonBlock {
    /// Index of the comparison's row; of rows that are hidden that of the first.
    pub(super) row: usize,
    pub(super) band: ComparisonBand,
}

/// A band of the screen rows of a row of the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComparisonBand {
    /// The blank row between paragraphs.
    #[default]
    Blank,
    /// The line that stands for rows that are hidden.
    Same,
    /// A stage of its text.
    Text(usize),
}

/// The two versions, their comparison, and the width they are laid out for.
#[derive(Clone, Debug)]
pub(super) struct ComparisonLayout {
    pub(super) entries: [Arc<Entry>; 2],
    pub(super) comparison: Arc<Comparison>,
    /// The comparison's second version is shown as the first.
    pub(super) swapped: bool,
    pub(super) cols: usize,
    pub(super) wide: bool,
    pub(super) layout: Options,
}

/// A piece of a part: its index among its side's parts of the row, and bytes in the text or title field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartPiece {
    pub(super) part: usize,
    pub(super) bytes: Range<usize>,
}

/// Most bytes whose words are counted for the line that stands for them; more are counted in passages.
const MAX_COUNTED_BYTES: usize = 256 * 1024;

impl ComparisonLayout {
    pub(super) fn row(&self, row: usize) -> Option<&ComparisonRow> {
        self.comparison.rows.get(row)
    }

    /// The parts of a row of the version that is shown first (0) or second (1).
    pub(super) fn parts(&self, row: usize, side: usize) -> &[ComparisonPart] {
        let side = side ^ usize::from(self.swapped);
        let parts = self.row(row).and_then(|row| row.sides.get(side));
        parts.map_or(&[], Vec::as_slice)
    }

    pub(super) fn entry(&self, side: usize) -> &Arc<Entry> {
        let [first, second] = &self.entries;
        if (side == 0) == self.swapped {
            second
        } else {
            first
        }
    }

    /// Whether a row may be hidden: where it is the same and not the title.
    pub(super) fn may_hide(&self, at: usize) -> bool {
        let title = |side: usize| {
            let mut parts = self.parts(at, side).iter();
            parts.any(|part| self.is_title(side, part))
        };
        self.row(at).is_some_and(ComparisonRow::is_same) && !title(0) && !title(1)
    }

    /// Whether a blank row stands between a row that is shown and the one before it, shown too.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        let same = |at: usize| self.row(at).is_some_and(ComparisonRow::is_same);
        let both_same = at.checked_sub(1).is_some_and(same) && same(at);
        !(self.continues(at) && (self.wide || both_same))
    }

    /// Whether a row goes on in the middle of the paragraphs of the row before it.
    fn continues(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        [0, 1].iter().all(|&side| {
            let last = self.parts(before, side).last().map(|part| part.paragraph);
            let next = self.parts(at, side).first().map(|part| part.paragraph);
            next.is_none() || next == last
        })
    }

    /// The line that stands for rows that are the same.
    pub(super) fn same(&self, rows: Range<usize>) -> ScreenRow {
        let all = || rows.clone().flat_map(|row| self.parts(row, 0));
        let whole = |part: &ComparisonPart| {
            let of = part
                .paragraph
                .and_then(|p| self.entry(0).article.paragraphs.get(p));
            of.is_some_and(|paragraph| paragraph.bytes == part.bytes)
        };
        let count = all().count() as u64;
        let note = if all().all(whole) {
            SameNote::Paragraphs { paragraphs: count }
        } else if all().map(|part| part.bytes.len()).sum::<usize>() > MAX_COUNTED_BYTES {
            SameNote::Passages { passages: count }
        } else {
            let words = all().map(|part| count_words(self.text(0, part, &part.bytes)));
            let words = words.sum::<usize>() as u64;
            SameNote::Words { words }
        };
        let first = all().next();
        ScreenRow::Same {
            rows,
            note,
            direction: first.map_or(Direction::Ltr, |part| self.direction(0, part)),
        }
    }

    /// Whether a version's parts of a row are shown: what is the same is shown once where both share a pane.
    fn shows(&self, row: usize, side: usize) -> bool {
        self.wide || side == 0 || !self.row(row).is_some_and(ComparisonRow::is_same)
    }

    fn len(&self, row: usize, side: usize) -> usize {
        let parts = self.parts(row, side).iter();
        parts.map(|part| part.bytes.len()).sum()
    }

    /// Number of stages of each version's text of a row. A row of bearable length has one for both.
    fn stages(&self, row: usize) -> [usize; 2] {
        let lengths = [0, 1].map(|side| self.len(row, side));
        let stages = |len: usize| len.div_ceil(STEP_BYTES).max(1);
        let longest = lengths[0].max(lengths[1]);
        if longest <= MAX_PART_BYTES {
            [1, 0]
        } else if self.wide {
            [stages(longest); 2]
        } else {
            [0, 1].map(|side| stages(lengths[side]) * usize::from(self.shows(row, side)))
        }
    }

    pub(super) fn stage_count(&self, row: usize) -> usize {
        let [first, second] = self.stages(row);
        if self.wide { first } else { first + second }
    }

    /// The pieces of each version's text that are shown in a stage of a row.
    pub(super) fn pieces(&self, row: usize, stage: usize) -> [Vec<PartPiece>; 2] {
        let [first, second] = self.stages(row);
        [0, 1].map(|side| {
            let pieces = |stages, stage| self.pieces_of(row, side, stages, stage);
            match (self.wide, side) {
                _ if !self.shows(row, side) => Vec::new(),
                (true, _) => pieces(first, stage),
                (false, _) if (first, second) == (1, 0) => pieces(1, 0),
                (false, 0) if stage < first => pieces(first, stage),
                (false, 1) if stage >= first => pieces(second, stage - first),
                _ => Vec::new(),
            }
        })
    }

    fn pieces_of(&self, row: usize, side: usize, stages: usize, stage: usize) -> Vec<PartPiece> {
        let (from, to) = (
            self.cut(row, side, stages, stage),
            self.cut(row, side, stages, stage + 1),
        );
        let parts = self.parts(row, side).iter().enumerate();
        let parts = parts.skip(from.0).take((to.0 + 1).saturating_sub(from.0));
        let pieces = parts.map(|(part, of)| {
            let start = if part == from.0 { from.1 } else { 0 };
            let end = if part == to.0 { to.1 } else { of.bytes.len() };
            let bytes = of.bytes.start + start..of.bytes.start + end.max(start);
            PartPiece { part, bytes }
        });
        pieces
            .filter(|piece| stages == 1 || !piece.bytes.is_empty())
            .collect()
    }

    /// Where a stage begins: the part, and a byte of it.
    fn cut(&self, row: usize, side: usize, stages: usize, stage: usize) -> (usize, usize) {
        let parts = self.parts(row, side);
        let end = (parts.len(), 0);
        let len = self.len(row, side);
        // What is short beside a long text stands at its beginning.
        let stages = if len <= MAX_PART_BYTES { 1 } else { stages };
        if stage == 0 {
            return (0, 0);
        }
        if stage >= stages {
            return end;
        }
        let mut left = len / stages * stage;
        for (index, part) in parts.iter().enumerate() {
            if left < part.bytes.len() {
                return (index, cut_near(self.text(side, part, &part.bytes), left));
            }
            left -= part.bytes.len();
        }
        end
    }

    /// Some bytes of what a part stands in: the text, or the title field.
    pub(super) fn text(&self, side: usize, part: &ComparisonPart, bytes: &Range<usize>) -> &str {
        let article = &self.entry(side).article;
        let source = match part.paragraph {
            Some(_) => &article.text,
            None => article.title_str(),
        };
        source.get(bytes.clone()).unwrap_or("")
    }

    pub(super) fn is_title(&self, side: usize, part: &ComparisonPart) -> bool {
        let paragraphs = &self.entry(side).article.paragraphs;
        let class = part
            .paragraph
            .and_then(|p| paragraphs.get(p))
            .map(|p| p.class);
        class.is_none_or(|class| class == crate::corpus::Class::Title)
    }

    pub(super) fn direction(&self, side: usize, part: &ComparisonPart) -> Direction {
        text_direction::direction(self.entry(side), part.paragraph)
    }
}
