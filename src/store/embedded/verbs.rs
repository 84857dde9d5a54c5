//! What only the verbs of the command line ask: whole records, neighbours of every article, groups of articles that are alike.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::Snapshot;
use crate::dedup::ArticleCluster;
use crate::library::{ArticleKey, ArticleNo};
use crate::store::{AlikeGroup, Name, Neighbours, Record, StoreError};

impl Snapshot {
    pub(super) fn records(&self, keys: &[ArticleKey]) -> Vec<Record> {
        let numbers = keys.iter().filter_map(|key| self.library.number(*key));
        numbers.filter_map(|no| self.record(no)).collect()
    }

    fn record(&self, no: ArticleNo) -> Option<Record> {
        Some(Record {
            key: self.library.key(no),
            id: self.library.id(no).to_owned(),
            entry: Arc::clone(self.library.get(no)?),
        })
    }

    fn name(&self, no: ArticleNo) -> Name {
        Name {
            key: self.library.key(no),
            id: self.library.id(no).to_owned(),
        }
    }

    pub(super) fn names(&self, articles: &[ArticleNo]) -> Vec<Name> {
        articles.iter().map(|no| self.name(*no)).collect()
    }

    pub(super) fn related_to_each(
        &self,
        places: &Range<usize>,
        n: usize,
    ) -> Result<Vec<Neighbours>, StoreError> {
        let mut out = Vec::new();
        let Some(relater) = self.library.relater() else {
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
        for story in copies.clusters() {
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
        let mut ids: Vec<&str> = members
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
