//! Takes the classed paragraphs of an article, gives the one that is its headline.
//!
//! A headline is short and has no full stop. It stands first; where the first paragraph is the body,
//! it may stand after it, between the page's own lines (date, counter) and a second copy
//! of the text. Where nothing looks like one, the title stays unknown. The
//! limits were set by hand on newspaper corpora.

use super::article::Class;
use super::line::ends_sentence;
use super::token::{fold, is_letter};

/// Longest headline, in characters; longer paragraphs are the body or its first sentence.
const MAX_TITLE_CHARS: usize = 150;
/// Most bytes of such a headline in UTF-8: a cheap test before characters are counted.
const MAX_TITLE_BYTES: usize = MAX_TITLE_CHARS * 4;
/// Paragraphs at the top among which the first that is text is taken for the headline or the body.
const TOP_PARAGRAPHS: usize = 6;
/// Longest headline that ends in a full stop, in characters; longer ones are first sentences.
const MAX_SENTENCE_TITLE_CHARS: usize = 100;
/// Fewest words of a headline after the body: shorter lines are names and labels.
const MIN_LATER_TITLE_WORDS: usize = 3;
/// Shortest paragraph of body text below a headline after the body, in bytes.
const MIN_BODY_BYTES: usize = 200;

/// What the search for a headline needs of a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct TitleCandidate<'a> {
    pub text: &'a str,
    pub class: Class,
    pub bullet: bool,
}

/// The index of the headline.
pub fn find_headline(paragraphs: &[TitleCandidate]) -> Option<usize> {
    let text = |p: &TitleCandidate| p.class == Class::Text && !p.bullet;
    let first = paragraphs.iter().take(TOP_PARAGRAPHS).position(text)?;
    if is_headline(paragraphs[first].text) {
        return Some(first);
    }
    after_body(paragraphs, first).or_else(|| {
        let next = paragraphs[first + 1..].iter().find(|p| text(p))?;
        let title = paragraphs[first].text;
        let sentence = title.chars().count() <= MAX_SENTENCE_TITLE_CHARS
            && !title.trim_end_matches('.').contains(". ");
        // The body below is at least half as long again.
        (sentence && next.text.len() > title.len() * 3 / 2).then_some(first)
    })
}

/// Whether a text is short, has letters and does not end in a full stop.
pub fn is_headline(text: &str) -> bool {
    text.len() <= MAX_TITLE_BYTES
        && text.chars().count() <= MAX_TITLE_CHARS
        && text.chars().any(char::is_alphabetic)
        && !ends_sentence(text)
}

/// The index of a headline that stands after the body, between lines of the page (one of them a
/// date or a bullet) and more text.
fn after_body(paragraphs: &[TitleCandidate], first: usize) -> Option<usize> {
    (first + 1..paragraphs.len()).find(|&i| {
        let here = paragraphs[i];
        // Cheap tests first: `dated_above` walks up over all lines of furniture.
        let headline = here.class == Class::Text
            && !here.bullet
            && is_headline(here.text)
            && !here.text.ends_with(':')
            && here.text.split_whitespace().count() >= MIN_LATER_TITLE_WORDS;
        let more = |next: &TitleCandidate| {
            next.class == Class::Text && next.text.len() > here.text.len().max(MIN_BODY_BYTES)
        };
        headline && paragraphs.get(i + 1).is_some_and(more) && dated_above(&paragraphs[..i])
    })
}

/// Whether the lines of furniture right above hold a date or a bullet.
fn dated_above(paragraphs: &[TitleCandidate]) -> bool {
    let above = paragraphs.iter().rev();
    above
        .take_while(|p| p.class.is_furniture() || p.bullet)
        .any(|p| p.class == Class::Date || p.bullet)
}

/// Whether two texts are one headline: their letters and digits are equal when folded.
pub fn is_same(a: &str, b: &str) -> bool {
    // A multiple of four covers marks and punctuation that one of the two may lack.
    if a.len().max(b.len()) > a.len().min(b.len()) * 4 {
        return false;
    }
    letters(a).next().is_some() && letters(a).eq(letters(b))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_letter(*c)).filter_map(fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[(&str, char)]) -> Option<usize> {
        let class = |c| match c {
            'd' => Class::Date,
            'c' | '*' => Class::Chrome,
            _ => Class::Text,
        };
        let paragraphs: Vec<TitleCandidate> = lines
            .iter()
            .map(|&(text, c)| TitleCandidate {
                text,
                class: class(c),
                bullet: c == '*',
            })
            .collect();
        find_headline(&paragraphs)
    }

    fn body() -> String {
        "زرعت البلدية ألف شجرة على جانبي الطريق الجديد. ".repeat(8)
    }

    #[test]
    fn a_headline_comes_first() {
        let body = body();
        assert_eq!(
            found(&[("ألف شجرة على الطريق", 't'), (&body, 't')]),
            Some(0)
        );
        assert_eq!(
            found(&[
                ("2015-09-30", 'd'),
                ("ألف شجرة على الطريق", 't'),
                (&body, 't')
            ]),
            Some(1)
        );
        assert_eq!(found(&[("ألف شجرة...", 't'), (&body, 't')]), Some(0));
        assert_eq!(found(&[("هل تكفي ألف شجرة؟", 't'), (&body, 't')]), Some(0));
        assert_eq!(
            found(&[("زرعت البلدية ألف شجرة.", 't'), (&body, 't')]),
            Some(0)
        );
    }

    #[test]
    fn a_headline_may_come_after_the_body() {
        let body = body();
        let page = [
            (&*body, 't'),
            ("• 2014-03-30", 'd'),
            ("ألف شجرة على الطريق", 't'),
            (&body, 't'),
        ];
        assert_eq!(found(&page), Some(2));
        let related = [
            (&*body, 't'),
            ("اقرأ أيضا:", 'c'),
            ("ألف شجرة على الطريق", 't'),
            (&body, 't'),
        ];
        assert_eq!(found(&related), None);
    }

    #[test]
    fn a_body_alone_has_none() {
        let body = body();
        assert_eq!(found(&[(&body, 't')]), None);
        assert_eq!(found(&[]), None);
        assert_eq!(found(&[("***", 'c')]), None);
    }

    #[test]
    fn spelling_does_not_part_titles() {
        assert!(is_same("ألف شجرةٍ على الطريق", "الف شجرة، على الطريق!"));
        assert!(!is_same("ألف شجرة على الطريق", "مئة شجرة على الطريق"));
        assert!(!is_same("", "***"));
    }
}
