//! New segments in, the lexicon with their terms out.
//!
//! What keys a spelling has depends on how often others stand alone, so in the end all are analysed
//! with all that is known. While more segments are to come only new spellings are, until they are
//! the greater part: so all analyses of a load together cost no more than in proportion to its words.

use std::cmp::Ordering;
use std::sync::Arc;
use std::thread;

use super::super::engine::{Analysis, IndexError};
use super::super::segment::Segment;
use super::{Counts, KeyGroups, Lexicon, WordNo, hash};
use crate::analysis::{WordKeys, letters};

/// All spellings are analysed again once there are so many times as many as at the last time.
const ANALYSED_AGAIN: usize = 3;

impl Lexicon {
    /// Takes in segments that come after those known, in order.
    pub(in crate::index) fn grow(
        &mut self,
        segments: &[Arc<Segment>],
        analysis: Analysis,
    ) -> Result<(), IndexError> {
        let known = self.spellings.len();
        for segment in segments {
            let mut words = Vec::new();
            segment.words.each(|spelling, count| {
                words.push(self.take(spelling, count));
            })?;
            self.places.add(words);
        }
        self.places.settle(self.spellings.len());
        if analysis == Analysis::Whole || self.spellings.len() >= ANALYSED_AGAIN * self.analysed {
            self.analyse();
        } else {
            self.analyse_new(known);
        }
        self.count_families();
        Ok(())
    }

    /// Finds the spellings of the last segments in one that was made of them.
    pub(in crate::index) fn replace_last(
        &mut self,
        count: usize,
        segment: &Segment,
    ) -> Result<(), IndexError> {
        let mut words = Vec::new();
        segment.words.each(|spelling, _| {
            let word = self.number(spelling);
            debug_assert!(word.is_some(), "a merged segment has a word of its own");
            words.push(word.unwrap_or(0));
        })?;
        self.places.remove_last(count);
        self.places.add(words);
        self.places.settle(self.spellings.len());
        Ok(())
    }

    /// Whether some spellings have not been analysed with all that is known.
    pub(in crate::index) fn lags(&self) -> bool {
        self.lags
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
        let count = self.count_spellings();
        let keyed = self.keyed(0..count);
        self.surfaces = super::Arena::default();
        self.articles.clear();
        self.take_surfaces(&keyed);
        // Numbers depend on what was committed when; the order of spellings does not.
        let order = self.sorted_words((0..count).collect());
        let class = |layer: usize| {
            let hashes = keyed.iter().filter_map(|k| k.hashes.get(layer));
            KeyGroups::new(&hashes.flatten().copied().collect::<Vec<_>>(), &order)
        };
        (self.inflections, self.stems) = (class(0), class(1));
        (self.sounds, self.roots) = (class(2), class(3));
        self.families = self.stems.groups();
        self.by_surface = order;
        self.analysed = count as usize;
        self.lagging.clear();
        self.lags = false;
        self.spellings.shrink();
        self.surfaces.shrink();
        self.counts.shrink_to_fit();
        self.articles.shrink_to_fit();
    }

    /// Finds the surfaces of the spellings from a number on; each is a family of its own.
    fn analyse_new(&mut self, known: usize) {
        let new = known as WordNo..self.count_spellings();
        let keyed = self.keyed(new.clone());
        self.take_surfaces(&keyed);
        let new_order = self.sorted_words(new.clone().collect());
        self.by_surface = self.merged(&self.by_surface, &new_order);
        self.lagging.extend(new);
        let first = self.families.len() as u32;
        let lagging = self.spellings.len() - self.families.len();
        self.families.extend((first..).take(lagging));
        self.lags = true;
    }

    fn count_spellings(&self) -> WordNo {
        u32::try_from(self.spellings.len()).unwrap_or(u32::MAX)
    }

    /// The keys of some spellings, in runs, worked out on all processors.
    fn keyed(&self, words: std::ops::Range<WordNo>) -> Vec<Keyed> {
        let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let count = words.end - words.start;
        let share = count
            .div_ceil(u32::try_from(threads).unwrap_or(1))
            .max(1024);
        thread::scope(|scope| {
            let shares = words.clone().step_by(share as usize);
            let workers: Vec<_> = shares
                .map(|from| {
                    let run = from..words.end.min(from.saturating_add(share));
                    scope.spawn(move || Keyed::of(self, run))
                })
                .collect();
            // A worker that panicked leaves its words without keys: they are found as written.
            workers
                .into_iter()
                .map(|w| w.join().unwrap_or_default())
                .collect()
        })
    }

    fn take_surfaces(&mut self, keyed: &[Keyed]) {
        for part in keyed {
            for word in 0..part.articles.len() {
                self.surfaces.push(part.surfaces.get(word as u32));
            }
            self.articles.extend(&part.articles);
        }
    }

    /// By surface, then by spelling.
    fn sorted_words(&self, mut words: Vec<WordNo>) -> Vec<WordNo> {
        words.sort_unstable_by(|a, b| self.surface_order(*a, *b));
        words
    }

    fn surface_order(&self, a: WordNo, b: WordNo) -> Ordering {
        let surface = self.surface(a).cmp(self.surface(b));
        surface.then_with(|| self.spelling(a).cmp(self.spelling(b)))
    }

    /// Two runs in order as one.
    fn merged(&self, some: &[WordNo], others: &[WordNo]) -> Vec<WordNo> {
        let mut out = Vec::with_capacity(some.len() + others.len());
        let mut rest = some;
        for &word in others {
            let before = gallop(rest, |w| self.surface_order(*w, word).is_lt());
            let (run, beyond) = rest.split_at_checked(before).unwrap_or((rest, &[]));
            out.extend_from_slice(run);
            out.push(word);
            rest = beyond;
        }
        out.extend_from_slice(rest);
        out
    }

    /// Adds up in how many articles the spellings of each family are.
    fn count_families(&mut self) {
        self.family_counts.clear();
        self.family_counts.resize(self.families.len(), 0);
        for (&family, &count) in self.families.iter().zip(&self.counts) {
            if let Some(sum) = self.family_counts.get_mut(family as usize) {
                *sum = sum.saturating_add(count);
            }
        }
    }
}

/// How many items, from the first, a test holds for, where it holds for no other; in steps
/// that double, since that place is near where the last one was.
fn gallop<T>(items: &[T], holds: impl Fn(&T) -> bool) -> usize {
    let mut step = 1;
    let mut from = 0;
    while items.get(from + step - 1).is_some_and(&holds) {
        from += step;
        step *= 2;
    }
    let to = items.len().min(from + step);
    let rest = items.get(from..to).unwrap_or(&[]);
    from + rest.partition_point(holds)
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
