//! Takes a JSON object, gives the record its fields make, whatever names its corpus gave them.
//!
//! Names are compared without case, spaces, `_` and `-`; nested names are dotted; the first alias
//! that is there and not empty wins. Text and summary are never joined: a summary repeats the text.

use serde_json::{Map, Value};

use super::super::article::Origin;
use super::super::date_text::parse_field;
use super::super::decode::tidy;
use super::super::source::host;
use super::Record;
use super::aliases::{AUTHOR, CRAWL, DATE, ID, NEVER_TEXT, SOURCE, TEXT, TITLE, URL};
use crate::text::{Options, isolated, shortened};

/// Columns of a field's value that a note shows.
const SHOWN: usize = 40;

/// Something to say about a record.
pub(super) struct Note {
    pub reason: String,
    pub hint: &'static str,
}

/// The record of an object; an error where there is no article in it.
pub(super) fn record(object: Map<String, Value>, line: u64) -> Result<(Record, Vec<Note>), Note> {
    let mut columns = Vec::new();
    flatten("", object, 0, &mut columns);
    let mut notes = Vec::new();
    let title = string(&columns, TITLE);
    let url = string(&columns, URL);
    let source = source(&columns, url.as_deref());
    let date = date(&columns, &mut notes);
    let author = string(&columns, AUTHOR);
    let id = string(&columns, ID);
    let text = text(&mut columns).map(tidy).unwrap_or_default();
    if text.trim().is_empty() {
        if title.is_none() {
            let reason = "no text and no title in this record".to_owned();
            return Err(Note {
                reason,
                hint: "known fields are text, content, body, article; title, headline",
            });
        }
        notes.push(Note {
            reason: "no text in this record, only a title".into(),
            hint: "",
        });
    }
    let record = Record {
        number: u32::try_from(line).unwrap_or(u32::MAX),

        id,
        title,
        source,
        date,
        author,
        url,
        text,
        plain: false,
    };
    Ok((record, notes))
}

type Columns = Vec<(String, Value)>;

/// Dotted, normalised names with their values; lists stay whole.
fn flatten(prefix: &str, object: Map<String, Value>, depth: usize, out: &mut Columns) {
    for (key, value) in object {
        let mut name = String::with_capacity(prefix.len() + key.len() + 1);
        if !prefix.is_empty() {
            name.push_str(prefix);
            name.push('.');
        }
        let kept = key
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'));
        name.extend(kept.flat_map(char::to_lowercase));
        match value {
            Value::Object(inner) if depth < 3 => flatten(&name, inner, depth + 1, out),
            Value::Null => {}
            value => out.push((name, value)),
        }
    }
}

/// The first alias with something in it.
fn string(columns: &Columns, aliases: &str) -> Option<String> {
    aliases.split(' ').find_map(|alias| {
        let (_, value) = columns.iter().find(|(name, _)| *name == alias)?;
        plain(value)
    })
}

/// A value as one line; a list of names joined.
fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.replace('\0', "").trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => {
            let names = items.iter().take(8).filter_map(|item| match item {
                Value::Object(inner) => inner.get("name").and_then(Value::as_str),
                other => other.as_str(),
            });
            names.map(str::trim).collect::<Vec<_>>().join("، ")
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The outlet, not the crawl it was taken from, and the host where the field holds an address.
fn source(columns: &Columns, url: Option<&str>) -> Option<String> {
    let mut named = SOURCE.split(' ').filter_map(|alias| string(columns, alias));
    named.find_map(|name| {
        if name.contains("://") {
            return host(&name);
        }
        (!is_crawl(&name) && Some(name.as_str()) != url).then_some(name)
    })
}

fn is_crawl(name: &str) -> bool {
    const CRAWLS: [&str; 12] = [
        "mc4",
        "c4",
        "cc",
        "commoncrawl",
        "culturax",
        "fineweb",
        "fineweb2",
        "hplt",
        "cc100",
        "ccnews",
        "madlad400",
        "web",
    ];
    let kept = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase());
    let name: String = kept.collect();
    name.starts_with("oscar") || name.starts_with("ccmain") || CRAWLS.contains(&name.as_str())
}

fn date(columns: &Columns, notes: &mut Vec<Note>) -> Option<(super::FieldDate, Origin)> {
    for (aliases, origin) in [(DATE, Origin::Field), (CRAWL, Origin::Crawl)] {
        for alias in aliases.split(' ') {
            let Some(value) = string(columns, alias) else {
                continue;
            };
            if let Some(date) = parse_field(&value) {
                return Some((date, origin));
            }
            let shown = shortened(&value, SHOWN, Options::default());
            let (alias, shown) = (isolated(alias), isolated(&shown));
            notes.push(Note {
                reason: format!("no date understood in {alias}: {shown}"),
                hint: "ISO 8601 is always read: 2015-09-30",
            });
        }
    }
    None
}

/// The article's own words: the first text column, or another one more than twice as long.
fn text(columns: &mut Columns) -> Option<String> {
    let length = |value: &Value| match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(|i| i.as_str().map_or(0, str::len)).sum(),
        _ => 0,
    };
    let mut best: Option<(usize, usize)> = None;
    for alias in TEXT.split(' ') {
        let Some(at) = columns.iter().position(|(name, _)| *name == alias) else {
            continue;
        };
        let found = length(&columns[at].1);
        if found > 0 && best.is_none_or(|(_, length)| found > length * 2) {
            best = Some((at, found));
        }
    }
    let unnamed = || {
        let long = |(name, value): &(String, Value)| {
            let tables = [NEVER_TEXT, TITLE, URL, AUTHOR];
            let known = tables.iter().any(|t| t.split(' ').any(|n| n == name));
            if known { 0 } else { length(value) }
        };
        let lengths = columns.iter().map(long).enumerate();
        lengths
            .max_by_key(|&(_, length)| length)
            .filter(|&(_, length)| length >= 400)
    };
    let (at, _) = best.or_else(unnamed)?;
    Some(match std::mem::take(&mut columns[at].1) {
        Value::String(text) => text,
        Value::Array(items) => joined(&items),
        _ => return None,
    })
}

/// A list of paragraphs, each a string or an object with a `text`.
fn joined(items: &[Value]) -> String {
    let lines = items
        .iter()
        .filter_map(|item| item.as_str().or_else(|| item.get("text")?.as_str()));
    lines.collect::<Vec<_>>().join("\n")
}
