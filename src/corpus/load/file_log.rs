//! What a load notes of the files it reads, for one who keeps what it gives.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::discover::{Discovered, FoundFiles};
use super::growth::ReadPoint;

/// The files that a walk finds, and what was read of each. By default nothing is noted.
#[derive(Clone, Debug, Default)]
pub struct FileLog(Option<Arc<Mutex<FileNotes>>>);

/// What was noted.
#[derive(Clone, Debug, Default)]
pub struct FileNotes {
    /// What a walk has found.
    pub found: FoundFiles,
    pub read: HashMap<Arc<Path>, FileNote>,
}

/// What was read of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNote {
    /// Where it would be read on, had it grown.
    pub point: Option<Box<ReadPoint>>,
    /// Bytes read from the disk, and a hash of them.
    pub bytes: u64,
    pub content: u64,
}

impl FileLog {
    /// A log that notes.
    pub fn on() -> FileLog {
        FileLog(Some(Arc::default()))
    }

    pub(super) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    fn notes(&self) -> Option<MutexGuard<'_, FileNotes>> {
        let notes = self.0.as_ref()?;
        Some(notes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn add(&self, step: &Discovered) {
        let Some(mut notes) = self.notes() else {
            return;
        };
        match step {
            Discovered::File(file) => notes.found.files.push(file.clone()),
            Discovered::Problem(problem) => notes.found.problems.push(problem.clone()),
        }
    }

    /// Notes what was read of a file.
    pub(super) fn note(&self, path: &Arc<Path>, note: impl FnOnce() -> FileNote) {
        if self.is_on() {
            let note = note();
            if let Some(mut notes) = self.notes() {
                notes.read.insert(Arc::clone(path), note);
            }
        }
    }

    /// What was noted, to be called when the load has ended.
    pub fn take(&self) -> FileNotes {
        self.notes()
            .map(|mut notes| std::mem::take(&mut *notes))
            .unwrap_or_default()
    }
}
