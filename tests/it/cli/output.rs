//! What holds of every output: logical text, no control characters, and a pipe may close.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use super::news;
use crate::support::{self, BINARY, Scratch, command, fihrist};

/// Shaping and reordering are for the screen; control characters are for nobody.
fn check(output: &str, of: &str) {
    let wrong = |c: &char| match c {
        '\n' | '\t' => false,
        // Presentation forms, save those that are no letters: the ornate brackets and ligatures
        // that people write.
        '\u{fb50}'..='\u{fd3d}' | '\u{fe70}'..='\u{feff}' => true,
        c => c.is_control(),
    };
    if let Some(c) = output.chars().find(wrong) {
        panic!("{of} prints {}", c.escape_unicode());
    }
}

fn every_verb(corpus: &str, id: &str, query: &str) -> Vec<Vec<String>> {
    let verbs = [
        vec!["list"],
        vec!["search", query],
        vec!["show", id],
        vec!["show", "--raw", id],
        vec!["related", id],
        vec!["related", "--all"],
    ];
    let mut all = Vec::new();
    for verb in verbs {
        for json in [None, Some("--json")] {
            let arguments = verb.iter().copied().chain(json).chain([corpus]);
            all.push(arguments.map(str::to_owned).collect());
        }
    }
    all
}

#[test]
fn output_is_logical_text_without_control_characters() {
    let news = news();
    let boats = fihrist(news.path(), &["list", "--json", "news/boats.txt"]).json();
    let boats = boats[0]["id"].as_str().unwrap();
    let runs = [
        (news.path(), every_verb("news", boats, "السباق")),
        (support::root(), every_verb("demo-corpus", "b-3310", "لا")),
    ];
    for (folder, verbs) in runs {
        for verb in verbs {
            let arguments: Vec<&str> = verb.iter().map(String::as_str).collect();
            let ran = fihrist(folder, &arguments);
            assert_ne!(ran.status, Some(2), "{verb:?}: {ran}");
            check(&ran.stdout, &format!("{verb:?}"));
        }
    }
}

/// Messages, too, may quote a file.
#[test]
fn messages_hold_no_control_characters() {
    let name = "a\u{1b}[31m\u{9b}b.jsonl";
    let corpus = Scratch::with(&[(name, "{\"text\": \u{1b}[31m}\n")]);
    let ran = fihrist(corpus.path(), &["list", "."]);
    assert_eq!(ran.status, Some(2));
    check(&ran.stderr, "a problem");
    let ran = fihrist(corpus.path(), &["list", "no\u{1b}[31mpath"]);
    check(&ran.stderr, "a path");
}

/// JSON keeps every character of the text, controls as escapes.
#[test]
fn json_loses_nothing() {
    let news = news();
    let boats = fihrist(news.path(), &["list", "--json", "news/boats.txt"]).json();
    let id = boats[0]["id"].as_str().unwrap();
    let shown = fihrist(news.path(), &["show", "--json", id, "news"]).json();
    assert_eq!(shown[0]["text"], super::BOATS);
}

/// More lines than a pipe holds, so that the program still writes when nobody reads any more.
#[test]
fn a_closed_pipe_is_quiet() {
    let mut records = String::new();
    for number in 0..1500 {
        let text = "كلمة عن النهر ".repeat(4);
        writeln!(records, "{{\"id\":\"r{number}\",\"text\":\"{text}\"}}").unwrap();
    }
    let corpus = Scratch::with(&[("many.jsonl", &records)]);
    for arguments in [
        &["list", "--json"][..],
        &["search", "-n", "9999", "--json", "النهر"],
    ] {
        let mut child = command(BINARY)
            .args(arguments)
            .arg("many.jsonl")
            .current_dir(corpus.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        assert!(first.starts_with('{'), "{first}");
        let mut stderr = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut stderr)
            .unwrap();
        assert_eq!(
            (child.wait().unwrap().code(), stderr.as_str()),
            (Some(0), "")
        );
    }
}
