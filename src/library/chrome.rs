//! The articles of a corpus in; their paragraphs that a source puts round everything classed as chrome, out.
//!
//! One article alone cannot tell: only that the same line stands in several articles of a source
//! says so. It is therefore done when all are read, before the last snapshot is published. Only
//! touched articles are replaced, and what repeats in them is worked out anew: chrome is neither
//! folded nor a reason to fold.

use std::sync::Arc;

use super::Entry;
use crate::corpus::Class;
use crate::dedup;
use crate::dedup::across::chrome::{ParagraphRef, Sourced, find};

/// Classes what sites put round their articles.
pub(super) fn settle(entries: &mut [Arc<Entry>]) {
    for furniture in furniture(entries).chunk_by(|a, b| a.article == b.article) {
        let article = furniture.first().map_or(0, |line| line.article as usize);
        if let Some(entry) = entries.get_mut(article) {
            class(Arc::make_mut(entry), furniture);
        }
    }
}

fn furniture(entries: &[Arc<Entry>]) -> Vec<ParagraphRef> {
    let sourced = entries.iter().map(|entry| Sourced {
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
