//! A paragraph and a width in, visual lines out.
//!
//! The paragraph is analysed once ([`Layout::new`]: levels, shaping, clusters, all on the logical
//! text); lines are then cut for any width without looking at the text again. Only the last step,
//! order and trailing white space, belongs to a line (UAX #9 L1, L2), so a wrapped sentence keeps
//! its direction and its joined letters.
//!
//! Invariants: everything is linear in the text; the lines of any width cover the text in order
//! and without overlap; a line is at most as wide as asked (from two columns on: a wide cluster
//! cannot be cut).

use std::cell::Cell;
use std::ops::Range;

use compact_str::CompactString;

use super::bidi::{self, Base, Direction, Levels};
use super::cluster::{Cluster, Clusters};
use super::line::{self, Line};
use super::linebreak::Opportunity;
use super::presentation_forms::SMALL_V;
use super::tab::{blanks_for_tabs, columns};
use super::values::running_values;

/// Shown where text was cut off.
const ELLIPSIS: CompactString = CompactString::const_new("…");

thread_local! {
    /// Bytes of all texts laid out on this thread.
    static LAID_OUT: Cell<usize> = const { Cell::new(0) };
}

/// Bytes of all texts laid out on this thread so far: what tests count to see that work is local.
pub fn laid_out_bytes() -> usize {
    LAID_OUT.get()
}

/// How a paragraph is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// Paragraph direction.
    pub base: Base,
    /// Join Arabic letters by presentation forms; without it cells hold the letters as written.
    pub shape: bool,
    /// Leave vowel and recitation marks out.
    pub strip_tashkeel: bool,
    /// Byte before which a caret stands: a lam-alef with the caret between its letters (behind the
    /// marks of the lam) stays two cells.
    pub caret: Option<usize>,
    /// Running text: the numbers in it that people read as one (telephone numbers, ranges) stand as they are
    /// written and on one line, and a tab goes to the next tab stop, counted from the side on which the
    /// paragraph starts. Without it a tab is a space, as on an input line.
    pub running: bool,
    pub number_signs: NumberSigns,
    pub order: CellOrder,
}

/// In which order the cells of a line stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CellOrder {
    /// As they are seen (UAX #9).
    #[default]
    Visual,
    /// As they are read, all from left to right, for speech and braille.
    Logical,
}

/// How the signs are shown that stand before a number and are drawn under or around it (U+0600 to U+0604), and the end of
/// a verse (U+06DD): terminals give them no column or one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NumberSigns {
    /// By another sign, which is one column on every terminal.
    #[default]
    Replaced,
    /// As what they are, in one column.
    Shown,
}

impl NumberSigns {
    /// What begins the cell of a char: itself, if it is one of these and shown, else what stands for it.
    pub(super) fn base(self, c: char, otherwise: char) -> char {
        match c {
            '\u{0600}'..='\u{0604}' | '\u{06DD}' if self == NumberSigns::Shown => c,
            _ => otherwise,
        }
    }
}

impl Options {
    /// The same for what somebody has written for others to read, a title or a paragraph: it runs as its
    /// reader expects, unless its direction is given.
    pub fn reading(self) -> Options {
        let base = match self.base {
            Base::Auto => Base::Most,
            Base::AutoOr(direction) => Base::MostOr(direction),
            base => base,
        };
        Options {
            base,
            running: true,
            ..self
        }
    }
}

impl Default for Options {
    fn default() -> Options {
        Options {
            base: Base::Auto,
            shape: true,
            strip_tashkeel: false,
            caret: None,
            running: false,
            number_signs: NumberSigns::Replaced,
            order: CellOrder::Visual,
        }
    }
}

/// A paragraph analysed once.
#[derive(Clone, Debug)]
pub struct Layout {
    clusters: Clusters,
    direction: Direction,
    /// Bytes of the paragraph.
    len: usize,
    /// Columns of all clusters.
    width: usize,
}

impl Layout {
    /// Analyses `text` as one paragraph: line ends in it become spaces.
    pub fn new(text: &str, options: Options) -> Layout {
        LAID_OUT.set(LAID_OUT.get() + text.len());
        let values = if options.running {
            running_values(text)
        } else {
            Vec::new()
        };
        let levels = match options.order {
            CellOrder::Visual => Levels::isolating(text, options.base, &values),
            // Those of a text that turns nowhere.
            CellOrder::Logical => Levels::new("", Base::Ltr),
        };
        let clusters = Clusters::new(text, &levels, &values, options);
        let width = columns(&clusters.all, clusters.tabs);
        Layout {
            clusters,
            direction: levels.direction,
            len: text.len(),
            width,
        }
    }

