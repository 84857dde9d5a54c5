//! What stands in more than one article, as a kept file, and back. It is bound to the articles by a hash of their
//! keys in order: others, or in another order, have other copies.

use std::io;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::super::order::PlaceOrder;
use super::super::shards::Shards;
use super::CorpusKeeper;
use crate::dedup::Copies;
use crate::dedup::across::{ClusterColumns, CopiesColumns};
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// The name among the kept files.
const NAME: &str = "copies";

/// Sections of the file.
const ARTICLES: u32 = 1;
const STORIES: u32 = 2;
const GROUPS: u32 = 5;
const SENTENCE_HASHES: u32 = 8;
const SENTENCE_STARTS: u32 = 9;
const SENTENCE_ARTICLES: u32 = 10;
const NUMBERS: u32 = 11;

/// Where the copies of a kept corpus are, or are to be.
#[derive(Clone)]
pub(in super::super) struct CopiesKeeper {
    keeper: Arc<CorpusKeeper>,
    /// A hash of the keys of all articles and of their order, and how many there are.
    articles: (u64, u32),
}

impl CopiesKeeper {
    pub(in super::super) fn of(
        keeper: Arc<CorpusKeeper>,
        shards: &Shards,
        order: &PlaceOrder,
    ) -> CopiesKeeper {
        let mut hasher = Xxh3::new();
        for key in shards.each().flat_map(|(_, shard)| &shard.columns.keys) {
            hasher.update(&key.to_bytes());
        }
        for no in shards.numbers_in_order(order) {
            hasher.update(&no.0.to_le_bytes());
        }
        let count = u32::try_from(shards.len()).unwrap_or(u32::MAX);
        CopiesKeeper {
            keeper,
            articles: (hasher.digest(), count),
        }
    }

    /// The kept copies; `None` where there are none of these articles.
    pub(in super::super) fn read(&self) -> Option<Copies> {
        let file = self.keeper.corpus.read(NAME).ok()?;
        let of = file.section(ARTICLES)?.all().ok()?;
        let (hash, count) = self.articles;
        if columns::u64s(&of).ok()? != [hash] {
            return None;
        }
        Copies::of_columns(read(&file).ok()?, count)
    }

    /// Keeps copies. That they cannot be kept costs nothing but finding them again.
    pub(in super::super) fn keep(&self, copies: &Copies) {
        let columns = copies.columns();
        let (hash, _) = self.articles;
        let written = &mut |out: &mut KeptWriter| write(&columns, hash, out);
        let _ = self.keeper.corpus.write(NAME, written);
    }
}

fn write(copies: &CopiesColumns, articles: u64, out: &mut KeptWriter) -> io::Result<()> {
    out.section(ARTICLES)?;
    columns::put_u64s(out, &[articles])?;
    for (tag, clusters) in [(STORIES, &copies.stories), (GROUPS, &copies.groups)] {
        out.section(tag)?;
        columns::put_u32s(out, &clusters.ends)?;
        out.section(tag + 1)?;
        columns::put_u32s(out, &clusters.articles)?;
        out.section(tag + 2)?;
        columns::put_f32s(out, &clusters.similarities)?;
    }
    out.section(SENTENCE_HASHES)?;
    columns::put_u64s(out, &copies.sentence_hashes)?;
    out.section(SENTENCE_STARTS)?;
    columns::put_u32s(out, &copies.sentence_starts)?;
    out.section(SENTENCE_ARTICLES)?;
    columns::put_u32s(out, &copies.sentence_articles)?;
    out.section(NUMBERS)?;
    columns::put_u32s(out, &copies.numbers)
}

fn read(file: &KeptFile) -> Result<CopiesColumns, KeepError> {
    let section = |tag| file.section(tag).ok_or(KeepError::Missing)?.all();
    let clusters = |tag| -> Result<ClusterColumns, KeepError> {
        Ok(ClusterColumns {
            ends: columns::u32s(&section(tag)?)?,
            articles: columns::u32s(&section(tag + 1)?)?,
            similarities: columns::f32s(&section(tag + 2)?)?,
        })
    };
    Ok(CopiesColumns {
        stories: clusters(STORIES)?,
        groups: clusters(GROUPS)?,
        sentence_hashes: columns::u64s(&section(SENTENCE_HASHES)?)?,
        sentence_starts: columns::u32s(&section(SENTENCE_STARTS)?)?,
        sentence_articles: columns::u32s(&section(SENTENCE_ARTICLES)?)?,
        numbers: columns::u32s(&section(NUMBERS)?)?,
    })
}
