//! From a verb's question to the store's answer: one method a question, the pages of a listing put together.
//!
//! An answer to another question than the one asked is an error, as is a corpus that changes between
//! two answers that belong together.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use anyhow::{Result, bail, ensure};

use crate::corpus::Stop;
use crate::library::ArticleKey;
use crate::store::{
    AlikeGroup, Anchor, Answer, Answered, ArticleRecord, Ask, Card, ListAsk, ListHead, ListRow,
    Listing, NameMatch, Neighbours, Overview, RelatedRow, State, Store, Window,
};
use crate::tui::SaidError;
use crate::words::messages;

messages! {
    /// Why an answer is of no use.
    enum PortFault {
        OtherAnswer "store-answered-otherwise";
        Changed "corpus-changed-meanwhile";
    }
}

/// Rows of a listing that are asked for at a time, so that memory does not grow with what was found.
const PAGE_ROWS: usize = 500;

/// A store, asked by a verb; it waits for each answer.
#[derive(Clone, Copy)]
pub(super) struct Port<'a> {
    store: &'a dyn Store,
}

impl<'a> Port<'a> {
    pub(super) fn of(store: &'a dyn Store) -> Port<'a> {
        Port { store }
    }

    /// Number of articles in the corpus.
    pub(super) fn articles(self) -> usize {
        self.store.known().articles
    }

    /// The articles of a listing in order, at most `limit` of them.
    pub(super) fn rows(self, ask: ListAsk, limit: usize) -> Result<ListedArticles<'a>> {
        let mut rows = ListedArticles {
            port: self,
            ask,
            limit,
            state: State::default(),
            head: Arc::default(),
            listed: Vec::new(),
            next_row: 0,
            page: VecDeque::new(),
        };
        let (state, listing) = rows.window()?;
        (rows.state, rows.head) = (state, Arc::clone(&listing.head));
        rows.keep(listing);
        Ok(rows)
    }

    /// What is known of a listing as a whole.
    pub(super) fn head(self, ask: ListAsk) -> Result<Arc<ListHead>> {
        Ok(self.rows(ask, 0)?.head)
    }

    /// The article that an id, a key or the beginning of either stands for.
    pub(super) fn find(self, name: &str) -> Result<NameMatch> {
        match self.ask(&Ask::Find(name.to_owned()))?.answer {
            Answer::Find(lookup) => Ok(lookup),
            _ => Err(unexpected()),
        }
    }

    /// An article.
    pub(super) fn record(self, key: ArticleKey) -> Result<ArticleRecord> {
        let (_, mut records) = self.records(vec![key])?;
        Ok(records.pop().ok_or_else(changed)?)
    }

    /// An article for each key, in the same order.
    pub(super) fn records(self, keys: Vec<ArticleKey>) -> Result<(State, Vec<ArticleRecord>)> {
        let count = keys.len();
        let Answered { state, answer } = self.ask(&Ask::Records(keys))?;
        match answer {
            Answer::Records(records) if records.len() == count => Ok((state, records)),
            Answer::Records(_) => Err(changed().into()),
            _ => Err(unexpected()),
        }
    }

    /// The `n` articles closest to one, closest first, then all its versions.
    pub(super) fn related(self, key: ArticleKey, n: usize) -> Result<Vec<RelatedRow>> {
        match self.ask(&Ask::Related { key, n })?.answer {
            Answer::Related(rows) => Ok(rows),
            _ => Err(unexpected()),
        }
    }

    /// For each article at these places, by path and record, the `n` closest, and its versions.
    pub(super) fn related_to_each(self, places: Range<usize>, n: usize) -> Result<Vec<Neighbours>> {
        match self.ask(&Ask::RelatedToEach { places, n })?.answer {
            Answer::RelatedToEach(neighbours) => Ok(neighbours),
            _ => Err(unexpected()),
        }
    }

    /// Groups of articles of which any two are at least as alike as `threshold` (0 to 1).
    pub(super) fn stories(self, threshold: f32) -> Result<Vec<AlikeGroup>> {
        match self.ask(&Ask::Stories { threshold })?.answer {
            Answer::Stories(groups) => Ok(groups),
            _ => Err(unexpected()),
        }
    }

    /// What is in the corpus, and the state in which that is so.
    pub(super) fn overview(self) -> Result<(State, Overview)> {
        let Answered { state, answer } = self.ask(&Ask::Overview)?;
        match answer {
            Answer::Overview(overview) => Ok((state, *overview)),
            _ => Err(unexpected()),
        }
    }

    fn ask(self, ask: &Ask) -> Result<Answered> {
        Ok(self.store.ask(ask, &Stop::default())?)
    }
}

fn unexpected() -> anyhow::Error {
    SaidError::of(&PortFault::OtherAnswer).into()
}

pub(super) fn changed() -> SaidError {
    SaidError::of(&PortFault::Changed)
}

/// An article of a listing: its row, and the article whole.
pub(super) struct ListedArticle {
    pub card: Arc<Card>,
    pub record: ArticleRecord,
}

