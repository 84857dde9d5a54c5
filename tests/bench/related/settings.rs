//! What more-like-this can be told, and the queries that come of it: its defaults, and all settings
//! that the bench tries, so that it is beaten at its best.

use tantivy::query::MoreLikeThisQuery;
use tantivy::schema::{Field, OwnedValue};

/// How more-like-this picks its terms.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Settings {
    min_documents: u64,
    min_times: usize,
    terms: usize,
    /// Of two bytes a letter.
    min_bytes: usize,
}

/// Those of tantivy.
const DEFAULT: Settings = Settings {
    min_documents: 5,
    min_times: 2,
    terms: 25,
    min_bytes: 0,
};

impl Settings {
    pub(super) fn query(self, fields: Vec<(Field, Vec<OwnedValue>)>) -> MoreLikeThisQuery {
        MoreLikeThisQuery::builder()
            .with_min_doc_frequency(self.min_documents)
            .with_min_term_frequency(self.min_times)
            .with_max_query_terms(self.terms)
            .with_min_word_length(self.min_bytes)
            .with_boost_factor(1.0)
            .with_document_fields(fields)
    }

    pub(super) fn name(self) -> String {
        let Settings {
            min_documents,
            min_times,
            terms,
            min_bytes,
        } = self;
        format!(
            "in {min_documents} articles and {min_times} times here at least, {terms} terms of {min_bytes} bytes and more"
        )
    }
}

/// All that are tried.
pub(super) fn settings() -> Vec<Settings> {
    let mut all = vec![DEFAULT];
    for min_documents in [2, 5] {
        for min_times in [1, 2] {
            for terms in [15, 25, 50, 100] {
                for min_bytes in [0, 6, 8] {
                    all.push(Settings {
                        min_documents,
                        min_times,
                        terms,
                        min_bytes,
                    });
                }
            }
        }
    }
    all
}
