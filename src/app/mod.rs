//! From what happens ([`Msg`]) to a new state and to what is asked of the outside ([`Effect`]).
//!
//! The state machine knows no terminal, no clock and no disk: the shell feeds it messages and
//! carries out its effects, and the screens are drawn from `&App`. Answers of the search worker
//! carry the generation of their request; stale ones are dropped here.

pub mod action;
mod commands;
mod facet_panel;
pub mod facts;
mod jumps;
pub mod key;
pub mod line_edit;
pub mod list;
pub mod overlay;
pub mod page;
pub mod panes;
mod pieces;
pub mod pointing;
pub mod reader;
mod related_panel;
pub mod search_box;
pub mod strings;

use std::sync::Arc;

use action::Mode;
pub use facet_panel::{Column, FacetPanel};
use jumps::Jumps;
use key::Key;
use list::{Group, List};
use overlay::Overlay;
use page::{Extent, Measure};
use panes::{Panes, View};
pub use pieces::{FoldGroup, Part, parts};
use pointing::Target;
use reader::Reader;
use search_box::SearchBox;

use crate::corpus::Progress;
use crate::index::{Matcher, Query};
use crate::library::{ArticleNo, Found, Library, Related, Request, Sort};
use crate::text::Options;

/// What can happen.
pub enum Msg {
    Key(Key),
    Paste(String),
    Resize(u16, u16),
    Progress(Progress),
    /// A newer snapshot; `complete` when it is the last.
    Library {
        library: Arc<Library>,
        complete: bool,
    },
    /// Nothing more will be loaded.
    LoadFailed(String),
    SearchFailed(String),
    Found {
        generation: u64,
        answer: Box<Answer>,
    },
    Related {
        no: ArticleNo,
        list: Vec<Related>,
    },
    /// The process was stopped and goes on.
    Resumed,
    /// Letters are to be shown in another way.
    Layout(Options),
    /// Something for the person to know.
    Notice(String),
    /// Something on the screen was pointed at.
    Point(Target),
    /// The wheel was turned over it, down (`+1`) or up (`-1`).
    Wheel(Target, isize),
}

/// What the search worker found, for which request, in how many microseconds.
pub struct Answer {
    pub request: Request,
    pub found: Found,
    pub micros: u64,
}

/// What is asked of the outside.
#[derive(Clone)]
pub enum Effect {
    Search {
        generation: u64,
        library: Arc<Library>,
        request: Request,
    },
    Related {
        library: Arc<Library>,
        no: ArticleNo,
    },
    /// Draw everything anew.
    Repaint,
    /// The next value of something about how text gets onto this terminal.
    Display(Display),
    Suspend,
    Quit,
}

/// What can be changed about how text gets onto the terminal. The shell knows the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Display {
    /// In which order right-to-left text is sent.
    Order,
    /// Whether joined letters are sent.
    Shape,
    /// Whether vowel marks are shown.
    Tashkeel,
}

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
}

/// How far loading is.
#[derive(Clone, Debug, Default)]
pub struct Loading {
    pub progress: Option<Progress>,
    /// The last snapshot is here.
    pub done: bool,
    /// Why it will never be.
    pub failed: Option<String>,
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
    /// Microseconds the last answer took.
    pub micros: u64,
    pub matcher: Matcher,
    /// What `matcher` looks for.
    query: Query,
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
            (_, Some(_), ..) => Mode::Search,
            (.., Panel::Facets(_), _) => Mode::Facets,
            (.., Panel::Related(_), Focus::Reader) => Mode::Related,
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
                self.loading.progress = Some(progress);
                Vec::new()
            }
            Msg::Library { library, complete } => self.take_library(library, complete),
            Msg::LoadFailed(reason) => {
                self.loading.failed = Some(reason);
                Vec::new()
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
        self.loading.done = complete;
        let mut effects = vec![self.ask()];
        // What is related is known better now.
        if let Some(reader) = self.reader.as_mut() {
            reader.related_is_old = true;
            if matches!(self.panel, Panel::Related(_)) {
                effects.extend(self.ask_related());
            }
        }
        effects
    }

    fn take_found(&mut self, generation: u64, answer: Answer) -> Vec<Effect> {
        if generation != self.generation {
            return Vec::new();
        }
        let query = Query::parse(&answer.request.text, answer.request.typing);
        let facets = std::mem::take(&mut self.found.facets);
        self.found = answer.found;
        self.micros = answer.micros;
        self.refill();
        if let Panel::Facets(panel) = &mut self.panel {
            panel.follow(&facets, &self.found.facets);
        }
        if query != self.query {
            self.matcher = Matcher::new(&query);
            self.query = query;
            if let Some(reader) = self.reader.as_mut() {
                reader.mark(&self.matcher);
            }
        }
        Vec::new()
    }

    /// Fills the list anew. The selection stays on the article being read, or on the one a person
    /// has moved to; one that nobody has moved from the first row stays on the first row.
    fn refill(&mut self) {
        let reading = self.reader.as_ref().filter(|_| self.focus == Focus::Reader);
        let moved = (self.list.position() > 0).then(|| self.list.article());
        let keep = [self.select.take(), reading.map(|r| r.no), moved.flatten()];
        self.list
            .fill(&self.library, &self.found, self.group, &keep);
    }

    /// Brings what is derived in line with the state: scrolling, and the article in the reading pane.
    fn settle(&mut self) {
        let panes = self.panes();
        self.list.scroll_into_view(panes.list_rows());
        if let Some(overlay) = self.overlay.as_mut() {
            overlay.layout = self.layout;
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
        Some(Reader::new(no, entry, measure, &self.matcher))
    }
}
