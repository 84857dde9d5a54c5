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

use super::compared_words::ComparedWords;
use crate::dedup::diff::{Change, edits};

/// Positions of equal words in the first and in the second run.
pub(super) type Stretch = [Range<usize>; 2];

/// Most words by which the border of a change is moved to meet the border of a sentence.
const MAX_SLIDE_WORDS: usize = 50;

/// Most pairs of words (one length times the other) for which the exact diff is taken. It is as slow as
/// that product where all words are frequent or every other one changed; longer runs go by anchors.
const MAX_EXACT_PAIRS: usize = 4_000_000;

/// Most pairs for each word of a gap between two anchors for which the exact diff is taken there.
const MAX_GAP_PAIRS_PER_WORD: usize = 32;

/// Words of an anchor, pass by pass: words in a row that stand once in each run, first in the whole
/// runs, then in the gaps that the anchors before left.
const ANCHOR_WORDS: [usize; 4] = [8, 2, 1, 1];

/// The equal stretches of two runs.
pub(super) fn stretches(runs: [&ComparedWords<'_>; 2]) -> Vec<Stretch> {
    let mut found = if pairs(&runs.map(|run| 0..run.words.len())) <= MAX_EXACT_PAIRS {
        equal(&runs[0].words, &runs[1].words)
    } else {
        by_anchors(runs)
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

fn pairs(of: &Stretch) -> usize {
    of[0].len().saturating_mul(of[1].len())
}

fn equal(first: &[&[u8]], second: &[&[u8]]) -> Vec<Stretch> {
    let edits = edits(first, second).into_iter();
    let equal = edits.filter(|edit| edit.change == Change::Equal);
    equal.map(|edit| [edit.there, edit.here]).collect()
}

/// The equal stretches, in a time that grows as the runs do, whatever their words. Words that are no
/// anchor, beside none, and in a wide gap do not count as equal.
fn by_anchors(runs: [&ComparedWords<'_>; 2]) -> Vec<Stretch> {
    let mut known: FxHashMap<&[u8], u32> = FxHashMap::default();
    let numbers = runs.map(|run| {
        let mut numbers: Vec<u32> = Vec::with_capacity(run.words.len());
        for word in &run.words {
            let next = known.len() as u32;
            numbers.push(*known.entry(word).or_insert(next));
        }
        numbers
    });
    let mut found = Vec::new();
    for words in ANCHOR_WORDS {
        found = refined(runs, found, |gap| anchors(&numbers, gap, words));
    }
    refined(runs, found, |gap| {
        if pairs(gap) > MAX_GAP_PAIRS_PER_WORD * (gap[0].len() + gap[1].len()) {
            return Vec::new();
        }
        let words = |side: usize| runs[side].words.get(gap[side].clone()).unwrap_or(&[]);
        let found = equal(words(0), words(1)).into_iter();
        let placed = |side: usize, range: Range<usize>| {
            gap[side].start + range.start..gap[side].start + range.end
        };
        found
            .map(|[first, second]| [placed(0, first), placed(1, second)])
            .collect()
    })
}

/// The stretches with those that are found between them, each as long as it can be.
fn refined(
    runs: [&ComparedWords<'_>; 2],
    found: Vec<Stretch>,
    within: impl Fn(&Stretch) -> Vec<Stretch>,
) -> Vec<Stretch> {
    let ends = runs.map(|run| run.words.len());
    // Both articles' ends are places to grow from, too.
    let mut all = vec![[0..0, 0..0]];
    let mut from = [0, 0];
    for next in found.into_iter().chain([ends.map(|end| end..end)]) {
        let gap = [from[0]..next[0].start, from[1]..next[1].start];
        if pairs(&gap) > 0 {
            all.extend(within(&gap));
        }
        from = [next[0].end, next[1].end];
        all.push(next);
    }
    let mut out: Vec<Stretch> = Vec::with_capacity(all.len());
    for at in 0..all.len() {
        let next = all.get(at + 1).map(|next| [next[0].start, next[1].start]);
        let Some(stretch) = all.get_mut(at) else {
            break;
        };
        let end = out.last().map_or([0, 0], |last| [last[0].end, last[1].end]);
        grow(runs, stretch, end, next.unwrap_or(ends));
        match out.last_mut() {
            Some(last) if end == [stretch[0].start, stretch[1].start] => {
                (last[0].end, last[1].end) = (stretch[0].end, stretch[1].end);
            }
            _ => out.push(stretch.clone()),
        }
    }
    out.retain(|stretch| !stretch[0].is_empty());
    out
}

/// Runs of `words` words that stand once on each side of a gap, in the same order on both.
fn anchors(numbers: &[Vec<u32>; 2], gap: &Stretch, words: usize) -> Vec<Stretch> {
    // How often, and where, on each side.
    let mut places: FxHashMap<&[u32], [(u32, usize); 2]> = FxHashMap::default();
    for side in [0, 1] {
        let within = numbers[side].get(gap[side].clone()).unwrap_or(&[]);
        for (at, row) in within.windows(words).enumerate() {
            let place = &mut places.entry(row).or_default()[side];
            *place = (place.0 + 1, gap[side].start + at);
        }
    }
    let once = places.values().filter(|[a, b]| (a.0, b.0) == (1, 1));
    let mut pairs: Vec<[usize; 2]> = once.map(|[a, b]| [a.1, b.1]).collect();
    pairs.sort_unstable();
    let mut found: Vec<Stretch> = Vec::new();
    for [first, second] in in_order(&pairs) {
        let next = [first..first + words, second..second + words];
        match found.last_mut() {
            Some(last) if first < last[0].end || second < last[1].end => {
                // Rows of words that overlap are one, where they overlap alike.
                if last[0].end.wrapping_sub(first) == last[1].end.wrapping_sub(second) {
                    *last = [last[0].start..next[0].end, last[1].start..next[1].end];
                }
            }
            _ => found.push(next),
        }
    }
    found
}

/// The longest selection of pairs, sorted by the first place, whose second places ascend too.
fn in_order(pairs: &[[usize; 2]]) -> Vec<[usize; 2]> {
    // For each length the pair that ends such a selection earliest; for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let second = |at: usize| pairs.get(at).map_or(0, |pair| pair[1]);
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| second(*end) < pair[1]);
        before.push(
            length
                .checked_sub(1)
                .and_then(|last| ends.get(last).copied()),
        );
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chosen = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        chosen.extend(pairs.get(at).copied());
        next = before.get(at).copied().flatten();
    }
    chosen.reverse();
    chosen
}

/// Takes in the equal words before and after a stretch, from `start` to `end` of both runs.
fn grow(runs: [&ComparedWords<'_>; 2], stretch: &mut Stretch, start: [usize; 2], end: [usize; 2]) {
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
fn slide(runs: [&ComparedWords<'_>; 2], side: usize, before: &mut Stretch, after: &mut Stretch) {
    let here = runs[side];
    let gap = before[side].end..after[side].start;
    let word = |position: usize| here.words.get(position);
    // Both ends of a stretch may have been cut otherwise in the other run.
    let pairs = |there: usize, at: usize| runs[1 - side].words.get(there) == word(at);
    let length = |stretch: &Stretch| {
        stretch[0]
            .len()
            .min(stretch[1].len())
            .min(MAX_SLIDE_WORDS + 1)
    };
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
    fn new(run: &ComparedWords<'_>) -> Weights {
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
fn without_islands(runs: [&ComparedWords<'_>; 2], found: Vec<Stretch>) -> Vec<Stretch> {
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

/// Whether words of `weight` letters stand between changes that outweigh them, on both sides. The more
/// words, the less likely chance is: one or two must be outweighed three times, three or four eight
/// times, five never.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::compared_words::runs;
    use super::*;
    use crate::corpus::article::{Class, Paragraph};
    use crate::dedup::word_stream::WordStream;
    use crate::dedup::{ArticleText, Folds};

    /// The stretches that two texts of one paragraph have by anchors, as long texts are compared.
    fn anchored(texts: [&str; 2]) -> ([Vec<Vec<u8>>; 2], Vec<Stretch>) {
        let streams = texts.map(|text| {
            let bytes = 0..text.len();
            let class = Class::Text;
            WordStream::read(ArticleText {
                title: None,
                text,
                paragraphs: &[Paragraph { bytes, class }],
            })
        });
        let folds = Folds::default();
        let both = [0, 1].map(|side: usize| runs(&streams[side], &folds));
        let bodies = [&both[0][1], &both[1][1]];
        let words = bodies.map(|run| run.words.iter().map(|word| word.to_vec()).collect());
        (words, by_anchors(bodies))
    }

    #[test]
    fn a_word_left_out_or_changed_is_found_between_anchors() {
        let words: Vec<String> = (0..500).map(|n| format!("w{} of {}", n % 90, n)).collect();
        let mut other = words.clone();
        other[100] = "another".to_owned();
        other.remove(300);
        let (words, found) = anchored([&words.join(" "), &other.join(" ")]);
        let equal = |side: usize| {
            found
                .iter()
                .map(|stretch| stretch[side].len())
                .sum::<usize>()
        };
        // One for three, and three left out.
        assert_eq!(words[1].len() - equal(1), 1);
        assert_eq!(
            words[0].len() - equal(0),
            words[0].len() + 1 - words[1].len()
        );
    }

    proptest! {
        #[test]
        fn stretches_are_equal_and_in_order(first in "[abc]( [abc]){0,60}", second in "[abcd]( [abcd]){0,60}") {
            let (words, found) = anchored([&first, &second]);
            let mut end = [0, 0];
            for stretch in &found {
                for side in [0, 1] {
                    prop_assert!(stretch[side].start >= end[side] && !stretch[side].is_empty());
                    end[side] = stretch[side].end;
                }
                let letters = |side: usize| words[side][stretch[side].clone()].concat();
                prop_assert_eq!(letters(0), letters(1));
            }
            prop_assert!(end[0] <= words[0].len() && end[1] <= words[1].len());
        }
    }
}
