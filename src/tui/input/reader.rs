//! Bytes of the terminal that is the keyboard in, [`Input`]s into the loop's channel out.
//!
//! The thread sleeps in poll; only while something has begun ([`Decoder::patience`]) does it wake to flush it. It ends,
//! with [`Input::Hangup`], when the terminal does: a terminal that is gone reads as end of file or EIO.

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::process::getpgrp;
use rustix::stdio::stdin;
use rustix::termios::{isatty, tcgetpgrp};

use super::Input;
use super::decode::Decoder;

/// How often a job in the background looks whether it has come to the front.
const BACKGROUND_PAUSE: Duration = Duration::from_millis(50);

/// For [`Decoder::expect_answers`] and [`Decoder::expect_position`]: whoever asks is another thread.
pub(super) static ANSWERS_UNTIL: AtomicU64 = AtomicU64::new(0);
pub(super) static EXPECTS_POSITION: AtomicBool = AtomicBool::new(false);

/// Milliseconds since this was first asked.
pub(super) fn now() -> u64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed().as_millis() as u64
}

/// Reads stdin or, if that is no terminal, the controlling terminal, until either ends or the loop is gone.
pub(super) fn forward_terminal<T: From<Input>>(sender: &Sender<T>) {
    if isatty(stdin()) {
        forward(stdin(), sender);
    } else if let Ok(terminal) = File::open("/dev/tty") {
        forward(terminal.as_fd(), sender);
    }
    let _ = sender.send(Input::Hangup.into());
}

/// Returns when there is nothing more to read, or nobody to read for.
pub(super) fn forward<T: From<Input>>(fd: BorrowedFd<'_>, sender: &Sender<T>) {
    let mut decoder = Decoder::new();
    let mut buffer = [0; 4096];
    loop {
        let events = match is_readable(fd, decoder.patience()) {
            Ok(false) => decoder.flush(),
            // Reading would stop the whole job.
            Ok(true) if !in_foreground(fd) => {
                thread::sleep(BACKGROUND_PAUSE);
                continue;
            }
            Ok(true) => match read(fd, &mut buffer) {
                Ok(0) => return,
                Ok(count) => {
                    decoder.expect_answers(now() < ANSWERS_UNTIL.load(Ordering::SeqCst));
                    decoder.expect_position(EXPECTS_POSITION.load(Ordering::SeqCst));
                    decoder.feed(buffer.get(..count).unwrap_or_default())
                }
                // Another program may have made the terminal non-blocking, and another reader been faster.
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => return,
            },
            Err(Errno::INTR) => continue,
            Err(_) => return,
        };
        for event in events {
            if sender.send(Input::from(event).into()).is_err() {
                return;
            }
        }
    }
}

/// Waits for bytes, or for an end that reading will report; false: none came in time.
fn is_readable(fd: BorrowedFd<'_>, patience: Option<Duration>) -> Result<bool, Errno> {
    let mut fds = [PollFd::from_borrowed_fd(fd, PollFlags::IN)];
    let limit = patience.and_then(|patience| Timespec::try_from(patience).ok());
    Ok(poll(&mut fds, limit.as_ref())? > 0)
}

/// Is ours the process group that may read? If it cannot be told, yes.
fn in_foreground(fd: BorrowedFd<'_>) -> bool {
    tcgetpgrp(fd).map_or(true, |group| group == getpgrp())
}
