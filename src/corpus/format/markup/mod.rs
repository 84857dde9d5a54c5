//! Takes text with tags in it, gives its records: `<DOC>` files ([`doc`]), XML ([`xml`]); and the parts that feeds share with them.
//!
//! A stream is cut into records ([`cut`]), a record is read as the elements it seems to mean
//! ([`token`], [`tree`]), and these become fields ([`object`]) and lines of text ([`prose`]).
//! Corpora are seldom well formed, so nothing here asks for that; a parser of real XML would give up
//! a file at its first bare `&`.

pub(super) mod cut;
pub(super) mod doc;
mod ldc;
pub(super) mod object;
pub(super) mod prose;
pub(super) mod token;
pub(super) mod tree;
pub(super) mod xml;

/// Whether a name of a tag stands in some bytes: `<doc>` or `<doc id=…`, in any case.
pub(super) fn opens(bytes: &[u8], name: &str) -> bool {
    let mut tags = memchr::memchr_iter(b'<', bytes).filter_map(|at| bytes.get(at + 1..));
    tags.any(|rest| {
        let own = rest
            .get(..name.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
        let next = rest.get(name.len());
        own && next.is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
    })
}

/// Whether bytes that begin with `<` are XML and not a piece of HTML, or prose in angle brackets.
pub(super) fn begins_xml(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"<?xml") {
        return true;
    }
    let head = String::from_utf8_lossy(bytes);
    let first =
        token::Tokens::new(&head, false).find(|token| matches!(token, token::Token::Open { .. }));
    let Some(token::Token::Open { name, .. }) = first else {
        return false;
    };
    let html = ["body", "head", "title", "link", "script", "style", "base"];
    let name = name.to_lowercase();
    let closed = || head.matches('<').count() > 2;
    !prose::is_part(&name) && !html.contains(&name.as_str()) && closed()
}

#[cfg(test)]
mod tests;
