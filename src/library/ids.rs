//! From articles to the ids that people and scripts use: the record's own where it is unique,
//! else a short hash of the content.
//!
//! Records of the same content get `hash`, `hash-2`, `hash-3` …, by path and record. Time is linear
//! in the number of articles, however many are equal.

use std::fmt::{self, Write};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::{ArticleNo, Library};
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
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

/// The ids of a library's articles, both ways. Only hashes of ids are kept: an id is made of its
/// article's own when it is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    inner: Arc<IdTables>,
}

#[derive(Debug, Default)]
struct IdTables {
    forms: Vec<IdForm>,
    /// Articles by the hash of their id.
    by_id: FxHashMap<u64, u32>,
    /// The number that is tried next after a name that is taken, by the hash of the name.
    next: FxHashMap<u64, u32>,
    /// Names that were looked up: what making the ids costs.
    #[cfg(test)]
    looked_up: usize,
}

/// How the id of an article is made.
#[derive(Clone, Copy, Debug, Default)]
struct IdForm {
    /// Of its own id, else of the hash of its content.
    own: bool,
    /// Greater than 1: with `-n` after it.
    number: u32,
}

/// Of what the id of an article is made.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) number: u32,
    /// Empty where it has none.
    pub(super) own: &'a str,
    pub(super) hash: ContentHash,
}

impl Named<'_> {
    fn id(&self, form: IdForm) -> String {
        let mut id = String::new();
        self.write_id(form, &mut id);
        id
    }

    /// A hash of the id, which is written into a text that is there already.
    fn id_hash(&self, form: IdForm, id: &mut String) -> u64 {
        id.clear();
        self.write_id(form, id);
        xxh3_64(id.as_bytes())
    }

    fn write_id(&self, form: IdForm, id: &mut String) {
        if form.own {
            id.push_str(self.own);
        } else {
            self.hash.write(id);
        }
        if form.number > 1 {
            // A text takes all that is written into it.
            let _ = write!(id, "-{}", form.number);
        }
    }
}

impl Ids {
    /// Ids for articles, given by path and record.
    pub(super) fn new<'a>(articles: impl Iterator<Item = Named<'a>> + Clone) -> Ids {
        Ids {
            inner: Arc::new(IdTables::of(articles)),
        }
    }

    /// Bytes of memory that they take.
    pub(super) fn memory(&self) -> u64 {
        let tables = &self.inner;
        let entries = tables.by_id.capacity() + tables.next.capacity();
        // A hash table has a byte more for each entry.
        let bytes = size_of_val(&*tables.forms) + entries * (size_of::<(u64, u32)>() + 1);
        bytes as u64
    }

    fn id(&self, article: &Named<'_>) -> String {
        let form = self.inner.forms.get(article.number as usize);
        debug_assert!(form.is_some(), "an article without an id");
        article.id(form.copied().unwrap_or_default())
    }

    /// The article that may have this id: another id may have the same hash.
    fn candidate(&self, id: &str) -> Option<u32> {
        self.inner.by_id.get(&xxh3_64(id.as_bytes())).copied()
    }
}

impl IdTables {
    /// Names articles in the order in which they are given.
    fn of<'a>(articles: impl Iterator<Item = Named<'a>> + Clone) -> IdTables {
        let count = articles.size_hint().1.unwrap_or(0);
        let mut own: FxHashMap<u64, bool> = FxHashMap::default();
        let mut own_hashes = Vec::with_capacity(count);
        for named in articles.clone() {
            let hash = match named.own {
                "" => None,
                id => Some(xxh3_64(id.as_bytes())),
            };
            own_hashes.push(hash);
            if let Some(hash) = hash {
                let unique = own.entry(hash);
                unique.and_modify(|unique| *unique = false).or_insert(true);
            }
        }
        let mut tables = IdTables::default();
        tables.by_id.reserve(count);
        let mut id = String::new();
        for (named, own_hash) in articles.zip(own_hashes) {
            let unique = own_hash.filter(|hash| own.get(hash) == Some(&true));
            let (form, hash) = tables.unused(&named, unique, &mut id);
            tables.by_id.insert(hash, named.number);
            let at = named.number as usize;
            if tables.forms.len() <= at {
                tables.forms.resize(at + 1, IdForm::default());
            }
            if let Some(slot) = tables.forms.get_mut(at) {
                *slot = form;
            }
        }
        tables
    }

    /// The own id where it is `unique`, else the hash, or that with the first number that is free after it; with a hash
    /// of it. Given is that of the own id.
    fn unused(&mut self, named: &Named<'_>, unique: Option<u64>, id: &mut String) -> (IdForm, u64) {
        let form = |number| IdForm {
            own: unique.is_some(),
            number,
        };
        let name = unique.unwrap_or_else(|| named.id_hash(form(1), id));
        if !self.is_taken(name) {
            return (form(1), name);
        }
        let mut number = self.next.get(&name).copied().unwrap_or(2);
        let mut hash = named.id_hash(form(number), id);
        while self.is_taken(hash) {
            number = number.saturating_add(1);
            hash = named.id_hash(form(number), id);
        }
        self.next.insert(name, number.saturating_add(1));
        (form(number), hash)
    }

    /// Whether an id of that hash is.
    fn is_taken(&mut self, id: u64) -> bool {
        #[cfg(test)]
        {
            self.looked_up += 1;
        }
        self.by_id.contains_key(&id)
    }
}

