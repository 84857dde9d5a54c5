//! Logical text in, order and mirroring on one line out. Capitals stand for right-to-left letters.

use super::super::isolated_path;
use super::*;

#[track_caller]
fn check_order(logical: &str, visual: &str) {
    check_order_with(Base::Auto, logical, visual);
}

#[track_caller]
fn check_order_with(base: Base, logical: &str, visual: &str) {
    let options = Options {
        base,
        ..Options::default()
    };
    let shown = Layout::new(&rtl_letters(logical), options).line().visual();
    assert_eq!(capitals(&shown), visual, "{logical:?} {base:?}");
}

#[test]
fn follows_the_first_strong_letter() {
    check_order("", "");
    check_order("abc", "abc");
    check_order("ABC", "CBA");
    check_order("abc DEF ghi", "abc FED ghi");
    check_order("ABC def GHI", "IHG def CBA");
    check_order("abc DEF 123", "abc 123 FED");
    check_order("1. ABC", "CBA .1");
    check_order("- ABC", "CBA -");
    check_order("123", "123");
}

#[test]
fn takes_the_direction_it_is_given() {
    check_order_with(Base::Rtl, "abc DEF", "FED abc");
    check_order_with(Base::Ltr, "ABC def", "CBA def");
    check_order_with(Base::Rtl, "abc.", ".abc");
    check_order_with(Base::AutoOr(Direction::Rtl), "1 - 2", "2 - 1");
    check_order_with(Base::AutoOr(Direction::Rtl), "abc.", "abc.");
    check_order_with(Base::AutoOr(Direction::Ltr), "1 - 2", "1 - 2");
}

#[test]
fn keeps_numbers_dates_and_addresses_readable() {
    check_order("ABC 2015 DEF", "FED 2015 CBA");
    check_order("ABC 12.5 DEF", "FED 12.5 CBA");
    check_order("ABC 50% DEF", "FED 50% CBA");
    check_order("ABC 2015/09/30", "2015/09/30 CBA");
    check_order("ABC 10:30", "10:30 CBA");
    check_order("ABC 1,041,000", "1,041,000 CBA");
    check_order(
        "ABC http://example.org/a-b?c=1 DEF",
        "FED http://example.org/a-b?c=1 CBA",
    );
    check_order("ABC user@example.org", "user@example.org CBA");
    check_order("ABC ٢٠١٥", "٢٠١٥ CBA");
    check_order("ABC -5", "5- CBA");
}

#[test]
fn isolates_keep_a_value_whole_and_are_not_shown() {
    check_order("ABC \u{2066}2015-09-30\u{2069} DEF", "FED 2015-09-30 CBA");
    check_order("ABC \u{2066}def…\u{2069} GHI", "IHG def… CBA");
    check_order("\u{200F}abc\u{200F}.", ".abc");
    check_order("a\u{202E}bcd\u{202C}e", "adcbe");
    check_order("ABC\u{200E}.", ".CBA");
}

/// What is not shown keeps its place in the order (UAX #9 L2), and keeps white space from the end
/// of the line (L1).
#[test]
fn what_is_not_shown_keeps_others_apart() {
    check_order("ABC\u{200E}DEF", "FEDCBA");
    check_order_with(Base::Ltr, "ABC\u{200E}DEF", "CBAFED");
    check_order_with(Base::Ltr, "ABCDEF", "FEDCBA");
    check_order_with(Base::Rtl, "abc\u{200F}def", "defabc");
    check_order("a \u{2067}ABC\u{2069}\u{2067}DEF\u{2069}", "a CBAFED");
    check_order("A \u{2066}abc\u{2069}\u{2066}def\u{2069}", "defabc A");
    check_order("ABC\u{200E}. \u{200E} ", " . CBA");
    check_order("ABC\u{200F}. \u{200F} ", "  .CBA");
    check_order("ABC\u{2068}. \u{2069} ", "  .CBA");
}

#[test]
fn embeddings_and_overrides_act_and_end() {
    check_order("ABC \u{202A}def GHI\u{202C} JKL", "LKJ def IHG CBA");
    check_order("abc \u{202B}DEF ghi\u{202C} jkl", "abc ghi FED jkl");
    check_order("abc \u{202E}def\u{202C} ghi", "abc fed ghi");
    check_order("ABC \u{202D}DEF\u{202C} GHI", "IHG DEF CBA");
    // Unopened and unclosed ones do no harm.
    check_order("abc\u{202C}\u{2069} def", "abc def");
    check_order("abc \u{2067}DEF ghi", "abc ghi FED");
    // An isolate ends the override inside it.
    check_order("a \u{2068}\u{202E}bcd\u{2069} efg", "a dcb efg");
}

