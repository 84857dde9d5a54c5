//! What each command does in the list, the reader and everywhere.

use super::action::{self, Action, Mode};
use super::compare::Standpoint;
use super::facet_panel::FacetPanel;
use super::key::{Code, Key};
use super::loading::Stage;
use super::overlay::Overlay;
use super::page::{Extent, Position};
use super::reader::Reader;
use super::{App, Effect, Focus, Panel, Problems, strings};
use crate::index::Forms;
use crate::library::{Filter, Sort};

/// Where everything that scrolls stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    mode: Mode,
    selected: usize,
    list_top: usize,
    reader_top: Position,
    panel: Panel,
    overlay_top: usize,
    problem: usize,
    /// Of the comparison, and at which change it is.
    compare: Standpoint,
}

impl App {
    fn standing(&self) -> Standing {
        Standing {
            selected: self.list.selected,
            list_top: self.list.top,
            mode: self.mode(),
            reader_top: self
                .reader
                .as_ref()
                .map_or_else(Position::default, Reader::top),
            panel: self.panel.clone(),
            overlay_top: self.overlay.as_ref().map_or(0, |o| o.top),
            problem: self.problems.as_ref().map_or(0, |p| p.selected),
            compare: self
                .compare
                .as_ref()
                .map_or_else(Standpoint::default, |c| c.view.standpoint()),
        }
    }

    fn stand(&mut self, at: Standing) {
        (self.list.selected, self.list.top) = (at.selected, at.list_top);
        if let Some(reader) = self.reader.as_mut().filter(|_| self.focus == Focus::Reader) {
            reader.set_top(at.reader_top);
        }
        self.panel = at.panel;
        if let Some(overlay) = &mut self.overlay {
            overlay.top = at.overlay_top;
        }
        if let Some(problems) = &mut self.problems {
            problems.selected = at.problem;
        }
        if let Some(comparing) = &mut self.compare {
            comparing.view.go_back_to(at.compare);
        }
    }

