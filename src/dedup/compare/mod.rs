//! Two articles in, their paragraphs side by side out, with the words that only one of them has.
//!
//! Versions of a story are mostly one agency's text under several hands: a sentence left out, a
//! name respelled, a number corrected, paragraphs strung together. What was done to it is found
//! word by word, over the whole articles, in normalised words, so that neither spelling nor
//! paragraphs count as changes; paragraphs are then set side by side by the words they share.
//!
//! `run` leaves out what is not compared; `stretch` finds what is equal; `align` cuts and pairs
//! paragraphs; `moved` finds what only changed its place.
//!
//! Invariants: every word outside repeats and furniture lies in exactly one [`Part`]; a word is
//! common, or in `moved`, or in `only`; the words that are neither `only` nor `moved` are the same
//! on both sides of a row, in the same order; parts and ranges are in reading order.

mod align;
mod moved;
mod run;
mod stretch;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::stream::Stream;
use super::{Folds, Reading};
use crate::text::normalize::words;
use align::Alignment;
use moved::Shingles;
use run::{Run, runs};

/// An article to be compared: what it repeats is left out, and so is furniture.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    pub reading: Reading<'a>,
    pub folds: &'a Folds,
}

/// Two versions side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The titles first, then the paragraphs in reading order.
    pub rows: Vec<Row>,
    /// Words that stand in both, as the first version counts them.
    pub common: usize,
    /// Words that only the first, only the second version has.
    pub only: [usize; 2],
    /// Words of the first, of the second version that the other has in another place.
    pub moved: [usize; 2],
    /// Words of the first, of the second version that were compared: those of its parts.
    pub words: [usize; 2],
}

/// Paragraphs of both versions that belong together; either side may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub sides: [Vec<Part>; 2],
}

/// A paragraph, what is left of it without repeats, or the sentences of it that belong into its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Index of the paragraph; `None` is the title field.
    pub paragraph: Option<usize>,
    /// Where it stands in the text, or in the title field.
    pub bytes: Range<usize>,
    /// Byte ranges of words that the other version has nowhere, in order. A word that it has by
    /// chance, amid others that it has not, is one of them.
    pub only: Vec<Range<usize>>,
    /// Byte ranges of words that the other version has in another place, in order.
    pub moved: Vec<Range<usize>>,
}

impl Row {
    /// Whether both versions have it word for word.
    pub fn is_same(&self) -> bool {
        let unmarked = |part: &Part| part.only.is_empty() && part.moved.is_empty();
        let same = |side: &Vec<Part>| !side.is_empty() && side.iter().all(unmarked);
        self.sides.iter().all(same)
    }
}

impl Comparison {
    /// The same with the versions in each other's place.
    pub fn swapped(mut self) -> Comparison {
        for row in &mut self.rows {
            row.sides.swap(0, 1);
        }
        self.only.swap(0, 1);
        self.moved.swap(0, 1);
        self.words.swap(0, 1);
        self.common = self.words[0] - self.only[0];
        self
    }

    /// The share of both versions' words that stand in both, in percent: 100 only where not one word
    /// is other or elsewhere.
    pub fn percent(&self) -> usize {
        if self.only == [0, 0] && self.moved == [0, 0] {
            return 100;
        }
        let all = self.words[0] + self.words[1];
        let shared = all - self.only[0] - self.only[1];
        (shared * 100 / all.max(1)).min(99)
    }
}

/// Compares two versions of a story, word by word.
pub fn compare(first: Version<'_>, second: Version<'_>) -> Comparison {
    let versions = [first, second];
    let streams = versions.map(|version| Stream::read(version.reading));
    let both = [0, 1].map(|side| runs(&streams[side], versions[side].folds));
    let titles = [&both[0][0], &both[1][0]];
    let bodies = [&both[0][1], &both[1][1]];
    // What stands in a version, as the other one asks for it.
    let shingles = [1, 0].map(|other: usize| Shingles::of([titles[other], bodies[other]]));
    let mut comparison = Comparison::default();
    let aligned = align::in_one_row(titles, &stretch::stretches(titles));
    comparison.push(versions, (titles, &shingles), &aligned);
    let aligned = align::in_rows(bodies, &stretch::stretches(bodies));
    comparison.push(versions, (bodies, &shingles), &aligned);
    comparison.common = comparison.words[0] - comparison.only[0];
    comparison
}

