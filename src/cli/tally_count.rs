//! How many articles have something, as a list: `field 90, text 8, unknown 2`; and columns of values one below the
//! other.

use super::lookup::in_a_row;
use super::output::Output;
use crate::corpus::Origin;
use crate::text::width::str_columns;
use crate::words::{Said, Sentence, messages};

messages! {
    /// How many articles have something.
    pub(super) enum TallyCount {
        /// What is called the same in every language.
        Named "check-count-named" { name: Code, count: Ordinal };
        Known "check-count" { name: Said, count: Ordinal };
        Unknown "check-count-unknown" { count: Ordinal };
    }
}

messages! {
    /// Where a title, a source or a date was found.
    pub(super) enum OriginName {
        Field "found-in-field";
        Crawl "found-in-crawl";
        Text "found-in-text";
        Url "found-in-url";
        Folder "found-in-folder";
        File "found-in-file";
    }
}

impl OriginName {
    pub(super) fn of(origin: Origin) -> OriginName {
        match origin {
            Origin::Field => OriginName::Field,
            Origin::Crawl => OriginName::Crawl,
            Origin::Text => OriginName::Text,
            Origin::Url => OriginName::Url,
            Origin::Folder => OriginName::Folder,
            Origin::File => OriginName::File,
        }
    }
}

/// Counts one after the other.
pub(super) fn listed(counts: impl Iterator<Item = TallyCount>) -> Sentence {
    in_a_row(counts.map(|count| count.sentence()))
}

/// Widest column of names of sources.
const MAX_NAME_COLUMNS: usize = 22;

/// Columns that names take in lines below one another; none where scripts read them.
pub(super) fn column<'a>(out: &Output, names: impl Iterator<Item = &'a str>) -> usize {
    let widest = names.map(str_columns).max().unwrap_or(0);
    if out.speaker.is_for_people() {
        widest.min(MAX_NAME_COLUMNS)
    } else {
        0
    }
}

/// A value with blanks behind it, so that what follows stands below what follows in the lines before.
pub(super) fn filled(value: &str, cols: usize) -> String {
    format!(
        "{value}{}",
        " ".repeat(cols.saturating_sub(str_columns(value)))
    )
}

/// `JSON 70, text 12`; for people in their language, with the names that `said` gives.
pub(super) fn counted(
    out: &Output,
    counts: &[(&str, usize)],
    said: impl Fn(&str) -> Option<Sentence>,
) -> String {
    if !out.speaker.is_for_people() {
        let counts = counts.iter().map(|(name, n)| format!("{name} {n}"));
        return counts.collect::<Vec<_>>().join(", ");
    }
    let counts = counts.iter().map(|&(name, n)| match said(name) {
        Some(name) => TallyCount::Known {
            name,
            count: n as u64,
        },
        None => TallyCount::Named {
            name: name.to_owned(),
            count: n as u64,
        },
    });
    out.speaker.list(&listed(counts))
}
