//! Any text in, what holds of every query out.

use std::ops::Range;

use proptest::prelude::*;

use crate::query::{Clause, Query, QueryItem};
use crate::text::normalize;

/// What has few ways to go wrong is mixed from what has many.
const MIXED: &str = "(source:|مصدر:|date:|تاريخ:|title:|OR|أو|\\||~|~5|\\*|=|-|\"|«|»|“| |  |2015|08|\\.\\.|سبتمبر|كتاب|a|,|:|foo:|<|\\?|#|_|ـ|\u{64e}){0,16}|\\PC{0,40}";

proptest! {
    #[test]
    fn any_text_is_a_query(text in MIXED, typing: bool) {
        let query = Query::parse(&text, typing);
        let mut at = 0;
        for clause in &query.clauses {
            let items = match clause {
                Clause::Any(items) => items.as_slice(),
                Clause::Not(item) => std::slice::from_ref(item),
            };
            prop_assert!(!items.is_empty());
            for word in items.iter().flat_map(QueryItem::words) {
                prop_assert!(at <= word.bytes.start && word.bytes.start < word.bytes.end);
                prop_assert!(text.get(word.bytes.clone()).is_some() && !word.spelling.is_empty());
                prop_assert!(!word.typing || (typing && word.bytes.end == text.len()));
                at = word.bytes.end;
            }
        }
        for bytes in covered(&query) {
            prop_assert!(bytes.start < bytes.end && text.get(bytes).is_some());
        }
    }

    #[test]
    fn nothing_typed_is_lost(text in MIXED, typing: bool, known: bool) {
        let query = Query::parse_among(&text, typing, &|_| known);
        let mut held = vec![false; text.len()];
        let words = query.clauses.iter().flat_map(|clause| match clause {
            Clause::Any(items) => items.as_slice(),
            Clause::Not(item) => std::slice::from_ref(item),
        });
        let words = words.flat_map(QueryItem::words).map(|word| word.bytes.clone());
        for bytes in words.chain(covered(&query)) {
            held[bytes].fill(true);
        }
        let mut lost = Vec::new();
        normalize::words(&text, |word| {
            let source = &text[word.start..word.end];
            let mut letters = source.char_indices().filter(|(_, c)| c.is_alphanumeric());
            let is_held = letters.all(|(at, _)| held[word.start + at]);
            // A join is not looked for, nor is the name before a title's colon or how near `~5` is.
            let grammar = ["OR", "أو", "title", "5", "08"].contains(&source.trim_end_matches(is_mark));
            if !is_held && !grammar {
                lost.push(source.to_owned());
            }
        });
        prop_assert!(lost.is_empty(), "{:?} of {:?}", lost, text);
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, 'ـ' | '\u{64e}')
}

fn covered(query: &Query) -> Vec<Range<usize>> {
    let sources = query.limits.sources.iter().map(|limit| limit.bytes.clone());
    let dates = query.limits.dates.iter().map(|limit| limit.bytes.clone());
    let notes = query.notes.iter().map(|note| note.bytes.clone());
    sources.chain(dates).chain(notes).collect()
}

/// Long queries, made of whatever might be looked at again and again.
#[test]
fn long_queries_take_linear_time() {
    for unit in [
        "date:",
        "a|",
        "a~",
        "«a ",
        "\"",
        "source:x,",
        "title:",
        "foo:",
        "-",
        "=",
        "date:سبتمبر ",
        "a:b",
        "date:(",
        "*a",
        "~5",
    ] {
        let long = unit.repeat(40_000);
        let started = std::time::Instant::now();
        Query::parse(&long, true);
        assert!(started.elapsed().as_secs() < 5, "{unit}");
    }
}
