//! Takes text with tags (XML, SGML, HTML or an approximation), gives its tags and the text between them, in order.
//!
//! Anything that is no tag is text: a stray `<`, a `<` without a `>` before the next `<`. So no byte
//! is looked at more than twice in any input. Well-formedness is not checked.

use std::borrow::Cow;

/// A token of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum MarkupToken<'a> {
    /// Text, its entities not decoded.
    Text(&'a str),
    /// Content of CDATA, which has no entities.
    Literal(&'a str),
    Open {
        name: &'a str,
        /// The source between the name and the `>`.
        attributes: &'a str,
        /// `<br/>`
        empty: bool,
    },
    Close(&'a str),
}

/// Iterator of the tokens of a source.
pub(in super::super) struct MarkupTokens<'a> {
    source: &'a str,
    /// Position of the next token, in bytes.
    at: usize,
    /// Names of tags are ASCII: around Arabic words `<` and `>` are quotation marks.
    ascii: bool,
    /// For each of [`SPECIAL`] whether a search for its end failed: it is not searched again.
    endless: [bool; 2],
}

/// Beginnings and ends of comments and CDATA.
const SPECIAL: [(&str, &str); 2] = [("<!--", "-->"), ("<![CDATA[", "]]>")];

impl<'a> MarkupTokens<'a> {
    pub(in super::super) fn new(source: &'a str, ascii: bool) -> MarkupTokens<'a> {
        MarkupTokens {
            source,
            at: 0,
            ascii,
            endless: [false; 2],
        }
    }

    /// A comment, CDATA or declaration: its token, if it has one, and its length in bytes.
    fn special(&mut self, rest: &'a str) -> Option<(Option<MarkupToken<'a>>, usize)> {
        for (kind, (start, end)) in SPECIAL.into_iter().enumerate() {
            let Some(inner) = rest.strip_prefix(start) else {
                continue;
            };
            let found = if self.endless[kind] {
                None
            } else {
                inner.find(end)
            };
            let Some(bytes) = found else {
                self.endless[kind] = true;
                return Some((None, start.len()));
            };
            let token = MarkupToken::Literal(inner.get(..bytes)?);
            let length = start.len() + bytes + end.len();
            return Some(((kind == 1).then_some(token), length));
        }
        if rest.starts_with("<?") || rest.starts_with("<!") {
            let region = region(rest);
            return region.find('>').map(|end| (None, end + 1));
        }
        None
    }

    /// A tag and its length in bytes.
    fn tag(&self, rest: &'a str) -> Option<(MarkupToken<'a>, usize)> {
        let region = region(rest);
        let inner = region.strip_prefix('<')?;
        let (close, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        let first = inner.chars().next()?;
        let begins =
            first.is_ascii_alphabetic() || (!self.ascii && (first.is_alphabetic() || first == '_'));
        let within = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.');
        let end = inner.find(|c| !within(c)).unwrap_or(inner.len());
        let (name, after) = (inner.get(..end)?, inner.get(end..)?);
        if !begins || name.ends_with(':') || (self.ascii && !name.is_ascii()) {
            return None;
        }
        let before = region.len() - after.len();
        if close {
            let end = after.find('>').map_or(before, |at| before + at + 1);
            return Some((MarkupToken::Close(name), end));
        }
        if !after.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')) {
            return None;
        }
        let end = end_of_tag(after)?;
        let attributes = after.get(..end)?;
        let empty = attributes.ends_with('/');
        let attributes = attributes.strip_suffix('/').unwrap_or(attributes);
        Some((
            MarkupToken::Open {
                name,
                attributes,
                empty,
            },
            before + end + 1,
        ))
    }
}

/// From a `<` to before the next: a tag contains no other.
fn region(rest: &str) -> &str {
    let next = rest.bytes().skip(1).position(|b| b == b'<');
    rest.get(..next.map_or(rest.len(), |at| at + 1))
        .unwrap_or(rest)
}

/// Position of the first `>` outside quotes, or else of the first.
fn end_of_tag(after: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in after.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    after.find('>')
}

impl<'a> Iterator for MarkupTokens<'a> {
    type Item = MarkupToken<'a>;

    fn next(&mut self) -> Option<MarkupToken<'a>> {
        loop {
            let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
            if rest.starts_with('<') {
                if let Some((token, bytes)) = self.special(rest) {
                    self.at += bytes;
                    if token.is_some() {
                        return token;
                    }
                    continue;
                }
                if let Some((token, bytes)) = self.tag(rest) {
                    self.at += bytes;
                    return Some(token);
                }
            }
            let text = region(rest);
            self.at += text.len();
            return Some(MarkupToken::Text(text));
        }
    }
}

/// The names and values of attributes, entities decoded.
pub(in super::super) fn attributes(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = source.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        let (name, after) = (
            rest.get(..end).unwrap_or(""),
            rest.get(end..).unwrap_or("").trim_start(),
        );
        let Some(value) = after.strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = value.get(1..).unwrap_or("");
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if !name.is_empty() {
            found.push((name.to_owned(), unescaped(value).into_owned()));
        }
        rest = after.trim_start();
    }
    found
}

/// A text with its entities decoded (`&amp;`, `&#1575;`, `&nbsp;`); anything else stays.
pub(in super::super) fn unescaped(text: &str) -> Cow<'_, str> {
    html_escape::decode_html_entities(text)
}
