//! From articles to the ids that people and scripts use: the record's own where it is unique,
//! else a short hash of the content.
//!
//! Two records of the same content get `hash` and `hash-2`, in loading order.

use std::collections::HashMap;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::{ArticleNo, Entry};
use crate::corpus::{Article, Origin};

/// What an id, or the beginning of one, stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    One(ArticleNo),
    None,
    /// It is the beginning of more than one.
    Several,
}

/// The ids of a library's articles, both ways.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    inner: Arc<Tables>,
}

#[derive(Debug, Default)]
struct Tables {
    by_number: Vec<String>,
    by_id: HashMap<String, ArticleNo>,
}

impl Ids {
    pub(super) fn new(entries: &[Arc<Entry>]) -> Ids {
        let mut own: HashMap<&str, u32> = HashMap::new();
        for id in entries.iter().filter_map(|e| e.article.own_id.as_deref()) {
            *own.entry(id).or_default() += 1;
        }
        let mut tables = Tables::default();
        for (number, entry) in (0..).zip(entries) {
            let id = entry
                .article
                .own_id
                .as_deref()
                .filter(|id| !id.is_empty() && own.get(id) == Some(&1))
                .unwrap_or(&entry.hash);
            let id = tables.unused(id);
            tables.by_id.insert(id.clone(), ArticleNo(number));
            tables.by_number.push(id);
        }
        Ids {
            inner: Arc::new(tables),
        }
    }

    pub(super) fn id(&self, no: ArticleNo) -> &str {
        self.inner
            .by_number
            .get(no.index())
            .map_or("", String::as_str)
    }

    pub(super) fn find(&self, id: &str) -> Lookup {
        if let Some(no) = self.inner.by_id.get(id) {
            return Lookup::One(*no);
        }
        let mut begins = (0..)
            .map(ArticleNo)
            .zip(&self.inner.by_number)
            .filter(|(_, own)| !id.is_empty() && own.starts_with(id));
        match (begins.next(), begins.next()) {
            (None, _) => Lookup::None,
            (Some((no, _)), None) => Lookup::One(no),
            (Some(_), Some(_)) => Lookup::Several,
        }
    }
}

impl Tables {
    fn unused(&self, id: &str) -> String {
        if !self.by_id.contains_key(id) {
            return id.to_owned();
        }
        // One of so many names is not among fewer ids.
        (2..self.by_id.len() + 3)
            .map(|n| format!("{id}-{n}"))
            .find(|candidate| !self.by_id.contains_key(candidate))
            .unwrap_or_default()
    }
}

/// Ten hexadecimal digits of the hash of what the record holds: its title field and its text. A
/// title found in the text adds nothing, so that finding it better changes no id.
pub(super) fn content_hash(article: &Article) -> String {
    let title = article.title.as_ref().filter(|t| t.from == Origin::Field);
    let mut content = title.map_or(String::new(), |t| t.value.clone());
    content.push('\n');
    content.push_str(&article.text);
    format!("{:016x}", xxh3_64(content.as_bytes()))
        .chars()
        .take(10)
        .collect()
}
