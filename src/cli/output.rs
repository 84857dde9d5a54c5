//! Lines of text or JSON to stdout, in which no byte of a corpus is a control sequence.

use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::ops::Range;

use serde::Serialize;

use super::resumed::{Resumed, WrittenPart};
use super::speaker::Speaker;
use crate::text::closed;
use crate::tui::BOLD;
use crate::words::Said;

/// Buffered standard output, and who speaks there.
pub(super) struct Output {
    pub speaker: Speaker,
    out: BufWriter<Resumed<Stdout>>,
    terminal: bool,
    /// Whether stdout is a terminal that knows bold.
    marks: bool,
}

/// What a match stands between on a terminal: bold, and what ends it.
const MARK: (&str, &str) = BOLD;
/// What stands before a line that belongs to the one above.
const INDENT: &str = "\t";

impl Output {
    pub(super) fn stdout(speaker: Speaker) -> Output {
        Output::after(WrittenPart::default(), speaker)
    }

    /// The same for an answer of which a part was written before.
    pub(super) fn after(before: WrittenPart, speaker: Speaker) -> Output {
        let dumb = std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
        let terminal = io::stdout().is_terminal();
        Output {
            speaker,
            out: BufWriter::new(Resumed::after(before, io::stdout())),
            terminal,
            marks: terminal && !dumb,
        }
    }

    /// One JSON object on a line.
    pub(super) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string(value).map_err(io::Error::other)?;
        writeln!(self.out, "{}", escape_controls(&text))
    }

    /// Plain text; on a terminal nothing that is open at the end of a line goes on in the next.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        if !self.terminal {
            return writeln!(self.out, "{}", plain(text));
        }
        for line in text.split('\n') {
            writeln!(self.out, "{}", plain(&closed(line)))?;
        }
        Ok(())
    }

    /// A message, on as many lines as it takes.
    pub(super) fn say(&mut self, said: &impl Said) -> io::Result<()> {
        for line in self.speaker.on_stdout(said) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// A line as the terminal, if there is one, is to be sent it.
    pub(super) fn sent(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// A message on standard error.
    pub(super) fn report(&self, said: &impl Said) {
        self.speaker.report(said);
    }

    /// Text of the corpus, as it is; on a terminal as that needs it.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        match self.speaker.text(text) {
            Some(lines) => self.all(lines),
            None => self.line(text),
        }
    }

    /// Words of ours with isolated values in them, for a terminal; `plain` for others.
    pub(super) fn composed(&mut self, text: &str, plain: &str) -> io::Result<()> {
        match self.speaker.composed(text) {
            Some(lines) => self.all(lines),
            None => self.line(plain),
        }
    }

    /// One line of fields with tabs between them; tabs and line ends inside a field are spaces, and what a field
    /// opens (an override) ends with it. On a terminal a row of as many lines as it takes.
    pub(super) fn fields(&mut self, fields: &[&str]) -> io::Result<()> {
        if let Some(lines) = self.speaker.fields(fields) {
            return self.all(lines);
        }
        let clean: Vec<String> = fields
            .iter()
            .map(|field| plain(&closed(&self.speaker.unlaid(field))).replace(['\t', '\n'], " "))
            .collect();
        writeln!(self.out, "{}", clean.join("\t"))
    }

    fn all(&mut self, lines: Vec<String>) -> io::Result<()> {
        for line in lines {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// One line of text in which line ends and tabs are spaces.
    pub(super) fn row(&mut self, text: &str) -> io::Result<()> {
        self.fields(&[text])
    }

    /// One line that belongs to the one above, the matches (char ranges) bold on a terminal.
    pub(super) fn marked(&mut self, text: &str, matches: &[Range<usize>]) -> io::Result<()> {
        let matches = if self.marks { matches } else { &[] };
        let text = closed(text).replace(['\n', '\t'], " ");
        if let Some(lines) = self.speaker.indented(&text, &bytes_of(&text, matches)) {
            return self.all(lines);
        }
        writeln!(self.out, "{INDENT}{}", marked(&text, matches))
    }

    /// What has been written of an answer that broke off.
    pub(super) fn written(mut self) -> io::Result<WrittenPart> {
        self.out.flush()?;
        Ok(self.out.get_ref().written())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().end()
    }
}

/// Text without control characters, line ends and tabs excepted.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

/// The bytes of ranges of chars, which are in order.
fn bytes_of(text: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let byte = |char: usize| {
        text.char_indices()
            .nth(char)
            .map_or(text.len(), |(at, _)| at)
    };
    let ranges = ranges.iter();
    ranges
        .map(|range| byte(range.start)..byte(range.end))
        .collect()
}

/// The text on one line, without controls but those around its matches, which are in order.
fn marked(text: &str, matches: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut matches = matches.iter().peekable();
    for (at, c) in text.chars().enumerate() {
        if matches.peek().is_some_and(|m| m.start == at) {
            out.push_str(MARK.0);
        }
        match c {
            '\n' | '\t' => out.push(' '),
            c if c.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
        if matches.next_if(|m| m.end == at + 1).is_some() {
            out.push_str(MARK.1);
        }
    }
    out
}

/// serde escapes C0; DEL and C1 would reach a terminal as they are.
fn escape_controls(json: &str) -> String {
    if !json.chars().any(|c| matches!(c, '\u{7f}'..='\u{9f}')) {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' => {
                // A control takes the four digits of JSON's escape; writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_bold_and_nothing_else_is_sent() {
        assert_eq!(
            marked("a\u{1b}b\tcd", &[2..3, 4..6]),
            "a\u{fffd}\u{1b}[1mb\u{1b}[22m \u{1b}[1mcd\u{1b}[22m"
        );
        assert_eq!(marked("ab", &[]), "ab");
    }

    #[test]
    fn no_control_character_gets_out() {
        assert_eq!(
            plain("a\u{1b}[31mb\u{9b}c\td"),
            "a\u{fffd}[31mb\u{fffd}c\td"
        );
        assert_eq!(escape_controls("\"\u{9b}\""), "\"\\u009b\"");
    }
}
