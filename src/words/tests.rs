//! Tests of [`super`]: values in sentences, and what is said where a file of words is broken.

use super::*;
use crate::text::{Base, Layout};

messages! {
    /// Messages of the English file, as some module would declare them.
    enum TestNote {
        Change "corpus-changed" { came: Count, gone: Count };
        Kept "kept-for-next-run" { size: Size };
        Noted "query-note" { words: Typed, reason: Said };
        Dates "dates-span" { first: IsoDate, last: IsoDate };
    }
}

#[track_caller]
fn check(said: &impl Said, expected: &str) {
    assert_eq!(Words::ENGLISH.plain(said), expected);
}

#[test]
fn nouns_agree_with_their_numbers() {
    let change = |came, gone| TestNote::Change { came, gone };
    check(&change(1, 1), "one new article, one gone");
    check(&change(30_676, 2), "30,676 new articles, 2 gone");
}

#[test]
fn sizes_and_spans_are_short() {
    for (bytes, expected) in [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9949, "9.9 kB"),
        (9950, "10 kB"),
        (12_345, "12 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (4_200_000_000, "4.2 GB"),
    ] {
        assert_eq!(Words::ENGLISH.size(bytes), expected);
    }
    check(
        &TestNote::Kept { size: 12_345 },
        "kept for the next run: 12 kB (see: fihrist kept; not wanted: --no-keep)",
    );
    for (seconds, expected) in [
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7199, "1 hour ago"),
        (7200, "2 hours ago"),
        (86_399, "23 hours ago"),
        (86_400, "1 day ago"),
        (999_999, "11 days ago"),
    ] {
        check(&ago(std::time::Duration::from_secs(seconds)), expected);
    }
}

/// What is said of a code in the file `words`; `None` where the file is no help.
fn said(words: &str, args: &[(&str, ArgValue)]) -> Option<String> {
    let mut fluent_args = FluentArgs::new();
    for (name, value) in args {
        fluent_args.set((*name).to_owned(), Words::ENGLISH.value(value));
    }
    let bundle = bundle::read(words, Words::ENGLISH);
    bundle::text(&bundle, "note", None, &fluent_args)
}

#[test]
fn names_are_isolated_and_numbers_are_not() {
    let args = [
        ("name", ArgValue::Name("غد".to_owned())),
        ("year", ArgValue::Ordinal(2015)),
        ("count", ArgValue::Number(2015)),
    ];
    let text = said("note = { $name } { $year } { $count }", &args);
    assert_eq!(text.unwrap(), "\u{2068}غد\u{2069} 2015 2,015");
}

#[test]
fn a_message_that_lacks_something_is_not_said() {
    assert_eq!(said("note = { $count } of { $all }", &[]), None);
    assert_eq!(said("other = text", &[]), None);
    assert_eq!(said("note = { other }", &[]), None);
    assert_eq!(said("note = { $", &[]), None);
}

/// No text of a corpus is taken for a place in a message.
#[test]
fn values_are_not_filled_again() {
    let name = ArgValue::Name("{ $name }".to_owned());
    let text = said("note = a { $name }", &[("name", name)]);
    assert_eq!(text.unwrap(), "a \u{2068}{ $name }\u{2069}");
}

/// The cells of a sentence in Arabic from left to right.
fn arabic_cells(digits: Digits, said: &impl Said) -> String {
    let words = Words {
        language: Language::Arabic,
        digits,
        ..Words::ENGLISH
    };
    cells(&words.say(said))
}

fn cells(text: &str) -> String {
    let options = Options {
        base: Base::Rtl,
        shape: false,
        running: true,
        ..Options::default()
    };
    Layout::new(text, options).line().visual()
}

/// A query is quoted as its box shows it.
#[test]
fn a_date_that_was_typed_is_not_turned_where_it_is_quoted() {
    let note = TestNote::Noted {
        words: "تاريخ:2015-13".to_owned(),
        reason: TestNote::Kept { size: 1 }.sentence(),
    };
    let shown = arabic_cells(Digits::Latin, &note);
    assert!(shown.contains("2015-13:"), "{shown}");
}

/// On the screen, and where what isolates it is left out, as in a pipe.
#[test]
fn a_date_begins_with_its_year_whatever_its_digits() {
    let span = TestNote::Dates {
        first: "2026-01-17".to_owned(),
        last: "2026-02-28".to_owned(),
    };
    for (digits, date) in [
        (Digits::Latin, "2026-01-17"),
        (Digits::Arabic, "٢٠٢٦-٠١-١٧"),
        (Digits::Persian, "۲۰۲۶-۰۱-۱۷"),
    ] {
        let shown = arabic_cells(digits, &span);
        assert!(shown.contains(date), "{shown}");
    }
    let date = Digits::Arabic.date("2026-01-17");
    let shown = cells(&format!("نُشر في {date} هنا"));
    assert!(shown.contains("٢٠٢٦-٠١-١٧"), "{shown}");
}
