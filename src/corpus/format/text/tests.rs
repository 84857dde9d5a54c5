//! Text files of one article and of several.

use proptest::prelude::*;

use super::super::super::options::ReadOptions;
use super::super::test_support::{ReadOutcome, by, ends_at_once, read};
use super::*;

fn article(title: &str) -> String {
    let body =
        "تفتح الحديقة أبوابها للزوار صباح كل يوم، ويجد الزائر فيها زهورا من كل لون. ".repeat(4);
    format!("{title}\n\n{body}\nوالدخول مجاني للأطفال.\n")
}

/// The lines at which the articles begin and their first lines.
#[track_caller]
fn check(text: &str, expected: &[(u64, &str)]) -> ReadOutcome {
    let tried = read(&PlainText, text.as_bytes());
    let first = |text: &str| text.trim().lines().next().unwrap_or("").to_owned();
    let found: Vec<(u64, String)> = tried
        .articles()
        .iter()
        .map(|(line, _, text)| (*line, first(text)))
        .collect();
    let expected: Vec<(u64, String)> = expected
        .iter()
        .map(|(line, title)| (*line, (*title).to_owned()))
        .collect();
    assert_eq!(found, expected, "{:?}", tried.troubles);
    tried
}

#[test]
fn clear_lines_set_articles_apart() {
    let (one, two, three) = (
        article("زهور في الساحة"),
        article("سوق القرية القديم"),
        article("مكتبة على عجلات"),
    );
    for line in ["###", "##########", "\u{c}"] {
        let tried = check(
            &format!("{one}{line}\n{two}"),
            &[(1, "زهور في الساحة"), (6, "سوق القرية القديم")],
        );
        assert_eq!(tried.records[1].number, 2);
        assert!(tried.records.iter().all(|record| !record.alone));
        let said = &tried.troubles[0];
        let articles = Some(2);
        let reason = match line {
            "\u{c}" => Reason::CutAtFormFeeds { articles },
            line => Reason::CutAtLines {
                articles,
                line: SeparatorLine(line.to_owned()),
            },
        };
        assert_eq!((&said.reason, said.line), (&reason, None));
    }
    for line in [
        "=====",
        "  =======  ",
        "-----",
        "**********",
        "________",
        "~~~~~",
        "ـــــــ",
    ] {
        check(
            &format!("{one}{line}\n{two}\n{line}\n\n{three}{line}\n"),
            &[
                (1, "زهور في الساحة"),
                (6, "سوق القرية القديم"),
                (13, "مكتبة على عجلات"),
            ],
        );
        check(&format!("{one}{line}\n{two}"), &[(0, "زهور في الساحة")]);
    }
    check(
        &format!("\u{FEFF}\r\n=====\r\n{one}=====\r\n{two}"),
        &[(3, "زهور في الساحة"), (8, "سوق القرية القديم")],
    );
}

#[test]
fn lines_inside_an_article_do_not() {
    let one = article("زهور في الساحة");
    let body = "ويجد الزائر فيها زهورا من كل لون، وأشجارا جاء بها التجار من بلاد بعيدة. ".repeat(5);
    let title = [(0, "زهور في الساحة")];
    for rest in [
        // Parts that begin in the middle of things, and notes.
        format!("*****\n{body}\n*****\n{body}\n"),
        format!("=====\nالمصدر: بريد الوادي\n{body}\n"),
        format!("-----\nاقرأ أيضا\n{body}\n-----\nشاهد الصور\n{body}\n"),
        "#####\nملحق قصير\nسطر واحد\n".to_owned(),
        format!("-----\nعنوان فرعي\n{body}\n********\nعنوان آخر\n{body}\n"),
        // An underlined headline, a rule of too few signs.
        format!("عنوان فرعي آخر\n======\n{body}\n"),
        format!("##\nعنوان فرعي\n{body}\n"),
        // The end of a page.
        format!("\u{c}من الصفحة الثانية\n{body}\n"),
    ] {
        check(&format!("{one}{rest}"), &title);
    }
}

#[test]
fn a_person_can_say_that_a_file_is_one_article() {
    let text = format!(
        "{}###\n{}",
        article("زهور في الساحة"),
        article("سوق القرية")
    );
    let options = ReadOptions {
        whole_files: true,
        ..ReadOptions::default()
    };
    let tried = by(64, &PlainText, text.as_bytes(), &options);
    assert_eq!(tried.records.len(), 1);
    assert!(tried.records[0].alone && tried.troubles.is_empty());
}

#[test]
fn a_large_file_is_read_piece_by_piece_if_it_has_pieces() {
    let one = article("زهور في الساحة");
    let many = format!("{one}=====\n").repeat(66 * 1024 * 1024 / one.len());
    let tried = read(&PlainText, many.as_bytes());
    assert_eq!(tried.records.len(), 66 * 1024 * 1024 / one.len());
    assert_eq!(tried.records[1].line, Some(6));
    assert_eq!(tried.records[1].text, one.trim_end());
    let reason = Reason::CutAtLines {
        articles: None,
        line: SeparatorLine("=====".to_owned()),
    };
    assert_eq!(tried.troubles[0].reason, reason);
    assert_eq!(tried.troubles.len(), 1);
    let none = "كلمة ".repeat(66 * 1024 * 1024 / 9);
    let tried = read(&PlainText, none.as_bytes());
    assert_eq!(tried.troubles[0].reason, Reason::TextTooLarge { mib: 64 });
}

#[test]
fn empty_and_binary_files_say_so() {
    assert_eq!(
        read(&PlainText, b"\xEF\xBB\xBF \n\n").codes(),
        [(0, "empty-file")]
    );
    assert_eq!(
        read(&PlainText, &[1u8, 2, 3, 4].repeat(20)).codes(),
        [(0, "not-text")]
    );
    let text = format!(
        "{}###\n{}",
        article("زهور في الساحة"),
        article("سوق القرية")
    );
    assert!(ends_at_once(&PlainText, text.as_bytes()));
}

proptest! {
    #[test]
    fn no_word_is_lost(parts in proptest::collection::vec("(###\n|=====\n|-----\n|\u{c}\n|كلمة أخرى\n|\n| )", 0..12)) {
        let text: String = parts.iter().map(|part| if part.contains('ك') { article(part.trim()) } else { part.clone() }).collect();
        let tried = read(&PlainText, text.as_bytes());
        let words = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count();
        let found: usize = tried.records.iter().map(|record| words(&record.text)).sum();
        prop_assert_eq!(found, words(&text));
    }
}
