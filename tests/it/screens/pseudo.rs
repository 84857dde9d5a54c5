//! Screens in strange letters: what stands there in plain ones is not among the files of words.

use std::collections::BTreeSet;

use fihrist::app::Msg;
use fihrist::ui;
use fihrist::ui::theme::Theme;
use fihrist::words::Words;

use super::SIZES;
use super::corpus;
use crate::app::driver::Driver;

/// Keys that lead to every screen.
const VIEWS: [&str; 15] = [
    "",
    "/",
    ":",
    "/الميناء",
    "oj",
    "e",
    "f",
    "O",
    "?",
    "/?",
    "!",
    "i",
    "<enter>",
    "<enter>r",
    "<enter>s",
];

/// Names that are the same in every language: of the program, of keys.
const NAMES: [&str; 41] = [
    "JSON",
    "Down",
    "UTF-8",
    "Space",
    "Tab",
    "fihrist",
    "corpus",
    "Enter",
    "Esc",
    "Ctrl-c",
    "Up",
    "enter",
    "right",
    "left",
    "down",
    "up",
    "space",
    "pgdn",
    "pgup",
    "home",
    "end",
    "tab",
    "backspace",
    "delete",
    "esc",
    "ctrl",
    "Ctrl",
    "Alt",
    "alt",
    "shift",
    "Ctrl-n",
    "F1",
    "F2",
    "OR",
    "source",
    "title",
    "date",
    "author",
    "in",
    "text",
    "or",
];

/// Words of plain letters, as they stand in the cells of a row.
fn plain_words(row: &str) -> Vec<String> {
    let words = row.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let words = words.map(|word| word.trim_matches('-'));
    let letters = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    // The hash of a text is none.
    let hash = |word: &&str| word.len() > 9 && word.chars().all(|c| c.is_ascii_hexdigit());
    words
        .filter(letters)
        .filter(|word| !hash(word))
        .map(str::to_owned)
        .collect()
}

/// Whether a word is a name, several joined by hyphens included: `ctrl-f`.
fn is_name(word: &str) -> bool {
    let known = |part: &str| part.len() < 3 || NAMES.contains(&part);
    NAMES.contains(&word) || word.split('-').all(known)
}

/// Words of plain letters in the texts of the corpus.
fn of_corpus() -> BTreeSet<String> {
    let library = corpus::library();
    let mut words = BTreeSet::new();
    for (no, entry) in library.entries() {
        let article = &entry.article;
        let source = article.source_str();
        let path = article.path.to_string_lossy();
        let title = article.title_str();
        for text in [&*article.text, title, source, &path, &library.id(no)] {
            words.extend(plain_words(text));
        }
    }
    words
}

#[test]
fn no_plain_word_is_on_any_screen() {
    let known = of_corpus();
    let words = Words {
        pseudo: true,
        ..Words::ENGLISH
    };
    let mut left = BTreeSet::new();
    for (cols, rows) in SIZES {
        for keys in VIEWS {
            let mut driver = Driver::new(&corpus::library(), (cols, rows));
            driver.send(Msg::Words(words));
            driver.press(keys);
            let (buffer, _) = ui::draw(&driver.app, Theme::Mono);
            for y in 0..rows {
                let row: String = (0..cols).map(|x| buffer[(x, y)].symbol()).collect();
                let words = plain_words(&row).into_iter();
                left.extend(words.filter(|word| {
                    // One that is cut has lost its end.
                    !is_name(word) && !known.iter().any(|known| known.starts_with(word.as_str()))
                }));
            }
        }
    }
    assert!(left.is_empty(), "{left:?}");
}
