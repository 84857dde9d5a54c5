//! From a query and a text to the byte ranges of the words that answer it.
//!
//! The same analysis as the index uses runs over the text in view, so that harakat and tatweel
//! inside a word do no harm and a match always covers the whole word as written. A phrase lights
//! only where its words stand together.

use std::collections::HashSet;
use std::ops::Range;

use compact_str::CompactString;

use super::analyzer::{self, Terms};
use super::query::{Clause, Query, QueryWord};

/// What to look for; empty for an empty query.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    surfaces: HashSet<CompactString>,
    stems: HashSet<CompactString>,
    prefixes: Vec<CompactString>,
    phrases: Vec<Vec<QueryWord>>,
}

impl Matcher {
    pub fn new(query: &Query) -> Matcher {
        let mut matcher = Matcher::default();
        for clause in &query.clauses {
            match clause {
                Clause::Word(word) => {
                    matcher.surfaces.insert(word.terms.surface.clone());
                    matcher.stems.extend(word.terms.asked_stems().cloned());
                    matcher.prefixes.extend(word.prefixes.iter().cloned());
                }
                Clause::Phrase(words) => matcher.phrases.push(words.clone()),
                Clause::Not(_) => {}
            }
        }
        matcher
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.surfaces.is_empty() && self.phrases.is_empty()
    }

    /// The byte ranges of matching words, in order, not overlapping.
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        if self.is_empty() {
            return out;
        }
        // The latest words, as many as the longest phrase has.
        let window = self.phrases.iter().map(Vec::len).max().unwrap_or(0);
        let mut latest: Vec<(Range<usize>, CompactString)> = Vec::new();
        analyzer::for_each_word(text, |range, norm, hamza| {
            let terms = analyzer::terms(norm, hamza);
            if self.matches(&terms) {
                out.push(range.clone());
            }
            if window > 0 {
                latest.push((range, terms.surface));
                self.phrases_ending(&latest, &mut out);
                if latest.len() >= window {
                    latest.remove(0);
                }
            }
        });
        if window > 0 {
            out.sort_unstable_by_key(|range| range.start);
            out.dedup();
        }
        out
    }

    fn matches(&self, terms: &Terms) -> bool {
        self.surfaces.contains(&terms.surface)
            || terms.stems().any(|stem| self.stems.contains(stem))
            || begins(&self.prefixes, &terms.surface)
    }

    /// Adds the words of every phrase that ends with the latest word.
    fn phrases_ending(
        &self,
        latest: &[(Range<usize>, CompactString)],
        out: &mut Vec<Range<usize>>,
    ) {
        for phrase in &self.phrases {
            let Some(start) = latest.len().checked_sub(phrase.len()) else {
                continue;
            };
            let run = latest.get(start..).unwrap_or_default();
            let stands = phrase.iter().zip(run).all(|(word, (_, surface))| {
                word.terms.surface == *surface || begins(&word.prefixes, surface)
            });
            if stands {
                out.extend(run.iter().map(|(range, _)| range.clone()));
            }
        }
    }
}

fn begins(prefixes: &[CompactString], surface: &str) -> bool {
    prefixes
        .iter()
        .any(|prefix| surface.starts_with(prefix.as_str()))
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
    }

    #[test]
    fn a_phrase_lights_where_its_words_stand_together() {
        let text = "دار قديمة، ثم دار النشر في دار";
        check("\"دار النشر\"", false, text, &["دار", "النشر"]);
        check("\"دار الن", true, text, &["دار", "النشر"]);
        check(
            "2015-09-30",
            false,
            "30 يوما، 2015-09-30",
            &["2015", "09", "30"],
        );
    }

    #[test]
    fn exclusions_and_empty_queries_mark_nothing() {
        check("-ميناء", false, "ميناء", &[]);
        check("", false, "ميناء", &[]);
    }
}
