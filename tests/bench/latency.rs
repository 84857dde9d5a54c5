//! Times the whole program on a pseudo-terminal, as a person would feel it.
//!
//! What is measured, at 80x24, alternating a small and a large corpus in one run:
//!
//! 1. from exec to the end of the first frame;
//! 2. from a key typed into the search box, while the large corpus is still loading, to the frame
//!    that shows its answer: single letters, the widest prefixes there are, and Ctrl-u;
//! 3. without a terminal, what the store takes to answer (`latency/answers.rs`): first letters, phrases with an
//!    unfinished word, snippets, groups, orders, related articles; over the large corpus, or over the files and
//!    folders that `FIHRIST_BENCH_TEXT` names with `:` between them.
//!
//! Corpora: demo-corpus, and 30,000 articles of about 3 KB made from its paragraphs; or set
//! `FIHRIST_BENCH_SMALL` and `FIHRIST_BENCH_LARGE` to files or folders of your own.
//!
//! ```sh
//! cargo bench --bench latency
//! FIHRIST_BENCH_TEXT=a.jsonl:b.jsonl cargo bench --bench latency -- answers   # these alone
//! ```

#[path = "latency/answers.rs"]
mod answers;

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use fihrist::library;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 15;
const ARTICLES: usize = 30_000;
/// Typed while loading, a letter at a time.
const TYPED: &str = "المنوبسق";
const ROWS: NonZeroU16 = NonZeroU16::new(24).expect("not zero");
const COLS: NonZeroU16 = NonZeroU16::new(80).expect("not zero");
const FRAME_END: &[u8] = b"\x1b[?2026l";

fn main() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus");
    let small = path_or("FIHRIST_BENCH_SMALL", || demo.clone());
    let large = path_or("FIHRIST_BENCH_LARGE", || made_from(&demo));
    let texts = std::env::var_os("FIHRIST_BENCH_TEXT");
    let texts = texts.map(|texts| std::env::split_paths(&texts).collect());
    answers::report(&texts.unwrap_or_else(|| vec![large.clone()]));
    if std::env::args().any(|argument| argument == "answers") {
        return;
    }
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        few.push(first_frame(&small));
        many.push(first_frame(&large));
    }
    let (few, many) = (median(&mut few), median(&mut many));
    println!(
        "first frame, small corpus: {few:.1} ms, large: {many:.1} ms, ratio {:.2}",
        many / few
    );
    let mut keys: Vec<f64> = (0..RUNS / 3)
        .flat_map(|_| keys_while_loading(&large))
        .collect();
    keys.sort_by(f64::total_cmp);
    println!(
        "key to answer while loading: median {:.1} ms, worst {:.1} ms of {} keys",
        median(&mut keys),
        keys.last().copied().unwrap_or(0.0),
        keys.len()
    );
}

fn path_or(variable: &str, default: impl FnOnce() -> PathBuf) -> PathBuf {
    std::env::var_os(variable).map_or_else(default, PathBuf::from)
}

/// A large corpus out of the paragraphs of a small one, the same on every run.
fn made_from(demo: &Path) -> PathBuf {
    let library = library::read(&[demo.to_path_buf()]).expect("the demo corpus opens");
    let entries: Vec<_> = library.entries().map(|(_, entry)| entry).collect();
    let paragraphs: Vec<&str> = entries
        .iter()
        .flat_map(|entry| entry.own_passages())
        .filter(|p| p.chars().count() > 100)
        .collect();
    let path = std::env::temp_dir().join("fihrist-bench-large.jsonl");
    let mut out = String::new();
    let mut random = 7_u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(random >> 33).expect("31 bits") % below
    };
    for number in 0..ARTICLES {
        let text: Vec<&str> = (0..8).map(|_| paragraphs[next(paragraphs.len())]).collect();
        let record = serde_json::json!({
            "id": format!("made-{number}"),
            "title": text[0].split('.').next().unwrap_or(""),
            "source": format!("source {}", next(14)),
            "date": format!("20{:02}-{:02}-{:02}", 14 + next(12), 1 + next(12), 1 + next(28)),
            "text": text.join("\n"),
        });
        writeln!(out, "{record}").expect("a string takes everything");
    }
    std::fs::write(&path, out).expect("the temp folder can be written");
    path
}

