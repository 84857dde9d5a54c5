//! Takes a message, gives its fields: subject, sender, date, mailing list and text.
//!
//! A page that a browser saved as MHTML is a message, too, and is read like HTML files. Two things for
//! which the parser of messages has no limit are refused before it runs: deeply nested messages, and
//! boundaries that it would search to the end of a long message for every part.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{
    Address, Encoding, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders,
    PartType,
};
use serde_json::{Map, Value};

use super::super::super::decode::{Charset, decode};
use super::super::super::key::Key;
use super::super::super::options::FieldMap;
use super::super::super::reason::Reason;
use super::super::html;
use super::super::record_key::{self, key_of_page};

/// Most messages attached to a message: the parser recurses into each.
const MAX_MESSAGES: usize = 32;
/// Most bytes that the parser may search for boundaries: nested groups of parts times the bytes of the
/// message.
const MAX_SEARCHED_BYTES: usize = 2 << 30;

/// Times that the text of the HTML part must be longer than the plain text to be preferred.
const MIN_PAGE_FOLD: usize = 3;

/// The fields of a message, its key and its encoding.
pub(super) struct MailFields {
    pub fields: Map<String, Value>,
    pub key: Key,
    pub charset: Charset,
}

/// The fields of a message, or why there are none.
pub(super) fn read(bytes: &[u8]) -> Result<MailFields, Reason> {
    let messages = occurrences(bytes, b"message/");
    let parts = occurrences(bytes, b"multipart/");
    if messages > MAX_MESSAGES || parts.saturating_mul(bytes.len()) > MAX_SEARCHED_BYTES {
        return Err(Reason::MessageTooDeep);
    }
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or(Reason::NotAMessage)?;
    if is_saved(&message) {
        return page(&message);
    }
    let mut fields = Map::new();
    let (text, charset) = text_of(&message);
    let pairs = [
        ("title", message.subject().map(one_line)),
        ("author", message.from().and_then(name)),
        (
            "source",
            list(&message).or_else(|| message.from().and_then(host)),
        ),
        (
            "date",
            message.date().map(mail_parser::DateTime::to_rfc3339),
        ),
        ("id", message.message_id().map(str::to_owned)),
        ("text", Some(text)),
    ];
    for (field, value) in pairs {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            fields.insert(field.to_owned(), Value::String(value));
        }
    }
    if fields.is_empty() {
        return Err(Reason::NotAMessage);
    }
    Ok(MailFields {
        fields,
        key: key(&message),
        charset,
    })
}

/// Number of occurrences of a word that ends in a slash, in any case of letters.
fn occurrences(bytes: &[u8], word: &[u8]) -> usize {
    // Slashes are rare, so searching for them is fast.
    let slash = word.len() - 1;
    let ends = memchr::memchr_iter(b'/', bytes).filter(|at| *at >= slash);
    ends.filter(|at| bytes[at - slash..=*at].eq_ignore_ascii_case(word))
        .count()
}

/// Whether a message is a page saved by a browser.
fn is_saved(message: &Message) -> bool {
    let by_browser = |from: &str| from.to_ascii_lowercase().contains("saved by");
    snapshot(message).is_some() || message.header_raw(HeaderName::From).is_some_and(by_browser)
}

/// The address of a saved page.
fn snapshot<'a>(message: &'a Message) -> Option<&'a str> {
    let header = HeaderName::Other("Snapshot-Content-Location".into());
    message.header_raw(header).map(str::trim)
}

fn page(message: &Message) -> Result<MailFields, Reason> {
    let pages = message
        .parts
        .iter()
        .filter(|part| matches!(part.body, PartType::Html(_)));
    // The page comes first, before its frames.
    let part = pages.into_iter().next().ok_or(Reason::NoSavedPage)?;
    let (page, charset) = decoded(message, part);
    let mut fields = html::article(&page).ok_or(Reason::SavedPageWithoutText)?;
    let location = part
        .content_location()
        .filter(|location| location.contains("://"));
    let url = snapshot(message).or(location).map(str::to_owned);
    let saved = message.date().map(mail_parser::DateTime::to_rfc3339);
    let title = message.subject().map(one_line);
    for (field, value) in [("url", url), ("title", title), ("crawl-date", saved)] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.entry(field).or_insert(Value::String(value));
        }
    }
    Ok(MailFields {
        fields,
        key: key_of_page(&page),
        charset,
    })
}

