//! Bytes from the terminal (keys and answers) in, [`TerminalInput`]s into the loop's channel out.
//!
//! The thread sleeps in poll; only while something has begun ([`Decoder::timeout`]) does it wake to flush it. It ends,
//! with [`TerminalInput::Hangup`], when the terminal does: a terminal that is gone reads as end of file or EIO.

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::process::getpgrp;
use rustix::stdio::stdin;
use rustix::termios::{isatty, tcgetpgrp};

use super::burst::Bursts;
use super::decode::Decoder;
use super::waits::TAIL_TIMEOUT;
use super::{Expectations, TerminalInput};

/// Time between two checks of a background job whether it is in the foreground; too short to be noticed.
const BACKGROUND_PAUSE: Duration = Duration::from_millis(50);

/// Reads stdin or, if that is no terminal, the controlling terminal, until either ends or the loop is gone.
pub(super) fn forward_terminal<T: From<TerminalInput>>(
    sender: &Sender<T>,
    expected: &Expectations,
    over_ssh: bool,
) {
    let decoder = Decoder::new().over_ssh(over_ssh);
    if isatty(stdin()) {
        forward(stdin(), sender, expected, decoder);
    } else if let Ok(terminal) = File::open("/dev/tty") {
        forward(terminal.as_fd(), sender, expected, decoder);
    }
    let _ = sender.send(TerminalInput::Hangup.into());
}

/// Returns when there is nothing more to read, or nobody to read for.
pub(super) fn forward<T: From<TerminalInput>>(
    fd: BorrowedFd<'_>,
    sender: &Sender<T>,
    expected: &Expectations,
    mut decoder: Decoder,
) {
    let mut buffer = [0; 4096];
    let mut escaped: Option<Instant> = None;
    let mut bursts = Bursts::default();
    loop {
        let events = match is_readable(fd, decoder.timeout()) {
            Ok(false) => {
                escaped = Some(Instant::now());
                decoder.flush()
            }
            // Reading would stop the whole job.
            Ok(true) if !in_foreground(fd) => {
                thread::sleep(BACKGROUND_PAUSE);
                continue;
            }
            Ok(true) => match read(fd, &mut buffer) {
                Ok(0) => return,
                Ok(count) => {
                    decoder.expect_answers(expected.answers());
                    decoder.expect_position(expected.position());
                    if escaped.is_some_and(|at| at.elapsed() > TAIL_TIMEOUT) {
                        decoder.forget_escape();
                    }
                    let events = decoder.feed(buffer.get(..count).unwrap_or_default());
                    bursts.take(events, Instant::now())
                }
                // Another program may have made the terminal non-blocking, and another reader been faster.
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => return,
            },
            Err(Errno::INTR) => continue,
            Err(_) => return,
        };
        for event in events {
            if sender.send(TerminalInput::from(event).into()).is_err() {
                return;
            }
        }
    }
}

/// Waits for bytes, or for an end that reading will report; false: none came in time.
fn is_readable(fd: BorrowedFd<'_>, timeout: Option<Duration>) -> Result<bool, Errno> {
    let mut fds = [PollFd::from_borrowed_fd(fd, PollFlags::IN)];
    let limit = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
    Ok(poll(&mut fds, limit.as_ref())? > 0)
}

/// Whether ours is the process group that may read. Yes if the kernel does not say.
fn in_foreground(fd: BorrowedFd<'_>) -> bool {
    tcgetpgrp(fd).map_or(true, |group| group == getpgrp())
}
