//! `fihrist show --visual`: what a plain terminal is sent, and the map from its columns back to the text.

use std::path::Path;

use fihrist::text::{normalize, width};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::{BOATS, GARDEN, news};
use crate::support::{self, Ran, Scratch, fihrist};

/// The article of that file.
fn show(folder: &Path, path: &str, more: &[&str]) -> Ran {
    let listed = fihrist(folder, &["list", "--json", path]).json();
    let id = listed[0]["id"].as_str().unwrap().to_owned();
    fihrist(folder, &[&["show", &id, path, "--visual"], more].concat())
}

/// An article of `title` and `text` in a corpus of its own.
fn one(title: &str, text: &str, more: &[&str]) -> Ran {
    let record = serde_json::json!({"id": "one", "title": title, "text": text});
    let corpus = Scratch::with(&[("one.jsonl", &format!("{record}\n"))]);
    show(corpus.path(), "one.jsonl", more)
}

/// Each line of a paragraph, in memory order and as it is printed.
#[track_caller]
fn check_line(text: &str, width: &str, expected: &[(&str, &str)]) {
    let ran = one(
        "عنوان",
        text,
        &["--json", "--shape", "none", "--width", width],
    );
    let lines: Vec<(String, String)> = ran
        .json()
        .iter()
        .map(|line| (string(line, "logical"), string(line, "visual")))
        .collect();
    let shown: Vec<(&str, &str)> = lines.iter().map(|(l, v)| (&**l, &**v)).collect();
    assert_eq!(shown, expected);
}

#[test]
fn lines_are_cut_reordered_and_padded() {
    check_line("غرس شجر", "9", &[("غرس شجر", "  رجش سرغ")]);
    check_line("غرس شجر", "5", &[("غرس ", "  سرغ"), ("شجر", "  رجش")]);
    check_line(
        "two harbours",
        "9",
        &[("two ", "two"), ("harbours", "harbours")],
    );
    check_line("غرس (two) 5", "12", &[("غرس (two) 5", " 5 (two) سرغ")]);
    // Without a strong letter a paragraph runs as the title does.
    check_line("2015", "6", &[("2015", "  2015")]);
}

#[test]
fn every_column_knows_its_character() {
    let ran = one("Harbour", "a 中 لا\u{64E}b", &["--json", "--width", "20"]);
    let line = ran.json().remove(0);
    assert_eq!(line["visual"], "a 中 \u{FEFB}\u{64E}b");
    assert_eq!(line["map"], serde_json::json!([0, 1, 2, 2, 3, 4, 7]));
    let ran = one("ميناء", "\u{200F}\u{FEFF}غ 1", &["--json", "--width", "5"]);
    let line = ran.json().remove(0);
    assert_eq!(line["visual"], "  1 \u{FECD}");
    assert_eq!(line["map"], serde_json::json!([null, null, 4, 3, 2]));
}

#[test]
fn letters_and_marks_as_asked() {
    let shown = |more: &[&str]| {
        let ran = one("ب", "بَيت", &[&["--json"], more].concat());
        string(&ran.json()[0], "visual").trim_start().to_owned()
    };
    assert_eq!(shown(&[]), "\u{FE96}\u{FEF4}\u{FE91}\u{64E}");
    assert_eq!(shown(&["--shape", "forms"]), shown(&["--shape", "auto"]));
    assert_eq!(shown(&["--shape", "none"]), "تيب\u{64E}");
    assert_eq!(shown(&["--tashkeel", "strip"]), "\u{FE96}\u{FEF4}\u{FE91}");
}

