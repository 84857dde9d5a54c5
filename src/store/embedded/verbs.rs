//! What only the verbs of the command line ask: whole records, neighbours of every article, groups of articles that are alike.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::Snapshot;
use crate::dedup::ArticleCluster;
use crate::library::{self, ArticleKey, ArticleNo, Several};
use crate::store::{
    AlikeGroup, Ambiguity, Ambiguous, ArticleName, ArticleRecord, NameMatch, Neighbours, StoreError,
};

impl Snapshot {
    /// What an id, a key or the beginning of either stands for.
    pub(super) fn find(&self, name: &str) -> NameMatch {
        match self.library.find(name) {
            library::Lookup::One(no) => NameMatch::One(self.library.key(no)),
            library::Lookup::None => NameMatch::None,
            library::Lookup::Several(several) => NameMatch::Several(self.ambiguous(&several)),
        }
    }

    fn ambiguous(&self, several: &Several) -> Ambiguous {
        let why = match several {
            Several::OwnId(_) => Ambiguity::OwnId,
            Several::Beginning(_) => Ambiguity::Beginning,
            Several::Key(_) => Ambiguity::Key,
        };
        let articles = several.articles();
        let first = articles.iter().take(Ambiguous::MAX_NAMED);
        Ambiguous {
            why,
            count: articles.len(),
            first: first.map(|no| self.name(*no)).collect(),
        }
    }

    /// Whole articles, in the order of their keys; those that are not there are left out.
    pub(super) fn records(&self, keys: &[ArticleKey]) -> Vec<ArticleRecord> {
        let numbers = keys.iter().filter_map(|key| self.library.number(*key));
        numbers.filter_map(|no| self.record(no)).collect()
    }

    fn record(&self, no: ArticleNo) -> Option<ArticleRecord> {
        Some(ArticleRecord {
            key: self.library.key(no),
            id: self.library.id(no),
            entry: self.library.get(no)?,
        })
    }

    fn name(&self, no: ArticleNo) -> ArticleName {
        ArticleName {
            key: self.library.key(no),
            id: self.library.id(no),
        }
    }

    pub(super) fn names(&self, articles: &[ArticleNo]) -> Vec<ArticleName> {
        articles.iter().map(|no| self.name(*no)).collect()
    }

    /// For each article at these places of the order by path and record, the `n` closest, and its versions.
    pub(super) fn related_to_each(
        &self,
        places: &Range<usize>,
        n: usize,
    ) -> Result<Vec<Neighbours>, StoreError> {
        let mut out = Vec::new();
        let Some(relater) = self.library.relater(Arc::clone(&self.profiles)) else {
            return Ok(out);
        };
        let numbers = self.library.by_place(places.clone());
        relater.each_of(&numbers, n, |no, related, versions| {
            out.push(Neighbours {
                article: self.name(no),
                related: self.names(related),
                versions: self.names(versions),
            });
        })?;
        Ok(out)
    }

    /// Articles of which any two are alike, each group with the name of its story.
    pub(super) fn stories(&self, threshold: f32) -> Vec<AlikeGroup> {
        let copies = self.library.copies(threshold);
        let mut story_of: HashMap<u32, String> = HashMap::new();
        for story in copies.stories() {
            let name = self.cluster_name(story);
            let members = story.members.iter();
            story_of.extend(members.map(|member| (member.article, name.clone())));
        }
        let group = |cluster: &ArticleCluster| {
            let members = cluster.members.iter().filter_map(|member| {
                let record = self.record(ArticleNo(member.article))?;
                Some((record, member.similarity))
            });
            let first = cluster.members.first();
            AlikeGroup {
                cluster: self.cluster_name(cluster),
                story: first.and_then(|first| story_of.get(&first.article).cloned()),
                members: members.collect(),
            }
        };
        copies.groups().iter().map(group).collect()
    }

    /// 12 hex digits of a hash of the members' ids.
    fn cluster_name(&self, cluster: &ArticleCluster) -> String {
        let members = cluster.members.iter();
        let mut ids: Vec<String> = members
            .map(|member| self.library.id(ArticleNo(member.article)))
            .collect();
        ids.sort_unstable();
        let mut all = Vec::new();
        for id in ids {
            all.extend((id.len() as u64).to_le_bytes());
            all.extend(id.as_bytes());
        }
        format!("{:012x}", xxh3_64(&all) >> 16)
    }
}
