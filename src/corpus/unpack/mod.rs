//! Takes a file, gives the streams of bytes that formats read: itself, what is packed in it, the members of an archive.
//!
//! Packing is recognised by the first bytes, layer by layer, so `news.tar.gz`, a gzip in a zip and a zip on
//! a pipe all come apart. A layer that breaks off is a problem that is reported, and its bytes until
//! then are read ([`GuardedStream`]); so is one that grows beyond all reason ([`Budget`]).

mod archive;
mod guard;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use lzma_rust2::XzReader;

use super::reason::{Message, Reason};
use guard::{Budget, Fault, GuardedStream, Piped};
pub use guard::{Meter, Metered};

/// Bytes by which packing and format are recognised.
pub const HEAD_BYTES: usize = 8 << 10;
/// Bytes that are enough where waiting for more may take long: the mark of a tar stands at 257.
const MIN_HEAD_BYTES: usize = 512;
/// Bytes read from the disk at a time.
const BUFFER_BYTES: usize = 256 << 10;
/// Most layers of packing that are taken off; an honest `tar.gz` in a zip has three.
const MAX_LAYERS: usize = 5;
/// Most memory an xz file may ask for, in KiB: `xz -9` asks for 65 MiB.
const MAX_XZ_KIB: u32 = 512 << 10;

/// What a format reads.
pub struct UnpackedMember<'a> {
    /// The file's path; inside an archive, the archive's with the member's name.
    pub path: Arc<Path>,
    /// The folder inside the archive.
    pub folder: Option<String>,
    pub stream: &'a mut dyn BufRead,
    /// The same bytes as a file, for what is read from its end.
    pub file: Option<&'a File>,
    /// The layers taken off, outermost first: `zip, gzip`.
    pub packing: &'a [&'static str],
}

/// Who takes the members, and hears what is wrong.
pub trait Visitor {
    fn member(&mut self, member: UnpackedMember) -> ControlFlow<()>;
    /// Reports what is wrong with a file or a member.
    fn broken(&mut self, path: &Path, reason: Reason) -> ControlFlow<()>;
    /// Whether a member of an archive is wanted, by its name.
    fn wants(&mut self, path: &Path) -> bool;
}

/// Takes a file, or standard input (`-`), apart; `bytes` is its size, 0 where that is unknown.
pub fn unpack(
    path: &Arc<Path>,
    bytes: u64,
    meter: &Meter,
    visitor: &mut dyn Visitor,
) -> io::Result<ControlFlow<()>> {
    let budget = Rc::new(Budget::default());
    let mut layers = Unpacker {
        visitor,
        budget: Rc::clone(&budget),
        meter: meter.clone(),
        packing: Vec::new(),
    };
    let node = PackedSource {
        path: Arc::clone(path),
        folder: None,
    };
    let counted = |inner: Box<dyn Read>| {
        let metered = Metered::new(inner, meter.clone(), Rc::clone(&budget));
        GuardedStream::new(Box::new(metered), None)
    };
    let flow = if path.as_os_str() == "-" {
        layers.open(counted(Box::new(Piped::new(meter.clone()))), None, &node)
    } else {
        let file = File::open(path)?;
        let regular = file.metadata().is_ok_and(|meta| meta.is_file());
        // A named pipe is opened once: its writer may be gone the second time.
        let again = if regular { File::open(path).ok() } else { None };
        layers.open(counted(Box::new(file)), again, &node)
    };
    // What was not read for itself (a parquet's columns, the rest of a broken file) is done with.
    meter.add(bytes.saturating_sub(budget.read()));
    Ok(flow)
}

/// What is being taken apart.
struct PackedSource {
    path: Arc<Path>,
    folder: Option<String>,
}

struct Unpacker<'v> {
    visitor: &'v mut dyn Visitor,
    budget: Rc<Budget>,
    meter: Meter,
    packing: Vec<&'static str>,
}

/// How bytes are packed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Packing {
    Gzip,
    Zstd,
    Bzip2,
    Xz,
    Zip,
    Tar,
}

impl Packing {
    fn of(head: &[u8]) -> Option<Packing> {
        const MAGIC: [(&[u8], Packing); 7] = [
            (b"\x1F\x8B", Packing::Gzip),
            (b"\x28\xB5\x2F\xFD", Packing::Zstd),
            (b"BZh", Packing::Bzip2),
            (b"\xFD7zXZ\0", Packing::Xz),
            (b"PK\x03\x04", Packing::Zip),
            (b"PK\x05\x06", Packing::Zip),
            (b"PK\x07\x08", Packing::Zip),
        ];
        // A frame to be skipped comes before the first real one.
        let skipped = head.get(1..4) == Some(b"\x2A\x4D\x18") && head[0] & 0xF0 == 0x50;
        let found = MAGIC.iter().find(|(magic, _)| head.starts_with(magic));
        let tar = || head.get(257..262) == Some(b"ustar");
        match found {
            Some((_, Packing::Bzip2)) if !head.get(3).is_some_and(u8::is_ascii_digit) => None,
            Some((_, packing)) => Some(*packing),
            None if skipped => Some(Packing::Zstd),
            None => tar().then_some(Packing::Tar),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Packing::Gzip => "gzip",
            Packing::Zstd => "zstd",
            Packing::Bzip2 => "bzip2",
            Packing::Xz => "xz",
            Packing::Zip => "zip",
            Packing::Tar => "tar",
        }
    }
}

