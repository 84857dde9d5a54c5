//! Takes the fields of an object, gives the values of which a record's key is made: for each role the decoded value.
//!
//! Deliberately independent of [`super::fields`]: parsing dates, recognising names of crawls and
//! removing markup may improve there without changing a key.

use serde_json::{Map, Value};

use super::super::key::{Key, Parts, Written};
use super::super::options::{FieldMap, FieldRole};
use super::aliases::{self, CRAWL, NEVER_TEXT, TITLE, URL};
use super::fields::RecordFields;

/// Shortest value of an unknown name that is taken for the text where no name means «text», in
/// bytes. Part of what keys are made of, so it never changes.
const MIN_KEY_TEXT_BYTES: usize = 400;

/// The key of a record with these decoded values, by name of field.
pub(super) fn key(values: Map<String, Value>, map: &FieldMap) -> Key {
    Key::of(&key_values(&RecordFields::new(values, map)))
}

/// The key of a record made of an HTML page: the page itself, not what is extracted from it.
pub(super) fn key_of_page(page: &str) -> Key {
    Key::of(&Written::text(page))
}

/// The values of an object's fields that are in the key.
pub(super) fn key_values<'f>(fields: &'f RecordFields) -> Written<'f> {
    let mut chosen = KeyValueChooser {
        fields,
        taken: Vec::new(),
    };
    Written {
        title: chosen.first(fields.names(FieldRole::Title)),
        address: chosen.first(fields.names(FieldRole::Url)),
        source: chosen.first(fields.names(FieldRole::Source)),
        date: chosen.first(fields.names(FieldRole::Date).chain(CRAWL.split(' '))),
        id: chosen.first(fields.names(FieldRole::Id)),
        text: chosen.text(),
    }
}

/// Chooses the value of each role.
struct KeyValueChooser<'f> {
    fields: &'f RecordFields<'f>,
    /// Indices of the fields that already have a role.
    taken: Vec<usize>,
}

impl<'f> KeyValueChooser<'f> {
    /// The value of the first name whose value is not blank.
    fn first<'n>(&mut self, mut names: impl Iterator<Item = &'n str>) -> Parts<'f> {
        let found = names.find_map(|name| {
            let at = self.fields.position(name)?;
            let parts = self.parts(at);
            parts
                .iter()
                .any(|part| !is_blank(part))
                .then_some((at, parts))
        });
        let Some((at, parts)) = found else {
            return Parts::new();
        };
        self.taken.push(at);
        parts
    }

    /// The first text, or a later one more than twice as long, or else a long field without a role.
    fn text(&self) -> Parts<'f> {
        let mut best: Option<(usize, Parts)> = None;
        for name in self.fields.names(FieldRole::Text) {
            let at = self.fields.position(name);
            let Some(at) = at.filter(|at| !self.taken.contains(at)) else {
                continue;
            };
            let parts = self.parts(at);
            let length = length(&parts);
            if length > 0 && best.as_ref().is_none_or(|(least, _)| length > least * 2) {
                best = Some((length, parts));
            }
        }
        let given = self.fields.map.names(FieldRole::Text).next().is_some();
        let best = best.or_else(|| self.longest().filter(|_| !given));
        best.map_or_else(Parts::new, |(_, parts)| parts)
    }

    fn longest(&self) -> Option<(usize, Parts<'f>)> {
        let tables = [NEVER_TEXT, TITLE, URL, aliases::of(FieldRole::Author)];
        let known = |key: &str| tables.iter().any(|t| t.split(' ').any(|name| name == key));
        let fields = self.fields.all.iter().enumerate();
        let free = fields.filter(|(at, field)| !self.taken.contains(at) && !known(&field.key));
        let long = free.filter_map(|(at, _)| {
            let parts = self.parts(at);
            Some((length(&parts), parts)).filter(|(length, _)| *length >= MIN_KEY_TEXT_BYTES)
        });
        long.max_by_key(|(length, _)| *length)
    }

    fn parts(&self, at: usize) -> Parts<'f> {
        let mut parts = Parts::new();
        if let Some(field) = self.fields.all.get(at) {
            write(&field.value, &mut parts);
        }
        parts
    }
}

/// The strings, numbers and booleans of a value, in its order; those of an object sorted by name.
fn write<'v>(value: &'v Value, parts: &mut Parts<'v>) {
    match value {
        Value::Null => {}
        Value::Bool(yes) => parts.push(if *yes { "true" } else { "false" }.into()),
        Value::Number(number) => parts.push(number.to_string().into()),
        Value::String(text) => parts.push(text.into()),
        Value::Array(items) => {
            for item in items {
                write(item, parts);
            }
        }
        Value::Object(object) => {
            let mut pairs: Vec<(&String, &Value)> = object.iter().collect();
            pairs.sort_by_key(|(name, _)| *name);
            for (_, inner) in pairs {
                write(inner, parts);
            }
        }
    }
}

/// Length of a value in bytes; 0 where it is blank.
fn length(parts: &Parts) -> usize {
    if parts.iter().all(|part| is_blank(part)) {
        return 0;
    }
    parts.iter().map(|part| part.len()).sum()
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\0')
}
