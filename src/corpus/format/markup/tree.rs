//! Takes text with tags, gives a tree of elements; an element that is never closed ends where the next begins.
//!
//! A closing tag closes the element it names and all that are open in it; one that names no open
//! element is ignored. Elements deeper than [`MAX_DEPTH`] are not opened: their text is their parent's.

use std::borrow::Cow;
use std::collections::HashMap;

use super::prose::{is_block, is_part};
use super::token::{MarkupToken, MarkupTokens, attributes, unescaped};

/// Deepest nesting of elements: the functions that read the tree are recursive.
const MAX_DEPTH: usize = 48;
/// Elements without content, which are seldom closed.
const VOID: [&str; 8] = ["br", "hr", "img", "wbr", "input", "lb", "pb", "link"];

/// An element; the whole text is an element without a name.
#[derive(Debug, Default)]
pub(in super::super) struct Element<'a> {
    /// In lower case, with its prefix: `dc:creator`.
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub nodes: Vec<MarkupNode<'a>>,
}

/// A part of an element's content.
#[derive(Debug)]
pub(in super::super) enum MarkupNode<'a> {
    Text(Cow<'a, str>),
    Element(Element<'a>),
}

impl<'a> Element<'a> {
    /// Its child elements.
    pub(in super::super) fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.nodes.iter().filter_map(|node| match node {
            MarkupNode::Element(element) => Some(element),
            MarkupNode::Text(_) => None,
        })
    }

    /// The first descendant that fits, in document order.
    pub(in super::super) fn find(&self, fits: &dyn Fn(&Element) -> bool) -> Option<&Element<'a>> {
        let mut elements = self.elements();
        elements.find_map(|element| {
            if fits(element) {
                Some(element)
            } else {
                element.find(fits)
            }
        })
    }

    /// The value of an attribute, unless it is blank.
    pub(in super::super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self
            .attributes
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        Some(found.1.trim()).filter(|value| !value.is_empty())
    }

    /// The name without its prefix.
    pub(in super::super) fn local(&self) -> &str {
        self.name
            .rsplit_once(':')
            .map_or(&self.name, |(_, local)| local)
    }
}

/// The tree of a text; with `ascii`, names of tags are ASCII (see [`MarkupTokens`]).
pub(in super::super) fn parse(source: &str, ascii: bool) -> Element<'_> {
    let last_closed = last_closed(source, ascii);
    let mut open: Vec<(Element, bool)> = vec![(Element::default(), true)];
    for (number, token) in MarkupTokens::new(source, ascii).enumerate() {
        match token {
            MarkupToken::Text(text) => push(&mut open, MarkupNode::Text(unescaped(text))),
            MarkupToken::Literal(text) => push(&mut open, MarkupNode::Text(Cow::Borrowed(text))),
            MarkupToken::Open {
                name,
                attributes: own,
                empty,
            } => {
                let weighs = weight(name);
                // The outermost element is the record, which the next tag does not end.
                while open.len() > 2
                    && open
                        .last()
                        .is_some_and(|(e, closed)| !closed && weight(&e.name) <= weighs)
                {
                    close(&mut open);
                }
                if open.len() > MAX_DEPTH {
                    continue;
                }
                let name = name.to_lowercase();
                let closed = last_closed.get(&name).is_some_and(|last| *last > number);
                let element = Element {
                    name,
                    attributes: attributes(own),
                    nodes: Vec::new(),
                };
                let is_void = !closed && VOID.contains(&element.name.as_str());
                open.push((element, closed));
                if empty || is_void {
                    close(&mut open);
                }
            }
            MarkupToken::Close(name) => {
                let name = name.to_lowercase();
                if let Some(at) = open.iter().rposition(|(element, _)| element.name == name) {
                    while open.len() > at {
                        close(&mut open);
                    }
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(|(root, _)| root).unwrap_or_default()
}

/// Rank of an element: its opening tag ends unclosed elements of its own rank and below. A field ranks
/// above a paragraph, a paragraph above an inline element.
fn weight(name: &str) -> u8 {
    let name = name.to_lowercase();
    match (is_block(&name), is_part(&name)) {
        (true, _) => 1,
        (false, true) => 0,
        (false, false) => 2,
    }
}

/// For each name the index of the last token that closes it.
fn last_closed(source: &str, ascii: bool) -> HashMap<String, usize> {
    let mut last = HashMap::new();
    for (number, token) in MarkupTokens::new(source, ascii).enumerate() {
        if let MarkupToken::Close(name) = token {
            last.insert(name.to_lowercase(), number);
        }
    }
    last
}

fn push<'a>(open: &mut [(Element<'a>, bool)], node: MarkupNode<'a>) {
    if let Some((element, _)) = open.last_mut() {
        element.nodes.push(node);
    }
}

/// Closes the innermost element; the outermost, which is the whole text, stays open.
fn close(open: &mut Vec<(Element, bool)>) {
    if open.len() < 2 {
        return;
    }
    if let Some((element, _)) = open.pop() {
        push(open, MarkupNode::Element(element));
    }
}
