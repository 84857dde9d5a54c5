//! From articles to the ids that people and scripts use: the record's own where it is unique,
//! else a short hash of the content.
//!
//! Records of the same content get `hash`, `hash-2`, `hash-3` …, by path and record. Time is linear
//! in the number of articles, however many are equal.

use std::collections::HashMap;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::order::PlaceOrder;
use super::{ArticleNo, Entry, Library};
use crate::corpus::{Article, Key, Origin};

/// Fewest hexadecimal digits that are looked up as the beginning of a key: shorter ones begin too many keys.
const MIN_KEY_DIGITS: usize = 4;

/// Hexadecimal digits of a content hash: short enough to be typed, and `-2`, `-3` … keep equal ones apart.
const HASH_DIGITS: usize = 10;

/// What an id, a key, or the beginning of one, stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    One(ArticleNo),
    None,
    /// It stands for more than one.
    Several(Several),
}

/// Why one name stands for several articles; these are by path and record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Several {
    /// Records that have this id of their own: their keys differ.
    OwnId(Vec<ArticleNo>),
    /// Ids and keys that begin so: more letters decide between them.
    Beginning(Vec<ArticleNo>),
    /// The same record in several files: their ids differ.
    Key(Vec<ArticleNo>),
}

impl Several {
    /// The articles that are meant.
    pub fn articles(&self) -> &[ArticleNo] {
        let (Several::OwnId(articles) | Several::Beginning(articles) | Several::Key(articles)) =
            self;
        articles
    }
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
    /// The number that is tried next after a hash that is taken.
    next: HashMap<String, usize>,
    /// Names that were looked up: what making the ids costs.
    #[cfg(test)]
    looked_up: usize,
}

/// Of what the id of an article is made.
#[derive(Clone, Copy)]
struct Named<'a> {
    number: u32,
    own: Option<&'a str>,
    hash: &'a str,
}

impl Ids {
    pub(super) fn new(entries: &[Arc<Entry>], order: &PlaceOrder) -> Ids {
        let numbers = (0u32..).take(entries.len()).map(|rank| order.number(rank));
        let named = numbers.filter_map(|number| {
            let entry = entries.get(number as usize)?;
            Some(Named {
                number,
                own: entry.article.own_id.as_deref(),
                hash: &entry.hash,
            })
        });
        Ids {
            inner: Arc::new(Tables::of(&named.collect::<Vec<_>>())),
        }
    }

    pub(super) fn id(&self, no: ArticleNo) -> &str {
        let id = self.inner.by_number.get(no.index());
        debug_assert!(id.is_some(), "an article without an id");
        id.map_or("", String::as_str)
    }

    fn exact(&self, id: &str) -> Option<ArticleNo> {
        self.inner.by_id.get(id).copied()
    }
}

impl Tables {
    /// Names articles in the order in which they are given.
    fn of(articles: &[Named]) -> Tables {
        let mut own: HashMap<&str, u32> = HashMap::new();
        for id in articles.iter().filter_map(|named| named.own) {
            *own.entry(id).or_default() += 1;
        }
        let mut tables = Tables {
            by_number: vec![String::new(); articles.len()],
            by_id: HashMap::with_capacity(articles.len()),
            ..Tables::default()
        };
        for named in articles {
            let unique = |id: &&str| !id.is_empty() && own.get(id) == Some(&1);
            let id = tables.unused(named.own.filter(unique).unwrap_or(named.hash));
            tables.by_id.insert(id.clone(), ArticleNo(named.number));
            if let Some(slot) = tables.by_number.get_mut(named.number as usize) {
                *slot = id;
            }
        }
        tables
    }

    /// The id itself, or with the first number that is free after it.
    fn unused(&mut self, id: &str) -> String {
        if !self.is_taken(id) {
            return id.to_owned();
        }
        let mut number = self.next.get(id).copied().unwrap_or(2);
        let mut candidate = format!("{id}-{number}");
        while self.is_taken(&candidate) {
            number += 1;
            candidate = format!("{id}-{number}");
        }
        self.next.insert(id.to_owned(), number + 1);
        candidate
    }

