//! Times what is done about repetition against indexing the same articles.
//!
//! What is measured, each the best of some rounds on one core:
//!
//! - *folding*: `dedup::fold` of every article, in MB of UTF-8 text a second, and as a share of
//!   *indexing*: `index::Writer::add` of every article and one `commit`;
//! - *copies*: `Copies::find` over the whole corpus, as a share of the same;
//! - *chrome*: `chrome::find` over it, all articles of one source, as a share of the same;
//! - *growth*: seconds per MB for 1, 2 and 4 times as many articles; and for hostile ones, one
//!   word over and over, equal lines, a corpus of equal articles or of ones that share their frame,
//!   articles of one source with thousands of common lines, a short version against a long one.
//!
//! Corpora: by default [`ARTICLES`] articles made from the paragraphs of demo-corpus; or a file in
//! `FIHRIST_BENCH_TEXT`. Limits: folding at least [`FOLDING`] MB/s and at most [`SHARE`] of
//! indexing, copies and chrome not longer than indexing, four times the text at most [`GROWTH`] times
//! as long.
//!
//! ```sh
//! cargo bench --bench dedup
//! ```

use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use fihrist::corpus::{self, Article, Class, LoadEvent, Paragraph, Sources, unexamined};
use fihrist::dedup::across::THRESHOLD;
use fihrist::dedup::across::chrome::{self, Sourced};
use fihrist::dedup::{self, ArticleText, Copies, DatedArticle, Version};
use fihrist::index::Writer;

const ARTICLES: usize = 4_000;
const BYTES: usize = 3_000;
const VERBATIM: usize = 16;
const RARE: usize = 6;
const VOCABULARY: usize = 100_000;
const FOLDING: f64 = 40.0;
const SHARE: f64 = 0.15;
/// Between 4, which is linear, and 16, which is quadratic; a small text also fits the caches, and
/// a busy machine adds its noise.
const GROWTH: f64 = 12.0;
const ROUNDS: usize = 5;
/// Words and lines of a hostile article.
const HOSTILE_WORDS: usize = 250_000;
const HOSTILE_LINES: usize = 10_000;
/// Articles of a hostile corpus.
const HOSTILE_ARTICLES: usize = 2_500;
/// Lines that eight articles of one source have in common.
const COMMON_LINES: usize = 1_000;
/// Words of a version that is compared with one a hundredth as long.
const LONG_VERSION: usize = 50_000;

fn main() {
    let articles = load();
    let megabytes = mb(&articles);
    println!("{} articles, {megabytes:.1} MB", articles.len());
    let mut slow = Vec::new();
    let folding = fold(&articles);
    let indexing = best(|| index(&articles));
    let (copies, chrome) = (find(&articles), furniture(&articles));
    let speed = megabytes / folding;
    println!(
        "folding  {folding:.3} s, {speed:.0} MB/s, {:.3} of indexing",
        folding / indexing
    );
    println!("indexing {indexing:.3} s, {:.1} MB/s", megabytes / indexing);
    println!(
        "copies   {copies:.3} s, {:.3} of indexing",
        copies / indexing
    );
    println!(
        "chrome   {chrome:.3} s, {:.3} of indexing",
        chrome / indexing
    );
    if speed < FOLDING || folding > SHARE * indexing {
        slow.push("folding");
    }
    if copies > indexing {
        slow.push("copies");
    }
    if chrome > indexing {
        slow.push("chrome");
    }
    for (name, factor) in growth(&articles).into_iter().chain(hostile()) {
        println!("{name}: four times as much takes {factor:.1} times as long");
        if factor > GROWTH {
            slow.push(name);
        }
    }
    if !slow.is_empty() {
        println!("too slow: {}", slow.join(", "));
        std::process::exit(1);
    }
}

fn mb(articles: &[Article]) -> f64 {
    articles.iter().map(|a| a.text.len()).sum::<usize>() as f64 / 1e6
}