impl Library {
    /// The id that scripts and people use for an article.
    pub fn id(&self, no: ArticleNo) -> String {
        let named = self.named_at(no);
        debug_assert!(named.is_some(), "an id of no article");
        named.map_or_else(String::new, |named| self.ids.id(&named))
    }

    /// Of what the ids of all articles are made, by path and record.
    fn named(&self) -> impl Iterator<Item = Named<'_>> + Clone {
        self.shards
            .numbers_in_order(&self.order)
            .filter_map(|no| self.named_at(no))
    }

    fn named_at(&self, no: ArticleNo) -> Option<Named<'_>> {
        self.shards.named(no)
    }

    /// The article with that id or key, or the only one whose id or key begins so. An exact id
    /// comes before an own id that several records share, that before any beginning.
    pub fn find(&self, name: &str) -> Lookup {
        let exact = self.ids.candidate(name).map(ArticleNo);
        if let Some(no) = exact.filter(|no| self.id(*no) == name) {
            return Lookup::One(no);
        }
        if name.is_empty() {
            return Lookup::None;
        }
        let sharing = self.named().filter(|named| named.own == name);
        let sharing: Vec<ArticleNo> = sharing.map(|named| ArticleNo(named.number)).collect();
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
        let begins = self
            .named()
            .filter(|named| self.ids.id(named).starts_with(name));
        let mut beginning: Vec<ArticleNo> = begins.map(|named| ArticleNo(named.number)).collect();
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

/// A short hash of what a record holds: its title field and its text, 40 bits. A title found in the
/// text adds nothing, so that finding it better changes no id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct ContentHash(u64);

impl ContentHash {
    /// The hash as a number, and back.
    pub(super) fn number(self) -> u64 {
        self.0
    }

    pub(super) fn of_number(number: u64) -> ContentHash {
        ContentHash(number)
    }

    /// Adds [`HASH_DIGITS`] hexadecimal digits to a text.
    fn write(self, text: &mut String) {
        let digit = |place: usize| char::from_digit((self.0 >> (4 * place)) as u32 & 15, 16);
        text.extend((0..HASH_DIGITS).rev().filter_map(digit));
    }

    pub(super) fn pack(self, packer: &mut FieldWriter) {
        packer.number(self.0);
    }

    pub(super) fn unpack(unpacker: &mut FieldReader<'_>) -> Result<ContentHash, Unreadable> {
        unpacker.number().map(ContentHash)
    }
}

impl fmt::Display for ContentHash {
    /// [`HASH_DIGITS`] hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = String::with_capacity(HASH_DIGITS);
        self.write(&mut digits);
        f.write_str(&digits)
    }
}

pub(super) fn content_hash(article: &Article) -> ContentHash {
    let mut hasher = Xxh3::new();
    if let Some(title) = article.title.as_ref().filter(|t| t.from == Origin::Field) {
        hasher.update(title.value.as_bytes());
    }
    hasher.update(b"\n");
    hasher.update(article.text.as_bytes());
    ContentHash(hasher.digest() >> (64 - 4 * HASH_DIGITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(number: u32, own: &'static str, hash: u64) -> Named<'static> {
        let hash = ContentHash(hash);
        Named { number, own, hash }
    }

    fn ids(articles: &[Named]) -> Vec<String> {
        let ids = Ids::new(articles.iter().copied());
        articles.iter().map(|named| ids.id(named)).collect()
    }

    #[test]
    fn ids_of_equal_records_are_counted() {
        let articles = [
            named(0, "", 0xabc),
            named(1, "7", 0xabd),
            named(2, "0000000abc-2", 0xabe),
            named(3, "", 0xabc),
            named(4, "", 0xabc),
            named(5, "8", 0xabf),
            named(6, "8", 0xabf),
        ];
        let expected = [
            "0000000abc",
            "7",
            "0000000abc-2",
            "0000000abc-3",
            "0000000abc-4",
            "0000000abf",
            "0000000abf-2",
        ];
        assert_eq!(ids(&articles), expected);
    }

    #[test]
    fn an_own_id_that_is_the_hash_of_another_is_counted_too() {
        let articles = [named(0, "", 0xabc), named(1, "0000000abc", 0xabd)];
        assert_eq!(ids(&articles), ["0000000abc", "0000000abc-2"]);
    }

    /// Counted, not timed: twice the records cost twice the look-ups, equal or different.
    #[test]
    fn equal_records_cost_no_more_than_different_ones() {
        let cost = |count: u32| {
            let equal = (0..count).map(|n| named(n, "", 0xabc));
            IdTables::of(equal).looked_up
        };
        assert!(cost(20_000) <= 2 * 20_000 && cost(200_000) <= 2 * 200_000);
    }
}
