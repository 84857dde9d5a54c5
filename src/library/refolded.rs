//! What the whole corpus says about single articles, beside their shards: paragraphs that are furniture,
//! and the folds of an article without them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Entry;
use crate::corpus::Class;
use crate::corpus::packing::{FieldReader, FieldWriter};
use crate::dedup::{self, FoldCounts, Folds};

/// Articles that are not as their shards have them, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct RefoldedArticles {
    refolded: Arc<FxHashMap<u32, Arc<Refolded>>>,
}

/// An article some of whose paragraphs are furniture.
#[derive(Debug)]
pub(super) struct Refolded {
    /// Their indices, ascending.
    pub(super) furniture: Box<[u32]>,
    /// What is folded without them, packed.
    pub(super) folds: Box<[u8]>,
    /// Words inside those folds.
    pub(super) repeated_words: u32,
}

impl Refolded {
    /// Classes the paragraphs of an article, and folds it anew.
    pub(super) fn new(mut entry: Entry, furniture: Vec<u32>) -> Refolded {
        mark(&mut entry, &furniture);
        let folds = dedup::fold((&entry.article).into());
        let mut packed = FieldWriter::default();
        folds.pack(&mut packed);
        Refolded {
            furniture: furniture.into(),
            folds: packed.bytes.into(),
            repeated_words: folds.repeated_words,
        }
    }
}

impl RefoldedArticles {
    pub(super) fn new(refolded: impl IntoIterator<Item = (u32, Refolded)>) -> RefoldedArticles {
        let shared = |(number, refolded)| (number, Arc::new(refolded));
        RefoldedArticles {
            refolded: Arc::new(refolded.into_iter().map(shared).collect()),
        }
    }

    /// The same where articles have other numbers, or are gone.
    pub(super) fn renumbered(&self, numbers: &[Option<u32>]) -> RefoldedArticles {
        let moved = self.refolded.iter().filter_map(|(number, refolded)| {
            let number = numbers.get(*number as usize).copied().flatten()?;
            Some((number, Arc::clone(refolded)))
        });
        RefoldedArticles {
            refolded: Arc::new(moved.collect()),
        }
    }

    /// Has an article as it says, or as its shard has it.
    pub(super) fn set(&mut self, number: u32, refolded: Option<Refolded>) {
        let all = Arc::make_mut(&mut self.refolded);
        match refolded {
            Some(refolded) => all.insert(number, Arc::new(refolded)),
            None => all.remove(&number),
        };
    }

    /// The paragraphs of an article that are furniture, ascending.
    pub(super) fn furniture(&self, number: u32) -> &[u32] {
        let refolded = self.refolded.get(&number);
        refolded.map_or(&[], |refolded| &refolded.furniture)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.refolded.len()
    }

    /// All of them by number.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (u32, &Refolded)> {
        let mut numbers: Vec<u32> = self.refolded.keys().copied().collect();
        numbers.sort_unstable();
        numbers
            .into_iter()
            .filter_map(|no| Some((no, &**self.refolded.get(&no)?)))
    }

    /// Whether an article is not as its shard has it.
    pub(super) fn touches(&self, number: u32) -> bool {
        self.refolded.contains_key(&number)
    }

    /// Puts what is known of an article over what its shard has.
    pub(super) fn apply(&self, number: u32, entry: &mut Entry) {
        let Some(refolded) = self.refolded.get(&number) else {
            return;
        };
        mark(entry, &refolded.furniture);
        let mut packed = FieldReader::new(&refolded.folds);
        let folds = Folds::unpack(&mut packed, (&entry.article).into());
        debug_assert!(folds.is_ok(), "folds of another article");
        entry.folds = folds.unwrap_or_default();
    }

    /// How much of an article is folded, where that is not as its shard has it.
    pub(super) fn fold_counts(&self, number: u32) -> Option<FoldCounts> {
        let refolded = self.refolded.get(&number)?;
        let counts = FoldCounts::unpack(&mut FieldReader::new(&refolded.folds));
        Some(counts.unwrap_or_default())
    }

    /// Words of an article that are folded, where that is not as its shard has it.
    pub(super) fn repeated_words(&self, number: u32) -> Option<u32> {
        Some(self.refolded.get(&number)?.repeated_words)
    }
}

/// Classes paragraphs as furniture.
fn mark(entry: &mut Entry, furniture: &[u32]) {
    for paragraph in furniture {
        let paragraph = entry.article.paragraphs.get_mut(*paragraph as usize);
        if let Some(paragraph) = paragraph {
            paragraph.class = Class::Chrome;
        }
    }
}
