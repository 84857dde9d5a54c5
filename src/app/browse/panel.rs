//! The panel below the list or the reader, if one is open.

use super::elsewhere_panel::ElsewherePanel;
use super::facet_panel::FacetPanel;
use super::jumps::PanelPlace;
use super::related_panel::RelatedPanel;

/// The panel below the list or the reader.
#[derive(Clone, Debug, Default)]
pub enum Panel {
    #[default]
    None,
    Facets(FacetPanel),
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
}
