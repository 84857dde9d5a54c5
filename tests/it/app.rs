//! Key strings in, states and effects out: what a person types, through the public face of
//! [`fihrist::app`], over the demo corpus.

mod comparing;
pub(crate) mod driver;
pub(crate) mod fickle;
mod forms;
mod large;
mod late;
mod layouts;
mod loading;
mod mirrored;
mod palette;
mod pointing;
mod problems;
mod reading;
pub(crate) mod repeats;
mod searching;
mod sizes;
mod stopping;
mod stores;
pub(crate) mod stories;

use driver::Driver;
use fihrist::app::Effect;
use fihrist::text::Direction;
use fihrist::text::isolated_path;
use fihrist::words::Words;

/// Types `before`, then `keys`, and compares the place.
#[track_caller]
fn check(before: &str, keys: &str, place: &str) {
    let mut driver = Driver::after(before);
    driver.press(keys);
    assert_eq!(driver.place(), place, "{before} {keys}");
}

/// The last article, counted from 0.
fn last() -> usize {
    Driver::demo().listed().len() - 1
}

#[test]
fn moving_in_the_list() {
    check("", "", "list 0");
    check("", "j", "list 1");
    check("", "jjjk", "list 2");
    check("", "<down><down><up>", "list 1");
    check("", "k", "list 0");
    check("5j", "k", "list 4");
    check("", "12j3k", "list 9");
    check("", "10j", "list 10");
    check("G", "j", &format!("list {}", last()));
    check("", "9999j", &format!("list {}", last()));
    check("G", "g", "list 0");
    check("<end>", "<home>", "list 0");
}

#[test]
fn a_page_down_and_a_page_up_are_the_same_way() {
    for (down, up) in [
        ("<space>", "b"),
        ("<pgdn>", "<pgup>"),
        ("<ctrl-f>", "<ctrl-b>"),
    ] {
        let mut driver = Driver::demo();
        driver.press(down);
        let page = driver.list().position();
        assert!(page > 3, "{down} moved by {page}");
        assert_eq!(driver.press(up).place(), "list 0", "{up}");
    }
    let mut driver = Driver::after("<ctrl-d>");
    let half = driver.list().position();
    assert!(half > 1 && driver.press("d").list().position() == 2 * half);
    assert_eq!(driver.press("<ctrl-u>u").place(), "list 0");
}

#[test]
fn the_selection_is_always_in_view() {
    let mut driver = Driver::demo();
    for keys in ["j", "7j", "<space>", "G", "3k", "b", "g", "o", "G", "g"] {
        driver.press(keys);
        let list = &driver.list();
        let view = list.top..list.top + driver.panes().list_rows();
        assert!(view.contains(&list.selected), "{keys}: {view:?}");
    }
}

#[test]
fn enter_reads_and_the_ways_back_lead_back() {
    check("jj", "<enter>", "reader 0");
    check("jj<enter>", "q", "list 2");
    for back in ["<esc>", "h", "<left>"] {
        check("jj<right>", back, "list 2");
    }
}

#[test]
fn leaving() {
    for keys in [
        "q",
        "Q",
        "<enter>Q",
        "<enter>qq",
        "fQ",
        "?Q",
        "<ctrl-c><ctrl-c>",
    ] {
        let asked = Driver::after(keys).asked;
        assert!(matches!(asked.as_slice(), [Effect::Quit]), "{keys}");
    }
    for keys in [
        "<enter>q",
        "?q",
        "fq",
        "/<esc>",
        "<esc>",
        "<esc><esc><esc>",
        "<ctrl-c>",
        "<ctrl-c>j<ctrl-c>",
    ] {
        let asked = Driver::after(keys).asked;
        assert!(asked.is_empty(), "{keys}");
    }
    assert!(Driver::after("<ctrl-c>").says("Ctrl-c"));
}

#[test]
fn suspending_and_redrawing_are_asked_of_the_shell() {
    for before in ["", "<enter>", "/", "f"] {
        let asked = Driver::after(&format!("{before}<ctrl-z>")).asked;
        assert!(matches!(asked.as_slice(), [Effect::Suspend]), "{before}");
        let asked = Driver::after(&format!("{before}<ctrl-l>")).asked;
        assert!(matches!(asked.as_slice(), [Effect::Repaint]), "{before}");
    }
}

#[test]
fn an_unknown_key_is_named_and_does_nothing() {
    for key in ["%", "<f7>", "ž", "<alt-y>"] {
        let driver = Driver::after(&format!("3j{key}"));
        assert_eq!(driver.place(), "list 3");
        assert!(driver.says(key.trim_matches(['<', '>'])), "{key}");
        assert!(driver.says("?"), "{key}: where the keys are to be found");
    }
    assert_eq!(Driver::after("%j").app.shared.message, None);
}

#[test]
fn overlays_scroll_and_close() {
    for (open, place) in [
        ("?", "overlay 0"),
        ("<f1>", "overlay 0"),
        ("i", "overlay 0"),
        ("!", "problems 0"),
    ] {
        check("4j", open, place);
        for close in ["q", "<esc>"] {
            check(&format!("4j{open}"), close, "list 4");
        }
        check(&format!("4j<enter>{open}"), "q", "reader 0");
    }
    check("?", "jj", "overlay 2");
    check("?jj", "g", "overlay 0");
    let driver = Driver::after("?G");
    let overlay = driver.overlay().unwrap();
    assert!(overlay.top > 0 && overlay.top < overlay.rows.len());
}

#[test]
fn help_names_what_the_mode_can_do() {
    for (keys, expected) in [("?", "sort"), ("<enter>?", "related"), ("f?", "value")] {
        let driver = Driver::after(keys);
        let rows = &driver.overlay().unwrap().rows;
        assert!(
            rows.iter().any(|row| row
                .text
                .text(Words::ENGLISH, Direction::Ltr)
                .contains(expected)),
            "{keys}"
        );
        assert!(
            rows.iter().any(|row| row
                .second
                .text(Words::ENGLISH, Direction::Ltr)
                .contains('ت')),
            "{keys}: ت is j"
        );
    }
}

#[test]
fn info_tells_id_and_file_of_the_selected_article() {
    let driver = Driver::after("6ji");
    let library = &driver.library();
    let no = driver.listed()[6];
    let rows = &driver.overlay().unwrap().rows;
    assert!(
        rows.iter()
            .any(|row| row.text.text(Words::ENGLISH, Direction::Ltr) == library.id(no))
    );
    let path = library.get(no).unwrap().article.path.display().to_string();
    // Its names are isolated, so that an Arabic one changes places with no other.
    assert!(
        rows.iter()
            .any(|row| row.text.text(Words::ENGLISH, Direction::Ltr) == isolated_path(&path))
    );
}
