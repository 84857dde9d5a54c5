//! Runs of articles in, their shards out in the same order, built on several threads.
//!
//! Building takes most of the time of a load: each run is built whole by one thread. A few runs are
//! built or wait to be taken; beyond that the giver waits, so that memory stays bounded.

use std::collections::VecDeque;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};

use super::shard::{ExaminedArticle, Shard};
use crate::index::IndexError;

/// Most threads that build: each holds the articles of a shard, and what it makes of them.
const MAX_BUILDERS: usize = 4;

/// A run of articles, and where its shard is awaited.
struct BuildJob {
    articles: Vec<ExaminedArticle>,
    built: Sender<Result<Shard, IndexError>>,
}

/// Threads that build shards. They end when this is dropped.
pub(super) struct ShardBuilders {
    jobs: Sender<BuildJob>,
    /// Shards that were not taken yet, in order.
    awaited: VecDeque<Receiver<Result<Shard, IndexError>>>,
    threads: usize,
}

impl ShardBuilders {
    /// Starts the threads; `indexed` says whether shards will be searched.
    pub(super) fn start(indexed: bool) -> ShardBuilders {
        let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let threads = threads.min(MAX_BUILDERS);
        let (jobs, waiting) = unbounded::<BuildJob>();
        for _ in 0..threads {
            let waiting = waiting.clone();
            thread::spawn(move || {
                for job in waiting {
                    // Nobody waits any more where loading was given up.
                    let _ = job.built.send(Shard::build(job.articles, indexed));
                }
            });
        }
        ShardBuilders {
            jobs,
            awaited: VecDeque::new(),
            threads,
        }
    }

    /// Has a shard built.
    pub(super) fn give(&mut self, articles: Vec<ExaminedArticle>) {
        let (built, shard) = bounded(1);
        // A failure shows when the shard is taken.
        let _ = self.jobs.send(BuildJob { articles, built });
        self.awaited.push_back(shard);
    }

    /// Whether as many runs wait as there are threads: the next shard should be taken first.
    pub(super) fn are_full(&self) -> bool {
        self.awaited.len() > self.threads
    }

    /// The next shard, waited for as long as that; `None` where there is none yet, or none is awaited.
    pub(super) fn take(&mut self, patience: Duration) -> Result<Option<Arc<Shard>>, IndexError> {
        let Some(next) = self.awaited.front() else {
            return Ok(None);
        };
        match next.recv_timeout(patience) {
            Ok(built) => {
                self.awaited.pop_front();
                built.map(|shard| Some(Arc::new(shard)))
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