/// The articles of a listing, fetched a page at a time.
pub(super) struct ListedArticles<'a> {
    port: Port<'a>,
    ask: ListAsk,
    /// Articles that may still be fetched.
    limit: usize,
    state: State,
    pub head: Arc<ListHead>,
    /// Cards of the window that was fetched last.
    listed: Vec<Arc<Card>>,
    /// First row after that window.
    next_row: usize,
    /// What is left of a page.
    page: VecDeque<ListedArticle>,
}

impl ListedArticles<'_> {
    /// Gives no more rows.
    pub(super) fn end(&mut self) {
        self.limit = 0;
        self.listed.clear();
        self.page.clear();
    }

    /// The next window, and the state of the corpus that it came from.
    fn window(&mut self) -> Result<(State, Listing)> {
        self.ask.window = Window {
            anchor: Anchor::Row(self.next_row),
            before: 0,
            after: self.limit.clamp(1, PAGE_ROWS) - 1,
        };
        let Answered { state, answer } = self.port.ask(&Ask::List(self.ask.clone()))?;
        match answer {
            Answer::List(listing) => Ok((state, listing)),
            _ => Err(unexpected()),
        }
    }

    /// Keeps the cards of a window, as many as are wanted.
    fn keep(&mut self, listing: Listing) {
        self.next_row = listing.start + listing.rows.len();
        let card = |row| match row {
            ListRow::Article(card) => Some(card),
            ListRow::Header { .. } | ListRow::More(_) => None,
        };
        let cards = listing.rows.into_iter().filter_map(card);
        self.listed = cards.take(self.limit).collect();
        self.limit -= self.listed.len();
    }

    /// Fills the page; it stays empty at the end of the listing.
    fn fetch(&mut self) -> Result<()> {
        while self.listed.is_empty() && self.limit > 0 && self.next_row < self.head.rows {
            let before = self.next_row;
            let (state, listing) = self.window()?;
            self.keep(listing);
            if state != self.state || self.next_row <= before {
                bail!(changed());
            }
        }
        let cards = std::mem::take(&mut self.listed);
        if cards.is_empty() {
            return Ok(());
        }
        let keys = cards.iter().map(|card| card.key).collect();
        let (state, records) = self.port.records(keys)?;
        ensure!(state == self.state, changed());
        let rows = cards.into_iter().zip(records);
        self.page = rows
            .map(|(card, record)| ListedArticle { card, record })
            .collect();
        Ok(())
    }
}

impl Iterator for ListedArticles<'_> {
    type Item = Result<ListedArticle>;

    fn next(&mut self) -> Option<Result<ListedArticle>> {
        if self.page.is_empty()
            && let Err(error) = self.fetch()
        {
            self.end();
            return Some(Err(error));
        }
        self.page.pop_front().map(Ok)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Known, StoreError};

    /// Lists an article that is gone when it is asked for; answers anything else with groups.
    struct Odd;

    impl Store for Odd {
        fn ask(&self, ask: &Ask, _: &Stop) -> Result<Answered, StoreError> {
            let head = ListHead {
                rows: 3,
                ..ListHead::default()
            };
            let answer = match ask {
                Ask::List(_) => Answer::List(Listing {
                    head: Arc::new(head),
                    rows: vec![ListRow::Article(Arc::default())],
                    ..Listing::default()
                }),
                Ask::Records(_) => Answer::Records(Vec::new()),
                Ask::Related { .. } => return Err(StoreError::Gone),
                _ => Answer::Stories(Vec::new()),
            };
            Ok(Answered {
                state: State(7),
                answer,
            })
        }

        fn known(&self) -> Known {
            Known::default()
        }
    }

    #[track_caller]
    fn check<T>(result: Result<T>, expected: &str) {
        let message = result.err().map(|error| error.to_string());
        let begins = message.as_deref().is_some_and(|m| m.starts_with(expected));
        assert!(begins, "{message:?}");
    }

    #[test]
    fn wrong_answers_are_errors() {
        let port = Port::of(&Odd);
        let key = ArticleKey::default();
        check(port.find("w-1"), "the store answered another question");
        check(
            port.related_to_each(0..9, 1),
            "the store answered another question",
        );
        check(port.overview(), "the store answered another question");
        check(port.related(key, 1), "the article is no longer");
        check(port.record(key), "the corpus changed");
        assert!(port.stories(0.5).is_ok());
    }

    #[test]
    fn a_listing_ends_with_its_first_error() {
        let mut rows = Port::of(&Odd).rows(ListAsk::default(), 9).unwrap();
        check(rows.next().unwrap().map(drop), "the corpus changed");
        assert!(rows.next().is_none());
        // The second window says that it begins where the first did.
        let mut rows = Port::of(&Odd).rows(ListAsk::default(), 9).unwrap();
        rows.listed.clear();
        check(rows.next().unwrap().map(drop), "the corpus changed");
    }
}
