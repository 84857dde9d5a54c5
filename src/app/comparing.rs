//! Two versions of a story on the whole screen: opening them, moving in them, stepping through the others.

use std::sync::Arc;

use super::action::Action;
use super::compare::{Compare, Standpoint};
use super::{App, ArticleNo, Effect, strings};
use crate::dedup::compare;

/// Versions being compared.
#[derive(Clone, Debug)]
pub struct Comparing {
    pub view: Compare,
    /// All versions of the story, the first version first; empty where the two only share passages.
    versions: Vec<ArticleNo>,
}

impl App {
    /// Columns and rows for two versions: the screen without the rows for messages and keys.
    pub fn compare_size(&self) -> (u16, u16) {
        let panes = self.panes();
        let below = if panes.message == panes.hints { 1 } else { 2 };
        (self.cols, self.rows.saturating_sub(below))
    }

    /// Compares the article being read with another: the earlier version of a story first, so that
    /// what is marked in the second is what was changed.
    pub(super) fn open_compare(&mut self, other: ArticleNo) {
        let Some(no) = self.same.no else {
            return;
        };
        let versions: Vec<ArticleNo> = self.same.versions.clone();
        let place = |no| versions.iter().position(|version| *version == no);
        match (place(no), place(other)) {
            (Some(here), Some(there)) if there < here => self.compare(other, no, versions),
            (_, None) => self.compare(no, other, Vec::new()),
            _ => self.compare(no, other, versions),
        }
    }

    fn compare(&mut self, first: ArticleNo, second: ArticleNo, versions: Vec<ArticleNo>) {
        let entry = |no| Some((no, Arc::clone(self.library.get(no)?)));
        let all = self.compare.as_ref().is_some_and(|c| c.view.shows_same());
        if let (Some(first), Some(second)) = (entry(first), entry(second)) {
            let comparison = compare(first.1.version(), second.1.version());
            let (articles, size) = ([first, second], self.compare_size());
            let mut view = Compare::new(articles, Arc::new(comparison), size, self.layout);
            if all {
                view.toggle_same();
            }
            self.compare = Some(Comparing { view, versions });
        }
    }

    /// Compares anew where the library has either version otherwise than before.
    pub(super) fn renew_compare(&mut self) {
        let stale = |comparing: &&Comparing| {
            (0..).zip(comparing.view.articles()).any(|(side, no)| {
                let entry = self.library.get(no);
                entry.is_some_and(|entry| !Arc::ptr_eq(entry, comparing.view.entry(side)))
            })
        };
        let Some(Comparing { view, versions }) = self.compare.as_ref().filter(stale) else {
            return;
        };
        let (versions, top) = (versions.clone(), view.standpoint().top);
        let [first, second] = view.articles();
        self.compare(first, second, versions);
        if let Some(comparing) = &mut self.compare {
            let current = None;
            comparing.view.go_back_to(Standpoint { top, current });
        }
    }

    /// Lays the versions out anew where the screen has changed.
    pub(super) fn settle_compare(&mut self) {
        let (size, layout) = (self.compare_size(), self.layout);
        if let Some(comparing) = &mut self.compare {
            comparing.view.resize(size, layout);
        }
    }

    pub(super) fn in_compare(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let Some(Comparing { view, .. }) = self.compare.as_mut() else {
            return Vec::new();
        };
        if let Some(rows) = rows {
            view.scroll(rows);
            return Vec::new();
        }
        match action {
            Action::NextChange if !view.next_change(1) => {
                self.message = Some(strings::NO_MORE_CHANGES.to_owned());
            }
            Action::PreviousChange if !view.next_change(-1) => {
                self.message = Some(strings::NO_EARLIER_CHANGES.to_owned());
            }
            Action::Swap => view.swap(),
            Action::ToggleSame => view.toggle_same(),
            Action::NextVersion => self.step_version(1),
            Action::PreviousVersion => self.step_version(-1),
            Action::Open => {
                let [_, second] = view.articles();
                self.compare = None;
                if self.reader.as_ref().map(|reader| reader.no) != Some(second) {
                    let from = self.place();
                    self.leave_behind(from);
                    self.show(second);
                }
            }
            Action::Back => self.compare = None,
            _ => {}
        }
        Vec::new()
    }

    /// Another version in the second one's place.
    fn step_version(&mut self, by: isize) {
        let Some(comparing) = &self.compare else {
            return;
        };
        let versions = comparing.versions.clone();
        let [first, second] = comparing.view.articles();
        let others: Vec<ArticleNo> = versions.iter().copied().filter(|n| *n != first).collect();
        let at = others.iter().position(|no| *no == second);
        let next = at.and_then(|at| others.get(at.checked_add_signed(by)?).copied());
        match next {
            Some(next) => self.compare(first, next, versions),
            None => self.message = Some(strings::NO_MORE_VERSIONS.to_owned()),
        }
    }
}
