//! Lines with `|` for the caret in, what keys make of them out.

use proptest::prelude::*;

use super::*;

/// `|` is the caret, which belongs to what is before it.
#[track_caller]
fn check(before: &str, edit: impl Fn(&mut LineEdit), after: &str) {
    let caret = before.find('|').unwrap();
    let mut line = LineEdit {
        text: before.replace('|', ""),
        caret: Caret::before(caret),
    };
    edit(&mut line);
    let mut shown = line.text.clone();
    shown.insert(line.caret.byte, '|');
    assert_eq!(shown, after);
}

fn left(line: &mut LineEdit) {
    line.left(Options::default());
}

fn right(line: &mut LineEdit) {
    line.right(Options::default());
}

#[test]
fn typing_and_deleting_work_on_logical_text() {
    check("مينا|", |l| l.insert("ء"), "ميناء|");
    check("مي|ء", |l| l.insert("نا"), "مينا|ء");
    check("كَ|", LineEdit::delete_back, "ك|");
    check("ك|َب", LineEdit::delete_forward, "ك|ب");
    check("|كَب", LineEdit::delete_forward, "|ب");
    check("|", LineEdit::delete_back, "|");
    check("|", LineEdit::delete_forward, "|");
    check("ميناء قديم |", LineEdit::delete_word, "ميناء |");
    check("ميناء 2015-08|", LineEdit::delete_word, "ميناء |");
    check(
        "ميناء 2015-08|",
        LineEdit::delete_word_backward,
        "ميناء 2015-|",
    );
    check("ميناء| 2015-08", LineEdit::delete_word_forward, "ميناء|-08");
    check("ميناء قد|يم", LineEdit::delete_to_start, "|يم");
    check("ميناء قد|يم", LineEdit::delete_to_end, "ميناء قد|");
}

#[test]
fn arrows_go_where_they_point() {
    check("ab|c", left, "a|bc");
    check("ab|c", right, "abc|");
    check("مي|نا", left, "مين|ا");
    check("مي|نا", right, "م|ينا");
    check("|مي", right, "|مي");
    // The space belongs to the Arabic, and stands left of it: next comes the end of the number.
    check("بحر |12", left, "بحر 1|2");
    check("بحر 12|", left, "بحر 1|2");
}

#[test]
fn logical_keys_go_on_in_the_text() {
    check("ab|c", LineEdit::forward, "abc|");
    check("مي|نا", LineEdit::forward, "مين|ا");
    check("ميناء| ab", LineEdit::forward, "ميناء |ab");
    check("كَ|ب", LineEdit::backward, "|كَب");
    check("|ab cd", LineEdit::word_forward, "ab| cd");
    check("ab| cd", LineEdit::word_forward, "ab cd|");
    check("بحر، |قديم", LineEdit::word_backward, "|بحر، قديم");
    check("كَتَبَ|", LineEdit::word_backward, "|كَتَبَ");
    check("می\u{200C}خو|", LineEdit::word_backward, "|می\u{200C}خو");
    check("ab |", LineEdit::word_forward, "ab |");
    check("بح|ر ab", LineEdit::home, "|بحر ab");
    check("بح|ر ab", LineEdit::end, "بحر ab|");
}

#[test]
fn pasted_text_loses_controls_and_keeps_one_line() {
    check("|", |l| l.insert("a\nb\u{1b}[31m\u{202e}c"), "a b[31mc|");
    let mut line = LineEdit::default();
    assert!(!line.paste("بحر\nقديم"));
    assert!(line.paste("\u{FE94}\u{FEF3}\u{FEAD}\u{FEEE}\u{FEB3}"));
    assert_eq!(line.text(), "بحر قديمسورية");
}

/// A letter typed after an arrow key goes beside the character it went over.
#[test]
fn a_letter_of_the_same_script_appears_where_the_caret_is() {
    for (text, keys, typed, expected) in [
        ("بحر abc", "<<<", "x", "بحر xabc"),
        ("بحر abc", "<<<>>>", "x", "بحر abcx"),
        ("abc بحر", ">>><<<", "س", "abc بحرس"),
        ("abc بحر", "", "س", "abc بحرس"),
        ("abc بحر", ">>>", "س", "abc سبحر"),
    ] {
        let mut line = LineEdit::new(text);
        for key in keys.chars() {
            if key == '<' {
                left(&mut line);
            } else {
                right(&mut line);
            }
        }
        line.insert(typed);
        assert_eq!(line.text(), expected, "{text} {keys}");
    }
}

#[test]
fn a_click_puts_the_caret_on_a_letter() {
    for (text, column, byte) in [
        ("abc", 1, 1),
        ("abc", 12, 3),
        ("abc", 0, 0),
        ("بحر", 18, 0),
        ("بحر", 17, 2),
        ("بحر", 3, 6),
        ("بحر", 19, 0),
        ("क्षि", 1, 0),
    ] {
        let mut line = LineEdit::new(text);
        let view = line.view(20, Options::default());
        line.place(view.caret_at(column), Options::default());
        assert_eq!(line.caret().byte, byte, "{text} {column}");
    }
}

fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "ميناء",
        "لا",
        "abc",
        "2015-08",
        "تاريخ:",
        "\"",
        " ",
        "(",
        ")",
        "12",
        "中",
        "بَ",
        "ש",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_caret_stays_in_the_box(text in typed(), keys in "[<>bfBFhe]{0,30}", room in 3..40_usize) {
        let mut line = LineEdit::new(&text);
        for key in keys.chars() {
            match key {
                '<' => left(&mut line),
                '>' => right(&mut line),
                'b' => line.backward(),
                'f' => line.forward(),
                'B' => line.word_backward(),
                'F' => line.word_forward(),
                'h' => line.home(),
                _ => line.end(),
            }
            let options = Options { caret: Some(line.caret().byte), ..Options::default() };
            let view = line.view(room, options);
            prop_assert!(view.caret < room);
            // All that fits is shown, and the block is where the line says.
            let (first, shown) = view.shown();
            let fits = view.line.width() + 2 <= room;
            prop_assert!(!fits || shown == view.line);
            if fits && !shown.cells.is_empty() {
                prop_assert_eq!(view.caret + 1, first + view.line.caret_block(line.caret()));
            }
        }
    }
}
