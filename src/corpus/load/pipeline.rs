//! Takes paths, gives batches of finished articles in the order of the files; owns the threads between.
//!
//! Readers take the next few files under one lock and leave, in the same moment, the channel from
//! which these files' batches will come: so the channels stand in the order of the files. A reader
//! sends each batch of raw records to the workers together with the place where its answer will be
//! taken, and that place to its channel. Nobody who holds up an earlier file waits for a later one.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::stdio::stdin;

use super::super::article::Article;
use super::super::discover::{self, Discovered};
use super::super::format::{RawRecord, Trouble};
use super::super::metadata::{RecordPlace, assemble};
use super::super::options::{Options, Sources};
use super::super::problem::Problem;
use super::super::reason::{Message, Reason};
use super::super::shield::shielded;
use super::super::unpack::Meter;
use super::super::yearless_date::YearlessDate;
use super::{Examine, file_reader};

/// Most records of a batch: enough that handing it over costs little beside them.
const MAX_BATCH_RECORDS: usize = 256;
/// Bytes of records with which a batch ends, so that long texts do not wait for others.
const MAX_BATCH_BYTES: usize = 512 << 10;
/// Most batches of a group of files that wait to be taken: they are held in memory.
const MAX_WAITING_BATCHES: usize = 4;
/// Most files that one reader takes at a time: enough that small files cost no lock each.
const MAX_GROUP_FILES: usize = 64;
/// Bytes of files with which a group ends, so that large files are read side by side.
const MAX_GROUP_BYTES: u64 = 512 << 10;
/// Most groups that wait to be taken.
const MAX_WAITING_GROUPS: usize = 4;
/// Most files found and not yet taken by a reader.
const MAX_WAITING_FILES: usize = 4096;

/// An article as a worker leaves it.
pub(super) struct FinishedArticle<T> {
    pub(super) article: Box<Article>,
    pub(super) examined: T,
    pub(super) yearless: Option<YearlessDate>,
    /// Its file holds no other.
    pub(super) alone: bool,
}

pub(super) enum FinishedItem<T> {
    Article(Box<FinishedArticle<T>>),
    Problem(Problem),
}

pub(super) enum RawItem {
    Record(Box<RawRecord>, Arc<RecordPlace>),
    Problem(Problem),
}

/// Raw records, and where their answer will be waited for.
struct Job<T> {
    raw: Vec<RawItem>,
    answer: Sender<Vec<FinishedItem<T>>>,
}

/// The answers of a group of files, in order, and where they are left.
type GroupReceiver<T> = Receiver<Receiver<Vec<FinishedItem<T>>>>;
type BatchSender<T> = Sender<Receiver<Vec<FinishedItem<T>>>>;

/// A load under way.
pub(super) struct LoadPipeline<T> {
    groups: Receiver<GroupReceiver<T>>,
    /// What is being waited for: a group of files, and in it a batch.
    group: Option<GroupReceiver<T>>,
    answer: Option<Receiver<Vec<FinishedItem<T>>>>,
    total: Arc<TotalBytes>,
}

/// The bytes of all files met so far.
#[derive(Default)]
struct TotalBytes {
    bytes: AtomicU64,
    known: AtomicBool,
    /// Standard input is among them.
    endless: AtomicBool,
}

/// What all threads share.
pub(super) struct ReaderShared<T> {
    /// Taken in turns: who holds it takes the next files and leaves their channel.
    turn: Mutex<(Receiver<Discovered>, Sender<GroupReceiver<T>>)>,
    jobs: Sender<Job<T>>,
    pub(super) options: Options,
    pub(super) meter: Meter,
}

