//! Takes a file that grew, gives the stream of what was added.
//!
//! Compressed streams are added to as whole members, one behind another, so what was added is unpacked by itself.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use lzma_rust2::XzReader;

use super::super::reason::{Cause, Reason};
use super::{
    BUFFER_BYTES, Budget, GuardedStream, Meter, Packing, UnpackedMember, Visitor, counted,
};

/// Most memory an xz file may ask for, in KiB: `xz -9` asks for 65 MiB.
const MAX_XZ_KIB: u32 = 512 << 10;

/// How a file that is one stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamPacking {
    /// Not at all.
    Plain,
    Gzip,
    Zstd,
    Bzip2,
    Xz,
}

impl StreamPacking {
    const ALL: [StreamPacking; 5] = [
        StreamPacking::Plain,
        StreamPacking::Gzip,
        StreamPacking::Zstd,
        StreamPacking::Bzip2,
        StreamPacking::Xz,
    ];

    /// Its name on the screens; empty for what is not compressed.
    pub fn name(self) -> &'static str {
        match self {
            StreamPacking::Plain => "",
            StreamPacking::Gzip => "gzip",
            StreamPacking::Zstd => "zstd",
            StreamPacking::Bzip2 => "bzip2",
            StreamPacking::Xz => "xz",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<StreamPacking> {
        let mut all = StreamPacking::ALL.into_iter();
        all.find(|packing| packing.name() == name)
    }

    /// Whether bytes begin a stream of this compression.
    pub fn begins(self, bytes: &[u8]) -> bool {
        self == StreamPacking::Plain || Packing::of(bytes) == Some(Packing::Stream(self))
    }

    pub(super) fn decoder<'a>(self, input: impl BufRead + 'a) -> io::Result<Box<dyn Read + 'a>> {
        Ok(match self {
            StreamPacking::Plain => Box::new(input),
            StreamPacking::Gzip => Box::new(MultiGzDecoder::new(input)),
            StreamPacking::Bzip2 => Box::new(MultiBzDecoder::new(input)),
            StreamPacking::Xz => Box::new(XzReader::new_mem_limit(input, true, MAX_XZ_KIB)),
            StreamPacking::Zstd => Box::new(zstd::stream::read::Decoder::with_buffer(input)?),
        })
    }
}

/// Unpacks what follows the bytes that `budget` says were read; a visitor gets it as the file itself.
pub fn unpack_rest(
    path: &Arc<Path>,
    packing: StreamPacking,
    meter: &Meter,
    budget: &Rc<Budget>,
    visitor: &mut dyn Visitor,
) -> io::Result<ControlFlow<()>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(budget.read()))?;
    let stream = counted(Box::new(file), meter, budget);
    let fault = stream.fault();
    let mut input = BufReader::with_capacity(BUFFER_BYTES, stream);
    let member = |stream: &mut dyn BufRead, visitor: &mut dyn Visitor| {
        let layers = [packing.name()];
        visitor.member(UnpackedMember {
            path: Arc::clone(path),
            folder: None,
            stream,
            file: None,
            packing: if packing == StreamPacking::Plain {
                &[]
            } else {
                &layers
            },
        })
    };
    let mut faults = Vec::new();
    let flow = match packing {
        StreamPacking::Plain => member(&mut input, visitor),
        // Nothing is no stream.
        _ if input.fill_buf()?.is_empty() => member(&mut io::empty(), visitor),
        packing => match packing.decoder(input) {
            Ok(decoder) => {
                let unpacked = GuardedStream::new(decoder, Some(Rc::clone(budget)));
                faults.push(unpacked.fault());
                member(
                    &mut BufReader::with_capacity(BUFFER_BYTES, unpacked),
                    visitor,
                )
            }
            Err(error) => {
                let error = Cause::io(&error);
                visitor.broken(path, Reason::PackingNotOpened { error })
            }
        },
    };
    faults.push(fault);
    for reason in faults.iter().filter_map(super::Fault::take) {
        if flow.is_continue() {
            let _ = visitor.broken(path, reason);
        }
    }
    Ok(flow)
}
