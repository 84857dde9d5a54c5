//! Files that change while the program is open, and the key that looks at them again.

use std::fs;

use super::terminal::Session;
use super::visual;
use crate::support::{BINARY, Scratch};

/// A corpus of three articles, open at 80x24.
fn open(corpus: &Scratch) -> Session {
    write(corpus, "a", "حديقة النهر", "افتتحت البلدية حديقة النهر.");
    write(
        corpus,
        "b",
        "سفينة القمح",
        "وصلت إلى المرفأ سفينة تحمل القمح.",
    );
    write(corpus, "c", "معرض الخزف", "يبدأ معرض الخزف مساء غد.");
    let session = Session::start(&[BINARY, corpus.path().to_str().unwrap()], (80, 24));
    session.wait("the list", |screen| {
        let text = screen.contents();
        text.contains("3 articles") && !text.contains("loading")
    });
    session.settle();
    session
}

fn write(corpus: &Scratch, name: &str, title: &str, text: &str) {
    let record = format!(
        "{{\"title\": \"{title}\", \"text\": \"{text}\", \"date\": \"2016-03-0{}\"}}\n",
        1 + name.len()
    );
    fs::write(corpus.path().join(format!("{name}.jsonl")), record).unwrap();
}

fn wait(session: &Session, texts: &[&str]) {
    session.wait(&texts.join(", "), |screen| {
        let shown = screen.contents();
        texts.iter().all(|text| shown.contains(text))
    });
    session.settle();
}

#[test]
fn what_changed_in_the_files_is_read_when_that_is_asked_for() {
    let corpus = Scratch::new();
    let mut session = open(&corpus);
    session.send("R");
    wait(&session, &["no article has changed", "3 articles"]);
    write(&corpus, "d", "كأس المدينة", "فاز فريق الحي بكأس المدينة.");
    fs::remove_file(corpus.path().join("c.jsonl")).unwrap();
    write(&corpus, "b", "سفينة القمح", "وصلت إلى المرفأ سفينتان.");
    session.send("R");
    let title = visual("كأس المدينة");
    wait(&session, &["2 new articles, 2 gone", "3 articles", &title]);
    assert!(!session.screen().contents().contains(&visual("معرض الخزف")));
}

#[test]
fn an_article_that_is_gone_can_be_read_on_and_says_so() {
    let corpus = Scratch::new();
    let mut session = open(&corpus);
    session.send("/الخزف\r\r");
    let text = visual("يبدأ معرض الخزف مساء غد.");
    wait(&session, &["q back", &text]);
    fs::remove_file(corpus.path().join("c.jsonl")).unwrap();
    session.send("R");
    wait(&session, &["gone from the corpus", &text]);
    session.send("q");
    wait(&session, &["2 articles"]);
}
