//! Words in, the articles they should find out: what a reader expects of a search in Arabic.

use crate::cli::news;
use crate::support::{Scratch, fihrist, fihrist_with};

/// One article a word, to see which words find which.
const WORDS: &str = r#"{"id":"noun","title":"رحلة","source":"بريد النهر","date":"2015-08-03","text":"يمر القطار الجديد في سورية مرتين كل أسبوع."}
{"id":"name","title":"قافلة","source":"بريد النهر","date":"2015-08-20","text":"وصلت القافلة إلى سوريا قبل المغيب."}
{"id":"person","title":"رسام","source":"بريد التل","date":"2015-09-01","text":"رسم فنان سوري لوحة كبيرة للنهر."}
{"id":"us-1","title":"بعثة","source":"بريد التل","date":"2016-01-05","text":"عادت البعثة من أمريكا بعد شهر."}
{"id":"us-2","title":"معرض","source":"وكالة الغيمة","date":"2016-02","text":"يفتتح في أميركا معرض للخزف القديم."}
{"id":"us-3","title":"طابع","source":"وكالة الغيمة","date":"2017","text":"صدر طابع نادر في امريكا، وطابع آخر في اميركا."}
{"id":"to","title":"هدية","source":"وكالة الغيمة","text":"قدم الأطفال هدية للوزير عند باب المدرسة."}
{"id":"the","title":"زيارة","source":"بريد التل","date":"2016-03-07","text":"زار الوزير معمل السجاد صباحا."}
{"id":"two","title":"لقاء","source":"بريد التل","date":"2016-03-09","text":"التقى الصحفيون الوزيرين في حديقة المتحف."}
{"id":"year","title":"حصاد","source":"بريد النهر","date":"2016-01-01","text":"كان موسم الزيتون في عام ٢٠١٥ وفيرا."}
{"id":"talk","title":"ندوة","source":"بريد النهر","date":"2016-05-05","text":"بدأ الحوار بين النحاتين والرسامين."}
"#;

fn words() -> Scratch {
    Scratch::with(&[("words.jsonl", WORDS)])
}

/// What answers a query on `WORDS`, by id: what has every word, or if nothing has, what has some.
fn ids(arguments: &[&str]) -> Vec<String> {
    let folder = words();
    let mut all = vec!["search", "--json"];
    all.extend(arguments);
    all.push("words.jsonl");
    let ran = fihrist(folder.path(), &all);
    let rows = ran.json();
    let complete = rows.iter().any(|row| row["complete"] == true);
    let answers = rows.iter().filter(|row| row["complete"] == complete);
    let ids = answers.map(|row| row["id"].as_str().unwrap().to_owned());
    let mut ids: Vec<String> = ids.collect();
    ids.sort();
    ids
}

#[track_caller]
fn finds(arguments: &[&str], expected: &[&str]) {
    assert_eq!(ids(arguments), expected, "{arguments:?}");
}

#[test]
fn a_country_is_found_in_both_spellings_but_not_its_people() {
    finds(&["سوريا"], &["name", "noun"]);
    finds(&["سورية"], &["name", "noun"]);
    finds(&["سوري"], &["person"]);
}

#[test]
fn a_name_is_found_in_all_its_spellings() {
    for asked in ["اميركا", "أمريكا", "أميركا", "امريكا"] {
        finds(&[asked], &["us-1", "us-2", "us-3"]);
    }
    finds(&["--exact", "اميركا"], &["us-3"]);
    finds(&["=اميركا"], &["us-3"]);
    finds(&["--word", "اميركا"], &["us-2", "us-3"]);
}

#[test]
fn a_word_is_found_with_what_clings_to_it() {
    finds(&["وزير"], &["the", "to", "two"]);
}

#[test]
fn digits_of_any_script_are_the_same() {
    finds(&["2015"], &["year"]);
    finds(&["٢٠١٥"], &["year"]);
    finds(&["۲۰۱۵"], &["year"]);
}

#[test]
fn a_half_typed_word_leads_to_what_it_may_become() {
    for typed in ["الحو", "حو", "الحوا", "الحوار"] {
        finds(&["--typing", typed], &["talk"]);
    }
    finds(&["الحو"], &[]);
}

