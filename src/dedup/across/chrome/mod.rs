//! The articles of a corpus with their sources in, their paragraphs that are the site's and not the article's out.
//!
//! What a source puts into three or more articles in the same words is mostly furniture: whom to
//! write to, whose rights are reserved, what to read next. Mostly: background recurs too (`وكانت
//! المحكمة قد …`), and formulas, sub-headlines, greetings. To dim those would hide news, so a
//! repeated paragraph must also look like furniture: it stands at an end of the article, and its
//! words do not come up in the rest of it, or it says outright what it is. Whole sentences, of
//! which background and leads are made, must be far more frequent, and in a small source none is
//! furniture: to dim news is worse than to leave a disclaimer. (A file whose records name no
//! source is one source, though many wrote it.)
//!
//! An article most of whose words stand in other articles of its source was published again; it
//! says nothing about what the site repeats and is left out of the count.

mod line_context;
mod line_kind;
mod sourced;

#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use line_context::{LineContext, OwnContent};
use line_kind::LineKind;

pub use sourced::Sourced;

use crate::corpus::article::Class;
use crate::dedup::ArticleText;
use crate::text::normalize::words;

/// A paragraph of class text, as it is compared with others: no text, so that it can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedLine {
    /// Hash of its words; equal for paragraphs that say the same.
    pub key: u64,
    /// Index of the paragraph.
    pub paragraph: u32,
    pub words: u32,
}

/// The lines of an article.
pub fn lines(article: ArticleText<'_>) -> Vec<PrintedLine> {
    let mut spelled = Vec::new();
    let mut lines = Vec::new();
    for (paragraph, text) in (0u32..).zip(paragraphs(article)) {
        let Some(text) = text else { continue };
        let words = spell(text, &mut spelled);
        if words > 0 {
            lines.push(PrintedLine {
                key: xxh3_64(&spelled),
                paragraph,
                words,
            });
        }
    }
    lines
}

/// The articles of a corpus by their places, as the search for furniture sees them.
pub trait SourcedArticles {
    /// The number of articles.
    fn count(&self) -> u32;
    /// The name of an article's source; empty where it is not known.
    fn source(&self, article: u32) -> &str;
    /// Its [`lines`].
    fn lines(&self, article: u32) -> &[PrintedLine];
    /// Reads an article; those asked for one after another are in order.
    fn read(&self, article: u32, read: &mut dyn FnMut(ArticleText<'_>));
}

/// Which paragraph of which article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphRef {
    /// Its place in the corpus.
    pub article: u32,
    /// Index of the paragraph.
    pub paragraph: u32,
}

/// Fewest articles of a source that furniture stands in.
const MIN_ARTICLES: usize = 3;
/// Fewest articles that a whole sentence of furniture stands in: background recurs, too.
const MIN_SENTENCE_ARTICLES: usize = 25;
/// A sentence of furniture stands in one of so many articles of its source, at least.
const SENTENCE_SHARE: usize = 500;
/// Most articles in which the place of a paragraph is looked at.
const MAX_CONTEXTS: usize = 8;
/// Most words of furniture.
const MAX_WORDS: u32 = 40;
/// Most bytes of a paragraph worth normalising: longer ones have too many words for certain.
const MAX_BYTES: usize = 600;
/// Mean bytes of a word with the blank after it, for paragraphs that are not normalised.
const BYTES_PER_WORD: usize = 11;
/// Fewest words of a sentence that may be furniture at the head of an article.
const MIN_HEAD_WORDS: u32 = 4;
/// Most content words of furniture, as a share, that come up in the rest of the article.
const MAX_TOPICAL: f32 = 0.34;
/// Most topical words, as a share, of a line with a word that marks it as the site's.
const MAX_TOPICAL_SIGNED: f32 = 1.5 * MAX_TOPICAL;

/// Finds the furniture among the paragraphs of class text; sorted.
pub fn find(articles: &dyn SourcedArticles) -> Vec<ParagraphRef> {
    let lines = SourceLines::read(articles);
    let judge = Judge {
        articles,
        lines: &lines,
    };
    let mut furniture: Vec<ParagraphRef> = judge.furniture().collect();
    furniture.sort_unstable();
    furniture
}

/// A paragraph of class text.
#[derive(Clone, Copy, Debug)]
struct SourceLine {
    /// Equal for paragraphs of one source that say the same.
    key: u64,
    at: ParagraphRef,
    words: u32,
}

/// All paragraphs of class text whose source is known.
struct SourceLines {
    /// Sorted by key, then place.
    all: Vec<SourceLine>,
    /// Articles that were published again, by place.
    again: Vec<bool>,
    /// Paragraphs that stand in several articles.
    repeated: FxHashSet<ParagraphRef>,
    /// How many articles each source has.
    sizes: FxHashMap<u64, usize>,
}

impl SourceLines {
    fn read(articles: &dyn SourcedArticles) -> SourceLines {
        let mut all = Vec::new();
        let mut sizes: FxHashMap<u64, usize> = FxHashMap::default();
        for article in 0..articles.count() {
            let Some(source) = source_hash(articles, article) else {
                continue;
            };
            *sizes.entry(source).or_default() += 1;
            all.extend(articles.lines(article).iter().map(|line| SourceLine {
                key: line.key.rotate_left(1) ^ source,
                at: ParagraphRef {
                    article,
                    paragraph: line.paragraph,
                },
                words: line.words,
            }));
        }
        all.sort_unstable_by_key(|line| (line.key, line.at));
        let mut read = SourceLines {
            all,
            again: vec![false; articles.count() as usize],
            repeated: FxHashSet::default(),
            sizes,
        };
        read.again = read.published_again();
        let repeated = read.repeated().flatten().map(|line| line.at).collect();
        read.repeated = repeated;
        read
    }

