//! Texts of any length and make in, the parts they are laid out in out, and what a cut changes.

use proptest::prelude::*;

use super::*;
use crate::text::{Base, Layout, Options};

/// The parts of a text, which must be the text and of bearable size.
#[track_caller]
fn parts(text: &str) -> Vec<&str> {
    let ranges: Vec<Range<usize>> = (0..part_count(text.len()))
        .map(|index| part(text, index))
        .collect();
    let mut end = 0;
    for (index, range) in ranges.iter().enumerate() {
        assert_eq!(range.start, end);
        assert!(
            range.len() <= MAX_PART_BYTES && !range.is_empty() || text.is_empty(),
            "{range:?}"
        );
        assert_eq!(part_at(text, range.start), index);
        assert_eq!(part_at(text, range.end.max(1) - 1), index);
        end = range.end;
    }
    assert_eq!(end, text.len());
    let part = |range| text.get(range).unwrap();
    ranges.into_iter().map(part).collect()
}

const SENTENCE: &str =
    "وصل 12 قاربا إلى ميناء المرجان مساء أمس، ثم عاد البحارة إلى بيوتهم (كما قالوا). ";

#[test]
fn a_text_of_bearable_length_is_one_part() {
    for text in ["", "a", &"ب".repeat(MAX_PART_BYTES / 2)] {
        assert_eq!(parts(text), [text]);
    }
    assert!(parts(&"ب".repeat(MAX_PART_BYTES / 2 + 1)).len() > 1);
}

#[test]
fn parts_end_behind_sentences() {
    let text = SENTENCE.repeat(3000);
    let found = parts(&text);
    assert!(found.len() > 5);
    for part in found {
        assert!(part.starts_with("وصل") && part.ends_with(". "), "{part}");
    }
    for end in ["!", "؟", "…", "۔", ".»", ".\") "] {
        let text = format!("وصل القارب{end}  ").repeat(10_000);
        for part in parts(&text) {
            assert!(part.starts_with("وصل") && part.ends_with("  "), "{end}");
        }
    }
}

#[test]
fn where_no_sentence_ends_parts_end_behind_a_blank() {
    let text = "وصل 3.5 قارب\u{3000}".repeat(10_000);
    for part in parts(&text) {
        assert!(!part.starts_with(char::is_whitespace) && part.ends_with(char::is_whitespace));
    }
}

#[test]
fn where_there_is_no_blank_parts_end_between_grapheme_clusters() {
    for cluster in ["ب\u{64E}", "中", "\u{1F44D}\u{1F3FD}", "e\u{301}\u{302}"] {
        let text = cluster.repeat(40_000);
        for part in parts(&text) {
            assert!(part.starts_with(cluster) && part.ends_with(cluster));
        }
    }
    // One cluster that is longer than a part, and white space alone.
    parts(&format!("ب{}", "\u{64E}".repeat(100_000)));
    parts(&" ".repeat(200_000));
    parts(&"\u{2066}".repeat(100_000));
}

#[test]
fn parts_end_where_no_isolate_is_open() {
    for (open, close) in [
        ('\u{2067}', '\u{2069}'),
        ('\u{2068}', '\u{2069}'),
        ('\u{202B}', '\u{202C}'),
        ('\u{202E}', '\u{202C}'),
    ] {
        // Sentences end inside, only blanks stand outside.
        let inside = "One. Two. ".repeat(200);
        let text = format!("{open}{inside}{close} and {open}{inside}{close} ").repeat(100);
        for part in parts(&text) {
            let opened = part.matches(open).count();
            assert_eq!(opened, part.matches(close).count(), "{open:?}");
        }
        // Where all is inside, sentences decide.
        let text = format!("{open}{}{close}", "One two. ".repeat(30_000));
        let found = parts(&text);
        assert!(found[1..].iter().all(|part| part.starts_with("One")));
    }
}

#[test]
fn where_an_outer_isolate_ends_within_reach_it_is_not_cut() {
    let text = format!(
        "\u{2067}{}\u{2069} One two. {}",
        "ا ب. ".repeat(6000),
        "Three four. ".repeat(3000)
    );
    let found = parts(&text);
    assert!(found[0].ends_with("two. ") || found[0].ends_with("four. "));
}

/// What is seen of a paragraph cut in two, laid out as a whole and in parts.
fn seen(before: &str, after: &str, base: Base) -> (String, String) {
    let visual = |text: &str| {
        let options = Options {
            base,
            shape: false,
            ..Options::default()
        };
        Layout::new(text, options).line().visual()
    };
    let whole = visual(&format!("{before}{after}"));
    let parts = match base {
        Base::Rtl => visual(after) + &visual(before),
        _ => visual(before) + &visual(after),
    };
    (whole, parts)
}

#[test]
fn between_sentences_of_the_paragraphs_direction_a_cut_changes_nothing() {
    for (before, after, base) in [
        ("وصل القارب. ", "ثم عاد البحارة.", Base::Rtl),
        ("قالت CNN أمس (لا) شيئا! ", "ثم وصل 12 قاربا.", Base::Rtl),
        ("He left in 2014. ", "She stayed in سرغ then.", Base::Ltr),
        ("She read كتاب today. ", "2-3 men left.", Base::Ltr),
        ("بلغ العدد 30. ", "«وصل» القارب.", Base::Rtl),
    ] {
        let (whole, parts) = seen(before, after, base);
        assert_eq!(whole, parts, "{before}|{after}");
    }
}

/// The differences that the head of the module names.
#[test]
fn across_a_cut_the_rules_do_not_look() {
    for (rule, before, after) in [
        ("N1", "قال He left. ", "She stayed ثم عاد"),
        ("W2", "بلغ العدد ", "25-30 قاربا"),
        ("N0", "قال: He (or. ", "she) left ثم عاد"),
        ("X5a", "قال \u{2066}a ب. ", "ج b\u{2069} ثم عاد"),
        ("X2", "قال \u{202A}a ب. ", "ج b\u{202C} ثم عاد"),
    ] {
        let (whole, parts) = seen(before, after, Base::Rtl);
        assert_ne!(whole, parts, "{rule} makes no difference");
    }
    // The full stop of the sentence before the cut, between two of the other direction.
    assert_eq!(
        seen("قال He left. ", "She left ثم", Base::Rtl),
        (
            "مث He left. She left لاق".to_owned(),
            "مث She left .He left لاق".to_owned()
        )
    );
}

proptest! {
    #[test]
    fn any_text_is_its_parts(piece in "[a-c غدا.؟!\u{2066}-\u{2069}\u{202A}-\u{202E}\u{64E}(»\u{1F1E6}]{1,60}", times in 1_usize..6000) {
        parts(&piece.repeat(times));
    }
}
