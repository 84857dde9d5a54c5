//! The facet panel: sources, months and days of the articles found, which can be added to the filter or left out of it.

use std::collections::BTreeSet;

use super::super::action::Action;
use super::super::note::AppNote;
use super::super::shared::Shared;
use super::facet_box::{FacetBox, SoughtSources};
use super::{Browse, Panel};
use crate::library::{Facet, FacetPeriod, Facets, Filter};

/// The two columns of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacetColumn {
    #[default]
    Sources,
    Periods,
}

/// The column that has the keys, the selected row of each, and what is typed.
#[derive(Clone, Debug, Default)]
pub struct FacetPanel {
    pub column: FacetColumn,
    /// Selected row of each column, among all its rows.
    pub source: usize,
    pub period: usize,
    /// The sources shown, where some are looked for.
    pub sought: SoughtSources,
    /// The box that has the keys.
    pub typed: Option<FacetBox>,
}

impl FacetPanel {
    /// Keeps the selection on its values where these have moved.
    pub(super) fn follow(&mut self, before: &Facets, now: &Facets) {
        self.source = moved(&before.sources, &now.sources, self.source);
        let (before, now): (Vec<_>, Vec<_>) = (before.periods().collect(), now.periods().collect());
        self.period = moved(&before, &now, self.period);
    }

    /// Rows of the column that has the keys.
    pub(in crate::app) fn length(&self, facets: &Facets) -> usize {
        match self.column {
            FacetColumn::Sources => self.sought.length(facets),
            FacetColumn::Periods => facets.periods().count(),
        }
    }

    /// The selected row of the column that has the keys.
    pub(super) fn row(&self) -> usize {
        match self.column {
            FacetColumn::Sources => self.source,
            FacetColumn::Periods => self.period,
        }
    }

    pub(super) fn row_mut(&mut self) -> &mut usize {
        match self.column {
            FacetColumn::Sources => &mut self.source,
            FacetColumn::Periods => &mut self.period,
        }
    }

    /// Moves the selection over the rows that are shown.
    pub(super) fn move_by(&mut self, rows: isize, facets: &Facets) {
        let last = self.length(facets).saturating_sub(1);
        let moved = |place: usize| place.saturating_add_signed(rows).min(last);
        match self.column {
            FacetColumn::Sources => {
                let place = moved(self.sought.place(self.source));
                self.source = self.sought.row(place).unwrap_or(self.source);
            }
            FacetColumn::Periods => self.period = moved(self.period),
        }
    }

    /// The name of the selected source, where the column of sources has the keys.
    fn selected_source(&self, facets: &Facets) -> Option<String> {
        let here = self.column == FacetColumn::Sources && self.length(facets) > 0;
        let facet = facets.sources.get(self.source).filter(|_| here)?;
        Some(facet.value.clone())
    }
}

impl Browse {
    pub(super) fn in_facets(&mut self, action: Action, rows: Option<isize>, shared: &mut Shared) {
        let Panel::Facets(panel) = &mut self.panel else {
            return;
        };
        if let Some(rows) = rows {
            return panel.move_by(rows, &self.list.head.facets);
        }
        match action {
            Action::OtherColumn => {
                panel.column = match panel.column {
                    FacetColumn::Sources => FacetColumn::Periods,
                    FacetColumn::Periods => FacetColumn::Sources,
                };
            }
            Action::Mark => self.mark_facet(),
            Action::LeaveOut => self.leave_out_facet(shared),
            Action::Find => self.open_source_box(),
            Action::Dates => self.open_dates_box(),
            Action::ClearFilter => self.clear_filter(),
            Action::Leave if panel.sought.is_asked() => panel.sought = SoughtSources::default(),
            Action::Leave | Action::Back => self.panel = Panel::None,
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
                if let Some(source) = panel.selected_source(facets) {
                    filter.left_out.remove(&source);
                    toggle(&mut filter.sources, source);
                }
            }
            FacetColumn::Periods => match facets.periods().nth(panel.period) {
                Some(Facet {
                    value: FacetPeriod::Month(month),
                    ..
                }) => toggle(&mut filter.months, month),
                Some(Facet {
                    value: FacetPeriod::Day(day),
                    ..
                }) => toggle(&mut filter.days, day),
                None => {}
            },
        }
    }

    /// Leaves the articles of the selected source out of the list, or lets them in again.
    fn leave_out_facet(&mut self, shared: &mut Shared) {
        let Panel::Facets(panel) = &self.panel else {
            return;
        };
        if panel.column != FacetColumn::Sources {
            return shared.say(&AppNote::OnlySourcesLeftOut);
        }
        let Some(source) = panel.selected_source(&self.list.head.facets) else {
            return;
        };
        let filter = &mut self.request.filter;
        filter.sources.remove(&source);
        toggle(&mut filter.left_out, source.clone());
        let has_form = source.chars().any(char::is_alphanumeric) && !source.contains('"');
        if filter.left_out.contains(&source) && has_form {
            shared.say(&AppNote::LeftOut { source });
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
