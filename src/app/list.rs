//! From the articles found to the rows of the list, with a selection that stays on its article.
//!
//! A row is an article, or a story: then only the first of an article's versions has one, and the
//! list knows which others stand behind it.

use rustc_hash::FxHashMap;

use crate::dedup::Copies;
use crate::library::{ArticleNo, Entry, Found, Library};

/// What the list is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    #[default]
    None,
    Source,
    Month,
}

impl Group {
    pub fn name(self) -> &'static str {
        match self {
            Group::None => "none",
            Group::Source => "source",
            Group::Month => "month",
        }
    }

    pub fn next(self) -> Group {
        match self {
            Group::None => Group::Source,
            Group::Source => Group::Month,
            Group::Month => Group::None,
        }
    }
}

/// What the rows of the list are.
#[derive(Clone, Copy, Default)]
pub struct Rows<'a> {
    pub group: Group,
    /// One row a story, as these tell which articles are versions of one; else one an article.
    pub copies: Option<&'a Copies>,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListRow {
    /// The group's name, empty for unknown, and how many rows it holds.
    Header(String, usize),
    /// So many articles that follow have only some of the words.
    More(usize),
    Article(ArticleNo),
}

/// The list of articles found.
#[derive(Clone, Debug, Default)]
pub struct List {
    pub rows: Vec<ListRow>,
    /// Index into `rows` of the selected article.
    pub selected: usize,
    /// Index into `rows` of the first row in view.
    pub top: usize,
    /// The next answer is looked at from its first row.
    pub(super) restarts: bool,
    /// Articles that answer, or stories.
    pub count: usize,
    /// Articles or stories after them that have only some of the words.
    pub more: usize,
    /// Versions without a row of their own, by the one that has it, in the order found.
    behind: FxHashMap<ArticleNo, Vec<ArticleNo>>,
    /// The other way round: where to find a version without a row.
    shown_by: FxHashMap<ArticleNo, ArticleNo>,
}

impl List {
    /// Shows what was found, the selection on the first of `keep` that is among it, else on the
    /// first row.
    pub fn fill(
        &mut self,
        library: &Library,
        found: &Found,
        rows: Rows<'_>,
        keep: &[Option<ArticleNo>],
    ) {
        let from_top = self.selected.saturating_sub(self.top);
        let (shown, more) = self.shown(found, rows.copies);
        (self.count, self.more) = (shown.len(), more.len());
        self.rows = grouped(library, shown, rows.group);
        if !more.is_empty() {
            self.rows.push(ListRow::More(more.len()));
        }
        self.rows.extend(more.into_iter().map(ListRow::Article));
        let kept = keep.iter().flatten().find_map(|no| self.row_of(*no));
        self.selected = kept.unwrap_or(0);
        self.top = self.selected.saturating_sub(from_top);
        if kept.is_none() {
            self.top = 0;
        }
        self.settle(1);
    }

    /// The selected article.
    pub fn article(&self) -> Option<ArticleNo> {
        match self.rows.get(self.selected) {
            Some(ListRow::Article(no)) => Some(*no),
            _ => None,
        }
    }

    /// The other versions that an article's row stands for, in the order found.
    pub fn behind(&self, no: ArticleNo) -> &[ArticleNo] {
        self.behind.get(&no).map_or(&[], Vec::as_slice)
    }

    /// The articles that get a row: the answer, and those that have only some of the words.
    fn shown(
        &mut self,
        found: &Found,
        copies: Option<&Copies>,
    ) -> (Vec<ArticleNo>, Vec<ArticleNo>) {
        self.behind.clear();
        self.shown_by.clear();
        let Some(copies) = copies else {
            let mut answers: Vec<ArticleNo> = found.numbers().collect();
            let more = answers.split_off(found.answers.min(answers.len()));
            return (answers, more);
        };
        // A cluster is known by its first member.
        let mut first_of: FxHashMap<u32, ArticleNo> = FxHashMap::default();
        let (mut answers, mut more) = (Vec::with_capacity(found.answers), Vec::new());
        for (index, no) in found.numbers().enumerate() {
            let shown = if index < found.answers {
                &mut answers
            } else {
                &mut more
            };
            let members = copies.cluster_of(no.0).map(|c| c.members.as_slice());
            let Some([first, ..]) = members else {
                shown.push(no);
                continue;
            };
            let row = *first_of.entry(first.article).or_insert(no);
            if row == no {
                shown.push(no);
            } else {
                self.behind.entry(row).or_default().push(no);
                self.shown_by.insert(no, row);
            }
        }
        (answers, more)
    }

