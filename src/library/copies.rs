//! From the articles of a corpus to what stands in more than one of them, by the numbers of the articles.
//!
//! Finding copies reads the whole corpus, so it is done apart from loading and searching; what is
//! found is kept beside the library and not in it.

use jiff::civil::Date;

use super::{Entry, Library};
use crate::corpus::Ymd;
use crate::dedup::{ArticleText, Copies, DatedArticle, Version};

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
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// Days between it and another, where both dates are known.
    pub fn days_apart(&self, other: &Entry) -> Option<u32> {
        let span = self.day()?.until(other.day()?).ok()?;
        Some(span.get_days().unsigned_abs())
    }
}

/// Days since 1970.
fn days(date: Date) -> i32 {
    let since = Date::constant(1970, 1, 1).until(date);
    debug_assert!(since.is_ok(), "no days between two dates");
    since.map_or(0, |span| span.get_days())
}

impl Library {
    /// What stands in more than one article; articles as like as `threshold` (0 to 1) are versions
    /// of one story.
    pub fn copies(&self, threshold: f32) -> Copies {
        let docs: Vec<DatedArticle<'_>> = self.in_order().map(|(_, entry)| entry.doc()).collect();
        let numbers = self.in_order().map(|(no, _)| no.0).collect();
        Copies::find(&docs, threshold).numbered(numbers)
    }
}
