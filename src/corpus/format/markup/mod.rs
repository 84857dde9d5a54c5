//! Takes text with tags, gives its records: `<DOC>` files ([`doc`]), XML ([`xml`]), and what feeds share with them.
//!
//! A stream is cut into records ([`cut`]), a record is parsed into elements ([`token`], [`tree`]), and
//! these become fields ([`element_fields`]) and lines of text ([`prose`]). Corpora are seldom well formed, so
//! nothing here requires that; a strict XML parser would reject a file at its first bare `&`.

pub(super) mod cut;
pub(super) mod doc;
pub(super) mod element_fields;
mod gigaword_id;
pub(super) mod prose;
pub(super) mod token;
pub(super) mod tree;
pub(super) mod xml;

/// Whether bytes contain an opening tag of a name: `<doc>` or `<doc id=…`, in any case.
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

/// Whether the first opening tag in bytes, after declarations and comments, has a name.
pub(super) fn begins_with(bytes: &[u8], name: &str) -> bool {
    first_name(bytes).is_some_and(|first| first == name)
}

/// Fewest `<` in the beginning of XML without a declaration: prose may begin with a word or two in
/// angle brackets.
const MIN_XML_TAGS: usize = 3;

/// Whether bytes that begin with `<` are XML and not a piece of HTML, or prose in angle brackets.
pub(super) fn begins_xml(bytes: &[u8]) -> bool {
    const HTML: [&str; 7] = ["body", "head", "title", "link", "script", "style", "base"];
    if bytes.starts_with(b"<?xml") {
        return true;
    }
    let name = first_name(bytes);
    let xml = name.is_some_and(|name| !prose::is_part(&name) && !HTML.contains(&name.as_str()));
    xml && memchr::memchr_iter(b'<', bytes).count() >= MIN_XML_TAGS
}

/// The name of the first opening tag, in lower case.
fn first_name(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes);
    token::MarkupTokens::new(&head, false).find_map(|token| match token {
        token::MarkupToken::Open { name, .. } => Some(name.to_lowercase()),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
