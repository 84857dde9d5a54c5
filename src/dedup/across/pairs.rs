//! Articles in, the pairs of them out that are alike, with how alike.
//!
//! Articles of equal words are made one first. The others meet in the lists of a sampled index:
//! those that share two samples, and by the number of shared samples may be alike enough, are
//! compared by all their shingles, so every pair given is exact. Shingles are worked out anew for
//! that and kept for a while only: memory grows with the sample, not with the text.
//!
//! A list longer than [`MAX_WHOLE_LIST`] comes from boilerplate, or from a story published very often: there an
//! article meets the first of the list and its neighbours and not all, which keeps the time linear.

use std::collections::VecDeque;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::DatedArticles;
use super::shingles::{ArticleSketch, Shingler, jaccard, shared};

/// Most articles of a list in which every article meets every other.
const MAX_WHOLE_LIST: usize = 128;
/// In a longer list: first articles, and neighbours, that an article meets.
const MET_IN_LONG_LIST: usize = 8;
/// Shingles of an article below which one common sample is enough to compare it.
const SMALL_ARTICLE_SHINGLES: u32 = 8;
/// Factor by which an estimate may fall short of the threshold: four standard deviations.
const ESTIMATE_MARGIN: f32 = 0.4;
/// Most shingles kept for comparisons to come, of 8 bytes each: 16 MB.
const MAX_CACHED_SHINGLES: usize = 2 << 20;

/// Two articles that are alike, by place; the first is the smaller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) articles: (u32, u32),
    pub(super) similarity: f32,
}

/// What is alike in a corpus.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Sorted; of articles of equal words only the first takes part.
    pub(super) alike: Vec<Pair>,
    /// Articles of equal words: the first, and another; sorted.
    pub(super) equal: Vec<(u32, u32)>,
    /// For each article a hash of its words, whatever its place.
    pub(super) words: Vec<u64>,
}

/// All pairs of at least this similarity.
pub(super) fn find(docs: &dyn DatedArticles, threshold: f32) -> Pairs {
    let mut shingler = Shingler::default();
    let mut first: FxHashMap<u64, u32> = FxHashMap::default();
    let mut sketches = Vec::with_capacity(docs.count() as usize);
    let mut entries: Vec<u64> = Vec::new();
    let mut equal = Vec::new();
    for article in 0..docs.count() {
        sketches.push(ArticleSketch::default());
        docs.read(article, &mut |doc| {
            let (sketch, keys) = shingler.sketch(doc.article.text);
            if let Some(slot) = sketches.last_mut() {
                *slot = sketch;
            }
            if sketch.whole == 0 {
                return;
            }
            let original = *first.entry(sketch.whole).or_insert(article);
            if original == article {
                entries.extend(keys.map(|key| u64::from(key) << 32 | u64::from(article)));
            } else {
                equal.push((original, article));
            }
        });
    }
    drop(first);
    equal.sort_unstable();
    let mut search = PairSearch {
        index: SampleIndex::new(entries, docs.count() as usize),
        sketches,
        sets: Sets::new(docs),
        threshold: threshold.max(f32::EPSILON),
        pairs: Vec::new(),
    };
    search.run();
    Pairs {
        words: search.sketches.iter().map(|s| s.whole).collect(),
        alike: search.pairs,
        equal,
    }
}

struct PairSearch<'a> {
    index: SampleIndex,
    sketches: Vec<ArticleSketch>,
    sets: Sets<'a>,
    threshold: f32,
    pairs: Vec<Pair>,
}

impl PairSearch<'_> {
    fn run(&mut self) {
        // How many lists an article met the present one in.
        let mut met = vec![0u32; self.sketches.len()];
        let mut others = Vec::new();
        for article in 0..self.sketches.len() as u32 {
            self.index.meet(article, &mut |other| {
                if let Some(times) = met.get_mut(other as usize) {
                    if *times == 0 {
                        others.push(other);
                    }
                    *times += 1;
                }
            });
            others.sort_unstable();
            for other in others.drain(..) {
                let times = met.get_mut(other as usize).map_or(0, std::mem::take);
                if self.may_be_alike(other, article, times) {
                    self.compare(other, article);
                }
            }
        }
        self.pairs.sort_unstable_by_key(|pair| pair.articles);
    }

    /// Judges by the lengths, then by the samples.
    fn may_be_alike(&self, a: u32, b: u32, times: u32) -> bool {
        let sketch = |article: u32| self.sketches.get(article as usize);
        let (Some(one), Some(two)) = (sketch(a), sketch(b)) else {
            return false;
        };
        let short = one.shingles.min(two.shingles);
        let long = one.shingles.max(two.shingles);
        if (short as f32) < self.threshold * long as f32
            || times < 2 && short >= SMALL_ARTICLE_SHINGLES
        {
            return false;
        }
        let both = shared(self.index.lists_of(a), self.index.lists_of(b)) as f32;
        let both = both * (1u64 << one.rate.max(two.rate)) as f32;
        both >= ESTIMATE_MARGIN * self.threshold * ((short + long) as f32 - both)
    }

    fn compare(&mut self, a: u32, b: u32) {
        let (one, two) = (self.sets.of(a), self.sets.of(b));
        let similarity = jaccard(&one, &two);
        if similarity >= self.threshold {
            self.pairs.push(Pair {
                articles: (a, b),
                similarity,
            });
        }
    }
}

