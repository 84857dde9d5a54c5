//! What stands in more than one article as columns of numbers, and back: so it can be kept between runs.

use rustc_hash::FxHashMap;

use super::passages::Sentences;
use super::{ArticleCluster, ClusterMember, Copies};

/// [`Copies`] as columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopiesColumns {
    pub stories: ClusterColumns,
    pub groups: ClusterColumns,
    /// Hashes of the sentences that several articles have, sorted.
    pub sentence_hashes: Vec<u64>,
    /// Where each sentence begins in `sentence_articles`, and the end.
    pub sentence_starts: Vec<u32>,
    pub sentence_articles: Vec<u32>,
    /// The number of each article by its place, where it is another.
    pub numbers: Vec<u32>,
}

/// Clusters one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClusterColumns {
    /// One past the last member of each cluster.
    pub ends: Vec<u32>,
    pub articles: Vec<u32>,
    pub similarities: Vec<f32>,
}

impl ClusterColumns {
    fn of(clusters: &[ArticleCluster]) -> ClusterColumns {
        let mut columns = ClusterColumns::default();
        for cluster in clusters {
            for member in &cluster.members {
                columns.articles.push(member.article);
                columns.similarities.push(member.similarity);
            }
            columns.ends.push(columns.articles.len() as u32);
        }
        columns
    }

    /// `None` where the columns contradict each other, or name an article beyond `count`.
    fn clusters(&self, count: u32) -> Option<Vec<ArticleCluster>> {
        let mut start = 0;
        let mut clusters = Vec::new();
        for end in &self.ends {
            let members = start..*end as usize;
            let articles = self.articles.get(members.clone())?.iter();
            let similarities = self.similarities.get(members.clone())?;
            let members = articles
                .zip(similarities)
                .map(|(article, similarity)| ClusterMember {
                    article: *article,
                    similarity: *similarity,
                });
            let members: Vec<ClusterMember> = members.collect();
            if members.is_empty() || members.iter().any(|member| member.article >= count) {
                return None;
            }
            clusters.push(ArticleCluster { members });
            start = *end as usize;
        }
        (start == self.articles.len()).then_some(clusters)
    }
}

impl Copies {
    /// All of it as columns.
    pub fn columns(&self) -> CopiesColumns {
        CopiesColumns {
            stories: ClusterColumns::of(&self.clusters),
            groups: ClusterColumns::of(&self.groups),
            sentence_hashes: self.sentences.hashes.clone(),
            sentence_starts: self.sentences.starts.clone(),
            sentence_articles: self.sentences.articles.clone(),
            numbers: self.numbers.clone(),
        }
    }

    /// From columns, in a corpus of `count` articles; `None` where they contradict each other.
    pub fn of_columns(columns: CopiesColumns, count: u32) -> Option<Copies> {
        let clusters = columns.stories.clusters(count)?;
        let groups = columns.groups.clusters(count)?;
        let starts = &columns.sentence_starts;
        let within = |articles: &[u32]| articles.iter().all(|article| *article < count);
        if starts.len() != columns.sentence_hashes.len() + 1
            || !starts.is_sorted()
            || starts.last().map(|end| *end as usize) != Some(columns.sentence_articles.len())
            || !within(&columns.sentence_articles)
            || !within(&columns.numbers)
        {
            return None;
        }
        let numbered = (0u32..).zip(&clusters);
        let of = numbered.flat_map(|(n, c)| c.members.iter().map(move |m| (m.article, n)));
        let of: FxHashMap<u32, u32> = of.collect();
        Some(Copies {
            of,
            places: columns.numbers.iter().copied().zip(0..).collect(),
            clusters,
            groups,
            sentences: Sentences {
                hashes: columns.sentence_hashes,
                articles: columns.sentence_articles,
                starts: columns.sentence_starts,
            },
            numbers: columns.numbers,
        })
    }
}