    /// How many rows are articles.
    pub fn articles(&self) -> usize {
        self.count + self.more
    }

    /// How many articles stand before the selected one.
    pub fn position(&self) -> usize {
        let before = self.rows.iter().take(self.selected);
        before
            .filter(|row| matches!(row, ListRow::Article(_)))
            .count()
    }

    /// Selects an article, where it is in the list.
    pub fn select(&mut self, no: ArticleNo) {
        if let Some(row) = self.row_of(no) {
            self.selected = row;
        }
    }

    fn row_of(&self, no: ArticleNo) -> Option<usize> {
        let no = *self.shown_by.get(&no).unwrap_or(&no);
        self.rows
            .iter()
            .position(|row| *row == ListRow::Article(no))
    }

    /// Moves by rows; stops at the ends.
    pub fn move_by(&mut self, rows: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
        self.settle(if rows < 0 { -1 } else { 1 });
    }

    /// Moves to the next or previous article, headers passed over; false at the ends.
    pub fn step(&mut self, by: isize) -> bool {
        let before = self.selected;
        self.move_by(by);
        self.selected != before
    }

    /// Keeps the selected row within `height` rows of view.
    pub fn scroll_into_view(&mut self, height: usize) {
        let height = height.max(1);
        // A header above the selection is shown with it where there is room.
        let first = match self
            .selected
            .checked_sub(1)
            .and_then(|at| self.rows.get(at))
        {
            Some(ListRow::Header(..) | ListRow::More(_)) if height > 1 => self.selected - 1,
            _ => self.selected,
        };
        self.top = self
            .top
            .min(first)
            .max((self.selected + 1).saturating_sub(height));
    }

    /// From a header to the nearest article in the direction of travel, else the other way.
    fn settle(&mut self, towards: isize) {
        for direction in [towards, -towards] {
            let mut at = self.selected;
            while let Some(ListRow::Header(..) | ListRow::More(_)) = self.rows.get(at) {
                match at.checked_add_signed(direction) {
                    Some(next) if next < self.rows.len() => at = next,
                    _ => break,
                }
            }
            if let Some(ListRow::Article(_)) = self.rows.get(at) {
                self.selected = at;
                return;
            }
        }
    }
}

fn grouped(library: &Library, shown: Vec<ArticleNo>, group: Group) -> Vec<ListRow> {
    if group == Group::None {
        return shown.into_iter().map(ListRow::Article).collect();
    }
    let count = shown.len();
    // Groups stand in the order of their first article.
    let mut order: Vec<(String, Vec<ArticleNo>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for no in shown {
        let name = library.get(no).map_or(String::new(), |e| key(e, group));
        let place = *places.entry(name.clone()).or_insert_with(|| {
            order.push((name, Vec::new()));
            order.len() - 1
        });
        order[place].1.push(no);
    }
    let mut rows = Vec::with_capacity(count + order.len());
    for (name, articles) in order {
        rows.push(ListRow::Header(name, articles.len()));
        rows.extend(articles.into_iter().map(ListRow::Article));
    }
    rows
}

fn key(entry: &Entry, group: Group) -> String {
    let article = &entry.article;
    match group {
        Group::None => String::new(),
        Group::Source => article.source_str().to_owned(),
        Group::Month => article.month().map_or(String::new(), |(year, month)| {
            format!("{year:04}-{month:02}")
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &str) -> List {
        let mut number = 0;
        let rows = rows
            .chars()
            .map(|c| {
                if c == '-' {
                    return ListRow::Header(String::new(), 0);
                }
                number += 1;
                ListRow::Article(ArticleNo(number))
            })
            .collect();
        List {
            rows,
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
    fn an_empty_list_has_no_article() {
        let mut list = List::default();
        list.move_by(3);
        list.scroll_into_view(0);
        assert_eq!(list.article(), None);
    }
}
