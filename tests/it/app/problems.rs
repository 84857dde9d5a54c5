//! Keys in the view of problems in, what is selected and shown out.

use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fihrist::app::overlay::OverlayRow;
use fihrist::library::{self, Library};

use super::driver::Driver;
use crate::support::Scratch;

/// Two kinds of error, many of the first; a guess of dates.
fn library(broken: usize) -> Arc<Library> {
    let mut lines = String::new();
    for n in 0..broken {
        writeln!(lines, "{{broken {n}").unwrap();
    }
    lines.push_str("{\"title\": \"بلا نص\"}\n");
    lines.push_str("{\"title\": \"خبر\", \"date\": \"غد\", \"text\": \"نص قصير عن المرفأ\"}\n");
    let scratch = Scratch::with(&[("a.jsonl", &lines)]);
    library::open(&[scratch.path().to_owned()]).unwrap()
}

fn opened(broken: usize) -> Driver {
    let mut driver = Driver::new(&library(broken), (80, 24));
    driver.press("!");
    driver
}

/// The texts of an item.
fn texts(driver: &Driver, item: usize) -> String {
    let problems = driver.problems().unwrap();
    let lines = problems.item_lines(item, 200);
    let lines: Vec<String> = lines.iter().map(|piece| piece.line.visual()).collect();
    lines.join("\n")
}

#[test]
fn alike_problems_are_one_until_unfolded() {
    let mut driver = opened(5);
    let problems = |driver: &Driver| driver.problems().cloned().unwrap();
    let folded = problems(&driver).len();
    assert_eq!(problems(&driver).alike(0).unwrap().places.len(), 5);
    assert!(texts(&driver, 0).contains("a.jsonl:1"));
    driver.press("<enter>");
    assert_eq!(problems(&driver).len(), folded + 5);
    assert!(texts(&driver, 5).contains("a.jsonl:5"));
    // From one of its places back to what they belong to, and out.
    driver.press("jjj<left>");
    assert_eq!(
        (problems(&driver).len(), driver.place()),
        (folded, "problems 0".to_owned())
    );
    driver.press("<left>");
    assert_eq!(driver.place(), "list 0");
}

#[test]
fn it_is_reached_on_an_arabic_layout_and_has_its_own_help() {
    let mut driver = Driver::new(&library(2), (80, 24));
    driver.press("؛");
    assert_eq!(driver.place(), "problems 0");
    driver.press("?");
    let overlay = driver.overlay().unwrap();
    let view = overlay.view(80);
    let says = |row: &OverlayRow| row.text.text(view).contains("first place");
    assert!(overlay.rows.iter().any(says));
    driver.press("qض");
    assert_eq!(driver.place(), "list 0");
}

#[test]
fn what_is_selected_is_in_view_at_every_size() {
    let mut driver = opened(40);
    driver.press("<enter>");
    for size in [(80, 24), (40, 12), (20, 6), (120, 40)] {
        driver.resize(size.0, size.1);
        for keys in ["G", "10k", "<pgup>", "g", "<pgdn>", "5j"] {
            driver.press(keys);
            let (buffer, _) = driver.draw();
            let marks = buffer.content.iter().filter(|cell| cell.symbol() == "▸");
            assert_eq!(marks.count(), 1, "{size:?} {keys}");
        }
    }
}

#[test]
fn the_list_counts_them_and_says_where_they_are_until_a_key_is_pressed() {
    let mut driver = Driver::new(&library(3), (80, 24));
    let text = |driver: &Driver| {
        let (buffer, _) = driver.draw();
        buffer
            .content
            .iter()
            .map(|cell| cell.symbol().to_owned())
            .collect::<String>()
    };
    assert!(
        text(&driver).contains("3 errors; ! shows them"),
        "{}",
        text(&driver)
    );
    let one = Driver::new(&library(1), (80, 24));
    assert!(text(&one).contains("1 error; ! shows it"), "{}", text(&one));
    // What was read leaves, whether the row is that of the keys or not.
    let mut small = Driver::new(&library(3), (40, 12));
    assert!(text(&small).contains("3 errors; ! shows them"));
    for driver in [&mut driver, &mut small] {
        assert!(!text(driver.press("j")).contains("errors"));
    }
    // They are still where they were.
    driver.press("!");
    assert!(text(&driver).contains("3 errors"));
    // What a later load could not read is told anew.
    driver.press("q").load(&library(4), false);
    driver.load(&library(4), true);
    assert!(text(&driver).contains("4 errors; ! shows them"));
}

/// Keys must not cost more where there is more to see.
#[test]
fn twenty_thousand_problems_are_moved_in_at_once() {
    let mut driver = opened(20_000);
    driver.press("<enter>");
    let start = Instant::now();
    for _ in 0..10 {
        driver.press("G<pgup>gj");
        driver.draw();
    }
    assert!(
        start.elapsed() < Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn the_selected_place_stays_when_more_problems_are_found() {
    let mut driver = Driver::loading((80, 24));
    driver.publish(&library(5), false).press("!<enter>jjj");
    let selected = driver.problems().unwrap().selected;
    assert!(texts(&driver, selected).ends_with("a.jsonl:3"));
    driver.publish(&library(9), false);
    let problems = driver.problems().unwrap();
    assert_eq!(problems.alike(0).unwrap().places.len(), 9);
    assert!(texts(&driver, problems.selected).ends_with("a.jsonl:3"));
}

#[test]
fn that_there_are_none_is_said_for_good_once_all_is_loaded() {
    let line =
        r#"{"title":"نشرة","source":"صدى المرجان","date":"2020-05-01","text":"وصلت القوارب."}"#;
    let scratch = Scratch::with(&[("a.jsonl", line)]);
    let library = library::open(&[scratch.path().to_owned()]).unwrap();
    let shown = |driver: &Driver| -> String {
        let (buffer, _) = driver.draw();
        buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    };
    let mut driver = Driver::loading((80, 24));
    driver.publish(&library, false).press("!");
    assert!(shown(&driver).contains("no problems so far"));
    driver.publish(&library, true);
    assert!(!shown(&driver).contains("so far"), "{}", shown(&driver));
    assert!(shown(&driver).contains("no problems"));
}

/// Where there is no problem there is nothing that a key could unfold.
#[test]
fn no_key_is_offered_to_unfold_nothing() {
    let text = |driver: &Driver| -> String {
        let (buffer, _) = driver.draw();
        buffer
            .content()
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    };
    let mut none = Driver::new(&super::filtering::weeks(), (80, 24));
    let shown = text(none.press("!"));
    assert!(shown.contains("no problems") && shown.contains("q closes"));
    assert!(!shown.contains("unfolds"), "{shown}");
    assert!(text(&opened(2)).contains("unfolds"));
}
