//! Random articles in: whatever is folded stood earlier, by a naive search that knows no tricks.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

use proptest::prelude::*;

use super::{COST, CRANES, HARBOUR, paragraphs};
use crate::dedup::{ArticleText, Change, Fold, Folds, RepeatOrigin, fold};
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
    for title in [None, Some(HARBOUR), Some("كتاب القديم")] {
        let paragraphs = paragraphs(text);
        let folds = fold(ArticleText {
            title,
            text,
            paragraphs: &paragraphs,
        });
        assert_eq!(folds.paragraphs.len(), paragraphs.len());
        for (paragraph, list) in paragraphs.iter().zip(&folds.paragraphs) {
            let mut last = paragraph.bytes.start;
            for fold in list {
                assert!(last <= fold.bytes.start && fold.bytes.start < fold.bytes.end);
                assert!(fold.bytes.end <= paragraph.bytes.end);
                match fold.of_in {
                    RepeatOrigin::Text => {
                        assert!(fold.of.end <= fold.bytes.start);
                        assert!(stands_earlier(text, fold), "{text:?} {fold:?}");
                    }
                    RepeatOrigin::Title => {
                        let said = row(&title.unwrap()[fold.of.clone()]).0;
                        assert_eq!(row(&text[fold.bytes.clone()]).0, said);
                    }
                }
                last = fold.bytes.end;
            }
        }
        check_near(title, text, &folds);
    }
}

/// Near repeats come in order, outside folds, each after what it repeats; its edits cover both, and
/// what is called equal is.
fn check_near(title: Option<&str>, text: &str, folds: &Folds) {
    let mut last = 0;
    for near in &folds.near {
        assert!(last <= near.bytes.start && near.bytes.start < near.bytes.end);
        last = near.bytes.end;
        let in_folds = folds.paragraphs[near.paragraph].iter();
        let overlap = |f: &Fold| f.bytes.start < near.bytes.end && near.bytes.start < f.bytes.end;
        assert!(!in_folds.clone().any(overlap), "{text:?} {near:?}");
        let earlier = match near.of_in {
            RepeatOrigin::Text => text,
            RepeatOrigin::Title => title.unwrap(),
        };
        assert!(near.of_in == RepeatOrigin::Title || near.of.end <= near.bytes.start);
        let (mut here, mut there) = (near.bytes.start, near.of.start);
        for edit in &near.edits {
            assert!(
                here <= edit.here.start && edit.here.end <= near.bytes.end,
                "{near:?}"
            );
            assert!(
                there <= edit.there.start && edit.there.end <= near.of.end,
                "{near:?}"
            );
            (here, there) = (edit.here.end, edit.there.end);
            if edit.change == Change::Equal {
                let letters = |text: &str| row(text).0.replace('|', "");
                assert_eq!(
                    letters(&text[edit.here.clone()]),
                    letters(&earlier[edit.there.clone()])
                );
            }
        }
        assert!(near.edits.iter().any(|edit| edit.change != Change::Equal));
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
                "القديم", "كتاب", "كتابه", "2", " ", " ", " ", "  ", "\n", "\n", "\n# مشاركة\n", "\n# سلمى النجار - متابعات 12 5\n",
                "# سلمى النجار - متابعات 12 5", "الغربي", "لم", ". ", "،", " - ", "a b c d e f g h",
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