    /// Whether half the words of an article stand in several articles of its source.
    fn published_again(&self) -> Vec<bool> {
        let mut words = vec![(0u64, 0u64); self.again.len()];
        let mut count = |line: &SourceLine, repeated: bool| {
            if let Some((all, shared)) = words.get_mut(line.at.article as usize) {
                *all += u64::from(line.words);
                *shared += u64::from(line.words) * u64::from(repeated);
            }
        };
        for line in &self.all {
            count(line, false);
        }
        for line in self.repeated().flatten() {
            count(line, true);
        }
        // Each repeated line was counted twice among all.
        words
            .iter()
            .map(|(all, shared)| 3 * shared >= *all && *shared > 0)
            .collect()
    }

    /// The lines that stand in enough articles, those published again apart, each with its copies.
    fn repeated(&self) -> impl Iterator<Item = &[SourceLine]> {
        let same = self.all.chunk_by(|a, b| a.key == b.key);
        same.filter(|same| self.counted(same).count() >= MIN_ARTICLES)
    }

    /// One line of each article that counts.
    fn counted<'a>(&'a self, same: &'a [SourceLine]) -> impl Iterator<Item = &'a SourceLine> {
        let by_article = same.chunk_by(|a, b| a.at.article == b.at.article);
        let counts = |line: &&SourceLine| self.again.get(line.at.article as usize) == Some(&false);
        by_article.filter_map(|lines| lines.first()).filter(counts)
    }
}

/// A hash of the name of an article's source, where it is known.
fn source_hash(articles: &dyn SourcedArticles, article: u32) -> Option<u64> {
    let source = articles.source(article);
    (!source.is_empty()).then(|| xxh3_64(source.as_bytes()))
}

/// The paragraphs of an article; `None` where one is no text.
fn paragraphs(article: ArticleText<'_>) -> impl Iterator<Item = Option<&str>> {
    article.paragraphs.iter().map(move |paragraph| {
        let text = article.text.get(paragraph.bytes.clone());
        text.filter(|_| paragraph.class == Class::Text)
    })
}

/// Puts what makes paragraphs equal into `spelled`; returns how many words there are, roughly for
/// those too long to be furniture.
fn spell(text: &str, spelled: &mut Vec<u8>) -> u32 {
    spelled.clear();
    if text.len() > MAX_BYTES {
        spelled.extend_from_slice(text.as_bytes());
        return (text.len() / BYTES_PER_WORD) as u32;
    }
    let mut count = 0;
    words(text, |word| {
        spelled.extend_from_slice(word.norm.as_bytes());
        spelled.push(b' ');
        count += 1;
    });
    count
}

/// Decides which repeated paragraphs are furniture.
struct Judge<'a> {
    articles: &'a dyn SourcedArticles,
    lines: &'a SourceLines,
}

/// A paragraph that may be furniture, by itself and by how often it stands in its source.
struct FurnitureCandidate<'a> {
    same: &'a [SourceLine],
    kind: LineKind,
    words: u32,
    /// How it stands in the first of its articles.
    contexts: Vec<LineContext>,
}

