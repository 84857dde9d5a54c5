//! The columns before a tab in, its own out: it goes to the next tab stop, counted from the side on which its
//! paragraph starts.
//!
//! Rule L1 gives a tab the level of the paragraph, so all that stands before it on its line stands between that
//! side and itself, whatever the directions in it.

use super::cluster::Cluster;
use super::line::Cell;

/// Columns from one tab stop to the next.
const TAB_STOP: usize = 8;

impl Cluster {
    /// Columns that it takes behind so many others of its line.
    pub(super) fn columns(&self, before: usize) -> usize {
        if self.tab {
            TAB_STOP - before % TAB_STOP
        } else {
            usize::from(self.width)
        }
    }
}

/// Columns of clusters at the beginning of a line.
pub(super) fn columns(clusters: &[Cluster], tabs: bool) -> usize {
    if tabs {
        let after = |before, cluster: &Cluster| before + cluster.columns(before);
        return clusters.iter().fold(0, after);
    }
    let widths = clusters.iter().map(|cluster| usize::from(cluster.width));
    widths.sum()
}

/// A cell for each column of a tab.
pub(super) fn blanks_for_tabs(cells: &[Cell]) -> Vec<Cell> {
    let blanks = cells.iter().flat_map(|cell| {
        let is_tab = cell.symbol == " " && cell.width > 1;
        let (times, width) = if is_tab {
            (cell.width, 1)
        } else {
            (1, cell.width)
        };
        let one = Cell {
            width,
            ..cell.clone()
        };
        std::iter::repeat_n(one, times.into())
    });
    blanks.collect()
}
