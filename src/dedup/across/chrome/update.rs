//! Furniture of a corpus of which some articles are gone and others new, from that found before.
//!
//! Only lines are judged again for which something has changed: in how many articles they stand, which of those
//! were published again, or what else is repeated in those by which they are judged. What comes out is what a
//! search in all articles finds.

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::judge::{Judge, min_sentence_articles};
use super::marks::ArticleMarks;
use super::source_lines::{SourceLine, counted, is_again, line_key};
use super::{MIN_ARTICLES, PrintedLine, SourcedArticles, source_hash};

/// What was found when some of the articles were others.
pub trait EarlierFurniture {
    /// The marks of an article; `None` where it is new.
    fn marks(&self, article: u32) -> Option<&ArticleMarks>;
    /// The paragraphs of an article that were furniture, ascending.
    fn furniture(&self, article: u32) -> &[u32];
    /// The articles that are gone.
    fn gone(&self) -> &[GoneArticle];
}

/// An article that was there when furniture was found.
#[derive(Clone, Debug)]
pub struct GoneArticle {
    /// The name of its source; empty where it is not known.
    pub source: String,
    pub lines: Vec<PrintedLine>,
}

/// What is found of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleFurniture {
    pub article: u32,
    pub marks: ArticleMarks,
    /// Indices of paragraphs, ascending.
    pub furniture: Vec<u32>,
}

/// What a search would find otherwise than before: of articles by place, new ones among them.
pub fn update(
    articles: &dyn SourcedArticles,
    earlier: &dyn EarlierFurniture,
) -> Vec<ArticleFurniture> {
    let mut update = FurnitureUpdate::new(articles, earlier);
    let first = update.touched_lines();
    update.gather(&first);
    update.mark_again(&first);
    let counted_again = update.lines_of_turned();
    update.gather(&counted_again);
    let mut judged = first;
    judged.extend(counted_again);
    let content_changed = update.mark_repeated(&judged);
    let seen_otherwise = update.repeated_lines_of(&content_changed);
    let near_threshold = update.sentences_near_threshold();
    let others = seen_otherwise.union(&near_threshold).copied().collect();
    update.gather(&others);
    judged.extend(others);
    update.judge(&judged);
    update.found()
}

/// An update under way. Lines are known by their keys.
struct FurnitureUpdate<'a> {
    articles: &'a dyn SourcedArticles,
    earlier: &'a dyn EarlierFurniture,
    /// The hash of the source of every article, where it is known.
    sources: Vec<Option<u64>>,
    /// How many articles each source has, and had.
    sizes: FxHashMap<u64, usize>,
    sizes_before: FxHashMap<u64, usize>,
    /// Of new articles, and where they are not as they were.
    marks: FxHashMap<u32, ArticleMarks>,
    furniture: FxHashMap<u32, Vec<u32>>,
    /// The lines looked at so far, each with its copies by place.
    same: FxHashMap<u64, Vec<SourceLine>>,
    /// Articles that were published again and are no more, or the other way round.
    turned: Vec<u32>,
}

