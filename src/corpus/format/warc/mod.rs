//! Takes WARC and WET files as crawlers write them, gives an article a page.
//!
//! Pages (`response`) are read like HTML files; extracted text (`conversion`, WET) is taken unchanged.
//! All other records serve the crawler and are skipped; their number is reported once.

mod cut;
mod http;

use std::io;
use std::ops::ControlFlow;

use encoding_rs::{Encoding, ISO_8859_6};
use serde_json::{Map, Value};

use self::cut::{WarcCutter, WarcFlaw, WarcRecord};
use self::http::NoPage;
use super::super::decode::{Charset, decode, decode_line};
use super::super::options::{FieldMap, ReadOptions};
use super::super::problem::Level;
use super::super::reason::Reason;
use super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD_MIB, RecordContext, RecordPosition,
    emit_with_key, html, record_key,
};

/// The format of web archives.
pub struct Warc;

impl Format for Warc {
    fn name(&self) -> &'static str {
        "WARC"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut reader = WarcReader {
            options: input.options,
            given: input.charset,
            assumed: Charset::Utf8,
            at: RecordPosition::default(),
            passed: 0,
        };
        let mut cutter = WarcCutter::new(input.stream);
        while let Some(cut) = cutter.next(is_page)? {
            reader.at.record = reader.at.record.saturating_add(1);
            if reader.record(&cut, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(reader.end(out))
    }
}

/// Whether a file begins like a web archive.
pub(super) fn is_warc(head: &[u8]) -> bool {
    head.starts_with(b"WARC/1.") || head.starts_with(b"WARC/0.")
}

fn is_page(cut: &WarcRecord) -> bool {
    matches!(
        cut.header("warc-type"),
        Some("conversion" | "response" | "resource")
    )
}

/// Options, position and counts of one archive while it is read.
struct WarcReader<'a> {
    options: &'a ReadOptions,
    /// Encoding from which the input was transcoded.
    given: Charset,
    /// The assumed encoding that was reported last: once a file is enough.
    assumed: Charset,
    at: RecordPosition,
    /// Number of records that are no pages.
    passed: u64,
}

