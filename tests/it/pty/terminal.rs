//! A command and a size in, a terminal it runs in out: keys are sent, screens are waited for, and
//! every byte the program writes is kept.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use super::family::{Family, XTERM};
use crate::support::{USERS_OWN, home_variables};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// No byte for so long: what was asked for is done. An answer that takes longer is waited for by
/// what it shows.
const QUIET: Duration = Duration::from_millis(250);

/// Variables that the machine the tests run on may have, and that would tell about another terminal.
const FOREIGN: [&str; 18] = [
    "SSH_CONNECTION",
    "SSH_TTY",
    "NO_COLOR",
    "CLICOLOR",
    "FIHRIST_THEME",
    "LC_FIHRIST_THEME",
    "ENV",
    "FIHRIST_BIDI",
    "LC_FIHRIST_BIDI",
    "TMUX",
    "STY",
    "VTE_VERSION",
    "TERM_PROGRAM",
    "LC_TERMINAL",
    "KONSOLE_VERSION",
    "KITTY_WINDOW_ID",
    "COLORTERM",
    "WT_SESSION",
];

/// What came out of the terminal.
struct Output {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    last: Instant,
}

/// What types into the terminal: a person, and the terminal itself when it answers.
type Keyboard = Arc<Mutex<Option<Box<dyn Write + Send>>>>;

/// A program in a terminal.
pub(super) struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Keyboard,
    child: Box<dyn Child + Send + Sync>,
    output: Arc<(Mutex<Output>, Condvar)>,
    stop: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

impl Session {
    /// Starts a command on an xterm of that many columns and rows.
    pub(super) fn start(arguments: &[&str], size: (u16, u16)) -> Session {
        Session::start_in(XTERM, Duration::ZERO, arguments, size)
    }

    /// Starts a command on a terminal of some family, whose answers take a while.
    pub(super) fn start_in(
        family: Family,
        delay: Duration,
        arguments: &[&str],
        size: (u16, u16),
    ) -> Session {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(arguments[0]);
        command.args(&arguments[1..]);
        command.cwd(env!("CARGO_TARGET_TMPDIR"));
        for (name, value) in [
            ("TERM", family.term),
            ("LANG", "C.UTF-8"),
            ("LC_ALL", "C.UTF-8"),
            ("PS1", "ready> "),
        ] {
            command.env(name, value);
        }
        for name in FOREIGN.into_iter().chain(USERS_OWN) {
            command.env_remove(name);
        }
        for (name, value) in home_variables() {
            command.env(name, value);
        }
        for (name, value) in family.environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (cols, rows) = size;
        let output = Arc::new((
            Mutex::new(Output {
                parser: vt100::Parser::new(cells(rows), cells(cols), 0),
                bytes: Vec::new(),
                last: Instant::now(),
            }),
            Condvar::new(),
        ));
        let stop = Arc::new(AtomicBool::new(false));
        let from = pair.master.try_clone_reader().unwrap();
        let writer: Keyboard = Arc::new(Mutex::new(Some(pair.master.take_writer().unwrap())));
        let reader = {
            let (output, stop) = (Arc::clone(&output), Arc::clone(&stop));
            let terminal = Answering {
                family,
                delay,
                told: false,
                keyboard: Arc::clone(&writer),
            };
            thread::spawn(move || forward(from, terminal, &output, &stop))
        };
        Session {
            writer,
            master: Some(pair.master),
            child,
            output,
            stop,
            reader: Some(reader),
        }
    }