/// The page that the reader shows, in cells; letters as written, that they can be read here.
#[test]
fn a_page_to_be_read() {
    let news = news();
    let more = ["--width", "40", "--shape", "none"];
    let ran = show(news.path(), "news/garden.txt", &more);
    assert_eq!(ran.status, Some(0));
    let lines: Vec<&str> = ran.stdout.lines().collect();
    let title: String = "افتتاح حديقة الياسمين في حي النور".chars().rev().collect();
    assert_eq!(lines[0], format!("{title:>40}"));
    let source: String = "صحيفة الضحى".chars().rev().collect();
    assert_eq!(lines[1], format!("2019-03-12 · {source} · 39 words (56"));
    assert_eq!(lines[2], "with repeats)");
    assert_eq!(lines[3], "");
    let summary = lines.iter().position(|line| line.contains('⋯')).unwrap();
    assert_eq!(
        lines[summary].trim(),
        "⋯ 1 paragraph, 30% of the words, repeats"
    );
    assert!(!ran.stdout.contains("2069"));
    assert_eq!(lines[summary - 1], "");
    check_plain(&ran.stdout, 40);
}

/// As `--raw` without it, line for line.
#[test]
fn raw_is_every_line_of_the_text() {
    let news = news();
    let more = ["--raw", "--width", "200", "--shape", "none"];
    let ran = show(news.path(), "news/garden.txt", &more);
    let lines: Vec<String> = ran.stdout.lines().map(words_sorted).collect();
    let expected: Vec<String> = GARDEN.lines().map(words_sorted).collect();
    assert_eq!(lines, expected);
    check_plain(&ran.stdout, 200);
}

/// What a line has, in whatever order.
fn words_sorted(line: &str) -> String {
    let mut letters: Vec<char> = line
        .trim()
        .chars()
        .filter(|c| !"«»()".contains(*c))
        .collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn no_control_of_a_corpus_is_printed() {
    assert!(BOATS.contains('\u{1b}'));
    for more in [&[][..], &["--raw"], &["--json"]] {
        let ran = show(news().path(), "news/boats.txt", more);
        assert_eq!(ran.status, Some(0));
        assert!(!ran.stdout.chars().any(|c| c.is_control() && c != '\n'));
        for line in ran.json_if(more) {
            check_plain(&string(&line, "visual"), 80);
        }
    }
    let hostile =
        "نص\u{202E} \u{1b}[31m\u{9b}2J\u{2067} b\u{2069}\u{2069} \u{200E}\u{7f}\tc\u{2028}د";
    for more in [&["--width", "7"][..], &["--width", "7", "--raw"]] {
        check_plain(&one(hostile, hostile, more).stdout, 7);
    }
}

impl Ran {
    fn json_if(&self, more: &[&str]) -> Vec<Value> {
        if more.contains(&"--json") {
            self.json()
        } else {
            Vec::new()
        }
    }
}

/// Without `--visual` text is logical, and nothing is put into it.
#[test]
fn other_output_has_no_isolates() {
    for verb in [
        &["list"][..],
        &["search", "ميناء"],
        &["related", "b-1120"],
        &["show", "b-1120"],
    ] {
        let ran = fihrist(support::root(), &[verb, &["demo-corpus"]].concat());
        let isolates = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
        let found = ran.status == Some(0) && !ran.stdout.is_empty();
        assert!(found && !ran.stdout.contains(isolates), "{ran}");
    }
}

/// Printable, nothing that acts on its neighbours, and not too wide.
#[track_caller]
fn check_plain(text: &str, columns: usize) {
    for line in text.lines() {
        let acts = |c: char| {
            c.is_control()
                || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
        };
        assert!(!line.contains(acts), "{line:?}");
        // Presentation forms and mirrored brackets are as wide as what they stand for.
        assert!(width::str_columns(line) <= columns, "{line:?}");
    }
}

/// Round trips over the demo corpus: the text, and every column's character.
#[test]
fn lines_of_the_demo_corpus_lead_back_to_the_text() {
    let listed = fihrist(support::root(), &["list", "--json", "demo-corpus"]).json();
    for (article, width) in listed
        .iter()
        .step_by(6)
        .zip([2, 7, 20, 40, 80, 80, 80, 120].iter().cycle())
    {
        let id = article["id"].as_str().unwrap();
        let show = |more: &[&str]| {
            let ran = fihrist(
                support::root(),
                &[&["show", "--json", id, "demo-corpus"], more].concat(),
            );
            assert_eq!(ran.status, Some(0));
            ran.json()
        };
        let columns = width.to_string();
        check_lines(
            &show(&[])[0],
            &show(&["--visual", "--width", &columns]),
            *width,
        );
    }
}

fn check_lines(shown: &Value, lines: &[Value], width: usize) {
    let text: Vec<char> = shown["text"].as_str().unwrap().chars().collect();
    for (index, paragraph) in shown["paragraphs"].as_array().unwrap().iter().enumerate() {
        let offset = |key: &str| usize::try_from(paragraph[key].as_u64().unwrap()).unwrap();
        let own: Vec<&Value> = lines.iter().filter(|l| l["paragraph"] == index).collect();
        let logical: String = own.iter().map(|line| string(line, "logical")).collect();
        assert_eq!(
            logical,
            String::from_iter(&text[offset("start")..offset("end")])
        );
        let mut start = offset("start");
        for (number, line) in own.iter().enumerate() {
            assert_eq!(line["line"], number);
            let end = start + string(line, "logical").chars().count();
            check_map(line, &text, start..end);
            assert!(line["map"].as_array().unwrap().len() <= width);
            start = end;
        }
    }
}

/// Each column of a line shows the character that its map names.
fn check_map(line: &Value, text: &[char], source: std::ops::Range<usize>) {
    let visual = string(line, "visual");
    check_plain(&visual, usize::MAX);
    let map = line["map"].as_array().unwrap();
    let mut column = 0;
    let mut seen = Vec::new();
    for c in visual.chars() {
        let columns = unicode_width::UnicodeWidthChar::width(c).unwrap();
        for named in map.iter().skip(column).take(columns) {
            let Some(at) = named.as_u64() else {
                assert_eq!(c, ' ', "padding");
                continue;
            };
            let at = usize::try_from(at).unwrap();
            assert!(source.contains(&at), "{at} is not on this line");
            assert!(shows(c, text[at]), "{c:?} at {column} shows {:?}", text[at]);
            seen.push(at);
        }
        column += columns;
    }
    assert_eq!(column, map.len(), "{visual:?}");
    seen.dedup();
    let cells = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), cells, "a character is shown twice: {visual:?}");
}

