//! Letters in, presentation forms out, in logical order so that both sides read the same way.

use super::super::sanitise;
use super::*;

/// The symbols of `text` in logical order.
fn shaped(text: &str, options: Options) -> String {
    let mut cells = Layout::new(text, options).line().cells;
    cells.sort_by_key(|cell| cell.bytes.start);
    cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shaped(text, Options::default()), expected, "{text:?}");
}

#[test]
fn joins_arabic() {
    check("ب", "\u{FE8F}");
    check("بب", "\u{FE91}\u{FE90}");
    check("ببب", "\u{FE91}\u{FE92}\u{FE90}");
    check("دار", "\u{FEA9}\u{FE8D}\u{FEAD}");
    check("ماء", "\u{FEE3}\u{FE8E}\u{FE80}");
    check("على", "\u{FECB}\u{FEE0}\u{FEF0}");
    check("شيء", "\u{FEB7}\u{FEF2}\u{FE80}");
    check("مسؤول", "\u{FEE3}\u{FEB4}\u{FE86}\u{FEED}\u{FEDD}");
    check("بـب", "\u{FE91}ـ\u{FE90}");
    check("ب1ب", "\u{FE8F}1\u{FE8F}");
    check("الله", "\u{FE8D}\u{FEDF}\u{FEE0}\u{FEEA}");
}

#[test]
fn marks_are_transparent() {
    check("بَتُ", "\u{FE91}\u{064E}\u{FE96}\u{064F}");
    check("هٰذا", "\u{FEEB}\u{0670}\u{FEAC}\u{FE8D}");
    check("ب\u{200F}ت", "\u{FE91}\u{FE96}");
    check("ب\u{00AD}ت", "\u{FE91}\u{FE96}");
}

#[test]
fn ligates_the_four_lam_alefs() {
    for (alef, isolated, last) in [
        ('\u{0622}', '\u{FEF5}', '\u{FEF6}'),
        ('\u{0623}', '\u{FEF7}', '\u{FEF8}'),
        ('\u{0625}', '\u{FEF9}', '\u{FEFA}'),
        ('\u{0627}', '\u{FEFB}', '\u{FEFC}'),
    ] {
        check(&format!("ل{alef}"), &isolated.to_string());
        check(&format!("بل{alef}"), &format!("\u{FE91}{last}"));
        check(&format!("دل{alef}"), &format!("\u{FEA9}{isolated}"));
        check(&format!("ل{alef}ب"), &format!("{isolated}\u{FE8F}"));
    }
    check("لا لا", "\u{FEFB} \u{FEFB}");
    check("للا", "\u{FEDF}\u{FEFC}");
    check("لاً", "\u{FEFB}\u{064B}");
}

#[test]
fn lam_and_alef_are_one_under_their_marks() {
    check("لَا", "\u{FEFB}\u{064E}");
    check("لِأَن", "\u{FEF7}\u{0650}\u{064E}\u{FEE5}");
    check("لُإ", "\u{FEF9}\u{064F}");
    check("بِلَاد", "\u{FE91}\u{0650}\u{FEFC}\u{064E}\u{FEA9}");
    check("فَلَّاح", "\u{FED3}\u{064E}\u{FEFC}\u{064E}\u{0651}\u{FEA1}");
    check("قائلًا", "\u{FED7}\u{FE8E}\u{FE8B}\u{FEFC}\u{064B}");
    check("فضلًا", "\u{FED3}\u{FEC0}\u{FEFC}\u{064B}");
    check("إلّا", "\u{FE87}\u{FEFB}\u{0651}");
    check("ل\u{670}آ", "\u{FEF5}\u{670}");
    // A mark on the alef comes after those on the lam.
    check("لَاً", "\u{FEFB}\u{064E}\u{064B}");
    check("للَا", "\u{FEDF}\u{FEFC}\u{064E}");
    // A superscript alef is a mark itself.
    check(
        "وَلَٰكِن",
        "\u{FEED}\u{064E}\u{FEDF}\u{064E}\u{0670}\u{FEDC}\u{0650}\u{FEE6}",
    );
    check("لَ ا", "\u{FEDD}\u{064E} \u{FE8D}");
    check("لَب", "\u{FEDF}\u{064E}\u{FE90}");
}

