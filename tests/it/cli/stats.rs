//! `fihrist stats`: a small corpus in, every field of its object out, counted again here.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{broken_news, news};
use crate::support::{Ran, Scratch, fihrist};

const FERRY: &str =
    "عادت العبارة الزرقاء إلى خط النهر بعد شهر من الصيانة وحملت مئتي راكب في يومها الأول.";
const BRIDGE: &str = "وقال ربان العبارة إن الرحلة تستغرق ربع ساعة بين الجسر القديم ومرسى الصفصاف.";

/// Two versions of a story, one of which says a paragraph again; a date in part, one unknown, no source.
fn ferries(last: &str) -> Scratch {
    let twice = format!("{FERRY}\n{BRIDGE}\n{FERRY}");
    let once = format!("{FERRY}\n{BRIDGE}");
    let records = [
        json!({"id": "f-1", "title": "عودة العبارة", "source": "صدى النهر", "date": "2018-01-30", "text": twice}),
        json!({"id": "f-2", "title": "العبارة تعود", "source": "بريد المرسى", "date": last, "text": once}),
        json!({"id": "f-3", "title": "زهور على الرصيف", "source": "صدى النهر", "date": "2018-02", "text": "زرع أطفال الحي سبعين شتلة على الرصيف."}),
        json!({"id": "f-4", "title": "نشرة بلا مصدر", "text": "تفتح المكتبة أبوابها مساء."}),
    ];
    let lines = records.map(|record| record.to_string()).join("\n");
    Scratch::with(&[
        ("ferries.jsonl", &lines),
        (
            "note.txt",
            "درس في الخط\n\nيقام الدرس كل سبت في قاعة البلدية.\n",
        ),
    ])
}

/// Status and the one object.
fn stats(ran: &Ran) -> Value {
    let [object] = &ran.json()[..] else {
        panic!("{ran}");
    };
    object.clone()
}

/// `stats` worked out from what `list` prints: all but what only one of them knows.
fn counted_from_list(corpus: &Scratch, period: usize) -> Value {
    let listed = fihrist(corpus.path(), &["list", "--json", "."]).json();
    let sum = |key: &str| listed.iter().map(|a| a[key].as_u64().unwrap()).sum::<u64>();
    let mut sources: BTreeMap<Option<&str>, (u64, BTreeMap<&str, u64>)> = BTreeMap::new();
    for article in &listed {
        let (articles, periods) = sources.entry(article["source"].as_str()).or_default();
        *articles += 1;
        if let Some(period) = article["date"].as_str().and_then(|date| date.get(..period)) {
            *periods.entry(period).or_default() += 1;
        }
    }
    let mut rows: Vec<_> = sources.into_iter().collect();
    rows.sort_by_key(|(name, (articles, _))| (u64::MAX - articles, *name));
    let rows = rows.into_iter().map(|(source, (articles, periods))| {
        json!({"source": source, "articles": articles, "periods": periods})
    });
    json!({
        "articles": listed.len(),
        "words": sum("words"),
        "repeated_words": sum("repeated_words"),
        "sources": rows.collect::<Vec<_>>(),
    })
}

#[track_caller]
fn check_sums(corpus: &Scratch, object: &Value, period: usize) {
    let expected = counted_from_list(corpus, period);
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&object[key], value, "{key}");
    }
}

