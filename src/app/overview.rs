//! The overview of a corpus as a screen: lines of figures, and rows that open their articles.
//!
//! When an answer comes, each line is noted as what it is about ([`OverviewLine`]); it is laid out when it is drawn.

use super::action::Action;
use super::browse::Browse;
use super::message::{Lane, StoreReply};
use super::panes::MIN_BAR_ROWS;
use super::pending::Pending;
use super::problems::Problems;
use super::screen::{Count, Screen, StackChange, rows_of};
use super::shared::Shared;
use crate::library::Filter;
use crate::store::{Answer, Ask, Overview, OverviewArticle};

/// Most articles listed under each heading.
const MAX_ARTICLES: usize = 5;

/// Fewest bytes of memory that are worth a line: of less nobody asks what takes it.
const MIN_MEMORY: u64 = 1_000_000;

/// What a line of the screen is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverviewLine {
    Blank,
    /// Articles, sources and words.
    Size,
    /// The same on two lines of a narrow screen.
    Articles,
    Words,
    Repeats,
    Stories,
    Dates,
    /// The periods that the rows below are divided into.
    Periods,
    /// All sources together.
    All,
    /// Index of a source.
    Source(usize),
    LongestHeading,
    /// Index of one of the longest articles.
    Longest(usize),
    RepeatedHeading,
    /// Index of one of the most repeated articles.
    Repeated(usize),
    Forms,
    Encodings,
    Problems,
    /// What of the corpus takes how much memory.
    Memory,
}

impl OverviewLine {
    /// Whether it can be selected and opened.
    pub fn is_selectable(self) -> bool {
        use OverviewLine::{All, Longest, Problems, Repeated, Source};
        matches!(self, All | Source(_) | Longest(_) | Repeated(_) | Problems)
    }
}

/// Columns of a screen from which on there is one line for all of [`OverviewLine::Size`].
const MIN_SIZE_COLS: u16 = 60;

/// The screen of what is in the corpus.
#[derive(Clone, Debug, Default)]
pub struct OverviewScreen {
    /// `None` until it has come.
    known: Option<Box<Overview>>,
    lines: Vec<OverviewLine>,
    /// Index of the selected line, which is one that can be selected.
    pub selected: usize,
    /// Index of the first line in view.
    pub top: usize,
    pub pending: Pending,
}

impl OverviewScreen {
    /// Rows for lines on a screen of `rows` rows: all but the bar above, and the message and the keys below.
    pub fn height(rows: u16) -> usize {
        usize::from(rows.saturating_sub(if rows < MIN_BAR_ROWS { 2 } else { 3 }))
    }

    /// The overview, where it has come.
    pub fn known(&self) -> Option<&Overview> {
        self.known.as_deref()
    }

    /// All lines.
    pub fn lines(&self) -> &[OverviewLine] {
        &self.lines
    }

    /// Carries out a command.
    pub(super) fn act(&mut self, action: Action, count: Count, shared: &Shared) -> StackChange {
        if let Some(rows) = rows_of(action, count, OverviewScreen::height(shared.rows)) {
            self.move_by(rows);
            return StackChange::Stay;
        }
        match action {
            Action::Open => self.open(),
            Action::Back => StackChange::Pop,
            _ => StackChange::Stay,
        }
    }

    /// The articles that the selected line is about, on a screen of their own.
    fn open(&self) -> StackChange {
        let (Some(line), Some(known)) = (self.lines.get(self.selected), self.known()) else {
            return StackChange::Stay;
        };
        let screen = match *line {
            OverviewLine::All => Some(Screen::Browse(Browse::of(Filter::default()))),
            OverviewLine::Source(at) => known.sources.get(at).map(|row| of_source(&row.name)),
            OverviewLine::Longest(at) => known.longest.get(at).map(reading),
            OverviewLine::Repeated(at) => known.most_repeated.get(at).map(reading),
            OverviewLine::Problems => Some(Screen::Problems(Problems::default())),
            _ => None,
        };
        screen.map_or(StackChange::Stay, StackChange::push)
    }

