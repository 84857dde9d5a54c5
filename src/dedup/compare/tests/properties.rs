//! Any two texts in, what holds for their comparison out.

use proptest::prelude::*;

use super::TestVersion;
use crate::dedup::compare::{Comparison, ComparisonPart, ComparisonRow, compare};
use crate::dedup::word_stream::{StreamToken, WordStream};
use crate::text::normalize::{count_words, words};

fn counts(comparison: &Comparison) -> ([usize; 2], [usize; 2]) {
    (comparison.only, comparison.words)
}

/// A few words, so that much repeats by chance, in a few paragraphs.
fn source() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "نعم",
        "لا",
        "في",
        "و",
        "امريكا",
        "وامريكا",
        "12",
        "5",
        "قال.",
        "sea",
        "~ x",
        "\n",
        "\n",
        "# ع",
    ]);
    prop::collection::vec(word, 0..80).prop_map(|words| words.join(" "))
}

/// Words of a version, without repeats and furniture.
fn own_words(text: &TestVersion) -> usize {
    let stream = WordStream::read(text.article());
    let folded = |token: &&StreamToken| {
        let folds = token.paragraph.and_then(|p| text.folds.paragraphs.get(p));
        let mut folds = folds.into_iter().flatten();
        folds.any(|fold| fold.bytes.contains(&token.bytes.start))
    };
    stream.tokens.len() - stream.tokens.iter().filter(folded).count()
}

/// A word for each number, without digits: those are words of their own.
fn unlike(n: usize) -> String {
    let letter = |n: usize| "بتدرسشعفق".chars().nth(n % 9);
    let letters = [letter(n / 9), letter(n), Some('ب')];
    letters.into_iter().flatten().collect()
}

proptest! {
    #[test]
    fn every_word_is_in_one_part_and_marked_once(first in source(), second in source()) {
        let texts = [TestVersion::new(&first), TestVersion::new(&second)];
        let comparison = compare(texts[0].version(), texts[1].version());
        for (side, text) in texts.iter().enumerate() {
            prop_assert_eq!(comparison.words[side], own_words(text));
            prop_assert!(comparison.only[side] + comparison.moved[side] <= comparison.words[side]);
            let parts: Vec<&ComparisonPart> = comparison.rows.iter().flat_map(|row| &row.sides[side]).collect();
            let mut words = 0;
            let mut marked = [0, 0];
            let mut end = (None, 0);
            for part in parts {
                let source = text.source(part, part.bytes.clone());
                prop_assert_eq!(source.trim(), source);
                prop_assert!(part.paragraph != end.0 || part.bytes.start >= end.1);
                end = (part.paragraph, part.bytes.end);
                words += count_words(source);
                let mut at = part.bytes.start;
                let mut all: Vec<_> = part.only.iter().map(|r| (r, 0)).chain(part.moved.iter().map(|r| (r, 1))).collect();
                all.sort_by_key(|(range, _)| range.start);
                for (range, kind) in all {
                    prop_assert!(range.start >= at && range.start < range.end && range.end <= part.bytes.end);
                    at = range.end;
                    marked[kind] += count_words(text.source(part, range.clone()));
                }
            }
            prop_assert_eq!(words, comparison.words[side]);
            prop_assert_eq!(marked, [comparison.only[side], comparison.moved[side]]);
        }
        prop_assert_eq!(comparison.common, comparison.words[0] - comparison.only[0]);
    }

    /// What is not marked reads the same on both sides of a row.
    #[test]
    fn what_is_not_marked_is_the_same(first in source(), second in source()) {
        let texts = [TestVersion::new(&first), TestVersion::new(&second)];
        let comparison = compare(texts[0].version(), texts[1].version());
        for row in &comparison.rows {
            let letters = |side: usize| {
                let mut out = String::new();
                for part in &row.sides[side] {
                    let source = texts[side].source(part, part.bytes.clone());
                    let marks = part.only.iter().chain(&part.moved);
                    let marked: Vec<_> = marks.cloned().collect();
                    words(source, |word| {
                        if !marked.iter().any(|range| range.contains(&(part.bytes.start + word.start))) {
                            out.push_str(word.norm);
                        }
                    });
                }
                out
            };
            prop_assert_eq!(letters(0), letters(1));
        }
    }

    #[test]
    fn identical_versions_differ_in_nothing(source in source()) {
        let text = TestVersion::new(&source);
        let comparison = compare(text.version(), text.version());
        prop_assert_eq!(counts(&comparison), ([0, 0], [own_words(&text); 2]));
        prop_assert!(comparison.rows.iter().all(ComparisonRow::is_same));
    }

    /// Where a few words repeat again and again the diff may take one of many ways; either way round it
    /// finds words to agree on.
    #[test]
    fn the_other_way_round_mirrors(first in source(), second in source()) {
        let texts = [TestVersion::new(&first), TestVersion::new(&second)];
        let one = compare(texts[0].version(), texts[1].version());
        let other = compare(texts[1].version(), texts[0].version()).swapped();
        prop_assert_eq!(one.words, other.words);
        for side in [0, 1] {
            let changed = |c: &Comparison| c.only[side] + c.moved[side];
            let apart = changed(&one).abs_diff(changed(&other));
            prop_assert!(apart <= 5 + one.words[side] / 2, "{} of {}", apart, one.words[side]);
        }
    }

    /// What an editor only left out is found exactly, and the same the other way round.
    #[test]
    fn what_was_left_out_is_all_that_differs(kept in prop::collection::vec(any::<bool>(), 0..80)) {
        let text = |all: bool| {
            let words = kept.iter().enumerate().filter(|(_, kept)| all || **kept);
            TestVersion::new(&words.map(|(n, _)| unlike(n)).collect::<Vec<_>>().join(" "))
        };
        let texts = [text(true), text(false)];
        let left_out = kept.iter().filter(|kept| !**kept).count();
        let one = compare(texts[0].version(), texts[1].version());
        let other = compare(texts[1].version(), texts[0].version());
        prop_assert_eq!((one.only, one.moved), ([left_out, 0], [0, 0]));
        prop_assert_eq!(counts(&one), counts(&other.swapped()));
    }
}
