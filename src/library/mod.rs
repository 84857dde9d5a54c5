//! From sources on disk to an immutable snapshot that answers every question a reader can ask.
//!
//! A [`Library`] is shared by `Arc` and never changes: while loading goes on, [`load()`] publishes
//! a newer one after each batch, and whoever holds an older one goes on reading it. The screens
//! and the command line ask the same questions here.
//!
//! Articles are known by [`ArticleNo`], their place in loading order, which no later snapshot changes.
//!
//! A library is made of *shards*, each of which holds some thousand articles, packed, and a
//! segment of the index, and never changes. Publishing adds new shards to those there are; what only the
//! whole corpus tells (ids, order, furniture, the analysis of words) stands beside them.

mod article_row;
mod block_codec;
mod cards;
mod change;
mod chrome;
mod columns;
mod copies;
mod facets;
mod first_screen;
mod ids;
mod keeping;
mod keys;
mod load;
mod memory;
mod order;
mod ranked;
mod records;
mod refolded;
mod related;
mod search;
mod settled;
mod shard;
mod shard_builders;
mod shard_lines;
mod shards;
mod unpacked;

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;

use crate::corpus::{Article, Class, Paragraph, PartialDate, Problem, Ymd};
use crate::dedup::Folds;
use crate::index::Searcher;

pub use article_row::ArticleRow;
pub use cards::CardFields;
pub use change::{ChangeNote, LibraryChange};
pub use facets::{Facet, FacetPeriod, Facets, YearMonth};
pub use first_screen::FirstScreen;
pub use ids::{Lookup, Several};
pub use keeping::{Saved, first_screen};
pub use keys::ArticleKey;
pub use load::{IndexUse, KeepOutcome, Published, load, load_whole, open, read};
pub use memory::MemoryUse;
pub use ranked::{RankedHit, RankedHits};
pub use related::{Profiles, Related, Relater};
pub use search::{Filter, RankedResult, Request, SearchResult, Sort};

/// An article's place in loading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleNo(pub u32);

impl ArticleNo {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// An article with what was worked out about it while loading.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub article: Article,
    /// What repeats within it.
    pub folds: Folds,
    /// A short hash of the content, the same from run to run.
    pub hash: String,
}

impl Entry {
    /// Whether two handles are of one article in the same state; of one allocation at once.
    pub fn same(one: &Arc<Entry>, other: &Arc<Entry>) -> bool {
        Arc::ptr_eq(one, other) || one == other
    }

    /// How many folds it has.
    pub fn fold_count(&self) -> usize {
        self.folds.count()
    }

    /// Words, those left out that the article says again.
    pub fn own_words(&self) -> usize {
        self.folds.words.saturating_sub(self.folds.repeated_words) as usize
    }

    /// How the article's own text begins, where it has any.
    pub fn first_words(&self) -> Option<&str> {
        first_words(&self.article)
    }

    /// The passages that are the article's own: no furniture, nothing twice.
    pub fn own_passages(&self) -> Vec<&str> {
        let own = self.own_ranges(|class| !class.is_furniture());
        let text = |bytes| self.article.text.get(bytes);
        own.into_iter().filter_map(text).collect()
    }

    /// The byte ranges of what is said for the first time in the paragraphs of such a class.
    pub fn own_ranges(&self, wanted: impl Fn(Class) -> bool) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        for (index, paragraph) in self.article.paragraphs.iter().enumerate() {
            if !wanted(paragraph.class) {
                continue;
            }
            let mut from = paragraph.bytes.start;
            let folds = self.folds.paragraphs.get(index);
            for fold in folds.into_iter().flatten() {
                out.push(from..fold.bytes.start);
                from = fold.bytes.end;
            }
            out.push(from..paragraph.bytes.end);
        }
        let text = |bytes: &Range<usize>| self.article.text.get(bytes.clone());
        out.retain(|bytes| text(bytes).is_some_and(|passage| !passage.trim().is_empty()));
        out
    }
}

/// The first paragraph of an article that is no furniture.
fn first_words(article: &Article) -> Option<&str> {
    let own = |p: &&Paragraph| !p.class.is_furniture();
    let first = article.paragraphs.iter().find(own)?;
    article.text.get(first.bytes.clone())
}

/// The corpus as far as it is loaded.
#[derive(Clone, Default)]
pub struct Library {
    shards: shards::Shards,
    refolded: refolded::RefoldedArticles,
    ids: ids::Ids,
    keys: keys::Keys,
    order: order::PlaceOrder,
    searcher: Option<Searcher>,
    problems: Arc<Vec<Problem>>,
    /// Errors, guesses, notes.
    problem_counts: [usize; 3],
    columns: Arc<columns::ArticleColumns>,
    /// Where what stands in more than one article is kept.
    copies_keeper: Option<keeping::CopiesKeeper>,
    keeper: Option<Arc<keeping::CorpusKeeper>>,
    /// Whether something kept could not be read.
    damaged: Arc<AtomicBool>,
    /// Articles that were read lately, of all snapshots of a load.
    unpacked: Arc<unpacked::UnpackedEntries>,
    /// The same of those that this snapshot has otherwise than its shards.
    unpacked_refolded: Arc<unpacked::UnpackedEntries>,
    dates: ranked::DatePlaces,
}

