//! Two versions of a story in, the rows of a screen that shows them side by side out.
//!
//! The first version stands where its reader begins: in the right pane where it is Arabic, since
//! that is read first, and above where there is no room for two panes. What both have word for word
//! is one line at first, for whoever monitors media asks for the changes; the context is a key away.
//!
//! Invariant: `view` holds the rows on the screen; nothing else is laid out but what was looked at last.

mod changes;
mod frame;
mod rows;
mod screen;
mod stage;

#[cfg(test)]
mod tests;
mod view;

use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::Rect;

use changes::Changes;
pub use frame::Frame;
pub use rows::{ComparePosition, ScreenRow, TextLine};
use rows::{ComparisonBand, ComparisonBlock, ComparisonLayout};
pub use screen::{CompareScreen, compare_size};
use stage::TextStage;

use crate::app::page::{Recent, in_line};
use crate::app::text_direction;
use crate::app::walk::Blocks;
use crate::library::{ArticleKey, Entry};
use crate::store::Compared;
use crate::text::{Direction, Options};

/// Two versions of a story, being compared.
#[derive(Clone, Debug)]
pub struct Compare {
    /// In the order of the comparison.
    keys: [ArticleKey; 2],
    sheet: ComparisonLayout,
    /// Hidden rows of the comparison, in order: one line stands for each range.
    hidden: Vec<Range<u32>>,
    /// Rows that are the same are shown in full.
    all: bool,
    changes: Changes,
    /// The change that n and N go from.
    current: Option<ComparePosition>,
    /// The row behind those of that change.
    current_end: ComparePosition,
    stages: Recent<ComparisonBlock, TextStage>,
    /// First row in view.
    top: ComparePosition,
    view: Vec<(ComparePosition, ScreenRow)>,
    /// Columns and rows.
    size: (u16, u16),
    /// The direction in which the screen is laid out.
    direction: Direction,
    /// The first version begins at the other side.
    first_at_end: bool,
}

/// The scroll position of a comparison, and its current change.
#[derive(Clone, Copy, Debug, Default)]
pub struct CompareScroll {
    pub top: ComparePosition,
    pub current: Option<ComparePosition>,
}

/// Whether and how a row is marked as one of the current change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    None,
    /// As the first of the current change.
    First,
    /// As another row of it.
    Further,
}

/// A place in the text of one of the versions, whatever the layout.
struct TextAnchor {
    row: usize,
    /// Side and byte; none at a line that stands for several rows.
    byte: Option<(usize, usize)>,
}

impl Compare {
    /// Shows two articles and how they compare on an area of `size` (columns, rows).
    pub fn new(compared: Compared, size: (u16, u16), layout: Options) -> Compare {
        let mut compare = Compare {
            keys: compared.keys,
            sheet: ComparisonLayout {
                entries: compared.entries,
                comparison: compared.comparison,
                swapped: false,
                cols: 0,
                wide: false,
                layout,
            },
            hidden: Vec::new(),
            all: false,
            changes: Changes::default(),
            current: None,
            current_end: ComparePosition::default(),
            stages: Recent::default(),
            top: ComparePosition::default(),
            view: Vec::new(),
            size,
            direction: Direction::default(),
            first_at_end: false,
        };
        compare.find_rows();
        compare.lay_out();
        compare.go_to(None);
        compare
    }

    /// Lays out anew for another size (columns, rows), the view kept on the same text.
    pub fn resize(&mut self, size: (u16, u16), layout: Options) {
        if (size, layout) != (self.size, self.sheet.layout) {
            (self.size, self.sheet.layout) = (size, layout);
            self.lay_out_in_place();
        }
    }

    /// Lays out anew for a screen of another direction.
    pub fn turn(&mut self, direction: Direction) {
        if direction != self.direction {
            self.direction = direction;
            self.lay_out_in_place();
        }
    }

    /// Scrolls by rows; the last page stays full.
    pub fn scroll(&mut self, rows: isize) {
        /// Rows from which on the first or the last row is gone to.
        const FAR: isize = isize::MAX / 4;
        /// Most rows scrolled at once: laying out more would keep the keys waiting.
        const MAX_ROWS: usize = 2000;
        let count = rows.unsigned_abs().min(MAX_ROWS);
        let before = self.top;
        let top = match rows {
            _ if rows <= -FAR => self.first_row(),
            _ if rows >= FAR => self.last_row(),
            _ if rows < 0 => self.rows_above(before, count),
            _ => self.rows_below(before, count),
        };
        self.set_top(top);
        // Where nothing can scroll one stays at the change.
        self.current = self.current.filter(|_| self.top == before);
    }

    /// Rows of text in view.
    pub fn page_rows(&self) -> usize {
        self.frame(self.area()).text_rows()
    }

    /// The rows in view, each with its place.
    pub fn rows_in_view(&self) -> impl Iterator<Item = (ComparePosition, &ScreenRow)> {
        self.view.iter().map(|(at, row)| (*at, row))
    }

