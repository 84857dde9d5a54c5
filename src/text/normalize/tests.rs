//! Short texts in, their words out: a table for each rule, and what holds of any text.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

use proptest::prelude::*;

use super::{WordKind, count_words, words};

/// The normal spellings, joined by `|`.
fn norms(text: &str) -> String {
    let mut all = Vec::new();
    words(text, |w| all.push(w.norm.to_owned()));
    all.join("|")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(norms(text), expected);
}

/// The source bytes of each word, joined by `|`.
#[track_caller]
fn check_source(text: &str, expected: &str) {
    let mut all = Vec::new();
    words(text, |w| all.push(text[w.start..w.end].to_owned()));
    assert_eq!(all.join("|"), expected);
}

#[test]
fn letters_have_one_spelling() {
    check("أإآٱا", "ااااا");
    check("مكتبة على", "مكتبه|علي");
    check("مؤمن ئ ء", "مؤمن|ئ|ء");
    check("یک ڪتاب", "يك|كتاب");
    check("سو\u{654}ال هي\u{654}ه", "سؤال|هئه");
    check("Straße ÉTÉ Σίσυφος", "strasse|été|σίσυφοσ");
}

#[test]
fn silent_chars_vanish() {
    check("كِتَابٌ", "كتاب");
    check("كـــتاب", "كتاب");
    check("كت\u{200d}اب\u{200f} \u{feff}جديد", "كتاب|جديد");
    check("ـ ـــ َ", "");
}

#[test]
fn presentation_forms_are_undone() {
    check("\u{fe8e}\u{fedf}\u{fed4}", "الف");
    check("\u{fefb}", "لا");
    check("\u{fdfa}", "صلياللهعليهوسلم");
    check("\u{fe8b}", "ئ");
    check("\u{fd3e}نور\u{fd3f}\u{fe70}", "نور");
}

#[test]
fn numbers_keep_their_inside() {
    check("٣٫٥ 3.5 ۳٬۰۰۰", "3.5|3.5|3,000");
    check("3 .2 و3. نعم", "3|2|و|3|نعم");
    check("12:30 2015/9/30 2-1 2–1", "12:30|2015/9/30|2-1|2-1");
    check("-5 (+7) −٣ كم-5", "-5|+7|-3|كم|5");
    check("الـ70 1436هـ.", "ال|70|1436|ه");
    check("१२ 𝟗", "12|9");
    check("١٢.", "12");
}

#[test]
fn symbols_are_words() {
    check("5% ٥٪ 10$", "5|%|5|%|10|$");
    check("€£¥‰", "€|£|¥|‰");
}

#[test]
fn all_else_separates() {
    check("«نعم»، (لا)؛ a_b", "نعم|لا|a|b");
    check("www.example.com", "www|example|com");
    check("", "");
    check(" \n\u{a0}–…", "");
}

#[test]
fn offsets_take_in_marks() {
    check_source("«كِتابُـ» 3.5%", "كِتابُـ|3.5|%");
    check_source("الـ70", "الـ|70");
    check_source(" -5!", "-5");
}

#[test]
fn kinds() {
    let mut kinds = Vec::new();
    words("نحو -3.5% ok", |w| kinds.push(w.kind));
    assert_eq!(
        kinds,
        [
            WordKind::Letters,
            WordKind::Digits,
            WordKind::Symbol,
            WordKind::Letters
        ]
    );
    assert_eq!(count_words("نحو -3.5% ok"), 4);
}

proptest! {
    #[test]
    fn words_are_in_order_and_on_char_borders(text in "[a-z0-9 \u{621}-\u{652}\u{660}-\u{669}.,:+%-]{0,60}|\\PC{0,60}") {
        let mut last = 0;
        words(&text, |w| {
            assert!(last <= w.start && w.start < w.end && !w.norm.is_empty());
            assert!(text.get(w.start..w.end).is_some());
            last = w.end;
        });
        prop_assert!(last <= text.len());
    }

    #[test]
    fn a_normal_spelling_is_its_own(text in "[a-z0-9 \u{621}-\u{652}\u{660}-\u{669}]{0,60}") {
        let once = norms(&text).replace('|', " ");
        prop_assert_eq!(norms(&once).replace('|', " "), once);
    }
}