impl WarcReader<'_> {
    fn record(&mut self, cut: &WarcRecord, out: ItemSink) -> ControlFlow<()> {
        if let Some(flaw) = cut.flaw {
            let reason = match flaw {
                WarcFlaw::Short => Reason::WarcShort,
                WarcFlaw::Long => Reason::WarcLong,
                WarcFlaw::Unmeasured => Reason::WarcUnmeasured,
                WarcFlaw::TooLong => Reason::WarcTooLong {
                    mib: LONGEST_RECORD_MIB,
                },
                WarcFlaw::Head => Reason::WarcHeaderOpen,
            };
            let level = reason.level();
            out(self.at.trouble(reason))?;
            if level == Level::Error {
                return ControlFlow::Continue(());
            }
        }
        if !is_page(cut) {
            self.passed += 1;
            return ControlFlow::Continue(());
        }
        let found = if cut.header("warc-type") == Some("response") {
            self.response(cut, out)?
        } else {
            self.resource(cut, out)?
        };
        let Some(WarcPage {
            mut fields,
            mut written,
            charset,
        }) = found
        else {
            return ControlFlow::Continue(());
        };
        about_crawl(cut, &mut fields);
        about_crawl(cut, &mut written);
        let key = record_key::key(written, &FieldMap::default());
        let about = RecordContext {
            at: self.at,
            charset,
            alone: false,
        };
        emit_with_key(fields, Some(key), about, self.options, out)
    }

    /// Reads the answer of a server.
    fn response(&mut self, cut: &WarcRecord, out: ItemSink) -> ControlFlow<(), Option<WarcPage>> {
        let page = match http::page(&cut.body) {
            Ok(page) => page,
            Err(NoPage::Other) => {
                self.passed += 1;
                return ControlFlow::Continue(None);
            }
            Err(NoPage::Broken) => {
                out(self.at.trouble(Reason::NoHttpAnswer))?;
                return ControlFlow::Continue(None);
            }
            Err(NoPage::Packed) => {
                out(self.at.trouble(Reason::PagePacked))?;
                return ControlFlow::Continue(None);
            }
        };
        if page.kind.contains("text/plain") {
            return self.text(&page.body, out);
        }
        self.page(&page.body, named(&page.kind), out)
    }

    /// Reads extracted text, or a page that was kept without the answer of its server.
    fn resource(&mut self, cut: &WarcRecord, out: ItemSink) -> ControlFlow<(), Option<WarcPage>> {
        let kind = cut
            .header("content-type")
            .unwrap_or("")
            .to_ascii_lowercase();
        if kind.contains("html") {
            return self.page(&cut.body, named(&kind), out);
        }
        if kind.starts_with("text/plain") || cut.header("warc-type") == Some("conversion") {
            return self.text(&cut.body, out);
        }
        self.passed += 1;
        ControlFlow::Continue(None)
    }

    fn page(
        &mut self,
        body: &[u8],
        named: Option<&'static Encoding>,
        out: ItemSink,
    ) -> ControlFlow<(), Option<WarcPage>> {
        let (mut text, mut charset) = decode(body);
        if let (Charset::Assumed(_), Some(encoding)) = (charset, named) {
            text = encoding.decode_without_bom_handling(body).0;
            charset = Charset::Named(encoding);
        }
        let charset = self.charset(charset, out)?;
        let found = html::article(&text);
        if found.is_none() {
            out(self.at.trouble(Reason::CrawledPageWithoutText))?;
        }
        ControlFlow::Continue(found.map(|fields| WarcPage {
            fields,
            written: only_text(&text),
            charset,
        }))
    }

    fn text(&mut self, body: &[u8], out: ItemSink) -> ControlFlow<(), Option<WarcPage>> {
        let (text, charset) = decode_line(body);
        let charset = self.charset(charset, out)?;
        let text = text.trim();
        if text.is_empty() {
            out(self.at.trouble(Reason::CrawledTextEmpty))?;
            return ControlFlow::Continue(None);
        }
        ControlFlow::Continue(Some(WarcPage {
            fields: only_text(text),
            written: only_text(text),
            charset,
        }))
    }

    /// The encoding of a record; an assumed one is reported once.
    fn charset(&mut self, charset: Charset, out: ItemSink) -> ControlFlow<(), Charset> {
        let charset = match self.given {
            Charset::Utf8 => charset,
            given => given,
        };
        if self.assumed != charset
            && let Some(reason) = charset.assumption()
        {
            self.assumed = charset;
            out(self.at.trouble(reason))?;
        }
        ControlFlow::Continue(charset)
    }

    fn end(&self, out: ItemSink) -> ControlFlow<()> {
        if self.at.record == 0 {
            return out(RecordPosition::default().trouble(Reason::NoWarcRecord));
        }
        if self.passed > 0 {
            let records = self.passed;
            return out(RecordPosition::default().trouble(Reason::WarcRecordsPassed { records }));
        }
        ControlFlow::Continue(())
    }
}

/// The page or text found in a record.
struct WarcPage {
    fields: Map<String, Value>,
    /// The values of which the key is made: the page itself, not the text extracted from it.
    written: Map<String, Value>,
    /// Encoding of the text.
    charset: Charset,
}

fn only_text(text: &str) -> Map<String, Value> {
    Map::from_iter([("text".to_owned(), Value::from(text))])
}

/// The Arabic encoding that a server declared and that decoding never assumes by itself.
fn named(kind: &str) -> Option<&'static Encoding> {
    let (_, label) = kind.split_once("charset=")?;
    let label = label.trim_matches(|c: char| c == '"' || c == '\'' || c.is_whitespace());
    Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding == ISO_8859_6)
}

/// Adds what the crawler recorded: address, time and id of the page.
fn about_crawl(cut: &WarcRecord, fields: &mut Map<String, Value>) {
    let names = [
        ("warc-target-uri", "url"),
        ("warc-date", "warc-date"),
        ("warc-record-id", "id"),
        ("warc-identified-content-language", "language"),
    ];
    for (header, field) in names {
        if let Some(value) = cut.header(header) {
            let value = value
                .trim_start_matches("<urn:uuid:")
                .trim_matches(['<', '>']);
            fields.insert(field.to_owned(), Value::from(value));
        }
    }
}

#[cfg(test)]
mod tests;
