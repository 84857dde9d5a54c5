//! What filters, orders and facets ask of every article, in columns: a search looks at thousands.

use std::collections::HashMap;

use super::facets::YearMonth;
use super::shard::ShardColumns;
use super::{ArticleNo, Summary};
use crate::corpus::{PartialDate, Ymd};

/// By article number. They grow with each shard.
#[derive(Clone, Debug, Default)]
pub(super) struct ArticleColumns {
    /// Names of sources; an article has the place of its own. The empty name is "unknown".
    names: Vec<String>,
    places: HashMap<String, u32>,
    sources: Vec<u32>,
    days: Vec<Day>,
    dates: Vec<Option<PartialDate>>,
    /// The year of the oldest and of the newest article that has one.
    years: Option<(i16, i16)>,
}

/// Year, month and day; later days are greater, an unknown day comes before every other.
pub(super) type Day = (i16, u8, u8);

/// The day of an article without a date.
const UNKNOWN: Day = (i16::MIN, 0, 0);

impl ArticleColumns {
    /// Takes in a shard that comes after those known.
    pub(super) fn add(&mut self, shard: &ShardColumns) {
        let names = shard.source_names.iter();
        let places: Vec<u32> = names.map(|name| self.place(name)).collect();
        let place = |source: &u32| places.get(*source as usize).copied().unwrap_or(0);
        self.sources.extend(shard.sources.iter().map(place));
        for (place, date) in (0..).zip(&shard.dates) {
            // A guessed date counts as that day.
            let guess = shard
                .guesses
                .get(&place)
                .map(|day| (day.year, day.month, day.day));
            let known = date.and_then(PartialDate::day);
            let day = match (known, guess) {
                (None, Some(guess)) => guess,
                _ => date.map_or(UNKNOWN, PartialDate::sort_key),
            };
            self.days.push(day);
            if let Some(year) = date.and_then(PartialDate::year) {
                let (first, last) = self.years.unwrap_or((year, year));
                self.years = Some((first.min(year), last.max(year)));
            }
        }
        self.dates.extend_from_slice(&shard.dates);
    }

    fn place(&mut self, name: &str) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        debug_assert!(place < u32::MAX, "more sources than numbers");
        self.places.insert(name.to_owned(), place);
        self.names.push(name.to_owned());
        place
    }

    /// The corpus in three numbers.
    /// Bytes of memory that they take.
    pub(super) fn memory(&self) -> u64 {
        let columns = [
            size_of_val(&*self.sources),
            size_of_val(&*self.days),
            size_of_val(&*self.dates),
        ];
        columns.iter().sum::<usize>() as u64
    }

    pub(super) fn summary(&self) -> Summary {
        let unknown = usize::from(self.places.contains_key(""));
        Summary {
            sources: self.names.len() - unknown,
            first_year: self.years.map(|(first, _)| first),
            last_year: self.years.map(|(_, last)| last),
        }
    }

    /// The year of the oldest and of the newest article that has one.
    pub(super) fn years(&self) -> Option<(i16, i16)> {
        self.years
    }

    /// The names of all sources, each once.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of an article's source among [`ArticleColumns::names`].
    pub(super) fn source(&self, no: ArticleNo) -> usize {
        let place = self.sources.get(no.index());
        debug_assert!(place.is_some(), "{no:?} is no article of this library");
        place.map_or(0, |place| *place as usize)
    }

    pub(super) fn month(&self, no: ArticleNo) -> YearMonth {
        let (year, month, _) = self.day(no);
        (year != UNKNOWN.0 && month > 0).then_some((year, month))
    }

    /// The day of an article, where all of it is known or guessed.
    pub(super) fn ymd(&self, no: ArticleNo) -> Option<Ymd> {
        let (year, month, day) = self.day(no);
        let known = year != UNKNOWN.0 && month > 0 && day > 0;
        known.then_some(Ymd { year, month, day })
    }

    /// What is known of an article's date, or guessed.
    pub(super) fn best_date(&self, no: ArticleNo) -> Option<PartialDate> {
        self.ymd(no).map(PartialDate::Day).or(self.date(no))
    }

    /// What is known of an article's date.
    pub(super) fn date(&self, no: ArticleNo) -> Option<PartialDate> {
        self.dates.get(no.index()).copied().flatten()
    }

    /// A number that is greater the later the day is; greater than any for a day of no known year, the greatest for an
    /// unknown one.
    pub(super) fn age(&self, no: ArticleNo) -> u32 {
        let day @ (year, month, date) = self.day(no);
        if day == UNKNOWN {
            return u32::MAX;
        }
        // From 1 on for the earliest; one below that is the greatest.
        let year = year.wrapping_sub(UNKNOWN.0).cast_unsigned().wrapping_sub(1);
        u32::from(year) << 16 | u32::from(month) << 8 | u32::from(date)
    }

    pub(super) fn day(&self, no: ArticleNo) -> Day {
        self.days.get(no.index()).copied().unwrap_or(UNKNOWN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_of_a_day_has_its_order_and_unknown_ones_are_last() {
        let days = [
            (-40, 1, 1),
            (2015, 0, 0),
            (2015, 2, 0),
            (2015, 2, 27),
            (2016, 1, 1),
            (i16::MAX, 12, 31),
            (i16::MIN, 3, 5),
            UNKNOWN,
        ];
        let columns = ArticleColumns {
            days: days.to_vec(),
            ..ArticleColumns::default()
        };
        let ages: Vec<u32> = (0..days.len() as u32)
            .map(|no| columns.age(ArticleNo(no)))
            .collect();
        assert!(ages.is_sorted_by(|a, b| a < b), "{ages:?}");
    }
}
