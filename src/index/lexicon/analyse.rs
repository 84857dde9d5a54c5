//! Counts of words in, the keys of spellings out.
//!
//! What keys a spelling has depends on how often others stand alone, so in the end each is analysed with all
//! that is known: all of them where much has changed, else only those that may ask for a word that did
//! ([`crate::analysis::evidence`]). While more segments are to come only new spellings are, and get no more
//! than their surface.

use std::cmp::Ordering;
use std::thread;

use rustc_hash::FxHashSet;

use super::arena::Arena;
use super::key_groups::{KeyGroups, KeyedWord};
use super::surfaces::Surfaces;
use super::{Lexicon, TouchedWords, WordNo, hash};
use crate::analysis::{Vocabulary, WordKeys, evidence, letters};

/// Spellings of which the keys are worked out by one thread at least: a thread costs as much as some.
const MIN_SHARE: usize = 1024;

impl Lexicon {
    /// Works out what keys spellings have by all that is known.
    pub(super) fn analyse(&mut self) {
        let changed = self.touched.changed(|word| self.count(word));
        match changed {
            Some(changed) => self.analyse_changed(&changed),
            None => self.analyse_all(),
        }
        // A spelling of which every article was gone at once has neither surface nor keys.
        let count = self.count_spellings();
        let known = self.surfaces.len() as WordNo..count;
        self.surfaces.extend(&Surfaces::default(), known);
        self.articles.resize(self.spellings.len(), false);
        self.find_families();
        self.analysed = self.spellings.len();
        self.lagging = Vec::new();
        self.touched = TouchedWords::default();
    }

    /// Works out the keys of all spellings.
    pub(super) fn analyse_all(&mut self) {
        self.numbers.put_in_table(&self.spellings);
        let all: Vec<WordNo> = (0..self.count_spellings()).collect();
        let keyed = self.keyed(&all);
        self.surfaces = Surfaces::default();
        self.articles.clear();
        self.take_surfaces(&keyed);
        // Numbers depend on what was committed when; the order of spellings does not.
        let held = all.into_iter().filter(|word| self.count(*word) > 0);
        let order = self.sorted_words(held.collect());
        let class = |layer: usize| {
            let hashes = keyed.iter().filter_map(|k| k.hashes.get(layer));
            KeyGroups::new(&hashes.flatten().copied().collect::<Vec<_>>(), &order)
        };
        (self.inflections, self.stems) = (class(0), class(1));
        (self.sounds, self.roots) = (class(2), class(3));
        self.by_surface = order;
        self.by_surface.shrink_to_fit();
        self.spellings.shrink();
        self.surfaces.shrink();
        self.counts.shrink_to_fit();
        self.articles.shrink_to_fit();
    }

    /// Works out the keys of the spellings whose count changed, new ones among them, and of those that may ask
    /// for one of them.
    pub(super) fn analyse_changed(&mut self, changed: &[WordNo]) {
        let mut affected = vec![false; self.spellings.len()];
        let mut mark = |word: WordNo| {
            if let Some(mark) = affected.get_mut(word as usize) {
                *mark = true;
            }
        };
        changed
            .iter()
            .chain(&self.lagging)
            .copied()
            .for_each(&mut mark);
        let known = changed.iter().map(|w| letters::folded(self.spelling(*w)));
        let folded: FxHashSet<_> = known.collect();
        for word in &folded {
            self.asking(word, &mut mark);
        }
        let is_affected = |word: WordNo| affected.get(word as usize) == Some(&true);
        let held = (0..self.count_spellings()).filter(|w| is_affected(*w) && self.count(*w) > 0);
        let held: Vec<WordNo> = held.collect();
        let keyed = self.keyed(&held);
        self.exchange_surfaces(&held, &keyed);
        let order = self.sorted_words(held.clone());
        let mut by_surface = std::mem::take(&mut self.by_surface);
        by_surface.retain(|word| !is_affected(*word));
        self.by_surface = self.merged(&by_surface, &order);
        for layer in 0..4 {
            let hashes = keyed.iter().filter_map(|k| k.hashes.get(layer)).flatten();
            let new = held.iter().zip(hashes);
            let mut new: Vec<KeyedWord> = new
                .map(|(word, hash)| KeyedWord {
                    hash: *hash,
                    word: *word,
                })
                .collect();
            new.sort_unstable_by(|a, b| {
                let hash = a.hash.cmp(&b.hash);
                hash.then_with(|| self.surface_order(a.word, b.word))
            });
            let mut groups = std::mem::take(self.layer_mut(layer));
            groups.exchange(&is_affected, &new, &|a, b| self.surface_order(a, b));
            *self.layer_mut(layer) = groups;
        }
    }

    pub(super) fn layer_mut(&mut self, layer: usize) -> &mut KeyGroups {
        match layer {
            0 => &mut self.inflections,
            1 => &mut self.stems,
            2 => &mut self.sounds,
            _ => &mut self.roots,
        }
    }

    /// Calls `f` with every spelling that has keys and may ask for a folded word.
    fn asking(&self, folded: &str, f: &mut impl FnMut(WordNo)) {
        evidence::wholes(folded, |whole| {
            if self.folded().count(whole) > 0 {
                self.written_as(whole, f);
            }
        });
        for ended in evidence::ended_words(folded) {
            let mut last = None;
            for &word in self.beginning_with(ended.beginning()) {
                let surface = self.known_surface(word);
                // Those with one surface follow each other.
                let asks = match last {
                    Some((same, asks)) if same == surface => asks,
                    _ => ended.may_be_asked_by(surface),
                };
                last = Some((surface, asks));
                if asks {
                    f(word);
                }
            }
        }
    }

