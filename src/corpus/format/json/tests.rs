//! JSON in every layout, whole and broken.

use super::split::{Kind, Splitter};

/// The pieces of an input: line, whether in an array, and the bytes (`…` where they are no object).
#[track_caller]
fn check(json: &str, expected: &[(u64, bool, &str)]) {
    // However the input comes, it is cut alike.
    for buffer in [1, 7, 4096] {
        let mut input = std::io::BufReader::with_capacity(buffer, json.as_bytes());
        let mut splitter = Splitter::new(&mut input);
        let mut found = Vec::new();
        while let Some(piece) = splitter.next().expect("memory does not fail") {
            let bytes = match piece.kind {
                Kind::Object => String::from_utf8_lossy(&splitter.bytes).into_owned(),
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
