//! Keys in, the signs that are explained out: each in the help, and once where it is met first.

use fihrist::app::action::Mode;
use fihrist::app::signs::Sign;
use fihrist::app::{Msg, Overlay};
use fihrist::words::Words;

use super::driver::Driver;
use super::stories;

fn screen(driver: &Driver) -> String {
    let (buffer, _) = driver.draw();
    let cells = buffer.content.iter();
    cells.map(ratatui::buffer::Cell::symbol).collect()
}

/// Stories and their versions, one key pressed so that what loading said is read.
fn versions() -> Driver {
    let mut driver = Driver::new(&stories::library(), (80, 24));
    driver.press("g");
    driver
}

#[test]
fn the_help_explains_every_sign_in_every_mode() {
    for mode in Mode::ALL {
        let help = Overlay::help(mode);
        for sign in Sign::ALL {
            let meaning = Words::ENGLISH.say(&sign.meaning());
            let rows = help.rows.iter().filter(|row| {
                let text = row.text.text(help.view(80));
                text == meaning
            });
            assert_eq!(rows.count(), 1, "{mode:?} {sign:?}");
        }
    }
}

#[test]
fn a_sign_is_explained_where_it_is_met_first_and_not_again() {
    let mut driver = versions();
    let mut told = Vec::new();
    for key in ["j"; 30].iter().chain(&["k"; 30]) {
        driver.press(key);
        if let Some(sign) = driver.app.shared.signs.explained {
            let said = Words::ENGLISH.say(&sign.explained());
            assert!(screen(&driver).contains(&said), "{said}");
            told.push(sign);
        }
    }
    assert!(told.contains(&Sign::Versions), "{told:?}");
    let all = told.len();
    told.dedup();
    assert_eq!(told.len(), all, "{told:?}");
    // A row a story has another sign.
    driver.press("eg");
    for _ in 0..30 {
        driver.press("j");
        told.extend(driver.app.shared.signs.explained);
    }
    assert!(told.contains(&Sign::Behind), "{told:?}");
    // The next key ends what is said.
    driver.press("jj");
    assert_eq!(driver.app.shared.signs.explained, None);
}

#[test]
fn what_is_read_has_its_signs_explained() {
    let mut driver = Driver::after("g");
    let mut told = Vec::new();
    for _ in 0..driver.listed().len() {
        driver.press("j<enter>");
        told.extend(driver.app.shared.signs.explained);
        driver.press("jq");
    }
    assert!(told.contains(&Sign::Fold), "{told:?}");
}

#[test]
fn nothing_is_said_over_another_message_or_over_the_keys() {
    let mut driver = versions();
    for _ in 0..30 {
        // No command has this key, which a message says.
        driver.press("jw");
        assert!(driver.says("w"), "{:?}", driver.app.shared.message);
        assert_eq!(driver.app.shared.signs.explained, None);
    }
    // Nor where the row is that of the keys.
    let mut small = Driver::new(&stories::library(), (40, 12));
    for _ in 0..30 {
        small.press("j");
        assert_eq!(small.app.shared.signs.explained, None);
    }
    // What is typed is not talked into.
    let mut typing = versions();
    typing.press("/ا");
    assert_eq!(typing.app.shared.signs.explained, None);
    typing.send(Msg::Resize(120, 40));
    assert_eq!(typing.app.shared.signs.explained, None);
}
