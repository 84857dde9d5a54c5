//! A screen that starts at the right: arrows go to where things lie, the mouse finds them, the rows are the same.

use fihrist::app::Msg;
use fihrist::text::Direction;
use fihrist::ui;
use fihrist::words::{Language, Words};

use super::driver::Driver;

fn mirrored(cols: u16) -> Driver {
    let mut driver = Driver::new(&super::driver::demo(), (cols, 24));
    driver.send(Msg::Direction(Some(Direction::Rtl)));
    driver
}

#[test]
fn an_arrow_goes_to_what_lies_where_it_points() {
    let mut driver = mirrored(80);
    driver.press("j<left>");
    assert_eq!(driver.place(), "reader 0");
    driver.press("<right>");
    assert_eq!(driver.place(), "list 1");
    driver.press("<right>");
    assert_eq!(driver.place(), "list 1");
    // In the search box an arrow moves the caret where it points, on every screen.
    let mut plain = Driver::demo();
    plain.press("/ميناء<right><right>س");
    let mut driver = mirrored(80);
    driver.press("/ميناء<right><right>س");
    assert_eq!(driver.place(), plain.place());
}

/// An empty search box, and one with a number in it, begin where the screen does.
#[test]
fn what_is_typed_begins_where_the_screen_does() {
    let caret = |driver: &mut Driver, keys: &str| {
        driver.press(keys);
        let (_, caret) = ui::draw(&driver.app, ui::theme::Theme::Mono);
        caret.unwrap().0
    };
    let mut driver = mirrored(80);
    let empty = caret(&mut driver, "/");
    assert!((60..75).contains(&empty), "{empty}");
    assert_eq!(caret(&mut driver, "م"), empty - 1);
    let mut plain = Driver::demo();
    assert!(caret(&mut plain, "/") < 15);
}

/// What a cell of a mirrored screen shows is what the cell as far from the other edge shows on a plain one.
#[test]
fn what_is_pointed_at_is_what_is_seen() {
    for cols in [60, 120] {
        let plain = Driver::new(&super::driver::demo(), (cols, 24));
        let driver = mirrored(cols);
        let list = plain.panes().list;
        for row in list.y..list.bottom() {
            for col in [list.x, list.right() - 1] {
                let there = ui::target(&plain.app, col, row);
                assert!(there.is_some());
                assert_eq!(ui::target(&driver.app, cols - 1 - col, row), there);
            }
        }
    }
}

/// A letter of a text is found under the cell that shows it, on both kinds of screen.
#[test]
fn a_word_is_found_where_it_is_seen() {
    for driver in [
        &mut Driver::new(&super::driver::demo(), (120, 24)),
        &mut mirrored(120),
    ] {
        driver.press("<enter>");
        let (buffer, _) = ui::draw(&driver.app, ui::theme::Theme::Mono);
        let pane = driver.panes().reader;
        let mut found = 0;
        for position in buffer.area.positions() {
            let target = ui::target(&driver.app, position.x, position.y);
            let Some(fihrist::app::browse::pointing::Target::Page { byte: Some(_), .. }) = target
            else {
                continue;
            };
            found += 1;
            let cell = buffer.cell(position).unwrap();
            assert!(!cell.symbol().is_empty(), "{position}");
        }
        assert!(found > usize::from(pane.width), "{found}");
    }
}

#[test]
fn alt_l_speaks_the_next_language_and_turns_the_screen() {
    let mut driver = Driver::demo();
    assert_eq!(driver.app.shared.direction(), Direction::Ltr);
    driver.press("<alt-l>");
    assert_eq!(driver.app.shared.words.language, Language::Arabic);
    assert_eq!(driver.app.shared.direction(), Direction::Rtl);
    // The letter of the same key, until the first language has come again.
    for _ in 1..Language::ALL.len() {
        driver.press("<alt-م>");
    }
    assert_eq!(driver.app.shared.words, Words::ENGLISH);
    let mut driver = mirrored(80);
    driver.press("<alt-l>");
    assert_eq!(driver.app.shared.direction(), Direction::Rtl);
}

/// An xterm as it comes sends Alt-l as a letter: a command where letters are commands, and text where they are typed.
#[test]
fn alt_l_of_an_xterm_is_alt_l_but_where_it_is_text() {
    let mut driver = Driver::demo();
    driver.press("ì");
    assert_eq!(driver.app.shared.words.language, Language::Arabic);
    let mut driver = Driver::demo();
    driver.press("/ì");
    assert_eq!(driver.app.shared.words.language, Language::English);
    // A letter that stands for no command is called by its own name.
    let mut driver = Driver::demo();
    driver.press("é");
    assert!(driver.says("⟨é⟩"));
}
