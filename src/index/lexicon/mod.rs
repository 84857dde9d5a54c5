//! The spellings of a corpus in, which of them are forms of one word out.
//!
//! A spelling has a number (`WordNo`) that later segments do not change. `Lexicon::grow` takes in
//! the terms of new segments (`grow`), and works out the keys of spellings, which depend on how often words
//! stand alone ([`crate::analysis`]), for those whose evidence changed (`analyse`). A spelling that no article
//! holds any more keeps its number, and is in no order and no group. `expand` goes from a word of a query to
//! the spellings that answer it, layer by layer. One that was kept (`keep`) is opened whole (`open`), or as much of it
//! as one question needs (`lean`).

mod analyse;
mod arena;
mod counts;
mod expand;
mod grow;
mod keep;
mod key_groups;
mod lean;
mod open;
mod posting_places;
mod spelling_numbers;
mod surfaces;
mod touched_words;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;
use xxhash_rust::xxh3::xxh3_64;

use super::tokenizer;
use crate::analysis::{WordKeys, letters};
use arena::Arena;
use counts::{FoldedWords, RespelledCounts};
pub(super) use expand::{Beginnings, Expansion, Layer};
pub(super) use grow::{GoneWords, NewSegment};
use key_groups::KeyGroups;
use lean::{LeanLexicon, Surface};
use posting_places::PostingPlaces;
use spelling_numbers::SpellingNumbers;
use surfaces::Surfaces;
use touched_words::TouchedWords;

/// What is asked of an index that is asked no more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneQuestion {
    /// Which articles answer a query.
    Search,
    /// Which articles are related to one.
    Related,
}

/// A spelling's number.
pub(super) type WordNo = u32;

/// All spellings with their keys. It grows with every segment; a copy of it stays as it was.
#[derive(Clone, Default)]
pub struct Lexicon {
    spellings: Arena,
    numbers: SpellingNumbers,
    /// Articles that hold each spelling.
    counts: Vec<u32>,
    respelled: RespelledCounts,
    /// Where the postings of each spelling are.
    places: PostingPlaces,
    surfaces: Surfaces,
    /// Whether the article stands before it.
    articles: Vec<bool>,
    /// All spellings that some article holds, in the order of their surfaces.
    by_surface: Vec<WordNo>,
    inflections: KeyGroups,
    stems: KeyGroups,
    sounds: KeyGroups,
    roots: KeyGroups,
    /// The group of every spelling among the stems; of those that lag, which come after them all, their place.
    families: Vec<u32>,
    /// For every family, articles that hold each of its spellings, added up.
    family_counts: Vec<u32>,
    /// The number of spellings when keys were worked out last.
    analysed: usize,
    /// Spellings that came later: their surfaces are known, and nothing else.
    lagging: Vec<WordNo>,
    /// Spellings that more or fewer articles hold since.
    touched: TouchedWords,
    /// Where it is asked one question, what it has instead of surfaces, articles, groups and families, and of counts of
    /// respelled words; it does not grow.
    lean: Option<Arc<LeanLexicon>>,
    /// For the letters of one word.
    buffer: String,
}

impl Lexicon {
    /// The number of a spelling, where an article holds it.
    pub(super) fn number(&self, spelling: &str) -> Option<WordNo> {
        let number = self.known_number(tokenizer::head(spelling))?;
        (self.count(number) > 0).then_some(number)
    }

    /// The number of a spelling, where an article holds it or held it.
    fn known_number(&self, spelling: &str) -> Option<WordNo> {
        self.numbers.get(spelling, &self.spellings)
    }

    pub(super) fn spelling(&self, word: WordNo) -> &str {
        self.spellings.get(word)
    }

