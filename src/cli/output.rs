//! Lines of text or JSON to stdout, in which no byte of a corpus is a control sequence.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Stdout, Write};

use serde::Serialize;

/// Buffered standard output.
pub(super) struct Output {
    out: BufWriter<Stdout>,
}

impl Output {
    pub(super) fn stdout() -> Output {
        Output {
            out: BufWriter::new(io::stdout()),
        }
    }

    /// One JSON object on a line.
    pub(super) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string(value).map_err(io::Error::other)?;
        writeln!(self.out, "{}", escape_controls(&text))
    }

    /// One line of plain text.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", plain(text))
    }

    /// One line of fields with tabs between them; tabs and line ends inside a field are spaces.
    pub(super) fn fields(&mut self, fields: &[&str]) -> io::Result<()> {
        let clean: Vec<String> = fields
            .iter()
            .map(|field| plain(field).replace(['\t', '\n'], " "))
            .collect();
        writeln!(self.out, "{}", clean.join("\t"))
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// One line to standard error; that it cannot be written is no reason to stop.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr(), "fihrist: {}", plain(text));
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
    fn no_control_character_gets_out() {
        assert_eq!(
            plain("a\u{1b}[31mb\u{9b}c\td"),
            "a\u{fffd}[31mb\u{fffd}c\td"
        );
        assert_eq!(escape_controls("\"\u{9b}\""), "\"\\u009b\"");
    }
}