    /// Moves over lines that can be selected; stops at the ends.
    fn move_by(&mut self, rows: isize) {
        let selectable = |(_, line): &(usize, &OverviewLine)| line.is_selectable();
        let places: Vec<usize> = self
            .lines
            .iter()
            .enumerate()
            .filter(selectable)
            .map(|(at, _)| at)
            .collect();
        let now = places.partition_point(|at| *at < self.selected);
        let next = now.saturating_add_signed(rows);
        let next = next.min(places.len().saturating_sub(1));
        self.selected = places.get(next).copied().unwrap_or(0);
    }

    /// Asks for what is in the corpus as it is now, and keeps the selected line in view.
    pub(super) fn settle(&mut self, shared: &mut Shared) {
        self.pending.want(Lane::Screen, Ask::Overview, shared);
        self.divide_size(shared.cols < MIN_SIZE_COLS);
        let height = OverviewScreen::height(shared.rows).max(1);
        // The lines above the first selectable one are shown with it where there is room.
        let first = self.lines.iter().position(|line| line.is_selectable());
        let start = if first == Some(self.selected) {
            0
        } else {
            self.selected
        };
        let least = (self.selected + 1).saturating_sub(height);
        self.top = self.top.min(start).max(least);
    }

    /// One line or two for the size of the corpus; the selection stays.
    fn divide_size(&mut self, divided: bool) {
        use OverviewLine::{Articles, Size, Words};
        if divided && self.lines.first() == Some(&Size) {
            self.lines.splice(..1, [Articles, Words]);
            self.selected += 1;
        } else if !divided && self.lines.first() == Some(&Articles) {
            self.lines.splice(..2, [Size]);
            self.selected = self.selected.saturating_sub(1);
        }
    }

    /// Takes in what was awaited; the selection stays on its source.
    pub(super) fn reply(&mut self, reply: StoreReply) {
        let answer = self.pending.take(reply).map(|answered| answered.answer);
        let Some(Answer::Overview(overview)) = answer else {
            return;
        };
        let line = self.lines.get(self.selected).copied();
        let before = match (line, self.known()) {
            (Some(OverviewLine::Source(at)), Some(known)) => known.sources.get(at),
            _ => None,
        };
        let name = before.map(|row| row.name.clone());
        let source = name.and_then(|name| overview.sources.iter().position(|s| s.name == name));
        self.lines = lines(&overview);
        self.known = Some(overview);
        let wanted = source.map(OverviewLine::Source).or(line);
        let at = self.lines.iter().position(|line| Some(*line) == wanted);
        let first = self.lines.iter().position(|line| line.is_selectable());
        self.selected = at.or(first).unwrap_or(0);
    }
}

/// A list of the articles of a source.
fn of_source(name: &str) -> Screen {
    let filter = Filter {
        sources: [name.to_owned()].into(),
        ..Filter::default()
    };
    Screen::Browse(Browse::of(filter))
}

/// An article, to be read.
fn reading(article: &OverviewArticle) -> Screen {
    Screen::Browse(Browse::reading(article.card.key))
}

/// The lines of the screen, from top to bottom.
fn lines(overview: &Overview) -> Vec<OverviewLine> {
    use OverviewLine as L;
    let mut lines = vec![
        L::Size,
        L::Repeats,
        L::Stories,
        L::Dates,
        L::Blank,
        L::Periods,
        L::All,
    ];
    lines.extend((0..overview.sources.len()).map(L::Source));
    lines.extend([L::Blank, L::LongestHeading]);
    lines.extend((0..overview.longest.len().min(MAX_ARTICLES)).map(L::Longest));
    if !overview.most_repeated.is_empty() {
        lines.extend([L::Blank, L::RepeatedHeading]);
    }
    lines.extend((0..overview.most_repeated.len().min(MAX_ARTICLES)).map(L::Repeated));
    lines.extend([L::Blank, L::Forms, L::Encodings, L::Problems]);
    if overview.memory.total() >= MIN_MEMORY {
        lines.push(L::Memory);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::MemoryUse;

    #[test]
    fn of_a_large_corpus_the_overview_says_what_takes_memory() {
        let of = |texts| Overview {
            memory: MemoryUse {
                texts,
                ..MemoryUse::default()
            },
            ..Overview::default()
        };
        assert!(!lines(&of(999_999)).contains(&OverviewLine::Memory));
        assert!(lines(&of(1_000_000)).contains(&OverviewLine::Memory));
    }
}
