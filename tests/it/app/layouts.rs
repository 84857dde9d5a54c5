//! Keys of an Arabic keyboard in, the same states as from a Latin one out.

use super::driver::Driver;

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
