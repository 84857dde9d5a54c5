//! Takes a mailbox, gives its messages in order.
//!
//! A message ends before a line that begins with `From ` after an empty line, or at the end of the
//! file. Only one message is held at a time, and none of one that is too long.

use std::io::{self, BufRead, Read};

use super::super::LONGEST_RECORD;

/// Longest part of a line that is read at once, in bytes.
const MAX_PIECE_BYTES: u64 = 64 << 10;

/// A message of a mailbox.
pub(super) struct MboxMessage {
    /// Line of its `From `, from 1.
    pub line: u64,
    pub too_long: bool,
}

/// Cuts a mailbox into messages.
pub(super) struct MboxCutter<'a> {
    input: &'a mut dyn BufRead,
    /// The last message, without its `From ` line.
    pub bytes: Vec<u8>,
    piece: Vec<u8>,
    /// Number of lines consumed.
    lines: u64,
    /// Line of the `From ` that was consumed already: it begins the next message.
    begun: Option<u64>,
}

impl<'a> MboxCutter<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead) -> MboxCutter<'a> {
        MboxCutter {
            input,
            bytes: Vec::new(),
            piece: Vec::new(),
            lines: 0,
            begun: None,
        }
    }

    /// The next message; its bytes are in [`MboxCutter::bytes`].
    pub(super) fn next(&mut self) -> io::Result<Option<MboxMessage>> {
        self.bytes.clear();
        let mut cut = MboxMessage {
            line: self.begun.take().unwrap_or(0),
            too_long: false,
        };
        let (mut fresh, mut blank) = (true, true);
        loop {
            self.piece.clear();
            (&mut *self.input)
                .take(MAX_PIECE_BYTES)
                .read_until(b'\n', &mut self.piece)?;
            if self.piece.is_empty() {
                return Ok((cut.line > 0).then_some(cut));
            }
            let line_ends = self.piece.ends_with(b"\n");
            if fresh
                && blank
                && self.piece.starts_with(b"From ")
                && self.bytes.is_empty()
                && cut.line == 0
            {
                cut.line = self.lines + 1;
            } else if fresh && blank && self.piece.starts_with(b"From ") {
                self.begun = Some(self.lines + 1);
                self.lines += u64::from(line_ends);
                return Ok(Some(cut));
            } else {
                self.keep(&mut cut, fresh);
            }
            blank = matches!(&self.piece[..], b"\n" | b"\r\n");
            self.lines += u64::from(line_ends);
            fresh = line_ends;
        }
    }

    /// Adds a piece to the message.
    fn keep(&mut self, cut: &mut MboxMessage, fresh: bool) {
        if (self.bytes.len() + self.piece.len()) as u64 > LONGEST_RECORD {
            cut.too_long = true;
            self.bytes = Vec::new();
        }
        if cut.too_long || cut.line == 0 {
            return;
        }
        // Mailboxes escape a line of the text that would begin a message by a `>`.
        let quotes = self.piece.iter().take_while(|b| **b == b'>').count();
        let quoted = fresh && quotes > 0 && self.piece[quotes..].starts_with(b"From ");
        self.bytes
            .extend_from_slice(&self.piece[usize::from(quoted)..]);
    }
}
