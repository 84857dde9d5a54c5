//! What stands on several screens in place of a value (what has not come, is not known, or has no name), and beside a
//! problem.

use std::borrow::Cow;

use crate::corpus::Level;
use crate::text::isolated;
use crate::words::{Words, messages};

/// The program's name, as shown.
pub const NAME: &str = "fihrist";
/// The placeholder of something that has not come.
pub const NOT_HERE: &str = "…";
/// The placeholder of a date that is not known.
pub const NO_DATE: &str = "—";

messages! {
    /// A label in place of a value.
    pub enum Placeholder {
        NoTitle "no-title";
        UnknownSource "unknown-source";
        UnknownMonth "unknown-month";
        /// A corpus that is piped in, where others have a path.
        Stdin "stdin";
    }
}

messages! {
    /// What stands beside a problem.
    pub enum ProblemLabel {
        Error "level-error";
        Guess "level-guess";
        Note "level-note";
        /// The record of a file in which it is.
        InRecord "in-record" { record: Ordinal };
    }
}

impl ProblemLabel {
    /// The name of a level.
    pub fn level(level: Level) -> ProblemLabel {
        match level {
            Level::Error => ProblemLabel::Error,
            Level::Guess => ProblemLabel::Guess,
            Level::Note => ProblemLabel::Note,
        }
    }
}

/// What the bar calls the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorpusName {
    /// Named after its files.
    Named(String),
    /// It is piped in.
    Stdin,
}

impl CorpusName {
    pub fn shown(&self, words: Words) -> Cow<'_, str> {
        match self {
            CorpusName::Named(name) => Cow::Borrowed(name),
            CorpusName::Stdin => Cow::Owned(words.say(&Placeholder::Stdin)),
        }
    }
}

impl Default for CorpusName {
    fn default() -> CorpusName {
        CorpusName::from("")
    }
}

impl From<&str> for CorpusName {
    fn from(name: &str) -> CorpusName {
        CorpusName::Named(name.to_owned())
    }
}

/// The name of a source; what stands for it where it is not known.
pub fn source_name(name: &str, words: Words) -> Cow<'_, str> {
    or(name, &Placeholder::UnknownSource, words)
}

/// A title; what stands for it where there is none.
pub fn title_or_none(title: &str, words: Words) -> Cow<'_, str> {
    or(title, &Placeholder::NoTitle, words)
}

/// A query as it may stand in a text: what follows a colon changes places with nothing.
pub fn query_in_text(query: &str) -> String {
    match query.split_once(':') {
        Some((field, value)) => format!("{field}:{}", isolated(value)),
        None => query.to_owned(),
    }
}

fn or<'a>(text: &'a str, instead: &Placeholder, words: Words) -> Cow<'a, str> {
    if text.is_empty() {
        Cow::Owned(words.say(instead))
    } else {
        Cow::Borrowed(text)
    }
}
