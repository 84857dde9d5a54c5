//! Every command by its name: letters in, the commands whose name, key or help has them out, and the one that is chosen
//! carried out.

use std::collections::HashSet;

use super::action::{self, Action, Binding, Mode};
use super::command_now::{CommandNow, PlaceNote};
use super::key::KeyPress;
use super::key_help::KeyHelp;
use super::key_names::{in_a_row, key_names, letters_on};
use super::keyboard::Keyboard;
use super::line_edit::LineEdit;
use super::screen::{Count, StackChange};
use super::shared::Shared;
use crate::analysis::letters;
use crate::text::{Direction, isolated, unisolated};
use crate::words::{Said, Words, messages};

messages! {
    /// What the palette says beside the names of commands.
    pub enum PaletteNote {
        Title "palette-title";
        /// No command has the letters.
        Nothing "palette-nothing";
        /// Why a command cannot be carried out.
        NotHere "palette-not-here" { command: Said };
        /// The language, as its own speakers call it.
        Language "language-name";
    }
}

/// A screen of commands.
#[derive(Clone, Debug)]
pub struct Palette {
    /// Where the command is carried out.
    below: Mode,
    pub line: LineEdit,
    /// Place among the commands shown.
    pub selected: usize,
    /// What is known of commands where they would be carried out.
    now: Vec<(Action, CommandNow)>,
    words: Words,
    keyboard: Keyboard,
    direction: Direction,
}

/// A command as it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct PaletteRow {
    pub action: Action,
    pub help: KeyHelp,
    /// In the language of the reader.
    pub name: String,
    /// In English, where that is another.
    pub english: Option<String>,
    /// The keys, and the letter of the first on the layout in use.
    pub keys: String,
    /// Whether it is a command of the screen where it would be carried out.
    pub works: bool,
    /// What it would do now, or why it cannot; empty where that is not known.
    pub note: String,
    /// Whether something would come of it, as far as that is known.
    pub can: bool,
    /// Its keys as the table of actions has them.
    typed_keys: &'static [&'static str],
}

impl Palette {
    /// The commands of a mode, of which `now` is known.
    pub(super) fn new(below: Mode, now: impl Fn(Action) -> Option<CommandNow>) -> Palette {
        let here = action::bindings(below).map(|binding| binding.action);
        Palette {
            below,
            now: here
                .filter_map(|action| Some((action, now(action)?)))
                .collect(),
            line: LineEdit::default(),
            selected: 0,
            words: Words::default(),
            keyboard: Keyboard::default(),
            direction: Direction::default(),
        }
    }

    /// The commands that have what is typed: those whose name begins with it, those whose name has it, the others; in
    /// each part first what does something.
    pub fn rows(&self) -> Vec<PaletteRow> {
        let wanted = Wanted::of(self.line.text());
        let all = bindings(self.below).into_iter();
        let rows = all.map(|(binding, works)| self.row(binding, works));
        let mut ranked: Vec<(usize, PaletteRow)> = rows
            .filter_map(|row| Some((wanted.rank(&row, self.words)?, row)))
            .collect();
        ranked.sort_by_key(|(rank, row)| (!row.works, *rank));
        ranked.into_iter().map(|(_, row)| row).collect()
    }

    fn row(&self, binding: &Binding, works: bool) -> PaletteRow {
        let name = self.words.say_as(&binding.help, "name");
        let english = Words::ENGLISH.say_as(&binding.help, "name");
        let (note, can) = self.note(binding, works);
        let letter = binding
            .keys
            .first()
            .map(|key| letters_on(self.keyboard, &[*key], self.words));
        let keys = key_names(binding.keys, self.direction, self.words);
        let letter = letter.filter(|letter| !letter.is_empty());
        let keys = match letter {
            Some(letter) => in_a_row(&[keys, letter], self.words),
            None => keys,
        };
        PaletteRow {
            action: binding.action,
            help: binding.help,
            english: (english != name && !self.words.pseudo).then_some(english),
            name,
            keys,
            works,
            note,
            can,
            typed_keys: binding.keys,
        }
    }

    /// What a command would do now, or why it cannot, and whether it can.
    fn note(&self, binding: &Binding, works: bool) -> (String, bool) {
        if !works {
            let place = PlaceNote::of(binding.modes);
            return (
                place.map_or_else(String::new, |place| self.words.say(&place)),
                false,
            );
        }
        if binding.action == Action::Language {
            let next = Words {
                language: self.words.language.next(),
                ..self.words
            };
            return (isolated(&next.say(&PaletteNote::Language)), true);
        }
        let mut known = self.now.iter();
        match known.find(|(action, _)| *action == binding.action) {
            Some((_, now)) => (self.words.say(&now.note), now.can),
            None => (String::new(), true),
        }
    }

