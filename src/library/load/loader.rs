//! Articles in, shards and snapshots out: what a load has so far.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::super::columns::ArticleColumns;
use super::super::keeping::{BuildRight, CorpusKeeper, ShardName};
use super::super::settled::{Settled, SettledBefore};
use super::super::shard::{ExaminedArticle, Shard};
use super::super::shard_builders::ShardBuilders;
use super::super::shards::Shards;
use super::super::unpacked::UnpackedEntries;
use super::memory_limit::memory_limit;
use super::{LoadPlan, Published};
use crate::corpus::{self, Article, Examine, FileLog, LoadEvent, Problem, Progress, Sources, Stop};
use crate::dedup::{self, Folds};
use crate::index::{Assembly, IndexError};

/// Bytes of text with which a shard ends, whatever its articles.
const MAX_SHARD_BYTES: usize = 64 << 20;
/// A snapshot has at least an n-th more articles than the one before.
const PUBLISH_SHARE: usize = 4;
/// Longest wait for the first snapshot, and between snapshots where nothing more comes.
pub(super) const STALLED_WAIT: Duration = Duration::from_millis(300);
/// Longest wait between snapshots while reading is slow.
const SLOW_WAIT: Duration = Duration::from_secs(2);
/// Shortest wait between such snapshots, in multiples of the time the last one took to make: they
/// take a twentieth of the time at most.
const WAIT_FACTOR: u32 = 20;
/// Longest wait for a shard that is being built, after which a stop is looked at.
pub(super) const BUILD_WAIT: Duration = Duration::from_millis(100);
/// Problems kept to be shown, which bounds their memory; all are counted.
const MAX_PROBLEMS: usize = 100_000;

pub(super) struct Loader {
    pub(super) plan: LoadPlan,
    pub(super) builders: ShardBuilders,
    /// The articles of the next shard, and bytes of their text.
    pub(super) run: Vec<ExaminedArticle>,
    run_bytes: usize,
    /// Articles with which the next shard is full.
    shard_size: usize,
    pub(super) shards: Shards,
    /// The kept files of each shard, where it has some.
    pub(super) names: Vec<Option<ShardName>>,
    /// Those of the shards that were given to be indexed, in order.
    pub(super) awaited_names: VecDeque<Option<ShardName>>,
    pub(super) keeper: Option<Arc<CorpusKeeper>>,
    /// Present while shards go to the disk as they are built.
    pub(super) build_right: Option<BuildRight>,
    /// Bytes of shards that are in memory, and how many there may be.
    pub(super) in_memory: u64,
    pub(super) memory_limit: u64,
    pub(super) memory: MemoryState,
    /// What an earlier run found out about the whole corpus, as far as it is as it was.
    pub(super) before: Option<SettledBefore>,
    /// What was found out now, where something had to be.
    pub(super) settled: Option<Settled>,
    /// By place among the files found, which were read; empty where all were.
    pub(super) were_read: Vec<bool>,
    /// How many of the first shards the kept lexicon has the words of, and how many the index has already.
    pub(super) covered: usize,
    pub(super) assembled: usize,
    /// Whether the kept lexicon is not of just these shards.
    pub(super) lexicon_lags: bool,
    /// Where the corpus differs from what is kept of it.
    pub(super) changed: bool,
    /// Where stamps of files differ from those that are kept, and nothing else.
    pub(super) restamped: bool,
    pub(super) assembly: Option<Assembly>,
    pub(super) columns: Arc<ArticleColumns>,
    /// Articles that were asked for lately.
    pub(super) unpacked: Arc<UnpackedEntries>,
    pub(super) problems: Arc<Vec<Problem>>,
    pub(super) problem_counts: [usize; 3],
    /// Articles that were read.
    pub(super) read: usize,
    pub(super) began: Instant,
    /// Whether somebody has stopped the load.
    pub(super) stop: Stop,
    /// The last snapshot.
    pub(super) shown: Shown,
    /// Articles there were at the last report of progress.
    reported: usize,
}

