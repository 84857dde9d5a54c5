//! From what a search found to the line of a word's forms, and from a key to which of them answer.
//!
//! ```text
//! Forms: 1 أمريكا 590  2 أميركا 380  3 امريكا 72  4 والأمريكا 9  … 12 more          [F2 all forms]
//! ```
//!
//! To ask for one form alone is to write `=form` into the query, in sight and open to editing. The
//! line then still has all forms, in the order they had: numbers that a key names do not move under
//! the finger. Invariant: what is written into a query is made from the text that was answered.

use std::collections::HashSet;
use std::ops::Range;

use super::super::action::Action;
use super::super::line_edit::LineEdit;
use super::super::note::AppNote;
use super::super::shared::Shared;
use super::Browse;
use crate::index::{FormCount, Forms, WordForms};
use crate::query::Query;
use crate::text::Caret;

/// Number of forms that a key can name: Alt-1 to Alt-9.
pub const MAX_NUMBERED: usize = 9;
/// Number of forms written into queries of which is remembered what stood there before.
const MAX_REMEMBERED: usize = 32;

/// The forms of the words of a query: as last answered, and as answered before some were left out.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownForms {
    /// The query that was answered.
    text: String,
    /// Each word of the query with all its forms.
    words: Vec<WordForms>,
    /// The words as they were answered, moved where the query was rewritten since.
    answered: Vec<WordForms>,
    /// A form that was written into a query, and what stood there.
    written: Vec<(String, String)>,
    /// The message row shows them until the next key.
    pub(super) in_message_row: bool,
}

impl KnownForms {
    /// Takes in an answer. Where forms were left out of the same words, the full lists stay.
    pub(super) fn take(&mut self, text: &str, forms: Forms, words: &[WordForms]) {
        self.answered = words.to_vec();
        if self.text != text || self.words.len() != words.len() {
            text.clone_into(&mut self.text);
            self.words = words.to_vec();
        } else if forms == Forms::All {
            let fresh = self.words.iter_mut().zip(words);
            for (known, new) in fresh.filter(|(_, new)| !new.exact) {
                new.clone_into(known);
            }
        }
    }
}

/// A form as the line shows it.
#[derive(Clone, Copy, Debug)]
pub struct ShownForm<'a> {
    pub form: &'a FormCount,
    /// It is searched at present.
    pub on: bool,
    /// Articles found with it; `None` where that is not known.
    pub articles: Option<usize>,
}

/// The forms of one word of the query.
#[derive(Clone, Debug)]
pub struct FormsLine<'a> {
    /// As it is typed.
    pub word: &'a str,
    pub forms: Vec<ShownForm<'a>>,
    /// How many forms more there are than these.
    pub others: usize,
    /// Index of the one that the query asks for alone.
    pub only: Option<usize>,
}

impl Browse {
    /// The query that the list is an answer to.
    pub fn answered(&self) -> &str {
        &self.forms.text
    }

