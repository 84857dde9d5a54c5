//! Takes bytes of JSON in any shape (a value a line, an array, arrays after one another), gives each object by itself.
//!
//! The bytes are not understood here, only cut: strings, escapes and brackets are followed, no more.
//! A cut that turns out wrong costs one record: where a line begins in a way that no JSON string and
//! no object could go on, the broken record ends and the next begins. Memory holds one record.

use std::io::{self, BufRead};

use memchr::memchr3;

use super::super::LONGEST_RECORD;

/// A piece of the input.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// The line at which it begins, from 1.
    pub line: u64,
    /// It stands in an array; else by itself, as a line of JSON Lines does.
    pub in_array: bool,
    pub kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    /// From `{` to its `}`, or as far as it goes; the bytes are in [`Splitter::bytes`].
    Object,
    /// To the end of the line, and no object.
    Other,
    /// Longer than [`LONGEST_RECORD`].
    TooLong,
}

/// Cuts an input.
pub struct Splitter<'a> {
    input: &'a mut dyn BufRead,
    /// The piece that was given last.
    pub bytes: Vec<u8>,
    line: u64,
    arrays: usize,
    /// Objects round the records, whose ends mean nothing: `{"articles": [ … ]}`.
    wrapped: bool,
    /// The array that was entered has ended.
    left: bool,
    /// Records stand one a line, as far as has been seen.
    by_lines: bool,
    /// Bytes that are to be read once more, before the input goes on, and how many were.
    again: Vec<u8>,
    given: usize,
}

/// Where a piece is being read.
struct State {
    /// For each open bracket: is it an object's?
    open: Vec<bool>,
    in_string: bool,
    escaped: bool,
    /// A line ended inside a string, and nothing has come since.
    broken_line: Option<usize>,
    /// The last byte that was not white space, outside strings; `"` for a string.
    last: u8,
    /// Where the line that is being read begins in the bytes, if nothing has come on it.
    line_start: Option<usize>,
    lines: u64,
    by_lines: bool,
}

impl State {
    fn new() -> State {
        State {
            open: Vec::new(),
            in_string: false,
            escaped: false,
            broken_line: None,
            last: 0,
            line_start: None,
            lines: 0,
            by_lines: false,
        }
    }
}

/// What a byte does to a piece.
enum Step {
    Goes,
    /// It was the last.
    Ends,
    /// The piece ended before: at so many bytes of it, so many lines ago.
    Ended(usize, u64),
}

impl<'a> Splitter<'a> {
    pub fn new(input: &'a mut dyn BufRead) -> Splitter<'a> {
        Splitter {
            input,
            bytes: Vec::new(),
            line: 1,
            arrays: 0,
            wrapped: false,
            left: false,
            by_lines: false,
            again: Vec::new(),
            given: 0,
        }
    }

    /// The next piece; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Piece>> {
        loop {
            self.bytes.clear();
            let Some(first) = self.skip()? else {
                return Ok(None);
            };
            let (line, in_array) = (self.line, self.arrays > 0 || self.wrapped);
            let kind = match first {
                b'{' => self.object()?,
                _ => Some(self.other()?),
            };
            // After the array that was entered only the rest of the object round it comes.
            let rest = self.left && kind == Some(Kind::Other);
            if let Some(kind) = kind.filter(|_| !rest) {
                return Ok(Some(Piece {
                    line,
                    in_array,
                    kind,
                }));
            }
        }
    }

    /// Takes what stands between records; the first byte of a record stays.
    fn skip(&mut self) -> io::Result<Option<u8>> {
        loop {
            let (arrays, left, wrapped) = (self.arrays, self.left, self.wrapped);
            let by_lines = self.by_lines;
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
                    // Commas between, a byte order mark, NULs, the record separator of RFC 7464.
                    b',' | b' ' | b'\t' | b'\r' | 0 | 0x1E | 0xEF | 0xBB | 0xBF => {}
                    b'}' if wrapped => {}
                    other => {
                        found = Some(other);
                        break;
                    }
                }
                taken += 1;
            }
            self.line += lines;
            (self.arrays, self.left) = (arrays, left);
            self.consume(taken);
            if found.is_some() {
                return Ok(found);
            }
        }
    }

    /// What is no object, to the end of its line.
    fn other(&mut self) -> io::Result<Kind> {
        let mut length = 0u64;
        loop {
            let (taken, ended) = {
                let buffer = self.buffer()?;
                let end = memchr::memchr(b'\n', buffer);
                (
                    end.unwrap_or(buffer.len()),
                    end.is_some() || buffer.is_empty(),
                )
            };
            length += taken as u64;
            self.keep(taken, length)?;
            if ended {
                return Ok(match length {
                    0..=LONGEST_RECORD => Kind::Other,
                    _ => Kind::TooLong,
                });
            }
        }
    }

    /// `None`: it is too long for a record, and what comes next is the first record in it.
    fn object(&mut self) -> io::Result<Option<Kind>> {
        let mut state = State {
            by_lines: self.by_lines,
            ..State::new()
        };
        let mut length = 0u64;
        loop {
            let before = self.bytes.len();
            let buffer = self.buffer()?;
            if buffer.is_empty() {
                self.line += state.lines;
                return Ok(Some(Kind::Object));
            }
            let (taken, step) = advance(&mut state, buffer, before);
            length += taken as u64;
            if length > LONGEST_RECORD {
                return self.too_long(state.lines);
            }
            self.keep(taken, length)?;
            match step {
                Step::Goes => {}
                Step::Ends => {
                    self.by_lines |= state.lines == 0 && self.arrays == 0 && !self.wrapped;
                    self.line += state.lines;
                    return Ok(Some(Kind::Object));
                }
                Step::Ended(at, lines) => {
                    self.put_back(at);
                    self.line += lines;
                    return Ok(Some(Kind::Object));
                }
            }
        }
    }

    /// What comes after so many bytes of the piece is read again.
    fn put_back(&mut self, at: usize) {
        let count = self.bytes.len().saturating_sub(at);
        if self.given < self.again.len() && count <= self.given {
            self.given -= count; // they came from there
        } else {
            (self.again, self.given) = (self.bytes.split_off(self.bytes.len() - count), 0);
        }
        self.bytes.truncate(at);
    }

    /// A record beyond the bound: an object round an array of records is entered, else its line is left.
    fn too_long(&mut self, lines: u64) -> io::Result<Option<Kind>> {
        if !self.wrapped
            && self.arrays == 0
            && let Some(at) = inner_array(&self.bytes)
        {
            self.wrapped = true;
            let head = self.bytes.get(..at).unwrap_or(&[]);
            self.line += memchr::memchr_iter(b'\n', head).count() as u64;
            self.put_back(at);
            return Ok(None);
        }
        self.line += lines;
        self.bytes.clear();
        self.other()?;
        Ok(Some(Kind::TooLong))
    }

    fn buffer(&mut self) -> io::Result<&[u8]> {
        if self.given < self.again.len() {
            return Ok(self.again.get(self.given..).unwrap_or(&[]));
        }
        fill(self.input)
    }

    /// Takes bytes into the piece, while it is not too long.
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
        if self.given < self.again.len() {
            self.given += taken;
        } else {
            self.input.consume(taken);
        }
    }
}

