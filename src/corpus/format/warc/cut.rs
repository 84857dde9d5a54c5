//! Takes the bytes of a WARC file, gives its records one after another, whatever their headers claim.
//!
//! A length that lies costs one record: a body ends at its `Content-Length` or where the next record
//! begins, whichever comes first, and what is no record is passed over up to the next one. Every byte
//! is looked at once; of a body no more than [`LONGEST_RECORD`] is kept.

use std::io::{self, BufRead, Read};

use memchr::memchr;

use super::super::LONGEST_RECORD;

/// Bytes of a record's header lines.
const LONGEST_HEAD: usize = 256 << 10;

/// A record as it stands.
#[derive(Debug, Default)]
pub(super) struct WarcRecord {
    /// Header lines: names in lower case.
    pub head: Vec<(String, String)>,
    /// Empty where it was not wanted.
    pub body: Vec<u8>,
    pub flaw: Option<WarcFlaw>,
}

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WarcFlaw {
    /// Its body ends before its `Content-Length` says.
    Short,
    /// Something stands between its end and the next record.
    Long,
    /// It has no `Content-Length` that is a number.
    Unmeasured,
    /// Its body is too long to be kept.
    TooLong,
    /// Its header lines have no end.
    Head,
}

impl WarcRecord {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.head.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Cuts a stream.
pub(super) struct WarcCutter<'a> {
    lines: WarcLines<'a>,
    /// The line that is being looked at begins a record.
    began: bool,
}

impl<'a> WarcCutter<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead) -> WarcCutter<'a> {
        let lines = WarcLines {
            input,
            piece: Vec::new(),
            whole: true,
            fresh: true,
        };
        WarcCutter {
            lines,
            began: false,
        }
    }

    /// The next record; the bodies of those are kept of which `wanted` says so by their headers.
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
        self.began = false;
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

    /// Header lines up to the empty one; whether that came.
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
            if taken > LONGEST_HEAD {
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
            // Past the body nothing is taken, be the line longer or not.
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

    /// Between two records there are two empty lines.
    fn after(&mut self, cut: &mut WarcRecord) -> io::Result<()> {
        while self.lines.step()? {
            if self.lines.begins_record() {
                self.began = true;
                return Ok(());
            }
            // What the end of the file cuts short may have been the next record.
            if self.lines.whole && !self.lines.line().is_empty() {
                cut.flaw = cut.flaw.or(Some(WarcFlaw::Long));
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Pieces of a stream that end where lines do, or where they grow too long.
struct WarcLines<'a> {
    input: &'a mut dyn BufRead,
    /// With its line end, if that was reached.
    piece: Vec<u8>,
    /// The piece before ended its line.
    whole: bool,
    /// This piece begins a line.
    fresh: bool,
}

impl WarcLines<'_> {
    fn step(&mut self) -> io::Result<bool> {
        self.step_within(u64::MAX)
    }

    /// Takes the next piece, of at most so many bytes; whether there was one.
    fn step_within(&mut self, most: u64) -> io::Result<bool> {
        self.piece.clear();
        self.fresh = self.whole;
        let most = most.min(LONGEST_HEAD as u64);
        let read = (&mut *self.input)
            .take(most)
            .read_until(b'\n', &mut self.piece)?;
        self.whole = self.piece.last() == Some(&b'\n');
        Ok(read > 0)
    }

    /// The piece without its line end.
    fn line(&self) -> &[u8] {
        let end = memchr(b'\n', &self.piece).unwrap_or(self.piece.len());
        let line = &self.piece[..end];
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// `WARC/1.0` and nothing else on the line.
    fn begins_record(&self) -> bool {
        let version = self.line().strip_prefix(b"WARC/");
        let digits = |version: &[u8]| {
            !version.is_empty()
                && version.len() <= 8
                && version.iter().all(|b| b.is_ascii_digit() || *b == b'.')
        };
        self.fresh && self.whole && version.is_some_and(digits)
    }
}
