//! Takes a file that was read before and has grown, gives what is needed to read only what was added.
//!
//! What a whole reading decides by the first bytes (packing, encoding, format and its dialect) is decided anew and
//! compared, and the bytes read before are compared by a hash. Where anything differs, the file is read whole.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use xxhash_rust::xxh3::xxh3_64;

use super::super::content::ContentHasher;
use super::super::discover::FoundFile;
use super::super::format::{Format, FormatPoint, GrowingFormat, Guess, sniff};
use super::super::key::Key;
use super::super::options::ReadOptions;
use super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::reason::Reason;
use super::super::unpack::{self, Budget, Meter, StreamPacking, UnpackedMember, Visitor};
use super::file_reader::encoding_of;

/// Bytes by which a compressed stream is recognised.
const MAGIC_BYTES: u64 = 16;

/// How far a file was read, and what must be known to read on there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPoint {
    /// Bytes of the file before it, and a hash of them.
    offset: u64,
    content: u64,
    /// Bytes unpacked from them.
    unpacked: u64,
    /// Problems from this line on will be found again.
    line: Option<u64>,
    /// Hash of all that the first bytes decide.
    decided: u64,
    /// What the format knows there.
    pub(super) state: Vec<u8>,
}

impl ReadPoint {
    /// The line from which on problems will be found again.
    pub(crate) fn line(&self) -> Option<u64> {
        self.line
    }

    /// Bytes of the file before it.
    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    pub(crate) fn pack(&self, out: &mut FieldWriter) {
        out.number(self.offset);
        out.number(self.content);
        out.number(self.unpacked);
        out.maybe(self.line, FieldWriter::number);
        out.number(self.decided);
        out.blob(&self.state);
    }

    pub(crate) fn unpack(fields: &mut FieldReader<'_>) -> Result<ReadPoint, Unreadable> {
        Ok(ReadPoint {
            offset: fields.number()?,
            content: fields.number()?,
            unpacked: fields.number()?,
            line: fields.maybe(FieldReader::number)?,
            decided: fields.number()?,
            state: fields.blob()?.to_vec(),
        })
    }
}

/// A file of which only what follows a point is read.
#[derive(Clone)]
pub struct GrownFile {
    pub(super) point: ReadPoint,
    pub(super) packing: StreamPacking,
    pub(super) format: &'static dyn Format,
    /// The keys of its articles before that.
    pub(super) keys: Vec<Key>,
    /// The hash of the bytes before, to go on with.
    content: ContentHasher,
}

impl fmt::Debug for GrownFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GrownFile({}, {:?})", self.format.name(), self.point)
    }
}

impl GrownFile {
    /// A file that was found, if it is the one that was read up to that point, and can be read on from there.
    pub(crate) fn of(
        found: &FoundFile,
        point: &ReadPoint,
        options: &ReadOptions,
    ) -> Option<GrownFile> {
        found.stamp.filter(|stamp| stamp.size >= point.offset)?;
        let mut file = File::open(&found.path).ok()?;
        let mut content = ContentHasher::default();
        let read = content.take(&mut file, point.offset).ok()?;
        if read != point.offset || content.digest() != point.content {
            return None;
        }
        let head = FileHead::of(found, options)?;
        if head.decided != point.decided {
            return None;
        }
        let mut next = Vec::new();
        file.take(MAGIC_BYTES).read_to_end(&mut next).ok()?;
        if !next.is_empty() && !head.packing.begins(&next) {
            return None;
        }
        let grown = GrownFile {
            point: point.clone(),
            packing: head.packing,
            format: head.format,
            keys: Vec::new(),
            content,
        };
        grown.goes_on(found).then_some(grown)
    }

    /// The keys of the articles that were read of it, in any order.
    pub(crate) fn with_keys(mut self, keys: Vec<Key>) -> GrownFile {
        self.keys = keys;
        self
    }

    /// The point from which it is read.
    pub(crate) fn point(&self) -> &ReadPoint {
        &self.point
    }

    pub(super) fn growing(&self) -> Option<&dyn GrowingFormat> {
        self.format.growing()
    }

    /// What was read and unpacked before the point.
    pub(super) fn budget(&self) -> Budget {
        let made = match self.packing {
            StreamPacking::Plain => 0,
            _ => self.point.unpacked,
        };
        Budget::resumed(self.point.offset, made, Some(self.content.clone()))
    }

    /// Whether the format reads on with the bytes that follow.
    fn goes_on(&self, found: &FoundFile) -> bool {
        let mut next = NextBytes {
            grown: self,
            fits: false,
        };
        let budget = Rc::new(self.budget());
        let read = unpack::unpack_rest(
            &found.path,
            self.packing,
            &Meter::default(),
            &budget,
            &mut next,
        );
        read.is_ok() && next.fits
    }
}

/// What the first bytes of a file decide, for a format whose files grow.
struct FileHead {
    packing: StreamPacking,
    format: &'static dyn Format,
    decided: u64,
}

