//! From an article and its folds to the pieces a reading view shows: text, and folds that touch
//! joined into one, across paragraphs too.

use std::ops::Range;

use super::notes::{self, near_in};
use super::strings;
use crate::corpus::{Class, Origin};
use crate::dedup::{Fold, RepeatOrigin};
use crate::library::Entry;
use crate::text::head;

/// A piece of an article, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Shown {
        paragraph: usize,
        bytes: Range<usize>,
        class: Class,
    },
    Folded {
        group: usize,
        parts: Vec<Range<usize>>,
        paragraphs: (usize, usize),
    },
}

impl Piece {
    pub(super) fn paragraph(&self) -> usize {
        match self {
            Piece::Shown { paragraph, .. } => *paragraph,
            Piece::Folded { paragraphs, .. } => paragraphs.0,
        }
    }

    /// Where it stands in the text; of a fold its first part.
    pub(super) fn bytes(&self) -> Range<usize> {
        match self {
            Piece::Shown { bytes, .. } => bytes.clone(),
            Piece::Folded { parts, .. } => parts.first().cloned().unwrap_or(0..0),
        }
    }

    pub(super) fn last_paragraph(&self) -> usize {
        match self {
            Piece::Shown { paragraph, .. } => *paragraph,
            Piece::Folded { paragraphs, .. } => paragraphs.1,
        }
    }
}

/// Repeated text that is folded into one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldGroup {
    /// Byte ranges in the article's text.
    pub parts: Vec<Range<usize>>,
    /// What each part repeats: bytes of the text; `None` is the title.
    pub earlier: Vec<Option<Range<usize>>>,
    /// Paragraphs that are folded whole.
    pub paragraphs: usize,
    pub words: usize,
    /// The longest part, as its words and its place in `parts`.
    longest: (u32, usize),
    /// How what the longest part repeats begins; empty where that is the title.
    pub of: String,
    /// Share of the article's words, in percent.
    pub percent: usize,
}

impl FoldGroup {
    /// Where what the longest part repeats begins: what the line speaks of.
    pub fn origin(&self) -> Option<usize> {
        let earlier = self.earlier.get(self.longest.1)?.as_ref()?;
        Some(earlier.start)
    }

    /// The line that stands for the folded text; [`FoldGroup::of`] is to be shown after it.
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

/// The article's pieces and its groups of folds.
pub(super) fn pieces(entry: &Entry) -> (Vec<Piece>, Vec<FoldGroup>) {
    let shown_title = title_paragraph(entry);
    let mut builder = Builder {
        entry,
        shown_title,
        pieces: Vec::new(),
        folds: Vec::new(),
    };
    for (index, paragraph) in entry.article.paragraphs.iter().enumerate() {
        if Some(index) == shown_title {
            continue;
        }
        let folds = entry
            .folds
            .paragraphs
            .get(index)
            .map_or(&[][..], Vec::as_slice);
        let mut from = paragraph.bytes.start;
        for fold in folds {
            builder.show(index, from..fold.bytes.start, paragraph.class);
            let whole = fold.bytes == paragraph.bytes;
            builder.fold(index, fold, whole);
            from = fold.bytes.end;
        }
        builder.show(index, from..paragraph.bytes.end, paragraph.class);
    }
    (builder.pieces, builder.folds)
}

/// The paragraph that the page's head shows already: the title, letter for letter, where it was read from,
/// or before the article begins. A later copy is a repeat like others.
fn title_paragraph(entry: &Entry) -> Option<usize> {
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

/// A piece as plain text shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Text(&'a str),
    /// The line that stands for folded text, and how what it repeats begins.
    Fold(String, String),
    /// The line above text that repeats with changes, and the words that stood there before.
    Near(String, Vec<String>),
}

/// The article's pieces as plain text, without the title paragraph.
pub fn parts(entry: &Entry) -> Vec<Part<'_>> {
    let (pieces, folds) = pieces(entry);
    let text = |bytes: &Range<usize>| entry.article.text.get(bytes.clone()).unwrap_or("");
    let mut parts = Vec::new();
    for piece in &pieces {
        match piece {
            Piece::Shown { bytes, .. } => {
                let near = near_in(entry, bytes);
                if !near.is_empty() {
                    let (label, before) = notes::changes(entry, near);
                    parts.push(Part::Near(label, before));
                }
                parts.push(Part::Text(text(bytes)));
            }
            Piece::Folded { group, .. } => {
                let fold = folds.get(*group);
                parts.extend(fold.map(|fold| Part::Fold(fold.summary(false, 0), fold.of.clone())));
            }
        }
    }
    parts
}

