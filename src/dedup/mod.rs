//! Articles in; repeated text out: within one article, across a corpus, and between two versions of a story.
//!
//! | module | from | to |
//! |---|---|---|
//! | [`within`] | an article | folds: what already stood word for word; near repeats, with what changed |
//! | [`across`] | a corpus | clusters of near-duplicate articles; passages that stand in several; site chrome |
//! | [`mod@compare`] | two articles | their paragraphs side by side, words that only one of them has |
//!
//! All three read the same words: `word_stream` lays an article out as one run of bytes without
//! white space, `border` says where sentences may begin and end in it, `punctuation` what stands
//! round a word, `spelling_variants` makes two spellings of one word equal, and `diff` says what
//! changed between two runs of words.

pub mod across;
mod border;
pub mod compare;
mod diff;
mod packed_folds;
mod punctuation;
mod spelling_variants;
pub mod within;
mod word_stream;

use std::ops::Range;

use crate::corpus::article::Paragraph;
use crate::corpus::{Article, Origin};

pub use across::{ArticleCluster, ClusterMember, Copies, DatedArticle, DatedArticles, Passage};
pub use compare::{Comparison, Version, compare};
pub use diff::{Change, Edit};
pub use packed_folds::FoldCounts;
pub use within::{Fold, Folds, NearRepeat, RepeatOrigin, fold};

/// The title and the classed paragraphs of an article, as everything in this module reads them.
#[derive(Clone, Copy, Debug)]
pub struct ArticleText<'a> {
    /// The title, where it is a field of the record and no part of the text.
    pub title: Option<&'a str>,
    pub text: &'a str,
    /// The paragraphs of `text`, in order.
    pub paragraphs: &'a [Paragraph],
}

impl ArticleText<'_> {
    /// Whether some bytes of the text lie in furniture alone.
    fn is_furniture(&self, bytes: &Range<usize>) -> bool {
        let first = self
            .paragraphs
            .partition_point(|p| p.bytes.end <= bytes.start);
        let mut under = self.paragraphs.iter().skip(first);
        under
            .by_ref()
            .take_while(|p| p.bytes.start < bytes.end)
            .all(|p| p.class.is_furniture())
    }
}

impl<'a> From<&'a Article> for ArticleText<'a> {
    fn from(article: &'a Article) -> Self {
        let title = article.title.as_ref();
        ArticleText {
            title: title
                .filter(|title| title.from == Origin::Field)
                .map(|title| title.value.as_str()),
            text: &article.text,
            paragraphs: &article.paragraphs,
        }
    }
}
