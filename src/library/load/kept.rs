//! What a load takes from an earlier run, and keeps for the next.

use std::sync::Arc;
use std::time::SystemTime;

use super::super::Library;
use super::super::keeping::{
    self, CopiesKeeper, CorpusKeeper, Reused, ReusedShard, ShardName, ToKeep, WantedIndex,
};
use super::super::order::PlaceOrder;
use super::super::shard::Shard;
use super::KeepOutcome;
use super::loader::{Loader, MemoryState};
use crate::corpus::{
    Cause, FileNotes, FoundFiles, KnownYears, LoadInput, Problem, Reason, Sources,
};
use crate::index::Searcher;
use crate::words::{Said, messages};

messages! {
    /// Why what should be on the disk is in memory.
    enum OffDisk {
        OtherRun "kept-by-other-run";
    }
}

impl Loader {
    /// Takes in what an earlier run kept, and says what is left to be read; where the files had to be found for
    /// that, also which there are.
    pub(super) fn reuse(&mut self, sources: &Sources) -> (LoadInput, Option<FoundFiles>) {
        let mut problems = Vec::new();
        self.keeper = CorpusKeeper::open(sources, &mut problems).map(Arc::new);
        let keeper = self.keeper.clone().filter(|keeper| keeper.has_kept());
        let Some(keeper) = keeper else {
            self.add_problems(problems);
            return (LoadInput::Walk, None);
        };
        let found = FoundFiles::under(&sources.paths);
        let index = self.plan.indexed.then_some(WantedIndex {
            asked: self.plan.asked,
            memory_limit: self.memory_limit,
        });
        let reused = keeping::guarded(|| keeper.reuse(&found, index));
        let input = match reused {
            Ok(reused) => self.take_reused(reused),
            Err(error) => {
                problems.extend(error.map(|error| keeping::problem(sources, &error, true)));
                LoadInput::Found(found.clone(), KnownYears::default())
            }
        };
        self.add_problems(problems);
        (input, Some(found))
    }

    /// Takes in what is kept; returns what is left to be read.
    fn take_reused(&mut self, reused: Reused) -> LoadInput {
        for (sum, count) in self.problem_counts.iter_mut().zip(reused.problem_counts) {
            *sum += count;
        }
        Arc::make_mut(&mut self.problems).extend(reused.problems);
        (self.changed, self.restamped) = (!reused.unchanged, reused.restamped);
        self.before = Some(reused.before);
        self.were_read = reused.to_read;
        self.covered = reused.covered;
        self.lexicon_lags = reused.lexicon_lags;
        if let Some(assembly) = reused.assembly {
            self.assembled = reused.covered;
            self.assembly = Some(assembly);
        }
        for shard in reused.shards {
            match shard {
                ReusedShard::Kept(shard, name) => {
                    self.read += shard.len();
                    self.awaited_names.push_back(Some(name));
                    self.builders.give_kept(shard);
                }
                ReusedShard::Left(shard) if shard.len() == 0 => {}
                ReusedShard::Left(shard) => {
                    self.read += shard.len();
                    self.awaited_names.push_back(None);
                    self.builders.give_left(shard);
                }
            }
        }
        LoadInput::Found(reused.rest, reused.years)
    }

    /// Whether something kept was used, which may be at fault for an error.
    pub(super) fn used_kept(&self) -> bool {
        self.keeper.as_ref().is_some_and(|keeper| keeper.has_kept())
    }

    /// After an error: makes what is kept unused; whether that could be done.
    pub(super) fn distrust_kept(&mut self) -> bool {
        let right = self.build_right.take();
        let keeper = self.keeper.as_ref().filter(|keeper| keeper.has_kept());
        keeper.is_some_and(|keeper| keeper.distrust(right))
    }

    /// Removes kept files that nobody will use: those of a load to the disk that was not kept.
    pub(super) fn tidy(&mut self) {
        if let (Some(keeper), Some(right)) = (&self.keeper, self.build_right.take()) {
            keeper.tidy(&right);
        }
    }

