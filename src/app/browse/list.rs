//! The list on the screen: a window of rows that a store gave, the selected row, and what is in view.
//!
//! Rows are known by their place among all rows. Moving never waits: where a row has not come yet the
//! selection stands on its place, and when it comes and is a header, the selection goes on to the
//! article behind it.

use std::ops::Range;
use std::sync::Arc;

use super::list_spec::ListSpec;
use crate::app::message::{Lane, StoreReply};
use crate::app::pending::Pending;
use crate::app::shared::Shared;
use crate::library::{ArticleKey, Request};
use crate::store::{
    Anchor, Answer, Ask, Card, ListAsk, ListHead, ListRow, Listing, Marks, State, Window,
};

/// Screens of rows asked for before and after those in view, so that a page up or down is there at once.
const SCREENS_AHEAD: usize = 3;
/// Rows asked for before and after at least, however low the screen is.
const MIN_ROWS_AHEAD: usize = 32;
/// Rows beyond the view and the selection that are held at least: as many as J goes through while an answer comes.
const MIN_ROWS_NEAR: usize = 8;

/// The list of articles found.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Counts, facets and words of the whole list.
    pub head: Arc<ListHead>,
    /// Place of the first of `rows` among all rows.
    pub start: usize,
    /// The rows that have come.
    pub rows: Vec<ListRow>,
    /// Place of the selected row.
    pub selected: usize,
    /// Place of the first row in view.
    pub top: usize,
    /// Microseconds that the last search took.
    pub micros: u64,
    pub pending: Pending,
    /// The state of the corpus and the list that the rows on the screen are of.
    shown: Option<(State, ListSpec)>,
    /// The next list is shown from its first row.
    pub(super) restarts: bool,
    /// To be selected when the next answer comes.
    pub(super) select: Option<ArticleKey>,
    /// The selection was moved since the list that is awaited was asked for.
    pub(super) moved: bool,
    /// An article whose row is looked for.
    pub(super) sought: Option<ArticleKey>,
    /// The article looked for last, and its row: that of its story, or none.
    pub(super) found: Option<(ArticleKey, Option<usize>)>,
    /// Where the selection goes on to from a header: down (`1`) or up (`-1`).
    pub(super) towards: isize,
}

impl List {
    /// The row at a place, where it has come.
    pub fn row(&self, at: usize) -> Option<&ListRow> {
        self.rows.get(at.checked_sub(self.start)?)
    }

