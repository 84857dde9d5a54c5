//! The commands of the list, and those of the whole browsing screen.

use super::super::Overlay;
use super::super::action::{Action, Mode};
use super::super::note::AppNote;
use super::super::screen::{Count, Screen, StackChange, rows_of};
use super::super::shared::Shared;
use super::reading_pane::Landing;
use super::{Browse, Depth, Focus, Panel, without_copies};
use crate::index::Forms;
use crate::library::{ArticleKey, Sort};
use crate::store::Group;

impl Browse {
    /// Carries out a command.
    pub(in crate::app) fn act(
        &mut self,
        action: Action,
        count: Count,
        shared: &mut Shared,
    ) -> StackChange {
        match action {
            Action::Info => return self.open_info(),
            Action::Search => self.open_search(),
            Action::Forms | Action::AllForms | Action::ExactForm => self.set_forms(action, shared),
            Action::Find if self.mode() != Mode::Facets => self.open_find(shared),
            Action::Accept | Action::Cancel if self.mode() == Mode::FacetBox => {
                self.edit_in_facets(action, shared);
            }
            Action::Accept if self.finds() => self.accept_find(),
            Action::Cancel if self.finds() => self.cancel_find(),
            Action::Accept => self.accept_search(shared),
            Action::Cancel => self.cancel_search(),
            Action::ThisForm => self.choose_form(count.map_or(0, usize::from), shared),
            Action::JumpBack => self.jump_back(shared),
            Action::JumpForward => self.jump_forward(shared),
            Action::FullWidth => self.full_width(count, shared),
            Action::NextArticle => self.step_article(1, shared),
            Action::PreviousArticle => self.step_article(-1, shared),
            _ => return self.act_in_mode(action, count, shared),
        }
        StackChange::Stay
    }

    fn act_in_mode(&mut self, action: Action, count: Count, shared: &mut Shared) -> StackChange {
        let panes = self.panes(shared.size());
        let mode = self.mode();
        let page = match mode {
            Mode::List => panes.list_rows(),
            Mode::Reader => panes.reader_rows(),
            _ => usize::from(panes.panel.height),
        };
        let rows = rows_of(action, count, page);
        match mode {
            Mode::Search => self.edit_search(action, shared),
            Mode::Find => self.edit_find(action, shared),
            Mode::Reader if action == Action::Leave => {
                // First out of what is searched in the article, then out of the article.
                if !self.end_find() {
                    return self.act_in_mode(Action::Back, count, shared);
                }
            }
            Mode::Facets => self.in_facets(action, rows, shared),
            Mode::FacetBox => self.edit_in_facets(action, shared),
            Mode::Related => self.in_related(action, rows, shared),
            Mode::Elsewhere => return self.in_elsewhere(action, rows, shared),
            Mode::Reader if action == Action::Back && self.depth == Depth::OpenedToRead => {
                return StackChange::Pop;
            }
            Mode::Reader => self.in_reader(action, rows, shared),
            _ => return self.in_list(action, rows, shared),
        }
        StackChange::Stay
    }

    fn in_list(&mut self, action: Action, rows: Option<isize>, shared: &mut Shared) -> StackChange {
        if let Some(rows) = rows {
            self.list.move_by(rows);
            return StackChange::Stay;
        }
        match action {
            Action::Open | Action::Related => self.open_by(action),
            Action::NextHit => self.list.move_by(1),
            Action::PreviousHit => self.list.move_by(-1),
            Action::Facets => self.panel = Panel::Facets(Box::default()),
            Action::ClearFilter => self.clear_filter(),
            Action::ClearSearch => self.clear_search(),
            Action::Leave => return self.leave(shared),
            Action::Sort => self.chosen_sort = Some(self.sort_after()),
            Action::Group => self.group = self.group_after(),
            Action::Stories => self.toggle_stories(shared),
            Action::Preview => self.preview = !self.preview,
            Action::Back => return StackChange::Pop,
            _ => {}
        }
        StackChange::Stay
    }

    /// Whether Escape stops loading, as things are.
    pub fn escape_stops_loading(&self) -> bool {
        self.depth == Depth::First && self.is_unlimited()
    }

