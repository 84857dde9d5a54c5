//! `fihrist list`.

use serde_json::Value;

use super::{broken_news, news};
use crate::support::{self, fihrist};

#[test]
fn a_line_an_article_newest_first() {
    let news = news();
    insta::assert_snapshot!(fihrist(news.path(), &["list", "news"]), @"
    exit 0
    --- stdout
    w-2	2021-05-06	وكالة السنبلة	حديقة ثانية في حي النور
    w-1	2021-05-04	وكالة السنبلة	معرض الساعات القديمة
    b5e5d61351	2019-03-12	صحيفة الضحى	افتتاح حديقة الياسمين في حي النور
    d0b141c45e			سباق القوارب �[31mالحمراء�[0m في النهر
    ");
}

#[test]
fn a_broken_record_is_told_and_the_rest_is_listed() {
    let news = broken_news();
    insta::assert_snapshot!(fihrist(news.path(), &["list", "news"]), @"
    exit 2
    --- stdout
    w-2	2021-05-06	وكالة السنبلة	حديقة ثانية في حي النور
    w-1	2021-05-04	وكالة السنبلة	معرض الساعات القديمة
    b5e5d61351	2019-03-12	صحيفة الضحى	افتتاح حديقة الياسمين في حي النور
    d0b141c45e			سباق القوارب �[31mالحمراء�[0m في النهر
    --- stderr
    fihrist: news/wire.jsonl:2: not JSON: eof while parsing a value at column 20 (mend or remove the record)
    ");
}

#[test]
fn an_empty_folder_holds_nothing() {
    let news = news();
    std::fs::create_dir(news.path().join("empty")).unwrap();
    insta::assert_snapshot!(fihrist(news.path(), &["list", "empty"]), @"
    exit 2
    --- stderr
    fihrist: empty: no article file in this folder (texts, JSON, CSV, XML, HTML and more are read, packed or not)
    ");
}

#[test]
fn files_and_folders_can_be_given_together() {
    let news = news();
    let paths = ["list", "news/wire.jsonl", "news/garden.txt"];
    let ran = fihrist(news.path(), &paths);
    assert_eq!((ran.status, ran.stdout.lines().count()), (Some(0), 3));
}

#[test]
fn json_tells_all_that_the_contract_names() {
    let news = news();
    let ran = fihrist(news.path(), &["list", "--json", "news"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let first = ran.stdout.lines().next().unwrap();
    insta::assert_snapshot!(first, @r#"{"schema":1,"id":"w-2","key":"9ab7619081c7fe8486c2e915563507bc","path":"news/wire.jsonl","record":2,"title":"حديقة ثانية في حي النور","title_from":"field","source":"وكالة السنبلة","source_from":"field","date":"2021-05-06","date_from":"field","date_guess":null,"author":null,"url":null,"paragraphs":1,"words":14,"repeated_words":0}"#);
    for article in ran.json() {
        let keys: Vec<&str> = article.as_object().unwrap().keys().map(|k| &**k).collect();
        assert_eq!(keys, KEYS, "{article}");
    }
}

/// In order of the alphabet.
const KEYS: [&str; 17] = [
    "author",
    "date",
    "date_from",
    "date_guess",
    "id",
    "key",
    "paragraphs",
    "path",
    "record",
    "repeated_words",
    "schema",
    "source",
    "source_from",
    "title",
    "title_from",
    "url",
    "words",
];

/// A `null` says that something is not known; what is known says from where.
#[test]
fn json_of_a_text_file_tells_where_facts_come_from() {
    let news = news();
    let ran = fihrist(
        news.path(),
        &["list", "--json", "news/garden.txt", "news/boats.txt"],
    );
    let told = ran.json().into_iter().map(|article| {
        let of = |key: &str| article[key].to_string();
        let keys = [
            "title_from",
            "source",
            "source_from",
            "date",
            "date_from",
            "words",
        ];
        keys.map(of).join(" ")
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @r#"
    "text" "صحيفة الضحى" "text" "2019-03-12" "text" 56
    "text" null null null null 17
    "#);
}

#[test]
fn ids_are_the_records_own_or_stay_from_run_to_run() {
    let ids = || -> Vec<Value> {
        let ran = fihrist(support::root(), &["list", "--json", "demo-corpus"]);
        let articles = ran.json();
        articles
            .iter()
            .map(|article| article["id"].clone())
            .collect()
    };
    let first = ids();
    assert_eq!(first, ids());
    assert!(first.contains(&Value::from("b-0007")), "{first:?}");
    let mut different = first.clone();
    different.sort_by_key(Value::to_string);
    different.dedup();
    assert_eq!(different.len(), first.len());
}

/// A file that is moved, or listed among others, keeps its id.
#[test]
fn ids_do_not_depend_on_the_place() {
    let news = news();
    let id = |path: &str| fihrist(news.path(), &["list", "--json", path]).json()[0]["id"].clone();
    let before = id("news/garden.txt");
    news.write("elsewhere/other.txt", super::GARDEN);
    assert_eq!(before, id("elsewhere"));
}

#[test]
fn fihrist_path_is_opened_when_no_path_is_given() {
    let news = news();
    let output = support::command(support::BINARY)
        .arg("list")
        .env("FIHRIST_PATH", news.path().join("news"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4);
}