#[test]
fn the_query_language_is_understood() {
    finds(&["سوريا -القافلة"], &["noun"]);
    finds(&["سوريا أو الزيتون"], &["name", "noun", "year"]);
    finds(&["سوريا OR الزيتون"], &["name", "noun", "year"]);
    finds(&["\"باب المدرسة\""], &["to"]);
    finds(&["عنوان:طابع"], &["us-3"]);
    finds(&["title:البعثة"], &["us-1"]);
    finds(&["مصدر:الغيمة امريكا"], &["us-2", "us-3"]);
    finds(&["source:الغيمة date:2016"], &["us-2"]);
    finds(&["تاريخ:2015-08"], &["name", "noun"]);
    finds(&["date:<2015-09 سوريا"], &["name", "noun"]);
    finds(&["تاريخ:٢٠١٥-٠٩"], &["person"]);
    finds(&["تاريخ:?"], &["to"]);
    finds(&["قطا*"], &["noun"]);
    finds(&["الزيتون ~3 وفيرا"], &["year"]);
}

#[test]
fn a_half_typed_query_still_searches() {
    for query in [
        "سوريا date:20",
        "سوريا source:",
        "سوريا OR ",
        "سوريا -",
        "سوريا \"",
        "سوريا ~",
        "\"سوريا",
        "سوريا (",
    ] {
        finds(&["--typing", query], &["name", "noun"]);
    }
}

#[test]
fn sources_and_dates_narrow() {
    let america = |more: &[&str], expected: &[&str]| finds(&[more, &["امريكا"]].concat(), expected);
    america(&["--source", "الغيمة"], &["us-2", "us-3"]);
    america(
        &["--source", "التل", "--source", "الغيمة"],
        &["us-1", "us-2", "us-3"],
    );
    america(&["--source", "بريد"], &["us-1"]);
    america(&["--from", "2016-01"], &["us-1", "us-2", "us-3"]);
    america(&["--to", "٢٠١٦"], &["us-1", "us-2"]);
    america(&["--from", "2016-01-06", "--to", "2016-12"], &["us-2"]);
    // What the query says counts as well.
    finds(&["--source", "الغيمة", "امريكا مصدر:التل"], &[]);
    // Without a word, all that passes.
    finds(
        &["--from", "2015", "--to", "2015-08", ""],
        &["name", "noun"],
    );
}

#[test]
fn a_wrong_date_is_a_usage_error_that_helps() {
    let folder = words();
    for (flag, date) in [
        ("--from", "yesterday"),
        ("--to", "2015-13"),
        ("--from", "2015..2016"),
        ("--to", "\u{1b}[31m"),
    ] {
        let ran = fihrist(
            folder.path(),
            &["search", flag, date, "سوريا", "words.jsonl"],
        );
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{date}");
        assert!(ran.stderr.contains(flag), "{ran}");
        assert!(
            ran.stderr.contains("2015-08-03"),
            "says what is understood: {ran}"
        );
        assert!(!ran.stderr.contains('\u{1b}'));
    }
    let upside_down = [
        "search",
        "--from",
        "2016",
        "--to",
        "2015",
        "سوريا",
        "words.jsonl",
    ];
    let ran = fihrist(folder.path(), &upside_down);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
}

