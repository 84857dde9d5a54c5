//! Keys that no version may change, and where they come from.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use unicode_normalization::char::canonical_combining_class;

use super::*;
use crate::corpus::{Article, LoadEvent, Sources, load, unexamined};

const TITLE: &str = "افتتاح سوق الزهور";
const TEXT: &str = "افتتحت البلدية سوق الزهور صباح اليوم.\nوحضر الافتتاح عدد من المزارعين.";

fn record() -> Written<'static> {
    Written {
        title: vec![TITLE.into()],
        text: vec![TEXT.into()],
        source: vec!["صدى الواحة".into()],
        date: vec!["3 أيار 2014".into()],
        address: vec!["https://sada.example/2014/7".into()],
        id: vec!["7".into()],
    }
}

/// Articles of files, in the order they are read.
fn read(paths: &[PathBuf]) -> Vec<Article> {
    let mut articles = Vec::new();
    load(&Sources::of(paths.to_vec()), &unexamined(), &mut |event| {
        if let LoadEvent::Article(article, ()) = event {
            articles.push(*article);
        }
        ControlFlow::Continue(())
    });
    articles
}

/// Keys of the records of one file.
fn keys_of(name: &str, content: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = write_file(folder.path(), name, content);
    let articles = read(&[path]);
    articles.iter().map(|a| a.key.to_string()).collect()
}

