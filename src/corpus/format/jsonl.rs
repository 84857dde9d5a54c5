//! Takes JSON Lines, gives a record a line.
//!
//! The file is streamed: memory holds one line. A line that is no JSON object is a listed problem
//! with its line and column, and the next line is read as if nothing had been. Nesting is bounded
//! by the parser (128), a line by [`LONGEST_RECORD`].

use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;

use serde_json::Value;

use super::super::decode::{Assumed, Transcoder, decode_line, utf16};
use super::super::problem::Level;
use super::{Format, Item, LONGEST_RECORD, Out, Trouble, fields};

/// One JSON object a line.
pub struct JsonLines;

impl Format for JsonLines {
    fn read(&self, input: &mut dyn BufRead, out: Out) -> io::Result<ControlFlow<()>> {
        let Some(encoding) = utf16(input.fill_buf()?) else {
            return lines(input, out);
        };
        lines(&mut BufReader::new(Transcoder::new(input, encoding)), out)
    }
}

fn lines(input: &mut dyn BufRead, out: Out) -> io::Result<ControlFlow<()>> {
    let mut line = Vec::new();
    let mut number = 0u64;
    let mut assumed = Assumed::Nothing;
    loop {
        line.clear();
        let read = read_line(input, &mut line)?;
        if read == 0 {
            return Ok(ControlFlow::Continue(()));
        }
        number += 1;
        let mut flow = out(Item::Read(read));
        if flow.is_continue() {
            let whole = read <= LONGEST_RECORD;
            flow = if whole {
                record(&line, number, &mut assumed, out)
            } else {
                too_long(number, out)
            };
        }
        if flow.is_break() {
            return Ok(flow);
        }
    }
}

/// Reads to the end of a line; of a line that is too long only the beginning is kept. Gives the bytes read.
fn read_line(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<u64> {
    let mut read = 0u64;
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        let end = buffer.iter().position(|b| *b == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        if read <= LONGEST_RECORD {
            line.extend_from_slice(buffer.get(..used).unwrap_or(buffer));
        }
        read += used as u64;
        input.consume(used);
        if end.is_some() || used == 0 {
            return Ok(read);
        }
    }
}

/// `assumed` is what was said of the file's encoding already: once a file is enough.
fn record(line: &[u8], number: u64, assumed: &mut Assumed, out: Out) -> ControlFlow<()> {
    let (text, now) = decode_line(line);
    let json = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    if json.is_empty() {
        return ControlFlow::Continue(());
    }

    let mut parsed = serde_json::from_str(json);
    if parsed.is_err()
        && let Some(mended) = without_lone_surrogates(json)
    {
        parsed = serde_json::from_str(&mended);
        if parsed.is_ok() {
            let reason = "half a surrogate pair (\\ud800…) is shown as \u{FFFD}".to_owned();
            out(trouble(
                number,
                Level::Note,
                reason,
                "write the text as UTF-8",
            ))?;
        }
    }
    let object = match parsed {
        Ok(Value::Object(object)) => object,
        Ok(_) => {
            let reason = "not a JSON object".to_owned();
            return out(trouble(
                number,
                Level::Error,
                reason,
                "one object a line, {\"title\": …, \"text\": …}",
            ));
        }
        Err(error) => {
            let reason = format!("not JSON: {}", said(&error));
            return out(trouble(
                number,
                Level::Error,
                reason,
                "mend or remove the line",
            ));
        }
    };
    if let Some(reason) = now.reason().filter(|_| *assumed != now) {
        *assumed = now;
        let hint = "convert the file to UTF-8 if letters look wrong";
        out(trouble(number, Level::Guess, reason.into(), hint))?;
    }
    match fields::record(object, number) {
        Ok((record, notes)) => {
            for note in notes {
                out(trouble(number, Level::Note, note.reason, note.hint))?;
            }
            out(Item::Record(Box::new(record)))
        }
        Err(note) => out(trouble(number, Level::Error, note.reason, note.hint)),
    }
}

/// JSON in which every escape of half a surrogate pair is one of U+FFFD; `None` where there is none.
fn without_lone_surrogates(json: &str) -> Option<String> {
    let half = |at: usize| {
        let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16)
            .ok()
            .filter(|unit| (0xD800..0xE000).contains(unit))
    };
    let mut out = String::with_capacity(json.len());
    let (mut from, mut at, mut found) = (0, 0, false);
    while let Some(step) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += step;
        let length = match (half(at), half(at + 6)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => 12,
            (Some(_), _) => {
                out.push_str(json.get(from..at)?);
                out.push_str("\\ufffd");
                found = true;
                from = at + 6;
                6
            }
            // A backslash and what it escapes, be it a backslash.
            (None, _) => 2,
        };
        at += length;
    }
    out.push_str(json.get(from..)?);
    found.then_some(out)
}

/// The parser's words with its column; its line is always 1.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.split(" at line ").next().unwrap_or(&text);
    format!("{} at column {}", words.to_lowercase(), error.column())
}

fn too_long(number: u64, out: Out) -> ControlFlow<()> {
    let reason = "line longer than 64 MiB".to_owned();
    out(trouble(
        number,
        Level::Error,
        reason,
        "split it: one article a line",
    ))
}

fn trouble(line: u64, level: Level, reason: String, hint: &str) -> Item {
    Item::Trouble(Trouble {
        record: u32::try_from(line).ok(),
        line: Some(line),
        level,
        reason,
        hint: hint.into(),
    })
}
