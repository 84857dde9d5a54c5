//! Takes mailboxes, single messages and pages saved as messages (MHTML), gives an article a message.

mod mbox;
mod message;

use std::io::{self, Read};
use std::ops::ControlFlow;

use self::mbox::MboxCutter;
use self::message::MailFields;
use super::super::decode::Charset;
use super::super::options::ReadOptions;
use super::super::reason::Reason;
use super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit_with_key,
};

/// Headers that nearly every message has.
const USUAL_HEADERS: [&str; 4] = ["from", "date", "subject", "to"];
/// Longest name of a header with its colon, in bytes; in prose a colon may stand further on.
const MAX_HEADER_NAME_BYTES: usize = 80;

/// The format of mailboxes: messages in sequence.
pub struct Mailbox;

/// The format of single messages, and of pages saved as messages.
pub struct MailMessage;

impl Format for Mailbox {
    fn name(&self) -> &'static str {
        "mbox"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut reader = MailReader::new(&input, false);
        let mut cutter = MboxCutter::new(input.stream);
        while let Some(cut) = cutter.next()? {
            reader.at.record = reader.at.record.saturating_add(1);
            reader.at.line = Some(cut.line);
            let bytes = (!cut.too_long).then_some(&cutter.bytes[..]);
            if reader.message(bytes, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

impl Format for MailMessage {
    fn name(&self) -> &'static str {
        "mail"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut reader = MailReader::new(&input, true);
        reader.at.record = 1;
        let mut bytes = Vec::new();
        let read = input
            .stream
            .take(LONGEST_RECORD + 1)
            .read_to_end(&mut bytes)? as u64;
        let bytes = (read <= LONGEST_RECORD).then_some(&bytes[..]);
        Ok(reader.message(bytes, out))
    }
}

/// Options and position of one file while it is read.
struct MailReader<'a> {
    options: &'a ReadOptions,
    /// Encoding from which the input was transcoded.
    given: Charset,
    /// The assumed encoding that was reported last: once a file is enough.
    assumed: Charset,
    at: RecordPosition,
    /// The file is a single message.
    alone: bool,
}

impl<'a> MailReader<'a> {
    fn new(input: &FormatInput<'a>, alone: bool) -> MailReader<'a> {
        MailReader {
            options: input.options,
            given: input.charset,
            assumed: Charset::Utf8,
            at: RecordPosition::default(),
            alone,
        }
    }

    /// Emits a message; `None` is one that is too long to be held.
    fn message(&mut self, bytes: Option<&[u8]>, out: ItemSink) -> ControlFlow<()> {
        let Some(bytes) = bytes else {
            let mib = LONGEST_RECORD_MIB;
            return out(self.at.trouble(Reason::MessageTooLong { mib }));
        };
        let MailFields {
            fields,
            key,
            charset,
        } = match message::read(bytes) {
            Ok(mail) => mail,
            Err(reason) => return out(self.at.trouble(reason)),
        };
        let charset = match self.given {
            Charset::Utf8 => charset,
            given => given,
        };
        if self.assumed != charset
            && let Some(reason) = charset.assumption()
        {
            self.assumed = charset;
            out(self.at.trouble(reason))?;
        }
        let about = RecordContext {
            at: self.at,
            charset,
            alone: self.alone,
        };
        emit_with_key(fields, Some(key), about, self.options, out)
    }
}

/// Whether a file begins like a mailbox: `From `, a sender and a date, then a header.
pub(super) fn is_mailbox(head: &[u8]) -> bool {
    let mut lines = head.split(|b| *b == b'\n');
    let first = lines.next().unwrap_or(&[]);
    let dated = memchr::memchr_iter(b':', first).nth(1).is_some();
    first.starts_with(b"From ") && dated && lines.next().is_some_and(|line| header(line).is_some())
}

/// Whether a file begins like a message: header lines, among them some that only messages have.
pub(super) fn is_message(head: &[u8]) -> bool {
    // Prose and data may have lines such as `Date:`; several together, or one with a header of mail
    // transport, make a message.
    let (mut usual, mut transport) = (0, false);
    for (number, line) in head.split(|b| *b == b'\n').enumerate() {
        if matches!(line, b"" | b"\r") {
            break;
        }
        if number > 0 && line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(name) = header(line) else {
            // The last line of the bytes may be cut off.
            break;
        };
        transport |=
            ["mime-version", "message-id", "received", "return-path"].contains(&name.as_str());
        usual += usize::from(USUAL_HEADERS.contains(&name.as_str()));
    }
    transport && usual >= 1 || usual >= USUAL_HEADERS.len()
}

/// The name of a header line, in lower case.
fn header(line: &[u8]) -> Option<String> {
    let end = memchr::memchr(b':', line.get(..line.len().min(MAX_HEADER_NAME_BYTES))?)?;
    let name = &line[..end];
    let named = !name.is_empty() && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-');
    let name = named.then(|| String::from_utf8_lossy(name).to_ascii_lowercase())?;
    Some(name)
}

#[cfg(test)]
mod tests;