/// What repeats in an article, as plain text: each line that speaks of it, and then the text itself.
pub fn repeats(entry: &Entry) -> Vec<Part<'_>> {
    let (_, folds) = pieces(entry);
    let text =
        |bytes: &Range<usize>| Part::Text(entry.article.text.get(bytes.clone()).unwrap_or(""));
    let mut found: Vec<(usize, Part<'_>)> = Vec::new();
    for fold in &folds {
        let at = fold.parts.first().map_or(0, |part| part.start);
        found.push((at, Part::Fold(fold.summary(true, 0), fold.of.clone())));
        found.extend(fold.parts.iter().map(|part| (part.start, text(part))));
    }
    for (index, near) in entry.folds.near.iter().enumerate() {
        let (label, before) = notes::changes(entry, index..index + 1);
        found.push((near.bytes.start, Part::Near(label, before)));
        found.push((near.bytes.start, text(&near.bytes)));
    }
    // Stable: a line stays before its text.
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, part)| part).collect()
}

/// Where the title stands that the page's head shows already.
pub(super) fn title_bytes(entry: &Entry) -> Option<Range<usize>> {
    let paragraph = entry.article.paragraphs.get(title_paragraph(entry)?)?;
    Some(paragraph.bytes.clone())
}

struct Builder<'a> {
    entry: &'a Entry,
    shown_title: Option<usize>,
    pieces: Vec<Piece>,
    folds: Vec<FoldGroup>,
}

impl Builder<'_> {
    fn show(&mut self, paragraph: usize, bytes: Range<usize>, class: Class) {
        let text = self.entry.article.text.get(bytes.clone()).unwrap_or("");
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        let start = bytes.start + (text.len() - text.trim_start().len());
        self.pieces.push(Piece::Shown {
            paragraph,
            bytes: start..start + trimmed.len(),
            class,
        });
    }

    fn fold(&mut self, paragraph: usize, fold: &Fold, whole: bool) {
        let of = match fold.of_in {
            RepeatOrigin::Title => String::new(),
            RepeatOrigin::Text => self.origin(&fold.of),
        };
        let earlier = (fold.of_in == RepeatOrigin::Text).then(|| fold.of.clone());
        let all = self.entry.folds.words.max(1) as usize;
        if let Some(Piece::Folded {
            group,
            parts,
            paragraphs,
        }) = self.pieces.last_mut()
            && let Some(open) = self.folds.get_mut(*group)
        {
            paragraphs.1 = paragraph;
            parts.push(fold.bytes.clone());
            open.parts.push(fold.bytes.clone());
            open.earlier.push(earlier);
            open.paragraphs += usize::from(whole);
            open.words += fold.words as usize;
            open.percent = open.words * 100 / all;
            // Of several, the longest says best what is repeated.
            if fold.words > open.longest.0 {
                (open.of, open.longest) = (of, (fold.words, open.parts.len() - 1));
            }
            return;
        }
        let words = fold.words as usize;
        self.pieces.push(Piece::Folded {
            group: self.folds.len(),
            parts: vec![fold.bytes.clone()],
            paragraphs: (paragraph, paragraph),
        });
        self.folds.push(FoldGroup {
            parts: vec![fold.bytes.clone()],
            earlier: vec![earlier],
            paragraphs: usize::from(whole),
            words,
            longest: (fold.words, 0),
            of,
            percent: words * 100 / all,
        });
    }

    /// How a span of the text begins; nothing where that is the shown title.
    fn origin(&self, span: &Range<usize>) -> String {
        let paragraphs = &self.entry.article.paragraphs;
        let index = paragraphs.partition_point(|p| p.bytes.end <= span.start);
        if Some(index) == self.shown_title {
            return String::new();
        }
        let text = self.entry.article.text.get(span.clone()).unwrap_or("");
        let line = text.lines().next().unwrap_or("");
        head(line, ORIGIN_BYTES).trim().to_owned()
    }
}

/// More of a span's beginning than a line has room for.
const ORIGIN_BYTES: usize = 120;