/// UAX #9 N0: a mark goes with the bracket it stands on. (fribidi 1.0.8 leaves it behind.)
#[test]
fn a_mark_follows_its_bracket() {
    check_order_with(Base::Rtl, "a(b)\u{301}C", "Ca(b)\u{301}");
    check_order_with(Base::Rtl, "a (b)\u{301}", "a (b)\u{301}");
}

#[test]
fn mirrors_brackets_and_guillemets_on_odd_levels() {
    check_order("ABC (DEF) GHI", "IHG (FED) CBA");
    check_order("ABC «DEF».", ".«FED» CBA");
    check_order("CNN (ABC)", "(CBA) NNC");
    check_order("cnn (ABC)", "cnn (CBA)");
    check_order("ABC (def) GHI", "IHG (def) CBA");
    check_order("ABC [1] {2} <D>", "<D> {2} [1] CBA");
    check_order("abc (def)", "abc (def)");
    check_order("ABC ‹D› ≤ E", "E ≥ ‹D› CBA");
    check_order("A: b (c)", "b (c) :A");
}

#[test]
fn punctuation_at_the_end_goes_to_the_end_side() {
    check_order("ABC DEF.", ".FED CBA");
    check_order("ABC def.", ".def CBA");
    check_order("abc DEF.", "abc FED.");
    check_order("ABC!؟", "؟!CBA");
    check_order("ABC...", "...CBA");
}

#[test]
fn white_space_at_the_end_has_the_paragraph_level() {
    check_order("ABC def  ", "  def CBA");
    check_order("abc DEF  ", "abc FED  ");
    check_order("abc DEF\tGHI", "abc FED IHG");
    check_order("ABC def\tghi", "ghi def CBA");
    check_order("abc DEF \t \tGHI", "abc FED    IHG");
}

#[test]
fn arabic_letters_turn_hyphenated_dates_round() {
    // UAX #9 W2: after an Arabic letter digits are Arabic numbers, which a hyphen does not hold
    // together. This is right (every other program shows it so); the interface isolates its own
    // dates.
    assert_eq!(line("ب 2015-09").visual(), "09-2015 \u{FE8F}");
    assert_eq!(line("ب 2015/09").visual(), "2015/09 \u{FE8F}");
    assert_eq!(line("ب 7%").visual(), "%7 \u{FE8F}");
    assert_eq!(line("ب 1.5").visual(), "1.5 \u{FE8F}");
}

#[test]
fn marks_stay_behind_their_base() {
    assert_eq!(line("بَد").visual(), "\u{FEAA}\u{FE91}\u{064E}");
    check_order("A\u{05B8}B", "BA\u{05B8}");
    check_order("e\u{301}A", "e\u{301}A");
}

#[test]
fn a_line_in_both_directions() {
    let shown = line("قال (CNN) «نعم» 2015.").visual();
    assert_eq!(
        shown,
        ".2015 «\u{FEE2}\u{FECC}\u{FEE7}» (CNN) \u{FEDD}\u{FE8E}\u{FED7}"
    );
}

/// Names of a path keep their places, and a date in a name its order.
#[test]
fn an_arabic_folder_does_not_turn_a_path_round() {
    let path = rtl_letters("news/ABC/2015-09-30-fair.txt");
    let shown = line(&isolated_path(&path)).visual();
    assert_eq!(capitals(&shown), "news/CBA/2015-09-30-fair.txt");
}

/// As a braille display has it: from left to right in the order of reading, letters as written.
#[test]
fn cells_in_logical_order_are_the_text() {
    let options = Options {
        order: CellOrder::Logical,
        shape: false,
        running: true,
        ..Options::default()
    };
    for text in [
        "افتتح الميناء (AFP) في 2015-09-30.",
        "قال «نعم» 12%",
        "word كلمة 3",
    ] {
        let layout = Layout::new(text, options);
        assert_eq!(layout.direction(), Direction::Ltr);
        assert_eq!(layout.line().visual(), text);
    }
}
