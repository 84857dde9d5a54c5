//! What a row of a list shows of an article, by its place in a shard: a screen of rows unpacks no article.
//!
//! It is what the whole article says, byte for byte. Where that would take too much memory (a title or a
//! first paragraph as long as a text) the article is unpacked after all.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::keeping::open_cards;
use super::{ArticleNo, Entry, Library, first_words};
use crate::corpus::{Article, PartialDate, Ymd};
use crate::dedup::Folds;
use crate::kept::KeptFile;

/// Longest title, or beginning of an article without one, that stays in memory for its row, in bytes.
const MAX_HEAD: usize = 256;
/// Bit of a mark whose article is shown by its title.
const TITLED: u32 = 1;
/// Bit of a mark whose article has a longer title, or begins with a longer paragraph.
const CUT: u32 = 2;
/// From this bit on a mark has the number of folds.
const FOLDS_SHIFT: u32 = 2;

/// What the row of an article shows of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardFields<'a> {
    /// Empty where none is known.
    pub title: Cow<'a, str>,
    /// How the article's own text begins; empty where it has a title.
    pub first_words: Cow<'a, str>,
    /// Empty where none is known.
    pub source: Cow<'a, str>,
    pub date: Option<PartialDate>,
    /// A full date that was inferred.
    pub guess: Option<Ymd>,
    /// Words, those left out that the article says again.
    pub own_words: usize,
    pub folds: usize,
}

/// Titles (or first words) and numbers of folds of the articles of a shard.
#[derive(Debug, Default)]
pub(super) struct ShardCards {
    /// All titles, or first words where there is none, end to end.
    heads: String,
    /// One past the last byte of each.
    ends: Vec<u32>,
    marks: Vec<u32>,
}

/// Cards in memory, or in a kept file until the first is asked for.
#[derive(Debug, Default)]
pub(super) struct LazyCards {
    known: OnceLock<ShardCards>,
    file: Option<KeptFile>,
}

/// What a shard has for the row of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShardCard<'a> {
    /// The title, or the first words where there is none; `None` where it is longer than is kept.
    pub(super) head: Option<&'a str>,
    pub(super) is_titled: bool,
    pub(super) folds: usize,
}

impl ShardCards {
    /// Adds an article after those added before.
    pub(super) fn add(&mut self, article: &Article, folds: &Folds) {
        let title = article.title_str();
        let head = if title.is_empty() {
            first_words(article).unwrap_or("")
        } else {
            title
        };
        let mut mark = u32::try_from(folds.count()).unwrap_or(u32::MAX) << FOLDS_SHIFT;
        if !title.is_empty() {
            mark |= TITLED;
        }
        if head.len() > MAX_HEAD {
            mark |= CUT;
        } else {
            self.heads.push_str(head);
        }
        self.ends.push(self.heads.len() as u32);
        self.marks.push(mark);
    }

    /// Gives back what was taken for more articles.
    pub(super) fn shrink(&mut self) {
        self.heads.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.marks.shrink_to_fit();
    }

    /// Heads end to end, where each ends, and marks, to be kept.
    pub(super) fn columns(&self) -> (&str, &[u32], &[u32]) {
        (&self.heads, &self.ends, &self.marks)
    }

    /// From what that gave; `None` where heads do not lie in the text.
    pub(super) fn of_columns(heads: String, ends: Vec<u32>, marks: Vec<u32>) -> Option<ShardCards> {
        let whole = |end: &u32| heads.is_char_boundary(*end as usize);
        let lies = ends.is_sorted() && ends.iter().all(whole) && ends.len() == marks.len();
        lies.then_some(ShardCards { heads, ends, marks })
    }

    fn get(&self, place: u32) -> Option<ShardCard<'_>> {
        let at = place as usize;
        let mark = *self.marks.get(at)?;
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = at.checked_sub(1).map_or(Some(0), end)?;
        let head = self.heads.get(start..end(at)?)?;
        Some(ShardCard {
            head: (mark & CUT == 0).then_some(head),
            is_titled: mark & TITLED != 0,
            folds: (mark >> FOLDS_SHIFT) as usize,
        })
    }
}

impl LazyCards {
    /// Cards that a kept file has.
    pub(super) fn kept(file: KeptFile) -> LazyCards {
        LazyCards {
            file: Some(file),
            ..LazyCards::default()
        }
    }

    /// That of one article; `None` where there is none, or they cannot be read: the article may be.
    pub(super) fn get(&self, place: u32) -> Option<ShardCard<'_>> {
        self.all().get(place)
    }

    /// Bytes of memory of those that were read.
    pub(super) fn memory(&self) -> u64 {
        let bytes = |cards: &ShardCards| {
            cards.heads.len() + size_of_val(&*cards.ends) + size_of_val(&*cards.marks)
        };
        self.known.get().map_or(0, bytes) as u64
    }

    /// All of them; none where they cannot be read.
    pub(super) fn all(&self) -> &ShardCards {
        self.known.get_or_init(|| {
            let read = self.file.as_ref().and_then(|file| open_cards(file).ok());
            read.unwrap_or_default()
        })
    }
}

impl From<ShardCards> for LazyCards {
    fn from(cards: ShardCards) -> LazyCards {
        LazyCards {
            known: OnceLock::from(cards),
            ..LazyCards::default()
        }
    }
}

impl Library {
    /// What the row of an article shows of it.
    pub fn card_fields(&self, no: ArticleNo) -> Option<CardFields<'_>> {
        self.kept_card_fields(no)
            .or_else(|| Some(CardFields::of(&*self.get(no)?)))
    }

    /// The same from columns alone, where they have it.
    pub(super) fn kept_card_fields(&self, no: ArticleNo) -> Option<CardFields<'_>> {
        let at = self.shards.at(no)?;
        let card = at.card()?;
        let facts = self.facts(no)?;
        let (mut words, mut repeated, mut folds) = (facts.words, facts.repeated_words, card.folds);
        if let Some(counts) = self.refolded.fold_counts(no.0) {
            // Which paragraph is the first of its own only the article tells.
            if !card.is_titled {
                return None;
            }
            (words, repeated, folds) = (counts.words, counts.repeated_words, counts.folds);
        }
        let head = Cow::Borrowed(card.head?);
        let (title, first_words) = if card.is_titled {
            (head, Cow::default())
        } else {
            (Cow::default(), head)
        };
        Some(CardFields {
            title,
            first_words,
            source: Cow::Borrowed(at.source()),
            date: facts.date,
            guess: facts.guess,
            own_words: words.saturating_sub(repeated) as usize,
            folds,
        })
    }
}

impl CardFields<'static> {
    /// What the whole article says.
    pub fn of(entry: &Entry) -> CardFields<'static> {
        let article = &entry.article;
        let title = article.title_str();
        let first_words = entry.first_words().filter(|_| title.is_empty());
        CardFields {
            title: title.to_owned().into(),
            first_words: first_words.unwrap_or("").to_owned().into(),
            source: article.source_str().to_owned().into(),
            date: article.date.as_ref().map(|date| date.value),
            guess: article.date_guess.as_ref().map(|guess| guess.date),
            own_words: entry.own_words(),
            folds: entry.fold_count(),
        }
    }
}
