//! From two versions and a width to the rows of the screen that shows them.
//!
//! Where they stand side by side, paragraphs that belong together begin on one row; where they
//! stand one above the other, what differs is shown twice, the first version's above the second's,
//! and what is the same once.

use std::ops::Range;

use crate::app::facts;
use crate::app::strings::counted;
use crate::dedup::compare::{Comparison, ComparisonPart, ComparisonRow};
use crate::library::Entry;
use crate::text::normalize::count_words;
use crate::text::{Base, Direction, Layout, Line, Options};

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
        summary: String,
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
}

/// What is laid out, and for what.
pub(super) struct Sheet<'a> {
    pub(super) entries: [&'a Entry; 2],
    pub(super) comparison: &'a Comparison,
    pub(super) cols: usize,
    pub(super) wide: bool,
    /// Show what is the same.
    pub(super) all: bool,
    pub(super) layout: Options,
}

impl Sheet<'_> {
    /// All rows.
    pub(super) fn rows(&self) -> Vec<ScreenRow> {
        let mut out: Vec<ScreenRow> = Vec::new();
        let rows = &self.comparison.rows;
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            let same = rows.get(at..).unwrap_or_default();
            let hidden = same.iter().take_while(|row| self.hides(row)).count();
            if hidden > 0 {
                out.push(self.same(at..at + hidden));
                at += hidden;
                continue;
            }
            let apart = matches!(out.last(), Some(ScreenRow::Text { same, .. })
                if !(self.continues(at) && (self.wide || *same && row.is_same())));
            if apart {
                out.push(ScreenRow::Blank);
            }
            self.push(&mut out, at, row);
            at += 1;
        }
        out
    }

    /// The title stays: it says what one reads.
    fn hides(&self, row: &ComparisonRow) -> bool {
        let title = |side: usize| {
            let mut parts = row.sides[side].iter();
            parts.any(|part| self.is_title(side, part))
        };
        !self.all && row.is_same() && !title(0) && !title(1)
    }

    /// Whether a row goes on in the middle of the paragraphs of the row before it.
    fn continues(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .and_then(|at| self.comparison.rows.get(at));
        let (Some(before), Some(row)) = (before, self.comparison.rows.get(at)) else {
            return false;
        };
        [0, 1].iter().all(|&side| {
            let last = before.sides[side].last().map(|part| part.paragraph);
            let next = row.sides[side].first().map(|part| part.paragraph);
            next.is_none() || next == last
        })
    }

    fn same(&self, rows: Range<usize>) -> ScreenRow {
        let found = self.comparison.rows.get(rows.clone()).unwrap_or_default();
        let parts: Vec<&ComparisonPart> = found.iter().flat_map(|row| &row.sides[0]).collect();
        let whole = |part: &&ComparisonPart| {
            let of = part
                .paragraph
                .and_then(|p| self.entries[0].article.paragraphs.get(p));
            of.is_some_and(|paragraph| paragraph.bytes == part.bytes)
        };
        let what = if parts.iter().all(whole) {
            counted(parts.len(), "paragraph", "paragraphs")
        } else {
            let words = parts.iter().map(|part| count_words(self.text(0, part)));
            counted(words.sum(), "word", "words")
        };
        ScreenRow::Same {
            rows,
            summary: format!("⋯ {what} the same"),
            direction: parts
                .first()
                .map_or(Direction::Ltr, |part| self.direction(0, part)),
        }
    }

    fn push(&self, out: &mut Vec<ScreenRow>, at: usize, row: &ComparisonRow) {
        let same = row.is_same();
        let lines = |side: usize| self.lines(side, &row.sides[side]);
        let text = |sides| ScreenRow::Text {
            row: at,
            sides,
            same,
        };
        if self.wide {
            let (mut first, mut second) = (lines(0).into_iter(), lines(1).into_iter());
            loop {
                let sides = [first.next(), second.next()];
                if sides.iter().all(Option::is_none) {
                    break;
                }
                out.push(text(sides));
            }
            return;
        }
        out.extend(lines(0).into_iter().map(|line| text([Some(line), None])));
        if !same {
            out.extend(lines(1).into_iter().map(|line| text([None, Some(line)])));
        }
    }

    fn lines(&self, side: usize, parts: &[ComparisonPart]) -> Vec<TextLine> {
        let mut lines = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let options = Options {
                base: Base::AutoOr(self.direction(side, part)),
                ..self.layout
            };
            let layout = Layout::new(self.text(side, part), options);
            lines.extend(layout.lines(self.cols).into_iter().map(|line| TextLine {
                line,
                part: index,
                offset: part.bytes.start,
                is_title: self.is_title(side, part),
            }));
        }
        lines
    }

    fn text(&self, side: usize, part: &ComparisonPart) -> &str {
        let article = &self.entries[side].article;
        let source = match part.paragraph {
            Some(_) => &article.text,
            None => article.title_str(),
        };
        source.get(part.bytes.clone()).unwrap_or("")
    }

    fn is_title(&self, side: usize, part: &ComparisonPart) -> bool {
        let paragraphs = &self.entries[side].article.paragraphs;
        let class = part
            .paragraph
            .and_then(|p| paragraphs.get(p))
            .map(|p| p.class);
        class.is_none_or(|class| class == crate::corpus::Class::Title)
    }

    fn direction(&self, side: usize, part: &ComparisonPart) -> Direction {
        facts::direction(self.entries[side], part.paragraph)
    }
}
