//! From a stage of a row of the comparison to the lines of both versions in it.

use super::rows::{ComparisonLayout, PartPiece, TextLine};
use crate::app::page::{Flow, LaidOut};
use crate::dedup::compare::ComparisonPart;
use crate::text::{Base, Options};

/// A stage of a row: the lines of each version.
#[derive(Clone, Debug)]
pub(super) struct TextStage {
    sides: [Vec<StageSegment>; 2],
    wide: bool,
}

/// Lines of a part, or of a piece of it.
#[derive(Clone, Debug)]
struct StageSegment {
    part: usize,
    flow: Flow,
    is_title: bool,
    /// The part begins with it.
    begins: bool,
    /// Lines of the segments before it.
    lines_before: usize,
}

impl ComparisonLayout {
    /// Lays out a stage of a row.
    pub(super) fn stage(&self, row: usize, stage: usize) -> TextStage {
        let pieces = self.pieces(row, stage);
        TextStage {
            sides: [0, 1].map(|side| {
                let mut lines_before = 0;
                let segments = pieces[side].iter().filter_map(|piece| {
                    let part = self.parts(row, side).get(piece.part)?;
                    let segment = self.segment(side, part, piece, lines_before);
                    lines_before += segment.flow.line_count();
                    Some(segment)
                });
                segments.collect()
            }),
            wide: self.wide,
        }
    }

    fn segment(
        &self,
        side: usize,
        part: &ComparisonPart,
        piece: &PartPiece,
        lines_before: usize,
    ) -> StageSegment {
        let options = Options {
            base: Base::fixed(self.direction(side, part)),
            ..self.layout.reading()
        };
        let text = self.text(side, part, &piece.bytes);
        StageSegment {
            part: piece.part,
            flow: Flow::of(text, piece.bytes.start, options, self.cols),
            is_title: self.is_title(side, part),
            begins: piece.bytes.start == part.bytes.start,
            lines_before,
        }
    }
}

impl TextStage {
    pub(super) fn row_count(&self) -> usize {
        let [first, second] = [0, 1].map(|side| self.line_count(side));
        if self.wide {
            first.max(second)
        } else {
            first + second
        }
    }

    fn line_count(&self, side: usize) -> usize {
        let last = self.sides[side].last();
        last.map_or(0, |last| last.lines_before + last.flow.line_count())
    }

    /// The line of each version on a row.
    fn lines_on(&self, row: usize) -> [Option<usize>; 2] {
        let first = self.line_count(0);
        let lines = match self.wide {
            true => [Some(row), Some(row)],
            false if row < first => [Some(row), None],
            false => [None, Some(row - first)],
        };
        [0, 1].map(|side| lines[side].filter(|line| *line < self.line_count(side)))
    }

    fn segment(&self, side: usize, line: usize) -> Option<(&StageSegment, usize)> {
        let segments = &self.sides[side];
        let behind = segments.partition_point(|segment| segment.lines_before <= line);
        let segment = segments.get(behind.checked_sub(1)?)?;
        Some((segment, line - segment.lines_before))
    }

    /// What stands on a row.
    pub(super) fn text_lines(&self, row: usize) -> [Option<TextLine>; 2] {
        let lines = self.lines_on(row);
        [0, 1].map(|side| {
            let (segment, line) = self.segment(side, lines[side]?)?;
            Some(TextLine {
                line: segment.flow.line(line),
                part: segment.part,
                offset: segment.flow.offset,
                is_title: segment.is_title,
                begins: segment.begins && line == 0,
            })
        })
    }

    /// Which part and bytes of each version stand on a row.
    pub(super) fn bytes_on(&self, row: usize) -> [Option<PartPiece>; 2] {
        let lines = self.lines_on(row);
        [0, 1].map(|side| {
            let (segment, line) = self.segment(side, lines[side]?)?;
            Some(PartPiece {
                part: segment.part,
                bytes: segment.flow.bytes(line),
            })
        })
    }
}

impl LaidOut for TextStage {
    fn bytes(&self) -> usize {
        let segments = self.sides.iter().flatten();
        segments.map(|segment| segment.flow.bytes_laid_out()).sum()
    }
}
