//! Letters in, keys of the US layout out, for each layout.

use super::*;

const NAMED: [KeyboardLayout; 9] = [
    KeyboardLayout::Arabic,
    KeyboardLayout::ArabicMac,
    KeyboardLayout::Persian,
    KeyboardLayout::CentralKurdish,
    KeyboardLayout::Urdu,
    KeyboardLayout::UrduNla,
    KeyboardLayout::Hebrew,
    KeyboardLayout::Greek,
    KeyboardLayout::Cyrillic,
];

fn named(layout: KeyboardLayout) -> Keyboard {
    Keyboard::new(KeyboardChoice::Named(layout))
}

/// What keys of the US layout send comes back as those keys.
#[track_caller]
fn check(keyboard: Keyboard, sent: &str, us: &str) {
    let latin: String = sent.chars().map(|c| keyboard.latin(c)).collect();
    assert_eq!(latin, us, "{sent}");
}

#[test]
fn every_row_of_a_layout_names_a_key_for_each_of_its_chars() {
    let rows = NAMED.iter().flat_map(|layout| layout.rows());
    let rows = rows.chain(DISTINCT.into_iter().flatten());
    for (sent, us) in rows {
        assert_eq!(sent.chars().count(), us.chars().count(), "{us}");
        assert!(us.is_ascii(), "{us}");
    }
}

#[test]
fn no_layout_has_a_char_on_two_keys() {
    for layout in NAMED {
        let mut seen = std::collections::HashSet::new();
        let sent = layout.rows().iter().flat_map(|(sent, _)| sent.chars());
        for c in sent {
            assert!(seen.insert(c), "{layout:?} has {c} twice");
        }
    }
}

#[test]
fn a_keyboard_of_which_nothing_is_said_is_an_arabic_one() {
    let auto = Keyboard::default();
    check(auto, "ضصثقفغعهخحجد", "qwertyuiop[]");
    check(auto, "شسيبلاتنمكط", "asdfghjkl;'");
    check(auto, "ئءؤرىةوزظذ", "zxcvnm,./`");
    check(auto, "ـ،؟\u{FEFB}\u{FEF7}", "JK?bG");
    check(auto, "٠٥٩۰۵۹", "059059");
    check(auto, "jJ/?;q", "jJ/?;q");
}

#[test]
fn letters_of_other_scripts_are_on_the_keys_of_their_own_layouts() {
    let auto = Keyboard::default();
    check(auto, "קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm");
    check(
        auto,
        "йцукенгшщзфывапролдячсмить",
        "qwertyuiopasdfghjklzxcvbnm",
    );
    check(auto, "ЙОЩії", "QJOs]");
    check(
        auto,
        "ςερτυθιοπασδφγηξκλζχψωβνμ",
        "wertyuiopasdfghjklzxcvbnm",
    );
    check(auto, "ΓΞΝ", "GJN");
    check(auto, "şîûêç", ";'],.");
}

/// The letters of the bottom row: ر is v there as well, د is n and no bracket.
#[test]
fn a_letter_that_only_persian_layouts_have_makes_it_one_until_an_arabic_one_comes() {
    let mut keyboard = Keyboard::default();
    check(keyboard, "ظطزرذد", "/'.v`]");
    keyboard.sent('ی');
    check(keyboard, "ظطزرذدئ", "zxcvbnm");
    check(keyboard, "ضتنیگ", "qjkd'");
    assert_eq!(keyboard.letter('n'), Some("د"));
    keyboard.sent('ي');
    check(keyboard, "ظطزرذد", "/'.v`]");
    assert_eq!(keyboard.letter('n'), Some("ى"));
}

#[test]
fn a_layout_that_is_named_has_its_letters_where_they_are() {
    check(named(KeyboardLayout::ArabicMac), "ظطذدزرو", "zxcvbnm");
    check(named(KeyboardLayout::ArabicMac), "تنآؤ", "jkHM");
    check(named(KeyboardLayout::Persian), "ظطزرذدپو", "zxcvbnm,");
    check(
        named(KeyboardLayout::CentralKurdish),
        "قوەرتیئحۆپ",
        "qwertyuiop",
    );
    check(
        named(KeyboardLayout::CentralKurdish),
        "اسدفگهژکلھ",
        "asdfghjklh",
    );
    check(named(KeyboardLayout::Urdu), "قوعرتےءیہپ", "qwertyuiop");
    check(named(KeyboardLayout::Urdu), "اسدفگحجکل", "asdfghjkl");
    check(named(KeyboardLayout::UrduNla), "طصھدٹپتبجح", "qwertyuiop");
    // What it does not have is that of the others.
    check(named(KeyboardLayout::Urdu), "ثй٣ح", "Cq3h");
    check(named(KeyboardLayout::UrduNla), "ض٣", "W3");
}

/// On a Hebrew layout q sends a slash; but a user who has switched to a Latin layout means one.
#[test]
fn an_ascii_sign_on_another_key_is_that_key_after_a_letter_of_the_layout() {
    let mut keyboard = named(KeyboardLayout::Hebrew);
    check(keyboard, "/'", "/'");
    keyboard.sent('ח');
    check(keyboard, "/'.", "qw/");
    keyboard.sent('j');
    check(keyboard, "/'.", "/'.");
    let mut keyboard = Keyboard::default();
    keyboard.sent('ξ');
    check(keyboard, ";", ";");
    let mut keyboard = named(KeyboardLayout::Greek);
    keyboard.sent('ξ');
    check(keyboard, ";", "q");
}

#[test]
fn a_keyboard_that_is_off_means_what_it_sends() {
    let off = Keyboard::new(KeyboardChoice::Off);
    check(off, "تض٥й", "تض٥й");
    assert_eq!(off.letter('j'), None);
    assert_eq!(off.lam_alef('ا'), None);
}

#[test]
fn help_can_name_the_letter_on_a_key() {
    let arabic = Keyboard::default();
    for (latin, letter) in [
        ('j', Some("ت")),
        ('r', Some("ق")),
        ('b', Some("لا")),
        ('?', Some("؟")),
        // A vowel mark, and a ligature that fonts may lack.
        ('Q', None),
        ('G', None),
        ('!', None),
    ] {
        assert_eq!(arabic.letter(latin), letter, "{latin}");
    }
    assert_eq!(named(KeyboardLayout::Urdu).letter('j'), Some("ج"));
    assert_eq!(named(KeyboardLayout::Cyrillic).letter('j'), Some("о"));
    assert_eq!(named(KeyboardLayout::Persian).letter('b'), Some("ذ"));
}

#[test]
fn shift_makes_of_a_us_key_what_stands_above_on_it() {
    let shifted: String = "jg7/;".chars().map(with_shift).collect();
    assert_eq!(shifted, "JG&?:");
}
