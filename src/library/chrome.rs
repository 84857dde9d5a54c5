//! The articles of a corpus in; their paragraphs that a source puts round everything classed as chrome, out.
//!
//! One article alone does not show it: only that the same line stands in several articles of a source
//! says so. It is therefore done when all are read, before the last snapshot is published. Only
//! touched articles are replaced, and what repeats in them is worked out anew: chrome is neither
//! folded nor a reason to fold.

use std::sync::Arc;

use super::Entry;
use super::order::PlaceOrder;
use crate::corpus::Class;
use crate::dedup;
use crate::dedup::across::chrome::{ParagraphRef, Sourced, find};

/// Classes what sites put round their articles.
pub(super) fn settle(entries: &mut [Arc<Entry>]) {
    let order = PlaceOrder::of(entries);
    for furniture in furniture(entries, &order).chunk_by(|a, b| a.article == b.article) {
        let article = furniture.first().map(|line| order.number(line.article));
        let entry = article.and_then(|article| entries.get_mut(article as usize));
        debug_assert!(entry.is_some(), "furniture of no article");
        if let Some(entry) = entry {
            class(Arc::make_mut(entry), furniture);
        }
    }
}

/// Paragraphs of furniture by the ranks of their articles: the first ones of a source are looked at.
fn furniture(entries: &[Arc<Entry>], order: &PlaceOrder) -> Vec<ParagraphRef> {
    let numbers = (0u32..).take(entries.len()).map(|rank| order.number(rank));
    let in_order = numbers.filter_map(|number| entries.get(number as usize));
    let sourced = in_order.map(|entry| Sourced {
        source: entry.article.source_str(),
        article: (&entry.article).into(),
    });
    let articles: Vec<Sourced<'_>> = sourced.collect();
    find(&articles)
}

fn class(entry: &mut Entry, furniture: &[ParagraphRef]) {
    for line in furniture {
        let paragraph = entry.article.paragraphs.get_mut(line.paragraph as usize);
        if let Some(paragraph) = paragraph {
            paragraph.class = Class::Chrome;
        }
    }
    entry.folds = dedup::fold((&entry.article).into());
}
