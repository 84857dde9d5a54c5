//! Scores related articles on judged stories, beside tantivy's more-like-this on plain tokens.
//!
//! What is measured, over the groups of `tests/bench/related/groups.jsonl` (one event each, how they
//! were built stands in the README beside them):
//!
//! - *precision at 5*: of the five articles closest to a query article, how many tell of the same
//!   event; mean over all query articles;
//! - the same for tantivy's `MoreLikeThisQuery` over one field of title and text, cut by tantivy's default
//!   tokenizer: with its own default settings, and with the best of [`settings`] for these groups;
//! - the time per query article of each, loading apart.
//!
//! Copies are neither right nor wrong: versions of the query article, and versions of an article
//! that stands higher, are taken out of every ranking before it is cut at five. An article nobody
//! has judged counts as wrong.
//!
//! `FIHRIST_BENCH_RELATED` names a folder with `saudinewsnet.jsonl` and `ant-multisource.jsonl`.
//!
//! ```sh
//! FIHRIST_BENCH_RELATED=folder cargo bench --bench related
//! FIHRIST_BENCH_RELATED=folder cargo bench --bench related -- --groups
//! FIHRIST_BENCH_RELATED=folder cargo bench --bench related -- --unjudged 10
//! ```
//!
//! `--alone` leaves out more-like-this; `--groups` adds a line a group; `--unjudged N` lists the unjudged articles of the first N (5 where
//! no number follows) of each ranking.

#[path = "related/settings.rs"]
mod settings;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fihrist::library::{self, ArticleNo, Library, Lookup};
use serde::Deserialize;
use settings::{Settings, settings};
use tantivy::collector::TopDocs;
use tantivy::schema::{FAST, Field, OwnedValue, STORED, Schema, TEXT, Value};
use tantivy::{Index, IndexReader, TantivyDocument, doc};

const AT: usize = 5;
/// Asked of every system, so that five are left when copies are taken out.
const ASKED: usize = 60;
const WANTED_RATIO: f64 = 1.25;

/// One event, as `groups.jsonl` has it; all lists hold ids.
#[derive(Deserialize)]
struct Group {
    corpus: String,
    event: String,
    queries: Vec<String>,
    relevant: HashSet<String>,
    irrelevant: HashSet<String>,
    /// Articles that are near-duplicates of each other.
    versions: Vec<HashSet<String>>,
}

impl Group {
    fn same(&self, a: &str, b: &str) -> bool {
        a == b || self.versions.iter().any(|v| v.contains(a) && v.contains(b))
    }

    /// The first `n` of a ranking once copies are taken out.
    fn first<'a>(&self, query: &str, ranking: &'a [String], n: usize) -> Vec<&'a str> {
        let mut kept: Vec<&str> = Vec::new();
        for id in ranking {
            if !self.same(query, id) && !kept.iter().any(|other| self.same(other, id)) {
                kept.push(id);
            }
        }
        kept.truncate(n);
        kept
    }

    fn precision(&self, query: &str, ranking: &[String]) -> f64 {
        let first = self.first(query, ranking, AT);
        first
            .iter()
            .filter(|id| self.relevant.contains(**id))
            .count() as f64
            / AT as f64
    }
}

/// What a system answered, by group and query article.
#[derive(Default)]
struct Run {
    rankings: Vec<Vec<Vec<String>>>,
    took: Vec<Duration>,
}

impl Run {
    /// Asks `system` for every query article of `groups`.
    fn of(
        corpus: &Corpus,
        groups: &[Group],
        mut system: impl FnMut(ArticleNo) -> Vec<ArticleNo>,
    ) -> Run {
        let mut run = Run::default();
        for group in groups {
            let mut rankings = Vec::new();
            for query in &group.queries {
                let no = corpus.find(query);
                let started = Instant::now();
                let found = system(no);
                run.took.push(started.elapsed());
                let ids = found.iter().filter(|other| **other != no);
                rankings.push(ids.map(|no| corpus.library.id(*no)).collect());
            }
            run.rankings.push(rankings);
        }
        run
    }

    /// Precision at five of each group.
    fn by_group(&self, groups: &[Group]) -> Vec<f64> {
        let of_group = |(group, rankings): (&Group, &Vec<Vec<String>>)| {
            let pairs = group.queries.iter().zip(rankings);
            mean(
                &pairs
                    .map(|(q, r)| group.precision(q, r))
                    .collect::<Vec<_>>(),
            )
        };
        groups.iter().zip(&self.rankings).map(of_group).collect()
    }