#[test]
fn results_are_sorted_as_asked() {
    let folder = words();
    let order = |sort: &str| {
        let arguments = ["search", "--sort", sort, "--json", "امريكا", "words.jsonl"];
        let rows = fihrist(folder.path(), &arguments).json();
        let ids = rows
            .iter()
            .map(|row| row["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order("date"), "us-3 us-2 us-1");
    assert_eq!(order("oldest"), "us-1 us-2 us-3");
    assert_eq!(order("source"), "us-1 us-3 us-2");
    let ran = fihrist(
        folder.path(),
        &["search", "--sort", "colour", "امريكا", "words.jsonl"],
    );
    assert_eq!(ran.status, Some(2));
}

#[test]
fn what_was_not_understood_is_told_and_searched() {
    let folder = words();
    insta::assert_snapshot!(
        fihrist(folder.path(), &["search", "سوريا date:soon author:x", "words.jsonl"]), @r#"
    exit 0
    --- stdout
    1	name	2015-08-20	بريد النهر	قافلة
    2	noun	2015-08-03	بريد النهر	رحلة
    3	person	2015-09-01	بريد التل	رسام
    --- stderr
    fihrist: date:soon: not a date, searched as words
    fihrist: author: no such field (source, title, date), searched as words
    fihrist: no article has all the words; these have some
    "#);
}

#[test]
fn forms_are_listed_with_their_counts() {
    let folder = words();
    insta::assert_snapshot!(fihrist(folder.path(), &["search", "--forms", "اميركا", "words.jsonl"]), @r#"
    exit 0
    --- stdout
          3  in all     اميركا
          3  spelling   4 spellings
          1  spelling   أمريكا
          1  spelling   أميركا
          1  spelling   امريكا
          1  spelling   اميركا
    "#);
    let ran = fihrist(
        folder.path(),
        &["search", "--forms", "--json", "وزير", "words.jsonl"],
    );
    insta::assert_snapshot!(ran, @r#"
    exit 0
    --- stdout
    {"word":"وزير","form":"الوزير","articles":1,"kind":"attached"}
    {"word":"وزير","form":"للوزير","articles":1,"kind":"attached"}
    {"word":"وزير","form":"الوزيرين","articles":1,"kind":"inflected"}
    {"word":"وزير","spellings":0,"articles_spelled":0,"articles":3}
    "#);
    let none = fihrist(
        folder.path(),
        &["search", "--forms", "زرافة", "words.jsonl"],
    );
    assert_eq!(none.status, Some(1), "{none}");
}

#[test]
fn forms_can_be_asked_of_many_queries() {
    let folder = words();
    let input = "{\"qid\":7,\"query\":\"سوريا\"}\n";
    let arguments = [
        "search",
        "--forms",
        "--json",
        "--queries",
        "-",
        "words.jsonl",
    ];
    let ran = fihrist_with(folder.path(), &arguments, input);
    let lines = ran.json();
    assert_eq!(lines.len(), 3, "{ran}");
    assert!(
        lines
            .iter()
            .all(|line| line["qid"] == 7 && line["word"] == "سوريا")
    );
    assert_eq!(lines[2]["articles"], 2);
}

#[test]
fn snippets_stand_below_their_rows() {
    let folder = words();
    insta::assert_snapshot!(fihrist(folder.path(), &["search", "--snippets", "--sort", "date", "سوريا", "words.jsonl"]), @r#"
    exit 0
    --- stdout
    1	name	2015-08-20	بريد النهر	قافلة
    	وصلت القافلة إلى سوريا قبل المغيب.
    2	noun	2015-08-03	بريد النهر	رحلة
    	يمر القطار الجديد في سورية مرتين كل أسبوع.
    "#);
}

/// What repeats and what is furniture is not what one wants to see of an article.
#[test]
fn a_snippet_is_of_the_articles_own_text() {
    let news = news();
    let ran = fihrist(
        news.path(),
        &["search", "--json", "البلدية حديقة الياسمين", "news"],
    );
    for row in ran.json() {
        let snippet = row["snippet"].as_str().unwrap();
        assert!(!snippet.contains("12/03/2019"), "{snippet}");
        let told = snippet.matches("ثلاث سنوات").count();
        assert!(told < 2, "once only: {snippet}");
    }
}

#[test]
fn a_match_is_given_as_it_is_written() {
    let vowelled = r#"{"id":"v","title":"حكاية","text":"دَخَلَ المُعَلِّمُ الحَديقَـــةَ مُبَكِّرا."}"#;
    let folder = Scratch::with(&[("v.jsonl", vowelled)]);
    let ran = fihrist(
        folder.path(),
        &["search", "--json", "حديقة معلم", "v.jsonl"],
    );
    let row = &ran.json()[0];
    let snippet: Vec<char> = row["snippet"].as_str().unwrap().chars().collect();
    let matched = row["matches"].as_array().unwrap().iter().map(|m| {
        let at = |end: usize| usize::try_from(m[end].as_u64().unwrap()).unwrap();
        String::from_iter(&snippet[at(0)..at(1)])
    });
    assert_eq!(matched.collect::<Vec<_>>(), ["المُعَلِّمُ", "الحَديقَـــةَ"]);
}

#[test]
fn rows_say_whether_they_have_every_word() {
    let folder = words();
    let ran = fihrist(
        folder.path(),
        &["search", "--json", "امريكا طابع", "words.jsonl"],
    );
    let rows = ran.json();
    assert_eq!(
        (&rows[0]["id"], &rows[0]["complete"]),
        (&"us-3".into(), &true.into())
    );
    assert!(
        rows[1..].iter().all(|row| row["complete"] == false),
        "{ran}"
    );
    let loosened = fihrist(
        folder.path(),
        &["search", "--json", "امريكا الزيتون", "words.jsonl"],
    );
    assert!(loosened.stderr.contains("some"), "{loosened}");
    assert!(loosened.json().iter().all(|row| row["complete"] == false));
}

#[test]
fn particles_alone_are_searched_too() {
    finds(&["بين"], &["talk"]);
    finds(&["عن بين"], &["talk"]);
}

#[test]
fn an_unknown_source_finds_nothing() {
    let folder = words();
    let ran = fihrist(
        folder.path(),
        &["search", "--source", "المريخ", "سوريا", "words.jsonl"],
    );
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""), "{ran}");
    assert!(ran.stderr.contains("المريخ"), "{ran}");
}

/// No query is an error, takes long, or reaches the terminal as a control.
#[test]
fn hostile_queries_do_no_harm() {
    let folder = words();
    let many = |piece: &str| piece.repeat(100_000 / piece.len());
    let queries = [
        "\u{1b}[31mسوريا\u{9b}5m\u{7f}\u{7}\u{202e}".to_owned(),
        many("سوريا "),
        many("\""),
        many("-"),
        many("("),
        many("source:"),
        many("source:x"),
        many("date:2015 "),
        many("س"),
        many("سوريا OR "),
        many("سوريا~5 "),
        many("\u{64e}"),
        many("ـ"),
        many("=\"س ا\"~3 "),
        many("author:\u{1b}]0;x "),
    ];
    let lines = queries.map(|query| serde_json::json!({ "qid": 1, "query": query }).to_string());
    let short = &lines[..1];
    for (lines, flags) in [
        (&lines[..], &["--json"][..]),
        (short, &[]),
        (short, &["--snippets"]),
        (short, &["--forms"]),
        (short, &["--forms", "--json", "--typing"]),
    ] {
        let arguments = [&["search", "--queries", "-"], flags, &["words.jsonl"]].concat();
        let ran = fihrist_with(folder.path(), &arguments, &lines.join("\n"));
        assert!(
            matches!(ran.status, Some(0 | 1)),
            "{flags:?}: {:?}",
            ran.status
        );
        let control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!ran.stdout.contains(control), "{flags:?}");
        assert!(!ran.stderr.contains(control), "{flags:?}");
        if flags == ["--json"] {
            assert_eq!(ran.stdout.lines().count(), lines.len());
        }
    }
}

#[test]
fn a_line_that_is_no_query_stops_no_other() {
    let folder = words();
    let input = "{\"qid\":1,\"query\":\"سوريا\"}\nسوريا\n\u{1b}\n{\"qid\":2}\n{\"qid\":3,\"query\":\"الحوار\"}\n";
    let ran = fihrist_with(
        folder.path(),
        &["search", "--queries", "-", "words.jsonl"],
        input,
    );
    assert_eq!(ran.status, Some(2), "{ran}");
    assert_eq!(ran.stdout.lines().count(), 2, "{ran}");
    for line in ["-:2:", "-:3:", "-:4:"] {
        assert!(ran.stderr.contains(line), "{ran}");
    }
}

#[test]
fn the_demo_corpus_answers() {
    let demo = crate::support::demo_corpus();
    let demo = demo.to_str().unwrap();
    let ran = fihrist(
        crate::support::root(),
        &["search", "--json", "ميناء المرجان", demo],
    );
    let rows = ran.json();
    assert!(
        rows[0]["title"].as_str().unwrap().contains("مرجان"),
        "{}",
        rows[0]
    );
    for row in &rows {
        let length = row["snippet"].as_str().unwrap().chars().count();
        assert!((1..=160).contains(&length), "{row}");
    }
}
