//! Takes an opened file, gives its records one by one as the file has them: the one interface behind which formats stand.
//!
//! A format knows only its own syntax and field names. What a record lacks (a title in the first
//! line, a date in the text) is found afterwards by [`super::metadata`], alike for all formats.
//! A reader never gives up on a file because of one record.

mod aliases;
mod fields;
mod jsonl;
mod text;

use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::path::Path;

use super::article::Origin;
use super::date_text::FieldDate;
use super::problem::Level;

/// File name endings read inside folders.
pub const ENDINGS: [&str; 3] = ["txt", "jsonl", "ndjson"];

/// Bytes up to which one record is read; what is longer is no article.
pub const LONGEST_RECORD: u64 = 64 << 20;

/// One record, as its own fields tell.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// From 1.
    pub number: u32,

    pub id: Option<String>,
    pub title: Option<String>,
    /// Never the name of a crawl.
    pub source: Option<String>,
    pub date: Option<(FieldDate, Origin)>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// As [`super::Article::text`] promises.
    pub text: String,
    /// One article a file: the title is to be sought in the text.
    pub plain: bool,
}

/// What a format's reader hands out.
#[derive(Debug)]
pub enum Item {
    Record(Box<Record>),
    Trouble(Trouble),
    /// Bytes read since the last time.
    Read(u64),
}

/// A problem in a place of the file that is being read.
#[derive(Debug)]
pub struct Trouble {
    pub record: Option<u32>,
    pub line: Option<u64>,
    pub level: Level,
    pub reason: String,
    pub hint: String,
}

/// Where items go; breaks when no more are wanted.
pub type Out<'a> = &'a mut dyn FnMut(Item) -> ControlFlow<()>;

/// A file format.
pub trait Format {
    /// Reads to the end of the input, or until `out` breaks. An error is the disk's, not a record's.
    fn read(&self, input: &mut dyn BufRead, out: Out) -> io::Result<ControlFlow<()>>;
}

/// Whether a file inside a folder is one of ours, by its name.
pub fn reads(path: &Path) -> bool {
    ENDINGS.contains(&ending(path).as_str())
}

/// What to do about a file that holds articles in a form not read yet.
pub fn advice(path: &Path) -> Option<&'static str> {
    Some(match ending(path).as_str() {
        "zst" => "unpack it first: zstd -d FILE",
        "gz" => "unpack it first: gunzip -k FILE",
        "bz2" => "unpack it first: bunzip2 -k FILE",
        "xz" => "unpack it first: unxz -k FILE",
        "zip" | "tar" | "tgz" | "rar" | "7z" => "unpack it first",
        "json" | "csv" | "tsv" | "xml" | "html" | "htm" | "sgml" | "parquet" | "warc" | "wet" => {
            "turn it into JSON Lines, one article a line"
        }
        _ => return None,
    })
}

/// Whether a file's records are its lines.
pub fn by_lines(path: &Path) -> bool {
    matches!(ending(path).as_str(), "jsonl" | "ndjson")
}

fn ending(path: &Path) -> String {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    ending.to_lowercase()
}

/// The reader for a file, by its name and, where that says nothing, its first bytes.
pub fn pick(path: &Path, head: &[u8]) -> Result<&'static dyn Format, &'static str> {
    const PACKED: [&[u8]; 8] = [
        b"\x28\xB5\x2F\xFD",
        b"\x1F\x8B",
        b"BZh",
        b"\xFD7zXZ\0",
        b"PK\x03\x04",
        b"PAR1",
        b"%PDF-",
        b"\x7FELF",
    ];
    if PACKED.iter().any(|magic| head.starts_with(magic)) {
        return Err(advice(path).unwrap_or("unpack it, or turn it into text or JSON Lines"));
    }
    let body = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let first = body.iter().find(|b| !b.is_ascii_whitespace() && **b != 0);
    Ok(match ending(path).as_str() {
        "txt" | "md" | "text" => &text::Text,
        "jsonl" | "ndjson" => &jsonl::JsonLines,
        _ if first == Some(&b'{') => &jsonl::JsonLines,
        _ => return advice(path).map_or(Ok(&text::Text as &dyn Format), Err),
    })
}
