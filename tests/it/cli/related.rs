//! `fihrist related`, for one article and for all.

use serde_json::Value;

use super::news;
use crate::support::{Scratch, fihrist};

/// A sentence of a dozen words that any version of the ferry's story has.
const FERRY: &str = "أبحرت العبارة الجديدة من مرفأ الزعتر صباح الأحد وعلى متنها مئة راكب وثلاثون دراجة في أولى رحلاتها إلى جزيرة المحار";
const CAPTAIN: &str = "وقال القبطان إن الرحلة استغرقت أربعين دقيقة وإن البحر كان هادئا وإن العبارة ستبحر مرتين كل يوم حتى نهاية الخريف";
const TICKETS: &str = "أعلنت إدارة مرفأ الزعتر أسعار تذاكر العبارة إلى جزيرة المحار وجعلت ركوب الدراجات بلا مقابل لمن يحملها من سكان الجزيرة";
const PRICES: &str = "وقالت الإدارة إن التذكرة بخمسة دراهم للكبار وبدرهمين للصغار وإن من يشتري عشر تذاكر يركب في المرة التالية بلا مقابل";

/// The ferry sails, told twice in nearly the same words; its tickets, told twice too; a third
/// article on the ferry; two on other things.
fn ferry() -> Scratch {
    let articles = [
        ("sails", "العبارة تبحر إلى جزيرة المحار", format!("{FERRY}. {CAPTAIN}.")),
        ("sails-again", "أولى رحلات العبارة", format!("{FERRY}. {CAPTAIN}. انتهى.")),
        ("tickets", "أسعار تذاكر العبارة", format!("{TICKETS}. {PRICES}.")),
        ("tickets-again", "تذاكر العبارة وأسعارها", format!("{TICKETS}. {PRICES}. انتهى.")),
        ("cafe", "مقهى على العبارة", "يفتح على ظهر العبارة مقهى صغير يطل ركابه على جزيرة المحار، ويملكه طباخ من مرفأ الزعتر.".to_owned()),
        ("bread", "خباز القرية", "يخبز الخباز أرغفة الشعير في تنور من طين قبل شروق الشمس.".to_owned()),
        ("chess", "بطولة الشطرنج", "فازت طالبة من الثانوية ببطولة المدينة في الشطرنج بعد تسع جولات.".to_owned()),
    ];
    let line = |(id, title, text): &(&str, &str, String)| {
        let record =
            serde_json::json!({"id": id, "title": title, "text": text, "date": "2020-03-01"});
        record.to_string()
    };
    let lines: Vec<String> = articles.iter().map(line).collect();
    Scratch::with(&[("ferry.jsonl", &lines.join("\n"))])
}

fn ids(of: &Value) -> Vec<&str> {
    let ids = of.as_array().unwrap().iter();
    ids.map(|id| id.as_str().unwrap()).collect()
}

#[test]
fn versions_come_after_what_is_related_and_are_not_counted() {
    let ferry = ferry();
    let ran = fihrist(
        ferry.path(),
        &["related", "--json", "-n", "1", "sails", "ferry.jsonl"],
    );
    let lines = ran.json();
    assert_eq!(lines.len(), 2, "{}", ran.stdout);
    assert_eq!(lines[0]["same_story"], false);
    assert_eq!(
        (&lines[1]["id"], &lines[1]["same_story"]),
        (&"sails-again".into(), &true.into())
    );
    assert_eq!(lines[1]["rank"], 2);
    assert_eq!(lines[0]["days_apart"], 0);
}

#[test]
fn another_story_is_listed_once_with_its_versions_behind_it() {
    let ferry = ferry();
    let ran = fihrist(ferry.path(), &["related", "--json", "sails", "ferry.jsonl"]);
    let lines = ran.json();
    let related: Vec<&Value> = lines.iter().filter(|l| l["same_story"] == false).collect();
    let mut listed: Vec<&str> = related.iter().map(|l| l["id"].as_str().unwrap()).collect();
    let behind: Vec<&str> = related.iter().flat_map(|l| ids(&l["versions"])).collect();
    assert_eq!(behind.len(), 1, "{}", ran.stdout);
    listed.extend(behind);
    listed.sort_unstable();
    assert_eq!(listed, ["cafe", "tickets", "tickets-again"]);
    let plain = fihrist(ferry.path(), &["related", "sails", "ferry.jsonl"]);
    let marks = |mark| plain.stdout.lines().filter(|l| l.contains(mark)).count();
    assert_eq!(
        (marks("+1 version"), marks("version\tsails-again")),
        (1, 1),
        "{}",
        plain.stdout
    );
}

#[test]
fn all_tells_versions_apart() {
    let ferry = ferry();
    let ran = fihrist(ferry.path(), &["related", "--all", "--json", "ferry.jsonl"]);
    let lines = ran.json();
    let of = |id: &str| lines.iter().find(|line| line["id"] == id).unwrap();
    assert_eq!(ids(&of("sails")["versions"]), ["sails-again"]);
    assert_eq!(ids(&of("tickets-again")["versions"]), ["tickets"]);
    assert!(!ids(&of("sails")["related"]).contains(&"sails-again"));
    assert!(ids(&of("bread")["related"]).is_empty());
}

#[test]
fn explained_it_gives_each_term_its_weight() {
    let ferry = ferry();
    let ran = fihrist(
        ferry.path(),
        &["related", "--json", "--explain", "cafe", "ferry.jsonl"],
    );
    let closest = &ran.json()[0];
    let weights = closest["weights"].as_array().unwrap();
    let weights: Vec<f64> = weights.iter().map(|w| w.as_f64().unwrap()).collect();
    assert_eq!(weights.len(), closest["terms"].as_array().unwrap().len());
    assert!(
        weights.is_sorted_by(|a, b| a >= b) && weights[0] <= 1.0,
        "{weights:?}"
    );
    let terms = ids(&closest["terms"]);
    assert!(terms.contains(&"عبارة"), "without its article: {terms:?}");
    let plain = fihrist(
        ferry.path(),
        &["related", "--explain", "cafe", "ferry.jsonl"],
    );
    assert!(plain.stdout.contains("عبارة 0."), "{}", plain.stdout);
}

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
