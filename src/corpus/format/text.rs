//! Takes a text file, gives one record: the whole file.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::super::decode::{Charset, MEND, decode, tidy};
use super::super::problem::Level;
use super::{At, Format, Input, Item, LONGEST_RECORD, Out, Record};

/// One article a file.
pub struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn read(&self, input: Input, out: Out) -> io::Result<ControlFlow<()>> {
        let mut bytes = Vec::new();
        let read = input
            .stream
            .take(LONGEST_RECORD + 1)
            .read_to_end(&mut bytes)? as u64;
        let at = At {
            record: 1,
            line: None,
        };
        if read > LONGEST_RECORD {
            let reason = "larger than 64 MiB: too large for one article";
            let hint = "split it into one article a file, or make it JSON Lines";
            return Ok(out(at.trouble(Level::Error, reason, hint)));
        }
        let (decoded, mut charset) = decode(&bytes);
        if input.charset != Charset::Utf8 {
            charset = input.charset;
        }
        if is_binary(&decoded) {
            let reason = "not a text file: every few bytes a control character";
            let hint = "remove it, or give it as text";
            return Ok(out(at.trouble(Level::Error, reason, hint)));
        }
        if let Some(reason) = charset.assumption()
            && out(at.trouble(Level::Guess, reason, MEND)).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        let text = tidy(decoded.into_owned());
        if text.trim().is_empty() {
            let reason = "empty: there is no article in it";
            return Ok(out(at.trouble(Level::Note, reason, "")));
        }
        Ok(out(Item::Record(Box::new(Record {
            number: 1,
            text,
            charset,
            alone: true,
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
