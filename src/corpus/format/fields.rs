//! Takes a JSON object, gives the record its fields make, whatever names its corpus gave them.
//!
//! Names are compared without case, spaces, `_` and `-`; nested names are dotted; the first alias
//! that is there and not empty wins. Text and summary are never joined: a summary repeats the text.

use serde_json::{Map, Value};

use super::super::article::Origin;
use super::super::date_text::parse_field;
use super::super::decode::tidy;
use super::super::options::{FieldMap, Role, normalised};
use super::super::source::host;
use super::Record;
use super::aliases::{self, CRAWL, CRAWLED, NEVER_TEXT, TEXT, TITLE, URL};
use crate::text::{Options, isolated, shortened};

/// Columns of a field's value that a note shows.
const SHOWN: usize = 40;
/// Bytes of a field that is none of an article's, as far as it is kept for a person to look at.
const KEPT: usize = 4096;
/// How many such fields.
const MOST_EXTRA: usize = 64;
/// Objects in objects that are opened; what lies deeper is one value.
const DEEPEST: usize = 4;

/// Something to say about a record.
pub(super) struct Note {
    pub reason: String,
    pub hint: &'static str,
}

/// The record of an object; an error where there is no article in it.
pub(super) fn record(
    object: Map<String, Value>,
    map: &FieldMap,
) -> Result<(Record, Vec<Note>), Note> {
    let mut fields = Fields::new(object, map);
    let mut notes = Vec::new();
    let title = fields.string(Role::Title).map(unescaped);
    let url = fields.string(Role::Url);
    let source = fields.source(url.as_deref());
    let date = fields.date(&mut notes);
    let author = fields.string(Role::Author).map(unescaped);
    let id = fields.string(Role::Id);
    let text = fields.text().map(tidy).unwrap_or_default();
    if text.trim().is_empty() {
        if title.is_none() {
            return Err(Note {
                reason: fields.nothing_found(),
                hint: "name its fields: --map text=FIELD,title=FIELD",
            });
        }
        notes.push(Note {
            reason: "no text in this record, only a title".into(),
            hint: "if it is there under another name: --map text=FIELD",
        });
    }
    let record = Record {
        id,
        title,
        source,
        date,
        author,
        url,
        text,
        extra: fields.rest(),
        ..Record::default()
    };
    Ok((record, notes))
}

/// Whether an object holds an article's text under a name that is known or was given.
pub(super) fn has_text(object: &Map<String, Value>, map: &FieldMap) -> bool {
    let known = |name: &str| {
        let name = normalised(name);
        map.names(Role::Text)
            .any(|given| given == name || given.starts_with(&format!("{name}.")))
            || TEXT
                .split(' ')
                .any(|alias| alias == name || alias.starts_with(&format!("{name}.")))
    };
    object
        .iter()
        .any(|(name, value)| known(name) && !value.is_null())
}

struct Field {
    /// Dotted and normalised.
    key: String,
    /// Dotted, as the corpus has it.
    name: String,
    value: Value,
    /// Became something of the article's own.
    used: bool,
}

struct Fields<'a> {
    all: Vec<Field>,
    map: &'a FieldMap,
}

