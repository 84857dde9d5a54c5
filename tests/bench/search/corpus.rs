//! From files, or from the paragraphs of demo-corpus, to a corpus of a given size, loaded and indexed
//! in every way that is compared.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use fihrist::index::{Searcher, Writer};
use fihrist::library::{self, Library};

use super::plain::Plain;
use super::queries::Random;

/// As a library commits while it loads: the first batch, and how much a batch may grow.
const FIRST_BATCH: usize = 64;
const LARGEST_BATCH: usize = 8192;

/// Articles to draw from.
pub(crate) struct Source {
    whole: Arc<Library>,
    /// Whether the articles are made of the paragraphs of few.
    made: bool,
}

impl Source {
    pub(crate) fn find() -> Source {
        let demo = || vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus")];
        let given = std::env::var_os("FIHRIST_BENCH_TEXT");
        let paths = given
            .as_ref()
            .map_or_else(demo, |p| std::env::split_paths(p).collect());
        Source {
            whole: library::read(&paths).expect("the corpus opens"),
            made: given.is_none(),
        }
    }

    /// A file with `size` of the articles, or all where there are fewer.
    fn write(&self, size: usize) -> PathBuf {
        let lines = if self.made {
            self.make(size)
        } else {
            self.some(size)
        };
        let path = std::env::temp_dir().join(format!("fihrist-bench-search-{size}.jsonl"));
        std::fs::write(&path, lines).expect("the temp folder can be written");
        path
    }

    /// Articles from everywhere in the corpus.
    fn some(&self, size: usize) -> String {
        let all = self.whole.len();
        let size = size.min(all);
        let mut out = String::new();
        for (no, entry) in self.whole.entries() {
            let at = no.0 as usize;
            if at * size / all == (at + 1) * size / all {
                continue;
            }
            let article = &entry.article;
            let record = serde_json::json!({
                "id": at.to_string(),
                "title": article.title_str(),
                "source": article.source_str(),
                "date": article.best_day().map(|day| day.to_string()),
                "text": article.text,
            });
            writeln!(out, "{record}").expect("a string takes everything");
        }
        out
    }

    /// Articles of eight paragraphs each.
    fn make(&self, size: usize) -> String {
        let entries: Vec<_> = self.whole.entries().map(|(_, entry)| entry).collect();
        let passages = entries.iter().flat_map(|entry| entry.own_passages());
        let paragraphs: Vec<&str> = passages.filter(|p| p.chars().count() > 100).collect();
        let mut random = Random(7);
        let mut out = String::new();
        for number in 0..size {
            let text: Vec<&str> = (0..8)
                .map(|_| paragraphs[random.below(paragraphs.len())])
                .collect();
            let record = serde_json::json!({
                "id": number.to_string(),
                "title": text[0].split('.').next().unwrap_or(""),
                "source": format!("source {}", random.below(14)),
                "date": format!("20{:02}-{:02}-{:02}", 10 + random.below(12), 1 + random.below(12), 1 + random.below(28)),
                "text": text.join("\n"),
            });
            writeln!(out, "{record}").expect("a string takes everything");
        }
        out
    }
}

/// A corpus in fihrist, its index alone, and the same in plain tantivy.
pub(crate) struct Corpus {
    pub(crate) library: Arc<Library>,
    pub(crate) searcher: Searcher,
    pub(crate) plain: Plain,
    built_in: Duration,
    /// What the process holds more, in MB, for our index and for tantivy's.
    held: (f64, f64),
}

impl Corpus {
    pub(crate) fn open(source: &Source, size: usize) -> Corpus {
        let path = source.write(size);
        let library = library::open(&[path]).expect("the corpus opens");
        let before = resident();
        let plain = Plain::build(&library);
        let between = resident();
        let began = Instant::now();
        let searcher = build(&library);
        let built_in = began.elapsed();
        Corpus {
            library,
            searcher,
            plain,
            built_in,
            held: (resident() - between, between - before),
        }
    }

    pub(crate) fn report(&self) {
        let texts = self.library.entries();
        let bytes: usize = texts
            .map(|(_, e)| e.article.title_str().len() + e.article.text.len())
            .sum();
        let mb = bytes as f64 / 1e6;
        println!(
            "{} articles, {mb:.0} MB. Built: fihrist {:.1} MB/s, tantivy {:.1} MB/s ({} segments). \
             Held after: fihrist +{:.0} MB, tantivy +{:.0} MB.",
            self.library.len(),
            mb / self.built_in.as_secs_f64(),
            mb / self.plain.built_in.as_secs_f64(),
            self.plain.segments,
            self.held.0,
            self.held.1,
        );
    }
}

fn build(library: &Library) -> Searcher {
    let mut writer = Writer::new();
    let mut next = FIRST_BATCH;
    for (no, entry) in library.entries() {
        let article = &entry.article;
        writer
            .add(article.title_str(), &article.text)
            .expect("added");
        if no.0 as usize + 1 >= next {
            writer.commit().expect("committed");
            next += (next * 3).min(LARGEST_BATCH);
        }
    }
    writer.commit().expect("committed")
}

/// Resident memory of this process in MB; 0 where the system does not tell.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kb = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kb.unwrap_or(0.0) / 1e3
}
