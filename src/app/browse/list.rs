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
    /// An article whose row is looked for.
    sought: Option<ArticleKey>,
    /// The article looked for last, and its row: that of its story, or none.
    found: Option<(ArticleKey, Option<usize>)>,
    /// Where the selection goes on to from a header: down (`1`) or up (`-1`).
    towards: isize,
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
        let anchor = match asked.filter(same) {
            // Nothing newer has been asked, and all that is needed is here or comes.
            Some(_) if self.pending.is_waiting() && !is_shown => return,
            Some((_, ask)) if self.pending.is_waiting() && ask.covers(self.in_view(height)) => {
                return;
            }
            Some(_) if self.pending.failed().is_some() => return,
            _ if is_shown => match self.sought {
                Some(key) => Anchor::Keys(vec![key]),
                None if self.holds(self.in_view(height)) => return,
                None => Anchor::Row(self.top),
            },
            _ => Anchor::Keys(keep),
        };
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
            self.take_window(listing);
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
    fn take_window(&mut self, listing: Listing) {
        if let Some(key) = self.sought.take() {
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
        let kept = found.or(listing.anchor);
        (self.select, self.sought, self.found) = (None, None, None);
        self.selected = kept.unwrap_or(0);
        self.top = match kept {
            Some(_) => self.selected.saturating_sub(from_top),
            None => 0,
        };
        self.towards = 1;
        self.pass_headers();
    }

    /// Moves by rows; stops at the ends.
    pub fn move_by(&mut self, rows: isize) {
        let last = self.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
        self.towards = if rows < 0 { -1 } else { 1 };
        self.pass_headers();
    }

    /// Moves to the next or previous article, headers passed over; false at the ends.
    pub fn step(&mut self, by: isize) -> bool {
        let before = self.selected;
        self.move_by(by);
        self.selected != before
    }

    /// Selects an article, where it is listed; a row that has not come is looked for.
    pub(super) fn select(&mut self, key: ArticleKey) {
        let is_it = |row: &ListRow| matches!(row, ListRow::Article(card) if card.key == key);
        match self.rows.iter().position(is_it) {
            Some(at) => {
                self.selected = self.start + at;
                self.sought = None;
            }
            None => self.sought = Some(key),
        }
    }

    /// Whether the selected row stands for an article.
    pub fn stands_for(&self, key: ArticleKey) -> bool {
        self.article() == Some(key) || self.found == Some((key, Some(self.selected)))
    }

    /// Keeps the selected row within `height` rows of view.
    fn scroll_into_view(&mut self, height: usize) {
        let height = height.max(1);
        // A header above the selection is shown with it where there is room.
        let above = self.selected.checked_sub(1).and_then(|at| self.row(at));
        let first = match above {
            Some(ListRow::Header { .. } | ListRow::More(_)) if height > 1 => self.selected - 1,
            _ => self.selected,
        };
        let least = (self.selected + 1).saturating_sub(height);
        self.top = self.top.min(first).max(least);
    }

    /// From a header to the nearest article in the direction of travel, else the other way.
    fn pass_headers(&mut self) {
        let towards = if self.towards < 0 { -1 } else { 1 };
        for direction in [towards, -towards] {
            let mut at = self.selected;
            while let Some(ListRow::Header { .. } | ListRow::More(_)) = self.row(at) {
                match at.checked_add_signed(direction) {
                    Some(next) if next < self.len() => at = next,
                    _ => break,
                }
            }
            if !matches!(
                self.row(at),
                Some(ListRow::Header { .. } | ListRow::More(_))
            ) {
                self.selected = at;
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &str) -> List {
        let row = |c| match c {
            '-' => ListRow::Header {
                name: String::new(),
                count: 0,
            },
            _ => ListRow::Article(Arc::default()),
        };
        let rows: Vec<ListRow> = rows.chars().map(row).collect();
        let head = ListHead {
            rows: rows.len(),
            ..ListHead::default()
        };
        List {
            rows,
            head: Arc::new(head),
            ..List::default()
        }
    }

    #[test]
    fn headers_are_never_selected() {
        let mut list = list("-aa-a");
        list.move_by(0);
        assert_eq!(list.selected, 1);
        list.move_by(2);
        assert_eq!(list.selected, 4);
        list.move_by(-1);
        assert_eq!(list.selected, 2);
        list.move_by(-9);
        assert_eq!(list.selected, 1);
        list.move_by(99);
        assert_eq!(list.selected, 4);
        assert!(!list.step(1));
    }

    #[test]
    fn the_selection_stays_in_view_with_its_header() {
        let mut list = list("-aa-aaaa");
        list.move_by(4);
        list.scroll_into_view(3);
        assert!(list.top <= list.selected && list.selected < list.top + 3);
        list.move_by(-99);
        list.scroll_into_view(3);
        assert_eq!(list.top, 0);
    }

    #[test]
    fn a_row_that_has_not_come_can_be_selected_and_is_left_when_it_is_a_header() {
        let mut list = list("aaaa-a");
        let rows = list.rows.split_off(3);
        list.move_by(4);
        assert_eq!((list.selected, list.article()), (4, None));
        list.rows.extend(rows);
        list.pass_headers();
        assert_eq!(list.selected, 5);
    }

    #[test]
    fn an_empty_list_has_no_article() {
        let mut list = List::default();
        list.move_by(3);
        list.scroll_into_view(0);
        assert_eq!(list.article(), None);
    }
}