impl<'a> Fields<'a> {
    fn new(object: Map<String, Value>, map: &'a FieldMap) -> Fields<'a> {
        let mut all = Vec::new();
        flatten(("", ""), object, 0, &mut all);
        Fields { all, map }
    }

    /// The names under which a role is looked for: those given, or else the usual ones.
    fn names(&self, role: Role) -> impl Iterator<Item = &'a str> + use<'a> {
        let map = self.map;
        let given = map.names(role).next().is_some();
        let usual = if given { "" } else { aliases::of(role) };
        map.names(role).chain(usual.split(' '))
    }

    /// The first alias with something in it.
    fn string(&mut self, role: Role) -> Option<String> {
        self.names(role).find_map(|name| self.take(name))
    }

    fn take(&mut self, key: &str) -> Option<String> {
        let field = self.all.iter_mut().find(|field| field.key == key)?;
        let found = plain(&field.value)?;
        field.used = true;
        Some(found)
    }

    /// The outlet, not the crawl it was taken from, and the host where the field holds an address.
    fn source(&mut self, url: Option<&str>) -> Option<String> {
        let given = self.map.names(Role::Source).next().is_some();
        self.names(Role::Source).find_map(|name| {
            let at = self.all.iter().position(|field| field.key == name)?;
            let value = unescaped(plain(&self.all[at].value)?);
            let found = if value.contains("://") {
                host(&value)
            } else {
                let outlet = given || !is_crawl(&value);
                (outlet && Some(value.as_str()) != url).then_some(value)
            };
            self.all[at].used |= found.is_some();
            found
        })
    }

    fn date(&mut self, notes: &mut Vec<Note>) -> Option<(super::FieldDate, Origin)> {
        // In a crawl's own records every date is the crawl's.
        let crawled = self
            .all
            .iter()
            .any(|field| CRAWLED.contains(&field.key.as_str()));
        let crawled = crawled && self.map.names(Role::Date).next().is_none();
        let published = if crawled {
            Origin::Crawl
        } else {
            Origin::Field
        };
        let published = self.names(Role::Date).map(|name| (name, published));
        let fetched = CRAWL.split(' ').map(|name| (name, Origin::Crawl));
        for (name, origin) in published.chain(fetched) {
            let Some(value) = self.take(name).map(unescaped) else {
                continue;
            };
            if let Some(date) = parse_field(&value) {
                return Some((date, origin));
            }
            let shown = shortened(&value, SHOWN, Options::default());
            let (name, shown) = (isolated(name), isolated(&shown));
            notes.push(Note {
                reason: format!("no date understood in {name}: {shown}"),
                hint: "ISO 8601 is always read: 2015-09-30",
            });
        }
        None
    }

    /// The article's own words: the first text column, or another one more than twice as long.
    fn text(&mut self) -> Option<String> {
        let mut best: Option<(usize, usize)> = None;
        for name in self.names(Role::Text) {
            let Some(at) = self
                .all
                .iter()
                .position(|field| field.key == name && !field.used)
            else {
                continue;
            };
            let found = length(&self.all[at].value);
            if found > 0 && best.is_none_or(|(_, length)| found > length * 2) {
                best = Some((at, found));
            }
        }
        let given = self.map.names(Role::Text).next().is_some();
        let (at, _) = best.or_else(|| self.longest().filter(|_| !given))?;
        self.all[at].used = true;
        match std::mem::take(&mut self.all[at].value) {
            Value::String(text) => Some(text),
            Value::Array(items) => Some(joined(&items)),
            _ => None,
        }
    }

    /// A long field of a name that says nothing, where no name says «text».
    fn longest(&self) -> Option<(usize, usize)> {
        let long = |field: &Field| {
            let tables = [NEVER_TEXT, TITLE, URL, aliases::of(Role::Author)];
            let known = tables.iter().any(|t| t.split(' ').any(|n| n == field.key));
            if known || field.used {
                0
            } else {
                length(&field.value)
            }
        };
        let lengths = self.all.iter().map(long).enumerate();
        lengths
            .max_by_key(|&(_, length)| length)
            .filter(|&(_, length)| length >= 400)
    }

    /// What an error says of a record without an article: which fields it has.
    fn nothing_found(&self) -> String {
        if self.all.is_empty() {
            return "no field in this record".to_owned();
        }
        let names = self.all.iter().take(8).map(|field| isolated(&field.name));
        let names = names.collect::<Vec<_>>().join(", ");
        let names = shortened(&names, SHOWN * 3, Options::default());
        format!("no text and no title in this record; its fields are {names}")
    }

    /// The fields that became nothing of the article's.
    fn rest(self) -> Vec<(Box<str>, Box<str>)> {
        let rest = self.all.into_iter().filter(|field| !field.used);
        let shown = rest.filter_map(|field| {
            let value = match &field.value {
                Value::String(text) => text.trim().to_owned(),
                Value::Array(items) if items.len() > 256 => format!("{} values", items.len()),
                Value::Array(items) if items.iter().all(Value::is_string) => {
                    let items = items.iter().filter_map(Value::as_str);
                    items.collect::<Vec<_>>().join("، ")
                }
                other => other.to_string(),
            };
            (!value.is_empty()).then(|| (field.name.into(), kept(value).into()))
        });
        shown.take(MOST_EXTRA).collect()
    }
}

fn kept(mut value: String) -> String {
    if value.len() > KEPT {
        let end = (0..=KEPT).rev().find(|&at| value.is_char_boundary(at));
        value.truncate(end.unwrap_or(0));
        value.push('…');
    }
    value.replace('\0', "")
}

/// Bytes of text in a value.
fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(|i| i.as_str().map_or(0, str::len)).sum(),
        _ => 0,
    }
}

/// Dotted names with their values; lists stay whole.
fn flatten(prefix: (&str, &str), object: Map<String, Value>, depth: usize, out: &mut Vec<Field>) {
    for (own, value) in object {
        let (mut key, mut name) = (normalised(&own), own);
        if !prefix.0.is_empty() {
            key = format!("{}.{key}", prefix.0);
            name = format!("{}.{name}", prefix.1);
        }
        match value {
            Value::Object(inner) if depth < DEEPEST => {
                flatten((&key, &name), inner, depth + 1, out);
            }
            Value::Null => {}
            value => out.push(Field {
                key,
                name,
                value,
                used: false,
            }),
        }
    }
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

/// `&quot;` and its like, which scraped fields keep.
fn unescaped(text: String) -> String {
    if text.contains('&') {
        return html_escape::decode_html_entities(&text)
            .replace('\u{a0}', " ")
            .trim()
            .to_owned();
    }
    text
}

/// A list of paragraphs, each a string or an object with a `text`.
fn joined(items: &[Value]) -> String {
    let lines = items
        .iter()
        .filter_map(|item| item.as_str().or_else(|| item.get("text")?.as_str()));
    lines.collect::<Vec<_>>().join("\n")
}
