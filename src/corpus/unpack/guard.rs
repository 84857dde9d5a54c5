//! Takes a stream that may fail, gives one that only ends, and remembers why; counts what is read.
//!
//! Formats need no care for a disk that fails or a file that was cut: to them it ends there, and
//! what they have read is kept. The fault is reported when they are done.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;

use super::super::reason::{Message, Reason};

/// Counts the bytes read from the disk by everybody, and can stop them all.
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

    /// Counts these, too.
    pub fn add(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// One that is stopped with this one, and counts for itself: of bytes that are read twice.
    pub fn aside(&self) -> Meter {
        Meter {
            bytes: Arc::default(),
            stopped: Arc::clone(&self.stopped),
        }
    }

    /// From now on every file ends where it is.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// What unpacking may make of a file: text packs ten- or thirtyfold, a bomb ten thousandfold.
#[derive(Debug, Default)]
pub struct Budget {
    read: Cell<u64>,
    made: Cell<u64>,
}

impl Budget {
    /// Bytes a file may become whatever its size: small files of long runs pack very well.
    const FREE_BYTES: u64 = 256 << 20;
    /// Bytes it may become beside these for each byte on the disk: ten times what text packs.
    const MAX_FOLD: u64 = 250;

    /// Bytes read from the disk.
    pub fn read(&self) -> u64 {
        self.read.get()
    }

    fn is_spent(&self) -> bool {
        self.made.get() > Self::FREE_BYTES + self.read.get().saturating_mul(Self::MAX_FOLD)
    }
}

/// A file on the disk, or a pipe, as it is.
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
        self.budget.read.set(self.budget.read.get() + read as u64);
        Ok(read)
    }
}

impl<R: Seek> Seek for Metered<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// Standard input, which may have nothing for a long time: a stop ends the wait.
pub struct Piped {
    meter: Meter,
}

impl Piped {
    /// Nanoseconds between two looks at whether it was stopped: a person waits no longer for that.
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

/// Why a stream ended before its time.
#[derive(Clone, Default)]
pub struct Fault(Rc<RefCell<Option<Reason>>>);

impl Fault {
    /// What happened, once.
    pub fn take(&self) -> Option<Reason> {
        self.0.borrow_mut().take()
    }

    /// Whether something has happened.
    pub fn is_set(&self) -> bool {
        self.0.borrow().is_some()
    }

    fn set(&self, reason: Reason) {
        self.0.borrow_mut().get_or_insert(reason);
    }
}

/// A stream that has no errors, only ends.
pub struct GuardedStream<'a> {
    inner: Box<dyn Read + 'a>,
    fault: Fault,
    /// Of a decoder's: how much it may still give.
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

    /// Where the reason will be found.
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

/// Why a stream failed, by whether it was being unpacked.
fn reason(error: &io::Error, is_packed: bool) -> Reason {
    let error = Message::lower(error);
    if is_packed {
        Reason::PackingBroken { error }
    } else {
        Reason::ReadBrokeOff { error }
    }
}