    pub(super) fn send(&mut self, keys: &str) {
        type_into(&self.writer, keys);
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub(super) fn wait(&self, what: &str, done: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut output = self.lock();
        while !done(output.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "no {what}:\n{}",
                output.parser.screen().contents()
            );
            output = self.output.1.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Waits until some text has been written after so many bytes.
    #[track_caller]
    pub(super) fn wait_for(&self, text: &str, after: usize) {
        let deadline = Instant::now() + PATIENCE;
        let mut output = self.lock();
        let comes = |bytes: &[u8]| {
            let new = bytes.get(after..).unwrap_or_default();
            new.windows(text.len())
                .any(|window| window == text.as_bytes())
        };
        while !comes(&output.bytes) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "no {text:?}");
            output = self.output.1.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Waits until nothing has come for a moment.
    pub(super) fn settle(&self) {
        self.silent_for(QUIET);
    }

    /// Waits until nothing has come for that long, counted from now.
    pub(super) fn silent_for(&self, quiet: Duration) {
        let start = Instant::now();
        let mut output = self.lock();
        loop {
            let until = start.max(output.last) + quiet;
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            output = self.output.1.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Bytes that come for a key that changes the screen.
    pub(super) fn cost(&mut self, key: &str) -> usize {
        let before = self.bytes().len();
        self.send(key);
        let start = Instant::now();
        while self.bytes().len() == before {
            assert!(start.elapsed() < PATIENCE, "nothing comes for {key:?}");
            self.settle();
        }
        self.settle();
        self.bytes().len() - before
    }

    pub(super) fn screen(&self) -> vt100::Screen {
        self.lock().parser.screen().clone()
    }

    /// Every byte so far.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.lock().bytes.clone()
    }

    pub(super) fn resize(&mut self, size: (u16, u16)) {
        let (cols, rows) = size;
        let mut output = self.lock();
        output.parser.set_size(cells(rows), cells(cols));
        let master = self.master.as_ref().expect("a terminal that is there");
        master.resize(pty_size(size)).unwrap();
        drop(output);
    }

    /// Sends SIGTERM to the program.
    pub(super) fn terminate(&self) {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        kill_process(Pid::from_raw(id).unwrap(), Signal::TERM).unwrap();
    }

    /// The status it ends with; None if it does not end in time, or by a signal.
    pub(super) fn exit_status(&mut self, within: Duration) -> Option<u32> {
        let deadline = Instant::now() + within;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // The last bytes may still be on their way.
                if let Some(reader) = self.reader.take() {
                    reader.join().unwrap();
                }
                return status.signal().is_none().then(|| status.exit_code());
            }
            if Instant::now() > deadline {
                return None;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Closes the terminal under the program.
    pub(super) fn hang_up(&mut self) {
        // A writer that goes types a last line: that is drawn and read first.
        *self.writer.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.settle();
        // The thread that reads holds the terminal too: a screen so small that it comes in one
        // piece makes it look up, and leaves the program waiting, not writing.
        self.stop.store(true, Ordering::SeqCst);
        self.resize((20, 5));
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.master = None;
    }

    fn lock(&self) -> MutexGuard<'_, Output> {
        self.output.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// The terminal's own part of the conversation.
struct Answering {
    family: Family,
    delay: Duration,
    /// Bidi was turned off.
    told: bool,
    keyboard: Keyboard,
}

impl Answering {
    fn hear(&mut self, bytes: &[u8]) {
        let answers = self.family.answers(bytes, &mut self.told);
        if answers.is_empty() {
            return;
        }
        let (delay, keyboard) = (self.delay, Arc::clone(&self.keyboard));
        thread::spawn(move || {
            thread::sleep(delay);
            type_into(&keyboard, &answers);
        });
    }
}

fn type_into(keyboard: &Keyboard, keys: &str) {
    let mut keyboard = keyboard.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(writer) = keyboard.as_mut() {
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }
}

fn forward(
    mut from: Box<dyn Read + Send>,
    mut terminal: Answering,
    output: &(Mutex<Output>, Condvar),
    stop: &AtomicBool,
) {
    let mut buffer = vec![0; 65536];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        terminal.hear(&buffer[..length]);
        let mut output_ = output.0.lock().unwrap_or_else(PoisonError::into_inner);
        output_.parser.process(&buffer[..length]);
        output_.bytes.extend_from_slice(&buffer[..length]);
        output_.last = Instant::now();
        output.1.notify_all();
        if stop.load(Ordering::SeqCst) {
            return;
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

/// What the eye sees of a screen, cell by cell.
pub(super) fn seen(screen: &vt100::Screen) -> Vec<(String, vt100::Color, [bool; 2])> {
    cells_of(screen)
        .map(|cell| {
            let blank = cell.contents().trim().is_empty();
            // The colour and weight of a blank's letter show nothing.
            let letter = if blank {
                vt100::Color::Default
            } else {
                cell.fgcolor()
            };
            let text = if blank { " " } else { cell.contents() };
            (
                text.to_owned(),
                letter,
                [!blank && cell.bold(), cell.inverse()],
            )
        })
        .collect()
}

fn cells_of(screen: &vt100::Screen) -> impl Iterator<Item = &vt100::Cell> {
    let (rows, cols) = screen.size();
    let all = (0..rows.get()).flat_map(move |row| (0..cols.get()).map(move |col| (row, col)));
    all.filter_map(|(row, col)| screen.cell(row, col))
}

/// How many cells of a screen are lit as hits: yellow turned round, or the terminal's own colours turned round and
/// underlined.
pub(super) fn lit(screen: &vt100::Screen) -> usize {
    let hit = |cell: &&vt100::Cell| {
        cell.inverse() && (cell.fgcolor() == vt100::Color::Idx(3) || cell.underline())
    };
    cells_of(screen).filter(hit).count()
}
