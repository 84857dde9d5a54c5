//! Runs of repeats that touch in, whether they say anything new where they stand out.
//!
//! Equal words are not always a repeat: a list has the same line under two headings, an interview
//! asks the same question of each guest, a poem has its title for a verse, a sentence holds a formula
//! that elsewhere stands alone. What makes such words new is where they stand.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::MIN_WORDS;
use super::fold_selection::RepeatPiece;
use crate::dedup::border::Strength;
use crate::dedup::punctuation::Cue;
use crate::dedup::word_stream::WordStream;

// The limits were set by hand, on folds of real articles that were new where they stand; see
// `tests/repeat_filter.rs` for such cases.

/// Most words of an item that two lists may share.
const MAX_ITEM_WORDS: usize = 14;
/// Most words of a repeat below a label that makes it new.
const MAX_LABELLED_WORDS: usize = 12;
/// Most words of a label: a line that announces what follows.
const MAX_LABEL_WORDS: usize = 16;
/// Most words of a question that may be asked again.
const MAX_QUESTION_WORDS: usize = 16;
/// Most words that may stand inside one sentence and alone elsewhere by chance.
const MAX_CLAUSE_WORDS: usize = 10;
/// Fewest repeats of a line, its first time not counted, that make it a refrain or a form.
const MIN_REFRAIN_REPEATS: usize = 2;
/// Most words of a refrain.
const MAX_REFRAIN_WORDS: usize = 14;
/// Most words of a verse.
const MAX_VERSE_WORDS: usize = 10;
/// Fewest short paragraphs of a poem.
const MIN_VERSES: usize = 5;

/// Decides which runs of repeats are folded.
pub(super) struct RepeatFilter<'a> {
    stream: &'a WordStream,
    /// What the runs cover, in order.
    covered: Vec<Range<usize>>,
    /// How often the words at a token are repeated by a run that is nothing else.
    alone: FxHashMap<usize, usize>,
    /// Whether the article is a poem.
    verse: bool,
}

impl<'a> RepeatFilter<'a> {
    pub(super) fn new(stream: &'a WordStream, runs: &[Vec<RepeatPiece>]) -> RepeatFilter<'a> {
        let mut alone = FxHashMap::default();
        for run in runs {
            if let [piece] = &run[..] {
                *alone.entry(piece.source.start).or_default() += 1;
            }
        }
        let pieces = runs.iter().flatten();
        RepeatFilter {
            stream,
            covered: pieces.map(|piece| piece.target.clone()).collect(),
            alone,
            verse: !runs.is_empty() && is_verse(stream),
        }
    }

    /// Whether a run is a repeat to be folded, and nothing new where it stands.
    pub(super) fn repeats(&self, run: &[RepeatPiece]) -> bool {
        match run {
            [] => false,
            [piece] if self.is_verse(piece) => false,
            [piece] if self.stream.is_title(&piece.source) => true,
            [piece] => {
                let leads = self.asks(piece) || self.announces(piece);
                !(leads || self.is_refrain(piece) || self.is_clause(run) || self.lists(run))
            }
            [label, piece] if self.announces(label) && piece.target.len() <= MAX_LABELLED_WORDS => {
                false
            }
            _ => !(self.is_clause(run) || self.lists(run)),
        }
    }

    /// Items of one list in another that has items of its own, a heading before them perhaps.
    fn lists(&self, run: &[RepeatPiece]) -> bool {
        let heading = |piece: &&RepeatPiece| {
            piece.target.len() < MIN_WORDS && !self.is_item(piece.target.start)
        };
        let items = match run {
            [first, items @ ..] if !items.is_empty() && heading(&first) => items,
            items => items,
        };
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            return false;
        };
        items.iter().all(|piece| {
            piece.target.len() <= MAX_ITEM_WORDS
                && self.is_item(piece.target.start)
                && self.is_item(piece.source.start)
        }) && (self.is_new_item(last.target.end)
            || self.is_new_item(self.before(first.target.start)))
    }

    fn is_item(&self, at: usize) -> bool {
        self.stream
            .tokens
            .get(at)
            .is_some_and(|token| token.cues.has(Cue::Item))
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
    fn asks(&self, piece: &RepeatPiece) -> bool {
        piece.target.len() <= MAX_QUESTION_WORDS && self.leads_on(piece, Cue::Asks)
    }

    /// A line that ends with a colon, before something new.
    fn announces(&self, piece: &RepeatPiece) -> bool {
        piece.target.len() <= MAX_LABEL_WORDS && self.leads_on(piece, Cue::Announces)
    }

    /// A whole line that ends so, and is not the last.
    fn leads_on(&self, piece: &RepeatPiece, sign: Cue) -> bool {
        let last = self.stream.tokens.get(piece.target.end.wrapping_sub(1));
        self.stream.begins(piece.target.start)
            && piece.target.end < self.stream.tokens.len()
            && last.is_some_and(|token| token.cues.has(sign))
    }

    /// Few words from the middle of a sentence, not quoted, on one line or more.
    fn is_clause(&self, run: &[RepeatPiece]) -> bool {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            return false;
        };
        let inside = |at| self.stream.strength(at) == Strength::None;
        let quoted = self.stream.tokens.get(first.target.start);
        run.iter()
            .all(|piece| piece.target.len() <= MAX_CLAUSE_WORDS)
            && inside(first.source.start)
            && inside(last.source.end)
            && !quoted.is_some_and(|token| token.cues.has(Cue::Quoted))
    }

    /// A line that is repeated often; a whole sentence may be repeated once more by chance.
    fn is_refrain(&self, piece: &RepeatPiece) -> bool {
        let times = self.alone.get(&piece.source.start);
        let last = self.stream.tokens.get(piece.target.end.wrapping_sub(1));
        let stops = last.is_some_and(|token| token.cues.has(Cue::Stops));
        let least = MIN_REFRAIN_REPEATS + usize::from(stops);
        piece.target.len() <= MAX_REFRAIN_WORDS && times.is_some_and(|times| *times >= least)
    }

    /// A repeated verse, the title too, after the poem has begun.
    fn is_verse(&self, piece: &RepeatPiece) -> bool {
        self.verse
            && piece.target.len() <= MAX_VERSE_WORDS
            && piece.target.start > self.stream.text_start()
    }
}

/// Whether most of the text's paragraphs are short.
fn is_verse(stream: &WordStream) -> bool {
    let text = stream.text_start();
    let starts = (text..=stream.tokens.len()).filter(|at| stream.begins(*at));
    let starts: Vec<usize> = starts.collect();
    let lengths = starts.windows(2).map(|pair| pair[1] - pair[0]);
    let short = lengths
        .clone()
        .filter(|length| *length <= MAX_VERSE_WORDS)
        .count();
    short >= MIN_VERSES && short * 2 > lengths.count()
}
