//! The articles of a corpus in; their paragraphs that a source puts round everything classed as chrome, out.
//!
//! One article alone does not show it: only that the same line stands in several articles of a source
//! says so. It is therefore done when all are read, before the last snapshot is published. Articles
//! stay as they are in their shards; what repeats in those touched is worked out anew: chrome is neither
//! folded nor a reason to fold.

use std::cell::Cell;

use super::order::PlaceOrder;
use super::refolded::{Refolded, RefoldedArticles};
use super::settled::{Settled, SettledBefore};
use super::shards::Shards;
use super::{ArticleNo, Entry};
use crate::dedup::ArticleText;
use crate::dedup::across::chrome::{
    ArticleMarks, EarlierFurniture, GoneArticle, PrintedLine, SourcedArticles, find, update,
};
use crate::index::IndexError;

/// Finds what sites put round their articles; an error where some could not be read.
pub(super) fn settle(shards: &Shards, order: &PlaceOrder) -> Result<Settled, IndexError> {
    let articles = InOrder::new(shards, order);
    let found = find(&articles);
    let by_article = found.paragraphs.chunk_by(|a, b| a.article == b.article);
    let refolded = by_article.filter_map(|furniture| {
        let rank = furniture.first()?.article;
        let furniture = furniture.iter().map(|line| line.paragraph).collect();
        let refolded = articles.refolded(rank, furniture)?;
        Some((articles.number(rank).0, refolded))
    });
    let mut settled = Settled {
        refolded: RefoldedArticles::new(refolded),
        marks: vec![ArticleMarks::default(); shards.len()],
    };
    for (rank, marks) in (0..).zip(found.marks) {
        settled.set_marks(articles.number(rank), marks);
    }
    articles.check()?;
    Ok(settled)
}

/// The same where all but few of the articles are those of an earlier run: at the cost of the change.
pub(super) fn settle_again(
    shards: &Shards,
    order: &PlaceOrder,
    before: SettledBefore,
) -> Result<Settled, IndexError> {
    let articles = InOrder::new(shards, order);
    let SettledBefore { settled, gone } = before;
    let earlier = EarlierInOrder {
        order,
        settled: &settled,
        gone: &gone,
    };
    let changes = update(&articles, &earlier);
    let mut settled = settled;
    settled.marks.resize(shards.len(), ArticleMarks::default());
    for changed in changes {
        let number = articles.number(changed.article);
        if settled.refolded.furniture(number.0) != changed.furniture {
            let refolded = if changed.furniture.is_empty() {
                None
            } else {
                articles.refolded(changed.article, changed.furniture)
            };
            settled.refolded.set(number.0, refolded);
        }
        settled.set_marks(number, changed.marks);
    }
    articles.check()?;
    Ok(settled)
}

impl Settled {
    fn set_marks(&mut self, no: ArticleNo, marks: ArticleMarks) {
        if let Some(slot) = self.marks.get_mut(no.index()) {
            *slot = marks;
        }
    }
}

/// What was settled before, by rank.
struct EarlierInOrder<'a> {
    order: &'a PlaceOrder,
    settled: &'a Settled,
    gone: &'a [GoneArticle],
}

impl EarlierFurniture for EarlierInOrder<'_> {
    fn marks(&self, article: u32) -> Option<&ArticleMarks> {
        self.settled.marks.get(self.order.number(article) as usize)
    }

    fn furniture(&self, article: u32) -> &[u32] {
        self.settled.refolded.furniture(self.order.number(article))
    }

    fn gone(&self) -> &[GoneArticle] {
        self.gone
    }
}

/// The articles by rank: the first ones of a source are looked at.
struct InOrder<'a> {
    shards: &'a Shards,
    order: &'a PlaceOrder,
    /// Whether an article could not be read: what is found without it is not true.
    unreadable: Cell<bool>,
}

impl<'a> InOrder<'a> {
    fn new(shards: &'a Shards, order: &'a PlaceOrder) -> InOrder<'a> {
        InOrder {
            shards,
            order,
            unreadable: Cell::new(false),
        }
    }

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

    /// An article with that furniture.
    fn refolded(&self, rank: u32, furniture: Vec<u32>) -> Option<Refolded> {
        Some(Refolded::new(self.entry(rank)?, furniture))
    }

    fn check(&self) -> Result<(), IndexError> {
        let torn = self.shards.each().any(|(_, shard)| shard.lines_are_torn());
        if torn || self.unreadable.get() {
            return Err(IndexError::Unreadable);
        }
        Ok(())
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
