//! The boxes of the facet panel: one in which a part of a source's name is typed, to find it among many, and one for the
//! days from which and to which articles are listed.

use std::sync::Arc;

use super::super::action::Action;
use super::super::key::KeyPress;
use super::super::labels::source_name;
use super::super::line_edit::LineEdit;
use super::super::note::AppNote;
use super::super::shared::Shared;
use super::facet_panel::{FacetColumn, FacetPanel};
use super::{Browse, Panel};
use crate::library::Facets;
use crate::query::{DatesFault, SourceName, TypedDates};
use crate::store::ListHead;
use crate::words::Words;

/// A box that is typed into.
#[derive(Clone, Debug)]
pub enum FacetBox {
    /// Its text is that of [`SoughtSources`].
    Sources,
    Dates(Box<DatesBox>),
}

/// The days that are typed, and the filter's before.
#[derive(Clone, Debug)]
pub struct DatesBox {
    pub line: LineEdit,
    before: Option<TypedDates>,
}

/// Sources of which a part of the name is typed.
#[derive(Clone, Debug, Default)]
pub struct SoughtSources {
    pub line: LineEdit,
    /// Rows among all sources; `None` where nothing is typed.
    found: Option<Vec<usize>>,
    /// What they were found for, and where.
    found_in: Option<(String, Arc<ListHead>)>,
}

impl SoughtSources {
    /// Whether a part of a name is typed.
    pub fn is_asked(&self) -> bool {
        !self.line.text().trim().is_empty()
    }

    /// How many sources are shown.
    pub fn length(&self, facets: &Facets) -> usize {
        self.found.as_ref().map_or(facets.sources.len(), Vec::len)
    }

    /// The row that stands at a place among those shown.
    pub fn row(&self, place: usize) -> Option<usize> {
        match &self.found {
            Some(found) => found.get(place).copied(),
            None => Some(place),
        }
    }

    /// The place of a row among those shown.
    pub fn place(&self, row: usize) -> usize {
        match &self.found {
            Some(found) => found.iter().position(|at| *at == row).unwrap_or(0),
            None => row,
        }
    }

    /// Looks again where something else is typed or other sources are listed; returns whether it did.
    fn settle(&mut self, head: &Arc<ListHead>, words: Words) -> bool {
        let text = self.line.text();
        let same = |(of, within): &(String, Arc<ListHead>)| of == text && Arc::ptr_eq(within, head);
        if self.found_in.as_ref().is_some_and(same) {
            return false;
        }
        // A name that is run together is known only by its whole.
        let name = SourceName::part(text, false);
        let sources = head.facets.sources.iter().enumerate();
        let found = sources.filter(|(_, facet)| {
            let source = source_name(&facet.value, words);
            name.occurs_in(&source) || name.holds(&source)
        });
        self.found = self.is_asked().then(|| found.map(|(row, _)| row).collect());
        self.found_in = Some((self.line.text().to_owned(), Arc::clone(head)));
        true
    }
}

impl FacetPanel {
    /// Shows the sources that what is typed asks for; the selection stays among them.
    pub(super) fn settle(&mut self, head: &Arc<ListHead>, words: Words) {
        if self.sought.settle(head, words) {
            let place = self.sought.place(self.source);
            self.source = self.sought.row(place).unwrap_or(self.source);
        }
    }

    /// The line that is typed into.
    pub(super) fn line_mut(&mut self) -> Option<&mut LineEdit> {
        match self.typed.as_mut()? {
            FacetBox::Sources => Some(&mut self.sought.line),
            FacetBox::Dates(dates) => Some(&mut dates.line),
        }
    }
}

impl Browse {
    pub(super) fn open_source_box(&mut self) {
        if let Panel::Facets(panel) = &mut self.panel {
            panel.column = FacetColumn::Sources;
            panel.typed = Some(FacetBox::Sources);
        }
    }

    pub(super) fn open_dates_box(&mut self) {
        let before = self.request.filter.dates.clone();
        if let Panel::Facets(panel) = &mut self.panel {
            panel.column = FacetColumn::Periods;
            let text = before.as_ref().map_or("", |dates| &dates.text);
            let line = LineEdit::new(text);
            panel.typed = Some(FacetBox::Dates(Box::new(DatesBox { line, before })));
        }
    }

    /// The line of the box of the panel, while it has the keys.
    pub(super) fn facet_line(&mut self) -> Option<&mut LineEdit> {
        match &mut self.panel {
            Panel::Facets(panel) => panel.line_mut(),
            _ => None,
        }
    }

    pub(super) fn type_in_facets(&mut self, key: KeyPress) {
        if let (Some(c), Some(line)) = (key.typed(), self.facet_line()) {
            line.insert(c.encode_utf8(&mut [0; 4]));
            self.dates_typed();
        }
    }

    /// Carries out a command while a box of the panel has the keys.
    pub(super) fn edit_in_facets(&mut self, action: Action, shared: &mut Shared) {
        let Panel::Facets(panel) = &mut self.panel else {
            return;
        };
        match action {
            Action::Accept => return self.accept_facet_box(shared),
            Action::Cancel => return self.cancel_facet_box(),
            Action::ResultDown => panel.move_by(1, &self.list.head.facets),
            Action::ResultUp => panel.move_by(-1, &self.list.head.facets),
            action => {
                if let Some(line) = panel.line_mut() {
                    line.edit(action, shared.input_layout());
                }
            }
        }
        self.dates_typed();
    }

    /// Lists what lies in the days typed so far; what names none limits nothing.
    pub(super) fn dates_typed(&mut self) {
        if let Panel::Facets(panel) = &self.panel
            && let Some(FacetBox::Dates(dates)) = &panel.typed
        {
            let read = TypedDates::read(dates.line.text(), true);
            self.request.filter.dates = read.and_then(Result::ok);
        }
    }

    /// Leaves the box with what is typed, unless that should be days and is none.
    fn accept_facet_box(&mut self, shared: &mut Shared) {
        let Panel::Facets(panel) = &mut self.panel else {
            return;
        };
        if let Some(FacetBox::Dates(dates)) = &panel.typed {
            match TypedDates::read(dates.line.text(), false).transpose() {
                Ok(read) => self.request.filter.dates = read,
                Err(DatesFault::NotYet | DatesFault::NotADate) => {
                    let words = dates.line.text().to_owned();
                    return shared.say(&AppNote::NotDays { words });
                }
            }
        }
        panel.typed = None;
    }

    fn cancel_facet_box(&mut self) {
        let Panel::Facets(panel) = &mut self.panel else {
            return;
        };
        match panel.typed.take() {
            Some(FacetBox::Sources) => panel.sought.line = LineEdit::default(),
            Some(FacetBox::Dates(dates)) => self.request.filter.dates = dates.before,
            None => {}
        }
    }
}
