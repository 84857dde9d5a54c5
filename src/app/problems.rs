//! From the problems of a corpus to the screen that lists them: problems of one kind as a group, which unfolds to
//! the places of each.
//!
//! A store groups them; only what is in view is laid out, so a key costs the same with a hundred thousand problems
//! as with ten.

use std::borrow::Cow;
use std::sync::Arc;

use super::action::Action;
use super::counts::CountNote;
use super::labels::{Placeholder, ProblemLabel};
use super::message::{Lane, StoreReply};
use super::overlay::Overlay;
use super::pending::Pending;
use super::screen::{Count, StackChange, rows_of};
use super::shared::Shared;
use crate::corpus::{Level, Problem, SeveralReasons};
use crate::store::{Alike, Answer, Ask, ProblemList};
use crate::text::width::{columns, str_columns};
use crate::text::{Layout, Line, Options, isolated_path, shortened};
use crate::words::{Said, Sentence, Words};

/// Lines shown of one text at most: a reason may quote a long line of a corpus.
const MAX_TEXT_LINES: usize = 6;
/// Bytes of one text that are laid out at most, for the same reason.
const MAX_TEXT_BYTES: usize = 2000;
/// Columns of the selection mark and a blank, before the level.
const MARKER_COLS: u16 = 2;

/// What a line of a problem shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemLineKind {
    Reason,
    Hint,
    Place,
}

/// A laid-out line of an item.
#[derive(Clone, Debug)]
pub struct ProblemLine {
    pub kind: ProblemLineKind,
    pub line: Line,
}

/// A group of problems, or one problem of it: what can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ProblemItem {
    /// Index of the group.
    Alike(usize),
    /// Index of the group, and of the problem among its places.
    Place(usize, usize),
}

/// The screen of what could not be read, or was guessed.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Arc<ProblemList>,
    /// Whether all places of each group are shown.
    open: Vec<bool>,
    items: Vec<ProblemItem>,
    /// Index of the selected item.
    pub selected: usize,
    /// Index of the first item in view.
    pub top: usize,
    /// Number of items in view.
    page: usize,
    layout: Options,
    words: Words,
    pub pending: Pending,
}

impl Problems {
    /// All levels, in the order in which a store counts them.
    pub const LEVELS: [Level; 3] = [Level::Error, Level::Guess, Level::Note];

    /// Asks for the problems of the corpus as it is now.
    pub(super) fn settle(&mut self, shared: &mut Shared) {
        self.pending.want(Lane::Screen, Ask::Problems, shared);
        (self.layout, self.words) = (shared.layout, shared.words);
        self.show_selected(shared.size());
    }

    /// Takes in the problems that were awaited; the selection and the open groups stay.
    pub(super) fn reply(&mut self, reply: StoreReply) {
        let answer = self.pending.take(reply).map(|answered| answered.answer);
        let Some(Answer::Problems(list)) = answer else {
            return;
        };
        let before = std::mem::replace(&mut self.list, list);
        let of = |group: &Alike| (group.level, sentence(group));
        let earlier: Vec<(Level, Sentence)> = before.groups.iter().map(of).collect();
        let groups = self.list.groups.iter().map(of);
        // For each group that there is now, which it was.
        let earlier: Vec<Option<usize>> = groups
            .map(|group| earlier.iter().position(|was| *was == group))
            .collect();
        let was_open =
            |was: &Option<usize>| was.is_some_and(|was| self.open.get(was) == Some(&true));
        self.open = earlier.iter().map(was_open).collect();
        let selected = self.items.get(self.selected).copied();
        let now = |was: usize| earlier.iter().position(|group| *group == Some(was));
        let (group, place) = match selected {
            Some(ProblemItem::Alike(was)) => (now(was), 0),
            // Its places are in the order in which they were found: none comes before those that were there.
            Some(ProblemItem::Place(was, place)) => (now(was), place + 1),
            None => (None, 0),
        };
        self.arrange(group.unwrap_or(0));
        if group.is_some() {
            self.selected += place;
        }
    }

    /// Whether the group of an item is unfolded.
    fn is_open(&self, item: usize) -> bool {
        match self.items.get(item) {
            Some(ProblemItem::Alike(at) | ProblemItem::Place(at, _)) => {
                self.open.get(*at) == Some(&true)
            }
            None => false,
        }
    }

    /// Whether the problems have not come yet.
    pub fn is_waiting(&self) -> bool {
        self.pending.is_waiting() && self.items.is_empty()
    }