    fn is_worth_keeping(&self, keeper: &CorpusKeeper) -> bool {
        self.build_right.is_some()
            || keeper.has_kept()
            || self.began.elapsed() >= self.plan.min_kept_load
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
        notes: FileNotes,
        began: SystemTime,
    ) -> Option<KeepOutcome> {
        let keeper = self
            .keeper
            .as_ref()
            .filter(|keeper| self.is_worth_keeping(keeper))?;
        let to_add = self.plan.indexed && self.lexicon_lags;
        let found = notes.found;
        // What is no regular file (a named pipe) cannot be looked at again.
        let fleeting = found.files.iter().any(|file| file.stamp.is_none());
        if fleeting || !(self.changed || self.restamped || to_add) {
            keeper.mend_first(library);
            return None;
        }
        let right = match self.build_right.take() {
            Some(right) => Ok(Some(right)),
            None => keeper.build_right(),
        };
        // Without it the next run only shows the first rows later.
        let first = library.first_screen().unwrap_or_default();
        let saved = right.and_then(|right| {
            // Another run is keeping the same corpus.
            let Some(right) = right else {
                return Ok(None);
            };
            let shards = self.shards.each().map(|(_, shard)| Arc::clone(shard));
            // One that is as it is kept is not kept again.
            let searcher = library.searcher.as_ref();
            let searcher = searcher.filter(|_| self.changed || self.lexicon_lags);
            let corpus = ToKeep {
                shards: shards.zip(self.names.iter().copied()).collect(),
                settled: self.settled.as_ref(),
                covered: self.covered,
                lexicon: searcher.map(Searcher::lexicon),
                first: &first,
                were_read: &self.were_read,
                found_problems: count_levels(&found.problems),
                files: found.files,
                notes: notes.read,
                problems: &self.problems,
                problem_counts: self.problem_counts,
                began,
            };
            keeper.save(&corpus, &right)
        });
        let outcome = saved.map_err(|error| Box::new(keeping::problem(sources, &error, false)));
        outcome.transpose()
    }

    /// Whether what has come should be on the disk, by choice or because memory is getting short.
    pub(super) fn goes_to_disk(&mut self) -> bool {
        if self.build_right.is_some() {
            return true;
        }
        let wanted = self
            .keeper
            .as_ref()
            .filter(|keeper| keeper.is_on_disk() || self.in_memory > self.memory_limit);
        let Some(keeper) = wanted.cloned() else {
            return false;
        };
        match keeper.build_right() {
            Ok(Some(right)) => {
                keeper.tidy(&right);
                self.build_right = Some(right);
            }
            Ok(None) => self.stays_in_memory(&OffDisk::OtherRun),
            Err(error) => self.stays_in_memory(&error),
        }
        self.build_right.is_some()
    }

    /// Says once that what should be on the disk is in memory.
    fn stays_in_memory(&mut self, why: &impl Said) {
        if self.memory == MemoryState::Enough {
            self.memory = MemoryState::OffDisk;
            let error = Cause::said(why);
            let folder = self.keeper.as_ref().map(|keeper| keeper.folder());
            let folder = folder.unwrap_or_default();
            self.add_problem(Problem::new(folder, Reason::NotOnDisk { error }));
        }
    }

    /// The same shard as it is read from kept files, of which it may have some; where it cannot be written, as it
    /// was.
    pub(super) fn on_disk(
        &mut self,
        shard: Arc<Shard>,
        name: Option<ShardName>,
    ) -> (Arc<Shard>, Option<ShardName>) {
        let (Some(keeper), Some(right)) = (&self.keeper, &self.build_right) else {
            return (shard, name);
        };
        match keeper.put(&shard, name, right) {
            Ok((kept, name)) => (Arc::new(kept), Some(name)),
            // What cannot be kept is said when all is to be.
            Err(_) => (shard, name),
        }
    }
}

/// How many are errors, guesses, notes.
fn count_levels(problems: &[Problem]) -> [usize; 3] {
    let mut counts = [0; 3];
    for problem in problems {
        counts[problem.level as usize] += 1;
    }
    counts
}
