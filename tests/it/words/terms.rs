//! One word for one thing, and the signs of the language: what a reader of Arabic or Persian would correct.

use std::fmt::Write;

use fihrist::words::{Digits, Language, Words};

use super::declared::{DeclaredMessage, declared};
use super::file::WordFile;
use super::ways;

/// Languages that are read from the right.
const FROM_THE_RIGHT: [Language; 2] = [Language::Arabic, Language::Persian];

fn words(language: Language) -> Words {
    Words {
        language,
        ..Words::ENGLISH
    }
}

/// Every text that a message has, said with each of its arguments.
fn texts(language: Language, code: &str, message: &DeclaredMessage) -> Vec<String> {
    let attributes = WordFile::of(language).attributes(code);
    let mut out = Vec::new();
    for way in ways(message) {
        for attribute in &attributes {
            out.extend(words(language).try_say(code, attribute.as_deref(), &way));
        }
    }
    out
}

/// Every text of every message of a language.
fn all_texts(language: Language) -> Vec<(String, String)> {
    let file = WordFile::of(language);
    let mut out = Vec::new();
    for (code, message) in &declared() {
        for way in ways(message) {
            for attribute in file.attributes(code) {
                let said = words(language).try_say(code, attribute.as_deref(), &way);
                out.extend(said.map(|text| (code.clone(), text)));
            }
        }
    }
    out
}

#[track_caller]
fn check_all(languages: &[Language], is_wrong: impl Fn(&str) -> bool) {
    let mut out = String::new();
    for language in languages {
        for (code, text) in all_texts(*language) {
            if is_wrong(&text) {
                writeln!(out, "{}: {code}: {text}", language.code()).unwrap();
            }
        }
    }
    assert!(out.is_empty(), "\n{out}");
}

/// A text without what is typed or named the same in every language: what stands in isolates read from the left.
fn without_codes(text: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<char> = Vec::new();
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(c),
            '\u{2069}' => drop(open.pop()),
            _ if open.contains(&'\u{2066}') => {}
            c => out.push(c),
        }
    }
    out
}

#[test]
fn lists_have_the_comma_of_their_language() {
    check_all(&FROM_THE_RIGHT, |text| without_codes(text).contains(','));
}

/// Behind an Arabic letter the digits of a date, or of dates from one to another, are drawn from its other end.
#[test]
fn dates_of_several_numbers_stand_in_isolates() {
    check_all(&FROM_THE_RIGHT, |text| {
        let text = without_codes(text);
        let is_digit = |c: char| c.is_numeric();
        ["-", "..", "/"].iter().any(|sign| {
            let parts: Vec<&str> = text.split(sign).collect();
            let behind = |pair: &[&str]| pair[1].starts_with(is_digit);
            let parted = |pair: &[&str]| behind(pair) && pair[0].ends_with(is_digit);
            let open = |pair: &[&str]| behind(pair) && *sign == "..";
            parts.windows(2).any(|pair| parted(pair) || open(pair))
        })
    });
}

/// In a list it would be read as the end of a question.
#[test]
fn a_question_mark_stands_at_the_end_of_a_question() {
    check_all(&FROM_THE_RIGHT, |text| {
        let text = fihrist::text::unisolated(text);
        ["، ؟", "؟)", "؟،", "(؟"]
            .iter()
            .any(|wrong| text.contains(wrong))
    });
}

/// What a key does is said in one form: «المفتاح q للخروج», «کلید q برای خروج».
#[test]
fn what_a_key_does_is_said_in_one_form() {
    for (language, key, purpose) in [
        (Language::Arabic, "المفتاح \u{2066}", " ل"),
        (Language::Persian, "کلید \u{2066}", " برای "),
    ] {
        check_all(&[language], |text| {
            let after = text.split(key).skip(1);
            let mut after = after.filter_map(|rest| rest.split_once('\u{2069}'));
            after.any(|(_, does)| !does.starts_with(purpose))
        });
    }
}

/// A year, a date and a number in a sentence are written in one kind of digits.
#[test]
fn years_and_dates_in_sentences_have_the_digits_that_were_asked_for() {
    let declared = declared();
    for (digits, zero) in [(Digits::Arabic, '٠'), (Digits::Persian, '۰')] {
        let words = Words {
            digits,
            ..words(Language::Arabic)
        };
        for code in [
            "years-span",
            "dates-span",
            "reason-date-guessed",
            "date-guess",
        ] {
            for way in ways(&declared[code]) {
                let text = words.try_say(code, None, &way).unwrap();
                assert!(
                    !text.contains(|c: char| c.is_ascii_digit()),
                    "{code}: {text}"
                );
                assert!(text.contains(zero), "{code}: {text}");
            }
        }
    }
}

/// What `check`, the status row and the screen of problems call a note is one word.
#[test]
fn a_note_has_one_name() {
    let declared = declared();
    for (language, name) in [
        (Language::English, "note"),
        (Language::Arabic, "معلوم"),
        (Language::Persian, "نکته"),
    ] {
        for code in [
            "count-notes",
            "level-note",
            "check-note",
            "notes-to-see",
            "check-tally",
        ] {
            for text in texts(language, code, &declared[code]) {
                assert!(text.contains(name), "{code}: {text}");
            }
        }
    }
}

/// The panel of shared passages is called the same above it, in the help, among the commands and where it is missed.
#[test]
fn a_panel_has_one_name() {
    for language in Language::ALL {
        let said = |code, attribute| {
            let text = words(language).try_say(code, attribute, &[]).unwrap();
            text.to_lowercase()
        };
        let title = said("same-elsewhere", None);
        assert_eq!(said("key-elsewhere", Some("name")), title);
        for text in [said("key-elsewhere", None), said("only-in-elsewhere", None)] {
            assert!(text.contains(&title), "{text} / {title}");
        }
        let hint = said("key-elsewhere", Some("hint"));
        assert!(title.contains(&hint), "{hint} / {title}");
    }
}

/// What stands after it may be a statement as well as a proposal.
#[test]
fn what_helps_with_a_problem_has_one_name() {
    let declared = declared();
    for language in FROM_THE_RIGHT {
        let name = words(language).try_say("report-hint", None, &[]).unwrap();
        for text in texts(
            language,
            "problem-line-hint",
            &declared["problem-line-hint"],
        ) {
            assert!(text.contains(&format!("؛ {name}: ")), "{text}");
        }
    }
}

/// What was typed is told apart from what is said of it.
#[test]
fn what_was_typed_stands_in_quotation_marks() {
    let declared = declared();
    for language in FROM_THE_RIGHT {
        for code in ["query-note", "query-noted", "query-noted-of"] {
            for text in texts(language, code, &declared[code]) {
                let text = fihrist::text::unisolated(&text);
                assert!(text.contains("«سوق»: "), "{text}");
            }
        }
    }
}
