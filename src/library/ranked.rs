//! Articles in an order of which only the beginning is worked out until more is asked for.
//!
//! A list shows a screen of what may be the whole corpus: to find the first few hundred takes a
//! fraction of the time that sorting takes. Every article has a key, no two the same, so that rows that
//! are asked for later stand where they would have stood from the first.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::columns::Day;
use super::search::Sort;
use super::{ArticleNo, Library};
use crate::index::Hit;

/// Fewest articles that are put in order at a time: a few screens.
const MIN_SORTED: usize = 256;

/// An article with its place in an order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedHit {
    /// What it is sorted by, ascending; no other article of the list has the same.
    pub key: u64,
    pub doc: u32,
    pub score: f32,
}

/// Articles in order, as far as they were asked for.
#[derive(Clone, Debug, Default)]
pub struct RankedHits {
    hits: Vec<RankedHit>,
    /// How many, from the first, are in order; those after them have greater keys.
    sorted: usize,
    /// Whether each has every word that was asked for.
    pub complete: bool,
}

impl RankedHits {
    pub fn new(hits: Vec<RankedHit>, complete: bool) -> RankedHits {
        RankedHits {
            hits,
            sorted: 0,
            complete,
        }
    }

    pub fn len(&self) -> usize {
        self.hits.len()
    }

    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &RankedHit> {
        self.hits.iter()
    }

    /// Those at some places of the order.
    pub fn at(&mut self, places: Range<usize>) -> &[RankedHit] {
        let end = places.end.min(self.hits.len());
        self.sort_to(end);
        self.hits.get(places.start.min(end)..end).unwrap_or(&[])
    }

    /// The place of an article in the order, where it is among them.
    pub fn place(&self, doc: u32) -> Option<usize> {
        let at = self.hits.iter().position(|hit| hit.doc == doc)?;
        if at < self.sorted {
            return Some(at);
        }
        let key = self.hits.get(at)?.key;
        Some(self.hits.iter().filter(|hit| hit.key < key).count())
    }

    /// All hits in order.
    pub fn into_hits(mut self) -> Vec<Hit> {
        self.sort_to(self.hits.len());
        let hit = |ranked: RankedHit| Hit {
            doc: ranked.doc,
            score: ranked.score,
            complete: self.complete,
        };
        self.hits.into_iter().map(hit).collect()
    }

    /// Puts the first `end` in order, and so many more that it is seldom done.
    fn sort_to(&mut self, end: usize) {
        if end <= self.sorted {
            return;
        }
        let wanted = end.max(self.sorted * 2).max(MIN_SORTED);
        let Some(rest) = self.hits.get_mut(self.sorted..) else {
            return;
        };
        let count = (wanted - self.sorted).min(rest.len());
        if count < rest.len() {
            rest.select_nth_unstable_by_key(count, |hit| hit.key);
        }
        if let Some(next) = rest.get_mut(..count) {
            next.sort_unstable_by_key(|hit| hit.key);
        }
        self.sorted += count;
    }
}

/// The place of every article of a library in the order of [`Sort::Date`], worked out when it is needed.
#[derive(Clone, Debug, Default)]
pub(super) struct DatePlaces(Arc<OnceLock<Vec<u32>>>);

impl DatePlaces {
    fn of(&self, library: &Library) -> &[u32] {
        self.0.get_or_init(|| {
            let numbers = (0..).take(library.len()).map(ArticleNo);
            // Day and rank in one number, which are sorted in a fraction of the time.
            let key = |no| u64::from(!ascending_day(library.columns.day(no))) << u32::BITS;
            let ranked = |no| key(no) | u64::from(library.rank(no));
            let mut all: Vec<u64> = numbers.map(ranked).collect();
            all.sort_unstable();
            let mut places = vec![0; all.len()];
            for (key, place) in all.into_iter().zip(0..) {
                let no = library.at_rank(key as u32);
                if let Some(slot) = places.get_mut(no.index()) {
                    *slot = place;
                }
            }
            places
        })
    }
}

/// Gives the articles of a library their keys in one order.
pub(super) struct Ranking<'a> {
    library: &'a Library,
    by: RankedBy,
    dates: &'a [u32],
    /// By place of the source, the place of its name among all names in order.
    names: Vec<u32>,
}