    /// Without what clings before it, folded.
    pub(super) fn surface(&self, word: WordNo) -> Surface<'_> {
        match &self.lean {
            None => Surface::Known(self.known_surface(word)),
            Some(lean) => lean.surface(word, self.spelling(word)),
        }
    }

    /// The same, of a lexicon that is whole.
    fn known_surface(&self, word: WordNo) -> &str {
        self.surfaces.get(word, self.spelling(word))
    }

    /// Whether the article clings to it.
    fn has_article(&self, word: WordNo) -> bool {
        if let Some(lean) = &self.lean {
            return lean.has_article(word);
        }
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
        match (family as usize).checked_sub(self.stems.len()) {
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
        let clitics = folded.strip_suffix(&*self.surface(word)).unwrap_or("");
        clitics.into()
    }

    /// What clings before any word, folded.
    pub(super) fn clings_to(&self, spelling: &str) -> CompactString {
        let surface = WordKeys::of(spelling, &self.folded()).surface;
        let folded = letters::folded(spelling);
        folded.strip_suffix(surface.as_str()).unwrap_or("").into()
    }

    /// How many articles hold a folded word.
    fn folded(&self) -> FoldedWords<'_> {
        FoldedWords(self)
    }

    /// How many articles hold it.
    pub(super) fn count(&self, word: WordNo) -> u32 {
        self.counts.get(word as usize).copied().unwrap_or(0)
    }

    /// Segment and ordinal of its postings, for every segment that has it.
    pub(super) fn places(&self, word: WordNo) -> impl Iterator<Item = (usize, u32)> {
        self.places.of_word(word)
    }

    /// How many segments it knows.
    pub fn segments(&self) -> usize {
        self.places.segments()
    }

    /// Bytes of memory that it takes.
    pub fn bytes(&self) -> usize {
        let groups =
            [&self.inflections, &self.stems, &self.sounds, &self.roots].map(KeyGroups::bytes);
        let columns = [
            &self.counts,
            &self.by_surface,
            &self.families,
            &self.family_counts,
        ];
        let columns = columns.map(|column| column.capacity() * size_of::<u32>());
        let parts = groups.into_iter().chain(columns).chain([
            self.spellings.bytes(),
            self.numbers.bytes(),
            self.respelled.bytes(),
            self.surfaces.bytes(),
            self.places.bytes(),
        ]);
        parts.sum::<usize>() + self.articles.capacity()
    }

    /// The spellings whose surface begins with `prefix`, in the order of their surfaces.
    pub(super) fn beginning_with(&self, prefix: &str) -> &[WordNo] {
        self.in_order(self.beginning_range(prefix))
    }

    /// Their places among all spellings in the order of their surfaces.
    pub(super) fn beginning_range(&self, prefix: &str) -> Range<usize> {
        let from = self
            .by_surface
            .partition_point(|&w| &*self.surface(w) < prefix);
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

    /// The spellings of a layer with a key, in the order of their surfaces.
    fn with_key(&self, layer: Layer, key: &str) -> Cow<'_, [WordNo]> {
        let (at, groups) = match layer {
            Layer::Surface | Layer::Variant => return Cow::default(),
            Layer::Inflection => (0, &self.inflections),
            Layer::Stem => (1, &self.stems),
            Layer::Sound => (2, &self.sounds),
            Layer::Root => (3, &self.roots),
        };
        match &self.lean {
            None => Cow::Borrowed(groups.get(key)),
            Some(lean) => {
                let layer = lean.layers.get(at);
                let words = layer.map(|layer| layer.get(key, &self.by_surface));
                Cow::Owned(words.unwrap_or_default())
            }
        }
    }

    /// The spellings with just this surface.
    fn with_surface(&self, surface: &str) -> &[WordNo] {
        let before = |w: &WordNo| &*self.surface(*w) < surface;
        let from = self.by_surface.partition_point(before);
        let rest = self.by_surface.get(from..).unwrap_or(&[]);
        // They are few.
        let same = rest.iter().take_while(|w| &*self.surface(**w) == surface);
        rest.get(..same.count()).unwrap_or(&[])
    }
}

fn hash(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

#[cfg(test)]
mod tests;