    /// Carries out a command.
    pub(super) fn act(&mut self, action: Action, count: Count, shared: &mut Shared) -> StackChange {
        let options = shared.input_layout();
        let line = &mut self.line;
        let before = line.text().to_owned();
        match action {
            Action::Cancel | Action::Back => return StackChange::Pop,
            Action::Accept => return self.accept(shared),
            Action::ResultDown => self.move_by(isize::try_from(count.unwrap_or(1)).unwrap_or(1)),
            Action::ResultUp => self.move_by(-isize::try_from(count.unwrap_or(1)).unwrap_or(1)),
            action => line.edit(action, options),
        }
        if self.line.text() != before {
            self.selected = 0;
        }
        StackChange::Stay
    }

    pub(super) fn type_char(&mut self, key: KeyPress) {
        if let Some(c) = key.typed() {
            self.line.insert(c.encode_utf8(&mut [0; 4]));
            self.selected = 0;
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.line.paste(text);
        self.selected = 0;
    }

    fn accept(&mut self, shared: &mut Shared) -> StackChange {
        let rows = self.rows();
        match rows.get(self.selected) {
            Some(row) if row.works => StackChange::PopAndDo(row.action),
            Some(row) => {
                let command = row.help.sentence();
                shared.say(&PaletteNote::NotHere { command });
                StackChange::Stay
            }
            None => StackChange::Stay,
        }
    }

    fn move_by(&mut self, rows: isize) {
        let last = self.rows().len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
    }

    /// The first command in view, of which `page` have room.
    pub fn top(&self, page: usize) -> usize {
        (self.selected + 1).saturating_sub(page.max(1))
    }

    pub(super) fn settle(&mut self, shared: &Shared) {
        (self.words, self.direction) = (shared.words, shared.direction());
        self.keyboard = shared.keyboard;
    }
}

/// Every command once: those of a mode, which do something there, then the others.
fn bindings(below: Mode) -> Vec<(&'static Binding, bool)> {
    let is_listed = |binding: &&Binding| {
        let typed = binding.modes.iter().all(|mode| mode.is_typed());
        // The palette is open, and what a number names needs the number.
        let numbered = binding.action == Action::ThisForm && binding.help != KeyHelp::FormsAgain;
        !typed && !numbered && binding.action != Action::Palette
    };
    let here = action::BINDINGS.iter().filter(is_listed);
    let here: Vec<&Binding> = here.filter(|b| b.modes.contains(&below)).collect();
    let known: HashSet<&str> = here.iter().map(|binding| binding.help.code()).collect();
    let mut others = HashSet::new();
    let elsewhere = action::BINDINGS.iter().filter(is_listed);
    let elsewhere = elsewhere.filter(|binding| !known.contains(binding.help.code()));
    let elsewhere = elsewhere.filter(|binding| others.insert(binding.help.code()));
    let elsewhere: Vec<&Binding> = elsewhere.collect();
    let with = |works: bool| move |binding| (binding, works);
    here.into_iter()
        .map(with(true))
        .chain(elsewhere.into_iter().map(with(false)))
        .collect()
}

/// What is typed, in letters that do not tell spellings apart.
struct Wanted {
    /// As it is typed: perhaps a key, of which the capital is another one.
    key: String,
    words: Vec<String>,
}

impl Wanted {
    fn of(typed: &str) -> Wanted {
        let words = typed.split_whitespace();
        Wanted {
            key: typed.trim().to_owned(),
            words: words.map(folded).collect(),
        }
    }

    /// How well a command answers, the best 0; `None` where it does not.
    fn rank(&self, row: &PaletteRow, words: Words) -> Option<usize> {
        let Some(first) = self.words.first() else {
            return Some(0);
        };
        let shown = unisolated(&row.keys);
        if self.key.chars().count() == 1 && shown.split(' ').any(|key| key == self.key) {
            return Some(0);
        }
        let names = [
            folded(&row.name),
            folded(row.english.as_deref().unwrap_or("")),
        ];
        let begins = names.iter().any(|name| name.starts_with(first.as_str()));
        let in_names = |word: &String| names.iter().any(|name| name.contains(word.as_str()));
        if self.words.iter().all(in_names) {
            return Some(1 + usize::from(!begins));
        }
        let all = format!(
            "{} {} {} {}",
            names.join(" "),
            folded(&shown),
            row.typed_keys.join(" "),
            folded(&words.say(&row.help))
        );
        let in_all = |word: &String| all.contains(word.as_str());
        self.words.iter().all(in_all).then_some(3)
    }
}

fn folded(text: &str) -> String {
    letters::folded(&text.to_lowercase()).to_string()
}
