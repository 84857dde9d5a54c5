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
//!
//! Of a corpus that has changed little, only lines are judged again for which something has changed: [`update()`].
//! What is needed for that beside the furniture found before are the [`ArticleMarks`].

mod judge;
mod line_context;
mod line_kind;
mod marks;
mod source_lines;
mod sourced;
mod update;

#[cfg(test)]
mod tests;

use xxhash_rust::xxh3::xxh3_64;

use judge::{Judge, MAX_BYTES};
use source_lines::SourceLines;

pub use marks::{ArticleMarks, MarkedLine};
pub use sourced::Sourced;
pub use update::{ArticleFurniture, EarlierFurniture, GoneArticle, update};

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
/// Mean bytes of a word with the blank after it, for paragraphs that are not normalised.
const BYTES_PER_WORD: usize = 11;

/// The furniture of a corpus, and what a later search needs to know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundFurniture {
    /// Sorted.
    pub paragraphs: Vec<ParagraphRef>,
    /// By article.
    pub marks: Vec<ArticleMarks>,
}

/// Finds the furniture among the paragraphs of class text.
pub fn find(articles: &dyn SourcedArticles) -> FoundFurniture {
    let lines = SourceLines::read(articles);
    let judge = Judge {
        articles,
        marks: &|article| lines.marks.get(article as usize),
        sizes: &lines.sizes,
    };
    let furniture = judge.furniture(lines.repeated().collect());
    let mut paragraphs: Vec<ParagraphRef> = furniture.flatten().map(|line| line.at).collect();
    paragraphs.sort_unstable();
    FoundFurniture {
        paragraphs,
        marks: lines.marks,
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