impl Judge<'_> {
    fn furniture(&self) -> impl Iterator<Item = ParagraphRef> {
        let mut candidates = self.candidates();
        self.see(&mut candidates);
        let found = candidates
            .into_iter()
            .filter(FurnitureCandidate::is_furniture);
        found.flat_map(|candidate| candidate.same.iter().map(|line| line.at))
    }

    /// Judges repeated paragraphs by their words; reads articles in order.
    fn candidates(&self) -> Vec<FurnitureCandidate<'_>> {
        let repeated = self.lines.repeated();
        let mut short: Vec<&[SourceLine]> = repeated
            .filter(|same| same.first().is_some_and(|line| line.words <= MAX_WORDS))
            .collect();
        short.sort_unstable_by_key(|same| same.first().map(|line| line.at));
        let mut candidates = Vec::new();
        let article = |same: &[SourceLine]| same.first().map(|line| line.at.article);
        for same_article in short.chunk_by(|a, b| article(a) == article(b)) {
            let Some(place) = same_article.first().and_then(|same| article(same)) else {
                continue;
            };
            self.articles.read(place, &mut |article| {
                let found = same_article
                    .iter()
                    .filter_map(|same| self.candidate(same, article));
                candidates.extend(found);
            });
        }
        candidates
    }

    /// `article` is the first that has the paragraph.
    fn candidate<'a>(
        &self,
        same: &'a [SourceLine],
        article: ArticleText<'_>,
    ) -> Option<FurnitureCandidate<'a>> {
        let line = same.first()?;
        let text = text_of(article, line.at.paragraph)?;
        if text.len() > MAX_BYTES {
            return None;
        }
        let kind = LineKind::of(text, line.words);
        let count = self.lines.counted(same).count();
        let size = || self.source_size(line);
        let few = || count < MIN_SENTENCE_ARTICLES.max(size() / SENTENCE_SHARE);
        if kind == LineKind::Article || kind == LineKind::Sentence && few() {
            return None;
        }
        Some(FurnitureCandidate {
            same,
            kind,
            words: line.words,
            contexts: Vec::new(),
        })
    }

    /// Looks at the first articles of each candidate; reads each article once.
    fn see(&self, candidates: &mut [FurnitureCandidate<'_>]) {
        let mut places: Vec<(ParagraphRef, usize)> = Vec::new();
        for (number, candidate) in candidates.iter().enumerate() {
            let first = self.lines.counted(candidate.same).take(MAX_CONTEXTS);
            places.extend(first.map(|line| (line.at, number)));
        }
        places.sort_unstable();
        for places in places.chunk_by(|a, b| a.0.article == b.0.article) {
            let place = places.first().map_or(0, |(at, _)| at.article);
            self.articles.read(place, &mut |article| {
                let at = |paragraph| ParagraphRef {
                    article: place,
                    paragraph,
                };
                let own = OwnContent::read(article, |n| self.lines.repeated.contains(&at(n)));
                for (at, number) in places {
                    if let Some(candidate) = candidates.get_mut(*number) {
                        let text = text_of(article, at.paragraph).unwrap_or("");
                        candidate.contexts.push(own.see(at.paragraph, text));
                    }
                }
            });
        }
    }

    fn source_size(&self, line: &SourceLine) -> usize {
        let source = source_hash(self.articles, line.at.article);
        source
            .and_then(|s| self.lines.sizes.get(&s))
            .copied()
            .unwrap_or(0)
    }
}

fn text_of(article: ArticleText<'_>, paragraph: u32) -> Option<&str> {
    let paragraph = article.paragraphs.get(paragraph as usize)?;
    article.text.get(paragraph.bytes.clone())
}

impl FurnitureCandidate<'_> {
    fn is_furniture(&self) -> bool {
        let seen = &self.contexts;
        let most = |test: fn(&LineContext) -> bool| {
            3 * seen.iter().filter(|s| test(s)).count() > 2 * seen.len()
        };
        let topical = seen.iter().map(|s| s.topical).sum::<f32>() / seen.len().max(1) as f32;
        match self.kind {
            LineKind::Article => false,
            LineKind::Address | LineKind::Byline => most(|s| s.head || s.tail),
            LineKind::Signed => most(|s| s.head || s.tail) && topical <= MAX_TOPICAL_SIGNED,
            LineKind::Other | LineKind::Sentence => {
                // A short line at the head is a formula or a column's name as often as the site's.
                let head = self.kind == LineKind::Sentence
                    && self.words >= MIN_HEAD_WORDS
                    && most(|s| s.head);
                (head || most(|s| s.tail)) && topical <= MAX_TOPICAL
            }
        }
    }
}
