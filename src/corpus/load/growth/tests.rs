//! A file cut anywhere, read, and read on when it is whole again: what was read is what a reading of all of it gives.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use super::super::super::discover::FoundFiles;
use super::super::super::format::is_of_whole_file;
use super::super::{FileLog, KnownYears, LoadEvent, LoadInput, load_files, unexamined};
use super::*;
use crate::corpus::{Article, Problem, Sources};

/// What one reading gave.
#[derive(Default)]
struct Reading {
    articles: Vec<Article>,
    problems: Vec<Problem>,
    point: Option<ReadPoint>,
    /// Bytes read from the disk.
    bytes: u64,
}

impl Reading {
    fn of(path: &Path, grown: Option<&Arc<GrownFile>>) -> Reading {
        let mut found = FoundFiles::under(&[path.to_path_buf()]);
        for file in &mut found.files {
            file.grown = grown.cloned();
        }
        let log = FileLog::on();
        let input = LoadInput::Found(found, KnownYears::default());
        let mut reading = Reading::default();
        let sources = Sources::of(vec![path.to_path_buf()]);
        load_files(&sources, input, &log, &unexamined(), &mut |event| {
            match event {
                LoadEvent::Article(article, ()) => reading.articles.push(*article),
                LoadEvent::Problem(problem) => reading.problems.push(problem),
                LoadEvent::Progress(progress) => reading.bytes = progress.bytes_done,
            }
            ControlFlow::Continue(())
        });
        let note = log.take().read.remove(path);
        reading.point = note.and_then(|note| note.point).map(|point| *point);
        reading
    }

    /// The file as it is now, of which this was read when it was shorter; `None` where it must be read whole.
    fn grown(&self, path: &Path) -> Option<Reading> {
        let point = self.point.as_ref()?;
        let found = FoundFiles::under(&[path.to_path_buf()]).files.remove(0);
        let grown = GrownFile::of(&found, point, &ReadOptions::default())?;
        let keys = self.articles.iter().map(|article| article.key);
        let grown = Arc::new(grown.with_keys(keys.collect()));
        let rest = Reading::of(path, Some(&grown));
        let holds = |problem: &&Problem| {
            let again = problem
                .line
                .zip(point.line)
                .is_some_and(|(l, from)| l >= from);
            !again && !is_of_whole_file(&problem.reason)
        };
        let kept = self.problems.iter().filter(holds).cloned();
        Some(Reading {
            articles: self.articles.iter().cloned().chain(rest.articles).collect(),
            problems: kept.chain(rest.problems).collect(),
            ..rest
        })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for article in &self.articles {
            writeln!(text, "{article:?}").unwrap();
        }
        for problem in &self.problems {
            writeln!(text, "{problem:?}").unwrap();
        }
        text
    }
}

/// A few numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

const JSON_PARTS: [&[u8]; 22] = [
    "{\"title\": \"سوق الزهور\", \"text\": \"افتتحت البلدية السوق\"}\n".as_bytes(),
    "{\"title\": \"جسر النهر\", \"text\": \"زار الوزير الجسر\", \"date\": \"2014-05-01\"}\n"
        .as_bytes(),
    "{\"title\": \"سوق الزهور\", \"text\": \"افتتحت البلدية السوق\"}\r\n".as_bytes(),
    "{\"title\": \"قاعة\", \"text\": \"عرض الهواة ساعات\"}".as_bytes(),
    "{\"title\": \"قاعة\",\n \"text\": \"عرض الهواة\n ساعات\"}\n".as_bytes(),
    b"{\"articles\": [{\"title\": \"a\", \"text\": \"b\"}, {\"title\": \"c\", \"text\": \"d\"}]}\n",
    b"{\"title\": \"x\", \"text\": \"a \\ud83d b\"}\n",
    b"{\"title\": \"x\", \"text\": \"\xC8\xD3\xE6\xDE \xC8\xD3\xE6\xDE\"}\n",
    b"{\"title\": \"open\n",
    b"{\"title\": ",
    b"\"text\": \"abc\n",
    b"{}\n",
    b"[",
    b"]\n",
    b"}\n",
    b"nul\n",
    b"3\n",
    b"\n",
    b",",
    b"\xEF\xBB\xBF",
    b"\x0B{\"title\": \"y\", \"text\": \"z\"}",
    b"prose that is no record\n",
];

const CSV_PARTS: [&[u8]; 16] = [
    "سوق الزهور,افتتحت البلدية السوق,2014-05-01\n".as_bytes(),
    "جسر النهر,زار الوزير الجسر,2014-05-02\r\n".as_bytes(),
    "قاعة,\"عرض الهواة\nساعات, قديمة\",2014\n".as_bytes(),
    b"\"quoted \"\"title\"\"\",text,2015-01-01\n",
    b"a,\"never closed,2015\n",
    b"b,text\n",
    b"c,text,2015,more,cells\n",
    b"title,text,date\n",
    b"\xC8\xD3\xE6\xDE,\xC8\xD3\xE6\xDE \xC8\xD3\xE6\xDE,2015\n",
    b"\n",
    b",,\n",
    b"d,last",
    b"\r",
    b"\"",
    b",",
    b"e;f;g\n",
];

const CSV_HEADS: [&[u8]; 6] = [
    b"title,text,date\n",
    b"sep=,\ntitle,text,date\n",
    b"\xEF\xBB\xBFtitle,text,date\r\n",
    b"",
    b"title;text;date\n",
    b"unknown,names,here\n",
];

fn warc_record(kind: &str, body: &str, off: isize) -> Vec<u8> {
    let length = body.len().saturating_add_signed(off);
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Type: text/plain\r\nWARC-Target-URI: http://waha.example/{length}\r\n\
         Content-Length: {length}\r\n\r\n{body}\r\n\r\n"
    )
    .into_bytes()
}

