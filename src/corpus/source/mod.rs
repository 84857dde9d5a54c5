//! Takes a line of an article, gives the source and the author it names.
//!
//! Three kinds of line name a source: a label (`المصدر: …`, `الكاتب: …`), a byline or dateline
//! (`الساحل - وكالات`, `لندن (رويترز) -`), and a credit that closes the article (`(وكالات)`,
//! `نقلا عن …`). An agency quoted in running prose (`ونقلت وكالة …`) is where a statement came from,
//! not where the article did, so only the shapes above count, and only where such lines stand.

mod byline;
mod known_names;
mod label;
mod person_names;

#[cfg(test)]
mod tests;

pub use byline::{NameKind, byline, lead, name_kind, name_parts};
pub use known_names::is_generic;
pub use label::{closing, desk, label_only, labelled, value_line};

/// The source and the author that a line names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    pub source: Option<String>,
    pub author: Option<String>,
}

/// Longest name that is kept, in characters; more is a sentence.
const MAX_NAME_CHARS: usize = 60;
/// Most words of a name that is kept.
const MAX_NAME_WORDS: usize = 8;

impl Credit {
    /// A credit of a source alone; `None` where no name is left of it.
    fn source(name: &str) -> Option<Credit> {
        let source = clean(name)?;
        Some(Credit {
            source: Some(source),
            author: None,
        })
    }

    /// The credit itself, unless it names nobody.
    fn known(self) -> Option<Credit> {
        (self.source.is_some() || self.author.is_some()).then_some(self)
    }
}

/// A name without the brackets, bullets and stops around it; `None` where nothing that can be a name is left.
fn clean(name: &str) -> Option<String> {
    const OUTER_MARKS: [char; 27] = [
        '-', '–', '—', 'ـ', '/', '|', ':', '.', ',', '،', '؛', '(', ')', '[', ']', '«', '»', '"',
        '“', '”', '*', '•', '●', '<', '>', '\u{200F}', '\u{200E}',
    ];
    let name = name.trim_matches(|c: char| c.is_whitespace() || OUTER_MARKS.contains(&c));
    // Quotes are no part of a name.
    let name = name.replace(['"', '«', '»', '“', '”'], "");
    let long =
        name.chars().count() > MAX_NAME_CHARS || name.split_whitespace().count() > MAX_NAME_WORDS;
    (!long && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// The host of a web address, without `www.`.
pub fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}
