//! From a key to what a reader calls it, in the help, the palette, hints and messages.
//!
//! What keyboards of every layout have printed on them in Latin letters (`Enter`, `Esc`, `Tab`, `Ctrl`, `F1`) stays as it
//! is in every language: it is looked for on the keyboard. A key without such a word (the space bar), or whose word is a
//! shortened English one (`PgDn`), is called by a word of the language. An arrow is the sign that is on it.
//!
//! Names are whole: in a language that is read from the right each of several is isolated, so that none changes places
//! with its neighbour.

use super::key::{Code, KeyPress};
use super::keyboard::Keyboard;
use crate::text::{Direction, isolated, isolated_as};
use crate::words::{Words, messages};

messages! {
    /// Keys that have a name.
    enum NamedKey {
        Enter "key-called-enter";
        Esc "key-called-esc";
        Tab "key-called-tab";
        Backspace "key-called-backspace";
        Delete "key-called-delete";
        Home "key-called-home";
        End "key-called-end";
        PageUp "key-called-page-up";
        PageDown "key-called-page-down";
        Space "key-called-space";
    }
}

/// Keys of one command of which only the first and the last are named: `Alt-1…9`.
pub(super) const MANY_KEYS: usize = 6;

/// What a key is called: `Enter`, `Ctrl-n`, `j`, `صفحة ↓`.
pub fn key_name(key: KeyPress, words: Words) -> String {
    let named = match key.code {
        Code::Char(' ') => NamedKey::Space,
        Code::Enter => NamedKey::Enter,
        Code::Esc => NamedKey::Esc,
        Code::Tab => NamedKey::Tab,
        Code::Backspace => NamedKey::Backspace,
        Code::Delete => NamedKey::Delete,
        Code::Home => NamedKey::Home,
        Code::End => NamedKey::End,
        Code::PageUp => NamedKey::PageUp,
        Code::PageDown => NamedKey::PageDown,
        Code::Char(c) => return with_modifiers(key, &c.to_string()),
        Code::F(n) => return with_modifiers(key, &format!("F{n}")),
        Code::Left => return with_modifiers(key, "←"),
        Code::Right => return with_modifiers(key, "→"),
        Code::Up => return with_modifiers(key, "↑"),
        Code::Down => return with_modifiers(key, "↓"),
    };
    with_modifiers(key, &words.say(&named))
}

fn with_modifiers(key: KeyPress, name: &str) -> String {
    let ctrl = if key.ctrl { "Ctrl-" } else { "" };
    let alt = if key.alt { "Alt-" } else { "" };
    format!("{ctrl}{alt}{name}")
}

/// The same of a name of the table of actions; empty for one that names no key.
pub fn named(name: &str, words: Words) -> String {
    name.parse()
        .map_or_else(|_| String::new(), |key| key_name(key, words))
}

/// What the keys of a command are called, the first one first; an arrow is the one that goes there on a screen of that
/// direction.
pub fn key_names(keys: &[&str], direction: Direction, words: Words) -> String {
    let shown = |key: KeyPress| match direction {
        Direction::Rtl => key.mirrored(),
        Direction::Ltr => key,
    };
    let keys: Vec<KeyPress> = keys.iter().filter_map(|key| key.parse().ok()).collect();
    match keys.as_slice() {
        [first, .., last] if keys.len() >= MANY_KEYS => {
            let last = KeyPress::plain(last.code);
            let (first, last) = (key_name(*first, words), key_name(last, words));
            in_a_row(&[format!("{first}…{last}")], words)
        }
        keys => {
            let names = keys.iter().map(|key| key_name(shown(*key), words));
            in_a_row(&names.collect::<Vec<_>>(), words)
        }
    }
}

/// What the keys of letters type on the layout in use, in the order of the keys.
pub fn letters_on(keyboard: Keyboard, keys: &[&str], words: Words) -> String {
    let keys = keys.iter().filter_map(|key| key.parse::<KeyPress>().ok());
    let letters = keys.filter_map(|key| keyboard.letter(key.typed()?));
    in_a_row(&letters.map(isolated).collect::<Vec<_>>(), words)
}

/// Names in the order of the language.
pub fn in_a_row(names: &[String], words: Words) -> String {
    match words.direction() {
        Direction::Ltr => names.join(" "),
        Direction::Rtl if names.is_empty() => String::new(),
        Direction::Rtl => {
            let names: Vec<String> = names.iter().map(|name| isolated(name)).collect();
            isolated_as(&names.join(" "), Direction::Rtl)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::unisolated;
    use crate::words::Language;

    fn in_language(language: Language) -> Words {
        Words {
            language,
            ..Words::ENGLISH
        }
    }

    #[test]
    fn keys_are_called_as_keyboards_have_them_or_by_a_word() {
        for (key, english, arabic) in [
            ("enter", "Enter", "Enter"),
            ("esc", "Esc", "Esc"),
            ("ctrl-n", "Ctrl-n", "Ctrl-n"),
            ("alt-backspace", "Alt-Backspace", "Alt-Backspace"),
            ("f12", "F12", "F12"),
            ("j", "j", "j"),
            ("ctrl-left", "Ctrl-←", "Ctrl-←"),
            ("space", "Space", "مسافة"),
            ("pgdn", "PgDn", "صفحة ↓"),
            ("pgup", "PgUp", "صفحة ↑"),
        ] {
            let name = |language| unisolated(&named(key, in_language(language)));
            assert_eq!(name(Language::English), english);
            assert_eq!(name(Language::Arabic), arabic);
        }
    }

    #[test]
    fn an_arrow_is_the_one_that_goes_there_and_many_keys_are_named_by_two() {
        let words = Words::ENGLISH;
        let names = |keys: &[&str], direction| key_names(keys, direction, words);
        assert_eq!(names(&["enter", "right"], Direction::Ltr), "Enter →");
        assert_eq!(names(&["enter", "right"], Direction::Rtl), "Enter ←");
        let digits: Vec<String> = (1..10).map(|digit| format!("alt-{digit}")).collect();
        let digits: Vec<&str> = digits.iter().map(String::as_str).collect();
        assert_eq!(names(&digits, Direction::Ltr), "Alt-1…9");
    }

    /// The first key stands at the right, and an arrow after the word that it belongs to.
    #[test]
    fn names_stand_in_the_order_of_the_language() {
        let names = key_names(
            &["space", "pgdn", "ctrl-f"],
            Direction::Rtl,
            in_language(Language::Arabic),
        );
        let options = crate::text::Options {
            shape: false,
            ..crate::text::Options::default()
        };
        let shown = crate::text::Layout::new(&names, options).line().visual();
        assert_eq!(shown, "Ctrl-f ↓ ةحفص ةفاسم");
    }
}
