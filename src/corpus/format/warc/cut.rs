//! Takes the bytes of a WARC file, gives its records in order, even where their headers are wrong.
//!
//! A wrong length costs one record: a body ends at its `Content-Length` or where the next record
//! begins, whichever comes first, and bytes outside records are skipped. Every byte is looked at once;
//! of a body no more than [`LONGEST_RECORD`] is kept.

use std::io::{self, BufRead, Read};

use memchr::memchr;

use super::super::LONGEST_RECORD;

/// Longest header of a record, in bytes, and longest part of a line that is read at once.
const MAX_HEADER_BYTES: usize = 256 << 10;

/// Longest version of the format in the first line of a record, in bytes: `1.0`, `1.1`.
const MAX_VERSION_BYTES: usize = 8;

/// A record as the file has it.
#[derive(Debug, Default)]
pub(super) struct WarcRecord {
    /// Header lines, names in lower case.
    pub head: Vec<(String, String)>,
    /// The body; empty where it was not wanted.
    pub body: Vec<u8>,
    pub flaw: Option<WarcFlaw>,
}

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WarcFlaw {
    /// Its body ends before its `Content-Length`.
    Short,
    /// There are bytes between its end and the next record.
    Long,
    /// It has no valid `Content-Length`.
    Unmeasured,
    /// Its body is too long to be kept.
    TooLong,
    /// Its header does not end.
    Head,
}

impl WarcRecord {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.head.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Cuts a stream into records.
pub(super) struct WarcCutter<'a> {
    lines: WarcLines<'a>,
    /// The current line begins a record.
    began: bool,
    /// The last record is whole, and nothing but empty lines follows it.
    settled: bool,
}

impl<'a> WarcCutter<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead) -> WarcCutter<'a> {
        let lines = WarcLines {
            input,
            piece: Vec::new(),
            whole: true,
            fresh: true,
            taken: 0,
        };
        WarcCutter {
            lines,
            began: false,
            settled: true,
        }
    }

    /// The number of bytes read, where the input ends behind a whole record.
    pub(super) fn settled_end(&self) -> Option<u64> {
        self.settled.then_some(self.lines.taken)
    }

    /// The next record; its body is kept if `wanted`, given its header, returns true.
    pub(super) fn next(
        &mut self,
        wanted: fn(&WarcRecord) -> bool,
    ) -> io::Result<Option<WarcRecord>> {
        while !self.began {
            if !self.lines.step()? {
                return Ok(None);
            }
            self.began = self.lines.begins_record();
        }
        (self.began, self.settled) = (false, false);
        let mut cut = WarcRecord::default();
        if !self.head(&mut cut)? {
            return Ok(Some(cut));
        }
        let length = cut
            .header("content-length")
            .and_then(|n| n.parse::<u64>().ok());
        let keep = wanted(&cut);
        match length {
            Some(length) => self.body(&mut cut, length, keep)?,
            None => cut.flaw = Some(WarcFlaw::Unmeasured),
        }
        Ok(Some(cut))
    }

    /// Reads header lines up to the empty one; false where that is missing.
    fn head(&mut self, cut: &mut WarcRecord) -> io::Result<bool> {
        let mut taken = 0;
        while self.lines.step()? {
            let line = self.lines.line();
            taken += line.len() + 1;
            if self.lines.begins_record() {
                self.began = true;
                break;
            }
            if line.is_empty() {
                return Ok(true);
            }
            if taken > MAX_HEADER_BYTES {
                break;
            }
            let line = String::from_utf8_lossy(line);
            match line.split_once(':') {
                Some((name, value)) if !line.starts_with([' ', '\t']) => {
                    let name = name.trim().to_ascii_lowercase();
                    cut.head.push((name, value.trim().to_owned()));
                }
                _ => {}
            }
        }
        cut.flaw = Some(WarcFlaw::Head);
        Ok(false)
    }

    fn body(&mut self, cut: &mut WarcRecord, length: u64, keep: bool) -> io::Result<()> {
        let mut left = length;
        let mut blank = true;
        while left > 0 {
            // Nothing beyond the body is read, even if its last line goes on.
            if !self.lines.step_within(left)? {
                cut.flaw = Some(WarcFlaw::Short);
                return Ok(());
            }
            if blank && self.lines.begins_record() {
                self.began = true;
                cut.flaw = Some(WarcFlaw::Short);
                return Ok(());
            }
            blank = self.lines.line().is_empty() && (self.lines.fresh || blank);
            let piece = &self.lines.piece;
            left -= (piece.len() as u64).min(left);
            if keep && (cut.body.len() + piece.len()) as u64 > LONGEST_RECORD {
                cut.flaw = Some(WarcFlaw::TooLong);
                cut.body = Vec::new();
            } else if keep && cut.flaw.is_none() {
                cut.body.extend_from_slice(piece);
            }
        }
        self.lines.whole = true;
        self.after(cut)
    }

    /// Reads what follows the body: two empty lines, then the next record.
    fn after(&mut self, cut: &mut WarcRecord) -> io::Result<()> {
        while self.lines.step()? {
            if self.lines.begins_record() {
                self.began = true;
                return Ok(());
            }
            // A line cut off by the end of the file may have been the next record.
            if self.lines.whole && !self.lines.line().is_empty() {
                cut.flaw = cut.flaw.or(Some(WarcFlaw::Long));
                return Ok(());
            }
        }
        // The piece before the end was a whole line.
        self.settled = self.lines.fresh;
        Ok(())
    }
}

/// Reads a stream in pieces: lines, or parts of lines that are too long.
struct WarcLines<'a> {
    input: &'a mut dyn BufRead,
    /// The current piece, with its line end if that was reached.
    piece: Vec<u8>,
    /// The piece read last ends its line.
    whole: bool,
    /// The current piece begins a line.
    fresh: bool,
    /// Number of bytes read.
    taken: u64,
}

impl WarcLines<'_> {
    /// Reads the next piece; false at the end.
    fn step(&mut self) -> io::Result<bool> {
        self.step_within(u64::MAX)
    }

    /// Reads the next piece of at most `most` bytes; false at the end.
    fn step_within(&mut self, most: u64) -> io::Result<bool> {
        self.piece.clear();
        self.fresh = self.whole;
        let most = most.min(MAX_HEADER_BYTES as u64);
        let read = (&mut *self.input)
            .take(most)
            .read_until(b'\n', &mut self.piece)?;
        self.whole = self.piece.last() == Some(&b'\n');
        self.taken += read as u64;
        Ok(read > 0)
    }

    /// The piece without its line end.
    fn line(&self) -> &[u8] {
        let end = memchr(b'\n', &self.piece).unwrap_or(self.piece.len());
        let line = &self.piece[..end];
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// Whether the current line is `WARC/1.0` and nothing else.
    fn begins_record(&self) -> bool {
        self.fresh && self.whole && is_version(self.line())
    }
}

/// Whether bytes go on with the first line of a record.
pub(super) fn begins_with_record(bytes: &[u8]) -> bool {
    let line = memchr(b'\n', bytes).and_then(|end| bytes.get(..end));
    line.is_some_and(|line| is_version(line.strip_suffix(b"\r").unwrap_or(line)))
}

/// Whether a line is `WARC/1.0` or of another version.
fn is_version(line: &[u8]) -> bool {
    line.strip_prefix(b"WARC/").is_some_and(|version| {
        !version.is_empty()
            && version.len() <= MAX_VERSION_BYTES
            && version.iter().all(|b| b.is_ascii_digit() || *b == b'.')
    })
}
