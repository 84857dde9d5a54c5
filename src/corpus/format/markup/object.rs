//! Takes a record's elements, gives its fields by name: attributes, elements, and the text of its paragraphs.
//!
//! A name is as short as it can be known by: `title` of `meta/title`, `publication.name` of
//! `meta/publication/name`; what nobody knows keeps its whole path. The same name again is one more
//! value where values can be many (authors), more text, or else comes with a number.

use serde_json::{Map, Value};

use super::super::super::options::{FieldMap, Role, normalised};
use super::super::aliases::role_of;
use super::prose::{WhiteSpace, is_block, is_heading, is_part, prose, write, write_raw};
use super::tree::{Element, MarkupNode};

/// Elements that tell of the article: paragraphs in them are not its own.
const ABOUT: &str = "meta metadata head header teiheader docdata front back";
/// Fields that are kept of one record.
const MOST: usize = 256;

/// The fields of a record.
pub(in super::super) struct MarkupRecord {
    pub fields: Map<String, Value>,
    /// The same as they were written: see [`super::prose::write_raw`].
    pub written: Map<String, Value>,
}

/// Takes a record apart.
pub(in super::super) fn object(record: &Element, map: &FieldMap) -> MarkupRecord {
    let mut fields = FieldCollector {
        map,
        leaves: Vec::new(),
        loose: MarkupText::default(),
    };
    let mut path = Vec::new();
    fields.inside(record, &mut path);
    // What is nearer to the record is rather its own.
    fields.leaves.sort_by_key(|leaf| leaf.depth);
    let mut object = MarkupRecord {
        fields: Map::new(),
        written: Map::new(),
    };
    for NamedText { name, value, .. } in std::mem::take(&mut fields.leaves) {
        add(&mut object.fields, &name, value.read);
        add(&mut object.written, &name, value.written);
    }
    let texts = object.fields.keys().any(|name| is_text(name, map));
    if !texts && !fields.loose.read.trim().is_empty() {
        let MarkupText { read, written } = fields.loose;
        object.fields.insert("text".into(), Value::String(read));
        object.written.insert("text".into(), Value::String(written));
    }
    object
}

fn is_text(name: &str, map: &FieldMap) -> bool {
    let name = normalised(name);
    role_of(&name) == Some(Role::Text) || map.names(Role::Text).any(|given| given == name)
}

struct NamedText {
    depth: usize,
    name: String,
    value: MarkupText,
}

/// A text as it is to be read, and as it was written.
#[derive(Default)]
struct MarkupText {
    read: String,
    written: String,
}

impl MarkupText {
    /// The text of an element.
    fn of(element: &Element) -> MarkupText {
        let mut written = String::new();
        write_raw(element, &mut written);
        MarkupText {
            read: prose(element),
            written,
        }
    }

    /// A value that stands in an attribute.
    fn plain(value: &str) -> MarkupText {
        MarkupText {
            read: value.to_owned(),
            written: value.to_owned(),
        }
    }

    /// Adds what stands in an element.
    fn add(&mut self, element: &Element) {
        write(element, WhiteSpace::Xml, &mut self.read);
        write_raw(element, &mut self.written);
    }
}

struct FieldCollector<'m> {
    map: &'m FieldMap,
    leaves: Vec<NamedText>,
    /// Paragraphs that stand in no field.
    loose: MarkupText,
}

