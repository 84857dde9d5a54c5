//! Takes what the terminal, the user and the kernel send and puts it, as [`Input`], into the loop's one channel.
//!
//! Three threads: the reader of the keyboard, a watchdog that sleeps until the screen's terminal hangs up, and signals.
//! The watchdog is needed because SIGHUP may never come, and because the loop may be stuck in a write to a terminal that
//! has stopped reading. Both it and the signal thread end the process themselves if the loop does not do so in time.
//!
//! ```text
//! terminal ─> reader: bytes ─> decode: sequences ─> sequence, keyboard: what they mean ─> Event ─┐
//! signals, watchdog ────────────────────────────────────────────────────────────────────────────┴─> Input
//! ```

mod control_string;
pub mod decode;
pub mod event;
mod keyboard;
mod paste;
mod reader;
mod sequence;
#[cfg(test)]
mod tests;

use std::io;
use std::process;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::terminal;
use crate::app::key::Key;
use event::{Event, Mouse, Reply};

/// What the loop hears of the world outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key pressed or repeating, never released.
    Key(Key),
    /// Bracketed paste, as it came: newlines and controls included.
    Paste(String),
    /// Only while the mouse is switched on.
    Mouse(Mouse),
    /// An answer of the terminal, perhaps late.
    Reply(Reply),
    /// The terminal's new size: columns, rows.
    Resize(u16, u16),
    /// SIGTERM, SIGHUP, SIGINT or SIGQUIT: leave and exit now. Holds the exit status, 128 + signal.
    Terminate(i32),
    /// The terminal is gone: exit now, there is nothing to restore.
    Hangup,
    /// SIGTSTP from outside: suspend as on Ctrl-Z.
    Suspend,
    /// SIGCONT: someone stopped and continued us.
    Continue,
}

impl From<Event> for Input {
    fn from(event: Event) -> Input {
        match event {
            Event::Key(key) => Input::Key(key),
            Event::Paste(text) => Input::Paste(text),
            Event::Mouse(mouse) => Input::Mouse(mouse),
            Event::Reply(reply) => Input::Reply(reply),
        }
    }
}

/// How long the loop has to end by itself after [`Input::Terminate`].
const GRACE: Duration = Duration::from_millis(500);

/// The same after [`Input::Hangup`]: shorter, since nobody is looking.
const HANGUP_GRACE: Duration = Duration::from_millis(300);

/// Answers that have not come by then are not waited for any more.
const ANSWERS_AT_MOST: Duration = Duration::from_secs(5);

/// Exit status after a hangup, as if by SIGHUP.
pub const HANGUP_STATUS: i32 = 128 + SIGHUP;

/// Starts the threads. Call it before entering the terminal, so that no signal finds it entered and unguarded.
pub fn start<T>(sender: &Sender<T>) -> io::Result<()>
where
    T: From<Input> + Send + 'static,
{
    let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP, SIGWINCH])?;
    let (keys, hangups) = (sender.clone(), sender.clone());
    let others = sender.clone();
    spawn("signals", move || forward_signals(signals, &others))?;
    spawn("watchdog", move || watch_terminal(&hangups))?;
    spawn("keys", move || reader::forward_terminal(&keys))
}

/// To be set before the terminal is asked anything and cleared after its last answer: between, but not for ever, Esc
/// waits longer to be told from half an answer that ssh has parted.
pub fn expect_answers(expected: bool) {
    let until = if expected {
        reader::now() + ANSWERS_AT_MOST.as_millis() as u64
    } else {
        0
    };
    reader::ANSWERS_UNTIL.store(until, Ordering::SeqCst);
}

/// To be set before the terminal is asked for its cursor position and cleared after the answer: between, `CSI 1 ; 5 R`
/// is a position and not Ctrl-F3.
pub fn expect_position(expected: bool) {
    reader::EXPECTS_POSITION.store(expected, Ordering::SeqCst);
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work)?;
    Ok(())
}

/// Sleeps until the terminal hangs up: POLLHUP and POLLERR are reported though nothing is asked for.
fn watch_terminal<T: From<Input>>(sender: &Sender<T>) {
    let mut fds = [PollFd::from_borrowed_fd(stdout(), PollFlags::empty())];
    while let Err(Errno::INTR) | Ok(0) = poll(&mut fds, None) {}
    let _ = sender.send_timeout(Input::Hangup.into(), HANGUP_GRACE);
    insist(HANGUP_STATUS, HANGUP_GRACE);
}

fn forward_signals<T: From<Input>>(mut signals: Signals, sender: &Sender<T>) {
    for signal in signals.forever() {
        let input = match signal {
            SIGWINCH => {
                let (cols, rows) = terminal::size();
                Input::Resize(cols, rows)
            }
            SIGCONT => Input::Continue,
            SIGTSTP => Input::Suspend,
            _ => {
                let status = 128 + signal;
                let _ = sender.send_timeout(Input::Terminate(status).into(), GRACE);
                insist(status, GRACE);
            }
        };
        if sender.send(input.into()).is_err() {
            return;
        }
    }
}

/// Gives the loop time to end the process, then ends it.
fn insist(status: i32, grace: Duration) -> ! {
    let deadline = Instant::now() + grace;
    while terminal::inside() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(20));
    }
    // The loop has left the terminal, or is suspended: a moment for its own exit.
    thread::sleep(Duration::from_millis(100));
    terminal::restore();
    process::exit(status)
}
