//! Folded words in, how many articles hold them out.
//!
//! Most spellings are what folding makes of them: their own counts say how many articles hold them. Only what is
//! written with other letters is counted here.

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use super::{Lexicon, hash};
use crate::analysis::{Vocabulary, letters};

/// How many articles hold a folded word in spellings that are not it, and how many write a hamza on its first alef.
/// Sixty-four bits of a hash keep different words of any corpus apart.
#[derive(Clone, Default)]
pub(super) struct RespelledCounts {
    words: HashTable<FoldedCount>,
    /// By the hash of the word; few have one.
    hamza: FxHashMap<u64, u32>,
}

/// In halves, so that no four bytes are lost between it and the count.
#[derive(Clone, Copy)]
struct FoldedCount {
    low: u32,
    high: u32,
    articles: u32,
}

impl FoldedCount {
    fn new(hash: u64, articles: u32) -> FoldedCount {
        FoldedCount {
            low: hash as u32,
            high: (hash >> u32::BITS) as u32,
            articles,
        }
    }

    fn hash(&self) -> u64 {
        u64::from(self.high) << u32::BITS | u64::from(self.low)
    }
}

impl RespelledCounts {
    /// Counts articles that hold a spelling.
    pub(super) fn add(&mut self, spelling: &str, folded: &str, articles: u32) {
        if spelling == folded {
            return;
        }
        let hash = hash(folded);
        let known = self
            .words
            .entry(hash, |w| w.hash() == hash, FoldedCount::hash);
        let mut known = known.or_insert(FoldedCount::new(hash, 0));
        let sum = &mut known.get_mut().articles;
        *sum = sum.saturating_add(articles);
        if has_hamza(spelling) {
            *self.hamza.entry(hash).or_default() += articles;
        }
    }

    /// Takes articles off that hold a spelling no more.
    pub(super) fn remove(&mut self, spelling: &str, folded: &str, articles: u32) {
        if spelling == folded {
            return;
        }
        let hash = hash(folded);
        if let Ok(mut known) = self.words.find_entry(hash, |w| w.hash() == hash) {
            let sum = &mut known.get_mut().articles;
            *sum = sum.saturating_sub(articles);
            if *sum == 0 {
                known.remove();
            }
        }
        if has_hamza(spelling)
            && let Some(sum) = self.hamza.get_mut(&hash)
        {
            *sum = sum.saturating_sub(articles);
            if *sum == 0 {
                self.hamza.remove(&hash);
            }
        }
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.words.allocation_size() + self.hamza.capacity() * size_of::<(u64, u32)>()
    }
}

fn has_hamza(spelling: &str) -> bool {
    spelling.starts_with(['أ', 'إ', 'آ'])
}

/// What a lexicon knows of folded words.
#[derive(Clone, Copy)]
pub(super) struct FoldedWords<'a>(pub(super) &'a Lexicon);

impl Vocabulary for FoldedWords<'_> {
    fn count(&self, folded: &str) -> u32 {
        let FoldedWords(lexicon) = self;
        if lexicon.lean.is_some() {
            return self.added_up(folded, |_| true);
        }
        let hash = hash(folded);
        let same = lexicon.numbers.find(|| hash, folded, &lexicon.spellings);
        // What is left of a folded word need not be one: «1,500» of «و1,500».
        let same = same.filter(|_| letters::is_folded(folded));
        let same = same.map_or(0, |word| lexicon.count(word));
        let words = &lexicon.respelled.words;
        let others = words.find(hash, |word| word.hash() == hash);
        same.saturating_add(others.map_or(0, |word| word.articles))
    }

    fn with_hamza(&self, folded: &str) -> u32 {
        if self.0.lean.is_some() {
            return self.added_up(folded, |spelling| has_hamza(spelling) && spelling != folded);
        }
        let known = self.0.respelled.hamza.get(&hash(folded));
        known.copied().unwrap_or(0)
    }
}

impl FoldedWords<'_> {
    /// How many articles hold the spellings of a folded word that are wanted, each of them looked up.
    fn added_up(self, folded: &str, wanted: impl Fn(&str) -> bool) -> u32 {
        let FoldedWords(lexicon) = self;
        let mut sum: u32 = 0;
        lexicon.written_as(folded, &mut |word| {
            if wanted(lexicon.spelling(word)) {
                sum = sum.saturating_add(lexicon.count(word));
            }
        });
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[(&str, u32)], folded: &str, articles: u32, with_hamza: u32) {
        let mut lexicon = Lexicon::default();
        for (spelling, articles) in words {
            lexicon.take(spelling, *articles);
        }
        let known = lexicon.folded();
        let counts = (known.count(folded), known.with_hamza(folded));
        assert_eq!(counts, (articles, with_hamza), "{folded}");
    }

    #[test]
    fn a_folded_word_counts_in_all_its_spellings() {
        let words = [
            ("امل", 3),
            ("أمل", 5),
            ("آمل", 2),
            ("مدرسة", 7),
            ("مدرسه", 1),
        ];
        check(&words, "امل", 10, 7);
        check(&words, "مدرسه", 8, 0);
        check(&words, "قلم", 0, 0);
    }

    #[test]
    fn what_is_not_folded_is_no_word() {
        let words = [("أمل", 5), ("1,500", 4), ("١٬٥٠٠", 2), ("1500", 1)];
        check(&words, "أمل", 0, 0);
        check(&words, "1,500", 0, 0);
        check(&words, "1500", 7, 0);
    }
}
