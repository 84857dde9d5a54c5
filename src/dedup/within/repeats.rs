//! A stream of words in, the longest repeats from each place a sentence may begin out.
//!
//! A hash of the next bytes at every word start finds earlier places to compare with: first a long
//! gram, which few places share, then a short one. The oldest places come first, so that a fold
//! points to the first occurrence. A found repeat is jumped over, as in LZ77; together with the cap
//! on places tried, and a budget for texts made to break it, this keeps the time linear.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::MIN_WORDS;
use crate::dedup::border::Strength;
use crate::dedup::punctuation::Cue;
use crate::dedup::word_stream::{Seam, StreamToken, WordStream};

/// Bytes of the short gram: 8 Arabic letters.
const SHORT_GRAM_BYTES: usize = 16;
/// Bytes of the long and the short gram.
const GRAM_BYTES: [usize; 2] = [64, SHORT_GRAM_BYTES];
/// Most earlier places compared at one word; keeps the time linear.
const MAX_PLACES: usize = 64;
/// Most bytes compared for each byte of the stream; then the search stops. Only text made to be slow
/// gets there.
const MAX_COMPARED_PER_BYTE: usize = 128;

/// Words that stood contiguously at an earlier place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    /// The tokens that repeat; both ends are borders.
    pub(super) target: Range<usize>,
    /// The first token of the earlier words.
    pub(super) source: usize,
}

/// Where the words of a stream stood before.
pub(super) struct Earlier<'a> {
    stream: &'a WordStream,
    places: GramTable,
}

impl Earlier<'_> {
    /// The tokens that begin as token `at` does, oldest first, itself and later ones included; some
    /// may only seem to.
    pub(super) fn places(&self, at: usize) -> impl Iterator<Item = usize> {
        let gram = gram(self.stream, at, SHORT_GRAM_BYTES);
        let first = gram.and_then(|gram| self.places.first(gram));
        std::iter::successors(first, |place| self.places.after(*place))
    }
}

/// All longest repeats, in order, without overlap; and where words stood before.
pub(super) fn find(stream: &WordStream) -> (Vec<Repeat>, Earlier<'_>) {
    let mut search = RepeatSearch::new(stream);
    let mut found = Vec::new();
    let mut at = 0;
    while at < stream.tokens.len() && search.work < MAX_COMPARED_PER_BYTE * stream.bytes.len() {
        search.read_up_to(at);
        at = match search.longest(at) {
            Some(repeat) => {
                let end = repeat.target.end;
                found.push(repeat);
                end
            }
            None => next_border(stream, at),
        };
    }
    search.read_up_to(stream.tokens.len());
    let [_, places] = search.grams;
    (found, Earlier { stream, places })
}

fn next_border(stream: &WordStream, at: usize) -> usize {
    let rest = stream.tokens.iter().skip(at + 1);
    at + 1
        + rest
            .take_while(|t| t.strength == Strength::None && !t.cues.has(Cue::Announced))
            .count()
}

struct RepeatSearch<'a> {
    stream: &'a WordStream,
    grams: [GramTable; 2],
    /// Tokens before this one are in `grams`.
    read: usize,
    /// Bytes compared so far.
    work: usize,
}

impl<'a> RepeatSearch<'a> {
    fn new(stream: &'a WordStream) -> Self {
        RepeatSearch {
            stream,
            grams: GRAM_BYTES.map(|_| GramTable::new(stream.tokens.len())),
            read: 0,
            work: 0,
        }
    }

    fn read_up_to(&mut self, at: usize) {
        for token in self.read..at {
            for (places, len) in self.grams.iter_mut().zip(GRAM_BYTES) {
                if let Some(gram) = gram(self.stream, token, len) {
                    places.add(gram, token);
                }
            }
        }
        self.read = at;
    }

    /// The longest repeat that begins at token `at`, if it ends at a border at all.
    fn longest(&mut self, at: usize) -> Option<Repeat> {
        let mut best: Option<Repeat> = None;
        let inside = self.stream.strength(at) == Strength::None;
        if inside && !self.stream.is_link(at) {
            return best;
        }
        for title in self.stream.titles.iter().take(MAX_PLACES) {
            self.compare(at, title.start, &mut best);
        }
        if inside {
            return best; // after a colon only the title begins anew: `الرابط: …`
        }
        for (n, len) in GRAM_BYTES.into_iter().enumerate() {
            let before = best.as_ref().map(|b| b.target.end);
            let gram = gram(self.stream, at, len);
            let mut place = gram.and_then(|gram| self.grams.get(n)?.first(gram));
            for _ in 0..MAX_PLACES {
                let Some(source) = place else { break };
                self.compare(at, source, &mut best);
                place = self.grams.get(n).and_then(|p| p.after(source));
            }
            if best.as_ref().map(|b| b.target.end) != before {
                break; // places that share the long gram are the longest repeats
            }
        }
        best
    }