fn write_file(folder: &Path, name: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn keys_that_stay() {
    let bare = Written::text("سوق الزهور");
    let mut titled = Written::text("سوق الزهور");
    titled.title = vec!["سوق".into()];
    let found = [&record(), &bare, &titled, &Written::default()].map(|w| Key::of(w).to_string());
    assert_eq!(
        found,
        [
            "47fa264c130ab083b383a4c19d269646",
            "d8808e79c6727e094208f2fc5b67188a",
            "3b413f77b66df5d05db62c859308a63a",
            "ed61dc6ccc147cd08be2554905701d90",
        ]
    );
    let again = Key::of(&record()).again(1).to_string();
    assert_eq!(again, "db8512d163a033f2cef6ab3fe808df3b");
}

/// The record of the first golden key, as formats have it.
#[test]
fn one_record_in_several_formats() {
    let line = concat!(
        r#"{"title": "افتتاح سوق الزهور", "text": "افتتحت البلدية سوق الزهور صباح اليوم.\n\nوحضر الافتتاح عدد من المزارعين. ","#,
        r#" "source": "صدى الواحة", "date": "3 أيار 2014", "url": "https://sada.example/2014/7", "id": 7}"#
    );
    let table = "id,date,source,url,title,text\n\
        7,3 أيار 2014,صدى الواحة,https://sada.example/2014/7,افتتاح سوق الزهور,\
        \"افتتحت البلدية سوق الزهور صباح اليوم.\r\nوحضر الافتتاح عدد من المزارعين.\"\n";
    let xml = "<?xml version=\"1.0\"?>\n<articles>\n<article>\n<id>7</id>\n\
        <title>افتتاح سوق الزهور</title><source>صدى الواحة</source><date>3 أيار 2014</date>\n\
        <url>https://sada.example/2014/7</url>\n<text><p>افتتحت البلدية سوق الزهور صباح اليوم.</p>\n\
        <p>وحضر الافتتاح عدد من المزارعين.</p></text>\n</article>\n</articles>\n";
    let feed = "<rss version=\"2.0\"><channel><title>صدى الواحة</title><item><guid>7</guid>\n\
        <title>افتتاح سوق الزهور</title><pubDate>3 أيار 2014</pubDate>\n\
        <link>https://sada.example/2014/7</link>\n\
        <description>افتتحت البلدية سوق الزهور صباح اليوم.\nوحضر الافتتاح عدد من المزارعين.</description>\n\
        </item></channel></rss>\n";
    let golden = [Key::of(&record()).to_string()];
    assert_eq!(keys_of("a.jsonl", line), golden);
    assert_eq!(keys_of("a.csv", table), golden);
    assert_eq!(keys_of("a.xml", xml), golden);
    assert_eq!(keys_of("a.rss", feed), golden);
}

#[test]
fn a_plain_file_is_its_text() {
    let text = format!("{TITLE}\n\n{TEXT}\n");
    let key = Key::of(&Written::text(&text)).to_string();
    assert_eq!(keys_of("a.txt", &text), [key.as_str()]);
    let in_windows = text.replace('\n', "\r\n");
    assert_eq!(keys_of("a.txt", &in_windows), [key]);
}

#[test]
fn a_page_is_its_source() {
    let page =
        format!("<html><head><title>{TITLE}</title></head><body><p>{TEXT}</p></body></html>");
    let key = Key::of(&Written::text(&page)).to_string();
    assert_eq!(keys_of("a.html", &page), [key]);
}

/// What is read in a field may be read better one day.
#[test]
fn cleaning_moves_no_key() {
    let tables = [
        // A date that nobody understands is in the key, as is the name of a crawl.
        (r#"{"text": "سوق", "date": "يوما ما"}"#, "date"),
        (r#"{"text": "سوق", "source": "CommonCrawl"}"#, "source"),
        (
            r#"{"text": "سوق", "source": "https://sada.example/9"}"#,
            "source",
        ),
        (
            r#"{"text": "سوق", "title": "&quot;سوق&quot; <b>"}"#,
            "title",
        ),
        (r#"{"text": "<p>سوق</p> &amp; ماء"}"#, "text"),
    ];
    for (line, field) in tables {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        let value = |name: &str| match object.get(name).and_then(|v| v.as_str()) {
            Some(value) => vec![value.to_owned().into()],
            None => Parts::new(),
        };
        let written = Written {
            title: value("title"),
            text: value("text"),
            source: value("source"),
            date: value("date"),
            ..Written::default()
        };
        let key = Key::of(&written).to_string();
        assert_eq!(keys_of("a.jsonl", line), [key], "{field}");
    }
}

#[test]
fn spelling_and_white_space_do_not_count() {
    let same = |a: &str, b: &str| Key::of(&Written::text(a)) == Key::of(&Written::text(b));
    assert!(same(
        "آب  أزرق\r\n",
        "\u{FEFF}آب أزرق".trim_start_matches('\u{FEFF}')
    ));
    // Alef and madda are one letter, shadda and fatha one order.
    assert!(same("\u{627}\u{653}ب", "\u{622}ب"));
    assert!(same("شد\u{651}\u{64E}", "شد\u{64E}\u{651}"));
    assert!(same("سوق\u{A0}الزهور", "سوق\u{2003}\nالزهور"));
    assert!(same("سو\0ق \0 الزهور", "سوق الزهور"));
    assert!(!same("أزرق", "ازرق"));
    assert!(!same("سوقالزهور", "سوق الزهور"));
    // Which characters are white space is part of the scheme.
    let blanks = ('\0'..=char::MAX).filter(|c| c.is_whitespace());
    let known = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\
        \u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";
    assert_eq!(blanks.collect::<String>(), known);
}

/// The quick ways through a field give what the slow way gives.
#[test]
fn long_and_mixed_fields() {
    let odd = [
        " شد\u{651}\u{64E} ",
        "\u{A0}",
        "\t \n",
        "\u{653}",
        "é",
        "\u{301}",
        "«سوق»",
        "“ماء”",
        "  ",
        "\u{2003}",
        "\u{670}",
        "a\u{308}",
        "\r\n",
        "؛ ",
        "٣٫٥",
        "\u{1F600}",
        "ـ",
        "\u{85}",
        " \u{651}",
    ];
    let mut text = String::new();
    for (n, piece) in odd.iter().cycle().take(4000).enumerate() {
        text.push_str(if n % 3 == 0 { TEXT } else { "سوق " });
        text.push_str(odd[n * 7 % odd.len()]);
        text.push_str(piece);
    }
    for length in (0..200).chain([BUFFER_BYTES - 1, BUFFER_BYTES, 3 * BUFFER_BYTES, text.len()]) {
        let start: String = text.chars().take(length).collect();
        let words = start
            .split_whitespace()
            .map(|word| word.nfc().collect::<String>());
        let whole = words.collect::<Vec<_>>().join(" ");
        let found = digest(&[start.as_str().into()], &mut String::new());
        let slow = (!whole.is_empty()).then(|| xxh3_128(whole.as_bytes()));
        assert_eq!(found, slow, "{length} characters");
    }
}

#[test]
fn plain_characters_are_left_as_they_are() {
    for c in '\u{1}'..=char::MAX {
        let mut bytes = [0; 4];
        let run = plain_run(c.encode_utf8(&mut bytes).as_bytes());
        assert!(run == 0 || is_plain(c) && (run == c.len_utf8()), "{c:?}");
        if !is_plain(c) {
            continue;
        }
        let quick = is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes;
        assert!(quick && canonical_combining_class(c) == 0, "{c:?}");
    }
}

#[test]
fn nothing_moves_between_fields() {
    let of = |title: &str, text: &str, source: &str| {
        Key::of(&Written {
            title: vec![title.to_owned().into()],
            text: vec![text.to_owned().into()],
            source: vec![source.to_owned().into()],
            ..Written::default()
        })
    };
    let keys = [
        of("سوق الزهور", "", ""),
        of("", "سوق الزهور", ""),
        of("", "", "سوق الزهور"),
        of("سوق", "الزهور", ""),
        of("سوق", "", "الزهور"),
        of("", "سوق", "الزهور"),
        of("", "", ""),
    ];
    let different: HashSet<Key> = keys.into_iter().collect();
    assert_eq!(different.len(), keys.len());
}

#[test]
fn equal_records_of_a_file_are_counted() {
    let line = r#"{"title": "سوق", "text": "افتتح السوق اليوم"}"#;
    let other = r#"{"title": "سوق", "text": "أغلق السوق اليوم"}"#;
    let keys = keys_of("a.jsonl", &[line, other, line, line, other].join("\n"));
    let [first, second] = [&keys[0], &keys[1]].map(|key| key.parse::<Key>().unwrap());
    let expected = [
        first,
        second,
        first.again(1),
        first.again(2),
        second.again(1),
    ];
    assert_eq!(keys, expected.map(|key| key.to_string()));
    let different: HashSet<&String> = keys.iter().collect();
    assert_eq!(different.len(), 5);
}

/// Enough records for many batches on several threads, a third of them equal.
#[test]
fn every_run_and_order_of_files_gives_the_same_keys() {
    let folder = tempfile::tempdir().unwrap();
    let lines = |of: &str| {
        let line = |n: usize| format!("{{\"title\": \"{of}\", \"text\": \"سوق {}\"}}\n", n % 2000);
        (0..3000).map(line).collect::<String>()
    };
    let a = write_file(folder.path(), "a.jsonl", &lines("أ"));
    let b = write_file(folder.path(), "b.jsonl", &lines("ب"));
    let keys = |paths: &[PathBuf]| {
        let articles = read(paths);
        let place = |a: &Article| (a.path.to_path_buf(), a.record, a.key);
        let mut keys: Vec<_> = articles.iter().map(place).collect();
        keys.sort();
        keys
    };
    let once = keys(&[a.clone(), b.clone()]);
    let different: HashSet<Key> = once.iter().map(|(_, _, key)| *key).collect();
    assert_eq!((once.len(), different.len()), (6000, 6000));
    assert_eq!(once, keys(&[b, a]));
}

#[test]
fn keys_are_written_and_read() {
    let key = Key::of(&record());
    let digits = key.to_string();
    assert_eq!(digits.len(), 32);
    assert_eq!(digits.parse(), Ok(key));
    assert!(key.short().len() == 10 && digits.starts_with(&key.short()));
    assert!("12ab".parse::<Key>().is_err() && "g".repeat(32).parse::<Key>().is_err());
    for length in 1..=32 {
        let beginning: String = digits.chars().take(length).collect();
        assert!(Key::beginning(&beginning).unwrap().contains(&key));
    }
    let whole = Key::beginning(&digits).unwrap();
    assert_eq!((*whole.start(), *whole.end()), (key, key));
    let half = Key::beginning("8").unwrap();
    assert_eq!(half.start().to_string(), format!("8{}", "0".repeat(31)));
    assert_eq!(half.end().to_string(), format!("8{}", "f".repeat(31)));
    assert_eq!(Key::beginning(""), None);
    assert_eq!(Key::beginning("+1"), None);
}
