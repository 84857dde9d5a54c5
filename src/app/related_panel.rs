//! The panel of related articles, and jumping between articles and back.

use std::sync::Arc;

use super::action::Action;
use super::jumps::Place;
use super::{App, ArticleNo, Effect, Focus, Panel, strings};

impl App {
    /// Opens the panel and asks for the related articles, where they are not known yet.
    pub(super) fn open_related(&mut self) -> Vec<Effect> {
        let Some(reader) = self.reader.as_ref().filter(|_| self.focus == Focus::Reader) else {
            return Vec::new();
        };
        let known = reader.related.is_some() && !reader.related_is_old;
        self.panel = Panel::Related(0);
        if known {
            Vec::new()
        } else {
            self.ask_related()
        }
    }

    pub(super) fn ask_related(&self) -> Vec<Effect> {
        let ask = |no| Effect::Related {
            library: Arc::clone(&self.library),
            no,
        };
        self.reader.iter().map(|reader| ask(reader.no)).collect()
    }

    pub(super) fn in_related(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let Panel::Related(selected) = self.panel else {
            return Vec::new();
        };
        let related = self.reader.as_ref().and_then(|r| r.related.as_ref());
        let length = related.map_or(0, Vec::len);
        if let Some(rows) = rows {
            let last = length.saturating_sub(1);
            self.panel = Panel::Related(selected.saturating_add_signed(rows).min(last));
            return Vec::new();
        }
        match action {
            Action::Open => match related.and_then(|list| list.get(selected)) {
                Some(related) => self.jump(related.no),
                None => Vec::new(),
            },
            Action::Back => {
                self.panel = Panel::None;
                Vec::new()
            }
            // The article above the panel can still be read on.
            _ => self.in_reader(action, None),
        }
    }

    /// Goes to another article, with its related articles in view.
    fn jump(&mut self, no: ArticleNo) -> Vec<Effect> {
        let from = self.place();
        self.leave_behind(from);
        self.show(no);
        self.open_related()
    }

    /// Remembers where a jump began.
    pub(super) fn leave_behind(&mut self, from: Option<Place>) {
        if let Some(place) = from {
            self.jumps.leave(place);
        }
    }

    pub(super) fn jump_back(&mut self) -> Vec<Effect> {
        let to = self.place().and_then(|from| self.jumps.back(from));
        self.go(to, strings::NO_JUMP)
    }

    pub(super) fn jump_forward(&mut self) -> Vec<Effect> {
        let to = self.place().and_then(|from| self.jumps.forward(from));
        self.go(to, strings::NO_JUMP_FORWARD)
    }

    fn go(&mut self, to: Option<Place>, otherwise: &str) -> Vec<Effect> {
        match to {
            Some(place) => self.go_to(place),
            None => self.message = Some(otherwise.to_owned()),
        }
        Vec::new()
    }

    /// Reads an article from a place on.
    pub(super) fn go_to(&mut self, place: Place) {
        let reading = self.reader.as_ref().map(|r| r.no) == Some(place.no);
        // Within an article, what was opened stays open.
        if !reading || self.focus != Focus::Reader {
            self.show(place.no);
        }
        if let Some(reader) = self.reader.as_mut() {
            reader.go_to_byte(place.byte);
            reader.earlier.clear();
        }
    }

    /// Where one is now: the article being read, or the one selected.
    pub(super) fn place(&self) -> Option<Place> {
        match (&self.reader, self.focus) {
            (Some(reader), Focus::Reader) => Some(Place {
                no: reader.no,
                byte: reader.byte_in_view(),
            }),
            _ => self.list.article().map(|no| Place { no, byte: None }),
        }
    }
}
