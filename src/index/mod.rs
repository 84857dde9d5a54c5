//! From articles to an index in memory, and from a query to the articles that answer it.
//!
//! tantivy keeps one posting list for each *spelling*; nothing is stemmed while indexing. All
//! spellings of the corpus stand in a [`Lexicon`] that knows which are forms of one word, so that a
//! word of a query is turned into the spellings that answer it when it is asked, with the whole
//! corpus as evidence. Counts of forms, exact search and highlights come from that same list, and so
//! they never disagree. No tantivy type leaves this module, and documents are known outside by
//! their number alone: texts stay in the library.
//!
//! | module | from | to |
//! |---|---|---|
//! | [`engine`] | documents | a searchable view of them |
//! | [`lexicon`] | a word | the spellings that answer it, the closest first |
//! | [`search`] | a query | documents with scores |
//! | [`forms`] | a query | which spellings answer it, and in how many documents |
//! | [`highlight`] | a query and a text | byte ranges that match |
//! | [`snippet`] | matches and a text | the passage worth showing |
//! | [`similar`] | an article's text | its distinctive terms, and how close another is |

mod doc_list;
mod doc_set;
pub mod engine;
mod error;
pub mod forms;
mod glance;
pub mod highlight;
pub mod lexicon;
mod placed_segment;
pub mod search;
mod segment;
mod segment_files;
pub mod similar;
pub mod snippet;
mod struck;
mod terms;
mod tokenizer;

pub use engine::{Analysis, Assembly, GoneDocument, KeptSegment, Searcher, SegmentBuilder, Writer};
pub use error::IndexError;
pub use forms::{FormCount, WordForms};
pub use highlight::Matcher;
pub use lexicon::{Lexicon, OneQuestion};
pub use search::{Forms, Hit, Partly};
pub use segment::Segment;
pub use struck::StruckPlaces;

use crate::corpus::Stop;
use crate::query::Query;

/// What a query found, and what it looked for.
#[derive(Clone, Debug, Default)]
pub struct IndexAnswer {
    /// Documents with some of the words, in no order.
    pub hits: Vec<Hit>,
    pub matcher: Matcher,
    /// The spellings that answer each word of the query.
    pub words: Vec<WordForms>,
}

impl Searcher {
    /// What a query marks in texts.
    pub fn matcher(&self, query: &Query, forms: Forms) -> Matcher {
        Matcher::new(&self.lexicon, &self.plan(query, forms))
    }

    /// Answers a query with the documents that `keep` lets pass; gives up once `stop` is set.
    pub fn search(
        &self,
        query: &Query,
        forms: Forms,
        keep: &dyn Fn(u32) -> bool,
        stop: &Stop,
    ) -> Result<IndexAnswer, IndexError> {
        self.search_partly(query, forms, keep, None, stop)
    }

    /// The same; of the documents with only some of the words of several only those asked for, if any are.
    pub fn search_partly(
        &self,
        query: &Query,
        forms: Forms,
        keep: &dyn Fn(u32) -> bool,
        partly: Option<&Partly<'_>>,
        stop: &Stop,
    ) -> Result<IndexAnswer, IndexError> {
        let plan = self.plan(query, forms);
        let mut space = self.memory.workspace(self.len(), stop);
        let hits = self.run(&plan, keep, partly, &mut space)?;
        if stop.is_set() {
            return Err(IndexError::Stopped);
        }
        let listed = |doc: u32| partly.is_none_or(|partly| (partly.passes)(doc));
        let words = self.word_forms(&plan, &hits, &listed, &mut space)?;
        self.memory.put_back(space, self.len());
        Ok(IndexAnswer {
            matcher: Matcher::new(&self.lexicon, &plan),
            words,
            hits,
        })
    }
}

#[cfg(test)]
mod tests;
