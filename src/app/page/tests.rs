//! Articles of any size in; the rows of their pages out, and how much of them was laid out for that.

use std::path::Path;

use super::*;
use crate::corpus::article::{Class, FoundValue, Origin, Paragraph};
use crate::corpus::{Article, Charset};
use crate::dedup::{Folds, NearRepeat};
use crate::text::{MAX_PART_BYTES, laid_out_bytes};

const SENTENCE: &str = "وصل 12 قاربا إلى ميناء المرجان مساء أمس ثم عاد البحارة إلى بيوتهم. ";
const HEIGHT: usize = 24;
/// Bytes that a screen shows, at most three parts of a text around it, and what is said beside it.
const NEAR_VIEW: usize = 3 * MAX_PART_BYTES;

/// An article with a title field and a paragraph a line, in which some lines are folded whole.
fn article(title: &str, text: &str, is_folded: impl Fn(usize) -> bool) -> Arc<Entry> {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    let mut folds = Folds::default();
    for (number, line) in text.split('\n').enumerate() {
        let bytes = at..at + line.len();
        let fold = Fold {
            bytes: bytes.clone(),
            of: 0..10,
            of_in: RepeatOrigin::Text,
            words: 12,
        };
        let class = Class::Text;
        paragraphs.push(Paragraph { bytes, class });
        let folded = is_folded(number).then_some(fold);
        folds.paragraphs.push(folded.into_iter().collect());
        folds.words += 12;
        at += line.len() + 1;
    }
    let found = |value: &str| FoundValue {
        value: value.to_owned(),
        from: Origin::Field,
    };
    Arc::new(Entry {
        article: Article {
            key: crate::corpus::Key::default(),
            own_id: None,
            path: Arc::from(Path::new("a.jsonl")),
            record: 1,
            line: None,
            title: Some(found(title)),
            source: Some(found("صدى الساحل")),
            date: None,
            date_guess: None,
            date_text: None,
            author: None,
            url: None,
            extra: Vec::new(),
            charset: Charset::Utf8,
            read_as: Arc::from("text"),
            text: text.to_owned(),
            paragraphs,
        },
        folds,
        hash: String::new(),
    })
}

/// Paragraphs of one sentence each.
fn paragraphs(count: usize) -> String {
    let lines = (0..count).map(|n| format!("{n} {}", SENTENCE.trim()));
    lines.collect::<Vec<_>>().join("\n")
}

/// A page, seen at 80x24.
fn page(entry: &Arc<Entry>) -> Page {
    let mut page = Page::new(Arc::clone(entry), 78);
    page.scroll(0, HEIGHT);
    page
}

/// Does something, which must cost no more than what is near the view.
#[track_caller]
fn is_local<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let before = laid_out_bytes();
    let done = act();
    let laid_out = laid_out_bytes() - before;
    assert!(laid_out <= NEAR_VIEW, "{what}: {laid_out} bytes laid out");
    done
}

/// Everything one does with an article, none of it costing more than what is near the view.
#[track_caller]
fn check_local(entry: &Arc<Entry>) {
    let mut page = is_local("open", || page(entry));
    let text = entry.article.text.len();
    is_local("scroll", || page.scroll(20 * HEIGHT.cast_signed(), HEIGHT));
    is_local("end", || page.scroll(isize::MAX / 2, HEIGHT));
    assert_eq!(page.rows_in_view().count(), HEIGHT, "the last page is full");
    assert_eq!(page.percent(), Some(100));
    is_local("page up", || page.scroll(-HEIGHT.cast_signed(), HEIGHT));
    assert!(page.percent() < Some(100));
    is_local("narrower", || {
        page.relayout(Measure::from(38));
        page.scroll(0, HEIGHT);
    });
    for share in [1, 2, 3] {
        is_local("go to", || {
            let at =
                (text / 4 * share..text).find(|byte| page.outline.slot_at(entry, *byte).is_some());
            let row = page.position_of(at.unwrap()).unwrap();
            page.reveal(row, HEIGHT, HEIGHT / 3);
            assert!(page.is_in_view(row));
        });
        let share = page.percent().unwrap();
        assert!((1..100).contains(&share), "{share}");
    }
    let byte = page.byte_in_view();
    is_local("unfold", || page.toggle_folds(HEIGHT));
    assert_eq!(page.byte_in_view(), byte);
    is_local("page down", || page.scroll(HEIGHT.cast_signed(), HEIGHT));
    is_local("fold", || page.toggle_folds(HEIGHT));
    is_local("wider", || {
        page.relayout(Measure::from(118));
        page.scroll(0, HEIGHT);
    });
    is_local("thousands of rows", || page.scroll(900_000, HEIGHT));
    is_local("top", || page.scroll(isize::MIN / 2, HEIGHT));
    assert!(page.is_at_top() && page.percent() == Some(0));
}

#[test]
fn of_many_paragraphs_those_in_view_are_laid_out() {
    check_local(&article("عنوان", &paragraphs(30_000), |_| false));
}

#[test]
fn of_a_long_paragraph_the_parts_in_view_are_laid_out() {
    check_local(&article("عنوان", &SENTENCE.repeat(20_000), |_| false));
    // Neither sentences nor blanks nor letters with a direction.
    check_local(&article("عنوان", &"123456789-".repeat(200_000), |_| false));
}

#[test]
fn many_folds_are_opened_by_what_is_in_view() {
    check_local(&article("عنوان", &paragraphs(20_000), |n| n % 2 == 1));
    // One fold between some paragraphs.
    check_local(&article("عنوان", &paragraphs(20_000), |n| {
        (60..19_940).contains(&n)
    }));
}

