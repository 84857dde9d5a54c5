//! The first articles of a load in, rows of a list out, before they are indexed: to read and to pack a screen of
//! them takes a fraction of the time.

use std::sync::Arc;

use super::super::keys::Keys;
use super::super::order::PlaceOrder;
use super::super::shard::Shard;
use super::super::{FirstScreen, Library};
use super::loader::Loader;
use crate::index::IndexError;

/// Articles that are shown before they are indexed: a screen of them.
pub(super) const FIRST_ROWS: usize = 48;

impl Loader {
    /// Whether there is a screen of articles, and nothing to look at: neither a snapshot nor what an earlier
    /// run kept.
    pub(super) fn first_rows_are_due(&self) -> bool {
        let kept = || self.keeper.as_ref().is_some_and(|keeper| keeper.has_kept());
        let due = self.plan.watched && self.read == FIRST_ROWS && !self.run.is_empty();
        due && self.shown.articles == 0 && !kept()
    }

    /// What there is to read while the first shard is still being indexed.
    pub(super) fn first_rows(&self) -> Result<FirstScreen, IndexError> {
        let shard = Arc::new(Shard::build(self.run.clone(), false)?);
        let mut library = Library {
            problems: Arc::clone(&self.problems),
            problem_counts: self.problem_counts,
            ..Library::default()
        };
        Arc::make_mut(&mut library.columns).add(&shard.columns);
        library.shards.push(shard);
        library.keys = Keys::new(&library.shards);
        library.order = PlaceOrder::of(&library.shards);
        library.first_screen()
    }
}
