//! From what could not be read, or was guessed, to a view of it: alike problems as one, unfolded to their places.
//!
//! Grouped once, when opened; what is laid out is what is in view. So a hundred thousand problems cost
//! no more at a key than ten.

mod alike;

use std::sync::Arc;

use super::action::Action;
use super::overlay::Overlay;
use super::strings::{self, thousands};
use super::{App, Effect};
use crate::corpus::{Level, Problem};
use crate::library::Library;
use crate::text::width::columns;
use crate::text::{Layout, Line, Options, isolated_path, shortened};
use crate::words;
pub use alike::Alike;

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
#[derive(Clone)]
pub struct Problems {
    library: Arc<Library>,
    alike: Vec<Alike>,
    items: Vec<Item>,
    /// Index of the selected item, and of the first in view.
    pub selected: usize,
    pub top: usize,
    /// Items in view.
    page: usize,
    layout: Options,
}

impl Problems {
    pub(super) fn new(library: &Arc<Library>) -> Problems {
        let alike = alike::alike(library.problems());
        Problems {
            library: Arc::clone(library),
            items: (0..alike.len()).map(Item::Alike).collect(),
            alike,
            selected: 0,
            top: 0,
            page: 1,
            layout: Options::default(),
        }
    }

    /// `3 errors · 12 guesses · 40 notes`
    pub fn counts(&self) -> String {
        let counts = self.library.problem_counts();
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
            Item::Alike(at) => self.alike.get(*at),
            Item::Place(..) => None,
        }
    }

    /// Columns before the texts: level, then count.
    pub fn label_columns(&self) -> (u16, u16) {
        let most = self.alike.iter().map(|a| a.places.len()).max().unwrap_or(0);
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
        let Some((item, group)) = self.items.get(item).and_then(|item| match item {
            Item::Alike(at) | Item::Place(at, _) => Some((*item, self.alike.get(*at)?)),
        }) else {
            return Vec::new();
        };
        let problem = |at: usize| self.library.problems().get(*group.places.get(at)? as usize);
        let mut out = Vec::new();
        match item {
            Item::Alike(_) => {
                self.wrapped(&mut out, (Said::Reason, &group.reason), room);
                self.wrapped(&mut out, (Said::Hint, group.hint), room);
                let first = problem(0).filter(|_| !group.open);
                out.extend(first.and_then(|first| self.place(first, room)));
            }
            Item::Place(_, at) => {
                let problem = problem(at);
                out.extend(problem.and_then(|problem| self.place(problem, room)));
                if let Some(own) = problem.filter(|_| !group.uniform) {
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
    pub(super) fn settle(&mut self, (cols, rows): (u16, u16), layout: Options) {
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
        let Some(group) = self.alike.get_mut(at) else {
            return;
        };
        group.open = open.unwrap_or(!group.open);
        self.items.clear();
        for (index, group) in self.alike.iter().enumerate() {
            if index == at {
                self.selected = self.items.len();
            }
            self.items.push(Item::Alike(index));
            if group.open {
                self.items
                    .extend((0..group.places.len()).map(|place| Item::Place(index, place)));
            }
        }
    }

    /// Folds what is selected; false: it is folded.
    fn fold(&mut self) -> bool {
        let Some(Item::Alike(at) | Item::Place(at, _)) = self.items.get(self.selected).copied()
        else {
            return false;
        };
        let open = self.alike.get(at).is_some_and(|group| group.open);
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

impl App {
    pub(super) fn in_problems(&mut self, action: Action, rows: Option<isize>) -> Vec<Effect> {
        let Some(problems) = self.problems.as_mut() else {
            return Vec::new();
        };
        if let Some(rows) = rows {
            problems.selected = problems.selected.saturating_add_signed(rows);
            return Vec::new();
        }
        let closes = match action {
            Action::ToggleFold => {
                problems.toggle();
                false
            }
            Action::Fold => !problems.fold(),
            Action::Back => true,
            _ => false,
        };
        if closes {
            self.problems = None;
        }
        Vec::new()
    }
}
