//! A run of articles in, an immutable shard out: the articles packed, what lists and filters ask of them in columns,
//! their segment of the index, and their lines by which furniture is found.
//!
//! A shard is built on one thread, several side by side, and never changes; what only the whole
//! corpus can tell (furniture, ids, the analysis of words) stands beside the shards.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::block_codec::BlockCodec;
use super::cards::{LazyCards, ShardCard, ShardCards};
use super::ids::{self, ContentHash};
use super::records::{Records, RecordsWriter};
use super::shard_lines::{LazyLines, ShardLines};
use crate::corpus::{Article, Key, PartialDate, Ymd};
use crate::dedup::Folds;
use crate::dedup::across::chrome::{PrintedLine, lines};
use crate::index::{GoneDocument, IndexError, Segment, SegmentBuilder, StruckPlaces};
use crate::kept::KeptFile;

/// Articles that follow each other in loading order. Of one that is kept some may be struck: its files hold them, and
/// nothing here shows them; what is left is numbered without gaps.
#[derive(Default)]
pub(super) struct Shard {
    pub(super) records: Records,
    pub(super) columns: ShardColumns,
    /// Not there as long as nothing is searched. It holds what is struck, too.
    segment: OnceLock<Arc<Segment>>,
    /// Lines that may be furniture, of what is struck, too.
    lines: LazyLines,
    /// Those of what is struck, too.
    cards: LazyCards,
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

impl Shard {
    /// The shard of these articles; `indexed` says whether they will be searched.
    pub(super) fn build(
        articles: Vec<ExaminedArticle>,
        indexed: bool,
    ) -> Result<Shard, IndexError> {
        let mut columns = ShardColumns::default();
        let mut shard_lines = ShardLines::default();
        let mut cards = ShardCards::default();
        let mut records = RecordsWriter::new(BlockCodec::for_articles(&articles))?;
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
            shard_lines.add(lines((&article).into()));
            cards.add(&article, &folds);
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
        cards.shrink();
        Ok(Shard {
            records: records.finish()?,
            columns,
            segment: match index {
                Some(index) => OnceLock::from(Arc::new(index.finish()?)),
                None => OnceLock::new(),
            },
            lines: shard_lines.into(),
            cards: cards.into(),
        })
    }

    /// The shard in a kept file.
    pub(super) fn kept(records: Records, columns: ShardColumns, file: KeptFile) -> Shard {
        Shard {
            records,
            columns,
            segment: OnceLock::new(),
            cards: LazyCards::kept(file.clone()),
            lines: LazyLines::kept(file),
        }
    }

    /// The same without cards: rows are made of articles, for one who reads these whole.
    pub(super) fn without_cards(self) -> Shard {
        Shard {
            cards: LazyCards::default(),
            ..self
        }
    }

    /// What it has for the row of an article; `None` where only the whole article tells.
    pub(super) fn card(&self, place: u32) -> Option<ShardCard<'_>> {
        self.cards.get(self.records.struck().place_of(place))
    }