/// The key of a message: of its headers as they are written, and all its texts.
fn key(message: &Message) -> Key {
    let mut values = Map::new();
    let raw = |name| message.header_raw(name).map(str::to_owned);
    let pairs = [
        ("title", message.subject().map(str::to_owned)),
        (
            "source",
            raw(HeaderName::ListId).or_else(|| raw(HeaderName::From)),
        ),
        ("date", raw(HeaderName::Date)),
        ("id", message.message_id().map(str::to_owned)),
    ];
    for (field, value) in pairs {
        values.extend(value.map(|value| (field.to_owned(), Value::String(value))));
    }
    let ids = message.text_body.iter().chain(&message.html_body);
    let mut ids: Vec<u32> = ids.copied().collect();
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    let parts = ids.iter().filter_map(|id| message.part(*id));
    let texts = parts.map(|part| Value::String(decoded(message, part).0));
    values.insert("text".to_owned(), texts.collect());
    record_key::key(values, &FieldMap::default())
}

/// The text to be read, and its encoding.
fn text_of(message: &Message) -> (String, Charset) {
    let joined = |ids: &[u32]| {
        let mut charset = Charset::Utf8;
        let parts = ids.iter().filter_map(|id| message.part(*id)).map(|part| {
            let (text, found) = decoded(message, part);
            if charset == Charset::Utf8 {
                charset = found;
            }
            match part.body {
                PartType::Html(_) => html::plain(&text),
                _ => text,
            }
        });
        let parts: Vec<String> = parts.collect();
        (parts.join("\n"), charset)
    };
    let text = joined(&message.text_body);
    let page = joined(&message.html_body);
    // The plain text of a newsletter is often only a link to its page.
    if text.0.trim().len() * MIN_PAGE_FOLD < page.0.len() {
        return page;
    }
    text
}

/// The text of a part. The parser recognises no Arabic encoding that is not declared; the bytes decide
/// where the declaration is missing or one that mail programs write for any text.
fn decoded(message: &Message, part: &MessagePart) -> (String, Charset) {
    let (PartType::Text(text) | PartType::Html(text)) = &part.body else {
        return (String::new(), Charset::Utf8);
    };
    let declared = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"))
        .unwrap_or("");
    let undecided = [
        "",
        "utf-8",
        "utf8",
        "us-ascii",
        "ascii",
        "iso-8859-1",
        "latin1",
        "windows-1252",
    ];
    if !undecided
        .iter()
        .any(|label| declared.eq_ignore_ascii_case(label))
    {
        return (text.clone().into_owned(), Charset::Utf8);
    }
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = message.raw_message.get(range).unwrap_or(&[]);
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    let Some(bytes) = bytes.filter(|_| !part.is_encoding_problem) else {
        return (text.clone().into_owned(), Charset::Utf8);
    };
    let (text, charset) = decode(&bytes);
    (text.into_owned(), charset)
}

/// The mailing list of a message: its name, or its address.
fn list(message: &Message) -> Option<String> {
    let raw = message.header_raw(HeaderName::ListId)?;
    let (name, address) = raw.split_once('<').unwrap_or(("", raw));
    let parsed = match message.list_id() {
        HeaderValue::Address(address) => address.first().and_then(|a| a.name.as_deref()),
        _ => None,
    };
    let name = parsed.map_or_else(|| one_line(name), one_line);
    let name = name.trim_matches('"').trim();
    let address = address.trim().trim_end_matches('>');
    [name, address]
        .into_iter()
        .find(|found| !found.is_empty())
        .map(str::to_owned)
}

/// The sender's name, or the part of the address before the `@`.
fn name(from: &Address) -> Option<String> {
    let first = from.first()?;
    let name = first
        .name
        .as_deref()
        .map(one_line)
        .filter(|name| !name.is_empty());
    name.or_else(|| Some(first.address.as_deref()?.split('@').next()?.to_owned()))
}

fn host(from: &Address) -> Option<String> {
    let (_, host) = from.first()?.address.as_deref()?.rsplit_once('@')?;
    Some(host.to_lowercase())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
