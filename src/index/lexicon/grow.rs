//! New segments in, the lexicon with their terms out.

use std::sync::Arc;
use std::thread;

use super::super::engine::IndexError;
use super::super::segment::Segment;
use super::posting_places::PostingPlaces;
use super::{Counts, KeyGroups, Lexicon, WordNo, hash};
use crate::analysis::{WordKeys, letters};

impl Lexicon {
    /// Takes in segments that come after those known, in order.
    pub(in crate::index) fn grow(&mut self, segments: &[Arc<Segment>]) -> Result<(), IndexError> {
        for segment in segments {
            let mut words = Vec::new();
            segment.words.each(|spelling, count| {
                words.push(self.take(spelling, count));
            })?;
            self.places.add(words);
        }
        if !segments.is_empty() {
            self.places.settle(self.spellings.len());
            self.analyse();
        }
        Ok(())
    }

    /// Finds the same spellings in other segments, into which those known were merged.
    pub(in crate::index) fn settle_in(
        &mut self,
        segments: &[Arc<Segment>],
    ) -> Result<(), IndexError> {
        self.places = PostingPlaces::default();
        for segment in segments {
            let mut words = Vec::new();
            segment.words.each(|spelling, _| {
                let word = self.numbers.get(&hash(spelling)).copied();
                debug_assert!(word.is_some(), "a merged segment has a word of its own");
                words.push(word.unwrap_or(0));
            })?;
            self.places.add(words);
        }
        self.places.settle(self.spellings.len());
        Ok(())
    }

    fn take(&mut self, spelling: &str, count: u32) -> WordNo {
        let next = u32::try_from(self.spellings.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(hash(spelling)).or_insert(next);
        if number == next {
            self.spellings.push(spelling);
            self.counts.push(0);
        }
        if let Some(sum) = self.counts.get_mut(number as usize) {
            *sum += count;
        }
        self.folded.add(spelling, &letters::folded(spelling), count);
        number
    }

    /// Works out the keys of all spellings.
    fn analyse(&mut self) {
        let count = u32::try_from(self.spellings.len()).unwrap_or(u32::MAX);
        let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = count
            .div_ceil(u32::try_from(threads).unwrap_or(1))
            .max(1024);
        let keyed: Vec<Keyed> = thread::scope(|scope| {
            let shares = (0..count).step_by(share as usize);
            let workers: Vec<_> = shares
                .map(|from| {
                    let words = from..count.min(from + share);
                    let lexicon = &*self;
                    scope.spawn(move || Keyed::of(lexicon, words))
                })
                .collect();
            // A worker that panicked leaves its words without keys: they are found as written.
            workers
                .into_iter()
                .map(|w| w.join().unwrap_or_default())
                .collect()
        });
        self.surfaces = super::Arena::default();
        self.articles.clear();
        for part in &keyed {
            for word in 0..part.articles.len() {
                self.surfaces.push(part.surfaces.get(word as u32));
            }
            self.articles.extend(&part.articles);
        }
        // Numbers depend on what was committed when; the order of spellings does not.
        let mut order: Vec<WordNo> = (0..count).collect();
        order.sort_unstable_by(|a, b| {
            let surface = self.surface(*a).cmp(self.surface(*b));
            surface.then_with(|| self.spelling(*a).cmp(self.spelling(*b)))
        });
        let class = |layer: usize| {
            let hashes = keyed.iter().filter_map(|k| k.hashes.get(layer));
            KeyGroups::new(&hashes.flatten().copied().collect::<Vec<_>>(), &order)
        };
        (self.inflections, self.stems) = (class(0), class(1));
        (self.sounds, self.roots) = (class(2), class(3));
        self.families = self.stems.groups();
        self.family_counts = vec![0; self.families.len()];
        for (&family, &count) in self.families.iter().zip(&self.counts) {
            if let Some(sum) = self.family_counts.get_mut(family as usize) {
                *sum = sum.saturating_add(count);
            }
        }
        self.by_surface = order;
    }
}

/// The keys of a run of spellings.
#[derive(Default)]
struct Keyed {
    surfaces: super::Arena,
    articles: Vec<bool>,
    /// Of inflections, stems, sounds and roots.
    hashes: [Vec<u64>; 4],
}

impl Keyed {
    fn of(lexicon: &Lexicon, words: std::ops::Range<WordNo>) -> Keyed {
        let vocabulary: &Counts = &lexicon.folded;
        let mut out = Keyed::default();
        for word in words {
            let keys = WordKeys::of(lexicon.spelling(word), vocabulary);
            out.surfaces.push(&keys.surface);
            out.articles.push(keys.article);
            let layers = [&keys.inflection, &keys.stem, &keys.sound, &keys.root];
            for (hashes, key) in out.hashes.iter_mut().zip(layers) {
                hashes.push(hash(key));
            }
        }
        out
    }
}
