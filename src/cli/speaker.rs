//! What is said to people in, lines for stdout and stderr out: logical text for a pipe; for a terminal laid out as it
//! needs Arabic.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;

use super::output::plain;
use super::table_row::{MIN_TEXT_COLUMNS, TAB_COLUMNS, TableRow};
use crate::corpus::Cause;
use crate::index::IndexError;
use crate::kept::KeepError;
use crate::store::StoreError;
use crate::text::{
    Base, Direction, Options, closed, direction_of, isolated, isolated_as, isolated_code, turns,
    unisolated,
};
use crate::tui::{Paper, PaperLine, Preferences, SaidError, terminal};
use crate::words::{Foreign, Said, Sentence, Words};

/// The program's name before what it reports.
const NAME: &str = "fihrist: ";

/// Columns of a line where there is no terminal.
const PIPE_COLUMNS: usize = 100;

/// In which language, and for which terminals, the verbs speak.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker {
    pub words: Words,
    /// The terminals that stdout and stderr are.
    stdout: Option<Paper>,
    stderr: Option<Paper>,
}

impl Speaker {
    pub(super) fn new(words: Words, preferences: &Preferences) -> Speaker {
        let paper = |is_terminal: bool| is_terminal.then(|| Paper::of(preferences));
        Speaker {
            words,
            stdout: paper(io::stdout().is_terminal()),
            stderr: paper(io::stderr().is_terminal()),
        }
    }

