//! Takes all credits and dates that the lines of an article name, gives the surest source, author and date.

use super::super::dateline::{DateShape, LineDate};
use super::super::source::Credit;
use super::recognised_lines::RecognisedLines;

/// The kinds of credit, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CreditRank {
    /// After a label: `المصدر: …`.
    Labelled,
    /// A byline near the headline.
    Byline,
    /// A byline near the end.
    Footer,
    /// At the end of the last paragraph.
    Closing,
    /// In the dateline of a report.
    Lead,
}

/// A credit, its kind and the index of its paragraph.
pub(super) struct RankedCredit {
    pub(super) rank: CreditRank,
    pub(super) paragraph: usize,
    pub(super) credit: Credit,
}

/// Fewest different lines that are only a date in a chronicle, whose entries they head.
const MIN_CHRONICLE_DATES: usize = 3;

impl RecognisedLines<'_> {
    /// The surest source and the surest author. Of several labels the last one wins, as it stands
    /// under the text.
    pub(super) fn credit(&self) -> Credit {
        let best = |has: fn(&Credit) -> Option<&String>| {
            let found = self.credits.iter().filter(|c| has(&c.credit).is_some());
            let order = |c: &&RankedCredit| match c.rank {
                CreditRank::Labelled => (c.rank, usize::MAX - c.paragraph),
                rank => (rank, c.paragraph),
            };
            found
                .min_by_key(order)
                .and_then(|c| has(&c.credit))
                .cloned()
        };
        Credit {
            source: best(|c| c.source.as_ref()),
            author: best(|c| c.author.as_ref()),
        }
    }

    /// The surest date: a line of its own before one in a sentence, a full date before a partial one.
    pub(super) fn dated(&self) -> Option<LineDate> {
        let timeline = self.distinct_alone() >= MIN_CHRONICLE_DATES;
        let stands = |(i, dated): &&(usize, LineDate)| {
            let beside =
                matches!(dated.shape, DateShape::Alone | DateShape::Marked) && !self.bullets[*i];
            !(beside && self.is_amid(*i))
                && (!timeline || dated.shape != DateShape::Alone || self.bullets[*i] || *i <= 1)
        };
        let order = |(i, dated): &&(usize, LineDate)| {
            (
                dated.shape >= DateShape::Lead,
                dated.date.day().is_none(),
                dated.shape,
                *i,
            )
        };
        self.dates
            .iter()
            .filter(stands)
            .min_by_key(order)
            .map(|(_, dated)| dated.clone())
    }

    /// Number of different dates in lines that are a date alone.
    fn distinct_alone(&self) -> usize {
        let alone = self
            .dates
            .iter()
            .filter(|(i, d)| d.shape == DateShape::Alone && !self.bullets[*i]);
        let amid = self.amid.iter().map(|date| date.sort_key());
        let mut dates: Vec<_> = alone.map(|(_, d)| d.date.sort_key()).chain(amid).collect();
        dates.sort_unstable();
        dates.dedup();
        dates.len()
    }
}
