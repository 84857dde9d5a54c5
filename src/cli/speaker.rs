//! What is said to people in, lines for stdout and stderr out: logical text for a pipe; for a terminal laid out as it
//! needs Arabic.

use std::io::{self, IsTerminal, Write};

use super::output::plain;
use crate::index::IndexError;
use crate::kept::KeepError;
use crate::store::StoreError;
use crate::text::{Base, Direction, Layout, Options, isolated_code, turns, unisolated};
use crate::tui::{Paper, Preferences, SaidError, terminal};
use crate::words::{Foreign, Said, Sentence, Words};

/// The program's name before what it reports.
const NAME: &str = "fihrist: ";

/// Columns of a line where there is no terminal.
const PIPE_COLUMNS: usize = 100;

/// A row of a table: a label at the start, and what is said of it beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct TableRow {
    /// Columns before the label.
    pub indent: usize,
    pub label: String,
    /// Columns from the start of the line to what is said.
    pub text_at: usize,
    pub text: String,
}

impl TableRow {
    /// Its lines in logical order.
    fn lines(&self, cols: usize, start: Direction) -> Vec<String> {
        let base = match start {
            Direction::Ltr => Base::Ltr,
            Direction::Rtl => Base::Rtl,
        };
        let options = Options {
            base,
            ..Options::default()
        };
        let label = Layout::new(&self.label, options).width();
        let mut head = format!("{}{}", " ".repeat(self.indent), self.label);
        let mut out = Vec::new();
        // A label that leaves no room has a line of its own.
        if label > 0 && self.indent + label + 1 > self.text_at && !self.text.is_empty() {
            out.push(std::mem::take(&mut head));
        } else {
            let gap = self.text_at.saturating_sub(self.indent + label);
            head.push_str(&" ".repeat(if self.text.is_empty() { 0 } else { gap }));
        }
        let mut isolates = OpenIsolates::default();
        let room = cols.saturating_sub(self.text_at).max(MIN_TEXT_COLUMNS);
        for line in Layout::new(&self.text, options).lines(room) {
            let text = self.text.get(line.bytes).unwrap_or_default().trim_end();
            let text = isolates.whole(text);
            let before = std::mem::take(&mut head);
            if before.is_empty() {
                out.push(format!("{}{text}", " ".repeat(self.text_at)));
            } else {
                out.push(format!("{before}{text}"));
            }
        }
        out.extend(Some(head).filter(|head| !head.is_empty()));
        out
    }
}

/// The isolates that go on from a line of a text to the next.
#[derive(Default)]
struct OpenIsolates(Vec<char>);

impl OpenIsolates {
    /// A line by itself: what goes on from the one before begins anew, and what goes on after it ends.
    fn whole(&mut self, line: &str) -> String {
        let mut out: String = self.0.iter().collect();
        out.push_str(line);
        for c in line.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => self.0.push(c),
                '\u{2069}' => drop(self.0.pop()),
                _ => {}
            }
        }
        out.extend(self.0.iter().map(|_| '\u{2069}'));
        out
    }
}

/// Fewest columns of what is said.
const MIN_TEXT_COLUMNS: usize = 20;

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
            Some(paper) if self.is_laid_out(&text) => paper.line(&text, self.words.direction()),
            _ => plain(&unisolated(&text)),
        }
    }

    /// Rows of a label and what belongs to it, for standard output: the labels in a column of their own.
    pub(super) fn table(&self, rows: &[TableRow], of_stderr: bool) -> Vec<String> {
        let paper = self.paper(of_stderr);
        let start = self.words.direction();
        let mut out = Vec::new();
        for row in rows {
            for line in row.lines(paper.map_or(PIPE_COLUMNS, |paper| paper.cols), start) {
                out.push(match paper.filter(|_| self.is_laid_out(&line)) {
                    Some(paper) => {
                        let lines = paper.lines_of(&line, start, usize::MAX);
                        let sent = lines.iter().map(|line| paper.aligned(line, start));
                        sent.collect()
                    }
                    None => plain(&unisolated(&line)),
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
            _ => vec![plain(&unisolated(text))],
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
    let inner = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref);
    if let Some(SaidError(said)) = inner.and_then(|inner| inner.downcast_ref()) {
        return said.clone();
    }
    foreign(&format!("{error:#}"))
}

/// The words of a library or of the system.
pub(super) fn foreign(text: &impl ToString) -> Sentence {
    let text = text.to_string();
    Foreign::AsItIs { text }.sentence()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(row: &TableRow, cols: usize, expected: &[&str]) {
        assert_eq!(row.lines(cols, Direction::Ltr), expected);
    }

    #[test]
    fn labels_have_a_column_of_their_own() {
        let row = |label: &str, text: &str| TableRow {
            indent: 2,
            label: label.to_owned(),
            text_at: 8,
            text: text.to_owned(),
        };
        check(&row("-n", "at most"), 40, &["  -n    at most"]);
        check(&row("-n", ""), 40, &["  -n"]);
        let wrapped = ["  -n    many words that go", "        on"];
        check(&row("-n", "many words that go on"), 28, &wrapped);
        check(&row("--long", "text"), 40, &["  --long", "        text"]);
    }

    #[test]
    fn isolates_are_whole_on_each_line() {
        let text = format!("see {}", isolated_code("many words that go on"));
        let row = TableRow {
            text,
            ..TableRow::default()
        };
        let expected = [
            "see \u{2066}many words that\u{2069}",
            "\u{2066}go on\u{2069}",
        ];
        check(&row, 20, &expected);
    }
}
