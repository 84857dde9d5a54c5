//! fihrist beside what else searches or shows text on this machine, on the same texts in one run.
//!
//! Prints three tables in Markdown: building an index (or a first load), a word searched by a process of
//! its own, and opening on a terminal. What each is given, how to install it and what the figures do not
//! say is in `peers/README.md`.
//!
//! ```sh
//! cargo bench --bench peers                # 5,000 articles
//! cargo bench --bench peers -- 20000
//! ```
//!
//! The texts are those of `FIHRIST_BENCH_TEXT` or of demo-corpus, and more made of them
//! (`generate/mod.rs`).

#[path = "generate/mod.rs"]
#[expect(dead_code, reason = "its own program asks more of it")]
mod generate;
#[path = "own_caches.rs"]
mod own_caches;
#[path = "peers/programs.rs"]
mod programs;
#[path = "peers/terminal.rs"]
mod terminal;
#[path = "peers/texts.rs"]
mod texts;

use std::process::{Command, Stdio};
use std::time::Instant;

use own_caches::Scratch;
use programs::Peer;
use texts::Texts;

const ARTICLES: usize = 5_000;
/// Times that a program is opened; the middle one counts.
const OPENED: usize = 5;
/// CPU ticks a second, as Linux counts in `/proc` on every machine.
const TICKS: f64 = 100.0;
/// Variable that makes this program index a file with tantivy.
const TANTIVY: &str = "FIHRIST_PEERS_TANTIVY";

fn main() {
    if let Some(path) = std::env::var_os(TANTIVY) {
        return programs::index_with_tantivy(path.as_ref());
    }
    let size = std::env::args().find_map(|argument| argument.parse().ok());
    let scratch = Scratch::new("peers");
    let texts = Texts::write(size.unwrap_or(ARTICLES), &scratch.folder);
    println!(
        "{} articles, {:.1} MB of titles and texts\n",
        texts.articles,
        texts.bytes as f64 / 1e6
    );
    let (present, missing): (Vec<Peer>, Vec<Peer>) = programs::all(&scratch, &texts)
        .into_iter()
        .partition(Peer::is_installed);
    build_all(&present);
    search_all(&present, &texts);
    open_all(&scratch, &texts);
    for peer in missing {
        println!("{} is not installed.", peer.name);
    }
}

fn build_all(peers: &[Peer]) {
    println!("| first load or index | CPU s | wall s |\n|---|--:|--:|");
    for peer in peers {
        match &peer.build {
            Some(build) => {
                let (cpu, wall) = run(&mut build());
                println!("| {} | {cpu:.2} | {wall:.2} |", peer.name);
            }
            None => println!("| {} | none | |", peer.name),
        }
    }
    println!();
}

fn search_all(peers: &[Peer], texts: &Texts) {
    println!("| a word, a process | CPU ms | wall ms, middle | worst |\n|---|--:|--:|--:|");
    for peer in peers {
        let Some(query) = &peer.query else { continue };
        let (mut cpu, mut walls) = (0.0, Vec::new());
        for word in &texts.words {
            let (of_this, wall) = run(&mut query(word));
            cpu += of_this;
            walls.push(wall * 1e3);
        }
        walls.sort_by(f64::total_cmp);
        println!(
            "| {} | {:.1} | {:.1} | {:.1} |",
            peer.name,
            cpu * 1e3 / texts.words.len() as f64,
            walls[walls.len() / 2],
            walls[walls.len() - 1]
        );
    }
    println!();
}

fn open_all(scratch: &Scratch, texts: &Texts) {
    println!("| opening, 80x24 | first text, ms | screen half full, ms |\n|---|--:|--:|");
    for (name, program, open) in programs::openers(scratch, texts) {
        if !programs::is_installed(&program) {
            continue;
        }
        let (mut first, mut full) = (Vec::new(), Vec::new());
        for _ in 0..OPENED {
            let shown = terminal::open(open());
            first.push(shown.first_text);
            full.push(shown.half_full);
        }
        let middle = |times: &mut Vec<f64>| {
            times.sort_by(f64::total_cmp);
            times[OPENED / 2]
        };
        println!(
            "| {name} | {:.0} | {:.0} |",
            middle(&mut first),
            middle(&mut full)
        );
    }
    println!();
}

/// CPU and wall seconds of a program and of whatever it started and waited for.
fn run(command: &mut Command) -> (f64, f64) {
    let before = cpu_of_children();
    let began = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let output = command.stderr(Stdio::piped()).output().expect("it starts");
    let wall = began.elapsed().as_secs_f64();
    // 1 is an answer, too: nothing was found.
    let fine = matches!(output.status.code(), Some(0 | 1));
    assert!(
        fine,
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    (cpu_of_children() - before, wall)
}

/// CPU seconds of all children waited for so far.
fn cpu_of_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // `cutime` and `cstime` of proc(5).
    let ticks = after_name.split(' ').skip(13).take(2);
    ticks.filter_map(|n| n.parse::<f64>().ok()).sum::<f64>() / TICKS
}
