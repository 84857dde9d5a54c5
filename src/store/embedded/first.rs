//! The newest articles of a kept corpus, from before it is opened: lists begin with them, anything else waits.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::{Embedded, Snapshot};
use crate::corpus::Stop;
use crate::library::{ArticleKey, ArticleRow, FirstScreen, Request};
use crate::store::{Anchor, Card, Group, Known, ListAsk, ListHead, ListRow, Listing, StoreError};

/// Time between two looks for a library that is awaited: shorter than anybody sees.
const LOOK_AGAIN: Duration = Duration::from_millis(4);

impl Embedded {
    /// Shows the first screen of a corpus that will be published soon.
    pub fn publish_first(&self, first: FirstScreen) -> Known {
        self.change(|snapshot| snapshot.first = Some(Arc::new(first)))
    }

    /// Ends waiting for a library: loading it has failed.
    pub fn give_up_first(&self) {
        if self.snapshot().first.is_some() {
            self.change(|snapshot| snapshot.first = None);
        }
    }

    /// The present state once there is a library in it.
    pub(super) fn with_library(&self, stop: &Stop) -> Result<Arc<Snapshot>, StoreError> {
        loop {
            let snapshot = self.snapshot();
            if snapshot.first.is_none() {
                return Ok(snapshot);
            }
            if stop.is_set() {
                return Err(StoreError::Stopped);
            }
            thread::sleep(LOOK_AGAIN);
        }
    }
}

/// The rows of a window of the list of everything, newest first; `None` where other rows are asked for.
pub(super) fn window(first: &FirstScreen, known: Known, ask: &ListAsk) -> Option<Listing> {
    let of_all = ask.request == Request::default() && ask.group == Group::None;
    let anchor = match &ask.window.anchor {
        Anchor::Row(row) => Some(*row),
        Anchor::Keys(keys) => {
            let rows = || first.rows.iter();
            let row_of = |key: &ArticleKey| rows().position(|row| row.key == *key);
            keys.iter().find_map(row_of)
        }
    };
    let at = anchor.unwrap_or(0);
    let start = at.saturating_sub(ask.window.before);
    let end = at.saturating_add(ask.window.after).saturating_add(1);
    let end = end.min(first.articles);
    let rows = first.rows.get(start..end)?;
    if !of_all || rows.is_empty() || ask.snippet_chars.is_some() {
        return None;
    }
    let card = |(at, row): (usize, &ArticleRow)| {
        ListRow::Article(Arc::new(Card {
            at,
            complete: true,
            ..Card::from(row.clone())
        }))
    };
    Some(Listing {
        head: Arc::new(ListHead {
            known,
            rows: first.articles,
            count: first.articles,
            total: first.articles,
            facets: first.facets.clone(),
            ..ListHead::default()
        }),
        start,
        rows: (start..).zip(rows).map(card).collect(),
        anchor,
    })
}
