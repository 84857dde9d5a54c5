//! The search box: every key changes the request, and thereby the list.

use super::super::action::Action;
use super::super::key::KeyPress;
use super::super::line_edit::LineEdit;
use super::super::note::AppNote;
use super::super::shared::Shared;
use super::jumps::ArticlePlace;
use super::{Browse, Focus, Panel};
use crate::index::Forms;
use crate::library::ArticleKey;
use crate::query::Query;

/// The box while it is being typed into.
#[derive(Clone, Debug, Default)]
pub struct SearchBox {
    pub line: LineEdit,
    /// The query before the box was opened, which Esc restores.
    before: QueryBefore,
    /// The selected article then.
    selected: Option<ArticleKey>,
    /// The place in the article being read then.
    reading: Option<ArticlePlace>,
    /// Place in the history, from the newest; `None` while typing something new.
    recalled: Option<usize>,
}

/// The part of a request that is changed while the box is open.
#[derive(Clone, Debug, Default)]
struct QueryBefore {
    text: String,
    typing: bool,
    forms: Forms,
}

impl Browse {
    pub(super) fn open_search(&mut self) {
        self.end_find();
        self.remember_place();
        let reading = self.place().filter(|_| self.focus == Focus::Reader);
        self.focus = Focus::List;
        self.panel = Panel::None;
        self.search = Some(SearchBox {
            line: LineEdit::new(&self.request.text),
            before: QueryBefore {
                text: self.request.text.clone(),
                typing: self.request.typing,
                forms: self.request.forms,
            },
            selected: self.list.article().filter(|_| self.list.position() > 0),
            reading,
            recalled: None,
        });
    }

    pub(in crate::app) fn type_char(&mut self, key: KeyPress) {
        if self.finds() {
            return self.type_to_find(key);
        }
        if self.facet_line().is_some() {
            return self.type_in_facets(key);
        }
        if let (Some(c), Some(search)) = (key.typed(), self.search.as_mut()) {
            search.line.insert(c.encode_utf8(&mut [0; 4]));
            self.search_typed();
        }
    }

    /// Inserts pasted text into the box; a message says where it was in screen order and has been turned round.
    pub(in crate::app) fn paste(&mut self, text: &str, shared: &mut Shared) {
        let line = match (&mut self.search, &mut self.find) {
            (Some(search), _) => &mut search.line,
            (None, Some(find)) if find.is_typed => &mut find.line,
            _ => match &mut self.panel {
                Panel::Facets(panel) if panel.typed.is_some() => match panel.line_mut() {
                    Some(line) => line,
                    None => return,
                },
                _ => return shared.say(&AppNote::PastedNowhere),
            },
        };
        if line.paste(text) {
            shared.say(&AppNote::TurnedBack);
        }
        self.dates_typed();
        self.search_typed();
    }

    /// Searches the text of the box; the best match will be selected.
    fn search_typed(&mut self) {
        let Some(search) = self.search.as_ref() else {
            return;
        };
        if self.request.text == search.line.text() {
            return;
        }
        search.line.text().clone_into(&mut self.request.text);
        self.request.typing = true;
        // What is selected stays so until there is something better to select.
        self.list.restarts = true;
    }

    pub(super) fn edit_search(&mut self, action: Action, shared: &Shared) {
        let Some(search) = self.search.as_mut() else {
            return;
        };
        let line = &mut search.line;
        let options = shared.input_layout();
        match action {
            Action::ResultDown => self.list.move_by(1),
            Action::ResultUp => self.list.move_by(-1),
            Action::HistoryBack => self.recall(1, shared),
            Action::HistoryForward => self.recall(-1, shared),
            action => line.edit(action, options),
        }
        self.search_typed();
    }

    /// Goes to the list that is on the screen, and asks for no other: a word that was only begun stays so. The way back
    /// to what was read when the box was opened is remembered.
    pub(super) fn accept_search(&mut self, shared: &mut Shared) {
        let from = self.search.take().and_then(|search| search.reading);
        self.leave_behind(from);
        // A blank at the end ends the last word.
        let text = self.request.text.trim_start().to_owned();
        if !text.is_empty() {
            shared.history.retain(|earlier| *earlier != text);
            shared.history.push(text);
        }
    }

    /// Whether the last word of what is searched is taken for the beginning of one: nothing, not even a blank, ends it.
    pub fn ends_in_a_beginning(&self) -> bool {
        let query = Query::parse(&self.request.text, self.request.typing);
        query.words().any(|word| word.typing)
    }

    /// Goes back to what was searched, selected and read before the box was opened.
    pub(super) fn cancel_search(&mut self) {
        let Some(search) = self.search.take() else {
            return;
        };
        let QueryBefore {
            text,
            typing,
            forms,
        } = search.before;
        if self.request.text != text || self.request.typing != typing || self.request.forms != forms
        {
            (self.request.text, self.request.typing, self.request.forms) = (text, typing, forms);
            self.list.select = search.selected;
            self.list.restarts = true;
        }
        if let Some(place) = search.reading {
            self.go_to(place);
        }
    }

    /// Puts an earlier (`+1`) or later (`-1`) search into the box.
    fn recall(&mut self, step: isize, shared: &Shared) {
        let Some(search) = self.search.as_mut() else {
            return;
        };
        let next = match search.recalled {
            None if step > 0 => Some(0),
            None => return,
            Some(at) => at.checked_add_signed(step),
        };
        let newest_first = shared.history.iter().rev();
        match next {
            None => search.line = LineEdit::default(),
            Some(at) => match newest_first.clone().nth(at) {
                Some(text) => search.line = LineEdit::new(text),
                None => return,
            },
        }
        search.recalled = next;
        self.search_typed();
    }
}
