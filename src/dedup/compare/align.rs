//! Two runs and their equal stretches in, rows of pieces that belong together out.
//!
//! Paragraphs are cut where the other version has a border too: wire copy is often strung into one
//! paragraph, and side by side with eight it would be one row as long as the article. Then pieces
//! are linked that have enough words in common, and what is linked to one another is a row.
//!
//! Invariants: every piece is in one row; rows are in reading order in both versions; words are
//! paired only within a row.

use std::ops::Range;

use super::compared_words::ComparedWords;
use super::equal_stretches::Stretch;
use crate::dedup::border::Strength;

/// Most words of a paragraph that stays whole; longer ones are cut where both versions begin a sentence.
const MAX_WHOLE_PARAGRAPH_WORDS: usize = 100;
/// Fewest common words that link two pieces, unless they are most of a short piece.
const MIN_LINK_WORDS: usize = 3;
/// Least share of common words of the smaller of two linked pieces, in percent.
const MIN_LINK_PERCENT: usize = 30;

/// Pieces of two runs in rows.
#[derive(Default)]
pub(super) struct RowAlignment {
    /// Stretches of positions.
    pub(super) pieces: [Vec<Range<usize>>; 2],
    /// Ranges of pieces.
    pub(super) rows: Vec<[Range<usize>; 2]>,
    /// For each position whether the other version has the word in its place.
    pub(super) matched: [Vec<bool>; 2],
}

