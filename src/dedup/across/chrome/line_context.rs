//! An article in, the context of its repeated lines out: at an end or amid its own words.
//!
//! An article is read once, whatever number of lines is asked about: [`OwnContent`] keeps where its own
//! paragraphs begin and end, and of its words the hashes.

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use super::paragraphs;
use crate::dedup::ArticleText;
use crate::text::normalize::{WordKind, words};

/// Where a line stands in one article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LineContext {
    /// Nothing but furniture and repeated paragraphs is above it.
    pub(super) head: bool,
    /// Nothing but such is below it.
    pub(super) tail: bool,
    /// Share of its content words that the rest of the article has.
    pub(super) topical: f32,
}

#[cfg(test)]
thread_local! {
    /// How many articles were read, for the test that each is once.
    pub(super) static READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The paragraphs of an article that no other article of its source has.
#[derive(Debug, Default)]
pub(super) struct OwnContent {
    /// Its first and its last paragraph of that kind.
    ends: Option<(u32, u32)>,
    /// Hashes of the content words, those of the title too.
    words: FxHashSet<u64>,
}

impl OwnContent {
    /// Reads an article; `is_repeated` holds for the index of a paragraph that stands in others, too.
    pub(super) fn read(article: ArticleText<'_>, is_repeated: impl Fn(u32) -> bool) -> OwnContent {
        #[cfg(test)]
        READ.with(|read| read.set(read.get() + 1));
        let mut own = OwnContent::default();
        content_words(article.title.unwrap_or(""), |word| {
            own.words.insert(word);
        });
        for (paragraph, text) in (0u32..).zip(paragraphs(article)) {
            let Some(text) = text.filter(|_| !is_repeated(paragraph)) else {
                continue;
            };
            let first = own.ends.map_or(paragraph, |(first, _)| first);
            own.ends = Some((first, paragraph));
            content_words(text, |word| {
                own.words.insert(word);
            });
        }
        own
    }

    /// The context of one of the repeated paragraphs, whose words are `text`.
    pub(super) fn see(&self, paragraph: u32, text: &str) -> LineContext {
        let mut all: FxHashSet<u64> = FxHashSet::default();
        content_words(text, |word| {
            all.insert(word);
        });
        let found = all.iter().filter(|word| self.words.contains(word)).count();
        LineContext {
            head: self.ends.is_none_or(|(first, _)| first > paragraph),
            tail: self.ends.is_none_or(|(_, last)| last < paragraph),
            topical: found as f32 / all.len().max(1) as f32,
        }
    }
}

/// Calls `f` with hashes of the content words of a text: three letters or more without the article, cut
/// after five so that most forms of a word are one.
fn content_words(text: &str, mut f: impl FnMut(u64)) {
    const ARTICLES: [&str; 5] = ["وال", "بال", "لل", "ال", "و"];
    words(text, |word| {
        let stem = ARTICLES
            .iter()
            .find_map(|article| word.norm.strip_prefix(article));
        let long = |stem: &&str| stem.chars().nth(2).is_some();
        let stem = stem.filter(long).unwrap_or(word.norm);
        if word.kind == WordKind::Letters && long(&stem) {
            let end = stem
                .char_indices()
                .nth(5)
                .map_or(stem.len(), |(end, _)| end);
            f(xxh3_64(stem.get(..end).unwrap_or(stem).as_bytes()));
        }
    });
}