    /// Rows there are, whether they have come or not.
    pub fn len(&self) -> usize {
        self.head.rows
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The card of the selected article, where it has come.
    pub fn card(&self) -> Option<&Arc<Card>> {
        match self.row(self.selected)? {
            ListRow::Article(card) => Some(card),
            ListRow::Header { .. } | ListRow::More(_) => None,
        }
    }

    /// The selected article.
    pub fn article(&self) -> Option<ArticleKey> {
        self.card().map(|card| card.key)
    }

    /// How many articles stand before the selected one.
    pub fn position(&self) -> usize {
        self.card().map_or(self.selected, |card| card.at)
    }

    /// Whether the rows on the screen are of another list than the one that is awaited.
    pub fn is_renewing(&self) -> bool {
        self.pending.is_waiting() && self.shown_is_old()
    }

    fn shown_is_old(&self) -> bool {
        let shown = self.shown.as_ref();
        match self.pending.asked() {
            Some((state, Ask::List(ask))) => {
                !shown.is_some_and(|(of, wanted)| of == state && wanted.is_of(ask))
            }
            _ => false,
        }
    }

    /// The marks of the query that is answered.
    pub(super) fn marks(&self) -> Marks {
        self.shown.as_ref().map_or_else(Marks::default, |shown| {
            let request = &shown.1.request;
            Marks {
                text: request.text.clone(),
                typing: request.typing,
                forms: request.forms,
            }
        })
    }

    /// The request that is answered.
    pub(super) fn answered(&self) -> Option<&Request> {
        self.shown.as_ref().map(|(_, wanted)| &wanted.request)
    }

    /// Whether it is not known yet which article is selected: another list is awaited, or the selected row. The
    /// same list of a corpus that has grown is awaited with what is selected still in sight.
    pub(super) fn is_unsettled(&self) -> bool {
        let awaited = self.pending.asked().filter(|_| self.pending.is_waiting());
        let is_other = match awaited {
            Some((_, Ask::List(ask))) => !self
                .shown
                .as_ref()
                .is_some_and(|(_, wanted)| wanted.is_of(ask)),
            _ => false,
        };
        self.shown.is_none() || is_other || (self.card().is_none() && !self.is_empty())
    }

    /// Asks for what is lacking: another list, or rows that are in view or near it; `height` rows are in
    /// view, `keep` are the articles that the selection should stay on, the best first.
    pub(super) fn settle(
        &mut self,
        wanted: ListSpec,
        height: usize,
        keep: Vec<ArticleKey>,
        shared: &mut Shared,
    ) {
        let state = shared.known.state;
        self.scroll_into_view(height);
        let asked = match self.pending.asked() {
            Some((of, Ask::List(ask))) => Some((*of, ask)),
            _ => None,
        };
        let same = |(of, ask): &(State, &ListAsk)| *of == state && wanted.is_of(ask);
        let is_shown = self
            .shown
            .as_ref()
            .is_some_and(|(of, w)| *of == state && *w == wanted);
        let asked = asked.filter(same);
        let sought = self.sought.filter(|key| {
            let asks = |(_, ask): (State, &ListAsk)| ask.window.anchor == Anchor::Keys(vec![*key]);
            !asked.is_some_and(asks)
        });
        let pending = self.pending.is_waiting() || self.pending.failed().is_some();
        let anchor = match asked {
            // Nothing newer has been asked, and all that is needed comes, or has failed.
            Some(_) if pending && !is_shown => return,
            Some((_, ask)) if pending && sought.is_none() && ask.covers(self.in_view(height)) => {
                return;
            }
            Some(_) if pending && self.sought.is_some() && sought.is_none() => {
                // The row that is looked for comes with those around it.
                return;
            }
            None if is_shown && pending => {
                // What is shown is wanted again: the answer to what was wanted between is not.
                self.pending.forget();
                self.restarts = false;
                if let Some(key) = self.select.take() {
                    self.select(key);
                }
                return self.settle(wanted, height, keep, shared);
            }
            _ if is_shown => match sought {
                Some(key) => Anchor::Keys(vec![key]),
                None if self.holds(self.near_view(height)) => return,
                None => Anchor::Row(self.top),
            },
            _ => {
                self.moved &= self.card().is_none();
                Anchor::Keys(keep)
            }
        };
        self.ask_around(anchor, wanted, height, shared);
    }

    /// Asks for rows around an anchor, as many screens before and after it as are looked at next.
    fn ask_around(&mut self, anchor: Anchor, wanted: ListSpec, height: usize, shared: &mut Shared) {
        let room = (height * SCREENS_AHEAD).max(MIN_ROWS_AHEAD);
        let ask = ListAsk {
            request: wanted.request,
            group: wanted.group,
            stories: wanted.stories,
            window: Window {
                anchor,
                before: room,
                after: room + height,
            },
            snippet_chars: None,
        };
        self.pending.want(Lane::List, Ask::List(ask), shared);
    }

    fn in_view(&self, height: usize) -> Range<usize> {
        self.top..(self.top + height.max(1)).min(self.len())
    }

    /// The rows in view and those that the next keys may lead to, so that these are there in time.
    fn near_view(&self, height: usize) -> Range<usize> {
        let near = height.max(MIN_ROWS_NEAR);
        let first = self
            .top
            .saturating_sub(near)
            .min(self.selected.saturating_sub(near));
        let last = (self.top + height).max(self.selected) + near;
        first..last.min(self.len())
    }

    fn holds(&self, rows: Range<usize>) -> bool {
        self.start <= rows.start && rows.end <= self.start + self.rows.len()
    }

    /// Takes in the rows that were awaited; `keep` as they were asked for, if they were asked now.
    /// Returns whether the list is another one than before.
    pub(super) fn reply(&mut self, reply: StoreReply, keep: &[ArticleKey]) -> bool {
        let asked = match self.pending.asked() {
            Some((_, Ask::List(ask))) => ask.clone(),
            _ => ListAsk::default(),
        };
        let micros = reply.micros;
        let Some(answered) = self.pending.take(reply) else {
            return false;
        };
        let Answer::List(listing) = answered.answer else {
            return false;
        };
        let state = answered.state;
        let wanted = ListSpec::of(&asked);
        let same = |(of, shown): &(State, ListSpec)| *of == state && *shown == wanted;
        if self.shown.as_ref().is_some_and(same) {
            self.take_window(listing, &asked.window.anchor);
            return false;
        }
        if matches!(asked.window.anchor, Anchor::Row(_)) {
            // The corpus has changed under a window: what was around it is asked for anew.
            self.pending.forget();
            return false;
        }
        self.micros = micros;
        self.shown = Some((state, wanted));
        self.show(listing, &asked.window.anchor, keep);
        true
    }

    /// Takes in other rows of the same list.
    fn take_window(&mut self, listing: Listing, asked: &Anchor) {
        let sought = self.sought;
        let is_answer = |key: &ArticleKey| *asked == Anchor::Keys(vec![*key]);
        if let Some(key) = sought.filter(is_answer) {
            self.sought = None;
            self.found = Some((key, listing.anchor));
            let Some(row) = listing.anchor else {
                return;
            };
            self.selected = row;
        }
        (self.start, self.rows) = (listing.start, listing.rows);
        self.pass_headers();
    }

    /// Shows another list, the selection on the article that it should stay on, at the same height.
    fn show(&mut self, listing: Listing, asked: &Anchor, keep: &[ArticleKey]) {
        // Where the selection went on to a row that has not come, the row is kept.
        let moved = std::mem::take(&mut self.moved) && self.card().is_none() && !self.restarts;
        if std::mem::take(&mut self.restarts) {
            (self.selected, self.top) = (0, 0);
        }
        let from_top = self.selected.saturating_sub(self.top);
        let moved_since = !matches!(asked, Anchor::Keys(keys) if keys == keep);
        (self.head, self.start, self.rows) = (listing.head, listing.start, listing.rows);
        let of_key = |key: &ArticleKey| {
            let is_it = |row: &ListRow| matches!(row, ListRow::Article(card) if card.key == *key);
            Some(self.start + self.rows.iter().position(is_it)?)
        };
        let found = keep.iter().find_map(of_key).filter(|_| moved_since);
        let last = self.head.rows.saturating_sub(1);
        let moved = Some(self.selected.min(last)).filter(|_| moved);
        let kept = found.or(moved).or(listing.anchor);
        (self.select, self.sought, self.found) = (None, None, None);
        self.selected = kept.unwrap_or(0);
        self.top = match kept {
            Some(_) => self.selected.saturating_sub(from_top),
            None => 0,
        };
        self.towards = 1;
        self.pass_headers();
    }
}
