//! Takes an element, gives its text: paragraphs become lines, and inline elements disappear.
//!
//! Inside a paragraph white space is collapsed. A text without paragraph elements keeps its lines, as
//! they are its paragraphs.
//!
//! Not the same as [`super::super::html::plain`], which reads raw HTML of any size without a tree and
//! knows no XML vocabularies; here the elements of a record are already parsed.

use super::token::unescaped;
use super::tree::{Element, MarkupNode, parse};

/// Elements that begin and end lines.
const BLOCKS: &str = "\
    p para paragraph br hr div section sec chapter li ul ol dl dt dd tr table caption h1 h2 h3 h4 h5 \
    h6 hl2 blockquote quote figure figcaption article aside header footer main nav address pre l lg \
    ab sp u lb pb block center form fieldset media";
/// Further elements that begin and end lines in XML; in HTML these names mean something else.
const XML_BLOCKS: &str = "s seg sentence head heading subheading title";
/// Inline elements, which only mark words.
const INLINE: &str = "\
    a b i em strong span font small big sub sup strike del ins tt code cite abbr mark img w c pc hi \
    persname placename orgname wbr bdo bdi f";
/// Elements whose content is no text.
const SILENT: &str = "script style noscript iframe template svg object embed select button";

fn listed(table: &str, name: &str) -> bool {
    table.split(' ').any(|other| other == name)
}

/// Whether an element is part of a text, and neither a field nor a record.
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

/// Whether an element inside a text may be the headline of one of its parts.
pub(in super::super) fn is_heading(name: &str) -> bool {
    listed(XML_BLOCKS, name)
}

/// Meaning of white space in a markup language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum WhiteSpace {
    /// None: lines end only at elements.
    Html,
    /// A line end outside paragraphs ends a line.
    Xml,
}

/// Appends an element's text to `out`.
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

/// Appends an element's text as it is written, with a blank for each tag in it. Keys are made of it,
/// so it must not depend on which elements are known.
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

/// The text of HTML, a whole page or a fragment.
pub(in super::super) fn of_html(html: &str) -> String {
    let mut text = String::new();
    write(&parse(html, true), WhiteSpace::Html, &mut text);
    text.truncate(text.trim_end().len());
    text
}

/// Whether a decoded text is HTML that was escaped, as in feeds and exports.
pub(in super::super) fn has_tags(text: &str) -> bool {
    [
        "</p>", "<br", "</div>", "</a>", "<p>", "</span>", "<img ", "</P>", "<BR",
    ]
    .iter()
    .any(|tag| text.contains(tag))
}

/// A field as one line, without tags and without entities that were escaped twice.
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
    /// A block has ended, and no text has followed.
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
            // An empty element that ends a line may have been left open: its content is the text after it.
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
        // White space between elements is indentation, not text.
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

    /// A line end of the source that ends a line; of several blank lines one stays.
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

/// Whether a character is white space of the markup; a no-break space is part of the text.
fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}
