//! The panel of where the same stands elsewhere: versions of the story, and articles that share passages with it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::action::Action;
use super::{App, ArticleNo, Effect, Focus, Panel};
use crate::dedup::{Passage, compare};

/// More articles that share passages than this are not listed: a formula stands in thousands.
const SHARING: usize = 500;

/// Versions of so many words in all are compared when the panel opens, the others when they are selected.
const COMPARED: usize = 200_000;

/// The panel's rows and where its cursor stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SamePanel {
    /// Versions first, then articles that share passages; those that share one in view before others.
    pub rows: Vec<SameRow>,
    pub selected: usize,
}

/// How a version differs from the article being read, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Share of the words of both that both have, in percent.
    pub percent: usize,
    /// Words that both have.
    pub common: usize,
    /// Words that only the article being read has, and only the other one.
    pub only: [usize; 2],
}

/// An article, and why it is in the panel.
#[derive(Clone, Debug, PartialEq)]
pub struct SameRow {
    pub no: ArticleNo,
    pub why: Why,
}

/// What two articles have in common.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It tells the same story in nearly the same words.
    Version {
        /// `None` while nobody has asked: see [`COMPARED`].
        difference: Option<Difference>,
        /// It is the first version.
        first: bool,
    },
    /// It has passages of the article.
    Shares {
        /// Indices into [`super::same::Same::passages`].
        passages: Vec<usize>,
        /// One of them is in view.
        in_view: bool,
    },
}

impl App {
    /// Opens the panel below the article being read.
    pub(super) fn open_same(&mut self) {
        if self.focus != Focus::Reader || self.reader.is_none() {
            return;
        }
        self.know_same();
        let selected = match &self.panel {
            Panel::Same(panel) => panel.selected,
            _ => 0,
        };
        self.panel = Panel::Same(SamePanel::default());
        let height = self.panes().reader_rows();
        let view = self.reader.as_mut().map(|r| r.bytes_in_view(height));
        let rows = self.same_rows(&view.unwrap_or_default());
        let selected = selected.min(rows.len().saturating_sub(1));
        self.panel = Panel::Same(SamePanel { rows, selected });
        self.tell_difference();
    }

    /// Compares the article being read with the selected version.
    fn tell_difference(&mut self) {
        let Panel::Same(panel) = &self.panel else {
            return;
        };
        let Some(SameRow { no, why }) = panel.rows.get(panel.selected) else {
            return;
        };
        let untold = matches!(
            why,
            Why::Version {
                difference: None,
                ..
            }
        );
        let told = untold.then(|| self.difference(*no)).flatten();
        if let (Some(told), Panel::Same(panel)) = (told, &mut self.panel)
            && let Some(row) = panel.rows.get_mut(panel.selected)
            && let Why::Version { difference, .. } = &mut row.why
        {
            *difference = Some(told);
        }
    }

    /// How another article differs from the one being read.
    fn difference(&self, other: ArticleNo) -> Option<Difference> {
        let (here, there) = (self.library.get(self.same.no?)?, self.library.get(other)?);
        let comparison = compare(here.version(), there.version());
        Some(Difference {
            percent: comparison.percent(),
            common: comparison.common,
            only: comparison.only,
        })
    }

    /// `view` are the bytes of the article's text in view.
    fn same_rows(&self, view: &Range<usize>) -> Vec<SameRow> {
        let same = &self.same;
        let here = same.no;
        let words = |no| self.library.get(no).map_or(0, |e| e.folds.words as usize);
        let here_words = here.map_or(0, words);
        let mut compared = 0;
        let mut told = |version: ArticleNo| {
            compared += here_words + words(version);
            let few = compared <= COMPARED;
            few.then(|| self.difference(version)).flatten()
        };
        let mut rows: Vec<SameRow> = same
            .versions
            .iter()
            .enumerate()
            .filter(|(_, version)| Some(**version) != here)
            .map(|(at, version)| SameRow {
                no: *version,
                why: Why::Version {
                    difference: told(*version),
                    first: at == 0,
                },
            })
            .collect();
        let sharing = sharing(&same.passages, view);
        let others = sharing.into_iter().filter(|row| {
            let version = same.versions.contains(&row.no);
            !version && Some(row.no) != here
        });
        rows.extend(others.take(SHARING));
        rows
    }

