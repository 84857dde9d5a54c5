//! The commands of the reading pane, and jumps between articles and back.

use super::super::action::Action;
use super::super::note::AppNote;
use super::super::panes::{MIN_MEASURE, MIN_TWO_PANE_COLS, has_two_panes};
use super::super::screen::Count;
use super::super::shared::Shared;
use super::elsewhere_panel::ElsewherePanel;
use super::jumps::{ArticlePlace, PanelPlace};
use super::reading_pane::Landing;
use super::related_panel::RelatedPanel;
use super::{Browse, Focus, Panel};
use crate::library::ArticleKey;

impl Browse {
    /// Carries out a command while an article is read; `rows` is how far a moving command moves.
    pub(super) fn in_reader(&mut self, action: Action, rows: Option<isize>, shared: &mut Shared) {
        match action {
            Action::Related => return self.open_related(),
            Action::Elsewhere => return self.open_elsewhere(),
            Action::Back => {
                self.remember_place();
                self.focus = Focus::List;
                self.panel = Panel::None;
                // The list shows how an article begins; the place is remembered.
                if let Some(reader) = self.pane.reader_mut() {
                    reader.go_to_byte(None);
                }
                return;
            }
            Action::Earlier => return self.go_to_earlier(shared),
            Action::NextHit if self.find.is_some() => return self.walk_found(1, shared),
            Action::PreviousHit if self.find.is_some() => return self.walk_found(-1, shared),
            _ => {}
        }
        let height = self.panes(shared.size()).reader_rows();
        let Some(reader) = self.pane.reader_mut() else {
            return shared.say(&AppNote::NotYetHere);
        };
        if let Some(rows) = rows {
            return reader.scroll(rows, height);
        }
        let (done, otherwise) = match action {
            Action::ToggleFold => {
                let none = match reader.page.fold_count() {
                    0 => &AppNote::NothingFolded,
                    _ => &AppNote::NoFoldInView,
                };
                (reader.toggle_fold(height), none)
            }
            Action::ToggleFolds => (reader.toggle_folds(height), &AppNote::NothingFolded),
            Action::NextHit | Action::PreviousHit => {
                let none = if reader.hits.is_empty() {
                    &AppNote::NoMatch
                } else {
                    &AppNote::NoFurtherMatch
                };
                let step = if action == Action::NextHit { 1 } else { -1 };
                (reader.go_to_hit(step, height), none)
            }
            _ => return,
        };
        if !done {
            shared.say(otherwise);
        }
    }

    /// The list beside the reader or not; with a count the measure of the text.
    pub(super) fn full_width(&mut self, count: Count, shared: &mut Shared) {
        if let Some(columns) = count {
            let columns = columns.max(MIN_MEASURE);
            shared.measure = Some(columns);
            let columns = u64::from(columns);
            return shared.say(&AppNote::MeasureNow { columns });
        }
        if !has_two_panes(shared.cols, shared.rows) {
            let columns = u64::from(MIN_TWO_PANE_COLS);
            return shared.say(&AppNote::NoRoomForList { columns });
        }
        self.list_beside = !self.list_beside;
    }

    /// To what the repeat in view repeats; the way back is remembered.
    fn go_to_earlier(&mut self, shared: &mut Shared) {
        let height = self.panes(shared.size()).reader_rows();
        let from = self.place();
        let reader = self.pane.reader_mut();
        if reader.is_some_and(|reader| reader.go_to_earlier(height)) {
            // Where they are in view already one has gone nowhere.
            self.leave_behind(from.filter(|_| self.place() != from));
        } else {
            shared.say(&AppNote::NoRepeatInView);
        }
    }

    /// Goes to another article, with its related articles in view.
    pub(super) fn jump(&mut self, key: ArticleKey) {
        let from = self.place();
        self.leave_behind(from);
        self.show(key, Landing::Byte(None));
        self.open_related();
    }

    pub(super) fn jump_back(&mut self, shared: &mut Shared) {
        let from = self.place();
        let to = self.jumps.back(from);
        match to {
            Some(place) => self.go_to(place),
            None => shared.say(&AppNote::NoJumpBack),
        }
    }

    pub(super) fn jump_forward(&mut self, shared: &mut Shared) {
        let from = self.place();
        let to = self.jumps.forward(from);
        match to {
            Some(place) => self.go_to(place),
            None => shared.say(&AppNote::NoJumpForward),
        }
    }

    /// Reads an article from a place on, with the panel that was open there.
    pub(super) fn go_to(&mut self, place: ArticlePlace) {
        let reading = self.pane.key == Some(place.key) && self.focus == Focus::Reader;
        match self.pane.reader_mut().filter(|_| reading) {
            // Within an article, what was opened stays open.
            Some(reader) => reader.go_to_byte(place.byte),
            None => self.show(place.key, Landing::Byte(place.byte)),
        }
        self.panel = match place.panel {
            PanelPlace::None => Panel::None,
            PanelPlace::Related(row) => {
                Panel::Related(Box::new(RelatedPanel::on_row(place.key, row)))
            }
            PanelPlace::Elsewhere(row) => {
                Panel::Elsewhere(Box::new(ElsewherePanel::on_row(place.key, row)))
            }
        };
    }

    /// Remembers where the article that is being read is left.
    pub(super) fn remember_place(&mut self) {
        if self.focus != Focus::Reader {
            return;
        }
        self.marks_read = self.list.marks();
        if let Some(place) = self.pane.place(self.panel.place()) {
            let marks = self.marks_read.clone();
            self.places.leave(place.key, place.byte, marks);
        }
    }
}
