//! From paths to published snapshots: reads, folds and indexes in batches that become visible at once.
//!
//! The first batch is small, so that there is something to see and to search at once; later ones
//! grow, since a commit costs more than what it adds is worth.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::ids::{self, Ids};
use super::keys::Keys;
use super::order::PlaceOrder;
use super::{Entry, Library, chrome};
use crate::corpus::{self, Article, Examine, LoadEvent, Problem, Progress, Reason, Sources};
use crate::dedup::{self, Folds};
use crate::index::{IndexError, Searcher, Writer};

/// What loading publishes while it goes on.
pub enum Published {
    /// How far reading is.
    Progress(Progress),
    /// A newer snapshot.
    Snapshot(Arc<Library>),
    /// The last snapshot: all is loaded.
    Complete(Arc<Library>),
}

/// Articles at which the first snapshot is published: few, so that there is soon something to read.
const FIRST_BATCH: usize = 64;
/// Most articles by which a snapshot is larger than the one before, so that new ones are seen soon.
const MAX_BATCH: usize = 8192;
/// Longest wait for the first snapshot, and between snapshots where nothing more comes.
const STALLED_WAIT: Duration = Duration::from_millis(300);
/// Longest wait between snapshots while reading is slow.
const SLOW_WAIT: Duration = Duration::from_secs(2);
/// Shortest wait between such snapshots, in multiples of the time the last one took to make: they
/// take a twentieth of the time at most.
const WAIT_FACTOR: u32 = 20;
/// Problems kept to be shown, which bounds their memory; all are counted.
const MAX_PROBLEMS: usize = 100_000;

/// Loads `sources`, publishing as it goes; stops early when `publish` breaks.
pub fn load(
    sources: &Sources,
    publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
) -> Result<(), IndexError> {
    run(&mut Loader::new()?, sources, publish)
}

