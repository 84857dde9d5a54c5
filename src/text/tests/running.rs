//! Running text in, lines out as its reader expects them: values in order and whole, tabs, hashtags.

use proptest::prelude::*;

use super::super::values::{RunningValue, running_values};
use super::*;

/// As running text, letters as they are written.
fn reading() -> Options {
    Options {
        shape: false,
        ..Options::default().reading()
    }
}

/// The cells from left to right.
fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

/// The values of a text: `‹` and `›` round those that are isolated, `‹=` and `›` round the others.
fn marked(text: &str) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for RunningValue { bytes, isolated } in running_values(text) {
        marked += text.get(at..bytes.start).unwrap();
        marked += if isolated { "‹" } else { "‹=" };
        marked += text.get(bytes.clone()).unwrap();
        marked += "›";
        at = bytes.end;
    }
    marked + text.get(at..).unwrap()
}

/// `expected` is the text with its values.
#[track_caller]
fn check(expected: &str) {
    assert_eq!(marked(&expected.replace(['‹', '›', '='], "")), expected);
}

#[test]
fn telephone_numbers_are_values() {
    check("اتصل على ‹+966 11 555 0100› أو على ‹011-555-0100› قبل");
    check("وهو ‹+966 11 555 0100› تحويلة 12.");
    check("الهاتف ‹(011) 555-0100›، فاكس: ٠١١٥٥٥٠١٠٠.");
    check("هاتف:‹+20 2 555 0100›.");
    check("(‹+1 (202) 555-0100›)");
    check("هاتف ‹(011)555-0100›");
    check("هاتف ‹(+966) 11 555 0100›");
    check("هاتف ‹00966 11 555 0100› و‹05 5555 0100›");
    check("هاتف ‹٠١١ ٥٥٥ ٠١٠٠› و‹+٩٦٦ ١١ ٥٥٥ ٠١٠٠›");
    check("هاتف ‹+966\u{A0}11\u{A0}555\u{A0}0100›");
    check("ارتفع ‹+5› درجات");
    // Numbers that only stand side by side.
    check("في عام 2015 200 شخص");
    check("في (2015) 200 شخص");
    check("الساعة 05 30 دقيقة");
}

#[test]
fn numbers_in_groups_are_values() {
    check("بلغ ‹1 200 000› نسمة");
    check("بطاقة ‹4000 0000 6080 1016› تنتهي");
    check("الحساب ‹=SA03 8000 0000 6080 1016 7519› في");
    check("الحساب ‹=GB29 NWBK 6016 1331 9268 19›.");
    check("الحساب SA0380000000608010167519 في");
    check("فاز 3 200 مرة");
    check("TV5 2015 قناة");
}

#[test]
fn ranges_scores_dates_and_spans_are_values() {
    check("الفرق ‹10-20› و‹١٠-٢٠› و2015/09/30 و‹30-09-2015›.");
    check("الساعة ‹7:30-9:00› مساء، والنتيجة ‹3-1›");
    check("الأعوام ‹2010–2015›، (‹1990—1995›)");
    check("الإصدار 2.1.0 والإصدار ‹2.1.0-3› و٣٫٥٪ و12.5% و10:30");
    check("ارتفع ‹10-20›% و5%-7%");
    check("«‹10-20›»،");
}

#[test]
fn what_is_part_of_a_word_or_an_address_is_none() {
    for text in [
        "1- أولا 2- ثانيا",
        "كوفيد-19",
        "30-أيلول-2015",
        "https://a.org/2015-09-30",
        "a-1-2",
        "v2.1-3",
        "#خبر_2015-09",
        "10-20km",
        "خبر/2015-09",
        "-5 درجات",
        "",
        "ا",
    ] {
        check(text);
    }
    // Behind a Latin letter it is in order, and stays with its word.
    check("على Windows ‹=10-20› ثم ‹10-20›");
    check("على Windows ‹١٠-٢٠›");
}

#[test]
fn values_stand_as_they_are_written() {
    for value in [
        "+966 11 555 0100",
        "(011) 555-0100",
        "011-555-0100",
        "30-09-2015",
        "7:30-9:00",
        "3-1",
        "2.1.0-3",
        "1 200 000",
        "SA03 8000 0000 6080 1016 7519",
        "2015/09/30",
        "٠١١-٥٥٥-٠١٠٠",
    ] {
        let line = Layout::new(&format!("قمر {value} شمس"), reading()).line();
        let (before, after) = (reversed("قمر "), reversed(" شمس"));
        assert_eq!(line.visual(), format!("{after}{value}{before}"));
    }
    // Not what stands beside them.
    let line = Layout::new("قمر Android 4-5 شمس", reading()).line();
    assert_eq!(line.visual(), "سمش Android 4-5 رمق");
    let line = Layout::new("(قمر 4-5)", reading()).line();
    assert_eq!(line.visual(), "(4-5 رمق)");
}

#[test]
fn no_line_ends_in_a_value() {
    for value in [
        "+966 11 555 0100",
        "SA03 8000 0000 6080 1016 7519",
        "1 200 000",
    ] {
        let text = format!("قمر ونجم {value}، شمس");
        for width in value.len() + 1..40 {
            let lines = Layout::new(&text, reading()).lines(width);
            let whole = |line: &Line| line.visual().contains(value);
            assert_eq!(lines.iter().filter(|l| whole(l)).count(), 1, "{width}");
        }
        // Where it cannot be helped, it does.
        assert!(Layout::new(&text, reading()).lines(8).len() >= 3);
    }
}