    /// Makes the repeat of `source` at `at` the best, if it is longer.
    fn compare(&mut self, at: usize, source: usize, best: &mut Option<Repeat>) {
        let tokens = &self.stream.tokens;
        let (Some(target), Some(earlier)) = (tokens.get(at), tokens.get(source)) else {
            return;
        };
        if source >= at || !begins(target, earlier) {
            return;
        }
        let (here, there) = (target.stream.start, earlier.stream.start);
        let bytes = &self.stream.bytes;
        let len = match (bytes.get(here..), bytes.get(there..here)) {
            (Some(a), Some(b)) => common_prefix(a, b),
            _ => 0,
        };
        self.work += len + 1;
        let end = last_border(self.stream, at, source, len);
        if end > best.as_ref().map_or(at, |b| b.target.end) {
            *best = Some(Repeat {
                target: at..end,
                source,
            });
        }
    }
}

/// Whether a repeat may begin with `target`.
fn begins(target: &StreamToken, earlier: &StreamToken) -> bool {
    target.strength >= Strength::Sentence || earlier.strength >= Strength::Sentence
}

/// Where the repeat may end: the last border within `len` equal bytes, or `at`.
fn last_border(stream: &WordStream, at: usize, source: usize, len: usize) -> usize {
    let mut best = at;
    // Words since the source last jumped over furniture inside the target's paragraph.
    let mut since = at;
    let mut jumped = false;
    for (here, there) in ParallelWords::new(stream, at, source, len) {
        let strength = stream.strength(here);
        let ends = strength >= Strength::Sentence
            || strength == Strength::Weak && stream.strength(there) >= Strength::Sentence;
        if ends && (!jumped || here - since >= MIN_WORDS) {
            best = here;
        }
        let seam = stream.tokens.get(there).map_or(Seam::None, |t| t.seam);
        if strength == Strength::Paragraph {
            (since, jumped) = (here, false);
        } else if seam == Seam::Furniture {
            if here - since < MIN_WORDS {
                break;
            }
            (since, jumped) = (here, true);
        }
    }
    best
}

/// Walks two equal stretches of the stream side by side and yields the places where words end in
/// both, as the tokens that come next. Ends early where a paragraph of the target or a seam of the
/// source lies inside a word of the other.
pub(super) struct ParallelWords<'a> {
    stream: &'a WordStream,
    here: usize,
    there: usize,
    /// Bytes of the stream at which the stretches begin.
    origin: (usize, usize),
    len: usize,
}

impl<'a> ParallelWords<'a> {
    pub(super) fn new(stream: &'a WordStream, here: usize, there: usize, len: usize) -> Self {
        let start = |i: usize| stream.tokens.get(i).map_or(0, |t| t.stream.start);
        ParallelWords {
            stream,
            here,
            there,
            origin: (start(here), start(there)),
            len,
        }
    }
}

impl Iterator for ParallelWords<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            let here = self.stream.tokens.get(self.here)?.stream.end - self.origin.0;
            let there = self.stream.tokens.get(self.there)?.stream.end - self.origin.1;
            if here.max(there) > self.len {
                return None;
            }
            if here == there {
                self.here += 1;
                self.there += 1;
                return Some((self.here, self.there));
            }
            if here < there {
                self.here += 1;
                if self.stream.begins(self.here) {
                    return None;
                }
            } else {
                self.there += 1;
                if self.stream.tokens.get(self.there)?.seam != Seam::None {
                    return None;
                }
            }
        }
    }
}

fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    // Bytes compared at once.
    const STEP: usize = 32;
    let pairs = a.chunks_exact(STEP).zip(b.chunks_exact(STEP));
    let whole = STEP * pairs.take_while(|(x, y)| x == y).count();
    let rest = a.iter().zip(b).skip(whole);
    whole + rest.take_while(|(x, y)| x == y).count()
}

fn gram(stream: &WordStream, token: usize, len: usize) -> Option<u64> {
    let start = stream.tokens.get(token)?.stream.start;
    stream.bytes.get(start..start + len).map(xxh3_64)
}

/// Token positions by gram, oldest first. Grams that fall into one bucket share a list; the
/// comparison of their bytes distinguishes them.
struct GramTable {
    /// First and last token of each bucket's list, plus one; 0 is an empty bucket.
    buckets: Vec<(u32, u32)>,
    /// The next token of the same list, plus one.
    next: Vec<u32>,
}

impl GramTable {
    fn new(tokens: usize) -> Self {
        GramTable {
            buckets: vec![(0, 0); (2 * tokens).next_power_of_two()],
            next: vec![0; tokens],
        }
    }

    fn bucket(&self, gram: u64) -> usize {
        gram as usize & (self.buckets.len() - 1)
    }

    fn add(&mut self, gram: u64, token: usize) {
        let id = token as u32 + 1;
        let bucket = self.bucket(gram);
        let Some((first, last)) = self.buckets.get_mut(bucket) else {
            return;
        };
        if *first == 0 {
            *first = id;
        } else if let Some(next) = self.next.get_mut(*last as usize - 1) {
            *next = id;
        }
        *last = id;
    }

    fn first(&self, gram: u64) -> Option<usize> {
        let (first, _) = self.buckets.get(self.bucket(gram))?;
        (*first as usize).checked_sub(1)
    }

    fn after(&self, token: usize) -> Option<usize> {
        (*self.next.get(token)? as usize).checked_sub(1)
    }
}
