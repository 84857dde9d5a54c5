//! Takes an element, gives the text in it: paragraphs are lines, what only marks words is gone.
//!
//! Inside a paragraph white space is folded; a text that has no paragraphs keeps its lines, for these
//! are its paragraphs then.

use super::token::unescaped;
use super::tree::{Element, MarkupNode, parse};

/// Elements that begin and end lines.
const BLOCKS: &str = "\
    p para paragraph br hr div section sec chapter li ul ol dl dt dd tr table caption h1 h2 h3 h4 h5 \
    h6 hl2 blockquote quote figure figcaption article aside header footer main nav address pre l lg \
    ab sp u lb pb block center form fieldset media";
/// The same in XML; in HTML they are something else.
const XML_BLOCKS: &str = "s seg sentence head heading subheading title";
/// Elements that mark words.
const INLINE: &str = "\
    a b i em strong span font small big sub sup strike del ins tt code cite abbr mark img w c pc hi \
    persname placename orgname wbr bdo bdi f";
/// Of these nothing is to be read.
const SILENT: &str = "script style noscript iframe template svg object embed select button";

fn listed(table: &str, name: &str) -> bool {
    table.split(' ').any(|other| other == name)
}

/// Whether an element is part of a text and neither a field nor a record.
pub(in super::super) fn is_part(name: &str) -> bool {
    if listed("article header footer nav aside main", name) {
        return false;
    }
    listed(BLOCKS, name) || listed(INLINE, name) || listed("s seg sentence", name)
}

/// Whether an element is a paragraph, or may be.
pub(in super::super) fn is_block(name: &str) -> bool {
    listed(BLOCKS, name) || listed("s seg sentence", name)
}

/// Whether it is the headline of a part of a text, where it stands in one.
pub(in super::super) fn is_heading(name: &str) -> bool {
    listed(XML_BLOCKS, name)
}

/// What a markup means by white space.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum WhiteSpace {
    /// Nothing: lines end where elements say so.
    Html,
    /// Outside paragraphs a line end is one.
    Xml,
}

/// Writes an element's text at the end of another.
pub(in super::super) fn write(element: &Element, white: WhiteSpace, out: &mut String) {
    let mut lines = ProseWriter {
        out,
        gap: false,
        ended: true,
    };
    lines.end();
    lines.nodes(
        element,
        white,
        white == WhiteSpace::Html || is_block(element.local()),
    );
    lines.end();
}

/// An element's text.
pub(in super::super) fn prose(element: &Element) -> String {
    let mut text = String::new();
    write(element, WhiteSpace::Xml, &mut text);
    text.truncate(text.trim_end().len());
    if has_tags(&text) {
        of_html(&text)
    } else {
        text
    }
}

/// Writes an element's text as it stands there, a blank for each tag in it: what keys are made of,
/// which no knowledge of elements may change.
pub(in super::super) fn write_raw(element: &Element, out: &mut String) {
    for node in &element.nodes {
        match node {
            MarkupNode::Text(text) => out.push_str(text),
            MarkupNode::Element(inner) => {
                out.push(' ');
                write_raw(inner, out);
                out.push(' ');
            }
        }
    }
}

/// The text of a page or a part of one.
pub(in super::super) fn of_html(html: &str) -> String {
    let mut text = String::new();
    write(&parse(html, true), WhiteSpace::Html, &mut text);
    text.truncate(text.trim_end().len());
    text
}

/// Whether a text is HTML that was escaped, as feeds and exports have it.
pub(in super::super) fn has_tags(text: &str) -> bool {
    [
        "</p>", "<br", "</div>", "</a>", "<p>", "</span>", "<img ", "</P>", "<BR",
    ]
    .iter()
    .any(|tag| text.contains(tag))
}

/// One line of a field: entities that were escaped twice undone, tags off.
pub(in super::super) fn line(text: &str) -> String {
    let text = if text.contains('<') {
        of_html(text)
    } else {
        unescaped(text).into_owned()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct ProseWriter<'o> {
    out: &'o mut String,
    /// White space was met that is written if a word comes.
    gap: bool,
    /// A block ended, and nothing has come since.
    ended: bool,
}

impl ProseWriter<'_> {
    fn nodes(&mut self, element: &Element, white: WhiteSpace, fold: bool) {
        for node in &element.nodes {
            match node {
                MarkupNode::Text(text) => self.text(text, fold),
                MarkupNode::Element(inner) => self.element(inner, white, fold),
            }
        }
    }

    fn element(&mut self, element: &Element, white: WhiteSpace, fold: bool) {
        let name = element.local();
        if listed(SILENT, name) || (white == WhiteSpace::Html && listed("head title", name)) {
            return;
        }
        let block = listed(BLOCKS, name) || (white == WhiteSpace::Xml && listed(XML_BLOCKS, name));
        if block {
            self.end();
        }
        let fold = match (white, name) {
            (_, "pre") => false,
            // An element that ends a line and holds nothing may have been left open.
            (WhiteSpace::Xml, "br" | "lb" | "pb" | "hr" | "div" | "section") => fold,
            _ => fold || block,
        };
        self.nodes(element, white, fold);
        if block {
            self.end();
        }
    }

    fn text(&mut self, text: &str, fold: bool) {
        if fold {
            return self.words(text);
        }
        // White space between elements is how the source is laid out, not what it says.
        let text = if self.ended {
            text.trim_start_matches(is_white)
        } else {
            text
        };
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.new_line();
            }
            let words = line.trim_matches(is_white);
            self.gap |= line.starts_with(is_white);
            self.put(words);
            self.gap |= line.ends_with(is_white);
        }
    }

    fn words(&mut self, text: &str) {
        self.gap |= text.starts_with(is_white);
        for word in text.split(is_white) {
            self.put(word);
            self.gap |= !word.is_empty();
        }
        self.gap = text.ends_with(is_white) || (self.gap && text.trim_matches(is_white).is_empty());
    }

    fn put(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if self.gap && !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push(' ');
        }
        self.out.push_str(words);
        self.gap = false;
        self.ended = false;
    }

    /// A line end in the source, where it is one: blank lines stay, but no two.
    fn new_line(&mut self) {
        self.gap = false;
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// The end of a block.
    fn end(&mut self) {
        self.gap = false;
        self.ended = true;
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
    }
}

/// Not the no-break space: that is the author's.
fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}
