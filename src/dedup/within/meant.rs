//! Runs of repeats that touch in, whether they are meant as repeats out.
//!
//! Equal words are not always said twice: a list has the same line under two headings, an interview
//! asks the same question of each guest, a poem has its title for a verse, a sentence holds a formula
//! that elsewhere stands alone. What makes such words new is where they stand.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::MIN_WORDS;
use super::accept::Piece;
use crate::dedup::border::Strength;
use crate::dedup::signs::Sign;
use crate::dedup::stream::Stream;

/// Words of an item that two lists may share.
const MOST_ITEM: usize = 14;
/// Words of what follows below a label.
const MOST_BELOW: usize = 12;
/// Words of a line that announces what follows.
const MOST_LABELLED: usize = 16;
/// Words of a question that is asked again.
const MOST_QUESTION: usize = 16;
/// Words that a sentence has inside another and alone by chance.
const MOST_CLAUSE: usize = 10;
/// Times that a line stands alone, its first time not counted, from which it is a refrain or a form.
const REFRAIN: usize = 2;
/// Longer paragraphs are no refrains.
const MOST_REFRAIN: usize = 14;
/// Words of a verse at most.
const VERSE: usize = 10;
/// So few short paragraphs make no poem.
const FEWEST_VERSES: usize = 5;

pub(super) struct Meant<'a> {
    stream: &'a Stream,
    /// What the runs cover, in order.
    covered: Vec<Range<usize>>,
    /// How often the words at a token are repeated by a run that is nothing else.
    alone: FxHashMap<usize, usize>,
    verse: bool,
}

impl<'a> Meant<'a> {
    pub(super) fn new(stream: &'a Stream, runs: &[Vec<Piece>]) -> Meant<'a> {
        let mut alone = FxHashMap::default();
        for run in runs {
            if let [piece] = &run[..] {
                *alone.entry(piece.source.start).or_default() += 1;
            }
        }
        let pieces = runs.iter().flatten();
        Meant {
            stream,
            covered: pieces.map(|piece| piece.target.clone()).collect(),
            alone,
            verse: !runs.is_empty() && is_verse(stream),
        }
    }

    /// Whether a run says again what was said.
    pub(super) fn repeats(&self, run: &[Piece]) -> bool {
        match run {
            [] => false,
            [piece] if self.is_verse(piece) => false,
            [piece] if self.stream.is_title(&piece.source) => true,
            [piece] => {
                let leads = self.asks(piece) || self.announces(piece);
                !(leads || self.is_refrain(piece) || self.is_clause(run) || self.lists(run))
            }
            [label, piece] if self.announces(label) && piece.target.len() <= MOST_BELOW => false,
            _ => !(self.is_clause(run) || self.lists(run)),
        }
    }

    /// Items of one list in another that has items of its own, a heading before them perhaps.
    fn lists(&self, run: &[Piece]) -> bool {
        let heading =
            |piece: &&Piece| piece.target.len() < MIN_WORDS && !self.is_item(piece.target.start);
        let items = match run {
            [first, items @ ..] if !items.is_empty() && heading(&first) => items,
            items => items,
        };
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            return false;
        };
        items.iter().all(|piece| {
            piece.target.len() <= MOST_ITEM
                && self.is_item(piece.target.start)
                && self.is_item(piece.source.start)
        }) && (self.is_new_item(last.target.end)
            || self.is_new_item(self.before(first.target.start)))
    }

    fn is_item(&self, at: usize) -> bool {
        self.stream
            .tokens
            .get(at)
            .is_some_and(|token| token.signs.has(Sign::Item))
    }

    fn is_new_item(&self, at: usize) -> bool {
        let next = self.covered.partition_point(|range| range.end <= at);
        let covered = self
            .covered
            .get(next)
            .is_some_and(|range| range.start <= at);
        self.is_item(at) && !covered
    }

    /// Where the sentence, line or item before token `at` begins.
    fn before(&self, at: usize) -> usize {
        let tokens = self.stream.tokens.get(..at).unwrap_or(&[]);
        let inside = tokens
            .iter()
            .rev()
            .take_while(|t| t.strength == Strength::None);
        at.saturating_sub(inside.count() + 1)
    }

    /// A question by itself, before something new: another answer follows.
    fn asks(&self, piece: &Piece) -> bool {
        piece.target.len() <= MOST_QUESTION && self.leads_on(piece, Sign::Asks)
    }

    /// A line that ends with a colon, before something new.
    fn announces(&self, piece: &Piece) -> bool {
        piece.target.len() <= MOST_LABELLED && self.leads_on(piece, Sign::Announces)
    }

    /// A whole line that ends so, and is not the last.
    fn leads_on(&self, piece: &Piece, sign: Sign) -> bool {
        let last = self.stream.tokens.get(piece.target.end.wrapping_sub(1));
        self.stream.begins(piece.target.start)
            && piece.target.end < self.stream.tokens.len()
            && last.is_some_and(|token| token.signs.has(sign))
    }

    /// Few words from the middle of a sentence, not quoted, on one line or more.
    fn is_clause(&self, run: &[Piece]) -> bool {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            return false;
        };
        let inside = |at| self.stream.strength(at) == Strength::None;
        let quoted = self.stream.tokens.get(first.target.start);
        run.iter().all(|piece| piece.target.len() <= MOST_CLAUSE)
            && inside(first.source.start)
            && inside(last.source.end)
            && !quoted.is_some_and(|token| token.signs.has(Sign::Quoted))
    }

    /// A line that comes again and again; a whole sentence may do so once more by chance.
    fn is_refrain(&self, piece: &Piece) -> bool {
        let times = self.alone.get(&piece.source.start);
        let last = self.stream.tokens.get(piece.target.end.wrapping_sub(1));
        let stops = last.is_some_and(|token| token.signs.has(Sign::Stops));
        let least = REFRAIN + usize::from(stops);
        piece.target.len() <= MOST_REFRAIN && times.is_some_and(|times| *times >= least)
    }

    /// A verse that comes again, the title too, after the poem has begun.
    fn is_verse(&self, piece: &Piece) -> bool {
        self.verse && piece.target.len() <= VERSE && piece.target.start > self.stream.text_start()
    }
}

/// Whether most of the text's paragraphs are short.
fn is_verse(stream: &Stream) -> bool {
    let text = stream.text_start();
    let starts = (text..=stream.tokens.len()).filter(|at| stream.begins(*at));
    let starts: Vec<usize> = starts.collect();
    let lengths = starts.windows(2).map(|pair| pair[1] - pair[0]);
    let short = lengths.clone().filter(|length| *length <= VERSE).count();
    short >= FEWEST_VERSES && short * 2 > lengths.count()
}