#[test]
fn a_joiner_keeps_lam_and_alef_apart() {
    check("ل\u{200D}ا", "\u{FEDF}\u{FE8E}");
    check("لَ\u{200D}ا", "\u{FEDF}\u{064E}\u{FE8E}");
    check("لَ\u{200C}ا", "\u{FEDD}\u{064E}\u{FE8D}");
    check("ل\u{200F}ا", "\u{FEDF}\u{FE8E}");
    check("ل\u{200C}ا", "\u{FEDD}\u{FE8D}");
    check("لٱ", "\u{FEDF}\u{FB51}");
}

#[test]
fn a_caret_between_lam_and_alef_keeps_them_apart() {
    let options = |caret| Options {
        caret: Some(caret),
        ..Options::default()
    };
    assert_eq!(shaped("بلا", options(4)), "\u{FE91}\u{FEE0}\u{FE8E}");
    assert_eq!(shaped("بلا", options(2)), "\u{FE91}\u{FEFC}");
    assert_eq!(shaped("بلا", options(6)), "\u{FE91}\u{FEFC}");
    assert_eq!(shaped("بلَا", options(6)), "\u{FE91}\u{FEE0}\u{064E}\u{FE8E}");
    assert_eq!(shaped("بلَا", options(4)), "\u{FE91}\u{FEFC}\u{064E}");
}

#[test]
fn joins_persian_and_urdu() {
    check("پچژ", "\u{FB58}\u{FB7D}\u{FB8B}");
    check("گیک", "\u{FB94}\u{FBFF}\u{FB8F}");
    check("کی", "\u{FB90}\u{FBFD}");
    check("ہے", "\u{FBA8}\u{FBAF}");
    check("ھم", "\u{FBAC}\u{FEE2}");
    check("ٹڈڑ", "\u{FB68}\u{FB89}\u{FB8C}");
    check("میں", "\u{FEE3}\u{FBFF}\u{FB9F}");
    check(
        "می\u{200C}خواهم",
        "\u{FEE3}\u{FBFD}\u{FEA7}\u{FEEE}\u{FE8D}\u{FEEB}\u{FEE2}",
    );
    check("ه\u{200D} ", "\u{FEEB} ");
    check("\u{200D}ه", "\u{FEEA}");
}

#[test]
fn joins_kurdish_uyghur_sindhi_and_pashto() {
    check("ڕۆژ", "ڕ\u{FBD9}\u{FB8A}");
    check("ئۇيغۇر", "\u{FE8B}\u{FBD8}\u{FEF3}\u{FED0}\u{FBD8}\u{FEAD}");
    // The Uyghur i is an alef maksura that joins on both sides.
    check("كىتاب", "\u{FEDB}\u{FBE9}\u{FE98}\u{FE8E}\u{FE8F}");
    check("ڳوٺ", "\u{FB98}\u{FEEE}\u{FB5E}");
    check("ٻار", "\u{FB54}\u{FE8E}\u{FEAD}");
    check("ډېر", "ډ\u{FBE6}\u{FEAE}");
}

/// Lam and yeh with small v, ae: they look like letters that have forms.
#[test]
fn letters_without_a_form_borrow_those_of_their_twins() {
    check("ڵب", "\u{FEDF}\u{065A}\u{FE90}");
    check("بڵب", "\u{FE91}\u{FEE0}\u{065A}\u{FE90}");
    check("دڵ بڵ", "\u{FEA9}ڵ \u{FE91}\u{FEDE}\u{065A}");
    check("ێب", "\u{FBFE}\u{065A}\u{FE90}");
    check("بێب", "\u{FE91}\u{FBFF}\u{065A}\u{FE90}");
    check("نوێ بێ", "\u{FEE7}\u{FEEE}ێ \u{FE91}\u{FBFD}\u{065A}");
    check("بەب", "\u{FE91}\u{FEEA}\u{FE8F}");
    check("دە بە", "\u{FEA9}ە \u{FE91}\u{FEEA}");
    check("ێَب", "\u{FBFE}\u{065A}\u{064E}\u{FE90}");
    assert_eq!(Layout::new("ماڵێکی", Options::default()).width(), 6);
    // Where marks are left out they are as they were.
    let stripped = Options {
        strip_tashkeel: true,
        ..Options::default()
    };
    assert_eq!(shaped("بڵب", stripped), "\u{FE91}ڵ\u{FE90}");
}