    fn is_taken(&mut self, id: &str) -> bool {
        #[cfg(test)]
        {
            self.looked_up += 1;
        }
        self.by_id.contains_key(id)
    }
}

impl Library {
    /// The article with that id or key, or the only one whose id or key begins so. An exact id
    /// comes before an own id that several records share, that before any beginning.
    pub fn find(&self, name: &str) -> Lookup {
        if let Some(no) = self.ids.exact(name) {
            return Lookup::One(no);
        }
        if name.is_empty() {
            return Lookup::None;
        }
        let shared = |entry: &Entry| entry.article.own_id.as_deref() == Some(name);
        let sharing = self.in_order().filter(|(_, entry)| shared(entry));
        let sharing: Vec<ArticleNo> = sharing.map(|(no, _)| no).collect();
        if !sharing.is_empty() {
            return one_of(sharing, Several::OwnId);
        }
        if let Ok(key) = name.parse::<Key>() {
            let twins = self.with_keys(key, key).iter().copied().map(ArticleNo);
            let twins: Vec<ArticleNo> = twins.collect();
            if !twins.is_empty() {
                return one_of(self.sorted(twins), Several::Key);
            }
        }
        let begins = |no: &ArticleNo| self.id(*no).starts_with(name);
        let mut beginning: Vec<ArticleNo> = self.in_order().map(|(no, _)| no).collect();
        beginning.retain(begins);
        if name.len() >= MIN_KEY_DIGITS
            && let Some(range) = Key::beginning(name)
        {
            let keys = self.with_keys(*range.start(), *range.end());
            beginning.extend(keys.iter().copied().map(ArticleNo));
        }
        one_of(self.sorted(beginning), Several::Beginning)
    }

    /// Articles by path and record, each once.
    fn sorted(&self, mut articles: Vec<ArticleNo>) -> Vec<ArticleNo> {
        articles.sort_unstable_by_key(|no| self.rank(*no));
        articles.dedup();
        articles
    }
}

fn one_of(articles: Vec<ArticleNo>, several: fn(Vec<ArticleNo>) -> Several) -> Lookup {
    match articles.as_slice() {
        [] => Lookup::None,
        [no] => Lookup::One(*no),
        _ => Lookup::Several(several(articles)),
    }
}

/// The first [`HASH_DIGITS`] of the hash of what the record holds: its title field and its text. A
/// title found in the text adds nothing, so that finding it better changes no id.
pub(super) fn content_hash(article: &Article) -> String {
    let title = article.title.as_ref().filter(|t| t.from == Origin::Field);
    let mut content = title.map_or(String::new(), |t| t.value.clone());
    content.push('\n');
    content.push_str(&article.text);
    let digits = format!("{:016x}", xxh3_64(content.as_bytes()));
    digits.chars().take(HASH_DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(number: u32, own: Option<&'static str>, hash: &'static str) -> Named<'static> {
        Named { number, own, hash }
    }

    #[test]
    fn ids_of_equal_records_are_counted() {
        let tables = Tables::of(&[
            named(0, None, "abc"),
            named(1, Some("7"), "abd"),
            named(2, Some("abc-2"), "abe"),
            named(3, None, "abc"),
            named(4, Some(""), "abc"),
            named(5, Some("8"), "abf"),
            named(6, Some("8"), "abf"),
        ]);
        let expected = ["abc", "7", "abc-2", "abc-3", "abc-4", "abf", "abf-2"];
        assert_eq!(tables.by_number, expected);
        assert_eq!(tables.by_id.len(), expected.len());
    }

    /// Counted, not timed: twice the records cost twice the look-ups, equal or different.
    #[test]
    fn equal_records_cost_no_more_than_different_ones() {
        let cost = |count: u32| {
            let equal: Vec<Named> = (0..count).map(|n| named(n, None, "abc")).collect();
            Tables::of(&equal).looked_up
        };
        assert!(cost(20_000) <= 2 * 20_000 && cost(200_000) <= 2 * 200_000);
    }
}
