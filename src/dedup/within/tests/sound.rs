//! Random articles in: whatever is folded stood earlier, by a naive search that knows no tricks.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

use proptest::prelude::*;

use super::{COST, CRANES, HARBOUR, paragraphs};
use crate::dedup::{Fold, Reading, fold};
use crate::text::normalize::words;

/// The words of `text` in a row, with each word's place in the source and in the row.
fn row(text: &str) -> (String, Vec<(usize, usize, usize)>) {
    let (mut row, mut places) = (String::new(), Vec::new());
    words(text, |w| {
        let number = w
            .norm
            .starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+');
        if number && row.ends_with(|c: char| c.is_ascii_digit()) {
            row.push('|');
        }
        let start = row.len();
        row.push_str(w.norm);
        places.push((w.start, start, row.len()));
    });
    (row, places)
}

/// Naive oracle: the folded words stand earlier in `text`, from word start to word end.
fn stands_earlier(text: &str, fold: &Fold) -> bool {
    let (row, places) = row(text);
    let inside: Vec<_> = places
        .iter()
        .filter(|p| fold.bytes.contains(&p.0))
        .collect();
    let (from, to) = (inside[0].1, inside[inside.len() - 1].2);
    assert_eq!(inside.len() as u32, fold.words);
    places.iter().filter(|p| p.1 < from).any(|&(_, at, _)| {
        let end = at + (to - from);
        row[at..from].starts_with(&row[from..to]) && places.iter().any(|p| p.2 == end)
    })
}

fn check_sound(text: &str) {
    let paragraphs = paragraphs(text);
    let folds = fold(Reading {
        title: None,
        text,
        paragraphs: &paragraphs,
    });
    assert_eq!(folds.paragraphs.len(), paragraphs.len());
    for (paragraph, list) in paragraphs.iter().zip(&folds.paragraphs) {
        let mut last = paragraph.bytes.start;
        for fold in list {
            assert!(last <= fold.bytes.start && fold.bytes.start < fold.bytes.end);
            assert!(fold.bytes.end <= paragraph.bytes.end && fold.of.end <= fold.bytes.start);
            assert!(text.get(fold.bytes.clone()).is_some() && text.get(fold.of.clone()).is_some());
            assert!(stands_earlier(text, fold), "{text:?} {fold:?}");
            last = fold.bytes.end;
        }
    }
}

proptest! {
    #[test]
    fn random_text_never_panics(text in "\\PC{0,200}|[\\PC\n]{0,200}") {
        check_sound(&text);
    }

    #[test]
    fn what_is_folded_stood_earlier(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                HARBOUR, COST, CRANES, "الرصيف الشرقي", "نعم", "و", "12", "-5", "3.5", ".", "»", "«", "د.", "…",
                "القديم", "كتاب", "كتابه", "2", " ", " ", " ", "  ", "\n", "\n", "\n# مشاركة\n", ". ", "،", " - ", "a b c d e f g h",
            ]),
            0..60,
        ),
    ) {
        check_sound(&parts.concat());
    }

    #[test]
    fn few_words_repeat_in_many_ways(text in "([ابج][ .\n]{0,2}){0,150}") {
        check_sound(&text);
    }
}
