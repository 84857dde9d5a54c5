//! From the words that match in a text to the passage worth showing, cut at words.

use std::ops::Range;

use super::highlight::Matcher;

/// A passage of a text and where the matches stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    pub text: String,
    /// Matches as char ranges in `text`.
    pub matches: Vec<Range<usize>>,
}

/// The passage of about `chars` chars with the most matches; the beginning where nothing matches.
pub fn best(text: &str, matcher: &Matcher, chars: usize) -> Snippet {
    // Arabic letters take two bytes; the window is measured in bytes and cut at words.
    let window = chars * 2;
    let spans = matcher.spans(text);
    let start = densest(&spans, window).unwrap_or(0);
    let from = start.saturating_sub(window / 6);
    let passage = at_words(text, from, from + window);
    cut(text, passage, &spans)
}

/// The start of the first match of the window that holds most.
fn densest(spans: &[Range<usize>], window: usize) -> Option<usize> {
    let mut best = None;
    let mut end = 0;
    for (index, span) in spans.iter().enumerate() {
        while spans.get(end).is_some_and(|s| s.end <= span.start + window) {
            end += 1;
        }
        let held = end.saturating_sub(index);
        if best.is_none_or(|(most, _)| held > most) {
            best = Some((held, span.start));
        }
    }
    best.map(|(_, start)| start)
}

/// The byte range between word borders that comes nearest to `from..to` without breaking a word.
fn at_words(text: &str, from: usize, to: usize) -> Range<usize> {
    let mut start = 0;
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if at < from {
                start = at + c.len_utf8();
            } else if at >= to {
                end = at;
                break;
            }
        }
    }
    start..end.max(start)
}

fn cut(text: &str, passage: Range<usize>, spans: &[Range<usize>]) -> Snippet {
    let raw = text.get(passage.clone()).unwrap_or("");
    let inside = |s: &&Range<usize>| s.start >= passage.start && s.end <= passage.end;
    let chars_to = |byte: usize| {
        text.get(passage.start..byte)
            .map_or(0, |before| before.chars().count())
    };
    Snippet {
        text: raw
            .chars()
            .map(|c| if c == '\n' { ' ' } else { c })
            .collect(),
        matches: spans
            .iter()
            .filter(inside)
            .map(|s| chars_to(s.start)..chars_to(s.end))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Query;

    fn snippet(query: &str, text: &str, chars: usize) -> Snippet {
        best(text, &Matcher::new(&Query::parse(query, false)), chars)
    }

    #[test]
    fn matches_are_given_in_chars_of_the_snippet() {
        let found = snippet("ميناء", "رصيف الميناء الجديد", 60);
        assert_eq!(found.text, "رصيف الميناء الجديد");
        assert_eq!(found.matches, vec![5..12]);
    }

    #[test]
    fn the_window_with_most_matches_is_shown() {
        let filler = "كلام طويل لا يعني شيئا ".repeat(20);
        let text = format!("ميناء {filler} ميناء ثم ميناء آخر {filler}");
        let found = snippet("ميناء", &text, 60);
        assert_eq!(found.matches.len(), 2, "{}", found.text);
        assert!(found.text.chars().count() < 120);
    }

    #[test]
    fn without_a_match_the_beginning_is_shown() {
        let found = snippet("ميناء", "حديقة المدينة تفتح أبوابها", 10);
        assert!(found.text.starts_with("حديقة المدينة"));
        assert!(found.matches.is_empty());
    }
}
