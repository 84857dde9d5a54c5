//! Takes a text file, gives one record: the whole file.

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

use super::super::decode::{decode, tidy};
use super::super::problem::Level;
use super::{Format, Item, LONGEST_RECORD, Out, Record, Trouble};

/// One article a file.
pub struct Text;

impl Format for Text {
    fn read(&self, input: &mut dyn BufRead, out: Out) -> io::Result<ControlFlow<()>> {
        let mut bytes = Vec::new();
        let read = input.take(LONGEST_RECORD + 1).read_to_end(&mut bytes)? as u64;
        let mut flow = out(Item::Read(read));
        let trouble = |level, reason: &str, hint: &str| {
            Item::Trouble(Trouble {
                record: Some(1),
                line: None,
                level,
                reason: reason.into(),
                hint: hint.into(),
            })
        };
        if read > LONGEST_RECORD {
            let reason = "larger than 64 MiB: too large for one article";
            let hint = "split it into one article a file, or make it JSON Lines";
            return Ok(out(trouble(Level::Error, reason, hint)));
        }
        let (decoded, assumed) = decode(&bytes);
        if is_binary(&decoded) {
            let reason = "not a text file: every few bytes a control character";
            return Ok(out(trouble(
                Level::Error,
                reason,
                "remove it, or give it as text",
            )));
        }
        if let Some(reason) = assumed.reason() {
            let hint = "convert the file to UTF-8 if letters look wrong";
            flow = out(trouble(Level::Guess, reason, hint));
        }
        if flow.is_break() {
            return Ok(flow);
        }
        let text = tidy(decoded.into_owned());
        if text.trim().is_empty() {
            return Ok(out(trouble(
                Level::Note,
                "empty: there is no article in it",
                "",
            )));
        }
        Ok(out(Item::Record(Box::new(Record {
            number: 1,
            text,
            plain: true,
            ..Record::default()
        }))))
    }
}

/// Whether so much of a beginning is control characters that no encoding of text explains it.
fn is_binary(text: &str) -> bool {
    let head = || text.chars().take(4096).filter(|c| *c != '\0');
    let layout = |c: &char| {
        matches!(
            c,
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}'
        )
    };
    let controls = head().filter(|c| c.is_control() && !layout(c)).count();
    controls > 8 && controls * 20 > head().count()
}