impl<'a> FurnitureUpdate<'a> {
    fn new(
        articles: &'a dyn SourcedArticles,
        earlier: &'a dyn EarlierFurniture,
    ) -> FurnitureUpdate<'a> {
        let sources = (0..articles.count()).map(|article| source_hash(articles, article));
        let sources: Vec<Option<u64>> = sources.collect();
        let mut update = FurnitureUpdate {
            articles,
            earlier,
            sizes: FxHashMap::default(),
            sizes_before: FxHashMap::default(),
            marks: FxHashMap::default(),
            furniture: FxHashMap::default(),
            same: FxHashMap::default(),
            turned: Vec::new(),
            sources,
        };
        for (article, source) in (0..).zip(&update.sources) {
            let is_new = earlier.marks(article).is_none();
            if let Some(source) = source {
                *update.sizes.entry(*source).or_default() += 1;
                *update.sizes_before.entry(*source).or_default() += usize::from(!is_new);
            }
            if is_new {
                update.marks.insert(article, ArticleMarks::default());
                update.furniture.insert(article, Vec::new());
            }
        }
        for source in earlier.gone().iter().filter_map(GoneArticle::source_hash) {
            *update.sizes_before.entry(source).or_default() += 1;
        }
        update
    }

    /// The lines of all articles that are new or gone.
    fn touched_lines(&self) -> FxHashSet<u64> {
        let mut keys = FxHashSet::default();
        for article in self.marks.keys() {
            keys.extend(self.keys(*article));
        }
        for gone in self.earlier.gone() {
            if let Some(source) = gone.source_hash() {
                keys.extend(gone.lines.iter().map(|line| line_key(line, source)));
            }
        }
        keys
    }

    fn source(&self, article: u32) -> Option<u64> {
        self.sources.get(article as usize).copied().flatten()
    }

    /// The lines of an article.
    fn keys(&self, article: u32) -> impl Iterator<Item = u64> {
        let source = self.source(article);
        let lines = self.articles.lines(article).iter();
        lines.filter_map(move |line| Some(line_key(line, source?)))
    }

    /// Finds all copies of some lines, by place.
    fn gather(&mut self, keys: &FxHashSet<u64>) {
        let mut wanted = keys.clone();
        wanted.retain(|key| !self.same.contains_key(key));
        if wanted.is_empty() {
            return;
        }
        let count = self.articles.count();
        for article in 0..count {
            let Some(source) = self.source(article) else {
                continue;
            };
            for line in self.articles.lines(article) {
                let key = line_key(line, source);
                if wanted.contains(&key) {
                    let line = SourceLine::new(line, article, source);
                    self.same.entry(key).or_default().push(line);
                }
            }
        }
    }

    fn same(&self, key: u64) -> &[SourceLine] {
        self.same.get(&key).map_or(&[], Vec::as_slice)
    }

    fn known_marks(&self, article: u32) -> Option<&ArticleMarks> {
        let changed = self.marks.get(&article);
        changed.or_else(|| self.earlier.marks(article))
    }

    /// The marks of an article, to be changed.
    fn marks_mut(&mut self, article: u32) -> &mut ArticleMarks {
        let earlier = self.earlier;
        let marks = self.marks.entry(article);
        marks.or_insert_with(|| earlier.marks(article).cloned().unwrap_or_default())
    }

    /// Marks which of these lines stand in enough articles, and which of the articles were published again.
    fn mark_again(&mut self, keys: &FxHashSet<u64>) {
        let mut reconsidered: FxHashSet<u32> = self.marks.keys().copied().collect();
        for key in keys {
            let same = self.same(*key);
            let stands = counted(same, |_| false).count() >= MIN_ARTICLES;
            let places: Vec<_> = same.iter().map(|line| line.at).collect();
            for at in places {
                let marks = self.known_marks(at.article);
                if marks.is_none_or(|marks| marks.has(at.paragraph) != stands) {
                    self.marks_mut(at.article).set(at.paragraph, stands);
                    reconsidered.insert(at.article);
                }
            }
        }
        for article in reconsidered {
            let lines = self.articles.lines(article);
            let marks = self.marks_mut(article);
            let again = is_again(lines, marks);
            if marks.again != again {
                marks.again = again;
                self.turned.push(article);
            }
        }
    }

    /// The lines of articles that turned: they count otherwise.
    fn lines_of_turned(&self) -> FxHashSet<u64> {
        self.turned.iter().flat_map(|at| self.keys(*at)).collect()
    }

    /// Marks which of these lines stand in enough articles, those published again apart; the articles known before
    /// for which that changed.
    fn mark_repeated(&mut self, keys: &FxHashSet<u64>) -> FxHashSet<u32> {
        let mut changed = FxHashSet::default();
        for key in keys {
            let same = self.same(*key);
            let repeated = self.counted(same).count() >= MIN_ARTICLES;
            let places: Vec<_> = same.iter().map(|line| line.at).collect();
            for at in places {
                let marks = self.known_marks(at.article);
                if marks.is_some_and(|marks| marks.is_repeated(at.paragraph) != repeated) {
                    let marks = self.marks_mut(at.article);
                    marks.set_repeated(at.paragraph, repeated);
                }
                let before = self.earlier.marks(at.article);
                if before.is_some_and(|marks| marks.is_repeated(at.paragraph) != repeated) {
                    changed.insert(at.article);
                }
            }
        }
        changed
    }

    fn counted<'s>(&self, same: &'s [SourceLine]) -> impl Iterator<Item = &'s SourceLine> {
        counted(same, |article| {
            let marks = self.known_marks(article);
            marks.is_some_and(|marks| marks.again)
        })
    }

    /// The repeated lines of some articles.
    fn repeated_lines_of(&self, articles: &FxHashSet<u32>) -> FxHashSet<u64> {
        let of = |article: &u32| self.repeated_lines(*article);
        articles.iter().flat_map(of).collect()
    }

    fn repeated_lines(&self, article: u32) -> impl Iterator<Item = u64> {
        let (marks, source) = (self.known_marks(article), self.source(article));
        let lines = self.articles.lines(article).iter();
        lines.filter_map(move |line| {
            let repeated = marks?.is_repeated(line.paragraph);
            repeated.then_some(line_key(line, source?))
        })
    }

    /// Repeated lines that as sentences are frequent enough in their source and were not, or the other way round,
    /// since that has other articles than before.
    fn sentences_near_threshold(&self) -> FxHashSet<u64> {
        let mut counts: FxHashMap<u64, usize> = FxHashMap::default();
        let before = |source| self.sizes_before.get(&source).copied().unwrap_or(0);
        let thresholds = self.sizes.iter().filter_map(|(source, size)| {
            let two = [*size, before(*source)].map(min_sentence_articles);
            let [now, then] = two;
            (now != then).then_some((*source, now.min(then)..now.max(then)))
        });
        let thresholds: FxHashMap<u64, std::ops::Range<usize>> = thresholds.collect();
        if thresholds.is_empty() {
            return FxHashSet::default();
        }
        for (article, source) in (0..).zip(&self.sources) {
            let is_again = self.known_marks(article).is_some_and(|marks| marks.again);
            if source.is_some_and(|source| thresholds.contains_key(&source)) && !is_again {
                let lines: FxHashSet<u64> = self.repeated_lines(article).collect();
                for key in lines {
                    *counts.entry(key).or_default() += 1;
                }
            }
        }
        let near = |count: &usize| thresholds.values().any(|range| range.contains(count));
        counts.retain(|_, count| near(count));
        counts.into_keys().collect()
    }

    /// Finds out which of these lines are furniture, and which were.
    fn judge(&mut self, keys: &FxHashSet<u64>) {
        let same = keys.iter().map(|key| self.same(*key));
        let repeated = same.filter(|same| {
            let first = same.first().map(|line| line.at);
            first.is_some_and(|at| {
                let marks = self.known_marks(at.article);
                marks.is_some_and(|marks| marks.is_repeated(at.paragraph))
            })
        });
        let judge = Judge {
            articles: self.articles,
            marks: &|article| self.known_marks(article),
            sizes: &self.sizes,
        };
        let furniture = judge.furniture(repeated.collect());
        let furniture = furniture.filter_map(|same| same.first());
        let furniture: FxHashSet<u64> = furniture.map(|line| line.key).collect();
        for key in keys {
            let is_furniture = furniture.contains(key);
            let places: Vec<_> = self.same(*key).iter().map(|line| line.at).collect();
            for at in places {
                self.set_furniture(at.article, at.paragraph, is_furniture);
            }
        }
    }

    fn set_furniture(&mut self, article: u32, paragraph: u32, is_furniture: bool) {
        let earlier = self.earlier.furniture(article);
        let now = self.furniture.get(&article).map_or(earlier, Vec::as_slice);
        let found = now.binary_search(&paragraph);
        if found.is_ok() == is_furniture {
            return;
        }
        let furniture = self.furniture.entry(article);
        let furniture = furniture.or_insert_with(|| earlier.to_vec());
        match found {
            Ok(at) => {
                furniture.remove(at);
            }
            Err(at) => furniture.insert(at, paragraph),
        }
    }

    /// The articles of which something is new.
    fn found(mut self) -> Vec<ArticleFurniture> {
        let mut articles: Vec<u32> = self.marks.keys().copied().collect();
        articles.extend(self.furniture.keys());
        articles.sort_unstable();
        articles.dedup();
        let mut found = Vec::new();
        for article in articles {
            let marks = self.marks_mut(article).clone();
            let furniture = self.furniture.remove(&article);
            found.push(ArticleFurniture {
                article,
                marks,
                furniture: furniture.unwrap_or_else(|| self.earlier.furniture(article).to_vec()),
            });
        }
        found
    }
}

impl GoneArticle {
    fn source_hash(&self) -> Option<u64> {
        (!self.source.is_empty()).then(|| xxh3_64(self.source.as_bytes()))
    }
}
