//! Takes a stream, gives the bytes that are not done with as one slice, which grows when asked; counts lines.
//!
//! For formats whose records end only where one has looked: what was looked at in vain can be looked
//! at again. Growing doubles, so that looking again costs no more than looking did; nothing grows
//! beyond [`StreamWindow::LIMIT`], which is a record and the little that tells that it is too long.

use std::io::{self, BufRead};

use super::LONGEST_RECORD;

/// A stream that is looked at before it is taken.
pub(super) struct StreamWindow<'a> {
    input: &'a mut dyn BufRead,
    held: Vec<u8>,
    /// Bytes of `held` that are done with.
    done: usize,
    ended: bool,
    line: u64,
    /// With what lines end: `\n`, or `\r` in files of old.
    pub newline: u8,
}

impl<'a> StreamWindow<'a> {
    /// Bytes up to which a window grows.
    pub(super) const LIMIT: usize = LONGEST_RECORD as usize + 4096;

    pub(super) fn new(input: &'a mut dyn BufRead) -> StreamWindow<'a> {
        StreamWindow {
            input,
            held: Vec::new(),
            done: 0,
            ended: false,
            line: 1,
            newline: b'\n',
        }
    }

    /// What is there and not done with.
    pub(super) fn bytes(&self) -> &[u8] {
        self.held.get(self.done..).unwrap_or(&[])
    }

    /// The line at which [`StreamWindow::bytes`] begin, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The line at which a byte of [`StreamWindow::bytes`] stands.
    pub(super) fn line_of(&self, byte: usize) -> u64 {
        self.line + self.lines(self.bytes().get(..byte).unwrap_or(&[]))
    }

    /// Whether nothing comes after [`StreamWindow::bytes`].
    pub(super) fn is_last(&self) -> bool {
        self.ended
    }

    /// Whether [`StreamWindow::bytes`] are as many as there will be without some being taken.
    pub(super) fn is_full(&self) -> bool {
        self.ended || self.bytes().len() >= Self::LIMIT
    }

    /// Takes up more, at least as much again, unless it [is full](StreamWindow::is_full).
    pub(super) fn grow(&mut self) -> io::Result<()> {
        let wanted = (self.bytes().len() * 2).clamp(1, Self::LIMIT);
        self.grow_to(wanted)
    }

    /// Takes up more until there are so many bytes.
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

    /// Is done with so many bytes.
    pub(super) fn take(&mut self, bytes: usize) {
        let end = (self.done + bytes).min(self.held.len());
        self.line += self.lines(self.held.get(self.done..end).unwrap_or(&[]));
        self.done = end;
    }

    /// Is done with the line that is under way, however long it is.
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
