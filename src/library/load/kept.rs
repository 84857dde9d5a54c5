//! What a load takes from an earlier run, and keeps for the next.

use std::sync::Arc;
use std::time::SystemTime;

use super::super::Library;
use super::super::keeping::{
    self, CopiesKeeper, CorpusKeeper, Reused, ReusedShard, Saved, ShardName, ToKeep,
};
use super::super::order::PlaceOrder;
use super::loader::Loader;
use crate::corpus::{FileLog, FoundFile, FoundFiles, LoadInput, Sources};
use crate::index::Searcher;

impl Loader {
    /// Takes in what an earlier run kept, and says what is left to be read; where the files had to be found for
    /// that, also which there are.
    pub(super) fn reuse(
        &mut self,
        sources: &Sources,
        log: &FileLog,
    ) -> (LoadInput, Option<FoundFiles>) {
        let mut problems = Vec::new();
        self.keeper = CorpusKeeper::open(sources, &mut problems).map(Arc::new);
        let keeper = self.keeper.clone().filter(|keeper| keeper.has_kept());
        let Some(keeper) = keeper else {
            self.add_problems(problems);
            return (LoadInput::Walk(log.clone()), None);
        };
        let found = FoundFiles::under(&sources.paths);
        let reused = keeping::guarded(|| keeper.reuse(&found, self.plan.indexed));
        let rest = match reused {
            Ok(reused) => self.take_reused(reused),
            Err(error) => {
                problems.extend(error.map(|error| keeping::problem(sources, &error, true)));
                found.clone()
            }
        };
        self.add_problems(problems);
        (LoadInput::Found(rest), Some(found))
    }

    /// Takes in what is kept; returns what is left to be read.
    fn take_reused(&mut self, reused: Reused) -> FoundFiles {
        for (sum, count) in self.problem_counts.iter_mut().zip(reused.problem_counts) {
            *sum += count;
        }
        Arc::make_mut(&mut self.problems).extend(reused.problems);
        self.changed = !reused.unchanged;
        self.refolded = reused.refolded;
        if let Some(assembly) = reused.assembly {
            self.assembly = Some(assembly);
        }
        for shard in reused.shards {
            match shard {
                ReusedShard::Whole(shard, name) => {
                    self.read += shard.len();
                    self.awaited_names.push_back(Some(name));
                    self.builders.give_kept(shard);
                }
                ReusedShard::Struck(articles) => {
                    self.read += articles.len();
                    self.give(articles);
                }
            }
        }
        reused.rest
    }

    fn is_worth_keeping(&self, keeper: &CorpusKeeper) -> bool {
        keeper.has_kept() || self.began.elapsed() >= self.plan.min_kept_load
    }

    /// Where copies are kept, of a corpus that is kept or will be.
    pub(super) fn copies_keeper(&self, order: &PlaceOrder) -> Option<CopiesKeeper> {
        let keeper = self
            .keeper
            .as_ref()
            .filter(|keeper| self.is_worth_keeping(keeper))?;
        Some(CopiesKeeper::of(Arc::clone(keeper), &self.shards, order))
    }

    /// Keeps what a load took long for.
    pub(super) fn keep(
        &mut self,
        sources: &Sources,
        library: &Library,
        files: Vec<FoundFile>,
        began: SystemTime,
    ) -> Option<Saved> {
        let keeper = self
            .keeper
            .as_ref()
            .filter(|keeper| self.is_worth_keeping(keeper))?;
        let is_indexed = |name: &Option<ShardName>| name.is_some_and(|name| name.is_indexed());
        let to_add = self.plan.indexed && !self.names.iter().all(is_indexed);
        if !(self.changed || to_add) {
            return None;
        }
        let shards = self.shards.each().map(|(_, shard)| Arc::clone(shard));
        let saved = keeper.save(&ToKeep {
            shards: shards.zip(self.names.iter().copied()).collect(),
            refolded: &library.refolded,
            lexicon: library.searcher.as_ref().map(Searcher::lexicon),
            files,
            problems: &self.problems,
            problem_counts: self.problem_counts,
            began,
        });
        match saved {
            Ok(saved) => saved,
            Err(error) => {
                self.add_problem(keeping::problem(sources, &error, false));
                None
            }
        }
    }
}
