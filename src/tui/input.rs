//! Takes what the terminal, the user and the kernel send and puts it, as [`Input`], into the loop's one channel.
//!
//! Three threads: keys (crossterm), a watchdog that sleeps until the terminal hangs up, and signals. The watchdog is
//! needed because crossterm's reader spins on a terminal that is gone, and because SIGHUP may never come. Both it and
//! the signal thread end the process themselves if the loop does not do so in time, for example because it is stuck in
//! a write to a terminal that has stopped reading.

use std::io;
use std::process;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;
use crossterm::event::{Event, KeyEvent, KeyEventKind, read};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::terminal;

/// What the loop hears of the world outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key pressed or repeating, never released.
    Key(KeyEvent),
    /// Bracketed paste, as it came: newlines and controls included.
    Paste(String),
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

/// How long the loop has to end by itself after [`Input::Terminate`].
const GRACE: Duration = Duration::from_millis(500);

/// The same after [`Input::Hangup`]: shorter, since crossterm's reader spins meanwhile.
const HANGUP_GRACE: Duration = Duration::from_millis(300);

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
    spawn("keys", move || forward_keys(&keys))
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work)?;
    Ok(())
}

/// Reads until the loop is gone or the keyboard fails.
fn forward_keys<T: From<Input>>(sender: &Sender<T>) {
    loop {
        let input = match read() {
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => Input::Key(key),
            Ok(Event::Paste(text)) => Input::Paste(text),
            // Sizes come from SIGWINCH below, since this thread may be stuck in half a key sequence.
            Ok(_) => continue,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => Input::Hangup,
        };
        let last = input == Input::Hangup;
        if sender.send(input.into()).is_err() || last {
            return;
        }
    }
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
