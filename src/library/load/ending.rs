//! The end of a load: all is read, and shards are still being built.
//!
//! Of a corpus that is kept and not yet indexed that is nearly all of the work, so what is done is published
//! meanwhile, and a stop is looked at.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::super::keeping::ShardName;
use super::super::order::PlaceOrder;
use super::super::{Library, chrome};
use super::Published;
use super::loader::{BUILD_WAIT, Loader, MemoryState, STALLED_WAIT};
use crate::corpus::{Problem, Reason};
use crate::index::{Analysis, IndexError};

impl Loader {
    /// Whether shards are being built that will be waited for.
    pub(super) fn is_building(&self) -> bool {
        !self.builders.are_done() && !self.stop.is_set()
    }

    pub(super) fn is_full(&self) -> bool {
        self.memory == MemoryState::Full
    }

    /// Takes in what is being built as long as that is to be waited for, publishing as it comes.
    pub(super) fn take_while(
        &mut self,
        waits: impl Fn(&Loader) -> bool,
        publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, IndexError> {
        while waits(self) {
            self.take_shard(BUILD_WAIT)?;
            if let Some(published) = self.publish_if_due()?
                && publish(published).is_break()
            {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Takes in what is still being built.
    pub(super) fn settle(
        &mut self,
        publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, IndexError> {
        self.close_run();
        let waits = |loader: &Loader| loader.is_building() && !loader.is_full();
        if self.take_while(waits, publish)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        // What was kept and is not yet indexed will be there the next time; all else is waited for.
        let unindexed = |name: &Option<ShardName>| name.is_some_and(|name| !name.is_indexed());
        if self.plan.indexed && self.awaited_names.iter().any(unindexed) {
            while self.is_partial() && !self.builders.are_done() {
                self.take_shard(BUILD_WAIT)?;
            }
            self.builders.give_up();
            self.awaited_names.clear();
            // What is known of the whole corpus is of more than this.
            self.before = None;
            self.changed = true;
        }
        while !self.builders.are_done() {
            self.take_shard(BUILD_WAIT)?;
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Publishes all that has been read, as far as it is built soon.
    pub(super) fn publish(&mut self) -> Result<Option<Published>, IndexError> {
        self.close_run();
        let until = Instant::now() + STALLED_WAIT;
        while self.is_building() && Instant::now() < until {
            self.take_shard(BUILD_WAIT)?;
        }
        let any_new = self.shards.len() > self.shown.articles && !self.is_partial();
        any_new.then(|| self.snapshot()).transpose()
    }

    /// Says that not all is there.
    pub(super) fn stopped(&mut self) {
        let articles = self.shards.len() as u64;
        let reason = if self.is_full() {
            Reason::MemoryShort { articles }
        } else {
            Reason::LoadingStopped { articles }
        };
        self.add_problem(Problem::new(PathBuf::new(), reason));
    }

    /// The library of all that was read, with what only all of it tells.
    pub(super) fn last(&mut self) -> Result<Arc<Library>, IndexError> {
        let order = PlaceOrder::of(&self.shards);
        let refolded = match self.before.take() {
            Some(before) if !self.changed => before.settled.refolded,
            before => {
                let settled = match before {
                    Some(before) => chrome::settle_again(&self.shards, &order, before)?,
                    None => chrome::settle(&self.shards, &order)?,
                };
                self.settled.insert(settled).refolded.clone()
            }
        };
        self.library(Analysis::Whole, refolded, order)
    }
}
