//! `fihrist dups`, and `fihrist show` with its repeats: what scripts are promised of what is said twice.

use std::collections::BTreeSet;

use serde_json::Value;

use super::news;
use crate::support::{Scratch, fihrist};

const MARKET: &str = "افتتحت بلدية رأس النخيل سوقا للكتب المستعملة في الساحة القديمة قرب الميناء.";
const STALLS: &str = "وقال أمين السوق ناصر الحداد إن ثلاثين بائعا عرضوا كتبهم في اليوم الأول وحده.";
const HOURS: &str = "وتفتح السوق أبوابها كل جمعة من الثامنة صباحا حتى غروب الشمس طوال فصل الربيع.";

/// Three outlets with one story, one of which has said it twice; and another story.
fn outlets() -> Scratch {
    let record = |id: &str, source: &str, date: &str, text: &str| {
        let text = text.replace('\n', r"\n");
        format!(
            r#"{{"id":"{id}","title":"سوق الكتب","source":"{source}","date":"{date}","text":"{text}"}}"#
        )
    };
    let story = format!("{MARKET}\n{STALLS}\n{HOURS}");
    let twice = format!("{story}\n{MARKET}\n{}", STALLS.replace("ثلاثين", "أربعين"));
    let lines = [
        record(
            "late",
            "بريد النهر",
            "2022-04-03",
            &story.replace("ناصر", "سمير"),
        ),
        record("first", "وكالة الضفتين", "2022-04-01", &story),
        record("twice", "صدى الساحل", "2022-04-02", &twice),
        record(
            "other",
            "صدى الساحل",
            "2022-04-02",
            "نظم نادي الفلك ليلة لرصد الكواكب فوق تلة الزعتر حضرها مئات الهواة.",
        ),
    ];
    Scratch::with(&[("outlets.jsonl", &lines.join("\n"))])
}

