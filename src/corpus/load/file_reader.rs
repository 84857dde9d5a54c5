//! Takes a file, reads each of its members in its format; the records go to the workers.

use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use encoding_rs::Encoding;

use super::super::content::ContentHasher;
use super::super::decode::{Charset, Transcoder, utf16};
use super::super::discover::{self, FoundFile};
use super::super::format::{self, Format, FormatInput, FormatItem, Guess, Trouble, sniff};
use super::super::key::FileKeys;
use super::super::metadata::RecordPlace;
use super::super::options::ReadOptions;
use super::super::reason::{Cause, Reason};
use super::super::shield::shielded;
use super::super::unpack::{self, Budget, UnpackedMember, Visitor};
use super::file_log::FileNote;
use super::growth::{GrownFile, MemberPoint, stream_packing};
use super::pipeline::{Batches, RawItem};

/// Unpacks a file and reads all its members; of one that grew only what was added.
pub(super) fn read_file<T: Send + 'static>(
    file: &FoundFile,
    batches: &mut Batches<'_, T>,
) -> ControlFlow<()> {
    let meter = batches.shared.meter.clone();
    let log = batches.shared.log.clone();
    let grown = file.grown.as_deref();
    let budget = Rc::new(match grown {
        Some(grown) => grown.budget(),
        None if log.is_on() => Budget::resumed(0, 0, Some(ContentHasher::default())),
        None => Budget::default(),
    });
    let mut reader = FileReader {
        folder: file.folder.clone(),
        path: Arc::clone(&file.path),
        grown,
        batches,
        points: Vec::new(),
        is_broken: false,
    };
    let read = shielded(|| match grown {
        Some(grown) => unpack::unpack_rest(&file.path, grown.packing, &meter, &budget, &mut reader),
        None => unpack::unpack(&file.path, file.bytes, &meter, &budget, &mut reader),
    });
    let reason = match read {
        Ok(Ok(flow)) => {
            if flow.is_continue() && file.stamp.is_some() {
                log.note(&file.path, || reader.note(&budget));
            }
            return flow;
        }
        Ok(Err(error)) => Reason::FileNotOpened {
            error: Cause::io(&error),
        },
        Err(panic) => Reason::ReaderFailed {
            panic: Cause::text(panic),
        },
    };
    batches.problem(&file.path, whole_file(reason))
}

/// Reader of the members of one file.
struct FileReader<'a, 'b, T> {
    folder: Option<String>,
    path: Arc<Path>,
    /// What was read before, where only the rest is read.
    grown: Option<&'a GrownFile>,
    batches: &'a mut Batches<'b, T>,
    /// For each member the point where it would be read on.
    points: Vec<Option<MemberPoint>>,
    /// Something could not be unpacked.
    is_broken: bool,
}

impl<T> FileReader<'_, '_, T> {
    /// What a later run wants to know of the file.
    fn note(&mut self, budget: &Budget) -> FileNote {
        let point = match &mut *self.points {
            [point] if !self.is_broken => point.take(),
            _ => None,
        };
        let before = self.grown.map(|grown| &grown.point);
        FileNote {
            point: point
                .and_then(|point| point.in_file(&self.path, budget, before))
                .map(Box::new),
            bytes: budget.read(),
            content: budget.content().unwrap_or(0),
        }
    }
}

impl<T: Send + 'static> Visitor for FileReader<'_, '_, T> {
    fn member(&mut self, member: UnpackedMember) -> ControlFlow<()> {
        let path = Arc::clone(&member.path);
        let read = self.read(member);
        read.unwrap_or_else(|error| {
            let error = Cause::io(&error);
            let reason = Reason::ReadFailed { error };
            self.is_broken = true;
            self.batches.problem(&path, whole_file(reason))
        })
    }

    fn broken(&mut self, path: &Path, reason: Reason) -> ControlFlow<()> {
        self.is_broken = true;
        self.batches.problem(path, whole_file(reason))
    }

    fn wants(&mut self, path: &Path) -> bool {
        let wanted = discover::wanted(path);
        if !wanted {
            let trouble = whole_file(Reason::MemberNoArticleByName);
            // A break will be noticed at the next record.
            let _ = self.batches.problem(path, trouble);
        }
        wanted
    }
}

