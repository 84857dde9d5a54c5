//! A file as it was read, and whether one that is found is still the same.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use crate::corpus::content::ContentHasher;
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::corpus::{FileNote, FileStamp, FoundFile, ReadPoint};

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReadFile {
    pub(super) path: PathBuf,
    /// What the disk said of it before it was read, and still said afterwards; else `None`.
    pub(super) stamp: Option<FileStamp>,
    /// Hash of its bytes.
    pub(super) content: u64,
    /// It changed so shortly before that the stamp does not tell.
    pub(super) fresh: bool,
    /// Where it is read on when it has grown; none where it must be read whole.
    pub(super) point: Option<Box<ReadPoint>>,
}

/// Whether a file is the one that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sameness {
    /// By its stamp, and by its content where that was looked at.
    Same,
    /// By its content, though its stamp is another.
    SameContent,
    /// It is not.
    Other,
}

impl ReadFile {
    /// What is known of a file that was found; `note` says what was read of it, `began` in which second of the
    /// Unix epoch reading began.
    pub(super) fn of(found: &FoundFile, note: Option<&FileNote>, began: i64) -> ReadFile {
        let stamp = found
            .stamp
            .filter(|stamp| FileStamp::now(&found.path) == Some(*stamp));
        let content = stamp.and_then(|stamp| match note {
            Some(note) if note.bytes == stamp.size => Some(note.content),
            _ => ContentHasher::of_file(&found.path).ok(),
        });
        let fresh = stamp.is_some_and(|stamp| stamp.changed.0 + 2 >= began);
        ReadFile {
            path: found.path.to_path_buf(),
            stamp: stamp.filter(|_| content.is_some()),
            content: content.unwrap_or(0),
            fresh,
            point: note.and_then(|note| note.point.clone()),
        }
    }

    /// Whether a file that was found is this one, unchanged.
    pub(super) fn sameness(&self, found: &FoundFile, verify: bool) -> Sameness {
        let (Some(was), Some(now)) = (self.stamp, found.stamp) else {
            return Sameness::Other;
        };
        if was == now && !verify && !self.fresh {
            return Sameness::Same;
        }
        let same = was.size == now.size && self.has_content(found);
        match (same, was == now) {
            (false, _) => Sameness::Other,
            (true, true) => Sameness::Same,
            (true, false) => Sameness::SameContent,
        }
    }

    pub(super) fn has_content(&self, found: &FoundFile) -> bool {
        ContentHasher::of_file(&found.path).ok() == Some(self.content)
    }

    pub(super) fn pack(&self, out: &mut FieldWriter) {
        out.blob(self.path.as_os_str().as_bytes());
        out.maybe(self.stamp, |out, stamp| {
            out.number(stamp.size);
            out.signed(stamp.changed.0);
            out.signed(stamp.changed.1);
            out.signed(stamp.touched.0);
            out.signed(stamp.touched.1);
            out.number(stamp.device);
            out.number(stamp.inode);
        });
        out.number(self.content);
        out.byte(u8::from(self.fresh));
        out.maybe(self.point.as_ref(), |out, point| point.pack(out));
    }

    pub(super) fn unpack(all: &mut FieldReader<'_>) -> Result<ReadFile, Unreadable> {
        let path = PathBuf::from(OsStr::from_bytes(all.blob()?));
        let stamp = all.maybe(|all| {
            Ok(FileStamp {
                size: all.number()?,
                changed: (all.signed()?, all.signed()?),
                touched: (all.signed()?, all.signed()?),
                device: all.number()?,
                inode: all.number()?,
            })
        })?;
        Ok(ReadFile {
            path,
            stamp,
            content: all.number()?,
            fresh: all.byte()? != 0,
            point: all.maybe(ReadPoint::unpack)?.map(Box::new),
        })
    }
}