    /// Whether another screen opened this one.
    pub fn is_opened(&self) -> bool {
        self.depth != Depth::First
    }

    /// One step back: to the screen that opened this one; on the first out of what narrows the list,
    /// then out of loading, and never out of the program.
    fn leave(&mut self, shared: &mut Shared) -> StackChange {
        if self.is_opened() {
            return StackChange::Pop;
        }
        if !self.is_unlimited() {
            self.clear_filter();
            self.clear_search();
        } else if shared.loading.goes_on() {
            shared.stop_loading();
        } else {
            shared.say(&AppNote::QQuits);
        }
        StackChange::Stay
    }

    fn clear_search(&mut self) {
        self.list.select = self.list.article();
        self.request.text.clear();
        self.request.forms = Forms::default();
    }

    /// The order that the key for it changes to.
    pub(in crate::app) fn sort_after(&self) -> Sort {
        match self.request.sort {
            Sort::Date => Sort::Oldest,
            Sort::Oldest => Sort::Source,
            Sort::Source if self.list.head.searched => Sort::Relevance,
            Sort::Source | Sort::Relevance | Sort::Place => Sort::Date,
        }
    }

    /// What the key for groups divides the list by next.
    pub(in crate::app) fn group_after(&self) -> Group {
        self.group.next(!self.list.head.facets.days.is_empty())
    }

    /// One row a story, or every article.
    fn toggle_stories(&mut self, shared: &mut Shared) {
        self.stories = !self.stories;
        match (self.stories, without_copies(shared.known.copies)) {
            (true, Some(why)) => shared.say(&why),
            (true, None) => self.once_listed.announce_stories = true,
            (false, _) => shared.say(&AppNote::EveryArticle),
        }
    }

    /// Reads the selected article, with its related articles where they are asked for; where the
    /// row has not come, or others come, once it is known which article that is.
    pub(super) fn open_by(&mut self, action: Action) {
        if self.list.is_unsettled() {
            self.once_listed.act = Some(action);
            return;
        }
        self.open();
        if action == Action::Related {
            self.open_related();
        }
    }

    /// Reads the selected article, from where it was left; else from its head.
    pub(super) fn open(&mut self) {
        let Some(key) = self.list.article() else {
            return;
        };
        let marks = self.list.marks();
        if self.pane.key == Some(key) && self.pane.is_whole() && self.marks_read == marks {
            // It was read last: what was opened in it stays open.
            (self.focus, self.panel) = (Focus::Reader, Panel::None);
            let byte = self.places.byte(key, &marks);
            if let Some(reader) = self.pane.reader_mut() {
                reader.go_to_byte(byte);
            }
            return;
        }
        let byte = self.places.byte(key, &marks);
        self.show(key, Landing::Byte(byte));
    }

    /// Reads an article; its row is selected where it has one in view.
    pub(super) fn show(&mut self, key: ArticleKey, landing: Landing) {
        self.remember_place();
        self.focus = Focus::Reader;
        self.panel = Panel::None;
        self.pane.read(key, landing);
        self.list.select(key);
    }

    fn step_article(&mut self, by: isize, shared: &mut Shared) {
        if !self.list.step(by) {
            shared.say(if by > 0 {
                &AppNote::LastArticle
            } else {
                &AppNote::FirstArticle
            });
            return;
        }
        if self.list.is_unsettled() {
            // What is read stays until the row has come.
            self.once_listed.act = Some(Action::NextArticle);
            return;
        }
        self.read_on();
    }

    /// Reads the selected article, with the panel that was open.
    pub(super) fn read_on(&mut self) {
        let panel = std::mem::take(&mut self.panel);
        self.open();
        match panel {
            Panel::Related(_) => self.open_related(),
            Panel::Elsewhere(_) => self.open_elsewhere(),
            Panel::Facets(_) | Panel::None => {}
        }
    }

    fn open_info(&self) -> StackChange {
        let key = match self.focus {
            Focus::Reader => self.pane.key,
            Focus::List => self.list.article(),
        };
        match key {
            Some(key) => StackChange::push(Screen::Overlay(Overlay::info(key))),
            None => StackChange::Stay,
        }
    }
}
