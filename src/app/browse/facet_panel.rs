//! The facet panel: sources and months of the articles found, which can be added to the filter.

use std::collections::BTreeSet;

use super::super::action::Action;
use super::{Browse, Panel};
use crate::library::{Facet, Facets, Filter};

/// The two columns of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacetColumn {
    #[default]
    Sources,
    Months,
}

/// The column that has the keys, and the selected row of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FacetPanel {
    pub column: FacetColumn,
    /// Selected row of each column.
    pub source: usize,
    pub month: usize,
}

impl FacetPanel {
    /// Keeps the selection on its values where these have moved.
    pub(super) fn follow(&mut self, before: &Facets, now: &Facets) {
        self.source = moved(&before.sources, &now.sources, self.source);
        self.month = moved(&before.months, &now.months, self.month);
    }

    /// Rows of the column that has the keys.
    pub(in crate::app) fn length(self, facets: &Facets) -> usize {
        match self.column {
            FacetColumn::Sources => facets.sources.len(),
            FacetColumn::Months => facets.months.len(),
        }
    }

    /// The selected row of the column that has the keys.
    pub(super) fn row(&self) -> usize {
        match self.column {
            FacetColumn::Sources => self.source,
            FacetColumn::Months => self.month,
        }
    }

    pub(super) fn row_mut(&mut self) -> &mut usize {
        match self.column {
            FacetColumn::Sources => &mut self.source,
            FacetColumn::Months => &mut self.month,
        }
    }
}

impl Browse {
    pub(super) fn in_facets(&mut self, action: Action, rows: Option<isize>) {
        let Panel::Facets(panel) = &mut self.panel else {
            return;
        };
        let facets = &self.list.head.facets;
        let length = panel.length(facets);
        if let Some(rows) = rows {
            let row = panel.row_mut();
            *row = row
                .saturating_add_signed(rows)
                .min(length.saturating_sub(1));
            return;
        }
        match action {
            Action::OtherColumn => {
                panel.column = match panel.column {
                    FacetColumn::Sources => FacetColumn::Months,
                    FacetColumn::Months => FacetColumn::Sources,
                };
            }
            Action::Mark => self.mark_facet(),
            Action::ClearFilter => self.clear_filter(),
            Action::Back => self.panel = Panel::None,
            _ => {}
        }
    }

    /// Adds the selected value to the filter, or takes it out.
    fn mark_facet(&mut self) {
        let Panel::Facets(panel) = &self.panel else {
            return;
        };
        let facets = &self.list.head.facets;
        let filter = &mut self.request.filter;
        match panel.column {
            FacetColumn::Sources => {
                if let Some(facet) = facets.sources.get(panel.source) {
                    toggle(&mut filter.sources, facet.value.clone());
                }
            }
            FacetColumn::Months => {
                if let Some(facet) = facets.months.get(panel.month) {
                    toggle(&mut filter.months, facet.value);
                }
            }
        }
    }

    /// Lists what the filter left out too; the same article stays selected.
    pub(super) fn clear_filter(&mut self) {
        self.list.select = self.list.article();
        self.request.filter = Filter::default();
    }
}

/// The present row of the value that was at `index`; the same row where it is gone.
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
