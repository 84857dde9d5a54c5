//! From what happens ([`Msg`]) to a new state and to what is asked of the outside ([`Effect`]).
//!
//! The state machine knows no terminal, no clock and no disk: the shell feeds it messages and
//! carries out its effects, and the screens are drawn from `&App`. Answers of the search worker
//! carry the generation of their request; stale ones are dropped here.

pub mod action;
mod commands;
pub mod compare;
mod comparing;
mod facet_panel;
pub mod facts;
pub mod forms;
mod info;
mod jumps;
pub mod key;
pub mod line_edit;
pub mod list;
mod loading;
mod message;
pub mod notes;
pub mod overlay;
pub mod page;
pub mod panes;
mod pieces;
pub mod pointing;
mod problems;
pub mod reader;
mod related_panel;
pub mod same;
mod same_panel;
pub mod search_box;
mod stories;
pub mod strings;
mod walk;

use std::sync::Arc;

use action::Mode;
pub use comparing::Comparing;
pub use facet_panel::{Column, FacetPanel};
use forms::KnownForms;
use jumps::Jumps;
use list::{Group, List, Rows};
pub use loading::{Loading, Stage};
pub use message::{Answer, Display, Effect, Msg};
use overlay::Overlay;
use page::{Extent, Measure};
use panes::{Panes, QueryView, View};
pub use pieces::{FoldGroup, Part, parts, repeats};
pub use problems::{Alike, Piece, Problems, Said};
use reader::Reader;
use same::Same;
pub use same_panel::{Difference, SamePanel, SameRow, Why};
use search_box::SearchBox;

use crate::dedup::Copies;
use crate::library::{ArticleNo, Found, Library, Request, Sort};
use crate::query::Query;
use crate::text::Options;

/// Who has the keys, when no panel, box or overlay has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    #[default]
    List,
    Reader,
}

/// What stands below the list or the reader.
#[derive(Clone, Debug, Default)]
pub enum Panel {
    #[default]
    None,
    Facets(FacetPanel),
    /// The selected row of the related articles.
    Related(usize),
    /// Where the same stands elsewhere.
    Same(SamePanel),
}

/// The whole state of the program.
#[derive(Default)]
pub struct App {
    pub library: Arc<Library>,
    pub loading: Loading,
    /// What the corpus is called in the bar.
    pub corpus: String,
    /// What the list shows, or will once the worker has answered.
    pub request: Request,
    pub found: Found,
    known_forms: KnownForms,
    /// Microseconds the last answer took.
    pub micros: u64,
    /// What stands in more than one article; `None` until it is known.
    pub copies: Option<Arc<Copies>>,
    /// Where the same stands elsewhere as the article being read.
    pub same: Same,
    /// The list has one row a story, not one an article.
    pub stories: bool,
    /// To be selected when the list is filled next.
    select: Option<ArticleNo>,
    /// The order a person chose; without one, best first when searching, else newest first.
    pub chosen_sort: Option<Sort>,
    pub group: Group,
    pub list: List,
    /// The article in the reading pane: being read, or the preview of the selected one.
    pub reader: Option<Reader>,
    pub focus: Focus,
    pub panel: Panel,
    pub overlay: Option<Overlay>,
    /// What could not be read or was guessed, on the whole screen.
    pub problems: Option<Problems>,
    /// Two versions of a story, on the whole screen.
    pub compare: Option<Comparing>,
    pub search: Option<SearchBox>,
    /// Accepted searches, oldest first.
    pub history: Vec<String>,
    pub message: Option<String>,
    pub preview: bool,
    pub cols: u16,
    pub rows: u16,
    /// How letters are shown: joined or not, with their marks or not.
    pub layout: Options,
    jumps: Jumps,
    generation: u64,
    count: Option<u16>,
    leaving: bool,
    /// Where the view stood before a lam was pressed, see [`App::key`].
    before_lam: Option<commands::Standing>,
}

impl App {
    /// An empty library on a screen of that size; `corpus` is what the bar calls it.
    pub fn new(corpus: &str, cols: u16, rows: u16) -> App {
        App {
            corpus: corpus.to_owned(),
            preview: true,
            cols,
            rows,
            ..App::default()
        }
    }

    /// Who gets the next key.
    pub fn mode(&self) -> Mode {
        match (&self.overlay, &self.search, &self.panel, self.focus) {
            (Some(_), ..) => Mode::Overlay,
            _ if self.problems.is_some() => Mode::Problems,
            _ if self.compare.is_some() => Mode::Compare,
            (_, Some(_), ..) => Mode::Search,
            (.., Panel::Facets(_), _) => Mode::Facets,
            (.., Panel::Related(_), Focus::Reader) => Mode::Related,
            (.., Panel::Same(_), Focus::Reader) => Mode::Same,
            (.., Focus::Reader) => Mode::Reader,
            (.., Focus::List) => Mode::List,
        }
    }

