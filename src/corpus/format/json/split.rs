//! Takes bytes of JSON in any layout (a value a line, an array, arrays in sequence), gives each object by itself.
//!
//! The bytes are not parsed here, only cut: strings, escapes and brackets are followed. A fault costs
//! one record: at a line that no JSON string and no object could continue with, the broken record ends
//! and the next begins. Memory holds one record.

use std::io::{self, BufRead};

use super::super::LONGEST_RECORD;
use super::object_scan::{ObjectScan, ScanStep, advance, inner_array};

/// A piece of the input: a record, or what stands in place of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonPiece {
    /// Line at which it begins, from 1.
    pub line: u64,
    /// It is in an array; else alone, like a line of JSON Lines.
    pub in_array: bool,
    pub kind: JsonPieceKind,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonPieceKind {
    /// From `{` to its `}`, or to where it breaks off; the bytes are in [`JsonSplitter::bytes`].
    Object,
    /// No object, to the end of its line.
    Other,
    /// Longer than [`LONGEST_RECORD`].
    TooLong,
}

/// Where between two pieces an input is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonPosition {
    /// Bytes read.
    pub bytes: u64,
    /// Line, from 1.
    pub line: u64,
    /// Arrays that are open.
    pub arrays: usize,
    /// The records are inside objects whose ends are ignored: `{"articles": [ … ]}`.
    pub wrapped: bool,
    /// The array that was entered has ended.
    pub left: bool,
    /// All records so far were one a line.
    pub by_lines: bool,
}

impl JsonPosition {
    /// The beginning of an input.
    pub const BEGIN: JsonPosition = JsonPosition {
        bytes: 0,
        line: 1,
        arrays: 0,
        wrapped: false,
        left: false,
        by_lines: false,
    };
}

/// Cuts an input into pieces.
pub struct JsonSplitter<'a> {
    input: &'a mut dyn BufRead,
    /// The bytes of the last piece.
    pub bytes: Vec<u8>,
    at: JsonPosition,
    /// Where the last piece began.
    pub began: JsonPosition,
    /// The last piece ended with the input, and might have gone on.
    pub cut: bool,
    /// Bytes to be read once more, before those of the input.
    again: Vec<u8>,
    /// Number of bytes of `again` already read.
    given: usize,
}

impl<'a> JsonSplitter<'a> {
    /// Cuts an input that goes on at a position.
    pub fn new(input: &'a mut dyn BufRead, at: JsonPosition) -> JsonSplitter<'a> {
        JsonSplitter {
            input,
            bytes: Vec::new(),
            at,
            began: at,
            cut: false,
            again: Vec::new(),
            given: 0,
        }
    }

    /// Where it is, between two pieces.
    pub fn position(&self) -> JsonPosition {
        self.at
    }

    /// The next piece; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<JsonPiece>> {
        loop {
            self.bytes.clear();
            let Some(first) = self.skip()? else {
                return Ok(None);
            };
            (self.began, self.cut) = (self.at, false);
            let (line, in_array) = (self.at.line, self.at.arrays > 0 || self.at.wrapped);
            let kind = match first {
                b'{' => self.object()?,
                _ => Some(self.other()?),
            };
            // After the array that was entered only the rest of the object around it follows.
            let rest = self.at.left && kind == Some(JsonPieceKind::Other);
            if let Some(kind) = kind.filter(|_| !rest) {
                return Ok(Some(JsonPiece {
                    line,
                    in_array,
                    kind,
                }));
            }
        }
    }

    /// Consumes what is between records; gives the first byte of the next one.
    fn skip(&mut self) -> io::Result<Option<u8>> {
        loop {
            let (arrays, left, wrapped) = (self.at.arrays, self.at.left, self.at.wrapped);
            let by_lines = self.at.by_lines;
            let buffer = self.buffer()?;
            if buffer.is_empty() {
                return Ok(None);
            }
            let mut taken = 0;
            let mut found = None;
            let (mut lines, mut arrays, mut left) = (0, arrays, left);
            for &byte in buffer {
                match byte {
                    b'\n' => lines += 1,
                    b'[' if !by_lines => arrays += 1,
                    b']' => {
                        left |= wrapped && arrays == 0;
                        arrays = arrays.saturating_sub(1);
                    }
                    // Commas, a byte order mark, NULs, the record separator of RFC 7464.
                    b',' | b' ' | b'\t' | b'\r' | 0 | 0x1E | 0xEF | 0xBB | 0xBF => {}
                    b'}' if wrapped => {}
                    other => {
                        found = Some(other);
                        break;
                    }
                }
                taken += 1;
            }
            self.at.line += lines;
            (self.at.arrays, self.at.left) = (arrays, left);
            self.consume(taken);
            if found.is_some() {
                return Ok(found);
            }
        }
    }

