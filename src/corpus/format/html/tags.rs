//! Takes HTML, gives its text and tags in order, as a browser would tokenise them.
//!
//! No tree is built: the output is never longer than the page, and every byte is looked at a bounded
//! number of times, however hostile the page. Comments and declarations are skipped, and the content
//! of scripts and styles is kept apart, so that callers cannot mistake them for text.

use memchr::{memchr, memchr3, memmem};

/// A token of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlToken<'a> {
    /// Text, its entities not decoded.
    Text(&'a str),
    Tag(HtmlTag<'a>),
    /// The content of `<script>` or another raw element; follows its tag.
    Raw(&'a str),
}

/// An opening or closing tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HtmlTag<'a> {
    /// In the case in which it is written; compare with [`HtmlTag::is`].
    pub name: &'a str,
    pub closes: bool,
    /// From the name to before `>`: the attributes.
    pub rest: &'a str,
    /// From `<` to `>`.
    pub whole: &'a str,
}

impl<'a> HtmlTag<'a> {
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub fn is_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is(name))
    }

    /// The value of an attribute, its entities not decoded.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.rest;
        for _ in 0..MAX_ATTRIBUTES {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'))?;
            let (key, after) = rest.split_at_checked(end)?;
            let after = after.trim_start();
            let Some(value) = after.strip_prefix('=') else {
                rest = after;
                continue;
            };
            let (value, after) = value_of(value.trim_start());
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after;
        }
        None
    }
}

/// Most attributes of a tag that are searched: it bounds the time of a hostile tag.
const MAX_ATTRIBUTES: usize = 64;

/// Elements whose content is not parsed as HTML.
const RAW: [&str; 7] = [
    "script", "style", "textarea", "title", "iframe", "noembed", "xmp",
];

/// The value at the beginning of `text`, and what follows it.
fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace());
    text.split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// Iterator of the tokens of a page.
pub struct HtmlTokens<'a> {
    html: &'a str,
    at: usize,
    /// Name of the raw element whose tag was the last token.
    raw: Option<&'a str>,
    /// For each kind of quote whether a search for its end failed: it is not searched again, which
    /// would take quadratic time.
    no_more: [bool; 2],
}

/// All tokens of `html`.
pub fn tokens(html: &str) -> HtmlTokens<'_> {
    HtmlTokens {
        html,
        at: 0,
        raw: None,
        no_more: [false; 2],
    }
}

impl<'a> Iterator for HtmlTokens<'a> {
    type Item = HtmlToken<'a>;

    fn next(&mut self) -> Option<HtmlToken<'a>> {
        if let Some(name) = self.raw.take()
            && let Some(raw) = self.raw_content(name)
        {
            return Some(raw);
        }
        loop {
            let rest = self.html.get(self.at..).filter(|rest| !rest.is_empty())?;
            let bytes = rest.as_bytes();
            if bytes[0] != b'<' || !begins_markup(bytes) {
                // At least one byte is consumed, so that `<` as text does not stop the iteration.
                let next = markup_from(bytes, 1);
                self.at += next;
                return rest.get(..next).map(HtmlToken::Text);
            }
            match bytes.get(1) {
                Some(b'!' | b'?') => self.at += declaration(rest),
                _ => return self.tag(rest),
            }
        }
    }
}

impl<'a> HtmlTokens<'a> {
    /// The tag at the beginning of `rest`; `None` where the page ends within it.
    fn tag(&mut self, rest: &'a str) -> Option<HtmlToken<'a>> {
        let closes = rest.as_bytes().get(1) == Some(&b'/');
        let inner = rest.get(if closes { 2 } else { 1 }..)?;
        let name_end =
            inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '<'));
        let (name, after) = inner.split_at_checked(name_end.unwrap_or(inner.len()))?;
        let end = self.tag_end(after.as_bytes());
        let rest_end = end.unwrap_or(after.len());
        let length = rest.len() - after.len() + (rest_end + 1).min(after.len());
        self.at += length;
        if end.is_none() {
            self.at = self.html.len();
            return None;
        }
        let tag = HtmlTag {
            name,
            closes,
            rest: after.get(..rest_end)?,
            whole: rest.get(..length)?,
        };
        if !closes && tag.is_any(&RAW) {
            self.raw = Some(name);
        }
        Some(HtmlToken::Tag(tag))
    }

    /// Position of the `>` that ends a tag; one in a quoted value does not.
    fn tag_end(&mut self, after: &[u8]) -> Option<usize> {
        let mut at = 0;
        loop {
            at += memchr3(b'>', b'"', b'\'', after.get(at..)?)?;
            let byte = after[at];
            if byte == b'>' {
                return Some(at);
            }
            let before = after[..at].iter().rev().find(|b| !b.is_ascii_whitespace());
            let known = &mut self.no_more[usize::from(byte == b'\'')];
            at += 1;
            if before == Some(&b'=') && !*known {
                match memchr(byte, after.get(at..)?) {
                    Some(end) => at += end + 1,
                    None => *known = true,
                }
            }
        }
    }

    /// The content up to the end tag of a raw element, or to the end of the page; `None` where it is
    /// empty.
    fn raw_content(&mut self, name: &str) -> Option<HtmlToken<'a>> {
        let rest = self.html.get(self.at..)?;
        let closing = |at: &usize| {
            let after = rest.get(at + 2..).unwrap_or("");
            let next = after.get(name.len()..).and_then(|n| n.chars().next());
            let same = after
                .get(..name.len())
                .is_some_and(|n| n.eq_ignore_ascii_case(name));
            same && next.is_none_or(|c| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
        };
        let end = memmem::find_iter(rest.as_bytes(), b"</").find(closing);
        let end = end.unwrap_or(rest.len());
        self.at += end;
        rest.get(..end)
            .filter(|raw| !raw.is_empty())
            .map(HtmlToken::Raw)
    }
}

/// Whether bytes that begin with `<` are markup; prose may have a `<`, too.
fn begins_markup(bytes: &[u8]) -> bool {
    match bytes.get(1) {
        Some(b'/') => bytes.get(2).is_some_and(u8::is_ascii_alphabetic),
        Some(b'!' | b'?') => true,
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    }
}

/// Position of the next markup at or after `from`; the length where there is none.
fn markup_from(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or(&[]);
    let mut found = memchr::memchr_iter(b'<', rest).map(|at| from + at);
    found
        .find(|&at| begins_markup(&bytes[at..]))
        .unwrap_or(bytes.len())
}

/// Length of a comment or declaration at the beginning of `rest`, in bytes; one without an end extends
/// to the end of the page.
fn declaration(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    if bytes.starts_with(b"<!--") {
        let end = memmem::find(bytes.get(2..).unwrap_or(&[]), b"-->").map(|at| at + 5);
        return end.unwrap_or(rest.len());
    }
    if bytes.starts_with(b"<![CDATA[") {
        // Only the opening is skipped: the content of CDATA is text.
        return 9;
    }
    memchr(b'>', bytes).map_or(rest.len(), |at| at + 1)
}
