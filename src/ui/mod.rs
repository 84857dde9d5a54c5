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
mod card_rows;
mod compare;
mod dates;
mod elsewhere;
mod facets;
mod find;
mod forms;
mod list;
mod long_message;
mod overlay;
pub(crate) mod overview;
mod paint;
mod palette;
mod problems;
mod reader;
mod related;
mod search;
mod sides;
mod status;
mod syntax;
mod target;
pub mod test_card;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::action::Mode;
use crate::app::compare::{CompareScreen, compare_size};
use crate::app::labels::NOT_HERE;
use crate::app::panes::{PaneOptions, Panes};
use crate::app::{App, Browse, FailedAsk, Panel, Screen, Shared};
use crate::words::Words;
pub use paint::Pace;
use paint::{Align, Painter};
use sides::Sides;
pub use target::target;
use theme::{Role, Theme};

/// The browsing screen with the shared state and its panes.
struct Scene<'a> {
    shared: &'a Shared,
    browse: &'a Browse,
    panes: Panes,
}

impl<'a> Scene<'a> {
    fn new(shared: &'a Shared, browse: &'a Browse) -> Scene<'a> {
        Scene {
            shared,
            browse,
            panes: browse.panes(shared.size()),
        }
    }
}

impl Scene<'_> {
    /// Where text stands in the reader.
    fn text_area(&self) -> Rect {
        self.panes.text(self.shared.measure)
    }
}

/// A screen as it is drawn.
#[derive(Clone, Debug)]
pub struct DrawnScreen {
    pub buffer: Buffer,
    /// Column and row of the caret, if one is shown.
    pub caret: Option<(u16, u16)>,
    /// Where what is selected starts: lines of braille and speech follow it.
    pub selected: Option<(u16, u16)>,
    /// Where the article of a list stands, of which a reader looks at the rows.
    pub preview: Option<Rect>,
}

/// Draws the screen on top; returns column and row of the caret, if one is shown.
pub fn draw(app: &App, theme: Theme) -> (Buffer, Option<(u16, u16)>) {
    let drawn = draw_at(app, theme, Pace::Resting);
    (drawn.buffer, drawn.caret)
}

/// Draws the screen on top, as one of many or as one that is looked at.
pub fn draw_at(app: &App, theme: Theme, pace: Pace) -> DrawnScreen {
    let shared = &app.shared;
    let screen = Rect::new(0, 0, shared.cols, shared.rows);
    let mut buffer = Buffer::empty(screen);
    let mut painter = Painter {
        buffer: &mut buffer,
        theme,
        layout: shared.layout,
        words: shared.words,
        sides: Sides::new(shared.cols, shared.direction()),
        pace,
        selected: None,
    };
    let caret = match app.top() {
        Screen::Browse(shown) => browse(&mut painter, &Scene::new(shared, shown)),
        Screen::Compare(shown) => {
            compared(&mut painter, shared, shown);
            None
        }
        Screen::Overview(shown) => {
            overview::draw(&mut painter, shared, shown);
            None
        }
        Screen::Problems(shown) => {
            problems::draw(&mut painter, shared, screen, shown);
            None
        }
        Screen::Overlay(shown) => {
            overlay::draw(&mut painter, shared, screen, shown);
            None
        }
        Screen::Palette(shown) => palette::draw(&mut painter, shared, screen, shown),
    };
    let (selected, sides) = (painter.selected, painter.sides);
    let preview = preview(app).map(|area| sides.on_screen(area));
    DrawnScreen {
        buffer,
        caret,
        selected,
        preview,
    }
}

/// Where the article of the list stands while the list has the keys.
fn preview(app: &App) -> Option<Rect> {
    let Screen::Browse(browse) = app.top() else {
        return None;
    };
    let listed = app.mode() == Mode::List;
    listed.then(|| browse.panes(app.shared.size()).reader)
}

fn compared(painter: &mut Painter<'_>, shared: &Shared, shown: &CompareScreen) {
    let (width, height) = compare_size(shared);
    let area = Rect::new(0, 0, width, height);
    if let Some(view) = shown.view() {
        compare::draw(painter, view, area);
    } else {
        let waiting = awaited(shown.pending.failed(), painter.words);
        painter.text(area, &waiting, Role::Dim, Align::Start);
    }
    let panes = Panes::new(shared.cols, shared.rows, PaneOptions::default());
    let failed = shown.pending.failed();
    bars::below(painter, shared, &panes, Mode::Compare, failed);
}

fn browse(painter: &mut Painter<'_>, scene: &Scene<'_>) -> Option<(u16, u16)> {
    let panes = &scene.panes;
    bars::top(painter, scene, panes.bar);
    let mut caret = search::draw(painter, scene, panes.search);
    forms::draw(painter, scene, panes.forms);
    status::draw(painter, scene, panes.status);
    list::draw(painter, scene, panes);
    reader::head(painter, scene, panes.head);
    painter.rule(panes.divider, "│", Role::Dim);
    let syntax = syntax::is_shown(scene, panes.reader);
    if syntax {
        syntax::draw(painter, panes.reader);
    } else {
        pane(painter, scene);
    }
    match &scene.browse.panel {
        Panel::None if syntax => syntax::rule(painter, panes.rule),
        Panel::None => reader::rule(painter, scene, panes.rule),
        Panel::Facets(panel) => {
            caret = caret.or(facets::rule(painter, scene, panel, panes.rule));
            facets::draw(painter, scene, panel, panes.panel);
        }
        Panel::Related(panel) => {
            related::rule(painter, panel, panes.rule);
            related::draw(painter, panel, panes.panel);
        }
        Panel::Elsewhere(panel) => {
            elsewhere::rule(painter, panel, panes.rule);
            elsewhere::draw(painter, scene, panel, panes.panel);
        }
    }
    bars::bottom(painter, scene);
    caret.or(find::draw(painter, scene))
}

/// The article in the reading pane, or the text shown until it has come.
fn pane(painter: &mut Painter<'_>, scene: &Scene<'_>) {
    let (pane, area) = (&scene.browse.pane, scene.panes.reader);
    if let Some(shown) = pane.reader() {
        reader::draw(painter, scene, shown, area);
    } else if pane.key.is_some() || !scene.browse.list.is_empty() {
        // The article has not come, or not even the row that names it.
        let waiting = awaited(pane.pending.failed(), painter.words);
        painter.text(paint::cut_start(area, 1), &waiting, Role::Dim, Align::Start);
    }
}

/// The text shown until something has come: `…`, or why it failed.
fn awaited(failed: Option<FailedAsk>, words: Words) -> String {
    failed.map_or_else(|| NOT_HERE.to_owned(), |failed| words.say(&failed))
}
