//! A corpus in, what a count of all its pairs finds alike out: `Copies` must find the same.
//!
//! The count is as plain as can be: sets of the 5-word shingles of all words of the text, and which
//! articles share each. By default it reads demo-corpus; to check any other, its first articles:
//!
//! ```sh
//! FIHRIST_CLUSTER_TEXT=articles.jsonl cargo test --release --test it clusters -- --nocapture
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::path::PathBuf;

use fihrist::corpus::{self, Article, LoadEvent, Sources, unexamined};
use fihrist::dedup::across::THRESHOLD;
use fihrist::dedup::{self, ArticleCluster, Copies, DatedArticle, Folds};
use fihrist::text::normalize::words;

const ARTICLES: usize = 5_000;

#[test]
fn groups_are_what_a_count_of_all_pairs_finds() {
    let demo = || concat!(env!("CARGO_MANIFEST_DIR"), "/demo-corpus").into();
    let path: PathBuf = std::env::var_os("FIHRIST_CLUSTER_TEXT").map_or_else(demo, Into::into);
    let articles = load(path);
    let folds = vec![Folds::default(); articles.len()];
    let doc = |(article, folds)| DatedArticle {
        article: dedup::ArticleText::from(article),
        folds,
        day: None,
    };
    let docs: Vec<DatedArticle<'_>> = articles.iter().zip(&folds).map(doc).collect();
    let copies = Copies::find(&docs, THRESHOLD);
    let alike = count(&articles);
    let (precision, recall) = compare(copies.groups(), &alike, "groups");
    compare(copies.clusters(), &alike, "stories");
    assert!(recall >= 0.99 && precision >= 0.99);
}

fn load(path: PathBuf) -> Vec<Article> {
    let mut articles = Vec::new();
    corpus::load(&Sources::of(vec![path]), &unexamined(), &mut |event| {
        if let LoadEvent::Article(article, ()) = event {
            articles.push(*article);
        }
        if articles.len() < ARTICLES {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    articles
}

/// Pairs that are alike, each by place.
fn count(articles: &[Article]) -> BTreeSet<(u32, u32)> {
    let sets: Vec<_> = articles
        .iter()
        .map(|article| shingles(&article.text))
        .collect();
    let mut having: HashMap<&[String], Vec<u32>> = HashMap::new();
    for (article, set) in (0u32..).zip(&sets) {
        for shingle in set {
            having.entry(shingle).or_default().push(article);
        }
    }
    let mut shared: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for list in having.values() {
        for (n, a) in list.iter().enumerate() {
            for b in list.iter().skip(n + 1) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let size = |article: u32| sets[article as usize].len();
    let alike = |((a, b), both): ((u32, u32), usize)| {
        let either = size(a) + size(b) - both;
        (both as f32 >= THRESHOLD * either as f32).then_some((a, b))
    };
    shared.into_iter().filter_map(alike).collect()
}

/// The 5-word shingles of a text; of a shorter one, all its words.
fn shingles(text: &str) -> BTreeSet<Vec<String>> {
    let mut all = Vec::new();
    words(text, |word| all.push(word.norm.to_owned()));
    if (1..5).contains(&all.len()) {
        return BTreeSet::from([all]);
    }
    all.windows(5).map(<[String]>::to_vec).collect()
}

/// Prints and returns which share of the pairs in `clusters` is alike, and of the alike is in them.
fn compare(clusters: &[ArticleCluster], alike: &BTreeSet<(u32, u32)>, name: &str) -> (f64, f64) {
    let mut pairs = BTreeSet::new();
    for cluster in clusters {
        for a in &cluster.members {
            let after = cluster.members.iter().filter(|b| a.article < b.article);
            pairs.extend(after.map(|b| (a.article, b.article)));
        }
    }
    let both = pairs.intersection(alike).count();
    let share = |of: usize| both as f64 / of.max(1) as f64;
    let share = |of: usize| if of == 0 { 1.0 } else { share(of) };
    let (precision, recall) = (share(pairs.len()), share(alike.len()));
    println!(
        "{name}: {} pairs of {} alike, precision {:.2} %, recall {:.2} %",
        pairs.len(),
        alike.len(),
        100.0 * precision,
        100.0 * recall,
    );
    (precision, recall)
}
