//! Takes a JSON object, gives the record made of its fields, under whatever names the corpus uses.
//!
//! Names are compared without case, spaces, `_` and `-`; nested names are dotted; the first alias
//! that is present and not empty wins. Text and summary are never joined: a summary repeats the text.

use serde_json::{Map, Value};

use super::super::article::Origin;
use super::super::date_text::parse_field;
use super::super::decode::tidy;
use super::super::key::Key;
use super::super::options::{FieldMap, FieldRole, normalised};
use super::super::reason::Reason;
use super::super::source::host;
use super::RawRecord;
use super::aliases::{self, CRAWL, CRAWLED, NEVER_TEXT, TITLE, URL};
use super::key_values::key_values;
use super::values::{is_crawl, is_markup, joined, kept, length, plain, unescaped, without_markup};
use crate::text::{Options, shortened};

/// Columns of a field's value that a reason keeps: enough to see why it is no date.
const MAX_VALUE_COLUMNS: usize = 40;
/// Columns of a field's name that a reason keeps: as many as a sentence shows of all names.
const MAX_NAME_COLUMNS: usize = 120;
/// Most fields that a reason names of a record in which no article was found.
const MAX_FIELDS: usize = 8;
/// Most fields without a role that are kept of a record.
const MAX_EXTRA_FIELDS: usize = 64;
/// Deepest nesting of objects whose fields are read one by one; an object below it is one value.
const MAX_DEPTH: usize = 4;
/// Shortest value of an unknown name that is taken for the text, in bytes: titles and addresses are
/// shorter.
const MIN_TEXT_BYTES: usize = 400;
/// Most values of a list that are shown one by one; a longer list is often a vector, and counted.
const MAX_LIST_VALUES: usize = 256;

/// The record of an object and the problems found in it; an error where it holds no article.
/// The key is that of the object's fields, unless the format has made it of the fields as written.
pub(super) fn record(
    object: Map<String, Value>,
    map: &FieldMap,
    key: Option<Key>,
) -> Result<(RawRecord, Vec<Reason>), Reason> {
    let mut fields = RecordFields::new(object, map);
    let key = key.unwrap_or_else(|| Key::of(&key_values(&fields)));
    let mut notes = Vec::new();
    let title = fields.string(FieldRole::Title).map(unescaped);
    let mut url = fields.string(FieldRole::Url);
    let source = fields.source(&mut url);
    let date = fields.date(&mut notes);
    let author = fields.string(FieldRole::Author).map(unescaped);
    // A number is the id of a user of the site.
    let author = author.filter(|name| name.chars().any(char::is_alphabetic));
    notes.extend(fields.missing());
    let id = fields.string(FieldRole::Id);
    let text = fields.text().map(tidy).unwrap_or_default();
    if text.trim().is_empty() {
        if title.is_none() {
            return Err(fields.nothing_found());
        }
        notes.push(Reason::NoText);
    }
    let record = RawRecord {
        key,
        id,
        title,
        source,
        date,
        author,
        url,
        text,
        extra: fields.rest(),
        ..RawRecord::default()
    };
    Ok((record, notes))
}

/// Whether an object, or one nested in it, has a field of a role, by a known name or a mapped one.
pub(super) fn has(role: FieldRole, object: &Map<String, Value>, map: &FieldMap) -> bool {
    let leads = |name: &str, known: &str| {
        let rest = known.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let known = |name: &str| {
        let name = normalised(name);
        let mut usual = aliases::of(role).split(' ');
        map.names(role).any(|given| leads(&name, given)) || usual.any(|alias| leads(&name, alias))
    };
    object.iter().any(|(name, value)| match value {
        Value::Null => false,
        Value::Object(inner) => known(name) || has(role, inner, map),
        _ => known(name),
    })
}

/// One field of a record, with its place in nested objects as a dotted name.
pub(super) struct RecordField {
    /// Dotted and normalised name.
    pub(super) key: String,
    /// `key` without objects that only contain an article or its metadata: `title` of `meta.title`.
    bare: String,
    /// Dotted name, as the corpus writes it.
    name: String,
    pub(super) value: Value,
    /// The field was given a role.
    used: bool,
}

impl RecordField {
    fn new(key: String, name: String, value: Value) -> RecordField {
        RecordField {
            bare: bare(&key).to_owned(),
            key,
            name,
            value,
            used: false,
        }
    }
}

/// The fields of an object, nested ones included.
pub(super) struct RecordFields<'a> {
    pub(super) all: Vec<RecordField>,
    pub(super) map: &'a FieldMap,
}

