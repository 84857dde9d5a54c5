//! From the articles of a corpus to what stands in more than one of them, by the numbers of the articles.
//!
//! Finding copies reads the whole corpus, so it is done apart from loading and searching; what is
//! found is kept beside the library and not in it.

use jiff::civil::Date;

use super::columns::Day;
use super::keeping::CopiesKeeper;
use super::{ArticleNo, Entry, Library};
use crate::corpus::Ymd;
use crate::dedup::across::THRESHOLD;
use crate::dedup::{ArticleText, Copies, DatedArticle, DatedArticles, Version};

impl Entry {
    /// The article as the search for copies sees it.
    pub fn doc(&self) -> DatedArticle<'_> {
        DatedArticle {
            article: ArticleText::from(&self.article),
            folds: &self.folds,
            day: self.day().map(days),
        }
    }

    /// The article as it is compared with another version.
    pub fn version(&self) -> Version<'_> {
        Version {
            article: ArticleText::from(&self.article),
            folds: &self.folds,
        }
    }

    /// The day it is of, a guessed one included.
    pub(super) fn day(&self) -> Option<Date> {
        let Ymd { year, month, day } = self.article.best_day()?;
        date((year, month, day))
    }

    /// Days between it and another, where both dates are known.
    pub fn days_apart(&self, other: &Entry) -> Option<u32> {
        let span = self.day()?.until(other.day()?).ok()?;
        Some(span.get_days().unsigned_abs())
    }
}

/// A whole date; `None` of a partial one.
pub(super) fn date(day: Day) -> Option<Date> {
    let (year, month, day) = day;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Days since 1970.
fn days(date: Date) -> i32 {
    let since = Date::constant(1970, 1, 1).until(date);
    debug_assert!(since.is_ok(), "no days between two dates");
    since.map_or(0, |span| span.get_days())
}

impl Library {
    /// What stands in more than one article, as an earlier run kept it, or found and kept now.
    pub fn kept_copies(&self) -> Copies {
        let kept = self.copies_keeper.as_ref().and_then(CopiesKeeper::read);
        kept.unwrap_or_else(|| {
            let copies = self.copies(THRESHOLD);
            // Of a corpus that lacks articles they would be wrong.
            let keeper = self.copies_keeper.as_ref().filter(|_| !self.is_damaged());
            if let Some(keeper) = keeper {
                keeper.keep(&copies);
            }
            copies
        })
    }

    /// What stands in more than one article; articles as like as `threshold` (0 to 1) are versions
    /// of one story.
    pub fn copies(&self, threshold: f32) -> Copies {
        let numbers = self.shards.numbers_in_order(&self.order);
        let numbers: Vec<u32> = numbers.map(|no| no.0).collect();
        Copies::find(&ByRank { library: self }, threshold).numbered(numbers)
    }
}

/// The articles by rank.
struct ByRank<'a> {
    library: &'a Library,
}

impl ByRank<'_> {
    fn number(&self, rank: u32) -> ArticleNo {
        self.library.at_rank(rank)
    }
}

impl DatedArticles for ByRank<'_> {
    fn count(&self) -> u32 {
        u32::try_from(self.library.len()).unwrap_or(u32::MAX)
    }

    fn day(&self, article: u32) -> Option<i32> {
        self.library.day(self.number(article)).map(days)
    }

    fn read(&self, article: u32, read: &mut dyn FnMut(&DatedArticle<'_>)) {
        if let Some(entry) = self.library.read_entry(self.number(article)) {
            read(&entry.doc());
        }
    }
}
