//! Searching within the article that is read: a box that marks its words as the search over all would, goes to the first
//! of them from the place where it was opened, and back to that place when it is given up.
//!
//! While it stands, n and N walk its matches; afterwards those of the search over all again.

use super::super::action::Action;
use super::super::key::KeyPress;
use super::super::line_edit::LineEdit;
use super::super::note::AppNote;
use super::super::reader::{HitStep, Reader};
use super::super::shared::Shared;
use super::{Browse, Focus};
use crate::library::ArticleKey;
use crate::store::{Ask, Marks};

/// A search within an article.
#[derive(Clone, Debug)]
pub struct Find {
    key: ArticleKey,
    pub line: LineEdit,
    /// The box has the keys.
    pub is_typed: bool,
    /// The article as it was when the box was opened.
    before: Box<Reader>,
    /// The text whose first match was gone to.
    gone_to: String,
}

impl Browse {
    /// Opens the box.
    pub(super) fn open_find(&mut self, shared: &mut Shared) {
        let Some(reader) = self.pane.reader().filter(|_| self.pane.is_whole()) else {
            return shared.say(&AppNote::NotYetHere);
        };
        self.find = Some(Find {
            key: reader.key,
            line: LineEdit::default(),
            is_typed: true,
            before: Box::new(reader.clone()),
            gone_to: String::new(),
        });
    }

    /// Whether the box has the keys.
    pub(super) fn finds(&self) -> bool {
        self.find.as_ref().is_some_and(|find| find.is_typed)
    }

    /// What is marked in the article: what is searched within it, else what is searched over all.
    pub(super) fn marks(&self) -> Marks {
        match &self.find {
            Some(find) if !find.line.text().trim().is_empty() => Marks {
                text: find.line.text().to_owned(),
                typing: true,
                forms: self.request.forms,
            },
            _ => self.list.marks(),
        }
    }

    pub(super) fn type_to_find(&mut self, key: KeyPress) {
        if let (Some(c), Some(find)) = (key.typed(), self.find.as_mut()) {
            find.line.insert(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Carries out a command while the box has the keys.
    pub(super) fn edit_find(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::ResultDown => self.walk_found(1, shared),
            Action::ResultUp => self.walk_found(-1, shared),
            action => {
                if let Some(find) = self.find.as_mut() {
                    find.line.edit(action, shared.input_layout());
                }
            }
        }
    }

    /// Leaves the box; what was found stays marked, and n and N walk it.
    pub(super) fn accept_find(&mut self) {
        self.find = self
            .find
            .take()
            .filter(|find| !find.line.text().trim().is_empty());
        if let Some(find) = self.find.as_mut() {
            find.is_typed = false;
        }
    }

    /// Gives the search within the article up, and goes back to where it began.
    pub(super) fn cancel_find(&mut self) {
        let found = self.find.take();
        if let (Some(find), Some(reader)) = (found, self.pane.reader_mut()) {
            reader.view_as(&find.before);
        }
    }

    /// Ends the search within the article, which stays where it is; false where there was none.
    pub(super) fn end_find(&mut self) -> bool {
        self.find.take().is_some()
    }

    /// To the next or previous match, round the ends of the article.
    pub(super) fn walk_found(&mut self, step: isize, shared: &mut Shared) {
        let height = self.panes(shared.size()).reader_rows();
        let Some(reader) = self.pane.reader_mut() else {
            return shared.say(&AppNote::NotYetHere);
        };
        match reader.go_round(step, height) {
            HitStep::Gone => {}
            HitStep::Wrapped if step > 0 => shared.say(&AppNote::WrappedToFirst),
            HitStep::Wrapped => shared.say(&AppNote::WrappedToLast),
            HitStep::NoHit => shared.say(&AppNote::NoMatch),
        }
    }

    /// Ends a search within an article that is no longer read.
    pub(super) fn settle_find(&mut self) {
        let reads = |key| self.focus == Focus::Reader && self.pane.key == Some(key);
        if !self.find.as_ref().is_some_and(|find| reads(find.key)) {
            self.find = None;
        }
    }

    /// Goes to the first match, seen from where the box was opened, once the matches of what is typed have come.
    pub(super) fn go_to_found(&mut self, height: usize) {
        let wanted = self.marks();
        let is_answer = match self.pane.pending.asked() {
            Some((_, Ask::Read(ask))) => ask.marks == wanted && !self.pane.pending.is_waiting(),
            _ => false,
        };
        let (Some(find), Some(reader)) = (self.find.as_mut(), self.pane.reader_mut()) else {
            return;
        };
        if is_answer && find.is_typed && find.gone_to != find.line.text() {
            find.line.text().clone_into(&mut find.gone_to);
            reader.view_as(&find.before);
            if !find.gone_to.trim().is_empty() {
                reader.go_to_hit(1, height);
            }
        }
    }
}
