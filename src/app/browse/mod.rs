//! The browsing screen: a list, the reading pane, the panel below it, and the search box.
//!
//! After each message [`Browse::settle`] compares what has come with what the list, the pane and the panel should
//! show, and asks for what is lacking.

pub mod elsewhere_panel;
pub mod facet_box;
pub mod facet_panel;
pub mod find;
pub mod forms;
mod jumps;
pub mod list;
mod list_commands;
mod list_moves;
mod list_spec;
mod once_listed;
mod panel;
mod places_read;
pub mod pointing;
mod reader_commands;
mod reading_pane;
pub mod related_panel;
pub mod search_box;
mod space;

use super::action::{Action, Mode};
use super::message::StoreReply;
use super::note::AppNote;
use super::page::PagePosition;
use super::panes::Panes;
use super::pending::FailedAsk;
use super::reader::Reader;
use super::shared::Shared;
use crate::library::{ArticleKey, Filter, Request, Sort};
use crate::query::Query;
use crate::store::{CopiesKnown, Extent, Group, Marks};
use find::Find;
use forms::KnownForms;
use jumps::Jumps;
use list::List;
use list_spec::ListSpec;
use once_listed::OnceListed;
pub use panel::Panel;
use places_read::PlacesRead;
use reading_pane::{Landing, ReadingPane};
use search_box::SearchBox;
use space::measure;

/// Who has the keys, when no panel and no box has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    #[default]
    List,
    Reader,
}

/// What the screen above wants done when it has closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUp {
    /// Read an article, the way back remembered.
    Read(ArticleKey),
}

/// The scroll positions and selections of the browsing screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct BrowseScroll {
    selected: usize,
    list_top: usize,
    reader_top: Option<PagePosition>,
    panel_row: Option<usize>,
}

/// Where the screen stands on the stack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Depth {
    /// It is the first screen: there is nowhere to go back to.
    #[default]
    First,
    /// Another screen opened it, and is gone back to.
    Opened,
    /// Another screen opened it for one article, and is gone back to from that.
    OpenedToRead,
}

/// A list, a reading pane, and what belongs to them.
#[derive(Clone, Debug)]
pub struct Browse {
    depth: Depth,
    /// What the list shows, or will once the answer has come; its sort is worked out at each turn.
    pub request: Request,
    /// The order that was chosen; without one, best first when searching, else newest first.
    pub chosen_sort: Option<Sort>,
    pub group: Group,
    /// The list has one row a story, not one an article.
    pub stories: bool,
    pub list: List,
    pub pane: ReadingPane,
    pub focus: Focus,
    pub panel: Panel,
    pub search: Option<SearchBox>,
    /// The search within the article that is read.
    pub find: Option<Find>,
    /// The preview is wanted while the list has the keys.
    pub preview: bool,
    /// The list is wanted while an article is read.
    pub list_beside: bool,
    forms: KnownForms,
    pub(super) jumps: Jumps,
    places: PlacesRead,
    /// The marks of the article that was read last.
    marks_read: Marks,
    once_listed: OnceListed,
}

impl Default for Browse {
    fn default() -> Browse {
        Browse {
            depth: Depth::First,
            request: Request::default(),
            chosen_sort: None,
            group: Group::None,
            stories: false,
            list: List::default(),
            pane: ReadingPane::default(),
            focus: Focus::List,
            panel: Panel::None,
            search: None,
            find: None,
            preview: true,
            list_beside: true,
            forms: KnownForms::default(),
            jumps: Jumps::default(),
            places: PlacesRead::default(),
            marks_read: Marks::default(),
            once_listed: OnceListed::default(),
        }
    }
}

impl Browse {
    /// A screen of its own for the articles that pass a filter, to be opened by another screen.
    pub fn of(filter: Filter) -> Browse {
        Browse {
            depth: Depth::Opened,
            request: Request {
                filter,
                ..Request::default()
            },
            ..Browse::default()
        }
    }

    /// A screen of its own for an article, to be opened by another screen.
    pub fn reading(key: ArticleKey) -> Browse {
        let mut browse = Browse {
            depth: Depth::OpenedToRead,
            ..Browse::of(Filter::default())
        };
        browse.show(key, Landing::Byte(None));
        browse
    }

    /// Which column of the table of actions keys are looked up in.
    pub fn mode(&self) -> Mode {
        match (&self.search, &self.panel, self.focus) {
            (Some(_), ..) => Mode::Search,
            _ if self.finds() => Mode::Find,
            (_, Panel::Facets(panel), _) if panel.typed.is_some() => Mode::FacetBox,
            (_, Panel::Facets(_), _) => Mode::Facets,
            (_, Panel::Related(_), Focus::Reader) => Mode::Related,
            (_, Panel::Elsewhere(_), Focus::Reader) => Mode::Elsewhere,
            (.., Focus::Reader) => Mode::Reader,
            (.., Focus::List) => Mode::List,
        }
    }

    /// Whether the list is looked at, and what it has is only some of the words.
    pub fn shows_loosened(&self) -> bool {
        let list = matches!(self.mode(), Mode::List | Mode::Search);
        list && self.list.head.loosened && !self.list.is_empty()
    }

    /// Whether the list shows all there is.
    pub fn is_unlimited(&self) -> bool {
        self.request.text.is_empty() && self.request.filter.is_empty()
    }

    /// A key was pressed: the line of forms leaves the message row.
    pub(super) fn key_pressed(&mut self) {
        self.forms.in_message_row = false;
        // Another key is meant of what is on the screen now.
        self.once_listed.act = None;
    }