impl FileHead {
    fn of(found: &FoundFile, options: &ReadOptions) -> Option<FileHead> {
        let mut reader = HeadReader {
            path: &found.path,
            options,
            head: None,
        };
        let (meter, budget) = (Meter::default(), Rc::default());
        // The break is the reader's own.
        let _ = unpack::unpack(&found.path, 0, &meter, &budget, &mut reader).ok()?;
        reader.head
    }
}

/// Reads the beginning of a file.
struct HeadReader<'a> {
    path: &'a Path,
    options: &'a ReadOptions,
    head: Option<FileHead>,
}

impl HeadReader<'_> {
    fn read(&self, member: &mut UnpackedMember) -> io::Result<Option<FileHead>> {
        let (_, encoding) = encoding_of(self.options, member.stream.fill_buf()?);
        let packing = stream_packing(member, self.path);
        let (Some(packing), None) = (packing, encoding) else {
            return Ok(None);
        };
        let Guess::Format(format) = sniff(&member.path, member.stream.fill_buf()?) else {
            return Ok(None);
        };
        let Some(growing) = format.growing() else {
            return Ok(None);
        };
        let of_format = growing.decided(member.stream, self.options)?;
        Ok(Some(FileHead {
            packing,
            format,
            decided: decided(format, packing, &of_format),
        }))
    }
}

impl Visitor for HeadReader<'_> {
    fn member(&mut self, mut member: UnpackedMember) -> ControlFlow<()> {
        self.head = self.read(&mut member).ok().flatten();
        ControlFlow::Break(())
    }

    fn broken(&mut self, _: &Path, _: Reason) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn wants(&mut self, _: &Path) -> bool {
        false
    }
}

/// Looks at the bytes that follow a point.
struct NextBytes<'a> {
    grown: &'a GrownFile,
    fits: bool,
}

impl Visitor for NextBytes<'_> {
    fn member(&mut self, member: UnpackedMember) -> ControlFlow<()> {
        let next = member.stream.fill_buf().ok();
        let fits = |next: &[u8]| {
            let growing = self.grown.growing();
            growing.is_some_and(|format| format.goes_on(&self.grown.point.state, next))
        };
        self.fits = next.is_some_and(fits);
        ControlFlow::Break(())
    }

    fn broken(&mut self, _: &Path, _: Reason) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn wants(&mut self, _: &Path) -> bool {
        false
    }
}

/// How a member that is the whole file at that path is packed; `None` for another, or one in several layers.
pub(super) fn stream_packing(member: &UnpackedMember, path: &Path) -> Option<StreamPacking> {
    match member.packing {
        _ if &*member.path != path => None,
        [] => Some(StreamPacking::Plain),
        [name] => StreamPacking::named(name),
        _ => None,
    }
}

/// A hash of all that the first bytes of a file decide.
fn decided(format: &dyn Format, packing: StreamPacking, of_format: &[u8]) -> u64 {
    let mut all = FieldWriter::default();
    all.text(format.name());
    all.text(packing.name());
    all.blob(of_format);
    xxh3_64(&all.bytes)
}

/// The point that a format gave for a member of a file.
pub(super) struct MemberPoint {
    point: FormatPoint,
    packing: StreamPacking,
    decided: u64,
}

impl MemberPoint {
    pub(super) fn of(
        point: FormatPoint,
        format: &dyn Format,
        packing: StreamPacking,
    ) -> MemberPoint {
        MemberPoint {
            decided: decided(format, packing, &point.decided),
            packing,
            point,
        }
    }

    /// The point of the file, of which `budget` says what was read, from `before` on.
    pub(super) fn in_file(
        self,
        path: &Path,
        budget: &Budget,
        before: Option<&ReadPoint>,
    ) -> Option<ReadPoint> {
        let before = before.map_or(0, |point| point.unpacked);
        let unpacked = before + self.point.position;
        let offset = match self.packing {
            StreamPacking::Plain => unpacked,
            // A point inside a compressed stream is no place to read on from.
            _ => (unpacked == budget.made()).then(|| budget.read())?,
        };
        Some(ReadPoint {
            offset,
            content: content_before(path, offset, budget)?,
            unpacked,
            line: self.point.line,
            decided: self.decided,
            state: self.point.state,
        })
    }
}

/// The hash of the first bytes of those that were read.
fn content_before(path: &Path, offset: u64, budget: &Budget) -> Option<u64> {
    let all = budget.content()?;
    if offset == budget.read() {
        return Some(all);
    }
    let mut file = File::open(path).ok()?;
    let mut hasher = ContentHasher::default();
    hasher.take(&mut file, offset).ok()?;
    let before = hasher.digest();
    hasher
        .take(&mut file, budget.read().checked_sub(offset)?)
        .ok()?;
    // Somebody may have written to it meanwhile.
    (hasher.digest() == all).then_some(before)
}

#[cfg(test)]
mod tests;
