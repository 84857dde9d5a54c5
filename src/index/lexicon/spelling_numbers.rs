//! A spelling in, its number out.
//!
//! The spellings of a kept lexicon are in order, and their numbers with them: one is found by halves, in about the time
//! of a table, and nothing has to be built. As soon as others come, which are in no order, all are put into a table.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::arena::Arena;
use super::{WordNo, hash};

/// Spellings for each of which the first bytes of one stand together with those of others: few enough that they lie in
/// as many bytes as memory gives at a time.
const STEP: usize = 16;
/// Bytes of a spelling that are compared at once.
const HEAD_BYTES: usize = 8;

/// Numbers of spellings, which stand elsewhere.
#[derive(Clone, Default)]
pub(super) struct SpellingNumbers {
    /// Where the numbers are in the order of the spellings, the first bytes of every [`STEP`]th, the first of all among
    /// them; else none.
    heads: Vec<u64>,
    /// By the hash of the spelling; empty where the numbers are in order.
    table: HashTable<WordNo>,
}

impl SpellingNumbers {
    /// The numbers of all spellings, which are in order.
    pub(super) fn of_ordered(spellings: &Arena) -> SpellingNumbers {
        let marked = (0..).take(spellings.len()).step_by(STEP);
        SpellingNumbers {
            heads: marked.map(|word| head(spellings.get(word))).collect(),
            table: HashTable::default(),
        }
    }

    pub(super) fn get(&self, spelling: &str, spellings: &Arena) -> Option<WordNo> {
        self.find(|| hash(spelling), spelling, spellings)
    }

    /// The same, where the hash of the spelling may be known.
    pub(super) fn find(
        &self,
        hash: impl FnOnce() -> u64,
        spelling: &str,
        spellings: &Arena,
    ) -> Option<WordNo> {
        if self.heads.is_empty() {
            let is = |number: &WordNo| spellings.get(*number) == spelling;
            return self.table.find(hash(), is).copied();
        }
        let own = head(spelling);
        let from = self.heads.partition_point(|head| *head < own);
        let rest = self.heads.get(from..).unwrap_or(&[]);
        let same = rest.partition_point(|head| *head == own);
        let first = from.saturating_sub(1) * STEP;
        let last = ((from + same) * STEP).min(spellings.len());
        let number = by_halves(first, last, |word| spellings.get(word) < spelling);
        (spellings.has(number) && spellings.get(number) == spelling).then_some(number)
    }

    /// The number of a spelling, which is put behind the others where it is not among them.
    pub(super) fn take(&mut self, spelling: &str, spellings: &mut Arena) -> WordNo {
        self.put_in_table(spellings);
        let is = |number: &WordNo| spellings.get(*number) == spelling;
        let hasher = |number: &WordNo| hash(spellings.get(*number));
        match self.table.entry(hash(spelling), is, hasher) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let next = u32::try_from(spellings.len()).unwrap_or(u32::MAX);
                new.insert(next);
                spellings.push(spelling);
                next
            }
        }
    }

    /// Puts all spellings into a table, where they are found by halves: for very many questions, and for spellings that
    /// are in no order.
    pub(super) fn put_in_table(&mut self, spellings: &Arena) {
        if self.heads.is_empty() {
            return;
        }
        self.heads = Vec::new();
        self.table = HashTable::with_capacity(spellings.len());
        for number in (0..).take(spellings.len()) {
            let own = hash(spellings.get(number));
            let hasher = |other: &WordNo| hash(spellings.get(*other));
            self.table.insert_unique(own, number, hasher);
        }
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.heads.capacity() * size_of::<u64>() + self.table.allocation_size()
    }
}

/// The first bytes of a spelling as a number: of two spellings in order, the second has no smaller one.
fn head(spelling: &str) -> u64 {
    let bytes = spelling.as_bytes();
    if let Some((head, _)) = bytes.split_first_chunk() {
        return u64::from_be_bytes(*head);
    }
    let mut head = [0; HEAD_BYTES];
    for (to, from) in head.iter_mut().zip(bytes) {
        *to = *from;
    }
    u64::from_be_bytes(head)
}

/// The first number of a range for which a test does not hold, where it holds for those before it.
fn by_halves(first: usize, last: usize, holds: impl Fn(WordNo) -> bool) -> WordNo {
    let (mut first, mut last) = (first, last);
    while first < last {
        let middle = first.midpoint(last);
        if holds(middle as WordNo) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    first as WordNo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_in_order_has_its_number_and_others_have_none() {
        // Hundreds begin with the same eight bytes, and some are the beginning of others.
        let mut words: Vec<String> = (0..700).map(|n| format!("مكتبة{n}")).collect();
        words.extend(["", "م", "مكتب", "مكتبة", "ا", "قلم", "a", "abcdefgh"].map(str::to_owned));
        words.sort();
        let mut all = Arena::default();
        for word in &words {
            all.push(word);
        }
        let mut numbers = SpellingNumbers::of_ordered(&all);
        for (number, word) in (0..).zip(&words) {
            assert_eq!(numbers.get(word, &all), Some(number), "{word}");
        }
        for none in ["ي", "مكت", "مكتبة7000", "abcdefghi", "0"] {
            assert_eq!(numbers.get(none, &all), None, "{none}");
        }
        // One that comes later finds all in the table.
        assert_eq!(numbers.take("قلم", &mut all), all_at(&words, "قلم"));
        assert_eq!(numbers.take("دفتر", &mut all), words.len() as WordNo);
        assert_eq!(numbers.get("دفتر", &all), Some(words.len() as WordNo));
        for (number, word) in (0..).zip(&words) {
            assert_eq!(numbers.get(word, &all), Some(number), "{word}");
        }
        let none = Arena::default();
        assert_eq!(SpellingNumbers::of_ordered(&none).get("قلم", &none), None);
    }

    fn all_at(words: &[String], wanted: &str) -> WordNo {
        words.iter().position(|word| word == wanted).unwrap() as WordNo
    }
}
