//! The spellings of a corpus in, which of them are forms of one word out.
//!
//! A spelling has a number (`WordNo`) that later segments do not change. `Lexicon::grow` takes in
//! the terms of new segments and works out the keys of spellings, which depend on how often words
//! stand alone ([`crate::analysis`]). `expand` goes from a word of a query to
//! the spellings that answer it, layer by layer.

mod arena;
mod expand;
mod grow;
mod keep;
mod key_groups;
mod posting_places;

use std::cmp::Ordering;
use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::tokenizer;
use crate::analysis::{Vocabulary, WordKeys, letters};
use arena::Arena;
pub(super) use expand::{Beginnings, Expansion, Layer};
use key_groups::KeyGroups;
use posting_places::PostingPlaces;

/// A spelling's number.
pub(super) type WordNo = u32;

/// All spellings with their keys. It grows with every segment; a copy of it stays as it was.
#[derive(Clone, Default)]
pub struct Lexicon {
    spellings: Arena,
    /// By the hash of the spelling.
    numbers: FxHashMap<u64, WordNo>,
    /// Articles that hold each spelling.
    counts: Vec<u32>,
    folded: Counts,
    /// Where the postings of each spelling are.
    places: PostingPlaces,
    surfaces: Arena,
    /// Whether the article stands before it.
    articles: Vec<bool>,
    /// All spellings in the order of their surfaces.
    by_surface: Vec<WordNo>,
    inflections: KeyGroups,
    stems: KeyGroups,
    sounds: KeyGroups,
    roots: KeyGroups,
    /// The group of every spelling among the stems; of those that lag their number.
    families: Vec<u32>,
    /// Spellings that all keys were worked out for, together.
    analysed: usize,
    /// Spellings that came later: their surfaces are known, and nothing else.
    lagging: Vec<WordNo>,
    /// Whether something was taken in since all keys were worked out.
    lags: bool,
    /// For every group among the stems, articles that hold each of its spellings, added up.
    family_counts: Vec<u32>,
}

impl Lexicon {
    /// The number of a spelling, where the corpus has it.
    pub(super) fn number(&self, spelling: &str) -> Option<WordNo> {
        let spelling = tokenizer::head(spelling);
        let number = *self.numbers.get(&hash(spelling))?;
        (self.spelling(number) == spelling).then_some(number)
    }

    pub(super) fn spelling(&self, word: WordNo) -> &str {
        self.spellings.get(word)
    }

    /// Without what clings before it, folded.
    pub(super) fn surface(&self, word: WordNo) -> &str {
        self.surfaces.get(word)
    }

    /// Whether the article clings to it.
    fn has_article(&self, word: WordNo) -> bool {
        self.articles.get(word as usize).copied().unwrap_or(false)
    }

    /// The number of its family: all spellings with the same stem.
    pub(super) fn family(&self, word: WordNo) -> u32 {
        self.families.get(word as usize).copied().unwrap_or(0)
    }

    /// How many articles hold a word of a family, at most.
    pub(super) fn family_count(&self, family: u32) -> u32 {
        self.family_counts
            .get(family as usize)
            .copied()
            .unwrap_or(0)
    }

    /// The spellings of a family.
    pub(super) fn members(&self, family: u32) -> &[WordNo] {
        match (family as usize).checked_sub(self.analysed) {
            None => self.stems.group(family),
            Some(at) => self.lagging.get(at..=at).unwrap_or(&[]),
        }
    }

    /// A spelling without what clings before it, as a person would look it up.
    pub(super) fn surface_as_written(&self, word: WordNo) -> CompactString {
        let spelling = self.spelling(word);
        let clings = spelling.chars().count()
            - self
                .surface(word)
                .chars()
                .count()
                .min(spelling.chars().count());
        spelling.chars().skip(clings).collect()
    }

    /// What clings before a spelling, folded.
    pub(super) fn clings(&self, word: WordNo) -> CompactString {
        let folded = letters::folded(self.spelling(word));
        let clitics = folded.strip_suffix(self.surface(word)).unwrap_or("");
        clitics.into()
    }

    /// What clings before any word, folded.
    pub(super) fn clings_to(&self, spelling: &str) -> CompactString {
        let surface = WordKeys::of(spelling, &self.folded).surface;
        let folded = letters::folded(spelling);
        folded.strip_suffix(surface.as_str()).unwrap_or("").into()
    }

    /// How many articles hold it.
    pub(super) fn count(&self, word: WordNo) -> u32 {
        self.counts.get(word as usize).copied().unwrap_or(0)
    }

    /// Segment and ordinal of its postings, for every segment that has it.
    pub(super) fn places(&self, word: WordNo) -> impl Iterator<Item = (usize, u32)> {
        self.places.of(word)
    }

    /// The spellings whose surface begins with `prefix`, in the order of their surfaces.
    pub(super) fn beginning_with(&self, prefix: &str) -> &[WordNo] {
        self.in_order(self.beginning_range(prefix))
    }

    /// Their places among all spellings in the order of their surfaces.
    pub(super) fn beginning_range(&self, prefix: &str) -> Range<usize> {
        let from = self
            .by_surface
            .partition_point(|&w| self.surface(w) < prefix);
        let rest = self.by_surface.get(from..).unwrap_or(&[]);
        let length = rest.partition_point(|&w| self.surface(w).starts_with(prefix));
        from..from + length
    }

    /// The spellings at some places in the order of their surfaces.
    pub(super) fn in_order(&self, places: Range<usize>) -> &[WordNo] {
        self.by_surface.get(places).unwrap_or(&[])
    }

    /// Spellings by how many articles hold them, the most frequent first, then by their letters.
    pub(super) fn more_frequent(&self, a: WordNo, b: WordNo) -> Ordering {
        let frequent = self.count(b).cmp(&self.count(a));
        frequent.then_with(|| self.spelling(a).cmp(self.spelling(b)))
    }

    /// The spellings with just this surface.
    fn with_surface(&self, surface: &str) -> &[WordNo] {
        let all = self.beginning_with(surface);
        let length = all.partition_point(|&w| self.surface(w) == surface);
        all.get(..length).unwrap_or(&[])
    }
}

fn hash(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

/// How many articles hold a folded word, and how many write a hamza on its first alef.
#[derive(Clone, Default)]
struct Counts(FxHashMap<u64, (u32, u32)>);

impl Counts {
    fn add(&mut self, spelling: &str, folded: &CompactString, count: u32) {
        let (all, hamza) = self.0.entry(hash(folded)).or_default();
        *all += count;
        if spelling.starts_with(['أ', 'إ', 'آ']) {
            *hamza += count;
        }
    }
}

impl Vocabulary for Counts {
    fn count(&self, folded: &str) -> u32 {
        self.0.get(&hash(folded)).map_or(0, |(all, _)| *all)
    }

    fn with_hamza(&self, folded: &str) -> u32 {
        self.0.get(&hash(folded)).map_or(0, |(_, hamza)| *hamza)
    }
}

#[cfg(test)]
mod tests;