/// Whether a terminal's character can stand for one of the text, form and mirror image aside.
fn shows(cell: char, source: char) -> bool {
    let mirror = "()[]{}<>«»‹›";
    let mirrored = mirror
        .chars()
        .position(|m| m == source)
        .and_then(|at| mirror.chars().nth(at ^ 1));
    cell == source
        || Some(cell) == mirrored
        || (cell == ' ' && source.is_whitespace())
        || std::iter::once(cell).nfkc().next() == Some(source)
        || std::iter::once(cell)
            .nfkc()
            .eq(std::iter::once(source).nfkc())
}

/// What is printed is what the text says: the same words, found again in the logical lines.
#[test]
fn words_are_those_of_the_article() {
    let lines = one(
        "عنوان",
        "قال إن 12 سفينة (كبيرة) دخلت.",
        &["--json", "--width", "11"],
    )
    .json();
    let logical: String = lines.iter().map(|line| string(line, "logical")).collect();
    let mut words = Vec::new();
    normalize::words(&logical, |word| words.push(word.norm.to_owned()));
    assert_eq!(words.len(), 6);
}

#[test]
fn a_width_that_is_none_is_a_usage_error() {
    for more in [
        &["--width", "1"][..],
        &["--width", "x"],
        &["--shape", "round"],
    ] {
        let ran = fihrist(
            support::root(),
            &[&["show", "b-1120", "demo-corpus", "--visual"], more].concat(),
        );
        assert_eq!(ran.status, Some(2), "{ran}");
    }
    let ran = fihrist(
        support::root(),
        &["show", "b-1120", "demo-corpus", "--width", "20"],
    );
    assert_eq!(ran.status, Some(2), "{ran}");
}

fn string(line: &Value, key: &str) -> String {
    line[key].as_str().unwrap().to_owned()
}