impl<T: Send + 'static> LoadPipeline<T> {
    pub(super) fn start(sources: &Sources, examine: &Examine<T>, meter: &Meter) -> LoadPipeline<T> {
        let total = Arc::new(TotalBytes::default());
        let met = walk(sources.paths.clone(), &total);
        let cores = thread::available_parallelism()
            .map_or(2, usize::from)
            .clamp(2, 8);
        let (jobs, work) = bounded::<Job<T>>(cores * 2);
        for _ in 0..cores {
            let (work, examine) = (work.clone(), Arc::clone(examine));
            thread::spawn(move || {
                for job in work {
                    let ready = job.raw.into_iter().map(|raw| finish(raw, &*examine));
                    // Nobody waits when the load was stopped.
                    let _ = job.answer.send(ready.collect());
                }
            });
        }
        let (groups, in_order) = bounded(MAX_WAITING_GROUPS);
        let shared = Arc::new(ReaderShared {
            turn: Mutex::new((met, groups)),
            jobs,
            options: sources.options.clone(),
            meter: meter.clone(),
        });
        for _ in 0..cores.min(4) {
            let shared = Arc::clone(&shared);
            thread::spawn(move || shared.read());
        }
        LoadPipeline {
            groups: in_order,
            group: None,
            answer: None,
            total,
        }
    }
}

impl<T> LoadPipeline<T> {
    /// The bytes of all files; 0 while they are still being looked for.
    pub(super) fn bytes_total(&self) -> u64 {
        let known = self.total.known.load(Ordering::Acquire);
        if known && !self.total.endless.load(Ordering::Relaxed) {
            self.total.bytes.load(Ordering::Relaxed)
        } else {
            0
        }
    }

    /// The next batch; `Disconnected` when all is read.
    pub(super) fn next(
        &mut self,
        patience: Duration,
    ) -> Result<Vec<FinishedItem<T>>, RecvTimeoutError> {
        let until = Instant::now() + patience;
        loop {
            if let Some(answer) = &self.answer {
                let batch = answer.recv_deadline(until);
                if !matches!(batch, Err(RecvTimeoutError::Timeout)) {
                    self.answer = None;
                }
                // A worker that died takes its batch with it.
                if !matches!(batch, Err(RecvTimeoutError::Disconnected)) {
                    return batch;
                }
            } else if let Some(group) = &self.group {
                match group.recv_deadline(until) {
                    Ok(answer) => self.answer = Some(answer),
                    Err(RecvTimeoutError::Disconnected) => self.group = None,
                    Err(RecvTimeoutError::Timeout) => return Err(RecvTimeoutError::Timeout),
                }
            } else {
                self.group = Some(self.groups.recv_deadline(until)?);
            }
        }
    }
}

/// Walks the paths on a thread of its own: reading begins with the first file.
fn walk(sources: Vec<PathBuf>, total: &Arc<TotalBytes>) -> Receiver<Discovered> {
    let (sender, met) = bounded(MAX_WAITING_FILES);
    let total = Arc::clone(total);
    thread::spawn(move || {
        let _ = discover::discover(&sources, &mut |step| {
            if let Discovered::File(file) = &step {
                if file.path.as_os_str() == "-" {
                    total.endless.store(true, Ordering::Relaxed);
                }
                total.bytes.fetch_add(file.bytes, Ordering::Relaxed);
            }
            match sender.send(step) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        });
        total.known.store(true, Ordering::Release);
    });
    met
}

impl<T: Send + 'static> ReaderShared<T> {
    /// Reads group after group, until there are no more files or nobody takes.
    fn read(&self) {
        while let Some((files, answers)) = self.take() {
            let mut batches = Batches {
                shared: self,
                answers,
                raw: Vec::new(),
                bytes: 0,
                piped: false,
                limit: 1,
            };
            for met in files {
                if self.meter.is_stopped() || batches.file(met).is_break() {
                    return;
                }
            }
            if batches.send().is_break() {
                return;
            }
        }
    }

    /// The next files, and where their answers go.
    fn take(&self) -> Option<(Vec<Discovered>, BatchSender<T>)> {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let (met, groups) = &*turn;
        let first = met.recv().ok()?;
        let mut bytes = size(&first);
        let mut files = vec![first];
        while files.len() < MAX_GROUP_FILES && bytes < MAX_GROUP_BYTES {
            let Ok(next) = met.try_recv() else { break };
            bytes += size(&next);
            files.push(next);
        }
        let (answers, group) = bounded(MAX_WAITING_BATCHES);
        groups.send(group).ok()?;
        Some((files, answers))
    }
}

