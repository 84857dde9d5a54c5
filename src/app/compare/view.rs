//! From the place of the view to its rows: which rows of the comparison are shown, and the steps from row to
//! row of the screen.

use std::ops::Range;
use std::sync::Arc;

use super::rows::{ComparePosition, ComparisonBand, ComparisonBlock, ScreenRow};
use super::stage::TextStage;
use super::{Compare, TextAnchor};
use crate::app::walk::Blocks;
use crate::dedup::compare::ComparisonRow;

impl Compare {
    /// Runs of rows that are the same, where those are not shown.
    pub(super) fn find_hidden(&self) -> Vec<Range<u32>> {
        let mut hidden: Vec<Range<u32>> = Vec::new();
        let rows = if self.all { 0 } else { self.row_total() };
        for row in (0..rows).filter(|row| self.sheet.may_hide(*row)) {
            let row = row as u32;
            match hidden.last_mut() {
                Some(last) if last.end == row => last.end += 1,
                _ => hidden.push(row..row + 1),
            }
        }
        hidden
    }

    /// Rows of the comparison.
    fn row_total(&self) -> usize {
        self.sheet.comparison.rows.len()
    }

    /// The hidden rows that a row is one of; `None` where it is shown.
    fn hiding(&self, row: usize) -> Option<Range<usize>> {
        let at = self.hidden.partition_point(|rows| rows.end as usize <= row);
        let rows = self.hidden.get(at)?;
        let rows = rows.start as usize..rows.end as usize;
        rows.contains(&row).then_some(rows)
    }

    pub(super) fn stage(&mut self, block: ComparisonBlock) -> Option<Arc<TextStage>> {
        let ComparisonBand::Text(stage) = block.band else {
            return None;
        };
        let sheet = &self.sheet;
        Some(self.stages.get(block, || sheet.stage(block.row, stage)))
    }

    pub(super) fn row_at(&mut self, at: ComparePosition) -> ScreenRow {
        let row = at.block.row;
        match (at.block.band, self.stage(at.block)) {
            (ComparisonBand::Text(_), Some(stage)) => ScreenRow::Text {
                row,
                sides: stage.text_lines(at.row),
                same: self.sheet.row(row).is_some_and(ComparisonRow::is_same),
            },
            (ComparisonBand::Same, _) => self.sheet.same(self.hiding(row).unwrap_or(row..row + 1)),
            _ => ScreenRow::Blank,
        }
    }

    pub(super) fn first_row(&mut self) -> ComparePosition {
        self.first_row_from(ComparisonBlock::default())
            .unwrap_or_default()
    }

    pub(super) fn last_row(&mut self) -> ComparePosition {
        let last = self.row_total().saturating_sub(1);
        let block = self.last_block_of(last);
        self.last_row_to(block).unwrap_or_default()
    }

    /// The last block of a row, or of those that are hidden with it.
    fn last_block_of(&self, row: usize) -> ComparisonBlock {
        match self.hiding(row) {
            Some(rows) => ComparisonBlock {
                row: rows.start,
                band: ComparisonBand::Same,
            },
            None => ComparisonBlock {
                row,
                band: ComparisonBand::Text(self.sheet.stage_count(row).max(1) - 1),
            },
        }
    }

    /// Puts a row at the top of the view, or as near as leaves the page full.
    pub(super) fn set_top(&mut self, top: ComparePosition) {
        let height = self.page_rows();
        self.top = self.nearest(top).unwrap_or_default();
        self.fill(height);
        let missing = height.saturating_sub(self.view.len());
        if missing > 0 {
            self.top = self.rows_above(self.top, missing);
            self.fill(height);
        }
    }

    fn fill(&mut self, height: usize) {
        let mut view = std::mem::take(&mut self.view);
        view.clear();
        let mut next = Some(self.top).filter(|_| self.row_total() > 0);
        while let Some(at) = next.filter(|_| view.len() < height) {
            view.push((at, self.row_at(at)));
            next = self.row_after(at);
        }
        self.view = view;
    }

