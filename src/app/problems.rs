//! From what could not be read, or was guessed, to a view of it: alike problems as one, unfolded to their places.
//!
//! Grouped once, when opened; what is laid out is what is in view. So a hundred thousand problems cost
//! no more at a key than ten.

use std::sync::Arc;

use super::action::Action;
use super::message::{Lane, Reply};
use super::overlay::Overlay;
use super::pending::Pending;
use super::screen::{Count, Step, rows_of};
use super::shared::Shared;
use super::strings::{self, thousands};
use crate::corpus::{Level, Problem};
use crate::store::{Alike, Answer, Ask, ProblemList};
use crate::text::width::columns;
use crate::text::{Layout, Line, Options, isolated_path, shortened};
use crate::words;

/// Lines that one text may take, and bytes of it that are looked at: a line of a corpus may be long.
const LINES: usize = 6;
const BYTES: usize = 2000;
/// Columns before the texts: the mark of the selected, and the level.
const LABEL: u16 = 8;

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Reason,
    Hint,
    Place,
}

/// A line of an item, as it is shown.
#[derive(Clone, Debug)]
pub struct Piece {
    pub said: Said,
    pub line: Line,
}

/// What can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// Index of what is alike.
    Alike(usize),
    /// And which of its places.
    Place(usize, usize),
}

/// What could not be read or was guessed, to be looked at.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Arc<ProblemList>,
    /// Whether all places of each group are shown.
    open: Vec<bool>,
    items: Vec<Item>,
    /// Index of the selected item, and of the first in view.
    pub selected: usize,
    pub top: usize,
    /// Items in view.
    page: usize,
    layout: Options,
    pub pending: Pending,
}

impl Problems {
    /// Asks for the problems of the corpus as it is now.
    pub(super) fn settle(&mut self, shared: &mut Shared) {
        self.pending.want(Lane::Screen, Ask::Problems, shared);
        self.show_selected(shared.size(), shared.layout);
    }

    /// Takes in the problems that were awaited; what was selected and open stays so.
    pub(super) fn reply(&mut self, reply: Reply) {
        let answer = self.pending.take(reply).map(|answered| answered.answer);
        let Some(Answer::Problems(list)) = answer else {
            return;
        };
        let before = std::mem::replace(&mut self.list, list);
        let same = |a: &Alike, b: &Alike| a.level == b.level && sentence(a) == sentence(b);
        let opened = |group: &Alike| {
            let at = before.groups.iter().position(|other| same(group, other));
            at.is_some_and(|at| self.open.get(at) == Some(&true))
        };
        let open: Vec<bool> = self.list.groups.iter().map(opened).collect();
        let selected = match self.items.get(self.selected) {
            Some(Item::Alike(at) | Item::Place(at, _)) => before.groups.get(*at),
            None => None,
        };
        self.open = open;
        let group = selected.and_then(|selected| {
            let mut groups = self.list.groups.iter();
            groups.position(|group| same(group, selected))
        });
        self.arrange(group.unwrap_or(0));
    }

    /// Whether all places of what an item belongs to are shown.
    fn is_open(&self, item: usize) -> bool {
        match self.items.get(item) {
            Some(Item::Alike(at) | Item::Place(at, _)) => self.open.get(*at) == Some(&true),
            None => false,
        }
    }

    /// Whether the problems have not come yet.
    pub fn is_waiting(&self) -> bool {
        self.pending.is_waiting() && self.items.is_empty()
    }

    /// `3 errors · 12 guesses · 40 notes`
    pub fn counts(&self) -> String {
        let counts = self.list.counts;
        let levels = [Level::Error, Level::Guess, Level::Note];
        let counted = counts.into_iter().zip(levels).filter(|(n, _)| *n > 0);
        let counted = counted.map(|(n, level)| strings::counted_problems(n, level));
        counted.collect::<Vec<_>>().join(" · ")
    }

