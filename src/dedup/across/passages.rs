//! Articles in, the sentences that stand in more than one of them out, and where.
//!
//! A sentence is taken as [`stream`](crate::dedup::word_stream) parts it, so it is found again where another article has
//! all its paragraphs in one, or cuts them elsewhere. What repeats within an article, furniture
//! and short sentences, which many articles share by chance, are left out. Only hashes are kept,
//! and of those only what two articles have.

use std::ops::Range;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::pairs::slice;
use super::{DatedArticle, DatedArticles, Passage};
use crate::corpus::article::{Class, Paragraph};
use crate::dedup::border::Strength;
use crate::dedup::within::is_folded;
use crate::dedup::word_stream::WordStream;
use crate::dedup::{ArticleText, Folds};

/// Fewest words of a sentence that is a passage by itself: many articles share shorter ones by chance.
const MIN_WORDS: usize = 8;

/// Which sentences stand in which articles, where there are two or more.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentences {
    /// Sorted.
    pub(super) hashes: Vec<u64>,
    /// Articles of all sentences, one sentence after another, each in order.
    pub(super) articles: Vec<u32>,
    /// Where each sentence begins in `articles`, and the end.
    pub(super) starts: Vec<u32>,
}

impl Sentences {
    pub(super) fn read(docs: &dyn DatedArticles) -> Sentences {
        let mut all: Vec<(u64, u32)> = Vec::new();
        for article in 0..docs.count() {
            docs.read(article, &mut |doc| {
                let stream = WordStream::read(doc.article);
                let own = own_sentences(&stream, doc.folds);
                let entry = |s: Range<usize>| (hash(&stream, &s), article);
                all.extend(own.map(entry));
            });
        }
        all.sort_unstable();
        all.dedup();
        let mut read = Sentences::default();
        read.starts.push(0);
        for same in all
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|same| same.len() > 1)
        {
            read.hashes.extend(same.first().map(|(hash, _)| *hash));
            read.articles
                .extend(same.iter().map(|(_, article)| *article));
            read.starts.push(read.articles.len() as u32);
        }
        read
    }

    /// The paragraphs of an article of which other articles have half the words at least.
    pub(super) fn passages(&self, article: u32, doc: &DatedArticle<'_>) -> Vec<Passage> {
        let stream = WordStream::read(doc.article);
        let mut passages = Vec::new();
        for tokens in paragraphs(&stream) {
            let Some(paragraph) = stream.tokens.get(tokens.start).and_then(|t| t.paragraph) else {
                continue;
            };
            let mut words: FxHashMap<u32, usize> = FxHashMap::default();
            for sentence in own_sentences_in(&stream, doc.folds, tokens.clone()) {
                let others = self.articles_with(hash(&stream, &sentence)).iter();
                for other in others.filter(|other| **other != article) {
                    *words.entry(*other).or_default() += sentence.len();
                }
            }
            words.retain(|_, shared| 2 * *shared >= tokens.len());
            let mut articles: Vec<u32> = words.into_keys().collect();
            articles.sort_unstable();
            let at = doc.article.paragraphs.get(paragraph);
            if let Some(at) = at.filter(|_| !articles.is_empty()) {
                passages.push(Passage {
                    paragraph,
                    bytes: at.bytes.clone(),
                    articles,
                });
            }
        }
        passages
    }

    fn articles_with(&self, hash: u64) -> &[u32] {
        let found = self.hashes.binary_search(&hash);
        found.map_or(&[], |n| slice(&self.articles, &self.starts, n as u32))
    }
}

/// Where words of one article stand in another: byte range in its text of the first of their
/// sentences found there, and of those that follow on it in both. Short sentences count only
/// where there is no longer one.
pub fn place_of(passage: &str, other: ArticleText<'_>) -> Option<Range<usize>> {
    let paragraph = Paragraph {
        bytes: 0..passage.len(),
        class: Class::Text,
    };
    let wanted = WordStream::read(ArticleText {
        title: None,
        text: passage,
        paragraphs: &[paragraph],
    });
    let there = WordStream::read(other);
    let mut places: FxHashMap<u64, Range<usize>> = FxHashMap::default();
    for sentence in sentences(&there, 0..there.tokens.len()) {
        places.entry(hash(&there, &sentence)).or_insert(sentence);
    }
    let wanted_sentences = || sentences(&wanted, 0..wanted.tokens.len());
    let place = |sentence: &Range<usize>| places.get(&hash(&wanted, sentence)).cloned();
    let long = wanted_sentences().position(|s| s.len() >= MIN_WORDS && place(&s).is_some());
    let first = long.or_else(|| wanted_sentences().position(|s| place(&s).is_some()))?;
    let mut found = wanted_sentences().skip(first).map(|s| place(&s));
    let mut tokens = found.next()??;
    for next in found.map_while(|next| next) {
        if next.start != tokens.end {
            break;
        }
        tokens.end = next.end;
    }
    bytes_of(&there, tokens)
}

/// The bytes in the text of words that stand in it.
fn bytes_of(stream: &WordStream, tokens: Range<usize>) -> Option<Range<usize>> {
    let in_text = |n: &usize| stream.tokens.get(*n).is_some_and(|t| t.paragraph.is_some());
    let first = tokens.clone().find(in_text)?;
    let last = tokens.end.checked_sub(1)?;
    Some(stream.tokens.get(first)?.bytes.start..stream.tokens.get(last)?.bytes.end)
}

/// The sentences within `tokens`, of any length.
fn sentences(stream: &WordStream, tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    cut(stream, tokens, Strength::Sentence)
}

/// The paragraphs, and the title.
fn paragraphs(stream: &WordStream) -> impl Iterator<Item = Range<usize>> + '_ {
    cut(stream, 0..stream.tokens.len(), Strength::Paragraph)
}

fn cut(
    stream: &WordStream,
    tokens: Range<usize>,
    at: Strength,
) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = tokens.start;
    std::iter::from_fn(move || {
        if start >= tokens.end {
            return None;
        }
        let ends = |n: &usize| stream.strength(*n) >= at;
        let end = (start + 1..tokens.end).find(ends).unwrap_or(tokens.end);
        let piece = start..end;
        start = end;
        Some(piece)
    })
}

/// The long sentences of the text that do not repeat earlier ones of it.
fn own_sentences<'a>(
    stream: &'a WordStream,
    folds: &'a Folds,
) -> impl Iterator<Item = Range<usize>> + 'a {
    own_sentences_in(stream, folds, 0..stream.tokens.len())
}

fn own_sentences_in<'a>(
    stream: &'a WordStream,
    folds: &'a Folds,
    tokens: Range<usize>,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let long = sentences(stream, tokens).filter(|sentence| sentence.len() >= MIN_WORDS);
    long.filter(|sentence| {
        let first = stream.tokens.get(sentence.start);
        let place = first.and_then(|token| Some((token.paragraph?, token.bytes.start)));
        place.is_some_and(|(p, byte)| !is_folded(&folds.paragraphs, p, byte))
    })
}

/// Of the letters of words, so that white space does not count.
fn hash(stream: &WordStream, tokens: &Range<usize>) -> u64 {
    let start = stream
        .tokens
        .get(tokens.start)
        .map_or(0, |t| t.stream.start);
    let last = tokens.end.checked_sub(1).and_then(|n| stream.tokens.get(n));
    let end = last.map_or(start, |t| t.stream.end);
    xxh3_64(stream.bytes.get(start..end).unwrap_or(&[]))
}