    /// Brings derived state in line after a message, and asks for what is lacking.
    pub(super) fn settle(&mut self, shared: &mut Shared) {
        let panes = self.panes(shared.size());
        self.request.sort = self.sort();
        if shared.known.state > crate::store::State::default() {
            let wanted = ListSpec {
                request: self.request.clone(),
                group: self.group,
                stories: self.stories,
            };
            let keep = self.keep();
            self.list.settle(wanted, panes.list_rows(), keep, shared);
        }
        self.settle_find();
        if self.focus == Focus::List {
            self.pane.preview(self.list.article());
        }
        if panes.reader.height > 0 || self.focus == Focus::Reader {
            self.settle_pane(panes, shared);
        }
        self.settle_panel(panes, shared);
    }

    fn settle_pane(&mut self, panes: Panes, shared: &mut Shared) {
        let extent = match self.focus {
            Focus::List if !self.pane.is_whole() => Extent::Head,
            Focus::List | Focus::Reader => Extent::Whole,
        };
        self.pane.settle(self.marks(), extent, shared);
        if let Some(reader) = self.pane.reader_mut() {
            reader.relayout(measure(&panes, shared));
            reader.scroll(0, panes.reader_rows());
        }
        self.go_to_found(panes.reader_rows());
    }

    /// The order that is asked for.
    fn sort(&self) -> Sort {
        let searching = !Query::parse(&self.request.text, self.request.typing).is_empty();
        let usual = if searching {
            Sort::Relevance
        } else {
            Sort::Date
        };
        // Without a query nothing is a better match than another.
        let chosen = self
            .chosen_sort
            .filter(|sort| searching || *sort != Sort::Relevance);
        chosen.unwrap_or(usual)
    }

    /// The articles that the selection should stay on, the best first: the one being read, then the one that was
    /// moved to. A selection that was not moved stays on the first row instead.
    fn keep(&self) -> Vec<ArticleKey> {
        let reads_on = self.once_listed.act == Some(Action::NextArticle);
        let is_read = self.focus == Focus::Reader && !reads_on;
        let reading = self.pane.key.filter(|_| is_read);
        let moved = self.list.article().filter(|_| self.list.position() > 0);
        let moved = moved.filter(|_| !self.list.restarts);
        [self.list.select, reading, moved]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Whether it waits for the answer to this ask.
    pub(super) fn awaits(&self, generation: u64) -> bool {
        self.panel.awaits(generation)
            || self.list.pending.awaits(generation)
            || self.pane.pending.awaits(generation)
    }

    /// Takes in an answer that it waits for.
    pub(super) fn reply(&mut self, reply: StoreReply, shared: &mut Shared) {
        let panes = self.panes(shared.size());
        if self.list.pending.awaits(reply.generation) {
            self.take_list(reply, shared);
            return self.rows_came();
        }
        if self.pane.pending.awaits(reply.generation) {
            let measure = measure(&panes, shared);
            self.pane.reply(reply, measure, panes.reader_rows());
            if self.pane.is_gone() {
                shared.say(&AppNote::GoneStays);
            }
            return;
        }
        self.panel.reply(reply);
    }

    fn take_list(&mut self, reply: StoreReply, shared: &mut Shared) {
        let facets = self.list.head.clone();
        let keep = self.keep();
        if !self.list.reply(reply, &keep) {
            return;
        }
        let head = &self.list.head;
        if let Some(request) = self.list.answered() {
            self.forms.take(&request.text, request.forms, &head.words);
        }
        if let Panel::Facets(panel) = &mut self.panel {
            panel.follow(&facets.facets, &head.facets);
        }
        self.head_came(shared);
    }

    /// Asks again for what failed; false where nothing did.
    pub(super) fn retry(&mut self) -> bool {
        // Not one or the other: all that failed is asked for again.
        self.panel.retry() | self.list.pending.retry() | self.pane.pending.retry()
    }

    /// Why something that should be on the screen failed to come; it is asked for again by a command only.
    pub fn failed(&self) -> Option<FailedAsk> {
        let list = self.list.pending.failed();
        // An article that is gone says so itself.
        let pane = self.pane.pending.failed().filter(|_| !self.pane.is_gone());
        list.or(pane).or(self.panel.failed())
    }

    pub(super) fn scroll_state(&self) -> BrowseScroll {
        BrowseScroll {
            selected: self.list.selected,
            list_top: self.list.top,
            reader_top: self.pane.reader().map(Reader::top),
            panel_row: self.panel.row(),
        }
    }

    /// Restores scroll positions and selections.
    pub(super) fn restore_scroll(&mut self, at: BrowseScroll) {
        (self.list.selected, self.list.top) = (at.selected, at.list_top);
        let reading = self.focus == Focus::Reader;
        let reader = self.pane.reader_mut().filter(|_| reading);
        if let (Some(reader), Some(top)) = (reader, at.reader_top) {
            reader.set_top(top);
        }
        if let Some(row) = at.panel_row {
            self.panel.select(row);
        }
    }

    /// Carries out what a screen that has closed wants done.
    pub(super) fn carry_out(&mut self, order: FollowUp) {
        match order {
            FollowUp::Read(key) if self.pane.key == Some(key) => {}
            FollowUp::Read(key) => {
                let from = self.place();
                self.leave_behind(from);
                self.show(key, Landing::Byte(None));
            }
        }
    }

    /// Whether the list has one row a story, as far as copies are known.
    pub fn shows_stories(&self) -> bool {
        self.list.head.stories
    }
}

/// The text shown instead of copies; `None` where they are known.
pub fn without_copies(copies: CopiesKnown) -> Option<AppNote> {
    match copies {
        CopiesKnown::Yes => None,
        CopiesKnown::NotYet => Some(AppNote::LookingForCopies),
        CopiesKnown::Never => Some(AppNote::CopiesNotKnown),
    }
}
