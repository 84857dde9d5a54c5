//! From text that repeats with changes, and from paragraphs that stand in other articles too, to the lines of the
//! reading view about them.

use std::ops::Range;

use crate::dedup::{Change, RepeatOrigin};
use crate::library::Entry;
use crate::store::Also;
use crate::text::head;
use crate::words::messages;

/// Most earlier words on a line: more than it has room for.
const MAX_EARLIER_WORDS: usize = 12;
/// Most bytes of one of them, for the same reason.
const MAX_WORD_BYTES: usize = 200;

messages! {
    /// What is said of text that repeats earlier sentences with changes; the words that they had instead are shown
    /// after it.
    pub enum NearNote {
        Repeats "near-repeats" { sentences: Count };
        /// Some words went.
        RepeatsBefore "near-repeats-before" { sentences: Count };
    }
}

messages! {
    /// What is said of paragraphs that stand in other articles too, which are shown after it.
    pub enum AlsoNote {
        AlsoIn "also-in" { paragraphs: Count };
    }
}

/// The near repeats that begin within `bytes` of the text, as indices into [`crate::dedup::Folds::near`].
pub(super) fn near_in(entry: &Entry, bytes: &Range<usize>) -> Range<usize> {
    let near = &entry.folds.near;
    let first = near.partition_point(|n| n.bytes.start < bytes.start);
    let end = near.partition_point(|n| n.bytes.start < bytes.end);
    first..end.max(first)
}

/// Ranges in order, those that overlap or touch as one.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// Byte ranges of the words that the repeated sentence had otherwise or not at all, in order.
pub fn changed(entry: &Entry) -> Vec<Range<usize>> {
    let edits = entry.folds.near.iter().flat_map(|near| &near.edits);
    let changed = edits.filter(|edit| edit.change != Change::Equal && !edit.here.is_empty());
    merged(changed.map(|edit| edit.here.clone()).collect())
}

/// The line above near repeats: its label, and the first of the words that the repeated sentences had instead.
pub fn changes(entry: &Entry, near: Range<usize>) -> (NearNote, Vec<String>) {
    let article = &entry.article;
    let near = entry.folds.near.get(near).unwrap_or(&[]);
    let mut before = Vec::new();
    let mut left = MAX_EARLIER_WORDS;
    for one in near {
        let earlier = match one.of_in {
            RepeatOrigin::Text => article.text.as_str(),
            RepeatOrigin::Title => article.title_str(),
        };
        let gone = one.edits.iter().filter(|edit| edit.change != Change::Equal);
        for gone in gone.filter_map(|edit| earlier.get(edit.there.clone())) {
            // What went may have stood across the end of a paragraph.
            let words = gone.split_whitespace().take(left);
            let words: Vec<&str> = words.map(|word| head(word, MAX_WORD_BYTES)).collect();
            left -= words.len();
            before.extend(Some(words.join(" ")).filter(|words| !words.is_empty()));
        }
        if left == 0 {
            break;
        }
    }
    let sentences = near.len() as u64;
    let note = if before.is_empty() {
        NearNote::Repeats { sentences }
    } else {
        NearNote::RepeatsBefore { sentences }
    };
    (note, before)
}

/// `also in`, or `these 3 paragraphs also in`.
pub fn also_note(also: &Also) -> AlsoNote {
    let paragraphs = also.paragraphs as u64;
    AlsoNote::AlsoIn { paragraphs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ranges: &[(usize, usize)], expected: &[(usize, usize)]) {
        let ranges = ranges.iter().map(|(start, end)| *start..*end).collect();
        let found = merged(ranges).into_iter().map(|r| (r.start, r.end));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn ranges_that_nest_or_touch_are_one() {
        check(&[], &[]);
        check(&[(5, 9), (0, 3)], &[(0, 3), (5, 9)]);
        check(&[(0, 9), (2, 3), (4, 12)], &[(0, 12)]);
        check(&[(0, 3), (3, 5), (6, 7)], &[(0, 5), (6, 7)]);
    }
}