    /// The forms of the word at the caret, else of the last one; `None` where no word is looked for.
    pub fn forms_line(&self) -> Option<FormsLine<'_>> {
        let at = self.word_at_caret()?;
        let (now, all) = (self.forms.answered.get(at)?, self.forms.words.get(at)?);
        let typed = now.exact.then(|| self.spelling_at(&now.bytes)).flatten();
        let only = typed.and_then(|typed| all.forms.iter().position(|f| f.spelling == typed));
        let on: HashSet<&str> = now.forms.iter().map(|f| f.spelling.as_str()).collect();
        let shown = all.forms.iter().enumerate().map(|(index, form)| {
            let on = if now.exact {
                only == Some(index)
            } else {
                on.contains(form.spelling.as_str())
            };
            // Counted beside the one form asked for, the others say nothing.
            let known = on || !all.exact;
            ShownForm {
                form,
                on,
                articles: known.then_some(form.articles),
            }
        });
        Some(FormsLine {
            word: self.forms.text.get(now.bytes.clone()).unwrap_or(""),
            forms: shown.collect(),
            others: all.others,
            only,
        })
    }

    /// Index of the word that the line of forms is about.
    fn word_at_caret(&self) -> Option<usize> {
        let words = &self.forms.answered;
        let caret = self.search.as_ref().map(|search| search.line.caret().byte);
        let here = |caret: usize| {
            let touches = |word: &WordForms| (word.bytes.start..=word.bytes.end).contains(&caret);
            words.iter().position(touches)
        };
        caret.and_then(here).or(words.len().checked_sub(1))
    }

    /// How the word at these bytes of the answered query is spelt.
    fn spelling_at(&self, bytes: &Range<usize>) -> Option<String> {
        let query = Query::parse(&self.forms.text, self.request.typing);
        let mut words = query.words();
        let word = words.find(|word| word.bytes == *bytes)?;
        Some(word.spelling.to_string())
    }

    /// Whether the message row shows the line of forms, where it has no row of its own.
    pub fn forms_in_message_row(&self) -> bool {
        self.forms.in_message_row && self.forms_line().is_some()
    }

    /// Changes which forms of the words are searched.
    pub(super) fn set_forms(&mut self, action: Action, shared: &Shared) {
        let now = self.request.forms;
        self.request.forms = match (action, now) {
            (Action::Forms | Action::AllForms, Forms::All) => Forms::Word,
            (Action::Forms, Forms::Word) | (Action::ExactForm, Forms::All | Forms::Word) => {
                Forms::Exact
            }
            _ => Forms::All,
        };
        self.show_forms(shared);
        self.list.restarts = self.search.is_some();
    }

    /// Asks for the form of this number alone, counted from 1; for all of them where it is asked for
    /// already, and by 0.
    pub(super) fn choose_form(&mut self, number: usize, shared: &mut Shared) {
        self.show_forms(shared);
        let Some(line) = self
            .forms_line()
            .filter(|_| self.forms.text == self.request.text)
        else {
            return;
        };
        let restored = number == 0 || line.only.is_some_and(|only| only + 1 == number);
        if restored {
            return self.restore_form(shared);
        }
        let chosen = line
            .forms
            .get(number - 1)
            .filter(|_| number <= MAX_NUMBERED);
        let Some(spelling) = chosen.map(|shown| shown.form.spelling.to_string()) else {
            return shared.say(&AppNote::NoSuchForm {
                number: number as u64,
            });
        };
        self.write_form(&spelling, shared);
    }

    /// Puts back what stood where one form was written.
    fn restore_form(&mut self, shared: &Shared) {
        let word = self
            .word_at_caret()
            .and_then(|at| self.forms.answered.get(at));
        let Some(bytes) = word
            .filter(|word| word.exact)
            .map(|word| word.bytes.clone())
        else {
            return;
        };
        if marked(&self.request.text, &bytes).start == bytes.start {
            // No sign stands there: what is typed is taken exactly everywhere.
            self.request.forms = Forms::All;
            return;
        }
        let Some(spelling) = self.spelling_at(&bytes) else {
            return;
        };
        let mut written = self.forms.written.iter().rev();
        let before = written
            .find(|(form, _)| *form == spelling)
            .map(|(_, before)| before.clone());
        self.rewrite(&bytes, &before.unwrap_or(spelling), shared);
    }

    fn write_form(&mut self, spelling: &str, shared: &Shared) {
        let Some(word) = self
            .word_at_caret()
            .and_then(|at| self.forms.answered.get(at))
        else {
            return;
        };
        let (bytes, exact) = (word.bytes.clone(), word.exact);
        let stood = self
            .request
            .text
            .get(marked(&self.request.text, &bytes))
            .map(str::to_owned);
        let known = self.forms.written.iter().rev();
        let old = self.spelling_at(&bytes).filter(|_| exact);
        // From one form to another: what stood before the first is still what to go back to.
        let first = old.and_then(|old| known.into_iter().find(|(form, _)| *form == old));
        let stood = first.map(|(_, before)| before.clone()).or(stood);
        let written = &mut self.forms.written;
        written.extend(stood.map(|stood| (spelling.to_owned(), stood)));
        let many = written.len().saturating_sub(MAX_REMEMBERED);
        written.drain(..many);
        self.rewrite(&bytes, &format!("={spelling}"), shared);
    }

    /// Writes other text in a word's place, its marks included; the forms known of it stay.
    fn rewrite(&mut self, bytes: &Range<usize>, text: &str, shared: &Shared) {
        let place = marked(&self.request.text, bytes);
        let end = place.start + text.len();
        self.request.text.replace_range(place.clone(), text);
        self.request.text.clone_into(&mut self.forms.text);
        self.forms.answered = moved(&self.forms.answered, place.start, bytes, text);
        let options = shared.layout;
        if let Some(search) = self.search.as_mut() {
            search.line = LineEdit::new(&self.request.text);
            search.line.place(Caret::before(end), options);
        }
        self.list.restarts = self.search.is_some();
    }

    /// Shows the line of forms in the message row, where it has no row of its own.
    fn show_forms(&mut self, shared: &Shared) {
        self.forms.in_message_row = self.panes(shared.size()).forms.area() == 0;
    }
}

/// The words of a query after `text` was written from byte `place` on instead of the word at `bytes`: they
/// stand in until the new query is answered.
fn moved(words: &[WordForms], place: usize, bytes: &Range<usize>, text: &str) -> Vec<WordForms> {
    let exact = text.starts_with('=');
    let mut words = words.to_vec();
    let spelled = text.trim_start_matches('=');
    let start = place + text.len() - spelled.len();
    let end = start + spelled.len();
    for word in &mut words {
        if word.bytes == *bytes {
            (word.bytes, word.exact) = (start..end, exact);
        } else if word.bytes.start > bytes.start {
            let by = end.cast_signed() - bytes.end.cast_signed();
            let [start, end] =
                [word.bytes.start, word.bytes.end].map(|b| b.saturating_add_signed(by));
            word.bytes = start..end;
        }
    }
    words
}

/// A word's bytes with the `=` before and the `*` behind it.
fn marked(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let before = text.get(..bytes.start).unwrap_or("");
    let after = text.get(bytes.end..).unwrap_or("");
    let signs = before.len() - before.trim_end_matches('=').len();
    let stars = after.len() - after.trim_start_matches('*').len();
    bytes.start - signs..bytes.end + stars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_word_are_taken_with_it() {
        for (text, word, expected) in [
            ("=coral reef", 1..6, 0..6),
            ("reef cor*", 5..8, 5..9),
            ("reef", 0..4, 0..4),
            ("", 0..0, 0..0),
        ] {
            assert_eq!(marked(text, &word), expected, "{text}");
        }
    }
}