fn warc_parts() -> Vec<Vec<u8>> {
    vec![
        warc_record("conversion", "سوق الزهور\nافتتحت البلدية السوق", 0),
        warc_record("conversion", "جسر النهر\nزار الوزير الجسر", 0),
        warc_record("request", "GET / HTTP/1.1", 0),
        warc_record(
            "response",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>قاعة البلدية</p></body></html>",
            0,
        ),
        warc_record("conversion", "قصير", 400),
        warc_record("conversion", "طويل جدا من هنا", -4),
        b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n".to_vec(),
        b"garbage\r\n".to_vec(),
        b"\r\n".to_vec(),
        b"\n".to_vec(),
        b"WARC/1.0".to_vec(),
    ]
}

/// What is tried with one form of file, and how it is put on the disk.
struct GrowthCase {
    folder: tempfile::TempDir,
    name: &'static str,
    packed: fn(&[u8]) -> Vec<u8>,
    /// The last place between two records.
    boundary: fn(&[u8]) -> Option<usize>,
    tried: usize,
    grown: usize,
}

impl GrowthCase {
    fn new(name: &'static str, packed: fn(&[u8]) -> Vec<u8>) -> GrowthCase {
        GrowthCase {
            folder: tempfile::tempdir().unwrap(),
            name,
            packed,
            boundary: if name.contains("warc") {
                last_record
            } else {
                last_line
            },
            tried: 0,
            grown: 0,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(self.name)
    }

    /// Writes the parts one by one; after each, what was read before is read on.
    fn check(&mut self, parts: &[Vec<u8>]) {
        let path = self.path();
        let mut file = fs::File::create(&path).unwrap();
        let mut before: Option<Reading> = None;
        for part in parts {
            file.write_all(&(self.packed)(part)).unwrap();
            let whole = Reading::of(&path, None);
            self.tried += 1;
            let grown = before.as_ref().and_then(|before| before.grown(&path));
            if let Some(grown) = grown {
                self.grown += 1;
                let parts: Vec<_> = parts
                    .iter()
                    .map(|part| part.escape_ascii().to_string())
                    .collect();
                assert_eq!(grown.text(), whole.text(), "{}: {parts:#?}", self.name);
                assert_eq!(grown.point, whole.point, "{}: {parts:#?}", self.name);
                before = Some(grown);
            } else {
                before = Some(whole);
            }
        }
    }

    /// Random parts, cut at random bytes.
    fn check_random(&mut self, seed: u64, heads: &[&[u8]], parts: &[&[u8]]) {
        let mut numbers = Numbers(seed);
        for _ in 0..50 {
            let mut content = numbers.of(heads).to_vec();
            let good = numbers.below(3);
            for _ in 0..numbers.below(14) {
                // Mostly records that are as they should be.
                let most = if good == 0 {
                    parts.len()
                } else {
                    3.min(parts.len())
                };
                content.extend_from_slice(parts[numbers.below(most)]);
            }
            let mut pieces = Vec::new();
            while !content.is_empty() {
                let mut cut = (1 + numbers.below(content.len())).min(content.len());
                if numbers.below(3) > 0 {
                    cut = (self.boundary)(&content[..cut]).unwrap_or(cut);
                }
                pieces.push(content.drain(..cut).collect::<Vec<u8>>());
            }
            self.check(&pieces);
        }
    }

    #[track_caller]
    fn expect_at_least(&self, grown: usize) {
        let (name, found) = (self.name, self.grown);
        assert!(found >= grown, "{name}: {found} of {} read on", self.tried);
    }
}

fn last_line(bytes: &[u8]) -> Option<usize> {
    let line = bytes.iter().rposition(|byte| *byte == b'\n');
    line.map(|line| line + 1)
}

fn last_record(bytes: &[u8]) -> Option<usize> {
    let records = memchr::memmem::rfind(bytes, b"\r\n\r\nWARC/1.0\r\n");
    records.map(|at| at + 4)
}

fn plain(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::bulk::compress(bytes, 1).unwrap()
}

#[test]
fn json_lines_cut_anywhere_are_read_on() {
    for name in ["a.jsonl", "a.json"] {
        let mut case = GrowthCase::new(name, plain);
        case.check_random(7, &[b""], &JSON_PARTS);
        case.expect_at_least(60);
    }
}

#[test]
fn tables_cut_anywhere_are_read_on() {
    for name in ["a.csv", "a.tsv"] {
        let mut case = GrowthCase::new(name, plain);
        case.check_random(8, &CSV_HEADS, &CSV_PARTS);
        case.expect_at_least(15);
    }
}

#[test]
fn web_archives_cut_anywhere_are_read_on() {
    let parts = warc_parts();
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    let mut case = GrowthCase::new("a.warc", plain);
    case.check_random(9, &[b""], &parts);
    case.expect_at_least(20);
}

#[test]
fn compressed_files_are_read_on_member_by_member() {
    let parts = warc_parts();
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    for (name, packed) in [
        ("a.jsonl.gz", gzip as fn(&[u8]) -> Vec<u8>),
        ("a.jsonl.zst", zstd),
        ("a.csv.gz", gzip),
        ("a.warc.gz", gzip),
    ] {
        let mut case = GrowthCase::new(name, packed);
        match name {
            "a.warc.gz" => case.check_random(10, &[b""], &parts),
            "a.csv.gz" => case.check_random(11, &CSV_HEADS, &CSV_PARTS),
            _ => case.check_random(12, &[b""], &JSON_PARTS),
        }
        case.expect_at_least(15);
    }
}
