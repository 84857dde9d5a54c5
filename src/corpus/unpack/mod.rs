//! Takes a file, gives the streams that formats read: the file, its unpacked content, or the members of an archive.
//!
//! Packing is recognised by the first bytes, layer by layer, so `news.tar.gz`, a gzip in a zip and a
//! zip on a pipe are all unpacked. A layer that breaks off is reported as a problem, and its bytes
//! until then are read ([`GuardedStream`]); so is one that grows beyond measure ([`Budget`]).

mod archive;
mod guard;
mod rest;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::reason::{Cause, Reason};
pub use guard::{Budget, Meter, Metered};
use guard::{Fault, GuardedStream, Piped};
pub use rest::{StreamPacking, unpack_rest};

/// Size of the beginning by which packing and format are recognised, in bytes.
pub const HEAD_BYTES: usize = 8 << 10;
/// Fewest bytes that are enough for that, where waiting for more may take long: a tar is recognised by
/// bytes 257 to 261.
const MIN_HEAD_BYTES: usize = 512;
/// Size of the buffer before each layer, in bytes: large, so that the disk is read in few calls.
const BUFFER_BYTES: usize = 256 << 10;
/// Most layers of packing that are unpacked; a `tar.gz` in a zip has three.
const MAX_LAYERS: usize = 5;

/// A file or member, unpacked, to be read by a format.
pub struct UnpackedMember<'a> {
    /// Path of the file; of a member, the path of the archive followed by its name.
    pub path: Arc<Path>,
    /// Name of the folder inside the archive, which may be the outlet's.
    pub folder: Option<String>,
    pub stream: &'a mut dyn BufRead,
    /// The same bytes as a file, for formats that are read from the end.
    pub file: Option<&'a File>,
    /// Names of the layers unpacked, outermost first: `zip, gzip`.
    pub packing: &'a [&'static str],
}

/// Receiver of members and problems.
pub trait Visitor {
    /// Reads a member.
    fn member(&mut self, member: UnpackedMember) -> ControlFlow<()>;
    /// Reports what is wrong with a file or a member.
    fn broken(&mut self, path: &Path, reason: Reason) -> ControlFlow<()>;
    /// Whether a member of an archive is wanted, by its name.
    fn wants(&mut self, path: &Path) -> bool;
}

/// Unpacks a file, or standard input (`-`); `bytes` is its size, 0 where that is unknown. What is read is
/// counted in `budget`.
pub fn unpack(
    path: &Arc<Path>,
    bytes: u64,
    meter: &Meter,
    budget: &Rc<Budget>,
    visitor: &mut dyn Visitor,
) -> io::Result<ControlFlow<()>> {
    let mut unpacker = Unpacker {
        visitor,
        budget: Rc::clone(budget),
        meter: meter.clone(),
        packing: Vec::new(),
    };
    let source = PackedSource {
        path: Arc::clone(path),
        folder: None,
    };
    let counted = |inner: Box<dyn Read>| counted(inner, meter, budget);
    let flow = if path.as_os_str() == "-" {
        unpacker.open(counted(Box::new(Piped::new(meter.clone()))), None, &source)
    } else {
        let file = File::open(path)?;
        let regular = file.metadata().is_ok_and(|meta| meta.is_file());
        // A named pipe is opened once: its writer may be gone the second time.
        let again = if regular { File::open(path).ok() } else { None };
        unpacker.open(counted(Box::new(file)), again, &source)
    };
    // Bytes never read (columns of a parquet file, the rest of a broken one) count as read, too.
    meter.add(bytes.saturating_sub(budget.read()));
    Ok(flow)
}

fn counted(inner: Box<dyn Read>, meter: &Meter, budget: &Rc<Budget>) -> GuardedStream<'static> {
    let metered = Metered::new(inner, meter.clone(), Rc::clone(budget));
    GuardedStream::new(Box::new(metered), None)
}

/// Names of the file or member being unpacked.
struct PackedSource {
    path: Arc<Path>,
    folder: Option<String>,
}

/// State of unpacking one file.
struct Unpacker<'v> {
    visitor: &'v mut dyn Visitor,
    budget: Rc<Budget>,
    meter: Meter,
    /// Names of the layers being unpacked, outermost first.
    packing: Vec<&'static str>,
}

/// A kind of compression or archive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Packing {
    Stream(StreamPacking),
    Zip,
    Tar,
}

impl Packing {
    fn of(head: &[u8]) -> Option<Packing> {
        const MAGIC: [(&[u8], Packing); 7] = [
            (b"\x1F\x8B", Packing::Stream(StreamPacking::Gzip)),
            (b"\x28\xB5\x2F\xFD", Packing::Stream(StreamPacking::Zstd)),
            (b"BZh", Packing::Stream(StreamPacking::Bzip2)),
            (b"\xFD7zXZ\0", Packing::Stream(StreamPacking::Xz)),
            (b"PK\x03\x04", Packing::Zip),
            (b"PK\x05\x06", Packing::Zip),
            (b"PK\x07\x08", Packing::Zip),
        ];
        // A zstd file may begin with a skippable frame.
        let skipped = head.get(1..4) == Some(b"\x2A\x4D\x18") && head[0] & 0xF0 == 0x50;
        let found = MAGIC.iter().find(|(magic, _)| head.starts_with(magic));
        let tar = || head.get(257..262) == Some(b"ustar");
        match found {
            Some((_, Packing::Stream(StreamPacking::Bzip2)))
                if !head.get(3).is_some_and(u8::is_ascii_digit) =>
            {
                None
            }
            Some((_, packing)) => Some(*packing),
            None if skipped => Some(Packing::Stream(StreamPacking::Zstd)),
            None => tar().then_some(Packing::Tar),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Packing::Stream(packing) => packing.name(),
            Packing::Zip => "zip",
            Packing::Tar => "tar",
        }
    }
}