/// The last question to the terminal, and xterm's answers to all.
const ASKED: &[u8] = b"\x1b[c";
const ANSWERS: &[u8] = b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2;6;22c";

struct Session {
    writer: Box<dyn Write + Send>,
    frames: Receiver<(Instant, Vec<u8>)>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    started: Instant,
    screen: vt100::Parser,
    _kept: tempfile::TempDir,
}

impl Session {
    fn open(corpus: &Path) -> Session {
        let size = PtySize {
            rows: ROWS.get(),
            cols: COLS.get(),
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fihrist"));
        command.arg(corpus);
        command.env("TERM", "xterm-256color");
        // Every session is the first one of its user.
        let kept = tempfile::tempdir().expect("a folder");
        command.env("FIHRIST_KEEP_DIR", kept.path());
        let started = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (sender, frames) = channel();
        std::thread::spawn(move || {
            let _open = pair.master;
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        Session {
            writer,
            frames,
            child,
            started,
            screen: vt100::Parser::new(ROWS, COLS, 0),
            _kept: kept,
        }
    }

    /// Waits until the screen is as wanted; when it was.
    fn wait(&mut self, wanted: impl Fn(&str) -> bool) -> Instant {
        let deadline = Instant::now() + Duration::from_secs(20);
        while let Ok((at, bytes)) = self.frames.recv_timeout(Duration::from_secs(10)) {
            self.screen.process(&bytes);
            if bytes.windows(ASKED.len()).any(|window| window == ASKED) {
                self.writer.write_all(ANSWERS).expect("answered");
            }
            let ended = bytes.windows(FRAME_END.len()).any(|w| w == FRAME_END);
            if ended && wanted(&self.screen.screen().contents()) {
                return at;
            }
            assert!(
                Instant::now() < deadline,
                "{}",
                self.screen.screen().contents()
            );
        }
        panic!("the program ended:\n{}", self.screen.screen().contents());
    }

    fn close(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn first_frame(corpus: &Path) -> f64 {
    let mut session = Session::open(corpus);
    let at = session.wait(|screen| screen.contains("fihrist"));
    let took = at - session.started;
    session.close();
    took.as_secs_f64() * 1000.0
}

fn keys_while_loading(corpus: &Path) -> Vec<f64> {
    let mut session = Session::open(corpus);
    session.wait(|screen| screen.contains('▸') && !screen.contains("Search ▸  0"));
    session.writer.write_all(b"/").expect("typed");
    session.wait(|screen| screen.contains("Esc"));
    let mut took = Vec::new();
    for letter in TYPED.chars() {
        let letter = letter.to_string();
        // A single letter is the widest prefix there is; Ctrl-u brings the whole list back. Either
        // answer shows in the search row, whatever is loaded meanwhile.
        took.push(answered(&mut session, letter.as_bytes(), |screen| {
            searched(screen)
        }));
        took.push(answered(&mut session, b"\x15", |screen| !searched(screen)));
    }
    let loading = session.screen.screen().contents().contains("loading");
    println!("  still loading at the last key: {loading}");
    session.close();
    took
}

/// Milliseconds from a key to the frame that shows its answer.
fn answered(session: &mut Session, key: &[u8], wanted: impl Fn(&str) -> bool) -> f64 {
    // A fast typist: ten keys a second.
    std::thread::sleep(Duration::from_millis(100));
    let typed = Instant::now();
    session.writer.write_all(key).expect("typed");
    let at = session.wait(wanted);
    (at - typed).as_secs_f64() * 1000.0
}

/// Whether the search row shows the answer to a query: `1,204 of 8,320 · 3 ms`.
fn searched(screen: &str) -> bool {
    let row = screen.lines().find(|line| line.contains("Search ▸"));
    row.is_some_and(|row| row.contains(" of "))
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