fn run(
    loading: &mut Loader,
    sources: &Sources,
    publish: &mut dyn FnMut(Published) -> ControlFlow<()>,
) -> Result<(), IndexError> {
    let mut failed = None;
    let mut broken = false;
    let examine: Examine<Examined> = Arc::new(examine);
    corpus::load(sources, &examine, &mut |event| {
        let flow = match loading.take(event) {
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
    if sources.stop.is_set() {
        loading.stopped();
        // Who stops it wants to go on at once.
        loading.tidy = false;
    }
    if !broken {
        chrome::settle(&mut loading.entries);
        let last = loading.last()?;
        let _ = publish(Published::Complete(last));
    }
    Ok(())
}

/// Loads `sources` whole, to be searched.
pub fn open(sources: impl Into<Sources>) -> Result<Arc<Library>, IndexError> {
    whole(Loader::new()?, &sources.into())
}

/// Loads `sources` whole without an index: a query finds nothing, everything else is there sooner.
pub fn read(sources: impl Into<Sources>) -> Result<Arc<Library>, IndexError> {
    whole(Loader::unindexed(), &sources.into())
}

fn whole(mut loading: Loader, sources: &Sources) -> Result<Arc<Library>, IndexError> {
    // Nobody looks before the end, nor often enough that tidying up would pay.
    (loading.next, loading.tidy, loading.hurries) = (usize::MAX, false, false);
    let mut library = Arc::default();
    run(&mut loading, sources, &mut |published| {
        if let Published::Complete(complete) = published {
            library = complete;
        }
        ControlFlow::Continue(())
    })?;
    Ok(library)
}

/// Loads `sources` with a first snapshot after `first` articles, later ones after more.
#[cfg(test)]
pub(super) fn in_batches(
    sources: &Sources,
    first: usize,
    tidy: bool,
) -> Result<Arc<Library>, IndexError> {
    let mut loading = Loader::new()?;
    (loading.next, loading.tidy) = (first, tidy);
    let mut library = Arc::default();
    run(&mut loading, sources, &mut |published| {
        if let Published::Complete(complete) = published {
            library = complete;
        }
        ControlFlow::Continue(())
    })?;
    Ok(library)
}

struct Loader {
    /// `None`: nothing will be searched.
    writer: Option<Writer>,
    entries: Vec<Arc<Entry>>,
    problems: Arc<Vec<Problem>>,
    problem_counts: [usize; 3],
    /// Articles at which the next snapshot is published.
    next: usize,
    /// Whether the index is made into one piece at the end.
    tidy: bool,
    began: Instant,
    /// Whether snapshots are published while reading is slow: somebody looks before the end.
    hurries: bool,
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
    fn new() -> Result<Loader, IndexError> {
        Ok(Loader {
            writer: Some(Writer::new()?),
            ..Loader::unindexed()
        })
    }

    fn unindexed() -> Loader {
        Loader {
            writer: None,
            entries: Vec::new(),
            problems: Arc::default(),
            problem_counts: [0; 3],
            next: FIRST_BATCH,
            tidy: true,
            began: Instant::now(),
            hurries: true,
            shown: Shown {
                articles: 0,
                at: Instant::now(),
                took: Duration::ZERO,
            },
            reported: 0,
        }
    }

    fn take(&mut self, event: LoadEvent<Examined>) -> Result<Option<Published>, IndexError> {
        match event {
            LoadEvent::Progress(progress) => return self.report(progress).map(Some),
            LoadEvent::Problem(problem) => self.add_problem(problem),
            LoadEvent::Article(article, examined) => self.add(*article, examined)?,
        }
        // What a slow disk has given so far is shown, too.
        let waited = self.entries.len() < FIRST_BATCH && self.began.elapsed() > STALLED_WAIT;
        if self.entries.len() < self.next && !(waited && self.next == FIRST_BATCH) {
            return Ok(None);
        }
        self.next += (self.next * 3).min(MAX_BATCH);
        self.publish().map(Some)
    }

    fn publish(&mut self) -> Result<Published, IndexError> {
        let began = Instant::now();
        let library = self.snapshot()?;
        self.shown = Shown {
            articles: self.entries.len(),
            at: Instant::now(),
            took: began.elapsed(),
        };
        Ok(Published::Snapshot(library))
    }

    /// How far it is; where what feeds us is slow, what has come since the last snapshot.
    fn report(&mut self, progress: Progress) -> Result<Published, IndexError> {
        let stalled = self.reported == self.entries.len();
        self.reported = self.entries.len();
        let patience = if stalled { STALLED_WAIT } else { SLOW_WAIT };
        let due = patience.max(self.shown.took * WAIT_FACTOR);
        let unseen = self.entries.len() > self.shown.articles;
        if self.hurries && unseen && self.shown.at.elapsed() >= due {
            return self.publish();
        }
        Ok(Published::Progress(progress))
    }

    /// Counts a problem, and keeps it if there is room; `check` reports all of them.
    fn add_problem(&mut self, problem: Problem) {
        self.problem_counts[problem.level as usize] += 1;
        if self.problems.len() < MAX_PROBLEMS {
            Arc::make_mut(&mut self.problems).push(problem);
        }
    }

    fn stopped(&mut self) {
        let articles = self.entries.len() as u64;
        let reason = Reason::LoadingStopped { articles };
        self.add_problem(Problem::new(PathBuf::new(), reason));
    }

    fn add(&mut self, article: Article, examined: Examined) -> Result<(), IndexError> {
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        debug_assert!(number < u32::MAX, "more articles than numbers");
        if let Some(writer) = &mut self.writer {
            writer.add(number, article.title_str(), &article.text)?;
        }
        self.entries.push(Arc::new(Entry {
            article,
            folds: examined.folds,
            hash: examined.hash,
        }));
        Ok(())
    }

    fn snapshot(&mut self) -> Result<Arc<Library>, IndexError> {
        let searcher = self.writer.as_mut().map(Writer::commit).transpose()?;
        Ok(self.library(searcher))
    }

    fn last(&mut self) -> Result<Arc<Library>, IndexError> {
        if !self.tidy {
            return self.snapshot();
        }
        let searcher = self.writer.as_mut().map(Writer::finish).transpose()?;
        Ok(self.library(searcher))
    }

    fn library(&self, searcher: Option<Searcher>) -> Arc<Library> {
        let order = PlaceOrder::of(&self.entries);
        Arc::new(Library {
            ids: Ids::new(&self.entries, &order),
            keys: Keys::new(&self.entries),
            summary: super::Summary::of(&self.entries),
            columns: super::columns::ArticleColumns::of(&self.entries),
            dates: super::ranked::DatePlaces::default(),
            entries: self.entries.clone(),
            searcher: searcher.map(|searcher| searcher.with_ranks(order.ranks())),
            order,
            problems: Arc::clone(&self.problems),
            problem_counts: self.problem_counts,
        })
    }
}

/// What is worked out about an article once, while loading.
struct Examined {
    folds: Folds,
    hash: String,
}

fn examine(article: &Article) -> Examined {
    Examined {
        folds: dedup::fold(article.into()),
        hash: ids::content_hash(article),
    }
}
