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
use super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::problem::Level;
use super::super::reason::Reason;
use super::growing::{no_state, pack_charset, unpack_charset};
use super::{
    Format, FormatInput, FormatPoint, GrowingFormat, ItemSink, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit_with_key, html, key_values,
};

/// The format of web archives.
pub struct Warc;

impl Format for Warc {
    fn name(&self) -> &'static str {
        "WARC"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        self.read_on(input, None, out, &mut None)
    }

    fn growing(&self) -> Option<&dyn GrowingFormat> {
        Some(self)
    }
}

impl GrowingFormat for Warc {
    /// What follows a record and begins no other is a flaw of the one before.
    fn goes_on(&self, state: &[u8], next: &[u8]) -> bool {
        WarcState::unpack(state).is_ok() && (next.is_empty() || cut::begins_with_record(next))
    }

    fn read_on(
        &self,
        input: FormatInput,
        from: Option<&[u8]>,
        out: ItemSink,
        end: &mut Option<FormatPoint>,
    ) -> io::Result<ControlFlow<()>> {
        let state = match from {
            Some(state) => WarcState::unpack(state).map_err(no_state)?,
            None => WarcState::default(),
        };
        let mut reader = WarcReader {
            options: input.options,
            given: input.charset,
            at: RecordPosition {
                record: state.records,
                line: None,
            },
            state,
        };
        let mut cutter = WarcCutter::new(input.stream);
        while let Some(cut) = cutter.next(is_page)? {
            reader.at.record = reader.at.record.saturating_add(1);
            if reader.record(&cut, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        reader.state.records = reader.at.record;
        let settled = cutter.settled_end().filter(|_| reader.at.record > 0);
        *end = settled.map(|position| reader.state.point(position));
        Ok(reader.end(out))
    }
}

/// What is known between two records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct WarcState {
    records: u32,
    /// The assumed encoding that was reported last: once a file is enough.
    assumed: Charset,
    /// Number of records that are no pages.
    passed: u64,
}

impl WarcState {
    /// The state as a point at that byte.
    fn point(self, position: u64) -> FormatPoint {
        let mut out = FieldWriter::default();
        out.number(u64::from(self.records));
        pack_charset(self.assumed, &mut out);
        out.number(self.passed);
        FormatPoint {
            position,
            state: out.bytes,
            ..FormatPoint::default()
        }
    }

    fn unpack(state: &[u8]) -> Result<WarcState, Unreadable> {
        let mut fields = FieldReader::new(state);
        Ok(WarcState {
            records: fields.small()?,
            assumed: unpack_charset(&mut fields)?,
            passed: fields.number()?,
        })
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
    at: RecordPosition,
    state: WarcState,
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
            self.state.passed += 1;
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
        let key = key_values::key(written, &FieldMap::default());
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
                self.state.passed += 1;
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
        self.state.passed += 1;
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
        if self.state.assumed != charset
            && let Some(reason) = charset.assumption()
        {
            self.state.assumed = charset;
            out(self.at.trouble(reason))?;
        }
        ControlFlow::Continue(charset)
    }

    fn end(&self, out: ItemSink) -> ControlFlow<()> {
        if self.at.record == 0 {
            return out(RecordPosition::default().trouble(Reason::NoWarcRecord));
        }
        if self.state.passed > 0 {
            let records = self.state.passed;
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
