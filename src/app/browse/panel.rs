//! The panel below the list or the reader, if one is open.

use super::elsewhere_panel::ElsewherePanel;
use super::facet_panel::FacetPanel;
use super::jumps::PanelPlace;
use super::related_panel::RelatedPanel;
use super::{Browse, Focus, Panes, Shared};
use crate::app::message::StoreReply;
use crate::app::pending::FailedAsk;

/// The panel below the list or the reader.
#[derive(Clone, Debug, Default)]
pub enum Panel {
    #[default]
    None,
    Facets(Box<FacetPanel>),
    Related(Box<RelatedPanel>),
    /// Other articles with the same text.
    Elsewhere(Box<ElsewherePanel>),
}

impl Panel {
    /// What is to be opened again where one comes back to.
    pub(super) fn place(&self) -> PanelPlace {
        match self {
            Panel::None | Panel::Facets(_) => PanelPlace::None,
            Panel::Related(panel) => PanelPlace::Related(panel.selected),
            Panel::Elsewhere(panel) => PanelPlace::Elsewhere(panel.selected),
        }
    }

    /// The selected row.
    pub(super) fn row(&self) -> Option<usize> {
        match self {
            Panel::None => None,
            Panel::Facets(panel) => Some(panel.row()),
            Panel::Related(panel) => Some(panel.selected),
            Panel::Elsewhere(panel) => Some(panel.selected),
        }
    }

    /// Selects a row.
    pub(super) fn select(&mut self, row: usize) {
        match self {
            Panel::None => {}
            Panel::Facets(panel) => *panel.row_mut() = row,
            Panel::Related(panel) => panel.selected = row,
            Panel::Elsewhere(panel) => panel.selected = row,
        }
    }

    /// Whether it waits for the answer to this ask.
    pub(super) fn awaits(&self, generation: u64) -> bool {
        match self {
            Panel::Related(panel) => panel.pending.awaits(generation),
            Panel::Elsewhere(panel) => panel.awaits(generation),
            Panel::None | Panel::Facets(_) => false,
        }
    }

    /// Takes in an answer that it waits for.
    pub(super) fn reply(&mut self, reply: StoreReply) {
        match self {
            Panel::Related(panel) => panel.reply(reply),
            Panel::Elsewhere(panel) => panel.reply(reply),
            Panel::None | Panel::Facets(_) => {}
        }
    }

    /// Asks again for what failed; false where nothing did.
    pub(super) fn retry(&mut self) -> bool {
        match self {
            Panel::Related(panel) => panel.pending.retry(),
            Panel::Elsewhere(panel) => panel.retry(),
            Panel::None | Panel::Facets(_) => false,
        }
    }

    /// Why something that it should show failed to come.
    pub(super) fn failed(&self) -> Option<FailedAsk> {
        match self {
            Panel::Related(panel) => panel.pending.failed(),
            Panel::Elsewhere(panel) => panel.failed(),
            Panel::None | Panel::Facets(_) => None,
        }
    }
}

impl Browse {
    pub(super) fn settle_panel(&mut self, panes: Panes, shared: &mut Shared) {
        if let Panel::Facets(panel) = &mut self.panel {
            return panel.settle(&self.list.head, shared.words);
        }
        let Some(key) = self.pane.key.filter(|_| self.focus == Focus::Reader) else {
            return;
        };
        match &mut self.panel {
            Panel::Related(panel) => panel.settle(key, shared),
            Panel::Elsewhere(panel) => {
                let view = self.pane.bytes_in_view(panes.reader_rows());
                panel.settle(key, view, shared);
            }
            Panel::None | Panel::Facets(_) => {}
        }
    }
}