    /// One message to standard error; that it cannot be written is no reason to stop.
    pub(super) fn report(&self, said: &impl Said) {
        let text = format!("{NAME}{}", self.words.say(said)).replace('\n', " ");
        for line in self.lines(self.stderr, &text) {
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// What belongs to a report, on lines of its own.
    pub(super) fn add(&self, said: &impl Said) {
        for line in self.lines(self.stderr, &self.words.say(said)) {
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// What is typed, among words of the language.
    pub(super) fn code(&self, text: &str) -> String {
        match self.words.direction() {
            Direction::Ltr => text.to_owned(),
            Direction::Rtl => isolated_code(text),
        }
    }

    /// A message for standard output, as its lines.
    pub(super) fn on_stdout(&self, said: &impl Said) -> Vec<String> {
        // What has a line end in it is no second message.
        let text = self.words.say(said).replace(['\n', '\t'], " ");
        self.lines(self.stdout, &text)
    }

    /// The words of tables: of a pipe scripts read them, whatever the language.
    pub(super) fn table_words(&self) -> Words {
        match self.stdout {
            Some(_) => self.words,
            None => Words::ENGLISH,
        }
    }

    /// Words that stand in a row with other things.
    pub(super) fn field(&self, said: &impl Said) -> String {
        let text = self.table_words().say(said);
        match self.stdout {
            Some(_) => text,
            None => plain(&closed(&unisolated(&text))),
        }
    }

    /// Values one after the other in the direction of the language, whatever these are.
    pub(super) fn list(&self, said: &impl Said) -> String {
        let text = self.field(said);
        match self.stdout {
            Some(_) => isolated_as(&text, self.words.direction()),
            None => text,
        }
    }

    /// A field of a row that goes as it is: a terminal is sent no isolates.
    pub(super) fn unlaid<'a>(&self, field: &'a str) -> Cow<'a, str> {
        match self.stdout {
            Some(_) => Cow::Owned(unisolated(field)),
            None => Cow::Borrowed(field),
        }
    }

    /// Whether standard output is a terminal: what goes elsewhere is for scripts.
    pub(super) fn is_for_people(&self) -> bool {
        self.stdout.is_some()
    }

    /// What stands between things of a list.
    pub(super) fn comma(&self) -> String {
        self.words.comma()
    }

    /// A value beside words of ours in one field.
    pub(super) fn value(&self, value: &str) -> String {
        match self.stdout {
            Some(_) => isolated(value),
            None => value.to_owned(),
        }
    }

    /// Words for people on a terminal; `plain` elsewhere.
    pub(super) fn field_or(&self, said: &impl Said, plain: &str) -> String {
        match self.stdout {
            Some(_) => self.words.say(said),
            None => plain.to_owned(),
        }
    }

    /// The fields of a row as the lines that a terminal is to be sent; `None` where they go as they are, with tabs between
    /// them.
    pub(super) fn fields(&self, fields: &[&str]) -> Option<Vec<String>> {
        let paper = self.stdout?;
        if !fields.iter().any(|field| self.is_laid_out(field)) {
            return None;
        }
        let (start, cols) = (self.words.direction(), paper.row_cols);
        let options = paper.options(start);
        let rows = TableRow::of_fields(fields, cols, options);
        let lines = rows.iter().flat_map(|row| row.lines(cols, options));
        let sent = lines.flat_map(|line| paper.lines_of(&line, start, usize::MAX));
        Some(
            sent.map(|line| paper.aligned_in(&line, start, cols))
                .collect(),
        )
    }

    /// Text of the corpus, each of its lines against the edge at which its direction begins; `None` where it goes as it
    /// is.
    pub(super) fn text(&self, text: &str) -> Option<Vec<String>> {
        let paper = self.stdout.filter(|_| self.is_laid_out(text))?;
        let mut out = Vec::new();
        for source in text.split('\n') {
            let start = direction_of(source).unwrap_or(self.words.direction());
            let lines = paper.lines(source, start).into_iter();
            let before = out.len();
            out.extend(lines.map(|line| paper.aligned(&line, start)));
            if out.len() == before {
                out.push(String::new());
            }
        }
        Some(out)
    }

    /// Words with isolated values in them as the lines that a terminal is to be sent; `None` where they go as they are.
    pub(super) fn composed(&self, text: &str) -> Option<Vec<String>> {
        self.stdout.filter(|_| self.is_laid_out(text))?;
        Some(self.lines(self.stdout, text))
    }

    /// A text that belongs to the row above, what stands at `bold` (bytes) in bold; `None` where it goes as it is.
    pub(super) fn indented(&self, text: &str, bold: &[Range<usize>]) -> Option<Vec<String>> {
        let paper = self.stdout.filter(|_| self.is_laid_out(text))?;
        let (start, cols) = (self.words.direction(), paper.row_cols);
        let own = direction_of(text).unwrap_or(start);
        let room = cols.saturating_sub(TAB_COLUMNS).max(MIN_TEXT_COLUMNS);
        let lines = paper.lines_of(text, own, room);
        let block = lines.iter().map(PaperLine::width).max().unwrap_or(0);
        let left = match start {
            Direction::Ltr => TAB_COLUMNS,
            Direction::Rtl => room.saturating_sub(block),
        };
        let before = |line: &PaperLine| match own {
            Direction::Ltr => left,
            Direction::Rtl => left + block - line.width(),
        };
        let sent = lines.iter();
        Some(
            sent.map(|line| paper.marked(line, before(line), bold))
                .collect(),
        )
    }

    /// Rows of a label and what belongs to it, for standard output: the labels in a column of their own.
    pub(super) fn table(&self, rows: &[TableRow], of_stderr: bool) -> Vec<String> {
        let paper = self.paper(of_stderr);
        let start = self.words.direction();
        let options = match paper {
            Some(paper) => paper.options(start),
            None => Options {
                base: Base::of(start),
                ..Options::default()
            },
        };
        let mut out = Vec::new();
        for row in rows {
            for line in row.lines(paper.map_or(PIPE_COLUMNS, |paper| paper.cols), options) {
                out.push(match paper.filter(|_| self.is_laid_out(&line)) {
                    Some(paper) => {
                        let lines = paper.lines_of(&line, start, usize::MAX);
                        let sent = lines.iter().map(|line| paper.aligned(line, start));
                        sent.collect()
                    }
                    None => plain(&closed(&unisolated(&line))),
                });
            }
        }
        out
    }

    /// The terminal that one of the two is, if it is one.
    pub(super) fn paper(&self, of_stderr: bool) -> Option<Paper> {
        if of_stderr { self.stderr } else { self.stdout }
    }

    fn lines(&self, paper: Option<Paper>, text: &str) -> Vec<String> {
        let start = self.words.direction();
        match paper {
            Some(paper) if self.is_laid_out(text) => {
                let lines = paper.lines(text, start).into_iter();
                lines.map(|line| paper.aligned(&line, start)).collect()
            }
            _ => vec![plain(&closed(&unisolated(text)))],
        }
    }

    /// What has nothing to be reordered is left to the terminal, which may be as wide as it likes.
    fn is_laid_out(&self, text: &str) -> bool {
        self.words.direction() == Direction::Rtl || text.chars().any(turns)
    }
}

/// Why the program ends without having done its work, as a message.
pub(super) fn reason(error: &anyhow::Error) -> Sentence {
    if let Some(SaidError(said)) = error.downcast_ref() {
        return said.clone();
    }
    if let Some(error) = error.downcast_ref::<terminal::Error>() {
        return error.said().sentence();
    }
    if let Some(error) = error.downcast_ref::<StoreError>() {
        return error.sentence();
    }
    if let Some(error) = error.downcast_ref::<IndexError>() {
        return error.sentence();
    }
    if let Some(error) = error.downcast_ref::<KeepError>() {
        return error.sentence();
    }
    if let Some(error) = error.downcast_ref::<io::Error>() {
        let inner = error.get_ref();
        return match inner.and_then(|inner| inner.downcast_ref()) {
            Some(SaidError(said)) => said.clone(),
            None => Cause::io(error).sentence(),
        };
    }
    foreign(&format!("{error:#}"))
}

/// The words of a library or of the system.
pub(super) fn foreign(text: &impl ToString) -> Sentence {
    let text = text.to_string();
    Foreign::AsItIs { text }.sentence()
}
