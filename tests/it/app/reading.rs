//! Reading, folding, hits and related articles: key strings in, pages and places out.

use std::sync::Arc;

use fihrist::app::Panel;
use fihrist::app::page::Page;
use fihrist::library::ArticleNo;

use super::check;
use super::driver::{Driver, demo};

/// The article with most folds.
fn folded() -> ArticleNo {
    let library = demo();
    let most = library
        .entries()
        .max_by_key(|(_, entry)| Page::new(Arc::clone(entry), 78).fold_count());
    most.unwrap().0
}

/// Reading that article.
fn reading() -> Driver {
    let mut driver = Driver::demo();
    driver.select(folded()).press("<enter>");
    assert_eq!(driver.reading(), folded());
    driver
}

#[test]
fn scrolling_stops_at_both_ends() {
    let mut driver = reading();
    driver.resize(80, 16);
    assert_eq!(driver.press("k").place(), "reader 0");
    assert_eq!(driver.press("3j").place(), "reader 3");
    assert_eq!(driver.press("g").place(), "reader 0");
    driver.press("G");
    let rows = driver.panes().reader_rows();
    assert_eq!(
        driver.top() + rows,
        driver.reader().page.rows().count(),
        "the last page is full"
    );
    let end = driver.place();
    assert_eq!(driver.press("j").place(), end);
}

#[test]
fn pages_overlap_so_that_no_line_is_missed() {
    let mut driver = reading();
    driver.resize(80, 12);
    let rows = driver.panes().reader_rows();
    driver.press("<space>");
    assert!((1..rows).contains(&driver.top()));
    assert_eq!(driver.press("b").place(), "reader 0");
}

#[test]
fn one_fold_and_all_folds_open_and_close() {
    let mut driver = reading();
    let closed = driver.folds();
    assert!(
        closed.len() > 1 && closed.iter().all(|open| !open),
        "{closed:?}"
    );
    let rows = driver.reader().page.rows().count();
    assert_eq!(driver.press("e").folds().iter().filter(|o| **o).count(), 1);
    assert!(driver.reader().page.rows().count() > rows);
    assert!(driver.press("E").folds().iter().all(|open| *open));
    assert_eq!(driver.press("E").folds(), closed);
    assert_eq!(driver.reader().page.rows().count(), rows);
    let whole = driver.library().get(folded()).unwrap().article.text.len();
    driver.press("E");
    let page = &driver.reader().page;
    let mut shown = (0..page.fold_count()).flat_map(|fold| page.fold_parts(fold));
    assert!(shown.next().is_some() && shown.all(|part| part.end <= whole));
}

#[test]
fn an_article_without_repeats_says_so() {
    let library = demo();
    let plain = library
        .entries()
        .find(|(_, e)| e.fold_count() == 0)
        .unwrap()
        .0;
    for keys in ["e", "E"] {
        let mut driver = Driver::demo();
        driver.select(plain).press("<enter>").press(keys);
        assert!(driver.app.shared.message.is_some(), "{keys}");
    }
}

/// A word that stands in the repeated text of [`folded`], outside of it too of course.
fn repeated_word() -> String {
    let library = demo();
    let entry = library.get(folded()).unwrap();
    let page = Page::new(Arc::clone(&entry), 78);
    let part = page.fold_parts(0).next().unwrap();
    let repeated = entry.article.text.get(part).unwrap();
    let words = repeated.split(|c: char| !c.is_alphabetic());
    words.max_by_key(|w| w.chars().count()).unwrap().to_owned()
}

#[test]
fn n_and_shift_n_walk_the_hits_and_open_the_fold_that_hides_one() {
    let mut driver = Driver::after(&format!("/{}<enter>", repeated_word()));
    driver.select(folded()).press("<enter>");
    let hits = driver.reader().hits.clone();
    assert!(hits.len() > 1);
    let mut seen = Vec::new();
    driver.press("g");
    for _ in 0..hits.len() {
        if let Some(current) = driver.reader().current {
            seen.push(current);
            let reader = driver.reader();
            let row = driver.row_of(hits[current].start).unwrap();
            assert!(driver.view().contains(&row), "hit {current} is out of view");
            let fold = reader.page.fold_of(hits[current].start);
            assert!(
                fold.is_none_or(|f| reader.page.is_open(f)),
                "hit {current} is folded"
            );
        }
        driver.press("n");
    }
    assert!(seen.is_sorted() && driver.reader().current == Some(hits.len() - 1));
    assert!(driver.reader().page.open_count() > 0);
    driver.press("n");
    assert!(driver.app.shared.message.is_some(), "no further match");
    assert_eq!(driver.press("N").reader().current, Some(hits.len() - 2));
}