    /// Direction of the paragraph.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Columns of the paragraph on one line, trailing spaces included.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The whole paragraph on one line, trailing spaces included (an input line needs them).
    pub fn line(&self) -> Line {
        self.cut(0..self.clusters.all.len(), self.clusters.all.len())
    }

    /// The paragraph in lines of at most `width` columns, at least one line. Lines break where UAX
    /// #14 and the habits of Arabic let them, and white space at their end hangs (takes no cells).
    /// What is wider than a line is cut, at the best place inside it or else between clusters.
    pub fn lines(&self, width: usize) -> Vec<Line> {
        let mut start = 0;
        let ends = self.line_ends(width).into_iter().map(|end| end as usize);
        ends.map(|end| self.line_of(std::mem::replace(&mut start, end)..end))
            .collect()
    }

    /// The cluster before which each of the lines ends that [`Layout::lines`] gives.
    pub(super) fn line_ends(&self, width: usize) -> Vec<u32> {
        let mut ends = Vec::with_capacity(self.width / width.max(1) + 1);
        let mut start = 0;
        loop {
            start = self.line_end(start, width);
            ends.push(start as u32);
            if start >= self.clusters.all.len() {
                return ends;
            }
        }
    }

    /// The line of some clusters, of which white space at the end takes no cells.
    pub(super) fn line_of(&self, clusters: Range<usize>) -> Line {
        let shown = self.trim(clusters.clone());
        self.cut(clusters, shown)
    }

    /// Bytes of the paragraph that some clusters take.
    pub(super) fn bytes_of(&self, clusters: Range<usize>) -> Range<usize> {
        // What is shown by no cell belongs to the first line if there is no cluster at all.
        let start = if clusters.start == 0 {
            0
        } else {
            self.byte(clusters.start)
        };
        start..self.byte(clusters.end)
    }

    /// One line of at most `width` columns. If the paragraph does not fit, its logical end is cut
    /// off where a line may break (inside a word only if it is wider than the line) and marked by an
    /// ellipsis, which lies at the paragraph's end side: left for right-to-left text.
    pub fn truncated(&self, width: usize) -> Line {
        let all = &self.clusters.all;
        if self.width <= width {
            return self.line();
        }
        let trimmed = self.trim(0..all.len());
        let tabs = self.clusters.tabs;
        if columns(all.get(..trimmed).unwrap_or_default(), tabs) <= width {
            return self.cut(0..all.len(), trimmed);
        }
        let room = width.saturating_sub(1);
        let end = match self.fitting(0, room) {
            // Not even one cluster stands beside the ellipsis.
            0 => 0,
            _ => self.trim(0..self.line_end(0, room)),
        };
        let mut line = self.cut(0..end, end);
        if width > 0 {
            let cut = line.bytes.end;
            let level = self.direction.level();
            let ellipsis = line::Cell {
                symbol: ELLIPSIS,
                width: 1,
                bytes: cut..cut,
                level,
            };
            match self.direction {
                Direction::Ltr => line.cells.push(ellipsis),
                Direction::Rtl => line.cells.insert(0, ellipsis),
            }
        }
        line
    }

    /// End (exclusive) of the line that starts at cluster `start`; never `start` itself while
    /// clusters are left.
    fn line_end(&self, start: usize, width: usize) -> usize {
        let all = &self.clusters.all;
        let fitting = self.fitting(start, width);
        // Spaces hang, however many.
        let rest = all.get(fitting..).unwrap_or_default();
        let end = fitting + rest.iter().take_while(|cluster| cluster.space).count();
        if end >= all.len() {
            return all.len();
        }
        let line = all.get(start..end).unwrap_or_default();
        let last = |sought| line.iter().rposition(|cluster| cluster.breaks == sought);
        match last(Opportunity::Between).or_else(|| last(Opportunity::Within)) {
            Some(cluster) => start + cluster + 1,
            // One word wider than the line: cut it, but always get on.
            None => self.low_line(start..end).unwrap_or(end).max(start + 1),
        }
    }