impl Unpacker<'_> {
    /// Takes one layer off, or hands the bytes to the visitor. `file` holds the same bytes.
    fn open(
        &mut self,
        mut stream: GuardedStream,
        file: Option<File>,
        node: &PackedSource,
    ) -> ControlFlow<()> {
        let live = file.is_none() && self.packing.is_empty();
        let head = peek(&mut stream, live);
        let fault = stream.fault();
        if head.is_empty() && fault.is_set() {
            return self.report(&fault, node); // nothing came of it
        }
        let packing = Packing::of(&head);
        let whole = Cursor::new(head.clone()).chain(stream);
        if packing.is_some() && self.packing.len() >= MAX_LAYERS {
            let reason = Reason::PackedTooDeep {
                layers: MAX_LAYERS as u64,
            };
            return self.visitor.broken(&node.path, reason);
        }
        let flow = match packing {
            None => self.hand_over(whole, file, &head, node),
            Some(packing) => {
                self.packing.push(packing.name());
                let flow = self.layer(packing, whole, file, node);
                self.packing.pop();
                flow
            }
        };
        flow?;
        self.report(&fault, node)
    }

    fn layer(
        &mut self,
        packing: Packing,
        bytes: impl Read,
        file: Option<File>,
        node: &PackedSource,
    ) -> ControlFlow<()> {
        let input = BufReader::with_capacity(BUFFER_BYTES, bytes);
        match packing {
            Packing::Gzip => self.decoded(MultiGzDecoder::new(input), node),
            Packing::Bzip2 => self.decoded(MultiBzDecoder::new(input), node),
            Packing::Xz => self.decoded(XzReader::new_mem_limit(input, true, MAX_XZ_KIB), node),
            Packing::Zstd => match zstd::stream::read::Decoder::with_buffer(input) {
                Ok(decoder) => self.decoded(decoder, node),
                Err(error) => {
                    let error = Message(error.to_string());
                    self.visitor
                        .broken(&node.path, Reason::PackingNotOpened { error })
                }
            },
            Packing::Tar => self.tar(input, node),
            Packing::Zip => self.zip(input, file, node),
        }
    }

    fn decoded(&mut self, decoder: impl Read, node: &PackedSource) -> ControlFlow<()> {
        let budget = Some(Rc::clone(&self.budget));
        self.open(GuardedStream::new(Box::new(decoder), budget), None, node)
    }

    fn hand_over(
        &mut self,
        bytes: impl Read,
        file: Option<File>,
        head: &[u8],
        node: &PackedSource,
    ) -> ControlFlow<()> {
        let mut input = BufReader::with_capacity(buffer_for(file.as_ref()), bytes);
        // Only parquet is read from its end.
        let was_stream = file.is_none();
        let mut file = file;
        if file.is_none() && head.starts_with(b"PAR1") {
            match spooled(&mut input) {
                Ok(spooled) => file = Some(spooled),
                Err(reason) => return self.visitor.broken(&node.path, reason),
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
            path: Arc::clone(&node.path),
            folder: node.folder.clone(),
            stream,
            file: file.as_ref(),
            packing: &self.packing,
        })
    }

    /// Reports a layer that broke off; what came before has been read.
    fn report(&mut self, fault: &Fault, node: &PackedSource) -> ControlFlow<()> {
        match fault.take() {
            Some(reason) => self.visitor.broken(&node.path, reason),
            None => ControlFlow::Continue(()),
        }
    }
}

/// The first bytes, as many as there are up to [`HEAD_BYTES`].
///
/// Of a live stream only those that are there now: whoever feeds it may stop for a while.
fn peek(stream: &mut dyn Read, live: bool) -> Vec<u8> {
    let mut head = vec![0; HEAD_BYTES];
    let mut filled = 0;
    while let Some(room) = head.get_mut(filled..).filter(|room| !room.is_empty()) {
        // A guarded stream has no errors, only ends.
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

/// Small files need small buffers: there are many of them.
fn buffer_for(file: Option<&File>) -> usize {
    let size = file.and_then(|file| file.metadata().ok());
    size.map_or(BUFFER_BYTES, |meta| {
        BUFFER_BYTES.min(meta.len() as usize + 1)
    })
}

/// The bytes of a stream as a file that goes when it is closed.
fn spooled(input: &mut dyn Read) -> Result<File, Reason> {
    let copy = |input: &mut dyn Read| {
        let mut file = tempfile::tempfile()?;
        io::copy(input, &mut file)?;
        io::Seek::rewind(&mut file)?;
        Ok(file)
    };
    copy(input).map_err(|error: io::Error| Reason::NotSpooled {
        error: Message(error.to_string()),
    })
}

/// A member's path: the archive's, with the member's name in it. Nothing is ever written there.
fn inside(archive: &Path, name: &str) -> PathBuf {
    let parts = name.split(['/', '\\']);
    let parts = parts.filter(|part| !matches!(*part, "" | "." | ".."));
    archive.join(parts.collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests;
