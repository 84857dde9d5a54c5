//! From the rows of a comparison that differ to the rows of the screen that n and N go to.
//!
//! A change is a row of the comparison that differs, and where one is longer than the screen also what is
//! marked further down in it.

use std::ops::Range;

use super::Compare;
use super::rows::{ComparePosition, ComparisonBand, ComparisonBlock};
use crate::app::walk::Blocks;
use crate::dedup::compare::ComparisonRow;

/// Where changes are.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    /// The rows of the comparison that differ, in order.
    rows: Vec<u32>,
}

impl Compare {
    /// Finds the rows that differ.
    pub(super) fn find_rows(&mut self) {
        let rows = self.sheet.comparison.rows.iter().zip(0..);
        let differing = rows.filter(|(row, _)| !row.is_same());
        self.changes.rows = differing.map(|(_, at)| at).collect();
    }

    /// The row of those that differ that n and N stand on, counted from 1, and how many there are: the same on a screen of
    /// any size, though on a low one a long row is gone through in several steps.
    pub fn change(&self) -> (Option<usize>, usize) {
        let rows = &self.changes.rows;
        let before =
            |at: ComparePosition| rows.partition_point(|row| (*row as usize) < at.block.row);
        (self.current.map(|at| before(at) + 1), rows.len())
    }

    /// The first change behind a row of the screen, or at it where that counts.
    pub(super) fn change_from(
        &mut self,
        from: ComparePosition,
        or_at: bool,
    ) -> Option<ComparePosition> {
        let rows = &self.changes.rows;
        let mut index = rows.partition_point(|row| (*row as usize) < from.block.row);
        while let Some(row) = self.changes.rows.get(index).map(|row| *row as usize) {
            for stage in 0..self.sheet.stage_count(row) {
                let block = ComparisonBlock {
                    row,
                    band: ComparisonBand::Text(stage),
                };
                let mut found = self.changes_in(block).into_iter();
                let behind = |at: &ComparePosition| *at > from || or_at && *at == from;
                if let Some(found) = found.find(behind) {
                    return Some(found);
                }
            }
            index += 1;
        }
        None
    }

    /// The last change before a row of the screen.
    pub(super) fn change_before(&mut self, to: ComparePosition) -> Option<ComparePosition> {
        let rows = &self.changes.rows;
        let mut end = rows.partition_point(|row| (*row as usize) <= to.block.row);
        while let Some(index) = end.checked_sub(1) {
            let row = self.changes.rows.get(index).map(|row| *row as usize)?;
            for stage in (0..self.sheet.stage_count(row)).rev() {
                let block = ComparisonBlock {
                    row,
                    band: ComparisonBand::Text(stage),
                };
                let found = self.changes_in(block);
                if let Some(found) = found.into_iter().rfind(|at| *at < to) {
                    return Some(found);
                }
            }
            end = index;
        }
        None
    }

    /// The changes of a stage of a row that differs: its first line where the row begins with it, and what
    /// is marked a screen further down.
    fn changes_in(&mut self, block: ComparisonBlock) -> Vec<ComparePosition> {
        let begins = block.band == ComparisonBand::Text(0);
        if !begins && !self.has_marks(block) {
            return Vec::new();
        }
        let page = self.page_rows().max(2) - 1;
        let mut changes: Vec<usize> = Vec::new();
        for row in 0..self.row_count(block) {
            let far = changes.last().is_none_or(|last| row >= last + page);
            if row == 0 && begins || far && self.is_marked(block, row) {
                changes.push(row);
            }
        }
        let position = |row| ComparePosition { block, row };
        changes.into_iter().map(position).collect()
    }

    /// Whether something in a stage is marked; lays out nothing.
    fn has_marks(&self, block: ComparisonBlock) -> bool {
        let ComparisonBand::Text(stage) = block.band else {
            return false;
        };
        let pieces = self.sheet.pieces(block.row, stage);
        (0..).zip(pieces).any(|(side, pieces)| {
            let mut pieces = pieces.iter();
            pieces.any(|piece| self.marked_in(block.row, side, piece.part, &piece.bytes))
        })
    }

    fn is_marked(&mut self, block: ComparisonBlock, row: usize) -> bool {
        let on = self.stage(block).map(|stage| stage.bytes_on(row));
        let on = on.unwrap_or_default();
        (0..).zip(on).any(|(side, piece)| {
            piece.is_some_and(|piece| self.marked_in(block.row, side, piece.part, &piece.bytes))
        })
    }

    fn marked_in(&self, row: usize, side: usize, part: usize, bytes: &Range<usize>) -> bool {
        let meets = |ranges: &[Range<usize>]| {
            let first = ranges.partition_point(|range| range.end <= bytes.start);
            ranges
                .get(first)
                .is_some_and(|range| range.start < bytes.end)
        };
        let part = self.sheet.parts(row, side).get(part);
        part.is_some_and(|part| meets(&part.only) || meets(&part.moved))
    }

    /// The first change of a row of the comparison, where it differs.
    pub(super) fn first_change_of(&self, row: usize) -> Option<ComparePosition> {
        let differs = !self.sheet.row(row).is_none_or(ComparisonRow::is_same);
        let block = ComparisonBlock {
            row,
            band: ComparisonBand::Text(0),
        };
        differs.then_some(ComparePosition { block, row: 0 })
    }
}
