//! Articles in, shards and snapshots out: what a load has so far.

use std::collections::{HashSet, VecDeque};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::super::columns::ArticleColumns;
use super::super::ids::Ids;
use super::super::keeping::{BuildRight, CorpusKeeper, ShardName};
use super::super::keys::Keys;
use super::super::order::PlaceOrder;
use super::super::ranked::DatePlaces;
use super::super::refolded::RefoldedArticles;
use super::super::shard::{ExaminedArticle, Shard};
use super::super::shard_builders::ShardBuilders;
use super::super::shards::Shards;
use super::super::unpacked::UnpackedEntries;
use super::super::{Library, chrome};
use super::{LoadPlan, MAX_SHARD, Published};
use crate::corpus::{
    self, Article, Examine, FileLog, LoadEvent, Problem, Progress, Reason, Sources,
};
use crate::dedup::{self, Folds};
use crate::index::{Analysis, Assembly, IndexError};

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
    /// What an earlier run found out about the whole corpus, which has not changed.
    pub(super) refolded: Option<RefoldedArticles>,
    /// Files that were not read, since what is kept of them holds.
    pub(super) unread: HashSet<Arc<Path>>,
    /// Where the corpus differs from what is kept of it.
    pub(super) changed: bool,
    pub(super) assembly: Option<Assembly>,
    columns: Arc<ArticleColumns>,
    /// Articles that were asked for lately.
    unpacked: Arc<UnpackedEntries>,
    pub(super) problems: Arc<Vec<Problem>>,
    pub(super) problem_counts: [usize; 3],
    /// Articles that were read.
    pub(super) read: usize,
    pub(super) began: Instant,
    /// The last snapshot.
    pub(super) shown: Shown,
    /// Articles there were at the last report of progress.
    reported: usize,
}

/// What a snapshot showed, when, and what it took to make it.
pub(super) struct Shown {
    pub(super) articles: usize,
    at: Instant,
    took: Duration,
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
            refolded: None,
            unread: HashSet::new(),
            changed: true,
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

    pub(super) fn run(
        &mut self,
        sources: &Sources,
        publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
    ) -> Result<(), IndexError> {
        let log = FileLog::default();
        let (input, reused) = self.reuse(sources, &log);
        let mut failed = None;
        let mut broken = false;
        let examine: Examine<Folds> = Arc::new(|article| dedup::fold(article.into()));
        let began = SystemTime::now();
        corpus::load_files(sources, input, &examine, &mut |event| {
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
        let stopped = sources.stop.is_set();
        if stopped {
            self.stopped();
        }
        let last = self.last()?;
        if publish(Published::Complete(Arc::clone(&last))).is_break() || stopped {
            self.tidy();
            return Ok(());
        }
        let found = reused.unwrap_or_else(|| log.take());
        let saved = self.keep(sources, &last, found, began);
        self.tidy();
        if let Some(saved) = saved {
            let outcome = match saved {
                Ok(saved) => Published::Kept(saved),
                Err(problem) => Published::NotKept(problem),
            };
            let _ = publish(outcome);
        }
        Ok(())
    }

    fn take(&mut self, event: LoadEvent<Folds>) -> Result<Option<Published>, IndexError> {
        match event {
            LoadEvent::Progress(progress) => return self.report(progress).map(Some),
            LoadEvent::Problem(problem) => self.add_problem(problem),
            LoadEvent::Article(article, folds) => self.add(*article, folds)?,
        }
        if self.first_rows_are_due() {
            return self.first_rows().map(Published::First).map(Some);
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
        // An index that was kept knows articles whose shards have not been taken yet.
        let partial =
            self.assembly.as_ref().is_some_and(Assembly::is_whole) && !self.builders.are_done();
        if !self.plan.watched || partial || self.shards.len() < due {
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
            self.shard_size = (self.shard_size * self.plan.shard_growth).min(MAX_SHARD);
        }
        while self.builders.are_full() {
            self.take_shard(BUILD_WAIT)?;
        }
        Ok(())
    }

    /// Has a shard built of the articles that wait for it.
    fn close_run(&mut self) {
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
    fn take_shard(&mut self, patience: Duration) -> Result<bool, IndexError> {
        let Some(shard) = self.builders.take(patience)? else {
            return Ok(false);
        };
        self.take_in(shard);
        // What is as it was kept stays so.
        if self.changed {
            self.merge_small()?;
        }
        Ok(true)
    }

    fn take_in(&mut self, shard: Arc<Shard>) {
        let mut name = self.awaited_names.pop_front().flatten();
        let mut shard = shard;
        let written = name.is_some_and(|name| name.is_indexed() || !self.plan.indexed);
        if !written && self.goes_to_disk() {
            (shard, name) = self.on_disk(shard);
        }
        if name.is_none() {
            self.in_memory += shard.memory();
        }
        // The segments of an unchanged corpus are in its index already.
        if let (Some(assembly), Some(segment)) = (&mut self.assembly, shard.segment())
            && !assembly.is_whole()
        {
            assembly.add(Arc::clone(segment));
        }
        self.names.push(name);
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
        let refolded = match self.refolded.take().filter(|_| !self.changed) {
            Some(kept) => kept,
            None => chrome::settle(&self.shards)?,
        };
        self.library(Analysis::Whole, refolded)
    }

    fn library(
        &mut self,
        analysis: Analysis,
        refolded: RefoldedArticles,
    ) -> Result<Arc<Library>, IndexError> {
        let searcher = self.assembly.as_mut().map(|a| a.searcher(analysis));
        let order = PlaceOrder::of(&self.shards);
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

/// Bytes of shards that may be in memory: half of what is free when a load begins; where the system does not
/// tell, there is no limit.
fn memory_limit() -> u64 {
    let meminfo = std::fs::read_to_string("/proc/meminfo").ok();
    let line = |text: &String| {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("MemAvailable:"))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    let kilobytes = meminfo.as_ref().and_then(line);
    kilobytes.map_or(u64::MAX, |kilobytes| kilobytes.saturating_mul(512))
}
