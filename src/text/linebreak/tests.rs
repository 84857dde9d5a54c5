//! Small texts in, their opportunities out: `|` for one between words, `~` for one within.

use super::*;

/// The text with its opportunities written into it.
fn marked(text: &str) -> String {
    let spaced = spaced(text);
    let mut breaks = Breaks::new(&spaced);
    let mut marked = String::new();
    for (byte, c) in text.char_indices() {
        marked.push_str(match breaks.before(byte) {
            Opportunity::Never => "",
            Opportunity::Within => "~",
            Opportunity::Between => "|",
        });
        marked.push(c);
    }
    marked
}

/// `expected` is the text with its opportunities.
#[track_caller]
fn check(expected: &str) {
    assert_eq!(marked(&expected.replace(['|', '~'], "")), expected);
}

#[test]
fn words_part_at_spaces() {
    check("");
    check(" ");
    check("قمر |وشمس |ونجوم");
    check("قمر   |وشمس  ");
    check("قمر\u{200B}|شمس");
    check("moon |and |well-|known |stars");
    check("قمر\u{A0}شمس");
    check("قـــمر");
    check("می\u{200C}روم");
    check("中|文|字");
    check("中|文。");
    check("ความสุข |ของ");
}

#[test]
fn line_ends_and_tabs_are_spaces() {
    check("قمر\n|شمس\r\n|نجم\u{2028}|سماء\u{85}|بحر\t|نهر");
    check("قمر \n \t|شمس");
    check("قمر\n؟");
    check("(\nقمر");
    assert_eq!(spaced("a\u{85}\u{2029}\tb"), "a      b");
    assert!(matches!(spaced("a\u{E9}\u{2014}b"), Cow::Borrowed(_)));
}

/// What is typed as one word is kept whole where a line has room for it.
#[test]
fn options_codes_and_choices_are_kept_whole() {
    check("لعدم |الحفظ: |\u{2066}--~no-~keep\u{2069})");
    check("try |--~keep-~dir |DIR");
    check("الترميز |\u{2066}windows-~latin\u{2069}");
    assert_eq!(marked("--bidi <auto|visual>"), "--~bidi |<auto|~visual>");
    check("well-|known");
}

#[test]
fn a_lone_waw_stays_with_its_word() {
    check("قمر |و ~شمس");
    check("و ~شمس");
    check("قمر، |و  ~شمس");
    check("قمر |وَ ~شمس");
    check("قمر |و\u{A0}شمس");
    check("قمر |و ~\u{200F}شمس");
    check("قمر |«و ~شمس»");
    check("قمر |و\n~شمس");
    check("قمر |و ~30 |نجمة");
    // A waw at the end of a word is none.
    check("دلو |ماء");
    check("دلَو |ماء");
    check("هـو |ماء");
    check("5و |ماء");
}

#[test]
fn numbers_dates_and_ranges_are_whole() {
    let numbers = "٣٫١٤ 1,234.5 ١٬٢٣٤٫٥ 2015-09-30 30/9/2015 ٢٠١٥-٠٩-٣٠ ٣٠/٩/٢٠١٥ 10:30 50% ٥٠٪ %50 ٪٥٠ \
        10-20 10–20 10—20 ١٠–٢٠ 5%-7% 5%–7% 1/2 +966-11-555-0134 (011)5550134 1.5.2 30-أيلول-2015 2015/أيلول \
        3×4 5−3 16-bit COVID-19 $5 5$ £1,5 ۱۴۰۰/۰۵/۰۳ +5 -5 2015م";
    for whole in numbers.split_whitespace() {
        let shown = marked(&format!("قمر {whole} شمس")).replace('~', "");
        assert_eq!(shown, format!("قمر |{whole} |شمس"));
    }
    check("50 ~% |قمر");
    check("٥٠ ~٪ |قمر");
    check("12-~قمر");
    check("في |2015|—|قمر");
    check("中|2015|年");
    check("10 |20");
}

#[test]
fn addresses_are_whole_but_for_what_is_round_them() {
    check("http://~example.org/~a-~b/~c?~d=e |قمر");
    check("(https://~example.org/~a-~b)");
    check("قمر |www.example.org/~a-~b |شمس");
    check("example.org/~قمر-~شمس");
    check("first-~last@my-~example.org");
    check("#قمر_وشمس |@moon-~sun");
    check("#قمر-~شمس");
    check("قمر/|شمس");
    check("و/|أو");
    check("中|http://~a.org/|中");
}

#[test]
fn no_line_begins_with_the_end_of_a_sentence() {
    for mark in [
        "،", "؛", "؟", "!", ".", ":", "...", "؟!", "…", "۔", ",", ";",
    ] {
        check(&format!("قمر{mark} |شمس"));
        let apart = marked(&format!("قمر {mark} شمس")).replace('~', "");
        assert_eq!(apart, format!("قمر {mark} |شمس"));
    }
    check("قمر ~،5 |نجوم");
    check("قمر |…|شمس");
    check("قمر |.5");
}

#[test]
fn quotes_and_brackets_stay_with_their_words() {
    check("قمر |«شمس» |نجم");
    check("قمر |« شمس » |نجم");
    check("قمر |( شمس ) |نجم");
    check("قمر |(شمس)، |نجم");
    check("قمر |[شمس] |{نجم}");
    check("قمر |“شمس” |نجم");
    check("قمر |\"شمس\" |نجم");
    check("قمر |﴿شمس﴾ |نجم");
    check("قمر |(«شمس») |نجم");
}

#[test]
fn a_soft_hyphen_parts_nothing() {
    check("super\u{AD}~nova");
}

#[test]
fn characters_without_a_cell_hide_nothing() {
    check("قمر |\u{2067}شمس\u{2069} |نجم");
    check("قمر ~\u{200F}،5");
    check("12-\u{200F}~قمر");
}
