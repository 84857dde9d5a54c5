//! What a load has read so far in, a library of it out.

use std::sync::Arc;
use std::time::Instant;

use super::super::Library;
use super::super::ids::Ids;
use super::super::keys::Keys;
use super::super::order::PlaceOrder;
use super::super::ranked::DatePlaces;
use super::super::refolded::RefoldedArticles;
use super::Published;
use super::loader::{Loader, Shown};
use crate::index::{Analysis, IndexError};

impl Loader {
    pub(super) fn snapshot(&mut self) -> Result<Published, IndexError> {
        let began = Instant::now();
        let before = self.before.as_ref();
        let refolded = before.map_or_else(Default::default, |b| b.settled.refolded.clone());
        let order = PlaceOrder::of(&self.shards);
        let library = self.library(Analysis::New, refolded, order)?;
        self.shown = Shown {
            articles: self.shards.len(),
            at: Instant::now(),
            took: began.elapsed(),
        };
        Ok(Published::Snapshot(library))
    }

    pub(super) fn library(
        &mut self,
        analysis: Analysis,
        refolded: RefoldedArticles,
        order: PlaceOrder,
    ) -> Result<Arc<Library>, IndexError> {
        let searcher = self.assembly.as_mut().map(|a| a.searcher(analysis));
        let whole = analysis == Analysis::Whole;
        let copies_keeper = whole.then(|| self.copies_keeper(&order)).flatten();
        let numbers = self.shards.numbers_in_order(&order);
        let named = numbers.filter_map(|no| self.shards.named(no));
        Ok(Arc::new(Library {
            ids: Ids::new(named),
            keys: Keys::new(&self.shards),
            columns: Arc::clone(&self.columns),
            searcher: searcher.transpose()?.map(|s| s.with_ranks(order.ranks())),
            shards: self.shards.clone(),
            refolded,
            order,
            problems: Arc::clone(&self.problems),
            problem_counts: self.problem_counts,
            copies_keeper,
            keeper: self.keeper.clone(),
            damaged: Arc::default(),
            dates: DatePlaces::default(),
            unpacked: Arc::clone(&self.unpacked),
            unpacked_refolded: Arc::default(),
        }))
    }
}
