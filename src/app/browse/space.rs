//! From what is shown and the size of the screen to where it stands, and what a page is laid out for.

use super::super::page::Measure;
use super::super::panes::{PaneOptions, Panes, QueryView};
use super::super::shared::Shared;
use super::{Browse, Focus, Panel};

impl Browse {
    /// Where everything stands on a screen of that size (columns, rows).
    pub fn panes(&self, size: (u16, u16)) -> Panes {
        let view = PaneOptions {
            reading: self.focus == Focus::Reader,
            preview: match self.focus {
                Focus::List => self.preview,
                Focus::Reader => self.list_beside,
            },
            panel: !matches!(self.panel, Panel::None),
            query: match (&self.search, self.request.text.trim()) {
                (Some(_), _) => QueryView::Typed,
                (None, "") => QueryView::None,
                (None, _) => QueryView::Kept,
            },
        };
        Panes::new(size.0, size.1, view)
    }
}

/// What a page is laid out for in the reader of a screen.
pub(super) fn measure(panes: &Panes, shared: &Shared) -> Measure {
    Measure {
        cols: panes.reader_cols(shared.measure),
        head_apart: panes.head.area() > 0,
        layout: shared.layout,
        words: shared.words,
        ..Measure::default()
    }
}
