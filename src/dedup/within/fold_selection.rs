//! Repeats in, folds out: the repeats that are long enough, cut to paragraphs.
//!
//! Equal words are not always a repeat: refrains, decree formulas and `وأضاف المتحدث:` recur in
//! articles that say something new each time. So a repeat must be long where it stands alone, may
//! be shorter beside another, and shortest where it repeats the title.

use std::ops::Range;

use super::MIN_WORDS;
use super::repeat_filter::RepeatFilter;
use super::repeats::{ParallelWords, Repeat};
use super::{Fold, RepeatOrigin};
use crate::dedup::punctuation::Cue;
use crate::dedup::word_stream::{Seam, WordStream};

/// Fewest words of touching repeats together, where none of them could fold alone.
const MIN_RUN_WORDS: usize = 12;
/// Fewest words of a repeat made of short lines only: more than a chorus has.
const MIN_SHORT_LINES_WORDS: usize = 24;
/// Fewest words of a paragraph that repeats the title: shorter ones are labels.
const MIN_TITLE_WORDS: usize = 3;

/// The folds, each with its paragraph, in order; one that stands alone has `alone` words or more.
pub(super) fn folds(stream: &WordStream, repeats: &[Repeat], alone: usize) -> Vec<(usize, Fold)> {
    let runs = repeats.chunk_by(|a, b| a.target.end == b.target.start);
    let kept: Vec<Vec<RepeatPiece>> = runs.map(|run| long_enough(stream, run, alone)).collect();
    let filter = RepeatFilter::new(stream, &kept);
    let kept: Vec<RepeatPiece> = kept
        .into_iter()
        .filter(|run| filter.repeats(run))
        .flatten()
        .collect();
    kept.chunk_by(|a, b| a.target.end == b.target.start && !stream.begins(b.target.start))
        .filter(|run| count(run) >= MIN_WORDS || is_paragraph(stream, run))
        .flatten()
        .filter_map(|piece| piece.fold(stream))
        .collect()
}

/// The pieces to keep of repeats that touch.
fn long_enough(stream: &WordStream, run: &[Repeat], alone: usize) -> Vec<RepeatPiece> {
    let run: Vec<Vec<RepeatPiece>> = run.iter().map(|r| pieces(stream, r)).collect();
    let long = || run.iter().filter(|pieces| is_long(pieces));
    let enough = long().map(|pieces| count(pieces)).sum::<usize>() >= MIN_RUN_WORDS.max(alone)
        || long().flatten().any(|p| p.target.len() >= alone);
    run.into_iter()
        .flat_map(|pieces| {
            let all = enough && is_long(&pieces);
            pieces.into_iter().map(move |piece| (all, piece))
        })
        .filter(|(all, piece)| *all || piece.repeats_title(stream))
        .map(|(_, piece)| piece)
        .collect()
}

/// Whether touching pieces of one paragraph are all of it.
fn is_paragraph(stream: &WordStream, run: &[RepeatPiece]) -> bool {
    run.first().is_some_and(|p| stream.begins(p.target.start))
        && run.last().is_some_and(|p| stream.begins(p.target.end))
}

/// Long enough beside another repeat.
fn is_long(pieces: &[RepeatPiece]) -> bool {
    count(pieces) >= MIN_SHORT_LINES_WORDS || pieces.iter().any(|p| p.target.len() >= MIN_WORDS)
}

fn count(pieces: &[RepeatPiece]) -> usize {
    pieces.iter().map(|p| p.target.len()).sum()
}

/// The part of a repeat that lies in one paragraph and repeats one stretch of reading.
#[derive(Debug)]
pub(super) struct RepeatPiece {
    pub(super) target: Range<usize>,
    pub(super) source: Range<usize>,
}

/// Cuts a repeat where its paragraphs end and where its source has a seam.
fn pieces(stream: &WordStream, repeat: &Repeat) -> Vec<RepeatPiece> {
    let mut pieces = Vec::new();
    let mut start = (repeat.target.start, repeat.source);
    for (here, there) in ParallelWords::new(stream, start.0, start.1, usize::MAX) {
        let seam = stream.tokens.get(there).map_or(Seam::None, |t| t.seam);
        let last = here >= repeat.target.end;
        if last || stream.begins(here) || seam != Seam::None {
            pieces.push(RepeatPiece {
                target: start.0..here,
                source: start.1..there,
            });
            start = (here, there);
        }
        if last {
            break;
        }
    }
    if let Some(last) = pieces.last_mut() {
        last.leave_number(stream);
    }
    pieces
}

impl RepeatPiece {
    /// The number at its end belongs to the item that follows: `… القائمة. 3.`
    fn leave_number(&mut self, stream: &WordStream) {
        let number = |at: usize| {
            let token = stream.tokens.get(at.wrapping_sub(1));
            token.is_some_and(|t| {
                t.cues.has(Cue::Item) && stream.word(t).iter().all(u8::is_ascii_digit)
            })
        };
        let more = self.target.len() > 1 && self.source.len() > 1;
        if more
            && !stream.begins(self.target.end)
            && number(self.target.end)
            && number(self.source.end)
        {
            self.target.end -= 1;
            self.source.end -= 1;
        }
    }

    /// A whole paragraph that equals a whole title, or what follows the label of a link: `الرابط: …`.
    fn repeats_title(&self, stream: &WordStream) -> bool {
        let whole = stream.begins(self.target.start) && self.target.len() >= MIN_TITLE_WORDS;
        let linked = self.target.len() >= MIN_WORDS
            && self.source.end <= stream.text_start()
            && stream.is_link(self.target.start);
        (whole || linked) && stream.begins(self.target.end) && stream.is_title(&self.source)
    }

    fn fold(&self, stream: &WordStream) -> Option<(usize, Fold)> {
        let first = stream.tokens.get(self.target.start)?;
        let last = stream.tokens.get(self.target.end.checked_sub(1)?)?;
        let of_first = stream.tokens.get(self.source.start)?;
        let of_last = stream.tokens.get(self.source.end.checked_sub(1)?)?;
        let fold = Fold {
            bytes: first.bytes.start..last.bytes.end,
            of: of_first.bytes.start..of_last.bytes.end,
            of_in: of_first
                .paragraph
                .map_or(RepeatOrigin::Title, |_| RepeatOrigin::Text),
            words: self.target.len() as u32,
        };
        Some((first.paragraph?, fold))
    }
}
