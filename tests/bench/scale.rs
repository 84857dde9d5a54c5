//! What a corpus costs as it grows, in fihrist and in bare tantivy, on the same texts in one run.
//!
//! Each size is generated (`generate/mod.rs`: the articles of `FIHRIST_BENCH_TEXT`, or of demo-corpus, and
//! more made of them), then read by a process of its own for each of the two:
//!
//! - *fihrist* loads as the browser does, every snapshot published, the newest kept;
//! - *tantivy* takes titles and texts into one field of an index in memory, its default tokenizer and
//!   merge policy, one indexing thread. It holds no texts and folds nothing: it is the least that a
//!   searchable corpus costs. Its lines are parsed by `serde_json`.
//!
//! What is shown: CPU seconds for 10,000 articles, and how many times those of the smallest size; wall
//! time; memory at its peak and half a second after, in multiples of the titles and texts; how often
//! while loading exactly one thread could run (what more processors cannot make faster), and how often
//! none; and the CPU time of the thread that answers each key of titles typed letter by letter.
//!
//! ```sh
//! cargo bench --bench scale                        # 10,000 and 50,000
//! cargo bench --bench scale -- 100000 1000000      # 3 GB of temporary files
//! cargo bench --bench scale -- 10000 --short       # records of 100 letters
//! ```
//!
//! `FIHRIST_BENCH_SIZES=10000,50000` names sizes, too. On a busy machine compare CPU times of one run.

#[path = "scale/child.rs"]
mod child;
#[path = "generate/mod.rs"]
#[expect(dead_code, reason = "its own program asks more of it")]
mod generate;
#[path = "own_caches.rs"]
mod own_caches;
#[path = "scale/watch.rs"]
mod watch;

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use generate::Recipe;
use own_caches::Scratch;
use watch::Figures;

const SIZES: [usize; 2] = [10_000, 50_000];
/// Variable that says what a child process is to do.
const PART: &str = "FIHRIST_SCALE_PART";

fn main() {
    if let Ok(part) = std::env::var(PART) {
        return carry_out(&part);
    }
    let short = std::env::args().any(|argument| argument == "--short");
    let scratch = Scratch::new("scale");
    let corpus = scratch.folder.join("corpus.jsonl");
    let mut first: Option<[f64; 2]> = None;
    println!(
        "{:>9} {:>8} {:>8} {:>12} {:>6} {:>7} {:>7} {:>7} {:>8} {:>5}",
        "articles",
        "text MB",
        "",
        "CPU s/10,000",
        "ratio",
        "wall s",
        "peak x",
        "steady x",
        "1 thread",
        "none"
    );
    for size in sizes() {
        let kind = if short { "short" } else { "long" };
        watch::run(
            &scratch,
            &format!("generate {size} {kind} {}", corpus.display()),
        );
        let run = |what: &str| watch::run(&scratch, &format!("{what} {}", corpus.display()));
        let both = [run("fihrist"), run("tantivy")];
        let costs = both.each_ref().map(Figures::cpu_per_10_000);
        let base = *first.get_or_insert(costs);
        for (at, name) in ["fihrist", "tantivy"].into_iter().enumerate() {
            both[at].print(name, costs[at] / base[at], at == 0);
        }
        println!(
            "{:>27} fihrist takes {:.1} x the CPU of tantivy",
            "",
            costs[0] / costs[1]
        );
        both[0].print_keys();
    }
}

/// The sizes asked for, ascending.
fn sizes() -> Vec<usize> {
    let named = std::env::var("FIHRIST_BENCH_SIZES").unwrap_or_default();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words = arguments.iter().map(String::as_str).chain(named.split(','));
    let mut sizes: Vec<usize> = words.filter_map(|word| word.trim().parse().ok()).collect();
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    sizes.sort_unstable();
    sizes
}

/// What a child process does.
fn carry_out(part: &str) {
    let (what, rest) = part.split_once(' ').expect("a part and what it needs");
    match what {
        "generate" => {
            let mut words = rest.splitn(3, ' ');
            let articles = words.next().and_then(|size| size.parse().ok());
            let short = words.next() == Some("short");
            let path = words.next().expect("a file");
            let recipe = Recipe {
                articles: articles.expect("a size"),
                seed: 1,
                short,
            };
            let file = File::create(path).expect("the temp folder can be written");
            let written = recipe.write(&mut BufWriter::new(file));
            written.expect("the temp folder has room");
        }
        "fihrist" => child::load(Path::new(rest)),
        _ => child::index(Path::new(rest)),
    }
}
