//! From the articles given (files that are named, or demo-corpus) to what more are made of: sentences,
//! lengths, sources, and how many different words there are.

use std::collections::HashSet;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};

use fihrist::analysis::{self, letters};
use fihrist::corpus::{self, Article, LoadEvent, Sources, unexamined};
use xxhash_rust::xxh3::xxh3_64;

use super::vocabulary::Growth;

/// Most bytes of sentences kept: beyond, every other one is dropped.
const MAX_KEPT_BYTES: usize = 24 << 20;
/// Most sources and lengths kept.
const MAX_SOURCES: usize = 200;
const MAX_LENGTHS: usize = 100_000;
/// Fewest words of a sentence.
const MIN_WORDS: usize = 4;
/// Fewest letters of a word that may be replaced.
const MIN_LETTERS: usize = 4;
const SENTENCE_ENDS: [char; 6] = ['.', '!', '؟', '?', '؛', '\n'];

/// A sentence of which some words may be replaced.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) text: Box<str>,
    pub(super) words: u64,
    /// The bytes of the words that may be replaced.
    pub(super) replaceable: Box<[Range<usize>]>,
}

/// What articles are made of.
#[derive(Default)]
pub(super) struct Ingredients {
    pub(super) sentences: Vec<Sentence>,
    /// Words of each article.
    pub(super) lengths: Vec<u64>,
    pub(super) sources: Vec<String>,
    kept_bytes: usize,
    /// Of the sentences that come, every how-manieth is kept.
    stride: u64,
    seen: u64,
    running: u64,
    /// Hashes of the different words.
    different: HashSet<u64>,
}

/// The files named by `FIHRIST_BENCH_TEXT`, or demo-corpus.
pub(crate) fn given_paths() -> Vec<PathBuf> {
    let demo = || vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus")];
    let named = std::env::var_os("FIHRIST_BENCH_TEXT");
    named.map_or_else(demo, |paths| std::env::split_paths(&paths).collect())
}

/// Gives every article of these files in order, until `take` breaks.
pub(super) fn each_article(paths: Vec<PathBuf>, mut take: impl FnMut(&Article) -> ControlFlow<()>) {
    corpus::load(&Sources::of(paths), &unexamined(), &mut |event| {
        if let LoadEvent::Article(article, ()) = event {
            return take(&article);
        }
        ControlFlow::Continue(())
    });
}

impl Ingredients {
    /// Takes an article apart.
    pub(super) fn add(&mut self, article: &Article) {
        let before = self.running;
        self.count(article.title_str());
        for (at, paragraph) in article.paragraphs.iter().enumerate() {
            let text = article.paragraph(at);
            if paragraph.class.is_furniture() {
                self.count(text);
                continue;
            }
            for sentence in text.split_inclusive(SENTENCE_ENDS) {
                self.add_sentence(sentence.trim());
            }
        }
        if self.lengths.len() < MAX_LENGTHS {
            self.lengths.push((self.running - before).max(1));
        }
        let source = article.source_str();
        let full = self.sources.len() >= MAX_SOURCES;
        if !source.is_empty() && !full && !self.sources.iter().any(|known| known == source) {
            self.sources.push(source.to_owned());
        }
    }

    /// Counts the words of a text; how many, and which of them may be replaced.
    fn count(&mut self, text: &str) -> (u64, Vec<Range<usize>>) {
        let mut replaceable = Vec::new();
        let before = self.running;
        analysis::words(text, |bytes, spelling| {
            self.running += 1;
            self.different.insert(xxh3_64(spelling.as_bytes()));
            let word = text.get(bytes.clone()).unwrap_or("");
            let long = word.chars().count() >= MIN_LETTERS;
            if long && word.chars().all(letters::is_arabic) {
                replaceable.push(bytes);
            }
        });
        (self.running - before, replaceable)
    }

    fn add_sentence(&mut self, text: &str) {
        let (words, replaceable) = self.count(text);
        if words < MIN_WORDS as u64 {
            return;
        }
        self.seen += 1;
        if !self.seen.is_multiple_of(self.stride.max(1)) {
            return;
        }
        self.kept_bytes += text.len();
        self.sentences.push(Sentence {
            text: text.into(),
            words,
            replaceable: replaceable.into(),
        });
        if self.kept_bytes > MAX_KEPT_BYTES {
            self.thin_out();
        }
    }

    fn thin_out(&mut self) {
        self.stride = self.stride.max(1) * 2;
        let mut keep = false;
        self.sentences.retain(|_| {
            keep = !keep;
            keep
        });
        self.kept_bytes = self.sentences.iter().map(|s| s.text.len()).sum();
    }

    /// How the number of different words grows, and no longer which they are.
    pub(super) fn growth(&mut self) -> Growth {
        let different = std::mem::take(&mut self.different);
        Growth::through(self.running, different.len() as u64)
    }
}

/// Prints how the number of different words of a corpus grows, at every doubling of its articles.
pub(crate) fn print_growth(paths: Vec<PathBuf>) {
    let mut seen = Ingredients::default();
    let (mut articles, mut next) = (0_u64, 100_u64);
    let mut last: Option<(f64, f64)> = None;
    println!(
        "{:>9}{:>12}{:>11}  exponent",
        "articles", "words", "different"
    );
    each_article(paths, |article| {
        seen.count(article.title_str());
        seen.count(&article.text);
        articles += 1;
        if articles == next {
            next *= 2;
            let now = (seen.running as f64, seen.different.len() as f64);
            let grew = last.map(|then| (now.1 / then.1).ln() / (now.0 / then.0).ln());
            let exponent = grew.map_or_else(|| "–".to_owned(), |grew| format!("{grew:.3}"));
            println!("{articles:>9}{:>12}{:>11}  {exponent}", now.0, now.1);
            last = Some(now);
        }
        ControlFlow::Continue(())
    });
}