impl Comparison {
    fn push(
        &mut self,
        versions: [Version<'_>; 2],
        (runs, shingles): ([&Run<'_>; 2], &[Shingles<'_>; 2]),
        aligned: &Alignment,
    ) {
        let sides = [0, 1].map(|side| {
            let matched = &aligned.matched[side];
            let moved = shingles[side].moved(runs[side], matched);
            let marks: Vec<Mark> = matched.iter().zip(&moved).map(Mark::of).collect();
            let count = |wanted: Mark| marks.iter().filter(|mark| **mark == wanted).count();
            self.words[side] += marks.len();
            self.only[side] += count(Mark::Only);
            self.moved[side] += count(Mark::Moved);
            Side {
                reading: versions[side].reading,
                run: runs[side],
                marks,
            }
        });
        self.rows.extend(aligned.rows.iter().map(|row| Row {
            sides: [0, 1].map(|side| {
                let pieces = aligned.pieces[side].get(row[side].clone());
                let pieces = pieces.into_iter().flatten();
                pieces.filter_map(|piece| sides[side].part(piece)).collect()
            }),
        }));
    }
}

/// What the other version has of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Common,
    Moved,
    Only,
}

impl Mark {
    fn of((matched, moved): (&bool, &bool)) -> Mark {
        match (matched, moved) {
            (true, _) => Mark::Common,
            (false, true) => Mark::Moved,
            (false, false) => Mark::Only,
        }
    }
}

/// One version, its words marked.
struct Side<'a> {
    reading: Reading<'a>,
    run: &'a Run<'a>,
    /// One a position.
    marks: Vec<Mark>,
}

impl Side<'_> {
    fn part(&self, piece: &Range<usize>) -> Option<Part> {
        let paragraph = self.run.token(piece.start)?.paragraph;
        Some(Part {
            paragraph,
            bytes: self.trimmed(piece)?,
            only: self.marked(piece, Mark::Only),
            moved: self.marked(piece, Mark::Moved),
        })
    }

    /// The stretches of a piece that bear a mark.
    fn marked(&self, piece: &Range<usize>, mark: Mark) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for position in piece.clone() {
            if self.marks.get(position) != Some(&mark) {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.end == position => last.end += 1,
                _ => stretches.push(position..position + 1),
            }
        }
        let words = stretches.iter().filter_map(|stretch| self.words(stretch));
        words.collect()
    }

    /// From the first letter of the first word to the last letter of the last.
    fn words(&self, positions: &Range<usize>) -> Option<Range<usize>> {
        let (bytes, text) = self.bytes(positions)?;
        let mut found: Option<Range<usize>> = None;
        words(text, |word| {
            let start = found.as_ref().map_or(word.start, |found| found.start);
            found = Some(start..word.end);
        });
        let found = found?;
        Some(bytes.start + found.start..bytes.start + found.end)
    }

    /// With the punctuation at both ends, without white space there.
    fn trimmed(&self, positions: &Range<usize>) -> Option<Range<usize>> {
        let (bytes, text) = self.bytes(positions)?;
        let start = bytes.start + (text.len() - text.trim_start().len());
        Some(start..start + text.trim().len())
    }

    fn bytes(&self, positions: &Range<usize>) -> Option<(Range<usize>, &str)> {
        let first = self.run.token(positions.start)?;
        let last = self.run.token(positions.end.checked_sub(1)?)?;
        let bytes = first.bytes.start..last.bytes.end;
        let source = match first.paragraph {
            Some(_) => self.reading.text,
            None => self.reading.title.unwrap_or(""),
        };
        let text = source.get(bytes.clone())?;
        Some((bytes, text))
    }
}