#[test]
fn n_without_a_match_says_so() {
    let mut driver = reading();
    assert_eq!(driver.press("n").reader().current, None);
    assert!(driver.app.shared.message.is_some());
}

#[test]
fn next_and_previous_article_follow_the_list() {
    let mut driver = Driver::after("3j<enter>");
    let listed = driver.listed();
    assert_eq!(driver.press("J").reading(), listed[4]);
    assert_eq!(driver.press("KK").reading(), listed[2]);
    assert_eq!(driver.press("q").place(), "list 2");
    assert!(Driver::after("<enter>K").app.shared.message.is_some());
    assert!(Driver::after("G<enter>J").app.shared.message.is_some());
}

/// An article that has related ones, and those.
fn with_related() -> (ArticleNo, Vec<ArticleNo>) {
    let library = demo();
    let related = |no| library.related(no, 20).unwrap();
    let (no, list) = library
        .entries()
        .map(|(no, _)| (no, related(no)))
        .find(|(_, list)| list.len() > 2)
        .expect("the demo corpus tells stories more than once");
    (no, list.iter().map(|r| r.no).collect())
}

#[test]
fn the_related_panel_opens_moves_and_closes() {
    let (no, _) = with_related();
    let mut driver = Driver::demo();
    driver.select(no).press("<enter>r");
    assert_eq!(driver.place(), "related");
    for close in ["r", "q", "<esc>"] {
        assert_eq!(driver.press(close).place(), "reader 0", "{close}");
        driver.press("r");
    }
    let mut driver = Driver::demo();
    assert_eq!(
        driver.select(no).press("r").place(),
        "related",
        "from the list too"
    );
}

#[test]
fn enter_jumps_and_ctrl_o_and_tab_walk_back_and_forth() {
    let (no, related) = with_related();
    let mut driver = Driver::demo();
    driver.select(no).press("<enter>r<enter>");
    let second = related[0];
    assert_eq!(driver.reading(), second);
    let onwards = demo().related(second, 20).unwrap();
    let third = onwards.iter().map(|r| r.no).find(|n| *n != no);
    let third = third.expect("a third telling");
    let at = onwards.iter().position(|r| r.no == third).unwrap();
    driver.press(&"j".repeat(at)).press("<enter>q");
    assert_eq!(driver.reading(), third);
    assert_eq!(driver.press("<ctrl-o>").reading(), second);
    assert_eq!(driver.press("<backspace>").reading(), no);
    assert!(
        driver.press("<ctrl-o>").app.shared.message.is_some(),
        "the way ends"
    );
    assert_eq!(driver.press("<tab>").reading(), second);
    assert_eq!(driver.press("<tab>").reading(), third);
    assert!(
        driver.press("<tab>").app.shared.message.is_some(),
        "the way ends"
    );
}

#[test]
fn going_back_finds_the_line_one_left() {
    let (no, _) = with_related();
    let mut driver = Driver::demo();
    driver.resize(80, 10).select(no).press("<enter>3jr<enter>q");
    assert_ne!(driver.reading(), no);
    driver.press("<ctrl-o>");
    assert_eq!((driver.reading(), driver.top()), (no, 3));
}

#[test]
fn leaving_an_article_and_coming_back_finds_the_line_one_left() {
    let (no, _) = with_related();
    let mut driver = Driver::demo();
    driver.resize(80, 10).select(no).press("<enter>3j");
    assert_eq!(driver.press("q<enter>").place(), "reader 3");
    assert_eq!(driver.press("JK").place(), "reader 3");
    assert_eq!(driver.press("qjk<enter>").place(), "reader 3");
    assert_eq!(driver.press("gq<enter>").place(), "reader 0");
    // Whoever comes with another search has come for something else.
    let title = driver.reader().entry.article.title_str().to_owned();
    driver.press("3jq").press(&format!("/{title}<enter>"));
    driver.select(no).press("<enter>");
    assert_eq!(driver.place(), "reader 0");
}

#[test]
fn what_was_opened_in_an_article_is_open_when_one_comes_back() {
    let mut driver = reading();
    driver.press("E");
    let open = driver.folds();
    assert!(open.iter().all(|open| *open));
    assert_eq!(driver.press("q<enter>").folds(), open);
}

