//! What a verb writes in, what of it was not written before out.
//!
//! Where what is kept of a corpus turns out to be damaged while a verb answers, it answers again from the files
//! themselves. Answers are the same byte for byte, so the second one goes on where the first broke off.

use std::io::{self, Write};

use xxhash_rust::xxh3::Xxh3;

use super::port;

/// What has been written so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WrittenPart {
    bytes: u64,
    /// A hash of it; 0 of nothing.
    hash: u64,
}

/// A writer that leaves out what was written before.
pub(super) struct Resumed<W> {
    inner: W,
    before: WrittenPart,
    bytes: u64,
    hasher: Xxh3,
    /// The answer does not begin as the one before it: nothing more is written.
    is_other: bool,
}

impl WrittenPart {
    pub(super) fn is_none(self) -> bool {
        self.bytes == 0
    }
}

impl<W: Write> Resumed<W> {
    pub(super) fn after(before: WrittenPart, inner: W) -> Resumed<W> {
        Resumed {
            inner,
            before,
            bytes: 0,
            hasher: Xxh3::new(),
            is_other: false,
        }
    }

    /// What has been written, that of before included.
    pub(super) fn written(&self) -> WrittenPart {
        if self.bytes < self.before.bytes {
            return self.before;
        }
        WrittenPart {
            bytes: self.bytes,
            hash: self.digest(),
        }
    }

    fn digest(&self) -> u64 {
        match self.bytes {
            0 => 0,
            _ => self.hasher.digest(),
        }
    }

    /// An error where the answer does not begin as the one before it.
    fn check(&mut self) -> io::Result<()> {
        self.is_other |= self.bytes == self.before.bytes && self.digest() != self.before.hash;
        if self.is_other {
            return Err(io::Error::other(port::changed()));
        }
        Ok(())
    }

    /// An error where the whole answer is shorter than what was written before.
    pub(super) fn end(&self) -> io::Result<()> {
        if self.is_other || self.bytes < self.before.bytes {
            return Err(io::Error::other(port::changed()));
        }
        Ok(())
    }
}

impl<W: Write> Write for Resumed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_other {
            return Err(io::Error::other(port::changed()));
        }
        let left = self.before.bytes.saturating_sub(self.bytes);
        if left > 0 {
            let known = bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            self.hasher.update(bytes.get(..known).unwrap_or_default());
            self.bytes += known as u64;
            self.check()?;
            return Ok(known);
        }
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(before: WrittenPart, pieces: &[&str]) -> (io::Result<()>, String, WrittenPart) {
        let mut out = Vec::new();
        let mut resumed = Resumed::after(before, &mut out);
        let all = pieces
            .iter()
            .try_for_each(|p| resumed.write_all(p.as_bytes()));
        let part = resumed.written();
        (all, String::from_utf8(out).unwrap(), part)
    }

    #[test]
    fn a_second_answer_goes_on_where_the_first_broke_off() {
        let (_, _, first) = written(WrittenPart::default(), &["one\ntw"]);
        let (all, out, second) = written(first, &["on", "e\ntwo\n", "three\n"]);
        assert!(all.is_ok());
        assert_eq!(out, "o\nthree\n");
        // A third one, where the second broke off too.
        let (all, out, _) = written(second, &["one\ntwo\nthree\nfour\n"]);
        assert!(all.is_ok());
        assert_eq!(out, "four\n");
    }

    /// Whoever buffers tries again when it is dropped.
    #[test]
    fn nothing_is_written_after_another_beginning() {
        let (_, _, first) = written(WrittenPart::default(), &["one\n"]);
        let mut out = Vec::new();
        {
            let mut buffered = io::BufWriter::new(Resumed::after(first, &mut out));
            buffered.write_all(b"two\nthree\n").unwrap();
            assert!(buffered.flush().is_err());
        }
        assert!(out.is_empty());
    }

    #[test]
    fn a_shorter_answer_is_another_one() {
        let (_, _, first) = written(WrittenPart::default(), &["one\ntwo\n"]);
        let mut resumed = Resumed::after(first, Vec::new());
        resumed.write_all(b"one\n").unwrap();
        assert!(resumed.end().is_err());
        resumed.write_all(b"two\n").unwrap();
        assert!(resumed.end().is_ok());
    }

    #[test]
    fn an_answer_that_begins_otherwise_is_not_gone_on_with() {
        let (_, _, first) = written(WrittenPart::default(), &["one\n"]);
        let (all, out, _) = written(first, &["two\n", "three\n"]);
        assert!(all.is_err());
        assert_eq!(out, "");
        // One that broke off sooner is as far as the first.
        let (_, _, sooner) = written(first, &["o"]);
        assert_eq!(sooner, first);
    }
}