/// How memory lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemoryState {
    Enough,
    /// It is used for what should be on the disk, and that was said.
    OffDisk,
    /// More has come than may be there, and it cannot go to the disk.
    Full,
}

/// What a snapshot showed, when, and what it took to make it.
pub(super) struct Shown {
    pub(super) articles: usize,
    pub(super) at: Instant,
    pub(super) took: Duration,
}

impl Loader {
    pub(super) fn new(plan: LoadPlan) -> Loader {
        Loader {
            plan,
            builders: ShardBuilders::start(plan.indexed),
            run: Vec::new(),
            run_bytes: 0,
            shard_size: plan.first_shard,
            shards: Shards::default(),
            names: Vec::new(),
            awaited_names: VecDeque::new(),
            keeper: None,
            build_right: None,
            in_memory: 0,
            memory_limit: memory_limit(),
            memory: MemoryState::Enough,
            before: None,
            settled: None,
            were_read: Vec::new(),
            covered: 0,
            assembled: 0,
            lexicon_lags: true,
            changed: true,
            restamped: false,
            assembly: plan.indexed.then(Assembly::default),
            columns: Arc::default(),
            unpacked: Arc::default(),
            problems: Arc::default(),
            problem_counts: [0; 3],
            read: 0,
            began: Instant::now(),
            stop: Stop::default(),
            shown: Shown {
                articles: 0,
                at: Instant::now(),
                took: Duration::ZERO,
            },
            reported: 0,
        }
    }