impl<'a> RecordFields<'a> {
    pub(super) fn new(object: Map<String, Value>, map: &'a FieldMap) -> RecordFields<'a> {
        let mut all = Vec::new();
        flatten("", "", object, 0, &mut all);
        RecordFields { all, map }
    }

    /// The names of a role: those that the user mapped, or else the usual ones.
    pub(super) fn names(&self, role: FieldRole) -> impl Iterator<Item = &'a str> + use<'a> {
        let map = self.map;
        let given = map.names(role).next().is_some();
        let usual = if given { "" } else { aliases::of(role) };
        map.names(role).chain(usual.split(' '))
    }

    /// The value of the first name that has one.
    fn string(&mut self, role: FieldRole) -> Option<String> {
        self.names(role).find_map(|name| self.take(name))
    }

    fn take(&mut self, key: &str) -> Option<String> {
        let at = self.position(key)?;
        let field = self.all.get_mut(at)?;
        let found = plain(&field.value)?;
        field.used = true;
        Some(found)
    }

    /// Index of the field of a name, alone or in an object that only contains it.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        let own = self.all.iter().position(|field| field.key == key);
        own.or_else(|| self.all.iter().position(|field| field.bare == key))
    }

    /// The outlet, not the crawl it was taken from; the host where the field holds an address. The
    /// address becomes the article's where no other field has one.
    fn source(&mut self, url: &mut Option<String>) -> Option<String> {
        let given = self.map.names(FieldRole::Source).next().is_some();
        self.names(FieldRole::Source).find_map(|name| {
            let at = self.position(name)?;
            let value = unescaped(plain(&self.all[at].value)?);
            let found = if value.contains("://") {
                let host = host(&value);
                if url.is_none() && value.trim_end_matches('/').matches('/').count() > 2 {
                    *url = Some(value);
                }
                host
            } else {
                let outlet = given || !is_crawl(&value);
                (outlet && Some(value.as_str()) != url.as_deref()).then_some(value)
            };
            self.all[at].used |= found.is_some();
            found
        })
    }

    fn date(&mut self, notes: &mut Vec<Reason>) -> Option<(super::FieldDate, Origin)> {
        // In the records of a crawl every date is that of the crawl.
        let crawled = self
            .all
            .iter()
            .any(|field| CRAWLED.contains(&field.key.as_str()));
        let crawled = crawled && self.map.names(FieldRole::Date).next().is_none();
        let published = if crawled {
            Origin::Crawl
        } else {
            Origin::Field
        };
        let published = self.names(FieldRole::Date).map(|name| (name, published));
        let fetched = CRAWL.split(' ').map(|name| (name, Origin::Crawl));
        for (name, origin) in published.chain(fetched) {
            let Some(value) = self.take(name).map(unescaped) else {
                continue;
            };
            if let Some(date) = parse_field(&value) {
                return Some((date, origin));
            }
            notes.push(Reason::NoDate {
                field: name.to_owned(),
                value: shortened(&value, MAX_VALUE_COLUMNS, Options::default()).into_owned(),
            });
        }
        None
    }

    /// The article's text: the first field of that role, or a later one more than twice as long.
    fn text(&mut self) -> Option<String> {
        let mut best: Option<(usize, usize)> = None;
        for name in self.names(FieldRole::Text) {
            let Some(at) = self.position(name).filter(|&at| !self.all[at].used) else {
                continue;
            };
            let found = length(&self.all[at].value);
            if found > 0 && best.is_none_or(|(_, length)| found > length * 2) {
                best = Some((at, found));
            }
        }
        let given = self.map.names(FieldRole::Text).next().is_some();
        let (at, _) = best.or_else(|| self.longest().filter(|_| !given))?;
        self.all[at].used = true;
        let text = match std::mem::take(&mut self.all[at].value) {
            Value::String(text) => text,
            Value::Array(items) => joined(&items),
            _ => return None,
        };
        Some(if is_markup(&text) {
            without_markup(&text)
        } else {
            text
        })
    }