/// What is compared before all else.
#[derive(Clone, Copy, PartialEq)]
enum RankedBy {
    Score,
    Source,
    Date,
    Age,
    Place,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(library: &'a Library, sort: Sort, searched: bool) -> Ranking<'a> {
        let by = match sort {
            Sort::Relevance if searched => RankedBy::Score,
            Sort::Date | Sort::Relevance => RankedBy::Date,
            Sort::Oldest => RankedBy::Age,
            Sort::Source => RankedBy::Source,
            Sort::Place => RankedBy::Place,
        };
        Ranking {
            library,
            by,
            dates: match by {
                RankedBy::Place | RankedBy::Age => &[],
                _ => library.dates.of(library),
            },
            names: match by {
                RankedBy::Source => name_places(library.columns.names()),
                _ => Vec::new(),
            },
        }
    }

    /// A hit with its key.
    pub(super) fn ranked(&self, hit: &Hit) -> RankedHit {
        let no = ArticleNo(hit.doc);
        let first = match self.by {
            RankedBy::Score => !ascending(hit.score),
            RankedBy::Source => {
                let name = self.names.get(self.library.columns.source(no));
                name.copied().unwrap_or(u32::MAX)
            }
            RankedBy::Age => self.library.columns.age(no),
            RankedBy::Date | RankedBy::Place => 0,
        };
        let then = match self.by {
            RankedBy::Place | RankedBy::Age => self.library.rank(no),
            _ => self.dates.get(no.index()).copied().unwrap_or(u32::MAX),
        };
        RankedHit {
            key: u64::from(first) << u32::BITS | u64::from(then),
            doc: hit.doc,
            score: hit.score,
        }
    }
}

/// Numbers in the order of days.
fn ascending_day(of: Day) -> u32 {
    let (year, month, day) = of;
    let year = year.cast_unsigned() ^ 1 << (u16::BITS - 1);
    u32::from(year) << u16::BITS | u32::from(month) << u8::BITS | u32::from(day)
}

/// Numbers in the order of [`f32::total_cmp`].
fn ascending(score: f32) -> u32 {
    let bits = score.to_bits();
    if score.is_sign_negative() {
        !bits
    } else {
        bits | 1 << (u32::BITS - 1)
    }
}

/// The place of each name among all in order; the unknown source stands last.
fn name_places(names: &[String]) -> Vec<u32> {
    let mut order: Vec<(bool, &str, usize)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (name.is_empty(), name.as_str(), at))
        .collect();
    order.sort_unstable();
    let mut places = vec![0; names.len()];
    for ((_, _, at), place) in order.into_iter().zip(0..) {
        if let Some(slot) = places.get_mut(at) {
            *slot = place;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(keys: impl Iterator<Item = u64>) -> RankedHits {
        let hit = |key: u64| RankedHit {
            key,
            doc: u32::try_from(key).unwrap(),
            score: 0.0,
        };
        RankedHits::new(keys.map(hit).collect(), true)
    }

    #[test]
    fn every_row_stands_where_sorting_would_put_it() {
        // 4099 is prime: all keys below it, in disorder.
        let mut ranked = hits((0..4099).map(|n| n * 1000 % 4099));
        for from in [0, 10, 300, 2000, 700, 4090, 5000] {
            let shown: Vec<u64> = ranked.at(from..from + 20).iter().map(|h| h.key).collect();
            let expected: Vec<u64> = (from as u64..4099).take(20).collect();
            assert_eq!(shown, expected, "from {from}");
            assert_eq!(ranked.place(3500), Some(3500));
            assert_eq!(ranked.place(7), Some(7));
        }
        assert_eq!(ranked.place(9999), None);
        let all = ranked.into_hits();
        assert!(all.iter().map(|hit| hit.doc).eq(0..4099));
    }

    #[test]
    fn days_keep_their_order() {
        let days = [
            (i16::MIN, 0, 0),
            (-1, 12, 31),
            (0, 1, 1),
            (1999, 0, 0),
            (1999, 2, 1),
            (1999, 2, 28),
            (2024, 1, 1),
            (i16::MAX, 12, 31),
        ];
        assert!(days.iter().map(|day| ascending_day(*day)).is_sorted());
    }

    #[test]
    fn scores_keep_their_order() {
        let scores = [
            f32::NEG_INFINITY,
            -1.5,
            -0.0,
            0.0,
            1e-30,
            0.05,
            7.25,
            f32::INFINITY,
        ];
        assert!(scores.iter().map(|s| ascending(*s)).is_sorted());
    }
}