    /// Those of all articles in its files.
    pub(super) fn packed_cards(&self) -> &ShardCards {
        self.cards.all()
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

    /// The articles that are left, unpacked.
    pub(super) fn articles(&self) -> Result<Vec<ExaminedArticle>, IndexError> {
        let article = |place| {
            let entry = self.records.get(place).ok_or(IndexError::Unreadable)?;
            Ok(ExaminedArticle {
                article: entry.article,
                folds: entry.folds,
            })
        };
        (0..self.len() as u32).map(article).collect()
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
        for place in 0..self.records.packed() {
            let entry = self.records.get_packed(place);
            let entry = entry.ok_or(IndexError::Unreadable)?;
            index.add(entry.article.title_str(), &entry.article.text)?;
        }
        index.finish()
    }

    /// Strikes the articles at these places, ascending, among those left.
    pub(super) fn strike(&mut self, places: &[u32]) {
        if places.is_empty() {
            return;
        }
        let mut left = vec![true; self.len()];
        for place in places {
            if let Some(left) = left.get_mut(*place as usize) {
                *left = false;
            }
        }
        self.columns.retain(&left);
        let struck = self.records.struck();
        let more = places.iter().map(|place| struck.place_of(*place));
        let all = more.chain(struck.places().iter().copied()).collect();
        self.records.strike(StruckPlaces::new(all));
    }

    /// The articles that are struck, by their places in the kept files.
    pub(super) fn struck(&self) -> &Arc<StruckPlaces> {
        self.records.struck()
    }

    /// What the index has of articles that are struck, by their places in the kept files.
    pub(super) fn gone(
        &self,
        places: impl Iterator<Item = u32>,
    ) -> Result<Vec<GoneDocument>, IndexError> {
        let gone = |place| {
            let entry = self.records.get_packed(place);
            let article = entry.ok_or(IndexError::Unreadable)?.article;
            Ok(GoneDocument {
                title: article.title_str().to_owned(),
                text: article.text,
            })
        };
        places.map(gone).collect()
    }

    /// The lines of one article that may be furniture.
    pub(super) fn lines_of(&self, place: u32) -> &[PrintedLine] {
        self.lines.get().of(self.records.struck().place_of(place))
    }

    /// Those of all articles in its files.
    pub(super) fn packed_lines(&self) -> &ShardLines {
        self.lines.get()
    }

    /// Whether its lines could not be read.
    pub(super) fn lines_are_torn(&self) -> bool {
        self.lines.are_torn()
    }

    /// About how many bytes the articles that are left have, unpacked.
    pub(super) fn unpacked_size(&self) -> u64 {
        let packed = u64::from(self.records.packed()).max(1);
        self.records.unpacked_size() / packed * self.len() as u64
    }

    /// Bytes of memory of the cards, as far as they are read.
    pub(super) fn card_memory(&self) -> u64 {
        self.cards.memory()
    }

    /// The same of the lines.
    pub(super) fn line_memory(&self) -> u64 {
        self.lines.memory()
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

    /// The name of an article's source; empty where it is not known.
    pub(super) fn source(&self, place: u32) -> &str {
        let source = self.columns.sources.get(place as usize);
        let name = source.and_then(|source| self.columns.source_names.get(*source as usize));
        name.map_or("", String::as_str)
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

    /// Keeps the articles for which `left` is true, by place.
    fn retain(&mut self, left: &[bool]) {
        retain(&mut self.keys, left);
        retain(&mut self.hashes, left);
        retain(&mut self.own_ids, left);
        retain(&mut self.dates, left);
        retain(&mut self.encodings, left);
        let numbers = [
            &mut self.paths,
            &mut self.records,
            &mut self.sources,
            &mut self.words,
            &mut self.repeated_words,
            &mut self.forms,
        ];
        for column in numbers {
            retain(column, left);
        }
        let struck = (0..).zip(left).filter(|(_, left)| !**left);
        let struck = StruckPlaces::new(struck.map(|(place, _)| place).collect());
        let guesses = std::mem::take(&mut self.guesses).into_iter();
        let moved = guesses.filter_map(|(place, day)| Some((struck.moved_up(place)?, day)));
        self.guesses = moved.collect();
        self.forget_sources();
        debug_assert!(self.is_whole(), "a column was forgotten");
    }

    /// Forgets the names of sources of which no article is left.
    fn forget_sources(&mut self) {
        let mut places: Vec<Option<u32>> = vec![None; self.source_names.len()];
        let mut names = Vec::new();
        for source in &mut self.sources {
            let at = *source as usize;
            let (Some(place), Some(name)) = (places.get_mut(at), self.source_names.get_mut(at))
            else {
                continue;
            };
            *source = *place.get_or_insert_with(|| {
                names.push(std::mem::take(name));
                names.len() as u32 - 1
            });
        }
        self.source_names = names;
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

/// Keeps the values for which `left` is true, by place.
fn retain<T>(column: &mut Vec<T>, left: &[bool]) {
    let mut left = left.iter();
    column.retain(|_| left.next().copied().unwrap_or(false));
}
