//! Searching within the article that is read: key strings in, matches and places out.

use std::sync::Arc;

use fihrist::app::action::Mode;
use fihrist::app::page::Page;
use fihrist::library::ArticleNo;

use super::driver::{Driver, demo};

/// The article with most folds, and a word that stands in repeated text of it.
fn folded() -> (ArticleNo, String) {
    let library = demo();
    let most = library
        .entries()
        .max_by_key(|(_, entry)| Page::new(Arc::clone(entry), 78).fold_count());
    let (no, entry) = most.unwrap();
    let page = Page::new(Arc::clone(&entry), 78);
    let part = page.fold_parts(0).next().unwrap();
    let repeated = entry.article.text.get(part).unwrap();
    let words = repeated.split(|c: char| !c.is_alphabetic());
    let word = words.max_by_key(|w| w.chars().count()).unwrap();
    (no, word.to_owned())
}

/// Reading it on a low screen.
fn reading() -> (Driver, String) {
    let (no, word) = folded();
    let mut driver = Driver::demo();
    driver.select(no).press("<enter>").resize(80, 12);
    (driver, word)
}

#[test]
fn each_letter_marks_and_goes_to_the_first_match_and_esc_back_to_the_place() {
    let (mut driver, word) = reading();
    driver.press("2j");
    let (before, folds) = (driver.place(), driver.folds());
    driver.press("\\");
    assert_eq!(driver.app.mode(), Mode::Find);
    for letter in word.chars() {
        driver.press(&letter.to_string());
        let reader = driver.reader();
        let hit = reader.current.map(|at| reader.hits[at].start);
        let row = driver.row_of(hit.expect("a match")).unwrap();
        assert!(driver.view().contains(&row));
    }
    driver.press("<esc>");
    assert_eq!((driver.place(), driver.folds()), (before, folds));
    assert!(
        driver.reader().hits.is_empty(),
        "nothing is searched over all"
    );
}

/// n goes from phrase to phrase, not from word to word of one.
#[test]
fn a_phrase_is_one_match_wherever_it_stands() {
    let (mut driver, _) = reading();
    let library = driver.library();
    let entry = library.get(driver.reading()).unwrap();
    let part = Page::new(Arc::clone(&entry), 78)
        .fold_parts(0)
        .next()
        .unwrap();
    let repeated = entry.article.text.get(part).unwrap();
    let words: Vec<&str> = repeated.split_whitespace().take(3).collect();
    let phrase = words.join(" ");
    driver.press(&format!("\\\"{phrase}\"<enter>"));
    let reader = driver.reader();
    let matched = |hit: &std::ops::Range<usize>| entry.article.text.get(hit.clone()).unwrap();
    assert!(
        reader
            .hits
            .iter()
            .all(|hit| matched(hit).split_whitespace().count() == 3)
    );
    assert!(reader.hits.len() > 1, "the paragraph is repeated");
}

#[test]
fn it_opens_the_folds_it_finds_something_in_and_wraps() {
    let (mut driver, word) = reading();
    driver.press(&format!("\\{word}<enter>"));
    assert_eq!(driver.app.mode(), Mode::Reader);
    let hits = driver.reader().hits.clone();
    assert!(hits.len() > 1);
    for hit in hits.iter().skip(1) {
        driver.press("n");
        let row = driver.row_of(hit.start).unwrap();
        assert!(driver.view().contains(&row));
        let page = &driver.reader().page;
        assert!(
            page.fold_of(hit.start)
                .is_none_or(|fold| page.is_open(fold))
        );
    }
    assert!(!driver.says("past"));
    driver.press("n");
    assert_eq!(driver.reader().current, Some(0));
    assert!(driver.says("past the end"));
    driver.press("N");
    assert_eq!(driver.reader().current, Some(hits.len() - 1));
    assert!(driver.says("past the beginning"));
}

/// The same words, forms and marks as the search over all.
#[test]
fn it_finds_what_the_search_over_all_finds() {
    for word in ["ميناء", "الميناء", "مين", "\"ميناء المرجان\"", "zzz"] {
        let mut over_all = Driver::after(&format!("/{word}"));
        let Some(no) = over_all.selected() else {
            continue;
        };
        over_all.press("<enter><enter>");
        let mut within = Driver::demo();
        within.select(no).press(&format!("<enter>\\{word}"));
        assert_eq!(within.reader().hits, over_all.reader().hits, "{word}");
    }
}

#[test]
fn n_belongs_to_the_search_over_all_again_afterwards() {
    let (no, word) = folded();
    let mut driver = Driver::after("/ميناء<enter>");
    let over_all = {
        driver.press("<enter>");
        driver.reader().hits.clone()
    };
    driver.press(&format!("\\{word}<enter>"));
    driver.press("<esc>");
    assert_eq!(driver.app.mode(), Mode::Reader);
    assert_eq!(driver.reader().hits, over_all);
    driver.press("<esc>");
    assert_eq!(driver.app.mode(), Mode::List);
    // The next article has none of it.
    let mut driver = Driver::demo();
    driver
        .select(no)
        .press(&format!("<enter>\\{word}<enter>q<enter>"));
    assert!(driver.reader().hits.is_empty());
    let mut driver = Driver::demo();
    driver.select(no).press(&format!("<enter>\\{word}<enter>J"));
    assert!(driver.browse().find.is_none());
}

#[test]
fn it_works_with_a_panel_open_and_on_an_arabic_layout() {
    for open in ["\\", "<ctrl-s>", "r\\", "s\\"] {
        let (mut driver, word) = reading();
        driver.press(&format!("{open}{word}"));
        assert!(!driver.reader().hits.is_empty(), "{open}");
        driver.press("<esc>");
        assert!(driver.browse().find.is_none());
    }
}
