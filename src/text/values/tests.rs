//! Typed lines in, what they show out.

use proptest::prelude::*;

use super::*;
use find::PDI;

fn visual(text: &str) -> String {
    let options = Options {
        shape: false,
        ..Options::default()
    };
    input_line(text, options).visual()
}

#[track_caller]
fn check(text: &str, shown: &str) {
    assert_eq!(visual(text), shown, "{text}");
}

/// The cells from left to right.
fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

#[test]
fn dates_and_ranges_stand_as_they_are_typed() {
    let find = reversed("بحث ");
    for value in [
        "2015-08",
        "2015-08..2015-09",
        "2015-",
        "2015-08..",
        "30/9/2015",
        "12:30",
        "011-456-7890",
        "(011)456-7890",
        "+20-2-555-0100",
        "+20 2 555 0100",
        "https://example.org/a/",
    ] {
        check(&format!("بحث {value}"), &format!("{value}{find}"));
        check(&format!("port {value}"), &format!("port {value}"));
    }
}

/// What was typed is quoted in a sentence as the input line shows it.
#[test]
fn typed_values_stand_in_a_sentence_as_on_the_input_line() {
    for typed in [
        "تاريخ:2015-13",
        "ميناء تاريخ:2015-08..2015-10 -مصدر:\"سنابل\"",
        "author:2015-13",
        "2015-08",
        "سوق",
    ] {
        let sentence = format!("قال «{}» أمس", isolated_typed(typed));
        let options = Options {
            shape: false,
            running: true,
            ..Options::default()
        };
        let shown = Layout::new(&sentence, options).line().visual();
        let quoted = visual(typed);
        assert!(shown.contains(&quoted), "{quoted} is not in {shown}");
    }
}

#[test]
fn a_key_keeps_its_value_beside_it() {
    let date = reversed("تاريخ:");
    check("تاريخ:2015-08", &format!("2015-08{date}"));
    let source = reversed("مصدر:");
    check(
        "مصدر:\"aawsat\" تاريخ:2015",
        &format!("2015{date} \"aawsat\"{source}"),
    );
    check("port تاريخ:2015-08", &format!("port 2015-08{date}"));
    check("2015-08 ميناء", &format!("{} 2015-08", reversed("ميناء")));
    check(
        "source:coast ميناء",
        &format!("source:coast {}", reversed("ميناء")),
    );
    check(
        "ميناء source:coast",
        &format!("source:coast{}", reversed("ميناء ")),
    );
    check(
        "ميناء -source:\"the coast",
        &format!("source:\"the coast-{}", reversed("ميناء ")),
    );
    check("تاريخ:", &reversed("تاريخ:"));
}

#[test]
fn what_is_no_value_is_left_to_the_algorithm() {
    for text in [
        "ميناء 2015",
        "ميناء (2015)،",
        "قال: نعم",
        "a-b",
        "2015",
        "",
        "ميناء :5",
    ] {
        assert_eq!(controls(text), [], "{text}");
    }
    assert_eq!(controls("«2015-08»، 1"), [(2, '\u{2066}'), (9, PDI)]);
    assert_eq!(controls("(2015-08)."), [(1, '\u{2066}'), (8, PDI)]);
}

fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "ميناء",
        "لا",
        "abc",
        "2015-08",
        "تاريخ:",
        ":",
        "\"",
        "+2",
        " ",
        "(",
        ")",
        "-",
        ".",
        "١٢",
        "http://a",
        "\u{2069}",
        "\u{2067}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..14)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cells_cover_the_typed_text(text in typed(), caret in prop::option::of(0..30_usize)) {
        let line = input_line(&text, Options { caret, ..Options::default() });
        let mut bytes: Vec<_> = line.cells.iter().map(|cell| cell.bytes.clone()).collect();
        bytes.sort_by_key(|range| range.start);
        let mut at = 0;
        for range in bytes {
            prop_assert_eq!(range.start, at);
            prop_assert!(text.get(range.clone()).is_some_and(|cell| !cell.is_empty()));
            at = range.end;
        }
        prop_assert!(at == text.len() || line.cells.is_empty());
        prop_assert_eq!(line.bytes, 0..text.len());
    }

    #[test]
    fn nothing_but_isolates_is_added_and_all_are_closed(text in typed()) {
        let controls = controls(&text);
        let mut open = 0_i32;
        for (_, control) in &controls {
            open += if *control == PDI { -1 } else { 1 };
            prop_assert!((0..=2).contains(&open));
        }
        prop_assert_eq!(open, 0);
        prop_assert!(controls.is_sorted_by_key(|(byte, _)| *byte));
        let map = Map::new(&controls);
        for byte in 0..=text.len() {
            prop_assert_eq!(map.typed(map.shown(byte)), byte);
        }
    }
}
