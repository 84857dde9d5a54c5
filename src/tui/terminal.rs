//! Takes finished frames and puts them on the terminal (stdout); enters and leaves raw mode and the alternate screen.
//!
//! However the program ends, the terminal must be sane: [`Terminal::leave`] runs on quitting and on drop, [`restore`]
//! on a panic that ends the program (see [`panics`](super::panics)) and when a signal cannot wait for the loop. They share
//! one flag, [`inside`], so that the terminal is restored exactly once and no frame follows.
//!
//! That state is static because it is the process's: there is one terminal, and a panic hook or a signal thread that must
//! restore it has nobody to be handed it by.
//!
//! It is entered in two steps. [`Terminal::open`] takes the alternate screen and asks the terminal what it is; what
//! comes back is input, and decides the [`Switch`] that [`Terminal::enter`] begins with.
//!
//! Invariants: questions are asked on the alternate screen, before it is cleared; what was switched is switched back on
//! every way out; each frame is one write; nothing here blocks for ever on a terminal that has stopped reading, but for
//! the frames themselves. SCP, SPD, `?2501` and XTGETTCAP are never sent: some terminals take them for something else.

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::stdio::stdout;
use rustix::termios::{isatty, tcgetpgrp, tcgetwinsize};

use super::detect::Switch;
use super::extras::{CursorShape, Extras};
use crate::corpus::Cause;
use crate::words::{Said, Words, messages};

/// The alternate screen, where a question that is not understood can be printed and cleared away.
const OPEN: &[u8] = b"\x1b[?1049h";

/// After the switch: the alternate screen, cleared; bracketed paste; caret hidden. VTE takes explicit bidi into a row
/// when the row is made or cleared, so the switch comes first.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[H\x1b[2J\x1b[?2004h\x1b[?25l";

/// The reverse, preceded by what a frame cut short may have left: synchronised output, a scroll region, a pen.
/// Consoles and GNU screen may have no alternate screen: what is on theirs is erased, or it would stay behind.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?25h\x1b[?1049l";

/// Asks whether bidi is off (DECRQM 8).
const CONFIRM: &[u8] = b"\x1b[8$p";

impl Switch {
    /// Sets the terminal's own bidi as it is to be.
    fn set(self) -> &'static [u8] {
        match self {
            Switch::Nothing => b"",
            Switch::Explicit | Switch::StaysExplicit => b"\x1b[8l",
            Switch::Implicit => b"\x1b[8h",
            Switch::Mlterm => b"\x1b[8l\x1b]5379;use_ctl=false\x07",
        }
    }

    /// Sets it as it was before.
    fn unset(self) -> &'static [u8] {
        match self {
            Switch::Nothing | Switch::StaysExplicit => b"",
            Switch::Explicit => b"\x1b[8h",
            Switch::Implicit => b"\x1b[8l",
            Switch::Mlterm => b"\x1b]5379;use_ctl=true\x07\x1b[8h",
        }
    }
}

/// Columns and rows of a terminal that does not report them: a VT100's.
const USUAL_SIZE: (u16, u16) = (80, 24);

/// Longest wait of a restore for a frame under way and for a terminal that takes no bytes: the user wants the shell back.
const MAX_RESTORE_WAIT: Duration = Duration::from_millis(500);

/// Time between two checks whether a stopped job is in the foreground again; too short to be noticed.
const FOREGROUND_PAUSE: Duration = Duration::from_millis(50);

/// Time between two checks whether a frame under way is written.
const WRITER_PAUSE: Duration = Duration::from_millis(5);

/// The switch that the terminal was entered with.
static SWITCH: Mutex<Switch> = Mutex::new(Switch::Nothing);

/// What else it was told when it was entered.
static EXTRAS: Mutex<Extras> = Mutex::new(Extras {
    mouse: false,
    wheel: false,
    focus: false,
    cursor: CursorShape::Own,
});

/// Whether raw mode and the alternate screen are on.
static INSIDE: AtomicBool = AtomicBool::new(false);

/// Held while bytes are written, so that a restore never lands inside a frame.
static WRITING: Mutex<()> = Mutex::new(());

/// Why there can be no interactive screen.
#[derive(Debug)]
pub enum Error {
    NotATerminal,
    /// TERM says that it moves no cursor.
    Dumb,
    NoKeyboard(io::Error),
    Gone(io::Error),
}