impl Unpacker<'_> {
    /// Unpacks one layer, or hands the bytes to the visitor. `file` is a file of the same bytes.
    fn open(
        &mut self,
        mut stream: GuardedStream,
        file: Option<File>,
        source: &PackedSource,
    ) -> ControlFlow<()> {
        let live = file.is_none() && self.packing.is_empty();
        let head = peek(&mut stream, live);
        let fault = stream.fault();
        if head.is_empty() && fault.is_set() {
            return self.report(&fault, source); // nothing could be read
        }
        let packing = Packing::of(&head);
        let whole = Cursor::new(head.clone()).chain(stream);
        if packing.is_some() && self.packing.len() >= MAX_LAYERS {
            let reason = Reason::PackedTooDeep {
                layers: MAX_LAYERS as u64,
            };
            return self.visitor.broken(&source.path, reason);
        }
        let flow = match packing {
            None => self.hand_over(whole, file, &head, source),
            Some(packing) => {
                self.packing.push(packing.name());
                let flow = self.layer(packing, whole, file, source);
                self.packing.pop();
                flow
            }
        };
        flow?;
        self.report(&fault, source)
    }

    fn layer(
        &mut self,
        packing: Packing,
        bytes: impl Read,
        file: Option<File>,
        source: &PackedSource,
    ) -> ControlFlow<()> {
        let input = BufReader::with_capacity(BUFFER_BYTES, bytes);
        let packing = match packing {
            Packing::Tar => return self.tar(input, source),
            Packing::Zip => return self.zip(input, file, source),
            Packing::Stream(packing) => packing,
        };
        match packing.decoder(input) {
            Ok(decoder) => self.decoded(decoder, source),
            Err(error) => {
                let error = Cause::io(&error);
                self.visitor
                    .broken(&source.path, Reason::PackingNotOpened { error })
            }
        }
    }

    fn decoded(&mut self, decoder: Box<dyn Read + '_>, source: &PackedSource) -> ControlFlow<()> {
        let budget = Some(Rc::clone(&self.budget));
        self.open(GuardedStream::new(decoder, budget), None, source)
    }

    fn hand_over(
        &mut self,
        bytes: impl Read,
        file: Option<File>,
        head: &[u8],
        source: &PackedSource,
    ) -> ControlFlow<()> {
        let mut input = BufReader::with_capacity(buffer_for(file.as_ref()), bytes);
        // Only parquet is read from its end.
        let was_stream = file.is_none();
        let mut file = file;
        if file.is_none() && head.starts_with(b"PAR1") {
            match spooled(&mut input) {
                Ok(spooled) => file = Some(spooled),
                Err(reason) => return self.visitor.broken(&source.path, reason),
            }
        }
        let mut again;
        let stream: &mut dyn BufRead = match &file {
            Some(spooled) if was_stream => {
                again = BufReader::new(spooled);
                &mut again
            }
            _ => &mut input,
        };
        self.visitor.member(UnpackedMember {
            path: Arc::clone(&source.path),
            folder: source.folder.clone(),
            stream,
            file: file.as_ref(),
            packing: &self.packing,
        })
    }

    /// Reports a layer that broke off; the bytes before that have been read.
    fn report(&mut self, fault: &Fault, source: &PackedSource) -> ControlFlow<()> {
        match fault.take() {
            Some(reason) => self.visitor.broken(&source.path, reason),
            None => ControlFlow::Continue(()),
        }
    }
}

/// The first bytes of a stream, at most [`HEAD_BYTES`].
///
/// Of a live stream only those available now, as its writer may pause for a while.
fn peek(stream: &mut dyn Read, live: bool) -> Vec<u8> {
    let mut head = vec![0; HEAD_BYTES];
    let mut filled = 0;
    while let Some(room) = head.get_mut(filled..).filter(|room| !room.is_empty()) {
        // A guarded stream gives no errors; it ends.
        let read = stream.read(room).unwrap_or(0);
        filled += read;
        let line = filled > 0 && head.get(filled - 1) == Some(&b'\n');
        if read == 0 || (live && (line || filled >= MIN_HEAD_BYTES)) {
            break;
        }
    }
    head.truncate(filled);
    head
}

/// Size of the buffer for a file: small for the many small files.
fn buffer_for(file: Option<&File>) -> usize {
    let size = file.and_then(|file| file.metadata().ok());
    size.map_or(BUFFER_BYTES, |meta| {
        BUFFER_BYTES.min(meta.len() as usize + 1)
    })
}

/// The bytes of a stream in a temporary file, which is deleted when it is closed.
fn spooled(input: &mut dyn Read) -> Result<File, Reason> {
    let copy = |input: &mut dyn Read| {
        let mut file = tempfile::tempfile()?;
        io::copy(input, &mut file)?;
        io::Seek::rewind(&mut file)?;
        Ok(file)
    };
    copy(input).map_err(|error: io::Error| Reason::NotSpooled {
        error: Cause::io(&error),
    })
}

/// The path of a member: that of the archive followed by its name. It is only shown, never opened.
fn inside(archive: &Path, name: &str) -> PathBuf {
    let parts = name.split(['/', '\\']);
    let parts = parts.filter(|part| !matches!(*part, "" | "." | ".."));
    archive.join(parts.collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests;
