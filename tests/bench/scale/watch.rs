//! The parent's side: starts a child, looks at its threads while it loads, and reads what it says.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::PART;
use super::own_caches::Scratch;

/// Time between two looks at the threads of a child.
const LOOK_EVERY: Duration = Duration::from_millis(4);

/// What one child did.
#[derive(Default)]
pub(crate) struct Figures {
    named: HashMap<String, f64>,
    /// Milliseconds for each key, ascending.
    keys: Vec<f64>,
    /// Looks at the threads while it loaded.
    looks: u32,
    /// Those at which one thread could run, and none.
    one: u32,
    none: u32,
}

/// Has a child process do a part, and waits for it.
pub(crate) fn run(scratch: &Scratch, part: &str) -> Figures {
    let program = std::env::current_exe().expect("this program has a path");
    scratch.caches("caches");
    let mut command = scratch.command(program, "caches");
    command.env(PART, part).stdout(Stdio::piped());
    let mut child = command.spawn().expect("this program starts");
    let output = child.stdout.take().expect("a pipe");
    let loaded = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&loaded);
    let reader = std::thread::spawn(move || {
        let mut figures = Figures::default();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            figures.take(&line);
            seen.store(true, Ordering::Relaxed);
        }
        seen.store(true, Ordering::Relaxed);
        figures
    });
    let mut looks = [0; 3];
    while !loaded.load(Ordering::Relaxed) {
        looks[runnable(child.id()).min(2)] += 1;
        std::thread::sleep(LOOK_EVERY);
    }
    let mut figures = reader.join().expect("what a child says can be read");
    let status = child.wait().expect("it ends");
    assert!(status.success(), "{part}: {status}");
    figures.keys.sort_by(f64::total_cmp);
    [figures.none, figures.one] = [looks[0], looks[1]];
    figures.looks = looks.iter().sum();
    figures
}

/// How many threads of a process run, or wait for a processor alone.
fn runnable(process: u32) -> usize {
    let threads = fs::read_dir(format!("/proc/{process}/task"));
    let threads = threads.into_iter().flatten().flatten();
    let runs = |thread: &fs::DirEntry| {
        let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        // The name, in parentheses, may hold anything.
        let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
        after_name.starts_with('R')
    };
    threads.filter(runs).count()
}

impl Figures {
    fn take(&mut self, line: &str) {
        let Some((name, number)) = line.split_once(' ') else {
            return;
        };
        let number: f64 = number.parse().unwrap_or(f64::NAN);
        if name == "key" {
            self.keys.push(number);
        } else {
            self.named.insert(name.to_owned(), number);
        }
    }

    fn get(&self, name: &str) -> f64 {
        self.named.get(name).copied().unwrap_or(f64::NAN)
    }

    pub(crate) fn cpu_per_10_000(&self) -> f64 {
        self.get("cpu") / self.get("articles") * 1e4
    }

    pub(crate) fn print(&self, name: &str, ratio: f64, first: bool) {
        let bytes = self.get("bytes");
        let size = format!("{:>9} {:>8.1}", self.get("articles"), bytes / 1e6);
        let share = |looks: u32| f64::from(looks) * 100.0 / f64::from(self.looks.max(1));
        println!(
            "{} {name:>8} {:>12.2} {ratio:>6.2} {:>7.1} {:>7.2} {:>8.2} {:>7.0}% {:>4.0}%",
            if first { size } else { " ".repeat(18) },
            self.cpu_per_10_000(),
            self.get("wall"),
            self.get("peak") / bytes,
            self.get("steady") / bytes,
            share(self.one),
            share(self.none),
        );
    }

    pub(crate) fn print_keys(&self) {
        let at = |share: usize| {
            let last = self.keys.len().saturating_sub(1);
            let place = (last * share + 50) / 100;
            self.keys.get(place).copied().unwrap_or(f64::NAN)
        };
        println!(
            "{:>27} {} keys of titles: p50 {:.2}, p90 {:.2}, p99 {:.2}, worst {:.2} ms of CPU",
            "",
            self.keys.len(),
            at(50),
            at(90),
            at(99),
            at(100),
        );
    }
}
