//! A corpus in, what stands in more than one of its articles out: near-duplicate articles, shared
//! passages, and the lines a site puts round everything.
//!
//! | module | from | to |
//! |---|---|---|
//! | `shingles` | a text | hashes of its 5-word shingles, all or a sample |
//! | `pairs` | articles | those that are alike, two by two, verified by all shingles |
//! | `stories` | pairs | stories, for readers: an article is in one at most |
//! | `groups` | pairs | groups, for scripts: any two articles of one are alike |
//! | `passages` | articles | sentences that stand in several, and where |
//! | [`chrome`] | articles by source | paragraphs that are the site's and not the article's |
//!
//! Articles are alike by the words of their whole text, furniture included, without a title that
//! is a field of its own: that is what anyone can count again, and any other choice finds other pairs. On
//! 5,000 articles of three corpora, leaving out furniture loses up to 60 % of the pairs (articles
//! of which a scraper kept a disclaimer and nothing else), counting the title up to 64 %. Such
//! empty articles are in [`Copies::groups`], but make no story.
//!
//! A [`ArticleCluster`] is either: a story ([`Copies::stories`]) or a group ([`Copies::groups`]).
//!
//! Invariants: no pair is given that was not counted; the same articles give the same stories and
//! groups, in whatever order they come (but for the pairs missed in stories published over a hundred
//! times, see `pairs`); time is linear in the text, whatever it says, and memory a fraction of it.

pub mod chrome;
mod columns;
mod groups;
mod pairs;
mod passages;
mod shingles;
mod stories;

#[cfg(test)]
mod tests;

use std::ops::Range;

use rustc_hash::FxHashMap;

use passages::Sentences;

use super::{ArticleText, Folds};

pub use columns::{ClusterColumns, CopiesColumns};
pub use passages::place_of;
pub(crate) use shingles::{SHINGLE_WORDS, run_hash, sample_rate};

/// Jaccard similarity of their 5-word shingles from which on articles count as alike.
pub const THRESHOLD: f32 = 0.5;

/// An article as the search for copies sees it.
#[derive(Clone, Copy, Debug)]
pub struct DatedArticle<'a> {
    pub article: ArticleText<'a>,
    /// What repeats within it.
    pub folds: &'a Folds,
    /// Days since some epoch, where it is known: the earliest of a cluster is taken for the original.
    pub day: Option<i32>,
}

/// The articles of a corpus by their places, as the search for copies sees them: it reads each a
/// few times, so none has to stay in memory.
pub trait DatedArticles {
    /// The number of articles.
    fn count(&self) -> u32;
    /// Days since some epoch, where an article's date is known.
    fn day(&self, article: u32) -> Option<i32>;
    /// Reads an article; not called where it is gone.
    fn read(&self, article: u32, read: &mut dyn FnMut(&DatedArticle<'_>));
}

impl DatedArticles for Vec<DatedArticle<'_>> {
    fn count(&self) -> u32 {
        u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    fn day(&self, article: u32) -> Option<i32> {
        self.get(article as usize)?.day
    }

    fn read(&self, article: u32, read: &mut dyn FnMut(&DatedArticle<'_>)) {
        if let Some(article) = self.get(article as usize) {
            read(article);
        }
    }
}

/// Near-duplicate articles: a story, or a group within one.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleCluster {
    /// At least two, the original first, then as they are dated, undated ones last.
    pub members: Vec<ClusterMember>,
}

/// An article of a cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClusterMember {
    /// Its place in the corpus.
    pub article: u32,
    /// Jaccard similarity of its 5-word shingles with those of the cluster's first member, 0 to 1.
    pub similarity: f32,
}

/// A passage that stands in other articles too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index of the paragraph of the article it was asked of.
    pub paragraph: usize,
    /// Where it stands in that article's text.
    pub bytes: Range<usize>,
    /// The other articles, in the order in which the corpus was read.
    pub articles: Vec<u32>,
}

/// What stands in more than one article.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    clusters: Vec<ArticleCluster>,
    groups: Vec<ArticleCluster>,
    /// Which of `clusters` an article is in.
    of: FxHashMap<u32, u32>,
    sentences: Sentences,
    /// The number of each article by its place, where it is another.
    numbers: Vec<u32>,
    /// The reverse.
    places: FxHashMap<u32, u32>,
}

impl Copies {
    /// Reads the whole corpus; articles are known by their place in `docs`.
    pub fn find(docs: &dyn DatedArticles, threshold: f32) -> Copies {
        let (clusters, groups) = stories::arrange(docs, &pairs::find(docs, threshold), threshold);
        let numbered = (0u32..).zip(&clusters);
        let of = numbered.flat_map(|(n, c)| c.members.iter().map(move |m| (m.article, n)));
        Copies {
            of: of.collect(),
            clusters,
            groups,
            sentences: Sentences::read(docs),
            ..Copies::default()
        }
    }

    /// The same where articles are known by these numbers, given by their places; orders stay.
    pub fn numbered(mut self, numbers: Vec<u32>) -> Copies {
        if numbers
            .iter()
            .zip(0..)
            .all(|(number, place)| *number == place)
        {
            return self;
        }
        let number = |place: u32| numbers.get(place as usize).copied().unwrap_or(place);
        for cluster in self.clusters.iter_mut().chain(&mut self.groups) {
            for member in &mut cluster.members {
                member.article = number(member.article);
            }
        }
        let of = self.of.into_iter();
        self.of = of.map(|(place, story)| (number(place), story)).collect();
        self.places = numbers.iter().copied().zip(0..).collect();
        self.numbers = numbers;
        self
    }

    /// The stories: an article is in one at most. In the order of their first members' places.
    pub fn stories(&self) -> &[ArticleCluster] {
        &self.clusters
    }

    /// The articles of stories in groups of which any two members are as alike as was asked: an article
    /// may be in several, and any two articles that are alike are together in one. In the order of
    /// their members' places. A story published more than 200 times is cut: there too any two members
    /// of a group are alike, but two versions of it that are alike may be in different groups.
    pub fn groups(&self) -> &[ArticleCluster] {
        &self.groups
    }

    /// The story an article belongs to.
    pub fn story_of(&self, article: u32) -> Option<&ArticleCluster> {
        self.clusters.get(*self.of.get(&article)? as usize)
    }

    /// The passages of an article that stand in others too; `doc` is that article.
    pub fn passages(&self, article: u32, doc: &DatedArticle<'_>) -> Vec<Passage> {
        let place = self.places.get(&article).copied().unwrap_or(article);
        let mut passages = self.sentences.passages(place, doc);
        for article in passages.iter_mut().flat_map(|p| &mut p.articles) {
            let number = self.numbers.get(*article as usize);
            *article = number.copied().unwrap_or(*article);
        }
        passages
    }
}
