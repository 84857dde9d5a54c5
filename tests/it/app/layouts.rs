//! Keys of an Arabic keyboard in, the same states as from a Latin one out.

use super::driver::Driver;
use fihrist::app::Msg;
use fihrist::app::key::{Code, KeyPress};
use fihrist::app::keyboard::{Keyboard, KeyboardChoice, KeyboardLayout};

/// All that the eye would see differ.
fn state(keys: &str) -> String {
    let driver = Driver::after(keys);
    let (screen, caret) = driver.draw();
    format!("{} {caret:?} {screen:?}", driver.place())
}

#[test]
fn an_arabic_layout_types_the_same_commands() {
    for (arabic, latin) in [
        ("ت", "j"),
        ("تتن", "jjk"),
        ("٥ت", "5j"),
        ("۱۲ت", "12j"),
        ("<enter>ض", "<enter>q"),
        ("ق", "r"),
        ("<enter>ث", "<enter>e"),
        ("ب", "f"),
        ("ظ", "/"),
        ("؟", "?"),
        ("س", "s"),
        ("خ", "o"),
        ("ه", "i"),
        ("يي", "dd"),
        ("\u{FEF7}", "G"),
        ("تتل", "jjg"),
        ("<enter>ـ", "<enter>J"),
        ("4j<enter>،", "4j<enter>K"),
        ("jj\u{FEFB}", "jjb"),
    ] {
        assert!(state(arabic) == state(latin), "{arabic} is {latin}");
    }
}

#[test]
fn so_do_persian_and_hebrew_ones() {
    for (other, latin) in [
        ("ی", "d"),
        ("חח", "jj"),
        ("ר", "r"),
        ("<enter>ק", "<enter>e"),
    ] {
        assert!(state(other) == state(latin), "{other} is {latin}");
    }
}

/// The lam-alef key sends two letters on Windows and macOS: `g`, then `h`.
#[test]
fn two_letters_from_the_lam_alef_key_do_no_harm() {
    let driver = Driver::after("4j<enter>لا");
    assert!(driver.asked.is_empty());
}

#[test]
fn letters_in_the_search_box_are_the_letters_typed() {
    for text in ["تنقثبضظ", "jkrefq/?", "٢٠١٥", "؟", "5jG", "یک"] {
        assert_eq!(
            Driver::after(&format!("/{text}")).place(),
            format!("search {text}")
        );
    }
}

#[test]
fn an_unknown_letter_is_named_as_it_was_typed() {
    assert!(Driver::after("ئ%").says("%"));
    assert!(Driver::after("ڿ").says("ڿ"));
}

/// Some systems send لا, which stands on the key of `b`, as the letters of `g` and `h`.
#[test]
fn lam_alef_sent_as_two_letters_is_a_page_up() {
    let up = Driver::after("30jb");
    let two = Driver::after("30jلا");
    assert_eq!(two.list().selected, up.list().selected);
    let top = Driver::after("30jل");
    assert_eq!(top.list().selected, 0);
}

/// Windows sends three letters for the same key with Shift, and for its neighbours: لأ is `G`.
#[test]
fn lam_alef_with_a_hamza_sent_as_two_letters_is_the_key_with_shift() {
    assert!(state("jjلأ") == state("jjG"), "لأ is G");
    // Nothing is on T and B: the lam before, which is `g`, is taken back.
    for letters in ["لإ", "لآ"] {
        let after = Driver::after(&format!("jj{letters}"));
        assert_eq!(after.list().selected, 2, "{letters}");
    }
}

/// A driver whose user has said which layout it is.
fn on(layout: KeyboardLayout) -> Driver {
    let mut driver = Driver::after("");
    let choice = KeyboardChoice::Named(layout);
    driver.send(Msg::Keyboard(Keyboard::new(choice)));
    driver
}

#[test]
fn cyrillic_and_greek_letters_are_commands_and_layouts_that_conflict_are_when_named() {
    assert!(state("оол") == state("jjk"), "Cyrillic");
    assert!(state("ξξκ") == state("jjk"), "Greek");
    for (layout, keys, latin) in [
        (KeyboardLayout::CentralKurdish, "ژژک", "jjk"),
        (KeyboardLayout::Urdu, "ججک", "jjk"),
        (KeyboardLayout::UrduNla, "ااک", "jjk"),
        (KeyboardLayout::ArabicMac, "تتن", "jjk"),
    ] {
        let mut driver = on(layout);
        driver.press(keys);
        let latin = Driver::after(latin);
        assert_eq!(driver.list().selected, latin.list().selected, "{layout:?}");
    }
}

/// On Arabic 101 ر is `v`; on a Mac it stands where `n` does.
#[test]
fn the_letters_of_the_bottom_row_are_those_of_the_layout() {
    let with_n = Driver::after("/ميناء<enter><enter>n").place();
    let with_v = Driver::after("/ميناء<enter><enter>v").place();
    let mut mac = on(KeyboardLayout::ArabicMac);
    mac.press("/ميناء<enter><enter>ر");
    assert_eq!(mac.place(), with_n);
    assert_eq!(Driver::after("/ميناء<enter><enter>ر").place(), with_v);
}

/// A Persian layout has no key of لا: `g` and `h` are two keys.
#[test]
fn lam_and_alef_are_two_keys_where_the_layout_has_no_key_of_both() {
    let two = Driver::after("30jیل");
    let then_h = Driver::after("30jیلا");
    assert_eq!(then_h.list().selected, two.list().selected);
}

/// A terminal that speaks kitty's protocol says which key it was, whatever the layout.
#[test]
fn a_key_that_comes_with_its_place_is_that_key() {
    let mut driver = Driver::after("");
    let urdu = KeyPress {
        base: Some('j'),
        ..KeyPress::plain(Code::Char('ج'))
    };
    driver.send(Msg::Key(urdu));
    driver.send(Msg::Key(urdu));
    assert_eq!(driver.list().selected, Driver::after("jj").list().selected);
    driver.press("/");
    driver.send(Msg::Key(urdu));
    assert_eq!(driver.place(), "search ج");
}
