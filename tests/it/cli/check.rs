//! What could not be read, or was guessed: as lines for people, and as objects with a code for scripts.

use super::broken_news;
use crate::support::{Scratch, fihrist};

/// Faults of several kinds, and one that comes twice.
fn odd() -> Scratch {
    let odd = broken_news();
    odd.write("news/notes.png", "x");
    odd.write(
        "news/odd.jsonl",
        "[7]\n{\"title\":\"سوق الزهور\",\"date\":\"غدا\"}\nكلمات بلا أقواس\n{\"رقم\":3}\n",
    );
    odd
}

#[test]
fn problems_as_lines() {
    let odd = odd();
    insta::assert_snapshot!(fihrist(odd.path(), &["check", "news"]), @r#"
    exit 2
    --- stdout
    note: news/notes.png: not read: no article, by its name (name the file itself to read it all the same)
    error: news/odd.jsonl:1: not JSON: trailing characters at column 2 (records are objects: {"title": …, "text": …})
    note: news/odd.jsonl:2: no date understood in date: غدا (ISO 8601 is always read: 2015-09-30)
    note: news/odd.jsonl:2: no text in this record, only a title (if it is there under another name: --map text=FIELD)
    error: news/odd.jsonl:3: not JSON: expected value at column 1 (records are objects: {"title": …, "text": …})
    error: news/odd.jsonl:4: no text and no title in this record; its fields are رقم (name its fields: --map text=FIELD,title=FIELD)
    error: news/wire.jsonl:2: not JSON: eof while parsing a value at column 20 (mend or remove the record)
    articles: 5, errors: 4, guesses: 0, notes: 3
    read as: JSON 3, text 2
    encoding: UTF-8 5
    title from: field 3, text 2
    source from: field 2, file 1, text 1, unknown 1
    date from: field 2, unknown 2, text 1
    "#);
}

/// Of what was not read no origin is counted.
#[test]
fn nothing_read_has_no_labels_without_values() {
    let corpus = Scratch::with(&[("empty.jsonl", "[7]\n")]);
    let ran = fihrist(corpus.path(), &["check", "."]);
    let labels: Vec<&str> = ran
        .stdout
        .lines()
        .filter(|line| line.ends_with(':'))
        .collect();
    assert!(labels.is_empty(), "{ran}");
    assert!(ran.stdout.contains("articles: 0"), "{ran}");
    assert!(!ran.stdout.contains("read as"), "{ran}");
}

#[test]
fn problems_as_json() {
    let odd = odd();
    insta::assert_snapshot!(fihrist(odd.path(), &["check", "--json", "news"]), @r#"
    exit 2
    --- stdout
    {"path":"news/notes.png","record":null,"level":"note","code":"no-article-by-name","reason":"not read: no article, by its name","hint":"name the file itself to read it all the same","hint_code":"name-file"}
    {"path":"news/odd.jsonl","record":1,"line":1,"level":"error","code":"not-json","reason":"not JSON: trailing characters at column 2","hint":"records are objects: {\"title\": …, \"text\": …}","hint_code":"json-objects"}
    {"path":"news/odd.jsonl","record":2,"line":2,"level":"note","code":"no-date","reason":"no date understood in date: غدا","hint":"ISO 8601 is always read: 2015-09-30","hint_code":"iso-dates"}
    {"path":"news/odd.jsonl","record":2,"line":2,"level":"note","code":"no-text","reason":"no text in this record, only a title","hint":"if it is there under another name: --map text=FIELD","hint_code":"map-text"}
    {"path":"news/odd.jsonl","record":3,"line":3,"level":"error","code":"not-json","reason":"not JSON: expected value at column 1","hint":"records are objects: {\"title\": …, \"text\": …}","hint_code":"json-objects"}
    {"path":"news/odd.jsonl","record":4,"line":4,"level":"error","code":"no-article-fields","reason":"no text and no title in this record; its fields are رقم","hint":"name its fields: --map text=FIELD,title=FIELD","hint_code":"map-fields"}
    {"path":"news/wire.jsonl","record":2,"line":2,"level":"error","code":"broken-json","reason":"not JSON: eof while parsing a value at column 20","hint":"mend or remove the record","hint_code":"mend-record"}
    "#);
}
