//! From paths to published snapshots: reads, folds, builds shards, and makes them visible as they are done.
//!
//! The first shards are small, so that there is something to see and to search at once. A snapshot
//! is published when the articles have become some quarter more: what making one costs is in
//! proportion to all articles, so all of them together cost as much as a few of the whole corpus.

mod ending;
mod first;
mod kept;
mod libraries;
mod loader;
mod memory_limit;
mod merging;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use super::keeping::{self, Saved};
use super::{FirstScreen, Library};
use crate::corpus::{Keeping, Problem, Progress, Sources};
use crate::index::{IndexError, OneQuestion};
use crate::kept::{Damage, KeepError};
use loader::Loader;

/// What loading publishes while it goes on.
pub enum Published {
    /// How far reading is.
    Progress(Progress),
    /// Articles that can be listed, and nothing else yet.
    First(FirstScreen),
    /// A newer snapshot.
    Snapshot(Arc<Library>),
    /// The last snapshot: all is loaded.
    Complete(Arc<Library>),
    /// It is kept for the next run.
    Kept(Saved),
    /// It is not kept, though it should be.
    NotKept(Box<Problem>),
}

/// Articles of the first shard: few, so that there is soon something to read.
const FIRST_SHARD: usize = 64;
/// Most articles of a shard: fewer shards are searched sooner, but are seen later.
const MAX_SHARD: usize = 8192;
/// Shortest load that is worth keeping.
const MIN_KEPT_LOAD: Duration = Duration::from_secs(2);

/// Loads `sources`, publishing as it goes; stops early when `publish` breaks.
pub fn load(
    sources: &Sources,
    publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
) -> Result<(), IndexError> {
    run(LoadPlan::BROWSE, sources, publish)
}

/// Loads `sources` whole, to be searched.
pub fn open(sources: impl Into<Sources>) -> Result<Arc<Library>, IndexError> {
    whole(LoadPlan::SEARCH, &sources.into()).map(|(library, _)| library)
}

/// Loads `sources` whole without an index: a query finds nothing, everything else is there sooner.
pub fn read(sources: impl Into<Sources>) -> Result<Arc<Library>, IndexError> {
    whole(LoadPlan::READ, &sources.into()).map(|(library, _)| library)
}

/// Whether a corpus is kept for the next run, where it was worth it.
pub type KeepOutcome = Result<Saved, Box<Problem>>;

impl From<KeepOutcome> for Published {
    fn from(outcome: KeepOutcome) -> Published {
        match outcome {
            Ok(saved) => Published::Kept(saved),
            Err(problem) => Published::NotKept(problem),
        }
    }
}

/// How much is asked of the index of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexUse {
    None,
    /// One question: of what is kept, as much is read as its answer needs.
    Once(OneQuestion),
    Often,
}

/// Loads `sources` whole; with what was kept of them for the next run.
pub fn load_whole(
    sources: &Sources,
    index: IndexUse,
) -> Result<(Arc<Library>, Option<KeepOutcome>), IndexError> {
    let plan = match index {
        IndexUse::None => LoadPlan::READ,
        IndexUse::Once(question) => LoadPlan {
            asked: Some(question),
            ..LoadPlan::SEARCH
        },
        IndexUse::Often => LoadPlan::SEARCH,
    };
    whole(plan, sources)
}

fn whole(
    plan: LoadPlan,
    sources: &Sources,
) -> Result<(Arc<Library>, Option<KeepOutcome>), IndexError> {
    let (mut library, mut saved) = (Arc::default(), None);
    run(plan, sources, &mut |published| {
        match published {
            Published::Complete(complete) => library = complete,
            Published::Kept(kept) => saved = Some(Ok(kept)),
            Published::NotKept(problem) => saved = Some(Err(problem)),
            Published::Progress(_) | Published::First(_) | Published::Snapshot(_) => {}
        }
        ControlFlow::Continue(())
    })?;
    Ok((library, saved))
}

/// Loads `sources`; anew, where what an earlier run kept turns out to be damaged.
fn run(
    plan: LoadPlan,
    sources: &Sources,
    publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
) -> Result<(), IndexError> {
    let mut loader = Loader::new(plan);
    let loaded = loader.run(sources, publish);
    match loaded {
        Err(_) if loader.used_kept() => {
            // Where another run holds the right to keep the corpus, this one leaves all to it.
            let keeping = if loader.distrust_kept() {
                sources.keeping.clone()
            } else {
                Keeping::default()
            };
            // It may hold what the next one needs.
            drop(loader);
            let mut again = Loader::new(plan);
            let error = KeepError::Torn(Damage::UnreadablePart);
            again.add_problem(keeping::problem(sources, &error, true));
            let sources = Sources {
                keeping,
                ..sources.clone()
            };
            again.run(&sources, publish)
        }
        loaded => loaded,
    }
}

