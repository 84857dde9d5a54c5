//! From a part of a query that was not understood to a sentence that reports it.
//!
//! A note never stops a search: what it names is searched as words, or limits nothing.

use std::ops::Range;

use crate::words::messages;

/// What was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryNote {
    /// Byte range in the query.
    pub bytes: Range<usize>,
    pub reason: QueryReason,
}

messages! {
    /// Why it was not understood.
    #[derive(Copy, Eq)]
    pub enum QueryReason {
        /// After `date:`; its words are searched instead.
        NotADate "query-not-a-date";
        /// After `date:`, still being typed; limits nothing.
        NotADateYet "query-not-a-date-yet";
        /// A field with nothing after its colon; limits nothing.
        EmptyField "query-empty-field";
        /// After `source:`, and no article has such a source; its words are searched instead.
        UnknownSource "query-unknown-source";
        /// `author:…`; its words are searched instead.
        UnknownField "query-unknown-field";
        /// `OR` or `~5` with nothing after it to join.
        JoinsNothing "query-joins-nothing";
        /// `OR` or `~` beside a field or what is left out; both count for themselves.
        CannotJoin "query-cannot-join";
        /// `*` before or inside a word; the word is searched without it.
        MisplacedStar "query-misplaced-star";
    }
}

messages! {
    /// A note with the words in question: `foo: not a date, …`.
    pub enum NotedWords {
        Reason "query-note" { words: Typed, reason: Said };
    }
}
