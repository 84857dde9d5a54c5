//! From articles to an index in memory, and from a query to the articles that answer it.
//!
//! tantivy does the posting lists; the analysis ([`analyzer`]), the query language ([`query`]) and
//! the highlighting ([`highlight`], [`snippet`]) are ours. No tantivy type leaves this module, and
//! documents are known outside by their number alone: texts stay in the library.
//!
//! | module | from | to |
//! |---|---|---|
//! | [`analyzer`] | a normalised word | its terms: surface and light stems |
//! | [`query`] | what was typed | words, phrases, exclusions |
//! | [`engine`] | documents, queries | numbers and scores |
//! | [`highlight`] | a query and a text | byte ranges that match |
//! | [`snippet`] | a query and a text | the passage worth showing |
//! | [`similar`] | an article's text | its telling terms, and how close another is |

pub mod analyzer;
mod collect;
pub mod engine;
pub mod highlight;
mod prefix;
pub mod query;
pub mod similar;
pub mod snippet;
mod stopwords;
mod tokens;

pub use engine::{Hit, IndexError, Searcher, Writer};
pub use highlight::Matcher;
pub use query::Query;
