//! The same three articles in every format, encoding and packing: whatever the file, they are the same.
//!
//! The files lie in `tests/fixtures`; `make.py` there wrote them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use fihrist::corpus::{Level, Problem};
use fihrist::library::{self, Entry};

const TITLES: [&str; 3] = [
    "مرصد الطيور يفتح أبوابه للزوار",
    "ورشة لإصلاح الساعات القديمة في السوق",
    "حافلات كهربائية بين الميناء والجامعة",
];
const PAPERS: [&str; 3] = ["صحيفة الخليج الأخضر", "صحيفة الخليج الأخضر", "شبكة المرفأ"];
const FEED: [&str; 3] = ["شبكة المرفأ"; 3];
const HOSTS: [&str; 3] = ["akhdar.example", "akhdar.example", "marfa.example"];
const LIST: [&str; 3] = ["list.example"; 3];
const DATES: [&str; 3] = ["2019-03-12", "2019-04-02", "2019-05-20"];
const AUTHORS: [&str; 3] = ["ليلى منصور", "سامر حداد", "هدى سليم"];
/// From the middle of each text: commas, quotes and marks that a format might trip over.
const PHRASES: [&str; 3] = [
    "إن «الموسم الجديد» سيشهد جولات يومية",
    "40 ساعة, بينها ساعة البرج.",
    "وتصل الرحلة بينهما في ربع ساعة.\nوأعلنت البلدية",
];

/// What the files of a folder give.
struct Expected {
    folder: &'static str,
    sources: [&'static str; 3],
    dates: [&'static str; 3],
    authors: bool,
}

const fn fields(folder: &'static str) -> Expected {
    Expected {
        folder,
        sources: PAPERS,
        dates: DATES,
        authors: true,
    }
}

fn fixtures(folder: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("tests/fixtures").join(folder)
}

/// The corpora of a folder: its files, or its folders of files.
fn corpora(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(fixtures(folder)).expect("the fixtures are there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

#[track_caller]
fn check(expected: &Expected) {
    for path in corpora(expected.folder) {
        let library = library::read(std::slice::from_ref(&path)).unwrap();
        let name = path.display();
        let entries: Vec<Arc<Entry>> = library.entries().map(|(_, entry)| entry).collect();
        let titles: Vec<&str> = entries.iter().map(|e| e.article.title_str()).collect();
        assert_eq!(titles, TITLES, "titles of {name}: {:?}", library.problems());
        let sources: Vec<&str> = entries.iter().map(|e| e.article.source_str()).collect();
        assert_eq!(sources, expected.sources, "sources of {name}");
        let dates: Vec<String> = entries
            .iter()
            .filter_map(|e| Some(e.article.date.as_ref()?.value.to_string()))
            .collect();
        assert_eq!(dates, expected.dates, "dates of {name}");
        if expected.authors {
            let authors: Vec<_> = entries
                .iter()
                .filter_map(|e| e.article.author.as_deref())
                .collect();
            assert_eq!(authors, AUTHORS, "authors of {name}");
        }
        for (entry, phrase) in entries.iter().zip(PHRASES) {
            let text = &entry.article.text;
            assert!(text.contains(phrase), "{name}: no «{phrase}» in {text}");
            for stray in ['<', '\0', '\r', '\u{FEFF}', '\u{FFFD}'] {
                assert!(!text.contains(stray), "{name}: {stray:?} in {text}");
            }
        }
        check_problems(&path, library.problems());
    }
}

/// Nothing is wrong with a fixture; a legacy encoding that no part of the file names is a guess, once a file.
#[track_caller]
fn check_problems(path: &Path, problems: &[Problem]) {
    let name = path.to_string_lossy();
    let errors: Vec<_> = problems
        .iter()
        .filter(|p| p.level == Level::Error)
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    let encodings = problems
        .iter()
        .filter(|p| p.reason.code() == "assumed-encoding");
    let declares = ["html", "xml", "rss", "atom", "mbox"]
        .iter()
        .any(|f| name.contains(&format!("/{f}/")));
    let files = if path.is_dir() { 3 } else { 1 };
    let guessed = name.contains("windows-1256") && !declares;
    assert_eq!(
        encodings.count(),
        if guessed { files } else { 0 },
        "{name}: {problems:?}"
    );
}

#[test]
fn text_files() {
    check(&fields("text"));
}

#[test]
fn several_articles_in_a_text_file() {
    check(&fields("sections"));
}

#[test]
fn json_lines() {
    check(&fields("jsonl"));
}

#[test]
fn json_arrays_and_containers() {
    check(&fields("json"));
}

#[test]
fn tables() {
    check(&fields("csv"));
    check(&fields("tsv"));
}

#[test]
fn trec_documents() {
    check(&fields("trec"));
}

#[test]
fn xml_documents() {
    check(&fields("xml"));
}

#[test]
fn html_pages() {
    check(&fields("html"));
}

#[test]
fn feeds() {
    for folder in ["rss", "atom"] {
        check(&Expected {
            sources: FEED,
            ..fields(folder)
        });
    }
}

#[test]
fn mail_boxes() {
    check(&Expected {
        sources: LIST,
        ..fields("mbox")
    });
}

#[test]
fn web_archives() {
    check(&fields("warc"));
    check(&Expected {
        sources: HOSTS,
        authors: false,
        ..fields("wet")
    });
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_files() {
    check(&fields("parquet"));
}

#[test]
fn every_packing() {
    check(&fields("packed"));
}
