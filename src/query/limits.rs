//! From an article's source and date to whether the fields of a query let it through.
//!
//! Fields of one kind are alternatives (`source:a source:b` is either), kinds add up, and what is
//! excluded is out whatever else is said.

use std::ops::Range;

use compact_str::CompactString;

use super::date_range::DateRange;
use crate::analysis::{self, letters};
use crate::corpus::PartialDate;

/// One field of a query, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit<T> {
    /// Byte range in the query, name and value.
    pub bytes: Range<usize>,
    /// Written with a `-`: what it holds is left out.
    pub not: bool,
    pub value: T,
}

/// What the fields of a query let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    pub sources: Vec<Limit<SourceName>>,
    pub dates: Vec<Limit<DateRange>>,
}

impl Limits {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.dates.is_empty()
    }

    /// Whether articles of this source pass; the empty name is an unknown one.
    ///
    /// Takes the name apart anew: ask once for each source of a corpus, not for each article.
    pub fn source_passes(&self, name: &str) -> bool {
        if self.sources.is_empty() {
            return true;
        }
        let words = folded_words(name);
        passes(
            &self.sources,
            |asked| asked.is_in(&words),
            |asked| asked.is_in(&words),
        )
    }

    /// Whether articles of this date pass.
    pub fn date_passes(&self, date: Option<PartialDate>) -> bool {
        passes(
            &self.dates,
            |range| range.holds(date),
            |range| range.covers(date),
        )
    }

    /// Whether an article of this source and date passes.
    pub fn pass(&self, source: &str, date: Option<PartialDate>) -> bool {
        self.date_passes(date) && self.source_passes(source)
    }
}

fn passes<T>(limits: &[Limit<T>], holds: impl Fn(&T) -> bool, covers: impl Fn(&T) -> bool) -> bool {
    let mut wanted = limits.iter().filter(|limit| !limit.not).peekable();
    let mut unwanted = limits.iter().filter(|limit| limit.not);
    (wanted.peek().is_none() || wanted.any(|limit| holds(&limit.value)))
        && !unwanted.any(|limit| covers(&limit.value))
}

/// The name of a source, or a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceName {
    /// Folded ([`letters::folded`]); none asks for articles without a source.
    pub words: Vec<CompactString>,
    /// Written in quotes: the whole name, not a part.
    pub whole: bool,
    /// The last word is only the beginning of one: it ends in `*`, or is still being typed.
    pub open: bool,
}

impl SourceName {
    /// A name of which `text` is a part; with `open`, its last word may go on.
    pub fn part(text: &str, open: bool) -> SourceName {
        SourceName {
            words: folded_words(text),
            whole: false,
            open,
        }
    }

    /// Whether it is a source of this name. The article may be left out (`مصدر:جزيرة`), and a name
    /// may be run together or taken apart (`ا ف ب`, `أ.ف.ب`, `افب`).
    pub fn holds(&self, name: &str) -> bool {
        self.is_in(&folded_words(name))
    }

    /// Whether the words occur in a row in a name, the first and the last also within longer words.
    pub fn occurs_in(&self, name: &str) -> bool {
        !self.words.is_empty() && folded_words(name).join(" ").contains(&self.words.join(" "))
    }

    fn is_in(&self, name: &[CompactString]) -> bool {
        let Some(len) = self.words.len().checked_sub(1) else {
            return name.is_empty();
        };
        if self.whole && !self.open && name.len() != self.words.len() {
            return self.words.concat() == name.concat();
        }
        let starts = if self.whole { 1 } else { name.len() };
        name.windows(len + 1)
            .take(starts)
            .any(|part| self.is_part(part))
            || (!self.open && self.words.concat() == name.concat())
    }

    fn is_part(&self, part: &[CompactString]) -> bool {
        let last = self.words.len().saturating_sub(1);
        self.words
            .iter()
            .zip(part)
            .enumerate()
            .all(|(i, (asked, word))| {
                let bare = word.strip_prefix("ال").unwrap_or(word);
                if self.open && i == last {
                    word.starts_with(asked.as_str()) || bare.starts_with(asked.as_str())
                } else {
                    word == asked || (bare == asked && !self.whole)
                }
            })
    }
}

pub(super) fn folded_words(text: &str) -> Vec<CompactString> {
    let mut out = Vec::new();
    analysis::words(text, |_, spelling| out.push(letters::folded(spelling)));
    out
}
