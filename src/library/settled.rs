//! What only the whole corpus tells of its articles: which of their paragraphs are furniture, and what finding that
//! again after a change needs.

use super::refolded::RefoldedArticles;
use crate::dedup::across::chrome::{ArticleMarks, GoneArticle};

/// What is settled of articles, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled {
    pub(super) refolded: RefoldedArticles,
    pub(super) marks: Vec<ArticleMarks>,
}

/// What was settled of the first articles, when others that are gone were there.
#[derive(Debug, Default)]
pub(super) struct SettledBefore {
    pub(super) settled: Settled,
    pub(super) gone: Vec<GoneArticle>,
}

impl Settled {
    /// The same where articles have other numbers, or are gone.
    pub(super) fn renumbered(self, numbers: &[Option<u32>]) -> Settled {
        let left = numbers.iter().flatten().count();
        let mut marks = vec![ArticleMarks::default(); left];
        for (number, of) in numbers.iter().zip(self.marks) {
            if let Some(slot) = number.and_then(|number| marks.get_mut(number as usize)) {
                *slot = of;
            }
        }
        Settled {
            refolded: self.refolded.renumbered(numbers),
            marks,
        }
    }
}
