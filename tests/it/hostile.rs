//! Files that were made to break a reader, or were broken on the way: each is told of, and the rest loads.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use fihrist::corpus::{Level, Problem};
use fihrist::library;
use fihrist::words::Words;
use proptest::prelude::*;
use tempfile::TempDir;

const GOOD: &str = "{\"title\":\"سوق الزهور\",\"text\":\"فتح السوق أبوابه صباح اليوم.\"}\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("zz-good.jsonl"), GOOD).unwrap();
    folder
}

/// Titles of what loads, and what is told; no reader failed.
#[track_caller]
fn load(folder: &TempDir) -> (Vec<String>, Vec<Problem>) {
    let library = library::read(&[folder.path().to_owned()]).unwrap();
    let titles = library
        .entries()
        .map(|(_, e)| e.article.title_str().to_owned());
    let problems = library.problems().to_vec();
    for problem in &problems {
        let failed = matches!(problem.reason.code(), "reader-failed" | "record-failed");
        assert!(!failed, "{problem:?}");
    }
    (titles.collect(), problems)
}

/// One error in such a file, and the good article loads.
#[track_caller]
fn check_told(folder: &TempDir, reason: &str) {
    let (titles, problems) = load(folder);
    assert_eq!(
        titles.last().map(String::as_str),
        Some("سوق الزهور"),
        "{problems:?}"
    );
    let told = problems
        .iter()
        .any(|p| p.level == Level::Error && Words::ENGLISH.say(&p.reason).contains(reason));
    assert!(told, "no error with «{reason}» in {problems:?}");
}

/// A file of `before`, a gibibyte of NUL that takes no room on the disk, and `after`.
fn gibibyte(folder: &TempDir, name: &str, (before, after): (&str, &str)) {
    let mut file = File::create(folder.path().join(name)).unwrap();
    file.write_all(before.as_bytes()).unwrap();
    file.seek(SeekFrom::Start((1 << 30) + before.len() as u64))
        .unwrap();
    file.write_all(after.as_bytes()).unwrap();
}

#[test]
fn a_line_of_a_gibibyte() {
    let folder = folder();
    gibibyte(
        &folder,
        "a.jsonl",
        (
            "{\"title\":\"طويل\",\"text\":\"",
            "\"}\n{\"title\":\"بعده\",\"text\":\"نص\"}\n",
        ),
    );
    check_told(&folder, "longer than 64 MiB");
    assert_eq!(load(&folder).0, ["بعده", "سوق الزهور"]);
}

#[test]
fn a_text_of_a_gibibyte() {
    let folder = folder();
    gibibyte(&folder, "a.txt", ("عنوان\nنص ", "\n"));
    check_told(&folder, "larger than 64 MiB");
}

#[test]
fn a_cell_of_a_gibibyte() {
    let folder = folder();
    gibibyte(
        &folder,
        "a.csv",
        ("title,text\nأول,نص\nثان,\"لا نهاية له ", "\nثالث,نص\n"),
    );
    let (titles, problems) = load(&folder);
    assert_eq!(
        titles.first().map(String::as_str),
        Some("أول"),
        "{problems:?}"
    );
    assert!(
        problems.iter().any(|p| p.level == Level::Error),
        "{problems:?}"
    );
}

fn zip(folder: &TempDir, name: &str, members: &[(&str, &[u8])]) {
    let mut writer = zip::ZipWriter::new(File::create(folder.path().join(name)).unwrap());
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap();
}

#[test]
fn a_zip_bomb() {
    let folder = folder();
    let zeros = vec![0; 300 << 20];
    zip(
        &folder,
        "a.zip",
        &[
            ("0.json", GOOD.as_bytes()),
            ("1.txt", &zeros),
            ("2.txt", &zeros),
        ],
    );
    check_told(&folder, "64 MiB");
}

