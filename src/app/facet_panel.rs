//! The facet panel: sources and months of what the search finds, to take or to leave.

use std::collections::BTreeSet;

use super::action::Action;
use super::{App, Effect, Panel};
use crate::library::{Facet, Facets};

/// The two columns of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    #[default]
    Sources,
    Months,
}

/// Where the panel's cursor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FacetPanel {
    pub column: Column,
    /// Selected row of each column.
    pub source: usize,
    pub month: usize,
}

impl FacetPanel {
    /// Keeps the cursor on its values when they have moved.
    pub(super) fn follow(&mut self, before: &Facets, now: &Facets) {
        self.source = moved(&before.sources, &now.sources, self.source);
        self.month = moved(&before.months, &now.months, self.month);
    }

    fn selected(&mut self) -> &mut usize {
        match self.column {
            Column::Sources => &mut self.source,
            Column::Months => &mut self.month,
        }
    }
}

impl App {
    pub(super) fn in_facets(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let Panel::Facets(panel) = &mut self.panel else {
            return Vec::new();
        };
        let length = match panel.column {
            Column::Sources => self.found.facets.sources.len(),
            Column::Months => self.found.facets.months.len(),
        };
        if let Some(rows) = rows {
            let selected = panel.selected();
            *selected = selected
                .saturating_add_signed(rows)
                .min(length.saturating_sub(1));
            return Vec::new();
        }
        match action {
            Action::OtherColumn => {
                panel.column = match panel.column {
                    Column::Sources => Column::Months,
                    Column::Months => Column::Sources,
                };
                Vec::new()
            }
            Action::Mark => self.mark_facet(),
            Action::ClearFilter => self.clear_filter(),
            Action::Back => {
                self.panel = Panel::None;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn mark_facet(&mut self) -> Vec<Effect> {
        let Panel::Facets(panel) = &self.panel else {
            return Vec::new();
        };
        let facets = &self.found.facets;
        let filter = &mut self.request.filter;
        match panel.column {
            Column::Sources => {
                if let Some(facet) = facets.sources.get(panel.source) {
                    toggle(&mut filter.sources, facet.value.clone());
                }
            }
            Column::Months => {
                if let Some(facet) = facets.months.get(panel.month) {
                    toggle(&mut filter.months, facet.value);
                }
            }
        }
        vec![self.ask()]
    }

    pub(super) fn clear_filter(&mut self) -> Vec<Effect> {
        if self.request.filter.is_empty() {
            return Vec::new();
        }
        self.request.filter = crate::library::Filter::default();
        vec![self.ask()]
    }
}

/// Where the value at `index` of `before` stands now; the same row where it is gone.
fn moved<T: PartialEq>(before: &[Facet<T>], now: &[Facet<T>], index: usize) -> usize {
    let value = before.get(index).map(|facet| &facet.value);
    let place = now.iter().position(|facet| Some(&facet.value) == value);
    place.unwrap_or(index).min(now.len().saturating_sub(1))
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}