impl FieldCollector<'_> {
    /// Takes what stands in an element that is no field by itself.
    fn inside(&mut self, element: &Element, path: &mut Vec<String>) {
        for (name, value) in &element.attributes {
            let local = name
                .rsplit_once(':')
                .map_or(name.as_str(), |(_, local)| local);
            if !name.starts_with("xmlns") && !value.trim().is_empty() {
                path.push(local.to_lowercase());
                self.leaf(path, MarkupText::plain(value.trim()));
                path.pop();
            }
        }
        let about = path
            .iter()
            .any(|name| ABOUT.split(' ').any(|other| other == name));
        for node in &element.nodes {
            match node {
                MarkupNode::Text(text) if !about => self.loosely(text),
                MarkupNode::Text(_) => {}
                MarkupNode::Element(inner) if is_part(inner.local()) && !is_named(inner) => {
                    if has_fields(inner, false) {
                        self.inside(inner, path);
                    } else if !about {
                        self.loose.add(inner);
                    }
                }
                MarkupNode::Element(inner) => self.element(inner, path),
            }
        }
    }

    /// Takes an element that is a field, or holds some.
    fn element(&mut self, element: &Element, path: &mut Vec<String>) {
        // `<field name="title">…`, `<meta name="title" content="…">`
        let named = own_name(element);
        path.push(named.unwrap_or(element.local()).to_owned());
        if let Some(content) = element.attribute("content").filter(|_| named.is_some()) {
            self.leaf(path, MarkupText::plain(content));
        } else if has_fields(element, is_text(element.local(), self.map)) {
            self.inside(element, path);
        } else {
            let value = MarkupText::of(element);
            let empty = value.read.is_empty();
            self.leaf(path, value);
            if named.is_none() {
                self.attributes(element, path, empty);
            }
        }
        path.pop();
    }

    /// The attributes of a field: its value, if it has no other.
    fn attributes(&mut self, element: &Element, path: &mut Vec<String>, empty: bool) {
        for (name, value) in &element.attributes {
            let value = MarkupText::plain(value.trim());
            if empty
                && matches!(
                    name.as_str(),
                    "value" | "href" | "content" | "when" | "norm"
                )
            {
                self.leaf(path, value);
            } else if !name.starts_with("xml") {
                path.push(name.to_lowercase());
                self.leaf(path, value);
                path.pop();
            }
        }
    }

    fn loosely(&mut self, text: &str) {
        if !text.trim().is_empty() {
            let element = Element {
                nodes: vec![MarkupNode::Text(text.into())],
                ..Element::default()
            };
            self.loose.add(&element);
        }
    }

    fn leaf(&mut self, path: &[String], value: MarkupText) {
        if value.read.is_empty() || self.leaves.len() >= MOST {
            return;
        }
        let suffixes = || (0..path.len()).map(|from| path.get(from..).unwrap_or(&[]).join("."));
        let given = suffixes().find(|name| self.map.names_any(name));
        let known = || suffixes().find(|name| role_of(&normalised(name)).is_some());
        let name = given.or_else(known).unwrap_or_else(|| path.join("."));
        let depth = path.len();
        self.leaves.push(NamedText { depth, name, value });
    }
}

/// Whether an element is called by an attribute.
fn is_named(element: &Element) -> bool {
    own_name(element).is_some()
}

/// The name that stands in an attribute, the element's own saying nothing.
pub(super) fn own_name<'e>(element: &'e Element) -> Option<&'e str> {
    let says_nothing = matches!(element.local(), "field" | "meta" | "str" | "property");
    element.attribute("name").filter(|_| says_nothing)
}

/// Whether there are fields in an element; in a text these have names that are known.
fn has_fields(element: &Element, in_text: bool) -> bool {
    element.elements().any(|inner| {
        let name = inner.local();
        if is_part(name) {
            // Paragraphs hold no fields, whatever is marked in them.
            return !matches!(name, "p" | "s" | "seg")
                && !is_inline(name)
                && has_fields(inner, in_text);
        }
        if in_text {
            let known = role_of(&normalised(name)).is_some() && !is_heading(name);
            return known || has_fields(inner, true);
        }
        true
    })
}

fn is_inline(name: &str) -> bool {
    is_part(name) && !is_block(name)
}

fn add(object: &mut Map<String, Value>, name: &str, value: String) {
    let Some(there) = object.get_mut(name) else {
        object.insert(name.to_owned(), Value::String(value));
        return;
    };
    let role = role_of(&normalised(name));
    match (role, there) {
        (Some(Role::Text), Value::String(text)) => {
            text.push('\n');
            text.push_str(&value);
        }
        (Some(Role::Author) | None, Value::String(one)) => {
            let one = std::mem::take(one);
            let both = vec![Value::String(one), Value::String(value)];
            object.insert(name.to_owned(), Value::Array(both));
        }
        (Some(Role::Author) | None, Value::Array(all)) => all.push(Value::String(value)),
        _ => {
            let name = format!("{name} (again)");
            object.entry(name).or_insert(Value::String(value));
        }
    }
}
