//! Takes mailboxes, single messages and pages saved as messages (MHTML), gives an article a message.

mod mbox;
mod message;

use std::io::{self, Read};
use std::ops::ControlFlow;

use self::mbox::MboxCutter;
use self::message::MailFields;
use super::super::decode::Charset;
use super::super::options::Options;
use super::super::reason::Reason;
use super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit_with_key,
};

/// Messages one after another.
pub struct Mailbox;

/// One message, or a page saved as one.
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

struct MailReader<'a> {
    options: &'a Options,
    given: Charset,
    /// What was said of encodings already: once a file is enough.
    assumed: Charset,
    at: RecordPosition,
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

    /// A message; `None` where it is too long to be held.
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

/// Whether a file begins as a mailbox does: `From `, a sender and a date, then a header.
pub(super) fn is_mailbox(head: &[u8]) -> bool {
    let mut lines = head.split(|b| *b == b'\n');
    let first = lines.next().unwrap_or(&[]);
    let dated = memchr::memchr_iter(b':', first).nth(1).is_some();
    first.starts_with(b"From ") && dated && lines.next().is_some_and(|line| header(line).is_some())
}

/// Whether a file begins as a message does: header lines, among them those that make one.
pub(super) fn is_message(head: &[u8]) -> bool {
    let (mut telling, mut mail) = (0, false);
    for (number, line) in head.split(|b| *b == b'\n').enumerate() {
        if matches!(line, b"" | b"\r") {
            break;
        }
        if number > 0 && line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(name) = header(line) else {
            // The last line may be cut.
            break;
        };
        mail |= ["mime-version", "message-id", "received", "return-path"].contains(&name.as_str());
        telling += usize::from(["from", "date", "subject", "to"].contains(&name.as_str()));
    }
    mail && telling >= 1 || telling >= 4
}

/// The name of a header line, in lower case.
fn header(line: &[u8]) -> Option<String> {
    let end = memchr::memchr(b':', line.get(..line.len().min(80))?)?;
    let name = &line[..end];
    let named = !name.is_empty() && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-');
    let name = named.then(|| String::from_utf8_lossy(name).to_ascii_lowercase())?;
    Some(name)
}

#[cfg(test)]
mod tests;