    /// The end of the last part of a word that a low line parts from the next, as in a hashtag.
    fn low_line(&self, clusters: Range<usize>) -> Option<usize> {
        let all = self.clusters.all.get(clusters.start..=clusters.end)?;
        let letter = |at: usize| all.get(at).is_some_and(|c| c.base.is_alphanumeric());
        let parts = |at: &usize| {
            let before = at.checked_sub(1).is_some_and(letter);
            before && letter(at + 1) && all.get(*at).is_some_and(|c| c.base == '_')
        };
        let last = (0..all.len()).rev().find(parts)?;
        Some(clusters.start + last + 1)
    }

    /// End (exclusive) of the clusters from `start` on that fit into `width` columns.
    fn fitting(&self, start: usize, width: usize) -> usize {
        let mut columns = 0;
        let line = self.clusters.all.iter().skip(start);
        let fitting = if self.clusters.tabs {
            let fits = |cluster: &&Cluster| {
                columns += cluster.columns(columns);
                columns <= width
            };
            line.take_while(fits).count()
        } else {
            let fits = |cluster: &&Cluster| {
                columns += usize::from(cluster.width);
                columns <= width
            };
            line.take_while(fits).count()
        };
        start + fitting
    }

    /// `clusters` without the spaces at their end: the new end.
    fn trim(&self, clusters: Range<usize>) -> usize {
        let shown = self.clusters.all.get(clusters.clone()).unwrap_or_default();
        let trailing = shown
            .iter()
            .rev()
            .take_while(|cluster| cluster.space)
            .count();
        clusters.end - trailing
    }

    /// The line of `clusters`, of which those from `shown` on take no cells.
    fn cut(&self, clusters: Range<usize>, shown: usize) -> Line {
        let mut cells = self.cells(clusters.start..shown);
        // UAX #9 L1: white space at the end of the line has the paragraph's level.
        let line = self.clusters.all.get(clusters.start..shown);
        let last = line.unwrap_or_default().iter().zip(&mut cells).rev();
        for (_, cell) in last.take_while(|(cluster, _)| cluster.space && !cluster.held) {
            cell.level = self.direction.level();
        }
        let gaps = self.gaps(clusters.start..shown);
        bidi::reorder_apart(&mut cells, &gaps, |cell| cell.level);
        Line {
            cells: if self.clusters.tabs {
                blanks_for_tabs(&cells)
            } else {
                cells
            },
            bytes: self.bytes_of(clusters),
            direction: self.direction,
        }
    }

    /// Where something not shown keeps `clusters` apart: the place in them, and its level.
    fn gaps(&self, clusters: Range<usize>) -> Vec<(usize, u8)> {
        let shown = self.clusters.all.get(clusters).unwrap_or_default();
        let gaps = shown.iter().enumerate();
        gaps.filter(|(_, cluster)| cluster.gap < cluster.level)
            .map(|(place, cluster)| (place, cluster.gap))
            .collect()
    }

    /// The cells of `clusters`, in logical order; that of a tab is as wide as it is.
    fn cells(&self, clusters: Range<usize>) -> Vec<line::Cell> {
        let mut marks = self.clusters.marks_from(clusters.start);
        let end = self.byte(clusters.end);
        let shown = self.clusters.all.get(clusters).unwrap_or_default();
        let ends = shown.iter().skip(1).map(|next| next.byte).chain([end]);
        // Cells are large: a vector that grew by doubling would waste half of its memory.
        let mut cells = Vec::with_capacity(shown.len());
        let mut before = 0;
        let tabs = self.clusters.tabs;
        for (cluster, end) in shown.iter().zip(ends) {
            let mut symbol = CompactString::from(&*cluster.base.encode_utf8(&mut [0; 4]));
            let own = marks.next_of(cluster);
            if cluster.small_v {
                symbol.push(SMALL_V);
            }
            if !own.is_empty() {
                symbol.push_str(own);
            }
            let mut width = cluster.width;
            if tabs {
                width = cluster.columns(before) as u8;
                before += usize::from(width);
            }
            cells.push(line::Cell {
                symbol,
                width,
                bytes: cluster.byte..end,
                level: cluster.level,
            });
        }
        cells
    }

    /// First byte of cluster `index`; the end of the text for the cluster after the last.
    pub(super) fn byte(&self, index: usize) -> usize {
        self.clusters
            .all
            .get(index)
            .map_or(self.len, |cluster| cluster.byte)
    }
}
