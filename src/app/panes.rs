//! From the size of the screen and what is shown to the rectangles of the panes; pure arithmetic,
//! shared by drawing and paging.
//!
//! ```text
//! bar      name, corpus, counts                    one row (none below 16 rows)
//! search   the search box and what it found        one row
//! forms    the forms of a word searched           one row (below 16 rows only while typing)
//! status   sort, group, filter                     one row (none below 16 rows)
//! main     list, or list over preview (20 rows and more), or list beside reader (100 columns
//!          and more), or reader over a panel; either may have the whole width
//! head     title and place of what is read            one row (below 16 rows only; it stays)
//! message  what happened, or how far loading is    one row (shares with the hints below 16 rows)
//! hints    keys                                    one row
//! ```

use ratatui::layout::Rect;

/// What the panes depend on besides the size of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneOptions {
    /// The reader has the keys.
    pub reading: bool,
    /// The other pane is wanted: the preview of the list, or the list beside the reader.
    pub preview: bool,
    /// A panel is open below the reader or the list.
    pub panel: bool,
    pub query: QueryView,
}

/// Whether there is a query, and whether it is being typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueryView {
    #[default]
    None,
    /// One that was accepted.
    Kept,
    /// The search box is open.
    Typed,
}

/// Where everything is. A pane that is not shown has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    pub bar: Rect,
    pub search: Rect,
    pub forms: Rect,
    pub status: Rect,
    pub list: Rect,
    /// The line between list and preview, or above a panel.
    pub rule: Rect,
    /// The column between list and reader.
    pub divider: Rect,
    /// The row above the reader that stays, where there is no bar.
    pub head: Rect,
    /// Reader or preview.
    pub reader: Rect,
    pub panel: Rect,
    pub message: Rect,
    pub hints: Rect,
    /// An article takes two rows of the list.
    pub two_rows: bool,
}

/// Rows from which on there are a bar and a status row, and messages have a row beside that of the keys: with
/// fewer the list needs them.
pub(super) const MIN_BAR_ROWS: u16 = 16;
/// Rows from which on the forms have a row while a query is typed: with fewer the list needs it.
const MIN_FORMS_ROWS: u16 = 8;
/// Columns of the list from which on an article takes one row of it: with fewer most headlines do not fit beside the
/// fields.
const MIN_ONE_ROW_COLS: u16 = 72;
/// Columns from which on the list stands beside the reader.
pub(super) const MIN_TWO_PANE_COLS: u16 = 100;
/// Rows from which on there is a preview below the list.
const MIN_PREVIEW_ROWS: u16 = 20;
/// Rows around the list where there is a preview: bar, search, status, messages and keys.
const ROWS_AROUND_LIST: u16 = 5;
/// Columns of a reader from which on its text has a measure: with fewer it has all of them.
const MIN_MEASURED_COLS: u16 = 81;
/// Columns of a line of text that read well, where no other measure is asked for.
const USUAL_MEASURE: u16 = 72;
/// Fewest columns that can be asked for.
pub const MIN_MEASURE: u16 = 20;
/// Rows of a panel whose articles take two rows each: two of them, and what stands around them.
const TWO_ROW_PANEL: u16 = 6;
/// Rows of text that are left above a panel.
const MIN_ROWS_ABOVE: u16 = 4;
/// Most rows of a panel, its rule included: what lies above stays readable.
const MAX_PANEL_ROWS: u16 = 10;

impl Panes {
    pub fn new(cols: u16, rows: u16, view: PaneOptions) -> Panes {
        let low = rows < MIN_BAR_ROWS;
        let wide = view.preview && has_two_panes(cols, rows);
        let mut panes = Panes::default();
        let mut rest = Rect::new(0, 0, cols, rows);
        if !low {
            panes.bar = take_top(&mut rest, 1);
        }
        if !view.reading || wide {
            panes.search = take_top(&mut rest, 1);
            let forms = match view.query {
                QueryView::None => false,
                QueryView::Kept => !low,
                QueryView::Typed => rows >= MIN_FORMS_ROWS,
            };
            if forms {
                panes.forms = take_top(&mut rest, 1);
            }
            if !low {
                panes.status = take_top(&mut rest, 1);
            }
        }
        if rest.height > 3 {
            panes.hints = take_bottom(&mut rest, 1);
            panes.message = if low {
                panes.hints
            } else {
                take_bottom(&mut rest, 1)
            };
        }
        if low && view.reading && rest.height > 3 {
            panes.head = take_top(&mut rest, 1);
        }
        panes.split_main(rest, view, wide);
        panes.two_rows = panes.list.width < MIN_ONE_ROW_COLS;
        panes
    }

