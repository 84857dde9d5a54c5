//! A corpus on standard input, keys from the terminal: the program as a filter's last stage.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::terminal::{Session, seen};
use crate::support::{BINARY, Scratch};

/// So many articles, one a line.
fn articles(count: usize) -> Scratch {
    let mut lines = String::new();
    for n in 1..=count {
        let title = format!("خبر الميناء رقم {n}");
        writeln!(
            lines,
            r#"{{"title": "{title}", "text": "رست السفينة رقم {n} قرب الرصيف."}}"#
        )
        .unwrap();
    }
    Scratch::with(&[("a.jsonl", &lines)])
}

/// A shell command; `$0` is the program, `$1` the file.
fn start(script: &str, corpus: &Scratch, size: (u16, u16)) -> Session {
    let file = corpus.path().join("a.jsonl");
    Session::start(&["sh", "-c", script, BINARY, file.to_str().unwrap()], size)
}

#[track_caller]
fn wait_loaded(session: &Session, articles: usize) {
    session.wait("all of it", |screen| {
        let text = screen.contents();
        text.contains(&format!("stdin  {articles} articles")) && !text.contains("loading")
    });
}

#[test]
fn keys_come_from_the_terminal_and_the_end_of_the_pipe_ends_nothing() {
    for (script, size) in [
        (r#"cat "$1" | "$0""#, (80, 24)),
        (r#"gzip -c "$1" | "$0" -"#, (120, 40)),
        (r#"exec "$0" < "$1""#, (100, 30)),
    ] {
        let corpus = articles(90);
        let mut session = start(script, &corpus, size);
        wait_loaded(&session, 90);
        session.settle();
        // The whole screen is used.
        let text = session.screen().contents();
        assert_eq!(text.lines().count(), usize::from(size.1), "{script}");
        session.send("jj\r");
        session.wait("the reader", |screen| screen.contents().contains("q back"));
        session.resize((60, 20));
        session.wait("the smaller screen", |screen| {
            screen.contents().lines().count() == 20
        });
        session.settle();
        let before = session.bytes().len();
        session.silent_for(Duration::from_millis(600));
        assert_eq!(session.bytes().len(), before, "idle");
        session.send("Q");
        assert_eq!(
            session.exit_status(Duration::from_secs(5)),
            Some(0),
            "{script}"
        );
    }
}

/// What has come is shown; waiting costs no byte; Esc ends it at once and what is there can be searched.
#[test]
fn a_pipe_that_stalls_shows_what_has_come_and_can_be_left() {
    let corpus = articles(90);
    let script = r#"(cat "$1"; exec sleep 30) | "$0""#;
    let mut session = start(script, &corpus, (80, 24));
    session.wait("what has come", |screen| {
        let text = screen.contents();
        text.contains("stdin  90 articles") && text.contains("waiting for more · Esc stops")
    });
    session.settle();
    let before = session.bytes().len();
    session.silent_for(Duration::from_millis(1500));
    assert_eq!(session.bytes().len(), before, "waiting");
    session.send("j");
    session.settle();
    let start = Instant::now();
    session.send("\x1b");
    session.wait("the end of loading", |screen| {
        screen.contents().contains("loading stopped: 90 articles")
    });
    assert!(
        start.elapsed() < Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    session.send("/السفينة");
    session.wait("what was found", |screen| {
        screen.contents().contains("90 of 90")
    });
    session.send("\r");
    session.send("!");
    session.wait("the note", |screen| {
        screen
            .contents()
            .contains("loading was stopped after 90 articles")
    });
    session.send("Q");
    session.wait("the terminal as it was", |screen| {
        !screen.alternate_screen()
    });
}

#[test]
fn it_is_suspended_and_continued_with_the_pipe() {
    let corpus = articles(90);
    let file = corpus.path().join("a.jsonl");
    let mut session = Session::start(&["sh", "-i"], (80, 24));
    session.wait("a prompt", |screen| screen.contents().contains("ready>"));
    session.send(&format!("cat '{}' | '{BINARY}'\r", file.display()));
    wait_loaded(&session, 90);
    session.send("jj\r");
    session.wait("the reader", |screen| screen.contents().contains("q back"));
    session.settle();
    let before = seen(&session.screen());
    session.send("\x1a");
    session.wait("the shell", |screen| {
        !screen.alternate_screen() && screen.contents().matches("ready>").count() > 1
    });
    session.send("fg\r");
    session.wait("the same screen", |screen| {
        screen.alternate_screen() && seen(screen) == before
    });
    session.send("Q");
    session.wait("the shell again", |screen| !screen.alternate_screen());
}
