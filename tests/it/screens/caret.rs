//! A text in the search box in, the caret out: it stands where the next letter goes.
//!
//! Places are read off the drawn row, from the transliterated cells, not from the layout.

use super::corpus;
use super::grid::letter;
use crate::app::driver::Driver;

/// The search row as letters, and the caret's column.
fn row(text: &str, keys: &str, cols: u16) -> (Vec<char>, usize) {
    let mut driver = Driver::new(&corpus::library(), (cols, 24));
    driver.press(&format!("/{text}{keys}"));
    let (buffer, caret) = driver.draw();
    let (x, y) = caret.expect("a caret while typing");
    assert_eq!(y, driver.panes().search.y);
    let cells = (0..cols).map(|x| letter(buffer[(x, y)].symbol()));
    (cells.collect(), usize::from(x))
}

/// `shown` is the box from left to right, with the caret as `|` before the cell it stands on.
#[track_caller]
fn check(text: &str, keys: &str, shown: &str) {
    let (mut cells, caret) = row(text, keys, 80);
    cells.insert(caret, '|');
    let line: String = cells.into_iter().collect();
    let (_, shown_box) = line.split_once('▸').unwrap();
    assert!(
        shown_box.contains(shown.trim_end()),
        "{text}{keys}: {line:?} has no {shown:?}"
    );
}

#[test]
fn an_empty_box_has_its_caret_in_it() {
    let (cells, caret) = row("", "", 80);
    assert_eq!(cells[caret], ' ');
    assert!(caret > cells.iter().position(|c| *c == '▸').unwrap());
}

#[test]
fn at_the_end_the_caret_is_beside_the_last_letter_on_the_side_it_was_going() {
    check("mina", "", " mina| ");
    check("ميناء", "", " | 'Anym");
    check("ميناء ", "", " |  'Anym");
    check("بلا", "", " | Lb");
    check("ميناء 2015", "", " 2015| 'Anym");
    check("abc ميناء", "", "abc| 'Anym");
    check("ميناء abc", "", " abc| 'Anym");
}

#[test]
fn inside_the_text_the_caret_is_on_the_letter_it_goes_before() {
    check("mina", "<home>", " |mina");
    check("mina", "<left><left>", " mi|na");
    check("ميناء", "<home>", " 'Any|m");
    check("ميناء", "<right>", " |'Anym");
    // Between lam and alef the two letters stand apart.
    check("بلا", "<right>", " |Alb");
}

/// The next letter of the same script appears where the caret was, or pushes away what is there.
#[test]
fn the_next_letter_goes_where_the_caret_is() {
    for (text, next) in [("mina", 'x'), ("مين", 'ا'), ("ميناء ", 'ب'), ("", 'm')] {
        let (_, caret) = row(text, "", 80);
        let (cells, _) = row(&format!("{text}{next}"), "", 80);
        let counts = |cells: &[char]| cells.len() - cells.iter().rposition(|c| *c == ' ').unwrap();
        let (before, _) = row(text, "", 80);
        // Only where the counts beside the box did not change its width.
        if counts(&before) == counts(&cells) {
            assert_eq!(cells[caret], letter(&next.to_string()), "{text:?} {next}");
        }
    }
}

#[test]
fn in_text_too_long_for_the_box_the_caret_stays_in_it() {
    let long = "ميناء المرجان القديم ".repeat(8);
    let latin = "the old harbour of coral ".repeat(6);
    for cols in [30, 40, 80] {
        for (text, last) in [(format!("{long}ك"), 'k'), (format!("{latin}k"), 'k')] {
            let (cells, caret) = row(&text, "", cols);
            assert_eq!(cells[caret], ' ', "{cols}: {cells:?}");
            let beside = if text.starts_with('t') {
                caret - 1
            } else {
                caret + 1
            };
            assert_eq!(cells[beside], last, "{cols}: {cells:?}");
            let (cells, caret) = row(&text, "<home>", cols);
            let first = if text.starts_with('t') { 't' } else { 'm' };
            assert_eq!(cells[caret], first, "{cols}: {cells:?}");
            for steps in [1, 5, 30, 60] {
                let (cells, caret) = row(&text, &"<left>".repeat(steps), cols);
                let label = cells.iter().position(|c| *c == '▸').unwrap();
                assert!(caret > label && caret < usize::from(cols), "{steps} steps");
            }
        }
    }
}

/// Values stand as they are typed, and the caret with them.
#[test]
fn the_caret_goes_through_a_date_as_it_is_read() {
    check("بحث 2015-08", "", " 2015-08| vHb");
    check("بحث 2015-08", "<left><left>", " 2015-|08 vHb");
    check("بحث 2015-08..2015-09", "", " 2015-08..2015-09| vHb");
    check("تاريخ:2015-08", "<left>", " 2015-0|8:xyrAt");
    check("تاريخ:2015-08", "<home><left>", " 2015-08:xyr|At");
    check("بحث 2015-08", "<end>", " | 2015-08 vHb");
}

/// The arrow between label and box.
fn mark(text: &str, keys: &str) -> char {
    let (cells, _) = row(text, keys, 80);
    let label = cells.iter().position(|c| *c == '▸').unwrap();
    cells[label + 1]
}

#[test]
fn where_directions_meet_an_arrow_tells_the_way() {
    for (text, keys, expected) in [
        ("", "", ' '),
        ("mina", "", ' '),
        ("ميناء", "", ' '),
        ("ميناء 2015", "", '→'),
        ("ميناء 2015", "<end>", '←'),
        ("ميناء 2015", "<left>", ' '),
        ("mina ميناء", "", '←'),
        ("mina ميناء", "<end>", '→'),
        ("mina ميناء", "<left>", ' '),
        ("mina ميناء", "<left><right>", '→'),
    ] {
        assert_eq!(mark(text, keys), expected, "{text} {keys}");
    }
}

/// From end to end by one arrow key the caret never goes back, and the text never moves.
#[test]
fn arrows_walk_the_row_from_end_to_end() {
    for text in [
        "مينا mina 2015 (بحر)",
        "mina مينا 12 بحر x",
        "بلا 2015-08 لا",
        "مصدر:\"reef\" تاريخ:2015",
        "...",
    ] {
        let steps = text.chars().count();
        let start = "<left>".repeat(steps + 1);
        let mut driver = Driver::new(&corpus::library(), (80, 24));
        driver.press(&format!("/{text}{start}"));
        let mut columns = Vec::new();
        for _ in 0..=steps {
            columns.push(driver.draw().1.unwrap().0);
            driver.press("<right>");
        }
        assert!(columns.is_sorted(), "{text}: {columns:?}");
        let walked = usize::from(columns[steps] - columns[0]);
        assert!(
            (steps - 2..=steps + 1).contains(&walked),
            "{text}: {columns:?}"
        );
    }
}
