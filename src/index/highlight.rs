//! From a query and a text to the byte ranges of the words that answer it.
//!
//! The same analysis as the index uses runs over the text in view, so that harakat and tatweel
//! inside a word do no harm and a match always covers the whole word as written.

use std::collections::HashSet;
use std::ops::Range;

use compact_str::CompactString;

use super::analyzer::{self, Terms};
use super::query::Query;

/// What to look for; empty for an empty query.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    surfaces: HashSet<CompactString>,
    stems: HashSet<CompactString>,
    prefixes: Vec<CompactString>,
}

impl Matcher {
    pub fn new(query: &Query) -> Matcher {
        let mut matcher = Matcher::default();
        for word in query.wanted() {
            matcher.surfaces.insert(word.terms.surface.clone());
            matcher.stems.extend(word.terms.stems().cloned());
            matcher.prefixes.extend(word.prefixes.iter().cloned());
        }
        matcher
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.surfaces.is_empty()
    }

    /// The byte ranges of matching words, in order, not overlapping.
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        if self.is_empty() {
            return out;
        }
        analyzer::for_each_word(text, |start, end, norm, hamza| {
            if self.matches(&analyzer::terms(norm, hamza)) {
                out.push(start..end);
            }
        });
        out
    }

    fn matches(&self, terms: &Terms) -> bool {
        self.surfaces.contains(&terms.surface)
            || terms.stems().any(|stem| self.stems.contains(stem))
            || self
                .prefixes
                .iter()
                .any(|prefix| terms.surface.starts_with(prefix.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, typing: bool, text: &str, expected: &[&str]) {
        let spans = Matcher::new(&Query::parse(query, typing)).spans(text);
        let words: Vec<&str> = spans.into_iter().filter_map(|s| text.get(s)).collect();
        assert_eq!(words, expected, "{query}");
    }

    #[test]
    fn whole_words_are_marked_as_they_are_written() {
        check(
            "مكتبة",
            false,
            "في المَكْتَبَة والمكتـبات",
            &["المَكْتَبَة", "والمكتـبات"],
        );
        check("2015", false, "عام ٢٠١٥.", &["٢٠١٥"]);
        check("كتا", true, "هذا كتابه", &["كتابه"]);
        check("\"دار النشر\"", false, "دار النشر", &["دار", "النشر"]);
    }

    #[test]
    fn exclusions_and_empty_queries_mark_nothing() {
        check("-ميناء", false, "ميناء", &[]);
        check("", false, "ميناء", &[]);
    }
}
