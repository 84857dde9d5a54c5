//! Nouns after numbers above a hundred.

use fihrist::app::counts::CountNote;
use fihrist::words::{Language, Words};

/// In Arabic the last two digits decide the form of the noun.
#[test]
fn in_arabic_a_noun_has_the_form_that_the_last_two_digits_ask_for() {
    let words = Words {
        language: Language::Arabic,
        ..Words::ENGLISH
    };
    for (number, said) in [
        (99, "99 مقالًا"),
        (100, "100 مقال"),
        (101, "101 مقال"),
        (102, "102 مقال"),
        (103, "103 مقالات"),
        (110, "110 مقالات"),
        (111, "111 مقالًا"),
        (1000, "1,000 مقال"),
        (1003, "1,003 مقالات"),
        (10_138, "10,138 مقالًا"),
        (1_000_000, "1,000,000 مقال"),
    ] {
        let text = words.say(&CountNote::articles(number));
        let text: String = text.chars().filter(|c| !is_isolate(*c)).collect();
        assert_eq!(text, said);
    }
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}
