//! Awkward characters in, cells out: widths, marks, emoji, controls, and the map back to the
//! source.

use super::*;

/// `symbol:width` of every cell, separated by bars.
fn cells(text: &str) -> String {
    let cells = line(text).cells;
    let each: Vec<String> = cells
        .iter()
        .map(|cell| format!("{}:{}", cell.symbol, cell.width))
        .collect();
    each.join("|")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(cells(text), expected, "{text:?}");
}

#[test]
fn one_base_and_its_marks_are_one_cell() {
    check("e\u{301}x", "e\u{301}:1|x:1");
    check("中a", "中:2|a:1");
    check("한", "한:2");
    check("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}:2");
    check("क्ष", "क्:1|ष:1");
    check("1\u{FE0F}\u{20E3}", "1\u{20E3}:1");
}

#[test]
fn joined_emoji_are_cut_down_to_the_first() {
    check(
        "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}!",
        "\u{1F469}:2|!:1",
    );
    check("\u{1F44D}\u{1F3FD}!", "\u{1F44D}:2|!:1");
    check("\u{1F469}\u{1F3FD}\u{200D}\u{1F680}!", "\u{1F469}:2|!:1");
    check("\u{2764}\u{FE0F}!", "\u{2764}:1|!:1");
    check(
        "ب\u{1F469}\u{200D}\u{1F469}ب",
        "\u{FE8F}:1|\u{1F469}:2|\u{FE8F}:1",
    );
    check(
        "\u{915}\u{94D}\u{200D}\u{915}",
        "\u{915}\u{94D}:1|\u{915}:1",
    );
    check("\u{1F3FD}", "\u{1F3FD}:2");
    check("\u{1F469} \u{200D}\u{1F469}", "\u{1F469}:2| :1|\u{1F469}:2");
    check("中\u{200D}中", "中:2|中:2");
}

#[test]
fn regional_indicators_pair_up() {
    check("\u{1F1F8}\u{1F1E6}", "\u{1F1F8}\u{1F1E6}:2");
    check("\u{1F1F8}\u{1F1E6}\u{1F1F8}", "\u{1F1F8}\u{1F1E6}:2|S:1");
    // Alone they are two cells to some terminals: the letter is shown.
    check("\u{1F1F8}!", "S:1|!:1");
    check("\u{1F1F8}\u{301}\u{1F1E6}", "S\u{301}:1|A:1");
    check("\u{1F1F8}\u{200D}\u{1F1E6}", "S:1|A:1");
}

#[test]
fn a_mark_always_has_a_base() {
    check("\u{301}a", "\u{25CC}\u{301}:1|a:1");
    check("\u{1B}\u{301}a", "\u{25CC}\u{301}:1|a:1");
    check("a \u{301}b", "a:1| \u{301}:1|b:1");
    let flood = format!("a{}b", "\u{301}".repeat(100));
    check(&flood, &format!("a{}:1|b:1", "\u{301}".repeat(8)));
    assert_eq!(line(&flood).cells[0].bytes, 0..201);
}

#[test]
fn controls_reach_no_cell() {
    check("a\u{1B}[31mb", "a:1|[:1|3:1|1:1|m:1|b:1");
    check("a\u{9B}b\0\u{7F}", "a:1|b:1");
    check("a\tb\nc\r\u{85}d", "a:1| :1|b:1| :1|c:1| :1| :1|d:1");
    check("a\u{2028}b\u{2029}c", "a:1| :1|b:1| :1|c:1");
    check("a\u{AD}\u{FEFF}\u{34F}\u{2060}\u{200B}b", "a:1|b:1");
    check("\u{202B}\u{2067}\u{200F}", "");
    check("\u{0600}\u{0661}", "\u{25AF}:1|\u{0661}:1");
    check("\u{FFFD}", "\u{FFFD}:1");
}

/// Terminals that give them a column show them as they are; others are sent a sign that is one column everywhere.
#[test]
fn signs_of_numbers_are_shown_where_they_have_a_column() {
    check("\u{06DD}\u{0661}", "\u{06DE}:1|\u{0661}:1");
    let options = Options {
        number_signs: NumberSigns::Shown,
        ..Options::default()
    };
    let shown = |text: &str| Layout::new(text, options).line().visual();
    assert_eq!(shown("\u{06DD}\u{0661}"), "\u{06DD}\u{0661}");
    assert_eq!(shown("\u{0600}5\u{0605}"), "\u{0600}5\u{25AF}");
}

#[test]
fn bytes_without_a_cell_belong_to_the_cell_before() {
    let bytes: Vec<_> = line("\u{200F}a\u{200D}b\u{1B}")
        .cells
        .iter()
        .map(|cell| cell.bytes.clone())
        .collect();
    assert_eq!(bytes, [0..7, 7..9]);
    let none = line("\u{200F}\u{1B}");
    assert_eq!((none.cells.len(), none.bytes), (0, 0..4));
}

#[test]
fn a_match_of_either_letter_of_lam_alef_has_the_cell() {
    let line = line("بلا");
    assert_eq!(line.visual(), "\u{FEFC}\u{FE91}");
    for (bytes, columns) in [(2..4, 0..1), (4..6, 0..1), (0..6, 0..2), (0..2, 1..2)] {
        assert_eq!(line.columns_of(&bytes), vec![columns]);
    }
    assert!(line.columns_of(&(2..2)).is_empty());
    assert_eq!(line.byte_at(0), Some(2..6));
    assert_eq!(line.byte_at(2), None);
}

#[test]
fn a_match_of_any_part_of_a_marked_lam_alef_has_the_cell() {
    // Beh, lam, fatha, alef, tanween.
    let line = line("بلَاً");
    assert_eq!(line.visual(), "\u{FEFC}\u{064E}\u{064B}\u{FE91}");
    for bytes in [2..4, 4..6, 6..8, 8..10, 2..10] {
        assert_eq!(line.columns_of(&bytes), vec![0..1], "{bytes:?}");
    }
    assert_eq!(line.byte_at(0), Some(2..10));
}

#[test]
fn a_range_over_a_direction_border_has_several_columns() {
    // abc FED: the last letter before and the first two after the border.
    let line = line(&rtl_letters("abc DEF"));
    assert_eq!(line.columns_of(&(2..8)), [2..4, 5..7]);
}