/// Seconds of the fastest round.
fn best(mut work: impl FnMut()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

/// Seconds of the fastest round; so of all that follow.
fn fold(articles: &[Article]) -> f64 {
    best(|| {
        for article in articles {
            black_box(dedup::fold(article.into()));
        }
    })
}

fn index(articles: &[Article]) {
    let mut writer = Writer::new();
    for article in articles {
        let added = writer.add(article.title_str(), &article.text);
        added.expect("an index in memory takes all");
    }
    black_box(writer.commit().expect("an index in memory"));
}

fn find(articles: &[Article]) -> f64 {
    let readings: Vec<ArticleText<'_>> = articles.iter().map(ArticleText::from).collect();
    find_in(&readings)
}

fn find_in(readings: &[ArticleText<'_>]) -> f64 {
    let folds: Vec<_> = readings.iter().map(|r| dedup::fold(*r)).collect();
    let docs = readings
        .iter()
        .zip(&folds)
        .map(|(reading, folds)| DatedArticle {
            article: *reading,
            folds,
            day: None,
        });
    let docs: Vec<DatedArticle<'_>> = docs.collect();
    best(|| drop(black_box(Copies::find(&docs, THRESHOLD))))
}

fn furniture(articles: &[Article]) -> f64 {
    let readings: Vec<ArticleText<'_>> = articles.iter().map(ArticleText::from).collect();
    furniture_in(&readings)
}

fn furniture_in(readings: &[ArticleText<'_>]) -> f64 {
    let sourced = readings
        .iter()
        .map(|reading| Sourced::new("صحيفة", *reading));
    let sourced: Vec<Sourced<'_>> = sourced.collect();
    best(|| drop(black_box(chrome::find(&sourced))))
}

/// Compares two versions.
fn compare(readings: [ArticleText<'_>; 2]) -> f64 {
    let folds = readings.map(dedup::fold);
    let version = |n: usize| Version {
        article: readings[n],
        folds: &folds[n],
    };
    best(|| drop(black_box(dedup::compare(version(0), version(1)))))
}

/// Seconds for all articles by those for a fourth of them, all the same share of each.
fn growth(articles: &[Article]) -> Vec<(&'static str, f64)> {
    let parts: Vec<Vec<Article>> = [4, 2, 1]
        .map(|step| articles.iter().step_by(step).cloned().collect())
        .into();
    let time = |name, work: fn(&[Article]) -> f64| {
        let seconds: Vec<f64> = parts.iter().map(|part| work(part) / mb(part)).collect();
        let shown = seconds.iter().map(|s| format!("{:.2}", 1e3 * s));
        println!("{name}: {} ms/MB", shown.collect::<Vec<_>>().join(", "));
        (name, 4.0 * seconds[2] / seconds[0])
    };
    vec![
        time("folding", fold),
        time("copies", find),
        time("chrome", furniture),
    ]
}

/// How much longer four times as large a hostile article or corpus takes.
fn hostile() -> Vec<(&'static str, f64)> {
    let word = |n| "كلمة ".repeat(n * HOSTILE_WORDS);
    let lines = |n| "سطر من ثماني كلمات يعود مرة بعد أخرى.\n".repeat(n * HOSTILE_LINES);
    let fold_one = |text: String| {
        let paragraphs = paragraphs(&text);
        best(|| drop(black_box(dedup::fold(reading(&text, &paragraphs)))))
    };
    let corpus = |texts: Vec<String>| read(&texts, find_in);
    let equal = |n| vec![words(0, 300); n * HOSTILE_ARTICLES];
    let framed = |n| {
        let frame = words(0, 300);
        let made = |k| format!("{} {frame} {}", words(k, 20), words(k + 1, 20));
        (1..=n * HOSTILE_ARTICLES).map(made).collect::<Vec<_>>()
    };
    let different = |n| (0..n * HOSTILE_ARTICLES).map(|k| words(k, 300)).collect();
    vec![
        (
            "one word over and over",
            fold_one(word(4)) / fold_one(word(1)),
        ),
        ("equal lines", fold_one(lines(4)) / fold_one(lines(1))),
        (
            "one word, copies",
            corpus(vec![word(4)]) / corpus(vec![word(1)]),
        ),
        ("equal articles", corpus(equal(4)) / corpus(equal(1))),
        (
            "articles in one frame",
            corpus(framed(4)) / corpus(framed(1)),
        ),
        (
            "articles that share nothing",
            corpus(different(4)) / corpus(different(1)),
        ),
        ("lines in common", lines_in_common(4) / lines_in_common(1)),
        ("a short version", short_and_long(4) / short_and_long(1)),
    ]
}

/// Articles of one source whose own words are as many as those they have in common.
fn lines_in_common(n: usize) -> f64 {
    let line = |k| format!("\n{}", words(k, 4));
    let lines: String = (0..n * COMMON_LINES).map(line).collect();
    let own = |k: usize| words(1_000_000 + 100 * k, 10 * n * COMMON_LINES);
    let texts: Vec<String> = (0..8).map(|k| own(k) + &lines).collect();
    read(&texts, furniture_in)
}

/// Words of few kinds, so that each place of the short version is like many of the long one.
fn short_and_long(n: usize) -> f64 {
    let soup = |seed: usize, count: usize| {
        let word = |k: usize| words(((seed + k).wrapping_mul(0x9E37_79B9) >> 7) & 31, 1);
        (0..count).map(word).collect::<String>()
    };
    let texts = [soup(1, n * LONG_VERSION / 100), soup(7, n * LONG_VERSION)];
    read(&texts, |readings| compare([readings[0], readings[1]]))
}

/// Does something with texts, each of them an article.
fn read(texts: &[String], work: impl Fn(&[ArticleText<'_>]) -> f64) -> f64 {
    let all: Vec<_> = texts.iter().map(|text| paragraphs(text)).collect();
    let readings = texts.iter().zip(&all).map(|(text, own)| reading(text, own));
    work(&readings.collect::<Vec<_>>())
}

/// `n` words that no other `seed` has.
fn words(seed: usize, n: usize) -> String {
    let mut text = String::new();
    for k in 0..n {
        let number = (seed * 10_007 + k).wrapping_mul(0x9E37_79B9);
        let letters = (0..8).map(|shift| char::from(b'a' + (number >> (4 * shift) & 15) as u8));
        text.extend(letters);
        let _ = write!(text, " ");
    }
    text
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut at = 0;
    let line = |line: &str| {
        let bytes = at..at + line.len();
        at += line.len() + 1;
        Paragraph {
            bytes,
            class: Class::Text,
        }
    };
    text.split('\n')
        .map(line)
        .filter(|p| !p.bytes.is_empty())
        .collect()
}

fn reading<'a>(text: &'a str, paragraphs: &'a [Paragraph]) -> ArticleText<'a> {
    ArticleText {
        title: None,
        text,
        paragraphs,
    }
}

fn load() -> Vec<Article> {
    let demo = || Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus");
    let given = std::env::var_os("FIHRIST_BENCH_TEXT").map(PathBuf::from);
    let mut articles = Vec::new();
    let sources = Sources::of(vec![given.clone().unwrap_or_else(demo)]);
    corpus::load(&sources, &unexamined(), &mut |event| {
        if let LoadEvent::Article(article, ()) = event {
            articles.push(*article);
        }
        ControlFlow::Continue(())
    });
    if given.is_none() {
        articles = made_from(&articles);
    }
    articles
}

/// Articles of some 3 KB made of the corpus: one paragraph in [`VERBATIM`] as it is, so that some
/// repeat and some are shared; of the others the words, thrown together anew, and
/// one word in [`RARE`] of a vocabulary such as large corpora have, without which indexing is easy.
fn made_from(corpus: &[Article]) -> Vec<Article> {
    let own = |article: &Article| {
        let all = (0..article.paragraphs.len()).map(|n| article.paragraph(n).to_owned());
        all.collect::<Vec<_>>()
    };
    let pool: Vec<String> = corpus.iter().flat_map(own).collect();
    let mut state = 1;
    let mut below = |n: usize| {
        state = 6_364_136_223_846_793_005_u64
            .wrapping_mul(state)
            .wrapping_add(1);
        (state >> 33) as usize % n.max(1)
    };
    let mut make = |article: &Article| {
        let mut text = String::new();
        while text.len() < BYTES {
            let paragraph = &pool[below(pool.len())];
            if below(VERBATIM) == 0 {
                let _ = writeln!(text, "{paragraph}");
                continue;
            }
            let words: Vec<&str> = paragraph.split(' ').collect();
            for _ in 0..words.len() {
                let _ = match below(RARE) {
                    0 => write!(text, "{} ", rare(below(VOCABULARY))),
                    _ => write!(text, "{} ", words[below(words.len())]),
                };
            }
            text.push('\n');
        }
        Article {
            paragraphs: paragraphs(&text),
            text,
            ..article.clone()
        }
    };
    let articles = corpus.iter().cycle().take(ARTICLES);
    articles.map(&mut make).collect()
}

/// An invented word.
fn rare(number: usize) -> String {
    let letters: Vec<char> = "بتجدرسعفقلمنهي".chars().collect();
    let mixed = number.wrapping_mul(0x9E37_79B9);
    let letter = |at: u32| letters[(mixed >> (4 * at)) % 16 % letters.len()];
    (0..4 + number as u32 % 4).map(letter).collect()
}
