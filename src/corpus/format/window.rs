//! Takes a stream, gives the bytes not yet consumed as one slice that grows on request; counts lines.
//!
//! For formats that must search for the end of a record: bytes that were searched without success
//! are searched again after the slice has grown. It doubles each time, so that all searches together
//! stay linear. It never grows beyond [`StreamWindow::LIMIT`].

use std::io::{self, BufRead};

use super::LONGEST_RECORD;

/// A buffered stream that is inspected before it is consumed.
pub(super) struct StreamWindow<'a> {
    input: &'a mut dyn BufRead,
    held: Vec<u8>,
    /// Number of bytes of `held` that are consumed.
    done: usize,
    ended: bool,
    line: u64,
    /// Number of bytes consumed.
    taken: u64,
    /// The byte that ends a line: `\n`, or `\r` in files of old systems.
    pub newline: u8,
}

impl<'a> StreamWindow<'a> {
    /// Largest size of the slice, in bytes: the longest record, and enough beyond it to recognise that
    /// a record is longer.
    pub(super) const LIMIT: usize = LONGEST_RECORD as usize + 4096;

    pub(super) fn new(input: &'a mut dyn BufRead) -> StreamWindow<'a> {
        StreamWindow {
            input,
            held: Vec::new(),
            done: 0,
            ended: false,
            line: 1,
            taken: 0,
            newline: b'\n',
        }
    }

    /// Counts lines from that one on.
    pub(super) fn go_on_at_line(&mut self, line: u64) {
        self.line = line;
    }

    /// Number of bytes consumed.
    pub(super) fn position(&self) -> u64 {
        self.taken
    }

    /// The bytes read and not yet consumed.
    pub(super) fn bytes(&self) -> &[u8] {
        self.held.get(self.done..).unwrap_or(&[])
    }

    /// Line at which [`StreamWindow::bytes`] begin, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Line of a byte of [`StreamWindow::bytes`], from 1.
    pub(super) fn line_of(&self, byte: usize) -> u64 {
        self.line + self.lines(self.bytes().get(..byte).unwrap_or(&[]))
    }

    /// Whether the stream ends with [`StreamWindow::bytes`].
    pub(super) fn is_last(&self) -> bool {
        self.ended
    }

    /// Whether [`StreamWindow::bytes`] cannot grow until some are consumed.
    pub(super) fn is_full(&self) -> bool {
        self.ended || self.bytes().len() >= Self::LIMIT
    }

    /// Reads at least as many bytes again, unless the window [is full](StreamWindow::is_full).
    pub(super) fn grow(&mut self) -> io::Result<()> {
        let wanted = (self.bytes().len() * 2).clamp(1, Self::LIMIT);
        self.grow_to(wanted)
    }

    /// Reads until the slice has `wanted` bytes, or the stream ends.
    pub(super) fn grow_to(&mut self, wanted: usize) -> io::Result<()> {
        self.held.drain(..self.done);
        self.done = 0;
        while !self.ended && self.held.len() < wanted {
            let buffer = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            let taken = buffer
                .len()
                .min(Self::LIMIT.saturating_sub(self.held.len()).max(1));
            self.ended = buffer.is_empty();
            self.held
                .extend_from_slice(buffer.get(..taken).unwrap_or(buffer));
            self.input.consume(if self.ended { 0 } else { taken });
        }
        Ok(())
    }

    /// Consumes bytes.
    pub(super) fn take(&mut self, bytes: usize) {
        let end = (self.done + bytes).min(self.held.len());
        self.line += self.lines(self.held.get(self.done..end).unwrap_or(&[]));
        self.taken += (end - self.done) as u64;
        self.done = end;
    }

    /// Consumes the rest of the current line, however long it is.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let end = memchr::memchr(self.newline, self.bytes());
            self.take(end.map_or(self.bytes().len(), |at| at + 1));
            if end.is_some() || self.ended {
                return Ok(());
            }
            self.grow()?;
        }
    }

    fn lines(&self, bytes: &[u8]) -> u64 {
        memchr::memchr_iter(self.newline, bytes).count() as u64
    }
}