    /// All rows of the screen one after another, laid out as they are asked for: for tests.
    pub fn rows(&self) -> impl Iterator<Item = (ComparePosition, ScreenRow)> + use<> {
        let mut compare = self.clone();
        let mut next = Some(compare.first_row());
        std::iter::from_fn(move || {
            let at = next?;
            next = compare.row_after(at);
            Some((at, compare.row_at(at)))
        })
    }

    /// Goes to the next (`+1`) or previous (`-1`) change; false where there is none.
    pub fn next_change(&mut self, step: isize) -> bool {
        let next = match self.current {
            Some(current) if step > 0 => self.change_from(current, false),
            None if step > 0 => self.change_from(self.top, true),
            current => self.change_before(current.unwrap_or(self.top)),
        };
        let Some(at) = next else {
            return false;
        };
        // The line before it says what it follows.
        let top = self.rows_above(at, 1);
        self.set_top(top);
        self.set_current(Some(at));
        true
    }

    /// Lets the versions change places.
    pub fn swap(&mut self) {
        let mut place = self.anchor();
        self.sheet.swapped = !self.sheet.swapped;
        if let Some((side, _)) = place.as_mut().and_then(|place| place.byte.as_mut()) {
            *side = 1 - *side;
        }
        self.lay_out();
        self.go_to(place.as_ref());
    }

    /// Shows or hides paragraphs that are the same in both.
    pub fn toggle_same(&mut self) {
        self.all = !self.all;
        self.lay_out_in_place();
    }

    /// Whether paragraphs that are the same in both are shown.
    pub fn shows_same(&self) -> bool {
        self.all
    }

    /// Where the view stands, and at which change.
    pub fn scroll_state(&self) -> CompareScroll {
        CompareScroll {
            top: self.top,
            current: self.current,
        }
    }

    /// Goes back to where it stood.
    pub fn restore_scroll(&mut self, at: CompareScroll) {
        self.set_top(at.top);
        self.set_current(at.current);
    }

    /// The articles that are compared, the one shown first first.
    pub fn articles(&self) -> [ArticleKey; 2] {
        let [first, second] = self.keys;
        if self.sheet.swapped {
            [second, first]
        } else {
            [first, second]
        }
    }

    /// Whether the version that came second is shown first.
    pub fn is_swapped(&self) -> bool {
        self.sheet.swapped
    }

    /// The first (0) or the second (1) version.
    pub fn entry(&self, side: usize) -> &Arc<Entry> {
        self.sheet.entry(side)
    }

    /// How much both have in common, in percent, see [`percent`](crate::dedup::compare::Comparison::percent).
    pub fn percent(&self) -> usize {
        self.sheet.comparison.percent()
    }

    /// Words that only one version has.
    pub fn only(&self, side: usize) -> usize {
        self.sheet.comparison.only[side ^ usize::from(self.sheet.swapped)]
    }

    /// Words of one version that were compared.
    pub fn words(&self, side: usize) -> usize {
        self.sheet.comparison.words[side ^ usize::from(self.sheet.swapped)]
    }

    /// Words that stand in another place in the other version.
    pub fn moved(&self) -> usize {
        let [first, second] = self.sheet.comparison.moved;
        first.max(second)
    }

    /// Whether a row is one of the current change.
    pub fn pointer(&self, at: ComparePosition) -> Pointer {
        match self.current {
            Some(current) if current == at => Pointer::First,
            Some(current) if (current..self.current_end).contains(&at) => Pointer::Further,
            _ => Pointer::None,
        }
    }

    /// Sets the change that n and N go from.
    fn set_current(&mut self, current: Option<ComparePosition>) {
        self.current = current;
        let Some(current) = current else {
            return;
        };
        let block = ComparisonBlock {
            row: current.block.row + 1,
            band: ComparisonBand::Blank,
        };
        let end = ComparePosition { block, row: 0 };
        let next = self.change_from(current, false);
        self.current_end = next.map_or(end, |next| next.min(end));
    }

    /// Where the parts of `area` are.
    pub fn frame(&self, area: Rect) -> Frame {
        Frame::new(area, self.first_at_end)
    }

    /// The byte ranges of a line, as its layout counts them, that are marked: words that only its
    /// version has, words that the other has elsewhere.
    pub fn marks(&self, row: usize, side: usize, line: &TextLine) -> [Vec<Range<usize>>; 2] {
        let part = self.sheet.parts(row, side).get(line.part);
        let in_line = |ranges: &[Range<usize>]| in_line(ranges, &line.line, line.offset);
        part.map_or_else(Default::default, |part| {
            [in_line(&part.only), in_line(&part.moved)]
        })
    }

    fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    fn lay_out(&mut self) {
        let own = text_direction::article(self.entry(0)).unwrap_or(self.direction);
        self.first_at_end = own != self.direction;
        let frame = self.frame(self.area());
        (self.sheet.cols, self.sheet.wide) = (frame.text_cols(), frame.is_wide());
        self.hidden = self.find_hidden();
        self.stages.clear();
        self.current = None;
    }

    fn lay_out_in_place(&mut self) {
        let place = self.anchor();
        let current = self.current.map(|at| at.block.row);
        self.lay_out();
        self.go_to(place.as_ref());
        let current = current.and_then(|row| self.first_change_of(row));
        self.set_current(current);
    }
}