#[test]
fn a_search_from_the_reader_can_be_gone_back_from() {
    let (no, _) = with_related();
    let mut driver = Driver::demo();
    driver
        .resize(80, 10)
        .select(no)
        .press("<enter>3j/قطاف<enter>");
    assert_eq!(driver.place(), "list 0");
    driver.press("<ctrl-o>");
    assert_eq!(
        (driver.reading(), driver.place()),
        (no, "reader 3".to_owned())
    );
    // Also where nothing was found.
    let mut driver = Driver::demo();
    driver.select(no).press("<enter>/ظظظظظظ<enter><ctrl-o>");
    assert_eq!(driver.reading(), no);
}

#[test]
fn a_jump_can_be_gone_back_from_to_the_row_of_the_panel() {
    let (no, related) = with_related();
    assert!(related.len() > 2);
    let mut driver = Driver::demo();
    driver.select(no).press("<enter>rjj");
    driver.press("<enter>");
    assert_ne!(driver.reading(), no);
    driver.press("<ctrl-o>");
    assert_eq!(driver.reading(), no);
    let Panel::Related(panel) = &driver.browse().panel else {
        panic!("the panel is closed");
    };
    assert_eq!(panel.selected, 2);
    assert_eq!(panel.rows.as_ref().map(Vec::len), Some(related.len()));
}

#[test]
fn a_filter_that_is_cleared_leaves_the_same_article_selected() {
    for clear in ["<esc>", "x"] {
        let mut driver = Driver::after("f<space>q");
        let first = driver.selected();
        assert!(first.is_some() && driver.list().position() == 0);
        driver.press(clear);
        assert_eq!(driver.selected(), first, "{clear}");
        assert!(driver.browse().is_unlimited());
    }
}

#[test]
fn the_preview_goes_and_comes_and_follows_the_selection() {
    let mut driver = Driver::after("2j");
    assert_eq!(driver.reading(), driver.listed()[2]);
    let rows = driver.panes().list_rows();
    assert!(driver.press("z").panes().list_rows() > rows);
    assert_eq!(driver.press("jz").panes().list_rows(), rows);
    assert_eq!(driver.reading(), driver.listed()[3]);
    check("z3j", "z", "list 3");
}

/// Title, date and source are seen first; the first match is one key away, also where a fold hides it.
#[test]
fn opening_after_a_search_shows_the_head_and_n_the_first_match() {
    let mut driver = Driver::after("/ميناء<enter>");
    for no in driver.listed() {
        driver.select(no).press("<enter>");
        assert_eq!(driver.place(), "reader 0");
        if !driver.reader().hits.is_empty() {
            driver.press("n");
            let reader = driver.reader();
            let hit = reader.hits[reader.current.expect("a current hit")].start;
            assert_eq!(reader.current, Some(0));
            let row = driver.row_of(hit).unwrap();
            assert!(driver.view().contains(&row));
        }
        driver.press("q");
    }
}

/// One wanders with the panel open: every jump opens it again.
#[test]
fn one_walks_back_and_forth_with_the_related_panel_open() {
    let mut driver = Driver::after("/فسيفساء<enter>r");
    let first = driver.reading();
    driver.press("<enter>");
    let second = driver.reading();
    assert_ne!(first, second);
    driver.press("<ctrl-o>");
    assert_eq!(driver.reading(), first);
    driver.press("<tab>");
    assert_eq!(driver.reading(), second);
}

#[test]
fn a_search_given_up_leads_back_to_the_article_being_read() {
    let mut driver = Driver::after("3j<enter>");
    let read = driver.reading();
    driver.press("/ميناء<esc>");
    assert_eq!(driver.app.mode(), fihrist::app::action::Mode::Reader);
    assert_eq!(driver.reading(), read);
}

/// The head of the page shows the title; its words among the text's hits would be a dead stop.
#[test]
fn every_hit_can_be_gone_to() {
    let mut driver = Driver::after("/الرصيف الشمالي<enter><enter>g");
    for _ in 0..driver.reader().hits.len() {
        driver.press("n");
        let reader = driver.reader();
        let hit = &reader.hits[reader.current.unwrap()];
        let (row, top) = (driver.row_of(hit.start).unwrap(), driver.top());
        assert!(row >= top, "row {row} above {top}");
    }
}
