//! From a stretch of a query to its words, each with its spelling, form and place.

use std::ops::Range;

use super::{QueryWord, WordMatch, WordScope};
use crate::analysis;

/// Cuts stretches of a query into words; its fields say how they are to match.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordCutter<'a> {
    /// The whole query.
    pub text: &'a str,
    pub exact: bool,
    pub scope: WordScope,
    /// A word that ends the query is still being typed.
    pub typing: bool,
}

impl WordCutter<'_> {
    /// The words of a byte range of the query.
    pub(super) fn words(self, bytes: Range<usize>) -> Vec<QueryWord> {
        let mut out = Vec::new();
        let body = self.text.get(bytes.clone()).unwrap_or("");
        analysis::words(body, |range, spelling| {
            let before = body.get(..range.start).unwrap_or("");
            let after = body.get(range.end..).unwrap_or("");
            let form = match () {
                () if is_open(before, after) => WordMatch::Prefix,
                () if self.exact || is_marked_exact(before) => WordMatch::Exact,
                () => WordMatch::All,
            };
            let bytes = bytes.start + range.start..bytes.start + range.end;
            out.push(QueryWord {
                typing: self.typing && bytes.end == self.text.len(),
                bytes,
                spelling: spelling.into(),
                form,
                scope: self.scope,
            });
        });
        out
    }
}

/// A star follows the word, none begins it (`*so*` is emphasis), and no letter follows the star.
fn is_open(before: &str, after: &str) -> bool {
    after
        .strip_prefix('*')
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '*'))
        && !before.ends_with('*')
}

/// `=` before a word, and nothing before that: `"=دار النشر"`.
fn is_marked_exact(before: &str) -> bool {
    before
        .strip_suffix('=')
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
}

/// Whether a star stands before or inside a word where none ends it.
pub(super) fn has_misplaced_star(text: &str) -> bool {
    if text.ends_with('*') {
        return false;
    }
    let mut previous = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let before_letter = rest.as_str().starts_with(char::is_alphanumeric);
        if c == '*' && before_letter && !previous.is_numeric() {
            return true;
        }
        previous = c;
    }
    false
}
