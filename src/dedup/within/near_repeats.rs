//! The text that was not folded in, its sentences that repeat earlier ones with changes out.
//!
//! Another number, name or date, or a negation, makes a sentence new: it stays, with what changed
//! marked. A sentence's short grams vote for the earlier stretch that has most of them; the two are
//! then compared word by word, and count as a near repeat where enough is equal.
//!
//! Invariants: near repeats lie inside one paragraph and outside folds, in order; the earlier words
//! end before them; at least one edit is no [`Change::Equal`]; time is linear in the text, since the
//! votes of a word are capped and a stretch is not much longer than its sentence.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::repeats::Earlier;
use super::{Fold, NearRepeat, RepeatOrigin, is_folded};
use crate::dedup::border::Strength;
use crate::dedup::diff::{Change, Edit, edits};
use crate::dedup::word_stream::{Seam, StreamToken, WordStream};

/// Fewest words of a sentence that may be a near repeat: shorter ones are alike by chance.
const MIN_WORDS: usize = 8;
/// Fewest words of a paragraph that may nearly repeat the title.
const MIN_TITLE_WORDS: usize = 4;
/// Most words in which such a paragraph may differ from the title: a lead repeats the title by its
/// nature, so more changes make it a lead.
const MAX_TITLE_CHANGES: usize = 2;
/// Most words of a sentence; longer stretches without a border are none, and slow to compare.
const MAX_WORDS: usize = 2000;
/// Fewest sentences in a row that vary one sentence which make a form or a table, and no near repeats.
const MIN_FORM_SENTENCES: usize = 3;
/// Most words between two sentences of a form: a name, a number.
const MAX_FORM_GAP_WORDS: usize = 4;
/// Least share of equal words, of the mean length of both sentences, of a near repeat.
const MIN_SIMILARITY: f64 = 0.75;
/// Most earlier places that a gram votes for; keeps the time linear.
const MAX_VOTES: usize = 12;

/// The near repeats, in order.
pub(super) fn find(
    stream: &WordStream,
    earlier: &Earlier<'_>,
    folds: &[Vec<Fold>],
) -> Vec<NearRepeat> {
    let mut found: Vec<Aligned> = Vec::new();
    for sentence in sentences(stream, folds) {
        let Some(next) = align(stream, earlier, sentence) else {
            continue;
        };
        match found.last_mut().filter(|last| last.goes_on(stream, &next)) {
            Some(last) => last.append(next),
            None => found.push(next),
        }
    }
    let first = first_times(&found);
    let mut times: FxHashMap<usize, usize> = FxHashMap::default();
    let mut ends: FxHashMap<usize, usize> = FxHashMap::default();
    for (aligned, first) in found.iter().zip(&first) {
        let end = ends.entry(*first).or_insert(aligned.there.end);
        if aligned.here.start <= *end + MAX_FORM_GAP_WORDS {
            *times.entry(*first).or_default() += 1;
        }
        *end = aligned.here.end;
    }
    let form = |first: usize| times.get(&first) >= Some(&MIN_FORM_SENTENCES);
    let near = found
        .iter()
        .zip(&first)
        .filter(|(aligned, first)| aligned.changed() > 0 && !form(**first))
        .map(|(aligned, _)| aligned);
    near.filter_map(|aligned| aligned.publish(stream)).collect()
}

/// Where what each repeats stood first: a copy may be of a copy.
fn first_times(found: &[Aligned]) -> Vec<usize> {
    let mut copies: FxHashMap<usize, usize> = FxHashMap::default();
    let mut first_times = Vec::with_capacity(found.len());
    for aligned in found {
        let there = aligned.there.start;
        let first = copies.get(&there).copied().unwrap_or(there);
        copies.insert(aligned.here.start, first);
        first_times.push(first);
    }
    first_times
}

/// The sentences outside folds, as token ranges, in order.
fn sentences(stream: &WordStream, folds: &[Vec<Fold>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, token) in stream.tokens.iter().enumerate() {
        let Some(paragraph) = token.paragraph else {
            continue;
        };
        if is_folded(folds, paragraph, token.bytes.start) {
            open = false;
            continue;
        }
        match found.last_mut().filter(|_| open) {
            Some(last) if token.strength < Strength::Sentence => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
        open = true;
    }
    found.retain(|sentence| (MIN_TITLE_WORDS..=MAX_WORDS).contains(&sentence.len()));
    found
}

/// An earlier token at which a word of a sentence stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Vote {
    /// The place, less the word, plus the length of the sentence: nearly equal for all votes for one
    /// copy, and different for two copies.
    diagonal: usize,
    place: usize,
    word: usize,
}