    /// The first text at or below the top of the view; `None` at the head.
    pub(super) fn anchor(&mut self) -> Option<TextAnchor> {
        let first = self.first_row();
        if self.top == first {
            return None;
        }
        let mut at = self.top;
        if at.block.band == ComparisonBand::Blank {
            at = self.row_after(at)?;
        }
        let row = at.block.row;
        let on = self.stage(at.block).map(|stage| stage.bytes_on(at.row));
        let mut shown = (0..).zip(on.unwrap_or_default());
        let byte = shown.find_map(|(side, piece)| Some((side, piece?.bytes.start)));
        Some(TextAnchor { row, byte })
    }

    /// Brings a place to the top of the view.
    pub(super) fn go_to(&mut self, place: Option<&TextAnchor>) {
        let top = place.and_then(|place| {
            let exact = self.position_of(place);
            exact.or_else(|| {
                let row = ComparisonBlock {
                    row: place.row,
                    band: ComparisonBand::Text(0),
                };
                let same = self.hiding(place.row).map(|rows| ComparisonBlock {
                    row: rows.start,
                    band: ComparisonBand::Same,
                });
                self.first_row_from(same.unwrap_or(row))
            })
        });
        let first = self.first_row();
        self.set_top(top.unwrap_or(first));
    }

    /// The row of the screen on which a place stands, where it is shown.
    fn position_of(&mut self, place: &TextAnchor) -> Option<ComparePosition> {
        let row = place.row;
        let (side, byte) = place.byte.filter(|_| self.hiding(row).is_none())?;
        for stage in 0..self.sheet.stage_count(row) {
            let pieces = &self.sheet.pieces(row, stage)[side.min(1)];
            if !pieces.iter().any(|piece| piece.bytes.contains(&byte)) {
                continue;
            }
            let band = ComparisonBand::Text(stage);
            let block = ComparisonBlock { row, band };
            let stage = self.stage(block)?;
            let mut rows = 0..stage.row_count();
            let row = rows.find(|row| {
                let on = &stage.bytes_on(*row)[side.min(1)];
                on.as_ref().is_some_and(|on| on.bytes.contains(&byte))
            });
            return Some(ComparePosition { block, row: row? });
        }
        None
    }
}

impl Blocks for Compare {
    type Block = ComparisonBlock;

    fn row_count(&mut self, block: ComparisonBlock) -> usize {
        let shown = |row| row < self.row_total() && self.hiding(row).is_none();
        match block.band {
            ComparisonBand::Same => 1,
            ComparisonBand::Blank => {
                let before = block.row.checked_sub(1);
                let beside = shown(block.row) && before.is_some_and(shown);
                usize::from(beside && self.sheet.is_apart(block.row))
            }
            ComparisonBand::Text(_) => self.stage(block).map_or(0, |stage| stage.row_count()),
        }
    }

    fn block_after(&self, block: ComparisonBlock) -> Option<ComparisonBlock> {
        let ComparisonBlock { row, band } = block;
        let (row, band) = match (band, self.hiding(row)) {
            (ComparisonBand::Blank, Some(_)) => (row, ComparisonBand::Same),
            (ComparisonBand::Blank, None) => (row, ComparisonBand::Text(0)),
            (_, Some(rows)) => (rows.end, ComparisonBand::Blank),
            (ComparisonBand::Text(stage), None) if stage + 1 < self.sheet.stage_count(row) => {
                (row, ComparisonBand::Text(stage + 1))
            }
            _ => (row + 1, ComparisonBand::Blank),
        };
        (row < self.row_total()).then_some(ComparisonBlock { row, band })
    }

    fn block_before(&self, block: ComparisonBlock) -> Option<ComparisonBlock> {
        let ComparisonBlock { row, band } = block;
        match band {
            ComparisonBand::Blank => Some(self.last_block_of(row.checked_sub(1)?)),
            ComparisonBand::Text(stage) if stage > 0 => Some(ComparisonBlock {
                row,
                band: ComparisonBand::Text(stage - 1),
            }),
            _ => Some(ComparisonBlock {
                row,
                band: ComparisonBand::Blank,
            }),
        }
    }
}
