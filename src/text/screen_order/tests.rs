//! Lines, laid out and turned back.

use proptest::prelude::*;

use super::*;

fn shaped(text: &str) -> String {
    Layout::new(text, Options::default()).line().visual()
}

/// What is laid out comes back.
#[track_caller]
fn check(text: &str) {
    let screen = shaped(text);
    let back: String = from_visual(&screen).nfkc().collect();
    assert_eq!(back, text.nfkc().collect::<String>(), "from {screen:?}");
}

#[test]
fn arabic_lines_come_back() {
    for text in [
        "سوريا",
        "بلا ملل ولا كلل",
        "افتتح الميناء القديم بعد الترميم.",
        "«المرجان» صحيفة (أسبوعية) تصدر في الميناء، أليس كذلك؟",
        "زار الوفد 12 قرية في 3 أيام، وقطع 1,250.5 كيلومترا.",
        "مدّت البلديّة الخطّ الجديد",
        "هل وصلت السفينة (ليلا)؟ نعم!",
        "پرچم گلگون",
        "ב שלום 12",
        "١٢ مركبا و٣٤ صيادا",
        "النسبة 50% من 100",
        "«»",
        "",
        "الطبعة [الثانية] {منقحة}",
    ] {
        check(text);
    }
}

#[test]
fn mixed_lines_come_back() {
    for text in [
        "شاهدنا طائرة Boeing 737 فوق الميناء",
        "قناة Coast TV (البحرية) تبث منذ 1998",
        "كتبت Coral Post (weekly) عن الميناء",
        "شركة (Blue Reef) للصيد",
        "the port مرفأ of coral",
        "the old harbour (الميناء القديم) opened in 2015",
        "abc 12-34 (x) [y]",
        "حرّرها A. B. Clark بتاريخ 30/9/2015",
        "اليوم 12:30 في Cafe Mina",
        "العدد 7",
        "7 أعداد",
        "2015",
    ] {
        check(text);
    }
}

/// Two texts that look the same: the result looks so too.
#[test]
fn what_looks_the_same_may_come_back_as_the_other() {
    for text in ["عام 2015 abc", "abc ابت", "abc 12 ابت", "in 2015 ابت 12 x"] {
        assert_eq!(shaped(&from_visual(&shaped(text))), shaped(text), "{text}");
    }
}

#[test]
fn forms_become_letters() {
    for (forms, letters) in [
        ("\u{FEFB}", "لا"),
        ("\u{FEF7}", "لأ"),
        ("\u{FE8E}\u{FEDF}", "ال"),
        ("\u{FE77}", "\u{64E}"),
        ("\u{FE76}", "\u{64E}"),
        ("\u{FC60}", "\u{64E}\u{651}"),
        ("½ a", "½ a"),
        ("\u{FDF2}", "الله"),
        ("\u{FD3E}", "\u{FD3E}"),
    ] {
        assert_eq!(base_letters(forms), letters, "{forms}");
    }
}

#[test]
fn screen_order_is_recognised_beside_forms_in_reading_order() {
    for (text, visual) in [
        ("\u{FE94}\u{FEF3}\u{FEAD}\u{FEEE}\u{FEB3}", true),
        ("\u{FEB3}\u{FEEE}\u{FEAD}\u{FEF3}\u{FE94}", false),
        ("\u{FEAD}\u{FE8D}\u{FEA9}", true),
        ("\u{FEAD}\u{FE8D}\u{FEA9} دار", false),
        ("دار", false),
        ("abc", false),
        ("", false),
    ] {
        assert_eq!(is_visual(text), visual, "{text}");
    }
    assert!(is_visual(&shaped("ميناء بلا لؤلؤ 2015 (abc)")));
}

/// A line that begins with an Arabic word.
fn line(words: &[&'static str]) -> impl Strategy<Value = String> {
    let words = prop::sample::select(words.to_vec());
    prop::collection::vec(words, 0..8).prop_map(|words| format!("خليج {}", words.join(" ")))
}

const ARABIC: [&str; 10] = [
    "ميناء",
    "لا",
    "قَمَر",
    "12",
    "1.5",
    "٣٤",
    "(بحر)",
    "«موج»",
    "شط،",
    "50%",
];
const MIXED: [&str; 7] = ["ميناء", "لا", "Reef", "x", "12", "(بحر)", "نعم؟"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Without Latin words (whose place beside a number cannot be known) all comes back.
    #[test]
    fn arabic_with_numbers_comes_back(text in line(&ARABIC)) {
        check(&text);
    }

    #[test]
    fn the_result_looks_as_what_was_given(text in line(&MIXED)) {
        prop_assert_eq!(shaped(&from_visual(&shaped(&text))), shaped(&text));
    }

    #[test]
    fn nothing_is_lost(text in any::<String>()) {
        let mut given: Vec<char> = apart(&text).chars().map(bidi_pair).collect();
        let mut back: Vec<char> = from_visual(&text).chars().map(bidi_pair).collect();
        given.sort_unstable();
        back.sort_unstable();
        prop_assert_eq!(given, back);
    }
}

/// Both of a mirrored pair as one.
fn bidi_pair(c: char) -> char {
    c.min(crate::text::bidi::mirrored(c, 1))
}
