//! From a part of a query that was not understood to a sentence that reports it.
//!
//! A note never stops a search: what it names is searched as words, or limits nothing.

use std::fmt;
use std::ops::Range;

/// What was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryNote {
    /// Byte range in the query.
    pub bytes: Range<usize>,
    pub reason: QueryReason,
}

/// Why it was not understood; its text follows the words in question: `foo: not a date, …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryReason {
    /// After `date:`; its words are searched instead.
    NotADate,
    /// After `date:`, still being typed; limits nothing.
    NotADateYet,
    /// A field with nothing after its colon; limits nothing.
    EmptyField,
    /// After `source:`, and no article has such a source; its words are searched instead.
    UnknownSource,
    /// `author:…`; its words are searched instead.
    UnknownField,
    /// `OR` or `~5` with nothing after it to join.
    JoinsNothing,
    /// `OR` or `~` beside a field or what is left out; both count for themselves.
    CannotJoin,
    /// `*` before or inside a word; the word is searched without it.
    MisplacedStar,
}

impl fmt::Display for QueryReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            QueryReason::NotADate => "not a date, searched as words",
            QueryReason::NotADateYet => "not a date yet",
            QueryReason::EmptyField => "nothing after the colon yet",
            QueryReason::UnknownSource => "no such source, searched as words",
            QueryReason::UnknownField => "no such field (source, title, date), searched as words",
            QueryReason::JoinsNothing => "nothing to join",
            QueryReason::CannotJoin => "joins words and phrases only",
            QueryReason::MisplacedStar => "* stands at the end of a word only",
        })
    }
}
