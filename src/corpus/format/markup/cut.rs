//! Takes a stream of markup and names, gives the elements of these names one by one as bytes, holding only one.
//!
//! An element ends with its closing tag or, where that is missing, before the next one of its name.
//! CDATA and comments are skipped, until one has no end.

use std::io;
use std::ops::Range;

use memchr::{memchr, memmem};

use super::super::window::StreamWindow;

/// Cuts the records out of a stream.
pub(in super::super) struct ElementCutter<'w, 'a> {
    window: &'w mut StreamWindow<'a>,
    /// Names of records, in lower case.
    names: &'w [&'w str],
    /// CDATA and comments are not recognised.
    plain: bool,
    /// Length of the last record, consumed before the next is sought, in bytes.
    done: usize,
}

/// The place of a record in the window.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) struct CutElement {
    /// Line at which it begins, from 1.
    pub line: u64,
    /// Range of [`ElementCutter::bytes`].
    pub bytes: Range<usize>,
    pub end: ElementEnd,
}

/// How a record ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum ElementEnd {
    /// With its closing tag.
    Closed,
    /// Before the next record, without a closing tag.
    Next,
    /// With the input.
    Input,
    /// Not within the longest record: the bytes are only its beginning.
    TooFar,
}

/// Meaning of a `<`.
enum TagScan {
    /// It opens a record.
    Opens,
    /// It closes a record; the length of the tag in bytes.
    Closes(usize),
    /// It begins a comment or CDATA; the bytes that end it.
    Skips(&'static [u8]),
    Other,
    /// More bytes are needed to decide.
    More,
}

/// Result of searching for the end of a record.
enum EndScan {
    /// Its length in bytes, and how it ends.
    Ends(usize, ElementEnd),
    /// The bytes end within the record.
    More,
    /// The bytes end within a comment or CDATA.
    Inside,
}

impl<'w, 'a> ElementCutter<'w, 'a> {
    /// A cutter of elements with these names, in lower case; in `soup`, which is no XML, comments and
    /// CDATA are not recognised.
    pub(in super::super) fn new(
        window: &'w mut StreamWindow<'a>,
        names: &'w [&'w str],
        soup: bool,
    ) -> ElementCutter<'w, 'a> {
        ElementCutter {
            window,
            names,
            plain: soup,
            done: 0,
        }
    }

    /// The bytes that contain the last record.
    pub(in super::super) fn bytes(&self) -> &[u8] {
        self.window.bytes()
    }

    /// The next record; `None` at the end.
    pub(in super::super) fn next(&mut self) -> io::Result<Option<CutElement>> {
        self.window.take(std::mem::take(&mut self.done));
        if !self.find()? {
            return Ok(None);
        }
        let line = self.window.line();
        loop {
            let found = self.rest();
            let full = self.window.is_full();
            let (end, how) = match found {
                EndScan::Ends(end, how) => (end, how),
                EndScan::Inside if full => {
                    self.plain = true;
                    continue;
                }
                EndScan::More if self.window.is_last() => {
                    (self.window.bytes().len(), ElementEnd::Input)
                }
                EndScan::More if full => (self.window.bytes().len(), ElementEnd::TooFar),
                _ => {
                    self.window.grow()?;
                    continue;
                }
            };
            self.done = end;
            return Ok(Some(CutElement {
                line,
                bytes: 0..end,
                end: how,
            }));
        }
    }

    /// Consumes what precedes the next record; false where there is none.
    fn find(&mut self) -> io::Result<bool> {
        loop {
            let bytes = self.window.bytes();
            let (mut at, mut inside) = (0, false);
            let found = loop {
                let Some(step) = memchr(b'<', bytes.get(at..).unwrap_or(&[])) else {
                    at = bytes.len();
                    break false;
                };
                at += step;
                match self.tag(at) {
                    TagScan::Opens => break true,
                    TagScan::More if !self.window.is_last() => break false,
                    TagScan::Skips(end) => {
                        let step = memmem::find(bytes.get(at..).unwrap_or(&[]), end);
                        inside = step.is_none();
                        let Some(step) = step else { break false };
                        at += step + end.len();
                    }
                    _ => at += 1,
                }
            };
            self.window.take(at);
            if found {
                return Ok(true);
            }
            match (inside, self.window.is_full()) {
                (true, true) => self.plain = true,
                (false, _) if self.window.is_last() => return Ok(false),
                _ => self.window.grow()?,
            }
        }
    }

    /// Searches for the end of the record at the beginning of the window.
    fn rest(&self) -> EndScan {
        let bytes = self.window.bytes();
        let mut at = 1;
        while let Some(step) = memchr(b'<', bytes.get(at..).unwrap_or(&[])) {
            at += step;
            match self.tag(at) {
                TagScan::Opens => return EndScan::Ends(at, ElementEnd::Next),
                TagScan::Closes(length) => return EndScan::Ends(at + length, ElementEnd::Closed),
                TagScan::Skips(end) => match memmem::find(bytes.get(at..).unwrap_or(&[]), end) {
                    Some(found) => at += found + end.len(),
                    None => return EndScan::Inside,
                },
                TagScan::More => return EndScan::More,
                TagScan::Other => at += 1,
            }
        }
        EndScan::More
    }

    fn tag(&self, at: usize) -> TagScan {
        let rest = self.window.bytes().get(at + 1..).unwrap_or(&[]);
        let (closes, name) = match rest.strip_prefix(b"/") {
            Some(name) => (true, name),
            None => (false, rest),
        };
        for own in self.names {
            if !begins(name, own.as_bytes()) {
                continue;
            }
            match (name.get(own.len()), closes) {
                (None, _) => return TagScan::More,
                (Some(b'>'), true) => return TagScan::Closes(own.len() + 3),
                (Some(byte), true) if byte.is_ascii_whitespace() => {
                    return TagScan::Closes(own.len() + 2);
                }
                (Some(byte), false)
                    if byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/') =>
                {
                    return TagScan::Opens;
                }
                _ => {}
            }
        }
        if self.plain {
            return TagScan::Other;
        }
        match rest {
            [b'!', b'-', b'-', ..] => TagScan::Skips(b"-->"),
            rest if rest.starts_with(b"![CDATA[") => TagScan::Skips(b"]]>"),
            [b'!', ..] | [] if rest.len() < 8 && !self.window.is_last() => TagScan::More,
            _ => TagScan::Other,
        }
    }
}

/// Whether bytes begin with a name, or are a beginning of it.
fn begins(bytes: &[u8], name: &[u8]) -> bool {
    let length = bytes.len().min(name.len());
    bytes
        .iter()
        .zip(name)
        .take(length)
        .all(|(byte, own)| byte.eq_ignore_ascii_case(own))
}
