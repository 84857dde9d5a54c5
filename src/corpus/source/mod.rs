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

/// What a line says of where the article came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    pub source: Option<String>,
    pub author: Option<String>,
}

impl Credit {
    fn source(name: &str) -> Option<Credit> {
        let source = clean(name)?;
        Some(Credit {
            source: Some(source),
            author: None,
        })
    }

    fn known(self) -> Option<Credit> {
        (self.source.is_some() || self.author.is_some()).then_some(self)
    }
}

/// A name without brackets, bullets and stops round it; `None` where no name is left.
fn clean(name: &str) -> Option<String> {
    const ROUND: [char; 27] = [
        '-', '–', '—', 'ـ', '/', '|', ':', '.', ',', '،', '؛', '(', ')', '[', ']', '«', '»', '"',
        '“', '”', '*', '•', '●', '<', '>', '\u{200F}', '\u{200E}',
    ];
    let name = name.trim_matches(|c: char| c.is_whitespace() || ROUND.contains(&c));
    // Quotes say nothing in a name.
    let name = name.replace(['"', '«', '»', '“', '”'], "");
    let long = name.chars().count() > 60 || name.split_whitespace().count() > 8;
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
