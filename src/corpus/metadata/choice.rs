//! Takes everything the lines of an article name, gives the one source, author and date that are surest.

use super::super::dateline::{Dated, Shape};
use super::super::source::Credit;
use super::lines::Lines;

/// How sure a kind of credit is; the earlier the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Labelled,
    Byline,
    Footer,
    Closing,
    Lead,
}

impl Lines<'_> {
    /// The surest source and the surest author; of equally sure labels the last, which stands under the text.
    pub(super) fn credit(&self) -> Credit {
        let best = |has: fn(&Credit) -> Option<&String>| {
            let found = self.credits.iter().filter(|c| has(&c.2).is_some());
            let order = |c: &&(Rank, usize, Credit)| match c.0 {
                Rank::Labelled => (c.0, usize::MAX - c.1),
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
    pub(super) fn dated(&self) -> Option<Dated> {
        let timeline = self.distinct_alone() >= 3;
        let stands = |(i, dated): &&(usize, Dated)| {
            let beside = matches!(dated.shape, Shape::Alone | Shape::Marked) && !self.bullets[*i];
            !(beside && self.is_amid(*i))
                && (!timeline || dated.shape != Shape::Alone || self.bullets[*i] || *i <= 1)
        };
        let order = |(i, dated): &&(usize, Dated)| {
            (
                dated.shape >= Shape::Lead,
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
            .filter(|(i, d)| d.shape == Shape::Alone && !self.bullets[*i]);
        let amid = self.amid.iter().map(|date| date.sort_key());
        let mut dates: Vec<_> = alone.map(|(_, d)| d.date.sort_key()).chain(amid).collect();
        dates.sort_unstable();
        dates.dedup();
        dates.len()
    }
}
