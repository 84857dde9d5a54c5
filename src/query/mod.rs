//! From what stands in the search box to what is asked: words, phrases, exclusions, limits, notes.
//!
//! Pure, linear in the text, and never fails: whatever is half typed or wrong still searches, and
//! what was not understood is kept as a [`QueryNote`]. `text → parts → clauses`: `scanner` knows how
//! things are written, `parse` what they mean, `join` what `OR` and `~` make of neighbours.
//!
//! ```text
//! سوريا أو العراق  -"كرة القدم"  مصدر:الماسة  تاريخ:2015-08..09  حكوم*
//! Any[سوريا, العراق]  Not[phrase]   limits.sources limits.dates   Any[prefix]
//! ```
//!
//! Invariants: byte ranges lie on char borders of the text; words stand in the order of the text;
//! no word of the text is lost: it is in a clause, or in the bytes of a limit or a note, or joins
//! two others.

mod date;
mod date_range;
mod join;
mod limits;
mod note;
mod parse;
mod scanner;
mod syntax;
mod word_cutter;

#[cfg(test)]
mod tests;

use std::ops::Range;

use compact_str::CompactString;

pub use date::{DatesFault, TypedDates};
pub use date_range::{DateRange, MonthDay};
pub use limits::{Limit, Limits, SourceName};
pub use note::{NotedWords, QueryNote, QueryReason};
pub use syntax::{SYNTAX, SyntaxExample, SyntaxFinds};

/// Most words between two that `~` joins where no number is given.
pub const DEFAULT_NEAR_WORDS: u32 = 10;

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// An article should satisfy all of them.
    pub clauses: Vec<Clause>,
    /// What articles are asked for at all.
    pub limits: Limits,
    /// What was not understood, in order.
    pub notes: Vec<QueryNote>,
}

/// One part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// One item, or alternatives joined by `OR`; never empty.
    Any(Vec<QueryItem>),
    /// An article must not have it.
    Not(QueryItem),
}

/// A word or a phrase that a query looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryItem {
    Word(QueryWord),
    Phrase(QueryPhrase),
}

/// Two words or more that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryPhrase {
    pub words: Vec<QueryWord>,
    /// `None`: next to each other and in order. `Some(n)`: within `n` words of each other, in any
    /// order; phrases that `~` joins give up their own order.
    pub slop: Option<u32>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// Byte range in the query.
    pub bytes: Range<usize>,
    /// As written, without harakat and tatweel, presentation forms undone.
    pub spelling: CompactString,
    pub form: WordMatch,
    pub scope: WordScope,
    /// It ends the query and may still grow.
    pub typing: bool,
}

/// Which spellings match a word of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordMatch {
    /// Every form and accepted spelling.
    All,
    /// `=اميركا`: this spelling.
    Exact,
    /// `حكوم*`: words that begin so.
    Prefix,
}

/// Where a word is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordScope {
    Anywhere,
    /// `title:`
    Title,
}

impl Query {
    /// Parses `text`; with `typing`, a last word that nothing ends is marked as unfinished, and an
    /// unfinished date is waited for.
    pub fn parse(text: &str, typing: bool) -> Query {
        parse::parse(text, typing, &|_| true)
    }

    /// Parses `text` where the sources are known: a name that is none of theirs is searched as words.
    /// A headline pasted («مصدر: سفينة تصل غدا») asks for no source.
    pub fn parse_among(text: &str, typing: bool, known: &dyn Fn(&SourceName) -> bool) -> Query {
        parse::parse(text, typing, known)
    }

    /// Whether nothing is asked for, so that all articles answer.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.limits.is_empty()
    }

    /// The words looked for, without those excluded, in the order of the text.
    pub fn words(&self) -> impl Iterator<Item = &QueryWord> {
        let wanted = self.clauses.iter().filter_map(|clause| match clause {
            Clause::Any(items) => Some(items),
            Clause::Not(_) => None,
        });
        wanted.flatten().flat_map(QueryItem::words)
    }
}

impl QueryItem {
    /// The words it is made of; at least one.
    pub fn words(&self) -> &[QueryWord] {
        match self {
            QueryItem::Word(word) => std::slice::from_ref(word),
            QueryItem::Phrase(phrase) => &phrase.words,
        }
    }

    /// Its words and how near they are to be.
    fn into_words(self) -> (Vec<QueryWord>, Option<u32>) {
        match self {
            QueryItem::Word(word) => (vec![word], None),
            QueryItem::Phrase(phrase) => (phrase.words, phrase.slop),
        }
    }

    /// A word, or words that stand together; `None` where there are none.
    fn of(mut words: Vec<QueryWord>, slop: Option<u32>) -> Option<QueryItem> {
        if words.len() < 2 {
            return words.pop().map(QueryItem::Word);
        }
        Some(QueryItem::Phrase(QueryPhrase { words, slop }))
    }
}