    pub(super) fn in_same(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let Panel::Same(panel) = &mut self.panel else {
            return Vec::new();
        };
        if let Some(rows) = rows {
            let last = panel.rows.len().saturating_sub(1);
            panel.selected = panel.selected.saturating_add_signed(rows).min(last);
            self.tell_difference();
            return Vec::new();
        }
        let row = panel.rows.get(panel.selected).cloned();
        match (action, row) {
            (Action::Open, Some(row)) => self.jump_to_same(&row),
            (Action::Compare, Some(row)) => self.open_compare(row.no),
            (Action::Open | Action::Compare, None) => {}
            (Action::Back, _) => self.panel = Panel::None,
            // The article above the panel can still be read on.
            (action, _) => return self.in_reader(action, None),
        }
        Vec::new()
    }

    /// Goes to an article of the panel, and to the passage that it shares.
    fn jump_to_same(&mut self, row: &SameRow) {
        let byte = self.byte_of_same(row);
        if let Some(place) = self.place() {
            self.jumps.leave(place);
        }
        let no = row.no;
        self.go_to(super::jumps::Place { no, byte });
        // As far down as the panel, not the whole screen, leaves lines to scroll.
        self.panel = Panel::Same(SamePanel::default());
        let height = self.panes().reader_rows();
        if let Some(reader) = self.reader.as_mut() {
            reader.go_to_byte(byte);
            reader.scroll(0, height);
        }
        self.open_same();
    }

    /// First byte, in the row's article, of the first passage it shares; `None` for a version.
    fn byte_of_same(&self, row: &SameRow) -> Option<usize> {
        let Why::Shares { passages, .. } = &row.why else {
            return None;
        };
        let passage = self.same.passages.get(*passages.first()?)?;
        self.library.byte_of_copy(self.same.no?, passage, row.no)
    }
}

/// The articles that share passages: first those that share one in view, then those that share most.
fn sharing(passages: &[Passage], view: &Range<usize>) -> Vec<SameRow> {
    let in_view =
        |passage: &Passage| passage.bytes.start < view.end && view.start < passage.bytes.end;
    let mut of: BTreeMap<u32, (bool, Vec<usize>)> = BTreeMap::new();
    for (index, passage) in passages.iter().enumerate() {
        let seen = in_view(passage);
        for article in &passage.articles {
            let (shares_seen, shared) = of.entry(*article).or_default();
            // What is in view comes first: that is where a jump leads.
            if seen && !*shares_seen {
                shared.insert(0, index);
            } else {
                shared.push(index);
            }
            *shares_seen |= seen;
        }
    }
    let mut rows: Vec<(u32, (bool, Vec<usize>))> = of.into_iter().collect();
    rows.sort_by_key(|(no, (seen, shared))| (!seen, std::cmp::Reverse(shared.len()), *no));
    let row = |(no, (in_view, passages))| SameRow {
        no: ArticleNo(no),
        why: Why::Shares { passages, in_view },
    };
    rows.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(start: usize, articles: &[u32]) -> Passage {
        Passage {
            paragraph: start / 10,
            bytes: start..start + 9,
            articles: articles.to_vec(),
        }
    }

    /// The articles in order, each with the passages it shares, the one a jump leads to first.
    #[track_caller]
    fn check(view: Range<usize>, expected: &[(u32, &[usize])]) {
        let passages = [passage(0, &[7]), passage(10, &[3, 7]), passage(20, &[3, 5])];
        let rows = sharing(&passages, &view);
        let found: Vec<(u32, &[usize])> = rows
            .iter()
            .map(|row| match &row.why {
                Why::Shares { passages, .. } => (row.no.0, passages.as_slice()),
                Why::Version { .. } => (row.no.0, &[][..]),
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn articles_that_share_the_passage_in_view_come_first() {
        check(0..0, &[(3, &[1, 2]), (7, &[0, 1]), (5, &[2])]);
        check(0..5, &[(7, &[0, 1]), (3, &[1, 2]), (5, &[2])]);
        check(20..25, &[(3, &[2, 1]), (5, &[2]), (7, &[0, 1])]);
        check(9..10, &[(3, &[1, 2]), (7, &[0, 1]), (5, &[2])]);
    }
}
