//! Paragraphs and widths in, wrapped and truncated lines out. Capitals stand for right-to-left
//! letters.

use proptest::prelude::*;

use super::super::linebreak::{self, Breaks, Opportunity};
use super::*;

#[track_caller]
fn check_lines(text: &str, width: usize, expected: &[&str]) {
    let lines = Layout::new(&rtl_letters(text), Options::default()).lines(width);
    let shown: Vec<String> = lines.iter().map(|line| capitals(&line.visual())).collect();
    assert_eq!(shown, expected, "{text:?} in {width}");
}

#[test]
fn breaks_after_white_space_which_hangs() {
    check_lines("", 10, &[""]);
    check_lines("abc", 10, &["abc"]);
    check_lines("abc def ghi", 7, &["abc def", "ghi"]);
    check_lines("abc def ghi", 8, &["abc def", "ghi"]);
    check_lines("abc def ghi", 6, &["abc", "def", "ghi"]);
    check_lines("abc     def", 4, &["abc", "def"]);
    check_lines("abc   ", 3, &["abc"]);
    check_lines("   ", 2, &[""]);
    check_lines("  ab cd", 5, &["  ab", "cd"]);
    check_lines("ab\ncd", 3, &["ab", "cd"]);
    check_lines("ab\u{A0}cd ef", 5, &["ab\u{A0}cd", "ef"]);
    check_lines("ab\u{200B}cd", 3, &["ab", "cd"]);
}

#[test]
fn cuts_only_a_word_wider_than_the_line() {
    check_lines("abcdefgh", 3, &["abc", "def", "gh"]);
    check_lines("ab cdefgh ij", 4, &["ab", "cdef", "gh", "ij"]);
    check_lines("中文字", 5, &["中文", "字"]);
    check_lines("中a", 1, &["中", "a"]);
    check_lines("abc", 0, &["a", "b", "c"]);
}

#[test]
fn keeps_whole_what_a_reader_keeps_whole() {
    check_lines("ABC 30/9/2015 DEF", 9, &["CBA", "30/9/2015", "FED"]);
    check_lines("ABC 10–20 DEF", 8, &["CBA", "20–10", "FED"]);
    check_lines("ABC 50 % DEF", 6, &["CBA", "% 50", "FED"]);
    check_lines("ABC ، DEF", 5, &["، CBA", "FED"]);
    check_lines("ABC « DEF »", 7, &["CBA", "« FED »"]);
    check_lines("abc (def ghi)", 7, &["abc", "(def", "ghi)"]);
    check_lines(
        "ab http://a.org/b-c d",
        16,
        &["ab", "http://a.org/b-c", "d"],
    );
    check_lines("ab-cd-ef", 6, &["ab-cd-", "ef"]);
    check_lines("中文，字", 5, &["中", "文，", "字"]);
}

#[test]
fn a_lone_waw_goes_to_the_line_of_its_word() {
    let lines = Layout::new("قمر و شمس", Options::default()).lines(6);
    let bytes: Vec<_> = lines.iter().map(|line| line.bytes.clone()).collect();
    assert_eq!(bytes, [0..7, 7..16]);
}

#[test]
fn what_is_wider_than_a_line_is_cut_where_it_hurts_least() {
    check_lines(
        "ab http://a.org/bcdefghijk c",
        9,
        &["ab", "http://", "a.org/", "bcdefghij", "k c"],
    );
    check_lines("1-2-3-4-5-6", 5, &["1-2-3", "-4-5-", "6"]);
    check_lines("a ، ، ، ، b", 4, &["a ،", "، ،", "، b"]);
    check_lines("(      abc", 4, &["(", "abc"]);
    check_lines("ab (      cdef", 4, &["ab", "(", "cdef"]);
}

#[test]
fn a_break_behind_what_has_no_cell_is_behind_the_cell_before() {
    for text in [
        "ab \u{200F}cd",
        "ab\u{200B}\u{200F}cd",
        "ab\u{200B}\u{200B}cd",
    ] {
        let lines = Layout::new(text, Options::default()).lines(2);
        assert_eq!(lines[1].visual(), "cd", "{text:?}");
        assert_eq!(lines[1].bytes.start, text.len() - 2, "{text:?}");
    }
    // A mark takes its space for a base.
    check_lines("ab \u{301}cd", 5, &["ab \u{301}cd"]);
    check_lines("ab \u{301}cd ef", 5, &["ab \u{301}cd", "ef"]);
}

#[test]
fn reorders_each_line_with_the_levels_of_the_paragraph() {
    check_lines("ABC DEF GHI", 7, &["FED CBA", "IHG"]);
    // The second line starts with Latin, but the paragraph runs right to left.
    check_lines("ABC def, GHI", 8, &[",def CBA", "IHG"]);
    check_lines("ABC def ghi JKL", 7, &["def CBA", "LKJ ghi"]);
    check_lines("ABC (DEF GHI)", 8, &["FED) CBA", "(IHG"]);
    check_lines("ABC 123 456 DEF", 7, &["123 CBA", "FED 456"]);
}

