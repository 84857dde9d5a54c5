//! The panel of articles related to the one being read: asking for them, selecting one, jumping to it.

use super::super::action::Action;
use super::super::message::{Lane, StoreReply};
use super::super::pending::Pending;
use super::super::shared::Shared;
use super::{Browse, Focus, Panel};
use crate::library::ArticleKey;
use crate::store::{Answer, Ask, RelatedRow};

/// Number of related articles asked for; versions of the article come on top.
const MAX_RELATED: usize = 20;

/// The rows of the panel and the selected one.
#[derive(Clone, Debug, Default)]
pub struct RelatedPanel {
    /// The article that they are close to.
    of: Option<ArticleKey>,
    /// `None` until they have come.
    pub rows: Option<Vec<RelatedRow>>,
    pub selected: usize,
    pub pending: Pending,
}

impl RelatedPanel {
    /// The panel below an article, on a row.
    pub(super) fn on_row(key: ArticleKey, row: usize) -> RelatedPanel {
        RelatedPanel {
            of: Some(key),
            selected: row,
            ..RelatedPanel::default()
        }
    }

    /// Asks for what is close to an article.
    pub(super) fn settle(&mut self, key: ArticleKey, shared: &mut Shared) {
        if self.of != Some(key) {
            *self = RelatedPanel {
                of: Some(key),
                ..RelatedPanel::default()
            };
        }
        let ask = Ask::Related {
            key,
            n: MAX_RELATED,
        };
        self.pending.want(Lane::Panel, ask, shared);
    }

    /// Takes in what was awaited; the selection stays on its article.
    pub(super) fn reply(&mut self, reply: StoreReply) {
        let Some(answered) = self.pending.take(reply) else {
            return;
        };
        let Answer::Related(rows) = answered.answer else {
            return;
        };
        let key = self
            .row()
            .map(|row| row.card.key)
            .filter(|_| self.selected > 0);
        let at = rows.iter().position(|row| Some(row.card.key) == key);
        self.selected = at
            .unwrap_or(self.selected)
            .min(rows.len().saturating_sub(1));
        self.rows = Some(rows);
    }

    /// The selected row.
    pub(in crate::app) fn row(&self) -> Option<&RelatedRow> {
        self.rows.as_ref()?.get(self.selected)
    }
}

impl Browse {
    /// Opens the panel below the article being read.
    pub(super) fn open_related(&mut self) {
        if self.focus == Focus::Reader && self.pane.key.is_some() {
            self.panel = Panel::Related(Box::default());
        }
    }

    pub(super) fn in_related(&mut self, action: Action, rows: Option<isize>, shared: &mut Shared) {
        let Panel::Related(panel) = &mut self.panel else {
            return;
        };
        if let Some(rows) = rows {
            let last = panel.rows.as_ref().map_or(0, Vec::len).saturating_sub(1);
            panel.selected = panel.selected.saturating_add_signed(rows).min(last);
            return;
        }
        match action {
            Action::Open => {
                if let Some(key) = panel.row().map(|row| row.card.key) {
                    self.jump(key);
                }
            }
            Action::Back => self.panel = Panel::None,
            // The article above the panel can still be read on.
            _ => self.in_reader(action, None, shared),
        }
    }
}