    /// Items in all.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether everything was read without a doubt.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(super) fn page_items(&self) -> usize {
        self.page
    }

    /// What is alike, where the item is that and not one of its places.
    pub fn alike(&self, item: usize) -> Option<&Alike> {
        match self.items.get(item)? {
            Item::Alike(at) => self.list.groups.get(*at),
            Item::Place(..) => None,
        }
    }

    /// Columns before the texts: level, then count.
    pub fn label_columns(&self) -> (u16, u16) {
        let most = self
            .list
            .groups
            .iter()
            .map(|a| a.places.len())
            .max()
            .unwrap_or(0);
        let count = match most {
            0 | 1 => 1,
            _ => strings::thousands(most).len() as u16 + 3,
        };
        (LABEL, count)
    }

    /// The lines of an item on a screen of so many columns.
    pub fn pieces(&self, item: usize, cols: u16) -> Vec<Piece> {
        let (label, count) = self.label_columns();
        let room = usize::from(cols.saturating_sub(label + count + 1)).max(8);
        let open = self.is_open(item);
        let Some((item, group)) = self.items.get(item).and_then(|item| match item {
            Item::Alike(at) | Item::Place(at, _) => Some((*item, self.list.groups.get(*at)?)),
        }) else {
            return Vec::new();
        };
        let problem = |at: usize| self.list.problems.get(*group.places.get(at)? as usize);
        let mut out = Vec::new();
        match item {
            Item::Alike(_) => {
                self.wrapped(&mut out, (Said::Reason, &sentence(group)), room);
                self.wrapped(&mut out, (Said::Hint, words::hint(&group.reason)), room);
                let first = problem(0).filter(|_| !open);
                out.extend(first.and_then(|first| self.place(first, room)));
            }
            Item::Place(_, at) => {
                let problem = problem(at);
                out.extend(problem.and_then(|problem| self.place(problem, room)));
                if let Some(own) = problem.filter(|_| !group.is_uniform()) {
                    let reason = words::reason(&own.reason);
                    self.wrapped(&mut out, (Said::Reason, &reason), room);
                }
            }
        }
        out
    }

    fn wrapped(&self, out: &mut Vec<Piece>, (said, text): (Said, &str), room: usize) {
        if text.is_empty() {
            return;
        }
        let text = shortened(crate::text::head(text, BYTES), room * LINES, self.layout);
        let lines = Layout::new(&text, self.layout).lines(room);
        out.extend(
            lines
                .into_iter()
                .take(LINES)
                .map(|line| Piece { said, line }),
        );
    }

    /// The file and the line; of a long path the end.
    fn place(&self, problem: &Problem, room: usize) -> Option<Piece> {
        let path = problem.path.to_string_lossy();
        let path = match path.as_ref() {
            "" => return None,
            "-" => strings::STDIN,
            path => path,
        };
        let at = match (problem.line, problem.record) {
            (Some(line), _) => format!(":{line}"),
            (None, Some(record)) => format!(" · record {record}"),
            (None, None) => String::new(),
        };
        let room = room.saturating_sub(at.len());
        let path = shortened(&self.end_of(path, room), room, self.layout).into_owned();
        let line = Layout::new(&(path + &at), self.layout).line();
        Some(Piece {
            said: Said::Place,
            line,
        })
    }

    /// A path, isolated: the whole, or as many of its last names as fit.
    fn end_of(&self, path: &str, room: usize) -> String {
        let names: Vec<&str> = path.split('/').collect();
        let (mut used, mut kept) = (0, 0);
        for (before, name) in names.iter().enumerate().rev() {
            let name = crate::text::head_in_sight(name, room);
            used += columns(name, self.layout) + usize::from(kept > 0);
            // The last name is shown in any case; `…/` stands for those that are not.
            let rest = if before > 0 { 2 } else { 0 };
            if kept > 0 && used + rest > room {
                break;
            }
            kept += 1;
        }
        match names
            .get(names.len() - kept..)
            .filter(|_| kept < names.len())
        {
            Some(end) => isolated_path(&format!("…/{}", end.join("/"))),
            None => isolated_path(path),
        }
    }

    /// Keeps the selected item in view, all of it where it can be.
    fn show_selected(&mut self, (cols, rows): (u16, u16), layout: Options) {
        self.layout = layout;
        let height = Overlay::height(rows);
        let lines = |this: &Problems, item: usize| this.pieces(item, cols).len();
        self.selected = self.selected.min(self.items.len().saturating_sub(1));
        self.top = self.top.min(self.selected);
        let mut first = self.selected;
        let mut used = lines(self, first);
        while first > self.top {
            used += lines(self, first - 1);
            if used > height {
                break;
            }
            first -= 1;
        }
        self.top = first;
        let mut used = 0;
        let fits = (first..self.items.len()).take_while(|item| {
            used += lines(self, *item);
            used <= height
        });
        self.page = fits.count();
    }

    fn toggle(&mut self) {
        match self.items.get(self.selected).copied() {
            Some(Item::Alike(at)) => self.set_open(at, None),
            Some(Item::Place(at, _)) => self.set_open(at, Some(false)),
            None => {}
        }
    }

    /// Shows all places, or the first only; the selection goes to what they belong to.
    fn set_open(&mut self, at: usize, open: Option<bool>) {
        if let Some(is_open) = self.open.get_mut(at) {
            *is_open = open.unwrap_or(!*is_open);
            self.arrange(at);
        }
    }

    /// Lists all groups with the places that are shown; the selection stands on a group.
    fn arrange(&mut self, selected: usize) {
        self.items.clear();
        let open = self.open.iter().chain(std::iter::repeat(&false));
        for (index, (group, open)) in self.list.groups.iter().zip(open).enumerate() {
            if index == selected {
                self.selected = self.items.len();
            }
            self.items.push(Item::Alike(index));
            if *open {
                let places = 0..group.places.len();
                self.items
                    .extend(places.map(|place| Item::Place(index, place)));
            }
        }
    }

    /// Folds what is selected; false: it is folded.
    fn fold(&mut self) -> bool {
        let Some(Item::Alike(at) | Item::Place(at, _)) = self.items.get(self.selected).copied()
        else {
            return false;
        };
        let open = self.open.get(at) == Some(&true);
        if open {
            self.set_open(at, Some(false));
        }
        open
    }

    /// Where the selection is: `12/340`.
    pub fn position(&self) -> String {
        match self.items.len() {
            0 => String::new(),
            all => format!("{}/{}", thousands(self.selected + 1), thousands(all)),
        }
    }
}

impl Problems {
    /// Carries out a command.
    pub(super) fn act(&mut self, action: Action, count: Count, _shared: &Shared) -> Step {
        if let Some(rows) = rows_of(action, count, self.page_items()) {
            self.selected = self.selected.saturating_add_signed(rows);
            return Step::Stay;
        }
        let closes = match action {
            Action::ToggleFold => {
                self.toggle();
                false
            }
            Action::Fold => !self.fold(),
            Action::Back => true,
            _ => false,
        };
        if closes { Step::Pop } else { Step::Stay }
    }
}

/// The reason that a group's problems share, `…` where they differ.
fn sentence(group: &Alike) -> String {
    words::reason_of_several(&group.reason, &group.differs)
}