fn chars(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (
        start.as_u64().unwrap() as usize,
        end.as_u64().unwrap() as usize,
    );
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn articles_that_repeat_themselves_with_positions_in_their_text() {
    let corpus = outlets();
    let ran = fihrist(corpus.path(), &["dups", "--json", "outlets.jsonl"]);
    assert_eq!(ran.status, Some(0));
    let [found] = &ran.json()[..] else {
        panic!("{ran}");
    };
    assert_eq!(found["id"], "twice");
    let shown = fihrist(corpus.path(), &["show", "twice", "--json", "outlets.jsonl"]).json();
    assert_eq!(found["paragraphs"], shown[0]["paragraphs"]);
    let text = shown[0]["text"].as_str().unwrap();
    let fold = &found["paragraphs"][3]["folds"][0];
    assert_eq!(chars(text, &fold["start"], &fold["end"]), MARKET);
    assert_eq!(chars(text, &fold["of_start"], &fold["of_end"]), MARKET);
    assert_eq!(fold["of_in"], "text");
    let near = &found["paragraphs"][4]["near"][0];
    assert_eq!(chars(text, &near["of_start"], &near["of_end"]), STALLS);
    let of_op = |ops: &str, at: usize| {
        let op = &near[ops][at];
        (
            op[0].as_str().unwrap().to_owned(),
            chars(text, &op[1], &op[2]),
        )
    };
    assert_eq!(of_op("ops", 1), ("replace".to_owned(), "أربعين".to_owned()));
    assert_eq!(
        of_op("of_ops", 1),
        ("replace".to_owned(), "ثلاثين".to_owned())
    );
}

#[test]
fn all_articles_are_listed_where_that_is_asked() {
    let corpus = outlets();
    let all = fihrist(corpus.path(), &["dups", "--all", "--json", "outlets.jsonl"]);
    assert_eq!(all.json().len(), 4);
}

#[test]
fn a_story_is_told_by_its_members_the_original_first() {
    let corpus = outlets();
    let ran = fihrist(
        corpus.path(),
        &["dups", "--scope", "corpus", "--json", "outlets.jsonl"],
    );
    let [story] = &ran.json()[..] else {
        panic!("{ran}");
    };
    assert_eq!(story["size"], 3);
    let name = story["cluster"].as_str().unwrap();
    assert!(name.len() == 12 && name.chars().all(|c| c.is_ascii_hexdigit()));
    assert_eq!(story["story"], name, "the whole story is one cluster");
    let members = story["members"].as_array().unwrap();
    let ids: Vec<&str> = members.iter().map(|m| m["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["first", "twice", "late"]);
    assert_eq!(members[0]["similarity"], 1.0);
    assert_eq!(members[2]["source"], "بريد النهر");
    assert_eq!(members[2]["date"], "2022-04-03");
    let similarity = members[2]["similarity"].as_f64().unwrap();
    assert!((0.5..1.0).contains(&similarity));
}

/// The agency's text is like the long version and the short one, which are not like each other.
#[test]
fn clusters_have_names_of_their_own_in_whatever_order_the_files_come() {
    let words = |seed: usize, n: usize| {
        let words = (0..n).map(|k| format!("كلمة{seed}و{k}"));
        words.collect::<Vec<_>>().join(" ")
    };
    let agency = words(1, 60);
    let texts = [
        ("agency", agency.clone()),
        ("before", format!("{} {agency}", words(2, 40))),
        ("after", format!("{agency} {}", words(3, 40))),
    ];
    let file = |(id, text): &(&str, String)| format!(r#"{{"id":"{id}","text":"{text}"}}"#);
    let files: Vec<String> = texts.iter().map(file).collect();
    let found = |names: [&str; 3]| {
        let named: Vec<(&str, &str)> = names
            .into_iter()
            .zip(files.iter().map(String::as_str))
            .collect();
        let corpus = Scratch::with(&named);
        let ran = fihrist(corpus.path(), &["dups", "--scope", "corpus", "--json", "."]);
        let mut clusters: Vec<(String, String, BTreeSet<String>)> = Vec::new();
        for cluster in ran.json() {
            let key = |key: &str| cluster[key].as_str().unwrap().to_owned();
            let members = cluster["members"].as_array().unwrap();
            let ids = members.iter().map(|m| m["id"].as_str().unwrap().to_owned());
            clusters.push((key("cluster"), key("story"), ids.collect()));
        }
        clusters.sort();
        clusters
    };
    let clusters = found(["a.jsonl", "b.jsonl", "c.jsonl"]);
    assert_eq!(clusters, found(["c.jsonl", "a.jsonl", "b.jsonl"]));
    let [one, two] = &clusters[..] else {
        panic!("{clusters:?}");
    };
    assert_ne!(one.0, two.0);
    assert_eq!(one.1, two.1, "two clusters of one story");
    assert!(one.2.contains("agency") && two.2.contains("agency"));
}

#[test]
fn for_people_a_line_an_article_and_a_block_a_story() {
    let corpus = outlets();
    insta::assert_snapshot!(fihrist(corpus.path(), &["dups", "--scope", "both", "outlets.jsonl"]), @"
    exit 0
    --- stdout
    twice	12/66	≈1	سوق الكتب

    100%	first	2022-04-01	وكالة الضفتين	سوق الكتب
    80%	twice	2022-04-02	صدى الساحل	سوق الكتب
    76%	late	2022-04-03	بريد النهر	سوق الكتب
    ");
}

#[test]
fn a_stricter_threshold_and_longer_sentences_find_less() {
    let corpus = outlets();
    let strict = [
        "dups",
        "--scope",
        "corpus",
        "--threshold",
        "0.99",
        "outlets.jsonl",
    ];
    assert_eq!(fihrist(corpus.path(), &strict).status, Some(1));
    let long = ["dups", "--min-words", "30", "--json", "outlets.jsonl"];
    let found = fihrist(corpus.path(), &long).json();
    assert!(
        found
            .iter()
            .all(|a| a["paragraphs"][3]["folds"][0].is_null())
    );
    let short = ["dups", "--min-words", "3", "outlets.jsonl"];
    assert_eq!(
        fihrist(corpus.path(), &short).status,
        Some(2),
        "no repeat is so short"
    );
    for wrong in ["0", "1.5", "much"] {
        let ran = fihrist(
            corpus.path(),
            &["dups", "--threshold", wrong, "outlets.jsonl"],
        );
        assert_eq!(ran.status, Some(2), "{wrong}");
    }
}

#[test]
fn nothing_said_twice_is_nothing_found() {
    let corpus = Scratch::with(&[("one.txt", "سوق الكتب\n\nتفتح السوق أبوابها كل جمعة.\n")]);
    assert_eq!(fihrist(corpus.path(), &["dups", "one.txt"]).status, Some(1));
    assert_eq!(
        fihrist(corpus.path(), &["dups", "--scope", "corpus", "one.txt"]).status,
        Some(1)
    );
}

#[test]
fn show_has_three_faces() {
    let news = news();
    let listed = fihrist(news.path(), &["list", "--json", "news/garden.txt"]).json();
    let id = listed[0]["id"].as_str().unwrap();
    let show = |flag: &str| fihrist(news.path(), &["show", id, flag, "news"]).stdout;
    assert_eq!(
        show("--dedup"),
        fihrist(news.path(), &["show", id, "news"]).stdout
    );
    assert!(show("--raw").matches("افتتحت بلدية حي النور").count() == 2);
    insta::assert_snapshot!(show("--dups"), @"
    ▾ 1 paragraph, 30% of the words, repeats: افتتحت بلدية حي النور صباح اليوم حديقة الياسمين بعد ثلاث سنوات من…
    افتتحت بلدية حي النور صباح اليوم حديقة الياسمين بعد ثلاث سنوات من العمل، وتضم الحديقة 420 شجرة.
    ");
    let boats = fihrist(news.path(), &["list", "--json", "news/boats.txt"]).json();
    let boats = boats[0]["id"].as_str().unwrap();
    for more in [&["--dups"][..], &["--dups", "--json"]] {
        let arguments = [&["show", boats, "news"], more].concat();
        assert_eq!(fihrist(news.path(), &arguments).status, Some(1), "{more:?}");
    }
    assert_eq!(
        fihrist(news.path(), &["show", id, "--raw", "--dups", "news"]).status,
        Some(2)
    );
}

#[test]
fn what_changed_is_told_in_plain_text_too() {
    let corpus = outlets();
    let shown = fihrist(corpus.path(), &["show", "twice", "outlets.jsonl"]).stdout;
    assert!(
        shown.contains("≈ repeats with changes; before: ثلاثين"),
        "{shown}"
    );
    let visual = fihrist(
        corpus.path(),
        &[
            "show",
            "twice",
            "--visual",
            "--width",
            "60",
            "outlets.jsonl",
        ],
    );
    assert!(visual.stdout.contains('≈'), "{visual}");
}
