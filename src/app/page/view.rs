//! From where the view stands to the rows in it: scrolling, going to a place, and staying there when folds
//! open or the screen changes.
//!
//! Invariant: the rows in view are those of the last [`Page::fit`] or [`Page::scroll`], which every change
//! is followed by; drawing reads them and lays out nothing.

use std::ops::Range;
use std::sync::Arc;

use super::rows::{PageBand, PageBlock};
use super::{Measure, Page, PagePosition, Row};
use crate::app::walk::Blocks;
use crate::store::{Also, Extent};
use crate::text::{MAX_PART_BYTES, part_at, part_count};

/// The scroll position of a page, and the rows in view.
#[derive(Clone, Debug, Default)]
pub(super) struct PageView {
    /// The first row in view.
    top: PagePosition,
    /// First byte of the article's text at or below the top.
    byte: Option<usize>,
    /// Rows there is room for.
    height: usize,
    rows: Vec<(PagePosition, Row)>,
    /// The page or the place has changed since the rows were found.
    stale: bool,
    percent: Option<usize>,
}

/// Most rows counted when the view moves: a longer way is estimated by the length of the text.
const MAX_COUNTED_ROWS: isize = 2000;

impl Page {
    /// The rows in view.
    pub fn rows_in_view(&self) -> impl Iterator<Item = &Row> {
        self.view.rows.iter().map(|(_, row)| row)
    }

    /// A row of the view, from 0 at its top.
    pub fn row_in_view(&self, row: usize) -> Option<&Row> {
        self.view.rows.get(row).map(|(_, row)| row)
    }

    /// The first row in view.
    pub fn top(&self) -> PagePosition {
        self.view.top
    }

    /// Whether the head of the page is in view.
    pub fn is_at_top(&self) -> bool {
        self.view.top == PagePosition::default()
    }

    /// The first byte of the article's text at or below the top of the view; `None` at the head.
    pub fn byte_in_view(&self) -> Option<usize> {
        self.view.byte.filter(|_| !self.is_at_top())
    }

    /// The bytes of the article's text between the first and the last line in view.
    pub fn bytes_in_view(&self) -> Range<usize> {
        let lines = self.rows_in_view().filter_map(|row| match row {
            Row::Text { line, offset, .. } => {
                Some(offset + line.bytes.start..offset + line.bytes.end)
            }
            _ => None,
        });
        lines
            .reduce(|view, line| view.start..line.end)
            .unwrap_or_default()
    }

    /// How far the view is, in percent, or `None` where the page fits: of the rows of an article, of the
    /// bytes of a long one.
    pub fn percent(&self) -> Option<usize> {
        self.view.percent
    }

    /// Puts a row at the top of the view.
    pub fn set_top(&mut self, top: PagePosition) {
        self.view.top = self.nearest(top).unwrap_or_default();
        self.view.byte = self.byte_from(self.view.top);
        self.view.stale = true;
    }

    /// Finds the rows in a view of `height` rows.
    pub fn fit(&mut self, height: usize) {
        if self.view.stale || self.view.height != height || self.view.rows.is_empty() {
            self.view.height = height;
            self.fill();
        }
    }

    /// Scrolls by rows; the last page stays full.
    pub fn scroll(&mut self, rows: isize, height: usize) {
        if rows != 0 {
            let top = self.moved(self.view.top, rows);
            self.set_top(top);
        }
        self.fit(height);
        let missing = height.saturating_sub(self.view.rows.len());
        if missing > 0 && !self.is_at_top() {
            let top = self.rows_above(self.view.top, missing);
            self.set_top(top);
            self.fit(height);
        }
    }

    /// Whether a row is in view.
    pub fn is_in_view(&self, row: PagePosition) -> bool {
        self.view.rows.iter().any(|(at, _)| *at == row)
    }

    /// Brings a row into a view of `height` rows; one that is not in view comes `from_top` rows below its top.
    pub fn reveal(&mut self, row: PagePosition, height: usize, from_top: usize) {
        self.fit(height);
        if !self.is_in_view(row) {
            let top = self.rows_above(row, from_top);
            self.set_top(top);
            self.scroll(0, height);
        }
    }

