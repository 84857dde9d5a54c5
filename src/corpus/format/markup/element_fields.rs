//! Takes a record's elements, gives its fields by name: attributes, elements, and the text of its paragraphs.
//!
//! A name is the shortest end of its path that is known: `title` of `meta/title`, `publication.name`
//! of `meta/publication/name`; an unknown one keeps its whole path. A repeated name is one more value
//! where there can be several (authors), more text, or else a field marked `(again)`.

use serde_json::{Map, Value};

use super::super::super::options::{FieldMap, FieldRole, normalised};
use super::super::aliases::role_of;
use super::prose::{WhiteSpace, is_block, is_heading, is_part, prose, write, write_raw};
use super::tree::{Element, MarkupNode};

/// Elements that hold metadata: paragraphs in them are not the article's own.
const METADATA: &str = "meta metadata head header teiheader docdata front back";
/// Most fields that are kept of one record: it bounds the memory of a hostile one.
const MAX_FIELDS: usize = 256;

/// The fields of a record.
pub(in super::super) struct MarkupRecord {
    /// Values as they are to be read.
    pub fields: Map<String, Value>,
    /// The same values as they are written, for keys: see [`super::prose::write_raw`].
    pub written: Map<String, Value>,
}

/// Collects the fields of a record.
pub(in super::super) fn collect(record: &Element, map: &FieldMap) -> MarkupRecord {
    let mut fields = FieldCollector {
        map,
        leaves: Vec::new(),
        loose: MarkupText::default(),
    };
    let mut path = Vec::new();
    fields.inside(record, &mut path);
    // Of fields of one name the least nested comes first: it is likelier the record's own.
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
    role_of(&name) == Some(FieldRole::Text) || map.names(FieldRole::Text).any(|given| given == name)
}

/// One field, with the number of elements around it.
struct NamedText {
    depth: usize,
    name: String,
    value: MarkupText,
}

/// A text as it is to be read, and as it is written.
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

    /// The value of an attribute.
    fn plain(value: &str) -> MarkupText {
        MarkupText {
            read: value.to_owned(),
            written: value.to_owned(),
        }
    }

    /// Adds the text of an element.
    fn add(&mut self, element: &Element) {
        write(element, WhiteSpace::Xml, &mut self.read);
        write_raw(element, &mut self.written);
    }
}

/// The fields collected so far.
struct FieldCollector<'m> {
    map: &'m FieldMap,
    leaves: Vec<NamedText>,
    /// Text outside all fields.
    loose: MarkupText,
}

impl FieldCollector<'_> {
    /// Collects the attributes and content of an element that is no field itself.
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
            .any(|name| METADATA.split(' ').any(|other| other == name));
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

    /// Collects an element that is a field, or contains some.
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

    /// Collects the attributes of a field; where the field is empty, one may be its value.
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
        if value.read.is_empty() || self.leaves.len() >= MAX_FIELDS {
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

/// Whether an element has its name in an attribute.
fn is_named(element: &Element) -> bool {
    own_name(element).is_some()
}

/// The name in the `name` attribute of an element whose own name is generic.
pub(super) fn own_name<'e>(element: &'e Element) -> Option<&'e str> {
    let is_generic = matches!(element.local(), "field" | "meta" | "str" | "property");
    element.attribute("name").filter(|_| is_generic)
}

/// Whether an element contains fields; in a text only elements with known names are fields.
fn has_fields(element: &Element, in_text: bool) -> bool {
    element.elements().any(|inner| {
        let name = inner.local();
        if is_part(name) {
            // Elements inside a paragraph only mark its words.
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

/// Adds a value to a name that may have one already.
fn add(object: &mut Map<String, Value>, name: &str, value: String) {
    let Some(there) = object.get_mut(name) else {
        object.insert(name.to_owned(), Value::String(value));
        return;
    };
    let role = role_of(&normalised(name));
    match (role, there) {
        (Some(FieldRole::Text), Value::String(text)) => {
            text.push('\n');
            text.push_str(&value);
        }
        (Some(FieldRole::Author) | None, Value::String(one)) => {
            let one = std::mem::take(one);
            let both = vec![Value::String(one), Value::String(value)];
            object.insert(name.to_owned(), Value::Array(both));
        }
        (Some(FieldRole::Author) | None, Value::Array(all)) => all.push(Value::String(value)),
        _ => {
            let name = format!("{name} (again)");
            object.entry(name).or_insert(Value::String(value));
        }
    }
}
