//! Takes paths, gives batches of finished articles in the order of the files; owns the threads in between.
//!
//! A reader takes the next few files, a group, and under the same lock queues the channel that will
//! carry the batches of that group: so the channels are in the order of the files. For each batch of
//! raw records the reader makes a channel for its result, sends one end with the batch to the workers, and
//! the other to the channel of its group. So no batch waits for one of a later file.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::stdio::stdin;

use super::super::article::Article;
use super::super::discover::{self, Discovered, FoundFile, FoundFiles};
use super::super::format::{RawRecord, Trouble};
use super::super::metadata::{RecordPlace, assemble};
use super::super::options::{ReadOptions, Sources};
use super::super::problem::Problem;
use super::super::reason::{Cause, Reason};
use super::super::shield::shielded;
use super::super::unpack::Meter;
use super::super::yearless_date::YearlessDate;
use super::{Examine, FileLog, LoadInput, file_reader};

/// Most records of a batch: enough that sending it costs little in comparison.
const MAX_BATCH_RECORDS: usize = 256;
/// Bytes of text with which a batch ends, so that long texts do not wait for others.
const MAX_BATCH_BYTES: usize = 512 << 10;
/// Most batches of a group that wait for the sink, as they are held in memory.
const MAX_WAITING_BATCHES: usize = 4;
/// Most files that one reader takes at a time: enough that small files cost no lock each.
const MAX_GROUP_FILES: usize = 64;
/// Bytes of files with which a group ends, so that large files are read in parallel.
const MAX_GROUP_BYTES: u64 = 512 << 10;
/// Most groups that wait for the sink.
const MAX_WAITING_GROUPS: usize = 4;
/// Most files found and not yet taken by a reader.
const MAX_WAITING_FILES: usize = 4096;
/// Fewest threads of workers, so that one long article does not stop the others.
const MIN_WORKERS: usize = 2;
/// Most threads of workers, as each costs memory and the sink is a single thread.
const MAX_WORKERS: usize = 8;
/// Most threads that unpack and parse files, so that workers and sink have cores, too.
const MAX_READERS: usize = 4;
/// Batches that wait for each worker, so that none is ever idle.
const WAITING_JOBS_PER_WORKER: usize = 2;

/// An article as a worker finishes it.
pub(super) struct FinishedArticle<T> {
    pub(super) article: Box<Article>,
    pub(super) examined: T,
    /// Its date, where that lacks a year.
    pub(super) yearless: Option<YearlessDate>,
    /// Its file holds no other article.
    pub(super) alone: bool,
}

/// One item of a finished batch.
pub(super) enum FinishedItem<T> {
    Article(Box<FinishedArticle<T>>),
    Problem(Problem),
}

/// One item of a batch on its way to the workers.
pub(super) enum RawItem {
    Record(Box<RawRecord>, Arc<RecordPlace>),
    Problem(Problem),
}

/// A batch for the workers, and the channel of its result.
struct Job<T> {
    raw: Vec<RawItem>,
    answer: Sender<Vec<FinishedItem<T>>>,
}

/// Receives the channels of a group's finished batches, in order.
type GroupReceiver<T> = Receiver<Receiver<Vec<FinishedItem<T>>>>;
/// The other end of a [`GroupReceiver`].
type BatchSender<T> = Sender<Receiver<Vec<FinishedItem<T>>>>;

/// The threads of a load, as seen from the sink's.
pub(super) struct LoadPipeline<T> {
    groups: Receiver<GroupReceiver<T>>,
    /// The group whose batches are being received.
    group: Option<GroupReceiver<T>>,
    /// The batch of that group that is being waited for.
    answer: Option<Receiver<Vec<FinishedItem<T>>>>,
    total: Arc<TotalBytes>,
}

/// The size of all files found so far.
#[derive(Default)]
struct TotalBytes {
    bytes: AtomicU64,
    /// All files have been found.
    known: AtomicBool,
    /// Standard input is among them: its size is unknown.
    endless: AtomicBool,
}

/// State that all readers share.
pub(super) struct ReaderShared<T> {
    /// The files found, and the queue of groups: under one lock a reader takes files and queues the
    /// channel of their group.
    turn: Mutex<(Receiver<Discovered>, Sender<GroupReceiver<T>>)>,
    jobs: Sender<Job<T>>,
    pub(super) options: ReadOptions,
    pub(super) meter: Meter,
    pub(super) log: FileLog,
}