#[test]
fn cells_of_a_value_know_their_bytes() {
    let text = "قمر 10-20 شمس";
    let line = Layout::new(text, reading()).line();
    assert_eq!(line.columns_of(&(7..9)), vec![4..6]);
    assert_eq!(line.columns_of(&(10..12)), vec![7..9]);
    assert_eq!(line.byte_at(4), Some(7..8));
}

#[test]
fn a_tab_goes_to_the_next_stop_from_the_start() {
    let shown = |text: &str| Layout::new(text, reading()).line().visual();
    assert_eq!(shown("ab\tc\td"), "ab      c       d");
    assert_eq!(shown("\ta"), "        a");
    assert_eq!(shown("12345678\ta"), "12345678        a");
    assert_eq!(shown("قمر\tشمس\t1"), "1     سمش     رمق");
    assert_eq!(shown("قمر\t1,200\t-5%"), "%5-   1,200     رمق");
    assert_eq!(shown("\u{4E2D}\ta"), "\u{4E2D}      a");
    assert_eq!(Layout::new("ab\tc", reading()).width(), 9);
    // Each line from its own start; a tab at its end hangs.
    let lines = Layout::new("ab cd\tef\tg", reading()).lines(12);
    let shown: Vec<String> = lines.iter().map(Line::visual).collect();
    assert_eq!(shown, ["ab cd   ef", "g"]);
    assert_eq!(
        Layout::new("a\tb", reading()).truncated(9).visual(),
        "a       b"
    );
    assert_eq!(Layout::new("a\tb", reading()).truncated(8).visual(), "a…");
    // In a box, and wherever else text is not read, it is a blank.
    assert_eq!(line("a\tb").visual(), "a b");
}

#[test]
fn every_column_of_a_tab_is_the_tab() {
    let line = Layout::new("a\tb", reading()).line();
    assert_eq!(line.byte_at(1), Some(1..2));
    assert_eq!(line.byte_at(7), Some(1..2));
    assert_eq!(line.columns_of(&(0..2)), vec![0..8]);
    assert_eq!(line.columns_of(&(1..2)), vec![1..8]);
}

#[test]
fn a_hashtag_longer_than_the_row_is_cut_after_a_low_line() {
    let shown = |text: &str, width| -> Vec<String> {
        let lines = Layout::new(text, reading()).lines(width);
        lines
            .iter()
            .map(|line| text.get(line.bytes.clone()).unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        shown("الوسم #ميناء_المرجان_يستقبل_السفينة انتشر", 16),
        ["الوسم ", "#ميناء_المرجان_", "يستقبل_السفينة ", "انتشر"]
    );
    assert_eq!(shown("#marjan_port_news", 8), ["#marjan_", "port_", "news"]);
    assert_eq!(shown("#marjanport", 8), ["#marjanp", "ort"]);
    assert_eq!(shown("#marjan_port_news", 9), ["#marjan_", "port_news"]);
    assert_eq!(shown("#marjan_port", 12), ["#marjan_port"]);
    assert_eq!(shown("__marjan", 4), ["__ma", "rjan"]);
    assert_eq!(
        shown("http://a.org/b_cdef", 9),
        ["http://", "a.org/", "b_cdef"]
    );
}

#[test]
fn most_letters_decide_the_direction() {
    let visual = |text: &str| Layout::new(text, reading()).line().visual();
    assert_eq!(visual("CNN نقلت."), ".تلقن CNN");
    assert_eq!(visual("iPhone 6: تطبيق جديد!"), "!ديدج قيبطت :iPhone 6");
    assert_eq!(visual("(AFP) - قالت"), "تلاق - (AFP)");
    assert_eq!(visual("The port."), "The port.");
    assert_eq!(visual("12:30"), "12:30");
    let first = Options {
        shape: false,
        ..Options::default()
    };
    assert_eq!(Layout::new("CNN نقلت.", first).line().visual(), "CNN تلقن.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is isolated in the layout is shown as a text with isolates in it is.
    #[test]
    fn isolates_that_are_not_there_act_as_if_they_were(text in "[بa0-3١ +().:/-]{0,24}", width in 2..30_usize) {
        let mut with_isolates = String::new();
        let mut at = 0;
        for value in running_values(&text).into_iter().filter(|value| value.isolated) {
            with_isolates += text.get(at..value.bytes.start).unwrap();
            let own = text.get(value.bytes.clone()).unwrap();
            with_isolates += &super::super::isolated_code(&format!("\u{202D}{own}\u{202C}"));
            at = value.bytes.end;
        }
        with_isolates += text.get(at..).unwrap();
        let base = Base::fixed(reading().base.direction_of(&text));
        let plain = Options { shape: false, base, ..Options::default() };
        let ours = Layout::new(&text, Options { base, ..reading() });
        prop_assert_eq!(ours.line().visual(), Layout::new(&with_isolates, plain).line().visual());
        let bytes: Vec<_> = ours.lines(width).into_iter().map(|line| line.bytes).collect();
        prop_assert_eq!(bytes.last().map(|bytes| bytes.end), Some(text.len()));
    }
}
