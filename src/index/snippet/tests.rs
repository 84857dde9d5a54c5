//! Which piece of a text is shown, and where it is cut.

use proptest::prelude::*;

use super::strip::Strip;
use super::{Snippet, window};

/// The words of `query` light wherever they stand in a paragraph (each a line).
fn strip(query: &[&str], paragraphs: &str) -> Strip {
    let mut strip = Strip::default();
    for paragraph in paragraphs.lines() {
        let mut marks: Vec<_> = Vec::new();
        for (number, word) in query.iter().enumerate() {
            let found = paragraph.match_indices(word);
            marks.extend(found.map(|(at, m)| (at..at + m.len(), number)));
        }
        marks.sort_by_key(|(span, _)| span.start);
        strip.add(paragraph, marks.into_iter(), false);
    }
    strip
}

fn snippet(query: &[&str], paragraphs: &str, chars: usize) -> Snippet {
    let strip = strip(query, paragraphs);
    let held = window::densest(&strip.marks, window::room(chars), query.len());
    window::cut(&strip, held.unwrap_or(0..0), chars)
}

/// Matches stand in brackets.
fn shown(snippet: &Snippet) -> String {
    let mut out = String::new();
    for (at, c) in snippet.text.chars().enumerate() {
        out.extend(
            snippet
                .matches
                .iter()
                .filter(|m| m.start == at)
                .map(|_| '['),
        );
        out.push(c);
        out.extend(
            snippet
                .matches
                .iter()
                .filter(|m| m.end == at + 1)
                .map(|_| ']'),
        );
    }
    out
}

#[track_caller]
fn check(query: &[&str], paragraphs: &str, chars: usize, expected: &str) {
    let snippet = snippet(query, paragraphs, chars);
    assert_eq!(shown(&snippet), expected);
    assert!(snippet.text.chars().count() <= chars);
}

#[test]
fn a_short_text_is_shown_whole() {
    check(
        &["ميناء"],
        "رصيف الميناء الجديد",
        60,
        "رصيف ال[ميناء] الجديد",
    );
    check(&["ميناء"], "لا شيء هنا", 60, "لا شيء هنا");
    check(&["ميناء"], "", 60, "");
}

#[test]
fn paragraphs_and_white_space_become_one_blank() {
    check(&["ب"], " ا \t ب\u{a0}\nج  د ", 60, "ا [ب] ج د");
}

#[test]
fn different_words_weigh_more_than_repeats() {
    check(
        &["sea", "port"],
        "sea sea sea sea sea and nothing else is said in here. The port lies by the sea. More of it.",
        32,
        "The [port] lies by the [sea].",
    );
}

#[test]
fn words_that_stand_together_win() {
    check(
        &["sea", "port"],
        "The port is not quite at the sea. This is a long tale of it all. Here the sea port is.",
        36,
        "Here the [sea] [port] is.",
    );
}

#[test]
fn a_sentence_nearby_is_not_cut() {
    check(
        &["sea"],
        "One two three four five. Six seven sea eight. Nine ten eleven twelve thirteen.",
        30,
        "Six seven [sea] eight.",
    );
}

#[test]
fn far_from_a_border_words_are_not_cut() {
    check(
        &["sea"],
        "one two three four five six seven sea eight, nine ten eleven twelve thirteen",
        26,
        "…seven [sea] eight, nine…",
    );
    check(
        &["sea"],
        "one two three sea four, five",
        16,
        "…[sea] four, five",
    );
}

#[test]
fn a_title_or_an_initial_ends_no_sentence() {
    check(
        &["سعاد"],
        "كلام كثير قبل هذا. قالت د. سعاد إن الحديقة جميلة. وكلام كثير بعد هذا أيضا.",
        40,
        "قالت د. [سعاد] إن الحديقة جميلة.",
    );
}

#[test]
fn without_a_match_the_beginning_is_shown() {
    check(
        &["ميناء"],
        "حديقة المدينة تفتح أبوابها",
        16,
        "حديقة المدينة…",
    );
}

#[test]
fn what_was_left_out_between_passages_is_seen() {
    let mut strip = Strip::default();
    strip.add("أول الكلام.", std::iter::empty(), false);
    strip.add("وآخره", std::iter::empty(), true);
    assert_eq!(window::cut(&strip, 0..0, 60).text, "أول الكلام. … وآخره");
}

#[test]
fn marks_inside_a_word_are_in_the_match() {
    check(
        &["ميـــنَاءُ"],
        "فُتِحَ ميـــنَاءُ المدينة",
        60,
        "فُتِحَ [ميـــنَاءُ] المدينة",
    );
}

#[test]
fn nothing_fits_into_nothing() {
    for chars in 0..4 {
        let found = snippet(&["ميناء"], "رصيف الميناء الجديد", chars);
        assert!(found.text.chars().count() <= chars, "{chars}: {found:?}");
        assert!(found.matches.is_empty());
    }
}

#[test]
fn a_word_longer_than_the_snippet_is_cut() {
    let long = "x".repeat(500);
    for text in [long.clone(), format!("a {long} b"), format!("{long} b a")] {
        for chars in [5, 40] {
            let found = snippet(&["a"], &text, chars);
            assert!(found.text.chars().count() <= chars, "{found:?}");
            assert!(!found.text.is_empty());
        }
    }
}

/// The most different words that any window of `room` chars holds.
fn most_different(strip: &Strip, room: usize) -> usize {
    let held = |from: usize| {
        let fits = strip
            .marks
            .iter()
            .filter(|m| m.chars.start >= from && m.chars.end <= from + room);
        let mut words: Vec<usize> = fits.map(|m| m.word).collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    };
    (0..=strip.chars.len()).map(held).max().unwrap_or(0)
}

const QUERY: [&str; 3] = ["سُفـن", "بحر", "x"];

proptest! {
    #[test]
    fn a_snippet_is_what_it_says(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "سُفـن", "بحر", "والبحر", "x", "كلام", "نهاية.", "\n", "،", "د.", "طويــــــــــــــــلة", "abc", "\t",
            ]),
            0..80,
        ),
        chars in 0_usize..90,
    ) {
        let text = words.join(" ");
        let strip = strip(&QUERY, &text);
        let held = window::densest(&strip.marks, window::room(chars), QUERY.len());
        let found = window::cut(&strip, held.clone().unwrap_or(0..0), chars);
        prop_assert!(found.text.chars().count() <= chars);
        let plain = found.text.trim_matches('…');
        let all: String = strip.chars.iter().collect();
        prop_assert!(all.contains(plain), "{plain:?} in {all:?}");
        let at: Vec<char> = found.text.chars().collect();
        let mut last = 0;
        let mut different = Vec::new();
        for m in &found.matches {
            let matched: String = at[m.clone()].iter().collect();
            prop_assert!(QUERY.contains(&matched.as_str()), "{matched:?}");
            prop_assert!(m.start >= last);
            last = m.end;
            different.push(matched);
        }
        different.sort_unstable();
        different.dedup();
        if held.is_some() {
            prop_assert!(different.len() >= most_different(&strip, window::room(chars)));
        }
    }
}