/// The earlier stretch that a sentence repeats with changes, if there is one.
fn align(stream: &WordStream, earlier: &Earlier<'_>, sentence: Range<usize>) -> Option<Aligned> {
    let mut votes: Vec<Vote> = Vec::new();
    for (word, token) in sentence.clone().enumerate() {
        let places = earlier.places(token).take(MAX_VOTES);
        let before = places.take_while(|place| *place < sentence.start);
        votes.extend(before.map(|place| Vote {
            diagonal: place + sentence.len() - word,
            place,
            word,
        }));
    }
    let source = most_voted(stream, &mut votes, &sentence)?;
    let aligned = Aligned::new(stream, sentence, source)?;
    let there = &aligned.there;
    // Words on both sides of furniture are not one sentence.
    let earlier = stream.tokens.get(there.start + 1..there.end)?;
    if earlier.iter().any(|token| token.seam == Seam::Furniture) {
        return None;
    }
    let of_title = |title: &Range<usize>| title.start <= there.start && there.end <= title.end;
    let long_enough = if stream.titles.iter().any(of_title) {
        let whole = stream.begins(aligned.here.start) && stream.begins(aligned.here.end);
        whole && aligned.here.len() >= MIN_TITLE_WORDS && aligned.changed() <= MAX_TITLE_CHANGES
    } else {
        aligned.here.len() >= MIN_WORDS
    };
    (long_enough && aligned.similarity() >= MIN_SIMILARITY).then_some(aligned)
}

/// The stretch before `sentence`, somewhat longer than it, that got most votes. It lies in the title
/// field or in the text, not in both.
fn most_voted(
    stream: &WordStream,
    votes: &mut [Vote],
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let text = stream.text_start();
    votes.sort_unstable_by_key(|vote| (vote.place >= text, *vote));
    let (in_title, in_text) = votes.split_at(votes.partition_point(|vote| vote.place < text));
    let (title, body) = (densest(in_title, sentence), densest(in_text, sentence));
    let (voted, words, limits) = if title.1 > body.1 {
        (title.0, title.1, 0..text)
    } else {
        (body.0, body.1, text..sentence.start)
    };
    if words * 3 < sentence.len() {
        return None;
    }
    let places = voted.iter().map(|vote| vote.place);
    let (first, last) = (places.clone().min()?, places.max()?);
    let slack = sentence.len() / 4 + 2;
    let border = |at: &usize| stream.strength(*at) >= Strength::Sentence;
    // The sentences that the votes fell in, as far as that is not far.
    let start = first.saturating_sub(slack)..=first;
    let start = start.clone().rev().find(border).unwrap_or(*start.start());
    let end = last + 1..=last + slack + 2;
    let end = end.clone().find(border).unwrap_or(*end.end());
    let (start, end) = (start.max(limits.start), end.min(limits.end));
    (start < end).then_some(start..end)
}

/// The votes of most words that are about as far back, the oldest of equals; and of how many words
/// they are.
fn densest<'a>(votes: &'a [Vote], sentence: &Range<usize>) -> (&'a [Vote], usize) {
    let reach = sentence.len() / 4 + 1;
    let mut times = vec![0_u32; sentence.len()];
    let (mut words, mut from) = (0, 0);
    let (mut best, mut most) = (0..0, 0);
    for (to, vote) in votes.iter().enumerate() {
        while let Some(first) = votes
            .get(from)
            .filter(|v| v.diagonal + reach < vote.diagonal)
        {
            if let Some(times) = times.get_mut(first.word) {
                *times -= 1;
                words -= usize::from(*times == 0);
            }
            from += 1;
        }
        if let Some(times) = times.get_mut(vote.word) {
            words += usize::from(*times == 0);
            *times += 1;
        }
        if words > most {
            (best, most) = (from..to + 1, words);
        }
    }
    (votes.get(best).unwrap_or(&[]), most)
}

/// A sentence and the earlier stretch it is compared with; positions are tokens.
#[derive(Debug)]
struct Aligned {
    here: Range<usize>,
    there: Range<usize>,
    edits: Vec<Edit>,
}

