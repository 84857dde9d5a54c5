//! A program on a pseudo-terminal: how long until it shows something.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const ROWS: NonZeroU16 = NonZeroU16::new(24).expect("not zero");
const COLS: NonZeroU16 = NonZeroU16::new(80).expect("not zero");
/// Longest wait for the screen to fill.
const PATIENCE: Duration = Duration::from_secs(60);
/// The last question of fihrist to the terminal, and xterm's answers to all.
const ASKED: &[u8] = b"\x1b[c";
const ANSWERS: &[u8] = b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2;6;22c";

/// Milliseconds from the start of a program.
pub(crate) struct Shown {
    pub(crate) first_text: f64,
    /// Every other row has text.
    pub(crate) half_full: f64,
}

/// Starts a program, waits until it has filled half of the screen, and ends it.
pub(crate) fn open(mut command: CommandBuilder) -> Shown {
    let size = PtySize {
        rows: ROWS.get(),
        cols: COLS.get(),
        ..PtySize::default()
    };
    let pair = native_pty_system().openpty(size).expect("a pty");
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    let started = Instant::now();
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    let reader = pair.master.try_clone_reader().expect("a reader");
    let mut writer = pair.master.take_writer().expect("a writer");
    let shown = watch(&chunks(reader), &mut writer, started);
    let _ = child.kill();
    let _ = child.wait();
    shown
}

/// What a program writes, and when.
fn chunks(mut reader: Box<dyn Read + Send>) -> Receiver<(Instant, Vec<u8>)> {
    let (sender, chunks) = channel();
    std::thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if sender.send((Instant::now(), buffer[..n].to_vec())).is_err() {
                return;
            }
        }
    });
    chunks
}

fn watch(
    chunks: &Receiver<(Instant, Vec<u8>)>,
    writer: &mut impl Write,
    started: Instant,
) -> Shown {
    let mut screen = vt100::Parser::new(ROWS, COLS, 0);
    let mut first_text = None;
    while let Ok((at, bytes)) = chunks.recv_timeout(PATIENCE) {
        screen.process(&bytes);
        if bytes.windows(ASKED.len()).any(|window| window == ASKED) {
            writer.write_all(ANSWERS).expect("answered");
        }
        let rows = screen.screen().rows(0, COLS.get());
        let rows = rows.filter(|row| !row.trim().is_empty()).count();
        let took = (at - started).as_secs_f64() * 1e3;
        if rows > 0 {
            first_text.get_or_insert(took);
        }
        if rows >= usize::from(ROWS.get()) / 2 {
            return Shown {
                first_text: first_text.unwrap_or(took),
                half_full: took,
            };
        }
    }
    panic!("the screen stays empty:\n{}", screen.screen().contents());
}
