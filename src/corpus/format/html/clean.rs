//! Takes a page, gives the page without what holds no text, if a tree of it stays small.
//!
//! A tree of a hostile page can be far larger than the page, and building it quadratic: elements
//! nested 100,000 deep are searched from within, and formatting that is never closed is opened
//! again in each block. So the page is measured on the way, and one that no newspaper would write
//! gets no tree: its article is then what [`super::text`] finds without one.

use super::tags::{HtmlTag, HtmlToken, tokens};

/// Elements in elements.
const DEEPEST: usize = 400;
/// Tags of a page.
const MOST_TAGS: usize = 100_000;
/// Times that formatting which stays open may be opened again.
const MOST_REOPENED: usize = 1_000_000;
/// Bytes of what is left of a page.
const LONGEST: usize = 16 << 20;
/// Bytes of a tag's attributes; of longer ones only those that tell what an element is for stay.
const LONGEST_TAG: usize = 1024;

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

/// Elements that the next of their kind ends.
const ENDED: [&[&str]; 6] = [
    &["p"],
    &["li"],
    &["dt", "dd"],
    &["td", "th"],
    &["tr"],
    &["option"],
];

/// Elements that are opened again in the next block, until they are closed.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The page without scripts, styles, comments and data; `None` where it is too much for a tree.
pub(super) fn cleaned(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len().min(LONGEST));
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
        if out.len() > LONGEST {
            return None;
        }
    }
    Some(out)
}

fn put(tag: &HtmlTag, out: &mut String) {
    if tag.rest.len() <= LONGEST_TAG {
        out.push_str(tag.whole);
        return;
    }
    out.push('<');
    out.push_str(tag.name.get(..tag.name.len().min(32)).unwrap_or("span"));
    for name in ["id", "class", "itemprop"] {
        if let Some(value) = tag.attribute(name).filter(|value| value.len() < 256) {
            let value = value.replace('"', "");
            for piece in [" ", name, "=\"", &value, "\""] {
                out.push_str(piece);
            }
        }
    }
    out.push('>');
}

/// What a tree of the tags so far would be like.
#[derive(Default)]
struct TreeEstimate<'a> {
    open: Vec<&'a str>,
    formatting: usize,
    reopened: usize,
    tags: usize,
}

impl<'a> TreeEstimate<'a> {
    /// Breaks off (`None`) where it is like no page of a newspaper.
    fn tag(&mut self, tag: &HtmlTag<'a>) -> Option<()> {
        self.tags += 1;
        self.reopened += self.formatting;
        if self.tags > MOST_TAGS || self.reopened > MOST_REOPENED {
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
        (self.open.len() <= DEEPEST).then_some(())
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

    /// An end tag reaches no further than the table that it stands in.
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
