//! Files on their way into a folder: written beside the one they are to replace, and locked meanwhile.
//!
//! The lock says that somebody still writes. A number of a process in the name would not do alone: numbers are
//! used again, and mean nothing to another machine or container that shares the folder.

use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::os::unix::fs::MetadataExt;

use super::KeepError;
use super::folder::PrivateFolder;
use super::lock::{Hold, try_lock};

/// What the names of such files begin with.
const PREFIX: &str = ".new-";
/// Tries to make a file that nobody takes for a left-over before it is locked.
const ATTEMPTS: usize = 20;

/// A file that is removed again unless it is put in place.
pub(super) struct NewFile<'a> {
    folder: &'a PrivateFolder,
    name: String,
    /// Holds the lock.
    file: File,
}

impl<'a> NewFile<'a> {
    pub(super) fn make(folder: &'a PrivateFolder) -> Result<NewFile<'a>, KeepError> {
        for _ in 0..ATTEMPTS {
            let random = RandomState::new().hash_one(ATTEMPTS);
            let name = format!("{PREFIX}{}-{random:016x}", std::process::id());
            let file = folder.make_file(&name)?;
            let new = NewFile { folder, name, file };
            if new.lock()? {
                return Ok(new);
            }
        }
        Err(KeepError::InUse)
    }

    /// False where another run has just taken it for a left-over.
    fn lock(&self) -> Result<bool, KeepError> {
        let path = self.folder.path();
        let held = try_lock(&self.file, Hold::Alone).map_err(|error| KeepError::io(path, error))?;
        let known = self.file.metadata();
        let known = known.map_err(|error| KeepError::io(path, error))?;
        Ok(held && known.nlink() > 0)
    }

    /// The file, to be written from its beginning.
    pub(super) fn file(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// Gives the file the name it was written for.
    pub(super) fn put_in_place(&self, name: &str) -> Result<(), KeepError> {
        self.folder.put_in_place(&self.name, name)
    }
}

impl Drop for NewFile<'_> {
    fn drop(&mut self) {
        // One that was put in place has that name no more.
        self.folder.remove_file(&self.name);
    }
}

/// Removes what runs left that were killed while they wrote.
pub(super) fn clear(folder: &PrivateFolder) {
    let left = folder.names();
    for name in left.iter().filter(|name| name.starts_with(PREFIX)) {
        // Held until it is removed: who has made it and is about to lock it makes another.
        if let Ok(file) = folder.open_to_lock(name)
            && try_lock(&file, Hold::Alone) == Ok(true)
        {
            folder.remove_file(name);
        }
    }
}
