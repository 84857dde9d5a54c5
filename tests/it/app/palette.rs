//! The palette: every command by its name, in the language of the reader and in English.

use fihrist::app::action::{Action, Mode};
use fihrist::app::palette::Palette;
use fihrist::app::{Msg, Screen};
use fihrist::words::{Language, Words};

use super::driver::Driver;

fn palette(driver: &Driver) -> &Palette {
    match driver.app.top() {
        Screen::Palette(palette) => palette,
        _ => panic!("another screen"),
    }
}

fn in_language(language: Language) -> Driver {
    let mut driver = Driver::demo();
    driver.send(Msg::Words(Words {
        language,
        ..Words::ENGLISH
    }));
    driver
}

#[test]
fn every_command_of_the_screen_does_something() {
    let mut driver = Driver::demo();
    driver.press(":");
    let rows = palette(&driver).rows();
    for action in [
        Action::Open,
        Action::Search,
        Action::Sort,
        Action::Help,
        Action::Language,
    ] {
        assert!(
            rows.iter().any(|row| row.action == action && row.works),
            "{action:?}"
        );
    }
    // Those of other screens come after them.
    let first = rows.iter().position(|row| !row.works).unwrap();
    assert!(rows[first..].iter().all(|row| !row.works));
    assert!(
        rows[first..]
            .iter()
            .any(|row| row.action == Action::NextChange)
    );
}

#[test]
fn letters_find_names_in_both_languages_however_they_are_spelt() {
    for (language, typed, action) in [
        (Language::English, "over", Action::Overview),
        (Language::English, "SORT", Action::Sort),
        // By the help, and by the key.
        (Language::English, "newest best", Action::Sort),
        (Language::English, "z", Action::Preview),
        (Language::English, "g", Action::Top),
        (Language::English, "G", Action::Bottom),
        (Language::English, "stop", Action::Cancel),
        (Language::Arabic, "نظرة", Action::Overview),
        (Language::Arabic, "نظره عامه", Action::Overview),
        (Language::Arabic, "overview", Action::Overview),
        (Language::Arabic, "ترتيب", Action::Sort),
        (Language::Persian, "مرتب", Action::Sort),
    ] {
        let mut driver = in_language(language);
        driver.press(":").press(typed);
        let rows = palette(&driver).rows();
        let first = rows.first().map(|row| row.action);
        if typed == "newest best" {
            assert!(rows.is_empty() || first == Some(action));
        } else {
            assert_eq!(first, Some(action), "{typed}");
        }
    }
}

#[test]
fn enter_carries_the_command_out_where_it_was_opened() {
    let mut driver = Driver::demo();
    driver.press(":overview<enter>");
    assert_eq!(driver.app.mode(), Mode::Overview);
    // The key of the semicolon on an Arabic layout.
    let mut driver = Driver::after("<enter>");
    driver.press("ك").press("back to the list<enter>");
    assert_eq!(driver.place(), "list 0");
}

#[test]
fn what_cannot_be_done_says_so_and_stays() {
    let mut driver = Driver::demo();
    driver.press(":next change<enter>");
    assert_eq!(driver.app.mode(), Mode::Palette);
    assert!(driver.says("not on this screen"));
    driver.press("<esc>");
    assert_eq!(driver.place(), "list 0");
}

fn note(driver: &Driver, action: Action) -> (String, bool) {
    let rows = palette(driver).rows();
    let row = rows.iter().find(|row| row.action == action);
    let row = row.unwrap_or_else(|| panic!("{action:?}"));
    (fihrist::text::unisolated(&row.note), row.can)
}

/// A row says what comes of its command, or why nothing does.
#[test]
fn a_row_says_what_it_would_do_now_or_why_it_cannot() {
    for (keys, action, said, can) in [
        ("", Action::NextHit, "nothing is searched", false),
        ("", Action::ClearFilter, "nothing is filtered", false),
        ("", Action::JumpBack, "no jump to go back to", false),
        ("", Action::Cancel, "nothing is loading", false),
        ("", Action::Sort, "oldest first", true),
        ("ss", Action::Sort, "newest first", true),
        ("", Action::Group, "group: source", true),
        ("", Action::Language, "العربية", true),
        ("", Action::NextChange, "only while comparing", false),
        ("", Action::ToggleFolds, "only while reading", false),
        ("/ميناء<enter>", Action::NextHit, "", true),
        ("f<space><esc>", Action::ClearFilter, "", true),
        ("/zzzz<enter>", Action::Open, "nothing is selected", false),
    ] {
        let mut driver = Driver::after(keys);
        driver.press(":");
        assert_eq!(
            note(&driver, action),
            (said.to_owned(), can),
            "{keys} {action:?}"
        );
    }
    // The article that would be read.
    let mut driver = Driver::demo();
    let title = driver.list().card().unwrap().title.clone();
    driver.press(":");
    assert_eq!(note(&driver, Action::Open), (title, true));
}

/// The notes are in the language of the screen, and keys are found by their names in both.
#[test]
fn notes_and_names_of_keys_are_in_the_language_of_the_screen() {
    let mut driver = in_language(Language::Arabic);
    driver.press(":");
    assert_eq!(note(&driver, Action::NextHit).0, "لم يُبحث عن شيء");
    assert_eq!(note(&driver, Action::Language).0, "فارسی");
    for typed in ["صفحة ↓", "pgdn"] {
        let mut driver = in_language(Language::Arabic);
        driver.press(":").send(Msg::Paste(typed.to_owned()));
        let rows = palette(&driver).rows();
        assert!(
            rows.iter().any(|row| row.action == Action::PageDown),
            "{typed}"
        );
    }
}

#[test]
fn the_selection_moves_and_begins_anew_with_each_letter() {
    let mut driver = Driver::demo();
    driver.press(":<down><down><up>");
    assert_eq!(palette(&driver).selected, 1);
    driver.press("a");
    assert_eq!(palette(&driver).selected, 0);
    driver.press("<backspace>zzz<down><enter>");
    assert!(palette(&driver).rows().is_empty());
    driver.send(Msg::Paste("sort".to_owned()));
    assert_eq!(palette(&driver).line.text(), "zzzsort");
}

#[test]
fn it_bears_every_size() {
    for size in [(1, 1), (2, 3), (20, 4), (40, 12), (200, 60)] {
        let mut driver = Driver::new(&super::driver::demo(), size);
        driver.press(":x").draw();
        driver.press("<down><down>").draw();
    }
}

/// In the help `/` filters the same commands, of the screen that the help is about.
#[test]
fn the_help_is_filtered() {
    let mut driver = Driver::after("<enter>?");
    assert_eq!(driver.app.mode(), Mode::Overlay);
    driver.press("/");
    assert_eq!(driver.app.mode(), Mode::Palette);
    driver.press("back to the list<enter>");
    assert_eq!(driver.place(), "list 0");
    // From the help of the search box, too.
    let driver = Driver::after("/<f1>:<esc>");
    assert_eq!(driver.app.mode(), Mode::Search);
}
