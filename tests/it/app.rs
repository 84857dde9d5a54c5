//! Key strings in, states and effects out: what a person types, through the public face of
//! [`fihrist::app`], over the demo corpus.

mod comparing;
pub(crate) mod driver;
mod escapes;
pub(crate) mod fickle;
pub(crate) mod filtering;
mod finding;
mod forms;
mod large;
mod late;
mod layouts;
mod loading;
mod mirrored;
mod narrow_filter;
mod offered;
mod palette;
mod pointing;
mod problems;
mod reading;
pub(crate) mod repeats;
mod searching;
mod signs;
mod sizes;
mod stopping;
mod stores;
pub(crate) mod stories;
mod widths;

use driver::Driver;
use fihrist::app::Effect;
use fihrist::app::overlay::OverlayRow;
use fihrist::text::isolated_path;

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
    for (key, name) in [("%", "%"), ("<f8>", "F8"), ("ž", "ž"), ("<alt-y>", "Alt-y")] {
        let driver = Driver::after(&format!("3j{key}"));
        assert_eq!(driver.place(), "list 3");
        assert!(driver.says(name), "{key}");
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
        let overlay = driver.overlay().unwrap();
        let (rows, view) = (&overlay.rows, overlay.view(80));
        let named = |row: &OverlayRow| row.text.text(view).contains(expected);
        assert!(rows.iter().any(named), "{keys}");
        let lettered = |row: &OverlayRow| row.second.text(view).contains('ت');
        assert!(rows.iter().any(lettered), "{keys}: ت is j");
    }
}

/// The ten keys that matter stand first, each command stands in one group, and headings stand alone.
#[test]
fn help_is_in_groups() {
    for (keys, first) in [("?", "Enter →"), ("<enter>?", "/"), ("/<f1>", "Enter")] {
        let driver = Driver::after(keys);
        let overlay = driver.overlay().unwrap();
        let (rows, view) = (&overlay.rows, overlay.view(80));
        assert!(rows[0].is_heading, "{keys}");
        assert_eq!(rows[1].label.text(view), first, "{keys}");
        let group = rows[1..]
            .iter()
            .take_while(|row| !row.text.text(view).is_empty());
        assert_eq!(group.count(), 10, "{keys}");
        let headings = rows.iter().filter(|row| row.is_heading).count();
        assert!(headings > 4, "{keys}: {headings}");
        let empty = |row: &&OverlayRow| row.is_heading && !row.text.text(view).is_empty();
        assert!(!rows.iter().any(|row| empty(&row)), "{keys}");
    }
}

/// On a narrow screen a command has its first key, and what it does the room.
#[test]
fn help_of_a_narrow_screen_has_one_key_a_command() {
    let mut driver = Driver::after("?");
    driver.resize(40, 12);
    let overlay = driver.overlay().unwrap();
    let (label, second) = overlay.label_columns(40);
    assert!(second == 0 && label <= 13, "{label} {second}");
    let lines = overlay.lines(40);
    assert!(lines.iter().all(|line| line.line.width() <= 38));
}

#[test]
fn info_tells_id_and_file_of_the_selected_article() {
    let driver = Driver::after("6ji");
    let library = &driver.library();
    let no = driver.listed()[6];
    let overlay = driver.overlay().unwrap();
    let (rows, view) = (&overlay.rows, overlay.view(80));
    assert!(rows.iter().any(|row| row.text.text(view) == library.id(no)));
    let path = library.get(no).unwrap().article.path.display().to_string();
    // Its names are isolated, so that an Arabic one changes places with no other.
    assert!(
        rows.iter()
            .any(|row| row.text.text(view) == isolated_path(&path))
    );
}
