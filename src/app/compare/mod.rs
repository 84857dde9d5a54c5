//! Two versions of a story in, the rows of a screen that shows them side by side out.
//!
//! The first version stands where its reader begins: in the right pane where it is Arabic, since
//! that is read first, and above where there is no room for two panes. What both have word for word
//! is one line at first, for whoever monitors media asks for the changes; the context is a key away.
//!
//! Invariant: rows are laid out for `size` and `layout`; scrolling only moves a window over them.

mod frame;
mod rows;
mod screen;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::Rect;

pub use frame::Frame;
use rows::Sheet;
pub use rows::{ScreenRow, TextLine};
pub use screen::{CompareScreen, compare_size};

use crate::app::page::in_line;
use crate::dedup::compare::{Comparison, ComparisonPart};
use crate::library::{ArticleKey, Entry};
use crate::store::Compared;
use crate::text::{Direction, Options, direction_of};

/// Two versions of a story, being compared.
#[derive(Clone, Debug)]
pub struct Compare {
    keys: [ArticleKey; 2],
    entries: [Arc<Entry>; 2],
    pub comparison: Arc<Comparison>,
    pub rows: Vec<ScreenRow>,
    /// First row in view.
    pub top: usize,
    /// Rows of the screen at which changes begin, for n and N.
    changes: Vec<usize>,
    /// The change that n and N go from: an index of `changes`.
    current: Option<usize>,
    /// Rows that are the same are shown in full.
    all: bool,
    /// Columns and rows.
    size: (u16, u16),
    layout: Options,
}

/// First row in view, and the change that n and N go from.
pub(super) type Standing = (usize, Option<usize>);

/// A place in the text of one of the versions, whatever the layout.
struct Place {
    row: usize,
    /// Side and byte; none at a line that stands for several rows.
    byte: Option<(usize, usize)>,
}

impl Compare {
    /// Two articles that were compared, for an area of `size` (columns, rows).
    pub fn new(compared: Compared, size: (u16, u16), layout: Options) -> Compare {
        let mut compare = Compare {
            keys: compared.keys,
            entries: compared.entries,
            comparison: compared.comparison,
            rows: Vec::new(),
            top: 0,
            changes: Vec::new(),
            current: None,
            all: false,
            size,
            layout,
        };
        compare.lay_out();
        compare
    }

    /// Lays out anew for another size (columns, rows), the view kept on the same text.
    pub fn resize(&mut self, size: (u16, u16), layout: Options) {
        if (size, layout) != (self.size, self.layout) {
            (self.size, self.layout) = (size, layout);
            self.lay_out_in_place();
        }
    }

    /// Scrolls by rows; the last page stays full.
    pub fn scroll(&mut self, rows: isize) {
        let before = self.top;
        self.top = self.top.saturating_add_signed(rows).min(self.last_top());
        // Where nothing can scroll one stays at the change.
        self.current = self.current.filter(|_| self.top == before);
    }

    /// Rows of text in view.
    pub fn page_rows(&self) -> usize {
        self.frame(self.area()).text_rows()
    }

    /// Goes to the next (`+1`) or previous (`-1`) change; false where there is none.
    pub fn next_change(&mut self, step: isize) -> bool {
        let below = self.changes.partition_point(|at| *at < self.top);
        let next = match self.current {
            Some(current) => current.checked_add_signed(step),
            None if step > 0 => Some(below),
            None => below.checked_sub(1),
        };
        let Some((index, at)) = next.and_then(|i| Some((i, *self.changes.get(i)?))) else {
            return false;
        };
        // The line before it says what it follows.
        self.top = at.saturating_sub(1).min(self.last_top());
        self.current = Some(index);
        true
    }