/// A corpus in three numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Different known sources.
    pub sources: usize,
    /// The year of the oldest and of the newest article that has one.
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
}

impl Library {
    /// The number of articles.
    pub fn len(&self) -> usize {
        self.shards.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One article.
    pub fn get(&self, no: ArticleNo) -> Option<Arc<Entry>> {
        let unpacked = if self.refolded.touches(no.0) {
            &self.unpacked_refolded
        } else {
            &self.unpacked
        };
        if let Some(entry) = unpacked.get(no) {
            return Some(entry);
        }
        let entry = Arc::new(self.read_entry(no)?);
        unpacked.keep(no, &entry);
        Some(entry)
    }

    /// One article, for one who reads all of them: it is not kept in memory.
    fn read_entry(&self, no: ArticleNo) -> Option<Entry> {
        let at = self.shards.at(no)?;
        let Some(mut entry) = at.records().get(at.place) else {
            self.distrust_kept();
            return None;
        };
        self.refolded.apply(no.0, &mut entry);
        Some(entry)
    }

    /// After something kept could not be read: the next run reads all anew.
    pub fn distrust_kept(&self) {
        let keeper = self.keeper.as_ref().filter(|keeper| keeper.may_be_read());
        if let Some(keeper) = keeper {
            self.damaged.store(true, Ordering::Relaxed);
            keeper.distrust(None);
        }
    }

    /// Whether an article could not be read from the disk: what is answered may lack it.
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// All articles in loading order.
    pub fn entries(&self) -> impl Iterator<Item = (ArticleNo, Arc<Entry>)> {
        let numbers = (0..).take(self.len()).map(ArticleNo);
        numbers.filter_map(|no| Some((no, Arc::new(self.read_entry(no)?))))
    }

    /// What could not be read, or had to be guessed.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The same, to be kept.
    pub fn shared_problems(&self) -> Arc<Vec<Problem>> {
        Arc::clone(&self.problems)
    }

    /// How many of them are errors, guesses, notes.
    pub fn problem_counts(&self) -> [usize; 3] {
        self.problem_counts
    }

    /// What is counted of every article.
    pub fn facts(&self, no: ArticleNo) -> Option<ArticleFacts<'_>> {
        let at = self.shards.at(no)?;
        let (columns, place) = (at.columns(), at.index());
        let form = *columns.forms.get(place)? as usize;
        let repeated = self.refolded.repeated_words(no.0);
        Some(ArticleFacts {
            date: *columns.dates.get(place)?,
            guess: columns.guesses.get(&at.place).copied(),
            words: *columns.words.get(place)?,
            repeated_words: repeated.or_else(|| columns.repeated_words.get(place).copied())?,
            form: at.records().forms().get(form)?,
            encoding: columns.encodings.get(place)?,
        })
    }

    /// Place of an article's source among all sources of the corpus.
    pub fn source_place(&self, no: ArticleNo) -> usize {
        self.columns.source(no)
    }

    /// Name of an article's source; empty where it is unknown.
    pub fn source_name(&self, no: ArticleNo) -> &str {
        let names = self.columns.names();
        names
            .get(self.columns.source(no))
            .map_or("", String::as_str)
    }

    /// Year and month of an article, where they are known.
    pub fn month(&self, no: ArticleNo) -> YearMonth {
        self.columns.month(no)
    }

    /// The same with the day.
    pub fn ymd(&self, no: ArticleNo) -> Option<Ymd> {
        self.columns.ymd(no)
    }

    /// The day an article is of, a guessed one included.
    fn day(&self, no: ArticleNo) -> Option<Date> {
        copies::date(self.columns.day(no))
    }

    /// Sources and years.
    pub fn summary(&self) -> Summary {
        self.columns.summary()
    }
}

/// What is counted of an article, without reading it.
#[derive(Clone, Copy, Debug)]
pub struct ArticleFacts<'a> {
    pub date: Option<PartialDate>,
    /// A full date that was inferred.
    pub guess: Option<Ymd>,
    pub words: u32,
    pub repeated_words: u32,
    /// The form of its file.
    pub form: &'a Arc<str>,
    /// The name of its encoding.
    pub encoding: &'static str,
}

impl ArticleFacts<'_> {
    /// The day of the article, read or guessed.
    pub fn best_day(&self) -> Option<Ymd> {
        self.date.and_then(PartialDate::day).or(self.guess)
    }
}

#[cfg(test)]
mod tests;