/// Loads `sources` in shards of `first` articles, publishing as for one who looks.
#[cfg(test)]
pub(super) fn in_shards(sources: &Sources, first: usize) -> Result<Arc<Library>, IndexError> {
    let plan = LoadPlan {
        first_shard: first,
        shards_grow: false,
        ..LoadPlan::BROWSE
    };
    whole(plan, sources).map(|(library, _)| library)
}

/// Loads `sources` whole, and keeps them however quickly that went.
#[cfg(test)]
pub(super) fn kept_at_once(sources: &Sources, indexed: bool) -> Result<Arc<Library>, IndexError> {
    let plan = LoadPlan {
        indexed,
        min_kept_load: Duration::ZERO,
        ..LoadPlan::SEARCH
    };
    whole(plan, sources).map(|(library, _)| library)
}

/// The same; how many bytes of files were read for that, too.
#[cfg(test)]
pub(super) fn kept_and_counted(sources: &Sources) -> (Arc<Library>, u64) {
    let plan = LoadPlan {
        min_kept_load: Duration::ZERO,
        ..LoadPlan::SEARCH
    };
    let (mut library, mut bytes) = (Arc::default(), 0);
    let loaded = run(plan, sources, &mut |published| {
        match published {
            Published::Complete(complete) => library = complete,
            Published::Progress(progress) => bytes = progress.bytes_done,
            _ => {}
        }
        ControlFlow::Continue(())
    });
    assert!(loaded.is_ok());
    (library, bytes)
}

/// Loads and keeps `sources` in shards of `first` articles, as for one who looks.
#[cfg(test)]
pub(super) fn watched(
    sources: &Sources,
    first: usize,
    indexed: bool,
    publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
) {
    let plan = LoadPlan {
        indexed,
        first_shard: first,
        shards_grow: false,
        min_kept_load: Duration::ZERO,
        ..LoadPlan::BROWSE
    };
    assert!(run(plan, sources, publish).is_ok());
}

/// Loads `sources` in shards of `first` articles, of which that many bytes may be in memory.
#[cfg(test)]
pub(super) fn limited(sources: &Sources, first: usize, limit: u64) -> Arc<Library> {
    let mut loader = Loader::new(LoadPlan {
        first_shard: first,
        shards_grow: false,
        min_kept_load: Duration::ZERO,
        ..LoadPlan::SEARCH
    });
    loader.memory_limit = limit;
    let mut library = Arc::default();
    let loaded = loader.run(sources, &mut |published| {
        if let Published::Complete(complete) = published {
            library = complete;
        }
        ControlFlow::Continue(())
    });
    assert!(loaded.is_ok());
    library
}

/// What a load is for.
#[derive(Clone, Copy, Debug)]
struct LoadPlan {
    /// Whether articles will be searched.
    indexed: bool,
    /// Whether somebody looks before the end.
    watched: bool,
    /// The one question that is asked, where there are no more.
    asked: Option<OneQuestion>,
    /// Articles of the first shard.
    first_shard: usize,
    /// Each further one has as many as have come before it, up to [`MAX_SHARD`]: less than half of what has come waits
    /// to be seen.
    shards_grow: bool,
    /// Shortest load that is worth keeping.
    min_kept_load: Duration,
}

impl LoadPlan {
    /// Articles of the shard after one of `size`, when so many were read.
    fn next_shard(&self, size: usize, read: usize) -> usize {
        if self.shards_grow {
            read.clamp(size, MAX_SHARD)
        } else {
            size
        }
    }

    const BROWSE: LoadPlan = LoadPlan {
        indexed: true,
        watched: true,
        asked: None,
        first_shard: FIRST_SHARD,
        shards_grow: true,
        min_kept_load: MIN_KEPT_LOAD,
    };
    const SEARCH: LoadPlan = LoadPlan {
        watched: false,
        first_shard: MAX_SHARD,
        ..LoadPlan::BROWSE
    };
    const READ: LoadPlan = LoadPlan {
        indexed: false,
        ..LoadPlan::SEARCH
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What waits for a shard to be full is not found by a search.
    #[test]
    fn at_most_half_of_what_was_read_waits_to_be_searched() {
        let plan = LoadPlan::BROWSE;
        let (mut size, mut read, mut shards) = (plan.first_shard, 0, 0);
        while read < 100_000 {
            let waiting = size - 1;
            assert!(read == 0 || waiting <= read, "{waiting} after {read}");
            read += size;
            shards += 1;
            size = plan.next_shard(size, read);
        }
        // Each is looked into by every search.
        assert!(shards < 25, "{shards}");
    }
}