/// A pipe may be of any size and never end: nothing is taken with it.
fn size(met: &Discovered) -> u64 {
    match met {
        Discovered::File(file) if file.bytes == 0 => MAX_GROUP_BYTES,
        Discovered::File(file) => file.bytes,
        Discovered::Problem(_) => 0,
    }
}

/// The records of a group of files on their way to the workers.
pub(super) struct Batches<'a, T> {
    pub(super) shared: &'a ReaderShared<T>,
    answers: BatchSender<T>,
    raw: Vec<RawItem>,
    bytes: usize,
    /// What is read comes from standard input, which may stall.
    piped: bool,
    /// Records of this batch: the first are small, so that there is something to see at once.
    limit: usize,
}

impl<T: Send + 'static> Batches<'_, T> {
    fn file(&mut self, met: Discovered) -> ControlFlow<()> {
        let file = match met {
            Discovered::Problem(problem) => return self.push(RawItem::Problem(problem), 0),
            Discovered::File(file) => file,
        };
        self.piped = file.path.as_os_str() == "-";
        if self.piped {
            self.send()?; // what was read need not wait for what may never come
        }
        file_reader::take_apart(file, self)
    }

    pub(super) fn push(&mut self, raw: RawItem, bytes: usize) -> ControlFlow<()> {
        self.raw.push(raw);
        self.bytes += bytes;
        if self.raw.len() >= self.limit || self.bytes >= MAX_BATCH_BYTES {
            self.limit = (self.limit * 2).min(MAX_BATCH_RECORDS);
            return self.send();
        }
        // What a pipe has brought is not held back until it brings more.
        if self.piped && !is_fed() {
            return self.send();
        }
        ControlFlow::Continue(())
    }

    pub(super) fn problem(&mut self, path: &Path, trouble: Trouble) -> ControlFlow<()> {
        let problem = Problem {
            record: trouble.record,
            line: trouble.line,
            ..Problem::new(path, trouble.reason)
        };
        self.push(RawItem::Problem(problem), 0)
    }

    /// Sends what there is; breaks when nobody takes it.
    fn send(&mut self) -> ControlFlow<()> {
        if self.raw.is_empty() {
            return ControlFlow::Continue(());
        }
        self.bytes = 0;
        let raw = std::mem::take(&mut self.raw);
        let (answer, place) = bounded(1);
        let sent = self.shared.jobs.send(Job { raw, answer });
        if sent.is_err() || self.answers.send(place).is_err() || self.shared.meter.is_stopped() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

/// Whether standard input can be read at once, or is at its end. If that cannot be told, yes.
fn is_fed() -> bool {
    let mut fds = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
    let at_once = Timespec::default();
    poll(&mut fds, Some(&at_once)).map_or(true, |ready| ready > 0)
}

fn finish<T>(raw: RawItem, examine: &dyn Fn(&Article) -> T) -> FinishedItem<T> {
    let (record, place) = match raw {
        RawItem::Problem(problem) => return FinishedItem::Problem(problem),
        RawItem::Record(record, place) => (record, place),
    };
    let (alone, number, line) = (record.alone, record.number, record.line);
    let finished = shielded(|| {
        let found = assemble(*record, &place);
        FinishedArticle {
            examined: examine(&found.article),
            article: Box::new(found.article),
            yearless: found.yearless,
            alone,
        }
    });
    match finished {
        Ok(assembled) => FinishedItem::Article(Box::new(assembled)),
        Err(panic) => FinishedItem::Problem(Problem {
            record: Some(number),
            line,
            ..Problem::new(
                &*place.path,
                Reason::RecordFailed {
                    panic: Message(panic),
                },
            )
        }),
    }
}
