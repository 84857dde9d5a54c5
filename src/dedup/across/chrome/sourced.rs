//! Articles in memory, as the search for furniture sees them.

use super::{PrintedLine, SourcedArticles, lines};
use crate::dedup::ArticleText;

/// An article in memory with the name of its source and its lines.
#[derive(Clone, Debug)]
pub struct Sourced<'a> {
    source: &'a str,
    article: ArticleText<'a>,
    lines: Vec<PrintedLine>,
}

impl<'a> Sourced<'a> {
    /// The name is empty where the source is not known.
    pub fn new(source: &'a str, article: ArticleText<'a>) -> Sourced<'a> {
        Sourced {
            source,
            article,
            lines: lines(article),
        }
    }
}

impl SourcedArticles for Vec<Sourced<'_>> {
    fn count(&self) -> u32 {
        u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    fn source(&self, article: u32) -> &str {
        self.get(article as usize).map_or("", |one| one.source)
    }

    fn lines(&self, article: u32) -> &[PrintedLine] {
        self.get(article as usize).map_or(&[], |one| &one.lines)
    }

    fn read(&self, article: u32, read: &mut dyn FnMut(ArticleText<'_>)) {
        if let Some(one) = self.get(article as usize) {
            read(one.article);
        }
    }
}
