//! From an article and its folds to its pieces as plain text: paragraphs, the lines that stand for folded
//! repeats, and the lines above repeats with changes.

use std::ops::Range;

use super::fold_line::FoldLine;
use super::page::Outline;
use super::repeat_notes::{self, NearNote, near_in};
use crate::library::Entry;

/// A piece of an article as plain text.
#[derive(Clone, Debug, PartialEq)]
pub enum PlainPart<'a> {
    Text(&'a str),
    /// The line of folded text; whether the text itself follows.
    Fold {
        line: FoldLine,
        open: bool,
    },
    /// The line above text that repeats with changes, and the words that stood there before.
    Near(NearNote, Vec<String>),
}

/// The article's pieces as plain text, without the title paragraph.
pub fn parts(entry: &Entry) -> Vec<PlainPart<'_>> {
    let outline = Outline::new(entry);
    let text = |bytes: &Range<usize>| entry.article.text.get(bytes.clone()).unwrap_or("");
    let mut parts = Vec::new();
    let mut next = outline.first(entry);
    while let Some(slot) = next {
        let mut last = slot;
        if let Some(group) = outline.group_of(slot) {
            let fold = outline.group(entry, group);
            parts.extend(fold.map(|line| PlainPart::Fold { line, open: false }));
            last = outline.ends(group).map_or(slot, |(_, last)| last);
        } else {
            let bytes = slot.bytes(entry);
            let near = near_in(entry, &bytes);
            if !near.is_empty() {
                let (note, before) = repeat_notes::changes(entry, near);
                parts.push(PlainPart::Near(note, before));
            }
            parts.push(PlainPart::Text(text(&bytes)));
        }
        next = outline.after(entry, last);
    }
    parts
}

/// The repeats of an article as plain text: the line of each, then the repeated text.
pub fn repeats(entry: &Entry) -> Vec<PlainPart<'_>> {
    let outline = Outline::new(entry);
    let text =
        |bytes: &Range<usize>| PlainPart::Text(entry.article.text.get(bytes.clone()).unwrap_or(""));
    let mut found: Vec<(usize, PlainPart<'_>)> = Vec::new();
    for group in 0..outline.group_count() {
        let Some(line) = outline.group(entry, group) else {
            continue;
        };
        let at = outline.span(entry, group).start;
        found.push((at, PlainPart::Fold { line, open: true }));
        let folds = outline.folds(entry, group);
        found.extend(folds.map(|fold| (fold.bytes.start, text(&fold.bytes))));
    }
    for (index, near) in entry.folds.near.iter().enumerate() {
        let (note, before) = repeat_notes::changes(entry, index..index + 1);
        found.push((near.bytes.start, PlainPart::Near(note, before)));
        found.push((near.bytes.start, text(&near.bytes)));
    }
    // Stable: a line stays before its text.
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, part)| part).collect()
}
