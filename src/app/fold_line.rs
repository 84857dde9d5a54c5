//! From repeated text that is folded to the line that stands for it, and the paragraph that the title of a page
//! replaces.

use super::strings;
use crate::corpus::{Class, Origin};
use crate::library::Entry;

/// Longest beginning kept of what a fold repeats, in bytes: more than a line has room for.
pub(super) const MAX_ORIGIN_BYTES: usize = 120;

/// The content of the line that stands for folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldLine {
    /// Paragraphs that are folded whole.
    pub paragraphs: usize,
    /// Words that are folded.
    pub words: usize,
    /// Beginning of the text that the longest part repeats; empty where that is the title.
    pub of: String,
    /// Share of the folded words in those of the article, in percent.
    pub percent: usize,
}

impl FoldLine {
    /// The text of the line, with the number of `matches` it hides; [`FoldLine::of`] is shown after it.
    pub fn summary(&self, open: bool, matches: usize) -> String {
        let mut what = if self.paragraphs > 0 {
            strings::counted(self.paragraphs, "paragraph", "paragraphs")
        } else {
            strings::counted(self.words, "word", "words")
        };
        if matches > 0 && !open {
            let matches = strings::counted(matches, "match", "matches");
            what = format!("{what} with {matches}");
        }
        let share = if self.paragraphs > 0 && self.percent > 0 {
            format!(", {}% of the words,", self.percent)
        } else {
            String::new()
        };
        let verb = match (self.paragraphs, self.words) {
            (1, _) | (0, 1) => "repeats",
            _ => "repeat",
        };
        let of = if self.of.is_empty() { " the title" } else { "" };
        format!("{} {what}{share} {verb}{of}", mark(open))
    }

    /// The same for a narrow screen: `⋯ 5 ¶ 58%`.
    pub fn brief(&self, open: bool, matches: usize) -> String {
        let what = match self.paragraphs {
            0 => strings::counted(self.words, "word", "words"),
            n => format!("{n} ¶ {}%", self.percent),
        };
        let matches = match matches {
            n if n > 0 && !open => format!(" · {}", strings::counted(n, "match", "matches")),
            _ => String::new(),
        };
        format!("{} {what}{matches}", mark(open))
    }
}

fn mark(open: bool) -> &'static str {
    if open { "▾" } else { "⋯" }
}

/// The paragraph that the page's head shows already: the title, letter for letter, where it was read from,
/// or before the article begins. A later copy is a repeat like others.
pub(super) fn title_paragraph(entry: &Entry) -> Option<usize> {
    let title = entry.article.title.as_ref()?;
    let paragraphs = &entry.article.paragraphs;
    let index = paragraphs.iter().position(|p| p.class == Class::Title)?;
    let begun = paragraphs
        .iter()
        .take(index)
        .any(|p| !p.class.is_furniture());
    let read_there = title.from == Origin::Text || !begun;
    (read_there && entry.article.paragraph(index) == title.value).then_some(index)
}