    /// Carries out what a key means in the present mode.
    ///
    /// The key of `b` has لا on an Arabic layout. Some systems send it as two letters, which are
    /// those of `g` and `h`: the alef takes back what the lam did, and both mean `b`.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        let leaving = std::mem::take(&mut self.leaving);
        self.message = None;
        self.known_forms.told = false;
        let mode = self.mode();
        self.loading.unseen &= mode == Mode::Search;
        let before_lam = self.before_lam.take();
        if mode != Mode::Search {
            match (key.typed(), before_lam) {
                (Some('ل'), _) => self.before_lam = Some(self.standing()),
                (Some('ا'), Some(before)) if before.mode == mode => {
                    self.stand(before);
                    return self.perform(Action::PageUp, mode, None);
                }
                _ => {}
            }
        }
        if mode != Mode::Search && self.count_digit(key) {
            return Vec::new();
        }
        let count = named_digit(key).or(self.count.take());
        match (action::lookup(mode, key), mode) {
            (Some(Action::Cancel), mode) if mode != Mode::Search => self.cancel(leaving),
            (Some(Action::ThisForm), _) => self.choose_form(count.map_or(0, usize::from)),
            (Some(action), Mode::Search) => self.edit_search(action),
            (None, Mode::Search) => self.type_char(key),
            (Some(action), mode) => self.perform(action, mode, count),
            (None, _) => {
                self.message = Some(format!("no command on ⟨{key}⟩; ? shows the keys"));
                Vec::new()
            }
        }
    }

    /// `5j`: digits before a command are its count.
    fn count_digit(&mut self, key: Key) -> bool {
        let Some(digit) = key.latin().typed().and_then(|c| c.to_digit(10)) else {
            return false;
        };
        if digit == 0 && self.count.is_none() {
            return false;
        }
        let so_far = self.count.unwrap_or(0);
        self.count = Some(
            so_far
                .saturating_mul(10)
                .saturating_add(digit as u16)
                .min(9999),
        );
        true
    }

    fn cancel(&mut self, leaving: bool) -> Vec<Effect> {
        if leaving {
            return vec![Effect::Quit];
        }
        self.leaving = true;
        if self.loading.goes_on() && self.loading.stage != Stage::Stopping {
            return self.stop_loading();
        }
        self.message = Some(strings::QUIT_AGAIN.to_owned());
        Vec::new()
    }

    fn perform(&mut self, action: Action, mode: Mode, count: Option<u16>) -> Vec<Effect> {
        match action {
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Repaint],
            Action::Display(what) => return vec![Effect::Display(what)],
            Action::Help => self.overlay = Some(Overlay::help(mode)),
            Action::Problems => self.problems = Some(Problems::new(&self.library)),
            Action::Info => self.show_info(),
            Action::Search => self.open_search(),
            Action::Forms | Action::AllForms | Action::ExactForm => return self.set_forms(action),
            Action::JumpBack => return self.jump_back(),
            Action::JumpForward => return self.jump_forward(),
            Action::NextArticle => return self.step_article(1),
            Action::PreviousArticle => return self.step_article(-1),
            _ => return self.perform_in(action, mode, count),
        }
        Vec::new()
    }

    fn perform_in(&mut self, action: Action, mode: Mode, count: Option<u16>) -> Vec<Effect> {
        let rows = self.rows_of(action, mode, count);
        match mode {
            Mode::List => self.in_list(action, rows),
            Mode::Reader => self.in_reader(action, rows),
            Mode::Facets => self.in_facets(action, rows),
            Mode::Related => self.in_related(action, rows),
            Mode::Same => self.in_same(action, rows),
            Mode::Compare => self.in_compare(action, rows),
            Mode::Overlay => self.in_overlay(action, rows),
            Mode::Problems => self.in_problems(action, rows),
            Mode::Search => Vec::new(),
        }
    }

    /// By how many rows a moving command moves; `None` for other commands.
    fn rows_of(&self, action: Action, mode: Mode, count: Option<u16>) -> Option<isize> {
        let panes = self.panes();
        let page = match mode {
            Mode::List => panes.list_rows(),
            Mode::Reader => panes.reader_rows(),
            Mode::Facets | Mode::Related | Mode::Same => usize::from(panes.panel.height),
            Mode::Compare => self.compare.as_ref().map_or(0, |c| c.view.page_rows()),
            Mode::Problems => self.problems.as_ref().map_or(0, Problems::page_items),
            Mode::Overlay | Mode::Search => Overlay::height(self.rows),
        };
        let page = isize::try_from(page.max(2)).unwrap_or(isize::MAX);
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(1);
        let far = isize::MAX / 2;
        Some(match action {
            Action::Down => times,
            Action::Up => -times,
            Action::HalfDown => times * (page / 2),
            Action::HalfUp => -times * (page / 2),
            // One row of the page before stays in view.
            Action::PageDown => times * (page - 1),
            Action::PageUp => -times * (page - 1),
            Action::Top => -far,
            Action::Bottom => far,
            _ => return None,
        })
    }

    fn in_list(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        if let Some(rows) = rows {
            self.list.move_by(rows);
            return Vec::new();
        }
        match action {
            Action::Open => self.open(),
            Action::Related => {
                self.open();
                return self.open_related();
            }
            Action::NextHit => self.list.move_by(1),
            Action::PreviousHit => self.list.move_by(-1),
            Action::Facets => self.panel = Panel::Facets(FacetPanel::default()),
            Action::ClearFilter => return self.clear_filter(),
            Action::ClearSearch => return self.clear_search(),
            Action::Leave if self.is_unlimited() => {
                return if self.loading.goes_on() {
                    self.stop_loading()
                } else {
                    vec![Effect::Quit]
                };
            }
            Action::Leave => {
                self.request.filter = Filter::default();
                return self.clear_search();
            }
            Action::Sort => return self.next_sort(),
            Action::Group => {
                self.group = self.group.next();
                self.refill();
            }
            Action::Stories => self.toggle_stories(),
            Action::Preview => self.preview = !self.preview,
            Action::Back => return vec![Effect::Quit],
            _ => {}
        }
        Vec::new()
    }

    fn clear_search(&mut self) -> Vec<Effect> {
        self.request.text.clear();
        self.request.forms = Forms::default();
        vec![self.ask()]
    }

    fn next_sort(&mut self) -> Vec<Effect> {
        self.chosen_sort = Some(match self.request.sort {
            Sort::Date => Sort::Source,
            Sort::Source if self.found.searched => Sort::Relevance,
            Sort::Source | Sort::Relevance => Sort::Date,
        });
        vec![self.ask()]
    }

    /// Reads the selected article.
    pub(super) fn open(&mut self) {
        let Some(no) = self.list.article() else {
            return;
        };
        self.show(no);
        // Land on the first match, as a person who searched would.
        let height = self.panes().reader_rows();
        if let Some(reader) = self.reader.as_mut()
            && reader.title_hits.is_empty()
            && !reader.hits.is_empty()
        {
            reader.go_to_hit(1, height);
        }
    }

    pub(super) fn show(&mut self, no: super::ArticleNo) {
        self.focus = Focus::Reader;
        self.panel = Panel::None;
        self.reader = self.reader_of(no, Extent::Whole);
        self.list.select(no);
    }

    pub(super) fn in_reader(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let height = self.panes().reader_rows();
        let Some(reader) = self.reader.as_mut() else {
            self.focus = Focus::List;
            return Vec::new();
        };
        if let Some(rows) = rows {
            reader.scroll(rows, height);
            return Vec::new();
        }
        let done = match action {
            Action::ToggleFold => {
                let none = match reader.page.fold_count() {
                    0 => strings::NO_REPEATS,
                    _ => strings::NO_FOLD_IN_VIEW,
                };
                (reader.toggle_fold(height), none)
            }
            Action::ToggleFolds => (reader.toggle_folds(height), strings::NO_REPEATS),
            Action::NextHit | Action::PreviousHit => {
                let none = if reader.hits.is_empty() {
                    strings::NO_HITS
                } else {
                    strings::NO_MORE_HITS
                };
                let step = if action == Action::NextHit { 1 } else { -1 };
                (reader.go_to_hit(step, height), none)
            }
            Action::Earlier => return self.go_to_earlier(height),
            Action::Related => return self.open_related(),
            Action::Same => {
                self.open_same();
                return Vec::new();
            }
            Action::Back => {
                self.focus = Focus::List;
                self.panel = Panel::None;
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        if let (false, why) = done {
            self.message = Some(why.to_owned());
        }
        Vec::new()
    }

    /// To what the repeat in view repeats; the way back is remembered.
    fn go_to_earlier(&mut self, height: usize) -> Vec<Effect> {
        let from = self.place();
        if self
            .reader
            .as_mut()
            .is_some_and(|r| r.go_to_earlier(height))
        {
            // Where they are in view already one has gone nowhere.
            self.leave_behind(from.filter(|_| self.place() != from));
        } else {
            self.message = Some(strings::NO_REPEAT_IN_VIEW.to_owned());
        }
        Vec::new()
    }

    fn step_article(&mut self, by: isize) -> Vec<Effect> {
        let panel = std::mem::take(&mut self.panel);
        if !self.list.step(by) {
            let end = if by > 0 {
                strings::LAST_ARTICLE
            } else {
                strings::FIRST_ARTICLE
            };
            self.message = Some(end.to_owned());
            self.panel = panel;
            return Vec::new();
        }
        self.open();
        match panel {
            Panel::Related(_) => return self.open_related(),
            Panel::Same(_) => self.open_same(),
            Panel::Facets(_) | Panel::None => {}
        }
        Vec::new()
    }

    fn show_info(&mut self) {
        let no = match (&self.reader, self.focus) {
            (Some(reader), Focus::Reader) => Some(reader.no),
            _ => self.list.article(),
        };
        if let Some((no, entry)) = no.and_then(|no| Some((no, self.library.get(no)?))) {
            self.overlay = Some(Overlay::info(self.library.id(no), entry));
        }
    }

    fn in_overlay(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let size = (self.cols, self.rows);
        match (self.overlay.as_mut(), rows) {
            (Some(overlay), Some(rows)) => overlay.scroll(rows, size),
            _ if action == Action::Back => self.overlay = None,
            _ => {}
        }
        Vec::new()
    }
}

/// The digit of a key that has one and is no count: Alt-3.
fn named_digit(key: Key) -> Option<u16> {
    match key.latin().code {
        Code::Char(c) if key.alt => c.to_digit(10).map(|digit| digit as u16),
        _ => None,
    }
}
