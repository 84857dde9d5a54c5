//! What can be wrong with what is kept.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::Damage;
use crate::corpus::Cause;
use crate::words::{Arg, Said, Words, messages};

/// Why something kept cannot be used. None of them is a reason to end a run: what is kept can be made anew.
#[derive(Debug)]
pub enum KeepError {
    /// There is no such file.
    Missing,
    /// Not what the program once wrote: cut off, overwritten, or no kept file at all.
    Torn(Damage),
    /// Somebody else may have written it.
    Foreign {
        path: PathBuf,
        why: Mistrust,
    },
    /// Another version or build of the program wrote it: the same bytes may mean something else.
    OtherVersion,
    /// The cache folder has its bound, and so has the disk.
    NoRoom,
    /// A program that still runs has it open.
    InUse,
    Io {
        path: PathBuf,
        error: io::Error,
    },
}

/// Why somebody else may have written a file, or may have put it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistrust {
    OwnedByOther,
    WritableByOthers,
    LinkOfOther,
    Link,
    NoFolder,
    NoFile,
}

messages! {
    /// The same, as it is said.
    enum KeepFault {
        Missing "kept-missing";
        Torn "kept-damaged" { code: Code };
        OwnedByOther "kept-owned-by-other" { path: Name };
        WritableByOthers "kept-writable-by-others" { path: Name };
        LinkOfOther "kept-link-of-other" { path: Name };
        Link "kept-link" { path: Name };
        NoFolder "kept-no-folder" { path: Name };
        NoFile "kept-no-file" { path: Name };
        OtherVersion "kept-other-version";
        NoRoom "kept-no-room";
        InUse "kept-in-use";
        Unusable "kept-unusable" { path: Name, error: Said };
    }
}

impl KeepError {
    pub(super) fn foreign(path: &Path, why: Mistrust) -> KeepError {
        KeepError::Foreign {
            path: path.to_owned(),
            why,
        }
    }

    /// What the system said of a path. An error that was one of ours on its way through [`io::Error`] is
    /// that again.
    pub(super) fn io(path: &Path, error: impl Into<io::Error>) -> KeepError {
        let ours = error.into().downcast::<KeepError>();
        ours.unwrap_or_else(|error| match error.kind() {
            io::ErrorKind::NotFound => KeepError::Missing,
            _ => KeepError::Io {
                path: path.to_owned(),
                error,
            },
        })
    }

    /// Whether making it anew, in the same place, mends it.
    pub fn is_damage(&self) -> bool {
        matches!(self, KeepError::Torn(_))
    }

    fn fault(&self) -> KeepFault {
        match self {
            KeepError::Missing => KeepFault::Missing,
            KeepError::Torn(damage) => KeepFault::Torn {
                code: damage.code().to_owned(),
            },
            KeepError::Foreign { path, why } => why.fault(path),
            KeepError::OtherVersion => KeepFault::OtherVersion,
            KeepError::NoRoom => KeepFault::NoRoom,
            KeepError::InUse => KeepFault::InUse,
            KeepError::Io { path, error } => KeepFault::Unusable {
                path: path.display().to_string(),
                error: Cause::io(error).sentence(),
            },
        }
    }
}

impl Mistrust {
    fn fault(self, path: &Path) -> KeepFault {
        let path = path.display().to_string();
        match self {
            Mistrust::OwnedByOther => KeepFault::OwnedByOther { path },
            Mistrust::WritableByOthers => KeepFault::WritableByOthers { path },
            Mistrust::LinkOfOther => KeepFault::LinkOfOther { path },
            Mistrust::Link => KeepFault::Link { path },
            Mistrust::NoFolder => KeepFault::NoFolder { path },
            Mistrust::NoFile => KeepFault::NoFile { path },
        }
    }
}

impl Said for KeepError {
    fn code(&self) -> &'static str {
        self.fault().code()
    }

    fn args(&self) -> Vec<Arg> {
        self.fault().args()
    }
}

impl fmt::Display for KeepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::ENGLISH.plain(self))
    }
}

impl std::error::Error for KeepError {}

/// For code between two kept files, whose reading and writing fail alike.
impl From<KeepError> for io::Error {
    fn from(error: KeepError) -> io::Error {
        io::Error::other(error)
    }
}
