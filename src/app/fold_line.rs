//! From repeated text that is folded to the line that stands for it, and the paragraph that the title of a page
//! replaces.

use super::counts::CountNote;
use crate::corpus::{Class, Origin};
use crate::library::Entry;
use crate::words::{Said, Sentence, Words, messages};

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

messages! {
    /// What is said of folded text: how much it is, how many matches it hides, and what it repeats if that is the
    /// title; if it is not, the beginning of the text that it repeats is shown after it.
    enum FoldNote {
        Paragraphs "fold-paragraphs" { paragraphs: Count, matches: Count, percent: Share };
        /// Less than a percent of the words.
        FewParagraphs "fold-few-paragraphs" { paragraphs: Count, matches: Count };
        TitleParagraphs "fold-title-paragraphs" { paragraphs: Count, matches: Count, percent: Share };
        FewTitleParagraphs "fold-few-title-paragraphs" { paragraphs: Count, matches: Count };
        Words "fold-words" { words: Count, matches: Count };
        TitleWords "fold-title-words" { words: Count, matches: Count };
        /// Whole paragraphs on a narrow screen.
        Brief "fold-brief" { paragraphs: Number, percent: Share };
    }
}

impl FoldLine {
    /// The text of the line, with the number of `matches` it hides; [`FoldLine::of`] is shown after it.
    pub fn summary(&self, open: bool, matches: usize, words: Words) -> String {
        let matches = if open { 0 } else { matches as u64 };
        format!("{} {}", mark(open), words.say(&self.note(matches)))
    }

    fn note(&self, matches: u64) -> FoldNote {
        let (paragraphs, words) = (self.paragraphs as u64, self.words as u64);
        let percent = self.percent as u64;
        match (paragraphs, percent, self.of.is_empty()) {
            (0, _, false) => FoldNote::Words { words, matches },
            (0, _, true) => FoldNote::TitleWords { words, matches },
            (_, 0, false) => FoldNote::FewParagraphs {
                paragraphs,
                matches,
            },
            (_, 0, true) => FoldNote::FewTitleParagraphs {
                paragraphs,
                matches,
            },
            (_, _, false) => FoldNote::Paragraphs {
                paragraphs,
                matches,
                percent,
            },
            (_, _, true) => FoldNote::TitleParagraphs {
                paragraphs,
                matches,
                percent,
            },
        }
    }

    /// The same for a narrow screen: `⋯ 5 ¶ 58% · 2 matches`.
    pub fn brief(&self, open: bool, matches: usize, words: Words) -> String {
        let what: Sentence = match self.paragraphs {
            0 => CountNote::words(self.words).sentence(),
            paragraphs => {
                let (paragraphs, percent) = (paragraphs as u64, self.percent as u64);
                let brief = FoldNote::Brief {
                    paragraphs,
                    percent,
                };
                brief.sentence()
            }
        };
        let hidden = Some(CountNote::matches(matches)).filter(|_| matches > 0 && !open);
        let hidden = hidden.map_or_else(String::new, |hidden| format!(" · {}", words.say(&hidden)));
        format!("{} {}{hidden}", mark(open), words.say(&what))
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