impl<T: Send + 'static> FileReader<'_, '_, T> {
    fn read(&mut self, member: UnpackedMember) -> io::Result<ControlFlow<()>> {
        if let Some(grown) = self.grown {
            return self.read_records(member, grown.format, Charset::Utf8);
        }
        let options = &self.batches.shared.options;
        let (charset, encoding) = encoding_of(options, member.stream.fill_buf()?);
        let mut transcoded;
        let stream: &mut dyn BufRead = match encoding {
            Some(encoding) => {
                transcoded = BufReader::new(Transcoder::new(member.stream, encoding));
                &mut transcoded
            }
            None => member.stream,
        };
        let format = match sniff(&member.path, stream.fill_buf()?) {
            Guess::Format(format) => format,
            Guess::Foreign(reason) => {
                return Ok(self.batches.problem(&member.path, whole_file(reason)));
            }
        };
        self.read_records(UnpackedMember { stream, ..member }, format, charset)
    }

    fn read_records(
        &mut self,
        member: UnpackedMember,
        format: &'static dyn Format,
        charset: Charset,
    ) -> io::Result<ControlFlow<()>> {
        let packing = stream_packing(&member, &self.path);
        let place = Arc::new(RecordPlace {
            path: Arc::clone(&member.path),
            folder: member.folder.or_else(|| self.folder.clone()),
            read_as: read_as(format.name(), member.packing),
        });
        let batches = &mut *self.batches;
        let options = batches.shared.options.clone();
        let input = FormatInput {
            stream: member.stream,
            file: member.file,
            options: &options,
            charset,
        };
        // A file of JSON Lines with a single record is still a file of records.
        let many = matches!(format::ending(&member.path).as_str(), "jsonl" | "ndjson");
        let mut taken = self.grown.map_or_else(FileKeys::default, |grown| {
            FileKeys::after(grown.keys.iter().copied())
        });
        let mut take = |item| match item {
            FormatItem::Trouble(trouble) => batches.problem(&place.path, trouble),
            FormatItem::Record(mut record) => {
                record.alone &= !many;
                record.key = taken.next(record.key);
                let bytes = record.text.len();
                batches.push(RawItem::Record(record, Arc::clone(&place)), bytes)
            }
        };
        let mut end = None;
        let flow = match format.growing() {
            Some(growing) => {
                let from = self.grown.map(|grown| &*grown.point.state);
                growing.read_on(input, from, &mut take, &mut end)?
            }
            None => format.read(input, &mut take)?,
        };
        let end = end.zip(packing).filter(|_| charset == Charset::Utf8);
        let point = end.map(|(end, packing)| MemberPoint::of(end, format, packing));
        self.points.push(point);
        Ok(flow)
    }
}

/// The encoding of a file that begins with these bytes, and from which it is transcoded, if it is.
pub(super) fn encoding_of(
    options: &ReadOptions,
    head: &[u8],
) -> (Charset, Option<&'static Encoding>) {
    match options.encoding.filter(|_| !format::is_binary(head)) {
        Some(encoding) => (Charset::Named(encoding), Some(encoding)),
        None => utf16(head).map_or((Charset::Utf8, None), |found| (Charset::Utf16, Some(found))),
    }
}

/// How a member was read, as screens show it: `JSON`, `JSON (zip, gzip)`.
fn read_as(format: &str, packing: &[&str]) -> Arc<str> {
    if packing.is_empty() {
        return Arc::from(format);
    }
    Arc::from(format!("{format} ({})", packing.join(", ")))
}

fn whole_file(reason: Reason) -> Trouble {
    Trouble {
        record: None,
        line: None,
        reason,
    }
}
