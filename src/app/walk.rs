//! From rows in blocks to the steps from row to row, in both directions.
//!
//! What is shown is too long to be laid out whole: it is a chain of blocks, each of which knows how many rows
//! it has when it is asked. A walk asks the blocks it comes through and no others.

/// A row of a block, from 0; in the order of the rows where blocks are in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position<B> {
    pub(super) block: B,
    pub(super) row: usize,
}

/// A chain of blocks.
pub(super) trait Blocks {
    type Block: Copy;

    /// Number of rows of a block; may be 0.
    fn row_count(&mut self, block: Self::Block) -> usize;

    fn block_after(&self, block: Self::Block) -> Option<Self::Block>;

    fn block_before(&self, block: Self::Block) -> Option<Self::Block>;

    /// The row behind another; `None` behind the last.
    fn row_after(&mut self, at: Position<Self::Block>) -> Option<Position<Self::Block>> {
        let row = at.row + 1;
        if row < self.row_count(at.block) {
            return Some(Position { row, ..at });
        }
        let after = self.block_after(at.block)?;
        self.first_row_from(after)
    }

    /// The first row of a block, or of the next that has one.
    fn first_row_from(&mut self, block: Self::Block) -> Option<Position<Self::Block>> {
        let mut block = block;
        while self.row_count(block) == 0 {
            block = self.block_after(block)?;
        }
        Some(Position { block, row: 0 })
    }

    /// The row before another; `None` before the first.
    fn row_before(&mut self, at: Position<Self::Block>) -> Option<Position<Self::Block>> {
        if let Some(row) = at.row.checked_sub(1) {
            return Some(Position { row, ..at });
        }
        let before = self.block_before(at.block)?;
        self.last_row_to(before)
    }

    /// The last row of a block, or of the next before it that has one.
    fn last_row_to(&mut self, block: Self::Block) -> Option<Position<Self::Block>> {
        let mut block = block;
        loop {
            if let Some(row) = self.row_count(block).checked_sub(1) {
                return Some(Position { block, row });
            }
            block = self.block_before(block)?;
        }
    }

    /// The row `count` rows above another, or the first.
    fn rows_above(&mut self, at: Position<Self::Block>, count: usize) -> Position<Self::Block> {
        let mut at = at;
        for _ in 0..count {
            match self.row_before(at) {
                Some(before) => at = before,
                None => break,
            }
        }
        at
    }

    /// The row `count` rows below another, or the last.
    fn rows_below(&mut self, at: Position<Self::Block>, count: usize) -> Position<Self::Block> {
        let mut at = at;
        for _ in 0..count {
            match self.row_after(at) {
                Some(after) => at = after,
                None => break,
            }
        }
        at
    }

    /// The nearest row there is to one that may have gone.
    fn nearest(&mut self, at: Position<Self::Block>) -> Option<Position<Self::Block>> {
        let rows = self.row_count(at.block);
        match rows.checked_sub(1) {
            Some(last) => Some(Position {
                row: at.row.min(last),
                ..at
            }),
            None => self.last_row_to(at.block),
        }
    }
}
