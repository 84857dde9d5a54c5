//! Takes a page, gives the page without elements that hold no text, if its tree would stay small.
//!
//! The tree of a hostile page can be far larger than the page, and building it can take quadratic
//! time: elements nested 100,000 deep are searched from within, and formatting that is never closed
//! is opened again in each block. So the page is measured on the way; beyond the limits no tree is
//! built, and [`super::text`] finds the article without one.

use super::tags::{HtmlTag, HtmlToken, tokens};

/// Deepest nesting of elements of which a tree is built: more than real pages have.
const MAX_DEPTH: usize = 400;
/// Most tags of a page of which a tree is built: more than real pages have.
const MAX_TAGS: usize = 100_000;
/// Most times that unclosed formatting may be opened again, each of which costs an element.
const MAX_REOPENED: usize = 1_000_000;
/// Longest page, after cleaning, of which a tree is built, in bytes.
const MAX_PAGE_BYTES: usize = 16 << 20;
/// Longest attributes of a tag that are kept whole, in bytes; of longer ones only those that describe
/// the purpose of the element are kept.
const MAX_ATTRIBUTES_BYTES: usize = 1024;
/// Longest single attribute kept of a tag beyond [`MAX_ATTRIBUTES_BYTES`], in bytes.
const MAX_ATTRIBUTE_BYTES: usize = 255;
/// Longest name kept of such a tag, in bytes.
const MAX_TAG_NAME_BYTES: usize = 32;

/// Elements that hold no text of an article.
const DROPPED: [&str; 12] = [
    "script", "style", "template", "noscript", "svg", "math", "iframe", "textarea", "object",
    "noembed", "xmp", "select",
];

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that end where the next of the same group begins.
const ENDED: [&[&str]; 6] = [
    &["p"],
    &["li"],
    &["dt", "dd"],
    &["td", "th"],
    &["tr"],
    &["option"],
];

/// Elements that a browser opens again in the next block until they are closed.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The page without scripts, styles, comments and long attributes; `None` where its tree would be too
/// large.
pub(super) fn cleaned(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len().min(MAX_PAGE_BYTES));
    let mut shape = TreeEstimate::default();
    let mut over: Option<(&str, usize)> = None;
    for token in tokens(html) {
        match (token, &mut over) {
            (HtmlToken::Tag(tag), Some((name, depth))) if tag.is(name) => {
                *depth = if tag.closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    over = None;
                }
            }
            (_, Some(_)) => {}
            (HtmlToken::Tag(tag), None) if tag.is_any(&DROPPED) => {
                if !tag.closes && !tag.rest.ends_with('/') {
                    over = Some((tag.name, 1));
                }
            }
            (HtmlToken::Tag(tag), None) => {
                shape.tag(&tag)?;
                put(&tag, &mut out);
            }
            (HtmlToken::Text(text) | HtmlToken::Raw(text), None) => out.push_str(text),
        }
        if out.len() > MAX_PAGE_BYTES {
            return None;
        }
    }
    Some(out)
}

/// Writes a tag, shortened where its attributes are too long.
fn put(tag: &HtmlTag, out: &mut String) {
    if tag.rest.len() <= MAX_ATTRIBUTES_BYTES {
        out.push_str(tag.whole);
        return;
    }
    out.push('<');
    out.push_str(
        tag.name
            .get(..tag.name.len().min(MAX_TAG_NAME_BYTES))
            .unwrap_or("span"),
    );
    for name in ["id", "class", "itemprop"] {
        if let Some(value) = tag
            .attribute(name)
            .filter(|value| value.len() <= MAX_ATTRIBUTE_BYTES)
        {
            let value = value.replace('"', "");
            for piece in [" ", name, "=\"", &value, "\""] {
                out.push_str(piece);
            }
        }
    }
    out.push('>');
}

/// Estimate of the tree that a parser would build of the tags so far.
#[derive(Default)]
struct TreeEstimate<'a> {
    /// Names of the open elements, outermost first.
    open: Vec<&'a str>,
    /// Number of open formatting elements.
    formatting: usize,
    /// Number of times that formatting would have been opened again.
    reopened: usize,
    tags: usize,
}

impl<'a> TreeEstimate<'a> {
    /// Counts a tag; `None` where the tree would be too large.
    fn tag(&mut self, tag: &HtmlTag<'a>) -> Option<()> {
        self.tags += 1;
        self.reopened += self.formatting;
        if self.tags > MAX_TAGS || self.reopened > MAX_REOPENED {
            return None;
        }
        if tag.is_any(&FORMATTING) {
            self.formatting = if tag.closes {
                self.formatting.saturating_sub(1)
            } else {
                self.formatting + 1
            };
        }
        if tag.closes {
            self.close(tag);
        } else if !tag.is_any(&VOID) {
            self.open(tag);
        }
        (self.open.len() <= MAX_DEPTH).then_some(())
    }

    fn open(&mut self, tag: &HtmlTag<'a>) {
        for kind in ENDED {
            let ends = tag.is_any(kind) || kind == ["p"] || (tag.is("tr") && kind[0] == "td");
            let top = self.open.last().copied().unwrap_or("");
            if ends && kind.iter().any(|name| top.eq_ignore_ascii_case(name)) {
                self.open.pop();
            }
        }
        self.open.push(tag.name);
    }

    /// Closes an element; an end tag has no effect beyond the table that contains it.
    fn close(&mut self, tag: &HtmlTag) {
        for (at, name) in self.open.iter().enumerate().rev() {
            if tag.is(name) {
                self.open.truncate(at);
                return;
            }
            if name.eq_ignore_ascii_case("table") {
                return;
            }
        }
    }
}
