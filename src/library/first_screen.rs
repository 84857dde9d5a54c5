//! What the first screen of a corpus shows: its newest articles, and how many there are of what.
//!
//! A kept corpus has it in a small file of its own, so that there is something to read before
//! articles and index are opened.

use super::facets::Facets;
use super::search::Request;
use super::{ArticleNo, ArticleRow, Library, Summary};
use crate::corpus::Stop;
use crate::index::IndexError;

/// Articles of it: more than any screen has rows.
const MAX_ROWS: usize = 160;

/// The newest articles of a corpus, with its totals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstScreen {
    pub articles: usize,
    pub summary: Summary,
    /// Errors, guesses, notes.
    pub problem_counts: [usize; 3],
    pub facets: Facets,
    /// In the order of [`super::Sort::Date`].
    pub rows: Vec<ArticleRow>,
}

impl Library {
    /// What the first screen of it shows.
    pub fn first_screen(&self) -> Result<FirstScreen, IndexError> {
        let mut all = self.search_ranked(&Request::default(), &Stop::default())?;
        let newest = all.answers.at(0..MAX_ROWS).iter();
        let rows = newest.filter_map(|hit| {
            let no = ArticleNo(hit.doc);
            Some(ArticleRow::of(self.key(no), &self.card_fields(no)?))
        });
        Ok(FirstScreen {
            articles: self.len(),
            summary: self.summary(),
            problem_counts: self.problem_counts,
            rows: rows.collect(),
            facets: all.found.facets,
        })
    }
}
