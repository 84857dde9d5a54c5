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

#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use line_context::{LineContext, OwnContent};
use line_kind::LineKind;

use crate::corpus::article::Class;
use crate::dedup::ArticleText;
use crate::text::normalize::words;

/// An article with the name of its source, which is empty where it is not known.
#[derive(Clone, Copy, Debug)]
pub struct Sourced<'a> {
    pub source: &'a str,
    pub article: ArticleText<'a>,
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
pub fn find(articles: &[Sourced<'_>]) -> Vec<ParagraphRef> {
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
    fn read(articles: &[Sourced<'_>]) -> SourceLines {
        let mut lines = Vec::new();
        let mut sizes: FxHashMap<u64, usize> = FxHashMap::default();
        let mut spelled = Vec::new();
        for (article, sourced) in (0u32..).zip(articles) {
            if sourced.source.is_empty() {
                continue;
            }
            let source = xxh3_64(sourced.source.as_bytes());
            *sizes.entry(source).or_default() += 1;
            for (paragraph, text) in (0u32..).zip(paragraphs(sourced.article)) {
                let Some(text) = text else { continue };
                let words = spell(text, &mut spelled);
                if words > 0 {
                    spelled.extend(source.to_le_bytes());
                    lines.push(SourceLine {
                        key: xxh3_64(&spelled),
                        at: ParagraphRef { article, paragraph },
                        words,
                    });
                }
            }
        }
        lines.sort_unstable_by_key(|line| (line.key, line.at));
        let mut read = SourceLines {
            all: lines,
            again: vec![false; articles.len()],
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
    articles: &'a [Sourced<'a>],
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
        let mut candidates: Vec<FurnitureCandidate<'_>> = self
            .lines
            .repeated()
            .filter_map(|same| self.candidate(same))
            .collect();
        self.see(&mut candidates);
        let found = candidates
            .into_iter()
            .filter(FurnitureCandidate::is_furniture);
        found.flat_map(|candidate| candidate.same.iter().map(|line| line.at))
    }

    fn candidate<'a>(&self, same: &'a [SourceLine]) -> Option<FurnitureCandidate<'a>> {
        let line = same.first()?;
        let text = self.text(line.at)?;
        if line.words > MAX_WORDS || text.len() > MAX_BYTES {
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
            let article = places.first().map_or(0, |(at, _)| at.article);
            let Some(sourced) = self.articles.get(article as usize) else {
                continue;
            };
            let at = |paragraph| ParagraphRef { article, paragraph };
            let own = OwnContent::read(sourced.article, |n| self.lines.repeated.contains(&at(n)));
            for (at, number) in places {
                if let Some(candidate) = candidates.get_mut(*number) {
                    let text = self.text(*at).unwrap_or("");
                    candidate.contexts.push(own.see(at.paragraph, text));
                }
            }
        }
    }

    fn text(&self, at: ParagraphRef) -> Option<&str> {
        let article = self.articles.get(at.article as usize)?.article;
        let paragraph = article.paragraphs.get(at.paragraph as usize)?;
        article.text.get(paragraph.bytes.clone())
    }

    fn source_size(&self, line: &SourceLine) -> usize {
        let sourced = self.articles.get(line.at.article as usize);
        let source = sourced.map(|sourced| xxh3_64(sourced.source.as_bytes()));
        source
            .and_then(|s| self.lines.sizes.get(&s))
            .copied()
            .unwrap_or(0)
    }
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