/// Keheh, seen, reh with a ring or a v: no forms, but neighbours that join.
#[test]
fn letters_without_a_form_keep_their_neighbours_joined() {
    check("بڕ", "\u{FE91}ڕ");
    check("ڪت", "ڪ\u{FE96}");
    check("پښت", "\u{FB58}ښ\u{FE96}");
    check("ں", "\u{FB9E}");
}

/// Text taken from a page or a screen may hold them. Nothing joins them, and they join nothing.
#[test]
fn presentation_forms_in_the_text_stay_as_they_are() {
    check("ﻣﺮﺣﺒﺎ", "ﻣﺮﺣﺒﺎ");
    check("ﺑ", "\u{FE91}");
    check("ﺑب", "\u{FE91}\u{FE8F}");
    check("بﻻ", "\u{FE8F}\u{FEFB}");
    check("ﷲ ﷺ", "\u{FDF2} \u{FDFA}");
    assert_eq!(Layout::new("ﻻ", Options::default()).width(), 1);
    assert_eq!(line("ﻣﺎ 1").visual(), "1 \u{FE8E}\u{FEE3}");
}

#[test]
fn scripts_without_forms_are_left_alone() {
    let shalom = "ש\u{5C1}\u{5B8}ל\u{5D5}\u{5B9}ם";
    for text in ["ܫܠܡܐ", "ߒߞߏ", "𞤀𞤣𞤤𞤢𞤥", "ދި", shalom] {
        check(text, text);
        let line = line(text);
        let last = text.trim_end_matches(|c| sanitise::glyph(c) == sanitise::Glyph::Mark);
        let first_shown = line.cells[0].symbol.chars().next();
        assert_eq!(first_shown, last.chars().next_back(), "right to left");
    }
}

#[test]
fn shaping_and_tashkeel_are_options() {
    let plain = Options {
        shape: false,
        ..Options::default()
    };
    assert_eq!(shaped("سَلام", plain), "سَلام");
    assert_eq!(Layout::new("سلام", plain).width(), 4);
    let stripped = Options {
        strip_tashkeel: true,
        ..Options::default()
    };
    assert_eq!(
        shaped("لَا إِلٰه", stripped),
        shaped("لا إله", Options::default())
    );
    assert_eq!(shaped("لَا", plain), "لَا");
    assert_eq!(Layout::new("لَا", plain).width(), 2);
    // Hamza above is spelling, not a vowel.
    assert_eq!(shaped("ه\u{0654}", stripped), "\u{FEE9}\u{0654}");
}

#[test]
fn letters_that_stand_apart_do_not_join() {
    check("ب\u{202D}ب\u{202C}", "\u{FE8F}\u{FE8F}");
    check("ب\u{2067}ب\u{2069}", "\u{FE8F}\u{FE8F}");
    check("a ب\u{200E}ب", "a \u{FE8F}\u{FE8F}");
    check("ب\u{200E}ب", "\u{FE8F}\u{FE8F}");
    check("ب\u{200F}ب", "\u{FE91}\u{FE90}");
}

/// In a left-to-right override the letter before stands at the left: joints are drawn where letters
/// meet.
#[test]
fn letters_turned_round_join_as_they_stand() {
    check("\u{202D}سبب", "\u{FEB2}\u{FE92}\u{FE91}");
    check("\u{202D}ابب", "\u{FE8E}\u{FE92}\u{FE91}");
    check("\u{202D}با", "\u{FE8F}\u{FE8D}");
    check("\u{202D}لا", "\u{FEDD}\u{FE8D}");
}
