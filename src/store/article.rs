//! One article, opened: its text with what was worked out about it, and what a query marks in it.

use std::ops::Range;
use std::sync::Arc;

use super::CardDate;
use crate::index::Forms;
use crate::library::{ArticleKey, Entry};

/// How much of an article is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    #[default]
    Whole,
    /// As much as a preview can show, so that moving in a list is as quick past a book.
    Head,
}

/// A query whose matches are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// As typed.
    pub text: String,
    /// Whether its last word may go on.
    pub typing: bool,
    pub forms: Forms,
}

/// A passage of another article, to be found in the one that is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageOf {
    pub article: ArticleKey,
    /// Where it stands in that article's text.
    pub bytes: Range<usize>,
}

/// A question for an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAsk {
    pub key: ArticleKey,
    pub marks: Marks,
    pub extent: Extent,
    pub passage: Option<PassageOf>,
}

/// An article as it is read.
#[derive(Clone, Debug)]
pub struct Opened {
    pub key: ArticleKey,
    /// The id that people and scripts use.
    pub id: String,
    pub entry: Arc<Entry>,
    pub extent: Extent,
    /// Byte ranges of the text that answer the query, in order.
    pub hits: Vec<Range<usize>>,
    /// The same of the title.
    pub title_hits: Vec<Range<usize>>,
    /// Versions of its story, itself among them; 0 where it is the only one, or copies are not known.
    pub versions: usize,
    /// Other sources that have the story, each once, as many as a line may have room for.
    pub outlets: Vec<String>,
    /// How many these are in all.
    pub all_outlets: usize,
    /// Paragraphs that stand in other stories too; empty for a preview.
    pub also: Arc<Vec<Also>>,
    /// First byte of the passage that was asked for.
    pub passage: Option<usize>,
}

/// Paragraphs that stand in other stories too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Index of the last of the paragraphs.
    pub paragraph: usize,
    pub paragraphs: usize,
    /// Source and date of the first of the other articles, as many as a line may have room for.
    pub articles: Vec<(String, CardDate)>,
    /// How many other articles there are in all.
    pub all_articles: usize,
}
