//! What can be wrong with what is kept.

use std::io;
use std::path::{Path, PathBuf};

/// Why something kept cannot be used. None of them is a reason to end a run: what is kept can be made anew.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// There is no such file.
    #[error("nothing of that name is kept")]
    Missing,
    /// Not what the program once wrote: cut off, overwritten, or no kept file at all.
    #[error("a kept file is damaged: {0}")]
    Torn(&'static str),
    /// Somebody else may have written it.
    #[error("{} {why}", path.display())]
    Foreign { path: PathBuf, why: &'static str },
    /// Another version or build of the program wrote it: the same bytes may mean something else.
    #[error("a kept file is from another version of the program")]
    OtherVersion,
    /// The cache folder has its bound, and so has the disk.
    #[error("there is no room for it: a tenth of the disk stays free, and 20 GB are kept at most")]
    NoRoom,
    /// A program that still runs has it open.
    #[error("it is in use by a fihrist that runs")]
    InUse,
    #[error("{} cannot be used: {error}", path.display())]
    Io { path: PathBuf, error: io::Error },
}

impl KeepError {
    pub(super) fn foreign(path: &Path, why: &'static str) -> KeepError {
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
}

/// For code between two kept files, whose reading and writing fail alike.
impl From<KeepError> for io::Error {
    fn from(error: KeepError) -> io::Error {
        io::Error::other(error)
    }
}
