//! From what stands in the search box to a query: words, phrases and exclusions; pure, never fails.
//!
//! Whatever is half typed still means something: a quote left open is a phrase to the end, a lone
//! `-` is nothing. The last word is a prefix while it is being typed.

use compact_str::CompactString;

use super::analyzer::{self, Terms};
use crate::text::normalize;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    pub terms: Terms,
    /// The beginnings it may stand for, while it is being typed.
    pub prefixes: Vec<CompactString>,
}

/// One part of a query; an article must satisfy all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    Word(QueryWord),
    /// Words next to each other, in order.
    Phrase(Vec<QueryWord>),
    /// None of these words.
    Not(Vec<QueryWord>),
}

/// A parsed query. Empty when nothing searchable was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub clauses: Vec<Clause>,
}

impl Query {
    /// Parses `text`; with `typing`, a last word that no space or quote ends is a prefix.
    pub fn parse(text: &str, typing: bool) -> Query {
        let mut clauses = Vec::new();
        for (piece, quoted, last) in pieces(text) {
            let (negated, body) = match piece.strip_prefix('-') {
                Some(rest) if !quoted => (true, rest),
                _ => (false, piece),
            };
            let words = words(body, typing && last && !quoted && !negated);
            match (words.len(), negated, quoted) {
                (0, ..) => {}
                (_, true, _) => clauses.push(Clause::Not(words)),
                (1, ..) | (_, false, false) => clauses.extend(words.into_iter().map(Clause::Word)),
                _ => clauses.push(Clause::Phrase(words)),
            }
        }
        Query { clauses }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        !self.clauses.iter().any(|c| !matches!(c, Clause::Not(_)))
    }

    /// The words whose occurrences are worth showing.
    pub fn wanted(&self) -> impl Iterator<Item = &QueryWord> {
        self.clauses.iter().flat_map(|clause| match clause {
            Clause::Word(word) => std::slice::from_ref(word),
            Clause::Phrase(words) => words.as_slice(),
            Clause::Not(_) => &[],
        })
    }
}

/// The pieces between white space, quotes kept together: (text, quoted, last of the query).
fn pieces(text: &str) -> Vec<(&str, bool, bool)> {
    let mut out = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return out;
        }
        let (piece, quoted, after) = if let Some(inner) = strip_quote(rest) {
            let (inside, after) = split_at_char(inner, is_quote);
            (inside, true, after)
        } else {
            let (word, _) = split_at_char(rest, |c| c.is_whitespace() || is_quote(c));
            (word, false, rest.get(word.len()..).unwrap_or(""))
        };
        out.push((piece, quoted, after.is_empty()));
        rest = after;
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”')
}

fn strip_quote(text: &str) -> Option<&str> {
    text.strip_prefix(is_quote)
}

/// What stands before the first such char, and what stands after it.
fn split_at_char(text: &str, is: impl Fn(char) -> bool) -> (&str, &str) {
    match text.char_indices().find(|&(_, c)| is(c)) {
        Some((at, c)) => (
            text.get(..at).unwrap_or(""),
            text.get(at + c.len_utf8()..).unwrap_or(""),
        ),
        None => (text, ""),
    }
}

fn words(text: &str, last_is_prefix: bool) -> Vec<QueryWord> {
    let mut out = Vec::new();
    let mut last = (String::new(), false, 0);
    analyzer::for_each_word(text, |_, end, norm, hamza| {
        last = (norm.to_owned(), hamza, end);
        out.push(QueryWord {
            terms: analyzer::terms(norm, hamza),
            prefixes: Vec::new(),
        });
    });
    // A word that punctuation ended («2-1)») is complete.
    let unended = text
        .get(last.2..)
        .is_some_and(|tail| normalize::count_words(tail) == 0 && tail.is_empty());
    if let Some(word) = out.last_mut()
        && last_is_prefix
        && unended
    {
        word.prefixes = analyzer::prefixes(&last.0, last.1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as `w`, prefixes as `w*`, phrases as `"a b"`, exclusions as `-w`.
    fn shape(text: &str, typing: bool) -> String {
        let word = |w: &QueryWord| {
            let star = if w.prefixes.is_empty() { "" } else { "*" };
            format!("{}{star}", w.terms.surface)
        };
        let list = |ws: &[QueryWord]| ws.iter().map(word).collect::<Vec<_>>().join(" ");
        let parts: Vec<String> = Query::parse(text, typing)
            .clauses
            .iter()
            .map(|clause| match clause {
                Clause::Word(w) => word(w),
                Clause::Phrase(ws) => format!("\"{}\"", list(ws)),
                Clause::Not(ws) => format!("-{}", list(ws)),
            })
            .collect();
        parts.join(" ")
    }

    #[test]
    fn words_phrases_and_exclusions() {
        assert_eq!(shape("harbour crane", false), "harbour crane");
        assert_eq!(
            shape("\"harbour crane\" -rail", false),
            "\"harbour crane\" -rail"
        );
        assert_eq!(shape("«harbour crane»", false), "\"harbour crane\"");
        assert_eq!(shape("\"one\"", false), "one");
    }

    #[test]
    fn what_is_half_typed_still_means_something() {
        assert_eq!(shape("\"harbour cra", true), "\"harbour cra\"");
        assert_eq!(shape("-", true), "");
        assert_eq!(shape("\"", true), "");
        assert_eq!(shape("", true), "");
    }

    #[test]
    fn only_the_word_being_typed_is_a_prefix() {
        assert_eq!(shape("harbour cra", true), "harbour cra*");
        assert_eq!(shape("harbour cra ", true), "harbour cra");
        assert_eq!(shape("harbour cra", false), "harbour cra");
        assert_eq!(shape("harbour -cra", true), "harbour -cra");
        assert_eq!(shape("(2-1)", true), "2-1");
    }

    #[test]
    fn an_exclusion_alone_asks_for_nothing() {
        assert!(Query::parse("-rail", false).is_empty());
        assert!(!Query::parse("rail", false).is_empty());
    }
}
