//! What the whole corpus says about single articles, beside their shards: paragraphs that are furniture,
//! and the folds of an article without them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Entry;
use crate::corpus::Class;
use crate::dedup::Folds;

/// Articles that are not as their shards have them, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct RefoldedArticles {
    refolded: Arc<FxHashMap<u32, Refolded>>,
}

/// An article some of whose paragraphs are furniture.
#[derive(Debug)]
pub(super) struct Refolded {
    /// Their indices.
    pub(super) furniture: Vec<u32>,
    pub(super) folds: Folds,
}

impl RefoldedArticles {
    pub(super) fn new(refolded: FxHashMap<u32, Refolded>) -> RefoldedArticles {
        RefoldedArticles {
            refolded: Arc::new(refolded),
        }
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
        entry.folds = refolded.folds.clone();
    }

    /// Words of an article that are folded, where that is not as its shard has it.
    pub(super) fn repeated_words(&self, number: u32) -> Option<u32> {
        Some(self.refolded.get(&number)?.folds.repeated_words)
    }
}

/// Classes paragraphs as furniture.
pub(super) fn mark(entry: &mut Entry, furniture: &[u32]) {
    for paragraph in furniture {
        let paragraph = entry.article.paragraphs.get_mut(*paragraph as usize);
        if let Some(paragraph) = paragraph {
            paragraph.class = Class::Chrome;
        }
    }
}