    /// Takes anything but an object, to the end of its line.
    fn other(&mut self) -> io::Result<JsonPieceKind> {
        let mut length = 0u64;
        loop {
            let buffer = self.buffer()?;
            let end = memchr::memchr(b'\n', buffer);
            let (taken, cut) = (end.unwrap_or(buffer.len()), buffer.is_empty());
            length += taken as u64;
            self.keep(taken, length)?;
            self.cut |= cut;
            if end.is_some() || cut {
                return Ok(match length {
                    0..=LONGEST_RECORD => JsonPieceKind::Other,
                    _ => JsonPieceKind::TooLong,
                });
            }
        }
    }

    /// Takes an object. `None` where it is too long for a record and holds records: the next piece is
    /// the first of them.
    fn object(&mut self) -> io::Result<Option<JsonPieceKind>> {
        let mut state = ObjectScan::new(self.at.by_lines);
        let mut length = 0u64;
        loop {
            let before = self.bytes.len();
            let buffer = self.buffer()?;
            if buffer.is_empty() {
                self.at.line += state.lines;
                self.cut = true;
                return Ok(Some(JsonPieceKind::Object));
            }
            let (taken, step) = advance(&mut state, buffer, before);
            length += taken as u64;
            if length > LONGEST_RECORD {
                return self.too_long(state.lines);
            }
            self.keep(taken, length)?;
            match step {
                ScanStep::Goes => {}
                ScanStep::Ends => {
                    self.at.by_lines |= state.lines == 0 && self.at.arrays == 0 && !self.at.wrapped;
                    self.at.line += state.lines;
                    return Ok(Some(JsonPieceKind::Object));
                }
                ScanStep::Ended(at, lines) => {
                    self.put_back(at);
                    self.at.line += lines;
                    return Ok(Some(JsonPieceKind::Object));
                }
            }
        }
    }

    /// Cuts the piece off after `at` bytes; the rest will be read again.
    fn put_back(&mut self, at: usize) {
        let count = self.bytes.len().saturating_sub(at);
        self.at.bytes -= (count as u64).min(self.at.bytes);
        if self.given < self.again.len() && count <= self.given {
            self.given -= count; // they came from there
        } else {
            (self.again, self.given) = (self.bytes.split_off(self.bytes.len() - count), 0);
        }
        self.bytes.truncate(at);
    }

    /// A record beyond the limit: an object around an array of records is entered, of any other the line
    /// is skipped.
    fn too_long(&mut self, lines: u64) -> io::Result<Option<JsonPieceKind>> {
        if !self.at.wrapped
            && self.at.arrays == 0
            && let Some(at) = inner_array(&self.bytes)
        {
            self.at.wrapped = true;
            let head = self.bytes.get(..at).unwrap_or(&[]);
            self.at.line += memchr::memchr_iter(b'\n', head).count() as u64;
            self.put_back(at);
            return Ok(None);
        }
        self.at.line += lines;
        self.bytes.clear();
        self.other()?;
        Ok(Some(JsonPieceKind::TooLong))
    }

    fn buffer(&mut self) -> io::Result<&[u8]> {
        if self.given < self.again.len() {
            return Ok(self.again.get(self.given..).unwrap_or(&[]));
        }
        fill(self.input)
    }

    /// Consumes bytes, and adds them to the piece while it is not too long.
    fn keep(&mut self, taken: usize, length: u64) -> io::Result<()> {
        if length <= LONGEST_RECORD {
            if let Some(again) = self.again.get(self.given..self.given + taken) {
                self.bytes.extend_from_slice(again);
            } else {
                let buffer = fill(self.input)?;
                self.bytes
                    .extend_from_slice(buffer.get(..taken).unwrap_or(buffer));
            }
        }
        self.consume(taken);
        Ok(())
    }

    fn consume(&mut self, taken: usize) {
        self.at.bytes += taken as u64;
        if self.given < self.again.len() {
            self.given += taken;
        } else {
            self.input.consume(taken);
        }
    }
}

/// The next bytes of an input; empty at its end.
fn fill(input: &mut dyn BufRead) -> io::Result<&[u8]> {
    loop {
        match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
            Ok(_) => break,
        }
    }
    input.fill_buf()
}
