//! Takes a stream that may fail, gives one that ends instead and keeps the error; counts the bytes read.
//!
//! So formats need not handle a failing disk or a truncated file: for them the stream ends there, and
//! the records before are kept. The error is reported when they are done.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;

use super::super::content::ContentHasher;
use super::super::reason::{Cause, Reason};

/// Counter of the bytes that all readers have read from the disk, and a switch that stops them all.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    bytes: Arc<AtomicU64>,
    stopped: Arc<AtomicBool>,
}

impl Meter {
    /// Bytes read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Counts bytes that were not read through a stream.
    pub fn add(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// A meter that is stopped together with this one but counts separately, for bytes read twice.
    pub fn aside(&self) -> Meter {
        Meter {
            bytes: Arc::default(),
            stopped: Arc::clone(&self.stopped),
        }
    }

    /// Stops: every metered stream ends where it is.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the meter was stopped.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// The bytes read and unpacked of a file, and their limit: text compresses ten- or thirtyfold, a bomb ten
/// thousandfold.
#[derive(Debug, Default)]
pub struct Budget {
    /// Bytes read from the disk.
    read: Cell<u64>,
    /// Bytes unpacked from them, in all layers.
    made: Cell<u64>,
    /// The hash of the bytes read, where it is wanted.
    content: RefCell<Option<ContentHasher>>,
}

impl Budget {
    /// Bytes that may be unpacked from any file: small files of long runs compress very well.
    const FREE_BYTES: u64 = 256 << 20;
    /// Bytes that may be unpacked beside these for each byte on the disk: ten times the best compression
    /// of text.
    const MAX_FOLD: u64 = 250;

    /// That of a file of which so many bytes were read and unpacked before, with their hash.
    pub fn resumed(read: u64, made: u64, content: Option<ContentHasher>) -> Budget {
        Budget {
            read: Cell::new(read),
            made: Cell::new(made),
            content: RefCell::new(content),
        }
    }

    /// Bytes read from the disk.
    pub fn read(&self) -> u64 {
        self.read.get()
    }

    /// Bytes unpacked from them.
    pub fn made(&self) -> u64 {
        self.made.get()
    }

    /// The hash of the bytes read; `None` where it was not wanted.
    pub fn content(&self) -> Option<u64> {
        self.content.borrow().as_ref().map(ContentHasher::digest)
    }

    fn count(&self, bytes: &[u8]) {
        self.read.set(self.read.get() + bytes.len() as u64);
        if let Some(hasher) = &mut *self.content.borrow_mut() {
            hasher.update(bytes);
        }
    }

    fn is_spent(&self) -> bool {
        self.made.get() > Self::FREE_BYTES + self.read.get().saturating_mul(Self::MAX_FOLD)
    }
}

/// A file or pipe whose bytes are counted as they are read.
pub struct Metered<R> {
    inner: R,
    meter: Meter,
    budget: Rc<Budget>,
}

impl<R: Read> Metered<R> {
    pub fn new(inner: R, meter: Meter, budget: Rc<Budget>) -> Self {
        Metered {
            inner,
            meter,
            budget,
        }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.meter.is_stopped() {
            return Ok(0);
        }
        let read = self.inner.read(out)?;
        self.meter.add(read as u64);
        self.budget.count(out.get(..read).unwrap_or(&[]));
        Ok(read)
    }
}

impl<R: Seek> Seek for Metered<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// Standard input, which may be silent for a long time; a stop ends the wait.
pub struct Piped {
    meter: Meter,
}

impl Piped {
    /// Longest wait before it is checked whether reading was stopped, in nanoseconds: short enough that
    /// a stop seems immediate.
    const POLL_NANOS: i64 = 100_000_000;

    pub fn new(meter: Meter) -> Piped {
        Piped { meter }
    }
}

impl Read for Piped {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut fds = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
        let look = Timespec {
            tv_sec: 0,
            tv_nsec: Self::POLL_NANOS,
        };
        while let Ok(0) | Err(Errno::INTR) = poll(&mut fds, Some(&look)) {
            if self.meter.is_stopped() {
                return Ok(0);
            }
        }
        Ok(rustix::io::read(stdin(), out)?)
    }
}

/// The reason why a stream ended early, shared with the stream that sets it.
#[derive(Clone, Default)]
pub struct Fault(Rc<RefCell<Option<Reason>>>);

impl Fault {
    /// The reason; given only once.
    pub fn take(&self) -> Option<Reason> {
        self.0.borrow_mut().take()
    }

    /// Whether there is a reason.
    pub fn is_set(&self) -> bool {
        self.0.borrow().is_some()
    }

    fn set(&self, reason: Reason) {
        self.0.borrow_mut().get_or_insert(reason);
    }
}

/// A stream that ends where another one fails.
pub struct GuardedStream<'a> {
    inner: Box<dyn Read + 'a>,
    fault: Fault,
    /// Limit of the bytes given, where the inner stream is a decoder.
    budget: Option<Rc<Budget>>,
    ended: bool,
}

impl<'a> GuardedStream<'a> {
    pub fn new(inner: Box<dyn Read + 'a>, budget: Option<Rc<Budget>>) -> Self {
        GuardedStream {
            inner,
            fault: Fault::default(),
            budget,
            ended: false,
        }
    }

    /// The place where the reason for an early end will be found.
    pub fn fault(&self) -> Fault {
        self.fault.clone()
    }
}

impl Read for GuardedStream<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.ended || out.is_empty() {
            return Ok(0);
        }
        let read = loop {
            match self.inner.read(out) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.fault.set(reason(&error, self.budget.is_some()));
                    break 0;
                }
                Ok(read) => break read,
            }
        };
        self.ended = read == 0;
        if let Some(budget) = &self.budget {
            budget.made.set(budget.made.get() + read as u64);
            if budget.is_spent() {
                self.ended = true;
                self.fault.set(Reason::GrowsTooMuch {
                    fold: Budget::MAX_FOLD,
                });
            }
        }
        Ok(read)
    }
}

/// Why a stream failed: while unpacking, or while reading the disk.
fn reason(error: &io::Error, is_packed: bool) -> Reason {
    let error = Cause::io(error);
    if is_packed {
        Reason::PackingBroken { error }
    } else {
        Reason::ReadBrokeOff { error }
    }
}
