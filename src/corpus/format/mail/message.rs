//! Takes a message, gives its fields: subject, sender, date, the list it came by, its text.
//!
//! A page that a browser saved as MHTML is a message, too, and goes the way of HTML files. The parser
//! of messages is kept from two things it has no bound for: messages in messages in messages, and
//! boundaries that are sought to the end of a long message again and again.

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

/// Messages in a message.
const MOST_MESSAGES: usize = 32;
/// Parts of parts, times the bytes in which their ends may be sought.
const MOST_SOUGHT: usize = 2 << 30;

/// What a message says.
pub(super) struct MailFields {
    pub fields: Map<String, Value>,
    pub key: Key,
    pub charset: Charset,
}

/// The fields of a message; else why there are none.
pub(super) fn read(bytes: &[u8]) -> Result<MailFields, Reason> {
    let messages = occurrences(bytes, b"message/");
    let parts = occurrences(bytes, b"multipart/");
    if messages > MOST_MESSAGES || parts.saturating_mul(bytes.len()) > MOST_SOUGHT {
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

/// How often a word stands in the bytes, in any case.
fn occurrences(bytes: &[u8], word: &[u8]) -> usize {
    // Every such word has one slash, and few other things have.
    let slash = word.len() - 1;
    let ends = memchr::memchr_iter(b'/', bytes).filter(|at| *at >= slash);
    ends.filter(|at| bytes[at - slash..=*at].eq_ignore_ascii_case(word))
        .count()
}

/// Whether a browser saved a page as this message.
fn is_saved(message: &Message) -> bool {
    let by_browser = |from: &str| from.to_ascii_lowercase().contains("saved by");
    snapshot(message).is_some() || message.header_raw(HeaderName::From).is_some_and(by_browser)
}

/// Where a saved page came from.
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

/// The key of a message: its headers as they stand there, and all its texts.
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

/// The text that is to be read, and what it was read in.
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
    // Many a newsletter has a text that only says where to read it.
    if text.0.trim().len() * 3 < page.0.len() {
        return page;
    }
    text
}

/// A part's text. The parser knows no Arabic encoding that is not declared: then the bytes decide.
fn decoded(message: &Message, part: &MessagePart) -> (String, Charset) {
    let (PartType::Text(text) | PartType::Html(text)) = &part.body else {
        return (String::new(), Charset::Utf8);
    };
    let declared = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"))
        .unwrap_or("");
    let telling = [
        "",
        "utf-8",
        "utf8",
        "us-ascii",
        "ascii",
        "iso-8859-1",
        "latin1",
        "windows-1252",
    ];
    if !telling
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

/// The list a message came by: its name, or its address.
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

/// The sender's name, or what stands before the `@`.
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
