//! Takes HTML pages, gives an article a page: its main text and its metadata.
//!
//! The main text is found by a library (readability) in a page that [`clean`] has measured; in pages
//! that are too short or too irregular for it, it is the body without navigation, headers and footers.

mod clean;
mod page_metadata;
mod tags;
mod text;

use std::io::{self, Read};
use std::ops::ControlFlow;

use dom_smoothie::{Config, Readability};
use serde_json::{Map, Value};

use self::page_metadata::page_metadata;
use super::super::decode::{Charset, decode};
use super::super::reason::Reason;
use super::record_key::key_of_page;
use super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit_with_key,
};

pub use text::plain;

/// Shortest main text that the library's choice is trusted for, in bytes: a shorter one may be a caption.
const MIN_TRUSTED_BYTES: usize = 400;
/// Size of the beginning in which a page is recognised, in bytes.
const SNIFFED_BYTES: usize = 4096;
/// Most comments and declarations skipped before the first tag of a page.
const MAX_PROLOGUE_ITEMS: usize = 8;

/// The format of saved web pages.
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "HTML"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut bytes = Vec::new();
        let read = input
            .stream
            .take(LONGEST_RECORD + 1)
            .read_to_end(&mut bytes)? as u64;
        let at = RecordPosition {
            record: 1,
            line: None,
        };
        if read > LONGEST_RECORD {
            let mib = LONGEST_RECORD_MIB;
            return Ok(out(at.trouble(Reason::PageTooLarge { mib })));
        }
        let (html, mut charset) = decode(&bytes);
        if input.charset != Charset::Utf8 {
            charset = input.charset;
        }
        if let Some(reason) = charset.assumption()
            && out(at.trouble(reason)).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        let Some(object) = article(&html) else {
            return Ok(out(at.trouble(Reason::PageWithoutText)));
        };
        let about = RecordContext {
            at,
            charset,
            alone: true,
        };
        let key = Some(key_of_page(&html));
        Ok(emit_with_key(object, key, about, input.options, out))
    }
}

/// Whether a file begins like a page. Fragments are recognised by the ending of the file's name only,
/// as XML has `<p>`, too.
pub(super) fn is_html(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head.get(..head.len().min(SNIFFED_BYTES)).unwrap_or(head));
    let head = head.to_ascii_lowercase();
    let mut rest = head.as_str();
    for _ in 0..MAX_PROLOGUE_ITEMS {
        rest = rest.trim_start();
        let beyond = if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("<?xml") {
            rest.split_once('>')
        } else {
            break;
        };
        let Some((_, beyond)) = beyond else { break };
        rest = beyond;
    }
    let begins = |tag: &str| {
        let after = rest
            .strip_prefix(tag)
            .and_then(|after| after.chars().next());
        after.is_some_and(|c| c.is_ascii_whitespace() || c == '>')
    };
    ["<!doctype html", "<html", "<head", "<body", "<meta"]
        .iter()
        .any(|tag| begins(tag))
}

/// The fields of a page: `title`, `text` and its metadata; `None` where it has no text.
pub(super) fn article(html: &str) -> Option<Map<String, Value>> {
    let metadata = page_metadata(html);
    let mut fields = metadata.fields();
    let read = main_text(html);
    let mut text = read.text;
    if let Some(body) = metadata.body().filter(|body| body.len() > text.len() * 2) {
        text = body;
    }
    if text.is_empty() {
        return None;
    }
    let title = read.title.or(metadata.title);
    for (name, value) in [("title", title), ("author", read.author)] {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            fields.entry(name).or_insert(Value::String(value));
        }
    }
    fields.insert("text".into(), Value::String(text));
    Some(fields)
}

/// Text, title and author found in the page itself.
#[derive(Default)]
struct MainText {
    text: String,
    title: Option<String>,
    author: Option<String>,
}

fn main_text(html: &str) -> MainText {
    let mut main = clean::cleaned(html).and_then(readable).unwrap_or_default();
    if main.text.len() < MIN_TRUSTED_BYTES {
        let whole = text::body(html);
        // The library's choice stands where it leaves out at most half of the body, and adds nothing.
        let (chosen, all) = (main.text.len(), whole.len());
        if all > 0 && (all < chosen || all > chosen * 2) {
            main.text = whole;
        }
    }
    main
}

/// The main text that the library finds in a page of modest size.
fn readable(html: String) -> Option<MainText> {
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::new(html, None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    Some(MainText {
        text: plain(&article.content),
        title: Some(article.title),
        author: article.byline,
    })
}

#[cfg(test)]
mod tests;
