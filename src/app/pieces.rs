//! From an article and its folds to what is said of the pieces that a reading view shows, and to the same
//! pieces as plain text.

use std::ops::Range;

use super::notes::{self, near_in};
use super::page::Outline;
use super::strings;
use crate::corpus::{Class, Origin};
use crate::library::Entry;

/// Repeated text that is folded into one line, as that line says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldGroup {
    /// Paragraphs that are folded whole.
    pub paragraphs: usize,
    pub words: usize,
    /// How what the longest part repeats begins; empty where that is the title.
    pub of: String,
    /// Share of the article's words, in percent.
    pub percent: usize,
}

impl FoldGroup {
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
    let outline = Outline::new(entry);
    let text = |bytes: &Range<usize>| entry.article.text.get(bytes.clone()).unwrap_or("");
    let mut parts = Vec::new();
    let mut next = outline.first(entry);
    while let Some(slot) = next {
        let mut last = slot;
        if let Some(group) = outline.group_of(slot) {
            let fold = outline.group(entry, group);
            parts.extend(fold.map(|fold| Part::Fold(fold.summary(false, 0), fold.of)));
            last = outline.ends(group).map_or(slot, |(_, last)| last);
        } else {
            let bytes = slot.bytes(entry);
            let near = near_in(entry, &bytes);
            if !near.is_empty() {
                let (label, before) = notes::changes(entry, near);
                parts.push(Part::Near(label, before));
            }
            parts.push(Part::Text(text(&bytes)));
        }
        next = outline.after(entry, last);
    }
    parts
}

/// What repeats in an article, as plain text: each line that speaks of it, and then the text itself.
pub fn repeats(entry: &Entry) -> Vec<Part<'_>> {
    let outline = Outline::new(entry);
    let text =
        |bytes: &Range<usize>| Part::Text(entry.article.text.get(bytes.clone()).unwrap_or(""));
    let mut found: Vec<(usize, Part<'_>)> = Vec::new();
    for group in 0..outline.group_count() {
        let Some(fold) = outline.group(entry, group) else {
            continue;
        };
        let at = outline.span(entry, group).start;
        found.push((at, Part::Fold(fold.summary(true, 0), fold.of)));
        let folds = outline.folds(entry, group);
        found.extend(folds.map(|fold| (fold.bytes.start, text(&fold.bytes))));
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

/// Bytes of the beginning of what a fold repeats: more than a line has room for.
pub(super) const ORIGIN_BYTES: usize = 120;