#[test]
fn joins_across_a_cut() {
    let lines = Layout::new("ببب", Options::default()).lines(2);
    assert_eq!(lines[0].visual(), "\u{FE92}\u{FE91}");
    assert_eq!(lines[1].visual(), "\u{FE90}");
}

#[test]
fn lines_know_their_bytes() {
    let lines = Layout::new("abc  def ", Options::default()).lines(4);
    assert_eq!(
        lines
            .iter()
            .map(|line| line.bytes.clone())
            .collect::<Vec<_>>(),
        [0..5, 5..9]
    );
    assert_eq!(lines[0].width(), 3);
}

#[track_caller]
fn check_truncated(base: Base, text: &str, width: usize, expected: &str) {
    let options = Options {
        base,
        ..Options::default()
    };
    let line = Layout::new(&rtl_letters(text), options).truncated(width);
    assert_eq!(capitals(&line.visual()), expected, "{text:?} in {width}");
}

#[test]
fn the_ellipsis_marks_the_logical_end() {
    check_truncated(Base::Auto, "abcdef", 6, "abcdef");
    check_truncated(Base::Auto, "abcdef", 4, "abc…");
    check_truncated(Base::Auto, "ABCDEF", 4, "…CBA");
    check_truncated(Base::Auto, "ABC def", 6, "…CBA");
    check_truncated(Base::Auto, "abc DEF", 6, "abc…");
    check_truncated(Base::Rtl, "abcdef", 4, "…abc");
    check_truncated(Base::Auto, "ab cdef", 4, "ab…");
    check_truncated(Base::Auto, "abc   ", 3, "abc");
    check_truncated(Base::Auto, "AB 2015-09-30", 9, "…BA");
    check_truncated(Base::Auto, "AB ، CD", 5, "…، BA");
    check_truncated(Base::Auto, "AB ، CD", 4, "…BA");
    check_truncated(Base::Auto, "http://a.org/b-c", 10, "http://…");
    check_truncated(Base::Auto, "a中", 2, "a…");
    check_truncated(Base::Auto, "中ab", 2, "…");
    check_truncated(Base::Auto, "abc", 1, "…");
    check_truncated(Base::Auto, "abc", 0, "");
}

#[test]
fn the_ellipsis_stands_for_no_byte() {
    let line = Layout::new("abcdef", Options::default()).truncated(4);
    assert_eq!(line.bytes, 0..3);
    assert!(line.columns_of(&(3..6)).is_empty());
    assert_eq!(line.byte_at(3), Some(3..3));
}

#[test]
fn the_line_of_the_module_documentation() {
    let lines = Layout::new("قال CNN «لا».", Options::default()).lines(9);
    let shown: Vec<_> = lines
        .iter()
        .map(|line| (line.bytes.clone(), line.visual()))
        .collect();
    assert_eq!(shown[0], (0..11, "CNN \u{FEDD}\u{FE8E}\u{FED7}".to_owned()));
    assert_eq!(shown[1], (11..20, ".«\u{FEFB}»".to_owned()));
    assert_eq!(shown.len(), 2);
}

/// Long stretches without an opportunity, spaces that hang and spaces that do not.
#[test]
fn no_text_takes_more_than_its_length() {
    for pattern in [
        "( ",
        "و ",
        " ",
        "a-",
        "-",
        "\u{200B}\u{200F}",
        "1-",
        "http://",
        "\n،",
        "« ",
        "…",
        "@a-",
    ] {
        let text = pattern.repeat(3_000);
        for (text, width) in [
            (text.clone(), 2),
            (text.clone(), 80),
            (format!("a {text} b"), 80),
        ] {
            let lines = Layout::new(&text, Options::default()).lines(width);
            assert_eq!(lines.last().map(|line| line.bytes.end), Some(text.len()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// A line ends at a worse place only if it offers no better one.
    #[test]
    fn a_line_ends_at_its_best_opportunity(text in "[ابو12 ،.«»()/a@#中\u{2014}-]{0,80}", width in 2..20_usize) {
        let opportunities = || {
            let mut breaks = Breaks::new(&text);
            let judge = move |(byte, _)| (byte, breaks.before(byte));
            text.char_indices().map(judge)
        };
        prop_assert_eq!(linebreak::spaced(&text), text.as_str());
        let options = Options { shape: false, ..Options::default() };
        let lines = Layout::new(&text, options).lines(width);
        for pair in lines.windows(2) {
            let (line, next) = (&pair[0].bytes, pair[1].bytes.start);
            let chosen = opportunities().find(|(byte, _)| *byte == next).map(|found| found.1);
            let better = |(byte, opportunity): &(usize, Opportunity)| {
                line.start < *byte && *byte < next && Some(*opportunity) > chosen
            };
            prop_assert_eq!(opportunities().find(better), None, "{:?} in {}", text, width);
        }
    }
}