impl<T: Send + 'static> LoadPipeline<T> {
    pub(super) fn start(
        sources: &Sources,
        input: LoadInput,
        log: &FileLog,
        examine: &Examine<T>,
        meter: &Meter,
    ) -> LoadPipeline<T> {
        let total = Arc::new(TotalBytes::default());
        let met = match input {
            LoadInput::Walk => walk(sources.paths.clone(), log.clone(), &total),
            LoadInput::Found(found, _) => listed(found, &total),
        };
        let workers = thread::available_parallelism()
            .map_or(MIN_WORKERS, usize::from)
            .clamp(MIN_WORKERS, MAX_WORKERS);
        let (jobs, work) = bounded::<Job<T>>(workers * WAITING_JOBS_PER_WORKER);
        for _ in 0..workers {
            let (work, examine) = (work.clone(), Arc::clone(examine));
            thread::spawn(move || {
                for job in work {
                    let ready = job.raw.into_iter().map(|raw| finish(raw, &*examine));
                    // The receiver is gone where the load was stopped.
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
            log: log.clone(),
        });
        for _ in 0..workers.min(MAX_READERS) {
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
    /// Size of all files in bytes; 0 while they are still being found, or where a pipe is among them.
    pub(super) fn bytes_total(&self) -> u64 {
        let known = self.total.known.load(Ordering::Acquire);
        if known && !self.total.endless.load(Ordering::Relaxed) {
            self.total.bytes.load(Ordering::Relaxed)
        } else {
            0
        }
    }

    /// The next batch; `Timeout` after `patience`, `Disconnected` when everything is read.
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
                // The batch of a worker that died is lost.
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

/// Walks the paths on a separate thread, so that reading begins with the first file found.
fn walk(sources: Vec<PathBuf>, log: FileLog, total: &Arc<TotalBytes>) -> Receiver<Discovered> {
    let (sender, met) = bounded(MAX_WAITING_FILES);
    let total = Arc::clone(total);
    thread::spawn(move || {
        let _ = discover::discover(&sources, &mut |step| {
            if let Discovered::File(file) = &step {
                total.add(file);
            }
            log.add(&step);
            match sender.send(step) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        });
        total.known.store(true, Ordering::Release);
    });
    met
}

/// Gives files that were found before.
fn listed(found: FoundFiles, total: &TotalBytes) -> Receiver<Discovered> {
    let (sender, met) = unbounded();
    for file in &found.files {
        total.add(file);
    }
    total.known.store(true, Ordering::Release);
    let problems = found.problems.into_iter().map(Discovered::Problem);
    let files = found.files.into_iter().map(Discovered::File);
    for step in problems.chain(files) {
        // The receiver is in our hands.
        let _ = sender.send(step);
    }
    met
}

impl TotalBytes {
    fn add(&self, file: &FoundFile) {
        if file.path.as_os_str() == "-" {
            self.endless.store(true, Ordering::Relaxed);
        }
        self.bytes.fetch_add(file.bytes, Ordering::Relaxed);
    }
}

impl<T: Send + 'static> ReaderShared<T> {
    /// Reads group after group, until there are no more files or the receiver is gone.
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

    /// The next group of files, and the sender of its batches.
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

/// Size of a file in bytes. A pipe, of any size, fills a group by itself.
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
    /// Bytes of text in `raw`.
    bytes: usize,
    /// The file being read is standard input, which may pause.
    piped: bool,
    /// Most records of the next batch: small at first, so that the first articles are seen at once.
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
            self.send()?; // records already read do not wait for a pipe that may stay silent
        }
        file_reader::read_file(&file, self)
    }

    pub(super) fn push(&mut self, raw: RawItem, bytes: usize) -> ControlFlow<()> {
        self.raw.push(raw);
        self.bytes += bytes;
        if self.raw.len() >= self.limit || self.bytes >= MAX_BATCH_BYTES {
            self.limit = (self.limit * 2).min(MAX_BATCH_RECORDS);
            return self.send();
        }
        // Records of a pipe are not held back until more arrive.
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

    /// Sends the batch; breaks when the receiver is gone or reading was stopped.
    fn send(&mut self) -> ControlFlow<()> {
        if self.raw.is_empty() {
            return ControlFlow::Continue(());
        }
        self.bytes = 0;
        let (raw, (answer, place)) = (std::mem::take(&mut self.raw), bounded(1));
        let sent = self.shared.jobs.send(Job { raw, answer });
        if sent.is_err() || self.answers.send(place).is_err() || self.shared.meter.is_stopped() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

/// Whether standard input can be read at once or is at its end; true where that cannot be determined.
fn is_fed() -> bool {
    let mut fds = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
    poll(&mut fds, Some(&Timespec::default())).map_or(true, |ready| ready > 0)
}

/// Makes an article of a raw record, and examines it.
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
                    panic: Cause::text(panic),
                },
            )
        }),
    }
}