    fn extend(&mut self, other: Run) {
        self.rankings.extend(other.rankings);
        self.took.extend(other.took);
    }

    fn times(&self) -> String {
        let mut ms: Vec<f64> = self.took.iter().map(|t| t.as_secs_f64() * 1000.0).collect();
        ms.sort_by(f64::total_cmp);
        let at = |share: usize| ms.get((ms.len() * share / 100).min(ms.len() - 1));
        let shown = |share| at(share).copied().unwrap_or(0.0);
        format!("p50 {:.1} ms, p99 {:.1} ms", shown(50), shown(99))
    }
}

/// A corpus in fihrist and, the same articles under the same numbers, in plain tantivy.
struct Corpus {
    library: Arc<Library>,
    reader: IndexReader,
    number: Field,
    words: Field,
}

impl Corpus {
    fn open(path: &Path) -> Corpus {
        let library = library::open(&[path.to_path_buf()]).expect("the corpus opens");
        assert!(!library.is_empty(), "no article in {}", path.display());
        let mut schema = Schema::builder();
        let number = schema.add_u64_field("number", FAST | STORED);
        let words = schema.add_text_field("words", TEXT);
        let index = Index::create_in_ram(schema.build());
        // One thread, so that there is one segment and ties fall in loading order.
        let mut writer = index
            .writer_with_num_threads(1, 400_000_000)
            .expect("memory for a writer");
        for (no, _) in library.entries() {
            let text = words_of(&library, no);
            let document = doc!(number => u64::from(no.0), words => text);
            writer.add_document(document).expect("the writer lives");
        }
        writer.commit().expect("RAM takes the commit");
        let reader = index.reader().expect("RAM can be read");
        Corpus {
            library,
            reader,
            number,
            words,
        }
    }

    fn find(&self, id: &str) -> ArticleNo {
        match self.library.find(id) {
            Lookup::One(no) => no,
            other => panic!("{id}: {other:?}"),
        }
    }

    /// Each article asked about by itself, as the browser asks: nothing is remembered.
    fn related(&self, groups: &[Group]) -> Run {
        Run::of(self, groups, |no| {
            let related = self.library.related(no, ASKED);
            let related = related.expect("RAM can be searched");
            let own = related.iter().filter(|r| !r.same_story);
            own.map(|r| r.no).collect()
        })
    }

    fn more_like_this(&self, groups: &[Group], settings: Settings) -> Run {
        let searcher = self.reader.searcher();
        Run::of(self, groups, |no| {
            let text = OwnedValue::Str(words_of(&self.library, no));
            let query = settings.query(vec![(self.words, vec![text])]);
            let top = TopDocs::with_limit(ASKED + 1).order_by_score();
            let hits = searcher.search(&query, &top).expect("RAM can be searched");
            let number = |address| {
                let document: TantivyDocument = searcher.doc(address).expect("it was found");
                let number = document.get_first(self.number).and_then(|v| v.as_u64());
                ArticleNo(u32::try_from(number.expect("stored")).expect("a number of ours"))
            };
            hits.into_iter()
                .map(|(_, address)| number(address))
                .collect()
        })
    }
}

fn words_of(library: &Library, no: ArticleNo) -> String {
    let entry = library.get(no).expect("a number of the library");
    let article = &entry.article;
    format!("{}\n{}", article.title_str(), article.text)
}

