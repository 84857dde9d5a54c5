//! From what stands in the search box to a query: words, phrases and exclusions; pure, never fails.
//!
//! Whatever is half typed still means something: a quote left open is a phrase to the end, a lone
//! `-` is nothing. The last word is a prefix while it is being typed.

use compact_str::CompactString;

use super::analyzer::{self, Terms};

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
        for piece in pieces(text) {
            let words = words(piece.text, typing && piece.unended && !piece.negated);
            // What is written as one piece («2015-09-30», «Wi-Fi») stands together as a phrase does.
            match words.len() {
                0 => {}
                _ if piece.negated => clauses.push(Clause::Not(words)),
                1 => clauses.extend(words.into_iter().map(Clause::Word)),
                _ => clauses.push(Clause::Phrase(words)),
            }
        }
        Query { clauses }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

/// What stands between white space, or between quotes.
struct Piece<'a> {
    text: &'a str,
    negated: bool,
    /// The text ends with it, and no quote closes it.
    unended: bool,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let negated = rest.starts_with('-');
        let body = if negated {
            rest.get(1..).unwrap_or("")
        } else {
            rest
        };
        let (text, after) = if let Some(inner) = body.strip_prefix(is_quote) {
            split_at_char(inner, is_quote)
        } else {
            let (word, _) = split_at_char(body, |c| c.is_whitespace() || is_quote(c));
            (word, body.get(word.len()..))
        };
        // A closing quote or a space leaves something, be it empty.
        let unended = after.is_none_or(|after| after.is_empty() && body.ends_with(text));
        out.push(Piece {
            text,
            negated,
            unended,
        });
        rest = after.unwrap_or("").trim_start();
    }
    out
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”')
}

/// What stands before the first such char, and what stands after it; `None` where there is none.
fn split_at_char(text: &str, is: impl Fn(char) -> bool) -> (&str, Option<&str>) {
    match text.char_indices().find(|&(_, c)| is(c)) {
        Some((at, c)) => (text.get(..at).unwrap_or(""), text.get(at + c.len_utf8()..)),
        None => (text, None),
    }
}

fn words(text: &str, last_is_prefix: bool) -> Vec<QueryWord> {
    let mut out = Vec::new();
    let mut last = (String::new(), false, 0);
    analyzer::for_each_word(text, |range, norm, hamza| {
        last = (norm.to_owned(), hamza, range.end);
        out.push(QueryWord {
            terms: analyzer::terms(norm, hamza),
            prefixes: Vec::new(),
        });
    });
    // A word that punctuation ended («2-1)») is complete.
    if let Some(word) = out
        .last_mut()
        .filter(|_| last_is_prefix && last.2 == text.len())
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
        assert_eq!(shape("\"harbour cra", true), "\"harbour cra*\"");
        assert_eq!(shape("\"harbour cra\"", true), "\"harbour cra\"");
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
        assert_eq!(shape("(2-1)", true), "\"2 1\"");
    }

    #[test]
    fn what_is_written_together_stands_together() {
        assert_eq!(shape("2015-09-3", true), "\"2015 09 3*\"");
        assert_eq!(shape("Wi-Fi", false), "\"wi fi\"");
        assert_eq!(
            shape("-\"harbour crane\" rail", false),
            "-harbour crane rail"
        );
    }

    #[test]
    fn an_exclusion_alone_asks_for_all_the_others() {
        assert!(!Query::parse("-rail", false).is_empty());
        assert!(Query::parse(" - ", false).is_empty());
    }
}
