//! A verb on a terminal: rows, text and labels as that terminal needs them; through a pipe as they are.

use std::time::Duration;

use super::terminal::Session;
use super::visual;
use crate::support::{BINARY, Scratch};

const TITLE: &str = "افتتاح الرصيف الشمالي في ميناء المرجان";
const LONG_TITLE: &str = "مجلس إدارة ميناء المرجان يعلن بدء أعمال توسعة الرصيف الشمالي وتعميق حوضه قبل حلول الصيف المقبل";
const TEXT: &str = "رست السفينة الأولى قرب الرصيف.";

fn corpus() -> Scratch {
    let line = |title: &str, day: &str| {
        format!(
            r#"{{"title": "{title}", "text": "{TEXT}", "source": "صدى الجبل", "date": "2015-08-{day}"}}"#
        )
    };
    let lines = [line(TITLE, "02"), line(LONG_TITLE, "01")].join("\n");
    Scratch::with(&[("a.jsonl", &lines)])
}

/// What is on the screen when a verb has ended.
fn printed(arguments: &str, size: (u16, u16)) -> (String, Vec<u8>) {
    let corpus = corpus();
    let file = corpus.path().join("a.jsonl");
    let script = format!(r#""$0" {arguments}"#);
    let file = file.to_str().unwrap();
    let mut session = Session::start(&["sh", "-c", &script, BINARY, file], size);
    assert_eq!(session.exit_status(Duration::from_secs(20)), Some(0));
    (session.screen().contents(), session.bytes())
}

fn row(screen: &str, text: &str) -> String {
    let found = screen.lines().find(|row| row.contains(text));
    found
        .unwrap_or_else(|| panic!("{text}: {screen}"))
        .to_owned()
}

#[test]
fn rows_are_laid_out_on_a_terminal_and_as_they_are_in_a_pipe() {
    let (screen, _) = printed(r#"list "$1""#, (100, 24));
    let first = row(&screen, "2015-08-02");
    assert!(first.contains(&visual(TITLE)), "{screen}");
    assert!(first.contains(&visual("صدى الجبل")), "{screen}");
    let (screen, _) = printed(r#"list "$1" | cat"#, (120, 24));
    assert!(row(&screen, "2015-08-02").contains(TITLE), "{screen}");
    // A terminal that puts text in order itself gets it as it is.
    let (screen, _) = printed(r#"list --bidi logical --shape none "$1""#, (120, 24));
    assert!(row(&screen, "2015-08-02").contains("ميناء"), "{screen}");
}

/// A title that is longer than its column goes on below, from its beginning to its end, right edge under right edge.
#[test]
fn a_long_title_goes_on_in_its_column() {
    let (screen, _) = printed(r#"list "$1""#, (80, 24));
    let rows: Vec<&str> = screen.lines().collect();
    let at = rows
        .iter()
        .position(|row| row.contains("2015-08-01"))
        .unwrap();
    assert!(rows[at].contains(&visual("مجلس إدارة")), "{screen}");
    let rest = rows[at + 1..]
        .iter()
        .take_while(|row| row.starts_with("      "));
    let rest: Vec<&&str> = rest.collect();
    assert!(rest.last().unwrap().contains(&visual("المقبل")), "{screen}");
    let ends = |row: &str| row.trim_end().chars().count();
    assert!(rest.iter().all(|row| ends(row) <= 79), "{screen}");
    assert!(
        rest.iter().any(|row| ends(row) == ends(rows[at])),
        "{screen}"
    );
}

#[test]
fn an_article_stands_against_the_edge_where_it_is_read_from() {
    let (screen, _) = printed(
        r#"show "$("$0" list "$1" | head -1 | cut -f1)" "$1""#,
        (80, 24),
    );
    let text = row(&screen, &visual("السفينة"));
    assert_eq!(text.chars().count(), 79, "{screen}");
    assert!(text.ends_with(&visual("رست")), "{screen}");
}

#[test]
fn matches_are_bold_where_they_are_seen() {
    let (_, bytes) = printed(r#"search --snippets السفينة "$1""#, (80, 24));
    let bytes = String::from_utf8(bytes).unwrap();
    let bold = format!("\u{1b}[1m{}\u{1b}[22m", visual("السفينة"));
    assert!(bytes.contains(&bold), "{bytes:?}");
}

/// In Arabic a row begins at the right; labels for people are in their language, those for scripts are not.
#[test]
fn tables_are_read_from_the_right_in_arabic() {
    let (screen, _) = printed(r#"list --language ar "$1""#, (100, 24));
    let first = row(&screen, "2015-08-02");
    let (date, title) = (first.find("2015-08-02"), first.find(&visual(TITLE)));
    assert!(date > title, "{screen}");
    let (screen, _) = printed(r#"stats --language ar "$1""#, (100, 40));
    assert!(screen.contains(&visual("أول تاريخ")), "{screen}");
    assert!(!screen.contains("first date"), "{screen}");
    let (screen, _) = printed(r#"stats --language ar "$1" | cat"#, (100, 40));
    assert!(
        row(&screen, "first date").starts_with("first date "),
        "{screen}"
    );
    let (screen, _) = printed(r#"search --forms السفينة --language ar "$1""#, (100, 24));
    assert!(
        row(&screen, &visual("المجموع")).contains(&visual("السفينة")),
        "{screen}"
    );
}

/// Nothing of what scripts read in English is left where people read it.
#[test]
fn names_of_formats_and_fields_are_said_in_the_language() {
    let (screen, _) = printed(
        r#"check --language ar --shape none "$1" || true"#,
        (100, 40),
    );
    for said in ["الحقل", "التنسيق"] {
        assert!(screen.contains(&visual_unshaped(said)), "{said}: {screen}");
    }
    assert!(!screen.contains("field"), "{screen}");
    let (screen, _) = printed(r#"stats --language ar --shape none "$1" | cat"#, (100, 40));
    assert!(screen.contains("JSON 2"), "{screen}");
    let (screen, _) = printed(r#"search --help --language ar "$1""#, (100, 100));
    for said in ["الخيارات", "ملفات"] {
        assert!(screen.contains(&visual(said)), "{said}: {screen}");
    }
    assert!(!screen.contains("OPTIONS"), "{screen}");
}

/// Right-to-left letters in the order of the screen, as they are sent where they are not joined.
fn visual_unshaped(text: &str) -> String {
    text.chars().rev().collect()
}

/// As in `search`, the title goes on in its column, and why it is related stands below.
#[test]
fn related_articles_fit_a_narrow_terminal() {
    for size in [(80, 24), (40, 24)] {
        let (screen, bytes) = printed(
            r#"related "$("$0" list "$1" | head -1 | cut -f1)" "$1""#,
            size,
        );
        assert!(screen.contains("2015-08-01"), "{screen}");
        let sent = String::from_utf8(bytes).unwrap();
        for line in sent.lines() {
            let columns = line.trim_end().chars().filter(|c| !c.is_control()).count();
            assert!(columns <= usize::from(size.0), "{columns}: {line:?}");
        }
    }
}
