//! Two articles in, their paragraphs side by side out, with the words that only one of them has.
//!
//! Versions of a story are mostly one agency's text under several hands: a sentence left out, a
//! name respelled, a number corrected, paragraphs strung together. What was done to it is found
//! word by word, over the whole articles, in normalised words, so that neither spelling nor
//! paragraphs count as changes; paragraphs are then set side by side by the words they share.
//!
//! `compared_words` leaves out what is not compared; `equal_stretches` finds what is equal; `align`
//! cuts and pairs paragraphs; `moved_words` finds what only changed its place.
//!
//! Invariants: every word outside repeats and furniture lies in exactly one [`ComparisonPart`]; a word is
//! common, or in `moved`, or in `only`; the words that are neither `only` nor `moved` are the same
//! on both sides of a row, in the same order; parts and ranges are in reading order.

mod align;
mod compared_words;
mod equal_stretches;
mod moved_words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::word_stream::WordStream;
use super::{ArticleText, Folds};
use crate::text::normalize::words;
use align::RowAlignment;
use compared_words::{ComparedWords, runs};
use moved_words::VersionShingles;

/// An article to be compared: what it repeats is left out, and so is furniture.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    pub article: ArticleText<'a>,
    pub folds: &'a Folds,
}

/// Two versions side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The titles first, then the paragraphs in reading order.
    pub rows: Vec<ComparisonRow>,
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
pub struct ComparisonRow {
    pub sides: [Vec<ComparisonPart>; 2],
}

/// A paragraph, what is left of it without repeats, or the sentences of it that belong into its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonPart {
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

impl ComparisonRow {
    /// Whether both versions have it word for word.
    pub fn is_same(&self) -> bool {
        let unmarked = |part: &ComparisonPart| part.only.is_empty() && part.moved.is_empty();
        let same = |side: &Vec<ComparisonPart>| !side.is_empty() && side.iter().all(unmarked);
        self.sides.iter().all(same)
    }
}

impl Comparison {
    /// The comparison with the versions swapped.
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
    let streams = versions.map(|version| WordStream::read(version.article));
    let both = [0, 1].map(|side| runs(&streams[side], versions[side].folds));
    let titles = [&both[0][0], &both[1][0]];
    let bodies = [&both[0][1], &both[1][1]];
    // Of the other version each: moved words of one are looked up in the other.
    let shingles = [1, 0].map(|other: usize| VersionShingles::of([titles[other], bodies[other]]));
    let mut comparison = Comparison::default();
    let aligned = align::in_one_row(titles, &equal_stretches::stretches(titles));
    comparison.push(versions, titles, &shingles, &aligned);
    let aligned = align::in_rows(bodies, &equal_stretches::stretches(bodies));
    comparison.push(versions, bodies, &shingles, &aligned);
    comparison.common = comparison.words[0] - comparison.only[0];
    comparison
}

impl Comparison {
    fn push(
        &mut self,
        versions: [Version<'_>; 2],
        runs: [&ComparedWords<'_>; 2],
        shingles: &[VersionShingles<'_>; 2],
        aligned: &RowAlignment,
    ) {
        let sides = [0, 1].map(|side| {
            let matched = &aligned.matched[side];
            let moved = shingles[side].moved(runs[side], matched);
            let marks = matched.iter().zip(&moved);
            let marks: Vec<WordMark> = marks
                .map(|(matched, moved)| WordMark::of(*matched, *moved))
                .collect();
            let count = |wanted: WordMark| marks.iter().filter(|mark| **mark == wanted).count();
            self.words[side] += marks.len();
            self.only[side] += count(WordMark::Only);
            self.moved[side] += count(WordMark::Moved);
            MarkedVersion {
                article: versions[side].article,
                run: runs[side],
                marks,
            }
        });
        self.rows
            .extend(aligned.rows.iter().map(|row| ComparisonRow {
                sides: [0, 1].map(|side| {
                    let pieces = aligned.pieces[side].get(row[side].clone());
                    let pieces = pieces.into_iter().flatten();
                    pieces.filter_map(|piece| sides[side].part(piece)).collect()
                }),
            }));
    }
}

/// Whether the other version has a word, and where.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordMark {
    Common,
    Moved,
    Only,
}

impl WordMark {
    fn of(matched: bool, moved: bool) -> WordMark {
        match (matched, moved) {
            (true, _) => WordMark::Common,
            (false, true) => WordMark::Moved,
            (false, false) => WordMark::Only,
        }
    }
}

/// One version, its words marked.
struct MarkedVersion<'a> {
    article: ArticleText<'a>,
    run: &'a ComparedWords<'a>,
    /// One a position.
    marks: Vec<WordMark>,
}

impl MarkedVersion<'_> {
    fn part(&self, piece: &Range<usize>) -> Option<ComparisonPart> {
        let paragraph = self.run.token(piece.start)?.paragraph;
        Some(ComparisonPart {
            paragraph,
            bytes: self.trimmed(piece)?,
            only: self.marked(piece, WordMark::Only),
            moved: self.marked(piece, WordMark::Moved),
        })
    }

    /// The stretches of a piece that bear a mark.
    fn marked(&self, piece: &Range<usize>, mark: WordMark) -> Vec<Range<usize>> {
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
            Some(_) => self.article.text,
            None => self.article.title.unwrap_or(""),
        };
        let text = source.get(bytes.clone())?;
        Some((bytes, text))
    }
}
