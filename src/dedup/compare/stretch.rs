//! Two runs of words in, the stretches that are equal in both out, as an editor would draw them.
//!
//! The diff is exact, but where it had a choice it chose blindly: an added sentence may be shown as
//! the end of one and the beginning of the next, so it is slid to where sentences begin. And a word
//! or two that happen to be equal amid much that is not are no agreement: they go.
//!
//! Invariants: stretches are in order in both runs and do not overlap; the letters of both sides of
//! a stretch are the same.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::run::Run;
use crate::dedup::diff::{Change, edits};

/// Positions of equal words in the first and in the second run.
pub(super) type Stretch = [Range<usize>; 2];

/// Most words that a change is slid by.
const SLIDE: usize = 50;

/// Of longer runs only words that are not too frequent are compared at first: the diff is as good
/// as linear in those, and as bad as quadratic where everything is frequent.
const LONG: usize = 10_000;
const FREQUENT: usize = 63;

/// The equal stretches of two runs.
pub(super) fn stretches(runs: [&Run<'_>; 2]) -> Vec<Stretch> {
    let mut found = if runs.iter().all(|run| run.words.len() > LONG) {
        by_rare_words(runs)
    } else {
        equal(&runs[0].words, &runs[1].words)
    };
    for at in 1..found.len() {
        if let Some([before, after]) = found.get_mut(at - 1..=at)
            && let Some(longer) = one_sided(before, after)
        {
            slide(runs, longer, before, after);
        }
    }
    without_islands(runs, found)
}

fn equal(first: &[&[u8]], second: &[&[u8]]) -> Vec<Stretch> {
    let edits = edits(first, second).into_iter();
    let equal = edits.filter(|edit| edit.change == Change::Equal);
    equal.map(|edit| [edit.there, edit.here]).collect()
}

/// The same with frequent words equal only beside others.
fn by_rare_words(runs: [&Run<'_>; 2]) -> Vec<Stretch> {
    let mut counts: FxHashMap<&[u8], usize> = FxHashMap::default();
    for word in runs.iter().flat_map(|run| &run.words) {
        *counts.entry(word).or_default() += 1;
    }
    // In the place of a frequent word stands one that is nowhere else: no word has a control in it.
    let names = [0, 1].map(|side: usize| {
        let name = |at: usize| [&[side as u8][..], &at.to_le_bytes()].concat();
        (0..runs[side].words.len()).map(name).collect::<Vec<_>>()
    });
    let rare = [0, 1].map(|side: usize| {
        let words = runs[side].words.iter().zip(&names[side]);
        let rare = words.map(|(word, name)| match counts.get(word) {
            Some(..=FREQUENT) => *word,
            _ => name.as_slice(),
        });
        rare.collect::<Vec<&[u8]>>()
    });
    let ends = runs.map(|run| run.words.len());
    let mut found = equal(&rare[0], &rare[1]);
    // Both articles' ends are places to grow from, too.
    found.insert(0, [0..0, 0..0]);
    found.push(ends.map(|end| end..end));
    let mut end = [0, 0];
    for at in 0..found.len() {
        let next = found.get(at + 1).map(|next| [next[0].start, next[1].start]);
        let limit = next.unwrap_or(ends);
        if let Some(stretch) = found.get_mut(at) {
            grow(runs, stretch, (end, limit));
            end = [stretch[0].end, stretch[1].end];
        }
    }
    found.retain(|stretch| !stretch[0].is_empty());
    found
}

/// Takes in the equal words on both sides of a stretch, within limits.
fn grow(runs: [&Run<'_>; 2], stretch: &mut Stretch, (start, end): ([usize; 2], [usize; 2])) {
    let same = |at: [usize; 2]| runs[0].words.get(at[0]) == runs[1].words.get(at[1]);
    let [first, second] = stretch;
    while first.start > start[0]
        && second.start > start[1]
        && same([first.start - 1, second.start - 1])
    {
        first.start -= 1;
        second.start -= 1;
    }
    while first.end < end[0] && second.end < end[1] && same([first.end, second.end]) {
        first.end += 1;
        second.end += 1;
    }
}

/// The side that has words between two stretches, if the other has none.
fn one_sided(before: &Stretch, after: &Stretch) -> Option<usize> {
    let closed = |side: usize| before[side].end == after[side].start;
    match (closed(0), closed(1)) {
        (true, false) => Some(1),
        (false, true) => Some(0),
        _ => None,
    }
}

/// Moves the words between two stretches to where most borders agree with it.
fn slide(runs: [&Run<'_>; 2], side: usize, before: &mut Stretch, after: &mut Stretch) {
    let here = runs[side];
    let gap = before[side].end..after[side].start;
    let word = |position: usize| here.words.get(position);
    // Both ends of a stretch may have been cut otherwise in the other run.
    let pairs = |there: usize, at: usize| runs[1 - side].words.get(there) == word(at);
    let length = |stretch: &Stretch| stretch[0].len().min(stretch[1].len()).min(SLIDE + 1);
    let back = (1..length(before)).take_while(|by| {
        let (at, there) = (gap.start - by, before[1 - side].end - by);
        word(at) == word(gap.end - by) && pairs(there, at)
    });
    let forth = (1..length(after)).take_while(|by| {
        let (at, there) = (gap.end + by - 1, after[1 - side].start + by - 1);
        word(at) == word(gap.start + by - 1) && pairs(there, at)
    });
    let (back, forth) = (back.count(), forth.count());
    let borders = |start: usize| {
        let ends = [start, start + gap.len()];
        ends.map(|at| here.strength(at) as usize)
            .iter()
            .sum::<usize>()
    };
    let choices = gap.start - back..=gap.start + forth;
    let best =
        choices.max_by_key(|&start| (borders(start), usize::MAX - start.abs_diff(gap.start)));
    let Some(start) = best else { return };
    for side in [0, 1] {
        // One way or the other; both ends move by the same number of words.
        before[side].end = (before[side].end + start).saturating_sub(gap.start);
        after[side].start = (after[side].start + start).saturating_sub(gap.start);
    }
}

/// Letters before each position of a run.
struct Weights(Vec<usize>);

impl Weights {
    fn new(run: &Run<'_>) -> Weights {
        let letters = |word: &&[u8]| word.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let sums = run.words.iter().scan(0, |sum, word| {
            *sum += letters(word);
            Some(*sum)
        });
        Weights(std::iter::once(0).chain(sums).collect())
    }

    fn of(&self, positions: &Range<usize>) -> usize {
        let at = |position: usize| self.0.get(position).copied().unwrap_or(0);
        at(positions.end).saturating_sub(at(positions.start))
    }
}

/// Leaves out what is equal by chance between changes that outweigh it.
fn without_islands(runs: [&Run<'_>; 2], found: Vec<Stretch>) -> Vec<Stretch> {
    let weights = runs.map(Weights::new);
    let end = runs.map(|run| run.words.len()..run.words.len());
    let mut kept: Vec<Stretch> = Vec::with_capacity(found.len());
    for next in found.into_iter().chain([end.clone()]) {
        while let Some(last) = kept.last() {
            let from = kept.len().checked_sub(2).and_then(|at| kept.get(at));
            let gap = |side: usize| {
                let start = from.map_or(0, |stretch| stretch[side].end);
                let before = weights[side].of(&(start..last[side].start));
                let after = weights[side].of(&(last[side].end..next[side].start));
                (before, after)
            };
            let own = weights[0].of(&last[0]);
            if !is_island(last[0].len(), own, [gap(0), gap(1)]) {
                break;
            }
            kept.pop();
        }
        kept.push(next);
    }
    kept.retain(|stretch| !stretch[0].is_empty());
    kept
}

/// Whether words of `weight` letters stand between changes that outweigh them, on both sides.
fn is_island(words: usize, weight: usize, gaps: [(usize, usize); 2]) -> bool {
    let factor = match words {
        1 | 2 => 3,
        3 | 4 => 8,
        _ => return false,
    };
    let before = gaps[0].0.max(gaps[1].0);
    let after = gaps[0].1.max(gaps[1].1);
    // Between two additions nothing was rewritten: the other version has the words alone.
    let rewritten = gaps.iter().all(|gap| gap.0 + gap.1 >= weight);
    rewritten && before.min(after) >= factor * weight
}
