//! Takes finished frames and puts them on the terminal (stdout); enters and leaves raw mode and the alternate screen.
//!
//! However the program ends, the terminal must be sane: [`Terminal::leave`] runs on quitting and on drop, [`restore`]
//! on a panic in any thread and when a signal cannot wait for the loop. They share one flag, [`inside`], so that the
//! terminal is restored exactly once and no frame follows.
//!
//! Invariants: the terminal is never asked a question (no reply to wait for or to mistake for keys); each frame is one
//! write; nothing here blocks for ever on a terminal that has stopped reading, but for the frames themselves.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::stdio::stdout;
use rustix::termios::{isatty, tcgetpgrp, tcgetwinsize};

/// Explicit bidi (CSI 8 l) comes first: VTE takes the mode into a row when the row is made. Then the alternate screen,
/// cleared; bracketed paste; caret hidden.
const ENTER: &[u8] = b"\x1b[8l\x1b[?1049h\x1b[H\x1b[2J\x1b[?2004h\x1b[?25l";

/// The reverse, preceded by what a frame cut short may have left: synchronised output, a scroll region, a pen.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[m\x1b[r\x1b[?25h\x1b[?1049l\x1b[8h";

/// Columns and rows of a terminal that does not say.
const USUAL_SIZE: (u16, u16) = (80, 24);

/// How long a restore waits for a frame under way and for a terminal that takes no bytes.
const PATIENCE: Duration = Duration::from_millis(500);

/// Are raw mode and the alternate screen on?
static INSIDE: AtomicBool = AtomicBool::new(false);

/// Held while bytes are written, so that a restore never lands inside a frame.
static WRITING: Mutex<()> = Mutex::new(());

/// Why there can be no interactive screen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "stdout is not a terminal; for scripts use `fihrist list`, `search`, `show` or `related`"
    )]
    NotATerminal,
    #[error("no keyboard: {0} (stdin is not a terminal and /dev/tty cannot be used)")]
    NoKeyboard(io::Error),
    #[error("the terminal is gone: {0}")]
    Gone(#[from] io::Error),
}

/// The terminal in raw mode on its alternate screen; dropping it leaves.
#[derive(Debug)]
pub struct Terminal {
    /// The next SIGCONT ends a stop of our own, after which the screen was entered anew already.
    stopped_ourselves: bool,
}

#[expect(
    clippy::unused_self,
    reason = "only an entered terminal can be written to, left or resumed"
)]
impl Terminal {
    /// Enters raw mode and the alternate screen.
    pub fn enter() -> Result<Self, Error> {
        if !isatty(stdout()) {
            return Err(Error::NotATerminal);
        }
        enter()?;
        Ok(Self {
            stopped_ourselves: false,
        })
    }

    /// Undoes everything `enter` did; no effect when done already.
    pub fn leave(&mut self) {
        restore();
    }

    /// Writes a frame; nothing after [`restore`]. An error means that the terminal is gone.
    pub fn write_frame(&mut self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() {
            return Ok(());
        }
        let _writing = WRITING.lock();
        if inside() { write_all(frame) } else { Ok(()) }
    }

    /// Columns and rows, from the kernel.
    pub fn size(&self) -> (u16, u16) {
        size()
    }

    /// Leaves, stops the job as Ctrl-Z does, and enters again once it is continued in the foreground. True: all must be
    /// repainted, at [`Terminal::size`], which may have changed. False: nothing happened, since no shell could ever
    /// continue us. Call it from the main thread, which the kernel stops first.
    pub fn suspend(&mut self) -> Result<bool, Error> {
        if !has_job_control() {
            return Ok(false);
        }
        restore();
        self.stopped_ourselves = true;
        // The whole job, as the tty driver does: a script or a pipe around us stops as well.
        kill_current_process_group(Signal::STOP).map_err(io::Error::from)?;
        // `bg`, or a kill that continues the job to end it: touching the terminal from the background would stop us.
        while !in_foreground() {
            thread::sleep(Duration::from_millis(50));
        }
        enter()?;
        Ok(true)
    }

    /// To be called on SIGCONT: if someone else stopped us, the shell has since used the terminal, which is therefore
    /// entered again. True: all must be repainted.
    pub fn resume(&mut self) -> Result<bool, Error> {
        if std::mem::take(&mut self.stopped_ourselves) || !inside() || !in_foreground() {
            return Ok(false);
        }
        // crossterm believes raw mode still on.
        disable_raw_mode()?;
        enter()?;
        Ok(true)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Are raw mode and the alternate screen on?
pub fn inside() -> bool {
    INSIDE.load(Ordering::SeqCst)
}

/// Restores the terminal from any thread; no effect when it is restored already or was never entered.
pub fn restore() {
    let _writing = wait_for_writer();
    if !inside() {
        return;
    }
    // Only what does not block: the terminal may have stopped reading, or be gone, or another job's.
    if writable_within(PATIENCE) {
        let _ = write_all(LEAVE);
    }
    if in_foreground() {
        let _ = disable_raw_mode();
    }
    INSIDE.store(false, Ordering::SeqCst);
}

/// Makes a panic in any thread restore the terminal, then print its message as usual, then end the process with 101.
pub fn install_panic_hook() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        restore();
        usual(info);
        std::process::exit(101);
    }));
}

fn enter() -> Result<(), Error> {
    let _writing = WRITING.lock();
    enable_raw_mode().map_err(Error::NoKeyboard)?;
    INSIDE.store(true, Ordering::SeqCst);
    write_all(ENTER)?;
    Ok(())
}

/// Columns and rows of stdout's terminal.
pub(super) fn size() -> (u16, u16) {
    match tcgetwinsize(stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => USUAL_SIZE,
    }
}

/// Without a shell in our session that waits for another process group (as under `xterm -e`), a stop would be for ever.
fn has_job_control() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Is ours the process group that may use the terminal? If it cannot be told, yes.
fn in_foreground() -> bool {
    tcgetpgrp(stdout()).map_or(true, |group| group == getpgrp())
}

/// One write if the kernel takes all of it at once.
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another program may have made the terminal non-blocking for all who share it.
            Err(Errno::AGAIN) => wait_writable(None),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn writable_within(patience: Duration) -> bool {
    let deadline = Instant::now() + patience;
    let mut fds = [PollFd::from_borrowed_fd(stdout(), PollFlags::OUT)];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let limit = Timespec::try_from(left).ok();
        match poll(&mut fds, limit.as_ref()) {
            Err(Errno::INTR) => {}
            Ok(ready) => return ready > 0,
            Err(_) => return false,
        }
    }
}

/// A hangup ends the wait too; the next write then reports it.
fn wait_writable(limit: Option<&Timespec>) {
    let mut fds = [PollFd::from_borrowed_fd(stdout(), PollFlags::OUT)];
    let _ = poll(&mut fds, limit);
}

/// The write lock, or nothing if a frame does not get through in time.
fn wait_for_writer() -> Option<MutexGuard<'static, ()>> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match WRITING.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(5));
            }
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}