#[test]
fn nested_a_hundred_thousand_deep() {
    let folder = folder();
    let deep = |open: &str, close: &str| open.repeat(100_000) + "نص" + &close.repeat(100_000);
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    write("a.json", deep("[", "]"));
    write("b.json", deep("{\"a\":", "}"));
    write("c.jsonl", format!("{}\n{GOOD}", deep("{\"a\":[", "]}")));
    write(
        "d.html",
        format!("<!DOCTYPE html><html><body>{}", deep("<div>", "</div>")),
    );
    write(
        "e.xml",
        format!("<?xml version=\"1.0\"?>{}", deep("<a>", "</a>")),
    );
    write("f.sgml", format!("<DOC>{}</DOC>", deep("<P>", "</P>")));
    write(
        "g.xml",
        format!(
            "<rss version=\"2.0\"><channel>{}</channel></rss>",
            deep("<item>", "</item>")
        ),
    );
    let (titles, problems) = load(&folder);
    assert_eq!(
        titles.iter().filter(|t| *t == "سوق الزهور").count(),
        2,
        "{problems:?}"
    );
    for file in ["a.json", "b.json", "c.jsonl"] {
        assert!(
            problems
                .iter()
                .any(|p| p.level == Level::Error && p.path.ends_with(file)),
            "{file}: {problems:?}"
        );
    }
}

#[test]
fn a_gzip_cut_in_half() {
    let folder = folder();
    let line = |i: u32| format!("{{\"title\":\"خبر {i}\",\"text\":\"نص {}\"}}\n", i * 7919);
    let lines = (0..2000).map(line).collect::<Vec<_>>().concat();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(lines.as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    std::fs::write(
        folder.path().join("a.jsonl.gz"),
        &packed[..packed.len() / 2],
    )
    .unwrap();
    check_told(&folder, "broken or was cut");
    let count = load(&folder).0.len();
    assert!((500..2000).contains(&count), "{count} of 2000 and one");
}

/// The first bytes that decide what reads a file.
const BEGINNINGS: [&[u8]; 24] = [
    b"",
    b"{\"text\":\"",
    b"[{\"title\":\"",
    b"title,text\n",
    b"title\ttext\n",
    b"<DOC>\n<DOCNO>",
    b"<?xml version=\"1.0\"?><a>",
    b"<!DOCTYPE html><html><body><p>",
    b"<rss version=\"2.0\"><channel><item>",
    b"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>",
    b"From a@b.example Tue Mar 12 08:00:00 2019\nSubject: ",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n",
    b"PAR1",
    b"\x1F\x8B\x08\0",
    b"\x28\xB5\x2F\xFD",
    b"BZh9",
    b"\xFD7zXZ\0",
    b"PK\x03\x04",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xEF\xBB\xBF",
    b"###\n",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
    b"<article><p>",
];
const ENDINGS: [&str; 8] = ["txt", "jsonl", "csv", "xml", "html", "mbox", "warc", "gz"];

fn fixtures() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let files = files.filter(|entry| entry.file_type().is_file());
    let bytes = files.filter_map(|entry| std::fs::read(entry.path()).ok());
    bytes.collect()
}

fn load_bytes(bytes: &[u8], ending: &str) {
    let folder = folder();
    std::fs::write(folder.path().join(format!("a.{ending}")), bytes).unwrap();
    let (titles, problems) = load(&folder);
    assert_eq!(
        titles.last().map(String::as_str),
        Some("سوق الزهور"),
        "{problems:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_break_a_reader(
        beginning in prop::sample::select(&BEGINNINGS[..]),
        rest in prop::collection::vec(any::<u8>(), 0..600),
        ending in prop::sample::select(&ENDINGS[..]),
    ) {
        load_bytes(&[beginning, &rest].concat(), ending);
    }

    #[test]
    fn no_change_to_a_good_file_breaks_a_reader(
        file in prop::sample::select(fixtures()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut bytes = file;
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        load_bytes(&bytes, "x");
    }
}
