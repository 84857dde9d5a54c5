//! From a window of a list to its rows; the list is kept in its order for later windows.
//!
//! A window costs little more than what it shows, whatever was found: a list is sorted only as far as
//! windows have reached into it ([`super::ordered`]).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Snapshot;
use super::ordered::Ordered;
use crate::corpus::Stop;
use crate::index::Matcher;
use crate::library::Request;
use crate::store::{Anchor, Group, ListAsk, Listing, Marks, State, StoreError};

/// Lists kept for their later windows: the one on the screen, the few before it that a key leads back to,
/// and those that verbs page through.
const MAX_LISTS: usize = 6;
/// Rows on either side of a window's anchor: more than a verb asks for at a time, and than any screen is high.
const MAX_WINDOW: usize = 4096;

/// The lists asked for last, newest first; all of one state of the corpus.
#[derive(Default)]
pub(super) struct Listings {
    kept: Mutex<Vec<Arc<Ordered>>>,
}

/// What decides a list: what is equal in all asks for windows of it.
#[derive(Clone, PartialEq)]
pub(super) struct ListName {
    pub(super) state: State,
    pub(super) request: Request,
    pub(super) group: Group,
    pub(super) stories: bool,
}

impl Listings {
    /// The rows of a window.
    pub(super) fn window(
        &self,
        snapshot: &Snapshot,
        ask: &ListAsk,
        stop: &Stop,
    ) -> Result<Listing, StoreError> {
        let ordered = self.ordered(snapshot, ask, stop)?;
        let anchor = match &ask.window.anchor {
            Anchor::Row(row) => (ordered.head.rows > 0).then(|| (*row).min(ordered.head.rows - 1)),
            Anchor::Keys(keys) => {
                let numbers = keys.iter().filter_map(|key| snapshot.library.number(*key));
                ordered.row_of_first(numbers)
            }
        };
        let at = anchor.unwrap_or(0);
        let before = ask.window.before.min(MAX_WINDOW);
        let after = ask.window.after.min(MAX_WINDOW);
        let start = at.saturating_sub(before);
        let end = at.saturating_add(after + 1).min(ordered.head.rows);
        let kept = ordered.kept(start, end).into_iter();
        let rows = kept.filter_map(|row| ordered.row(snapshot, row, ask.snippet_chars));
        Ok(Listing {
            head: Arc::clone(&ordered.head),
            start,
            rows: rows.collect(),
            anchor,
        })
    }

    /// What a query marks in texts.
    pub(super) fn matcher(&self, snapshot: &Snapshot, marks: &Marks) -> Matcher {
        let kept = self.lock();
        let same = |ordered: &&Arc<Ordered>| {
            let request = &ordered.name.request;
            ordered.name.state == snapshot.known.state
                && (&request.text, request.typing, request.forms)
                    == (&marks.text, marks.typing, marks.forms)
        };
        if let Some(ordered) = kept.iter().find(same) {
            return ordered.found.matcher.clone();
        }
        drop(kept);
        let Marks {
            text,
            typing,
            forms,
        } = marks;
        snapshot.library.matcher(text, *typing, *forms)
    }

    fn ordered(
        &self,
        snapshot: &Snapshot,
        ask: &ListAsk,
        stop: &Stop,
    ) -> Result<Arc<Ordered>, StoreError> {
        let name = ListName {
            state: snapshot.known.state,
            request: ask.request.clone(),
            group: ask.group,
            stories: ask.stories,
        };
        let mut kept = self.lock();
        if let Some(at) = kept.iter().position(|ordered| ordered.name == name) {
            let ordered = kept.remove(at);
            kept.insert(0, Arc::clone(&ordered));
            return Ok(ordered);
        }
        // The lock is not held while searching: other lanes have questions too.
        drop(kept);
        let ordered = Arc::new(Ordered::new(snapshot, name, stop)?);
        let mut kept = self.lock();
        let newest = kept.iter().map(|other| other.name.state).max();
        // A search may outlast its state: its list will not be asked for again.
        if newest.is_none_or(|newest| newest <= snapshot.known.state) {
            kept.retain(|other| other.name.state == snapshot.known.state);
            kept.insert(0, Arc::clone(&ordered));
            kept.truncate(MAX_LISTS);
        }
        Ok(ordered)
    }

    /// Frees the lists of earlier states, which no later window can be put together with.
    pub(super) fn forget_before(&self, state: State) {
        self.lock().retain(|list| list.name.state >= state);
    }

    /// The lists; each is whole, whoever panicked.
    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Ordered>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
