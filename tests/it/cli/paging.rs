//! Output of more articles than a verb asks for at a time: each once, in order.

use std::collections::HashSet;

use serde_json::Value;

use crate::support::{Ran, Scratch, fihrist, fihrist_with};

/// More than two pages of rows and two blocks of related articles, and no multiple of either.
const ARTICLES: usize = 1_203;

const PLACES: [&str; 12] = [
    "السوق",
    "المرفأ",
    "الحديقة",
    "المكتبة",
    "المسرح",
    "الملعب",
    "المدرسة",
    "المطحنة",
    "الجسر",
    "المتحف",
    "الفندق",
    "الحصن",
];

/// One-line articles in three files, many of them alike; every tenth has no date.
fn many() -> Scratch {
    let outlets = ["بريد النهر", "صدى الجبل", ""];
    let record = |n: usize| {
        let [first, second] = [n % 12, n / 12 % 11].map(|at| PLACES[at]);
        let text = format!("خبر رقم {n} عن معرض الحرف اليدوية بين {first} و{second}");
        let mut record = serde_json::json!({"title": format!("معرض {n}"), "text": text});
        if !n.is_multiple_of(10) {
            record["date"] = format!("20{:02}-{:02}-11", n % 17, 1 + n % 12).into();
        }
        if !n.is_multiple_of(2) {
            record["id"] = format!("m-{n}").into();
        }
        record["source"] = outlets[n % 3].into();
        record.to_string()
    };
    let scratch = Scratch::new();
    for (file, numbers) in [("b", 0..500), ("a", 500..501), ("c", 501..ARTICLES)] {
        let lines: Vec<String> = numbers.map(record).collect();
        scratch.write(&format!("many/{file}.jsonl"), &lines.join("\n"));
    }
    scratch
}

fn ids(lines: &[Value]) -> Vec<&str> {
    lines
        .iter()
        .map(|line| line["id"].as_str().unwrap())
        .collect()
}

#[track_caller]
fn check_each_once(ran: &Ran) -> Vec<Value> {
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let lines = ran.json();
    let different: HashSet<&str> = ids(&lines).into_iter().collect();
    assert_eq!((lines.len(), different.len()), (ARTICLES, ARTICLES));
    lines
}

#[test]
fn long_output_has_each_article_once() {
    let many = many();
    let run = |arguments: &[&str]| fihrist(many.path(), &[arguments, &["many"]].concat());
    let listed = check_each_once(&run(&["list", "--json"]));
    let dates: Vec<&str> = listed
        .iter()
        .map(|line| line["date"].as_str().unwrap_or(""))
        .collect();
    assert!(dates.is_sorted_by(|a, b| a >= b));

    let places = check_each_once(&run(&["dups", "--all", "--json"]));
    let related = check_each_once(&run(&["related", "--all", "-n", "1", "--json"]));
    assert_eq!(ids(&places), ids(&related));
    let mut by_place: Vec<(&str, u64, &str)> = listed
        .iter()
        .map(|line| {
            let text = |name: &str| line[name].as_str().unwrap();
            (text("path"), line["record"].as_u64().unwrap(), text("id"))
        })
        .collect();
    by_place.sort_unstable();
    let by_place: Vec<&str> = by_place.into_iter().map(|(_, _, id)| id).collect();
    assert_eq!(ids(&places), by_place);
}

#[test]
fn long_results_have_each_article_once_and_ranks_in_order() {
    let many = many();
    let all = (ARTICLES + 7).to_string();
    let arguments = ["search", "--json", "معرض", "-n", all.as_str(), "many"];
    let found = check_each_once(&fihrist(many.path(), &arguments));
    let ranks: Vec<u64> = found
        .iter()
        .filter_map(|line| line["rank"].as_u64())
        .collect();
    assert_eq!(ranks, (1..=ARTICLES as u64).collect::<Vec<_>>());
    assert!(found.iter().all(|line| line.get("exact").is_none()));

    let batch = fihrist_with(
        many.path(),
        &["search", "--json", "--queries", "-", "-n", &all, "many"],
        "{\"qid\": 1, \"query\": \"معرض\"}\n",
    );
    let line = &batch.json()[0];
    let strings = |name: &str| {
        let values = line[name].as_array().unwrap().iter();
        values
            .map(|value| value.as_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(strings("docs"), ids(&found));
    let keys: Vec<&str> = found
        .iter()
        .filter_map(|line| line["key"].as_str())
        .collect();
    assert_eq!(strings("keys"), keys);
    assert_eq!(
        (&line["total"], &line["exact"]),
        (&ARTICLES.into(), &true.into())
    );
}

/// A limit on the boundary of a page, and one just past it.
#[test]
fn n_bounds_the_results_of_several_pages() {
    let many = many();
    for n in [499, 500, 501, 1_000] {
        let arguments = ["search", "معرض", "-n", &n.to_string(), "many"];
        let ran = fihrist(many.path(), &arguments);
        assert_eq!(ran.stdout.lines().count(), n);
    }
}

#[test]
fn the_beginning_of_a_key_finds_the_article() {
    let news = super::news();
    let listed = fihrist(news.path(), &["list", "--json", "news"]).json();
    for line in &listed {
        let beginning = line["key"].as_str().unwrap().get(..8).unwrap();
        let shown = fihrist(news.path(), &["show", "--json", beginning, "news"]).json();
        assert_eq!(
            (&shown[0]["id"], &shown[0]["key"]),
            (&line["id"], &line["key"])
        );
        let related = |name: &str| fihrist(news.path(), &["related", "--json", name, "news"]);
        let id = line["id"].as_str().unwrap();
        assert_eq!(related(beginning).stdout, related(id).stdout);
    }
}
