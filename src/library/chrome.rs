//! The articles of a corpus in; their paragraphs that a source puts round everything classed as chrome, out.
//!
//! One article alone does not show it: only that the same line stands in several articles of a source
//! says so. It is therefore done when all are read, before the last snapshot is published. Articles
//! stay as they are in their shards; what repeats in those touched is worked out anew: chrome is neither
//! folded nor a reason to fold.

use std::cell::Cell;

use rustc_hash::FxHashMap;

use super::order::PlaceOrder;
use super::refolded::{Refolded, RefoldedArticles};
use super::shards::Shards;
use super::{ArticleNo, Entry};
use crate::dedup::ArticleText;
use crate::dedup::across::chrome::{ParagraphRef, PrintedLine, SourcedArticles, find};
use crate::index::IndexError;

/// Finds what sites put round their articles; an error where some could not be read.
pub(super) fn settle(shards: &Shards) -> Result<RefoldedArticles, IndexError> {
    let order = PlaceOrder::of(shards);
    let articles = InOrder {
        shards,
        order: &order,
        unreadable: Cell::new(false),
    };
    let found = find(&articles);
    let by_article = found.chunk_by(|a, b| a.article == b.article);
    let refolded = by_article.filter_map(|furniture| articles.refolded(furniture));
    let refolded = refolded.collect::<FxHashMap<u32, Refolded>>();
    let torn = shards.each().any(|(_, shard)| shard.lines.are_torn());
    if torn || articles.unreadable.get() {
        return Err(IndexError::Unreadable);
    }
    Ok(RefoldedArticles::new(refolded))
}

/// The articles by rank: the first ones of a source are looked at.
struct InOrder<'a> {
    shards: &'a Shards,
    order: &'a PlaceOrder,
    /// Whether an article could not be read: what is found without it is not true.
    unreadable: Cell<bool>,
}

impl InOrder<'_> {
    fn number(&self, rank: u32) -> ArticleNo {
        ArticleNo(self.order.number(rank))
    }

    fn entry(&self, rank: u32) -> Option<Entry> {
        let at = self.shards.at(self.number(rank))?;
        let entry = at.records().get(at.place);
        self.unreadable
            .set(self.unreadable.get() || entry.is_none());
        entry
    }

    /// One article by its furniture.
    fn refolded(&self, furniture: &[ParagraphRef]) -> Option<(u32, Refolded)> {
        let rank = furniture.first()?.article;
        let entry = self.entry(rank)?;
        let furniture = furniture.iter().map(|line| line.paragraph).collect();
        Some((self.number(rank).0, Refolded::new(entry, furniture)))
    }
}

impl SourcedArticles for InOrder<'_> {
    fn count(&self) -> u32 {
        u32::try_from(self.shards.len()).unwrap_or(u32::MAX)
    }

    fn source(&self, article: u32) -> &str {
        let at = self.shards.at(self.number(article));
        at.map_or("", |at| at.source())
    }

    fn lines(&self, article: u32) -> &[PrintedLine] {
        let at = self.shards.at(self.number(article));
        at.map_or(&[], |at| at.lines())
    }

    fn read(&self, article: u32, read: &mut dyn FnMut(ArticleText<'_>)) {
        if let Some(entry) = self.entry(article) {
            read((&entry.article).into());
        }
    }
}