/// Which articles share a sample: lists of articles, and for each article its lists.
struct SampleIndex {
    /// Articles of all lists, one list after another, each in order.
    articles: Vec<u32>,
    /// Where each list begins in `articles`, and the end.
    list_starts: Vec<u32>,
    /// Lists of all articles, each in order.
    lists: Vec<u32>,
    /// Where each article begins in `lists`, and the end.
    starts: Vec<u32>,
}

impl SampleIndex {
    /// `entries` are sample and article; samples that one article alone has are dropped.
    fn new(mut entries: Vec<u64>, articles: usize) -> SampleIndex {
        entries.sort_unstable();
        let mut index = SampleIndex {
            articles: Vec::new(),
            list_starts: vec![0],
            lists: Vec::new(),
            starts: vec![0],
        };
        let mut by_article = Vec::new();
        for list in entries.chunk_by(|a, b| a >> 32 == b >> 32) {
            if list.len() < 2 {
                continue;
            }
            let number = index.list_starts.len() as u64 - 1;
            by_article.extend(list.iter().map(|entry| entry << 32 | number));
            index
                .articles
                .extend(list.iter().map(|entry| *entry as u32));
            index.list_starts.push(index.articles.len() as u32);
        }
        drop(entries);
        by_article.sort_unstable();
        index.lists = by_article.iter().map(|entry| *entry as u32).collect();
        let mut at = 0;
        for article in 0..articles as u64 {
            let own = by_article.iter().skip(at);
            at += own.take_while(|entry| **entry >> 32 == article).count();
            index.starts.push(at as u32);
        }
        index
    }

    fn lists_of(&self, article: u32) -> &[u32] {
        slice(&self.lists, &self.starts, article)
    }

    /// Calls `f` with the articles before this one in each of its lists; more than once with some.
    fn meet(&self, article: u32, f: &mut impl FnMut(u32)) {
        for list in self.lists_of(article) {
            let list = slice(&self.articles, &self.list_starts, *list);
            let at = list.partition_point(|other| *other < article);
            let before = list.get(..at).unwrap_or(&[]);
            if list.len() <= MAX_WHOLE_LIST || at <= 2 * MET_IN_LONG_LIST {
                for other in before {
                    f(*other);
                }
            } else {
                let (first, last) = (
                    before.iter().take(MET_IN_LONG_LIST),
                    before.iter().rev().take(MET_IN_LONG_LIST),
                );
                for other in first.chain(last) {
                    f(*other);
                }
            }
        }
    }
}

/// Part `n` of `all`, where the parts begin at `starts`.
pub(super) fn slice<'a, T>(all: &'a [T], starts: &[u32], n: u32) -> &'a [T] {
    let bounds = starts.get(n as usize).zip(starts.get(n as usize + 1));
    bounds
        .and_then(|(start, end)| all.get(*start as usize..*end as usize))
        .unwrap_or(&[])
}

/// The shingles of articles, worked out when asked for; those asked for lately are kept.
pub(super) struct Sets<'a> {
    docs: &'a dyn DatedArticles,
    shingler: Shingler,
    known: FxHashMap<u32, Rc<[u64]>>,
    /// In the order they came.
    order: VecDeque<u32>,
    kept: usize,
}

impl<'a> Sets<'a> {
    pub(super) fn new(docs: &'a dyn DatedArticles) -> Self {
        Sets {
            docs,
            shingler: Shingler::default(),
            known: FxHashMap::default(),
            order: VecDeque::new(),
            kept: 0,
        }
    }

    /// The different shingles of an article, sorted.
    pub(super) fn of(&mut self, article: u32) -> Rc<[u64]> {
        if let Some(set) = self.known.get(&article) {
            return Rc::clone(set);
        }
        let mut set: Rc<[u64]> = Rc::default();
        self.docs.read(article, &mut |doc| {
            set = self.shingler.shingles(doc.article.text).into();
        });
        self.kept += set.len();
        while self.kept > MAX_CACHED_SHINGLES {
            let Some(oldest) = self.order.pop_front() else {
                break;
            };
            self.kept -= self.known.remove(&oldest).map_or(0, |set| set.len());
        }
        self.order.push_back(article);
        self.known.insert(article, Rc::clone(&set));
        set
    }
}