messages! {
    /// The same in words.
    pub enum TerminalFault {
        NotATerminal "not-a-terminal";
        Dumb "dumb-terminal";
        NoKeyboard "no-keyboard" { error: Said };
        Gone "terminal-gone" { error: Said };
    }
}

impl Error {
    /// What is said of it.
    pub fn said(&self) -> TerminalFault {
        match self {
            Error::NotATerminal => TerminalFault::NotATerminal,
            Error::Dumb => TerminalFault::Dumb,
            Error::NoKeyboard(error) => TerminalFault::NoKeyboard {
                error: Cause::io(error).sentence(),
            },
            Error::Gone(error) => TerminalFault::Gone {
                error: Cause::io(error).sentence(),
            },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::ENGLISH.plain(&self.said()))
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::Gone(error)
    }
}

/// The terminal in raw mode on its alternate screen; dropping it leaves.
#[derive(Debug)]
pub struct Terminal {
    /// The next SIGCONT ends a stop of our own, after which the screen was entered anew already.
    stopped_ourselves: bool,
}

impl Terminal {
    /// Enters raw mode and the alternate screen, and asks `questions` there.
    pub fn open(questions: &[u8]) -> Result<Self, Error> {
        if !isatty(stdout()) {
            return Err(Error::NotATerminal);
        }
        if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
            return Err(Error::Dumb);
        }
        enter(&[OPEN, questions].concat())?;
        Ok(Self {
            stopped_ourselves: false,
        })
    }

    /// Turns the terminal's own bidi off by `switch` and clears the screen, which must be drawn anew. Whatever was
    /// switched before is switched back.
    pub fn enter(&mut self, switch: Switch, extras: Extras) -> Result<(), Error> {
        let _writing = WRITING.lock();
        let before = current_switch();
        let mut bytes = Vec::new();
        if before != switch {
            bytes.extend_from_slice(before.unset());
        }
        set_switch(switch);
        let former = current_extras();
        if former != extras {
            bytes.extend_from_slice(&former.off());
        }
        *EXTRAS.lock().unwrap_or_else(PoisonError::into_inner) = extras;
        bytes.extend_from_slice(&entering());
        if inside() {
            write_all(&bytes)?;
        }
        Ok(())
    }

    /// Asks some questions; the answers come as input.
    pub fn ask(&mut self, questions: &[u8]) -> io::Result<()> {
        self.write_frame(questions)
    }

    /// Asks whether explicit bidi is on now; the answer comes as input.
    pub fn ask_again(&mut self) -> io::Result<()> {
        self.write_frame(CONFIRM)
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
            thread::sleep(FOREGROUND_PAUSE);
        }
        enter(&entering())?;
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
        enter(&entering())?;
        Ok(true)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Whether raw mode and the alternate screen are on.
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
    if writable_within(MAX_RESTORE_WAIT) {
        let _ = write_all(&leaving());
    }
    if in_foreground() {
        let _ = disable_raw_mode();
    }
    INSIDE.store(false, Ordering::SeqCst);
}

/// Raw mode, then `bytes`.
fn enter(bytes: &[u8]) -> Result<(), Error> {
    let _writing = WRITING.lock();
    enable_raw_mode().map_err(Error::NoKeyboard)?;
    INSIDE.store(true, Ordering::SeqCst);
    write_all(bytes)?;
    Ok(())
}

/// The bytes that enter the terminal as it was entered last.
fn entering() -> Vec<u8> {
    let extras = current_extras().on();
    [current_switch().set(), ENTER, extras.as_slice()].concat()
}

/// The bytes that leave it again.
fn leaving() -> Vec<u8> {
    let extras = current_extras().off();
    [extras.as_slice(), LEAVE, current_switch().unset()].concat()
}

/// Locked for the copy alone, so that a panic can never find it locked.
fn current_switch() -> Switch {
    *SWITCH.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Likewise.
fn current_extras() -> Extras {
    *EXTRAS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn set_switch(switch: Switch) {
    *SWITCH.lock().unwrap_or_else(PoisonError::into_inner) = switch;
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

/// Whether ours is the process group that may use the terminal. Yes if the kernel does not say.
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
    let deadline = Instant::now() + MAX_RESTORE_WAIT;
    loop {
        match WRITING.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                thread::sleep(WRITER_PAUSE);
            }
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}
