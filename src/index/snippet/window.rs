//! Marks in a row of chars in, the stretch with the best of them out: cut at a sentence or a word.

use std::ops::Range;

use super::Snippet;
use super::strip::{ELLIPSIS, Strip, StripMatch};

/// Score of a word of the query that is not in the window yet: more than all else together.
const NEW_WORD_SCORE: usize = 12;
/// Most that repeated matches add to a score.
const MAX_REPEATS_SCORE: usize = 4;
/// Most that nearness adds to a score.
const MAX_NEARNESS_SCORE: usize = 6;

/// How much of a snippet's length is text: both ends may need an ellipsis.
pub(super) fn room(chars: usize) -> usize {
    chars.saturating_sub(2)
}

/// From where to where the best matches stand that fit into `room` chars together; `words` is one
/// more than the highest number of a word.
///
/// A quarter is left to what stands around them, unless that would cost a word of the query.
pub(super) fn densest(marks: &[StripMatch], room: usize, words: usize) -> Option<Range<usize>> {
    let (most, held) = best(marks, room, words)?;
    let tight = best(marks, room - room / 4, words);
    let tight = tight.filter(|(score, _)| score / NEW_WORD_SCORE == most / NEW_WORD_SCORE);
    Some(tight.map_or(held, |(_, held)| held))
}

/// The best score within `room`, and where it is reached first.
fn best(marks: &[StripMatch], room: usize, words: usize) -> Option<(usize, Range<usize>)> {
    let fitting: Vec<&StripMatch> = marks.iter().filter(|m| m.chars.len() <= room).collect();
    let mut tally = WindowTally {
        counts: vec![0; words],
        ..WindowTally::default()
    };
    let mut best: Option<(usize, Range<usize>)> = None;
    let mut next = 0;
    for (first, mark) in fitting.iter().enumerate() {
        while let Some(added) = fitting.get(next) {
            if added.chars.end > mark.chars.start + room {
                break;
            }
            let before = next.checked_sub(1).filter(|before| *before >= first);
            tally.nearness += before.map_or(0, |before| nearness(fitting[before], added));
            tally.add(added);
            next += 1;
        }
        let score = tally.score();
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            let end = next.checked_sub(1).and_then(|last| fitting.get(last));
            let end = end.map_or(mark.chars.end, |last| last.chars.end);
            best = Some((score, mark.chars.start..end));
        }
        tally.remove(mark);
        if first + 1 < next {
            tally.nearness -= nearness(mark, fitting[first + 1]);
        }
    }
    best
}

/// Different words next to each other, or nearly.
fn nearness(one: &StripMatch, next: &StripMatch) -> usize {
    let apart = next.chars.start.saturating_sub(one.chars.end);
    match apart {
        _ if one.word == next.word => 0,
        0..=3 => 3,
        4..=20 => 1,
        _ => 0,
    }
}

/// Counts of the matches in a window.
#[derive(Default)]
struct WindowTally {
    /// Matches of each word.
    counts: Vec<usize>,
    marks: usize,
    different: usize,
    nearness: usize,
}

impl WindowTally {
    fn add(&mut self, mark: &StripMatch) {
        self.marks += 1;
        if let Some(count) = self.counts.get_mut(mark.word) {
            *count += 1;
            self.different += usize::from(*count == 1);
        }
    }

    fn remove(&mut self, mark: &StripMatch) {
        self.marks -= 1;
        if let Some(count) = self.counts.get_mut(mark.word) {
            *count -= 1;
            self.different -= usize::from(*count == 0);
        }
    }

    fn score(&self) -> usize {
        let repeats = self.marks - self.different;
        self.different * NEW_WORD_SCORE
            + repeats.min(MAX_REPEATS_SCORE)
            + self.nearness.min(MAX_NEARNESS_SCORE)
    }
}

/// At most `chars` chars around `held`, which fits into [`room`].
pub(super) fn cut(strip: &Strip, held: Range<usize>, chars: usize) -> Snippet {
    let all = strip.chars.len();
    let (shown, cut_before, cut_after) = if all <= chars {
        (0..all, false, false)
    } else {
        framed(strip, held, room(chars))
    };
    let mut text = String::new();
    if cut_before {
        text.push(ELLIPSIS);
    }
    let inside = strip.chars.get(shown.clone()).unwrap_or(&[]);
    text.extend(inside);
    if cut_after && inside.last() != Some(&ELLIPSIS) {
        text.push(ELLIPSIS);
    }
    let from = strip.marks.partition_point(|m| m.chars.start < shown.start);
    let marks = strip.marks.get(from..).unwrap_or(&[]).iter();
    let place = |at: usize| at - shown.start + usize::from(cut_before);
    Snippet {
        text,
        matches: marks
            .take_while(|mark| mark.chars.end <= shown.end)
            .map(|mark| place(mark.chars.start)..place(mark.chars.end))
            .collect(),
    }
}

/// What is shown, and whether a sentence is cut before and after it.
fn framed(strip: &Strip, held: Range<usize>, room: usize) -> (Range<usize>, bool, bool) {
    if room == 0 {
        return (0..0, false, false);
    }
    let (start, cut_before) = start(strip, &held, room);
    let (end, cut_after) = end(strip, start..held.end, room);
    (start..end, cut_before, cut_after)
}

fn start(strip: &Strip, held: &Range<usize>, room: usize) -> (usize, bool) {
    let slack = room.saturating_sub(held.len());
    let after = strip.chars.len() - held.end;
    // A third of what is left stands before; more where the text ends too soon for the rest.
    let wanted = (slack / 3).max(slack.saturating_sub(after));
    let near = slack * 2 / 3;
    let borders = &strip.borders;
    let begun = borders.partition_point(|b| b.start <= held.start);
    let sentence = if wanted > near {
        let from = held.start.saturating_sub(wanted);
        borders.get(borders.partition_point(|b| b.start < from))
    } else {
        borders.get(begun.wrapping_sub(1))
    };
    let reach = wanted.max(near);
    if let Some(border) = sentence
        && border.start <= held.start
        && held.start - border.start <= reach
    {
        return (border.start, false);
    }
    let from = held.start.saturating_sub(wanted);
    let begins = |at: &usize| is_blank(strip, at.wrapping_sub(1));
    // A word longer than all that is left is cut.
    let word = (from..=held.start).find(begins).unwrap_or(from);
    (word, word > 0)
}

/// The end of what begins at `held.start` and has to reach to `held.end`.
fn end(strip: &Strip, held: Range<usize>, room: usize) -> (usize, bool) {
    let all = strip.chars.len();
    let last = held.start + room;
    if last >= all {
        return (all, false);
    }
    let ended = strip.borders.partition_point(|b| b.end <= last);
    let sentence = ended.checked_sub(1).and_then(|at| strip.borders.get(at));
    if let Some(border) = sentence
        && border.end >= held.end
        && border.end >= held.start + room * 3 / 5
    {
        return (border.end, false);
    }
    let least = held.end.max(held.start + 1);
    let word = (least..=last).rev().find(|at| is_blank(strip, *at));
    let mut end = word.unwrap_or(last);
    let loose = |at: usize| {
        matches!(
            strip.chars.get(at),
            Some(' ' | '،' | ',' | '؛' | ';' | ':' | '-' | '–')
        )
    };
    while end > least && loose(end - 1) {
        end -= 1;
    }
    (end, true)
}

fn is_blank(strip: &Strip, at: usize) -> bool {
    strip.chars.get(at) == Some(&' ')
}
