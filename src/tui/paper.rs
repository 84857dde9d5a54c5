//! Sentences in, lines out for a terminal that is written to as on paper: without a screen, and without asking or
//! switching it.
//!
//! What it does to right-to-left text is decided by the environment and the user's preferences alone.

use super::detect::{Environment, Evidence, unswitched};
use super::display::{Preferences, Settings};
use super::emit::{self, BidiMode};
use super::terminal;
use crate::text::{Base, Direction, Layout, Line, Options};

/// Most columns of a line: a longer one is hard to read.
const MAX_COLUMNS: usize = 100;
/// Fewest that are reckoned with.
const MIN_COLUMNS: usize = 20;

/// A terminal that lines are printed on.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    mode: BidiMode,
    layout: Options,
    /// Columns of a line.
    pub cols: usize,
}

impl Paper {
    /// The terminal that we run on.
    pub fn of(preferences: &Preferences) -> Paper {
        let evidence = Evidence {
            environment: Environment::read(),
            ..Evidence::default()
        };
        let settings = Settings::new(preferences.clone(), unswitched(&evidence));
        // The last column is left free: some terminals go on to the next line after it.
        let cols = usize::from(terminal::size().0).saturating_sub(1);
        Paper {
            mode: settings.mode,
            layout: settings.layout(),
            cols: cols.clamp(MIN_COLUMNS, MAX_COLUMNS),
        }
    }

    /// A text as lines of at most `cols` columns, as the terminal is to be sent them.
    pub fn lines(self, text: &str, start: Direction) -> Vec<PaperLine> {
        self.lines_of(text, start, self.cols)
    }

    /// The same in a part of the columns.
    pub fn lines_of(self, text: &str, start: Direction, cols: usize) -> Vec<PaperLine> {
        let lines = self.laid_out(text, start).lines(cols);
        lines.into_iter().map(PaperLine).collect()
    }

    /// A text on one line, whatever its length.
    pub fn line(self, text: &str, start: Direction) -> String {
        let lines = self.laid_out(text, start).lines(usize::MAX);
        lines
            .iter()
            .map(|line| emit::printed(line, 0, self.mode))
            .collect()
    }

    /// A line with blanks before it.
    pub fn sent(self, line: &PaperLine, before: usize) -> String {
        emit::printed(&line.0, before, self.mode)
    }

    /// A line against the side on which sentences start.
    pub fn aligned(self, line: &PaperLine, start: Direction) -> String {
        let before = match start {
            Direction::Ltr => 0,
            Direction::Rtl => self.cols.saturating_sub(line.0.width()),
        };
        self.sent(line, before)
    }

    fn laid_out(self, text: &str, start: Direction) -> Layout {
        let base = match start {
            Direction::Ltr => Base::Ltr,
            Direction::Rtl => Base::Rtl,
        };
        let options = Options {
            base,
            ..self.layout
        };
        Layout::new(text, options)
    }
}

/// A line that is laid out, and not yet in the order that a terminal needs.
#[derive(Clone, Debug)]
pub struct PaperLine(Line);

impl PaperLine {
    /// Columns that it takes.
    pub fn width(&self) -> usize {
        self.0.width()
    }
}
