//! From paths to published snapshots: reads, folds, builds shards, and makes them visible as they are done.
//!
//! The first shards are small, so that there is something to see and to search at once. A snapshot
//! is published when the articles have become some quarter more: what making one costs is in
//! proportion to all articles, so all of them together cost as much as a few of the whole corpus.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::columns::ArticleColumns;
use super::ids::Ids;
use super::keys::Keys;
use super::order::PlaceOrder;
use super::refolded::RefoldedArticles;
use super::shard::{ExaminedArticle, Shard};
use super::shard_builders::ShardBuilders;
use super::shards::Shards;
use super::unpacked::UnpackedEntries;
use super::{Library, chrome};
use crate::corpus::{self, Article, Examine, LoadEvent, Problem, Progress, Reason, Sources};
use crate::dedup::{self, Folds};
use crate::index::{Analysis, Assembly, IndexError};

/// What loading publishes while it goes on.
pub enum Published {
    /// How far reading is.
    Progress(Progress),
    /// A newer snapshot.
    Snapshot(Arc<Library>),
    /// The last snapshot: all is loaded.
    Complete(Arc<Library>),
}

/// Articles of the first shard: few, so that there is soon something to read.
const FIRST_SHARD: usize = 64;
/// Times as many articles in each further shard, up to [`MAX_SHARD`].
const SHARD_GROWTH: usize = 4;
/// Most articles of a shard: fewer shards are searched sooner, but are seen later.
const MAX_SHARD: usize = 8192;
/// Bytes of text with which a shard ends, whatever its articles.
const MAX_SHARD_BYTES: usize = 64 << 20;
/// A snapshot has at least an n-th more articles than the one before.
const PUBLISH_SHARE: usize = 4;
/// Longest wait for the first snapshot, and between snapshots where nothing more comes.
const STALLED_WAIT: Duration = Duration::from_millis(300);
/// Longest wait between snapshots while reading is slow.
const SLOW_WAIT: Duration = Duration::from_secs(2);
/// Shortest wait between such snapshots, in multiples of the time the last one took to make: they
/// take a twentieth of the time at most.
const WAIT_FACTOR: u32 = 20;
/// Longest wait for a shard that is being built, after which a stop is looked at.
const BUILD_WAIT: Duration = Duration::from_millis(100);
/// Problems kept to be shown, which bounds their memory; all are counted.
const MAX_PROBLEMS: usize = 100_000;

/// Loads `sources`, publishing as it goes; stops early when `publish` breaks.
pub fn load(
    sources: &Sources,
    publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
) -> Result<(), IndexError> {
    Loader::new(LoadPlan::BROWSE).run(sources, publish)
}

/// Loads `sources` whole, to be searched.
pub fn open(sources: impl Into<Sources>) -> Result<Arc<Library>, IndexError> {
    whole(LoadPlan::SEARCH, &sources.into())
}

/// Loads `sources` whole without an index: a query finds nothing, everything else is there sooner.
pub fn read(sources: impl Into<Sources>) -> Result<Arc<Library>, IndexError> {
    whole(LoadPlan::READ, &sources.into())
}

fn whole(plan: LoadPlan, sources: &Sources) -> Result<Arc<Library>, IndexError> {
    let mut library = Arc::default();
    Loader::new(plan).run(sources, &mut |published| {
        if let Published::Complete(complete) = published {
            library = complete;
        }
        ControlFlow::Continue(())
    })?;
    Ok(library)
}

/// Loads `sources` with a first shard of `first` articles.
#[cfg(test)]
pub(super) fn in_shards(sources: &Sources, first: usize) -> Result<Arc<Library>, IndexError> {
    let plan = LoadPlan {
        first_shard: first,
        ..LoadPlan::BROWSE
    };
    whole(plan, sources)
}

/// What a load is for.
#[derive(Clone, Copy, Debug)]
struct LoadPlan {
    /// Whether articles will be searched.
    indexed: bool,
    /// Whether somebody looks before the end.
    watched: bool,
    /// Articles of the first shard.
    first_shard: usize,
}

