//! Every block of what is kept, read and checked.

use super::corpus_folder::{self, LOCK};
use super::keep::{Keep, KeptState, folder_name};
use super::lock::{Hold, try_lock};
use super::{KeepError, KeptFile, build};

/// What became of a kept file when all of it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedFile {
    pub name: String,
    pub bytes: u64,
    pub state: KeptState,
}

impl Keep {
    /// Reads all that is kept of a corpus, and removes the files that are torn. What another version of the program
    /// wrote is checked in the same way, if its layout is known.
    pub fn verify(&self, name: u128) -> Result<Vec<VerifiedFile>, KeepError> {
        let folder = self.folder.child(&folder_name(name))?;
        // Nobody drops it meanwhile; where nobody can, nothing is lost.
        let lock = folder.open_file(LOCK).ok();
        let _held = lock.as_ref().map(|lock| try_lock(lock, Hold::Shared));
        let files = corpus_folder::files(&folder).into_iter().map(|name| {
            let bytes = folder.file_size(&name);
            let file = folder.open_file(&name);
            let state = KeptState::of(&file.and_then(|file| check(&file)));
            if state == KeptState::Torn {
                folder.remove_file(&name);
            }
            VerifiedFile { name, bytes, state }
        });
        Ok(files.collect())
    }
}

fn check(file: &std::fs::File) -> Result<(), KeepError> {
    let again = || {
        file.try_clone()
            .map_err(|error| KeepError::io("a kept file".as_ref(), error))
    };
    KeptFile::open(again()?, None)?.check_all()?;
    KeptFile::open(again()?, Some(build::number())).map(drop)
}
