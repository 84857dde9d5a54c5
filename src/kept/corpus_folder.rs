//! The folder of one corpus: files that are read, and put in place as a whole.

use std::fs::File;
use std::io::{self, Write};
use std::time::{Duration, SystemTime};

use super::folder::PrivateFolder;
use super::lock::{Hold, try_lock};
use super::new_file::{self, NewFile};
use super::{KeepError, KeptFile, KeptWriter, build, label};

/// The file whose lock says that a corpus is in use, and whose time says when that was.
pub(super) const LOCK: &str = ".lock";
/// The file whose lock is the right to write a whole new state.
const BUILD_LOCK: &str = ".build";
/// The file of the label.
pub(super) const LABEL: &str = ".label";
/// Tries to open a folder that another run is about to remove, and the wait between them: long enough for
/// removing any corpus.
const ATTEMPTS: usize = 200;
const WAIT: Duration = Duration::from_millis(10);

/// What is kept of one corpus. While this lives, nobody drops it.
#[derive(Debug)]
pub struct KeptCorpus {
    folder: PrivateFolder,
    /// Holds the shared lock.
    lock: File,
    build: u64,
}

impl KeptCorpus {
    /// Opens the folder of that name in the cache folder, makes it at need, and clears what a killed run left.
    pub(super) fn open(
        keep: &PrivateFolder,
        name: &str,
        label: &str,
    ) -> Result<KeptCorpus, KeepError> {
        for _ in 0..ATTEMPTS {
            let Some(corpus) = KeptCorpus::try_open(keep, name)? else {
                std::thread::sleep(WAIT);
                continue;
            };
            corpus.note_use();
            new_file::clear(&corpus.folder);
            corpus.keep_label(label);
            return Ok(corpus);
        }
        Err(KeepError::InUse)
    }

    /// `None`: somebody is removing it.
    fn try_open(keep: &PrivateFolder, name: &str) -> Result<Option<KeptCorpus>, KeepError> {
        let opened = keep.make_child(name).and_then(|folder| {
            let lock = folder.open_or_make_file(LOCK)?;
            Ok((folder, lock))
        });
        let (folder, lock) = match opened {
            // It was removed between two steps.
            Err(KeepError::Missing) => return Ok(None),
            opened => opened?,
        };
        let held = try_lock(&lock, Hold::Shared)
            .map_err(|error| KeepError::io(&folder.path().join(LOCK), error))?;
        if !held || !keep.holds(name, &folder) {
            return Ok(None);
        }
        let build = build::number();
        Ok(Some(KeptCorpus {
            folder,
            lock,
            build,
        }))
    }

    /// The right to write a whole new state, held as long as what is given lives; `None` while another
    /// run holds it.
    pub fn try_build(&self) -> Result<Option<File>, KeepError> {
        let lock = self.folder.open_or_make_file(BUILD_LOCK)?;
        let held = try_lock(&lock, Hold::Alone)
            .map_err(|error| KeepError::io(&self.folder.path().join(BUILD_LOCK), error))?;
        Ok(held.then_some(lock))
    }

    /// Opens a kept file.
    pub fn read(&self, file: &str) -> Result<KeptFile, KeepError> {
        check_name(file)?;
        KeptFile::open(self.folder.open_file(file)?, Some(self.build))
    }

    /// Writes a kept file, and puts it in place when it is whole; its length. Whoever has the old one open goes on
    /// reading that. If it cannot be written, the old one stays.
    ///
    /// Nothing waits for the disk: what a power cut tears is found by its checksums and made anew.
    pub fn write(
        &self,
        file: &str,
        fill: &mut dyn FnMut(&mut KeptWriter) -> io::Result<()>,
    ) -> Result<u64, KeepError> {
        check_name(file)?;
        let new = NewFile::make(&self.folder)?;
        let written = new.file().and_then(|new| {
            let mut writer = KeptWriter::new(new, self.build);
            fill(&mut writer)?;
            writer.finish()
        });
        let length =
            written.map_err(|error| KeepError::io(&self.folder.path().join(file), error))?;
        new.put_in_place(file)?;
        Ok(length)
    }

    /// Removes a kept file, if there is one.
    pub fn remove(&self, file: &str) {
        if check_name(file).is_ok() {
            self.folder.remove_file(file);
        }
    }

    /// The names of the kept files, in order.
    pub fn files(&self) -> Vec<String> {
        files(&self.folder)
    }

    /// Bytes of everything kept of the corpus.
    pub fn bytes(&self) -> u64 {
        bytes(&self.folder)
    }

    /// As a file of another program would be read and written.
    #[cfg(test)]
    pub(super) fn of_build(mut self, build: u64) -> KeptCorpus {
        self.build = build;
        self
    }

    /// Where the time cannot be noted, the corpus counts as unused for longer.
    fn note_use(&self) {
        let _ = self.lock.set_modified(SystemTime::now());
    }

    /// A label says nothing that is needed: without it a list shows the name.
    fn keep_label(&self, text: &str) {
        let text = label::stored(text);
        if label::read(&self.folder) == text {
            return;
        }
        if let Ok(new) = NewFile::make(&self.folder) {
            let written = new
                .file()
                .and_then(|mut file| file.write_all(text.as_bytes()));
            let _ = written.map(|()| new.put_in_place(LABEL));
        }
    }
}

impl Drop for KeptCorpus {
    fn drop(&mut self) {
        self.note_use();
    }
}

/// The names of the kept files in the folder of a corpus.
pub(super) fn files(folder: &PrivateFolder) -> Vec<String> {
    let mut names = folder.names();
    names.retain(|name| check_name(name).is_ok());
    names
}

/// Bytes of the files in the folder of a corpus, those too that are being written.
pub(super) fn bytes(folder: &PrivateFolder) -> u64 {
    let sizes = folder
        .names()
        .into_iter()
        .map(|name| folder.file_size(&name));
    sizes.sum()
}

/// Whether a kept file may have that name: no path, and none of the names that begin with a dot.
fn check_name(name: &str) -> Result<(), KeepError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.starts_with('.') || name.is_empty() || !name.chars().all(plain) {
        let error = io::Error::new(io::ErrorKind::InvalidInput, "not a name for a kept file");
        return Err(KeepError::io(name.as_ref(), error));
    }
    Ok(())
}