    /// Opens a fold, the view kept on the same text; false where it was open.
    pub fn open_fold(&mut self, group: usize) -> bool {
        let closed = group < self.fold_count() && !self.open.contains(&group);
        if closed {
            self.keep_place(|page| {
                page.open.insert(group);
            });
        }
        closed
    }

    /// Opens the folds of a page that shows none open.
    pub fn open_folds(&mut self, groups: impl Iterator<Item = usize>) {
        self.keep_place(|page| page.open.extend(groups));
    }

    /// Opens or closes a fold, its line and some of what it opened in view.
    pub fn toggle_fold(&mut self, group: usize, height: usize) {
        if !self.open.remove(&group) {
            self.open.insert(group);
        }
        let mut top = self.nearest(self.view.top).unwrap_or_default();
        if let Some(row) = self.fold_row(group) {
            let above = self.rows_above(row, height.saturating_sub(1 + height / 2));
            top = top.min(row).max(above);
        }
        self.set_top(top);
        self.scroll(0, height);
    }

    /// Opens all folds, or closes them when all are open. Returns whether there is one.
    pub fn toggle_folds(&mut self, height: usize) -> bool {
        let all = self.fold_count();
        self.keep_place(|page| {
            if page.open.len() == all {
                page.open.clear();
            } else {
                page.open = (0..all).collect();
            }
        });
        self.scroll(0, height);
        all > 0
    }

    /// Lays the page out for another measure, the view kept on the same text.
    pub fn relayout(&mut self, measure: Measure) {
        if measure != self.measure {
            self.keep_place(|page| {
                page.measure = measure;
                page.flows.clear();
            });
        }
    }

    /// Sets the notes on paragraphs that stand in other articles too.
    pub fn annotate(&mut self, also: &Arc<Vec<Also>>) {
        if Arc::ptr_eq(also, &self.also) {
            return;
        }
        let before = std::mem::replace(&mut self.also, Arc::clone(also));
        if before != self.also {
            let after = std::mem::replace(&mut self.also, before);
            self.keep_place(|page| page.also = after);
        }
    }

    /// The notes on paragraphs that stand in other articles too.
    pub fn also(&self) -> &[Also] {
        &self.also
    }

    /// The same, to be handed to another page.
    pub(in crate::app) fn shared_also(&self) -> &Arc<Vec<Also>> {
        &self.also
    }

    /// The number of a row, from 0, for tests: counts all rows above it.
    pub fn row_number(&self, row: PagePosition) -> usize {
        let mut page = self.clone();
        let rows = std::iter::successors(Some(row), |at| page.row_before(*at));
        rows.count() - 1
    }

    /// Changes what the page is made of and goes back to the text that was at the top of the view.
    fn keep_place(&mut self, change: impl FnOnce(&mut Page)) {
        let byte = self.byte_in_view();
        let in_title = self.byte_in_long_title();
        change(self);
        let top = match in_title {
            Some(byte) => self.position_in_title(byte),
            None => byte.and_then(|byte| self.position_of(byte)),
        };
        self.set_top(top.unwrap_or(self.view.top));
    }

    /// The byte of the title at the top of the view, where the title takes more than a screen.
    fn byte_in_long_title(&mut self) -> Option<usize> {
        let PagePosition { block, row } = self.view.top;
        let long = matches!(block, PageBlock::Title(_)) && part_count(self.title().len()) > 1;
        Some(self.flow(block).filter(|_| long)?.bytes(row).start)
    }

    fn position_in_title(&mut self, byte: usize) -> Option<PagePosition> {
        let block = PageBlock::Title(part_at(&self.title(), byte));
        let row = self.flow(block)?.line_at(byte);
        Some(PagePosition { block, row })
    }

    /// The row of a fold's line.
    fn fold_row(&mut self, group: usize) -> Option<PagePosition> {
        let (first, _) = self.outline.ends(group)?;
        self.last_above(first)
    }

    /// The row `rows` rows below another (above it where that is negative), or the last there is.
    fn moved(&mut self, from: PagePosition, rows: isize) -> PagePosition {
        if rows.abs() > MAX_COUNTED_ROWS {
            return self.moved_far(from, rows);
        }
        if rows < 0 {
            return self.rows_above(from, rows.unsigned_abs());
        }
        self.rows_below(from, rows.unsigned_abs())
    }

