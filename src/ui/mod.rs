//! From `&App` to the cells of a screen; pure, and the same for the same state.
//!
//! ```text
//!  fihrist  demo-corpus  65 articles  9 sources  2014–2026             ? help     bar
//!  Search ▸                                        ميناء الم▏  12 of 65 · 2 ms     search
//!  Forms: 1 ميناء 9  2 الميناء 7                                     [F2 all forms]     forms
//!  best first   group: none   filter: none                                        status
//! ▸ 2016-11-14  نبض الوادي الأخضر   ×2          افتتاح الرصيف الشمالي في ميناء…   list
//! ── 3/12 ──────────────────────────────────────────────────────────────────────  rule
//!                          …                    نص المقال من اليمين إلى اليسار    reader
//!  loading 12,288 · 40% · 38 MB/s · 0:12 left · Esc stops                         message
//!  Enter read  / search  r related  f filter  s sort  o group  ? help  q quit     hints
//! ```

mod bars;
mod compare;
mod facets;
mod forms;
mod list;
mod overlay;
mod paint;
mod problems;
mod reader;
mod related;
mod same;
mod search;
mod syntax;
mod target;
pub mod test_card;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Panel};
use paint::Painter;
pub use target::target;
use theme::{Role, Theme};

/// Draws the whole screen and tells where the caret stands, if one is shown.
pub fn draw(app: &App, theme: Theme) -> (Buffer, Option<(u16, u16)>) {
    let screen = Rect::new(0, 0, app.cols, app.rows);
    let mut buffer = Buffer::empty(screen);
    let mut painter = Painter {
        buffer: &mut buffer,
        theme,
        layout: app.layout,
    };
    if let Some(overlay) = &app.overlay {
        overlay::draw(&mut painter, app, screen, overlay);
        return (buffer, None);
    }
    if let Some(shown) = &app.problems {
        problems::draw(&mut painter, app, screen, shown);
        return (buffer, None);
    }
    if let Some(comparing) = &app.compare {
        let (width, height) = app.compare_size();
        let area = Rect::new(0, 0, width, height);
        compare::draw(&mut painter, &comparing.view, area);
        bars::bottom(&mut painter, app, &app.panes());
        return (buffer, None);
    }
    let panes = app.panes();
    bars::top(&mut painter, app, panes.bar);
    let caret = search::draw(&mut painter, app, panes.search);
    forms::draw(&mut painter, app, panes.forms);
    bars::status(&mut painter, app, panes.status);
    list::draw(&mut painter, app, &panes);
    painter.rule(panes.divider, "│", Role::Dim);
    let syntax = syntax::is_shown(app, panes.reader);
    if syntax {
        syntax::draw(&mut painter, panes.reader);
    } else if let Some(reader) = &app.reader {
        reader::draw(&mut painter, app, reader, panes.reader);
    }
    match &app.panel {
        Panel::None if syntax => syntax::rule(&mut painter, panes.rule),
        Panel::None => reader::rule(&mut painter, app, panes.rule),
        Panel::Facets(panel) => {
            facets::rule(&mut painter, app, panes.rule);
            facets::draw(&mut painter, app, panel, panes.panel);
        }
        Panel::Related(selected) => {
            related::rule(&mut painter, app, panes.rule);
            related::draw(&mut painter, app, *selected, panes.panel);
        }
        Panel::Same(panel) => {
            same::rule(&mut painter, app, panel, panes.rule);
            same::draw(&mut painter, app, panel, panes.panel);
        }
    }
    bars::bottom(&mut painter, app, &panes);
    (buffer, caret)
}
