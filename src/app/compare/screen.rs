//! Two versions of a story on the whole screen: asking for them, moving in them, stepping through the others.

use super::super::action::Action;
use super::super::browse::FollowUp;
use super::super::browse::pointing::NOTCH_ROWS;
use super::super::message::{Lane, StoreReply};
use super::super::note::AppNote;
use super::super::panes::{PaneOptions, Panes};
use super::super::pending::Pending;
use super::super::screen::{Count, StackChange, rows_of};
use super::super::shared::Shared;
use super::{Compare, CompareScroll};
use crate::library::ArticleKey;
use crate::library::Entry;
use crate::store::{Answer, Ask};

/// Versions being compared.
#[derive(Clone, Debug)]
pub struct CompareScreen {
    first: ArticleKey,
    second: ArticleKey,
    /// All versions of the story, the first version first; empty where the two only share passages.
    versions: Vec<ArticleKey>,
    /// What has come; of other versions, until these have.
    view: Option<Compare>,
    pub pending: Pending,
}

impl CompareScreen {
    /// Two articles to be compared; `versions` are all of their story, if they are of one.
    pub(in crate::app) fn new(
        first: ArticleKey,
        second: ArticleKey,
        versions: Vec<ArticleKey>,
    ) -> CompareScreen {
        CompareScreen {
            first,
            second,
            versions,
            view: None,
            pending: Pending::default(),
        }
    }

    /// The versions side by side, where they have come.
    pub fn view(&self) -> Option<&Compare> {
        self.view.as_ref().filter(|view| self.is_of(view))
    }

    fn is_of(&self, view: &Compare) -> bool {
        let [first, second] = view.articles();
        (first, second) == (self.first, self.second)
    }

    fn view_mut(&mut self) -> Option<&mut Compare> {
        let keys = [self.first, self.second];
        self.view.as_mut().filter(|view| view.articles() == keys)
    }

    /// Carries out a command.
    pub(in crate::app) fn act(
        &mut self,
        action: Action,
        count: Count,
        shared: &mut Shared,
    ) -> StackChange {
        match action {
            Action::NextVersion => self.step_version(1, shared),
            Action::PreviousVersion => self.step_version(-1, shared),
            Action::Open => return StackChange::PopThen(FollowUp::Read(self.second)),
            Action::Back => return StackChange::Pop,
            _ => self.act_in_view(action, count, shared),
        }
        StackChange::Stay
    }

    fn act_in_view(&mut self, action: Action, count: Count, shared: &mut Shared) {
        let Some(view) = self.view_mut() else {
            return shared.say(&AppNote::NotYetHere);
        };
        if let Some(rows) = rows_of(action, count, view.page_rows()) {
            return view.scroll(rows);
        }
        match action {
            Action::NextChange if !view.next_change(1) => shared.say(&AppNote::NoFurtherChange),
            Action::PreviousChange if !view.next_change(-1) => {
                shared.say(&AppNote::NoEarlierChange);
            }
            Action::Swap => {
                view.swap();
                std::mem::swap(&mut self.first, &mut self.second);
                // What has come is what is wanted, the other way round.
                let ask = self.wanted();
                self.pending.answers_also(ask);
            }
            Action::ToggleSame => view.toggle_same(),
            _ => {}
        }
    }

    /// Another version in the second one's place.
    fn step_version(&mut self, by: isize, shared: &mut Shared) {
        let others = self.versions.iter().filter(|key| **key != self.first);
        let others: Vec<ArticleKey> = others.copied().collect();
        let at = others.iter().position(|key| *key == self.second);
        let next = at.and_then(|at| others.get(at.checked_add_signed(by)?).copied());
        match next {
            Some(next) => self.second = next,
            None => shared.say(&AppNote::NoFurtherVersion),
        }
    }

    /// Whether the story has more versions than these two.
    pub(in crate::app) fn has_further_versions(&self) -> bool {
        let shown = [self.first, self.second];
        self.versions.iter().any(|key| !shown.contains(key))
    }

    /// Takes in the versions that were awaited.
    pub(in crate::app) fn reply(&mut self, reply: StoreReply, shared: &Shared) {
        let answer = self.pending.take(reply).map(|answered| answered.answer);
        let Some(Answer::Compare(compared)) = answer else {
            return;
        };
        let mut view = Compare::new(*compared, compare_size(shared), shared.layout);
        view.turn(shared.direction());
        if let Some(before) = &self.view {
            if before.shows_same() {
                view.toggle_same();
            }
            // The corpus may have been read on: the place stays.
            if self.is_of(before) {
                let CompareScroll { top, current } = before.scroll_state();
                // A change is known by its place, which is the same in the same articles the same way round.
                let same = |side| Entry::same(view.entry(side), before.entry(side));
                let is_same = same(0) && same(1) && !before.is_swapped();
                let current = current.filter(|_| is_same);
                view.restore_scroll(CompareScroll { top, current });
            }
        }
        self.view = Some(view);
    }

    fn wanted(&self) -> Ask {
        Ask::Compare {
            first: self.first,
            second: self.second,
        }
    }

    /// Asks for the versions; lays them out anew where the screen has changed.
    pub(in crate::app) fn settle(&mut self, shared: &mut Shared) {
        let ask = self.wanted();
        self.pending.want(Lane::Screen, ask, shared);
        let (size, layout) = (compare_size(shared), shared.layout);
        if let Some(view) = &mut self.view {
            view.resize(size, layout);
            view.turn(shared.direction());
        }
    }

    /// Turns the wheel, towards the end (`+1`) or the beginning (`-1`).
    pub(in crate::app) fn wheel(&mut self, notches: isize) {
        if let Some(view) = &mut self.view {
            view.scroll(notches * NOTCH_ROWS);
        }
    }

    pub(in crate::app) fn scroll_state(&self) -> CompareScroll {
        self.view
            .as_ref()
            .map(Compare::scroll_state)
            .unwrap_or_default()
    }

    pub(in crate::app) fn restore_scroll(&mut self, scroll: CompareScroll) {
        if let Some(view) = &mut self.view {
            view.restore_scroll(scroll);
        }
    }
}

/// Columns and rows for two versions: the screen without the rows for messages and keys.
pub fn compare_size(shared: &Shared) -> (u16, u16) {
    let panes = Panes::new(shared.cols, shared.rows, PaneOptions::default());
    let below = if panes.message == panes.hints { 1 } else { 2 };
    (shared.cols, shared.rows.saturating_sub(below))
}