    fn split_main(&mut self, mut rest: Rect, view: PaneOptions, wide: bool) {
        if wide {
            // A little less than half: text is read in the reader.
            let list = rest.width * 9 / 20;
            self.list = Rect {
                width: list,
                ..rest
            };
            self.divider = Rect {
                x: list,
                width: 1,
                ..rest
            };
            rest.x += list + 1;
            rest.width -= list + 1;
            self.split_panel(&mut rest, view);
            self.reader = rest;
        } else if view.reading {
            self.split_panel(&mut rest, view);
            self.reader = rest;
        } else if view.panel {
            self.split_panel(&mut rest, view);
            self.list = rest;
        } else if view.preview && rest.height + ROWS_AROUND_LIST >= MIN_PREVIEW_ROWS {
            // A row that comes above is the list's loss: the preview keeps its size.
            let half = rest.height.saturating_sub(1) / 2;
            self.list = take_top(&mut rest, half);
            self.rule = take_top(&mut rest, 1);
            self.reader = rest;
        } else {
            self.list = rest;
        }
    }

    fn split_panel(&mut self, rest: &mut Rect, view: PaneOptions) {
        if view.panel && rest.height > 3 {
            let least = match self.head.area() {
                0 => 0,
                _ => TWO_ROW_PANEL.min(rest.height.saturating_sub(MIN_ROWS_ABOVE)),
            };
            let height = (rest.height / 2).min(MAX_PANEL_ROWS).max(least);
            self.panel = take_bottom(rest, height);
            self.rule = take_top(&mut self.panel, 1);
        }
    }

    /// How many list rows (articles or headers) fit.
    pub fn list_rows(&self) -> usize {
        usize::from(self.list.height / self.list_step())
    }

    /// Rows of the screen that a row of the list takes.
    pub fn list_step(&self) -> u16 {
        if self.two_rows { 2 } else { 1 }
    }

    /// How many rows of text the reader shows.
    pub fn reader_rows(&self) -> usize {
        usize::from(self.reader.height)
    }

    /// How many columns a line of text may take; `measure` is how many are asked for.
    pub fn reader_cols(&self, measure: Option<u16>) -> u16 {
        self.text(measure).width.max(4)
    }

    /// Where text stands in the reader: in its middle, at least a column free on either side.
    pub fn text(&self, measure: Option<u16>) -> Rect {
        let room = self.reader.width.saturating_sub(2);
        let usual = (self.reader.width >= MIN_MEASURED_COLS).then_some(USUAL_MEASURE);
        let width = measure.or(usual).unwrap_or(room).min(room);
        Rect {
            x: self.reader.x + self.reader.width.min(1) + (room - width) / 2,
            width,
            ..self.reader
        }
    }
}

/// Whether a screen has room for list and reader side by side.
pub fn has_two_panes(cols: u16, rows: u16) -> bool {
    cols >= MIN_TWO_PANE_COLS && rows >= MIN_BAR_ROWS
}

fn take_top(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    taken
}

fn take_bottom(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    rest.height -= height;
    Rect {
        y: rest.y + rest.height,
        height,
        ..*rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reading, preview, panel.
    const fn view([reading, preview, panel]: [bool; 3], query: QueryView) -> PaneOptions {
        PaneOptions {
            reading,
            preview,
            panel,
            query,
        }
    }

    const VIEWS: [PaneOptions; 8] = [
        view([false, true, false], QueryView::None),
        view([false, false, false], QueryView::None),
        view([false, true, true], QueryView::None),
        view([true, true, false], QueryView::None),
        view([true, true, true], QueryView::Kept),
        view([true, false, true], QueryView::None),
        view([false, true, false], QueryView::Typed),
        view([false, true, false], QueryView::Kept),
    ];

    #[test]
    fn panes_stay_on_the_screen_and_apart_at_every_size() {
        for cols in [1, 2, 20, 40, 80, 100, 120, 300] {
            for rows in 1..60 {
                for view in VIEWS {
                    let p = Panes::new(cols, rows, view);
                    let screen = Rect::new(0, 0, cols, rows);
                    let mut all = vec![
                        p.bar, p.head, p.search, p.forms, p.status, p.list, p.rule, p.divider,
                        p.reader, p.panel, p.hints,
                    ];
                    if p.message != p.hints {
                        all.push(p.message);
                    }
                    all.retain(|r| r.area() > 0);
                    for (i, a) in all.iter().enumerate() {
                        assert_eq!(a.intersection(screen), *a, "{cols}x{rows} {view:?}");
                        for b in &all[..i] {
                            assert_eq!(
                                a.intersection(*b).area(),
                                0,
                                "{cols}x{rows} {view:?} {a} {b}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_usual_screen_has_list_and_preview_a_wide_one_two_panes_a_small_one_two_rows() {
        let usual = Panes::new(80, 24, VIEWS[0]);
        assert!(usual.list.height >= 8 && usual.reader.height >= 8 && usual.divider.area() == 0);
        let wide = Panes::new(120, 40, VIEWS[0]);
        assert!(wide.divider.area() > 0 && wide.reader.width >= 55);
        let small = Panes::new(40, 12, VIEWS[0]);
        assert!(small.two_rows && small.list_rows() >= 4 && small.reader.area() == 0);
    }
}
