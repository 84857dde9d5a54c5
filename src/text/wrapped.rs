//! A paragraph and a width in, the number of its lines and any one of them out.
//!
//! Of a long paragraph a screen shows few lines, and cells are large: where lines end is found once, at four
//! bytes a line, and cells are made of those that are looked at.

use std::ops::Range;

use super::layout::Layout;
use super::line::Line;

/// A paragraph broken into lines of one width.
#[derive(Clone, Debug)]
pub struct Wrapped {
    layout: Layout,
    /// The cluster before which each line ends, in order; never empty.
    ends: Vec<u32>,
}

impl Wrapped {
    /// Breaks a paragraph into the lines of [`Layout::lines`].
    pub fn new(layout: Layout, width: usize) -> Wrapped {
        let ends = layout.line_ends(width);
        Wrapped { layout, ends }
    }

    /// Number of lines, at least 1.
    pub fn line_count(&self) -> usize {
        self.ends.len()
    }

    /// One line, from 0; the last for any greater index.
    pub fn line(&self, index: usize) -> Line {
        self.layout.line_of(self.clusters(index))
    }

    /// Bytes of the paragraph on a line, the white space that hangs at its end included.
    pub fn bytes(&self, index: usize) -> Range<usize> {
        self.layout.bytes_of(self.clusters(index))
    }

    /// The line on which a byte of the paragraph stands; the last for a byte behind them all.
    pub fn line_at(&self, byte: usize) -> usize {
        let end = |cluster: &u32| self.layout.byte(*cluster as usize);
        let line = self.ends.partition_point(|cluster| end(cluster) <= byte);
        line.min(self.ends.len() - 1)
    }

    fn clusters(&self, index: usize) -> Range<usize> {
        let index = index.min(self.ends.len() - 1);
        debug_assert!(index < self.ends.len(), "a paragraph has a line");
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let start = index.checked_sub(1).map_or(0, end);
        start..end(index)
    }
}