    pub(super) fn run(
        &mut self,
        sources: &Sources,
        publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
    ) -> Result<(), IndexError> {
        self.stop = sources.stop.clone();
        let (input, reused) = self.reuse(sources);
        let log = match self.keeper {
            Some(_) => FileLog::on(),
            None => FileLog::default(),
        };
        let mut failed = None;
        let mut broken = false;
        let examine: Examine<Folds> = Arc::new(|article| dedup::fold(article.into()));
        let began = SystemTime::now();
        corpus::load_files(sources, input, &log, &examine, &mut |event| {
            let flow = self.step(event, publish).unwrap_or_else(|error| {
                failed = Some(error);
                ControlFlow::Break(())
            });
            broken |= flow.is_break();
            if self.is_full() {
                return ControlFlow::Break(());
            }
            flow
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if broken {
            return Ok(());
        }
        if self.settle(publish)?.is_break() {
            return Ok(());
        }
        let stopped = sources.stop.is_set() || self.is_full();
        if stopped {
            self.stopped();
        }
        let last = self.last()?;
        if publish(Published::Complete(Arc::clone(&last))).is_break() || stopped {
            self.tidy();
            return Ok(());
        }
        let mut notes = log.take();
        notes.found = reused.unwrap_or(notes.found);
        let saved = self.keep(sources, &last, notes, began);
        self.tidy();
        if let Some(outcome) = saved {
            let _ = publish(outcome.into());
        }
        Ok(())
    }

    /// Takes in what was read; then what has been built, as long as the builders have more to do than is good.
    fn step(
        &mut self,
        event: LoadEvent<Folds>,
        publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, IndexError> {
        if let Some(published) = self.take(event)?
            && publish(published).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        let waits = |loader: &Loader| loader.builders.are_full() && !loader.stop.is_set();
        self.take_while(waits, publish)
    }

    fn take(&mut self, event: LoadEvent<Folds>) -> Result<Option<Published>, IndexError> {
        match event {
            LoadEvent::Progress(progress) => return self.report(progress).map(Some),
            LoadEvent::Problem(problem) => self.add_problem(problem),
            LoadEvent::Article(article, folds) => self.add(*article, folds),
        }
        if self.first_rows_are_due() {
            return self.first_rows().map(Published::First).map(Some);
        }
        // What a slow disk has given so far is shown, too.
        let waited = self.shown.articles == 0 && self.began.elapsed() > STALLED_WAIT;
        if self.plan.watched && waited && self.read > 0 {
            return self.publish();
        }
        self.publish_if_due()
    }

    /// Whether an index that was kept knows articles whose shards have not been taken yet.
    pub(super) fn is_partial(&self) -> bool {
        self.names.len() < self.assembled
    }

    /// Publishes where enough has come since the last snapshot.
    pub(super) fn publish_if_due(&mut self) -> Result<Option<Published>, IndexError> {
        while self.take_shard(Duration::ZERO)? {}
        let due = self.shown.articles + (self.shown.articles / PUBLISH_SHARE).max(1);
        if !self.plan.watched || self.is_partial() || self.shards.len() < due {
            return Ok(None);
        }
        self.snapshot().map(Some)
    }

    /// How far it is; where what feeds us is slow, what has come since the last snapshot.
    fn report(&mut self, progress: Progress) -> Result<Published, IndexError> {
        let stalled = self.reported == self.read;
        self.reported = self.read;
        let patience = if stalled { STALLED_WAIT } else { SLOW_WAIT };
        let due = patience.max(self.shown.took * WAIT_FACTOR);
        let unseen = self.read > self.shown.articles;
        if self.plan.watched
            && unseen
            && self.shown.at.elapsed() >= due
            && let Some(published) = self.publish()?
        {
            return Ok(published);
        }
        Ok(self
            .publish_if_due()?
            .unwrap_or(Published::Progress(progress)))
    }

    /// Counts a problem, and keeps it if there is room; `check` reports all of them.
    pub(super) fn add_problem(&mut self, problem: Problem) {
        self.problem_counts[problem.level as usize] += 1;
        if self.problems.len() < MAX_PROBLEMS {
            Arc::make_mut(&mut self.problems).push(problem);
        }
    }

    pub(super) fn add_problems(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            self.add_problem(problem);
        }
    }

    fn add(&mut self, article: Article, folds: Folds) {
        self.read += 1;
        self.run_bytes += article.text.len();
        self.run.push(ExaminedArticle { article, folds });
        if self.run.len() >= self.shard_size || self.run_bytes >= MAX_SHARD_BYTES {
            self.close_run();
            self.shard_size = self.plan.next_shard(self.shard_size, self.read);
        }
    }

    /// Has a shard built of the articles that wait for it.
    pub(super) fn close_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        self.run_bytes = 0;
        self.give(run);
    }

    pub(super) fn give(&mut self, articles: Vec<ExaminedArticle>) {
        if !articles.is_empty() {
            self.awaited_names.push_back(None);
            self.builders.give(articles);
        }
    }

    /// Takes in the next shard, waited for as long as that; whether there was one.
    pub(super) fn take_shard(&mut self, patience: Duration) -> Result<bool, IndexError> {
        let Some(shard) = self.builders.take(patience)? else {
            return Ok(false);
        };
        self.take_in(shard)?;
        // What is as it was kept stays so.
        if self.changed {
            self.merge_small()?;
        }
        Ok(true)
    }

    fn take_in(&mut self, shard: Arc<Shard>) -> Result<(), IndexError> {
        let mut name = self.awaited_names.pop_front().flatten();
        let mut shard = shard;
        let written = name.is_some_and(|name| name.is_indexed() || !self.plan.indexed);
        if !written && self.goes_to_disk() {
            (shard, name) = self.on_disk(shard, name);
        }
        if name.is_none() {
            if self.in_memory > self.memory_limit {
                self.memory = MemoryState::Full;
            }
            self.in_memory += shard.memory();
        }
        if self.names.len() >= self.assembled
            && let (Some(assembly), Some(segment)) = (&mut self.assembly, shard.segment())
        {
            let (segment, struck) = (Arc::clone(segment), Arc::clone(shard.struck()));
            if struck.is_empty() {
                assembly.add(segment);
            } else {
                let gone = shard.gone(struck.places().iter().copied())?;
                assembly.add_struck(segment, struck, &gone);
            }
        }
        self.names.push(name);
        Arc::make_mut(&mut self.columns).add(&shard.columns);
        self.shards.push(shard);
        Ok(())
    }
}
