//! Takes what the terminal, the user and the kernel send and puts it, as [`TerminalInput`], into the loop's one channel.
//!
//! Three threads: the reader of the keyboard, a watchdog that sleeps until the screen's terminal hangs up, and signals.
//! The watchdog is needed because SIGHUP may never come, and because the loop may be stuck in a write to a terminal that
//! has stopped reading. Both it and the signal thread end the process themselves if the loop does not do so in time.
//!
//! ```text
//! terminal ─> terminal_reader: bytes ─> decode: sequences ─> sequence, key_codes: what they mean ─> TerminalEvent ─┐
//! signals, watchdog ────────────────────────────────────────────────────────────────────────────┴─> TerminalInput
//! ```

mod burst;
mod control_string;
pub mod decode;
mod decoder_state;
pub mod event;
mod expectations;
mod key_codes;
mod paste;
mod sequence;
mod terminal_reader;
#[cfg(test)]
mod tests;
mod waits;

use std::io;
use std::process;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::panics::{self, caught};
use super::terminal;
use crate::app::key::KeyPress;
use event::{Mouse, TerminalEvent, TerminalReply};
pub use expectations::Expectations;

/// One event from the terminal, the user or the kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalInput {
    /// A key pressed or repeating, never released.
    Key(KeyPress),
    /// The last key, Esc, was none: it was the first byte of what comes next.
    TakeBackEscape,
    /// Bracketed paste, as it came: newlines and controls included.
    Paste(String),
    /// Only while the mouse is switched on.
    Mouse(Mouse),
    /// An answer of the terminal, perhaps late.
    Reply(TerminalReply),
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

impl From<TerminalEvent> for TerminalInput {
    fn from(event: TerminalEvent) -> TerminalInput {
        match event {
            TerminalEvent::Key(key) => TerminalInput::Key(key),
            TerminalEvent::TakeBackEscape => TerminalInput::TakeBackEscape,
            TerminalEvent::Paste(text) => TerminalInput::Paste(text),
            TerminalEvent::Mouse(mouse) => TerminalInput::Mouse(mouse),
            TerminalEvent::Reply(reply) => TerminalInput::Reply(reply),
        }
    }
}

/// Time that the loop has to end by itself after [`TerminalInput::Terminate`]: enough for a frame under way.
const TERMINATE_GRACE: Duration = Duration::from_millis(500);

/// The same after [`TerminalInput::Hangup`]: shorter, since no terminal is left to restore.
const HANGUP_GRACE: Duration = Duration::from_millis(300);

/// Exit status after a hangup, as if by SIGHUP.
pub const HANGUP_STATUS: i32 = 128 + SIGHUP;

/// Starts the threads. Call it before entering the terminal, so that no signal finds it entered and unguarded.
/// `expected` says what the terminal has been asked; `over_ssh` that bytes come over a network, which may part them.
pub fn start<T>(sender: &Sender<T>, expected: &Arc<Expectations>, over_ssh: bool) -> io::Result<()>
where
    T: From<TerminalInput> + Send + 'static,
{
    let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP, SIGWINCH])?;
    let (keys, hangups) = (sender.clone(), sender.clone());
    let others = sender.clone();
    let expected = Arc::clone(expected);
    spawn("signals", move || forward_signals(signals, &others))?;
    spawn("watchdog", move || watch_terminal(&hangups))?;
    spawn("keys", move || {
        terminal_reader::forward_terminal(&keys, &expected, over_ssh);
    })
}

/// Starts a thread without which the program could not be left; its panic ends the program ([`panics`]).
fn spawn(name: &'static str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let guarded = move || {
        if let Err(panicked) = caught(work) {
            panics::end_program(name, &panicked);
        }
    };
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(guarded)?;
    Ok(())
}

/// Sleeps until the terminal hangs up: POLLHUP and POLLERR are reported though nothing is asked for.
fn watch_terminal<T: From<TerminalInput>>(sender: &Sender<T>) {
    let mut fds = [PollFd::from_borrowed_fd(stdout(), PollFlags::empty())];
    while let Err(Errno::INTR) | Ok(0) = poll(&mut fds, None) {}
    let _ = sender.send_timeout(TerminalInput::Hangup.into(), HANGUP_GRACE);
    insist(HANGUP_STATUS, HANGUP_GRACE);
}

fn forward_signals<T: From<TerminalInput>>(mut signals: Signals, sender: &Sender<T>) {
    for signal in signals.forever() {
        let input = match signal {
            SIGWINCH => {
                let (cols, rows) = terminal::size();
                TerminalInput::Resize(cols, rows)
            }
            SIGCONT => TerminalInput::Continue,
            SIGTSTP => TerminalInput::Suspend,
            _ => {
                let status = 128 + signal;
                let _ =
                    sender.send_timeout(TerminalInput::Terminate(status).into(), TERMINATE_GRACE);
                insist(status, TERMINATE_GRACE);
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
