//! `fihrist related`, for one article and for all.

use super::news;
use crate::support::fihrist;

#[test]
fn the_closest_with_what_they_share() {
    let news = news();
    let ran = fihrist(news.path(), &["related", "--json", "w-2", "news"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let closest = &ran.json()[0];
    assert_eq!(closest["rank"], 1);
    assert_eq!(closest["days_apart"], 786);
    assert_eq!(closest["same_story"], false);
    let score = closest["score"].as_f64().unwrap();
    assert!(0.0 < score && score < 1.0);
    let terms = closest["terms"].as_array().unwrap();
    assert!(terms.iter().any(|term| term == "ياسمين"), "{closest}");
}

#[test]
fn plain_lines_name_them() {
    let news = news();
    let ran = fihrist(news.path(), &["related", "-n", "1", "w-2", "news"]);
    assert_eq!((ran.status, ran.stdout.lines().count()), (Some(0), 1));
    assert!(ran.stdout.contains("افتتاح حديقة الياسمين في حي النور"));
}

#[test]
fn all_gives_a_line_for_every_article() {
    let news = news();
    let ran = fihrist(news.path(), &["related", "--all", "--json", "news"]);
    let lines = ran.json();
    assert_eq!((ran.status, lines.len()), (Some(0), 4));
    for line in &lines {
        let related = line["related"].as_array().unwrap();
        assert!(!related.contains(&line["id"]), "{line}");
    }
}

#[test]
fn an_article_alone_has_none() {
    let news = news();
    let ran = fihrist(
        news.path(),
        &["related", "w-1", "news/wire.jsonl", "-n", "0"],
    );
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
}
