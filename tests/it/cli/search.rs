//! `fihrist search`, one query and many.

mod words;

use super::news;
use crate::support::{fihrist, fihrist_with};

#[test]
fn the_best_match_stands_first() {
    let news = news();
    insta::assert_snapshot!(fihrist(news.path(), &["search", "حديقه", "news"]), @"
    exit 0
    --- stdout
    1	b5e5d61351	2019-03-12	صحيفة الضحى	افتتاح حديقة الياسمين في حي النور
    2	w-2	2021-05-06	وكالة السنبلة	حديقة ثانية في حي النور
    ");
}

#[test]
fn nothing_found_is_status_1_and_silence() {
    let news = news();
    insta::assert_snapshot!(fihrist(news.path(), &["search", "زرافة", "news"]), @"exit 1");
}

#[test]
fn a_query_without_a_word_finds_nothing() {
    let news = news();
    for query in ["", " ", "\"", "«»", "-"] {
        let ran = fihrist(news.path(), &["search", "--", query, "news"]);
        assert_eq!(
            (ran.status, ran.stdout.as_str()),
            (Some(1), ""),
            "{query:?}"
        );
    }
}

#[test]
fn n_bounds_the_results() {
    let news = news();
    let ran = fihrist(news.path(), &["search", "-n", "1", "حديقة", "news"]);
    assert_eq!((ran.status, ran.stdout.lines().count()), (Some(0), 1));
}

/// `زرا` only begins a word.
#[test]
fn typing_completes_the_last_word() {
    let news = news();
    let search = |more: &[&str]| {
        let arguments = [&["search", "--json", "زرا", "news"], more].concat();
        fihrist(news.path(), &arguments)
    };
    assert_eq!(search(&[]).status, Some(1));
    let typing = search(&["--typing"]);
    assert_eq!(typing.status, Some(0));
    assert_eq!(typing.json()[0]["id"], "w-2");
}

#[test]
fn variants_of_a_letter_find_each_other() {
    let news = news();
    for query in ["الياسمـين", "اليَاسَمِين", "ياسمين", "والياسمين", "شجره"]
    {
        let ran = fihrist(news.path(), &["search", "--json", query, "news"]);
        let mut ids: Vec<String> = ran.json().iter().map(|r| r["id"].to_string()).collect();
        ids.sort();
        assert_eq!(ids.len(), 2, "{query}: {ids:?}");
    }
}

#[test]
fn json_gives_a_snippet_and_where_it_matches() {
    let news = news();
    let ran = fihrist(news.path(), &["search", "--json", "شجره", "news"]);
    let results = ran.json();
    assert_eq!((ran.status, results.len()), (Some(0), 2));
    for (rank, result) in (1..).zip(&results) {
        assert_eq!(result["rank"], rank);
        for key in ["id", "score", "title", "source", "date"] {
            assert!(!result[key].is_null(), "{key} of {result}");
        }
        let snippet: Vec<char> = result["snippet"].as_str().unwrap().chars().collect();
        let matches = result["matches"].as_array().unwrap();
        assert!(!matches.is_empty());
        for range in matches {
            let end = |at: usize| usize::try_from(range[at].as_u64().unwrap()).unwrap();
            assert_eq!(String::from_iter(&snippet[end(0)..end(1)]), "شجرة");
        }
    }
    let score = |at: usize| results[at]["score"].as_f64().unwrap();
    assert!(score(0) >= score(1));
}

const QUERIES: &str = r#"{"qid":"a","query":"حديقة"}

{"qid":"b","query":"زرافة"}
{"qid":"c","query":"ساعة"}
"#;

#[test]
fn a_batch_answers_every_query_in_order() {
    let news = news();
    let arguments = ["search", "--queries", "-", "--json", "-n", "1", "news"];
    let ran = fihrist_with(news.path(), &arguments, QUERIES);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let answers = ran.json();
    let told = answers.iter().map(|answer| {
        assert!(answer["ms"].as_f64().unwrap() >= 0.0);
        let count = |key: &str| answer[key].as_array().unwrap().len();
        assert_eq!(count("docs"), count("scores"));
        format!("{} {} {}", answer["qid"], answer["docs"], answer["total"])
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @r#"
    "a" ["b5e5d61351"] 2
    "b" [] 0
    "c" ["w-1"] 1
    "#);
}

#[test]
fn a_batch_reads_files_too() {
    let news = news();
    news.write("queries.jsonl", QUERIES);
    let arguments = ["search", "--queries", "queries.jsonl", "news"];
    insta::assert_snapshot!(fihrist(news.path(), &arguments), @"
    exit 0
    --- stdout
    a	b5e5d61351 w-2
    b	
    c	w-1
    ");
}

#[test]
fn a_broken_query_is_told_with_its_line() {
    let news = news();
    news.write(
        "queries.jsonl",
        "{\"qid\":\"a\",\"query\":\"حديقة\"}\nحديقة\n",
    );
    let arguments = ["search", "--json", "--queries", "queries.jsonl", "news"];
    let ran = fihrist(news.path(), &arguments);
    assert_eq!(ran.status, Some(2));
    assert!(ran.stderr.contains("queries.jsonl:2:"), "{ran}");
}
