//! A run of articles in, an immutable shard out: the articles packed, what lists and filters ask of them in columns,
//! their segment of the index, and their lines by which furniture is found.
//!
//! A shard is built on one thread, several side by side, and never changes; what only the whole
//! corpus can tell (furniture, ids, the analysis of words) stands beside the shards.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::ids::{self, ContentHash};
use super::keeping::open_lines;
use super::records::{Records, RecordsWriter};
use crate::corpus::{Article, Key, PartialDate, Ymd};
use crate::dedup::Folds;
use crate::dedup::across::chrome::{PrintedLine, lines};
use crate::index::{IndexError, Segment, SegmentBuilder};
use crate::kept::KeptFile;

/// Articles that follow each other in loading order.
#[derive(Default)]
pub(super) struct Shard {
    pub(super) records: Records,
    pub(super) columns: ShardColumns,
    /// Not there as long as nothing is searched.
    segment: OnceLock<Arc<Segment>>,
    /// Lines that may be furniture.
    pub(super) lines: LazyLines,
}

/// An article with what was worked out about it when it was read.
#[derive(Clone)]
pub(super) struct ExaminedArticle {
    pub(super) article: Article,
    pub(super) folds: Folds,
}

/// What is asked of every article, by its place in the shard.
#[derive(Debug, Default)]
pub(super) struct ShardColumns {
    pub(super) keys: Vec<Key>,
    pub(super) hashes: Vec<ContentHash>,
    /// The record's own id; empty where it has none.
    pub(super) own_ids: Vec<Box<str>>,
    /// Places in [`Records::paths`].
    pub(super) paths: Vec<u32>,
    pub(super) records: Vec<u32>,
    /// Names of sources; the empty name is "unknown".
    pub(super) source_names: Vec<String>,
    /// Places in `source_names`.
    pub(super) sources: Vec<u32>,
    pub(super) dates: Vec<Option<PartialDate>>,
    /// Full dates that were inferred, by place; few articles have one.
    pub(super) guesses: HashMap<u32, Ymd>,
    pub(super) words: Vec<u32>,
    pub(super) repeated_words: Vec<u32>,
    /// Places in [`Records::forms`].
    pub(super) forms: Vec<u32>,
    pub(super) encodings: Vec<&'static str>,
}

/// Lines in memory, or in a kept file until they are asked for.
#[derive(Debug, Default)]
pub(super) struct LazyLines {
    known: OnceLock<ShardLines>,
    file: Option<KeptFile>,
    torn: AtomicBool,
}

impl LazyLines {
    fn get(&self) -> &ShardLines {
        self.known.get_or_init(|| {
            let read = self.file.as_ref().map(open_lines);
            let torn = read.as_ref().is_some_and(Result::is_err);
            self.torn.store(torn, Ordering::Relaxed);
            read.and_then(Result::ok).unwrap_or_default()
        })
    }

    /// Whether they could not be read.
    pub(super) fn are_torn(&self) -> bool {
        self.torn.load(Ordering::Relaxed)
    }

    /// The lines of one article.
    pub(super) fn of(&self, place: u32) -> &[PrintedLine] {
        self.get().of(place)
    }

    pub(super) fn with<T>(&self, f: impl FnOnce(&ShardLines) -> T) -> T {
        f(self.get())
    }
}

impl From<ShardLines> for LazyLines {
    fn from(lines: ShardLines) -> LazyLines {
        LazyLines {
            known: OnceLock::from(lines),
            ..LazyLines::default()
        }
    }
}

/// The lines of the articles of a shard.
#[derive(Debug, Default)]
pub(super) struct ShardLines {
    all: Vec<PrintedLine>,
    /// One past the last line of each article.
    ends: Vec<u32>,
}

impl ShardLines {
    pub(super) fn of_columns(all: Vec<PrintedLine>, ends: Vec<u32>) -> ShardLines {
        ShardLines { all, ends }
    }

    pub(super) fn all(&self) -> &[PrintedLine] {
        &self.all
    }

    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// The lines of one article.
    pub(super) fn of(&self, place: u32) -> &[PrintedLine] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = place as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.all.get(start..end(at)).unwrap_or(&[])
    }
}

