//! Sentences in, lines out for a terminal that is written to as on paper: without a screen, and without asking or
//! switching it.
//!
//! What it does to right-to-left text is decided by the environment and the user's preferences alone.

use std::ops::Range;

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
    /// Columns of a line of sentences.
    pub cols: usize,
    /// Columns of a row of a table: as many as there are.
    pub row_cols: usize,
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
            row_cols: cols.max(MIN_COLUMNS),
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
            .map(|line| emit::printed(line, 0, self.mode, &[]))
            .collect()
    }

    /// A line with blanks before it.
    pub fn sent(self, line: &PaperLine, before: usize) -> String {
        emit::printed(&line.0, before, self.mode, &[])
    }

    /// The same with what stands at some bytes of the text in bold.
    pub fn marked(self, line: &PaperLine, before: usize, bold: &[Range<usize>]) -> String {
        emit::printed(&line.0, before, self.mode, bold)
    }

    /// A line against the side on which sentences start.
    pub fn aligned(self, line: &PaperLine, start: Direction) -> String {
        self.aligned_in(line, start, self.cols)
    }

    /// The same where lines have so many columns.
    pub fn aligned_in(self, line: &PaperLine, start: Direction, cols: usize) -> String {
        let before = match start {
            Direction::Ltr => 0,
            Direction::Rtl => cols.saturating_sub(line.0.width()),
        };
        self.sent(line, before)
    }

    /// How text is laid out on it that is read in a direction.
    pub fn options(self, start: Direction) -> Options {
        Options {
            base: Base::of(start),
            ..self.layout
        }
    }

    fn laid_out(self, text: &str, start: Direction) -> Layout {
        Layout::new(text, self.options(start))
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