fn main() {
    let Some(folder) = std::env::var_os("FIHRIST_BENCH_RELATED") else {
        println!(
            "set FIHRIST_BENCH_RELATED to a folder with saudinewsnet.jsonl and ant-multisource.jsonl"
        );
        return;
    };
    let wishes = Wishes::read();
    let groups = read_groups();
    let mut fihrist = Run::default();
    let settings = if wishes.alone { Vec::new() } else { settings() };
    let mut plain: Vec<Run> = settings.iter().map(|_| Run::default()).collect();
    let mut from = 0;
    for of_corpus in groups.chunk_by(|a, b| a.corpus == b.corpus) {
        let name = of_corpus.first().map_or("", |group| &group.corpus);
        let corpus = Corpus::open(&Path::new(&folder).join(format!("{name}.jsonl")));
        fihrist.extend(corpus.related(of_corpus));
        for (run, settings) in plain.iter_mut().zip(&settings) {
            run.extend(corpus.more_like_this(of_corpus, *settings));
        }
        let to = from + of_corpus.len();
        let runs: Vec<&Run> = std::iter::once(&fihrist).chain(&plain).collect();
        wishes.list_unjudged(&corpus.library, (of_corpus, from), &runs);
        from = to;
    }
    report(
        &groups,
        &fihrist,
        &settings.into_iter().zip(plain).collect::<Vec<_>>(),
    );
    if wishes.groups {
        by_group(&groups, &fihrist);
    }
}

fn report(groups: &[Group], fihrist: &Run, plain: &[(Settings, Run)]) {
    let score = |run: &Run| mean(&run.by_group(groups));
    let own = score(fihrist);
    println!(
        "{} groups, {} query articles",
        groups.len(),
        fihrist.took.len()
    );
    println!("fihrist: P@{AT} {own:.3}, {}", fihrist.times());
    let half = |odd| {
        let by_group = fihrist.by_group(groups).into_iter();
        let half = by_group.skip(odd).step_by(2);
        mean(&half.collect::<Vec<_>>())
    };
    println!(
        "  on the 1st, 3rd, … group, which tuning looked at: {:.3}; on the others: {:.3}",
        half(0),
        half(1)
    );
    let best = plain
        .iter()
        .max_by(|a, b| score(&a.1).total_cmp(&score(&b.1)));
    for (what, line) in [("default", plain.first()), ("best", best)] {
        let Some((settings, run)) = line else {
            continue;
        };
        let theirs = score(run);
        println!(
            "more-like-this, {what} ({}): P@{AT} {theirs:.3}, {}; fihrist is {:.2} x (wanted: {WANTED_RATIO} x)",
            settings.name(),
            run.times(),
            own / theirs
        );
    }
}

fn by_group(groups: &[Group], fihrist: &Run) {
    for (group, precision) in groups.iter().zip(fihrist.by_group(groups)) {
        println!("{precision:.2} {}", group.event);
    }
}

/// What the command line asks for besides the figures.
struct Wishes {
    groups: bool,
    /// Leave out more-like-this.
    alone: bool,
    /// Depth down to which unjudged articles are listed.
    unjudged: Option<usize>,
}

impl Wishes {
    fn read() -> Wishes {
        let args: Vec<String> = std::env::args().collect();
        let at = args.iter().position(|arg| arg == "--unjudged");
        let depth = |at: usize| args.get(at + 1).and_then(|n| n.parse().ok()).unwrap_or(AT);
        Wishes {
            groups: args.iter().any(|arg| arg == "--groups"),
            alone: args.iter().any(|arg| arg == "--alone"),
            unjudged: at.map(depth),
        }
    }

    /// Event, id, date, source and title of what `runs` found and nobody has judged; `groups` are
    /// those of one corpus, the first of them group `from` of the runs.
    fn list_unjudged(&self, library: &Library, (groups, from): (&[Group], usize), runs: &[&Run]) {
        let Some(depth) = self.unjudged else { return };
        for (at, group) in (from..).zip(groups) {
            let mut new: BTreeSet<&str> = BTreeSet::new();
            for rankings in runs.iter().filter_map(|run| run.rankings.get(at)) {
                for (query, ranking) in group.queries.iter().zip(rankings) {
                    new.extend(group.first(query, ranking, depth));
                }
            }
            let judged = |id: &&str| group.relevant.contains(*id) || group.irrelevant.contains(*id);
            for id in new.into_iter().filter(|id| !judged(id)) {
                let Lookup::One(no) = library.find(id) else {
                    continue;
                };
                let Some(entry) = library.get(no) else {
                    continue;
                };
                let article = &entry.article;
                let fields = [&group.event, id, article.source_str(), article.title_str()];
                println!("{}", fields.join("\t"));
            }
        }
    }
}

fn read_groups() -> Vec<Group> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/related/groups.jsonl");
    let text = std::fs::read_to_string(&path).expect("the groups stand beside this file");
    let group = |line| serde_json::from_str(line).expect("a line holds a group");
    text.lines().map(group).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
