//! JSON in every layout, whole and broken.

use super::split::{JsonPieceKind, JsonPosition, JsonSplitter};

/// The pieces of an input: line, whether in an array, and the bytes (`…` where they are no object).
#[track_caller]
fn check(json: &str, expected: &[(u64, bool, &str)]) {
    // However the input comes, it is cut alike.
    for buffer in [1, 7, 4096] {
        let mut input = std::io::BufReader::with_capacity(buffer, json.as_bytes());
        let mut splitter = JsonSplitter::new(&mut input, JsonPosition::BEGIN);
        let mut found = Vec::new();
        while let Some(piece) = splitter.next().expect("memory does not fail") {
            let bytes = match piece.kind {
                JsonPieceKind::Object => String::from_utf8_lossy(&splitter.bytes).into_owned(),
                _ => "…".to_owned(),
            };
            found.push((piece.line, piece.in_array, bytes));
        }
        let found: Vec<_> = found
            .iter()
            .map(|(l, a, b)| (*l, *a, b.trim_end()))
            .collect();
        assert_eq!(found, expected, "{json} by {buffer}");
    }
}

#[test]
fn every_layout() {
    check("", &[]);
    check(
        "{\"a\":1}\n{\"b\":2}\n",
        &[(1, false, "{\"a\":1}"), (2, false, "{\"b\":2}")],
    );
    check(
        "[{\"a\":1},\n{\"b\":[{}]}]",
        &[(1, true, "{\"a\":1}"), (2, true, "{\"b\":[{}]}")],
    );
    check("[{}]\n[{}]", &[(1, true, "{}"), (2, true, "{}")]);
    check(
        "{\n \"a\": {\"b\": 1}\n}\n\n{\"c\":2}",
        &[
            (1, false, "{\n \"a\": {\"b\": 1}\n}"),
            (5, false, "{\"c\":2}"),
        ],
    );
    check(
        "\u{FEFF}\u{1E}{\"a\":\"}{[\\\"\"}",
        &[(1, false, "{\"a\":\"}{[\\\"\"}")],
    );
    check(
        "{\"a\":1}{\"b\":2}",
        &[(1, false, "{\"a\":1}"), (1, false, "{\"b\":2}")],
    );
}

#[test]
fn what_is_broken_costs_itself_only() {
    check(
        "{\"a\":1\n{\"b\":2}\n",
        &[(1, false, "{\"a\":1"), (2, false, "{\"b\":2}")],
    );
    check(
        "{\"a\":\"x\n{\"b\":2}\n",
        &[(1, false, "{\"a\":\"x"), (2, false, "{\"b\":2}")],
    );
    check(
        "prose\n{\"b\":2}",
        &[(1, false, "…"), (2, false, "{\"b\":2}")],
    );
    check("42\n{\"b\":2}", &[(1, false, "…"), (2, false, "{\"b\":2}")]);
    check(
        "[{\"a\":\"x},\n{\"b\":2}]",
        &[(1, true, "{\"a\":\"x},"), (2, true, "{\"b\":2}")],
    );
    check(
        "{\"a\":1}}\n{\"b\":2}",
        &[
            (1, false, "{\"a\":1}"),
            (1, false, "…"),
            (2, false, "{\"b\":2}"),
        ],
    );
    check(
        "{\"a\":\"a line\nand one more\"}\n{\"b\":2}",
        &[
            (1, false, "{\"a\":\"a line\nand one more\"}"),
            (3, false, "{\"b\":2}"),
        ],
    );
    check("{\"a\":", &[(1, false, "{\"a\":")]);
}

/// Titles of what a file of JSON gives.
#[track_caller]
fn check_titles(json: &str, expected: &[&str]) {
    let tried = super::super::test_support::read(&super::Json, json.as_bytes());
    let titles: Vec<&str> = tried
        .records
        .iter()
        .map(|r| r.title.as_deref().unwrap_or(&r.text))
        .collect();
    assert_eq!(titles, expected, "{json}: {:?}", tried.troubles);
}

#[test]
fn what_holds_articles_is_opened() {
    check_titles(
        r#"{"status":"ok","articles":[{"title":"أ","text":"ن"},{"title":"ب","text":"ن"}]}"#,
        &["أ", "ب"],
    );
    check_titles(
        r#"{"hits":{"hits":[{"_source":{"title":"أ","text":"ن"}},{"_source":{"title":"ب"}}]}}"#,
        &["أ", "ب"],
    );
    check_titles(
        r#"{"title":"موقع","items":[{"id":"1","url":"http://a.example/1","content_text":"ن"}]}"#,
        &["ن"],
    );
    check_titles(
        r#"{"7":{"title":"أ","text":"ن"},"8":{"title":"ب","text":"ن"}}"#,
        &["أ", "ب"],
    );
}

#[test]
fn what_is_an_article_is_not() {
    check_titles(
        r#"{"title":"أ","matn":"ن","comments":[{"text":"تعليق"},{"text":"آخر"}]}"#,
        &["أ"],
    );
    check_titles(r#"{"title":"أ","text":"ن","tags":[{"name":"و"}]}"#, &["أ"]);
    check_titles(
        r#"{"title":"أ","text":"ن","related":[{"title":"ب","text":"ن"}]}"#,
        &["أ"],
    );
    check_titles(r#"{"meta":{"title":"أ"},"doc":{"text":"ن"}}"#, &["أ"]);
}

#[test]
fn what_python_writes_is_mended_together() {
    check_titles(
        "{\"title\":\"أ\tب\",\"text\":\"ن \\udc00\",\"author\":NaN}",
        &["أ\tب"],
    );
}
