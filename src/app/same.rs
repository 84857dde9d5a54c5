//! From an article and what is known of copies to where the same stands elsewhere: its versions,
//! and the passages it shares.
//!
//! It is worked out once for the article being read ([`App::same`]) and kept until another is read
//! or the copies are found anew. A preview has none: moving in the list stays as quick.

use std::collections::HashSet;
use std::sync::Arc;

use super::App;
use super::notes::{self, Also};
use super::strings::counted;
use crate::dedup::{Copies, Passage};
use crate::library::{ArticleNo, Library};

/// Where what an article says stands elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Same {
    /// The article it is about; `None` before any is read.
    pub no: Option<ArticleNo>,
    /// All versions of its story, itself among them, the first version first; empty where it is the only one.
    pub versions: Vec<ArticleNo>,
    /// Passages that stand in other articles too, in order.
    pub passages: Vec<Passage>,
    /// What the reading view says of them.
    pub also: Arc<Vec<Also>>,
}

impl Same {
    /// What `copies` knows of an article.
    pub fn of(library: &Library, copies: &Copies, no: ArticleNo) -> Same {
        let members = copies.cluster_of(no.0).map(|cluster| &cluster.members);
        let versions = members.into_iter().flatten();
        let mut same = Same {
            no: Some(no),
            versions: versions.map(|member| ArticleNo(member.article)).collect(),
            passages: library.passages(copies, no),
            also: Arc::default(),
        };
        same.also = Arc::new(notes::also(&same));
        same
    }
}

/// More names than a line has room for.
const MOST_OUTLETS: usize = 12;

impl App {
    /// How many versions of an article's story the corpus holds, itself among them; 0 where it is
    /// the only one, or while copies are looked for.
    pub fn version_count(&self, no: ArticleNo) -> usize {
        let cluster = self.copies.as_ref().and_then(|c| c.cluster_of(no.0));
        cluster.map_or(0, |cluster| cluster.members.len())
    }

    /// Who else has the story, each once, as many as a line may have room for; and how many they are.
    pub fn other_outlets(&self, no: ArticleNo) -> (Vec<String>, usize) {
        let cluster = self.copies.as_ref().and_then(|c| c.cluster_of(no.0));
        let members = cluster.into_iter().flat_map(|cluster| &cluster.members);
        let entries = members.filter_map(|member| self.library.get(ArticleNo(member.article)));
        let own = self.library.get(no).map_or("", |e| e.article.source_str());
        let mut known = HashSet::from(["", own]);
        let mut names: Vec<String> = Vec::new();
        for name in entries.map(|entry| entry.article.source_str()) {
            if known.insert(name) && names.len() < MOST_OUTLETS {
                names.push(name.to_owned());
            }
        }
        let itself = if own.is_empty() { 1 } else { 2 };
        (names, known.len() - itself)
    }

    /// `≡ 4 versions`; empty where it is the only one, or while copies are looked for.
    pub fn versions(&self, no: ArticleNo) -> String {
        match self.version_count(no) {
            0 => String::new(),
            n => format!("≡ {}", counted(n, "version", "versions")),
        }
    }
}
