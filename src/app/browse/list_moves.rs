//! Moving the selection through the list; headers are passed, and it stays in view.

use super::list::List;
use crate::library::ArticleKey;
use crate::store::ListRow;

impl List {
    /// Moves by rows; stops at the ends.
    pub fn move_by(&mut self, rows: isize) {
        let last = self.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
        // Whoever moves on no longer waits for an article to be found.
        (self.sought, self.moved) = (None, true);
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
        self.sought = None;
        match (self.rows.iter().position(is_it), self.found) {
            (Some(at), _) => self.selected = self.start + at,
            (None, Some((found, row))) if found == key => {
                self.selected = row.unwrap_or(self.selected);
            }
            (None, _) => self.sought = Some(key),
        }
    }

    /// Whether the selected row stands for an article.
    pub fn stands_for(&self, key: ArticleKey) -> bool {
        self.article() == Some(key) || self.found == Some((key, Some(self.selected)))
    }

    /// Keeps the selected row within `height` rows of view.
    pub(super) fn scroll_into_view(&mut self, height: usize) {
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
    pub(super) fn pass_headers(&mut self) {
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
    use std::sync::Arc;

    use super::*;
    use crate::store::ListHead;

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
        let mut list = List::default();
        (list.rows, list.head) = (rows, Arc::new(head));
        list
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