/// All pieces in one row: titles are compared with each other, however little they agree.
pub(super) fn in_one_row(runs: [&ComparedWords<'_>; 2], stretches: &[Stretch]) -> RowAlignment {
    let pieces = runs.map(ComparedWords::pieces);
    let row = [0..pieces[0].len(), 0..pieces[1].len()];
    let empty = row.iter().all(Range::is_empty);
    let mut matched = runs.map(|run| vec![false; run.words.len()]);
    for stretch in stretches {
        set(&mut matched, stretch);
    }
    RowAlignment {
        pieces,
        rows: Some(row).filter(|_| !empty).into_iter().collect(),
        matched,
    }
}

/// Pieces in the rows that their links make.
pub(super) fn in_rows(runs: [&ComparedWords<'_>; 2], stretches: &[Stretch]) -> RowAlignment {
    let steps = steps(runs, stretches);
    let pieces = cut(runs, stretches, &steps);
    let links = links(&pieces, &steps);
    let rows = rows(&pieces, &links);
    let mut matched = runs.map(|run| vec![false; run.words.len()]);
    let row_of = |side: usize| {
        let mut of = vec![0; pieces[side].len()];
        for (index, row) in rows.iter().enumerate() {
            if let Some(pieces) = of.get_mut(row[side].clone()) {
                pieces.fill(index);
            }
        }
        of
    };
    let row_of = [row_of(0), row_of(1)];
    for (step, [first, second]) in placed(&pieces, &steps) {
        if row_of[0].get(first) == row_of[1].get(second) {
            set(&mut matched, step);
        }
    }
    RowAlignment {
        pieces,
        rows,
        matched,
    }
}

fn set(matched: &mut [Vec<bool>; 2], stretch: &Stretch) {
    for side in [0, 1] {
        if let Some(words) = matched[side].get_mut(stretch[side].clone()) {
            words.fill(true);
        }
    }
}

/// The smallest equal stretches: mostly a word and a word, `و أمريكا` and `وأمريكا` where they differ.
fn steps(runs: [&ComparedWords<'_>; 2], stretches: &[Stretch]) -> Vec<Stretch> {
    let length = |side: usize, at: usize| runs[side].words.get(at).map_or(0, |word| word.len());
    let mut steps = Vec::new();
    for stretch in stretches {
        let mut at = [stretch[0].start, stretch[1].start];
        let mut from = at;
        let mut ahead = 0_isize;
        while at[0] < stretch[0].end || at[1] < stretch[1].end {
            // The side that is behind takes its next word.
            let side = usize::from(ahead > 0 || at[0] >= stretch[0].end);
            let letters = length(side, at[side]).cast_signed();
            ahead += if side == 0 { letters } else { -letters };
            at[side] += 1;
            if ahead == 0 && at[0] > from[0] && at[1] > from[1] {
                steps.push([from[0]..at[0], from[1]..at[1]]);
                from = at;
            }
        }
    }
    steps
}

/// The pieces of both runs, cut where a border of one lies in the other too.
fn cut(
    runs: [&ComparedWords<'_>; 2],
    stretches: &[Stretch],
    steps: &[Stretch],
) -> [Vec<Range<usize>>; 2] {
    let pieces = runs.map(ComparedWords::pieces);
    let mut cuts = [Vec::new(), Vec::new()];
    let mut at = [0, 0];
    let starts = steps.iter().map(|step| [step[0].start, step[1].start]);
    let ends = stretches.iter().map(|s| [s[0].end, s[1].end]);
    let mut places: Vec<[usize; 2]> = starts.chain(ends).collect();
    places.sort_unstable();
    for place in places {
        for side in [0, 1] {
            while pieces[side]
                .get(at[side])
                .is_some_and(|p| p.end <= place[side])
            {
                at[side] += 1;
            }
        }
        let piece = [0, 1].map(|side| pieces[side].get(at[side]).cloned().unwrap_or_default());
        let begins = [0, 1].map(|side| piece[side].start == place[side]);
        let least = [0, 1].map(|side| runs[side].strength(place[side]));
        let long = piece
            .iter()
            .any(|piece| piece.len() > MAX_WHOLE_PARAGRAPH_WORDS);
        let together = long && least.iter().all(|strength| *strength >= Strength::Sentence);
        for side in [0, 1] {
            let meets = begins[1 - side] && least[side] >= Strength::Weak;
            if !begins[side] && (meets || together) {
                cuts[side].push(place[side]);
            }
        }
    }
    [0, 1].map(|side| split(&pieces[side], &cuts[side]))
}

fn split(pieces: &[Range<usize>], cuts: &[usize]) -> Vec<Range<usize>> {
    let mut cuts = cuts.iter().copied().peekable();
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut from = piece.start;
        while let Some(cut) = cuts.next_if(|cut| *cut < piece.end) {
            if cut > from {
                out.push(from..cut);
                from = cut;
            }
        }
        out.push(from..piece.end);
    }
    out
}

/// Every step with the pieces it begins in.
fn placed<'a>(
    pieces: &'a [Vec<Range<usize>>; 2],
    steps: &'a [Stretch],
) -> impl Iterator<Item = (&'a Stretch, [usize; 2])> {
    let mut at = [0, 0];
    steps.iter().map(move |step| {
        for side in [0, 1] {
            while pieces[side]
                .get(at[side])
                .is_some_and(|piece| piece.end <= step[side].start)
            {
                at[side] += 1;
            }
        }
        (step, at)
    })
}

/// Pairs of pieces that have enough in common, in order.
fn links(pieces: &[Vec<Range<usize>>; 2], steps: &[Stretch]) -> Vec<[usize; 2]> {
    let mut shared: Vec<([usize; 2], [usize; 2])> = Vec::new();
    for (step, pair) in placed(pieces, steps) {
        let words = [step[0].len(), step[1].len()];
        match shared.last_mut() {
            Some((last, sum)) if *last == pair => {
                sum[0] += words[0];
                sum[1] += words[1];
            }
            _ => shared.push((pair, words)),
        }
    }
    let linked = shared.into_iter().filter(|(pair, words)| {
        let size = |side: usize| {
            pieces[side]
                .get(pair[side])
                .map_or(0, ExactSizeIterator::len)
        };
        [0, 1].iter().any(|&side| is_link(words[side], size(side)))
    });
    linked.map(|(pair, _)| pair).collect()
}

fn is_link(words: usize, size: usize) -> bool {
    (words >= MIN_LINK_WORDS && words * 100 >= size * MIN_LINK_PERCENT) || words * 3 >= size * 2
}

/// What is linked to one another is a row, with what lies between; the rest are rows with one side.
fn rows(pieces: &[Vec<Range<usize>>; 2], links: &[[usize; 2]]) -> Vec<[Range<usize>; 2]> {
    let mut groups: Vec<[Range<usize>; 2]> = Vec::new();
    for &[first, second] in links {
        match groups.last_mut() {
            Some(row) if first < row[0].end || second < row[1].end => {
                row[0].end = row[0].end.max(first + 1);
                row[1].end = row[1].end.max(second + 1);
            }
            _ => groups.push([first..first + 1, second..second + 1]),
        }
    }
    let end = [0, 1].map(|side| pieces[side].len()..pieces[side].len());
    let mut rows = Vec::new();
    let mut at = [0, 0];
    for group in groups.into_iter().chain([end]) {
        rows.extend((at[0]..group[0].start).map(|piece| [piece..piece + 1, 0..0]));
        rows.extend((at[1]..group[1].start).map(|piece| [0..0, piece..piece + 1]));
        at = [group[0].end, group[1].end];
        rows.push(group);
    }
    rows.retain(|row| !row.iter().all(Range::is_empty));
    rows
}