    /// Where everything stands on the screen.
    pub fn panes(&self) -> Panes {
        let view = View {
            reading: self.focus == Focus::Reader,
            preview: self.preview,
            panel: !matches!(self.panel, Panel::None),
            query: match (&self.search, self.request.text.trim()) {
                (Some(_), _) => QueryView::Typed,
                (None, "") => QueryView::None,
                (None, _) => QueryView::Kept,
            },
        };
        Panes::new(self.cols, self.rows, view)
    }

    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            Msg::Resize(cols, rows) => {
                (self.cols, self.rows) = (cols, rows);
                vec![Effect::Repaint]
            }
            Msg::Progress(progress) => {
                self.loading.report(progress);
                Vec::new()
            }
            Msg::Library { library, complete } => self.take_library(library, complete),
            Msg::LoadFailed(reason) => {
                self.loading.failed = Some(reason);
                self.give_up_loading()
            }
            Msg::SearchFailed(reason) => {
                self.message = Some(reason);
                Vec::new()
            }
            Msg::Found { generation, answer } => self.take_found(generation, *answer),
            Msg::Related { no, list } => {
                if let Some(reader) = self.reader.as_mut().filter(|r| r.no == no) {
                    reader.related = Some(list);
                    reader.related_is_old = false;
                }
                Vec::new()
            }
            Msg::Copies { library, copies } => {
                if Arc::ptr_eq(&library, &self.library) {
                    self.take_copies(copies);
                }
                Vec::new()
            }
            Msg::CopiesFailed { library } => {
                if Arc::ptr_eq(&library, &self.library) {
                    self.do_without_copies();
                }
                Vec::new()
            }
            Msg::Resumed => vec![Effect::Repaint],
            Msg::Layout(layout) => {
                self.layout = layout;
                Vec::new()
            }
            Msg::Point(target) => self.point(&target),
            Msg::Wheel(target, notches) => {
                self.wheel(&target, notches);
                Vec::new()
            }
            Msg::Notice(notice) => {
                self.message = Some(notice);
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    /// Asks for what the list should show; answers to earlier requests will be dropped.
    fn ask(&mut self) -> Effect {
        self.generation += 1;
        let searching = !Query::parse(&self.request.text, self.request.typing).is_empty();
        let usual = if searching {
            Sort::Relevance
        } else {
            Sort::Date
        };
        self.request.sort = self.chosen_sort.unwrap_or(usual);
        Effect::Search {
            generation: self.generation,
            library: Arc::clone(&self.library),
            request: self.request.clone(),
        }
    }

    fn take_library(&mut self, library: Arc<Library>, complete: bool) -> Vec<Effect> {
        self.library = library;
        if complete {
            self.end_loading();
        }
        let mut effects = vec![self.ask()];
        effects.extend(self.forget_copies());
        self.renew_articles();
        // What is related is known better now.
        if let Some(reader) = self.reader.as_mut() {
            reader.related_is_old = true;
            if matches!(self.panel, Panel::Related(_)) {
                effects.extend(self.ask_related());
            }
        }
        effects
    }

    /// Of what was loaded copies can still be found.
    fn give_up_loading(&mut self) -> Vec<Effect> {
        if self.library.is_empty() {
            self.do_without_copies();
            return Vec::new();
        }
        vec![Effect::Copies {
            library: Arc::clone(&self.library),
        }]
    }

    /// What is on the screen is shown as the library has it now: what is furniture is known at the end.
    fn renew_articles(&mut self) {
        if let Some(reader) = self.reader.as_mut()
            && let Some(entry) = self.library.get(reader.no)
            && !Arc::ptr_eq(entry, &reader.entry)
        {
            reader.renew(Arc::clone(entry), &self.found.matcher);
        }
        self.renew_compare();
    }

    fn take_found(&mut self, generation: u64, answer: Answer) -> Vec<Effect> {
        if generation != self.generation {
            return Vec::new();
        }
        let facets = std::mem::take(&mut self.found.facets);
        let marks = self.found.matcher != answer.found.matcher;
        let Request { text, forms, .. } = &answer.request;
        self.known_forms.take(text, *forms, &answer.found.words);
        self.found = answer.found;
        self.micros = answer.micros;
        self.refill();
        if let Panel::Facets(panel) = &mut self.panel {
            panel.follow(&facets, &self.found.facets);
        }
        if marks && let Some(reader) = self.reader.as_mut() {
            reader.mark(&self.found.matcher);
        }
        Vec::new()
    }

    /// Fills the list anew. The selection stays on the article being read, or on the one a person
    /// has moved to; one that nobody has moved from the first row stays on the first row.
    fn refill(&mut self) {
        if std::mem::take(&mut self.list.restarts) {
            (self.list.selected, self.list.top) = (0, 0);
        }
        let reading = self.reader.as_ref().filter(|_| self.focus == Focus::Reader);
        let moved = (self.list.position() > 0).then(|| self.list.article());
        let keep = [self.select.take(), reading.map(|r| r.no), moved.flatten()];
        let copies = self.copies.as_deref().filter(|_| self.stories);
        let rows = Rows {
            group: self.group,
            copies,
        };
        self.list.fill(&self.library, &self.found, rows, &keep);
    }

    /// Brings what is derived in line with the state: scrolling, and the article in the reading pane.
    fn settle(&mut self) {
        self.know_same();
        self.settle_compare();
        let panes = self.panes();
        self.list.scroll_into_view(panes.list_rows());
        if let Some(overlay) = self.overlay.as_mut() {
            overlay.layout = self.layout;
        }
        if let Some(problems) = self.problems.as_mut() {
            problems.settle((self.cols, self.rows), self.layout);
        }
        if panes.reader.height == 0 {
            return;
        }
        if self.focus == Focus::List {
            let selected = self.list.article();
            if self.reader.as_ref().map(|r| r.no) != selected {
                self.reader = selected.and_then(|no| self.reader_of(no, Extent::Head));
            }
        }
        if let Some(reader) = self.reader.as_mut() {
            reader.relayout(panes.reader_cols(), self.layout);
            reader.scroll(0, panes.reader_rows());
        }
    }

    fn reader_of(&self, no: ArticleNo, extent: Extent) -> Option<Reader> {
        let entry = Arc::clone(self.library.get(no)?);
        let measure = Measure {
            cols: self.panes().reader_cols(),
            extent,
            layout: self.layout,
        };
        Some(Reader::new(no, entry, measure, &self.found.matcher))
    }
}
