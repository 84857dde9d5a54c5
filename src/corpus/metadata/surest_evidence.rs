//! Takes everything the lines of an article name, gives the one source, author and date that are surest.

use super::super::dateline::{DateShape, LineDate};
use super::super::source::Credit;
use super::recognised_lines::RecognisedLines;

/// How sure a kind of credit is; the earlier the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CreditRank {
    Labelled,
    Byline,
    Footer,
    Closing,
    Lead,
}

impl RecognisedLines<'_> {
    /// The surest source and the surest author; of equally sure labels the last, which stands under the text.
    pub(super) fn credit(&self) -> Credit {
        let best = |has: fn(&Credit) -> Option<&String>| {
            let found = self.credits.iter().filter(|c| has(&c.2).is_some());
            let order = |c: &&(CreditRank, usize, Credit)| match c.0 {
                CreditRank::Labelled => (c.0, usize::MAX - c.1),
                rank => (rank, c.1),
            };
            found.min_by_key(order).and_then(|c| has(&c.2)).cloned()
        };
        Credit {
            source: best(|c| c.source.as_ref()),
            author: best(|c| c.author.as_ref()),
        }
    }

    /// The surest date: a line of its own before the first sentence, a full one before a partial one.
    pub(super) fn dated(&self) -> Option<LineDate> {
        let timeline = self.distinct_alone() >= 3;
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

    /// Lines that are a date alone: from three different ones on they head the entries of a chronicle.
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