impl Shard {
    /// The shard of these articles; `indexed` says whether they will be searched.
    pub(super) fn build(
        articles: Vec<ExaminedArticle>,
        indexed: bool,
    ) -> Result<Shard, IndexError> {
        let mut columns = ShardColumns::default();
        let mut shard_lines = ShardLines::default();
        let mut records = RecordsWriter::new()?;
        let mut index = if indexed {
            Some(SegmentBuilder::new()?)
        } else {
            None
        };
        let mut sources: HashMap<String, u32> = HashMap::new();
        for (place, ExaminedArticle { article, folds }) in (0u32..).zip(articles) {
            let hash = ids::content_hash(&article);
            let (path, form) = records.add(&article, &folds, hash)?;
            if let Some(index) = &mut index {
                index.add(article.title_str(), &article.text)?;
            }
            shard_lines.all.extend(lines((&article).into()));
            shard_lines.ends.push(shard_lines.all.len() as u32);
            columns.hashes.push(hash);
            columns.paths.push(path);
            columns.forms.push(form);
            columns.words.push(folds.words);
            columns.repeated_words.push(folds.repeated_words);
            let names = &mut columns.source_names;
            let source = *sources
                .entry(article.source_str().to_owned())
                .or_insert_with_key(|name| {
                    names.push(name.clone());
                    names.len() as u32 - 1
                });
            columns.sources.push(source);
            if let Some(guess) = article.date_guess {
                columns.guesses.insert(place, guess.date);
            }
            columns.add(article);
        }
        Ok(Shard {
            records: records.finish()?,
            columns,
            segment: match index {
                Some(index) => OnceLock::from(Arc::new(index.finish()?)),
                None => OnceLock::new(),
            },
            lines: shard_lines.into(),
        })
    }

    /// The shard in a kept file.
    pub(super) fn kept(records: Records, columns: ShardColumns, file: KeptFile) -> Shard {
        Shard {
            records,
            columns,
            segment: OnceLock::new(),
            lines: LazyLines {
                file: Some(file),
                ..LazyLines::default()
            },
        }
    }

    /// Its segment of the index, where it has one.
    pub(super) fn segment(&self) -> Option<&Arc<Segment>> {
        self.segment.get()
    }

    /// The same with a segment that was kept.
    pub(super) fn with_segment(self, segment: Segment) -> Shard {
        Shard {
            segment: OnceLock::from(Arc::new(segment)),
            ..self
        }
    }

    /// The articles at these places, unpacked.
    pub(super) fn articles(
        &self,
        places: impl Iterator<Item = u32>,
    ) -> Result<Vec<ExaminedArticle>, IndexError> {
        let article = |place| {
            let entry = self.records.get(place).ok_or(IndexError::Unreadable)?;
            Ok(ExaminedArticle {
                article: entry.article,
                folds: entry.folds,
            })
        };
        places.map(article).collect()
    }

    /// Builds its segment, where it has none.
    pub(super) fn index(&self) -> Result<(), IndexError> {
        if self.segment.get().is_none() {
            // Whoever was first has built the same.
            let _ = self.segment.set(Arc::new(self.built_segment()?));
        }
        Ok(())
    }

    fn built_segment(&self) -> Result<Segment, IndexError> {
        let mut index = SegmentBuilder::new()?;
        for place in 0..self.len() as u32 {
            let entry = self.records.get(place).ok_or(IndexError::Unreadable)?;
            index.add(entry.article.title_str(), &entry.article.text)?;
        }
        index.finish()
    }

    /// About how many bytes of memory its articles and its segment take.
    pub(super) fn memory(&self) -> u64 {
        let segment = self.segment.get().map_or(0, |segment| segment.size());
        self.records.size() + segment
    }

    /// The number of articles.
    pub(super) fn len(&self) -> usize {
        self.columns.keys.len()
    }

    /// The path and the number of the record of an article.
    pub(super) fn place_of(&self, place: u32) -> Option<(&Arc<Path>, u32)> {
        let at = place as usize;
        let path = self
            .records
            .paths()
            .get(*self.columns.paths.get(at)? as usize)?;
        Some((path, *self.columns.records.get(at)?))
    }
}

impl ShardColumns {
    /// Whether every column has a value for every article.
    pub(super) fn is_whole(&self) -> bool {
        let lengths = [
            self.hashes.len(),
            self.own_ids.len(),
            self.paths.len(),
            self.records.len(),
            self.sources.len(),
            self.dates.len(),
            self.words.len(),
            self.repeated_words.len(),
            self.forms.len(),
            self.encodings.len(),
        ];
        lengths.iter().all(|length| *length == self.keys.len())
    }

    /// What needs nothing but the article.
    fn add(&mut self, article: Article) {
        self.keys.push(article.key);
        self.records.push(article.record);
        self.dates.push(article.date.map(|date| date.value));
        self.encodings.push(article.charset.name());
        self.own_ids.push(article.own_id.unwrap_or_default().into());
    }
}
