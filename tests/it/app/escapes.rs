//! An Esc that was none, but the first byte of an arrow: what it did is taken back, whatever that was.

use fihrist::app::Msg;

use super::driver::Driver;

/// All that the eye sees.
fn seen(driver: &Driver) -> String {
    let (screen, caret) = driver.draw();
    format!("{} {caret:?} {screen:?}", driver.place())
}

#[test]
fn in_every_mode_what_escape_did_is_taken_back() {
    for keys in [
        "3j",
        "3j<enter>2j",
        "3j<enter>r",
        "3j<enter>rj",
        "3j<enter>s",
        "3j<enter>E2j",
        "/ميناء",
        "/ميناء<down>",
        "/ميناء<enter>jj",
        "f<space>j",
        "fj<space>q2j",
        "3j?jj",
        "3ji",
        "O",
        "Oj",
        "!",
        ":",
        ":sort",
        "/ميناء<enter><enter>/قطاف",
    ] {
        let mut driver = Driver::after(keys);
        let (before, listed) = (seen(&driver), driver.listed());
        driver.press("<esc>").send(Msg::TakeBackEscape);
        assert!(seen(&driver) == before, "{keys}");
        assert_eq!(driver.listed(), listed, "{keys}");
        // And the arrow that it was does what it does.
        let mut plain = Driver::after(keys);
        driver.press("<down>");
        plain.press("<down>");
        assert!(seen(&driver) == seen(&plain), "{keys}");
    }
}

#[test]
fn a_count_before_the_arrow_still_counts() {
    let mut driver = Driver::after("3");
    driver
        .press("<esc>")
        .send(Msg::TakeBackEscape)
        .press("<down>");
    assert_eq!(driver.place(), "list 3");
}

#[test]
fn only_the_last_key_is_taken_back() {
    let mut driver = Driver::after("3j<enter>");
    driver.press("<esc>j");
    let after = seen(&driver);
    driver.send(Msg::TakeBackEscape);
    assert!(seen(&driver) == after);
}

/// What stands on the line is the same for Esc and a key after it as for the key with Alt.
#[test]
fn esc_and_a_key_pressed_quickly_after_it_are_both() {
    for (keys, quick, slow) in [
        ("3j<enter>", "<alt-j>", "<esc>j"),
        ("3j<enter>r", "<alt-k>", "<esc>k"),
        ("f", "<alt-j>", "<esc>j"),
    ] {
        let quick = Driver::after(&format!("{keys}{quick}"));
        let slow = Driver::after(&format!("{keys}{slow}"));
        assert!(seen(&quick) == seen(&slow), "{keys}");
    }
    // An arrow with Alt is no Esc, and what is typed is not lost.
    for (keys, alone) in [
        ("3j<enter>", "<alt-down>"),
        ("/ميناء", "<alt-j>"),
        ("/ميناء", "<alt-enter>"),
    ] {
        let mode = |keys: &str| Driver::after(keys).app.mode();
        assert_eq!(mode(&format!("{keys}{alone}")), mode(keys), "{keys}{alone}");
    }
}
