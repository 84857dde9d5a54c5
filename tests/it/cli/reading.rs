//! What a reader meets in running text: marks on lam-alef, paragraphs that begin in Latin, numbers, tabs, and
//! controls that nobody closes.

use serde_json::json;

use crate::support::{Ran, Scratch, fihrist};

const OVERRIDE: char = '\u{202E}';
const PDF: char = '\u{202C}';
const PDI: char = '\u{2069}';

/// A verb on an article of `title` and `text` in a corpus of its own.
fn ran(title: &str, text: &str, arguments: &[&str]) -> Ran {
    let record = json!({"id": "one", "title": title, "text": text, "source": "مرسى"});
    let corpus = Scratch::with(&[("one.jsonl", &format!("{record}\n"))]);
    fihrist(corpus.path(), &[arguments, &["one.jsonl"]].concat())
}

/// The lines of the text on a screen of `width` columns, without the blanks at their start side.
fn visual(text: &str, width: &str, shape: &str) -> Vec<String> {
    let arguments = [
        "show", "one", "--visual", "--width", width, "--shape", shape,
    ];
    let shown = ran("عودة القطار إلى الساحل", text, &arguments);
    let lines = shown.stdout.lines().skip(3);
    let lines = lines.map(|line| line.trim_start().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(visual(text, "60", "none"), expected);
}

#[test]
fn lam_alef_is_one_letter_under_its_marks() {
    assert_eq!(
        visual("لَا لِأن قائلًا", "60", "forms"),
        ["\u{FEFC}\u{64B}\u{FE8B}\u{FE8E}\u{FED7} \u{FEE5}\u{FEF7}\u{650} \u{FEFB}\u{64E}"]
    );
    check("لَا", &["الَ"]);
}

#[test]
fn arabic_that_begins_with_a_latin_name_starts_at_the_right() {
    check("CNN نقلت عن المدير.", &[".ريدملا نع تلقن CNN"]);
    check("iPhone 6: تطبيق!", &["!قيبطت :iPhone 6"]);
    check("@marjan_news: وصل.", &[".لصو :marjan_news@"]);
    check("(AFP) قالت", &["تلاق (AFP)"]);
    check("The train is late.", &["The train is late."]);
    let arguments = [
        "show", "one", "--visual", "--width", "30", "--shape", "none",
    ];
    let titled = ran("CNN: عودة القطار", "عاد.", &arguments);
    let first = titled.stdout.lines().next().unwrap();
    assert_eq!(first, format!("{}راطقلا ةدوع :CNN", " ".repeat(14)));
}

#[test]
fn numbers_are_read_from_the_left_and_on_one_line() {
    check(
        "اتصل على +966 11 555 0100 أو 011-555-0100 قبل 7:30-9:00.",
        &[".7:30-9:00 لبق 011-555-0100 وأ +966 11 555 0100 ىلع لصتا"],
    );
    let lines = visual(
        "الرقم الدولي للمكتب +966 11 555 0100 تحويلة 12",
        "30",
        "none",
    );
    assert!(
        lines.iter().any(|line| line.contains("+966 11 555 0100")),
        "{lines:?}"
    );
}

#[test]
fn columns_stand_under_each_other() {
    let lines = visual("المدينة\tالسكان\nمرسى\t1,200", "40", "none");
    assert_eq!(lines, ["ناكسلا ةنيدملا", "1,200    ىسرم"]);
}

#[test]
fn a_hashtag_is_cut_between_its_words() {
    let lines = visual("#ميناء_المرجان_يستقبل_السفينة", "24", "none");
    assert_eq!(lines, ["_لبقتسي_ناجرملا_ءانيم#", "ةنيفسلا"]);
}

#[test]
fn a_title_turns_nothing_behind_it() {
    let title = format!("عنوان {OVERRIDE}ABC \u{2067}d");
    let closed = format!("{title}{PDI}{PDF}");
    let listed = ran(&title, "نص", &["list"]).stdout;
    assert_eq!(listed, format!("one\t\tمرسى\t{closed}\n"));
    let found = ran(&title, "نص", &["search", "عنوان"]).stdout;
    assert!(found.contains(&closed), "{found}");
}

#[test]
fn an_article_on_a_pipe_is_as_it_is() {
    let text = format!("نص {OVERRIDE}مكشوف\nوبعده \u{2067}نص");
    let arguments = ["show", "one", "--raw"];
    assert_eq!(ran("عنوان", &text, &arguments).stdout, format!("{text}\n"));
    let shown = ran("عنوان", &text, &["show", "one"]).stdout;
    assert!(shown.contains(&format!("نص {OVERRIDE}مكشوف\n")), "{shown}");
    assert!(!shown.contains([PDF, PDI]), "{shown}");
}
