//! Every screen in, its symbols out: each one base of a width, none a control of any kind.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use fihrist::library;

use super::corpus;
use crate::app::driver::{Driver, demo};
use crate::support::Scratch;

const VIEWS: [&str; 16] = [
    "",
    "z",
    "oj",
    "/الميناء",
    "/ ",
    "/الميناء رصيف<alt-1><alt-v>",
    "/الميناء author:x<enter><enter><f2>",
    "f<space>",
    "<enter>",
    "<enter>E",
    "<enter>r",
    "j<enter>G",
    "?",
    "?G",
    "i",
    "!",
];

#[track_caller]
pub(super) fn check_symbols(driver: &Driver) {
    let (buffer, _) = driver.draw();
    let mut covered = 0;
    for cell in &buffer.content {
        let symbol = cell.symbol();
        let mut chars = symbol.chars();
        let base = chars.next().expect("a cell shows something");
        assert!(
            !harmful(base) && matches!(base.width(), Some(1 | 2)),
            "{symbol:?}"
        );
        assert!(
            chars.all(|c| !harmful(c) && c.width() == Some(0)),
            "{symbol:?}"
        );
        // The cell after a wide one is a blank of its own.
        assert!(covered == 0 || symbol == " ", "{symbol:?} in half a cell");
        covered = if covered > 0 {
            0
        } else {
            symbol.width().max(1) - 1
        };
    }
}

/// Controls, and what acts on its neighbours or has no look.
fn harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[test]
fn no_symbol_of_any_screen_is_a_control_or_without_width() {
    for library in [corpus::library(), demo()] {
        for size in [(20, 5), (40, 12), (80, 24), (120, 40)] {
            for keys in VIEWS {
                let mut driver = Driver::new(&library, size);
                check_symbols(driver.press(keys));
            }
        }
    }
}

/// Whatever a record, a file name or the person at the keyboard brings.
#[test]
fn hostile_text_shows_as_harmless_cells() {
    let hostile = "نص \\u001b]0;title\\u0007 \\u001b[31m \\u009b2J \\u202eقلب\\u2028سطر\\u0000 \\ufe0f\\u200d \\u0301 𝒳 中文 \\ud83d\\ude00";
    let record = format!(
        "{{\"title\": \"{hostile}\", \"source\": \"{hostile}\", \"author\": \"{hostile}\", \"url\": \"{hostile}\", \"id\": \"{hostile}\", \"text\": \"{hostile} {hostile}\\n{hostile} {hostile}\"}}\n{{\"{hostile}\n"
    );
    let scratch = Scratch::with(&[("a\u{1b}[31m\u{202e}.jsonl", &record)]);
    let library = library::open(&[scratch.path().to_owned()]).unwrap();
    assert_eq!(library.len(), 1);
    for size in [(20, 5), (40, 12), (80, 24), (120, 40)] {
        for keys in VIEWS
            .iter()
            .chain(&["/\u{1b}\u{9b}\u{202e}x\u{301}", "\u{202e}", "\u{9b}"])
        {
            let mut driver = Driver::new(&library, size);
            driver.app.shared.corpus = "a\u{1b}[31m\u{202e}".into();
            check_symbols(driver.press(keys));
        }
    }
}