    /// The same over many rows, each taken to be as long as those in view.
    fn moved_far(&mut self, from: PagePosition, rows: isize) -> PagePosition {
        let in_view = self.bytes_in_view().len() / self.view.rows.len().max(1);
        let by = rows.saturating_mul(in_view.max(1).cast_signed());
        let Some(byte) = self.byte_from(from) else {
            return if rows < 0 {
                PagePosition::default()
            } else {
                self.last_row()
            };
        };
        let Some(byte) = byte
            .cast_signed()
            .checked_add(by)
            .and_then(|b| usize::try_from(b).ok())
        else {
            return if rows < 0 {
                PagePosition::default()
            } else {
                self.last_row()
            };
        };
        match self.outline.slot_from(&self.entry, byte) {
            Some(slot) => {
                let start = slot.bytes(&self.entry).start;
                self.position_of(byte.max(start)).unwrap_or_default()
            }
            None => self.last_row(),
        }
    }

    /// The first byte of the article's text at or below a row.
    fn byte_from(&mut self, row: PagePosition) -> Option<usize> {
        let PagePosition { mut block, row } = row;
        let mut row = row;
        loop {
            match block {
                // The title may be long, and no part of the text.
                PageBlock::Title(_) => block = PageBlock::Meta,
                PageBlock::Piece(_, PageBand::Text(_)) => {
                    return Some(self.flow(block)?.bytes(row).start);
                }
                PageBlock::Piece(slot, PageBand::Above)
                    if self.begins_group(slot) == Some(true) =>
                {
                    return Some(slot.bytes(&self.entry).start);
                }
                _ => block = self.block_after(block)?,
            }
            row = 0;
        }
    }

    fn fill(&mut self) {
        let height = self.view.height;
        let mut rows = Vec::with_capacity(height);
        let mut next = Some(self.view.top);
        while let Some(at) = next.filter(|_| rows.len() < height) {
            rows.push((at, self.row_at(at)));
            next = self.row_after(at);
        }
        self.view.rows = rows;
        self.view.stale = false;
        self.view.byte = self.byte_from(self.view.top);
        self.view.percent = match self.measure.extent {
            Extent::Whole => self.share_above(next),
            Extent::Head => None,
        };
    }

    /// The share of the page out of view that is above the view, in percent; `below` is the first row below it.
    fn share_above(&mut self, below: Option<PagePosition>) -> Option<usize> {
        let at_top = self.is_at_top();
        if at_top && below.is_none() {
            return None;
        }
        let all = self.title().len() + self.entry.article.text.len();
        if all <= MAX_PART_BYTES {
            let above = self.rows_between(PagePosition::default(), Some(self.view.top));
            let below = below.map_or(0, |below| self.rows_between(below, None));
            return Some(above * 100 / (above + below).max(1));
        }
        match below {
            _ if at_top => Some(0),
            None => Some(100),
            Some(below) => {
                let above = self.bytes_above(self.view.top);
                let below = all.saturating_sub(self.bytes_above(below));
                Some((above * 100 / (above + below).max(1)).clamp(1, 99))
            }
        }
    }

    /// Rows from one to before another, or to the end.
    fn rows_between(&mut self, from: PagePosition, to: Option<PagePosition>) -> usize {
        let mut rows = 0;
        let mut block = Some(from.block);
        while let Some(at) = block {
            if to.is_some_and(|to| to.block == at) {
                break;
            }
            rows += self.row_count(at);
            block = self.block_after(at);
        }
        (rows + to.map_or(0, |to| to.row)).saturating_sub(from.row)
    }

    /// Bytes of the title and the text above a row.
    fn bytes_above(&mut self, row: PagePosition) -> usize {
        let title = self.title().len();
        match row.block {
            PageBlock::Title(_) => self
                .flow(row.block)
                .map_or(0, |flow| flow.bytes(row.row).start),
            PageBlock::Meta => title,
            PageBlock::Piece(..) => {
                let text = self.entry.article.text.len();
                title + self.byte_from(row).unwrap_or(text)
            }
        }
    }
}
