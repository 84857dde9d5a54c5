//! Keys beside ids in what scripts read, articles found by them, and orders that arguments do not change.

use serde_json::Value;

use super::news;
use crate::support::{Scratch, fihrist};

/// One record in both files, and some that are equal but for their words.
fn twins() -> Scratch {
    let record = |n: usize| {
        let place = ["السوق", "المرفأ", "الحديقة"][n % 3];
        let text = format!(
            "افتتحت البلدية {place} صباح اليوم وحضر الافتتاح عدد كبير من المزارعين والبحارة.\n\
             وقال المهندس إن العمل استغرق ثلاث سنوات وإن الأشجار زرعت على صفين."
        );
        serde_json::json!({"title": place, "date": "2014-05-03", "text": text}).to_string()
    };
    let lines = |from: usize, to: usize| (from..to).map(record).collect::<Vec<_>>().join("\n");
    Scratch::with(&[("a.jsonl", &lines(0, 5)), ("b.jsonl", &lines(4, 8))])
}

#[test]
fn every_verb_gives_keys() {
    let twins = twins();
    let listed = fihrist(twins.path(), &["list", "--json", "a.jsonl"]).json();
    let article = listed[0]["id"].as_str().unwrap();
    let key_of = |value: &Value| {
        let key = value["key"].as_str().unwrap_or("").to_owned();
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        assert!(key.len() == 32 && key.bytes().all(hex), "{value}");
        key
    };
    let key = key_of(&listed[0]);
    let same = |arguments: &[&str]| {
        let lines = fihrist(twins.path(), arguments).json();
        let own = lines.iter().find(|line| line["id"] == article);
        assert_eq!(own.map(key_of).as_ref(), Some(&key), "{arguments:?}");
        for line in &lines {
            key_of(line);
        }
    };
    same(&["show", "--json", article, "a.jsonl"]);
    same(&["search", "--json", "البلدية", "a.jsonl"]);
    same(&["related", "--json", "--all", "a.jsonl"]);
    same(&["dups", "--json", "--scope", "article", "--all", "a.jsonl"]);
    let related = fihrist(twins.path(), &["related", "--json", article, "a.jsonl"]).json();
    assert!(!related.is_empty() && related.iter().all(|line| key_of(line) != key));
    let groups = fihrist(
        twins.path(),
        &["dups", "--json", "--scope", "corpus", "a.jsonl"],
    )
    .json();
    let members = groups
        .iter()
        .flat_map(|group| group["members"].as_array().unwrap());
    assert!(members.map(key_of).count() >= 2);
}

#[test]
fn a_shared_id_says_what_to_do() {
    let corpus = Scratch::with(&[(
        "a.jsonl",
        "{\"id\": 7, \"title\": \"سوق\", \"text\": \"زهور الصباح\"}\n\
         {\"id\": 7, \"title\": \"سوق\", \"text\": \"زهور المساء\"}\n",
    )]);
    let ran = fihrist(corpus.path(), &["show", "7", "a.jsonl"]);
    assert_eq!(ran.status, Some(2));
    let listed = fihrist(corpus.path(), &["list", "--json", "a.jsonl"]).json();
    assert!(
        ran.stderr
            .contains("2 records have the id \"7\": give the key of one: ")
    );
    for line in &listed {
        let short: String = line["key"].as_str().unwrap().chars().take(10).collect();
        assert!(ran.stderr.contains(&short), "{}", ran.stderr);
        let found = fihrist(corpus.path(), &["show", "--json", &short, "a.jsonl"]).json();
        assert_eq!(found[0]["id"], line["id"]);
    }
}

#[test]
fn a_record_of_two_files_says_what_to_do() {
    let twins = twins();
    let listed = fihrist(twins.path(), &["list", "--json", "."]).json();
    let keys = || listed.iter().map(|line| line["key"].as_str().unwrap());
    let twice = keys().find(|key| keys().filter(|other| other == key).count() == 2);
    let ran = fihrist(twins.path(), &["show", twice.unwrap(), "."]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.stderr.contains("2 files hold the record"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_beginning_of_several_says_what_to_do() {
    let news = news();
    let ran = fihrist(news.path(), &["show", "w-", "news"]);
    assert!(
        ran.stderr
            .contains("more than one id or key begins with \"w-\": give more of it: w-1 (key ")
    );
}

#[test]
fn the_order_of_arguments_changes_nothing() {
    let twins = twins();
    let verbs: [&[&str]; 7] = [
        &["list", "--json"],
        &["search", "--json", "البلدية"],
        &["search", "--json", "الأشجار سنوات سوق"],
        &["search", "--sort", "source", "البلدية"],
        &["related", "--json", "--all"],
        &["related", "--all"],
        &["dups", "--json", "--scope", "corpus"],
    ];
    for verb in verbs {
        let run = |files: [&str; 2]| fihrist(twins.path(), &[verb, &files].concat()).stdout;
        let expected = run(["a.jsonl", "b.jsonl"]);
        assert!(!expected.is_empty(), "{verb:?}");
        assert_eq!(run(["b.jsonl", "a.jsonl"]), expected, "{verb:?}");
        assert_eq!(
            run(["./b.jsonl", "./a.jsonl"]).replace("./", ""),
            expected,
            "{verb:?}"
        );
    }
}
