//! Takes a file's first bytes (unpacked, UTF-8 or a legacy encoding) and its name, gives the format that reads it.
//!
//! The bytes decide. The ending of the name decides only where the bytes leave it open: a `.jsonl`
//! whose first line is broken, a `.csv` without a header.

use std::path::Path;

use super::super::reason::Reason;
use super::{Format, csv, feed, html, json, mail, markup, parquet, text, warc};

/// The result of sniffing.
pub enum Guess {
    /// The format that reads the file.
    Format(&'static dyn Format),
    /// A file that no format here reads, and why.
    Foreign(Reason),
}

/// First bytes of files that hold no articles, or hold them in a form that is not read.
const FOREIGN: [(&[u8], Reason); 16] = [
    (b"SQLite format 3\0", Reason::Sqlite),
    (b"Rar!", Reason::Rar),
    (b"7z\xBC\xAF\x27\x1C", Reason::SevenZip),
    (b"%PDF-", Reason::Pdf),
    (b"\xD0\xCF\x11\xE0", Reason::OldOffice),
    (b"{\\rtf", Reason::Rtf),
    (b"\x7FELF", Reason::Program),
    (b"MZ\x90\0", Reason::Program),
    (b"\x89PNG", Reason::Picture),
    (b"\xFF\xD8\xFF", Reason::Picture),
    (b"GIF8", Reason::Picture),
    (b"RIFF", Reason::SoundOrPicture),
    (b"ID3", Reason::Sound),
    (b"OggS", Reason::Sound),
    (b"ARROW1", Reason::Arrow),
    (b"\x04\x22\x4D\x18", Reason::Lz4),
];

/// Why a file is not read, if its first bytes are those of a foreign format.
fn foreign(head: &[u8]) -> Option<Reason> {
    let known = FOREIGN.into_iter();
    let mut found = known.filter(|(magic, _)| head.starts_with(magic));
    found.next().map(|(_, reason)| reason)
}

/// The format of a file.
pub fn sniff(path: &Path, head: &[u8]) -> Guess {
    if let Some(reason) = foreign(head) {
        return Guess::Foreign(reason);
    }
    if head.starts_with(b"PAR1") {
        return Guess::Format(&parquet::Parquet);
    }
    let body = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let body = trimmed(body);
    Guess::Format(by_content(body).unwrap_or_else(|| by_name(path)))
}

fn by_content(body: &[u8]) -> Option<&'static dyn Format> {
    if is_json(body) {
        return Some(&json::Json);
    }
    if warc::is_warc(body) {
        return Some(&warc::Warc);
    }
    if mail::is_mailbox(body) {
        return Some(&mail::Mailbox);
    }
    if mail::is_message(body) {
        return Some(&mail::MailMessage);
    }
    if body.first() == Some(&b'<') {
        if let Some(format) = by_tags(body) {
            return Some(format);
        }
        if html::is_html(body) {
            return Some(&html::Html);
        }
    }
    (may_be_table(body) && csv::is_table(body)).then_some(&csv::Csv)
}

/// Whether the first line has a delimiter of cells. A cheap test first: most texts have none.
fn may_be_table(body: &[u8]) -> bool {
    let line = body.split(|byte| *byte == b'\n').next().unwrap_or(body);
    line.iter()
        .any(|byte| matches!(byte, b',' | b';' | b'\t' | b'|'))
}

/// The format of what begins with a tag.
fn by_tags(body: &[u8]) -> Option<&'static dyn Format> {
    let is = |name: &str| markup::opens(body, name);
    // Feeds and collections may have HTML pages in them, so they are tested first.
    if feed::is_feed(body) {
        return Some(&feed::Feed);
    }
    if markup::begins_with(body, "doc") || (is("doc") && !is("html")) {
        return Some(&markup::doc::Sgml);
    }
    if is("html") {
        return None;
    }
    markup::begins_xml(body).then_some(&markup::xml::Xml)
}

fn by_name(path: &Path) -> &'static dyn Format {
    match ending(path).as_str() {
        "jsonl" | "ndjson" | "json" => &json::Json,
        "csv" | "tsv" => &csv::Csv,
        "rss" | "atom" => &feed::Feed,
        "xml" | "tei" => &markup::xml::Xml,
        "sgml" | "sgm" | "trec" => &markup::doc::Sgml,
        "html" | "htm" | "xhtml" | "shtml" => &html::Html,
        "mbox" => &mail::Mailbox,
        "eml" | "mht" | "mhtml" => &mail::MailMessage,
        _ => &text::PlainText,
    }
}

/// Whether bytes begin with an object or an array of values. Prose may begin with a bracket, but not
/// with these pairs.
fn is_json(body: &[u8]) -> bool {
    let Some((first, rest)) = body.split_first() else {
        return false;
    };
    let next = trimmed(rest).first();
    match first {
        b'{' => matches!(next, Some(b'"' | b'}')),
        b'[' => matches!(next, Some(b'{' | b'[')),
        _ => false,
    }
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    let blank = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0 | 0x1E);
    let start = bytes.iter().position(|b| !blank(b));
    bytes.get(start.unwrap_or(bytes.len())..).unwrap_or(&[])
}

/// The ending of a file name without those of compression: `jsonl` of `news.jsonl.zst`.
pub fn ending(path: &Path) -> String {
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("");
    let mut parts = name.rsplit('.').map(str::to_lowercase);
    let packed = ["gz", "zst", "bz2", "xz", "gzip", "zstd", "z"];
    let found = parts.find(|part| !packed.contains(&part.as_str()));
    // A name without a dot has no ending.
    found.filter(|_| parts.next().is_some()).unwrap_or_default()
}

/// Whether a file is binary, so that no encoding of text applies to it.
pub fn is_binary(head: &[u8]) -> bool {
    head.starts_with(b"PAR1") || foreign(head).is_some()
}
