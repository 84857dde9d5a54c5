//! Takes paths and a sink, gives articles, problems and progress in the order of the files, read by several threads.
//!
//! ```text
//! walk ──files──> readers ──batches of records──> workers: metadata, the caller's examination
//!                    │                               │
//!                    └── per group of files, in order └──> this thread: years, the sink
//! ```
//!
//! The order never depends on the speed of threads. Memory holds a few batches beside what the sink
//! keeps, as readers wait while the sink is busy. Articles whose date lacks a year are held back until
//! everything is read: the years of their neighbours are the best evidence of theirs ([`years`]).

mod file_log;
mod file_reader;
mod growth;
mod pipeline;
mod years;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::RecvTimeoutError;

use super::article::Article;
use super::discover::FoundFiles;
use super::options::{Sources, Stop};
use super::problem::Problem;
use super::unpack::Meter;
pub use file_log::{FileLog, FileNote, FileNotes};
pub use growth::{GrownFile, ReadPoint};
use pipeline::{FinishedItem, LoadPipeline};
pub use years::KnownYears;
use years::YearGuesser;

/// One event of a load; `T` is the result of examining an article.
#[derive(Debug)]
pub enum LoadEvent<T> {
    Article(Box<Article>, T),
    Problem(Problem),
    Progress(Progress),
}

/// How far a load has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read from the disk, before unpacking.
    pub bytes_done: u64,
    /// Size of all files in bytes; 0 while unknown, because of a pipe or folders not yet walked.
    pub bytes_total: u64,
    pub articles: usize,
    pub elapsed: Duration,
}

impl Progress {
    /// Bytes a second; `None` while too little time has passed to measure it.
    pub fn rate(&self) -> Option<u64> {
        let millis = self.elapsed.as_millis() as u64;
        (millis >= MIN_RATE_MILLIS).then(|| self.bytes_done.saturating_mul(1000) / millis)
    }

    /// Time that the rest will take at that rate.
    pub fn remaining(&self) -> Option<Duration> {
        let rate = self.rate().filter(|rate| *rate > 0)?;
        let left = self.bytes_total.checked_sub(self.bytes_done)?;
        (self.bytes_total > 0).then(|| Duration::from_secs(left.div_ceil(rate)))
    }
}

/// Time before a rate is given, in milliseconds: the first files say little about it.
const MIN_RATE_MILLIS: u64 = 500;
/// Time between two reports of progress: short enough to look steady.
const REPORT_INTERVAL: Duration = Duration::from_millis(100);

/// Function that examines each article on a worker's thread.
pub type Examine<T> = Arc<dyn Fn(&Article) -> T + Send + Sync>;

/// An examination that does nothing.
pub fn unexamined() -> Examine<()> {
    Arc::new(|_| ())
}

/// Which files are read.
#[derive(Clone, Debug)]
pub enum LoadInput {
    /// All under the paths of the sources, while they are being found.
    Walk,
    /// These, beside others that were read before.
    Found(FoundFiles, KnownYears),
}

/// Reads everything under `sources`. A `Break` of the sink ends the load at once; after a
/// [`Stop`] the sink still gets the articles that wait for a year.
pub fn load<T: Send + 'static>(
    sources: &Sources,
    examine: &Examine<T>,
    sink: &mut dyn FnMut(LoadEvent<T>) -> ControlFlow<()>,
) {
    load_files(sources, LoadInput::Walk, &FileLog::default(), examine, sink);
}

/// The same for the files of `input`; what is read of each is noted in a log.
pub fn load_files<T: Send + 'static>(
    sources: &Sources,
    input: LoadInput,
    log: &FileLog,
    examine: &Examine<T>,
    sink: &mut dyn FnMut(LoadEvent<T>) -> ControlFlow<()>,
) {
    let meter = Meter::default();
    let years = match &input {
        LoadInput::Walk => KnownYears::default(),
        LoadInput::Found(_, years) => years.clone(),
    };
    let mut reading = LoadPipeline::start(sources, input, log, examine, &meter);
    let mut load = Load {
        sink,
        progress: Progress::default(),
        began: Instant::now(),
        reported: None,
        meter: meter.clone(),
        years: years.into(),
    };
    // After a break there is nothing left to do.
    let _broken = load.run(&mut reading, &sources.stop);
    meter.stop();
}

/// State of a load on the thread of its sink.
struct Load<'a, T> {
    sink: &'a mut dyn FnMut(LoadEvent<T>) -> ControlFlow<()>,
    progress: Progress,
    began: Instant,
    /// Time of the last report of progress.
    reported: Option<Instant>,
    meter: Meter,
    years: YearGuesser<T>,
}

impl<T> Load<'_, T> {
    fn run(&mut self, reading: &mut LoadPipeline<T>, stop: &Stop) -> ControlFlow<()> {
        self.report(reading)?;
        while !stop.is_set() {
            let batch = match reading.next(REPORT_INTERVAL) {
                Ok(batch) => batch,
                Err(RecvTimeoutError::Timeout) => {
                    self.report(reading)?;
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            };
            for ready in batch {
                self.take(ready)?;
            }
            if self
                .reported
                .is_none_or(|at| at.elapsed() >= REPORT_INTERVAL)
            {
                self.report(reading)?;
            }
        }
        for (article, examined) in self.years.settle() {
            self.hand_out(article, examined)?;
        }
        self.report(reading)
    }

    fn take(&mut self, ready: FinishedItem<T>) -> ControlFlow<()> {
        match ready {
            FinishedItem::Problem(problem) => (self.sink)(LoadEvent::Problem(problem)),
            FinishedItem::Article(found) => match self.years.take(*found) {
                Some((article, examined)) => self.hand_out(article, examined),
                None => ControlFlow::Continue(()),
            },
        }
    }

    fn hand_out(&mut self, article: Box<Article>, examined: T) -> ControlFlow<()> {
        if let Some(problem) = years::guess_problem(&article) {
            (self.sink)(LoadEvent::Problem(problem))?;
        }
        self.progress.articles += 1;
        (self.sink)(LoadEvent::Article(article, examined))
    }

    fn report(&mut self, reading: &LoadPipeline<T>) -> ControlFlow<()> {
        self.reported = Some(Instant::now());
        self.progress.bytes_done = self.meter.bytes();
        self.progress.bytes_total = reading.bytes_total();
        self.progress.elapsed = self.began.elapsed();
        (self.sink)(LoadEvent::Progress(self.progress))
    }
}

#[cfg(test)]
mod tests;
