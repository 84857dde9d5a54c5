//! Takes HTML pages, gives an article a page: its main text, and what the page says of itself.
//!
//! The main text is found by a kept library (readability) in a page that [`clean`] has measured; in
//! pages that are too short or too strange for it, it is the body without what stands round it.

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

/// Bytes of text below which a page's main text is not left to the library, which may have found
/// a caption.
const SHORT: usize = 400;

/// A page of the web, as it was saved.
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

/// Whether a file begins as a page does. Fragments are told by their names: XML has `<p>`, too.
pub(super) fn is_html(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head.get(..head.len().min(4096)).unwrap_or(head));
    let head = head.to_ascii_lowercase();
    let mut rest = head.as_str();
    for _ in 0..8 {
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

/// The fields of a page: `title`, `text` and what else it says; `None` where it has no text.
pub(super) fn article(html: &str) -> Option<Map<String, Value>> {
    let said = page_metadata(html);
    let mut fields = said.fields();
    let read = main_text(html);
    let mut text = read.text;
    if let Some(body) = said.body().filter(|body| body.len() > text.len() * 2) {
        text = body;
    }
    if text.is_empty() {
        return None;
    }
    let title = read.title.or(said.title);
    for (name, value) in [("title", title), ("author", read.author)] {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            fields.entry(name).or_insert(Value::String(value));
        }
    }
    fields.insert("text".into(), Value::String(text));
    Some(fields)
}

/// What is read in the page itself.
#[derive(Default)]
struct MainText {
    text: String,
    title: Option<String>,
    author: Option<String>,
}

fn main_text(html: &str) -> MainText {
    let mut main = clean::cleaned(html).and_then(readable).unwrap_or_default();
    if main.text.len() < SHORT {
        let whole = text::body(html);
        // The library's choice stands where it leaves out a little of the page, and adds nothing.
        let (chosen, all) = (main.text.len(), whole.len());
        if all > 0 && (all < chosen || all > chosen * 2) {
            main.text = whole;
        }
    }
    main
}

/// What the library makes of a page of modest size.
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