#[test]
fn every_field_of_the_object() {
    let corpus = ferries("2018-05-02");
    let ran = fihrist(corpus.path(), &["stats", "--json", "."]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let object = stats(&ran);
    check_sums(&corpus, &object, 7);
    let words = |text: &str| text.split_whitespace().count();
    let (twice, once) = (
        2 * words(FERRY) + words(BRIDGE),
        words(FERRY) + words(BRIDGE),
    );
    let expected = json!({
        "schema": 1,
        "stories": 4,
        "dates": {"first": "2018-01-30", "last": "2018-05-02", "day": 2, "part": 1, "inferred": 0, "unknown": 2},
        "by": "month",
        "forms": {"JSON": 4, "text": 1},
        "encodings": {"UTF-8": 5},
        "problems": {"errors": 0, "guesses": 0, "notes": 0},
        "exact": true,
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&object[key], value, "{key}");
    }
    assert_eq!(object["repeated_words"], words(FERRY));
    let longest = object["longest"].as_array().unwrap();
    let ids: Vec<&Value> = longest.iter().map(|article| &article["id"]).collect();
    assert_eq!(ids[..2], ["f-1", "f-2"]);
    assert_eq!((ids.len(), &longest[1]["words"]), (5, &json!(once)));
    let [repeated] = &object["most_repeated"].as_array().unwrap()[..] else {
        panic!("{object}");
    };
    assert_eq!(repeated, &longest[0]);
    let shown = fihrist(corpus.path(), &["show", "--json", "f-1", "."]).json();
    assert_eq!(
        repeated,
        &json!({"id": "f-1", "key": shown[0]["key"], "title": "عودة العبارة", "source": "صدى النهر",
                "date": "2018-01-30", "words": twice, "repeated_words": words(FERRY)})
    );
}

#[test]
fn keys_are_in_the_order_of_the_contract() {
    let ran = fihrist(ferries("2018-05-02").path(), &["stats", "--json", "."]);
    let keys = [
        "schema",
        "articles",
        "words",
        "repeated_words",
        "stories",
        "dates",
        "by",
        "sources",
        "longest",
        "most_repeated",
        "forms",
        "encodings",
        "problems",
        "exact",
        "memory",
    ];
    let places: Vec<_> = keys
        .iter()
        .map(|key| ran.stdout.find(&format!("\"{key}\":")))
        .collect();
    assert!(places.iter().all(Option::is_some), "{ran}");
    assert_eq!(stats(&ran).as_object().unwrap().len(), keys.len());
}

/// A month alone has no place among days.
#[test]
fn a_short_corpus_is_counted_by_day() {
    let corpus = ferries("2018-03-02");
    let object = stats(&fihrist(corpus.path(), &["stats", "--json", "."]));
    assert_eq!(object["by"], "day");
    check_sums(&corpus, &object, 10);
    let sources = object["sources"].as_array().unwrap();
    assert_eq!(sources[0]["articles"], 2);
    assert_eq!(sources[0]["periods"], json!({"2018-01-30": 1}));
}

#[test]
fn an_unknown_source_is_null() {
    let object = stats(&fihrist(
        ferries("2018-05-02").path(),
        &["stats", "--json", "."],
    ));
    let sources = object["sources"].as_array().unwrap();
    let unknown: Vec<&Value> = sources
        .iter()
        .filter(|row| row["source"].is_null())
        .collect();
    assert_eq!(
        unknown,
        [&json!({"source": null, "articles": 1, "periods": {}})]
    );
}

#[test]
fn no_article_is_nothing_found() {
    let corpus = Scratch::with(&[("empty.jsonl", "")]);
    let ran = fihrist(corpus.path(), &["stats", "--json", "empty.jsonl"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), ""));
    let object = stats(&ran);
    assert_eq!(
        (&object["articles"], &object["stories"]),
        (&json!(0), &json!(0))
    );
    assert_eq!(
        (&object["dates"]["first"], &object["by"]),
        (&Value::Null, &json!("month"))
    );
    assert_eq!(
        (&object["sources"], &object["forms"]),
        (&json!([]), &json!({}))
    );
}

#[test]
fn what_could_not_be_read_shows_in_the_status() {
    let corpus = broken_news();
    let ran = fihrist(corpus.path(), &["stats", "--json", "news"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.stderr.contains("wire.jsonl:2: not JSON"), "{ran}");
    assert_eq!(stats(&ran)["problems"]["errors"], 1);
}

/// Tabs as arrows, and without the bytes of memory, which are no facts of the corpus.
#[test]
fn for_people_a_line_a_fact() {
    let corpus = ferries("2018-05-02");
    let ran = fihrist(corpus.path(), &["stats", "."]).to_string();
    let (ran, memory) = ran.trim_end().rsplit_once('\n').unwrap();
    let parts = ["texts", "index", "lexicon", "columns", "cards", "lines"];
    let places = parts.map(|part| memory.find(&format!("{part} ")));
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{memory}"
    );
    insta::assert_snapshot!(ran.replace('\t', "→"), @"
    exit 0
    --- stdout
    articles      →5
    words         →95
    repeated words→16
    stories       →4
    first date    →2018-01-30
    last date     →2018-05-02
    dates known   →day 2, part 1, inferred 0, unknown 2
    source        →2→صدى النهر→2018-01 1, 2018-02 1
    source        →1→→
    source        →1→ferries→
    source        →1→بريد المرسى→2018-05 1
    longest       →45→f-1→2018-01-30→صدى النهر→عودة العبارة
    longest       →29→f-2→2018-05-02→بريد المرسى→العبارة تعود
    longest       →10→dd009d4421→→→درس في الخط
    longest       →7→f-3→2018-02→صدى النهر→زهور على الرصيف
    longest       →4→f-4→→ferries→نشرة بلا مصدر
    most repeated →16/45→f-1→2018-01-30→صدى النهر→عودة العبارة
    read as       →JSON 4, text 1
    encodings     →UTF-8 5
    problems      →errors 0, guesses 0, notes 0
    ");
}

#[test]
fn no_control_character_of_a_name_gets_out() {
    let corpus = news();
    let record = json!({"id": "x\u{1b}[2J", "title": "مرسى\u{9b}5m", "source": "نهر\u{1b}]0;a\u{7}", "text": "ماء"});
    corpus.write("news/odd.jsonl", &record.to_string());
    for arguments in [&["stats", "news"][..], &["stats", "--json", "news"]] {
        let ran = fihrist(corpus.path(), arguments);
        let control = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(!ran.stdout.contains(control), "{:?}", ran.stdout);
        assert!(ran.stdout.contains("مرسى"), "{ran}");
    }
}