    /// Lets the versions change places.
    pub fn swap(&mut self) {
        let mut place = self.place();
        self.keys.swap(0, 1);
        self.entries.swap(0, 1);
        let comparison = Arc::unwrap_or_clone(std::mem::take(&mut self.comparison));
        self.comparison = Arc::new(comparison.swapped());
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
    pub(super) fn standing(&self) -> Standing {
        (self.top, self.current)
    }

    /// Goes back to where it stood.
    pub(super) fn stand(&mut self, standing: Standing) {
        (self.top, self.current) = standing;
    }

    /// The articles that are compared, first version first.
    pub fn articles(&self) -> [ArticleKey; 2] {
        self.keys
    }

    /// The first (0) or the second (1) version.
    pub fn entry(&self, side: usize) -> &Entry {
        &self.entries[side.min(1)]
    }

    /// Which change n and N go from, counted from 1, and how many there are.
    pub fn change(&self) -> (Option<usize>, usize) {
        (self.current.map(|index| index + 1), self.changes.len())
    }

    /// The rows of the current change.
    pub fn current_rows(&self) -> Range<usize> {
        let Some(start) = self.current.and_then(|index| self.changes.get(index)) else {
            return 0..0;
        };
        let of = |at: usize| match self.rows.get(at) {
            Some(ScreenRow::Text { row, .. }) => Some(*row),
            _ => None,
        };
        let next = self.current.and_then(|index| self.changes.get(index + 1));
        let end = next.copied().unwrap_or(self.rows.len());
        let rest = (*start..end).take_while(|at| of(*at) == of(*start));
        *start..start + rest.count()
    }

    /// Where the parts of `area` are.
    pub fn frame(&self, area: Rect) -> Frame {
        let article = &self.entries[0].article;
        let paragraphs = article.paragraphs.iter();
        let texts = paragraphs.filter_map(|p| article.text.get(p.bytes.clone()));
        let direction = std::iter::once(article.title_str())
            .chain(texts)
            .find_map(direction_of);
        Frame::new(area, direction == Some(Direction::Rtl))
    }

    /// The byte ranges of a line, as its layout counts them, that are marked: words that only its
    /// version has, words that the other has elsewhere.
    pub fn marks(&self, row: usize, side: usize, line: &TextLine) -> [Vec<Range<usize>>; 2] {
        let part = self.part(row, side, line);
        let in_line = |ranges: &[Range<usize>]| in_line(ranges, &line.line, line.offset);
        part.map_or_else(Default::default, |part| {
            [in_line(&part.only), in_line(&part.moved)]
        })
    }

    fn part(&self, row: usize, side: usize, line: &TextLine) -> Option<&ComparisonPart> {
        self.comparison
            .rows
            .get(row)?
            .sides
            .get(side)?
            .get(line.part)
    }

    fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    fn last_top(&self) -> usize {
        self.rows.len().saturating_sub(self.page_rows())
    }

    fn lay_out(&mut self) {
        let frame = self.frame(self.area());
        let sheet = Sheet {
            entries: [&self.entries[0], &self.entries[1]],
            comparison: &self.comparison,
            cols: frame.text_cols(),
            wide: frame.is_wide(),
            all: self.all,
            layout: self.layout,
        };
        self.rows = sheet.rows();
        self.changes = self.find_changes(frame.text_rows());
        self.current = None;
    }

    fn lay_out_in_place(&mut self) {
        let place = self.place();
        let current = self.current_rows().start;
        let row = self.row_of(current).filter(|_| self.current.is_some());
        self.lay_out();
        self.go_to(place.as_ref());
        self.current = self
            .changes
            .iter()
            .position(|at| row.is_some() && self.row_of(*at) == row);
    }

    /// Every row that differs, and where one is longer than the screen also what is marked further down.
    fn find_changes(&self, height: usize) -> Vec<usize> {
        let mut changes: Vec<usize> = Vec::new();
        for (at, screen_row) in self.rows.iter().enumerate() {
            let ScreenRow::Text {
                row,
                sides,
                same: false,
            } = screen_row
            else {
                continue;
            };
            let last = changes.last().copied();
            let goes_on = last.is_some_and(|last| self.row_of(last) == Some(*row));
            let far = last.is_some_and(|last| at >= last + height.max(2) - 1);
            let marked = |side: usize| {
                let line = sides[side].as_ref();
                line.is_some_and(|line| self.marks(*row, side, line).iter().any(|m| !m.is_empty()))
            };
            if !goes_on || far && (marked(0) || marked(1)) {
                changes.push(at);
            }
        }
        changes
    }

    fn row_of(&self, at: usize) -> Option<usize> {
        match self.rows.get(at)? {
            ScreenRow::Text { row, .. } => Some(*row),
            ScreenRow::Same { rows, .. } => Some(rows.start),
            ScreenRow::Blank => None,
        }
    }

    /// The first text at or below the top of the view; `None` at the head.
    fn place(&self) -> Option<Place> {
        let below = self.rows.iter().skip(self.top);
        below
            .take_while(|_| self.top > 0)
            .find_map(|screen_row| match screen_row {
                ScreenRow::Blank => None,
                ScreenRow::Same { rows, .. } => Some(Place {
                    row: rows.start,
                    byte: None,
                }),
                ScreenRow::Text { row, sides, .. } => {
                    let shown = (0..).zip(sides);
                    let mut bytes = shown.filter_map(|(side, line)| {
                        let line = line.as_ref()?;
                        Some((side, line.offset + line.line.bytes.start))
                    });
                    Some(Place {
                        row: *row,
                        byte: bytes.next(),
                    })
                }
            })
    }

    /// Brings a place to the top of the view.
    fn go_to(&mut self, place: Option<&Place>) {
        let at = place.and_then(|place| {
            let exact = self.rows.iter().position(|row| place.is_at(row));
            let near = |row: &ScreenRow| match row {
                ScreenRow::Text { row, .. } => *row >= place.row,
                ScreenRow::Same { rows, .. } => rows.end > place.row,
                ScreenRow::Blank => false,
            };
            exact.or_else(|| self.rows.iter().position(near))
        });
        self.top = at.unwrap_or(0).min(self.last_top());
    }
}

impl Place {
    fn is_at(&self, screen_row: &ScreenRow) -> bool {
        let (ScreenRow::Text { row, sides, .. }, Some((side, byte))) = (screen_row, self.byte)
        else {
            return false;
        };
        let line = sides.get(side).and_then(Option::as_ref);
        *row == self.row
            && line.is_some_and(|line| {
                let end = line.offset + line.line.bytes.end;
                (line.offset + line.line.bytes.start..end).contains(&byte)
            })
    }
}
