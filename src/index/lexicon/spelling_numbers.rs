//! A spelling in, its number out.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::arena::Arena;
use super::{WordNo, hash};

/// Numbers by the hash of their spelling, which stands elsewhere.
#[derive(Clone, Default)]
pub(super) struct SpellingNumbers(HashTable<WordNo>);

impl SpellingNumbers {
    /// The numbers of all spellings, of which no two are equal.
    pub(super) fn of(spellings: &Arena) -> SpellingNumbers {
        let mut numbers = HashTable::with_capacity(spellings.len());
        for number in (0..).take(spellings.len()) {
            let own = hash(spellings.get(number));
            numbers.insert_unique(own, number, |other| hash(spellings.get(*other)));
        }
        SpellingNumbers(numbers)
    }

    pub(super) fn get(&self, spelling: &str, spellings: &Arena) -> Option<WordNo> {
        self.find(hash(spelling), spelling, spellings)
    }

    /// The same, where the hash of the spelling is known.
    pub(super) fn find(&self, hash: u64, spelling: &str, spellings: &Arena) -> Option<WordNo> {
        let is = |number: &WordNo| spellings.get(*number) == spelling;
        self.0.find(hash, is).copied()
    }

    /// The number of a spelling, which is put behind the others where it is not among them.
    pub(super) fn take(&mut self, spelling: &str, spellings: &mut Arena) -> WordNo {
        let is = |number: &WordNo| spellings.get(*number) == spelling;
        let hasher = |number: &WordNo| hash(spellings.get(*number));
        match self.0.entry(hash(spelling), is, hasher) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let next = u32::try_from(spellings.len()).unwrap_or(u32::MAX);
                new.insert(next);
                spellings.push(spelling);
                next
            }
        }
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.0.allocation_size()
    }
}
