//! Archives as crawlers write them, cut, lying and torn.

use std::io::{BufReader, Write};

use proptest::prelude::*;

use super::super::FormatItem;
use super::*;

const TEXT: &str = "معرض الكتاب يفتح أبوابه\nتوافد الزوار منذ الصباح على أجنحة المعرض.";

fn record(kind: &str, more: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://maarid.example/n/1\r\n\
         WARC-Date: 2021-02-03T04:05:06Z\r\nWARC-Record-ID: <urn:uuid:7f>\r\n{more}\
         Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn answer(more: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n");
    [head.as_bytes(), body].concat()
}

fn page() -> String {
    format!(
        "<html><title>معرض الكتاب</title><body><p>{}</p>",
        TEXT.replace('\n', "<br>")
    )
}

/// What is handed out: a record as title, text, url; a problem as its code.
fn read(bytes: &[u8], buffer: usize) -> Vec<String> {
    let mut items = Vec::new();
    let mut stream = BufReader::with_capacity(buffer, bytes);
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let flow = Warc.read(input, &mut |item| {
        items.push(match item {
            FormatItem::Record(r) => {
                let title = r.title.as_deref().unwrap_or("-");
                format!(
                    "{} {title} {} {}",
                    r.number,
                    r.text,
                    r.url.as_deref().unwrap_or("-")
                )
            }
            FormatItem::Trouble(trouble) => format!("! {}", trouble.reason.code()),
        });
        ControlFlow::Continue(())
    });
    assert!(flow.expect("memory does not fail").is_continue());
    items
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&str]) {
    for buffer in [1, 13, 8192] {
        assert_eq!(read(bytes, buffer), expected, "by {buffer}");
    }
}

fn whole(number: u32, title: &str) -> String {
    format!("{number} {title} {TEXT} https://maarid.example/n/1")
}

#[test]
fn extracted_text_is_taken_as_it_is() {
    let wet = [
        record("warcinfo", "", b"software: x\r\n"),
        record(
            "conversion",
            "Content-Type: text/plain\r\n",
            TEXT.as_bytes(),
        ),
        record("conversion", "", b" \n"),
    ];
    check(
        &wet.concat(),
        &[
            &whole(2, "-"),
            "! crawled-text-empty",
            "! warc-records-passed",
        ],
    );
}

#[test]
fn what_servers_answered() {
    let page = page();
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(page.as_bytes()).expect("memory does not fail");
    let gz = gz.finish().expect("memory does not fail");
    let (a, b) = page.as_bytes().split_at(40);
    let chunked = [
        format!("{:x}\r\n", a.len()).as_bytes(),
        a,
        b"\r\n",
        format!("{:X};x=y\r\n", b.len()).as_bytes(),
        b,
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    let said = "Transfer-Encoding: chunked\r\n";
    let legacy = encoding_rs::WINDOWS_1256.encode(&page).0.into_owned();
    for body in [
        answer("", page.as_bytes()),
        answer("Content-Encoding: gzip\r\n", &gz),
        answer("", &gz),
        answer("Content-Encoding: gzip\r\n", page.as_bytes()),
        answer(said, &chunked),
        answer(said, page.as_bytes()),
        answer("Server : x\r\nX-Y\r\n", page.as_bytes()),
    ] {
        check(&record("response", "", &body), &[&whole(1, "معرض الكتاب")]);
    }
    check(
        &record("response", "", &answer("", &legacy)),
        &["! assumed-encoding", &whole(1, "معرض الكتاب")],
    );
    for other in [
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>لا",
        "HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\nx",
    ] {
        check(
            &record("response", "", other.as_bytes()),
            &["! warc-records-passed"],
        );
    }
    check(&record("response", "", b"nothing"), &["! no-http-answer"]);
}

#[test]
fn the_crawl_is_where_it_was_seen() {
    let mut stream = &record("conversion", "", TEXT.as_bytes())[..];
    let mut found = None;
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let read = Warc.read(input, &mut |item| {
        if let FormatItem::Record(record) = item {
            found = Some(record);
        }
        ControlFlow::Break(())
    });
    assert!(read.expect("memory does not fail").is_break());
    let found = found.expect("a record");
    assert_eq!(found.id.as_deref(), Some("7f"));
    let (_, origin) = found.date.expect("a date");
    assert_eq!(origin, super::super::super::article::Origin::Crawl);
    assert!(!found.alone);
}

#[test]
fn a_length_that_lies_costs_one_record() {
    let good = record("conversion", "", TEXT.as_bytes());
    let lying = |length: &str| {
        let said = format!("Content-Length: {}", TEXT.len());
        let text =
            String::from_utf8_lossy(&good).replace(&said, &format!("Content-Length: {length}"));
        [text.into_bytes(), good.clone()].concat()
    };
    let short = "! warc-short";
    check(
        &lying("99999999999"),
        &[short, &whole(1, "-"), &whole(2, "-")],
    );
    check(&lying("140"), &[short, &whole(1, "-"), &whole(2, "-")]);
    let lead: String = TEXT.lines().take(1).collect();
    let cut = format!("1 - {lead} https://maarid.example/n/1");
    let length = lead.len().to_string();
    check(&lying(&length), &["! warc-long", &cut, &whole(2, "-")]);
    check(&lying("x"), &["! warc-unmeasured", &whole(2, "-")]);
    let date = String::from_utf8_lossy(&good).find("WARC-Date");
    let torn = [&good[..date.expect("a header")], &good[..]].concat();
    check(&torn, &["! warc-header-open", &whole(2, "-")]);
    check(b"WARC/1.0\r\n", &["! warc-header-open"]);
    check(b"nothing of the kind", &["! no-warc-record"]);
}

#[test]
fn a_cut_archive_keeps_the_whole_records_before() {
    let one = record("conversion", "", TEXT.as_bytes());
    let both = [&one[..], &one[..]].concat();
    for end in one.len()..both.len() {
        let found = read(&both[..end], 4096);
        assert_eq!(found[0], whole(1, "-"), "{end}");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0usize..600) {
        let mut archive = [
            record("response", "", &answer("Transfer-Encoding: chunked\r\n", b"5\r\nabcde\r\n0\r\n\r\n")),
            record("conversion", "", TEXT.as_bytes()),
        ].concat();
        let at = at.min(archive.len());
        archive.splice(at..at, bytes.iter().copied());
        read(&archive, 64);
        read(&bytes, 64);
    }
}
