//! A file or record that was not read, or read on an assumption: path, line and reason.
//!
//! A problem never ends a load; it is listed beside the articles.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use super::packing::{FieldReader, FieldWriter, Unreadable};
use super::reason::Reason;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Not loaded.
    Error,
    /// Loaded on an assumption that may be wrong.
    Guess,
    /// Loaded; worth knowing.
    Note,
}

impl Level {
    /// The code in the `level` field of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Guess => "guess",
            Level::Note => "note",
        }
    }
}

/// One error or assumption of a load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub path: PathBuf,
    /// The number of the record in its file, from 1.
    pub record: Option<u32>,
    /// The line in the file, from 1.
    pub line: Option<u64>,
    /// The level of the reason ([`Reason::level`]).
    pub level: Level,
    pub reason: Reason,
}

impl Problem {
    /// A problem of a whole file or folder.
    pub fn new(path: impl Into<PathBuf>, reason: Reason) -> Problem {
        Problem {
            path: path.into(),
            record: None,
            line: None,
            level: reason.level(),
            reason,
        }
    }

    /// Appends the problem.
    pub(crate) fn pack(&self, out: &mut FieldWriter) {
        out.blob(self.path.as_os_str().as_encoded_bytes());
        out.maybe(self.record, |out, record| out.number(u64::from(record)));
        out.maybe(self.line, FieldWriter::number);
        self.reason.pack(out);
    }

    /// The problem that was packed.
    pub(crate) fn unpack(fields: &mut FieldReader<'_>) -> Result<Problem, Unreadable> {
        let path = PathBuf::from(OsStr::from_bytes(fields.blob()?));
        let (record, line) = (
            fields.maybe(FieldReader::small)?,
            fields.maybe(FieldReader::number)?,
        );
        Ok(Problem {
            record,
            line,
            ..Problem::new(path, Reason::unpack(fields)?)
        })
    }

    /// The file and, where it is known, the line: `news.jsonl:17`.
    pub fn place(&self) -> String {
        let path = self.path.display();
        self.line
            .map_or_else(|| path.to_string(), |line| format!("{path}:{line}"))
    }
}