    /// `3 errors`, `12 guesses`, `40 notes`: those that there are.
    pub fn counts(&self) -> impl Iterator<Item = CountNote> {
        let counts = self.list.counts.into_iter().zip(Problems::LEVELS);
        let counts = counts.filter(|(count, _)| *count > 0);
        counts.map(|(count, level)| CountNote::problems(count, level))
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The group that an item is; `None` for one of its places.
    pub fn alike(&self, item: usize) -> Option<&Alike> {
        match self.items.get(item)? {
            ProblemItem::Alike(at) => self.list.groups.get(*at),
            ProblemItem::Place(..) => None,
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
            most => str_columns(&self.words.number(most)) as u16 + 3,
        };
        let level = |level| str_columns(&self.words.say(&ProblemLabel::level(level))) as u16;
        let widest = Problems::LEVELS.into_iter().map(level).max();
        (MARKER_COLS + widest.unwrap_or(0) + 1, count)
    }

    /// The lines of an item on a screen of `cols` columns.
    pub fn item_lines(&self, item: usize, cols: u16) -> Vec<ProblemLine> {
        let (label, count) = self.label_columns();
        let room = usize::from(cols.saturating_sub(label + count + 1)).max(8);
        let open = self.is_open(item);
        let Some((item, group)) = self.items.get(item).and_then(|item| match item {
            ProblemItem::Alike(at) | ProblemItem::Place(at, _) => {
                Some((*item, self.list.groups.get(*at)?))
            }
        }) else {
            return Vec::new();
        };
        let problem = |at: usize| self.list.problems.get(*group.places.get(at)? as usize);
        let mut out = Vec::new();
        match item {
            ProblemItem::Alike(_) => {
                out.extend(self.wrapped(
                    ProblemLineKind::Reason,
                    &self.words.say(&sentence(group)),
                    room,
                ));
                let hint = group.reason.hint();
                let hint = hint.map_or_else(String::new, |hint| self.words.say(&hint));
                out.extend(self.wrapped(ProblemLineKind::Hint, &hint, room));
                let first = problem(0).filter(|_| !open);
                out.extend(first.and_then(|first| self.place(first, room)));
            }
            ProblemItem::Place(_, at) => {
                let problem = problem(at);
                out.extend(problem.and_then(|problem| self.place(problem, room)));
                if let Some(own) = problem.filter(|_| !group.is_uniform()) {
                    let reason = self.words.say(&own.reason);
                    out.extend(self.wrapped(ProblemLineKind::Reason, &reason, room));
                }
            }
        }
        out
    }

    /// The first lines of a text that is wrapped to `room` columns; none of an empty text.
    fn wrapped(&self, kind: ProblemLineKind, text: &str, room: usize) -> Vec<ProblemLine> {
        if text.is_empty() {
            return Vec::new();
        }
        let text = shortened(
            crate::text::head(text, MAX_TEXT_BYTES),
            room * MAX_TEXT_LINES,
            self.layout,
        );
        let lines = Layout::new(&text, self.layout).lines(room);
        let lines = lines.into_iter().take(MAX_TEXT_LINES);
        lines.map(|line| ProblemLine { kind, line }).collect()
    }

    /// The line with the path and the line number of a problem; of a long path the end is shown.
    fn place(&self, problem: &Problem, room: usize) -> Option<ProblemLine> {
        let path = problem.path.to_string_lossy();
        let path = match path.as_ref() {
            "" => return None,
            "-" => Cow::Owned(self.words.say(&Placeholder::Stdin)),
            _ => path,
        };
        let at = match (problem.line, problem.record) {
            (Some(line), _) => format!(":{line}"),
            (None, Some(record)) => {
                let record = u64::from(record);
                let record = self.words.say(&ProblemLabel::InRecord { record });
                format!(" · {record}")
            }
            (None, None) => String::new(),
        };
        let room = room.saturating_sub(columns(&at, self.layout));
        let path = shortened(&self.end_of(&path, room), room, self.layout).into_owned();
        let line = Layout::new(&(path + &at), self.layout).line();
        Some(ProblemLine {
            kind: ProblemLineKind::Place,
            line,
        })
    }

    /// A path, isolated: the whole, or as many of its last names as fit into `room` columns.
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
    fn show_selected(&mut self, (cols, rows): (u16, u16)) {
        let height = Overlay::height(rows);
        let lines = |this: &Problems, item: usize| this.item_lines(item, cols).len();
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

    /// Unfolds or folds the selected group; from one of its places, folds it.
    fn toggle(&mut self) {
        match self.items.get(self.selected).copied() {
            Some(ProblemItem::Alike(at)) => self.set_open(at, None),
            Some(ProblemItem::Place(at, _)) => self.set_open(at, Some(false)),
            None => {}
        }
    }

    /// Unfolds or folds a group, or toggles it without `open`; the selection goes to the group.
    fn set_open(&mut self, at: usize, open: Option<bool>) {
        if let Some(is_open) = self.open.get_mut(at) {
            *is_open = open.unwrap_or(!*is_open);
            self.arrange(at);
        }
    }

    /// Lists all groups with the places of the unfolded ones, and selects a group.
    fn arrange(&mut self, selected: usize) {
        self.items.clear();
        let open = self.open.iter().chain(std::iter::repeat(&false));
        for (index, (group, open)) in self.list.groups.iter().zip(open).enumerate() {
            if index == selected {
                self.selected = self.items.len();
            }
            self.items.push(ProblemItem::Alike(index));
            if *open {
                let places = 0..group.places.len();
                self.items
                    .extend(places.map(|place| ProblemItem::Place(index, place)));
            }
        }
    }

    /// Folds the group of the selected item; false where it was folded.
    fn fold(&mut self) -> bool {
        let Some(ProblemItem::Alike(at) | ProblemItem::Place(at, _)) =
            self.items.get(self.selected).copied()
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
        let number = |number| self.words.number(number);
        match self.items.len() {
            0 => String::new(),
            all => format!("{}/{}", number(self.selected + 1), number(all)),
        }
    }

    /// Carries out a command.
    pub(super) fn act(&mut self, action: Action, count: Count) -> StackChange {
        if let Some(rows) = rows_of(action, count, self.page) {
            self.selected = self.selected.saturating_add_signed(rows);
            return StackChange::Stay;
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
        if closes {
            StackChange::Pop
        } else {
            StackChange::Stay
        }
    }
}

/// The reason that a group's problems share, `…` where they differ.
fn sentence(group: &Alike) -> Sentence {
    SeveralReasons::of(&group.reason, &group.differs).sentence()
}
