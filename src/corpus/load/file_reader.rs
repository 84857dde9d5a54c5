//! Takes a file, reads each of its members in its format; the records go to the workers.

use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::super::decode::{Charset, Transcoder, utf16};
use super::super::discover::{self, FoundFile};
use super::super::format::{self, FormatInput, FormatItem, Guess, Trouble, sniff};
use super::super::key::FileKeys;
use super::super::metadata::RecordPlace;
use super::super::reason::{Message, Reason};
use super::super::shield::shielded;
use super::super::unpack::{self, UnpackedMember, Visitor};
use super::pipeline::{Batches, RawItem};

/// Unpacks a file and reads all its members.
pub(super) fn read_file<T: Send + 'static>(
    file: FoundFile,
    batches: &mut Batches<'_, T>,
) -> ControlFlow<()> {
    let path = Arc::clone(&file.path);
    let meter = batches.shared.meter.clone();
    let read = shielded(|| {
        let mut reader = FileReader {
            folder: file.folder,
            batches,
        };
        unpack::unpack(&file.path, file.bytes, &meter, &mut reader)
    });
    let reason = match read {
        Ok(Ok(flow)) => return flow,
        Ok(Err(error)) => Reason::FileNotOpened {
            error: Message::lower(&error),
        },
        Err(panic) => Reason::ReaderFailed {
            panic: Message(panic),
        },
    };
    batches.problem(&path, whole_file(reason))
}

/// Reader of the members of one file.
struct FileReader<'a, 'b, T> {
    folder: Option<String>,
    batches: &'a mut Batches<'b, T>,
}

impl<T: Send + 'static> Visitor for FileReader<'_, '_, T> {
    fn member(&mut self, member: UnpackedMember) -> ControlFlow<()> {
        let path = Arc::clone(&member.path);
        let read = self.read(member);
        read.unwrap_or_else(|error| {
            let error = Message::lower(&error);
            let reason = Reason::ReadFailed { error };
            self.batches.problem(&path, whole_file(reason))
        })
    }

    fn broken(&mut self, path: &Path, reason: Reason) -> ControlFlow<()> {
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
        let options = &self.batches.shared.options;
        let head = member.stream.fill_buf()?;
        let named = options.encoding.filter(|_| !format::is_binary(head));
        let (charset, encoding) = match named {
            Some(encoding) => (Charset::Named(encoding), Some(encoding)),
            None => {
                utf16(head).map_or((Charset::Utf8, None), |found| (Charset::Utf16, Some(found)))
            }
        };
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
        let place = Arc::new(RecordPlace {
            path: Arc::clone(&member.path),
            folder: member.folder.or_else(|| self.folder.clone()),
            read_as: read_as(format.name(), member.packing),
        });
        let input = FormatInput {
            stream,
            file: member.file,
            options,
            charset,
        };
        // A file of JSON Lines with a single record is still a file of records.
        let many = matches!(format::ending(&member.path).as_str(), "jsonl" | "ndjson");
        let batches = &mut *self.batches;
        let mut taken = FileKeys::default();
        format.read(input, &mut |item| match item {
            FormatItem::Trouble(trouble) => batches.problem(&place.path, trouble),
            FormatItem::Record(mut record) => {
                record.alone &= !many;
                record.key = taken.next(record.key);
                let bytes = record.text.len();
                batches.push(RawItem::Record(record, Arc::clone(&place)), bytes)
            }
        })
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