impl LoadPlan {
    const BROWSE: LoadPlan = LoadPlan {
        indexed: true,
        watched: true,
        first_shard: FIRST_SHARD,
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

struct Loader {
    plan: LoadPlan,
    builders: ShardBuilders,
    /// The articles of the next shard, and bytes of their text.
    run: Vec<ExaminedArticle>,
    run_bytes: usize,
    /// Articles with which the next shard is full.
    shard_size: usize,
    shards: Shards,
    assembly: Option<Assembly>,
    columns: Arc<ArticleColumns>,
    /// Articles that were asked for lately.
    unpacked: Arc<UnpackedEntries>,
    problems: Arc<Vec<Problem>>,
    problem_counts: [usize; 3],
    /// Articles that were read.
    read: usize,
    began: Instant,
    /// The last snapshot.
    shown: Shown,
    /// Articles there were at the last report of progress.
    reported: usize,
}

/// What a snapshot showed, when, and what it took to make it.
struct Shown {
    articles: usize,
    at: Instant,
    took: Duration,
}

impl Loader {
    fn new(plan: LoadPlan) -> Loader {
        Loader {
            plan,
            builders: ShardBuilders::start(plan.indexed),
            run: Vec::new(),
            run_bytes: 0,
            shard_size: plan.first_shard,
            shards: Shards::default(),
            assembly: plan.indexed.then(Assembly::default),
            columns: Arc::default(),
            unpacked: Arc::default(),
            problems: Arc::default(),
            problem_counts: [0; 3],
            read: 0,
            began: Instant::now(),
            shown: Shown {
                articles: 0,
                at: Instant::now(),
                took: Duration::ZERO,
            },
            reported: 0,
        }
    }

    fn run(
        &mut self,
        sources: &Sources,
        publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
    ) -> Result<(), IndexError> {
        let mut failed = None;
        let mut broken = false;
        let examine: Examine<Folds> = Arc::new(|article| dedup::fold(article.into()));
        corpus::load(sources, &examine, &mut |event| {
            let flow = match self.take(event) {
                Ok(None) => ControlFlow::Continue(()),
                Ok(Some(published)) => publish(published),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            };
            broken |= flow.is_break();
            flow
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if broken {
            return Ok(());
        }
        if sources.stop.is_set() {
            self.stopped();
        }
        let last = self.last()?;
        let _ = publish(Published::Complete(last));
        Ok(())
    }

    fn take(&mut self, event: LoadEvent<Folds>) -> Result<Option<Published>, IndexError> {
        match event {
            LoadEvent::Progress(progress) => return self.report(progress).map(Some),
            LoadEvent::Problem(problem) => self.add_problem(problem),
            LoadEvent::Article(article, folds) => self.add(*article, folds)?,
        }
        // What a slow disk has given so far is shown, too.
        let waited = self.shown.articles == 0 && self.began.elapsed() > STALLED_WAIT;
        if self.plan.watched && waited && self.read > 0 {
            return self.publish().map(Some);
        }
        self.publish_if_due()
    }

    /// Publishes where enough has come since the last snapshot.
    fn publish_if_due(&mut self) -> Result<Option<Published>, IndexError> {
        while self.take_shard(Duration::ZERO)? {}
        let due = self.shown.articles + (self.shown.articles / PUBLISH_SHARE).max(1);
        if !self.plan.watched || self.shards.len() < due {
            return Ok(None);
        }
        self.snapshot().map(Some)
    }

    /// Publishes all that has been read.
    fn publish(&mut self) -> Result<Published, IndexError> {
        self.close_run();
        while !self.builders.are_done() {
            self.take_shard(BUILD_WAIT)?;
        }
        self.snapshot()
    }

    /// How far it is; where what feeds us is slow, what has come since the last snapshot.
    fn report(&mut self, progress: Progress) -> Result<Published, IndexError> {
        let stalled = self.reported == self.read;
        self.reported = self.read;
        let patience = if stalled { STALLED_WAIT } else { SLOW_WAIT };
        let due = patience.max(self.shown.took * WAIT_FACTOR);
        let unseen = self.read > self.shown.articles;
        if self.plan.watched && unseen && self.shown.at.elapsed() >= due {
            return self.publish();
        }
        Ok(self
            .publish_if_due()?
            .unwrap_or(Published::Progress(progress)))
    }

    /// Counts a problem, and keeps it if there is room; `check` reports all of them.
    fn add_problem(&mut self, problem: Problem) {
        self.problem_counts[problem.level as usize] += 1;
        if self.problems.len() < MAX_PROBLEMS {
            Arc::make_mut(&mut self.problems).push(problem);
        }
    }

    fn stopped(&mut self) {
        let articles = self.read as u64;
        let reason = Reason::LoadingStopped { articles };
        self.add_problem(Problem::new(PathBuf::new(), reason));
    }

    fn add(&mut self, article: Article, folds: Folds) -> Result<(), IndexError> {
        self.read += 1;
        self.run_bytes += article.text.len();
        self.run.push(ExaminedArticle { article, folds });
        if self.run.len() >= self.shard_size || self.run_bytes >= MAX_SHARD_BYTES {
            self.close_run();
            self.shard_size = (self.shard_size * SHARD_GROWTH).min(MAX_SHARD);
        }
        while self.builders.are_full() {
            self.take_shard(BUILD_WAIT)?;
        }
        Ok(())
    }

    /// Has a shard built of the articles that wait for it.
    fn close_run(&mut self) {
        if !self.run.is_empty() {
            self.builders.give(std::mem::take(&mut self.run));
            self.run_bytes = 0;
        }
    }

    /// Takes in the next shard, waited for as long as that; whether there was one.
    fn take_shard(&mut self, patience: Duration) -> Result<bool, IndexError> {
        let Some(shard) = self.builders.take(patience)? else {
            return Ok(false);
        };
        self.take_in(shard);
        Ok(true)
    }

    fn take_in(&mut self, shard: Arc<Shard>) {
        if let (Some(assembly), Some(segment)) = (&mut self.assembly, &shard.segment) {
            assembly.add(Arc::clone(segment));
        }
        Arc::make_mut(&mut self.columns).add(&shard.columns);
        self.shards.push(shard);
    }

    fn snapshot(&mut self) -> Result<Published, IndexError> {
        let began = Instant::now();
        let library = self.library(Analysis::New, RefoldedArticles::default())?;
        self.shown = Shown {
            articles: self.shards.len(),
            at: Instant::now(),
            took: began.elapsed(),
        };
        Ok(Published::Snapshot(library))
    }

    /// The library of all that was read, with what only all of it tells.
    fn last(&mut self) -> Result<Arc<Library>, IndexError> {
        self.close_run();
        while !self.builders.are_done() {
            self.take_shard(BUILD_WAIT)?;
        }
        let refolded = chrome::settle(&self.shards);
        self.library(Analysis::Whole, refolded)
    }

    fn library(
        &mut self,
        analysis: Analysis,
        refolded: RefoldedArticles,
    ) -> Result<Arc<Library>, IndexError> {
        let searcher = self.assembly.as_mut().map(|a| a.searcher(analysis));
        let order = PlaceOrder::of(&self.shards);
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
            unpacked: Arc::clone(&self.unpacked),
            kept_refolded: Arc::default(),
        }))
    }
}
