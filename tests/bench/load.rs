//! How fast a corpus is read, in MB of files a second, beside what `jq` and `wc` need for the same files.
//!
//!     FIHRIST_BENCH_TEXT=news.jsonl cargo bench --bench load
//!
//! Without a file of one's own the demo corpus is written over and over until it is large enough.
//! All are run in turn, several times; what counts is the ratio within a round, and of these the
//! middle one. `read` is what `fihrist check` does (unpack, decode, parse, find title, source and
//! date), `fold` what `fihrist list` adds (repeats within articles), `index` what the browser adds.

use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use fihrist::corpus::{self, LoadEvent, Sources, unexamined};
use fihrist::library;

const ROUNDS: usize = 5;
const FILES: usize = 30_000;

fn main() {
    let scratch = std::env::temp_dir().join(format!("fihrist-bench-load-{}", std::process::id()));
    fs::create_dir_all(&scratch).expect("a scratch folder");
    let articles = articles();
    let jsonl = write_jsonl(&articles, &scratch.join("news.jsonl"));
    let folder = write_folder(&articles, &scratch.join("news"));
    drop(articles);
    println!("JSON Lines, {} MB; jq -c . FILE", megabytes(&jsonl));
    measure(
        &jsonl,
        &format!("jq -c . '{}' > /dev/null", jsonl.display()),
    );
    println!("\n{FILES} text files, {} MB; wc -m", megabytes(&folder));
    let wc = format!(
        "find '{}' -type f -print0 | xargs -0 wc -m > /dev/null",
        folder.display()
    );
    measure(&folder, &wc);
    fs::remove_dir_all(&scratch).ok();
}

/// A way of going through the files.
type Pass<'a> = (&'a str, Box<dyn Fn() + 'a>);

fn measure(path: &Path, other: &str) {
    let sources = Sources::of(vec![path.to_owned()]);
    let passes: [Pass; 4] = [
        ("other", Box::new(|| shell(other))),
        ("read", Box::new(|| read(&sources))),
        (
            "fold",
            Box::new(|| drop(library::read(&sources).expect("it is read"))),
        ),
        (
            "index",
            Box::new(|| drop(library::open(&sources).expect("it is indexed"))),
        ),
    ];
    let mut rounds: Vec<[f64; 4]> = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(std::array::from_fn(|i| {
            let began = Instant::now();
            passes[i].1();
            began.elapsed().as_secs_f64()
        }));
    }
    let size = megabytes(path) as f64;
    for (i, (name, _)) in passes.iter().enumerate() {
        let seconds = middle(rounds.iter().map(|round| round[i]));
        let ratio = middle(rounds.iter().map(|round| round[0] / round[i]));
        println!(
            "{name:>8} {seconds:8.2} s {:8.0} MB/s {ratio:8.2} x the other's speed",
            size / seconds
        );
    }
}

fn middle(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn shell(command: &str) {
    let ran = Command::new("sh")
        .args(["-c", command])
        .stdout(Stdio::null())
        .status();
    assert!(
        ran.is_ok_and(|status| status.success()),
        "{command}: is it installed?"
    );
}

fn read(sources: &Sources) {
    let mut articles = 0;
    corpus::load(sources, &unexamined(), &mut |event| {
        articles += usize::from(matches!(event, LoadEvent::Article(..)));
        ControlFlow::Continue(())
    });
    assert!(articles > 0);
}

/// Titles and texts of the corpus that was named, or of the demo corpus, again and again.
fn articles() -> Vec<(String, String)> {
    let named = std::env::var_os("FIHRIST_BENCH_TEXT").map(PathBuf::from);
    let whole = named.is_some();
    let demo = || Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus");
    let sources = Sources::of(vec![named.unwrap_or_else(demo)]);
    let mut articles = Vec::new();
    corpus::load(&sources, &unexamined(), &mut |event| {
        if let LoadEvent::Article(article, ()) = event {
            articles.push((article.title_str().to_owned(), article.text));
        }
        ControlFlow::Continue(())
    });
    let enough = if whole { articles.len() } else { FILES };
    articles.iter().cycle().take(enough).cloned().collect()
}

fn write_jsonl(articles: &[(String, String)], path: &Path) -> PathBuf {
    let mut lines = String::new();
    for (number, (title, text)) in articles.iter().enumerate() {
        let object = serde_json::json!({ "id": number, "title": title, "text": text });
        writeln!(lines, "{object}").expect("memory takes it");
    }
    fs::write(path, lines).expect("the disk takes it");
    path.to_owned()
}

fn write_folder(articles: &[(String, String)], path: &Path) -> PathBuf {
    for (number, (title, text)) in articles.iter().cycle().take(FILES).enumerate() {
        let folder = path.join(format!("{:02}", number % 100));
        fs::create_dir_all(&folder).expect("the disk takes it");
        let file = folder.join(format!("{number:05}.txt"));
        fs::write(file, format!("{title}\n{text}\n")).expect("the disk takes it");
    }
    path.to_owned()
}

fn megabytes(path: &Path) -> u64 {
    fn bytes(path: &Path) -> u64 {
        match fs::read_dir(path) {
            Ok(entries) => entries.flatten().map(|entry| bytes(&entry.path())).sum(),
            Err(_) => fs::metadata(path).map_or(0, |meta| meta.len()),
        }
    }
    bytes(path) / 1_000_000
}
