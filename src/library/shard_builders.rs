//! Runs of articles in, their shards out in the same order, built on several threads.
//!
//! Building takes most of the time of a load: each run is built whole by one thread. A few runs are
//! built or wait to be taken; beyond that the giver waits, so that memory stays bounded.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};

use super::shard::{ExaminedArticle, Shard};
use crate::index::IndexError;

/// Most threads that build: each holds the articles of a shard, and what it makes of them.
const MAX_BUILDERS: usize = 4;

/// What is built, and where the shard is awaited.
struct BuildJob {
    from: ShardInput,
    built: Sender<Result<Arc<Shard>, IndexError>>,
}

/// What a shard is built from.
enum ShardInput {
    Articles(Vec<ExaminedArticle>),
    /// A shard that may lack its segment of the index.
    Kept(Arc<Shard>),
    /// What is left of a shard.
    Left(Box<Shard>),
}

impl ShardInput {
    fn build(self, indexed: bool) -> Result<Arc<Shard>, IndexError> {
        match self {
            ShardInput::Articles(articles) => Shard::build(articles, indexed).map(Arc::new),
            ShardInput::Left(shard) => {
                let articles = shard.articles()?;
                Shard::build(articles, indexed).map(Arc::new)
            }
            ShardInput::Kept(shard) => {
                if indexed {
                    shard.index()?;
                }
                Ok(shard)
            }
        }
    }
}

/// Threads that build shards. They end when this is dropped.
pub(super) struct ShardBuilders {
    jobs: Sender<BuildJob>,
    /// Shards that were not taken yet, in order.
    awaited: VecDeque<Receiver<Result<Arc<Shard>, IndexError>>>,
    /// How many of them are of kept shards: those come first, and are not held back.
    kept: usize,
    threads: usize,
    /// What waits is not built any more.
    given_up: Arc<AtomicBool>,
}

impl ShardBuilders {
    /// Starts the threads; `indexed` says whether shards will be searched.
    pub(super) fn start(indexed: bool) -> ShardBuilders {
        let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let threads = threads.min(MAX_BUILDERS);
        let (jobs, waiting) = unbounded::<BuildJob>();
        let given_up = Arc::new(AtomicBool::new(false));
        for _ in 0..threads {
            let (waiting, given_up) = (waiting.clone(), Arc::clone(&given_up));
            thread::spawn(move || {
                for job in waiting {
                    if given_up.load(Ordering::Relaxed) {
                        continue;
                    }
                    // Nobody waits any more where loading was given up.
                    let _ = job.built.send(job.from.build(indexed));
                }
            });
        }
        ShardBuilders {
            jobs,
            awaited: VecDeque::new(),
            kept: 0,
            threads,
            given_up,
        }
    }

    /// Gives up all that was not taken.
    pub(super) fn give_up(&mut self) {
        self.given_up.store(true, Ordering::Relaxed);
        self.awaited.clear();
    }

    /// Has a shard built.
    pub(super) fn give(&mut self, articles: Vec<ExaminedArticle>) {
        self.start_job(ShardInput::Articles(articles));
    }

    /// Has a kept shard indexed, where that is wanted and not done; it is taken in its turn.
    pub(super) fn give_kept(&mut self, shard: Arc<Shard>) {
        self.kept += 1;
        self.start_job(ShardInput::Kept(shard));
    }

    /// Has a shard built of what is left of a kept one.
    pub(super) fn give_left(&mut self, shard: Box<Shard>) {
        self.kept += 1;
        self.start_job(ShardInput::Left(shard));
    }

    fn start_job(&mut self, from: ShardInput) {
        let (built, shard) = bounded(1);
        // A failure shows when the shard is taken.
        let _ = self.jobs.send(BuildJob { from, built });
        self.awaited.push_back(shard);
    }

    /// Whether as many runs wait as there are threads: the next shard should be taken first.
    pub(super) fn are_full(&self) -> bool {
        self.awaited.len().saturating_sub(self.kept) > self.threads
    }

    /// The next shard, waited for as long as that; `None` where there is none yet, or none is awaited.
    pub(super) fn take(&mut self, patience: Duration) -> Result<Option<Arc<Shard>>, IndexError> {
        let Some(next) = self.awaited.front() else {
            return Ok(None);
        };
        match next.recv_timeout(patience) {
            Ok(built) => {
                self.awaited.pop_front();
                self.kept = self.kept.saturating_sub(1);
                built.map(Some)
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => {
                self.awaited.pop_front();
                Err(IndexError::BuilderFailed)
            }
        }
    }

    /// Whether every shard was taken.
    pub(super) fn are_done(&self) -> bool {
        self.awaited.is_empty()
    }
}