    /// Calls `f` with every spelling of a folded word.
    pub(super) fn written_as(&self, folded: &str, f: &mut impl FnMut(WordNo)) {
        evidence::possible_surfaces(folded, |surface| {
            for &word in self.with_surface(surface) {
                if letters::folded(self.spelling(word)) == folded {
                    f(word);
                }
            }
        });
    }

    /// Finds the surfaces of new spellings; each is a family of its own.
    pub(super) fn analyse_new(&mut self) {
        let new: Vec<WordNo> = (self.families.len() as WordNo..self.count_spellings()).collect();
        let keyed = self.keyed(&new);
        self.take_surfaces(&keyed);
        let first = (self.stems.len() + self.lagging.len()) as u32;
        self.families.extend((first..).take(new.len()));
        self.lagging.extend(&new);
        let new_order = self.sorted_words(new);
        self.by_surface = self.merged(&self.by_surface, &new_order);
    }

    pub(super) fn find_families(&mut self) {
        let mut families = vec![0; self.spellings.len()];
        self.stems.each(|word, family| {
            if let Some(own) = families.get_mut(word as usize) {
                *own = family;
            }
        });
        self.families = families;
    }

    fn count_spellings(&self) -> WordNo {
        u32::try_from(self.spellings.len()).unwrap_or(u32::MAX)
    }

    /// The keys of some spellings, in runs, worked out on all processors.
    fn keyed(&self, words: &[WordNo]) -> Vec<Keyed> {
        let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = words.len().div_ceil(threads).max(MIN_SHARE);
        if words.len() <= share {
            return vec![Keyed::of(self, words)];
        }
        thread::scope(|scope| {
            let workers: Vec<_> = words
                .chunks(share)
                .map(|run| (run, scope.spawn(move || Keyed::of(self, run))))
                .collect();
            // A worker that panicked leaves its words without keys: they are found as written.
            workers
                .into_iter()
                .map(|(run, w)| w.join().unwrap_or_else(|_| Keyed::as_written(self, run)))
                .collect()
        })
    }

    fn take_surfaces(&mut self, keyed: &[Keyed]) {
        for part in keyed {
            for word in 0..part.articles.len() {
                let spelling = self.spellings.get(self.surfaces.len() as WordNo);
                let surface = part.surfaces.get(word as u32);
                self.surfaces.push(surface, spelling);
            }
            self.articles.extend(&part.articles);
        }
    }

    /// Puts the surfaces of some spellings in the place of those they had, and of new ones behind all.
    fn exchange_surfaces(&mut self, words: &[WordNo], keyed: &[Keyed]) {
        let parts = keyed.iter().flat_map(|part| {
            let surfaces = (0..).map(|word| part.surfaces.get(word));
            surfaces.zip(&part.articles)
        });
        self.articles.resize(self.spellings.len(), false);
        let old = std::mem::take(&mut self.surfaces);
        let mut surfaces = Surfaces::default();
        let mut from = 0;
        for (&word, (surface, article)) in words.iter().zip(parts) {
            surfaces.extend(&old, from..word);
            surfaces.push(surface, self.spellings.get(word));
            from = word + 1;
            if let Some(own) = self.articles.get_mut(word as usize) {
                *own = *article;
            }
        }
        surfaces.extend(&old, from..self.count_spellings());
        self.surfaces = surfaces;
    }

    /// By surface, then by spelling.
    fn sorted_words(&self, mut words: Vec<WordNo>) -> Vec<WordNo> {
        words.sort_unstable_by(|a, b| self.surface_order(*a, *b));
        words
    }

    fn surface_order(&self, a: WordNo, b: WordNo) -> Ordering {
        let surface = self.known_surface(a).cmp(self.known_surface(b));
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

/// The keys of some spellings.
#[derive(Default)]
struct Keyed {
    surfaces: Arena,
    articles: Vec<bool>,
    /// Of inflections, stems, sounds and roots.
    hashes: [Vec<u64>; 4],
}

impl Keyed {
    fn of(lexicon: &Lexicon, words: &[WordNo]) -> Keyed {
        let mut out = Keyed::default();
        for &word in words {
            out.add(&WordKeys::of(lexicon.spelling(word), &lexicon.folded()));
        }
        out
    }

    /// Without any evidence.
    fn as_written(lexicon: &Lexicon, words: &[WordNo]) -> Keyed {
        let mut out = Keyed::default();
        for &word in words {
            let folded = letters::folded(lexicon.spelling(word));
            out.add(&WordKeys {
                surface: folded.clone(),
                article: false,
                inflection: folded.clone(),
                stem: folded.clone(),
                sound: folded.clone(),
                root: folded,
            });
        }
        out
    }

    fn add(&mut self, keys: &WordKeys) {
        self.surfaces.push(&keys.surface);
        self.articles.push(keys.article);
        let layers = [&keys.inflection, &keys.stem, &keys.sound, &keys.root];
        for (hashes, key) in self.hashes.iter_mut().zip(layers) {
            hashes.push(hash(key));
        }
    }
}
