//! Repeated paragraphs in, those that are furniture out: by their words, how often they stand in their source, and
//! where.

use rustc_hash::FxHashMap;

use super::line_context::{LineContext, OwnContent};
use super::line_kind::LineKind;
use super::marks::ArticleMarks;
use super::source_lines::{SourceLine, counted};
use super::{ParagraphRef, SourcedArticles, source_hash};
use crate::dedup::ArticleText;

/// Fewest articles that a whole sentence of furniture stands in: background recurs, too.
const MIN_SENTENCE_ARTICLES: usize = 25;
/// A sentence of furniture stands in one of so many articles of its source, at least.
const SENTENCE_SHARE: usize = 500;
/// Most articles in which the place of a paragraph is looked at.
const MAX_CONTEXTS: usize = 8;
/// Most words of furniture.
const MAX_WORDS: u32 = 40;
/// Most bytes of a paragraph worth normalising: longer ones have too many words for certain.
pub(super) const MAX_BYTES: usize = 600;
/// Fewest words of a sentence that may be furniture at the head of an article.
const MIN_HEAD_WORDS: u32 = 4;
/// Most content words of furniture, as a share, that come up in the rest of the article.
const MAX_TOPICAL: f32 = 0.34;
/// Most topical words, as a share, of a line with a word that marks it as the site's.
const MAX_TOPICAL_SIGNED: f32 = 1.5 * MAX_TOPICAL;

/// Fewest articles of a source of that many that a whole sentence of furniture stands in.
pub(super) fn min_sentence_articles(size: usize) -> usize {
    MIN_SENTENCE_ARTICLES.max(size / SENTENCE_SHARE)
}

/// Decides which repeated paragraphs are furniture.
pub(super) struct Judge<'a> {
    pub(super) articles: &'a dyn SourcedArticles,
    /// What is known of the lines of an article.
    pub(super) marks: &'a dyn Fn(u32) -> Option<&'a ArticleMarks>,
    /// How many articles each source has.
    pub(super) sizes: &'a FxHashMap<u64, usize>,
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
    /// Those that are furniture, of paragraphs that stand in enough articles, each with its copies.
    pub(super) fn furniture<'s>(
        &self,
        repeated: Vec<&'s [SourceLine]>,
    ) -> impl Iterator<Item = &'s [SourceLine]> + use<'s> {
        let mut candidates = self.candidates(repeated);
        self.see(&mut candidates);
        let found = candidates
            .into_iter()
            .filter(FurnitureCandidate::is_furniture);
        found.map(|candidate| candidate.same)
    }

    /// Judges repeated paragraphs by their words; reads articles in order.
    fn candidates<'s>(&self, repeated: Vec<&'s [SourceLine]>) -> Vec<FurnitureCandidate<'s>> {
        let mut short = repeated;
        short.retain(|same| same.first().is_some_and(|line| line.words <= MAX_WORDS));
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
    fn candidate<'s>(
        &self,
        same: &'s [SourceLine],
        article: ArticleText<'_>,
    ) -> Option<FurnitureCandidate<'s>> {
        let line = same.first()?;
        let text = text_of(article, line.at.paragraph)?;
        if text.len() > MAX_BYTES {
            return None;
        }
        let kind = LineKind::of(text, line.words);
        let count = self.counted(same).count();
        let size = || self.source_size(line);
        let few = || count < min_sentence_articles(size());
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
            let first = self.counted(candidate.same).take(MAX_CONTEXTS);
            places.extend(first.map(|line| (line.at, number)));
        }
        places.sort_unstable();
        for places in places.chunk_by(|a, b| a.0.article == b.0.article) {
            let place = places.first().map_or(0, |(at, _)| at.article);
            self.articles.read(place, &mut |article| {
                let marks = (self.marks)(place);
                let is_repeated = |n| marks.is_some_and(|marks| marks.is_repeated(n));
                let own = OwnContent::read(article, is_repeated);
                for (at, number) in places {
                    if let Some(candidate) = candidates.get_mut(*number) {
                        let text = text_of(article, at.paragraph).unwrap_or("");
                        candidate.contexts.push(own.see(at.paragraph, text));
                    }
                }
            });
        }
    }

    fn counted<'s>(&self, same: &'s [SourceLine]) -> impl Iterator<Item = &'s SourceLine> {
        counted(same, |article| {
            (self.marks)(article).is_some_and(|marks| marks.again)
        })
    }

    fn source_size(&self, line: &SourceLine) -> usize {
        let source = source_hash(self.articles, line.at.article);
        source
            .and_then(|s| self.sizes.get(&s))
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