/// The next bytes of an input; none at its end.
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

/// Follows a piece through a buffer; `before` bytes of it have been read. Gives the bytes taken.
fn advance(state: &mut State, buffer: &[u8], before: usize) -> (usize, Step) {
    let mut at = 0;
    while let Some(&byte) = buffer.get(at) {
        if state.in_string && !state.escaped && state.broken_line.is_none() {
            // Nothing else matters in a string.
            let rest = buffer.get(at..).unwrap_or(&[]);
            at += memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
            let Some(&byte) = buffer.get(at) else { break };
            in_string(state, byte, before + at);
            at += 1;
            continue;
        }
        let step = if state.in_string {
            after_break(state, byte, before + at)
        } else {
            outside(state, byte, before + at)
        };
        match step {
            Step::Goes => at += 1,
            Step::Ends => return (at + 1, Step::Ends),
            ended @ Step::Ended(..) => return (at, ended),
        }
    }
    (at, Step::Goes)
}

fn in_string(state: &mut State, byte: u8, at: usize) {
    match byte {
        b'"' => {
            state.in_string = false;
            state.last = b'"';
        }
        b'\\' => state.escaped = true,
        _ => {
            state.lines += 1;
            state.broken_line = Some(at + 1);
        }
    }
}

/// In a string, after a backslash or a line's end.
fn after_break(state: &mut State, byte: u8, at: usize) -> Step {
    if std::mem::take(&mut state.escaped) {
        if byte == b'\n' {
            in_string(state, byte, at);
        }
        return Step::Goes;
    }
    match byte {
        b'\n' => in_string(state, byte, at),
        b' ' | b'\t' | b'\r' => {}
        b'{' => return Step::Ended(state.broken_line.unwrap_or(at), state.lines),
        b'}' | b']' => {
            // The string was never closed.
            (state.in_string, state.broken_line) = (false, None);
            return outside(state, byte, at);
        }
        _ => {
            state.broken_line = None;
            if matches!(byte, b'"' | b'\\') {
                in_string(state, byte, at);
            }
        }
    }
    Step::Goes
}

fn outside(state: &mut State, byte: u8, at: usize) -> Step {
    match byte {
        b'\n' => {
            state.lines += 1;
            state.line_start = Some(at + 1);
            return Step::Goes;
        }
        b' ' | b'\t' | b'\r' => return Step::Goes,
        b'"' | b'}' | b']' | b',' | b':' => {}
        // Where records are lines, only these begin a line that goes on with the one before.
        _ if state.by_lines && state.line_start.is_some() => {
            return Step::Ended(state.line_start.unwrap_or(at), state.lines);
        }
        _ => {}
    }
    match byte {
        b'"' => state.in_string = true,
        b'{' if state.open.last() == Some(&true) && state.last != b':' => {
            // No object has an object where a name must stand: the one before was never closed.
            let start = state.line_start.unwrap_or(at);
            return Step::Ended(start, state.lines);
        }
        b'{' | b'[' => state.open.push(byte == b'{'),
        b'}' | b']' => {
            state.open.pop();
            if state.open.is_empty() {
                return Step::Ends;
            }
        }
        _ => {}
    }
    state.last = byte;
    state.line_start = None;
    Step::Goes
}

/// Where, in an object, the first array of objects begins: after its bracket.
fn inner_array(bytes: &[u8]) -> Option<usize> {
    let mut state = State::new();
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'{' && !state.in_string && state.open == [true, false] && state.last == b'[' {
            return Some(at);
        }
        if state.open.len() > 64 {
            return None;
        }
        if state.in_string && !state.escaped && state.broken_line.is_none() {
            if matches!(byte, b'"' | b'\\') {
                in_string(&mut state, byte, at);
            }
            continue;
        }
        let step = if state.in_string {
            after_break(&mut state, byte, at)
        } else {
            outside(&mut state, byte, at)
        };
        if !matches!(step, Step::Goes) {
            return None;
        }
    }
    None
}