    /// The longest field of an unknown name, where no name means «text».
    fn longest(&self) -> Option<(usize, usize)> {
        let long = |field: &RecordField| {
            let tables = [NEVER_TEXT, TITLE, URL, aliases::of(FieldRole::Author)];
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
            .filter(|&(_, length)| length >= MIN_TEXT_BYTES)
    }

    /// Names that the user mapped and that this record does not have.
    fn missing(&self) -> Option<Reason> {
        let absent = |names: &[&str]| names.iter().all(|name| self.position(name).is_none());
        let given = FieldRole::ALL.map(|role| self.map.names(role).collect::<Vec<_>>());
        let absent = given
            .iter()
            .filter(|names| !names.is_empty() && absent(names));
        let fields = absent.flatten().map(|name| (*name).to_owned());
        let fields: Vec<String> = fields.collect();
        (!fields.is_empty()).then_some(Reason::MappedFieldsMissing { fields })
    }

    /// Why no article was found in a record, with the names of its fields.
    fn nothing_found(&self) -> Reason {
        if self.all.is_empty() {
            return Reason::NoFields;
        }
        let names =
            self.all.iter().take(MAX_FIELDS).map(|field| {
                shortened(&field.name, MAX_NAME_COLUMNS, Options::default()).into_owned()
            });
        Reason::NoArticleFields {
            fields: names.collect(),
        }
    }

    /// The fields that were given no role, as they are shown.
    fn rest(self) -> Vec<(Box<str>, Box<str>)> {
        let rest = self.all.into_iter().filter(|field| !field.used);
        let shown = rest.filter_map(|field| {
            let value = match &field.value {
                Value::String(text) => text.trim().to_owned(),
                Value::Array(items) if items.len() > MAX_LIST_VALUES => {
                    format!("{} values", items.len())
                }
                Value::Array(items) if items.iter().all(Value::is_string) => {
                    let items = items.iter().filter_map(Value::as_str);
                    items.collect::<Vec<_>>().join("، ")
                }
                other => other.to_string(),
            };
            (!value.is_empty()).then(|| (field.name.into(), kept(value).into()))
        });
        shown.take(MAX_EXTRA_FIELDS).collect()
    }
}

/// A name without the objects that only contain an article or its metadata.
fn bare(key: &str) -> &str {
    const HOLDERS: [&str; 12] = [
        "meta",
        "metadata",
        "data",
        "article",
        "news",
        "doc",
        "document",
        "info",
        "source",
        "fields",
        "attributes",
        "properties",
    ];
    let mut bare = key;
    while let Some((holder, rest)) = bare.split_once('.') {
        if !HOLDERS.contains(&holder) {
            break;
        }
        bare = rest;
    }
    bare
}

/// The fields of an object, those of nested objects under dotted names; lists stay whole. `key` and
/// `name` are those of the object itself, empty for the outermost.
fn flatten(
    key: &str,
    name: &str,
    object: Map<String, Value>,
    depth: usize,
    out: &mut Vec<RecordField>,
) {
    let outer = (key, name);
    for (own, value) in object {
        let (mut key, mut name) = (normalised(&own), own);
        if !outer.0.is_empty() {
            key = format!("{}.{key}", outer.0);
            name = format!("{}.{name}", outer.1);
        }
        match value {
            // Databases wrap values in their own types: `{"$date": "2015-09-30T00:00:00Z"}`.
            Value::Object(inner)
                if inner.len() == 1 && inner.keys().all(|k| k.starts_with('$')) =>
            {
                let value = inner
                    .into_iter()
                    .map(|(_, value)| value)
                    .next()
                    .unwrap_or_default();
                out.push(RecordField::new(key, name, value));
            }
            Value::Object(inner) if depth < MAX_DEPTH => {
                flatten(&key, &name, inner, depth + 1, out);
            }
            Value::Null => {}
            value => out.push(RecordField::new(key, name, value)),
        }
    }
}
