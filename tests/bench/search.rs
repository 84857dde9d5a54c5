//! Times search, from a query to its answer, beside plain tantivy over the same articles.
//!
//! What is measured, at 10,000 and at 72,337 articles, every kind of query the language has:
//!
//! - *engine*: [`Searcher::search`], to hits with scores and the forms of every word; what plain
//!   tantivy answers with `(TopDocs(20), Count)`, its default tokenizer, one field of title and text;
//! - *library*: `Library::search`, filtered, sorted and with its facets: what a key press costs;
//! - building: MB of title and text a second, in the batches in which a library loads.
//!
//! Queries are drawn from the articles by a seeded generator. Each is asked of all three in turn, so
//! that what else the machine does hits all alike, [`ROUNDS`] times (a key once, as it is typed); its
//! best time counts, and of those the median and the 99th percentile are shown, in ms. `ratio` is
//! engine over tantivy.
//!
//! `FIHRIST_BENCH_TEXT` names files or folders, with `:` between them; without it, articles are made
//! from the paragraphs of demo-corpus, which have few different words.
//!
//! ```sh
//! FIHRIST_BENCH_TEXT=a.jsonl:b.jsonl cargo bench --bench search
//! cargo bench --bench search -- phrase near     # these kinds alone
//! ```

#[path = "search/corpus.rs"]
mod corpus;
#[path = "search/plain.rs"]
mod plain;
#[path = "search/queries.rs"]
mod queries;

use std::hint::black_box;
use std::time::{Duration, Instant};

use fihrist::corpus::Stop;
use fihrist::index::{Forms, Searcher};
use fihrist::library::{ArticleNo, Library, Request, Sort};
use fihrist::query::Query;

use corpus::Corpus;
use queries::{Asked, Kind};

const SIZES: [usize; 2] = [10_000, 72_337];
const ROUNDS: usize = 3;
/// At most so much slower than plain tantivy, for whole words.
const WANTED_RATIO: f64 = 1.5;
/// A frame: what a key may cost, in ms.
const WANTED_KEY: f64 = 16.0;

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    let source = corpus::Source::find();
    for size in SIZES {
        let corpus = Corpus::open(&source, size);
        corpus.report();
        println!(
            "  {:<11}{:>6}{:>9}{:>9}{:>9}{:>9}{:>8}{:>8}{:>9}{:>9}",
            "kind", "asked", "tantivy", "p99", "engine", "p99", "ratio", "p99", "library", "p99"
        );
        for kind in Kind::ALL {
            if wanted.is_empty() || wanted.iter().any(|w| kind.name().contains(w.as_str())) {
                let times = Times::of(&corpus, kind, &queries::draw(&corpus.library, kind));
                times.report(kind);
            }
        }
    }
}

/// The best time of each query, in ms, ascending.
#[derive(Default)]
struct Times {
    tantivy: Vec<f64>,
    engine: Vec<f64>,
    library: Vec<f64>,
}

impl Times {
    fn of(corpus: &Corpus, kind: Kind, asked: &[Asked]) -> Times {
        let mut best = vec![[Duration::MAX; 3]; asked.len()];
        let compared = asked
            .first()
            .is_some_and(|a| plain::asks(kind, a).is_some());
        let rounds = if kind == Kind::Typing { 1 } else { ROUNDS };
        for _ in 0..rounds {
            for (asked, best) in asked.iter().zip(&mut best) {
                let took = [
                    timed(|| corpus.plain.answer(kind, asked)),
                    timed(|| engine(&corpus.searcher, kind, asked)),
                    timed(|| library(&corpus.library, kind, asked)),
                ];
                for (best, took) in best.iter_mut().zip(took) {
                    *best = (*best).min(took);
                }
            }
        }
        let sorted = |which: usize| {
            let mut times: Vec<f64> = best.iter().map(|b| b[which].as_secs_f64() * 1e3).collect();
            times.sort_by(f64::total_cmp);
            times
        };
        Times {
            tantivy: if compared { sorted(0) } else { Vec::new() },
            engine: if kind == Kind::Related {
                Vec::new()
            } else {
                sorted(1)
            },
            library: sorted(2),
        }
    }

    fn report(&self, kind: Kind) {
        let cell = |times: &[f64], share: usize| {
            percentile(times, share).map_or_else(|| "–".to_owned(), |ms| format!("{ms:.3}"))
        };
        let ratio = |share: usize| {
            let ours = if self.engine.is_empty() {
                &self.library
            } else {
                &self.engine
            };
            Some(percentile(ours, share)? / percentile(&self.tantivy, share)?)
        };
        let shown =
            |share: usize| ratio(share).map_or_else(|| "–".to_owned(), |r| format!("{r:.2}"));
        let late = match kind {
            Kind::Typing => percentile(&self.library, 99).is_some_and(|ms| ms > WANTED_KEY),
            Kind::One | Kind::Few | Kind::Sentence => [50, 99]
                .into_iter()
                .filter_map(ratio)
                .any(|r| r > WANTED_RATIO),
            _ => false,
        };
        println!(
            "  {:<11}{:>6}{:>9}{:>9}{:>9}{:>9}{:>8}{:>8}{:>9}{:>9}{}",
            kind.name(),
            self.library.len(),
            cell(&self.tantivy, 50),
            cell(&self.tantivy, 99),
            cell(&self.engine, 50),
            cell(&self.engine, 99),
            shown(50),
            shown(99),
            cell(&self.library, 50),
            cell(&self.library, 99),
            if late { "  TOO SLOW" } else { "" }
        );
    }
}

fn timed<T>(f: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    black_box(f());
    began.elapsed()
}

fn engine(searcher: &Searcher, kind: Kind, asked: &Asked) -> usize {
    if kind == Kind::Related {
        return 0;
    }
    let query = Query::parse(&asked.text, asked.typing);
    let answer = searcher.search(&query, Forms::All, &|_| true, &Stop::default());
    answer.expect("the index answers").hits.len()
}

fn library(library: &Library, kind: Kind, asked: &Asked) -> usize {
    if kind == Kind::Related {
        let no = ArticleNo(u32::try_from(asked.article).expect("few articles"));
        return library.related(no, 10).expect("the index answers").len();
    }
    let request = Request {
        text: asked.text.clone(),
        typing: asked.typing,
        sort: Sort::Relevance,
        ..Request::default()
    };
    library.search(&request).expect("the index answers").answers
}

/// The value below which `hundredths` of all lie.
fn percentile(sorted: &[f64], hundredths: usize) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    sorted.get((last * hundredths + 50) / 100).copied()
}