#[test]
fn of_a_long_title_the_part_in_view_is_laid_out() {
    let title = SENTENCE.repeat(10_000);
    let entry = article(&title, &paragraphs(10), |_| false);
    let mut page = is_local("open", || page(&entry));
    is_local("page down", || {
        page.scroll(3 * HEIGHT.cast_signed(), HEIGHT);
    });
    let title_byte = |page: &Page| match page.row_in_view(0) {
        Some(Row::Title { line, offset }) => offset + line.bytes.start,
        row => panic!("{row:?}"),
    };
    let before = title_byte(&page);
    is_local("narrower", || {
        page.relayout(Measure::from(38));
        page.scroll(0, HEIGHT);
    });
    assert!((before - 80..=before).contains(&title_byte(&page)));
    is_local("end", || page.scroll(isize::MAX / 2, HEIGHT));
    is_local("up", || page.scroll(-HEIGHT.cast_signed(), HEIGHT));
}

/// Articles small and large, with folds, near repeats and notes.
fn various() -> Vec<(Arc<Entry>, Vec<Also>)> {
    let note = |paragraph| Also {
        paragraph,
        paragraphs: 1,
        articles: Vec::new(),
        all_articles: 0,
    };
    let long = format!(
        "{}\n{}\n{}",
        paragraphs(3),
        SENTENCE.repeat(3000),
        paragraphs(2)
    );
    let mut near = article("عنوان", &paragraphs(9), |n| n == 4 || n == 5);
    let paragraph = near.article.paragraphs[7].bytes.clone();
    Arc::get_mut(&mut near)
        .unwrap()
        .folds
        .near
        .push(NearRepeat {
            paragraph: 7,
            bytes: paragraph,
            of: 0..10,
            of_in: RepeatOrigin::Text,
            edits: Vec::new(),
        });
    vec![
        (article("", "", |_| false), vec![]),
        (article("عنوان", "وصل", |_| false), vec![note(0)]),
        (article("عنوان", &paragraphs(9), |_| true), vec![note(3)]),
        (near, vec![note(0), note(2), note(4), note(5), note(8)]),
        (
            article(&SENTENCE.repeat(2000), &long, |n| n == 3),
            vec![note(4)],
        ),
    ]
}

#[test]
fn rows_are_the_same_from_either_end() {
    for (entry, also) in various() {
        for open in [false, true] {
            let mut page = page(&entry);
            page.annotate(&Arc::new(also.clone()));
            if open {
                page.toggle_folds(HEIGHT);
            }
            let first = Some(PagePosition::default());
            let down: Vec<PagePosition> =
                std::iter::successors(first, |at| page.row_after(*at)).collect();
            let last = Some(page.last_row());
            let up = std::iter::successors(last, |at| page.row_before(*at));
            let mut up: Vec<PagePosition> = up.collect();
            up.reverse();
            assert_eq!(down, up);
            assert!(down.is_sorted());
            assert_eq!(page.rows().count(), down.len());
        }
    }
}

#[test]
fn every_byte_of_the_text_is_on_the_row_that_says_so() {
    for (entry, _) in various() {
        let mut page = page(&entry);
        page.toggle_folds(HEIGHT);
        let mut next = Some(PagePosition::default());
        let mut shown = 0;
        while let Some(at) = next {
            if let Row::Text { line, offset, .. } = page.row_at(at) {
                let bytes = offset + line.bytes.start..offset + line.bytes.end;
                shown += bytes.len();
                for byte in [bytes.start, bytes.end - 1] {
                    let found = page.position_of(byte).unwrap();
                    let above = page.row_at(found);
                    let is_near = matches!(above, Row::Near { .. });
                    assert!(found == at || is_near && page.row_after(found) == Some(at));
                }
            }
            next = page.row_after(at);
        }
        let paragraphs = &entry.article.paragraphs;
        let all: usize = paragraphs.iter().map(|p| p.bytes.len()).sum();
        // The text may end in a blank, which no piece has.
        assert!(
            (all.saturating_sub(paragraphs.len())..=all).contains(&shown),
            "{shown} of {all}"
        );
    }
}

#[test]
fn every_part_of_a_long_paragraph_is_in_the_direction_of_the_whole() {
    let latin = "They came home in the evening and slept. ".repeat(5000);
    // Most of its beginning is Arabic; whole parts behind it are not.
    let arabic = "وصل القوم إلى الوادي مساء وناموا. ".repeat(200);
    let entry = article("عنوان", &format!("{arabic}{latin}"), |_| false);
    let page = page(&entry);
    let directions: Vec<Direction> = page
        .rows()
        .filter_map(|row| match row {
            Row::Text { line, .. } => Some(line.direction),
            _ => None,
        })
        .collect();
    assert!(directions.len() > 2000 && directions.iter().all(|d| *d == Direction::Rtl));
}

#[test]
fn hits_and_folds_are_found_by_halves() {
    let entry = article("عنوان", &paragraphs(2000), |n| n % 3 == 1);
    let page = page(&entry);
    assert_eq!(page.fold_count(), 667);
    for group in [0, 300, 666] {
        let span = page.fold_span(group);
        assert_eq!(page.fold_of(span.start), Some(group));
        assert_eq!(page.fold_of(span.end - 1), Some(group));
        assert_eq!(page.fold_of(span.end + 1), None);
    }
}