impl Aligned {
    /// Compares `here` with the part of `window` that it repeats.
    fn new(stream: &WordStream, here: Range<usize>, window: Range<usize>) -> Option<Aligned> {
        let rough = compare(stream, &here, &window);
        let mut equal = rough.iter().filter(|e| e.change == Change::Equal);
        let first = equal.next()?;
        let last = equal.next_back().unwrap_or(first);
        // What is new at either end stands for as many earlier words, as far as their sentence goes.
        let before = first.here.start - here.start;
        let after = here.end - last.here.end;
        let begins = |at: &usize| stream.strength(*at) >= Strength::Sentence;
        let start = (first.there.start.saturating_sub(before)..=first.there.start)
            .rev()
            .find(begins)
            .unwrap_or(first.there.start.saturating_sub(before))
            .max(window.start);
        let end = (last.there.end..=last.there.end + after)
            .find(begins)
            .unwrap_or(last.there.end + after)
            .min(window.end);
        let there = start..end;
        let edits = compare(stream, &here, &there);
        Some(Aligned { here, there, edits })
    }

    fn equal(&self) -> usize {
        let equal = self.edits.iter().filter(|e| e.change == Change::Equal);
        equal.map(|e| e.here.len()).sum()
    }

    fn similarity(&self) -> f64 {
        2.0 * self.equal() as f64 / (self.here.len() + self.there.len()).max(1) as f64
    }

    /// Words that differ between here and there.
    fn changed(&self) -> usize {
        let changed = self.edits.iter().filter(|e| e.change != Change::Equal);
        changed.map(|e| e.here.len().max(e.there.len())).sum()
    }

    /// Whether `next` follows on this one directly, here and there.
    fn goes_on(&self, stream: &WordStream, next: &Aligned) -> bool {
        self.here.end == next.here.start
            && self.there.end == next.there.start
            && next.there.end <= self.here.start
            && !stream.begins(next.here.start)
            && stream
                .tokens
                .get(next.there.start)
                .is_some_and(|t| t.seam == Seam::None)
    }

    fn append(&mut self, next: Aligned) {
        self.here.end = next.here.end;
        self.there.end = next.there.end;
        for edit in next.edits {
            match self.edits.last_mut() {
                Some(last) if last.change == Change::Equal && edit.change == Change::Equal => {
                    last.here.end = edit.here.end;
                    last.there.end = edit.there.end;
                }
                _ => self.edits.push(edit),
            }
        }
    }

    /// The near repeat, in bytes of the article.
    fn publish(&self, stream: &WordStream) -> Option<NearRepeat> {
        let first = stream.tokens.get(self.here.start)?;
        let of_in = match stream.tokens.get(self.there.start)?.paragraph {
            Some(_) => RepeatOrigin::Text,
            None => RepeatOrigin::Title,
        };
        let (here, there) = (bytes(stream, &self.here), bytes(stream, &self.there));
        let edits = self.edits.iter().map(|edit| Edit {
            change: edit.change,
            here: words(stream, &edit.here, &self.here, &here),
            there: words(stream, &edit.there, &self.there, &there),
        });
        Some(NearRepeat {
            paragraph: first.paragraph?,
            edits: edits.collect(),
            bytes: here,
            of: there,
            of_in,
        })
    }
}

/// How the tokens `here` came out of the tokens `there`; positions are those of the stream.
fn compare(stream: &WordStream, here: &Range<usize>, there: &Range<usize>) -> Vec<Edit> {
    let words = |range: &Range<usize>| -> Vec<&[u8]> {
        let tokens = stream.tokens.get(range.clone()).unwrap_or(&[]);
        tokens.iter().map(|token| stream.word(token)).collect()
    };
    let mut found = edits(&words(there), &words(here));
    for edit in &mut found {
        edit.here = edit.here.start + here.start..edit.here.end + here.start;
        edit.there = edit.there.start + there.start..edit.there.end + there.start;
    }
    found
}

/// The bytes of some tokens, with the punctuation that belongs to them.
fn bytes(stream: &WordStream, tokens: &Range<usize>) -> Range<usize> {
    let tokens = stream.tokens.get(tokens.clone()).unwrap_or(&[]);
    let start = tokens.first().map_or(0, |token| token.bytes.start);
    start..tokens.last().map_or(start, |token| token.bytes.end)
}

/// The bytes of some tokens without the punctuation, so that a full stop is no change; for no tokens,
/// the end of the word before. They are some of the tokens `all`, which are the bytes `whole`.
fn words(
    stream: &WordStream,
    tokens: &Range<usize>,
    all: &Range<usize>,
    whole: &Range<usize>,
) -> Range<usize> {
    let at = |index: usize| stream.tokens.get(index);
    if tokens.end <= all.start {
        return whole.start..whole.start;
    }
    let end = at(tokens.end - 1).map_or(whole.end, |token| token.word.end);
    let first = at(tokens.start).filter(|_| !tokens.is_empty());
    first.map_or(end, |token: &StreamToken| token.word.start)..end
}
