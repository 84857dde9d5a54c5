//! Any keys on screens of any size in, a screen of that size out; never a panic.

use fihrist::app::action::{BINDINGS, Mode};
use fihrist::ui::{self, theme::Theme};
use proptest::prelude::*;

use super::driver::Driver;
use super::stories::reading_agency;

#[track_caller]
fn check_screen(driver: &Driver) {
    let (cols, rows) = (driver.app.shared.cols, driver.app.shared.rows);
    for theme in Theme::ALL {
        let (buffer, caret) = ui::draw(&driver.app, theme);
        assert_eq!((buffer.area.width, buffer.area.height), (cols, rows));
        if let Some((x, y)) = caret {
            assert!(x < cols && y < rows, "caret {x},{y} on {cols}x{rows}");
        }
    }
}

/// The app in a mode; a new mode has to be given keys that lead to it.
fn in_mode(mode: Mode) -> Driver {
    let keys = match mode {
        Mode::List => "",
        Mode::Reader => "<enter>",
        Mode::Search => "/ميناء",
        Mode::Find => "<enter>\\ميناء",
        Mode::Facets => "f<tab>",
        Mode::FacetBox => "f/م",
        Mode::Related => "<enter>r",
        Mode::Elsewhere => "<enter>s",
        Mode::Compare => return reading_agency("sd"),
        Mode::Overlay => "?",
        Mode::Problems => "!",
        Mode::Overview => "O",
        Mode::Palette => ":s",
    };
    Driver::after(keys)
}

#[test]
fn every_view_survives_every_size() {
    for mode in Mode::ALL {
        let driver = in_mode(mode);
        assert_eq!(driver.app.mode(), mode);
        check_sizes(driver, &format!("{mode:?}"));
    }
    for keys in [
        "z",
        "G",
        "/nothing at all",
        "<enter>E",
        "i",
        "oo",
        "fd2015",
        "f/xyz<enter>",
    ] {
        check_sizes(Driver::after(keys), keys);
    }
}

/// Draws the screen at many sizes; back at the first, a list that has not moved looks as before.
#[track_caller]
fn check_sizes(mut driver: Driver, view: &str) {
    let (before, place) = (driver.draw(), driver.place());
    for (cols, rows) in [
        (1, 1),
        (200, 60),
        (2, 3),
        (40, 12),
        (20, 5),
        (5, 40),
        (300, 1),
        (1, 100),
        (0, 0),
        (99, 16),
        (100, 15),
    ] {
        driver.resize(cols, rows);
        check_screen(&driver);
    }
    driver.resize(80, 24);
    check_screen(&driver);
    if driver.overlay().is_none() && driver.place() == place && place.ends_with(" 0") {
        assert_eq!(driver.draw(), before, "{view}: back at 80x24");
    }
}

#[test]
fn a_resize_asks_for_a_repaint_and_keeps_the_place_in_the_text() {
    let mut driver = Driver::after("<enter>");
    driver.resize(80, 8).press("5j");
    let byte = |driver: &Driver| {
        let reader = driver.reader();
        reader.page.rows_in_view().find_map(|row| match row {
            fihrist::app::page::Row::Text { line, offset, .. } => Some(line.bytes.start + offset),
            _ => None,
        })
    };
    let before = byte(&driver).unwrap();
    driver.resize(40, 8);
    let after = byte(&driver).unwrap();
    assert!(after <= before, "{after} {before}");
    let rows = driver.row_of(before).unwrap() - driver.top();
    assert!(rows < 3, "the first line of before is {rows} rows down");
}

/// Keys that mean something, letters that do not, and other sizes.
fn step() -> impl Strategy<Value = Step> {
    let bound = BINDINGS
        .iter()
        .flat_map(|binding| binding.keys.iter().copied());
    let names: Vec<&str> = bound.collect();
    prop_oneof![
        20 => prop::sample::select(names).prop_map(|name| Step::Keys(format!("<{name}>"))),
        4 => prop::sample::select(vec!["ت", "م", "ي", "ناء", "5", "٣", "x", "لا", "\"", "-", " "]).prop_map(|keys| Step::Keys(keys.to_owned())),
        2 => any::<char>().prop_filter("not a bracket", |c| *c != '<').prop_map(|c| Step::Keys(c.to_string())),
        2 => (0u16..140, 0u16..50).prop_map(|(cols, rows)| Step::Resize(cols, rows)),
    ]
}

#[derive(Clone, Debug)]
enum Step {
    Keys(String),
    Resize(u16, u16),
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_at_no_size_panic(steps in prop::collection::vec(step(), 1..60), cols in 1u16..130, rows in 1u16..45) {
        let mut driver = Driver::demo();
        driver.resize(cols, rows);
        for step in steps {
            match step {
                Step::Keys(keys) => driver.press(&keys),
                Step::Resize(cols, rows) => driver.resize(cols, rows),
            };
            check_screen(&driver);
            let selected = driver.selected();
            prop_assert_eq!(selected.is_some(), !driver.listed().is_empty());
            prop_assert!(driver.app.mode() != Mode::Reader || driver.browse().pane.reader().is_some());
        }
    }
}
