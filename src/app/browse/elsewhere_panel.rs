//! The panel of other articles with the same text: versions of the story, and articles that share passages.

use std::ops::Range;

use super::super::action::Action;
use super::super::compare::CompareScreen;
use super::super::message::{Lane, StoreReply};
use super::super::pending::{FailedAsk, Pending};
use super::super::screen::{Screen, StackChange};
use super::super::shared::Shared;
use super::{Browse, Focus, Panel};
use crate::library::ArticleKey;
use crate::store::{Answer, Ask, CopiesKnown, Elsewhere, ElsewhereRow, PassageOf, Why};

/// The rows of the panel and the selected one.
#[derive(Clone, Debug, Default)]
pub struct ElsewherePanel {
    /// The article that they are about.
    of: Option<ArticleKey>,
    /// Bytes of its text that were in view when the panel was opened: what is shared there comes first.
    view: Range<usize>,
    /// `None` until it has come.
    pub known: Option<Elsewhere>,
    pub selected: usize,
    pending: Pending,
    /// How the selected version differs, where it has to be asked for.
    difference: Pending,
}

impl ElsewherePanel {
    /// The panel below an article, on a row.
    pub(super) fn on_row(key: ArticleKey, row: usize) -> ElsewherePanel {
        ElsewherePanel {
            of: Some(key),
            selected: row,
            ..ElsewherePanel::default()
        }
    }

    /// The rows that have come.
    pub fn rows(&self) -> &[ElsewhereRow] {
        self.known.as_ref().map_or(&[], |known| &known.rows)
    }

    /// The selected row.
    pub fn row(&self) -> Option<&ElsewhereRow> {
        self.rows().get(self.selected)
    }

    /// Whether rows are still to come.
    pub fn is_waiting(&self) -> bool {
        self.pending.is_waiting()
    }

    /// Why the rows, or the difference of the selected one, failed to come.
    pub fn failed(&self) -> Option<FailedAsk> {
        self.pending.failed().or_else(|| self.difference.failed())
    }

    pub(super) fn retry(&mut self) -> bool {
        self.pending.retry() | self.difference.retry()
    }

    pub(super) fn awaits(&self, generation: u64) -> bool {
        self.pending.awaits(generation) || self.difference.awaits(generation)
    }

    /// Asks for what is lacking; `view` are the bytes of the article's text in view.
    pub(super) fn settle(&mut self, key: ArticleKey, view: Range<usize>, shared: &mut Shared) {
        if self.of != Some(key) {
            *self = ElsewherePanel {
                of: Some(key),
                ..ElsewherePanel::default()
            };
        }
        if self.known.is_none() {
            self.view = view;
        }
        if shared.known.copies != CopiesKnown::Yes {
            self.known = None;
            return;
        }
        let ask = Ask::Elsewhere {
            key,
            view: self.view.clone(),
        };
        self.pending.want(Lane::Panel, ask, shared);
        let Some(row) = self.row() else {
            return;
        };
        let uncompared = Why::Version {
            difference: None,
            first: matches!(row.why, Why::Version { first: true, .. }),
        };
        if row.why == uncompared {
            let ask = Ask::Difference {
                here: key,
                there: row.card.key,
            };
            self.difference.want(Lane::Detail, ask, shared);
        }
    }

    /// Takes in what was awaited.
    pub(super) fn reply(&mut self, reply: StoreReply) {
        if self.difference.awaits(reply.generation) {
            return self.take_difference(reply);
        }
        let answer = self.pending.take(reply).map(|answered| answered.answer);
        if let Some(Answer::Elsewhere(known)) = answer {
            self.selected = self.selected.min(known.rows.len().saturating_sub(1));
            self.known = Some(*known);
        }
    }

    fn take_difference(&mut self, reply: StoreReply) {
        let asked = match self.difference.asked() {
            Some((_, Ask::Difference { there, .. })) => *there,
            _ => return,
        };
        let answer = self.difference.take(reply).map(|answered| answered.answer);
        let rows = self.known.as_mut().map(|known| &mut known.rows);
        for row in rows.into_iter().flatten() {
            if let (Why::Version { difference, .. }, Some(Answer::Difference(found))) =
                (&mut row.why, &answer)
                && row.card.key == asked
            {
                *difference = Some(*found);
            }
        }
    }
}

impl Browse {
    /// Opens the panel below the article being read.
    pub(super) fn open_elsewhere(&mut self) {
        if self.focus == Focus::Reader && self.pane.key.is_some() {
            self.panel = Panel::Elsewhere(Box::default());
        }
    }

    pub(super) fn in_elsewhere(
        &mut self,
        action: Action,
        rows: Option<isize>,
        shared: &mut Shared,
    ) -> StackChange {
        let Panel::Elsewhere(panel) = &mut self.panel else {
            return StackChange::Stay;
        };
        if let Some(rows) = rows {
            let last = panel.rows().len().saturating_sub(1);
            panel.selected = panel.selected.saturating_add_signed(rows).min(last);
            return StackChange::Stay;
        }
        match action {
            Action::Open => self.jump_elsewhere(),
            Action::Compare => return self.open_compare(),
            Action::Back => self.panel = Panel::None,
            // The article above the panel can still be read on.
            _ => self.in_reader(action, None, shared),
        }
        StackChange::Stay
    }

    /// Goes to the selected article, and to the passage that it shares.
    fn jump_elsewhere(&mut self) {
        let Panel::Elsewhere(panel) = &self.panel else {
            return;
        };
        let Some((row, here)) = panel.row().zip(self.pane.key) else {
            return;
        };
        let key = row.card.key;
        let passage = match &row.why {
            Why::Shares { passages, .. } => passages.first(),
            Why::Version { .. } => None,
        };
        let known = panel.known.as_ref();
        let passage = passage.and_then(|at| known?.passages.get(*at)).cloned();
        let from = self.place();
        self.leave_behind(from);
        match passage {
            Some(passage) => {
                let passage = PassageOf {
                    article: here,
                    bytes: passage.bytes,
                };
                self.show_passage(key, passage);
            }
            None => self.show(key, super::Landing::Byte(None)),
        }
        self.open_elsewhere();
    }

    fn show_passage(&mut self, key: ArticleKey, passage: PassageOf) {
        self.focus = Focus::Reader;
        self.panel = Panel::None;
        self.pane.read_at_passage(key, passage);
        self.list.select(key);
    }

    /// Compares the article being read with the selected one: the earlier version of a story first,
    /// so that what is marked in the second is what was changed.
    fn open_compare(&mut self) -> StackChange {
        let Panel::Elsewhere(panel) = &self.panel else {
            return StackChange::Stay;
        };
        let (Some(row), Some(here), Some(known)) = (panel.row(), self.pane.key, &panel.known)
        else {
            return StackChange::Stay;
        };
        let there = row.card.key;
        let place = |key| known.versions.iter().position(|version| *version == key);
        let versions = known.versions.clone();
        let screen = match (place(here), place(there)) {
            (Some(own), Some(other)) if other < own => CompareScreen::new(there, here, versions),
            (_, None) => CompareScreen::new(here, there, Vec::new()),
            _ => CompareScreen::new(here, there, versions),
        };
        StackChange::push(Screen::Compare(screen))
    }
}
