//! The search box: every key changes the request, and the list follows.

use super::action::{Action, Mode};
use super::jumps::Place;
use super::key::Key;
use super::line_edit::LineEdit;
use super::overlay::Overlay;
use super::strings;
use super::{App, ArticleNo, Effect, Focus, Panel};
use crate::index::Forms;
use crate::index::forms::FormKind;

/// The box while it is being typed into.
#[derive(Clone, Debug, Default)]
pub struct SearchBox {
    pub line: LineEdit,
    /// What was searched before the box was opened, for Esc.
    before: (String, bool, Forms),
    /// What was selected then.
    selected: Option<ArticleNo>,
    /// What was being read then, and where.
    reading: Option<Place>,
    /// Place in the history, from the newest; `None` while typing something new.
    recalled: Option<usize>,
}

impl App {
    pub(super) fn open_search(&mut self) {
        let reading = self.place().filter(|_| self.focus == Focus::Reader);
        self.focus = Focus::List;
        self.panel = Panel::None;
        self.search = Some(SearchBox {
            line: LineEdit::new(&self.request.text),
            before: (
                self.request.text.clone(),
                self.request.typing,
                self.request.forms,
            ),
            selected: self.list.article().filter(|_| self.list.position() > 0),
            reading,
            recalled: None,
        });
    }

    pub(super) fn type_char(&mut self, key: Key) -> Vec<Effect> {
        let (Some(c), Some(search)) = (key.typed(), self.search.as_mut()) else {
            return Vec::new();
        };
        search.line.insert(c.encode_utf8(&mut [0; 4]));
        self.search_typed()
    }

    /// Takes pasted text into the box, and says so where it had to be turned round.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        let Some(search) = self.search.as_mut() else {
            return Vec::new();
        };
        if search.line.paste(text) {
            self.message = Some(strings::TURNED_BACK.to_owned());
        }
        self.search_typed()
    }

    /// Asks for what now stands in the box; the best match is selected.
    pub(super) fn search_typed(&mut self) -> Vec<Effect> {
        let Some(search) = self.search.as_ref() else {
            return Vec::new();
        };
        if self.request.text == search.line.text() {
            return Vec::new();
        }
        search.line.text().clone_into(&mut self.request.text);
        self.request.typing = true;
        self.ask_from_the_top()
    }

    fn ask_from_the_top(&mut self) -> Vec<Effect> {
        // What is selected stays so until there is something better to select.
        self.list.restarts = true;
        vec![self.ask()]
    }

    pub(super) fn edit_search(&mut self, action: Action) -> Vec<Effect> {
        let Some(search) = self.search.as_mut() else {
            return Vec::new();
        };
        let line = &mut search.line;
        let options = self.layout;
        match action {
            Action::Accept => return self.accept_search(),
            Action::Cancel => return self.cancel_search(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Repaint],
            Action::Display(what) => return vec![Effect::Display(what)],
            Action::ResultDown => self.list.move_by(1),
            Action::ResultUp => self.list.move_by(-1),
            Action::Help => self.overlay = Some(Overlay::help(Mode::Search)),
            Action::Forms | Action::AllForms | Action::ExactForm => return self.set_forms(action),
            Action::HistoryBack => return self.recall(1),
            Action::HistoryForward => return self.recall(-1),
            Action::CaretLeft => line.left(options),
            Action::CaretRight => line.right(options),
            Action::CaretForward => line.forward(),
            Action::CaretBackward => line.backward(),
            Action::WordForward => line.word_forward(),
            Action::WordBackward => line.word_backward(),
            Action::CaretHome => line.home(),
            Action::CaretEnd => line.end(),
            Action::DeleteBack => line.delete_back(),
            Action::DeleteForward => line.delete_forward(),
            Action::DeleteWord => line.delete_word(),
            Action::DeleteWordBackward => line.delete_word_backward(),
            Action::DeleteWordForward => line.delete_word_forward(),
            Action::DeleteToStart => line.delete_to_start(),
            Action::DeleteToEnd => line.delete_to_end(),
            _ => {}
        }
        self.search_typed()
    }

    fn accept_search(&mut self) -> Vec<Effect> {
        self.search = None;
        let text = self.request.text.trim().to_owned();
        if !text.is_empty() {
            self.history.retain(|earlier| *earlier != text);
            self.history.push(text);
        }
        // Nothing more comes: a last word that is one is meant whole, a beginning stays one.
        if self.request.typing && self.last_word_is_whole() {
            self.request.typing = false;
            return vec![self.ask()];
        }
        Vec::new()
    }

    fn last_word_is_whole(&self) -> bool {
        let forms = self.found.words.last().map(|word| word.forms.as_slice());
        let is_word = |kind| !matches!(kind, FormKind::Begun | FormKind::Akin);
        forms
            .unwrap_or_default()
            .iter()
            .any(|form| is_word(form.kind))
    }

    fn cancel_search(&mut self) -> Vec<Effect> {
        let Some(search) = self.search.take() else {
            return Vec::new();
        };
        let mut effects = Vec::new();
        let (text, _, forms) = &search.before;
        if self.request.text != *text || self.request.forms != *forms {
            (self.request.text, self.request.typing, self.request.forms) = search.before;
            self.select = search.selected;
            effects = self.ask_from_the_top();
        }
        if let Some(place) = search.reading {
            self.go_to(place);
        }
        effects
    }

    /// Puts an earlier (`+1`) or later (`-1`) search into the box.
    fn recall(&mut self, step: isize) -> Vec<Effect> {
        let Some(search) = self.search.as_mut() else {
            return Vec::new();
        };
        let next = match search.recalled {
            None if step > 0 => Some(0),
            None => return Vec::new(),
            Some(at) => at.checked_add_signed(step),
        };
        let newest_first = self.history.iter().rev();
        match next {
            None => search.line = LineEdit::default(),
            Some(at) => match newest_first.clone().nth(at) {
                Some(text) => search.line = LineEdit::new(text),
                None => return Vec::new(),
            },
        }
        search.recalled = next;
        self.search_typed()
    }
}
